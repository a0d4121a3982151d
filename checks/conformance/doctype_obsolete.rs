//! HTML Standard 13.1.1: a page's doctype is `<!DOCTYPE html>`. Those of HTML 4 and XHTML are parse errors since.
//!
//! RGAA 8.1.2 takes them as valid, so no test is broken; but `u`, `summary` or `xml:lang` are then judged by older rules.
//!
//! Mended where browsers are in no-quirks mode with it already (DOM Standard, document mode): nothing of the layout changes.

use super::doctypes::{self, Found, Kind};
use crate::check::{Category, Check, Context, Edit, Interest, Meta};
use crate::dom::Quirks;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &DoctypeObsolete;

struct DoctypeObsolete;

static META: Meta = Meta {
    id: "doctype-obsolete",
    category: Category::Conformance,
    title: text(
        "Doctype d’une ancienne version de HTML",
        "Doctype of an old version of HTML",
    ),
    why: text(
        "Certains de ces doctypes font imiter aux navigateurs ceux des années 1990, et tous soumettent la page à des règles anciennes.",
        "Some of these doctypes make browsers imitate those of the 1990s, and all hold the page to old rules.",
    ),
    fix: text(
        "Écrire <!DOCTYPE html>, puis relire la mise en page.",
        "Write <!DOCTYPE html>, then check the layout.",
    ),
    mends: Some(text(
        "Écrit <!DOCTYPE html> à la place d’un doctype strict, que les navigateurs traitent de la même façon.",
        "Writes <!DOCTYPE html> instead of a strict doctype, which browsers treat the same way.",
    )),
    interest: &[Interest::Page],
    fail: &[
        "<!DOCTYPE HTML PUBLIC '-//W3C//DTD HTML 4.01//EN' 'http://www.w3.org/TR/html4/strict.dtd'>",
    ],
    pass: &["<!doctype html>"],
    na: &["<html lang=fr>"],
    ..Meta::NEW
};

const OLD: Text = text(
    "ce doctype est celui d’une ancienne version de HTML",
    "this doctype is that of an old version of HTML",
);
const QUIRKS: Text = text(
    "ce doctype est celui d’une ancienne version de HTML, et fait imiter aux navigateurs ceux des années 1990",
    "this doctype is that of an old version of HTML, and makes browsers imitate those of the 1990s",
);

impl Check for DoctypeObsolete {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        let Found::Placed(doctype) = doctypes::find(cx.doc()) else {
            return;
        };
        let kind = doctypes::kind(doctype.name(), doctype.public_id(), doctype.system_id());
        let message = match (kind, cx.doc().quirks()) {
            (Kind::Old | Kind::OddAddress, Quirks::Yes) => &QUIRKS,
            (Kind::Old | Kind::OddAddress, _) => &OLD,
            (Kind::Html | Kind::Unknown, _) => return cx.pass(),
        };
        cx.fail(doctype.span(), message);
        if cx.doc().quirks() == Quirks::No {
            cx.mend(vec![Edit::replace(doctype.span(), "<!DOCTYPE html>")]);
        }
    }
}
