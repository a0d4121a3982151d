//! Which generator built a site, and from which folder.

use std::path::{Path, PathBuf};

use super::files;

/// Generators whose rules are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Generator {
    /// Jekyll.
    Jekyll,
    /// Hugo.
    Hugo,
    /// Eleventy.
    Eleventy,
    /// Zola.
    Zola,
    /// Astro.
    Astro,
}

/// The files that say which generator a folder is for; of each group the first that is there.
const SIGNS: &[(Generator, &[&str])] = &[
    (
        Generator::Eleventy,
        &[
            ".eleventy.js",
            "eleventy.config.js",
            "eleventy.config.mjs",
            "eleventy.config.cjs",
            "eleventy.config.ts",
        ],
    ),
    (
        Generator::Astro,
        &[
            "astro.config.mjs",
            "astro.config.js",
            "astro.config.ts",
            "astro.config.cjs",
        ],
    ),
    (Generator::Jekyll, &["_config.yml", "_config.yaml"]),
    (
        Generator::Hugo,
        &[
            "hugo.toml",
            "hugo.yaml",
            "hugo.yml",
            "hugo.json",
            "config.toml",
            "config.yaml",
            "config.yml",
        ],
    ),
];

/// The generator that a folder of sources is for, and its configuration file.
pub fn generator(folder: &Path) -> Option<(Generator, PathBuf)> {
    for (generator, names) in SIGNS {
        for name in *names {
            let file = folder.join(name);
            if !file.is_file() {
                continue;
            }
            match generator {
                Generator::Hugo => {
                    let has = |name: &str| folder.join(name).is_dir();
                    // Both have `config.toml` and `content`.
                    if *name == "config.toml" && has("templates") && !has("layouts") {
                        return Some((Generator::Zola, file));
                    }
                    if has("content") || has("layouts") || has("themes") {
                        return Some((Generator::Hugo, file));
                    }
                }
                known => return Some((*known, file)),
            }
        }
    }
    None
}

/// The folder of the sources of a folder of built pages: the one it is in, when a generator's configuration is there and the built
/// folder has the name that it gives.
pub fn sources_of(site: &Path) -> Option<PathBuf> {
    let name = match site.file_name() {
        Some(name) => name.to_owned(),
        // `.` and the like.
        None => site.canonicalize().ok()?.file_name()?.to_owned(),
    };
    let folder = match site.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        Some(_) if site.file_name().is_some() => PathBuf::from("."),
        _ => PathBuf::from(".."),
    };
    let (generator, config) = generator(&folder)?;
    let name = name.to_str()?;
    let usual = match generator {
        Generator::Jekyll | Generator::Eleventy => "_site",
        Generator::Hugo | Generator::Zola => "public",
        Generator::Astro => "dist",
    };
    let said = || {
        let keys = [
            "destination",
            "publishDir",
            "publishdir",
            "output",
            "output_dir",
            "outDir",
        ];
        let text = files::read(&config).unwrap_or_default();
        text.lines()
            .any(|line| keys.iter().any(|key| line.contains(key)) && line.contains(name))
    };
    (name == usual || said()).then_some(folder)
}
