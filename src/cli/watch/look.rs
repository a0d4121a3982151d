//! What is there to watch, as a number that changes with it.

use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::check::{FNV_OFFSET, fnv};

/// All that is there under these paths and when it changed, as a number: pages and other files.
pub fn look(paths: &[PathBuf]) -> u64 {
    let mut hash = FNV_OFFSET;
    let mut todo = paths.to_vec();
    while let Some(path) = todo.pop() {
        let linked = fs::symlink_metadata(&path).is_ok_and(|m| m.is_symlink());
        let given = paths.contains(&path);
        match fs::metadata(&path) {
            // A link to a folder is looked at as a link: there may be loops.
            Ok(m) if m.is_dir() && (!linked || given) => {
                let entries = fs::read_dir(&path).into_iter().flatten().flatten();
                let mut inside: Vec<PathBuf> = entries.map(|e| e.path()).collect();
                inside.sort();
                todo.extend(inside);
            }
            Ok(m) => hash = mark(hash, &path, &m),
            Err(_) => {}
        }
    }
    hash
}

fn mark(hash: u64, path: &Path, found: &Metadata) -> u64 {
    let changed = found.modified().unwrap_or(SystemTime::UNIX_EPOCH);
    let since = changed
        .duration_since(SystemTime::UNIX_EPOCH)
        .unwrap_or_default();
    let hash = fnv(hash, path.as_os_str().as_encoded_bytes());
    let hash = fnv(hash, &found.len().to_le_bytes());
    fnv(hash, &since.as_nanos().to_le_bytes())
}
