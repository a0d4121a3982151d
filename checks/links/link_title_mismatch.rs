//! RGAA criterion 6.1, glossary «Intitulé de lien», note 2: a `title` that does not repeat at least the words of the link.
//!
//! Some screen readers are set to read the `title` instead of the link, so that what it leaves out is lost: the note says outright that
//! such a link is not explicit, however clear its text. A certain failure of the test for its kind (6.1.1 text, 6.1.2 image, 6.1.3
//! both) when words that no style sheet can take out of the link are missing from the `title`; for words on screen, of 6.1.5 too (its
//! methodology names `title`), unless a style sheet may show an icon in their place. Words that may be hidden make it a question. A symbol is
//! exempt.

use super::link::{Kind, LINK_ROLES, is_link};
use super::link_label_not_in_name::{SHOWN, holds_picture};
use crate::check::{Check, Context, Interest, Meta, Proof};
use crate::dom::Element;
use crate::rgaa::{TestId, test};
use crate::semantics::{Repeated, VisibleLabel, is_blank};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &LinkTitleMismatch;

struct LinkTitleMismatch;

static META: Meta = Meta {
    id: "link-title-mismatch",
    title: text(
        "title de lien qui ne reprend pas l’intitulé",
        "Link title that does not repeat the link's text",
    ),
    why: text(
        "Des lecteurs d’écran sont réglés pour lire le title à la place du texte du lien, et qui dicte ses commandes prononce le texte affiché.",
        "Some screen readers are set to read the title in place of the link's text, and people who dictate say the text they see.",
    ),
    fix: text(
        "Commencer le title par le texte exact du lien et le compléter ensuite, ou supprimer le title.",
        "Begin the title with the exact text of the link, then add to it; or remove the title.",
    ),
    proofs: &[
        Proof::refutes(&[test(6, 1, 1)]),
        Proof::refutes(&[test(6, 1, 2)]),
        Proof::refutes(&[test(6, 1, 3)]),
        Proof::decides(&[SHOWN]),
    ],
    interest: &[Interest::Roles(LINK_ROLES)],
    fail: &[
        "<a href=/budget title='Nouvelle fenêtre'>Budget 2024</a>",
        "<a href=/ title='Retour'><img src=l.png alt='Mairie de Vaulnois'></a>",
    ],
    review: &["<a href=/budget title=Budget>Budget <span class=annee>2024</span></a>"],
    pass: &[
        "<a href=/budget title='Budget 2024 (nouvelle fenêtre)'>Budget 2024</a>",
        "<a href=#s title='Lien permanent'>¶</a>",
    ],
    na: &[
        "<a href=/budget>Budget 2024</a>",
        "<a href=/budget title>Budget</a>",
    ],
    ..Meta::NEW
};

const MISSING: Text = text(
    "le title « {title} » ne reprend pas le texte du lien : « {missing} » y manque",
    "the title \"{title}\" does not repeat the link's text: \"{missing}\" is missing from it",
);
const ALTERNATIVE: Text = text(
    "le title « {title} » ne reprend pas l’alternative de l’image du lien, « {missing} »",
    "the title \"{title}\" does not repeat the alternative of the link's image, \"{missing}\"",
);
const UNSURE: Text = text(
    "le title « {title} » reprend-il tout ce que dit le lien, « {missing} » ?",
    "does the title \"{title}\" repeat all that the link says, \"{missing}\"?",
);

impl Check for LinkTitleMismatch {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, link: Element<'p>, cx: &mut Context<'p>) {
        let Some(attr) = link.attribute("title") else {
            return;
        };
        let title = attr.value();
        let semantics = cx.semantics();
        if is_blank(title) || !is_link(link) {
            return;
        }
        if !semantics.is_exposed(link) {
            return cx.leave_open(&[SHOWN]);
        }
        let content = semantics.rgaa_content(link);
        let kind = Kind::of(link, semantics);
        if kind == Kind::Svg || is_blank(&content) {
            return cx.leave_open(&[SHOWN]);
        }
        let whole = VisibleLabel::of(content.into_owned());
        let found = whole.repeated_in(title);
        if holds_picture(link) {
            cx.leave_open(&[SHOWN]);
        }
        if matches!(found, Repeated::Nothing | Repeated::Yes) {
            return cx.pass();
        }
        let target = (link, attr);
        let alone = kind == Kind::Image && link.descendants().nth(1).is_none();
        let label = semantics.visible_label(link);
        let said = match label.is_same(&whole) {
            true => found.clone(),
            false => label.said_in(title),
        };
        match (said, found) {
            (Repeated::No(missing), _) => {
                let on_screen = label.is_on_screen();
                let tests: &[TestId] = match on_screen {
                    true => &[kind.test(), SHOWN],
                    false => &[kind.test()],
                };
                cx.fail(target, &MISSING)
                    .arg("title", title)
                    .arg("missing", missing)
                    .tests(tests);
                if !on_screen {
                    cx.leave_open(&[SHOWN]);
                }
            }
            (_, Repeated::No(missing)) if alone => {
                cx.fail(target, &ALTERNATIVE)
                    .arg("title", title)
                    .arg("missing", missing)
                    .tests(&[kind.test()]);
            }
            _ => {
                cx.review(target, &UNSURE)
                    .arg("title", title)
                    .arg("missing", whole.text)
                    .tests(&[kind.test(), SHOWN]);
            }
        }
    }
}
