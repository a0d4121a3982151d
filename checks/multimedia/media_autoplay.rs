//! RGAA 4.10.1: a sound that starts by itself can be stopped.
//!
//! Decides the test. Targets: `audio` and `video` with `autoplay`. Passed: muted, or with the browser's own `controls`. Failed: an `audio` that
//! starts by itself and over again for ever (`loop`), with neither, on a page without any script: nothing can stop it or turn it down. Any other
//! is a question, since files do not say whether a video has sound, nor how long a sound lasts (three seconds are allowed). Inapplicable where
//! nothing of the kind is there; `bgsound`, plug-ins and frames may play anything and leave it open, and so do scripts.

use crate::check::{Category, Check, Context, Interest, Level, Meta, Proof};
use crate::dom::Element;
use crate::rgaa::{TestId, test};
use crate::text::{Text, text};

use super::medium::{self, Medium};

pub static CHECK: &dyn Check = &MediaAutoplay;

struct MediaAutoplay;

const SOUND: TestId = test(4, 10, 1);

static META: Meta = Meta {
    id: "media-autoplay",
    review_level: Level::Warning,
    category: Category::Accessibility,
    title: text(
        "Son qui se déclenche tout seul",
        "Sound that starts by itself",
    ),
    why: text(
        "Un son qui part à l’ouverture de la page couvre la voix des lecteurs d’écran, et gêne qui cherche d’où il vient.",
        "A sound that starts when the page opens covers the voice of screen readers, and annoys people who look for its source.",
    ),
    fix: text(
        "Retirer autoplay, ou couper le son au départ (muted) et laisser les commandes (controls).",
        "Remove autoplay, or start without sound (muted) and keep the controls (controls).",
    ),
    proofs: &[Proof::decides(&[SOUND])],
    act: &["80f0bf", "4c31df"],
    interest: &[Interest::Elements(&[
        "audio", "video", "bgsound", "object", "embed", "applet", "iframe", "frame",
    ])],
    fail: &["<audio src=hymne.mp3 autoplay loop></audio>"],
    review: &[
        "<video src=visite.mp4 autoplay></video>",
        "<iframe title=Visite src='https://www.youtube.com/embed/x?autoplay=1'></iframe>",
    ],
    pass: &[
        "<video src=visite.mp4 autoplay muted></video>",
        "<audio src=hymne.mp3 autoplay controls></audio>",
    ],
    na: &["<p>Sans son</p>", "<video src=visite.mp4 controls></video>"],
    ..Meta::NEW
};

const ENDLESS: Text = text(
    "ce son se lance tout seul, sans fin, et rien dans la page ne permet de l’arrêter ni d’en baisser le volume",
    "this sound starts by itself, for ever, and nothing in the page can stop it or turn it down",
);
const SOUND_STARTS: Text = text(
    "ce son se lance tout seul : dure-t-il plus de 3 secondes, et peut-on l’arrêter ?",
    "this sound starts by itself: does it last more than 3 seconds, and can people stop it?",
);
const VIDEO_STARTS: Text = text(
    "cette vidéo se lance toute seule : a-t-elle du son, et peut-on l’arrêter ?",
    "this video starts by itself: does it have sound, and can people stop it?",
);
const PLAYER_STARTS: Text = text(
    "l’adresse de ce lecteur demande une lecture automatique : a-t-elle du son, et peut-on l’arrêter ?",
    "the address of this player asks for automatic playing: does it have sound, and can people stop it?",
);

impl Check for MediaAutoplay {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, e: Element<'p>, cx: &mut Context<'p>) {
        if !e.is_html() {
            return;
        }
        if !e.is_any(&["audio", "video"]) {
            let src = e
                .attribute("src")
                .filter(|_| e.is_any(&["iframe", "embed"]));
            if let Some(src) = src.filter(|s| asks_to_play(s.value())) {
                cx.review((e, src), &PLAYER_STARTS);
            } else if medium::medium(e).is_some() {
                cx.leave_open(&[SOUND]);
            }
            return;
        }
        let Some(autoplay) = e.attribute("autoplay") else {
            return;
        };
        let target = (e, autoplay);
        if e.has_attr("muted") || e.has_attr("controls") {
            cx.pass();
        } else if medium::medium(e) == Some(Medium::Video) {
            cx.review(target, &VIDEO_STARTS);
        } else if e.has_attr("loop") && has_source(e) && !cx.semantics().has_active_script() {
            cx.fail(target, &ENDLESS);
        } else {
            cx.review(target, &SOUND_STARTS);
        }
    }
}

fn has_source(audio: Element<'_>) -> bool {
    audio.has_attr("src") || audio.child_elements().any(|e| e.is("source"))
}

/// `autoplay=1` or `auto_play=true` in the query of a player's address, and nothing that mutes it.
fn asks_to_play(src: &str) -> bool {
    let Some((_, query)) = src.split_once('?') else {
        return false;
    };
    let on = |names: &[&str]| {
        query.split(['&', ';', '#']).any(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            names.contains(&name) && matches!(value, "1" | "true" | "")
        })
    };
    on(&["autoplay", "auto_play", "autostart"]) && !on(&["mute", "muted"])
}
