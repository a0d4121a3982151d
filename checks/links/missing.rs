//! References that lead to no file of the site.

use super::references::{Purpose, Reference};
use crate::check::{Destination, Entry, FNV_OFFSET, Resolver, SiteFiles, SitePage, fnv};
use crate::checks::authoring::addresses::{self, Address};

/// Paths that hosts answer themselves, beside the files.
const OF_THE_HOST: [&str; 5] = ["cdn-cgi/", ".netlify/", "_vercel/", ".well-known/", "__/"];

/// A reference to nothing.
pub struct Broken {
    /// The path from the site's root; or what is written, when it is no address.
    pub path: Box<str>,
    /// Length of the first part of the path that is no folder of the site, when the folder of the file is missing too.
    folder: Option<usize>,
    /// The reason to ask rather than to assert.
    pub doubt: Option<Doubt>,
    /// It is no address but words to be replaced by one.
    pub remark: bool,
    /// It starts at the host's root.
    pub absolute: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    Form,
    Program,
    Folder,
}

impl Broken {
    /// Whether it might lead somewhere if the site were served under another path: a file, named from the host's root.
    pub fn tells_of_root(&self) -> bool {
        self.absolute && self.doubt.is_none()
    }

    /// Identifies the missing file, and whether it is asserted or asked.
    pub fn key(&self) -> u64 {
        fnv(FNV_OFFSET, self.path.as_bytes()) << 1 | u64::from(self.doubt.is_some())
    }

    /// The missing folder around it, if there is one.
    pub fn folder(&self) -> Option<&str> {
        Some(&self.path[..self.folder?])
    }

    /// Identifies the missing folder, otherwise than a file of its name; 0 without one.
    pub fn folder_key(&self) -> u64 {
        let key = |folder: &str| fnv(fnv(FNV_OFFSET, b"folder "), folder.as_bytes()) << 1;
        self.folder().map_or(0, key)
    }
}

/// Where the path leaves the folders of the site, before its last part.
fn missing_folder(path: &str, page: &SitePage, files: &dyn SiteFiles) -> Option<usize> {
    path.match_indices('/')
        .map(|(at, _)| at)
        .filter(|at| at + 1 < path.len())
        .find(|at| files.find(page.site, &path[..*at]) == Entry::Missing)
}

/// What a reference leads to: a file (and whether it tells that the root is right), or nothing. `None` where there is nothing to judge.
pub fn judge<'a>(
    reference: Reference<'a>,
    resolver: &mut Resolver<'a>,
    page: &SitePage,
    files: &dyn SiteFiles,
) -> Option<Result<bool, Broken>> {
    if is_template_code(reference.url) {
        return None;
    }
    let followed = resolver.follow(reference.url)?;
    let absolute = followed.absolute;
    let (path, folder) = match &followed.to {
        Destination::Elsewhere => return None,
        // Every site has a first page: it tells nothing.
        Destination::File(path) => return Some(Ok(absolute && !path.starts_with("index."))),
        Destination::Folder(path) => (path, true),
        Destination::Missing(path) => (path, false),
    };
    if addresses::address(reference.url) == Address::Word {
        // `placeholder-link` says so.
        return None;
    }
    if is_remark(reference.url) {
        return Some(Err(Broken {
            path: reference.url.trim().into(),
            folder: None,
            doubt: None,
            remark: true,
            absolute: false,
        }));
    }
    if OF_THE_HOST.iter().any(|start| path.starts_with(start)) {
        return None;
    }
    let doubt = if reference.purpose == Purpose::Form {
        Some(Doubt::Form)
    } else if folder {
        Some(Doubt::Folder)
    } else if is_program(path, reference.url) {
        Some(Doubt::Program)
    } else {
        None
    };
    let path = path.clone();
    let folder = match doubt {
        None => missing_folder(&path, page, files),
        Some(_) => None,
    };
    Some(Err(Broken {
        path,
        folder,
        doubt,
        remark: false,
        absolute,
    }))
}

/// Whether template code stands where an address should: `template-leftover` says so.
fn is_template_code(url: &str) -> bool {
    url.contains(['{', '<'])
        && ["{{", "{%", "<%", "<?", "${", "#{"]
            .iter()
            .any(|mark| url.contains(mark))
}

/// Whether a remark stands where an address should: these characters are in no URL (WHATWG URL 4.3, «URL code points»).
fn is_remark(url: &str) -> bool {
    url.contains(['[', ']', '{', '}', '<', '>'])
}

/// Whether the address looks like a program's rather than a file's.
fn is_program(path: &str, url: &str) -> bool {
    const EXTENSIONS: [&str; 9] = [
        "php", "asp", "aspx", "ashx", "jsp", "do", "cgi", "pl", "cfm",
    ];
    let name = path.rsplit('/').next().unwrap_or(path);
    match name.rsplit_once('.') {
        Some((_, extension)) => EXTENSIONS.iter().any(|e| extension.eq_ignore_ascii_case(e)),
        None => {
            url.split('#').next().unwrap_or(url).contains('?')
                || path
                    .split('/')
                    .any(|folder| folder == "cgi-bin" || folder == "api")
        }
    }
}
