//! RGAA 13.9.1: a page that cannot be read in one of the orientations of the screen (ACT b33eff).
//!
//! A certain failure, and nothing else, where the page alone settles it: no script, all style sheets in the page, and in `@media (orientation: …)` a rule on
//! `html`, `body` or `main` that turns it a quarter turn, or takes it away, which no other rule may undo. Not where there is a `canvas`: a game or a piano may be essential in one
//! orientation (particular case). Questions about the rest are those of `effects-to-judge`.

use std::cell::LazyCell;

use crate::check::{Category, Check, Context, Interest, Meta, Proof};
use crate::dom::{Document, Element};
use crate::rgaa::{TestId, test};
use crate::semantics::style::{Rule, Rules, declarations, dimension, each_selector};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &OrientationLocked;

struct OrientationLocked;

const BOTH: TestId = test(13, 9, 1);

static META: Meta = Meta {
    id: "orientation-locked",
    category: Category::Accessibility,
    title: text(
        "Page bloquée dans une orientation",
        "Page locked in one orientation",
    ),
    why: text(
        "Un téléphone fixé à un fauteuil ne se tourne pas : la page doit se lire en portrait comme en paysage.",
        "A phone fixed to a wheelchair cannot be turned: the page must be readable in portrait and in landscape.",
    ),
    fix: text(
        "Retirer la règle qui tourne ou cache la page selon l’orientation, et laisser la mise en page s’adapter.",
        "Remove the rule that turns or hides the page by orientation, and let the layout adapt.",
    ),
    proofs: &[Proof::refutes(&[BOTH])],
    act: &["b33eff"],
    interest: &[Interest::Page],
    fail: &[
        "<style>@media (orientation: portrait) { body { transform: rotate(90deg) } }</style><p>Horaires</p>",
        "<style>@media (orientation: landscape) { main { display: none } }</style><main>Horaires</main>",
    ],
    pass: &[
        "<style>@media (orientation: portrait) { body { font-size: 1.2em } }</style><p>Horaires</p>",
    ],
    na: &["<style>body { transform: rotate(90deg) }</style><p>Horaires</p>"],
    ..Meta::NEW
};

const TURNS: Text = text(
    "en {orientation}, cette règle tourne la page d’un quart de tour : elle ne se lit que dans l’autre orientation",
    "in {orientation}, this rule turns the page a quarter turn: it can only be read in the other orientation",
);
const TAKES_AWAY: Text = text(
    "en {orientation}, cette règle fait disparaître le contenu : il ne se lit que dans l’autre orientation",
    "in {orientation}, this rule takes the content away: it can only be read in the other orientation",
);
const PORTRAIT: Text = text("portrait", "portrait");
const LANDSCAPE: Text = text("paysage", "landscape");

impl Check for OrientationLocked {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        if !semantics.sheets().may_contain("orientation") || semantics.has_active_script() {
            return;
        }
        let Some(rules) = semantics.rules() else {
            return;
        };
        if cx.doc().elements().any(|e| e.is("canvas")) {
            return;
        }
        let turning = LazyCell::new(|| saying(rules, &["transform", "rotate", "all"]));
        let hiding = LazyCell::new(|| saying(rules, &["display", "all"]));
        for rule in &rules.rules {
            let (Some(orientation), Some(text)) = (orientation(rule), rule.text(cx.doc())) else {
                continue;
            };
            let whole = each_selector(&rule.selectors).find_map(|s| whole(s, cx.doc()));
            let (message, said): (_, &Said) = match whole {
                Some(_) if turns(&rule.block) => (&TURNS, &turning),
                Some(_) if hides(&rule.block) => (&TAKES_AWAY, &hiding),
                _ => {
                    cx.pass();
                    continue;
                }
            };
            if whole.is_none_or(|e| may_be_undone(rule, rules, e, said)) {
                cx.pass();
                continue;
            }
            cx.fail((text, rule.range.clone()), message)
                .arg_text("orientation", orientation);
        }
    }
}

/// The orientation that alone is the condition of a rule.
fn orientation(rule: &Rule) -> Option<&'static Text> {
    let media: String = rule.media.as_deref()?.split_ascii_whitespace().collect();
    match media.strip_prefix("screenand").unwrap_or(&media) {
        "(orientation:portrait)" => Some(&PORTRAIT),
        "(orientation:landscape)" => Some(&LANDSCAPE),
        _ => None,
    }
}

/// The element that holds all of the content, if a selector is about it.
fn whole<'p>(selector: &str, doc: &'p Document) -> Option<Element<'p>> {
    match selector {
        "html" | ":root" => doc.html(),
        "body" => doc.body(),
        "main" => doc.elements().find(|e| e.is("main")),
        _ => None,
    }
}

/// Properties, and the rules that say something of them.
type Said<'r> = (&'static [&'static str], Vec<&'r Rule>);

fn saying<'r>(rules: &'r Rules, properties: &'static [&'static str]) -> Said<'r> {
    let says = |rule: &&Rule| says(&rule.block, properties);
    (properties, rules.rules.iter().filter(says).collect())
}

fn says(block: &str, properties: &[&str]) -> bool {
    declarations(block).any(|d| properties.iter().any(|p| d.is(p)))
}

/// Whether another rule, or the `style` of the element, says something of it too.
fn may_be_undone(rule: &Rule, rules: &Rules, e: Element<'_>, (properties, said): &Said) -> bool {
    let mut others = said.iter().filter(|other| !std::ptr::eq(**other, rule));
    let about = |other: &&Rule| {
        let mut each = other.each().iter();
        each.any(|s| rules.is_about(s, e) != Some(false))
    };
    !rules.spend_on(e)
        || e.attr("style").is_some_and(|style| says(style, properties))
        || others.any(about)
}

/// Whether a block turns what it is about a quarter turn.
fn turns(block: &str) -> bool {
    declarations(block).any(|d| {
        let value = d.value.to_ascii_lowercase();
        let angle = match d.is("rotate") {
            true => Some(&*value),
            false => Some(&*value)
                .filter(|_| d.is("transform"))
                .and_then(|value| {
                    let open = ["rotate(", "rotatez("]
                        .iter()
                        .find_map(|f| value.split_once(f))?;
                    Some(open.1.split_once(')')?.0)
                }),
        };
        angle
            .and_then(|angle| degrees(angle.trim()))
            .is_some_and(|degrees| {
                let off = degrees.abs() % 180.0 - 90.0;
                off.abs() < 1.0
            })
    })
}

fn degrees(angle: &str) -> Option<f32> {
    let (number, unit) = dimension(angle)?;
    Some(
        number
            * match unit {
                "deg" => 1.0,
                "rad" => 180.0 / std::f32::consts::PI,
                "turn" => 360.0,
                "grad" => 0.9,
                _ => return None,
            },
    )
}

fn hides(block: &str) -> bool {
    let display = declarations(block).filter(|d| d.is("display")).last();
    display.is_some_and(|d| d.value.eq_ignore_ascii_case("none"))
}
