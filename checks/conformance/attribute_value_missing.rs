//! HTML Standard, 13.2.2, `missing-attribute-value`: `class=>`, an equals sign with no value after it.
//!
//! The tree has the attribute, empty, which is no error by itself (13.2.5.37).
//!
//! Not in the writing rules of RGAA's glossary, so 8.2.1 is left alone.

use crate::check::{Category, Check, Context, InDom, Interest, Meta};
use crate::dom::ParseError;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &AttributeValueMissing;

struct AttributeValueMissing;

static META: Meta = Meta {
    id: "attribute-value-missing",
    category: Category::Conformance,
    in_dom: InDom::Repaired,
    title: text("Attribut sans sa valeur", "Attribute without its value"),
    why: text(
        "Un attribut laissé en plan (class=, href=) est lu comme vide : le lien, le style ou le nom voulu manque.",
        "An attribute left unfinished (class=, href=) is read as empty: the link, style or name that was meant is missing.",
    ),
    fix: text(
        "Écrire la valeur entre guillemets, ou retirer l’attribut.",
        "Write the value in quotes, or remove the attribute.",
    ),
    interest: &[Interest::ParseErrors],
    fail: &["<div class=>Avis</div>"],
    na: &[
        "<div class=''>Avis</div>",
        "<input disabled aria-label=Nom>",
    ],
    ..Meta::NEW
};

const FOUND: Text = text(
    "l’attribut {name} s’arrête au signe = : sa valeur manque",
    "the {name} attribute stops at its equals sign: its value is missing",
);

impl Check for AttributeValueMissing {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn parse_error<'p>(&self, error: &'p ParseError, cx: &mut Context<'p>) {
        if error.code != "missing-attribute-value" {
            return;
        }
        let name = error.name.as_deref().unwrap_or_default();
        cx.fail(error.span, &FOUND).arg("name", name);
    }
}
