//! RGAA 9.1.2: the content of each heading is relevant; a heading without content says nothing.
//!
//! Refutes the test: the heading is in the outline that screen readers give, with nothing to read (ACT ffd0e9 asks for a name,
//! `aria-label` included). Not certain, hence a question: a heading with an object that may speak for itself (image without `alt`, vector
//! drawing, video, custom element), and, where scripts run, one with nothing inside or with a handle for them (an id, a `data-`
//! attribute): both are often filled later. Hints at 8.9.1, where headings are used to make space. Headings not exposed to assistive
//! technologies are not judged.
//!
//! Mended by taking the heading away when it has no attribute, both its tags, and nothing but white space between them: nothing shows, nothing
//! leads to it and nothing can take hold of it. Without any heading, 9.1.1 and 9.1.2 do not apply.

use crate::check::{Check, Context, Edit, Interest, Level, Meta, Proof};
use crate::dom::Element;
use crate::rgaa::{TestId, test};
use crate::semantics::is_blank;
use crate::source::Span;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &HeadingEmpty;

struct HeadingEmpty;

const HIERARCHY: TestId = test(9, 1, 1);
const RELEVANT: TestId = test(9, 1, 2);

static META: Meta = Meta {
    id: "heading-empty",
    level: Level::Error,
    review_level: Level::Warning,
    title: text("Titre vide", "Empty heading"),
    why: text(
        "Les lecteurs d’écran listent les titres pour parcourir la page : celui-ci y figure sans rien dire.",
        "Screen readers list the headings to move through the page: this one is there and says nothing.",
    ),
    fix: text(
        "Donner un contenu au titre, ou retirer la balise ; pour espacer, une marge en CSS.",
        "Give the heading a content, or remove the tag; to make space, a margin in CSS.",
    ),
    mends: Some(text(
        "Retire un titre sans attribut ni contenu, auquel rien ne peut renvoyer.",
        "Removes a heading without attribute or content, which nothing can refer to.",
    )),
    proofs: &[
        Proof::refutes(&[RELEVANT]).inapplicable_without_targets(),
        Proof::hints(&[HIERARCHY]).inapplicable_without_targets(),
        Proof::hints(&[test(8, 9, 1)]),
    ],
    act: &["ffd0e9"],
    interest: &[Interest::Page],
    fail: &[
        "<h2></h2>",
        "<h2>&nbsp;<br></h2>",
        "<h2><img src=filet.png alt=''></h2>",
        "<h2><span aria-hidden=true>Actualités</span></h2>",
    ],
    review: &[
        "<h2><img src=logo.png></h2>",
        "<h2 id=nom></h2><script>nom.textContent = 'Agenda'</script>",
        "<nav><h2></h2></nav><script src=menu.js></script>",
    ],
    pass: &[
        "<h2>Actualités</h2>",
        "<h1><img src=logo.png alt='Mairie de Vaulnois'></h1>",
        "<h2 hidden></h2>",
    ],
    na: &["<p>Sans titre</p>", "<h2 role=presentation></h2>"],
    ..Meta::NEW
};

const EMPTY: Text = text("ce titre <{tag}> est vide", "this <{tag}> heading is empty");
const UNREAD: Text = text(
    "ce titre <{tag}> ne contient rien que les lecteurs d’écran puissent lire",
    "this <{tag}> heading holds nothing that screen readers can read",
);
const OBJECT: Text = text(
    "ce titre <{tag}> n’a pas de texte : l’élément <{object}> qu’il contient dit-il quelque chose, et comment ?",
    "this <{tag}> heading has no text: does the <{object}> element in it say something, and how?",
);
const STYLED: Text = text(
    "ce titre <{tag}> n’a pas d’autres mots que ceux qu’une feuille de style y écrit : sont-ils lus, et que reste-t-il sans elle ?",
    "this <{tag}> heading has no words but those that a style sheet writes in it: are they read, and what is left without it?",
);
const FILLED_LATER: Text = text(
    "ce titre <{tag}> est vide : un script le remplit-il ?",
    "this <{tag}> heading is empty: does a script fill it?",
);

impl Check for HeadingEmpty {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        for heading in semantics.headings() {
            cx.leave_open(&[HIERARCHY]);
            if !heading.exposed {
                cx.leave_open(&[RELEVANT]);
                continue;
            }
            let text_is_blank = is_blank(&heading.text);
            let heading = heading.element;
            if !text_is_blank || !semantics.name(heading).is_blank() {
                cx.pass();
            } else if let Some(object) = heading.descendants().find(|e| may_speak(*e)) {
                cx.review(heading, &OBJECT)
                    .arg("tag", heading.name())
                    .arg("object", object.name());
            } else if semantics.has_words_of_sheets(heading) {
                cx.review(heading, &STYLED).arg("tag", heading.name());
            } else if may_be_filled(heading, cx) {
                cx.review(heading, &FILLED_LATER).arg("tag", heading.name());
            } else {
                let message =
                    if heading.text_is_blank() && heading.child_elements().next().is_none() {
                        &EMPTY
                    } else {
                        &UNREAD
                    };
                cx.fail(heading, message)
                    .arg("tag", heading.name())
                    .tests(&[RELEVANT]);
                if let Some(whole) = bare(heading) {
                    cx.mend(vec![Edit::remove(whole)]);
                }
            }
        }
    }
}

/// All of a heading that is two tags without attribute and nothing but white space.
fn bare(heading: Element<'_>) -> Option<Span> {
    let (start, end) = (heading.start_tag()?, heading.end_tag()?);
    let source = heading.document().source();
    let between = source.text.get(start.end as usize..end.start as usize)?;
    let bare = heading.attributes().len() == 0 && between.trim_ascii().is_empty();
    bare.then(|| start.to(end))
}

/// Whether the element shows something that has no text of its own.
fn may_speak(element: Element<'_>) -> bool {
    match element.name() {
        "img" => !element.has_attr("alt"),
        "svg" => !element.attr_is("aria-hidden", "true"),
        "audio" | "button" | "canvas" | "embed" | "iframe" | "input" | "math" | "object"
        | "select" | "slot" | "textarea" | "video" => true,
        name => name.contains('-'),
    }
}

/// Whether a script has something to take the heading, or what is in it, by.
fn may_be_filled<'p>(heading: Element<'p>, cx: &Context<'p>) -> bool {
    let scripts = cx.scripts_may_change();
    let is_handle = |name: &str| {
        name == "id"
            || name == "aria-live"
            || name.contains('-') && !name.starts_with("aria-")
            || name.starts_with(['@', ':'])
    };
    scripts
        && (heading.children().next().is_none()
            || std::iter::once(heading)
                .chain(heading.descendants())
                .any(|e| e.attributes().any(|a| is_handle(a.name()))))
}
