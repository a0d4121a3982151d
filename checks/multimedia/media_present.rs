//! RGAA topic 4 and 3.1.5, 3.1.6, 10.9.3, 10.9.4, 10.10.3, 10.10.4: what a person must look at about media, and the proof that there is none.
//!
//! Hints, and inapplicable without targets. Time-based media (glossary «Média temporel»): `audio`, `video`, `bgsound`, plug-ins, links to sound
//! or video files. Others (glossary «Média non temporel»): plug-ins, `canvas`, `svg` that people act on. What files do not show (frames, `canvas`,
//! vector images that move) leaves all open. No failure is certain: need, exemptions, decorative use and what the media say are for
//! people to judge. One question per medium, with what the page tells of it.
//!
//! Passed, for 4.11.2 and 4.11.3 only: each medium is an `audio` or a `video` with the browser's own `controls`, which keyboards and
//! pointers reach; 4.3.2 where each `track` that may hold captions says `kind="captions"`.

use crate::check::{Category, Check, Context, Interest, Meta, Proof};
use crate::dom::{Element, NodeRef};
use crate::rgaa::{TestId, test};
use crate::text::{Text, text};

use super::medium::{self, Medium};

pub static CHECK: &dyn Check = &MediaPresent;

struct MediaPresent;

const TRACK: TestId = test(4, 3, 2);
const REACHED: TestId = test(4, 11, 2);
const WORKED: TestId = test(4, 11, 3);
const NATIVE: &[TestId] = &[REACHED, WORKED];

const LINKS: &[&str] = &["a", "area"];

/// About any medium.
const ANY: &[TestId] = &[test(4, 13, 1), test(4, 13, 2)];

/// About any time-based medium.
const TIMED: &[TestId] = &[
    test(4, 7, 1),
    test(4, 11, 1),
    test(10, 9, 3),
    test(10, 10, 3),
    test(3, 1, 5),
    ANY[0],
    ANY[1],
];

const SOUND: &[TestId] = &[
    test(4, 1, 1),
    test(4, 2, 1),
    TIMED[0],
    TIMED[1],
    TIMED[2],
    TIMED[3],
    TIMED[4],
    ANY[0],
    ANY[1],
];

/// A video may have a soundtrack or not, and a file that ends like a video may hold only sound.
const VIDEO: &[TestId] = &[
    SOUND[0],
    SOUND[1],
    test(4, 1, 2),
    test(4, 1, 3),
    test(4, 2, 2),
    test(4, 2, 3),
    test(4, 3, 1),
    test(4, 4, 1),
    test(4, 5, 1),
    test(4, 5, 2),
    test(4, 6, 1),
    test(4, 6, 2),
    TIMED[0],
    TIMED[1],
    TIMED[2],
    TIMED[3],
    TIMED[4],
    ANY[0],
    ANY[1],
];

/// About media that do not unfold in time.
const UNTIMED: &[TestId] = &[
    test(4, 8, 1),
    test(4, 8, 2),
    test(4, 9, 1),
    test(4, 12, 1),
    test(4, 12, 2),
    test(10, 9, 4),
    test(10, 10, 4),
    test(3, 1, 6),
];

static META: Meta = Meta {
    id: "media-present",
    category: Category::Accessibility,
    title: text("Média à examiner", "Medium to look at"),
    why: text(
        "Un son ou une vidéo sans transcription, sous-titres ou audiodescription exclut les personnes sourdes, aveugles ou sourdaveugles.",
        "A sound or video without a transcript, captions or audio description excludes deaf, blind or deafblind people.",
    ),
    fix: text(
        "Vérifier transcription, sous-titres, audiodescription et commandes avec les critères de la thématique 4.",
        "Check transcript, captions, audio description and controls against the criteria of topic 4.",
    ),
    proofs: &[
        Proof::hints(VIDEO).inapplicable_without_targets(),
        Proof::hints(UNTIMED).inapplicable_without_targets(),
        Proof::decides(&[TRACK]),
        Proof::decides(&[REACHED]),
        Proof::decides(&[WORKED]),
    ],
    interest: &[
        Interest::Elements(medium::ELEMENTS),
        Interest::Elements(&["track"]),
    ],
    review: &[
        "<video src=visite.mp4 controls></video>",
        "<a href=conseil.mp3>Le conseil municipal en audio</a>",
    ],
    pass: &["<iframe src=/carte title=Plan></iframe>"],
    na: &[
        "<p>Sans média</p>",
        "<p><svg aria-hidden=true><path d=M0,0h9/></svg></p>",
    ],
    ..Meta::NEW
};

const SOUND_HERE: Text = text(
    "son <{tag}> : a-t-il, s’il le faut, une transcription ?",
    "<{tag}> sound: does it have a transcript, if it needs one?",
);
const VIDEO_HERE: Text = text(
    "vidéo <{tag}> : a-t-elle, s’il le faut, transcription, sous-titres et audiodescription ?",
    "<{tag}> video: does it have a transcript, captions and audio description, if it needs them?",
);
const SOUND_LINKED: Text = text(
    "lien vers un son : a-t-il, s’il le faut, une transcription ?",
    "link to a sound: does it have a transcript, if it needs one?",
);
const VIDEO_LINKED: Text = text(
    "lien vers une vidéo : a-t-elle, s’il le faut, transcription, sous-titres et audiodescription ?",
    "link to a video: does it have a transcript, captions and audio description, if it needs them?",
);
const NO_CONTROLS: Text = text(
    "vidéo <{tag}> sans attribut controls : peut-on l’arrêter, et a-t-elle, s’il le faut, transcription et sous-titres ?",
    "<{tag}> video without a controls attribute: can people stop it, and does it have a transcript and captions, if needed?",
);
const PLUGIN_HERE: Text = text(
    "<{tag}> exécute un contenu que les fichiers ne montrent pas : est-ce un média, et a-t-il une alternative ?",
    "<{tag}> runs content that files do not show: is it a medium, and does it have an alternative?",
);
const TRANSCRIPT: Text = text("une transcription ici ?", "a transcript here?");
const TRACKS: Text = text("une piste {kind}", "a {kind} track");
const NOT_CAPTIONS: Text = text(
    "cette piste n’est pas déclarée comme sous-titres pour sourds (kind=\"captions\") : en sont-ce ?",
    "this track is not declared as captions (kind=\"captions\"): is it captions?",
);
const DEFAULT_KIND: Text = text(
    "cette piste n’a pas d’attribut kind : le navigateur la prend pour une traduction ; sont-ce des sous-titres pour sourds (kind=\"captions\") ?",
    "this track has no kind attribute: browsers take it for a translation; is it captions (kind=\"captions\")?",
);

impl Check for MediaPresent {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, e: Element<'p>, cx: &mut Context<'p>) {
        if e.is("track") {
            return track(e, cx);
        }
        let Some(medium) = medium::medium(e) else {
            return;
        };
        let native = e.is_any(&["audio", "video"]) && e.has_attr("controls");
        if native {
            cx.pass_on(NATIVE);
        } else {
            cx.leave_open(NATIVE);
        }
        let (question, tests) = match medium {
            Medium::Sound if e.is_any(LINKS) => (&SOUND_LINKED, SOUND),
            Medium::Video if e.is_any(LINKS) => (&VIDEO_LINKED, VIDEO),
            Medium::Sound => (&SOUND_HERE, SOUND),
            Medium::Video if e.is("video") && !native => (&NO_CONTROLS, VIDEO),
            Medium::Video => (&VIDEO_HERE, VIDEO),
            Medium::Plugin => (&PLUGIN_HERE, UNTIMED),
            Medium::Unseen => {
                cx.leave_open(VIDEO);
                return cx.leave_open(UNTIMED);
            }
        };
        if medium == Medium::Plugin {
            cx.leave_open(VIDEO);
        } else if e.is_any(&["object", "embed", "iframe"]) {
            cx.leave_open(UNTIMED);
        }
        let tracks = e.child_elements().filter(|c| c.is("track"));
        let transcript = transcript(e);
        let draft = cx.review(e, question).tests(tests);
        let mut draft = if e.is_any(LINKS) {
            draft
        } else {
            draft.arg("tag", e.name())
        };
        if let Some(place) = transcript {
            draft = draft.related(place.place(), &TRANSCRIPT);
        }
        for track in tracks.take(10) {
            let kind = track.attr("kind").unwrap_or("subtitles");
            draft = draft
                .related(track.place(), &TRACKS)
                .related_arg("kind", kind);
        }
    }
}

/// What follows the medium, or what is around it, and speaks of a transcript.
fn transcript(medium: Element<'_>) -> Option<Element<'_>> {
    const WORDS: [&str; 5] = [
        "transcri",
        "version texte",
        "version textuelle",
        "audiodescri",
        "text version",
    ];
    let around = std::iter::once(medium).chain(medium.ancestors().take(2));
    let mut nearby =
        around.flat_map(|e| std::iter::successors(e.next_element(), |e| e.next_element()).take(2));
    nearby.find(|e| {
        let mut texts = e.descendant_nodes().take(100).filter_map(NodeRef::as_text);
        texts.any(|t| {
            let text = t.text().to_lowercase();
            WORDS.iter().any(|w| text.contains(w))
        })
    })
}

fn track<'p>(track: Element<'p>, cx: &mut Context<'p>) {
    if !track.is_html()
        || !track
            .parent()
            .is_some_and(|p| p.is_any(&["audio", "video"]))
    {
        return;
    }
    match track.attribute("kind") {
        None => {
            cx.review(track, &DEFAULT_KIND).tests(&[TRACK]);
        }
        Some(kind) => match kind.value().to_ascii_lowercase().as_str() {
            "captions" => cx.pass_on(&[TRACK]),
            "chapters" | "descriptions" | "metadata" => {}
            _ => {
                cx.review((track, kind), &NOT_CAPTIONS).tests(&[TRACK]);
            }
        },
    }
}
