//! RGAA 12.11.1, 13.7.3, 13.8.1, 13.8.2 and 13.9.1: what style sheets and moving images do, which nobody reads yet, and the proof that there is nothing.
//!
//! Style sheets of the page (`style` elements and attributes) are only searched for what could matter; one that is elsewhere leaves all open.
//! 13.7.3 inapplicable: no animation (a transition happens once, and only when people do something). Passed: animations of `style` elements only, which together cannot
//! make three flashes a second. 13.8.1 and 13.8.2: none of these either, and nothing else that moves by itself: `marquee`, images of a
//! format that may be animated (all but JPEG, since names are all that is read), frames, plug-ins, `canvas`, vector images with animations.
//! Time-based media are left to topic 4 (glossary «Contrôle»). 12.11.1: nothing is revealed, neither by a style that depends on what people do
//! (`:hover`, `:focus`, `:checked`…) nor by `details`, `dialog` or a popover. 13.9.1 passed: no media query at all, no script, no manifest of an
//! application: nothing depends on the orientation.
//!
//! One question a page, `off` by default: any page with a style sheet gets it.

use super::animation::{animations, is_of_animations};
use crate::check::{Check, Context, Interest, Level, Meta, Proof};
use crate::dom::{Attr, Element, Namespace, NodeId};
use crate::rgaa::{TestId, test};
use crate::semantics::style::{Rules, declarations};
use crate::spec::media;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &EffectsToJudge;

struct EffectsToJudge;

const REVEALED: TestId = test(12, 11, 1);
const FLASH: TestId = test(13, 7, 3);
const MOVEMENT: &[TestId] = &[test(13, 8, 1), test(13, 8, 2)];
const ORIENTATION: TestId = test(13, 9, 1);
const EFFECTS: &[TestId] = &[REVEALED, MOVEMENT[0], MOVEMENT[1]];

static META: Meta = Meta {
    id: "effects-to-judge",
    level: Level::Off,
    review_level: Level::Off,
    title: text(
        "Effets de style et mouvements à examiner",
        "Style effects and movements to look at",
    ),
    why: text(
        "Animations, clignotements, contenus qui apparaissent au survol ou disparaissent quand l’écran tourne : il faut voir la page.",
        "Animations, blinking, contents that appear on hover or vanish when the screen turns: one must see the page.",
    ),
    fix: text(
        "Ouvrir la page et passer ces effets en revue avec les critères 12.11 et 13.7 à 13.9.",
        "Open the page and review these effects against criteria 12.11 and 13.7 to 13.9.",
    ),
    proofs: &[
        Proof::hints(EFFECTS).inapplicable_without_targets(),
        Proof::decides(&[FLASH]),
        Proof::decides(&[ORIENTATION]),
    ],
    interest: &[
        Interest::Elements(&[
            "style",
            "link",
            "img",
            "source",
            "input",
            "marquee",
            "object",
            "embed",
            "iframe",
            "frame",
            "canvas",
            "image",
            "animate",
            "animateMotion",
            "animateTransform",
            "set",
            "details",
            "dialog",
        ]),
        Interest::Attributes(&["style", "popover", "media", "background"]),
        Interest::Page,
    ],
    review: &[
        "<head><link rel=stylesheet href=site.css></head><p>Horaires</p>",
        "<style>.logo { animation: tourne 2s infinite }</style><p class=logo>Vaulnois</p>",
    ],
    pass: &["<p style='color: #222'>Horaires</p>"],
    ..Meta::NEW
};

const QUESTION: Text = text(
    "ceci peut animer la page ou faire apparaître des contenus : restent-ils lisibles, contrôlables et atteignables au clavier ?",
    "this may animate the page or reveal contents: can they still be read, controlled and reached with the keyboard?",
);

/// What a page holds that leaves a test open, and the first such place.
#[derive(Default)]
struct Seen {
    first: Option<NodeId>,
    reveals: bool,
    animates: bool,
    /// A `style` attribute does.
    animates_here: bool,
    moves: bool,
    turns: bool,
}

impl Seen {
    fn first(&mut self, e: Element<'_>) -> &mut Seen {
        self.first.get_or_insert(e.id());
        self
    }

    /// A style sheet that is elsewhere may do anything.
    fn style_sheet(&mut self, e: Element<'_>) {
        let seen = self.first(e);
        (seen.reveals, seen.animates, seen.moves, seen.turns) = (true, true, true, true);
        seen.animates_here = true;
    }

    fn css(&mut self, e: Element<'_>, css: &str) {
        // A name may be written with escapes.
        if css.contains("@import") || css.contains('\\') {
            return self.style_sheet(e);
        }
        let has = |words: &[&str]| words.iter().any(|w| contains(css, w));
        if has(&["animation", "@keyframes", "@starting-style"]) {
            let seen = self.first(e);
            (seen.animates, seen.moves) = (true, true);
            seen.animates_here |= e.name() != "style";
        }
        if has(&["transition"]) {
            self.first(e).moves = true;
        }
        if has(&["url(", "image-set(", "offset-path"]) {
            self.first(e).moves = true;
        }
        if has(&[
            ":hover", ":focus", ":active", ":checked", ":target", ":has(", "[open", ":popover",
        ]) {
            self.first(e).reveals = true;
        }
        if has(&["@media", "@container", "orientation"]) {
            self.first(e).turns = true;
        }
    }
}

/// Whether a style has a word, whatever its case; `word` is in lower case.
fn contains(css: &str, word: &str) -> bool {
    css.contains(word)
        || css
            .as_bytes()
            .windows(word.len())
            .any(|w| w.eq_ignore_ascii_case(word.as_bytes()))
}

impl Check for EffectsToJudge {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, e: Element<'p>, cx: &mut Context<'p>) {
        let seen = cx.memory::<Seen>();
        if e.namespace() == Namespace::Svg && e.name() != "style" {
            if e.name() != "a" && e.name() != "image" || !is_still(e, "href") {
                seen.first(e).moves = true;
            }
            return;
        }
        match e.name() {
            "style" => seen.css(e, &e.text_content()),
            "link" => {
                let has = |kind: &str| e.tokens("rel").any(|rel| rel.eq_ignore_ascii_case(kind));
                if has("stylesheet") {
                    seen.style_sheet(e);
                } else if has("manifest") {
                    seen.first(e).turns = true;
                }
            }
            "img" => {
                if !is_still(e, "src") || e.has_attr("srcset") {
                    seen.first(e).moves = true;
                }
            }
            "source" => {
                let in_picture = e.parent().is_some_and(|p| p.is("picture"));
                seen.moves |= in_picture;
            }
            "input" => {
                if e.attr_is("type", "image") && !is_still(e, "src") {
                    seen.first(e).moves = true;
                }
            }
            "details" | "dialog" => seen.first(e).reveals = true,
            "iframe" | "frame" | "object" | "embed" | "canvas" => {
                let seen = seen.first(e);
                (seen.moves, seen.animates, seen.reveals, seen.turns) = (true, true, true, true);
                seen.animates_here = true;
            }
            _ => seen.first(e).moves = true,
        }
    }

    fn attribute<'p>(&self, e: Element<'p>, attr: Attr<'p>, cx: &mut Context<'p>) {
        let seen = cx.memory::<Seen>();
        match attr.name() {
            "style" => seen.css(e, attr.value()),
            "popover" => seen.first(e).reveals = true,
            "media" => seen.first(e).turns = true,
            _ => seen.first(e).moves = true,
        }
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        let mut seen = std::mem::take(cx.memory::<Seen>());
        if seen.animates
            && !seen.animates_here
            && let Some(flashes) = cx.semantics().rules().and_then(flashes_at_most)
            && flashes < 3.0
        {
            seen.animates = false;
            if flashes > 0.0 {
                cx.pass_on(&[FLASH]);
            }
        }
        let mut open = Vec::new();
        for (is_open, tests) in [
            (seen.reveals, &[REVEALED][..]),
            (seen.animates, &[FLASH]),
            (seen.moves, MOVEMENT),
            (seen.turns, &[ORIENTATION]),
        ] {
            if is_open {
                open.extend_from_slice(tests);
            }
        }
        if !seen.turns {
            cx.pass_on(&[ORIENTATION]);
        }
        if let Some(first) = seen.first.and_then(|id| cx.doc().element(id)) {
            cx.review(first, &QUESTION).tests(&open);
        }
        cx.leave_open(&open);
    }
}

/// How many times a second all the animations of a page together can change something and back, at most: each goes through all its frames in a cycle, and
/// two changes make a flash.
fn flashes_at_most(rules: &Rules) -> Option<f32> {
    let mut flashes = 0.0;
    for rule in &rules.rules {
        if declarations(&rule.block).any(|d| is_of_animations(&d)) {
            for animation in animations(rules, &rule.block)? {
                let changes = animation.frames.frames.len().max(2) as f32;
                flashes += changes / 2.0 / animation.seconds;
            }
        }
    }
    Some(flashes)
}

/// Whether the image an attribute names is of a format that never moves.
fn is_still(e: Element<'_>, attribute: &str) -> bool {
    let Some(attr) = e.attributes().find(|a| a.name() == attribute) else {
        return true;
    };
    let jpeg = ["jpg", "jpeg"];
    media::extension(attr.value())
        .is_some_and(|ext| jpeg.iter().any(|j| j.eq_ignore_ascii_case(ext)))
}
