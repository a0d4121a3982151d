//! A `style` element whose text breaks the syntax of CSS (CSS Syntax 3; WHATWG HTML 4.2.6): a brace or a quote without its end, a
//! declaration without a colon, a rule without a selector.
//!
//! Browsers drop the declaration, the rule, or all that follows. Names of properties, values and at-rules are not judged: CSS adds to them
//! all the time. Not among the families of RGAA 8.2.1: no proof.

use super::style_attribute_malformed::words;
use crate::check::{Category, Check, Context, Interest, Meta};
use crate::dom::{Element, NodeRef};
use crate::semantics::style::malformed_sheet;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &StyleSheetMalformed;

struct StyleSheetMalformed;

static META: Meta = Meta {
    id: "style-sheet-malformed",
    category: Category::Conformance,
    title: text("Feuille de style mal formée", "Malformed style sheet"),
    why: text(
        "Le navigateur ignore ce qu’il ne comprend pas, et souvent la règle suivante avec : la mise en forme n’est pas celle que l’on voulait.",
        "Browsers drop what they do not understand, and often the next rule with it: the styling is not the one that was meant.",
    ),
    fix: text(
        "Fermer accolades, parenthèses, guillemets et commentaires, et écrire « propriété: valeur; ».",
        "Close braces, parentheses, quotes and comments, and write \"property: value;\".",
    ),
    interest: &[Interest::Elements(&["style"])],
    fail: &[
        "<style>p { color red }</style>",
        "<style>p { color: red</style>",
        "<style>p { color: red }; a { color: blue }</style>",
        "<style>p { background: url(l'été.png) }</style>",
    ],
    pass: &[
        "<style>p { color: red } @media print { a { margin: 0 } }</style>",
        "<style>p { propriete-de-demain: oui; &:hover { margin: 0 } }</style>",
    ],
    na: &["<style></style>", "<style type=text/plain>p {</style>"],
    ..Meta::NEW
};

/// Faults looked for in one sheet.
const MOST: usize = 1_000;
const ALSO: Text = text("ici aussi", "here too");

impl Check for StyleSheetMalformed {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, style: Element<'p>, cx: &mut Context<'p>) {
        let is_css = |kind: &str| kind.is_empty() || kind.eq_ignore_ascii_case("text/css");
        if !style.is_html() || !style.attr("type").is_none_or(is_css) {
            return;
        }
        let Some(sheet) = style.children().find_map(NodeRef::as_text) else {
            return;
        };
        if sheet.is_blank() {
            return;
        }
        let found = malformed_sheet(sheet.text(), MOST);
        if found.is_empty() {
            return cx.pass();
        }
        for (problem, range) in found {
            let part = &sheet.text()[range.clone()];
            let place = (style, sheet.source_span(range));
            let message = words(problem);
            if let Some(draft) = cx.fail_together(place, message, "", &ALSO)
                && message.en.contains("{part}")
            {
                draft.arg("part", part);
            }
        }
    }
}
