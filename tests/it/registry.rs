//! The list of checks is the folder; each check's data is complete; conventions hold.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};

use vigie::checks;

use crate::fixtures::folder_of;
use crate::golden;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("checks")
}

/// Topic to check files (without `.rs`), sorted; `mod.rs` and files without a `CHECK` (shared by the checks of the topic) apart.
fn files() -> BTreeMap<String, Vec<(String, String)>> {
    let mut topics = BTreeMap::new();
    for topic in std::fs::read_dir(folder()).unwrap().flatten() {
        if !topic.path().is_dir() {
            continue;
        }
        let mut files = Vec::new();
        for file in std::fs::read_dir(topic.path()).unwrap().flatten() {
            let name = file.file_name().to_string_lossy().into_owned();
            if let Some(name) = name.strip_suffix(".rs") {
                files.push((
                    name.to_owned(),
                    std::fs::read_to_string(file.path()).unwrap(),
                ));
            }
        }
        files.sort();
        topics.insert(topic.file_name().to_string_lossy().into_owned(), files);
    }
    topics
}

#[test]
fn registry_is_the_folder() {
    let (mut mods, mut all, mut site) = (String::new(), String::new(), String::new());
    for (topic, files) in files() {
        let _ = writeln!(mods, "pub mod {topic} {{");
        for (name, code) in files {
            let _ = writeln!(mods, "    pub mod {name};");
            if code.contains("pub static CHECK: &dyn Check") {
                let _ = writeln!(all, "    {topic}::{name}::CHECK,");
            } else if code.contains("pub static CHECK: &dyn AnySiteCheck") {
                let _ = writeln!(site, "    {topic}::{name}::CHECK,");
            }
        }
        let _ = writeln!(mods, "}}");
    }
    let list = |name: &str, kind: &str, items: &str| match items {
        "" => format!("pub static {name}: &[&dyn {kind}] = &[];\n"),
        _ if items.lines().count() == 1 => {
            format!(
                "pub static {name}: &[&dyn {kind}] = &[{}];\n",
                items.trim().trim_end_matches(',')
            )
        }
        _ => format!("pub static {name}: &[&dyn {kind}] = &[\n{items}];\n"),
    };
    let code = format!(
        "//! All checks. Generated from this folder: `UPDATE=1 cargo test registry`.\n\n\
         use crate::check::{{AnySiteCheck, Check, Meta}};\n\n\
         {mods}\n\
         /// Checks of one page.\n{}\n\
         /// Checks of a whole site.\n{}\n\
         /// The data of every check, page checks first.\n\
         pub fn metas() -> impl Iterator<Item = &'static Meta> {{\n\
         \x20   let page = ALL.iter().map(|c| c.meta());\n\
         \x20   page.chain(SITE.iter().map(|c| c.meta()))\n\
         }}\n",
        list("ALL", "Check", &all),
        list("SITE", "AnySiteCheck", &site),
    );
    if let Err(e) = golden::compare(&folder().join("mod.rs"), &code) {
        panic!("{e}");
    }
}

#[test]
fn every_check_is_complete() {
    let mut problems = Vec::new();
    let mut ids: Vec<&str> = Vec::new();
    for meta in checks::metas() {
        let id = meta.id;
        let mut say = |what: &str| problems.push(format!("{id}: {what}"));
        if ids.contains(&id) {
            say("two checks have this id");
        }
        ids.push(id);
        if id.is_empty()
            || !id
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        {
            say("an id is in kebab case");
        }
        for (name, text) in [("title", meta.title), ("why", meta.why), ("fix", meta.fix)] {
            if text.fr.trim().is_empty() || text.en.trim().is_empty() {
                say(&format!("no {name} in one of the languages"));
            }
        }
        let site = checks::SITE.iter().any(|c| c.meta().id == id);
        // A check that only speaks of what is declared has its examples in fixtures.
        let declares = folder_of(id).is_some_and(|f| f.join("vigie.toml").is_file());
        if !site && !declares && meta.fail.is_empty() && meta.review.is_empty() {
            say("no example it speaks on");
        }
        if !site && meta.pass.is_empty() && meta.na.is_empty() {
            say("no example it is silent on");
        }
        if !site && meta.interest.is_empty() {
            say("it is shown nothing");
        }
        for test in meta.tests() {
            if test.index().is_none() {
                say(&format!("the RGAA has no test {test}"));
            }
        }
        for proof in meta.proofs {
            if proof.tests.is_empty() {
                say("a proof without a test");
            }
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn a_check_is_in_the_file_of_its_name() {
    let files = files();
    for meta in checks::metas() {
        let file = meta.id.replace('-', "_");
        let code = files
            .values()
            .flatten()
            .find(|(name, _)| *name == file)
            .map(|(_, code)| code);
        let code = code.unwrap_or_else(|| panic!("no checks/*/{file}.rs for {}", meta.id));
        assert!(
            code.starts_with("//! "),
            "{file}.rs argues its proofs in its first lines"
        );
    }
}

/// Every `text("fr", "en")` of the checks has the same placeholders in both languages.
#[test]
fn both_languages_fill_the_same_placeholders() {
    let mut count = 0;
    for (name, code) in files().into_values().flatten() {
        for call in code.split("text(").skip(1) {
            let Some((fr, rest)) = literal(call) else {
                continue;
            };
            let Some((en, _)) = literal(rest.trim_start().trim_start_matches(',')) else {
                continue;
            };
            count += 1;
            assert_eq!(
                placeholders(&fr),
                placeholders(&en),
                "{name}.rs: «{fr}» / «{en}»"
            );
        }
    }
    assert!(count > 10, "the scan finds the texts");
}

/// The string literal a text begins with, and what follows.
fn literal(code: &str) -> Option<(String, &str)> {
    let code = code.trim_start().strip_prefix('"')?;
    let mut escaped = false;
    for (i, c) in code.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return Some((code[..i].to_owned(), &code[i + 1..])),
            _ => {}
        }
    }
    None
}

fn placeholders(text: &str) -> Vec<&str> {
    let mut found: Vec<&str> = text
        .split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}').map(|(name, _)| name))
        .filter(|name| {
            name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_') && !name.is_empty()
        })
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}
