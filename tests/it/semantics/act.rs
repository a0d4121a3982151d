//! The W3C's ACT test cases on names, roles and hidden content, as far as a page alone decides them.

use std::path::Path;

use vigie::dom::{self, Document, Element};
use vigie::semantics::{NameSource, Semantics};
use vigie::source::Source;

use crate::support::shared;

/// What a rule says of an element: not its business, fine, or at fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Answer {
    Inapplicable,
    Passed,
    Failed,
}

fn answer(applies: bool, good: impl FnOnce() -> bool) -> Answer {
    match applies {
        false => Answer::Inapplicable,
        true if good() => Answer::Passed,
        true => Answer::Failed,
    }
}

fn named<'a>(sem: &Semantics<'a>, e: Element<'a>) -> bool {
    let name = sem.name(e);
    !name.is_empty() && name.source != NameSource::Default
}

/// Judges one element by a rule; `None` for rules that are not in this test.
fn judge<'a>(rule: &str, sem: &Semantics<'a>, e: Element<'a>) -> Option<Answer> {
    let role = sem.role(e);
    let exposed = sem.is_exposed(e);
    let is = |wanted: &[&str]| exposed && role.is_some_and(|role| wanted.contains(&role));
    Some(match rule {
        // Button has non-empty accessible name.
        "97a4e1" => answer(is(&["button"]) && !e.attr_is("type", "image"), || {
            sem.name(e).source == NameSource::Default || named(sem, e)
        }),
        // Link.
        "c487ae" => answer(is(&["link"]), || named(sem, e)),
        // Image: named or marked as decorative.
        "23a2a8" => answer(
            sem.is_rendered(e)
                && sem.is_exposed(e)
                && (e.is("img") || e.is_html() && role == Some("img")),
            || sem.is_presentational(e) || named(sem, e),
        ),
        // Image button.
        "59796f" => answer(
            exposed && e.is("input") && e.attr_is("type", "image"),
            || named(sem, e),
        ),
        // Form field.
        "e086e5" => answer(
            is(&[
                "checkbox",
                "combobox",
                "listbox",
                "menuitemcheckbox",
                "menuitemradio",
                "radio",
                "searchbox",
                "slider",
                "spinbutton",
                "switch",
                "textbox",
            ]),
            || named(sem, e),
        ),
        // Heading.
        "ffd0e9" => answer(is(&["heading"]), || named(sem, e)),
        // Menuitem.
        "m6b1q3" => answer(is(&["menuitem"]), || named(sem, e)),
        // Summary.
        "2t702h" => answer(
            exposed && e.is("summary") && sem.is_interactive(e) && role.is_none(),
            || named(sem, e),
        ),
        // Svg with an explicit role.
        "7d6734" => answer(
            exposed
                && !e.is_html()
                && matches!(
                    sem.explicit_role(e),
                    Some("img" | "graphics-document" | "graphics-symbol")
                ),
            || named(sem, e),
        ),
        // Iframe.
        "cae760" => answer(
            exposed && e.is("iframe") && !e.attr("tabindex").is_some_and(|t| t.starts_with('-')),
            || named(sem, e),
        ),
        // Aria-hidden content is not reached by Tab.
        "6cfa84" => answer(e.attr("aria-hidden") == Some("true"), || {
            !std::iter::once(e)
                .chain(e.descendants())
                .any(|d| sem.is_tabbable(d))
        }),
        // Decorative elements are not exposed.
        "46ca7f" => answer(
            sem.is_rendered(e)
                && (matches!(sem.explicit_role(e), Some("none" | "presentation"))
                    || e.is("img") && e.attr("alt") == Some("")),
            || !exposed || sem.is_presentational(e),
        ),
        _ => return None,
    })
}

/// The rule on the whole page: what its worst element says.
fn judge_page(rule: &str, doc: &Document) -> Option<Answer> {
    let sem = Semantics::new(doc);
    let mut worst = Answer::Inapplicable;
    for e in doc.elements() {
        worst = match judge(rule, &sem, e)? {
            Answer::Failed => Answer::Failed,
            Answer::Passed if worst != Answer::Failed => Answer::Passed,
            _ => worst,
        };
    }
    Some(worst)
}

fn cases(act: &Path) -> Vec<[String; 4]> {
    let table = std::fs::read_to_string(act.join("cases.tsv")).expect("the table of cases");
    table
        .lines()
        .skip(1)
        .map(|line| {
            let mut fields = line.split('\t').map(str::to_owned);
            let mut field = || fields.next().expect("five fields or more");
            let (rule, _, file, expected, needs) = (field(), field(), field(), field(), field());
            [rule, file, expected, needs]
        })
        .collect()
}

#[test]
fn names_and_roles_agree_with_act() {
    let Some(shared) = shared() else { return };
    let act = shared.join("suites/act");
    let mut judged = 0;
    let mut wrong = Vec::new();
    for [rule, file, expected, needs] in cases(&act) {
        let page = std::fs::read(act.join(&file)).expect("the page of the case");
        let doc = dom::parse(Source::decode(&*file, page));
        let Some(got) = judge_page(&rule, &doc) else {
            continue;
        };
        judged += 1;
        if format!("{got:?}").to_lowercase() != expected {
            wrong.push(format!(
                "{file}: wanted {expected} (needs {needs}), got {got:?}"
            ));
        }
    }
    println!("{judged} cases");
    assert!(judged > 50, "{judged}");
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
