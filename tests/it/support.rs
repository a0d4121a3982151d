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
