//! RGAA 1.1.4: a server-side image map has its equivalent for those who do not point.
//!
//! Hints: the links or the list that lead to the same places may be anywhere. Targets: `img` with `ismap` inside a link, where alone it has an effect
//! (WHATWG HTML 4.8.3), and `input type=image` with the obsolete `ismap`. Without any the test is inapplicable.

use crate::check::{Category, Check, Context, Interest, Level, Meta, Proof};
use crate::dom::{Attr, Element};
use crate::rgaa::test;
use crate::text::{Text, text};

use super::subject::{self, Kind};

pub static CHECK: &dyn Check = &ServerSideImageMap;

struct ServerSideImageMap;

static META: Meta = Meta {
    id: "server-side-image-map",
    review_level: Level::Warning,
    category: Category::Accessibility,
    title: text("Image réactive côté serveur", "Server-side image map"),
    why: text(
        "Le serveur attend les coordonnées d’un clic : au clavier, on n’en donne pas.",
        "The server expects the coordinates of a click: a keyboard gives none.",
    ),
    fix: text(
        "Proposer les mêmes destinations en liens, ou remplacer par une image réactive côté client (<map>).",
        "Give the same destinations as links, or use a client-side image map (<map>).",
    ),
    proofs: &[Proof::hints(&[test(1, 1, 4)]).inapplicable_without_targets()],
    interest: &[Interest::Attributes(&["ismap"])],
    review: &["<a href=/carte><img ismap src=carte.png alt='Choisir une région'></a>"],
    na: &[
        "<a href=/carte><img src=carte.png alt=Carte></a>",
        "<p><img ismap src=carte.png alt=Carte></p>",
    ],
    ..Meta::NEW
};

const EQUIVALENT: Text = text(
    "cette image envoie au serveur l’endroit du clic : les mêmes destinations sont-elles accessibles autrement ?",
    "this image sends the place of the click to the server: can the same destinations be reached another way?",
);

impl Check for ServerSideImageMap {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, e: Element<'p>, ismap: Attr<'p>, cx: &mut Context<'p>) {
        let in_link = || e.closest(&["a"]).is_some_and(|a| a.has_attr("href"));
        match subject::kind(e) {
            Some(Kind::Img) if in_link() => {}
            Some(Kind::Button) => {}
            _ => return,
        }
        cx.review((e, ismap), &EQUIVALENT);
    }
}
