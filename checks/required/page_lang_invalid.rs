//! RGAA 8.4.1: the code of the page's language is valid and is the right one.
//!
//! Refutes: the glossary («Code de langue») judges only the part before the first hyphen, two or three letters of ISO 639; a part that
//! is no such code is invalid whatever the page says. Three letters where BCP 47 has two («fra») break HTML, not the RGAA. Whether a valid code is the right one is a person's to say, hence no pass.
//! Inapplicable where the page gives no default language (8.3.1 fails then); a page that gives it on other elements than `html` is
//! left open. Source of the codes: the IANA registry, [`crate::spec::language`].

use crate::check::{Category, Check, Context, Interest, Meta, Proof};
use crate::rgaa::{TestId, test};
use crate::text::text;

use super::language_code::Fault;

pub static CHECK: &dyn Check = &PageLangInvalid;

struct PageLangInvalid;

const CODE: TestId = test(8, 4, 1);

static META: Meta = Meta {
    id: "page-lang-invalid",
    category: Category::Accessibility,
    html_error: true,
    title: text(
        "Code de langue de la page invalide",
        "Invalid language code of the page",
    ),
    why: text(
        "Les lecteurs d’écran ne reconnaissent pas ce code et gardent leur voix par défaut, qui n’est pas forcément celle de la page.",
        "Screen readers do not recognise this code and keep their default voice, which may not be that of the page.",
    ),
    fix: text(
        "Écrire un code de langue ISO 639, suivi au besoin d’un tiret et d’une région : fr, fr-CA, en, br.",
        "Write an ISO 639 language code, followed if needed by a hyphen and a region: en, en-GB, fr, cy.",
    ),
    mends: Some(text(
        "Écrit le code voulu là où il ne fait pas de doute : fr_FR devient fr-FR, fra devient fr.",
        "Writes the code that was meant where there is no doubt: fr_FR becomes fr-FR, fra becomes fr.",
    )),
    proofs: &[Proof::refutes(&[CODE]).inapplicable_without_targets()],
    act: &["bf051a"],
    interest: &[Interest::Page],
    fail: &[
        "<html lang=fr_FR><p>Bonjour</p></html>",
        "<html lang=francais><p>Bonjour</p></html>",
        "<html lang=xx><p>Bonjour</p></html>",
        "<html lang=fra><p>Bonjour</p></html>",
    ],
    review: &["<html lang=' fr'><p>Bonjour</p></html>"],
    pass: &[
        "<html lang=fr><p>Bonjour</p></html>",
        "<html lang=fr-FR><p>Bonjour</p></html>",
        "<html lang=gsw-FR><p>Salü</p></html>",
    ],
    na: &[
        "<html><p>Bonjour</p></html>",
        "<html lang=''><p>Bonjour</p></html>",
    ],
    ..Meta::NEW
};

impl Check for PageLangInvalid {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        let Some(html) = cx.doc().html() else {
            return;
        };
        let Some(lang) = html
            .attribute("lang")
            .filter(|l| !l.value().trim().is_empty())
        else {
            if html.descendants().any(|e| e.has_attr("lang")) {
                cx.leave_open(&[CODE]);
            }
            return;
        };
        match Fault::of(lang.value(), CODE) {
            None => cx.pass(),
            Some(fault) => fault.tell((html, lang), true, cx),
        }
    }
}
