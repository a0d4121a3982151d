//! HTML Standard 3.2.2 «Elements in the DOM»: an element has the attributes that its definition, 3.2.6 and applicable specifications
//! give it, and no others; 4.8.6: `embed` has any
//! attributes, for its plugin; 4.13.3: a custom element too, but not `is`; 3.2.6.6: `data-*` with a name.
//!
//! Not among the five families of RGAA 8.2.1. Obsolete attributes are left to `obsolete-attribute` and `presentational-attribute`,
//! `aria-*` to `aria-attribute-unknown`, attributes on conditions to `attribute-condition`. Elements that are obsolete or unknown are
//! errors themselves: nothing more is said of their attributes.
//!
//! Mended where one slip makes the name of an attribute that the element has (a letter too many, missing, wrong, or two swapped), no other name
//! is as near, that attribute is not there, and no script nor style sheet names what is written. Never for what would hide or switch off
//! content, start a script, or is too short to be sure of.

use std::sync::LazyLock;

use super::content_words::tags;
use super::looked::Looked;
use crate::check::{Category, Check, Context, Edit, Interest, Meta};
use crate::dom::{Attr, Element, NameMap};
use crate::spec::element_attributes::{self, Allowed, Owner, Owners};
use crate::spec::{elements, event_handlers, obsolete, presentational};
use crate::text::{Text, misspelt, text};

pub static CHECK: &dyn Check = &AttributeNotAllowed;

struct AttributeNotAllowed;

static META: Meta = Meta {
    id: "attribute-not-allowed",
    category: Category::Conformance,
    title: text("Attribut non admis", "Attribute not allowed"),
    why: text(
        "Un attribut mal écrit, ou mis sur un élément qui ne le connaît pas, ne fait rien : ce qu’on en attendait manque, sans que rien ne le signale.",
        "An attribute that is misspelt, or on an element that does not know it, does nothing: what was expected of it is missing, and nothing says so.",
    ),
    fix: text(
        "Corriger le nom, mettre l’attribut sur l’élément qui le connaît, ou le retirer ; une donnée propre au site se met dans un attribut data-*.",
        "Mend the name, put the attribute on the element that knows it, or remove it; data of the site's own go in a data-* attribute.",
    ),
    mends: Some(text(
        "Corrige un nom d’attribut à une faute de frappe près (hreff devient href), si rien ne le nomme et si l’attribut voulu n’est pas déjà là.",
        "Mends an attribute name that is one slip away (hreff becomes href), if nothing names it and the attribute meant is not there already.",
    )),
    interest: &[Interest::EveryElement],
    fail: &[
        "<a hreff=avis.html>Avis</a>",
        "<picture alt=Plan><img src=plan.png alt=Plan></picture>",
        "<p data-=1>Avis</p>",
        "<x-carte is=x-plan></x-carte>",
        "<p xmlns:foaf='http://xmlns.com/foaf/0.1/'>Avis</p>",
        "<div onunload='fin()'>Avis</div>",
    ],
    pass: &["<a href=avis.html data-rang=1 aria-label=Avis>Avis</a>"],
    na: &[
        "<p>Avis</p>",
        "<x-carte rang=1></x-carte>",
        "<embed src=plan.svg couche=2>",
    ],
    ..Meta::NEW
};

const ELSEWHERE: Text = text(
    "l’attribut {attribute} n’est pas admis sur <{tag}> : HTML ne le connaît que sur {elements}",
    "the {attribute} attribute is not allowed on <{tag}>: HTML has it on {elements} only",
);
const MISSPELT: Text = text(
    "<{tag}> n’a pas d’attribut {attribute} : est-ce {near} qui est voulu ?",
    "<{tag}> has no {attribute} attribute: is it {near} that is meant?",
);
const UNKNOWN: Text = text(
    "<{tag}> n’a pas d’attribut {attribute} ; une donnée propre au site s’écrit dans un attribut data-*",
    "<{tag}> has no {attribute} attribute; data of the site's own go in a data-* attribute",
);
const HANDLER: Text = text(
    "<{tag}> n’a pas d’attribut {attribute} : aucun événement de ce nom ne lance de script",
    "<{tag}> has no {attribute} attribute: no event of this name runs a script",
);
const UNNAMED: Text = text(
    "rien ne suit « data- » dans ce nom d’attribut de <{tag}> : {attribute} n’en est pas un",
    "nothing follows \"data-\" in this attribute name of <{tag}>: {attribute} is not one",
);
const NAMESPACE: Text = text(
    "l’attribut {attribute} de <{tag}> est sans effet : HTML ne déclare pas d’espaces de noms (RDFa a l’attribut prefix)",
    "the {attribute} attribute of <{tag}> has no effect: HTML declares no namespaces (RDFa has the prefix attribute)",
);
const COLON: Text = text(
    "<{tag}> passe tous ses attributs au module qui l’affiche, mais {attribute} a un deux-points, qu’aucun de leurs noms n’a",
    "<{tag}> hands all its attributes to the plugin that shows it, but {attribute} has a colon, which none of their names has",
);
const BUILT_ON: Text = text(
    "l’attribut {attribute} ne sert qu’aux éléments de HTML que l’on étend : <{tag}> est déjà un élément personnalisé",
    "the {attribute} attribute is for elements of HTML that are extended: <{tag}> is a custom element already",
);
const ALSO: Text = text("ici aussi", "here too");

impl Check for AttributeNotAllowed {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, element: Element<'p>, cx: &mut Context<'p>) {
        let attributes = element.attributes();
        if attributes.len() == 0 || !element.is_html() {
            return;
        }
        let tag = element.name();
        let Some(owner) = OWNERS.of_element(element).copied().flatten() else {
            if elements::is_custom_element_name(tag)
                && let Some(is) = element.attribute("is")
            {
                report(element, is, &BUILT_ON, cx);
            }
            return;
        };
        if tag == "embed" {
            // 4.8.6: any other name that XML takes for one, which has no colon.
            for attr in attributes {
                if attr.prefix().is_none()
                    && attr.name().contains(':')
                    && !attr.name().starts_with("xml")
                {
                    report(element, attr, &COLON, cx);
                }
            }
            return;
        }
        let mut all = true;
        for attr in attributes {
            if KNOWN.of_attribute(attr).is_some_and(|on| on.has(owner)) {
                continue;
            }
            let allowed = owner.allows(attr.name());
            if allowed != Allowed::Yes && !is_said_elsewhere(tag, attr.name()) {
                all = false;
                refuse(element, attr, owner, allowed, cx);
            }
        }
        if all {
            cx.pass();
        }
    }
}

/// Whether another check speaks of the attribute, or of its element.
/// What HTML says, by the names as the parser has them.
static OWNERS: LazyLock<NameMap<Option<Owner>>> = LazyLock::new(|| {
    let mut owners = NameMap::default();
    for name in elements::names() {
        *owners.entry(name) = Owner::new(name);
    }
    owners
});
static KNOWN: LazyLock<NameMap<Owners>> = LazyLock::new(|| {
    let mut known = NameMap::default();
    for (name, on) in element_attributes::attributes() {
        *known.entry(name) = on;
    }
    known
});

fn is_said_elsewhere(tag: &str, name: &str) -> bool {
    elements::is_obsolete(tag)
        || obsolete::attribute(tag, name).is_some()
        || presentational::attribute(tag, name).is_some()
        // The parser has stumbled on the name already.
        || name.contains(['"', '\'', '<', '='])
}

fn refuse<'p>(
    element: Element<'p>,
    attr: Attr<'p>,
    owner: Owner,
    allowed: Allowed,
    cx: &mut Context<'p>,
) {
    let name = attr.name();
    match allowed {
        Allowed::Elsewhere(on) => {
            if let Some(draft) = report(element, attr, &ELSEWHERE, cx) {
                draft.arg("elements", tags(on.iter().copied()));
            }
        }
        _ if name == "data-" => drop(report(element, attr, &UNNAMED, cx)),
        _ if name.starts_with("xmlns:") => drop(report(element, attr, &NAMESPACE, cx)),
        _ => match near(name, owner, cx) {
            Some(near) => {
                if let Some(draft) = report(element, attr, &MISSPELT, cx) {
                    draft.arg("near", near.name);
                }
                if near.one_slip && !element.has_attr(near.name) {
                    let edit = Edit::replace(attr.name_span(), near.name);
                    cx.mend_unless_named(vec![edit], name);
                }
            }
            None if is_like_a_handler(name) => drop(report(element, attr, &HANDLER, cx)),
            None => drop(report(element, attr, &UNKNOWN, cx)),
        },
    }
}

/// Whether `near`, and no other attribute of the element, is what was meant by `name`.
fn is_one_slip(name: &str, near: &str, owner: Owner) -> bool {
    const TAKES_AWAY: &[&str] = &[
        "hidden",
        "inert",
        "disabled",
        "popover",
        "sandbox",
        "http-equiv",
    ];
    let swapped = near.len() == name.len() && {
        let letters = |word: &str| {
            let mut letters: Vec<u8> = word.bytes().collect();
            letters.sort_unstable();
            letters
        };
        letters(near) == letters(name)
    };
    !TAKES_AWAY.contains(&near)
        && !near.starts_with("on")
        && (near.len() > 3 || swapped)
        && strsim::osa_distance(name, near) == 1
        && owner
            .attributes()
            .all(|other| other == near || strsim::osa_distance(name, other) > 1)
}

fn is_like_a_handler(name: &str) -> bool {
    name.len() > 2 && name.starts_with("on") && name.bytes().all(|b| b.is_ascii_lowercase())
}

/// A name that may be meant, and whether it is beyond doubt.
#[derive(Clone, Copy)]
struct Near {
    name: &'static str,
    one_slip: bool,
}

fn near(name: &str, owner: Owner, cx: &mut Context<'_>) -> Option<Near> {
    let looked: &mut Looked<Owner, Near> = cx.memory();
    let find = || {
        let near = misspelt(name, owner.attributes().chain(event_handlers::names()))?;
        Some(Near {
            name: near,
            one_slip: is_one_slip(name, near, owner),
        })
    };
    looked.near(name, owner, find)
}

fn report<'c, 'p>(
    element: Element<'p>,
    attr: Attr<'p>,
    message: &Text,
    cx: &'c mut Context<'p>,
) -> Option<crate::check::Draft<'c, 'p>> {
    let (tag, name) = (element.name(), attr.name());
    let draft = cx.fail_together((element, attr.name_span()), message, [tag, name], &ALSO)?;
    Some(draft.arg("attribute", name).arg("tag", tag))
}
