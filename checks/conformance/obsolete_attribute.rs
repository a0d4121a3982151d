//! HTML Standard 16.2 «Non-conforming features» and 16.1 «Obsolete but conforming features»: attributes that HTML has dropped.
//!
//! Most did something once and browsers still know them: warnings, as Nu has it. Those that never came to anything are errors.
//!
//! No RGAA test asks about them. Those that RGAA 10.1.2 bans as presentation are in `presentational-attribute`, one finding
//! being enough. A use that HTML still allows is a question.
//!
//! Mended by taking away those that browsers do nothing with at all ([`NOTHING`]), unless a script or a style sheet names them. Those that
//! still act, or tell something to a person who reads the source (`summary`, `longdesc`, `abbr`), are left to their author.

use crate::check::{Category, Check, Context, Edit, Interest, Level, Meta};
use crate::checks::presentation::presentational_attributes::written;
use crate::dom::{Attr, Element};
use crate::spec::{obsolete, presentational};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &ObsoleteAttribute;

struct ObsoleteAttribute;

/// Obsolete on one element at least, and not banned by RGAA wherever they are obsolete.
const DROPPED: &[&str] = &[
    "abbr",
    "accept",
    "allowtransparency",
    "archive",
    "axis",
    "bordercolor",
    "bottommargin",
    "charset",
    "classid",
    "code",
    "codebase",
    "codetype",
    "contextmenu",
    "coords",
    "datafld",
    "dataformatas",
    "datapagesize",
    "datasrc",
    "declare",
    "dropzone",
    "event",
    "for",
    "frame",
    "framespacing",
    "hreflang",
    "ismap",
    "label",
    "language",
    "leftmargin",
    "longdesc",
    "lowsrc",
    "manifest",
    "methods",
    "name",
    "nohref",
    "noshade",
    "nowrap",
    "onshow",
    "profile",
    "rev",
    "rightmargin",
    "rules",
    "scheme",
    "scope",
    "scrolling",
    "shape",
    "standby",
    "summary",
    "target",
    "topmargin",
    "type",
    "typemustmatch",
    "urn",
    "usemap",
    "version",
];

static META: Meta = Meta {
    id: "obsolete-attribute",
    level: Level::Warning,
    review_level: Level::Warning,
    category: Category::Conformance,
    title: text("Attribut obsolète", "Obsolete attribute"),
    why: text(
        "Un attribut que HTML a abandonné peut ne plus rien faire dans un navigateur : ce qu’il devait apporter manque alors à tous.",
        "An attribute that HTML has dropped may do nothing in a browser: what it was to bring is then missing for everyone.",
    ),
    fix: text(
        "Prendre ce que HTML prévoit à la place.",
        "Use what HTML has instead.",
    ),
    mends: Some(text(
        "Retire l’attribut quand aucun navigateur n’en fait rien.",
        "Removes the attribute where no browser does anything with it.",
    )),
    interest: &[Interest::Attributes(DROPPED)],
    fail: &[
        "<table><tr><td nowrap>Avis</td></tr></table>",
        "<p><a name=haut id=bas>Haut</a></p>",
    ],
    review: &["<p><a name=haut>Haut</a></p>"],
    pass: &["<table><tr><th scope=col>Avis</th></tr></table>"],
    na: &["<p>Avis</p>"],
    ..Meta::NEW
};

const FOUND: Text = text(
    "l’attribut {attribute} de <{tag}> n’existe plus en HTML. {advice}",
    "HTML no longer has the {attribute} attribute on <{tag}>. {advice}",
);
const DISCOURAGED: Text = text(
    "l’attribut {attribute} de <{tag}> est déconseillé en HTML : peut-on s’en passer ? {advice}",
    "HTML discourages the {attribute} attribute on <{tag}>: can it be done without? {advice}",
);
const ALSO: Text = text("ici aussi", "here too");

impl Check for ObsoleteAttribute {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, element: Element<'p>, attr: Attr<'p>, cx: &mut Context<'p>) {
        let (tag, name) = (element.name(), attr.name());
        if !element.is_html() || attr.prefix().is_some() {
            return;
        }
        let Some((fr, en)) = obsolete::attribute(tag, name) else {
            return cx.pass();
        };
        if presentational::attribute(tag, name).is_some() {
            return;
        }
        // `keyword-invalid` tells it.
        if (tag, name) == ("script", "charset") && !attr.value().eq_ignore_ascii_case("utf-8") {
            return;
        }
        let conforming = obsolete::is_conforming(tag, name, attr.value(), element.attr("id"));
        let no_longer_read = is_no_longer_read(element, name);
        let what = [tag, name, if no_longer_read { "unread" } else { "read" }];
        let place = (element, written(element, attr));
        let draft = if conforming {
            cx.review_together(place, &DISCOURAGED, what, &ALSO)
        } else {
            cx.fail_together(place, &FOUND, what, &ALSO)
        };
        if let Some(draft) = draft {
            let draft = draft
                .arg("attribute", name)
                .arg("tag", tag)
                .arg_text("advice", &text(fr, en));
            if no_longer_read {
                draft.level(Level::Error);
            }
        }
        if does_nothing(tag, name, attr.value()) {
            cx.mend_unless_named(vec![Edit::without(element, attr)], name);
        }
    }
}

/// Attributes that HTML had for a time or for other elements only, which is an error and no habit of the past: fields had no maps but
/// those that show an image.
fn is_no_longer_read(element: Element<'_>, name: &str) -> bool {
    matches!(name, "contextmenu" | "dropzone" | "onshow")
        || name == "usemap" && element.is("input") && !element.attr_is("type", "image")
}

/// Element and attribute: no browser reads them, and no DOM interface gives them another effect (HTML Standard, 16.2 and 16.3).
#[rustfmt::skip]
const NOTHING: &[(&str, &str)] = &[
    ("a", "charset"), ("a", "coords"), ("a", "methods"), ("a", "shape"), ("a", "urn"),
    ("area", "nohref"), ("area", "hreflang"), ("area", "type"),
    ("form", "accept"), ("head", "profile"), ("html", "version"),
    ("link", "charset"), ("link", "methods"), ("link", "target"), ("link", "urn"),
    ("meta", "scheme"), ("object", "declare"), ("object", "standby"),
    ("table", "datapagesize"), ("td", "axis"), ("th", "axis"),
];

/// Whether taking the attribute away changes nothing. The language of a script is the default's other name.
fn does_nothing(tag: &str, name: &str, value: &str) -> bool {
    NOTHING.contains(&(tag, name))
        || (tag, name) == ("script", "language") && value.eq_ignore_ascii_case("javascript")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::elements;

    #[test]
    fn it_is_shown_all_that_no_other_check_has() {
        let mut dropped: Vec<_> = obsolete::attribute_names()
            .filter(|attribute| {
                elements::names().any(|element| {
                    obsolete::attribute(element, attribute).is_some()
                        && presentational::attribute(element, attribute).is_none()
                })
            })
            .collect();
        dropped.dedup();
        assert_eq!(dropped, DROPPED);
    }
}
