//! The hooks of a service.

use std::{
    error::Error as StdError,
    fmt,
    panic::{AssertUnwindSafe, catch_unwind},
    pin::Pin,
    task::Poll,
};

use odata_core::{Error, Structured, StructuredType, edm::TypeDescriptor};

use super::{Change, Circumstances, Write, change::States};
use crate::failure::internal;

/// An error of a hook after a commit.
type Cause = Box<dyn StdError + Send + Sync>;

type Hooked<E> = Pin<Box<dyn Future<Output = Result<(), E>> + Send>>;

/// A hook with the type whose entities it is for.
struct Hook<F: ?Sized> {
    of: &'static TypeDescriptor,
    run: Box<F>,
}

type Before =
    dyn Fn(Option<&dyn Structured>, Option<&mut dyn Structured>, &Circumstances) -> Result<(), Error> + Send + Sync;

/// A function that starts an async hook; `None` if the entity is not of its type.
type Start<E> = dyn Fn(&States, &Circumstances) -> Option<Hooked<E>> + Send + Sync;

/// The hooks of a service, each kind in the order in which they were added.
#[derive(Default)]
pub(crate) struct Hooks {
    prepare: Vec<Hook<Start<Error>>>,
    before: Vec<Hook<Before>>,
    after: Vec<Hook<Start<Cause>>>,
}

impl Hooks {
    pub(crate) fn add_before<T: StructuredType>(
        &mut self,
        hook: impl Fn(&mut Write<'_, T>) -> Result<(), Error> + Send + Sync + 'static,
    ) {
        let run: Box<Before> = Box::new(move |old, new, circumstances| {
            let old = old.and_then(|old| old.part::<T>());
            let new = new.and_then(|new| new.part_mut::<T>());
            Write::of(old, new, circumstances).map_or(Ok(()), |mut write| hook(&mut write))
        });
        self.before.push(Hook { of: T::DESCRIPTOR, run });
    }

    pub(crate) fn add_prepare<T: StructuredType, F>(&mut self, hook: impl Fn(Change<T>) -> F + Send + Sync + 'static)
    where
        F: Future<Output = Result<(), Error>> + Send + 'static,
    {
        self.prepare.push(Hook { of: T::DESCRIPTOR, run: start(hook) });
    }

    pub(crate) fn add_after<T: StructuredType, F>(&mut self, hook: impl Fn(Change<T>) -> F + Send + Sync + 'static)
    where
        F: Future<Output = Result<(), Cause>> + Send + 'static,
    {
        self.after.push(Hook { of: T::DESCRIPTOR, run: start(hook) });
    }

    /// Returns whether there are hooks before transactions.
    pub(crate) const fn has_prepare_hooks(&self) -> bool {
        !self.prepare.is_empty()
    }

    /// Returns whether there are hooks after commits.
    pub(crate) const fn has_after_hooks(&self) -> bool {
        !self.after.is_empty()
    }

    /// Returns whether a hook inside transactions is for entities of exactly this type.
    pub(crate) fn has_before_hooks_for(&self, ty: &TypeDescriptor) -> bool {
        any_is_for(&self.before, ty)
    }

    /// Returns whether a hook before transactions is for entities of exactly this type.
    pub(crate) fn has_prepare_hooks_for(&self, ty: &TypeDescriptor) -> bool {
        any_is_for(&self.prepare, ty)
    }

    /// Returns whether a hook after commits is for entities of exactly this type.
    pub(crate) fn has_after_hooks_for(&self, ty: &TypeDescriptor) -> bool {
        any_is_for(&self.after, ty)
    }

    /// Runs the hooks inside a transaction.
    pub(crate) fn before(
        &self,
        old: Option<&dyn Structured>,
        mut new: Option<&mut dyn Structured>,
        circumstances: &Circumstances,
    ) -> Result<(), Error> {
        self.before.iter().try_for_each(|hook| (hook.run)(old, new.as_deref_mut(), circumstances))
    }

    /// Runs the hooks before a transaction, one after the other.
    pub(crate) async fn prepare_all(&self, changes: &[States], circumstances: &Circumstances) -> Result<(), Error> {
        for change in changes {
            for hook in &self.prepare {
                match hook.run(change, circumstances).await {
                    Ok(done) => done?,
                    Err(Panicked) => return Err(internal("a hook before a transaction panicked")),
                }
            }
        }
        Ok(())
    }

    /// Runs the hooks after a commit, one after the other. Failures are logged.
    pub(crate) async fn after_all(&self, changes: &[States], circumstances: &Circumstances) {
        for change in changes {
            for hook in &self.after {
                match hook.run(change, circumstances).await {
                    Ok(Ok(())) => {}
                    Ok(Err(cause)) => tracing::error!("a hook after a commit failed for a `{}`: {cause}", hook.of.name),
                    Err(Panicked) => tracing::error!("a hook after a commit panicked for a `{}`", hook.of.name),
                }
            }
        }
    }
}

/// Erases the type of the entities of an async hook.
fn start<T: StructuredType, E: 'static, F>(hook: impl Fn(Change<T>) -> F + Send + Sync + 'static) -> Box<Start<E>>
where
    F: Future<Output = Result<(), E>> + Send + 'static,
{
    Box::new(move |states, circumstances| Some(Box::pin(hook(states.change::<T>(circumstances)?))))
}

/// The panic of a hook.
struct Panicked;

impl<E> Hook<Start<E>> {
    /// Runs the hook to the end, if it is for this entity.
    async fn run(&self, change: &States, circumstances: &Circumstances) -> Result<Result<(), E>, Panicked> {
        let started = catch_unwind(AssertUnwindSafe(|| (self.run)(change, circumstances)));
        let Some(mut hook) = started.map_err(|_| Panicked)? else { return Ok(Ok(())) };
        let done =
            std::future::poll_fn(move |context| match catch_unwind(AssertUnwindSafe(|| hook.as_mut().poll(context))) {
                Ok(Poll::Pending) => Poll::Pending,
                Ok(Poll::Ready(done)) => Poll::Ready(Ok(done)),
                Err(_) => Poll::Ready(Err(Panicked)),
            });
        done.await
    }
}

fn any_is_for<F: ?Sized>(hooks: &[Hook<F>], ty: &TypeDescriptor) -> bool {
    hooks.iter().any(|hook| ty.derives_from(hook.of))
}

impl fmt::Debug for Hooks {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { prepare, before, after } = self;
        write!(formatter, "{} hooks", prepare.len() + before.len() + after.len())
    }
}
