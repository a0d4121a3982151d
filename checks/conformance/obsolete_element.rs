//! HTML Standard 16.2 «Non-conforming features»: elements that HTML has dropped.
//!
//! `rb` and `rtc` are warnings only: W3C's HTML Ruby Markup Extensions still have them.
//!
//! No RGAA test asks about them since 4.0. Those that RGAA 10.1.1 bans as presentation are in `presentational-element`, one
//! finding being enough.

use crate::check::{Category, Check, Context, Interest, Level, Meta};
use crate::dom::Element;
use crate::spec::obsolete;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &ObsoleteElement;

struct ObsoleteElement;

const DROPPED: &[&str] = &[
    "acronym",
    "applet",
    "bgsound",
    "dir",
    "frame",
    "frameset",
    "isindex",
    "keygen",
    "listing",
    "menuitem",
    "multicol",
    "nextid",
    "nobr",
    "noembed",
    "noframes",
    "param",
    "plaintext",
    "rb",
    "rtc",
    "spacer",
    "xmp",
];

static META: Meta = Meta {
    id: "obsolete-element",
    category: Category::Conformance,
    title: text("Élément obsolète", "Obsolete element"),
    why: text(
        "Un élément que HTML a abandonné peut ne plus rien faire dans un navigateur, et n’a souvent pas de sens pour un lecteur d’écran.",
        "An element that HTML has dropped may do nothing in a browser, and often means nothing to a screen reader.",
    ),
    fix: text(
        "Prendre ce que HTML prévoit à la place.",
        "Use what HTML has instead.",
    ),
    interest: &[Interest::Elements(DROPPED)],
    fail: &["<p>Le <acronym title='Référentiel'>RGAA</acronym></p>"],
    na: &["<p>Le <abbr title='Référentiel'>RGAA</abbr></p>"],
    ..Meta::NEW
};

const FOUND: Text = text(
    "l’élément <{tag}> n’existe plus en HTML. {advice}",
    "HTML no longer has the <{tag}> element. {advice}",
);
const ALSO: Text = text("ici aussi", "here too");

impl Check for ObsoleteElement {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, element: Element<'p>, cx: &mut Context<'p>) {
        if !element.is_html() {
            return;
        }
        let Some((fr, en)) = obsolete::element(element.name()) else {
            return;
        };
        let Some(draft) = cx.fail_together(element, &FOUND, element.name(), &ALSO) else {
            return;
        };
        let draft = draft
            .arg("tag", element.name())
            .arg_text("advice", &text(fr, en));
        if element.is_any(&["rb", "rtc"]) {
            draft.level(Level::Warning);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::{elements, presentational};

    #[test]
    fn it_is_shown_all_that_no_other_check_has() {
        let dropped: Vec<_> = elements::names()
            .filter(|n| elements::is_obsolete(n) && presentational::element(n, true).is_none())
            .collect();
        assert_eq!(dropped, DROPPED);
    }
}
