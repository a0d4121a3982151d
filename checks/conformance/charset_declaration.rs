//! HTML Standard 4.2.5.4 «Specifying the document's character encoding»: the page is in UTF-8, says so in one `meta` within its
//! first 1024 bytes, and is what it says. So do its forms (4.10.3, `accept-charset`).
//!
//! No RGAA test asks about it. In the tree that browsers build, text is text whatever bytes it came from: of the encoding itself nothing is left.
//! A page without a declaration is a question: its server may send one, which files do not show.
//!
//! Mended where the page is in UTF-8 and says so by another name of it (`utf8`: Encoding Standard, 4.2): browsers read it the same way.

use crate::check::{Category, Check, Context, Edit, InDom, Interest, Level, Meta};
use crate::dom::{Attr, Element, NodeId};
use crate::source::{EncodingSource, Span};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &CharsetDeclaration;

struct CharsetDeclaration;

static META: Meta = Meta {
    id: "charset-declaration",
    review_level: Level::Warning,
    category: Category::Conformance,
    title: text("Encodage mal déclaré", "Character encoding badly declared"),
    why: text(
        "Si le navigateur se trompe d’encodage, les accents s’affichent et se lisent de travers (Ã© pour é).",
        "If the browser gets the encoding wrong, accents show and read wrong (Ã© for é).",
    ),
    fix: text(
        "Enregistrer la page en UTF-8 et mettre <meta charset=\"utf-8\"> en premier dans <head>.",
        "Save the page as UTF-8 and put <meta charset=\"utf-8\"> first in <head>.",
    ),
    mends: Some(text(
        "Écrit utf-8 à la place d’un autre nom du même encodage (utf8).",
        "Writes utf-8 instead of another name of the same encoding (utf8).",
    )),
    interest: &[
        Interest::Elements(&["meta"]),
        Interest::Attributes(&["accept-charset"]),
        Interest::Page,
    ],
    fail: &[
        "<meta charset=iso-8859-1><title>Avis</title>",
        "<meta charset=utf-8><meta charset=utf-8>",
        "<meta charset=utf-8><form accept-charset=iso-8859-1></form>",
    ],
    review: &["<title>Été</title>"],
    pass: &[
        "\u{feff}<!DOCTYPE html><meta charset=utf-8>",
        "<meta charset=UTF-8><title>Été</title>",
        "<meta http-equiv=Content-Type content='text/html; charset=utf-8'>",
    ],
    ..Meta::NEW
};

const OTHER: Text = text(
    "la page se déclare en « {value} » ; HTML n’admet que utf-8",
    "the page declares itself in \"{value}\"; HTML allows utf-8 only",
);
const TWICE: Text = text(
    "l’encodage est déjà déclaré : une page ne le dit qu’une fois",
    "the encoding is already declared: a page says it only once",
);
const SPACED: Text = text(
    "il y a une espace en trop dans le nom de l’encodage : écrire utf-8",
    "there is a space too many in the name of the encoding: write utf-8",
);
const FIRST: Text = text("la première déclaration", "the first declaration");
const LATE: Text = text(
    "cette déclaration finit à l’octet {end} ; les navigateurs ne la cherchent que dans les 1024 premiers",
    "this declaration ends at byte {end}; browsers look for it in the first 1024 only",
);
const FORM: Text = text(
    "ce formulaire serait envoyé en « {value} » ; HTML n’admet que utf-8",
    "this form would be sent in \"{value}\"; HTML allows utf-8 only",
);
const MISSING: Text = text(
    "la page ne déclare pas son encodage : le serveur l’annonce-t-il (Content-Type: text/html; charset=utf-8) ?",
    "the page does not declare its encoding: does the server announce it (Content-Type: text/html; charset=utf-8)?",
);
const NOT_UTF_8: Text = text(
    "la page est en {encoding} ; HTML n’admet que UTF-8",
    "the page is in {encoding}; HTML allows UTF-8 only",
);
const MALFORMED: Text = text(
    "la page n’est pas tout entière en {encoding} : ce caractère n’a pas pu être lu",
    "not all of the page is in {encoding}: this character could not be read",
);

impl Check for CharsetDeclaration {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, meta: Element<'p>, cx: &mut Context<'p>) {
        let Some((value, attr)) = declared(meta) else {
            return;
        };
        if let Some(first) = *cx.memory::<Option<NodeId>>() {
            let draft = cx.fail(meta, &TWICE);
            if let Some(first) = meta.document().element(first) {
                draft.related(first.place(), &FIRST);
            }
            return;
        }
        *cx.memory() = Some(meta.id());
        let end = meta.place().end;
        if !value.eq_ignore_ascii_case("utf-8") {
            match value.trim().eq_ignore_ascii_case("utf-8") {
                true => _ = cx.fail((meta, attr), &SPACED),
                false => _ = cx.fail((meta, attr), &OTHER).arg("value", value),
            }
            let same = [
                "utf-8",
                "utf8",
                "unicode-1-1-utf-8",
                "unicode11utf8",
                "unicode20utf8",
            ];
            let is_utf_8 = cx.doc().source().encoding == "UTF-8";
            let meant = value.trim();
            let is_same = |name: &&str| meant.eq_ignore_ascii_case(name);
            if is_utf_8 && same.iter().any(is_same) {
                let declared = attr.value().replace(value, "utf-8");
                cx.mend(vec![Edit::value(meta, attr, &declared)]);
            }
        } else if end > 1024 && !is_found_early(cx) {
            cx.fail(meta, &LATE).arg("end", end).in_dom(InDom::Repaired);
        } else {
            cx.pass();
        }
    }

    fn attribute<'p>(&self, element: Element<'p>, attr: Attr<'p>, cx: &mut Context<'p>) {
        let value = attr.value();
        if element.is("form") && !value.eq_ignore_ascii_case("utf-8") {
            cx.fail((element, attr), &FORM).arg("value", value);
        }
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        let source = cx.doc().source();
        let declared = cx.memory::<Option<NodeId>>().is_some();
        let is_utf_8 = source.encoding == "UTF-8";
        if source.malformed {
            let at = source.text.find('\u{fffd}').unwrap_or(0) as u32;
            let place = Span::new(at, at + '\u{fffd}'.len_utf8() as u32);
            cx.fail(place, &MALFORMED)
                .arg("encoding", source.encoding)
                .in_dom(InDom::Repaired);
        } else if !is_utf_8 && (!declared || source.encoding_source == EncodingSource::Bom) {
            cx.fail(Span::at(0), &NOT_UTF_8)
                .arg("encoding", source.encoding)
                .in_dom(InDom::Repaired);
        } else if !declared && source.encoding_source != EncodingSource::Bom {
            let head = cx.doc().head();
            cx.review(head.map_or(Span::at(0), Element::place), &MISSING);
        }
    }
}

/// Whether the page's encoding is known from its first 1024 bytes.
fn is_found_early(cx: &Context<'_>) -> bool {
    matches!(
        cx.doc().source().encoding_source,
        EncodingSource::Bom | EncodingSource::Meta(_)
    )
}

/// The encoding that a `meta` declares, and the attribute that says it.
fn declared<'p>(meta: Element<'p>) -> Option<(&'p str, Attr<'p>)> {
    if !meta.is_html() {
        return None;
    }
    if let Some(charset) = meta.attribute("charset") {
        return Some((charset.value(), charset));
    }
    let content = meta
        .attribute("content")
        .filter(|_| meta.attr_is("http-equiv", "content-type"))?;
    declared_encoding(content.value()).map(|encoding| (encoding, content))
}

/// What a content type says of the encoding.
pub(super) fn declared_encoding(content_type: &str) -> Option<&str> {
    let at = content_type.to_ascii_lowercase().find("charset")?;
    let (_, encoding) = content_type[at..].split_once('=')?;
    let encoding = encoding.trim_start().trim_matches(['"', '\'']);
    encoding.split([';', ' ']).next()
}
