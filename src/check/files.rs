//! The files of the built site, as checks know them.

use crate::spec::{links, url};

/// One page, as site checks know it.
#[derive(Clone, Debug)]
pub struct SitePage {
    /// Its path, as reported.
    pub path: String,
    /// Its path from the site's root, `/` separators, no leading `/`: what links are resolved against.
    pub site_path: String,
    /// Which of the sites given at once it belongs to.
    pub site: u32,
}

impl SitePage {
    /// A page with no site around it.
    pub fn alone(path: impl Into<String>) -> SitePage {
        SitePage {
            path: path.into(),
            site_path: String::new(),
            site: u32::MAX,
        }
    }

    /// Identifies its file, as [`Destination::File`] gives it.
    pub fn key(&self) -> u64 {
        file_key(self.site, &self.site_path)
    }

    /// Whether one of these patterns matches its path, as reported or from the site's root.
    pub fn is_among(&self, paths: &globset::GlobSet) -> bool {
        paths.is_match(&self.path) || paths.is_match(&self.site_path)
    }

    /// Whether it is the first page of its site.
    pub fn is_home(&self) -> bool {
        INDEX.contains(&self.site_path.as_str())
    }
}

/// Identifies a file of one of the sites.
pub fn file_key(site: u32, path: &str) -> u64 {
    fnv(fnv(FNV_OFFSET, &site.to_le_bytes()), path.as_bytes())
}

/// Where FNV-1a begins.
pub const FNV_OFFSET: u64 = 0xcbf2_9ce4_8422_2325;

/// FNV-1a, 64 bits: stable over versions and machines, unlike the standard library's hashers.
pub fn fnv(mut hash: u64, bytes: &[u8]) -> u64 {
    for &b in bytes {
        hash = (hash ^ u64::from(b)).wrapping_mul(0x0000_0100_0000_01b3);
    }
    hash
}

/// A text in few bits: [`fnv`] folded.
pub fn short_hash(text: &str) -> u32 {
    let hash = fnv(FNV_OFFSET, text.as_bytes());
    (hash ^ (hash >> 32)) as u32
}

/// The built site while its pages are read.
pub trait SiteFiles: Sync {
    /// What there is at a path (`/` separators, from the root of the site, no leading `/`; a folder's without final `/`).
    fn find(&self, site: u32, path: &str) -> Entry<'_>;
    /// A path that differs from this one by case only.
    fn other_case(&self, site: u32, path: &str) -> Option<String>;
    /// Where the site is served.
    fn base(&self) -> &Base;
}

/// Where the site is served, as far as it is declared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Base {
    /// The host.
    pub host: Option<String>,
    /// The path, without `/` at its ends: `blog` for `https://example.org/blog/`.
    pub path: String,
}

impl Base {
    /// Reads `/blog` or `https://example.org/blog/`.
    pub fn parse(declared: &str) -> Base {
        let declared = url::clean(declared);
        let reference = url::split(&declared);
        Base {
            host: reference
                .origin
                .and_then(links::host)
                .map(str::to_ascii_lowercase),
            path: url::percent_decode(reference.path)
                .trim_matches('/')
                .to_owned(),
        }
    }
}

/// What there is at a path of the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry<'f> {
    /// A file; its path once symbolic links between folders of the site are followed.
    File(&'f str),
    /// A folder.
    Folder,
    /// Nothing.
    Missing,
    /// Nobody can say: the folder around was not given, or could not be read.
    Unknown,
}

/// No site around the page.
pub struct Alone;

impl SiteFiles for Alone {
    fn find(&self, _: u32, _: &str) -> Entry<'_> {
        Entry::Unknown
    }

    fn other_case(&self, _: u32, _: &str) -> Option<String> {
        None
    }

    fn base(&self) -> &Base {
        static NOWHERE: Base = Base {
            host: None,
            path: String::new(),
        };
        &NOWHERE
    }
}

/// The files a server serves for a folder.
pub(super) const INDEX: [&str; 5] = [
    "index.html",
    "index.htm",
    "index.xhtml",
    "index.php",
    "default.html",
];
