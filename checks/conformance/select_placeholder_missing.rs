//! HTML Standard 4.10.7: a `select` with `required` that shows one line and takes one choice begins with a placeholder, an `option` of
//! its own whose value is empty. Otherwise it is always filled, and `required` asks for nothing.
//!
//! No RGAA test asks about it.

use crate::check::{Category, Check, Context, Interest, Meta};
use crate::dom::Element;
use crate::spec::elements::is_list_box;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &SelectPlaceholderMissing;

struct SelectPlaceholderMissing;

static META: Meta = Meta {
    id: "select-placeholder-missing",
    category: Category::Conformance,
    title: text(
        "Liste obligatoire sans choix vide au début",
        "Required list without an empty choice first",
    ),
    why: text(
        "Le premier choix est déjà pris : qui passe la liste envoie une réponse qu’il n’a pas donnée.",
        "The first choice is already made: who skips the list sends an answer they did not give.",
    ),
    fix: text(
        "Commencer par <option value=\"\">Choisir…</option>, ou retirer required.",
        "Begin with <option value=\"\">Choose…</option>, or remove required.",
    ),
    interest: &[Interest::Elements(&["select"])],
    fail: &[
        "<select required><option>Lundi</option></select>",
        "<select required></select>",
    ],
    pass: &["<select required><option value=''>Choisir</option><option>Lundi</option></select>"],
    na: &[
        "<select><option>Lundi</option></select>",
        "<select required multiple><option>Lundi</option></select>",
    ],
    ..Meta::NEW
};

const FILLED: Text = text(
    "cette liste est obligatoire, mais son premier choix n’est pas vide (value=\"\") : elle est toujours remplie",
    "this list is required, but its first choice is not empty (value=\"\"): it is always filled",
);
const NONE: Text = text(
    "cette liste est obligatoire, mais n’a aucun choix",
    "this list is required, but has no choice",
);
const OPTION: Text = text("le premier choix", "the first choice");

impl Check for SelectPlaceholderMissing {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, select: Element<'p>, cx: &mut Context<'p>) {
        let Some(required) = select.attribute("required").filter(|_| select.is_html()) else {
            return;
        };
        if is_list_box(|name| select.attr(name)) {
            return;
        }
        let place = (select, required.name_span());
        let Some(option) = select.descendants().find(|e| e.is("option")) else {
            // A script may fill it.
            if !cx.semantics().has_active_script() {
                cx.fail(place, &NONE);
            }
            return;
        };
        let value = option.attr("value");
        let empty = value.map_or_else(|| option.text_is_blank(), str::is_empty)
            || (value.is_some() && option.text_is_blank());
        if empty && option.closest(&["optgroup"]).is_none() {
            return cx.pass();
        }
        cx.fail(place, &FILLED).related(option.place(), &OPTION);
    }
}
