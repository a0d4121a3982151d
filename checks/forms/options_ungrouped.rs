//! RGAA 11.8.1: options of one kind in a `select` are grouped with `optgroup` where it is needed.
//!
//! Only a person can say whether it is: hints. Asked where the list itself shows groups (disabled or empty options of dashes, options
//! indented by spaces or dashes) without `optgroup`, and of long lists of words. Lists of figures (years, amounts) are not asked about. A
//! role `listbox` cannot group its options, and the criterion's note fails it where they need to be: left open. Inapplicable: neither.

use crate::check::{Check, Context, Interest, Meta, Proof};
use crate::dom::{Element, NodeId, NodeRef};
use crate::rgaa::{TestId, test};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &OptionsUngrouped;

struct OptionsUngrouped;

const GROUPED: TestId = test(11, 8, 1);

static META: Meta = Meta {
    id: "options-ungrouped",
    title: text(
        "Longue liste d’options sans groupes",
        "Long list of options without groups",
    ),
    why: text(
        "Un lecteur d’écran lit les options une à une : les groupes disent où l’on est dans la liste.",
        "A screen reader reads options one by one: groups tell where one is in the list.",
    ),
    fix: text(
        "Placer les options de même nature dans des <optgroup label=\"…\">.",
        "Put options of one kind in <optgroup label=\"…\"> elements.",
    ),
    proofs: &[Proof::hints(&[GROUPED]).inapplicable_without_targets()],
    interest: &[
        Interest::Elements(&["select"]),
        Interest::Roles(&["listbox"]),
    ],
    review: &[
        "<select><option disabled>── Bretagne ──<option>Rennes<option disabled>── Alsace ──<option>Colmar</select>",
    ],
    pass: &["<select><option>Oui<option>Non</select>"],
    na: &["<input>"],
    ..Meta::NEW
};

const MARKED: Text = text(
    "cette liste sépare ses options par « {option} » plutôt que par des <optgroup> : sont-elles de plusieurs sortes ?",
    "this list parts its options with \"{option}\" rather than with <optgroup>: are they of several kinds?",
);
const LONG: Text = text(
    "cette liste a {count} options, de « {first} » à « {last} », sans <optgroup> : sont-elles de plusieurs sortes ?",
    "this list has {count} options, from \"{first}\" to \"{last}\", without <optgroup>: are they of several kinds?",
);
const OPTION: Text = text("l’option", "the option");
const ALSO: Text = text("même liste", "same list");

/// Options from which a list is long: as many as anyone goes through.
const LONG_LIST: usize = 25;
/// Options read of a list.
const READ: usize = 500;

impl Check for OptionsUngrouped {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, list: Element<'p>, cx: &mut Context<'p>) {
        // A `select` may have the role too, and be shown twice.
        let grouped = || list.child_elements().any(|e| e.is("optgroup"));
        if !list.is("select") || grouped() || !cx.semantics().is_rendered(list) {
            return cx.leave_open(&[GROUPED]);
        }
        if cx.memory::<Option<NodeId>>().replace(list.id()) == Some(list.id()) {
            return;
        }
        let options = || list.child_elements().filter(|e| e.is("option"));
        if let Some(mark) = options().take(READ).skip(1).find(|o| is_mark(*o)) {
            let label = label_of(mark).trim().to_owned();
            cx.review(list, &MARKED)
                .arg("option", label)
                .related(mark.place(), &OPTION);
            return;
        }
        let count = options().count();
        let in_words = options()
            .take(READ)
            .filter(|o| has_word(label_of(*o)))
            .count();
        if count < LONG_LIST || in_words * 2 < count.min(READ) {
            return cx.leave_open(&[GROUPED]);
        }
        let named = || options().filter(|o| has_word(label_of(*o)) && o.attr("value") != Some(""));
        let first = named().next().map_or("", label_of).trim();
        let last = options().last().map_or("", label_of).trim();
        let what = format!("{count}\0{first}\0{last}");
        if let Some(draft) = cx.review_together(list, &LONG, &what, &ALSO) {
            draft
                .arg("count", count)
                .arg("first", first)
                .arg("last", last);
        }
    }
}

/// What the option shows, its white space as written.
fn label_of(option: Element<'_>) -> &str {
    let text = option.children().find_map(NodeRef::as_text);
    option
        .attr("label")
        .or(text.map(|t| t.text()))
        .unwrap_or_default()
}

fn has_word(label: &str) -> bool {
    label.chars().filter(|c| c.is_alphabetic()).count() > 2
}

/// Whether the option is there to part the others, or is indented under one.
fn is_mark(option: Element<'_>) -> bool {
    let label = label_of(option);
    let shown = label.trim_matches(|c: char| c.is_ascii_whitespace());
    let line = |c: char| matches!(c, '-' | '–' | '—' | '─' | '━' | '=' | '_' | '*' | '.');
    let lines = shown.chars().filter(|c| line(*c)).count();
    // No-break spaces are there for the eye.
    shown.starts_with('\u{a0}')
        || option.has_attr("disabled") && lines > 3
        || lines > 2 && shown.chars().all(|c| line(c) || c == ' ')
}
