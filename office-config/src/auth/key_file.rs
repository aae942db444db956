//! The file of the development key.

use std::{
    fmt,
    io::{ErrorKind, Write as _},
    path::{Path, PathBuf},
};

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use tempfile::Builder;

/// The length of the key, which is that of the digest, as HS256 requires (RFC 7518 §3.2).
pub(crate) const KEY_LENGTH: usize = 32;

/// Reads the key from a file, which is created if it does not exist.
///
/// A new key is written to another file, which then gets the name; that fails if the name is taken. So any number of
/// programs can do this at the same time: all of them get the same, whole key.
pub(crate) fn open_or_create(path: &Path) -> Result<[u8; KEY_LENGTH], KeyFileError> {
    let failed = |problem: Problem| KeyFileError { path: path.to_owned(), problem };
    match read(path) {
        Err(Problem::Io(cause)) if cause.kind() == ErrorKind::NotFound => {}
        found => return found.map_err(failed),
    }
    create(path).map_err(failed)?;
    read(path).map_err(failed)
}

/// Creates the file, unless another program creates it first.
fn create(path: &Path) -> Result<(), Problem> {
    let folder = match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    if !folder.is_dir() {
        let message = format!("there is no folder `{}`", folder.display());
        return Err(Problem::Io(std::io::Error::new(ErrorKind::NotFound, message)));
    }
    let key = random_key()?;
    // Mode 0600 from the start.
    let mut file = Builder::new().prefix(".office-config-key").tempfile_in(folder).map_err(Problem::Io)?;
    writeln!(file, "{}", URL_SAFE_NO_PAD.encode(key)).map_err(Problem::Io)?;
    file.as_file().sync_all().map_err(Problem::Io)?;
    match file.persist_noclobber(path) {
        Ok(_) => Ok(()),
        Err(taken) if taken.error.kind() == ErrorKind::AlreadyExists => Ok(()),
        Err(failed) => Err(Problem::Io(failed.error)),
    }
}

pub(crate) fn random_key() -> Result<[u8; KEY_LENGTH], Problem> {
    let mut key = [0; KEY_LENGTH];
    getrandom::fill(&mut key).map_err(|cause| Problem::Io(cause.into()))?;
    Ok(key)
}

fn read(path: &Path) -> Result<[u8; KEY_LENGTH], Problem> {
    let text = std::fs::read_to_string(path).map_err(Problem::Io)?;
    refuse_if_open_to_others(path)?;
    let key = URL_SAFE_NO_PAD.decode(text.trim_end()).map_err(|_| Problem::NoKey)?;
    key.try_into().map_err(|_| Problem::NoKey)
}

/// Refuses a file that others can read: with the key they could sign tokens.
#[cfg(unix)]
fn refuse_if_open_to_others(path: &Path) -> Result<(), Problem> {
    use std::os::unix::fs::PermissionsExt as _;

    let mode = std::fs::metadata(path).map_err(Problem::Io)?.permissions().mode();
    let of_others = mode & 0o077;
    if of_others == 0 { Ok(()) } else { Err(Problem::OpenToOthers(mode & 0o777)) }
}

#[cfg(not(unix))]
fn refuse_if_open_to_others(_: &Path) -> Result<(), Problem> {
    Ok(())
}

/// An error of the development key.
#[derive(Debug)]
pub struct KeyFileError {
    pub(crate) path: PathBuf,
    pub(crate) problem: Problem,
}

#[derive(Debug)]
pub(crate) enum Problem {
    Io(std::io::Error),
    NoKey,
    #[cfg_attr(not(unix), expect(dead_code, reason = "there are no modes"))]
    OpenToOthers(u32),
}

impl fmt::Display for KeyFileError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path.display();
        match &self.problem {
            Problem::Io(cause) => write!(formatter, "the development key `{path}` cannot be read or created: {cause}"),
            Problem::NoKey => {
                write!(formatter, "`{path}` does not hold a development key; delete the file, and a new one is created")
            }
            Problem::OpenToOthers(mode) => {
                write!(formatter, "the development key `{path}` has mode {mode:04o}, so others can read it; use 0600")
            }
        }
    }
}

impl std::error::Error for KeyFileError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.problem {
            Problem::Io(cause) => Some(cause),
            Problem::NoKey | Problem::OpenToOthers(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_stays_the_same() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("key");
        let key = open_or_create(&path).unwrap();
        assert_eq!(open_or_create(&path).unwrap(), key);
        assert_ne!(open_or_create(&folder.path().join("other")).unwrap(), key);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2, "no other file is left");
    }

    #[test]
    fn all_who_create_it_at_once_get_the_same_key() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("key");
        let keys: Vec<_> = std::thread::scope(|scope| {
            let makers: Vec<_> = (0..16).map(|_| scope.spawn(|| open_or_create(&path).unwrap())).collect();
            makers.into_iter().map(|maker| maker.join().unwrap()).collect()
        });
        assert!(keys.iter().all(|key| *key == keys[0]));
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_file_without_a_key_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("key");
        private(&path, "YWJj\n");
        assert!(open_or_create(&path).unwrap_err().to_string().contains("does not hold a development key"));
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "YWJj\n");
        let missing = folder.path().join("missing/key");
        assert!(open_or_create(&missing).unwrap_err().to_string().contains("there is no folder"));
    }

    #[cfg(unix)]
    #[test]
    fn the_file_is_for_its_owner_alone() {
        use std::os::unix::fs::PermissionsExt as _;

        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("key");
        open_or_create(&path).unwrap();
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o640)).unwrap();
        assert!(open_or_create(&path).unwrap_err().to_string().contains("mode 0640"));
    }

    fn private(path: &Path, text: &str) {
        let mut file = Builder::new().tempfile_in(path.parent().unwrap()).unwrap();
        file.write_all(text.as_bytes()).unwrap();
        file.persist(path).unwrap();
    }
}
