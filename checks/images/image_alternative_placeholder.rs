//! RGAA 1.3.1 to 1.3.7: the alternative of an image is relevant.
//!
//! Refutes where the alternative is nobody's words: a missing value, an unfilled template, the name of the image's own file, a camera's or a
//! machine's name for it, «alt». On an image that cannot be decorative (`role="img"`, a button, an area with a link, a caption) this breaks
//! 1.3. On another `img` it breaks 1.3.1 if the image informs and 1.2.1 if it decorates, as its alternative is not empty. Every source present
//! must be relevant, so `alt`, `aria-label` and `title` are each looked at; of an image with several, the first fault is told.
//!
//! Questions: a name shown near the image, which may be what the image is of (a list of files); words that fit any image («photo»); names like
//! those of files. An image that is all a link holds gives the link its name: its faults are evidence for 6.1.2. Nothing proves that an
//! alternative is relevant; a kind without a named image makes its test inapplicable.

use crate::check::{Category, Check, Context, Interest, Meta, Proof};
use crate::dom::{Attr, Element};
use crate::rgaa::{TestId, test};
use crate::text::{Text, text};

use super::subject::{self, Company, Kind, Reach};
use super::{tests, wording};

pub static CHECK: &dyn Check = &ImageAlternativePlaceholder;

struct ImageAlternativePlaceholder;

const EITHER: &[TestId] = &[test(1, 2, 1), test(1, 3, 1)];
const LINK: TestId = test(6, 1, 2);

static META: Meta = Meta {
    id: "image-alternative-placeholder",
    category: Category::Accessibility,
    title: text(
        "Alternative d’image sans rapport avec l’image",
        "Image alternative that says nothing of the image",
    ),
    why: text(
        "Entendre « undefined » ou « IMG underscore 0012 point jpg » ne dit pas ce que montre l’image, et fait perdre du temps.",
        "Hearing \"undefined\" or \"IMG underscore 0012 dot jpg\" does not say what the image shows, and wastes time.",
    ),
    fix: text(
        "Écrire ce que l’image apporte à la page ; si elle n’apporte rien, alt=\"\".",
        "Write what the image brings to the page; if it brings nothing, alt=\"\".",
    ),
    proofs: &[
        Proof::refutes(&[test(1, 3, 1)]).inapplicable_without_targets(),
        Proof::refutes(&[test(1, 3, 2)]).inapplicable_without_targets(),
        Proof::refutes(&[test(1, 3, 3)]).inapplicable_without_targets(),
        Proof::refutes(&[test(1, 3, 4)]).inapplicable_without_targets(),
        Proof::refutes(&[test(1, 3, 5)]).inapplicable_without_targets(),
        Proof::refutes(&[test(1, 3, 6)]).inapplicable_without_targets(),
        Proof::refutes(&[test(1, 3, 7)]).inapplicable_without_targets(),
        Proof::refutes(EITHER),
        Proof::hints(&[LINK]),
    ],
    interest: &[
        Interest::Elements(subject::ELEMENTS),
        Interest::Attributes(&["role"]),
    ],
    fail: &[
        "<p><img src=a.png alt=undefined></p>",
        "<p><img src='photos/IMG_0012.jpg' alt='IMG_0012.jpg'></p>",
        "<form><input type=image src=loupe.png alt='{{ label }}'></form>",
        "<p><svg role=img aria-label='Calque 1'><path d=M0,0h9/></svg></p>",
    ],
    review: &[
        "<p><img src=a.png alt=Photo></p>",
        "<p>Fichier pont.jpg : <img src=pont.jpg alt=pont.jpg></p>",
    ],
    pass: &["<p><img src=pont.jpg alt='Le pont de pierre, vu de la rive'></p>"],
    na: &["<p><img src=filet.png alt=''></p>"],
    ..Meta::NEW
};

const VAGUE: Text = text(
    "« {name} » convient à toutes les images : que dit celle-ci ?",
    "\"{name}\" fits any image: what does this one say?",
);
const FILE_LIKE: Text = text(
    "« {name} » ressemble à un nom de fichier : dit-il ce que montre l’image ?",
    "\"{name}\" looks like a file name: does it say what the image shows?",
);
const SHOWN_NEAR: Text = text(
    "l’alternative « {name} » est aussi écrite à côté : est-ce bien ce que montre l’image, ou décore-t-elle ?",
    "the alternative \"{name}\" is also written beside it: is it what the image shows, or does it decorate?",
);
const IN_CONTROL: Text = text(
    "« {name} » donne son intitulé à un lien ou un bouton : dit-il où il mène ou ce qu’il fait ?",
    "\"{name}\" gives its name to a link or a button: does it say where that leads or what it does?",
);
const DOUBTFUL: Text = text(
    "« {name} » a l’air laissé par un outil : dit-il ce que montre l’image, ou décore-t-elle ?",
    "\"{name}\" looks left by a tool: does it say what the image shows, or does it decorate?",
);
const ALSO: Text = text("ici aussi", "here too");

impl Check for ImageAlternativePlaceholder {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, image: Element<'p>, cx: &mut Context<'p>) {
        if let Some(kind) = subject::kind(image) {
            judge(image, kind, cx);
        }
    }

    fn attribute<'p>(&self, e: Element<'p>, _role: Attr<'p>, cx: &mut Context<'p>) {
        if subject::is_image_by_role(e, cx.semantics()) {
            judge(e, Kind::RoleImg, cx);
        }
    }
}

fn judge<'p>(image: Element<'p>, kind: Kind, cx: &mut Context<'p>) {
    if subject::is_decorative(image, cx) {
        return;
    }
    let test = tests::relevance(kind);
    let mut named = false;
    for (holder, attr, words) in wording::sources(image, kind) {
        named = true;
        if let Some(fault) = wording::fault(words.trim(), image, kind) {
            let target = match attr {
                Some(attr) => (holder, attr).into(),
                None => holder.into(),
            };
            return tell(image, kind, target, words.trim(), fault, cx);
        }
    }
    if named || image.has_attr("aria-labelledby") || wording::is_filled(image, kind) {
        cx.pass_on(&[test]);
    }
}

fn tell<'p>(
    image: Element<'p>,
    kind: Kind,
    target: crate::check::Target<'p>,
    words: &str,
    fault: wording::Fault,
    cx: &mut Context<'p>,
) {
    let semantics = cx.semantics();
    let test = [tests::relevance(kind)];
    if subject::reach(image, semantics) == Reach::AriaHidden {
        return cx.leave_open(&test);
    }
    let in_control = subject::company(image, semantics) != Company::Other;
    let certain = if in_control && kind != Kind::Button {
        None
    } else if never_decorates(image, kind, cx) {
        Some(&test[..])
    } else {
        (kind == Kind::Img).then_some(EITHER)
    };
    let tests = if in_control {
        &[test[0], LINK][..]
    } else {
        &test
    };
    let question = match fault {
        wording::Fault::Certain(message) => match certain {
            Some(tests) if !wording::is_shown_near(words, image) => {
                cx.fail_if_rendered(image, target, message)
                    .arg("name", words)
                    .tests(tests);
                return;
            }
            Some(_) => &SHOWN_NEAR,
            None if in_control => &IN_CONTROL,
            None => &DOUBTFUL,
        },
        wording::Fault::Vague => &VAGUE,
        wording::Fault::FileLike => &FILE_LIKE,
    };
    if let Some(draft) = cx.review_together(target, question, words, &ALSO) {
        draft.arg("name", words).tests(tests);
    }
}

/// Whether the image informs for certain: it acts, it has a caption, or it says it is an image.
fn never_decorates<'p>(image: Element<'p>, kind: Kind, cx: &Context<'p>) -> bool {
    if subject::is_informative(image, cx) {
        return true;
    }
    match kind {
        Kind::Button | Kind::RoleImg => true,
        Kind::Area => image.has_attr("href"),
        _ => subject::is_role_img(image, cx.semantics()) || subject::caption(image).is_some(),
    }
}
