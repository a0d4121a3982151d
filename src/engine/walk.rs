//! What is in a folder, symbolic links followed with care.

use std::collections::HashMap;
use std::fs::{DirEntry, FileType};
use std::io;
use std::path::{Path, PathBuf};

use super::discover::{ProblemKind, is_page, shown};
use super::files::Site;

/// A folder, read through.
#[derive(Default)]
pub(super) struct Walked {
    /// Its files and folders by name.
    pub site: Site,
    /// Pages, by path from the folder, in byte order.
    pub pages: Vec<PathBuf>,
    /// What could not be used, by path from the folder.
    pub problems: Vec<(PathBuf, ProblemKind)>,
}

/// Reads a folder through. Pipes, sockets and devices are never opened. A symbolic link to a folder inside `root` is remembered, not
/// walked again; one that leads out is walked once; one that leads to a folder around `root` is left out.
pub(super) fn walk(root: &Path) -> Walked {
    let mut walk = Walk {
        canonical: root.canonicalize().unwrap_or_else(|_| root.to_owned()),
        outside: HashMap::new(),
        todo: vec![PathBuf::new()],
        walked: Walked::default(),
    };
    walk.walked.site.whole = true;
    while let Some(folder) = walk.todo.pop() {
        if let Err(e) = walk.folder(root, &folder) {
            walk.walked.site.whole &= !folder.as_os_str().is_empty();
            walk.unusable(folder, (&e).into());
        }
    }
    walk.walked.pages.sort_unstable_by(|a, b| {
        a.as_os_str()
            .as_encoded_bytes()
            .cmp(b.as_os_str().as_encoded_bytes())
    });
    walk.walked.problems.sort_by(|a, b| a.0.cmp(&b.0));
    walk.walked
}

struct Walk {
    canonical: PathBuf,
    /// Folders out of `root` that links led to, and the paths they are known under.
    outside: HashMap<PathBuf, String>,
    todo: Vec<PathBuf>,
    walked: Walked,
}

impl Walk {
    fn folder(&mut self, root: &Path, folder: &Path) -> io::Result<()> {
        let mut entries = std::fs::read_dir(root.join(folder))?.collect::<io::Result<Vec<_>>>()?;
        // Which of several links to one folder is followed must not depend on the disk.
        entries.sort_by_cached_key(DirEntry::file_name);
        for entry in entries {
            let path = folder.join(entry.file_name());
            let kind = entry.file_type()?;
            if kind.is_symlink() {
                self.link(&entry, path);
            } else {
                self.entry(kind, path);
            }
        }
        Ok(())
    }

    fn entry(&mut self, kind: FileType, path: PathBuf) {
        if kind.is_dir() {
            self.walked.site.folders.insert(shown(&path).into());
            self.todo.push(path);
        } else if kind.is_file() {
            self.walked.site.files.insert(shown(&path).into());
            if is_page(&path) {
                self.walked.pages.push(path);
            }
        }
    }

    fn link(&mut self, entry: &DirEntry, path: PathBuf) {
        let target = entry.path().canonicalize();
        match target.and_then(|t| Ok((t.metadata()?.file_type(), t))) {
            Ok((kind, target)) if kind.is_dir() => self.folder_link(target, path),
            Ok((kind, _)) => self.entry(kind, path),
            // The name is there: what links to it is not missing, and only a page must be read.
            Err(e) if is_page(&path) => self.unusable(path, (&e).into()),
            Err(_) => {
                self.walked.site.unknown.insert(shown(&path));
            }
        }
    }

    fn folder_link(&mut self, target: PathBuf, path: PathBuf) {
        let site = &mut self.walked.site;
        let name = shown(&path);
        if let Ok(inside) = target.strip_prefix(&self.canonical) {
            site.aliases.insert(name, shown(inside));
        } else if self.canonical.starts_with(&target) {
            site.unknown.insert(name);
        } else if let Some(known) = self.outside.get(&target) {
            site.aliases.insert(name, known.clone());
        } else {
            site.folders.insert(name.as_str().into());
            self.outside.insert(target, name);
            self.todo.push(path);
        }
    }

    fn unusable(&mut self, path: PathBuf, kind: ProblemKind) {
        self.walked.site.unknown.insert(shown(&path));
        self.walked.problems.push((path, kind));
    }
}
