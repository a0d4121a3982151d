//! RGAA 5.7.2 and 5.7.3, by their letter: `scope="colgroup"` or `scope="rowgroup"`.
//!
//! 5.7.2 wants `row` or `col` of a header of a whole row or column, 5.7.3 wants no `scope` at all on any other header: a group scope breaks
//! one of the two, and which one depends on what the cell heads; the title of a part breaks 5.7.3. HTML allows it and it may be the right description, so auditors differ:
//! an id of its own, at the level of a note.

use std::collections::HashSet;

use super::kinds::{may_be_data, part_titles};
use crate::check::{Check, Context, Interest, Level, Meta, Proof};
use crate::dom::{Element, NodeId};
use crate::rgaa::{TestId, test};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &ThScopeGroup;

struct ThScopeGroup;

const EITHER: &[TestId] = &[test(5, 7, 2), test(5, 7, 3)];
const PARTIAL: &[TestId] = &[test(5, 7, 3)];

static META: Meta = Meta {
    id: "th-scope-group",
    level: Level::Note,
    title: text(
        "scope de groupe, que le RGAA n’admet pas",
        "Group scope, which the RGAA does not admit",
    ),
    why: text(
        "Les lecteurs d’écran suivent mal les en-têtes de groupe ; le RGAA demande de relier chaque cellule à ses en-têtes par id et headers.",
        "Screen readers follow group headers poorly; the RGAA asks to tie each cell to its headers by id and headers.",
    ),
    fix: text(
        "Donner un id à cet en-tête et le citer dans l’attribut headers des cellules, ou simplifier le tableau.",
        "Give this header an id and list it in the headers attribute of the cells, or simplify the table.",
    ),
    proofs: &[Proof::refutes(EITHER)],
    interest: &[Interest::Elements(&["table"])],
    fail: &["<table><tr><th colspan=2 scope=colgroup>Budget<tr><td>1<td>2</table>"],
    pass: &["<table><tr><th scope=col>Budget<tr><td>1</table>"],
    na: &["<table><tr><th>Budget<tr><td>1</table>"],
    ..Meta::NEW
};

const GROUP: Text = text(
    "scope=\"{scope}\" : le RGAA n’admet que row et col, ou un en-tête relié par id et headers",
    "scope=\"{scope}\": the RGAA only admits row and col, or a header tied by id and headers",
);

const ALSO: Text = text("ici aussi", "here too");

impl Check for ThScopeGroup {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, table: Element<'p>, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        let grid = semantics.table(table);
        let scoped = |c: &Element<'p>| c.is("th") && c.has_attr("scope");
        let mut headers = grid.cells().filter(scoped).peekable();
        if headers.peek().is_none() || !may_be_data(table, cx) {
            return;
        }
        let titles: HashSet<NodeId> = match grid.slots() {
            Some(slots) if grid.spans => part_titles(slots).map(|c| c.element.id()).collect(),
            _ => HashSet::new(),
        };
        for th in headers {
            let Some(scope) = th.attribute("scope") else {
                continue;
            };
            if !th.attr_is("scope", "colgroup") && !th.attr_is("scope", "rowgroup") {
                cx.pass();
                continue;
            }
            let partial = titles.contains(&th.id());
            let (what, tests) = if partial {
                ("part", PARTIAL)
            } else {
                ("", EITHER)
            };
            if let Some(draft) = cx.fail_together((th, scope.span()), &GROUP, what, &ALSO) {
                draft.arg("scope", scope.value().trim()).tests(tests);
            }
        }
    }
}
