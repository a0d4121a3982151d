//! No check loses anything by waiting for signs ([`Interest::TextWith`]): it has nothing to say of the texts without them.

use vigie::check::{Context, Interest, Options, Signs};
use vigie::checks;
use vigie::dom;
use vigie::dom::NodeRef;
use vigie::semantics::Semantics;
use vigie::source::Source;

/// What makes checks speak, and what is near it.
const PIECES: &[&str] = &[
    "TODO",
    "FIXME",
    "TBD",
    "À COMPLÉTER",
    "A COMPLETER",
    "XXX",
    "FIN",
    "\n",
    "\n\n",
    " ",
    "  ",
    "\u{a0}",
    "\u{2003}",
    "\u{2002}",
    "(",
    ")",
    "[",
    "]",
    "?",
    "!",
    ".",
    "…",
    "à venir",
    "À définir",
    "a compléter",
    "lien",
    "texte",
    "lorem ipsum",
    "LOREM IPSUM",
    "#",
    "##",
    "# ",
    "\t",
    "*",
    "**",
    "* ",
    "mot",
    "Mot",
    "|",
    "---",
    "|---|---|",
    "```",
    "`",
    "](",
    "[a](/b/)",
    "{:",
    "{: .a}",
    "}",
    "{{",
    "}}",
    "{%",
    "%}",
    "<%",
    "%>",
    "${",
    "[[",
    "]]",
    "%7B%7B",
    "%7D%7D",
    "&",
    ";",
    "nbsp",
    "#160",
    "#x27",
    "amp",
    "<",
    ">",
    "/",
    "p",
    "br",
    "!--",
    "=",
    "B",
    "I",
    "e",
    "N",
    "é",
    "م",
    "שלום",
    "\u{feff}",
    "😀",
    "9",
];

/// The checks that wait for signs, each shown every text of a page that has none of them.
fn speak_without_signs(html: &str) -> Vec<String> {
    let doc = dom::parse(Source::from_text("page.html", html.to_owned()));
    let semantics = Semantics::new(&doc);
    let options = Options::default();
    let mut problems = Vec::new();
    for check in checks::ALL {
        let wanted = check.meta().interest.iter().find_map(|i| match i {
            Interest::TextWith(signs) => Some(*signs),
            _ => None,
        });
        let Some(wanted) = wanted else { continue };
        let texts = doc.nodes().filter_map(NodeRef::as_text);
        for text in texts.filter(|t| !Signs::of(t.text()).meet(wanted)) {
            let mut cx = Context::new(check.meta(), &semantics, &options, 10);
            check.text(text, &mut cx);
            let drafts = cx.finish();
            if drafts.tally != Default::default() || !drafts.open.is_empty() {
                problems.push(format!("{}: {:?}", check.meta().id, text.text()));
            }
        }
    }
    problems
}

#[test]
fn on_examples_and_fixtures() {
    let mut problems = Vec::new();
    for meta in checks::ALL.iter().map(|c| c.meta()) {
        for html in [meta.fail, meta.review, meta.pass, meta.na].concat() {
            problems.extend(speak_without_signs(html));
        }
        let folder = crate::fixtures::folder_of(meta.id);
        for file in folder
            .iter()
            .flat_map(std::fs::read_dir)
            .flatten()
            .flatten()
        {
            if let Ok(html) = std::fs::read_to_string(file.path()) {
                problems.extend(speak_without_signs(&html));
            }
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn on_texts_made_of_all_that_makes_them_speak() {
    let mut next = crate::support::random();
    let escape = |piece: &str| piece.replace('&', "&amp;").replace('<', "&lt;");
    let mut problems = Vec::new();
    for _ in 0..400 {
        let mut html = String::new();
        for _ in 0..40 {
            html.push_str("<p>");
            // Few pieces, so that texts lack all signs but those of a piece or two.
            for _ in 0..=next(5) {
                html.push_str(&escape(PIECES[next(PIECES.len())]));
            }
        }
        problems.extend(speak_without_signs(&html));
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}
