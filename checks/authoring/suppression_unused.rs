//! Comments that silence a check where it has nothing to say.
//!
//! Breaks no RGAA test and no rule of HTML. What a comment silences is known when all checks are through: the engine tells this check
//! (`engine::suppress`), of those comments only that name a check of the run. A comment that names this very check is judged like the
//! others, from the last to the first.

use crate::check::{Category, Check, Interest, Level, Meta};
use crate::text::text;

pub static CHECK: &dyn Check = &SuppressionUnused;

struct SuppressionUnused;

static META: Meta = Meta {
    id: "suppression-unused",
    level: Level::Warning,
    category: Category::Authoring,
    title: text(
        "Commentaire qui ne fait rien taire",
        "Comment that silences nothing",
    ),
    why: text(
        "Le défaut n’est plus là, ou le commentaire n’est pas au bon endroit : il cacherait le prochain sans que personne l’ait voulu.",
        "The defect is gone, or the comment is in the wrong place: it would hide the next one without anybody wanting it.",
    ),
    fix: text(
        "Enlever le commentaire, ou le mettre juste au-dessus de la ligne du défaut.",
        "Remove the comment, or put it just above the line of the defect.",
    ),
    interest: &[Interest::Page],
    fail: &["<!-- vigie-disable-next-line suppression-unused: essai --><p>x</p>"],
    pass: &[
        "<!-- vigie-disable-next-line suppression-unused: gabarit -->\n<!-- vigie-disable suppression-unused: essai --><p>x</p>",
    ],
    na: &["<p>x</p>", "<!-- vigie-disable: rien --><p>x</p>"],
    ..Meta::NEW
};

impl Check for SuppressionUnused {
    fn meta(&self) -> &'static Meta {
        &META
    }
}
