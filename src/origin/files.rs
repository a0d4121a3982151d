//! The files of a folder of sources that can have a part in pages.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use super::detect::Generator;

/// Larger files are not read.
const LARGEST: u64 = 2_000_000;
/// What is read of a folder at most, in bytes.
const MOST_BYTES: u64 = 256_000_000;
/// Files taken at most.
const MOST_FILES: usize = 100_000;
/// Folders in folders at most.
const DEEPEST: usize = 40;

/// How a file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Writing {
    /// Markdown, HTML and expressions of templates in it.
    Markdown,
    /// HTML with expressions of templates.
    Template,
    /// HTML with expressions in braces, or HTML in a program.
    Component,
    /// Texts with keys: YAML, TOML, JSON.
    Data,
}

/// Whose place a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// One page's, or one part of a page's.
    Content,
    /// Layouts, includes, components: many pages'.
    Shared,
}

/// A file of the sources.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// From the folder of the sources, `/` separators.
    pub path: String,
    /// How it is written.
    pub writing: Writing,
    /// Whose it is.
    pub role: Role,
}

/// The files, and whether they are all there are.
#[derive(Debug, Default)]
pub struct SourceFiles {
    /// In byte order of their paths.
    pub all: Vec<SourceFile>,
    /// Nothing was left out for its size or number, nor could not be read.
    pub whole: bool,
}

/// Finds them. `built`: the folder of built pages, which is none of the sources. Links are not followed.
pub fn find(root: &Path, built: Option<&Path>, generator: Option<Generator>) -> SourceFiles {
    let mut found = SourceFiles {
        all: Vec::new(),
        whole: true,
    };
    let mut bytes = 0;
    let mut folders: Vec<(PathBuf, String, usize)> = vec![(root.to_owned(), String::new(), 0)];
    while let Some((folder, prefix, depth)) = folders.pop() {
        let Ok(entries) = fs::read_dir(&folder) else {
            found.whole = false;
            continue;
        };
        for entry in entries.flatten() {
            let Ok(name) = entry.file_name().into_string() else {
                continue;
            };
            let Ok(kind) = entry.file_type() else {
                continue;
            };
            let path = format!("{prefix}{name}");
            if kind.is_dir() {
                let passed = is_no_source(&name, &path, generator)
                    || built.is_some_and(|b| b == entry.path());
                if passed {
                    continue;
                }
                if depth < DEEPEST {
                    folders.push((entry.path(), format!("{path}/"), depth + 1));
                } else {
                    found.whole = false;
                }
                continue;
            }
            let Some(writing) = writing(&name, &path).filter(|_| kind.is_file()) else {
                continue;
            };
            let size = entry.metadata().map_or(u64::MAX, |m| m.len());
            bytes += size.min(LARGEST);
            if size > LARGEST || bytes > MOST_BYTES || found.all.len() >= MOST_FILES {
                // Data are the last place to look in: large ones say nothing against the others.
                found.whole &= writing == Writing::Data;
                continue;
            }
            let role = role(&path);
            found.all.push(SourceFile {
                path,
                writing,
                role,
            });
        }
    }
    found.all.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

/// Reads a file as text. What is not UTF-8 is read as Windows-1252, where lines are the same.
pub fn read(path: &Path) -> Option<String> {
    // Before opening: that waits for ever on a pipe that took its place since it was found.
    if !fs::metadata(path).ok()?.is_file() {
        return None;
    }
    let file = fs::File::open(path).ok()?;
    let mut bytes = Vec::new();
    file.take(LARGEST + 1).read_to_end(&mut bytes).ok()?;
    if bytes.len() as u64 > LARGEST {
        return None;
    }
    Some(match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(e) => encoding_rs::WINDOWS_1252
            .decode_without_bom_handling(e.as_bytes())
            .0
            .into_owned(),
    })
}

/// Folders of tools, of packages of others, and of what is built.
fn is_no_source(name: &str, path: &str, generator: Option<Generator>) -> bool {
    let built = match generator {
        Some(Generator::Hugo) => {
            name == "public" || path == "resources/_gen" || path == "archetypes"
        }
        Some(Generator::Zola) => path == "public",
        _ => false,
    };
    built
        || name.starts_with('.')
        || matches!(
            name,
            "node_modules"
                | "bower_components"
                | "vendor"
                | "target"
                | "_site"
                | "dist"
                | "__pycache__"
        )
}

fn writing(name: &str, path: &str) -> Option<Writing> {
    let extension = name.rsplit_once('.')?.1.to_ascii_lowercase();
    Some(match &*extension {
        "md" | "markdown" | "mkd" | "mkdn" | "mdown" | "mdx" => Writing::Markdown,
        "html" | "htm" | "xhtml" | "liquid" | "njk" | "nunjucks" | "hbs" | "handlebars"
        | "mustache" | "ejs" | "erb" | "twig" | "j2" | "jinja" | "jinja2" | "tera" | "webc"
        | "vto" | "php" | "vue" | "tmpl" | "svg" => Writing::Template,
        "astro" | "jsx" | "tsx" | "svelte" => Writing::Component,
        "js" | "mjs" | "cjs" | "ts" if !name.contains(".min.") && !is_asset(path) => {
            Writing::Component
        }
        "yml" | "yaml" | "toml" => Writing::Data,
        "json" if !name.starts_with("package") && name != "tsconfig.json" => Writing::Data,
        _ => return None,
    })
}

/// Scripts that go to browsers as they are write no page.
fn is_asset(path: &str) -> bool {
    path.split('/').any(|part| {
        matches!(
            part,
            "assets" | "static" | "js" | "scripts" | "public" | "uploads" | "lib"
        )
    })
}

/// By the names that generators give to folders.
fn role(path: &str) -> Role {
    let mut folders = path.split('/').collect::<Vec<_>>();
    folders.pop();
    let shared = |part: &&str| {
        let part = part.trim_start_matches('_');
        matches!(
            part,
            "layouts"
                | "layout"
                | "includes"
                | "include"
                | "partials"
                | "components"
                | "templates"
                | "shortcodes"
                | "macros"
                | "themes"
                | "data"
                | "i18n"
        )
    };
    // Files with the names of these folders under a folder of content are content.
    match folders.first() {
        Some(&"content" | &"_posts") => Role::Content,
        _ if folders.iter().any(shared) => Role::Shared,
        _ => Role::Content,
    }
}
