//! What was said of pages, kept by what it depends on: a page that has not changed costs a hash.
//!
//! A page's report depends on its bytes, its path, the settings and the program; its facts also on which files the site holds. The first
//! are the key. What was asked of the site's files is kept with its answers and asked again. Whatever cannot be read back whole is as if
//! it were not there.

mod asked;
mod stored;

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use asked::Recording;
use stored::Stored;

use super::{Engine, PageAudit};
use crate::check::{SiteFiles, SitePage};
use crate::source::Source;

/// The largest entry that is read, in bytes.
const MAX_ENTRY: u64 = 64 << 20;

/// What was said of pages before.
#[derive(Debug)]
pub struct Cache {
    salt: blake3::Hash,
    store: Store,
}

#[derive(Debug)]
enum Store {
    /// A file a page in this folder.
    Folder(PathBuf),
    Memory(Mutex<HashMap<String, Vec<u8>>>),
}

impl Cache {
    /// A cache in a folder, made if it is not there. `settings`: all that the outcome depends on besides pages and files, the program
    /// included.
    ///
    /// # Errors
    /// When there can be no such folder.
    pub fn open(folder: &Path, settings: &[u8]) -> io::Result<Cache> {
        fs::create_dir_all(folder)?;
        Ok(Cache {
            salt: blake3::hash(settings),
            store: Store::Folder(folder.to_owned()),
        })
    }

    /// A cache that lives as long as the program.
    pub fn in_memory(settings: &[u8]) -> Cache {
        Cache {
            salt: blake3::hash(settings),
            store: Store::Memory(Mutex::default()),
        }
    }

    /// Whether it was opened for these settings.
    pub fn is_for(&self, settings: &[u8]) -> bool {
        self.salt == blake3::hash(settings)
    }

    /// What the engine says of a page: kept, or worked out and kept.
    pub(super) fn audit(
        &self,
        engine: &Engine,
        page: &SitePage,
        bytes: Vec<u8>,
        files: &dyn SiteFiles,
    ) -> PageAudit {
        let key = self.key(page, &bytes);
        let source = Source::decode(page.path.clone(), bytes);
        let source = match self.load(&key, engine, page, source, files) {
            Ok(audit) => return audit,
            Err(source) => source,
        };
        let recording = Recording::new(files);
        let audit = engine.audit_page(source, Some(page), &recording);
        // A cache that cannot be written costs time, nothing else.
        if let Some(payload) = Stored::of(&audit, recording.into_asked(), engine) {
            let _ = self.write(&key, page, &payload);
        }
        audit
    }

    fn key(&self, page: &SitePage, bytes: &[u8]) -> blake3::Hash {
        let mut hasher = blake3::Hasher::new();
        hasher.update(self.salt.as_bytes());
        hasher.update(name(page).as_bytes());
        hasher.update(bytes);
        hasher.finalize()
    }

    /// The audit kept, or the source back.
    fn load(
        &self,
        key: &blake3::Hash,
        engine: &Engine,
        page: &SitePage,
        source: Source,
        files: &dyn SiteFiles,
    ) -> Result<PageAudit, Source> {
        let Some(entry) = self.read(page) else {
            return Err(source);
        };
        let whole = entry.split_at_checked(32).and_then(|(of, rest)| {
            let (sum, payload) = rest.split_at_checked(32)?;
            let same = of == key.as_bytes() && sum == blake3::hash(payload).as_bytes();
            same.then_some(payload)
        });
        let stored = whole.and_then(|payload| postcard::from_bytes::<Stored>(payload).ok());
        match stored {
            Some(stored) => stored.audit(engine, page, source, files),
            None => Err(source),
        }
    }

    fn read(&self, page: &SitePage) -> Option<Vec<u8>> {
        match &self.store {
            Store::Memory(kept) => {
                let kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
                kept.get(&page_key(page)).cloned()
            }
            Store::Folder(folder) => {
                let path = folder.join(page_key(page));
                // Before opening: that waits for ever on a pipe.
                let found = fs::metadata(&path).ok()?;
                if !found.is_file() || found.len() > MAX_ENTRY {
                    return None;
                }
                let mut entry = Vec::with_capacity(found.len() as usize);
                File::open(path)
                    .ok()?
                    .take(MAX_ENTRY)
                    .read_to_end(&mut entry)
                    .ok()?;
                Some(entry)
            }
        }
    }

    fn write(&self, key: &blake3::Hash, page: &SitePage, payload: &[u8]) -> io::Result<()> {
        let sum = blake3::hash(payload);
        let entry = [key.as_bytes(), sum.as_bytes(), payload];
        match &self.store {
            Store::Memory(kept) => {
                let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
                kept.insert(page_key(page), entry.concat());
            }
            Store::Folder(folder) => {
                let mut file = tempfile::Builder::new()
                    .prefix(".vigie-")
                    .tempfile_in(folder)?;
                file.write_all(&entry.concat())?;
                file.persist(folder.join(page_key(page)))
                    .map_err(|e| e.error)?;
            }
        }
        Ok(())
    }
}

/// What identifies a page: how it is reported and where it is in its site.
fn name(page: &SitePage) -> String {
    format!("{}\0{}\0{}\0", page.path, page.site_path, page.site)
}

/// One entry a page, whatever its content: a cache does not grow with time.
fn page_key(page: &SitePage) -> String {
    blake3::hash(name(page).as_bytes()).to_hex().to_string()
}
