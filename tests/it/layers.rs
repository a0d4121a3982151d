//! Which folder may use which: read from the `use` lines and the paths in the code.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Each layer, and what it may use of the crate. `text` and `source` are words everybody speaks.
const LAYERS: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("source", &["text"]),
    ("origin", &["source", "text"]),
    ("spec", &["text"]),
    ("rgaa", &["text"]),
    ("dom", &["source", "text"]),
    ("semantics", &["dom", "source", "spec", "text"]),
    (
        "check",
        &["dom", "rgaa", "semantics", "source", "spec", "text"],
    ),
    (
        "checks",
        &[
            "check",
            "dom",
            "rgaa",
            "semantics",
            "source",
            "spec",
            "text",
        ],
    ),
    ("report", &["check", "rgaa", "source", "text"]),
    (
        "engine",
        &[
            "check",
            "checks",
            "dom",
            "report",
            "rgaa",
            "semantics",
            "source",
            "text",
        ],
    ),
    ("baseline", &["report", "text"]),
    ("diff", &["check", "report", "source", "text"]),
    (
        "fix",
        &[
            "check", "checks", "dom", "engine", "origin", "report", "source", "spec",
        ],
    ),
    (
        "annotate",
        &["check", "dom", "fix", "report", "source", "text"],
    ),
    (
        "config",
        &[
            "check", "checks", "dom", "engine", "rgaa", "source", "spec", "text",
        ],
    ),
    (
        "cli",
        &[
            "annotate",
            "baseline",
            "check",
            "checks",
            "config",
            "diff",
            "dom",
            "engine",
            "fix",
            "origin",
            "report",
            "rgaa",
            "semantics",
            "source",
            "spec",
            "text",
        ],
    ),
];

fn rust_files(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            rust_files(&path, into);
        } else if path.extension().is_some_and(|e| e == "rs") {
            into.push(path);
        }
    }
}

/// Layer to its files.
fn layers() -> BTreeMap<String, Vec<PathBuf>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    rust_files(&root.join("src"), &mut files);
    rust_files(&root.join("checks"), &mut files);
    let mut layers: BTreeMap<String, Vec<PathBuf>> = BTreeMap::new();
    for file in files {
        let relative = file.strip_prefix(root).unwrap();
        let mut parts = relative.iter().map(|p| p.to_string_lossy().into_owned());
        let first = parts.next().unwrap();
        let layer = if first == "checks" {
            first
        } else {
            parts.next().unwrap()
        };
        let layer = layer.trim_end_matches(".rs").to_owned();
        layers.entry(layer).or_default().push(file);
    }
    layers
}

#[test]
fn no_layer_uses_one_above_it() {
    let mut problems = Vec::new();
    for (layer, files) in layers() {
        if layer == "lib" || layer == "main" {
            continue;
        }
        let Some((_, allowed)) = LAYERS.iter().find(|(name, _)| *name == layer) else {
            problems.push(format!("src/{layer}: a layer that this test does not know"));
            continue;
        };
        for file in files {
            let code = std::fs::read_to_string(&file).unwrap();
            let code = code.split("#[cfg(test)]").next().unwrap_or_default();
            for used in code.split("crate::").skip(1) {
                let name: String = used
                    .chars()
                    .take_while(|c| c.is_alphanumeric() || *c == '_')
                    .collect();
                if name != layer && !name.is_empty() && !allowed.contains(&name.as_str()) {
                    problems.push(format!("{} uses crate::{name}", file.display()));
                }
            }
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

/// The parser crates stay behind `dom`, so that the tree underneath can change without touching a check.
#[test]
fn only_dom_knows_the_parsers() {
    let mut seen = 0;
    for (layer, files) in layers() {
        for file in files {
            let code = std::fs::read_to_string(&file).unwrap();
            let uses = ["html5gum::", "web_atoms::"].iter().any(|krate| {
                code.lines()
                    .any(|l| l.contains(krate) && !l.trim_start().starts_with("//"))
            });
            seen += usize::from(uses);
            assert!(
                !uses || layer == "dom",
                "{} uses a parser crate",
                file.display()
            );
        }
    }
    assert!(seen > 0, "the scan finds the users it allows");
}

/// The compiler sees to the library; the command says two words to the allocator.
#[test]
fn nothing_is_unsafe_but_the_thresholds_of_the_allocator() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let library = std::fs::read_to_string(src.join("lib.rs")).unwrap();
    assert!(library.contains("#![forbid(unsafe_code)]"));
    let command = std::fs::read_to_string(src.join("main.rs")).unwrap();
    let (_, block) = command.split_once("unsafe {").unwrap();
    let (block, rest) = block.split_once('}').unwrap();
    assert!(block.trim().lines().all(|l| l.contains("libc::mallopt(")));
    assert!(!rest.contains("unsafe"));
}

/// A test module that `main.rs` forgets would pass by not running.
#[test]
fn every_test_module_is_declared() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it");
    let main = std::fs::read_to_string(folder.join("main.rs")).unwrap();
    for entry in std::fs::read_dir(&folder).unwrap().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let module = name.trim_end_matches(".rs");
        if module != "main" {
            assert!(
                main.contains(&format!("mod {module};")),
                "main.rs has no `mod {module};`"
            );
        }
    }
}
