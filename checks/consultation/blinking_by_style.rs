//! RGAA 13.8.2 and 13.7.3: text that a style makes blink without end, and pages that a style makes flash.
//!
//! Certain failures, and nothing else, where the page alone settles it: no script, all style sheets in the page, nothing in them that people could stop an
//! animation with (boxes to tick, targets, `:has()`, paused states, reduced motion).
//! 13.8.2: an endless animation of a cycle of 2 s at most makes words vanish (`opacity` 0, `visibility: hidden`, `color: transparent`), and no other
//! rule speaks of their animations. 13.7.3: on `html` or `body`, so on the whole window, an endless animation of a background that turns from dark to light and back 3
//! times a second or more; opposing changes of 10 % of luminance at least, the darker under 0.8 (glossary «Changement brusque de luminosité ou effet de
//! flash»). Questions about the rest are those of `effects-to-judge`.

use super::animation::{Animation, animations, is_of_animations};
use crate::check::{Category, Check, Context, Interest, Meta, Proof};
use crate::dom::{Element, NodeRef};
use crate::rgaa::{TestId, test};
use crate::semantics::style::{Colour, Rule, Rules, declarations, each_selector};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &BlinkingByStyle;

struct BlinkingByStyle;

const BLINKS: TestId = test(13, 8, 2);
const FLASHES: TestId = test(13, 7, 3);

/// Longest cycle that is blinking, in seconds.
const BLINK: f32 = 2.0;

static META: Meta = Meta {
    id: "blinking-by-style",
    category: Category::Accessibility,
    title: text(
        "Clignotement sans fin par les styles",
        "Endless blinking by style sheets",
    ),
    why: text(
        "Ce qui clignote accapare l’attention et gêne la lecture de tout le reste ; les éclairs rapides peuvent déclencher une crise d’épilepsie.",
        "What blinks takes all the attention and makes the rest hard to read; fast flashes can trigger epileptic seizures.",
    ),
    fix: text(
        "Retirer l’animation, ou l’arrêter au bout de cinq secondes (animation-iteration-count).",
        "Remove the animation, or stop it after five seconds (animation-iteration-count).",
    ),
    proofs: &[Proof::refutes(&[BLINKS]), Proof::refutes(&[FLASHES])],
    interest: &[Interest::Page],
    fail: &[
        "<style>@keyframes va { 50% { opacity: 0 } } .avis { animation: va 1s infinite }</style><p class=avis>Travaux</p>",
        "<style>@keyframes va { from { background: #000 } to { background: #fff } } body { animation: va .2s infinite }</style><p>Travaux</p>",
    ],
    pass: &[
        "<style>@keyframes va { 50% { opacity: 0 } } .avis { animation: va 1s 3 }</style><p class=avis>Travaux</p>",
    ],
    na: &["<style>.avis { color: #222 }</style><p class=avis>Travaux</p>"],
    ..Meta::NEW
};

const VANISHES: Text = text(
    "cette règle fait disparaître et revenir « {words} » toutes les {seconds} s, sans fin, et rien ne permet de l’arrêter",
    "this rule makes \"{words}\" vanish and come back every {seconds} s, without end, and nothing lets people stop it",
);
const LIGHTNING: Text = text(
    "cette règle fait passer toute la page du sombre au clair {times} fois par seconde",
    "this rule makes the whole page turn from dark to light {times} times a second",
);
const THIS: Text = text("ceci", "this");

impl Check for BlinkingByStyle {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        if !semantics.sheets().may_contain("animation") || semantics.has_active_script() {
            return;
        }
        let Some(rules) = semantics.rules() else {
            return;
        };
        let stops = [
            ":checked",
            ":target",
            ":has(",
            "[open",
            "paused",
            "reduced-motion",
        ];
        if stops
            .iter()
            .any(|word| semantics.sheets().may_contain(word))
        {
            return;
        }
        let animating: Vec<&Rule> = rules
            .rules
            .iter()
            .filter(|rule| animates(&rule.block))
            .collect();
        for rule in rules.rules.iter().filter(|rule| rule.media.is_none()) {
            let Some(text) = rule.text(cx.doc()).filter(|_| rules.spend(1)) else {
                return;
            };
            for animation in animations(rules, &rule.block).unwrap_or_default() {
                let target = (text, rule.range.clone());
                if !animation.endless || animation.seconds <= 0.0 {
                    cx.pass();
                } else if let Some(times) = flashes(rule, &animation) {
                    cx.fail(target, &LIGHTNING)
                        .arg("times", format!("{times:.0}"))
                        .tests(&[FLASHES]);
                } else if animation.seconds <= BLINK
                    && vanishes(&animation)
                    && let Some((e, words)) = words_of(rule, rules, &animating, cx)
                {
                    cx.fail(target, &VANISHES)
                        .arg("words", words)
                        .arg("seconds", animation.seconds)
                        .tests(&[BLINKS])
                        .related(e.place(), &THIS);
                } else {
                    cx.pass();
                }
            }
        }
    }
}

/// How many times a second an animation makes the whole window flash, if it is three or more.
fn flashes(rule: &Rule, animation: &Animation<'_>) -> Option<f32> {
    let whole = |s: &str| matches!(s, "html" | "body" | ":root");
    if !each_selector(&rule.selectors).any(whole) {
        return None;
    }
    let lights = animation.frames.frames.iter().map(|frame| {
        let painted =
            declarations(frame).filter(|d| d.is("background") || d.is("background-color"));
        let colour = Colour::read(painted.last()?.value)?;
        (colour.alpha >= 1.0).then(|| colour.luminance())
    });
    // Frames that are not known might be anything.
    let lights: Vec<f64> = lights.collect::<Option<_>>()?;
    let darkest = lights.iter().copied().reduce(f64::min)?;
    let lightest = lights.iter().copied().reduce(f64::max)?;
    let cycle = animation.seconds * if animation.alternates { 2.0 } else { 1.0 };
    let times = 1.0 / cycle;
    (times >= 3.0 && darkest < 0.8 && lightest - darkest >= 0.1).then_some(times)
}

/// Whether an animation makes things vanish in one of its frames and be there in another, which may be the one that is not written.
fn vanishes(animation: &Animation<'_>) -> bool {
    let gone = |frame: &String| {
        declarations(frame).any(|d| {
            let nothing = |v: &str| {
                let share = v
                    .strip_suffix('%')
                    .map(|p| p.parse().map(|p: f32| p / 100.0));
                share
                    .unwrap_or_else(|| v.parse())
                    .is_ok_and(|opacity| opacity <= 0.1)
            };
            d.is("opacity") && nothing(d.value)
                || d.is("visibility") && d.value.eq_ignore_ascii_case("hidden")
                || d.is("color") && d.value.eq_ignore_ascii_case("transparent")
        })
    };
    let frames = &animation.frames.frames;
    let hidden = frames.iter().filter(|frame| gone(frame)).count();
    hidden > 0 && (hidden < frames.len() || frames.len() == 1)
}

/// Whether a block speaks of animations.
fn animates(block: &str) -> bool {
    declarations(block).any(|d| is_of_animations(&d) || d.is("all"))
}

/// The first words that a rule alone animates, of those that animate.
fn words_of<'p>(
    rule: &Rule,
    rules: &Rules,
    animating: &[&Rule],
    cx: &Context<'p>,
) -> Option<(Element<'p>, String)> {
    let about = |rule: &Rule, e| -> Option<bool> {
        let mut each = rule.each().iter();
        each.try_fold(false, |found, selector| {
            Some(found | rules.is_about(selector, e)?)
        })
    };
    let mut elements = cx
        .doc()
        .elements()
        .filter(|e| e.is_html() && !e.in_template());
    elements.find_map(|e| {
        if about(rule, e) != Some(true)
            || !rules.spend_on(e)
            || !cx.semantics().is_rendered(e)
            || e.attr("style").is_some_and(animates)
        {
            return None;
        }
        let mut others = animating
            .iter()
            .filter(|other| !std::ptr::eq(**other, rule));
        if others.any(|other| about(other, e) != Some(false)) {
            return None;
        }
        let mut texts = e.descendant_nodes().filter_map(NodeRef::as_text);
        texts.find(|t| t.text().contains(char::is_alphabetic))?;
        let words: String = cx.semantics().text(e).chars().take(60).collect();
        (!words.is_empty()).then_some((e, words))
    })
}
