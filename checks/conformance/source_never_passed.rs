//! HTML Standard 4.8.2 «The source element»: in a `picture`, a `source` before another one, or before an `img` with `srcset`, has a `media`
//! (neither empty nor `all`) or a `type`; otherwise it is always taken and what follows never is.
//!
//! Not among the five families of RGAA 8.2.1.

use crate::check::{Category, Check, Context, Interest, Meta};
use crate::dom::Element;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &SourceNeverPassed;

struct SourceNeverPassed;

static META: Meta = Meta {
    id: "source-never-passed",
    category: Category::Conformance,
    title: text(
        "Source d’image toujours choisie",
        "Image source always taken",
    ),
    why: text(
        "Les navigateurs s’arrêtent à cette source : les images prévues ensuite (autre taille, autre format) ne servent jamais.",
        "Browsers stop at this source: the images meant for other cases (other size, other format) are never used.",
    ),
    fix: text(
        "Donner à la source la condition media ou le type de ses images, ou retirer ce qui la suit.",
        "Give the source the media condition or the type of its images, or remove what follows it.",
    ),
    interest: &[Interest::Elements(&["picture"])],
    fail: &[
        "<picture><source srcset=a.webp><source srcset=b.png><img src=b.png alt=Plan></picture>",
        "<picture><source srcset=a.webp media=all><img src=b.png srcset='b.png 2x' alt=Plan></picture>",
    ],
    pass: &[
        "<picture><source srcset=a.webp type=image/webp><source srcset=b.png><img src=b.png alt=Plan></picture>",
    ],
    na: &["<picture><img src=b.png alt=Plan></picture>"],
    ..Meta::NEW
};

const ALWAYS: Text = text(
    "cette source est toujours choisie, faute de media ou de type : ce qui la suit ne sert jamais",
    "this source is always taken, for lack of media or type: what follows is never used",
);
const ANY_MEDIA: Text = text(
    "cette source est toujours choisie, media=\"{media}\" étant toujours vrai : ce qui la suit ne sert jamais",
    "this source is always taken, media=\"{media}\" being always true: what follows is never used",
);
const NEXT: Text = text("jamais choisi", "never taken");

impl Check for SourceNeverPassed {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, picture: Element<'p>, cx: &mut Context<'p>) {
        let mut open = None;
        for child in picture.child_elements() {
            let candidate = child.is("source") || child.is("img") && child.has_attr("srcset");
            if let Some(always) = open.take().filter(|_| candidate) {
                return tell(always, child, cx);
            }
            if child.is("source") {
                match is_always_taken(child) {
                    true => open = Some(child),
                    false => cx.pass(),
                }
            }
        }
    }
}

fn is_always_taken(source: Element<'_>) -> bool {
    !source.has_attr("type") && source.attr("media").is_none_or(is_any_media)
}

fn is_any_media(media: &str) -> bool {
    let media = media.trim_ascii();
    media.is_empty() || media.eq_ignore_ascii_case("all")
}

fn tell<'p>(always: Element<'p>, next: Element<'p>, cx: &mut Context<'p>) {
    let draft = match always.attribute("media") {
        Some(media) => cx
            .fail((always, media), &ANY_MEDIA)
            .arg("media", media.value()),
        None => cx.fail((always, always.name_place()), &ALWAYS),
    };
    draft.related(next.place(), &NEXT);
}
