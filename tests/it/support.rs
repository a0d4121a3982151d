//! What several test modules need.

use std::path::{Path, PathBuf};

/// The folder of reference material, which the project does not depend on: `VIGIE_SHARED` if it is set, else
/// `shared` beside the project (or beside the folder of a worktree). Where there is none this prints
/// `skipped: no ../shared`, and the caller returns.
pub fn shared() -> Option<PathBuf> {
    let found = match std::env::var_os("VIGIE_SHARED") {
        Some(folder) => Some(PathBuf::from(folder)),
        None => {
            let project = Path::new(env!("CARGO_MANIFEST_DIR"));
            ["../shared", "../../shared"]
                .map(|folder| project.join(folder))
                .into_iter()
                .find(|folder| folder.is_dir())
        }
    };
    if found.is_none() {
        println!("skipped: no ../shared");
    }
    found
}

/// Numbers below what is asked for, the same each time (xorshift).
pub fn random() -> impl FnMut(usize) -> usize {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    move |below| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state % below as u64) as usize
    }
}
