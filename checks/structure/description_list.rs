//! `dl`, `dt` and `dd` (HTML Standard 4.4.9 to 4.4.11), for `list-misnested`.

use super::list_misnested::{DESCRIPTION, in_wrapper, is_open, tell_around};
use super::runs::{Child, runs};
use crate::check::Context;
use crate::checks::conformance::validity::tests_broken;
use crate::dom::{Element, NodeRef};
use crate::rgaa::TestId;
use crate::text::{Text, text};

const ELEMENT: Text = text(
    "<{tag}> est placé directement dans <{list}>, où seuls vont des <dt> suivis de <dd>, groupés ou non dans des <div>",
    "<{tag}> is straight inside <{list}>, where only <dt> followed by <dd> belong, grouped in <div> or not",
);
const IN_GROUP: Text = text(
    "<{tag}> est placé dans un <{list}> qui groupe des termes et des descriptions : seuls des <dt> suivis de <dd> y vont",
    "<{tag}> is in a <{list}> that groups terms and descriptions: only <dt> followed by <dd> belong there",
);
const TEXT: Text = text(
    "ce texte est placé directement dans <{list}>, hors de tout <dt> ou <dd>",
    "this text is straight inside <{list}>, outside any <dt> or <dd>",
);
const NO_TERM: Text = text(
    "cette description <dd> n’est précédée d’aucun terme <dt>",
    "no <dt> term comes before this <dd> description",
);
const NO_DESCRIPTION: Text = text(
    "ce terme <dt> n’est suivi d’aucune description <dd>",
    "no <dd> description comes after this <dt> term",
);
const TERMS_ONLY: Text = text(
    "cette liste <dl> n’a que des termes <dt>, sans aucune description <dd> : une liste simple se fait avec <ul> et <li>",
    "this <dl> list has only <dt> terms, without any <dd> description: a plain list is made with <ul> and <li>",
);
const DESCRIPTIONS_ONLY: Text = text(
    "cette liste <dl> n’a que des descriptions <dd>, sans aucun terme <dt> : une liste simple se fait avec <ul> et <li>",
    "this <dl> list has only <dd> descriptions, without any <dt> term: a plain list is made with <ul> and <li>",
);
const MIXED: Text = text(
    "<{tag}> est placé directement dans <dl> alors que d’autres groupes y sont dans des <div> : il faut l’un ou l’autre",
    "<{tag}> is straight inside <dl> while other groups are in <div> there: it must be one or the other",
);
const TWO_GROUPS: Text = text(
    "ce terme <dt> commence un second groupe dans le même <div> : il faut un <div> par groupe",
    "this <dt> term begins a second group in the same <div>: there must be one <div> a group",
);
const NO_GROUP: Text = text(
    "ce <div> de <dl> ne contient ni terme <dt> ni description <dd>",
    "this <div> of <dl> holds neither <dt> term nor <dd> description",
);
const LONE: Text = text(
    "<{tag}> est dans <{parent}>, hors de toute liste de description <dl>",
    "<{tag}> is in <{parent}>, outside any <dl> description list",
);
const ALSO: Text = text("ici aussi", "here too");
const GROUP: Text = text("un groupe dans un <div>", "a group in a <div>");

/// Judges a `dl`.
pub fn judge<'p>(list: Element<'p>, cx: &mut Context<'p>) {
    let groups = || list.child_elements().filter(|e| e.is("div"));
    let mut sound = misplaced(list, list, cx);
    let mut disordered = Vec::new();
    if let Some(group) = groups().next() {
        if let Some(lone) = list.child_elements().find(|e| e.is_any(&["dt", "dd"])) {
            sound = false;
            let tests = tests_broken(cx);
            cx.fail(lone, &MIXED)
                .arg("tag", lone.name())
                .tests(tests)
                .related(group.place(), &GROUP);
        }
        for group in groups() {
            sound &= misplaced(group, list, cx);
            disordered.extend(out_of_order(group));
            sound &= is_filled(group, cx);
            sound &= is_one_group(group, cx);
        }
    } else {
        disordered.extend(out_of_order(list));
    }
    if !disordered.is_empty() {
        report_order(list, &disordered, cx);
    } else if sound && list.child_elements().next().is_some() {
        cx.pass();
    }
}

/// Reports what stands straight in a `dl`, or in one of its groups, and should not; `true` if nothing does.
fn misplaced<'p>(holder: Element<'p>, list: Element<'p>, cx: &mut Context<'p>) -> bool {
    let is_list = holder == list;
    let runs = runs(holder, |e| {
        e.is_any(&["dt", "dd", "script", "template"]) || (is_list && e.is("div"))
    });
    for run in &runs {
        let first = run.kinds[0];
        let (target, message) = match first {
            Child::Element(e) if is_list => ((e, e.place()), &ELEMENT),
            Child::Element(e) => ((e, e.place()), &IN_GROUP),
            Child::Text(_) => ((holder, first.place()), &TEXT),
        };
        let mut tests = tests_broken(cx).to_vec();
        let has_text = !matches!(first, Child::Element(e) if e.text_is_blank());
        if has_text && cx.semantics().is_exposed(list) {
            tests.push(DESCRIPTION);
        }
        let mut finding = cx
            .fail(target, message)
            .arg("list", holder.name())
            .tests(&tests);
        if let Some(tag) = first.tag() {
            finding = finding.arg("tag", tag);
        }
        tell_around(finding, list, run);
    }
    runs.is_empty()
}

/// The description that a group begins with, and the term it ends with.
fn out_of_order(holder: Element<'_>) -> impl Iterator<Item = Element<'_>> {
    let mut parts = holder.child_elements().filter(|e| e.is_any(&["dt", "dd"]));
    let first = parts.next();
    let last = parts.last().or(first);
    [first.filter(|e| e.is("dd")), last.filter(|e| e.is("dt"))]
        .into_iter()
        .flatten()
}

/// A `div` holds a group: an empty one, or with scripts only, is no part of the list. Neither is it a wrong nesting.
fn is_filled<'p>(group: Element<'p>, cx: &mut Context<'p>) -> bool {
    let counts = |child: NodeRef<'_>| match child {
        NodeRef::Element(e) => !e.is_any(&["script", "template"]),
        NodeRef::Text(t) => !t.is_blank(),
        _ => false,
    };
    if group.children().any(counts) {
        return true;
    }
    let which = group.parent().map_or(0, |list| list.id()).to_string();
    if let Some(finding) = cx.fail_together(group, &NO_GROUP, &which, &ALSO) {
        finding.tests(&[]);
    }
    false
}

/// A `div` holds one group: terms, then descriptions, and no term after that.
fn is_one_group<'p>(group: Element<'p>, cx: &mut Context<'p>) -> bool {
    let mut described = false;
    let second = group.child_elements().find(|e| {
        described |= e.is("dd");
        described && e.is("dt")
    });
    let Some(second) = second.filter(|_| !group.child_elements().any(|e| e.is("div"))) else {
        return true;
    };
    let tests = tests_broken(cx);
    let which = group.parent().map_or(0, |list| list.id()).to_string();
    if let Some(finding) = cx.fail_together(second, &TWO_GROUPS, &which, &ALSO) {
        finding.tests(tests).related(group.place(), &GROUP);
    }
    false
}

/// A missing part is no wrong nesting: it breaks nothing of 8.2.1.
fn report_order<'p>(list: Element<'p>, parts: &[Element<'p>], cx: &mut Context<'p>) {
    let lacks = |kind: &str| !list.descendants().any(|e| e.is(kind));
    let one_kind = match (lacks("dt"), lacks("dd")) {
        (false, true) => Some(&TERMS_ONLY),
        (true, false) => Some(&DESCRIPTIONS_ONLY),
        _ => None,
    };
    if let Some(message) = one_kind {
        let tests: &[TestId] = match cx.semantics().is_exposed(list) {
            true => &[DESCRIPTION],
            false => &[],
        };
        cx.fail(list, message).tests(tests);
        return;
    }
    let which = list.id().to_string();
    for &part in parts {
        let message = match part.is("dd") {
            true => &NO_TERM,
            false => &NO_DESCRIPTION,
        };
        if let Some(finding) = cx.fail_together(part, message, &which, &ALSO) {
            finding.tests(&[]);
        }
    }
}

/// Judges a `dt` or `dd`: in a `dl`, in a group or a wrapper of one, or lone.
pub fn judge_part<'p>(part: Element<'p>, cx: &mut Context<'p>) {
    let Some(parent) = part.parent() else { return };
    let in_list =
        parent.is("dl") || (parent.is("div") && parent.parent().is_some_and(|e| e.is("dl")));
    let follows = part.prev_element().is_some_and(|e| e.is_any(&["dt", "dd"]));
    if in_list || is_open(parent) || follows || in_wrapper(part) {
        return;
    }
    let mut tests = tests_broken(cx).to_vec();
    if cx.semantics().is_exposed(part) {
        tests.push(DESCRIPTION);
    }
    cx.fail(part, &LONE)
        .arg("tag", part.name())
        .arg("parent", parent.name())
        .tests(&tests);
}
