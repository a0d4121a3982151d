//! Comments that speak to Vigie and are not as they should: a word or a check that there is not, no check, no reason, nothing to
//! enable again.
//!
//! Breaks no RGAA test and no rule of HTML. A comment without a reason is obeyed all the same: the next reader cannot tell whether it
//! still holds, which is what this asks for.

use std::collections::HashSet;

use crate::check::directive::{Directive, ORDERS, Order};
use crate::check::{Category, Check, Context, Interest, Level, Meta};
use crate::source::Span;
use crate::text::{Text, nearest, text};

pub static CHECK: &dyn Check = &SuppressionInvalid;

struct SuppressionInvalid;

static META: Meta = Meta {
    id: "suppression-invalid",
    level: Level::Warning,
    category: Category::Authoring,
    title: text(
        "Commentaire pour Vigie mal écrit",
        "Badly written comment for Vigie",
    ),
    why: text(
        "Un commentaire mal écrit ne fait taire aucune règle, ou personne ne sait plus pourquoi il en fait taire une.",
        "A badly written comment silences no check, or nobody knows any more why it silences one.",
    ),
    fix: text(
        "Écrire <!-- vigie-disable-next-line identifiant-de-règle: raison -->, ou <!-- vigie-disable … --> puis <!-- vigie-enable -->.",
        "Write <!-- vigie-disable-next-line check-id: reason -->, or <!-- vigie-disable … --> then <!-- vigie-enable -->.",
    ),
    interest: &[Interest::Page],
    fail: &[
        "<!-- vigie-disable-next-line link-emty: gabarit --><a href=/></a>",
        "<!-- vigie-disable-next-line link-empty --><a href=/></a>",
        "<!-- vigie-disable: plus tard --><p>x</p>",
        "<!-- vigie-disable-line link-empty: gabarit --><a href=/></a>",
        "<p>x</p><!-- vigie-enable -->",
    ],
    pass: &[
        "<!-- vigie-disable-next-line link-empty: gabarit --><a href=/></a>",
        "<!-- vigie-disable link-empty: gabarit --><a href=/></a><!-- vigie-enable -->",
    ],
    na: &[
        "<!-- vigie --><a href=/></a>",
        "<script>\"<!-- vigie-disable -->\"</script>",
    ],
    ..Meta::NEW
};

const WORD: Text = text(
    "« {word} » n’est pas un commentaire pour Vigie : vouliez-vous dire « {near} » ?",
    "\"{word}\" is no comment for Vigie: did you mean \"{near}\"?",
);
const CHECK_ID: Text = text(
    "il n’y a pas de règle « {word} »",
    "there is no check \"{word}\"",
);
const NEAR: Text = text(
    "il n’y a pas de règle « {word} » : vouliez-vous dire « {near} » ?",
    "there is no check \"{word}\": did you mean \"{near}\"?",
);
const NO_CHECK: Text = text(
    "ce commentaire ne nomme aucune règle : il ne fait rien taire",
    "this comment names no check: it silences nothing",
);
const NO_REASON: Text = text(
    "ce commentaire ne dit pas pourquoi : ajouter deux-points et la raison",
    "this comment does not say why: add a colon and the reason",
);
const NOTHING: Text = text(
    "rien n’est à rétablir ici : aucun vigie-disable ne précède",
    "nothing is to be enabled here: no vigie-disable comes before",
);

impl Check for SuppressionInvalid {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        let mut disabled = HashSet::new();
        let mut looked = 0;
        for (directive, place) in Directive::all(cx.doc()) {
            judge(&directive, place, &mut disabled, &mut looked, cx);
        }
    }
}

/// Names looked up on one page.
const MAX_NAMES: usize = 1000;

/// `disabled`: the names that were disabled so far and not enabled again. `looked`: how many names were looked up.
fn judge<'p>(
    directive: &Directive<'p>,
    place: Span,
    disabled: &mut HashSet<&'p str>,
    looked: &mut usize,
    cx: &mut Context<'p>,
) {
    let order = match directive.order {
        Ok(order) => order,
        Err(word) => {
            let near = nearest(word, ORDERS.iter().map(|(name, _)| *name));
            let near = near.unwrap_or(ORDERS[0].0);
            cx.fail(place, &WORD).arg("word", word).arg("near", near);
            return;
        }
    };
    let mut good = true;
    for name in &directive.names {
        let ids = || crate::checks::metas().map(|meta| meta.id);
        *looked += 1;
        if *looked > MAX_NAMES || ids().any(|id| id == *name) {
            continue;
        }
        good = false;
        match nearest(name, ids()) {
            Some(near) => cx.fail(place, &NEAR).arg("word", name).arg("near", near),
            None => cx.fail(place, &CHECK_ID).arg("word", name),
        };
    }
    if order == Order::Enable {
        let before = disabled.len();
        let all = directive.names.is_empty();
        disabled.retain(|name| !all && !directive.names.contains(name));
        if before == disabled.len() && good {
            good = false;
            cx.fail(place, &NOTHING);
        }
    } else if directive.names.is_empty() {
        good = false;
        cx.fail(place, &NO_CHECK);
    } else if directive.reason.is_none() {
        good = false;
        cx.fail(place, &NO_REASON);
    }
    if order == Order::Disable {
        disabled.extend(&directive.names);
    }
    if good {
        cx.pass();
    }
}
