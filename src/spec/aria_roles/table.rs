//! WAI-ARIA 1.2, 5.4 «Definition of Roles», one row a role; rows marked `Draft` are those that WAI-ARIA 1.3 adds.
//!
//! Where versions differ, the row has the milder one, since checks must not ask for what the next version drops or punish what the
//! last one allowed: `combobox` and `scrollbar` do not require `aria-controls`, nor `option` and `treeitem` `aria-selected` (1.3);
//! `tablist` and `grid` keep `aria-level`, `combobox` `aria-orientation`, the checkable menu items `aria-readonly` and `aria-required` (1.1). `listbox` has no
//! `aria-expanded`, which WAI-ARIA 1.3 takes away: nothing expands it.

use super::Kind::{Abstract, Landmark, LiveRegion, Structure, Widget, Window};
use super::Role;
use super::Status::{Deprecated, Draft};

const fn role(name: &'static str, kind: super::Kind, parents: &'static [&'static str]) -> Role {
    Role::new(name, kind, parents)
}

const ITEMS: &[&str] = &["menuitem", "menuitemcheckbox", "menuitemradio", "group"];
const MENUS: &[&str] = &["group", "menu", "menubar"];
const TABLES: &[&str] = &["grid", "table", "treegrid"];
const ROWS: &[&str] = &["row", "rowgroup"];
const FIELD: &[&str] = &[
    "aria-errormessage",
    "aria-invalid",
    "aria-readonly",
    "aria-required",
];
const CHECKABLE: &[&str] = &[
    "aria-checked",
    "aria-errormessage",
    "aria-expanded",
    "aria-invalid",
    "aria-readonly",
    "aria-required",
];
const HEADER: &[&str] = &["aria-sort"];

#[rustfmt::skip]
pub(super) static ARIA: &[Role] = &[
    role("alert", LiveRegion, &["section"]),
    role("alertdialog", Window, &["alert", "dialog"]).named(),
    role("application", Structure, &["structure"]).named()
        .attributes(&["aria-activedescendant", "aria-disabled", "aria-errormessage", "aria-expanded", "aria-haspopup", "aria-invalid"]),
    role("article", Structure, &["document"]).attributes(&["aria-posinset", "aria-setsize"]),
    role("banner", Landmark, &["landmark"]),
    role("blockquote", Structure, &["section"]),
    role("button", Widget, &["command"]).named_by_contents().named().leaf()
        .attributes(&["aria-disabled", "aria-expanded", "aria-haspopup", "aria-pressed"]),
    role("caption", Structure, &["section"]).unnamed().inside(&["figure", "grid", "group", "radiogroup", "table", "treegrid"]),
    role("cell", Structure, &["section"]).named_by_contents().inside(&["row"])
        .attributes(&["aria-colindex", "aria-colindextext", "aria-colspan", "aria-rowindex", "aria-rowindextext", "aria-rowspan"]),
    role("checkbox", Widget, &["input"]).named_by_contents().named().leaf().attributes(CHECKABLE).requires(&["aria-checked"]),
    role("code", Structure, &["section"]).unnamed(),
    role("columnheader", Structure, &["cell", "gridcell", "sectionhead"]).named_by_contents().named().inside(&["row"]).attributes(HEADER),
    role("combobox", Widget, &["input"]).named().requires(&["aria-expanded"])
        .attributes(&["aria-activedescendant", "aria-autocomplete", "aria-errormessage", "aria-expanded", "aria-haspopup", "aria-invalid", "aria-orientation", "aria-readonly", "aria-required"]),
    role("command", Abstract, &["widget"]),
    role("comment", Structure, &["article"]).named_by_contents().attributes(&["aria-level"]).status(Draft),
    role("complementary", Landmark, &["landmark"]),
    role("composite", Abstract, &["widget"]).attributes(&["aria-activedescendant", "aria-disabled"]),
    role("contentinfo", Landmark, &["landmark"]),
    role("definition", Structure, &["section"]),
    role("deletion", Structure, &["section"]).unnamed(),
    role("dialog", Window, &["window"]).named(),
    role("directory", Structure, &["list"]).status(Deprecated),
    role("document", Structure, &["structure"]),
    role("emphasis", Structure, &["section"]).unnamed(),
    role("feed", Structure, &["list"]).owns(&["article"]),
    role("figure", Structure, &["section"]),
    role("form", Landmark, &["landmark"]),
    role("generic", Structure, &["structure"]).unnamed(),
    role("grid", Widget, &["composite", "table"]).named().owns(ROWS).attributes(&["aria-level", "aria-multiselectable", "aria-readonly"]),
    role("gridcell", Widget, &["cell", "widget"]).named_by_contents().inside(&["row"])
        .attributes(&["aria-disabled", "aria-errormessage", "aria-expanded", "aria-haspopup", "aria-invalid", "aria-readonly", "aria-required", "aria-selected"]),
    role("group", Structure, &["section"]).attributes(&["aria-activedescendant", "aria-disabled"]),
    role("heading", Structure, &["sectionhead"]).named_by_contents().named().attributes(&["aria-level"]).requires(&["aria-level"]),
    role("image", Structure, &["section"]).named().leaf().status(Draft),
    role("img", Structure, &["section"]).named().leaf(),
    role("input", Abstract, &["widget"]).attributes(&["aria-disabled"]),
    role("insertion", Structure, &["section"]).unnamed(),
    role("landmark", Abstract, &["section"]),
    role("link", Widget, &["command"]).named_by_contents().named().attributes(&["aria-disabled", "aria-expanded", "aria-haspopup"]),
    role("list", Structure, &["section"]).owns(&["listitem"]),
    role("listbox", Widget, &["select"]).named().owns(&["option", "group"])
        .attributes(&["aria-errormessage", "aria-invalid", "aria-multiselectable", "aria-readonly", "aria-required"]),
    role("listitem", Structure, &["section"]).inside(&["directory", "list"]).attributes(&["aria-level", "aria-posinset", "aria-setsize"]),
    role("log", LiveRegion, &["section"]),
    role("main", Landmark, &["landmark"]),
    role("mark", Structure, &["section"]).unnamed().status(Draft),
    role("marquee", LiveRegion, &["section"]).named(),
    role("math", Structure, &["section"]),
    role("menu", Widget, &["select"]).owns(ITEMS),
    role("menubar", Widget, &["menu"]).owns(ITEMS),
    role("menuitem", Widget, &["command"]).named_by_contents().named().inside(MENUS)
        .attributes(&["aria-disabled", "aria-expanded", "aria-haspopup", "aria-posinset", "aria-setsize"]),
    role("menuitemcheckbox", Widget, &["menuitem"]).named_by_contents().named().leaf().inside(MENUS)
        .attributes(&["aria-checked", "aria-readonly", "aria-required"]).requires(&["aria-checked"]),
    role("menuitemradio", Widget, &["menuitem"]).named_by_contents().named().leaf().inside(MENUS)
        .attributes(&["aria-checked", "aria-readonly", "aria-required"]).requires(&["aria-checked"]),
    role("meter", Structure, &["range"]).named().leaf().requires(&["aria-valuenow"]),
    role("navigation", Landmark, &["landmark"]),
    role("none", Structure, &["structure"]).unnamed(),
    role("note", Structure, &["section"]),
    role("option", Widget, &["input"]).named_by_contents().named().leaf().inside(&["group", "listbox"])
        .attributes(&["aria-checked", "aria-posinset", "aria-selected", "aria-setsize"]),
    role("paragraph", Structure, &["section"]).unnamed(),
    role("presentation", Structure, &["structure"]).unnamed(),
    role("progressbar", Widget, &["range", "widget"]).named().leaf(),
    role("radio", Widget, &["input"]).named_by_contents().named().leaf()
        .attributes(&["aria-checked", "aria-posinset", "aria-setsize"]).requires(&["aria-checked"]),
    role("radiogroup", Widget, &["select"]).named().owns(&["radio"]).attributes(FIELD),
    role("range", Abstract, &["structure"]).attributes(&["aria-valuemax", "aria-valuemin", "aria-valuenow", "aria-valuetext"]),
    role("region", Landmark, &["landmark"]).named(),
    role("roletype", Abstract, &[]),
    role("row", Structure, &["group", "widget"]).named_by_contents().inside(&["grid", "rowgroup", "table", "treegrid"])
        .owns(&["cell", "columnheader", "gridcell", "rowheader"])
        .attributes(&["aria-colindex", "aria-expanded", "aria-level", "aria-posinset", "aria-rowindex", "aria-rowindextext", "aria-selected", "aria-setsize"]),
    role("rowgroup", Structure, &["structure"]).inside(TABLES).owns(&["row"]),
    role("rowheader", Structure, &["cell", "gridcell", "sectionhead"]).named_by_contents().named().inside(&["row"]).attributes(HEADER),
    role("scrollbar", Widget, &["range", "widget"]).leaf().attributes(&["aria-disabled", "aria-orientation"]).requires(&["aria-valuenow"]),
    role("search", Landmark, &["landmark"]),
    role("searchbox", Widget, &["textbox"]).named(),
    role("section", Abstract, &["structure"]),
    role("sectionfooter", Structure, &["section"]).status(Draft),
    role("sectionhead", Abstract, &["structure"]).named_by_contents(),
    role("sectionheader", Structure, &["section"]).status(Draft),
    role("select", Abstract, &["composite", "group"]).attributes(&["aria-orientation"]),
    role("separator", Structure, &["structure"]).leaf()
        .attributes(&["aria-disabled", "aria-orientation", "aria-valuemax", "aria-valuemin", "aria-valuenow", "aria-valuetext"]),
    role("slider", Widget, &["input", "range"]).named().leaf().requires(&["aria-valuenow"])
        .attributes(&["aria-errormessage", "aria-haspopup", "aria-invalid", "aria-orientation", "aria-readonly"]),
    role("spinbutton", Widget, &["composite", "input", "range"]).named().attributes(FIELD),
    role("status", LiveRegion, &["section"]),
    role("strong", Structure, &["section"]).unnamed(),
    role("structure", Abstract, &["roletype"]),
    role("subscript", Structure, &["section"]).unnamed(),
    role("suggestion", Structure, &["section"]).unnamed().owns(&["deletion", "insertion"]).status(Draft),
    role("superscript", Structure, &["section"]).unnamed(),
    role("switch", Widget, &["checkbox"]).named_by_contents().named().leaf().requires(&["aria-checked"]),
    role("tab", Widget, &["sectionhead", "widget"]).named_by_contents().named().leaf().inside(&["tablist"])
        .attributes(&["aria-disabled", "aria-expanded", "aria-haspopup", "aria-posinset", "aria-selected", "aria-setsize"]),
    role("table", Structure, &["section"]).named().owns(ROWS).attributes(&["aria-colcount", "aria-rowcount"]),
    role("tablist", Widget, &["composite"]).owns(&["tab"]).attributes(&["aria-level", "aria-multiselectable", "aria-orientation"]),
    role("tabpanel", Widget, &["section"]).named(),
    role("term", Structure, &["section"]),
    role("textbox", Widget, &["input"]).named()
        .attributes(&["aria-activedescendant", "aria-autocomplete", "aria-errormessage", "aria-haspopup", "aria-invalid", "aria-multiline", "aria-placeholder", "aria-readonly", "aria-required"]),
    role("time", Structure, &["section"]),
    role("timer", LiveRegion, &["status"]),
    role("toolbar", Structure, &["group"]).attributes(&["aria-orientation"]),
    role("tooltip", Structure, &["section"]).named_by_contents().named(),
    role("tree", Widget, &["select"]).named().owns(&["treeitem", "group"])
        .attributes(&["aria-errormessage", "aria-invalid", "aria-multiselectable", "aria-required"]),
    role("treegrid", Widget, &["grid", "tree"]).named().owns(ROWS),
    role("treeitem", Widget, &["listitem", "option"]).named_by_contents().named().inside(&["group", "tree"])
        .attributes(&["aria-expanded", "aria-haspopup"]),
    role("widget", Abstract, &["roletype"]),
    role("window", Abstract, &["roletype"]).attributes(&["aria-modal"]),
];
