//! RGAA 8.8.1: the code of each change of language is valid and is the right one.
//!
//! Refutes: as for the page (8.4.1), only the part of the code before the first hyphen counts (glossary «Code de langue»), and a part that
//! is no ISO 639 code is invalid. Targets are the elements below `html` whose `lang` is another language than what is around
//! them; without one the test is inapplicable. A code that no text reads in fails nothing. `lang=""` says that the language is unknown
//! (WHATWG HTML 3.2.6.2): a person judges that. Three letters where BCP 47 has two («eng») break HTML, not the RGAA. A code already faulty around the element is told once, there.

use crate::check::{Category, Check, Context, Interest, Meta, Proof};
use crate::dom::{Attr, Element, NodeRef};
use crate::rgaa::{TestId, test};
use crate::semantics::Semantics;
use crate::text::text;

use super::language_code::Fault;

pub static CHECK: &dyn Check = &LangInvalid;

struct LangInvalid;

const CODE: TestId = test(8, 8, 1);

static META: Meta = Meta {
    id: "lang-invalid",
    category: Category::Accessibility,
    html_error: true,
    title: text(
        "Code de langue invalide dans la page",
        "Invalid language code in the page",
    ),
    why: text(
        "Les lecteurs d’écran ne changent pas de voix pour un code inconnu : le passage est lu avec la prononciation du texte qui l’entoure.",
        "Screen readers do not change voice for an unknown code: the passage is read with the pronunciation of the text around it.",
    ),
    fix: text(
        "Écrire un code de langue ISO 639, suivi au besoin d’un tiret et d’une région : en, en-GB, de, br.",
        "Write an ISO 639 language code, followed if needed by a hyphen and a region: en, en-GB, fr, cy.",
    ),
    mends: Some(text(
        "Écrit le code voulu là où il ne fait pas de doute : fr_FR devient fr-FR, fra devient fr.",
        "Writes the code that was meant where there is no doubt: fr_FR becomes fr-FR, fra becomes fr.",
    )),
    proofs: &[Proof::refutes(&[CODE]).inapplicable_without_targets()],
    act: &["de46e4"],
    interest: &[Interest::Attributes(&["lang"])],
    fail: &[
        "<html lang=fr><p>Devise : <span lang=latin>Fluctuat nec mergitur</span></p></html>",
        "<html lang=fr><p lang=en_GB>Welcome</p></html>",
    ],
    pass: &[
        "<html lang=fr><p>Devise : <span lang=la>Fluctuat nec mergitur</span></p></html>",
        "<html lang=fr><p lang=zz><span lang=en>Welcome</span></p></html>",
    ],
    na: &[
        "<html lang=fr><p lang=fr-FR>Bonjour</p></html>",
        "<html lang=fr_FR><p lang=fr_FR>Bonjour</p></html>",
    ],
    ..Meta::NEW
};

impl Check for LangInvalid {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, element: Element<'p>, lang: Attr<'p>, cx: &mut Context<'p>) {
        if lang.prefix().is_some() || element.parent().is_none() {
            return;
        }
        let value = lang.value();
        if value.is_empty() {
            return cx.pass();
        }
        let around = element.parent().and_then(|p| cx.semantics().language(p));
        if around.is_some_and(|a| primary(a.value()).eq_ignore_ascii_case(primary(value))) {
            return;
        }
        let Some(fault) = Fault::of(value, CODE) else {
            return cx.pass();
        };
        let fails = match texts_in_its_language(cx.semantics(), element) {
            Texts::None => return cx.pass(),
            Texts::Hidden => false,
            Texts::Shown => true,
        };
        fault.tell((element, lang), fails, cx);
    }
}

/// The part that names the language.
fn primary(code: &str) -> &str {
    code.split('-').next().unwrap_or_default()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Texts {
    None,
    /// None of them is rendered as the page stands.
    Hidden,
    Shown,
}

/// The texts read in the language of the element, and not of another element inside it; attributes that are read count.
fn texts_in_its_language<'a>(semantics: &Semantics<'a>, element: Element<'a>) -> Texts {
    let (mut found, mut skip_until) = (Texts::None, 0);
    let nodes = std::iter::once(NodeRef::Element(element)).chain(element.descendant_nodes());
    for node in nodes {
        let holder = match node {
            NodeRef::Element(e) if e.id() >= skip_until => {
                let other = e != element && e.has_attr("lang");
                if other || e.is_any(&["script", "style", "template", "noscript"]) {
                    skip_until = e.subtree_end();
                    continue;
                }
                let read = ["alt", "aria-label", "title", "placeholder"];
                let has_words = |name| e.attr(name).is_some_and(|v| !v.trim().is_empty());
                read.into_iter().any(has_words).then_some(e)
            }
            NodeRef::Text(t) if t.id() >= skip_until && !t.is_blank() => t.parent(),
            _ => None,
        };
        if let Some(holder) = holder {
            if semantics.is_rendered(holder) {
                return Texts::Shown;
            }
            found = Texts::Hidden;
        }
    }
    found
}
