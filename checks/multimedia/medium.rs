//! What the checks on multimedia share: which elements are media, and of what kind.

use crate::dom::{Element, Namespace};
use crate::spec::links;
use crate::spec::media::{self, Family};
use crate::spec::svg;

/// What an element may play or run (glossary «Média temporel», «Média non temporel»).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Medium {
    /// Sound alone: `audio`, `bgsound`, a link to a sound file.
    Sound,
    /// `video`, a link to a video file, a known player in a frame: with or without sound.
    Video,
    /// A plug-in's content: `object`, `embed` and `applet` that are not images, documents or pages.
    Plugin,
    /// What may be anything: a frame whose page is not seen, `canvas`, an `svg` that moves or that people act on.
    Unseen,
}

/// Elements that may be media.
pub const ELEMENTS: &[&str] = &[
    "audio", "video", "bgsound", "object", "embed", "applet", "iframe", "frame", "canvas", "svg",
    "a", "area",
];

/// The medium an element of [`ELEMENTS`] is, if it is one.
pub fn medium(e: Element<'_>) -> Option<Medium> {
    if e.namespace() == Namespace::Svg {
        let outermost = e.parent().is_none_or(|p| p.namespace() != Namespace::Svg);
        return (e.name() == "svg" && outermost && is_alive(e)).then_some(Medium::Unseen);
    }
    if !e.is_html() {
        return None;
    }
    match e.name() {
        "audio" | "bgsound" => Some(Medium::Sound),
        "video" => Some(Medium::Video),
        "applet" => Some(Medium::Plugin),
        "object" => plugin(e, e.attr("data")),
        "embed" => plugin(e, e.attr("src")),
        "iframe" | "frame" => Some(match e.attr("src") {
            Some(src) if is_player(src) => Medium::Video,
            _ => Medium::Unseen,
        }),
        "canvas" => Some(Medium::Unseen),
        "a" | "area" => match media::family_of(e.attr("href")?)? {
            Family::Audio => Some(Medium::Sound),
            Family::Video => Some(Medium::Video),
            _ => None,
        },
        _ => None,
    }
}

fn plugin(e: Element<'_>, address: Option<&str>) -> Option<Medium> {
    let kind = e
        .attr("type")
        .unwrap_or("")
        .trim_ascii()
        .to_ascii_lowercase();
    let family = address.and_then(media::family_of);
    match (kind.split('/').next().unwrap_or_default(), family) {
        ("audio", _) | ("", Some(Family::Audio)) => Some(Medium::Sound),
        ("video", _) | ("", Some(Family::Video)) => Some(Medium::Video),
        // An image by its type may still move or be acted on if it is vectorial.
        ("image", _) if !kind.contains("svg") => None,
        ("", Some(Family::Image)) if !address.is_some_and(|a| a.contains(".svg")) => None,
        ("image", _) | ("", Some(Family::Image | Family::Page)) | ("text", _) => {
            Some(Medium::Unseen)
        }
        _ => Some(Medium::Plugin),
    }
}

/// Whether an `svg` moves by itself, runs scripts or has parts that people act on.
fn is_alive(svg: Element<'_>) -> bool {
    let acts = |e: Element<'_>| {
        e.attributes()
            .any(|a| a.name() == "tabindex" || a.name().starts_with("on"))
    };
    acts(svg)
        || svg.descendants().any(|e| {
            matches!(e.name(), "a" | "foreignObject" | "script")
                || svg::ANIMATION.contains(&e.name())
                || acts(e)
        })
}

/// Hosts that serve players of videos in frames.
const PLAYERS: [&str; 12] = [
    "dailymotion.com",
    "arte.tv",
    "france.tv",
    "ina.fr",
    "peertube.fr",
    "podeduc.apps.education.fr",
    "ultimedia.com",
    "video.fc2.com",
    "vimeo.com",
    "youtu.be",
    "youtube-nocookie.com",
    "youtube.com",
];

/// Whether an address is that of a known video player.
pub fn is_player(src: &str) -> bool {
    let Some(host) = links::host(src) else {
        return false;
    };
    PLAYERS.iter().any(|player| {
        let start = host.len().checked_sub(player.len());
        start.is_some_and(|at| {
            host.get(at..)
                .is_some_and(|end| end.eq_ignore_ascii_case(player))
                && (at == 0 || host.as_bytes()[at - 1] == b'.')
        })
    })
}
