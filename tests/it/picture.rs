//! The README's picture is a real run: `UPDATE_PICTURE=1 cargo test picture` draws it anew.

use std::path::Path;

use vigie::checks;

use crate::cli::{run_in, stdout};

/// Lines kept of the beginning and of the end of what is shown.
const BEGINNING: usize = 36;
const END: usize = 22;

#[test]
fn picture_is_a_real_run() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let file = root.join("docs/audit.svg");
    if std::env::var_os("UPDATE_PICTURE").is_some() {
        std::fs::create_dir_all(root.join("docs")).unwrap();
        std::fs::write(&file, draw(root)).unwrap();
    }
    let picture = std::fs::read_to_string(&file).unwrap();
    // Other checks change what is shown every day; what the picture shows must only still exist.
    let named: Vec<&str> = picture
        .match_indices("erreur[")
        .filter_map(|(at, word)| picture[at + word.len()..].split(']').next())
        .collect();
    assert!(!named.is_empty(), "the picture shows findings");
    for id in named {
        assert!(
            checks::metas().any(|m| m.id == id),
            "{id} is gone: UPDATE_PICTURE=1 cargo test picture"
        );
    }
}

fn draw(root: &Path) -> String {
    let ran = run_in(
        root,
        &["audit", "fixtures/sites/ministere", "--color", "always"],
    );
    let shown = stdout(&ran);
    let mut lines: Vec<&str> = shown.lines().collect();
    let mut kept = vec!["$ vigie audit fixtures/sites/ministere".to_owned()];
    // From the first page with errors on.
    if let Some(at) = lines.iter().position(|l| l.contains("crues.html")) {
        kept.push("\n[…]\n".to_owned());
        lines.drain(..at);
    }
    if lines.len() > BEGINNING + END {
        kept.extend(lines[..BEGINNING].iter().map(|l| (*l).to_owned()));
        kept.push("\n[…]\n".to_owned());
        kept.extend(lines[lines.len() - END..].iter().map(|l| (*l).to_owned()));
    } else {
        kept.extend(lines.iter().map(|l| (*l).to_owned()));
    }
    anstyle_svg::Term::new()
        .palette(anstyle_svg::WIN10_CONSOLE)
        .render_svg(&kept.join("\n"))
}
