//! RGAA 13.3.1 and 13.4.1: office documents to download have an accessible version, that says the same.
//!
//! Hints: only opening the files tells. One question per kind of file and page, with the links. Inapplicable where every link leads to something
//! of a known other kind: a place in the page, a mail address, a page, an image… A link whose address does not say what it leads to may lead
//! to a document, and so may a form: they leave both tests open.

use crate::check::{Category, Check, Context, Interest, Meta, Proof};
use crate::dom::{Element, Namespace};
use crate::rgaa::{TestId, test};
use crate::spec::links::{self, Scheme};
use crate::spec::media::{self, Family};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &OfficeDocument;

struct OfficeDocument;

const TESTS: &[TestId] = &[test(13, 3, 1), test(13, 4, 1)];

static META: Meta = Meta {
    id: "office-document",
    category: Category::Accessibility,
    title: text(
        "Document bureautique à télécharger",
        "Office document to download",
    ),
    why: text(
        "Un PDF sans balises ou un document sans titres se lit mal, ou pas du tout, avec une aide technique.",
        "A PDF without tags or a document without headings is hard or impossible to read with assistive technologies.",
    ),
    fix: text(
        "Rendre le document accessible, ou en donner une version accessible, en HTML de préférence.",
        "Make the document accessible, or give an accessible version of it, in HTML if possible.",
    ),
    proofs: &[Proof::hints(TESTS).inapplicable_without_targets()],
    interest: &[Interest::Elements(&["a", "area", "form"])],
    review: &["<a href=/docs/budget-2024.pdf>Budget 2024</a>"],
    pass: &["<a href=/actualites>Actualités</a>"],
    na: &[
        "<p>Sans lien</p>",
        "<a href=/actualites/>Actualités</a> <a href=#haut>Haut</a> <a href=mailto:mairie@vaulnois.fr>Écrire</a> <a href=plan.html>Plan</a>",
    ],
    ..Meta::NEW
};

const DOCUMENTS: Text = text(
    "document .{extension} à télécharger : est-il accessible, ou y en a-t-il une version accessible ?",
    ".{extension} document to download: is it accessible, or is there an accessible version of it?",
);
const ALSO: Text = text("un autre ici", "another here");

impl Check for OfficeDocument {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, e: Element<'p>, cx: &mut Context<'p>) {
        if e.is("form") {
            return cx.leave_open(TESTS);
        }
        let link = match e.namespace() {
            Namespace::Html => e.attribute("href"),
            _ => e.attributes().find(|a| a.name() == "href"),
        };
        let Some(href) = link else {
            return;
        };
        match target(href.value()) {
            Target::Document(extension) => {
                let key = extension.to_ascii_lowercase();
                if let Some(draft) = cx.review_together((e, href), &DOCUMENTS, &key, &ALSO) {
                    draft.arg("extension", &key);
                }
            }
            Target::Unknown => cx.leave_open(TESTS),
            Target::Other => {}
        }
    }
}

enum Target<'a> {
    /// An office document, with its extension.
    Document(&'a str),
    /// Certainly none.
    Other,
    Unknown,
}

fn target(href: &str) -> Target<'_> {
    let href = href.trim_ascii();
    if href.is_empty() || href.starts_with('#') {
        return Target::Other;
    }
    match links::scheme(href).map(links::known_scheme) {
        None | Some(Some(Scheme::Web)) => {}
        Some(Some(Scheme::Contact | Scheme::About)) => return Target::Other,
        Some(_) => return Target::Unknown,
    }
    let path = &href[..href.find(['?', '#']).unwrap_or(href.len())];
    match media::extension(href) {
        Some(extension) => match media::family(extension) {
            Some(Family::Document) => Target::Document(extension),
            // A page with a query may well send a file.
            Some(Family::Page) if href.contains('?') => Target::Unknown,
            // What holds documents, or may be anything.
            Some(Family::Archive) | None => Target::Unknown,
            Some(_) => Target::Other,
        },
        // A folder's index, or a site's home page, is a page.
        None if !href.contains('?') && (path.ends_with('/') || is_home(path)) => Target::Other,
        None => Target::Unknown,
    }
}

fn is_home(url: &str) -> bool {
    url.split_once("//")
        .is_some_and(|(_, rest)| !rest.contains('/'))
}
