//! CSDL JSON by the JSON schema that OASIS publishes: see the tests.
