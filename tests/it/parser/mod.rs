//! The parser: trees, places, errors, limits.

mod errors;
mod fragments;
mod limits;
mod places;
mod tree;
mod tricky;

use std::path::Path;

use vigie::dom::Document;
use vigie::source::Source;

pub fn parse(page: &str) -> Document {
    vigie::dom::parse(Source::from_text("page.html", page))
}

/// The pages under a folder, as text.
pub fn pages(folder: &Path) -> Vec<String> {
    let mut pages = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            let html = path
                .extension()
                .is_some_and(|e| ["html", "htm", "xhtml", "xht"].contains(&&*e.to_string_lossy()));
            if path.is_dir() {
                folders.push(path);
            } else if html && let Ok(bytes) = std::fs::read(&path) {
                pages.push(String::from_utf8_lossy(&bytes).into_owned());
            }
        }
    }
    pages
}
