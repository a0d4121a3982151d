//! Where files are from one another.

use std::ffi::OsStr;
use std::path::{Component, Path};

/// The folder a file is or is to be in.
pub fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// The way from a folder to a path, both as the system knows them: how many folders up, then the names down. `None`: nothing is common to
/// both, not even a root.
pub fn way<'p>(from: &Path, to: &'p Path) -> Option<(usize, impl Iterator<Item = &'p OsStr>)> {
    let same = from.components().zip(to.components());
    let common = same.take_while(|(a, b)| a == b).count();
    let up = from.components().count() - common;
    let down = to.components().skip(common).map(Component::as_os_str);
    (common > 0).then_some((up, down))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn up_and_down() {
        let told = |from: &str, to: &'static str| {
            let (up, down) = way(Path::new(from), Path::new(to))?;
            Some((up, down.filter_map(OsStr::to_str).collect::<Vec<_>>()))
        };
        assert_eq!(told("/a/b/c", "/a/d"), Some((2, vec!["d"])));
        assert_eq!(told("/a/b", "/a/b"), Some((0, vec![])));
        assert_eq!(told("a", "b"), None);
        assert_eq!(folder_of(Path::new("a.toml")), Path::new("."));
        assert_eq!(folder_of(Path::new("x/a.toml")), Path::new("x"));
    }
}
