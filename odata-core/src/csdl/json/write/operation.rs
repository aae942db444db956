//! Actions and functions.

use super::Writer;
use crate::csdl::{Operation, Parameter};

impl Writer<'_> {
    /// Writes an overload, an item of the array that all of its name are in.
    pub(super) fn operation(&mut self, operation: &Operation) {
        self.json.begin_object();
        self.json.string_member("$Kind", if operation.is_function { "Function" } else { "Action" });
        self.json.flag("$IsBound", operation.is_bound);
        self.optional_name("$EntitySetPath", operation.entity_set_path.as_deref());
        self.json.flag("$IsComposable", operation.is_composable);
        if !operation.parameters.is_empty() {
            self.json.name("$Parameter");
            self.json.begin_array();
            for parameter in &operation.parameters {
                self.parameter(parameter);
            }
            self.json.end_array();
        }
        if let Some(returned) = &operation.return_type {
            self.json.name("$ReturnType");
            self.json.begin_object();
            self.type_members(&returned.ty);
            self.annotations("", &returned.annotations);
            self.json.end_object();
        }
        self.annotations("", &operation.annotations);
        self.json.end_object();
    }

    fn parameter(&mut self, parameter: &Parameter) {
        self.json.begin_object();
        self.json.string_member("$Name", &parameter.name);
        self.type_members(&parameter.ty);
        self.annotations("", &parameter.annotations);
        self.json.end_object();
    }
}
