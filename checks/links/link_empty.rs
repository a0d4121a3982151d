//! RGAA 6.2.1: a link that nothing names.
//!
//! Fails when assistive technologies get no word from between the tags (text, alternative of an image) and none from
//! `aria-labelledby`, `aria-label` or `title`: glossary «Intitulé de lien» leaves no other source. Zones of image maps (1.1.2) and `a`
//! without `href` (an anchor, technical note of 6.2) are no subjects, nor are links that neither assistive technologies nor the
//! keyboard get. Content that a script may fill or show is a question. Decides together with `link-content-missing`, which judges the links named by an attribute alone: here they neither pass
//! nor fail.

use super::link::{
    LINK_ROLES, has_words, image_in, is_for_pointers_only, is_link, may_reveal_words, opaque_in,
};
use crate::check::{Check, Context, Interest, Meta, Proof};
use crate::dom::{Attr, Element};
use crate::rgaa::test;
use crate::semantics::is_blank;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &LinkEmpty;

struct LinkEmpty;

static META: Meta = Meta {
    id: "link-empty",
    title: text("Lien sans intitulé", "Link without a name"),
    why: text(
        "Un lecteur d’écran annonce « lien » et rien d’autre, ou épelle l’adresse : impossible de savoir où mène le lien.",
        "A screen reader says \"link\" and nothing else, or spells the address out: nobody can tell where the link leads.",
    ),
    fix: text(
        "Écrire l’intitulé entre <a> et </a>, ou donner à l’image du lien une alternative (alt) qui dit où il mène. Supprimer le lien s’il ne sert à rien.",
        "Write the link's text between <a> and </a>, or give the link's image an alternative (alt) that says where it leads. Remove the link if it is of no use.",
    ),
    proofs: &[Proof::decides(&[test(6, 2, 1)])],
    act: &["c487ae"],
    interest: &[Interest::Roles(LINK_ROLES), Interest::Attributes(&["role"])],
    fail: &[
        "<a href=/rss></a>",
        "<a href=/rss><img src=rss.png alt=''></a>",
        "<a href=/rss><i class='icone icone-rss'></i></a>",
    ],
    review: &["<a href=/rss><site-icone nom=rss></site-icone></a>"],
    pass: &[
        "<a href=/rss>Flux RSS</a>",
        "<a href=/rss><img src=rss.png alt='Flux RSS'></a>",
    ],
    na: &["<a id=haut></a>", "<p>Sans lien</p>"],
    ..Meta::NEW
};

const NOTHING: Text = text(
    "ce lien est vide : rien entre les balises, ni aria-label, ni title",
    "this link is empty: nothing between the tags, no aria-label, no title",
);
const NO_WORDS: Text = text(
    "ce lien n’a pas d’intitulé : son contenu ne donne aucun texte aux lecteurs d’écran",
    "this link has no name: its content gives no text to screen readers",
);
const IMAGE: Text = text(
    "ce lien n’a pas d’intitulé : l’image qu’il contient n’a pas d’alternative",
    "this link has no name: the image in it has no alternative",
);
const IMAGE_HERE: Text = text(
    "l’image du lien, <{tag}>, sans alternative",
    "the link's image, <{tag}>, without an alternative",
);
const OPAQUE: Text = text(
    "le contenu de ce lien est un <{tag}>, que les fichiers ne montrent pas : donne-t-il un intitulé au lien ?",
    "the content of this link is a <{tag}>, which the files do not show: does it give the link a name?",
);
const STYLED: Text = text(
    "ce lien n’a pas d’autres mots que ceux qu’une feuille de style y écrit : sont-ils lus, et que reste-t-il sans elle ?",
    "this link has no words but those that a style sheet writes in it: are they read, and what is left without it?",
);
const REVEALED: Text = text(
    "tout le texte de ce lien est masqué : un script l’affiche-t-il au chargement ?",
    "all the text of this link is hidden: does a script show it on load?",
);

impl Check for LinkEmpty {
    fn meta(&self) -> &'static Meta {
        &META
    }

    /// A link that its role makes a button or a tab is judged as such; without a word, it is still an empty link to the glossary.
    fn attribute<'p>(&self, e: Element<'p>, _role: Attr<'p>, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        let other = e.is_html() && e.is("a") && e.has_attr("href");
        if other
            && semantics
                .role(e)
                .is_none_or(|role| !LINK_ROLES.contains(&role))
            && semantics.is_rendered(e)
            && !has_words(e, semantics)
        {
            cx.leave_open(&[test(6, 2, 1)]);
        }
    }

    fn element<'p>(&self, link: Element<'p>, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        // Those in a drawing are `link-content-missing`'s: support for their names varies (glossary «Lien SVG»).
        if !is_link(link) || !link.is_html() || is_for_pointers_only(link, semantics) {
            return;
        }
        if has_words(link, semantics) {
            return cx.pass();
        }
        if let Some(opaque) = opaque_in(link, semantics) {
            cx.review(link, &OPAQUE).arg("tag", opaque.name());
            return;
        }
        if !semantics.name(link).is_blank() {
            return;
        }
        if may_reveal_words(link, semantics) {
            cx.review(link, &REVEALED);
            return;
        }
        if semantics.has_words_of_sheets(link) {
            cx.review(link, &STYLED);
            return;
        }
        let image = image_in(link, semantics);
        let message = if image.is_some() {
            &IMAGE
        } else if link.child_elements().next().is_some() || !is_blank(&link.text_content()) {
            &NO_WORDS
        } else {
            &NOTHING
        };
        let draft = if semantics.is_exposed(link) {
            cx.fail(link, message)
        } else {
            cx.review(link, message)
        };
        if let Some(image) = image {
            draft
                .related(image.place(), &IMAGE_HERE)
                .related_arg("tag", image.name());
        }
    }
}
