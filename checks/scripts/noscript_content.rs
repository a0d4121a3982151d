//! RGAA 7.2.1: what is given to people without scripts offers similar content and functions.
//!
//! Hints: only comparing tells. A `noscript` that shows something is a question, with what it says; one that only measures visits (an image, a
//! frame, a style) is no alternative to anything. One a page.

use crate::check::{Check, Context, Interest, Meta, Proof};
use crate::dom::Element;
use crate::rgaa::test;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &NoscriptContent;

struct NoscriptContent;

static META: Meta = Meta {
    id: "noscript-content",
    title: text(
        "Contenu pour qui n’a pas de script",
        "Content for those without scripts",
    ),
    why: text(
        "Une alternative qui n’en offre pas autant prive de la fonction ceux que le script exclut.",
        "An alternative that offers less keeps the function from those the script shuts out.",
    ),
    fix: text(
        "Donner dans <noscript> un contenu et des fonctions similaires, ou rendre le composant lui-même accessible.",
        "Give similar content and functions in <noscript>, or make the component itself accessible.",
    ),
    proofs: &[Proof::hints(&[test(7, 2, 1)])],
    interest: &[Interest::Elements(&["noscript"])],
    review: &[
        "<p>Plan</p><noscript><p>La carte interactive n’est pas disponible : <a href=/adresses>adresses</a></p></noscript>",
    ],
    pass: &["<p>Plan</p><noscript><img src=https://mesure.example/p.gif alt=''></noscript>"],
    na: &["<p>Carte</p>"],
    ..Meta::NEW
};

const QUESTION: Text = text(
    "sans script, la page dit « {said} » : cela donne-t-il accès à des contenus et fonctions similaires ?",
    "without scripts, the page says \"{said}\": does that give access to similar content and functions?",
);
const ALSO: Text = text("aussi ici", "here too");

impl Check for NoscriptContent {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, noscript: Element<'p>, cx: &mut Context<'p>) {
        if noscript.closest(&["head"]).is_some() {
            return cx.pass();
        }
        let said = words(&noscript.text_content());
        if said.is_empty() {
            return cx.pass();
        }
        if let Some(draft) = cx.review_together(noscript, &QUESTION, "", &ALSO) {
            draft.arg("said", said);
        }
    }
}

/// The words of a piece of markup, tags left out: enough of them to know what it is about.
fn words(markup: &str) -> String {
    let mut out = String::new();
    let mut rest = markup;
    while out.len() < 400 {
        let (text, tag) = rest.split_once('<').unwrap_or((rest, ""));
        for word in text.split_whitespace() {
            if !out.is_empty() {
                out.push(' ');
            }
            out.push_str(word);
        }
        let raw = ["style", "script", "iframe", "!--"]
            .into_iter()
            .find(|name| {
                tag.get(..name.len())
                    .is_some_and(|t| t.eq_ignore_ascii_case(name))
            });
        let end = match raw {
            Some("!--") => tag.find("-->"),
            Some(name) => tag.find("</").filter(|at| tag[at + 2..].starts_with(name)),
            None => Some(0),
        };
        let Some(after) = end.and_then(|end| tag[end..].split_once('>')) else {
            break;
        };
        rest = after.1;
    }
    out
}
