//! What the page's own scripts do that a test asks about: RGAA 7.3.2, 12.10.1, 13.1.3, 13.2.1, 13.10.1, 13.12.1 to 13.12.3.
//!
//! Hints: a script is read as words, not run. What leaves the page after a while and what follows the movements of the device are told, since there is
//! a place to look at; what nearly every script has (keys, touches, windows, focus) is `off` by default, for whoever audits. Once a
//! page and effect. Scripts in files of their own are not read.

use crate::check::{Check, Context, Interest, Level, Meta, Proof};
use crate::dom::Element;
use crate::rgaa::{TestId, test};
use crate::semantics::is_executable;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &ScriptEffects;

struct ScriptEffects;

static META: Meta = Meta {
    id: "script-effects",
    title: text(
        "Effet d’un script à vérifier",
        "Effect of a script to check",
    ),
    why: text(
        "Une page qui part seule, réagit à une touche ou aux mouvements de l’appareil surprend ou exclut une partie des gens.",
        "A page that leaves by itself, reacts to a key or to the movements of the device surprises or shuts out some people.",
    ),
    fix: text(
        "Essayer la page, et donner à chacun de quoi arrêter, régler ou remplacer cet effet.",
        "Try the page, and give everyone a means to stop, adjust or replace this effect.",
    ),
    proofs: &[Proof::hints(&[
        test(7, 3, 2),
        test(12, 10, 1),
        test(13, 1, 3),
        test(13, 2, 1),
        test(13, 10, 1),
        test(13, 12, 1),
        test(13, 12, 2),
        test(13, 12, 3),
    ])],
    interest: &[Interest::Elements(&["script"])],
    review: &[
        "<script>setTimeout(function () { location.href = '/fin' }, 5000)</script>",
        "<script>addEventListener('devicemotion', secouer)</script>",
    ],
    pass: &["<script>console.log(1)</script>"],
    na: &["<script type=application/json>{\"devicemotion\": 1}</script>"],
    ..Meta::NEW
};

const LEAVES: Text = text(
    "ce script change d’adresse après un délai : peut-on l’arrêter, ou avoir dix fois plus de temps ?",
    "this script changes the address after a delay: can people stop that, or have ten times as long?",
);
const MOTION: Text = text(
    "ce script réagit aux mouvements de l’appareil : un bouton fait-il la même chose, et peut-on désactiver cette détection ?",
    "this script reacts to the movements of the device: does a button do the same, and can people turn this off?",
);
const CAMERA: Text = text(
    "ce script se sert de la caméra ou du micro : s’il réagit à des gestes, un bouton fait-il la même chose ?",
    "this script uses the camera or the microphone: if it reacts to gestures, does a button do the same?",
);
const WINDOW: Text = text(
    "ce script ouvre une fenêtre : seulement quand on le demande ?",
    "this script opens a window: only when people ask for it?",
);
const TOUCH: Text = text(
    "ce script suit les doigts sur l’écran : peut-on faire la même chose en touchant un seul point ?",
    "this script follows fingers on the screen: can the same be done by touching one point only?",
);
const KEYS: Text = text(
    "ce script réagit à des touches : si une seule suffit, peut-on la changer ou la désactiver ?",
    "this script reacts to keys: if a single one is enough, can people change it or turn it off?",
);
const BLUR: Text = text(
    "ce script retire le focus : jamais à un élément qui vient de le recevoir ?",
    "this script removes the focus: never from an element that has just received it?",
);

struct Effect {
    words: &'static [&'static str],
    question: &'static Text,
    tests: &'static [TestId],
    level: Level,
}

const EFFECTS: [Effect; 6] = [
    Effect {
        words: &["devicemotion", "deviceorientation"],
        question: &MOTION,
        tests: &[test(13, 12, 1), test(13, 12, 3)],
        level: Level::Note,
    },
    Effect {
        words: &["getUserMedia"],
        question: &CAMERA,
        tests: &[test(13, 12, 2)],
        level: Level::Note,
    },
    Effect {
        words: &["window.open("],
        question: &WINDOW,
        tests: &[test(13, 2, 1)],
        level: Level::Off,
    },
    Effect {
        words: &["touchmove", "gesturechange"],
        question: &TOUCH,
        tests: &[test(13, 10, 1)],
        level: Level::Off,
    },
    Effect {
        words: &["keydown", "keypress", "keyup"],
        question: &KEYS,
        tests: &[test(12, 10, 1)],
        level: Level::Off,
    },
    Effect {
        words: &[".blur()"],
        question: &BLUR,
        tests: &[test(7, 3, 2)],
        level: Level::Off,
    },
];

/// What comes between a delay and the address it changes, in bytes.
const NEAR: usize = 160;

impl Check for ScriptEffects {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, script: Element<'p>, cx: &mut Context<'p>) {
        if script.has_attr("src") || !is_executable(script) {
            return;
        }
        let code = script.text_content();
        let mut found = false;
        if leaves_later(&code) && is_new(1, cx) {
            found = true;
            cx.review(script, &LEAVES).tests(&[test(13, 1, 3)]);
        }
        for (rank, effect) in EFFECTS.iter().enumerate() {
            if effect.words.iter().any(|word| code.contains(word)) {
                found = true;
                if is_new(2 << rank, cx) {
                    cx.review(script, effect.question)
                        .tests(effect.tests)
                        .level(effect.level);
                }
            }
        }
        if !found {
            cx.pass();
        }
    }
}

/// Whether the page has not been asked about an effect yet.
fn is_new(effect: u8, cx: &mut Context<'_>) -> bool {
    let seen = cx.memory::<u8>();
    let new = *seen & effect == 0;
    *seen |= effect;
    new
}

/// Whether a delay is soon followed by a change of address.
fn leaves_later(code: &str) -> bool {
    let goes = [
        "location.href",
        "location.replace",
        "location.assign",
        "location.reload",
        "location =",
    ];
    ["setTimeout(", "setInterval("].iter().any(|delay| {
        code.match_indices(delay).any(|(at, _)| {
            let bytes = &code.as_bytes()[at..code.len().min(at + NEAR)];
            let part = String::from_utf8_lossy(bytes);
            // Only what sets the address: reading it is no matter.
            goes.iter().any(|go| {
                part.split_once(go).is_some_and(|(_, rest)| {
                    let rest = rest.trim_start();
                    *go == "location ="
                        || rest.starts_with('(')
                        || rest.starts_with('=') && !rest.starts_with("==")
                })
            })
        })
    })
}
