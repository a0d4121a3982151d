//! Lists that hold something else than list items, and list items outside lists.
//!
//! HTML Standard 4.4.5 to 4.4.11: `ul`, `ol` and `menu` hold `li`, `script` and `template` elements only; `li` stands nowhere else; `dl` holds
//! groups of `dt` then `dd`, each in a `div` or not. Roles change nothing of that. As the tree has it, which is as written but for what the
//! parser makes up, which is left out (a stray `</p>` makes an empty paragraph).
//!
//! Refutes RGAA 8.2.1 («l’imbrication des balises est conforme»). Refutes 9.3.x only where a list shown as one lacks its structure:
//! three children or more of one kind in a list without any `li`, several `li` in a row outside any list, `dt` or `dd` outside
//! `dl`. One finding for a run of misplaced things, at the first, with the first of each other kind; `li` in a wrapper
//! inside a list are said at the wrapper.

use super::description_list;
use super::runs::{Child, Run, runs};
use crate::check::{Category, Check, Context, Draft, Interest, Level, Meta, Proof};
use crate::checks::conformance::validity::{VALIDITY, tests_broken};
use crate::dom::Element;
use crate::rgaa::{TestId, test};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &ListMisnested;

struct ListMisnested;

pub const UNORDERED: TestId = test(9, 3, 1);
pub const ORDERED: TestId = test(9, 3, 2);
pub const DESCRIPTION: TestId = test(9, 3, 3);

static META: Meta = Meta {
    id: "list-misnested",
    level: Level::Error,
    category: Category::Conformance,
    title: text("Liste mal formée", "Ill-formed list"),
    why: text(
        "Les lecteurs d’écran annoncent le nombre d’éléments d’une liste et passent de l’un à l’autre : ce qui n’est pas dans un \
         <li>, ou un <li> hors de sa liste, leur échappe ou fausse le compte.",
        "Screen readers tell how many items a list has and go from one to the next: what is not in an <li>, or an <li> outside its \
         list, escapes them or makes the count wrong.",
    ),
    fix: text(
        "Mettre chaque élément de la liste dans un <li>, et le reste avant ou après la liste.",
        "Put each item of the list in an <li>, and everything else before or after the list.",
    ),
    proofs: &[
        Proof::refutes(&[VALIDITY]),
        Proof::refutes(&[UNORDERED]),
        Proof::refutes(&[ORDERED]),
        Proof::refutes(&[DESCRIPTION]),
    ],
    interest: &[Interest::Elements(&[
        "ul", "ol", "menu", "dl", "li", "dt", "dd",
    ])],
    fail: &[
        "<ul><p>Pièces à fournir :</p><li>Passeport</li></ul>",
        "<ul>Pièces à fournir<li>Passeport</li></ul>",
        "<ul><li>Passeport</li><ul><li>Photo</li></ul></ul>",
        "<div><li>Passeport</li><li>Photo</li></div>",
        "<dl><dt>Lieu</dt><p>Mairie</p></dl>",
        "<dl><dd>Mairie</dd></dl>",
    ],
    pass: &[
        "<ul><li>Passeport<li>Photo</ul>",
        "<ul><!-- pièces --><li>Passeport</li><template></template><script></script></ul>",
        "<dl><div><dt>Lieu</dt><dd>Mairie</dd></div></dl>",
    ],
    na: &["<p>Sans liste</p>"],
    ..Meta::NEW
};

const ELEMENT: Text = text(
    "<{tag}> est placé directement dans <{list}>, qui ne doit contenir que des <li>",
    "<{tag}> is straight inside <{list}>, which may only hold <li>",
);
const TEXT: Text = text(
    "ce texte est placé directement dans <{list}>, hors de tout <li>",
    "this text is straight inside <{list}>, outside any <li>",
);
const SUBLIST: Text = text(
    "cette liste <{tag}> est placée directement dans <{list}> : une sous-liste se met dans un <li>",
    "this <{tag}> list is straight inside <{list}>: a sublist belongs in an <li>",
);
const WRAPPER: Text = text(
    "<{tag}> s’intercale entre <{list}> et ses <li>",
    "<{tag}> stands between <{list}> and its <li>",
);
const MANY: Text = text(
    "<{tag}> et ce qui le suit ({count} contenus en tout) sont placés directement dans <{list}>, qui ne doit contenir que des <li>",
    "<{tag}> and what follows it ({count} contents in all) are straight inside <{list}>, which may only hold <li>",
);
const MANY_TEXT: Text = text(
    "ce texte et ce qui le suit ({count} contenus en tout) sont placés directement dans <{list}>, hors de tout <li>",
    "this text and what follows it ({count} contents in all) are straight inside <{list}>, outside any <li>",
);
const LIST: Text = text("la liste commence ici", "the list begins here");
const HERE_TAG: Text = text("puis <{tag}>", "then <{tag}>");
const HERE_TEXT: Text = text("puis du texte", "then text");
const LONE: Text = text(
    "ce <li> est dans <{parent}>, hors de toute liste",
    "this <li> is in <{parent}>, outside any list",
);
const LONE_MANY: Text = text(
    "ces {count} <li> sont dans <{parent}>, hors de toute liste",
    "these {count} <li> are in <{parent}>, outside any list",
);

impl Check for ListMisnested {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, element: Element<'p>, cx: &mut Context<'p>) {
        match element.name() {
            _ if !element.is_html() => {}
            "dl" => description_list::judge(element, cx),
            "dt" | "dd" => description_list::judge_part(element, cx),
            "li" => item(element, cx),
            _ => list(element, cx),
        }
    }
}

fn fits(child: Element<'_>) -> bool {
    child.is_any(&["li", "script", "template"])
}

fn list<'p>(list: Element<'p>, cx: &mut Context<'p>) {
    let runs = runs(list, fits);
    if runs.is_empty() {
        // An empty list has nothing to be in its place.
        if list.child_elements().next().is_some() {
            cx.pass();
        }
        return;
    }
    let mut tests = tests_broken(cx).to_vec();
    if shows_as_list(list, &runs, cx) {
        tests.push(if list.is("ol") { ORDERED } else { UNORDERED });
    }
    for run in runs {
        report(list, &run, &tests, cx);
    }
}

/// Whether the list has a series of items that are no `li`: three children or more, all of one kind.
fn shows_as_list<'p>(list: Element<'p>, runs: &[Run<'p>], cx: &Context<'p>) -> bool {
    let [run] = runs else { return false };
    let one_kind = matches!(run.kinds[..], [Child::Element(e)] if !e.is_any(&["ul", "ol", "br"]));
    one_kind
        && run.count >= 3
        && !list.child_elements().any(|e| e.is("li"))
        && cx.semantics().is_exposed(list)
        && cx.semantics().role(list) == Some("list")
}

fn report<'p>(list: Element<'p>, run: &Run<'p>, tests: &[TestId], cx: &mut Context<'p>) {
    let first = run.kinds[0];
    let message = match first {
        Child::Element(_) if run.count > 1 => &MANY,
        Child::Text(_) if run.count > 1 => &MANY_TEXT,
        Child::Text(_) => &TEXT,
        Child::Element(e) if e.is_any(&["ul", "ol", "menu"]) => &SUBLIST,
        Child::Element(e) if e.child_elements().any(|c| c.is("li")) => &WRAPPER,
        Child::Element(_) => &ELEMENT,
    };
    let target = match first {
        Child::Element(e) => (e, e.place()),
        Child::Text(_) => (list, first.place()),
    };
    let mut finding = cx
        .fail(target, message)
        .arg("list", list.name())
        .tests(tests);
    if let Some(tag) = first.tag() {
        finding = finding.arg("tag", tag);
    }
    if run.count > 1 {
        finding = finding.arg("count", run.count);
    }
    tell_around(finding, list, run);
}

/// Shows where the list begins, and the kinds of misplaced children after the first.
pub fn tell_around<'p>(mut finding: Draft<'_, 'p>, list: Element<'p>, run: &Run<'p>) {
    finding = finding.related(list.place(), &LIST);
    for kind in &run.kinds[1..] {
        finding = match kind.tag() {
            Some(tag) => finding
                .related(kind.place(), &HERE_TAG)
                .related_arg("tag", tag),
            None => finding.related(kind.place(), &HERE_TEXT),
        };
    }
}

/// A `li`: in a list, in a wrapper that is reported for itself, or lone.
fn item<'p>(item: Element<'p>, cx: &mut Context<'p>) {
    let Some(parent) = item.parent() else { return };
    if parent.is_any(&["ul", "ol", "menu", "dir"]) || is_open(parent) {
        return;
    }
    let follows = |e: Element<'p>| {
        std::iter::successors(e.next_element(), |e| e.next_element()).take_while(|e| e.is("li"))
    };
    if item.prev_element().is_some_and(|e| e.is("li")) || in_wrapper(item) {
        return;
    }
    let count = 1 + follows(item).count();
    let semantics = cx.semantics();
    let mut tests = tests_broken(cx).to_vec();
    let shows = count > 1
        && semantics.is_exposed(item)
        && semantics
            .explicit_role(item)
            .is_none_or(|r| r == "listitem")
        && !matches!(semantics.role(parent), Some("list" | "group"));
    if shows {
        tests.push(UNORDERED);
    }
    let message = if count > 1 { &LONE_MANY } else { &LONE };
    let mut finding = cx
        .fail(item, message)
        .arg("parent", parent.name())
        .tests(&tests);
    if count > 1 {
        finding = finding.arg("count", count);
    }
    finding.related(parent.place(), &PARENT);
}

const PARENT: Text = text("ce qui les contient", "what holds them");

/// Whether nobody can tell from the page what the element puts around its children: a custom element with a tree of its own.
pub fn is_open(parent: Element<'_>) -> bool {
    parent.name().contains('-') || parent.is("slot")
}

/// Whether a list is around, with something between it and the item that is reported there.
pub fn in_wrapper(item: Element<'_>) -> bool {
    item.ancestors()
        .take(MAX_WRAPPERS)
        .take_while(|e| !e.is_any(&["li", "dd", "dt", "body", "td", "th"]))
        .any(|e| e.is_any(&["ul", "ol", "menu", "dir", "dl"]))
}

const MAX_WRAPPERS: usize = 8;
