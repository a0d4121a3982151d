//! A selected tab that no panel answers to (WAI-ARIA 1.2, role `tab`).
//!
//! A panel answers when the tab names it by `aria-controls`, or when its `aria-labelledby` names the tab. On a page with no panel at all and
//! no script to make one, the tab opens nothing: an error. With panels that nothing ties, a warning: people cannot go from the one to the
//! other. Evidence for RGAA 7.1.1.

use crate::check::{Category, Check, Context, Interest, Level, Meta, Proof};
use crate::dom::{Attr, Element, NodeId};
use crate::rgaa::test;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &TabPanelMissing;

struct TabPanelMissing;

static META: Meta = Meta {
    id: "tab-panel-missing",
    category: Category::Conformance,
    title: text("Onglet sans panneau", "Tab without a panel"),
    why: text(
        "Le lecteur d’écran annonce un onglet, mais rien ne mène à ce que cet onglet montre.",
        "The screen reader announces a tab, but nothing leads to what this tab shows.",
    ),
    fix: text(
        "Donner le rôle tabpanel au contenu de l’onglet, et l’y relier par aria-controls et aria-labelledby.",
        "Give the role tabpanel to the content of the tab, and tie them by aria-controls and aria-labelledby.",
    ),
    proofs: &[Proof::hints(&[test(7, 1, 1)])],
    interest: &[Interest::Attributes(&["role"]), Interest::Page],
    fail: &[
        "<div role=tablist><button role=tab aria-selected=true>Lundi</button></div>",
        "<div role=tablist><button role=tab aria-selected=true>Lundi</button></div><div role=tabpanel>9 h</div>",
    ],
    pass: &[
        "<div role=tablist><button role=tab aria-selected=true aria-controls=p>Lundi</button></div><div id=p role=tabpanel>9 h</div>",
    ],
    na: &["<div role=tablist><button role=tab aria-selected=false>Lundi</button></div>"],
    ..Meta::NEW
};

const NONE: Text = text(
    "cet onglet est sélectionné, mais aucun élément de la page n’a le rôle tabpanel",
    "this tab is selected, but no element of the page has the role tabpanel",
);
const UNTIED: Text = text(
    "cet onglet est sélectionné, mais rien ne le relie à un panneau (aria-controls, ou aria-labelledby du panneau)",
    "this tab is selected, but nothing ties it to a panel (aria-controls, or the panel's aria-labelledby)",
);
const ALSO: Text = text("cet onglet aussi", "this tab too");

/// Selected tabs.
#[derive(Default)]
struct Tabs(Vec<NodeId>);

impl Check for TabPanelMissing {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, element: Element<'p>, role: Attr<'p>, cx: &mut Context<'p>) {
        if role.value().trim_ascii().eq_ignore_ascii_case("tab")
            && element.attr_is("aria-selected", "true")
        {
            cx.memory::<Tabs>().0.push(element.id());
        }
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        let tabs = std::mem::take(&mut cx.memory::<Tabs>().0);
        if tabs.is_empty() {
            return;
        }
        let (doc, semantics) = (cx.doc(), cx.semantics());
        let is_panel = |e: &Element<'p>| semantics.explicit_role(*e) == Some("tabpanel");
        let panels = || doc.elements().filter(is_panel);
        let none = panels().next().is_none();
        let certain = none && !semantics.has_active_script();
        let named: std::collections::HashSet<&str> = panels()
            .flat_map(|panel| panel.tokens("aria-labelledby"))
            .collect();
        for tab in tabs.into_iter().filter_map(|id| doc.element(id)) {
            let controls = tab
                .tokens("aria-controls")
                .filter_map(|id| doc.by_id(id))
                .any(|e| is_panel(&e));
            if controls || tab.attr("id").is_some_and(|id| named.contains(id)) {
                cx.pass();
                continue;
            }
            let (message, level) = match (none, certain) {
                (true, true) => (&NONE, Level::Error),
                (true, false) => (&NONE, Level::Warning),
                _ => (&UNTIED, Level::Warning),
            };
            if let Some(draft) = cx.fail_together(tab, message, "", &ALSO) {
                draft.level(level);
            }
        }
    }
}
