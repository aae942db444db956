//! Serves an OData model over HTTP.
