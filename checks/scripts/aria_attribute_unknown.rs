//! An `aria-*` attribute that does not exist (WAI-ARIA 1.2, section 6; ACT 5f99a7).
//!
//! Browsers do nothing with it. No RGAA test is about unknown attributes (8.2.1 lists five families, and this is not one), so there is no
//! proof. Those of the draft of WAI-ARIA 1.3 are known.

use crate::check::{Category, Check, Context, Interest, Meta};
use crate::dom::Element;
use crate::spec::aria_attributes;
use crate::text::{Text, nearest, text};

pub static CHECK: &dyn Check = &AriaAttributeUnknown;

struct AriaAttributeUnknown;

static META: Meta = Meta {
    id: "aria-attribute-unknown",
    category: Category::Conformance,
    title: text("Attribut ARIA inconnu", "Unknown ARIA attribute"),
    why: text(
        "Les navigateurs l’ignorent : l’information qu’il devait donner n’arrive à personne.",
        "Browsers ignore it: what it was to tell reaches nobody.",
    ),
    fix: text(
        "Corriger le nom de l’attribut, ou le supprimer.",
        "Correct the name of the attribute, or remove it.",
    ),
    act: &["5f99a7"],
    interest: &[Interest::AriaElements],
    fail: &["<button aria-labeledby=t>Ouvrir</button>"],
    pass: &["<button aria-expanded=false>Ouvrir</button>"],
    na: &["<button>Ouvrir</button>"],
    ..Meta::NEW
};

const UNKNOWN: Text = text(
    "l’attribut {name} n’existe pas",
    "there is no attribute {name}",
);
const DID_YOU_MEAN: Text = text(
    "l’attribut {name} n’existe pas ; serait-ce {nearest} ?",
    "there is no attribute {name}; is it {nearest}?",
);

const ALSO: Text = text("ici aussi", "here too");

impl Check for AriaAttributeUnknown {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, element: Element<'p>, cx: &mut Context<'p>) {
        for attr in element.aria_attributes() {
            let name = attr.name();
            if aria_attributes::attribute(name).is_some() {
                cx.pass();
                continue;
            }
            // What all names begin with would make any two of them near.
            let known = aria_attributes::all()
                .iter()
                .map(|a| &a.name["aria-".len()..]);
            let target = (element, attr.name_span());
            let near = match name {
                "aria-role" => Some("role".to_owned()),
                _ => nearest(&name["aria-".len()..], known).map(|near| format!("aria-{near}")),
            };
            let draft = match near {
                Some(near) => cx
                    .fail_together(target, &DID_YOU_MEAN, name, &ALSO)
                    .map(|draft| draft.arg("nearest", near)),
                None => cx.fail_together(target, &UNKNOWN, name, &ALSO),
            };
            if let Some(draft) = draft {
                draft.arg("name", name);
            }
        }
    }
}
