//! Microsoft Graph's Office client configuration model.
