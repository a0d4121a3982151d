//! A formula that does not follow MathML 3: an element that does not exist or is where it may not be, a fraction without its two terms, an
//! attribute that does not exist or a word it may not be.
//!
//! Browsers draw such an element as an error or in a row. Not among the families of RGAA 8.2.1: no proof. Nothing is said inside what is wrong
//! already.

use super::foreign;
use super::looked::{fail_unknown, meant};
use crate::check::{Category, Check, Context, Interest, Meta};
use crate::dom::{Element, Namespace, NodeId, NodeRef};
use crate::spec::attribute_values::is_keyword;
use crate::spec::mathml::{self, Content, Place};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &MathmlInvalid;

struct MathmlInvalid;

static META: Meta = Meta {
    id: "mathml-invalid",
    category: Category::Conformance,
    title: text("Formule MathML non conforme", "Invalid MathML formula"),
    why: text(
        "La formule est mal dessinée ou mal lue : il y manque un terme, ou un élément n’est pas à sa place.",
        "The formula is badly drawn or badly read: it lacks a term, or an element is not in its place.",
    ),
    fix: text(
        "Corriger l’élément ou la valeur ; mettre dans un <mrow> ce qui forme un seul terme.",
        "Mend the element or the value; put what makes a single term in a <mrow>.",
    ),
    interest: &[Interest::Elements(&["math"])],
    fail: &[
        "<math><mfrac><mi>x</mi></mfrac></math>",
        "<math><mfoo></mfoo></math>",
        "<math><mtd></mtd></math>",
        "<math display=bloc></math>",
        "<math xmlns='http://www.w3.org/1999/xhtml'></math>",
        "<math><mi hidden>x</mi></math>",
        "<math>x</math>",
        "<math><maction><mi>x</mi></maction></math>",
        "<math><mmultiscripts><mi>x</mi><mn>2</mn></mmultiscripts></math>",
    ],
    pass: &["<math display=block><mfrac><mi>x</mi><mn>2</mn></mfrac></math>"],
    na: &["<p>x</p>"],
    ..Meta::NEW
};

const UNKNOWN: Text = text(
    "MathML n’a pas d’élément <{tag}>",
    "MathML has no element <{tag}>",
);
const DID_YOU_MEAN: Text = text(
    "MathML n’a pas d’élément <{tag}> ; serait-ce <{near}> ?",
    "MathML has no element <{tag}>; is it <{near}>?",
);
const MISPLACED: Text = text(
    "<{tag}> ne peut pas se trouver directement dans <{parent}>",
    "<{tag}> may not be directly inside <{parent}>",
);
const COUNT: Text = text(
    "<{tag}> doit avoir {expected} éléments enfants, et en a {found}",
    "<{tag}> must have {expected} child elements, and has {found}",
);
const EMPTY: Text = text(
    "<{tag}> doit avoir au moins un élément enfant",
    "<{tag}> must have one child element at least",
);
const TEXT: Text = text(
    "du texte ne peut pas se trouver directement dans <{tag}> : le mettre dans <mi>, <mn>, <mo> ou <mtext>",
    "text may not be directly inside <{tag}>: put it in <mi>, <mn>, <mo> or <mtext>",
);
const ATTRIBUTE: Text = text(
    "MathML n’a pas d’attribut {name} (sur <{tag}>)",
    "MathML has no {name} attribute (on <{tag}>)",
);
const VALUE: Text = text(
    "{name} ne peut pas valoir « {value} » ; les valeurs possibles sont {allowed}",
    "{name} may not be \"{value}\"; it may be {allowed}",
);
const LACKS: Text = text(
    "<{tag}> doit avoir l’attribut {name}",
    "<{tag}> must have the {name} attribute",
);
const PAIRS: Text = text(
    "les indices et exposants de <mmultiscripts> vont par deux (<mrow></mrow> pour une place vide), avant et après <mprescripts>",
    "the scripts of <mmultiscripts> go by two (<mrow></mrow> for an empty place), before and after <mprescripts>",
);
const ALSO: Text = text("ici aussi", "here too");
const NAMESPACE: &str = "http://www.w3.org/1998/Math/MathML";

impl Check for MathmlInvalid {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, root: Element<'p>, cx: &mut Context<'p>) {
        if !foreign::is_formula(root) {
            return;
        }
        let mut skipped = NodeId::default();
        for e in foreign::elements(root) {
            if e.id() < skipped {
                continue;
            }
            match judge(e, e == root, cx) {
                Some(Content::Free) => skipped = e.subtree_end(),
                Some(content) => {
                    count(e, content, cx);
                    pairs(e, cx);
                    attributes(e, cx);
                    cx.pass();
                }
                None => skipped = e.subtree_end(),
            }
        }
    }
}

/// What the element may hold, if it is where it may be.
fn judge<'p>(e: Element<'p>, root: bool, cx: &mut Context<'p>) -> Option<Content> {
    let tag = e.name();
    let Some((place, content)) = mathml::element(tag) else {
        let near = meant(tag, mathml::names, cx);
        let draft = fail_unknown(e, (tag, near), (&DID_YOU_MEAN, &UNKNOWN), &ALSO, cx);
        if let Some(draft) = draft {
            draft.arg("tag", tag);
        }
        return None;
    };
    let parent = match e.parent() {
        Some(parent) if !root && parent.namespace() == Namespace::MathMl => parent,
        _ => return Some(content),
    };
    let around = mathml::element(parent.name()).map(|(_, content)| content);
    let fits = match place {
        Place::Inside(parents) => parents.contains(&parent.name()),
        Place::Expression => match around {
            Some(Content::Parts | Content::Empty) => false,
            Some(Content::Text) => matches!(tag, "malignmark" | "math"),
            _ => tag != "math",
        },
    };
    if fits {
        return Some(content);
    }
    let what = format!("{tag} {}", parent.name());
    if let Some(draft) = cx.fail_together(e, &MISPLACED, &what, &ALSO) {
        draft.arg("tag", tag).arg("parent", parent.name());
    }
    None
}

fn count<'p>(e: Element<'p>, content: Content, cx: &mut Context<'p>) {
    let tag = e.name();
    let terms = || {
        e.child_elements()
            .filter(|c| !mathml::is_part(c.name()))
            .count()
    };
    match content {
        Content::Exactly(expected) if terms() != expected => {
            let what = format!("{tag} {}", terms());
            if let Some(draft) = cx.fail_together(e, &COUNT, &what, &ALSO) {
                draft
                    .arg("tag", tag)
                    .arg("expected", expected)
                    .arg("found", terms());
            }
        }
        Content::AtLeast(_) if terms() == 0 => {
            if let Some(draft) = cx.fail_together(e, &EMPTY, tag, &ALSO) {
                draft.arg("tag", tag);
            }
        }
        _ => {}
    }
    if content == Content::Text {
        return;
    }
    let stray = e.children().find_map(|child| match child {
        NodeRef::Text(text) if !text.is_blank() => Some(text),
        _ => None,
    });
    if let Some(stray) = stray
        && let Some(draft) = cx.fail_together(stray, &TEXT, tag, &ALSO)
    {
        draft.arg("tag", tag);
    }
}

/// MathML 3, 3.4.7: a base, then pairs of scripts, then `mprescripts`, once, and pairs again.
fn pairs<'p>(e: Element<'p>, cx: &mut Context<'p>) {
    if e.name() != "mmultiscripts" {
        return;
    }
    let names = || e.child_elements().map(Element::name);
    let before = names().take_while(|name| *name != "mprescripts").count();
    let after = || names().skip(before + 1);
    let whole = after().count() % 2 == 0 && after().all(|name| name != "mprescripts");
    // Without a base it is said already.
    if before > 0 && !(before % 2 == 1 && whole) {
        cx.fail_together(e, &PAIRS, "", &ALSO);
    }
}

fn attributes<'p>(e: Element<'p>, cx: &mut Context<'p>) {
    if let Some(name) = mathml::required(e.name()).filter(|name| !e.has_attr(name))
        && let Some(draft) = cx.fail_together(e, &LACKS, e.name(), &ALSO)
    {
        draft.arg("tag", e.name()).arg("name", name);
    }
    for attr in e.attributes() {
        let (name, value) = (attr.name(), attr.value());
        if name == "xmlns" && attr.prefix().is_none_or(str::is_empty) {
            // 13.1.2.3: its one value; the parser has put the element in that namespace whatever it says.
            if value != NAMESPACE {
                let what = format!("xmlns {value}");
                if let Some(draft) = cx.fail_together((e, attr), &VALUE, &what, &ALSO) {
                    let draft = draft.arg("name", name).arg("value", value);
                    draft.arg("allowed", NAMESPACE);
                }
            }
            continue;
        }
        if attr.prefix().is_some() {
            continue;
        }
        if !mathml::has_attribute(name) {
            let what = format!("{} {name}", e.name());
            let target = (e, attr.name_span());
            if let Some(draft) = cx.fail_together(target, &ATTRIBUTE, &what, &ALSO) {
                draft.arg("name", name).arg("tag", e.name());
            }
            continue;
        }
        let Some(words) = mathml::words(name) else {
            continue;
        };
        if is_keyword(value.trim_ascii(), words) {
            continue;
        }
        let what = format!("{name} {value}");
        if let Some(draft) = cx.fail_together((e, attr), &VALUE, &what, &ALSO) {
            draft
                .arg("name", name)
                .arg("value", value)
                .arg("allowed", words.join(", "));
        }
    }
}
