//! Collects the faults of one item, so that all of them are reported together.

use std::cell::{Cell, RefCell};

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;
use syn::Error;

/// The faults found so far. It must be finished: to drop it unread is a fault of this crate.
pub(crate) struct Ctxt {
    errors: RefCell<Option<Vec<Error>>>,
    left_to_compiler: Cell<bool>,
}

impl Ctxt {
    pub(crate) fn new() -> Self {
        Self { errors: RefCell::new(Some(Vec::new())), left_to_compiler: Cell::new(false) }
    }

    /// Adds an error about one token.
    pub(crate) fn error(&self, span: Span, message: impl std::fmt::Display) {
        self.push(Error::new(span, message));
    }

    /// Adds an error about several tokens in a row.
    pub(crate) fn error_at(&self, tokens: impl ToTokens, message: impl std::fmt::Display) {
        self.push(Error::new_spanned(tokens, message));
    }

    /// Adds an error of the parser.
    pub(crate) fn push(&self, error: Error) {
        if let Some(errors) = &mut *self.errors.borrow_mut() {
            errors.push(error);
        }
    }

    /// Returns the value of a result, or adds its error.
    pub(crate) fn ok<T>(&self, result: syn::Result<T>) -> Option<T> {
        result.map_err(|error| self.push(error)).ok()
    }

    /// Returns how many errors there are so far.
    pub(crate) fn len(&self) -> usize {
        self.errors.borrow().as_ref().map_or(0, Vec::len)
    }

    /// Marks the item as faulty without an error, because the compiler reports the fault whatever the derive expands
    /// to.
    pub(crate) fn leave_to_compiler(&self) {
        self.left_to_compiler.set(true);
    }

    /// Returns the errors, of which there can be none, if the item has faults.
    pub(crate) fn finish(self) -> Result<(), TokenStream> {
        let errors = self.errors.take().unwrap_or_default();
        if errors.is_empty() && !self.left_to_compiler.get() {
            return Ok(());
        }
        Err(errors.into_iter().map(Error::into_compile_error).collect())
    }
}

impl Drop for Ctxt {
    fn drop(&mut self) {
        debug_assert!(std::thread::panicking() || self.errors.borrow().is_none(), "the faults were not looked at");
    }
}
