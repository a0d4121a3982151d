//! The words of alternatives: where they are, and which of them are nobody's.

use crate::dom::{Attr, Element, NodeRef};
use crate::semantics::is_blank;
use crate::spec::media::{self, Family};
use crate::spec::residue::{self, Residue};
use crate::text::{Text, text};

use super::subject::Kind;

/// What is wrong with an alternative.
#[derive(Clone, Copy)]
pub enum Fault {
    /// Nobody wrote it to be read; the message says why, with a `{name}`.
    Certain(&'static Text),
    /// It fits any image.
    Vague,
    /// It may be a file's name.
    FileLike,
}

const NO_VALUE: Text = text(
    "l’alternative « {name} » est une valeur absente écrite par un programme",
    "the alternative \"{name}\" is a missing value written by a program",
);
const TEMPLATE: Text = text(
    "l’alternative « {name} » est un gabarit que rien n’a rempli",
    "the alternative \"{name}\" is a template that nothing filled",
);
const FILLER: Text = text(
    "l’alternative « {name} » est un texte de remplissage",
    "the alternative \"{name}\" is filler text",
);
const TOOL: Text = text(
    "l’alternative « {name} » est un mot laissé par un outil, pas une description",
    "the alternative \"{name}\" is a word left by a tool, not a description",
);
const OWN_FILE: Text = text(
    "l’alternative « {name} » est le nom ou l’adresse du fichier de l’image",
    "the alternative \"{name}\" is the name or the address of the image's file",
);
const DEVICE: Text = text(
    "l’alternative « {name} » est le nom donné au fichier par un appareil ou un programme",
    "the alternative \"{name}\" is the name that a device or a program gave the file",
);
const ADDRESS: Text = text(
    "l’alternative « {name} » est une adresse, pas une description",
    "the alternative \"{name}\" is an address, not a description",
);

/// The attributes and elements that may give the image its alternative and say something.
pub fn sources(
    image: Element<'_>,
    kind: Kind,
) -> impl Iterator<Item = (Element<'_>, Option<Attr<'_>>, &str)> {
    let attributes: &[&str] = match kind {
        Kind::Img | Kind::Button => &["aria-label", "alt", "title"],
        Kind::Area => &["aria-label", "alt"],
        Kind::Object | Kind::Embed => &["aria-label", "title"],
        Kind::Svg | Kind::Canvas | Kind::RoleImg => &["aria-label"],
    };
    let said = attributes
        .iter()
        .filter_map(move |name| image.attribute(name))
        .map(move |attr| (image, Some(attr), attr.value()));
    let title = (kind == Kind::Svg)
        .then(|| image.child_elements().find(|e| e.name() == "title"))
        .flatten()
        .and_then(|title| {
            let text = title.children().find_map(NodeRef::as_text)?;
            Some((title, None, text.text()))
        });
    said.chain(title).filter(|(_, _, words)| !is_blank(words))
}

/// Whether what is between its tags stands for the image.
pub fn is_filled(image: Element<'_>, kind: Kind) -> bool {
    match kind {
        Kind::Object | Kind::Canvas => {
            !image.text_is_blank() || image.child_elements().next().is_some()
        }
        Kind::Svg => image
            .descendants()
            .any(|e| e.name() == "text" && !e.text_is_blank()),
        _ => false,
    }
}

/// What is wrong with an alternative (trimmed, not blank), if anything shows it.
pub fn fault(words: &str, image: Element<'_>, kind: Kind) -> Option<Fault> {
    match residue::residue(words) {
        Some(Residue::NoValue) => return Some(Fault::Certain(&NO_VALUE)),
        Some(Residue::Template) => return Some(Fault::Certain(&TEMPLATE)),
        Some(Residue::Filler) => return Some(Fault::Certain(&FILLER)),
        None => {}
    }
    let is = |list: &[&str]| list.iter().any(|w| words.eq_ignore_ascii_case(w));
    if is(&TOOLS) || kind == Kind::Svg && is_layer(words) {
        return Some(Fault::Certain(&TOOL));
    }
    // CAPTCHAs and tests have no other alternative than what they are (particular case of criterion 1.3).
    if is(&VAGUE) {
        return Some(Fault::Vague);
    }
    if words.starts_with("http://") || words.starts_with("https://") {
        let one = !words.contains(char::is_whitespace);
        return one.then_some(match kind {
            Kind::Area => Fault::Certain(&ADDRESS),
            _ => Fault::FileLike,
        });
    }
    let address = image.attr("src").or(image.attr("data"));
    let file = address.and_then(media::file_name);
    if address.is_some_and(|a| same_file(a, words)) {
        return Some(Fault::Certain(&OWN_FILE));
    }
    if media::family_of(words) == Some(Family::Image) {
        return Some(match file {
            Some(file) if same_file(file, words) => Fault::Certain(&OWN_FILE),
            _ => Fault::FileLike,
        });
    }
    if is_device_name(words) {
        return Some(Fault::Certain(&DEVICE));
    }
    let stem = file.and_then(|f| f.rsplit_once('.')).map(|(stem, _)| stem);
    let coined = words.contains(['_', '-']) && !words.contains(char::is_whitespace);
    (coined && stem.is_some_and(|stem| same_file(stem, words))).then_some(Fault::FileLike)
}

/// What editors and frameworks put there for want of an alternative.
const TOOLS: [&str; 12] = [
    "alt",
    "alt text",
    "alttext",
    "alternative text",
    "enter alt text",
    "image alt",
    "img",
    "img alt",
    "insert alt text",
    "sans titre",
    "texte alternatif",
    "untitled",
];

/// Words that fit any image.
const VAGUE: [&str; 26] = [
    "banner",
    "bannière",
    "capture",
    "figure",
    "graph",
    "graphic",
    "graphique",
    "icon",
    "icone",
    "icône",
    "illustration",
    "image",
    "images",
    "logo",
    "photo",
    "photographie",
    "pic",
    "picture",
    "placeholder",
    "schéma",
    "screenshot",
    "thumbnail",
    "vignette",
    "visual",
    "visuel",
    "photo placeholder",
];

/// The name that drawing programs give a layer, a group or a page: `Calque 1`, `Group 12`, `Artboard`.
fn is_layer(words: &str) -> bool {
    const LAYERS: [&str; 9] = [
        "artboard",
        "calque",
        "ebene",
        "fichier",
        "group",
        "groupe",
        "layer",
        "plan de travail",
        "capa",
    ];
    let name = words.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | '_' | '-'));
    LAYERS.iter().any(|l| name.eq_ignore_ascii_case(l))
        && (name.len() < words.len() || name.eq_ignore_ascii_case("artboard"))
}

/// A camera's `IMG_0012`, `DSC01234`, `PXL_20240512_101010`; a UUID; 16 hexadecimal digits and more.
fn is_device_name(words: &str) -> bool {
    let digits = |s: &str| {
        s.bytes()
            .all(|b| b.is_ascii_digit() || matches!(b, b'_' | b'-'))
    };
    let many = |s: &str| s.bytes().filter(u8::is_ascii_digit).count() >= 3;
    const CAMERAS: [&str; 9] = [
        "DSC", "DSCF", "DSCN", "GOPR", "IMG", "PICT", "PXL", "VID", "DJI",
    ];
    let letters = words
        .find(|c: char| !c.is_ascii_alphabetic())
        .unwrap_or(words.len());
    let (prefix, number) = words.split_at(letters);
    if CAMERAS.contains(&prefix) && many(number) && digits(number) {
        return true;
    }
    let hexadecimal = words.bytes().all(|b| b.is_ascii_hexdigit() || b == b'-');
    let count = words.bytes().filter(u8::is_ascii_hexdigit).count();
    hexadecimal
        && count >= 16
        && words.bytes().any(|b| b.is_ascii_digit())
        && words.bytes().any(|b| b.is_ascii_alphabetic())
}

/// Whether a name of a URL and words are the same, escapes and case aside.
fn same_file(name: &str, words: &str) -> bool {
    let mut bytes = Vec::with_capacity(name.len());
    let mut rest = name.as_bytes();
    while let Some((&b, after)) = rest.split_first() {
        let escape = (b == b'%')
            .then(|| after.get(..2))
            .flatten()
            .and_then(|hex| u8::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok());
        bytes.push(escape.unwrap_or(b));
        rest = if escape.is_some() { &after[2..] } else { after };
    }
    let name = String::from_utf8_lossy(&bytes);
    name.trim().to_lowercase() == words.to_lowercase()
}

/// Nodes of the text around that are looked at.
const MAX_LOOKED_AT: usize = 100;

/// Whether the words are written beside the image: in its parent, that one's parent, or its figure.
pub fn is_shown_near(words: &str, image: Element<'_>) -> bool {
    let around = image.ancestors().take(2).chain(image.closest(&["figure"]));
    let shows = |e: Element<'_>| {
        let nodes = e.descendant_nodes().take(MAX_LOOKED_AT);
        let mut texts = nodes.filter_map(NodeRef::as_text);
        texts.any(|t| t.parent() != Some(image) && t.text().contains(words))
    };
    around.into_iter().any(shows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_devices() {
        for name in [
            "IMG_0012",
            "DSC01234",
            "PXL_20240512_101010",
            "IMG-20230101",
            "550e8400-e29b-41d4-a716-446655440000",
            "d41d8cd98f00b204e9800998ecf8427e",
        ] {
            assert!(is_device_name(name), "{name}");
        }
        for name in [
            "Img",
            "IMG",
            "DSC",
            "Pont",
            "2024",
            "12-05-2024",
            "0123456789012345",
            "IMG Academy 2024",
            "défaçade",
        ] {
            assert!(!is_device_name(name), "{name}");
        }
    }

    #[test]
    fn names_of_layers() {
        assert!(is_layer("Calque 1") && is_layer("Group 12") && is_layer("Layer_2"));
        assert!(is_layer("Artboard"));
        assert!(!is_layer("Group") && !is_layer("Groupe") && !is_layer("Le groupe 3"));
    }

    #[test]
    fn files() {
        assert!(same_file("IMG%200012.jpg", "img 0012.jpg"));
        assert!(same_file("100%.png", "100%.png"));
        assert!(!same_file("a.png", "b.png"));
    }
}
