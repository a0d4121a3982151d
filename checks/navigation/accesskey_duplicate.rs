//! The same `accesskey` on several elements.
//!
//! Links that lead to the same place may share it. WHATWG HTML 6.7.1: each value is a list of single characters, and pressing one goes to one element. Which of two gets it differs from
//! browser to browser. The RGAA says nothing of it (12.10 is about shortcuts that scripts set), so there is no proof.

use std::collections::HashMap;

use crate::check::{Check, Context, Interest, Level, Meta};
use crate::dom::{Attr, Element, NodeId};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &AccesskeyDuplicate;

struct AccesskeyDuplicate;

static META: Meta = Meta {
    id: "accesskey-duplicate",
    level: Level::Warning,
    title: text(
        "Raccourci accesskey donné plusieurs fois",
        "Accesskey given more than once",
    ),
    why: text(
        "Le même raccourci mène à l’un ou à l’autre élément selon le navigateur : personne ne peut s’y fier.",
        "The same shortcut leads to one element or the other depending on the browser: nobody can rely on it.",
    ),
    fix: text(
        "Donner à chaque élément un caractère différent, ou supprimer accesskey.",
        "Give each element a different character, or remove accesskey.",
    ),
    interest: &[Interest::Attributes(&["accesskey"])],
    fail: &["<a href=/ accesskey=1>Accueil</a><a href=/plan accesskey=1>Plan</a>"],
    pass: &["<a href=/ accesskey=1>Accueil</a><a href=/plan accesskey=2>Plan</a>"],
    na: &["<a href=/>Accueil</a>"],
    ..Meta::NEW
};

const TAKEN: Text = text(
    "le raccourci accesskey=\"{key}\" est déjà pris",
    "the shortcut accesskey=\"{key}\" is already taken",
);
const FIRST: Text = text("par ce <{tag}>", "by this <{tag}>");

impl Check for AccesskeyDuplicate {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, e: Element<'p>, attr: Attr<'p>, cx: &mut Context<'p>) {
        if !cx.semantics().is_rendered(e) {
            return;
        }
        for key in keys(attr) {
            let first = cx.memory::<First>().0.get(&key).copied();
            let Some(one) = first.and_then(|id| cx.doc().element(id)) else {
                cx.memory::<First>().0.insert(key, e.id());
                cx.pass();
                continue;
            };
            // The same link twice: either will do.
            let same = one == e || e.attr("href").is_some() && one.attr("href") == e.attr("href");
            if !same {
                cx.fail((e, attr), &TAKEN)
                    .arg("key", key)
                    .related(one.place(), &FIRST)
                    .related_arg("tag", one.name());
            }
        }
    }
}

/// The first element of each character.
#[derive(Default)]
struct First(HashMap<char, NodeId>);

/// The characters of the value, those of several characters left out as browsers do.
fn keys<'p>(attr: Attr<'p>) -> impl Iterator<Item = char> + use<'p> {
    attr.value().split_ascii_whitespace().filter_map(|word| {
        let mut chars = word.chars();
        let key = chars.next()?;
        chars
            .next()
            .is_none()
            .then(|| key.to_lowercase().next().unwrap_or(key))
    })
}
