//! RGAA 10.13.1 to 10.13.3, 10.14.1 and 10.14.2: what appears on hover or on focus.
//!
//! Inapplicable: no style sheet is linked, and no rule of the page's own sheets shows or moves anything on `:hover` or `:focus`; scripts, which could, leave
//! it open by themselves. Bubbles of `title` are the browser's and exempt (10.13, particular cases). 10.14.1 and 10.14.2 passed: each such rule
//! shows the same on hover and on focus, of things that get both. A question for each rule, and for what says that it is a tooltip; failures are those
//! of `hover-only-content`.

use std::ops::Range;

use super::hover_twins::{Shows, shows};
use crate::check::{Category, Check, Context, Interest, Level, Meta, Proof};
use crate::dom::{Attr, Element, NodeRef};
use crate::rgaa::{TestId, test};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &HoverContent;

struct HoverContent;

const APPEARS: &[TestId] = &[test(10, 13, 1), test(10, 13, 2), test(10, 13, 3)];
const HOVERED: TestId = test(10, 14, 1);
const FOCUSED: TestId = test(10, 14, 2);
const ON_HOVER: &[TestId] = &[APPEARS[0], APPEARS[1], APPEARS[2], HOVERED];
const ITSELF: &[TestId] = &[APPEARS[0], APPEARS[2]];
const ON_FOCUS: &[TestId] = &[APPEARS[0], APPEARS[2], FOCUSED];
const ALL: &[TestId] = &[APPEARS[0], APPEARS[1], APPEARS[2], HOVERED, FOCUSED];

static META: Meta = Meta {
    id: "hover-content",
    level: Level::Note,
    category: Category::Accessibility,
    title: text(
        "Contenu qui apparaît au survol ou au focus",
        "Content that appears on hover or focus",
    ),
    why: text(
        "Ce qui ne s’affiche qu’au survol échappe au clavier et aux écrans tactiles, et peut masquer le reste à qui agrandit la page.",
        "What only shows on hover is out of reach for keyboards and touch screens, and may cover the rest for people who zoom.",
    ),
    fix: text(
        "Afficher aussi au focus (:focus-within), laisser la souris aller sur le contenu, permettre de le fermer avec Échap.",
        "Show it on focus too (:focus-within), let the pointer move onto the content, let people dismiss it with Escape.",
    ),
    proofs: &[
        Proof::hints(APPEARS).inapplicable_without_targets(),
        Proof::decides(&[HOVERED]),
        Proof::decides(&[FOCUSED]),
    ],
    interest: &[
        Interest::Elements(&["style"]),
        Interest::Attributes(&["role"]),
        Interest::Page,
    ],
    review: &["<style>.aide:hover .bulle { display: block }</style><p>Aide</p>"],
    pass: &["<link rel=stylesheet href=a.css><p>Aide</p>"],
    na: &["<style>a:hover { color: red }</style><p title=Bulle>Aide</p>"],
    ..Meta::NEW
};

const RULE: Text = text(
    "cette règle montre ou déplace un contenu au {state} : peut-on l’atteindre au clavier et à la souris, le survoler, le fermer ?",
    "this rule shows or moves content on {state}: can it be reached by keyboard and mouse, hovered, dismissed?",
);
const HOVER: Text = text("survol", "hover");
const FOCUS: Text = text("focus", "focus");
const TOOLTIP: Text = text(
    "infobulle : peut-on la fermer sans bouger, la survoler, et reste-t-elle affichée ?",
    "tooltip: can it be dismissed without moving, hovered, and does it stay?",
);
const ALSO: Text = text("ici aussi", "here too");

impl Check for HoverContent {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, style: Element<'p>, cx: &mut Context<'p>) {
        for text in style.children().filter_map(NodeRef::as_text) {
            let mut from = 0;
            while let Some((state, rule)) = revealing_rule(text.text(), from) {
                from = rule.end;
                let semantics = cx.semantics();
                let shown = semantics.rules().and_then(|rules| {
                    let rule = rules.at(text.id(), rule.start)?;
                    Some(shows(rule, rules, semantics))
                });
                let both = text.text()[rule.clone()].contains(other(state));
                let (tests, key) = match (shown.unwrap_or(Shows::Unknown), state) {
                    (Shows::Itself, _) => (ITSELF, "itself"),
                    (Shows::Both, _) => (APPEARS, "twins"),
                    (Shows::Unknown, _) if both => (ALL, "either"),
                    (Shows::Unknown, State::Hover) => (ON_HOVER, "hover"),
                    (Shows::Unknown, State::Focus) => (ON_FOCUS, "focus"),
                };
                if shown == Some(Shows::Both) {
                    cx.pass_on(&[HOVERED, FOCUSED]);
                }
                let what = match state {
                    State::Hover => &HOVER,
                    State::Focus => &FOCUS,
                };
                if let Some(draft) = cx.review_together((text, rule), &RULE, key, &ALSO) {
                    draft.arg_text("state", what).tests(tests);
                }
            }
        }
    }

    fn attribute<'p>(&self, e: Element<'p>, role: Attr<'p>, cx: &mut Context<'p>) {
        if role.value().trim_ascii().eq_ignore_ascii_case("tooltip")
            && let Some(draft) = cx.review_together((e, role), &TOOLTIP, "", &ALSO)
        {
            draft.tests(APPEARS);
        }
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        let sheets = cx.semantics().sheets();
        // An escape may write any name.
        if sheets.unread() || sheets.may_contain("\\") {
            cx.leave_open(ALL);
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Hover,
    Focus,
}

/// How the other state begins, which may be in the selectors of the same rule.
fn other(state: State) -> &'static str {
    match state {
        State::Hover => ":focus",
        State::Focus => ":hover",
    }
}

/// The first rule at or after `from` whose selector has `:hover` or `:focus…` and which shows or moves a box: from the selector's state to the brace
/// that ends it. Nested rules count as parts of the one around them.
fn revealing_rule(css: &str, from: usize) -> Option<(State, Range<usize>)> {
    let mut at = from;
    while let Some(colon) = css[at..].find(':').map(|i| at + i) {
        at = colon + 1;
        let is = |word: &str| {
            css.get(at..at + word.len())
                .is_some_and(|s| s.eq_ignore_ascii_case(word))
        };
        let state = if is("hover") {
            State::Hover
        } else if is("focus") {
            State::Focus
        } else {
            continue;
        };
        let open = at + css[at..].find('{')?;
        let close = css[open..].find('}').map_or(css.len(), |i| open + i + 1);
        if reveals(&css[open..close]) {
            return Some((state, colon..close));
        }
        at = open;
    }
    None
}

/// Whether a block has a property that shows, moves or sizes a box.
fn reveals(block: &str) -> bool {
    const SHOWS: [&str; 14] = [
        "all",
        "clip",
        "content",
        "display",
        "height",
        "inset",
        "left",
        "opacity",
        "overflow",
        "position",
        "top",
        "transform",
        "translate",
        "visibility",
    ];
    let names = block
        .split(['{', ';'])
        .filter_map(|part| part.split_once(':'));
    names
        .map(|(name, _)| name.rsplit(['/', '\n']).next().unwrap_or(name).trim())
        .any(|name| {
            SHOWS.iter().any(|shows| {
                name.get(..shows.len())
                    .is_some_and(|start| start.eq_ignore_ascii_case(shows))
                    || name.to_ascii_lowercase().ends_with(&format!("-{shows}"))
            })
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_that_reveal() {
        let found = |css: &'static str| revealing_rule(css, 0).map(|(s, r)| (s, &css[r]));
        assert_eq!(
            found("a:hover { color: red } .m:hover ul { display: block } p {}"),
            Some((State::Hover, ":hover ul { display: block }"))
        );
        assert_eq!(
            found("a:FOCUS-within .b{/* x */opacity:1"),
            Some((State::Focus, ":FOCUS-within .b{/* x */opacity:1"))
        );
        assert_eq!(
            found("a:hover { text-decoration: none; background: top }"),
            None
        );
        assert_eq!(found("a::before { content: 'x' } a:not(:hover)"), None);
        assert_eq!(
            found("li { &:hover { max-height: 9em } }").map(|f| f.0),
            Some(State::Hover)
        );
    }
}
