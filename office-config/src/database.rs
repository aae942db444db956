//! The database of the program.

use std::{
    fmt,
    path::{Path, PathBuf},
    str::FromStr,
};

/// The database that holds the data, parsed from its URL.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Database {
    /// `sqlite:PATH`: a file, which is created if it does not exist.
    File(PathBuf),
    /// `sqlite::memory:`: lost when the program ends.
    Memory,
}

impl Database {
    /// Returns whether there is a file, or anything else of its name.
    pub fn exists(&self) -> bool {
        match self {
            Self::File(path) => path.exists(),
            Self::Memory => false,
        }
    }

    /// Returns the file with the key of the development tokens, which is next to the database and named after it.
    pub fn development_key_path(&self) -> Option<PathBuf> {
        match self {
            Self::File(path) => {
                let mut name = path.clone().into_os_string();
                name.push(".development-key");
                Some(PathBuf::from(name))
            }
            Self::Memory => None,
        }
    }
}

impl FromStr for Database {
    type Err = String;

    fn from_str(url: &str) -> Result<Self, Self::Err> {
        let place = url.strip_prefix("sqlite:").ok_or("a database URL is `sqlite:PATH`")?;
        if place == ":memory:" {
            return Ok(Self::Memory);
        }
        let path = place.strip_prefix("//").unwrap_or(place);
        if path.is_empty() || Path::new(path).file_name().is_none() {
            return Err("the URL names no file".to_owned());
        }
        Ok(Self::File(PathBuf::from(path)))
    }
}

impl fmt::Display for Database {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => write!(formatter, "sqlite:{}", path.display()),
            Self::Memory => formatter.write_str("sqlite::memory:"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_url_names_a_file() {
        let file = |path: &str| Ok(Database::File(path.into()));
        assert_eq!("sqlite:office.db".parse(), file("office.db"));
        assert_eq!("sqlite:/var/office.db".parse(), file("/var/office.db"));
        assert_eq!("sqlite:///var/office.db".parse(), file("/var/office.db"));
        assert_eq!("sqlite::memory:".parse(), Ok(Database::Memory));
        for wrong in ["office.db", "sqlite:", "sqlite://", "sqlite:/", "sqlite:data/..", "postgres://localhost/office"]
        {
            assert!(wrong.parse::<Database>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn the_key_is_next_to_the_database() {
        let database: Database = "sqlite:data/office.db".parse().unwrap();
        assert_eq!(database.development_key_path(), Some("data/office.db.development-key".into()));
        assert_eq!(Database::Memory.development_key_path(), None);
    }
}
