//! HTML Standard, definition of each element: attributes that count only beside another, with some values of another, or in some
//! places, and must be left out otherwise. The conditions are in [`crate::spec::attribute_conditions`].
//!
//! Not among the five families of RGAA 8.2.1. A warning where the standard says what has an effect and forbids nothing.

use crate::check::{Category, Check, Context, Draft, Interest, Level, Meta};
use crate::dom::{Attr, Element};
use crate::spec::attribute_conditions::{When, conditions, control_type};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &AttributeCondition;

struct AttributeCondition;

/// Types that are worth listing.
const FEW: usize = 8;

/// Elements most attributes of which have a condition: they are looked at whole, so that the same attributes of others are not.
const WHOLE: &[&str] = &["area", "input", "source"];

/// Attributes that have a condition on some other element.
#[rustfmt::skip]
const CONDITIONED: &[&str] = &[
    "as", "blocking", "color", "content", "controls", "disabled", "download", "fetchpriority", "formaction", "formenctype", "formmethod",
    "formnovalidate", "formtarget", "hreflang", "http-equiv", "imagesizes", "imagesrcset", "integrity", "ismap", "itemid",
    "itemprop", "itemref", "itemtype", "media", "name", "ping", "property", "referrerpolicy", "rel", "sizes", "target", "type",
    "value",
];

static META: Meta = Meta {
    id: "attribute-condition",
    category: Category::Conformance,
    title: text("Attribut sans objet", "Attribute out of place"),
    why: text(
        "L’attribut est connu, mais ce qui l’entoure l’empêche d’agir : l’effet attendu (contrôle d’un champ, image adaptée, lien) manque.",
        "The attribute is known, but what is around it stops it from acting: the effect expected (check of a field, fitting image, link) is missing.",
    ),
    fix: text(
        "Ajouter ce qui manque à l’attribut pour agir, ou le retirer.",
        "Add what the attribute needs to act, or remove it.",
    ),
    interest: &[Interest::Elements(WHOLE), Interest::Attributes(CONDITIONED)],
    fail: &[
        "<a target=_blank>Avis</a>",
        "<input type=checkbox placeholder=Avis>",
        "<link rel=icon as=image href=i.png>",
        "<picture><source src=a.png srcset=a.png><img src=a.png alt=A></picture>",
        "<ul><li value=2>Avis</ul>",
        "<div itemtype='https://schema.org/Place'>Halles</div>",
        "<meta charset=utf-8 content=Avis>",
        "<img src=a.png alt=Plan ismap>",
    ],
    pass: &[
        "<a href=avis.html target=_blank>Avis</a>",
        "<input type=TEXT placeholder=Avis>",
        "<ol><li value=2>Avis</ol>",
    ],
    na: &[
        "<p>Avis</p>",
        "<option value=2>",
        "<input type=datetime checked>",
    ],
    ..Meta::NEW
};

const WITH: Text = text(
    "l’attribut {attribute} de <{tag}> ne va pas sans {needed}, qui manque",
    "the {attribute} attribute of <{tag}> does not go without {needed}, which is missing",
);
const WITHOUT: Text = text(
    "l’attribut {attribute} de <{tag}> n’est pas admis à côté de {other}",
    "the {attribute} attribute of <{tag}> is not allowed beside {other}",
);
const HOLDS: Text = text(
    "l’attribut {attribute} de <{tag}> n’est admis que si {other} contient {values}",
    "the {attribute} attribute of <{tag}> is allowed only if {other} contains {values}",
);
const UNLESS: Text = text(
    "l’attribut {attribute} de <{tag}> n’est pas admis quand {other} vaut {values}",
    "the {attribute} attribute of <{tag}> is not allowed when {other} is {values}",
);
const TYPE: Text = text(
    "l’attribut {attribute} est sans effet sur <{tag}> de type {type} : il n’est admis que pour {values}",
    "the {attribute} attribute has no effect on <{tag}> of type {type}: it is allowed for {values} only",
);
const NOT_TYPE: Text = text(
    "l’attribut {attribute} est sans effet sur <{tag}> de type {type}",
    "the {attribute} attribute has no effect on <{tag}> of type {type}",
);
const PLACE: Text = text(
    "l’attribut {attribute} de <{tag}> n’est pas admis dans <{parent}>",
    "the {attribute} attribute of <{tag}> is not allowed in <{parent}>",
);
const IN_LINK: Text = text(
    "l’attribut {attribute} de <{tag}> n’est admis que dans un lien (<a href>)",
    "the {attribute} attribute of <{tag}> is allowed only in a link (<a href>)",
);
const NAMED: Text = text(
    "l’attribut {attribute} de <{tag}> n’est pas admis sans texte de remplacement dans alt",
    "the {attribute} attribute of <{tag}> is not allowed without an alternative text in alt",
);
const THIS: Text = text("à cause de ceci", "because of this");
const ALSO: Text = text("ici aussi", "here too");

impl Check for AttributeCondition {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, element: Element<'p>, cx: &mut Context<'p>) {
        if element.is_html() {
            for attr in element.attributes() {
                judge(element, attr, cx);
            }
        }
    }

    fn attribute<'p>(&self, element: Element<'p>, attr: Attr<'p>, cx: &mut Context<'p>) {
        if element.is_html() && !WHOLE.contains(&element.name()) {
            judge(element, attr, cx);
        }
    }
}

fn judge<'p>(element: Element<'p>, attr: Attr<'p>, cx: &mut Context<'p>) {
    let mut judged = false;
    for when in conditions(element.name(), attr.name()) {
        match holds(element, when) {
            Some(true) => judged = true,
            Some(false) => return refuse(element, attr, when, cx),
            None => return,
        }
    }
    if judged {
        cx.pass();
    }
}

/// Whether the condition is met; `None` when the value it depends on is itself wrong.
fn holds(element: Element<'_>, when: When) -> Option<bool> {
    let is = |name: &str, values: &[&str]| values.iter().any(|value| element.attr_is(name, value));
    Some(match when {
        When::With(names) => names.iter().any(|name| element.has_attr(name)),
        When::Without(name) => !element.has_attr(name),
        When::Holds(name, values) => element
            .tokens(name)
            .any(|token| values.iter().any(|v| v.eq_ignore_ascii_case(token))),
        When::Unless(name, values) => !is(name, values),
        When::Type(types) => types.contains(&control_type(element.name(), element.attr("type"))?),
        When::NotIn(names) => !element.parent()?.is_any(names),
        When::InLink => element.ancestors().any(|e| e.is("a") && e.has_attr("href")),
        When::Named => element.attr("alt").is_some_and(|alt| !alt.is_empty()),
    })
}

fn refuse<'p>(element: Element<'p>, attr: Attr<'p>, when: When, cx: &mut Context<'p>) {
    let place = |name: &str| element.attribute(name).map(|other| other.span());
    let (message, because) = match when {
        When::With(_) => (&WITH, None),
        When::Without(name) => (&WITHOUT, place(name)),
        When::Holds(name, _) => (&HOLDS, place(name)),
        When::Unless(name, _) => (&UNLESS, place(name)),
        When::Type(types) if types.len() > FEW => (&NOT_TYPE, place("type")),
        When::Type(_) => (&TYPE, place("type")),
        When::NotIn(_) => (&PLACE, None),
        When::InLink => (&IN_LINK, None),
        When::Named => (&NAMED, None),
    };
    let (tag, name) = (element.name(), attr.name());
    let what = format!("{tag} {name} {when:?}");
    let target = (element, attr.name_span());
    let Some(draft) = cx.fail_together(target, message, &what, &ALSO) else {
        return;
    };
    // The standard does not forbid it; it does nothing.
    let draft = match (tag, name) {
        ("link", "fetchpriority") => draft.level(Level::Warning),
        _ => draft,
    };
    let draft = explain(draft.arg("attribute", name).arg("tag", tag), element, when);
    if let Some(because) = because {
        draft.related(because, &THIS);
    }
}

fn explain<'c, 'p>(draft: Draft<'c, 'p>, element: Element<'p>, when: When) -> Draft<'c, 'p> {
    match when {
        When::With(names) => draft.arg("needed", names.join(", ")),
        When::Without(name) => draft.arg("other", name),
        When::Holds(name, values) | When::Unless(name, values) => {
            draft.arg("other", name).arg("values", values.join(", "))
        }
        When::Type(types) => {
            let current = control_type(element.name(), element.attr("type"));
            let draft = draft.arg("type", current.unwrap_or_default());
            match types.len() > FEW {
                true => draft,
                false => draft.arg("values", types.join(", ")),
            }
        }
        When::NotIn(_) => draft.arg("parent", element.parent().map_or("", Element::name)),
        When::InLink | When::Named => draft,
    }
}

#[cfg(test)]
mod tests {
    use super::{CONDITIONED, WHOLE};
    use crate::spec::attribute_conditions::attributes;

    #[test]
    fn it_is_shown_all_that_has_a_condition() {
        let elsewhere: Vec<_> = attributes(|element| !WHOLE.contains(&element));
        assert_eq!(elsewhere, CONDITIONED);
    }
}
