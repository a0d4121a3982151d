//! A `role` attribute that is not a list of roles: empty, or with a word among others that is no role (WHATWG HTML 3.2.8 and
//! WAI-ARIA 1.2, 8.1 «Role attribute»), or with capitals, which not all assistive technologies read (ARIA in HTML, «Case requirements», calls
//! such pages non-conforming).
//!
//! Browsers skip such words, so that nobody loses anything: an error of conformance, no proof. Where no word at all is a role, people lose
//! what was meant: `role-unknown` and `role-abstract` say so of what is exposed, this one of the rest.

use crate::check::{Category, Check, Context, Interest, Meta};
use crate::dom::{Attr, Element};
use crate::spec::aria_roles;
use crate::text::{Text, nearest, text};

pub static CHECK: &dyn Check = &RoleValueInvalid;

struct RoleValueInvalid;

static META: Meta = Meta {
    id: "role-value-invalid",
    category: Category::Conformance,
    title: text("Attribut role mal rempli", "Malformed role attribute"),
    why: text(
        "Un mot qui n’est pas un rôle est ignoré : le prochain lecteur du code croira qu’il sert à quelque chose.",
        "A word that is no role is ignored: the next reader of the code will believe that it serves.",
    ),
    fix: text(
        "Ne garder que des rôles de WAI-ARIA, ou supprimer l’attribut.",
        "Keep only roles of WAI-ARIA, or remove the attribute.",
    ),
    interest: &[Interest::Attributes(&["role"])],
    fail: &[
        "<p role='avis note'>Avis</p>",
        "<p role=''>Avis</p>",
        "<p role=Note>Avis</p>",
    ],
    pass: &["<p role='doc-tip note'>Avis</p>"],
    na: &["<p>Avis</p>"],
    ..Meta::NEW
};

const EMPTY: Text = text("l’attribut role est vide", "the role attribute is empty");
const UNKNOWN: Text = text(
    "« {word} » n’est pas un rôle qu’une page peut employer",
    "\"{word}\" is not a role that a page may use",
);
const DID_YOU_MEAN: Text = text(
    "« {word} » n’est pas un rôle qu’une page peut employer ; serait-ce « {nearest} » ?",
    "\"{word}\" is not a role that a page may use; is it \"{nearest}\"?",
);
const CAPITALS: Text = text(
    "un rôle s’écrit en minuscules : {role}",
    "a role is written in lower case: {role}",
);
const ALSO: Text = text("ici aussi", "here too");

impl Check for RoleValueInvalid {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, element: Element<'p>, role: Attr<'p>, cx: &mut Context<'p>) {
        if role.prefix().is_some() {
            return;
        }
        let is_known =
            |word: &&str| aria_roles::role_in_any_case(word).is_some_and(|r| !r.is_abstract());
        let mut words = role.value().split_ascii_whitespace();
        let Some(word) = words.clone().find(|word| !is_known(word)) else {
            let capital = |word: &&str| word.bytes().any(|b| b.is_ascii_uppercase());
            if words.clone().next().is_none() {
                cx.fail_together((element, role), &EMPTY, "", &ALSO);
            } else if let Some(word) = words.find(capital) {
                if let Some(draft) = cx.fail_together((element, role), &CAPITALS, word, &ALSO) {
                    draft.arg("role", word.to_ascii_lowercase());
                }
            } else {
                cx.pass();
            }
            return;
        };
        if !words.any(|word| is_known(&word)) && cx.semantics().is_exposed(element) {
            return;
        }
        let names = aria_roles::all()
            .filter(|r| !r.is_abstract())
            .map(|r| r.name);
        let draft = match nearest(word, names) {
            Some(near) => cx
                .fail_together((element, role), &DID_YOU_MEAN, word, &ALSO)
                .map(|draft| draft.arg("nearest", near)),
            None => cx.fail_together((element, role), &UNKNOWN, word, &ALSO),
        };
        if let Some(draft) = draft {
            draft.arg("word", word);
        }
    }
}
