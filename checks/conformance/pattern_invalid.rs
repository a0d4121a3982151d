//! WHATWG HTML 4.10.5.3.6 «pattern»: a regular expression of JavaScript with the flag `v`, in force since 2023.
//!
//! Browsers drop a pattern that they cannot read: the field takes anything, and nothing says so. Only faults that are certain are told
//! (`spec::syntax::pattern`). No RGAA test asks about it.

use super::values::{self, Problem};
use crate::check::{Category, Check, Context, Interest, Meta};
use crate::dom::{Attr, Element};
use crate::spec::syntax::pattern::{self, Fault};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &PatternInvalid;

struct PatternInvalid;

static META: Meta = Meta {
    id: "pattern-invalid",
    category: Category::Conformance,
    title: text(
        "Attribut pattern que les navigateurs ignorent",
        "pattern attribute that browsers ignore",
    ),
    why: text(
        "Le navigateur ne sait pas lire cette expression régulière : il ne contrôle rien, et le champ accepte n’importe quoi.",
        "The browser cannot read this regular expression: it checks nothing, and the field takes anything.",
    ),
    fix: text(
        "Écrire une expression régulière de JavaScript que le drapeau v admet : dans des crochets, mettre une barre oblique inverse devant ( ) [ ] { } / - et |.",
        "Write a regular expression of JavaScript that the v flag allows: inside square brackets, put a backslash in front of ( ) [ ] { } / - and |.",
    ),
    interest: &[Interest::Attributes(&["pattern"])],
    fail: &[
        "<label>Nom <input pattern='[A-Za-z-]+'></label>",
        "<label>Code <input pattern='[0-9'></label>",
        r"<label>Date <input pattern='\d+\-\d+'></label>",
        "<label>Code <input pattern='*'></label>",
        "<label>Code <input pattern='[9-0]'></label>",
    ],
    pass: &[
        r"<label>Nom <input pattern='[A-Za-z\-]+'></label>",
        "<label>Code postal <input pattern='[0-9]{5}'></label>",
    ],
    na: &["<label>Nom <input></label>"],
    ..Meta::NEW
};

const IN_CLASS: Text = text(
    "« {found} » est ignoré : entre crochets, ( ) [ ], accolades, / - et | s’écrivent derrière une barre oblique inverse, et aucun signe de ponctuation n’est doublé",
    "\"{found}\" is ignored: inside square brackets, ( ) [ ], braces, / - and | are written behind a backslash, and no punctuation mark is doubled",
);
const RANGE: Text = text(
    "« {found} » est ignoré : entre crochets, un intervalle va d’un caractère à un autre qui le suit",
    "\"{found}\" is ignored: inside square brackets, a range goes from a character to a later one",
);
const ESCAPE: Text = text(
    "« {found} » est ignoré : une barre oblique inverse y précède un caractère qui n’en prend pas, ou rien",
    "\"{found}\" is ignored: a backslash in it precedes a character that takes none, or nothing",
);
const UNBALANCED: Text = text(
    "« {found} » est ignoré : un crochet, une parenthèse ou une accolade y est sans son pendant",
    "\"{found}\" is ignored: a bracket, a parenthesis or a brace in it is without its other half",
);
const REPETITION: Text = text(
    "« {found} » est ignoré : une répétition y est mal écrite, ou n’a rien à répéter",
    "\"{found}\" is ignored: a repetition in it is badly written, or has nothing to repeat",
);

impl Check for PatternInvalid {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, input: Element<'p>, attr: Attr<'p>, cx: &mut Context<'p>) {
        if !input.is("input") {
            return;
        }
        let pattern = attr.value();
        let words = match pattern::fault(pattern) {
            None => return cx.pass(),
            Some(Fault::InClass) => IN_CLASS,
            Some(Fault::Range) => RANGE,
            Some(Fault::Escape) => ESCAPE,
            Some(Fault::Unbalanced) => UNBALANCED,
            Some(Fault::Repetition) => REPETITION,
        };
        let problem = Problem::new(words).with("found", pattern);
        values::fail((input, attr), 0..pattern.len(), &problem, cx);
    }
}
