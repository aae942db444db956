//! Models shared by the tests and benches of the workspace.
