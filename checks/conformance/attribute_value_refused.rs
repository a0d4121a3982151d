//! HTML Standard: values that are good elsewhere and refused on some elements, or beside some attributes.
//!
//! 4.5.25: `dir` of `bdo` is not `auto`; 4.2.6: `type` of `style` is `text/css`; 4.10.18.7: a hidden field has neither `autocomplete=on`
//! nor `off`, others only data that they take; 4.6.8.20, 4.6.8.12: `as` of a preload names what may be preloaded; 4.8.11.11, 4.10.10: `label` of `track` and of
//! `option` is not empty; 4.2.5.3: `content-language` is no longer used; 13.1.2.3: `xmlns` is the namespace of XHTML. Words that the
//! attribute has nowhere are `keyword-invalid`'s.
//!
//! Not among the five families of RGAA 8.2.1.

use super::attribute_required::is_lazy;
use crate::check::{Category, Check, Context, Interest, Meta};
use crate::dom::{Attr, Element};
use crate::spec::attribute_conditions::control_type;
use crate::spec::attribute_values::{Value, is_keyword, value_of};
use crate::spec::autofill::{self, Detail};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &AttributeValueRefused;

struct AttributeValueRefused;

static META: Meta = Meta {
    id: "attribute-value-refused",
    category: Category::Conformance,
    title: text("Valeur refusée ici", "Value refused here"),
    why: text(
        "La valeur n’a pas de sens sur cet élément : les navigateurs l’ignorent ou la ramènent à une autre.",
        "The value has no meaning on this element: browsers ignore it or bring it down to another.",
    ),
    fix: text(
        "Prendre une valeur que l’élément admet.",
        "Use a value that the element allows.",
    ),
    interest: &[
        Interest::Elements(&["bdo", "style", "track"]),
        Interest::Attributes(&[
            "as",
            "autocomplete",
            "http-equiv",
            "label",
            "name",
            "sizes",
            "xmlns",
        ]),
    ],
    fail: &[
        "<p><bdo dir=auto>Avis</bdo></p>",
        "<style type=text/plain></style>",
        "<select><option label=''>Avis</select>",
        "<input type=hidden name=jeton autocomplete=off>",
        "<input type=hidden name=jeton autocomplete=jeton>",
        "<link rel=preload as=worker href=a.js>",
        "<input autocomplete=''>",
        "<input type=number autocomplete=name>",
        "<img src=plan.png alt=Plan srcset='plan2.png 640w' sizes=auto>",
    ],
    pass: &[
        "<img src=plan.png alt=Plan srcset='plan2.png 640w' sizes=auto loading=lazy>",
        "<p><bdo dir=rtl>Avis</bdo></p>",
        "<select><option label=Avis>1</select>",
    ],
    na: &["<p>Avis</p>"],
    ..Meta::NEW
};

const REFUSED: Text = text(
    "{attribute} ne peut pas valoir « {value} » sur <{tag}>{where} : {allowed}",
    "{attribute} cannot be \"{value}\" on <{tag}>{where}: {allowed}",
);
const EMPTY: Text = text(
    "{attribute} ne peut pas être vide sur <{tag}>{where} : {allowed}",
    "{attribute} cannot be empty on <{tag}>{where}: {allowed}",
);
const ALSO: Text = text("ici aussi", "here too");
const NOWHERE: Text = text("", "");
const HIDDEN: Text = text(" caché (type=\"hidden\")", " when hidden (type=\"hidden\")");
const PRELOAD: Text = text(" avec rel=\"preload\"", " with rel=\"preload\"");
const MODULE: Text = text(" avec rel=\"modulepreload\"", " with rel=\"modulepreload\"");

const DIRECTION: Text = text("seulement ltr ou rtl", "only ltr or rtl");
const CSS: Text = text(
    "seulement text/css, que l’on peut omettre",
    "only text/css, which can be left out",
);
const ON_OFF: Text = text(
    "seulement le nom d’une donnée",
    "only the name of a piece of data",
);
const PRELOADED: Text = text(
    "seulement fetch, font, image, script, style ou track",
    "only fetch, font, image, script, style or track",
);
const MODULES: Text = text(
    "seulement script, json, style, worker, serviceworker, sharedworker, audioworklet ou paintworklet",
    "only script, json, style, worker, serviceworker, sharedworker, audioworklet or paintworklet",
);
const SOME_TEXT: Text = text(
    "il faut un texte, ou pas d’attribut",
    "a text is needed, or no attribute",
);
const SOME_NAME: Text = text(
    "il faut le nom d’une donnée",
    "the name of a piece of data is needed",
);
const XHTML: Text = text(
    "seulement http://www.w3.org/1999/xhtml",
    "only http://www.w3.org/1999/xhtml",
);
const ROOT_LANGUAGE: Text = text(
    "la langue se dit par l’attribut lang de <html>",
    "the language is told by the lang attribute of <html>",
);

const FIELD: Text = text(
    "il faut le nom d’une donnée (name, email, tel…), ou pas d’attribut",
    "the name of a piece of data is needed (name, email, tel…), or no attribute",
);
const UNSUITED: Text = text(
    "cette donnée ne se saisit pas dans un champ de ce type",
    "this piece of data is not entered in a field of this type",
);
const WEBAUTHN: Text = text(
    "webauthn ne va qu’avec <input> et <textarea>",
    "webauthn goes with <input> and <textarea> only",
);
const LAZY: Text = text(
    "auto ne vaut qu’avec loading=\"lazy\" sur l’image",
    "auto only works with loading=\"lazy\" on the image",
);

/// HTML Standard 4.10.18.7.1: something, and not `webauthn` alone, which only goes with the name of a field. Other faults are told by
/// `autocomplete-invalid`.
fn names_a_field(value: &str) -> bool {
    let mut tokens = value.split_ascii_whitespace();
    let first = tokens.next();
    first.is_some_and(|first| tokens.next().is_some() || !first.eq_ignore_ascii_case("webauthn"))
}

/// 4.10.18.7.1: data that this control does not take. What names no data is told by `autocomplete-invalid`.
fn unsuited(element: Element<'_>, value: &str) -> Option<Refusal> {
    let Ok(Detail::Field(field)) = autofill::read(value) else {
        return None;
    };
    let last = value.split_ascii_whitespace().next_back();
    if element.is("select") && last.is_some_and(|word| word.eq_ignore_ascii_case("webauthn")) {
        return Some((&NOWHERE, &WEBAUTHN));
    }
    let control = match element.name() {
        "input" => control_type("input", element.attr("type")).unwrap_or("text"),
        other => other,
    };
    (!autofill::suits(field, control)).then_some((&NOWHERE, &UNSUITED))
}

/// 4.10.18.7.1: in a hidden field, the words that name a piece of data. `autocomplete-invalid` judges fields that people fill in.
fn names_data(value: &str) -> bool {
    matches!(autofill::read(value), Ok(detail) if detail != Detail::Switch)
}

/// What is allowed instead, and where.
type Refusal = (&'static Text, &'static Text);

impl Check for AttributeValueRefused {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, element: Element<'p>, cx: &mut Context<'p>) {
        let (name, allowed) = match element.name() {
            "bdo" => ("dir", &DIRECTION),
            "style" => ("type", &CSS),
            _ => ("label", &SOME_TEXT),
        };
        let Some(attr) = element.attribute(name).filter(|_| element.is_html()) else {
            return;
        };
        let value = attr.value();
        let good = match name {
            "dir" => !value.eq_ignore_ascii_case("auto"),
            "type" => value.eq_ignore_ascii_case("text/css"),
            _ => !value.is_empty(),
        };
        tell(element, attr, (!good).then_some((&NOWHERE, allowed)), cx);
    }

    fn attribute<'p>(&self, element: Element<'p>, attr: Attr<'p>, cx: &mut Context<'p>) {
        if !element.is_html() {
            return;
        }
        let value = attr.value();
        let refusal = match (element.name(), attr.name()) {
            ("input", "autocomplete") if element.attr_is("type", "hidden") => {
                (!names_a_field(value) || !names_data(value)).then_some((&HIDDEN, &ON_OFF))
            }
            ("input" | "select" | "textarea", "autocomplete") if !names_a_field(value) => {
                Some((&NOWHERE, &FIELD))
            }
            ("input" | "select" | "textarea", "autocomplete") => unsuited(element, value),
            ("img" | "source", "sizes") => {
                let auto = value.trim_ascii_start().as_bytes().get(..4);
                let auto = auto.is_some_and(|auto| auto.eq_ignore_ascii_case(b"auto"));
                (auto && !is_lazy(element)).then_some((&NOWHERE, &LAZY))
            }
            ("option", "label") => value.is_empty().then_some((&NOWHERE, &SOME_TEXT)),
            ("meta", "name") => value.is_empty().then_some((&NOWHERE, &SOME_NAME)),
            (_, "xmlns") => {
                let good = value == "http://www.w3.org/1999/xhtml";
                (!good).then_some((&NOWHERE, &XHTML))
            }
            ("link", "as") => preload(element, value),
            ("meta", "http-equiv") if is_any(value, &["content-language"]) => {
                Some((&NOWHERE, &ROOT_LANGUAGE))
            }
            _ => return,
        };
        tell(element, attr, refusal, cx);
    }
}

fn is_any(value: &str, names: &[&str]) -> bool {
    is_keyword(value.trim_ascii(), names)
}

fn preload(link: Element<'_>, value: &str) -> Option<Refusal> {
    // What no link loads is told by `keyword-invalid`.
    let loaded =
        matches!(value_of("link", "as"), Some(Value::Keyword(words)) if is_any(value, words));
    if !loaded {
        return None;
    }
    let is = |wanted: &str| link.tokens("rel").any(|t| t.eq_ignore_ascii_case(wanted));
    if is("preload") {
        let known = ["fetch", "font", "image", "script", "style", "track"];
        (!is_any(value, &known)).then_some((&PRELOAD, &PRELOADED))
    } else if is("modulepreload") {
        let known = [
            "audioworklet",
            "json",
            "paintworklet",
            "script",
            "serviceworker",
            "sharedworker",
            "style",
            "worker",
        ];
        (!is_any(value, &known)).then_some((&MODULE, &MODULES))
    } else {
        None
    }
}

fn tell<'p>(element: Element<'p>, attr: Attr<'p>, refusal: Option<Refusal>, cx: &mut Context<'p>) {
    let Some((place, allowed)) = refusal else {
        return cx.pass();
    };
    let message = match attr.value() {
        "" => &EMPTY,
        _ => &REFUSED,
    };
    let what = [element.name(), attr.name(), attr.value()];
    let Some(draft) = cx.fail_together((element, attr), message, what, &ALSO) else {
        return;
    };
    let draft = draft
        .arg_text("where", place)
        .arg_text("allowed", allowed)
        .arg("attribute", attr.name())
        .arg("tag", element.name());
    if !attr.value().is_empty() {
        draft.arg("value", attr.value());
    }
}
