//! RGAA 1.9.1 to 1.9.5: the caption of an image is tied to it.
//!
//! Refutes, by the letter: the `figure` must have `role="figure"` or `role="group"` and an `aria-label` identical to the caption. The technical note
//! of criterion 1.9 says why (assistive technologies did not support `figure`) and refuses `aria-labelledby`; newer referentials have dropped
//! it, hence a check apart and its level. Targets: a `figure` that holds one image and a `figcaption` with text, nothing else: there the
//! caption is the image's own. Case, punctuation and white space of the label are not counted. An `aria-labelledby` that points to the
//! caption is a question, since it does what the letter asks by another way; so is a label that is a part of the caption. Captions outside `figure` are for people to find.

use crate::check::{Category, Check, Context, Interest, Level, Meta, Proof};
use crate::dom::Element;
use crate::rgaa::test;
use crate::text::{Text, text};

use super::subject::{self, Kind, Reach};
use super::tests;

pub static CHECK: &dyn Check = &FigureNotLabelled;

struct FigureNotLabelled;

static META: Meta = Meta {
    id: "figure-not-labelled",
    level: Level::Warning,
    category: Category::Accessibility,
    title: text(
        "Légende non reliée à son image",
        "Caption not tied to its image",
    ),
    why: text(
        "Des lecteurs d’écran ne disent pas que l’image et sa légende vont ensemble si <figure> n’a pas de rôle et de nom écrits.",
        "Some screen readers do not say that the image and its caption belong together unless <figure> has a written role and name.",
    ),
    fix: text(
        "Écrire <figure role=\"figure\" aria-label=\"…\"> avec le texte exact de la légende.",
        "Write <figure role=\"figure\" aria-label=\"…\"> with the exact text of the caption.",
    ),
    proofs: &[
        Proof::refutes(&[test(1, 9, 1)]),
        Proof::refutes(&[test(1, 9, 2)]),
        Proof::refutes(&[test(1, 9, 3)]),
        Proof::refutes(&[test(1, 9, 4)]),
        Proof::refutes(&[test(1, 9, 5)]),
    ],
    interest: &[Interest::Elements(&["figcaption"])],
    fail: &[
        "<figure><img src=pont.jpg alt='Le pont'><figcaption>Le pont en 1910</figcaption></figure>",
        "<figure role=figure aria-label='Un pont'><img src=pont.jpg alt='Le pont'><figcaption>Le pont en 1910</figcaption></figure>",
    ],
    review: &[
        "<figure role=figure aria-label='Le pont'><img src=pont.jpg alt='Un pont'><figcaption>Le pont en 1910</figcaption></figure>",
        "<figure role=group aria-labelledby=c><img src=pont.jpg alt='Le pont'><figcaption id=c>Le pont en 1910</figcaption></figure>",
    ],
    pass: &[
        "<figure role=figure aria-label='Le pont en 1910'><img src=pont.jpg alt='Le pont'><figcaption>Le pont en 1910.</figcaption></figure>",
    ],
    na: &[
        "<figure><img src=pont.jpg alt='Le pont'></figure>",
        "<figure><pre>ls</pre><figcaption>Lister un dossier</figcaption></figure>",
    ],
    ..Meta::NEW
};

const NOTHING: Text = text(
    "<figure> n’a ni role=\"figure\" ni aria-label qui reprenne sa légende",
    "<figure> has neither role=\"figure\" nor an aria-label that repeats its caption",
);
const NO_ROLE: Text = text(
    "<figure> n’a pas d’attribut role=\"figure\" ou role=\"group\"",
    "<figure> has no role=\"figure\" or role=\"group\" attribute",
);
const NO_LABEL: Text = text(
    "<figure> n’a pas d’attribut aria-label qui reprenne sa légende",
    "<figure> has no aria-label attribute that repeats its caption",
);
const OTHER_LABEL: Text = text(
    "l’attribut aria-label de <figure> n’est pas le texte de sa légende",
    "the aria-label attribute of <figure> is not the text of its caption",
);
const LABELLEDBY: Text = text(
    "<figure> est nommée par aria-labelledby, que le RGAA n’admet pas ici : les aides techniques de votre base le restituent-elles ?",
    "<figure> is named by aria-labelledby, which the RGAA does not admit here: do your assistive technologies give it?",
);
const PART: Text = text(
    "l’attribut aria-label de <figure> ne reprend qu’une partie de sa légende : cela suffit-il à les relier ?",
    "the aria-label attribute of <figure> repeats only a part of its caption: is that enough to tie them?",
);
const ALSO: Text = text("ici aussi", "here too");
const CAPTION: Text = text("sa légende", "its caption");

impl Check for FigureNotLabelled {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, caption: Element<'p>, cx: &mut Context<'p>) {
        let Some(figure) = caption.parent().filter(|p| p.is("figure")) else {
            return;
        };
        let semantics = cx.semantics();
        let image = subject::first_in_figure(figure, |e| {
            let by_role = e.has_attr("role") && subject::is_image_by_role(e, semantics);
            let kind = if by_role {
                Some(Kind::RoleImg)
            } else {
                subject::kind(e)
            };
            Some((e, tests::caption(kind?)?))
        });
        let Some((image, test)) = image else {
            return;
        };
        if subject::caption(image) != Some(caption)
            || subject::reach(figure, semantics) != Reach::All
        {
            return;
        }
        let role = matches!(figure.attr("role"), Some(r) if has_role(r));
        let label = figure.attribute("aria-label");
        let said = words(&semantics.text(caption));
        let label_words = label.map(|l| words(l.value())).unwrap_or_default();
        let same = label.is_some() && label_words == said;
        let part = !label_words.is_empty() && said.contains(&label_words);
        let draft = if role && same {
            return cx.pass_on(&[test]);
        } else if let Some(label) = label.filter(|_| role && part) {
            let Some(draft) = cx.review_together((figure, label), &PART, &test.to_string(), &ALSO)
            else {
                return;
            };
            draft
        } else if figure.has_attr("aria-labelledby") {
            cx.review(figure, &LABELLEDBY)
        } else {
            match label {
                Some(label) if !same => cx.fail((figure, label), &OTHER_LABEL),
                Some(_) => cx.fail(figure, &NO_ROLE),
                None if role => cx.fail(figure, &NO_LABEL),
                None => cx.fail(figure, &NOTHING),
            }
        };
        draft.tests(&[test]).related(caption.place(), &CAPTION);
    }
}

fn has_role(role: &str) -> bool {
    let first = role.split_ascii_whitespace().next().unwrap_or_default();
    first.eq_ignore_ascii_case("figure") || first.eq_ignore_ascii_case("group")
}

/// Letters and digits only, case aside.
fn words(text: &str) -> String {
    let kept = text.chars().filter(|c| c.is_alphanumeric());
    kept.flat_map(char::to_lowercase).collect()
}
