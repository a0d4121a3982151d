//! Path data that are no path (SVG 2, 9.3.9 «The grammar for path data», 9.5.4 «Error handling»).
//!
//! Browsers draw as far as the error, and nothing of what follows. `none`, which CSS has, draws nothing and is let be. Not among the
//! families of RGAA 8.2.1: no proof.

use super::values::{self, Problem};
use crate::check::{Category, Check, Context, Interest, Meta};
use crate::dom::{Attr, Element, Namespace};
use crate::spec::svg::path;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &SvgPathInvalid;

struct SvgPathInvalid;

static META: Meta = Meta {
    id: "svg-path-invalid",
    category: Category::Conformance,
    title: text("Tracé SVG mal écrit", "Malformed SVG path"),
    why: text(
        "Les navigateurs s’arrêtent à la faute : la suite du dessin manque.",
        "Browsers stop at the mistake: the rest of the drawing is missing.",
    ),
    fix: text(
        "Corriger le tracé à cet endroit, ou l’exporter à nouveau de l’outil de dessin.",
        "Mend the path at that place, or export it again from the drawing tool.",
    ),
    interest: &[Interest::Attributes(&["d", "path"])],
    fail: &[
        "<svg><path d='M0 0 L10' /></svg>",
        "<svg><path d='M0 0 L{{x}} 9' /></svg>",
        "<svg><animateMotion path='0 0 L9 9' dur=1s /></svg>",
    ],
    pass: &["<svg><path d='M0 0l9-9a1 1 0 01.5.5z' /></svg>"],
    na: &["<p>Plan</p>", "<svg><g d='x'></g></svg>"],
    ..Meta::NEW
};

const UNEXPECTED: Text = text(
    "« {found} » ne peut pas être là, et rien de ce qui suit n’est dessiné",
    "\"{found}\" cannot be there, and nothing of what follows is drawn",
);
const CUT: Text = text(
    "le tracé s’arrête au milieu : il manque un nombre à la fin",
    "the path stops midway: a number is missing at the end",
);

impl Check for SvgPathInvalid {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, element: Element<'p>, attr: Attr<'p>, cx: &mut Context<'p>) {
        let holds_path = match attr.name() {
            "d" => matches!(element.name(), "glyph" | "missing-glyph" | "path"),
            _ => matches!(element.name(), "animateMotion" | "textPath"),
        };
        if !holds_path || element.namespace() != Namespace::Svg || attr.prefix().is_some() {
            return;
        }
        let data = attr.value();
        let Some(at) = path::fault(data).filter(|_| data.trim_ascii() != "none") else {
            return cx.pass();
        };
        let found = data[at..].split_ascii_whitespace().next();
        let found = found.and_then(|word| {
            word.char_indices()
                .nth(MOST)
                .map_or(Some(word), |c| word.get(..c.0))
        });
        match found {
            Some(found) => {
                let problem = Problem::new(UNEXPECTED).with("found", found);
                values::fail((element, attr), at..at + found.len(), &problem, cx);
            }
            None => {
                let last = data.trim_ascii_end().char_indices().next_back();
                let last = last.map_or(0..0, |(at, c)| at..at + c.len_utf8());
                values::fail((element, attr), last, &Problem::new(CUT), cx);
            }
        }
    }
}

/// Characters shown of what cannot be there.
const MOST: usize = 20;
