//! A file put in the place of another, whole or not at all.

use std::io::{self, Write};
use std::path::Path;

/// Why it was not.
#[derive(Debug)]
pub enum Error {
    /// It is not what it was any more.
    Changed,
    /// The system's answer.
    Io(io::Error),
}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Error {
        Error::Io(error)
    }
}

/// Puts `new` in the place of `old` in a file, which keeps its permissions. What a symbolic link points to is written, not the link.
///
/// # Errors
/// When the file is not `old` any more, or cannot be written; it is then as it was.
pub fn replace(path: &Path, old: &[u8], new: &[u8]) -> Result<(), Error> {
    let path = path.canonicalize()?;
    if std::fs::read(&path)? != old {
        return Err(Error::Changed);
    }
    let folder = path.parent().unwrap_or(Path::new("/"));
    let mut temp = tempfile::Builder::new()
        .prefix(".vigie-")
        .tempfile_in(folder)?;
    temp.write_all(new)?;
    let permissions = std::fs::metadata(&path)?.permissions();
    temp.as_file().set_permissions(permissions)?;
    temp.persist(&path).map_err(|e| e.error)?;
    Ok(())
}
