//! JSON tokens: a pull reader and a writer that know JSON and nothing of OData.
