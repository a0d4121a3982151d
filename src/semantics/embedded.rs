//! Controls inside what names something else: their value is read, not their own name (AccName 1.2 step 2C).

use std::borrow::Cow;

use super::Semantics;
use crate::dom::{Element, NodeRef};

/// What to read of an embedded control.
pub(super) enum Value<'a> {
    Text(Cow<'a, str>),
    /// Its content is its value.
    Content,
}

/// What to read of a control whose value people can change; `None` for any other element.
pub(super) fn value<'a>(sem: &Semantics<'a>, e: Element<'a>) -> Option<Value<'a>> {
    let text = |value: Option<&'a str>| Value::Text(Cow::Borrowed(value.unwrap_or_default()));
    Some(match sem.role(e)? {
        "textbox" | "searchbox" if e.is("input") => text(e.attr("value")),
        "textbox" | "searchbox" if e.is("textarea") => {
            let written = e.children().find_map(NodeRef::as_text);
            text(written.map(|t| t.text()))
        }
        "textbox" | "searchbox" => Value::Content,
        "combobox" | "listbox" if e.is("select") => Value::Text(selected(sem, e)),
        "combobox" if e.is("input") => text(e.attr("value")),
        "combobox" | "listbox" => chosen(sem, e).map_or_else(|| Value::Content, Value::Text),
        "slider" | "spinbutton" | "scrollbar" => {
            let said = ["aria-valuetext", "aria-valuenow", "value"];
            text(said.iter().find_map(|name| e.attr(name)))
        }
        _ => return None,
    })
}

/// The options of a `select` that are chosen as the page loads (WHATWG HTML 4.10.7, selectedness setting algorithm).
fn selected<'a>(sem: &Semantics<'a>, select: Element<'a>) -> Cow<'a, str> {
    let options = || select.descendants().filter(|o| o.is("option"));
    let words = |option: Element<'a>| match option.attr("label") {
        Some(label) if !label.is_empty() => Cow::Borrowed(label),
        _ => sem.text(option),
    };
    let marked = || options().filter(|o| o.has_attr("selected"));
    if sem.role(select) == Some("listbox") {
        return join(marked().map(words));
    }
    let first = || options().find(|o| !sem.is_disabled(*o));
    let chosen = marked().last().or_else(first);
    chosen.map_or(Cow::Borrowed(""), words)
}

/// The options inside a custom list that say they are chosen; `None` when there is no list inside, only a value.
fn chosen<'a>(sem: &Semantics<'a>, list: Element<'a>) -> Option<Cow<'a, str>> {
    let options = || {
        list.descendants()
            .filter(|o| sem.role(*o) == Some("option"))
    };
    options().next()?;
    let chosen = options().filter(|o| o.attr_is("aria-selected", "true"));
    Some(join(chosen.map(|o| sem.text(o))))
}

fn join<'a>(mut texts: impl Iterator<Item = Cow<'a, str>>) -> Cow<'a, str> {
    let first = texts.next().unwrap_or_default();
    texts.fold(first, |mut all, text| {
        all.to_mut().push(' ');
        all.to_mut().push_str(&text);
        all
    })
}
