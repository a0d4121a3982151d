//! RGAA 5.7.3: the title of a part of a table, tied as if it headed a whole row or column.
//!
//! The test wants of a `th` that heads neither a whole row nor a whole column a unique `id`, and no `scope` nor role of header. A `th` alone
//! on its row with rows of data above and below is one: nothing else is on its row, and data of its column come before it. Refutes;
//! which other headers are partial is for a person. Without a `th` in a table that may hold data, nothing applies.
//! `scope="colgroup"` and `"rowgroup"` are `th-scope-group`'s, which knows these cells too.

use super::kinds::{has_header_role, may_be_data, part_titles};
use crate::check::{Check, Context, Interest, Level, Meta, Proof};
use crate::dom::Element;
use crate::rgaa::{TestId, test};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &ThPartTied;

struct ThPartTied;

const PARTIAL: TestId = test(5, 7, 3);

static META: Meta = Meta {
    id: "th-part-tied",
    level: Level::Warning,
    title: text(
        "Titre d’une partie de tableau mal relié",
        "Title of a part of a table badly tied",
    ),
    why: text(
        "Un lecteur d’écran lit ce titre avec toute la colonne, ou jamais : on ne sait plus à quelle partie appartient une cellule.",
        "A screen reader reads this title along with the whole column, or never: nothing tells which part a cell belongs to.",
    ),
    fix: text(
        "Donner à cet en-tête un id unique, sans scope ni rôle, et le citer dans l’attribut headers des cellules qu’il coiffe ; ou faire deux tableaux.",
        "Give this header a unique id, no scope and no role, and list it in the headers attribute of the cells it heads; or make two tables.",
    ),
    proofs: &[Proof::refutes(&[PARTIAL]).inapplicable_without_targets()],
    interest: &[Interest::Elements(&["table"])],
    fail: &[
        "<table><tr><th>Rue<th>Date<tr><td>Gare<td>3 mai<tr><th colspan=2>Juin<tr><td>Pont<td>2 juin</table>",
    ],
    pass: &[
        "<table><tr><th>Rue<th>Date<tr><td>Gare<td>3 mai<tr><th colspan=2 id=juin>Juin<tr><td headers=juin>Pont<td headers=juin>2 juin</table>",
        "<table><tr><th>Rue<th>Date<tr><td>Gare<td>3 mai</table>",
    ],
    na: &["<table><tr><td>Gare<td>3 mai</table>"],
    ..Meta::NEW
};

const SCOPE: Text = text(
    "cet en-tête ne coiffe qu’une partie du tableau : pas de scope=\"{scope}\", mais un id que citent les cellules",
    "this header heads only a part of the table: no scope=\"{scope}\", but an id that the cells list",
);
const ROLE: Text = text(
    "cet en-tête ne coiffe qu’une partie du tableau : pas de role=\"{role}\", mais un id que citent les cellules",
    "this header heads only a part of the table: no role=\"{role}\", but an id that the cells list",
);
const NO_ID: Text = text(
    "cet en-tête ne coiffe qu’une partie du tableau : il lui faut un id, que citent les cellules concernées",
    "this header heads only a part of the table: it needs an id that the cells concerned list",
);
const SAME_ID: Text = text(
    "cet en-tête ne coiffe qu’une partie du tableau, et son id « {id} » est aussi celui d’un autre élément",
    "this header heads only a part of the table, and its id \"{id}\" is also that of another element",
);
const ALSO: Text = text("cet en-tête aussi", "this header too");

impl Check for ThPartTied {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, table: Element<'p>, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        if !may_be_data(table, cx) {
            return;
        }
        let grid = semantics.table(table);
        if !grid.cells().any(|c| c.is("th")) {
            return;
        }
        cx.leave_open(&[PARTIAL]);
        let Some(slots) = grid.slots() else { return };
        for title in part_titles(slots) {
            let th = title.element;
            if th.attr_is("scope", "colgroup") || th.attr_is("scope", "rowgroup") {
                continue;
            }
            if let Some(scope) = th.attribute("scope") {
                let value = scope.value().trim();
                if let Some(draft) = cx.fail_together((th, scope.span()), &SCOPE, value, &ALSO) {
                    draft.arg("scope", value);
                }
            } else if has_header_role(th, semantics) {
                let role = th.attr("role").unwrap_or_default();
                if let Some(draft) = cx.fail_together(th, &ROLE, role, &ALSO) {
                    draft.arg("role", role);
                }
            } else {
                match th.attr("id").filter(|id| !id.is_empty()) {
                    None => {
                        cx.fail_together(th, &NO_ID, "", &ALSO);
                    }
                    Some(id) if cx.doc().all_by_id(id).nth(1).is_some() => {
                        cx.fail(th, &SAME_ID).arg("id", id);
                    }
                    Some(_) => {}
                }
            }
        }
    }
}
