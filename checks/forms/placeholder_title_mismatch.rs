//! RGAA 11.2.2: a field labelled by `title`, with a `placeholder` that says something else.
//!
//! Glossary «Étiquette de champ de formulaire»: a placeholder may be read in place of the title, so that when both are there they must be
//! identical. The test judges titles that are the label: where `aria-labelledby`, `aria-label` or a `label` comes first, there is nothing
//! to judge. Refutes 11.2.2; the rest of its relevance is for a person.

use super::field::{FIELD_ELEMENTS, Labels, is_native_field};
use crate::check::{Check, Context, Interest, Meta, Proof};
use crate::dom::Element;
use crate::rgaa::test;
use crate::semantics::same_words;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &PlaceholderTitleMismatch;

struct PlaceholderTitleMismatch;

static META: Meta = Meta {
    id: "placeholder-title-mismatch",
    title: text(
        "placeholder différent du title qui sert d’étiquette",
        "Placeholder that differs from the title used as a label",
    ),
    why: text(
        "Selon le navigateur et le lecteur d’écran, c’est le placeholder ou le title qui est lu : les deux doivent dire la même chose.",
        "Depending on the browser and screen reader, the placeholder or the title is read: both must say the same.",
    ),
    fix: text(
        "Donner le même texte aux deux attributs, ou ajouter un <label> relié au champ.",
        "Give both attributes the same text, or add a <label> tied to the field.",
    ),
    proofs: &[Proof::refutes(&[test(11, 2, 2)])],
    interest: &[Interest::Elements(FIELD_ELEMENTS)],
    fail: &["<input title='Rechercher sur le site' placeholder='Mots-clés'>"],
    pass: &["<input title='Rechercher' placeholder='Rechercher…'>"],
    na: &[
        "<input title='Rechercher'>",
        "<label for=q>Recherche</label><input id=q title=Recherche placeholder='Mots-clés'>",
    ],
    ..Meta::NEW
};

const DIFFERENT: Text = text(
    "le placeholder « {placeholder} » diffère du title « {title} », qui est la seule étiquette du champ",
    "the placeholder \"{placeholder}\" differs from the title \"{title}\", which is the field's only label",
);

impl Check for PlaceholderTitleMismatch {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, field: Element<'p>, cx: &mut Context<'p>) {
        let (Some(placeholder), Some(title)) =
            (field.attribute("placeholder"), field.attr("title"))
        else {
            return;
        };
        let semantics = cx.semantics();
        if !is_native_field(field)
            || placeholder.value().trim().is_empty()
            || !semantics.is_rendered(field)
        {
            return;
        }
        let labels = Labels::of(field, semantics);
        if !labels.by_title
            || labels.by_reference
            || labels.by_aria_label
            || labels.tied.is_some()
            || labels.wrapping.is_some()
        {
            return;
        }
        if same_words(placeholder.value(), title) {
            return cx.pass();
        }
        cx.fail((field, placeholder), &DIFFERENT)
            .arg("placeholder", placeholder.value())
            .arg("title", title);
    }
}
