//! An `aria-*` attribute whose value is none of those it may have (WAI-ARIA 1.2, 6.2.4; ACT 6a7281).
//!
//! Browsers then use a default, which may be the opposite of what was meant. An error of conformance for certain, and evidence for RGAA 7.1.1
//! where states of a component are concerned: only a person can say whether the component still works. Empty values count as
//! absent (WAI-ARIA 1.2, 7.6). Whether ids exist is `aria-reference-missing`'s, but for
//! those of an attribute that the role requires.

use super::facts::is_mathematics;
use crate::check::{Category, Check, Context, Interest, Meta, Proof};
use crate::dom::{Attr, Element};
use crate::rgaa::test;
use crate::spec::aria_attributes::{self, Problem};
use crate::text::{Text, nearest, text};

pub static CHECK: &dyn Check = &AriaValueInvalid;

struct AriaValueInvalid;

static META: Meta = Meta {
    id: "aria-value-invalid",
    category: Category::Conformance,
    title: text(
        "Valeur d’attribut ARIA invalide",
        "Invalid value of an ARIA attribute",
    ),
    why: text(
        "Le navigateur fait comme si l’attribut avait sa valeur par défaut : l’état annoncé peut être le contraire du vrai.",
        "The browser does as if the attribute had its default value: the state announced may be the opposite of the truth.",
    ),
    fix: text(
        "Écrire une des valeurs prévues par WAI-ARIA pour cet attribut.",
        "Write one of the values that WAI-ARIA defines for this attribute.",
    ),
    proofs: &[Proof::hints(&[test(7, 1, 1)])],
    act: &["6a7281"],
    interest: &[Interest::AriaElements],
    fail: &[
        "<button aria-expanded=yes>Menu</button>",
        "<div role=heading aria-level=deux>Titre</div>",
    ],
    pass: &["<button aria-expanded=true>Menu</button>"],
    na: &["<button>Menu</button>", "<div aria-live>Avis</div>"],
    ..Meta::NEW
};

const TOKEN: Text = text(
    "{name} ne peut pas valoir « {value} » ; les valeurs possibles sont {allowed}",
    "{name} may not be \"{value}\"; it may be {allowed}",
);
const DID_YOU_MEAN: Text = text(
    "{name} ne peut pas valoir « {value} » ; serait-ce « {nearest} » ?",
    "{name} may not be \"{value}\"; is it \"{nearest}\"?",
);
const INTEGER: Text = text(
    "{name} doit être un nombre entier, et non « {value} »",
    "{name} must be a whole number, not \"{value}\"",
);
const SMALL: Text = text(
    "{name} ne peut pas être inférieur à {least} : « {value} »",
    "{name} may not be below {least}: \"{value}\"",
);
const NUMBER: Text = text(
    "{name} doit être un nombre, et non « {value} »",
    "{name} must be a number, not \"{value}\"",
);
const ONE_ID: Text = text(
    "{name} ne peut citer qu’un seul identifiant : « {value} »",
    "{name} may only name one id: \"{value}\"",
);

const NOTHING: Text = text(
    "{name}, que ce rôle exige, ne désigne aucun élément de la page : « {value} »",
    "{name}, which this role requires, names no element of the page: \"{value}\"",
);

impl Check for AriaValueInvalid {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, element: Element<'p>, cx: &mut Context<'p>) {
        if is_mathematics(element) {
            return;
        }
        for attr in element.aria_attributes() {
            judge(element, attr, cx);
        }
    }
}

/// Whether the element must say what it controls, and names ids that no element has, where no script can make one: an open combobox, a
/// scroll bar (WAI-ARIA 1.2, 6.2.4: of an attribute that the role requires, an element must exist).
pub fn controls_nothing<'p>(element: Element<'p>, cx: &Context<'p>) -> bool {
    let semantics = cx.semantics();
    let required = match semantics.explicit_role(element) {
        Some("combobox") => !element.attr_is("aria-expanded", "false"),
        role => role == Some("scrollbar"),
    };
    required
        && !cx.scripts_may_change()
        && semantics.is_rendered(element)
        && element
            .attr("aria-controls")
            .is_some_and(|v| !v.trim().is_empty())
        && semantics
            .references(element, "aria-controls")
            .all(|reference| reference.element.is_none())
}

fn judge<'p>(element: Element<'p>, attr: Attr<'p>, cx: &mut Context<'p>) {
    let (name, value) = (attr.name(), attr.value());
    let problem = match aria_attributes::check_value(name, value) {
        Ok(()) if name == "aria-controls" && controls_nothing(element, cx) => {
            cx.fail((element, attr), &NOTHING)
                .arg("name", name)
                .arg("value", value);
            return;
        }
        Ok(()) => return cx.pass(),
        Err(Problem::Unknown | Problem::Empty) => return,
        Err(problem) => problem,
    };
    let target = (element, attr);
    let draft = match problem {
        Problem::Token { found, allowed } => match nearest(found, allowed.iter().copied()) {
            Some(nearest) => cx.fail(target, &DID_YOU_MEAN).arg("nearest", nearest),
            None => cx.fail(target, &TOKEN).arg("allowed", allowed.join(", ")),
        }
        .arg("value", found),
        Problem::TooSmall { least } => cx
            .fail(target, &SMALL)
            .arg("least", least)
            .arg("value", value),
        Problem::NotNumber => cx.fail(target, &NUMBER).arg("value", value),
        Problem::SeveralIds => cx.fail(target, &ONE_ID).arg("value", value),
        Problem::NotInteger | Problem::Unknown | Problem::Empty => {
            cx.fail(target, &INTEGER).arg("value", value)
        }
    };
    draft.arg("name", name);
}
