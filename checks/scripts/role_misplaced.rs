//! A role where its kind of content may not be (ARIA in HTML, section 4.3 «Allowed descendants of ARIA roles»): an alert inside a heading,
//! a button role inside a link; and a `group` where WAI-ARIA 1.2 (5.2.6 «Required Owned Elements») has no place for it, or holding what the
//! menu around has no place for.
//!
//! Errors of conformance that no RGAA test names. What has a `tabindex` or is interactive by its tag inside a link or a button is
//! `interactive-nested`'s.

use crate::check::{Category, Check, Context, Interest, Meta, Proof};
use crate::checks::conformance::validity::VALIDITY;
use crate::dom::{Attr, Element};
use crate::spec::{elements, role_content};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &RoleMisplaced;

struct RoleMisplaced;

static META: Meta = Meta {
    id: "role-misplaced",
    category: Category::Conformance,
    title: text("Rôle mal placé", "Misplaced role"),
    why: text(
        "Un titre, un lien ou un menu n’est annoncé que par son texte : le rôle qu’il renferme est perdu, ou le brouille.",
        "A heading, a link or a menu is announced by its text alone: the role it holds is lost, or blurs it.",
    ),
    fix: text(
        "Sortir l’élément de ce qui l’entoure, ou retirer son rôle.",
        "Take the element out of what is around it, or remove its role.",
    ),
    proofs: &[Proof::hints(&[VALIDITY])],
    interest: &[Interest::Attributes(&["role"])],
    fail: &[
        "<h2>Travaux <span role=alert>urgent</span></h2>",
        "<a href=/budget><span role=button>Voir</span></a>",
        "<div role=list><div role=group><p role=listitem>A</div></div>",
        "<div role=menu><div role=group><p role=button>A</div></div>",
    ],
    pass: &["<p>Travaux <span role=alert>urgent</span></p>"],
    na: &["<p>Travaux</p>"],
    ..Meta::NEW
};

const INSIDE: Text = text(
    "un élément de rôle {role} ne peut pas se trouver dans <{outer}>",
    "an element of role {role} may not be inside <{outer}>",
);
const GROUP_IN_LIST: Text = text(
    "une liste ne peut pas contenir d’élément de rôle group : ses enfants sont de rôle listitem",
    "a list may not hold an element of role group: its children have the role listitem",
);
const IN_MENU_GROUP: Text = text(
    "dans un menu, un groupe ne contient que des éléments de rôle menuitem, menuitemcheckbox ou menuitemradio, et non {role}",
    "in a menu, a group only holds elements of role menuitem, menuitemcheckbox or menuitemradio, not {role}",
);
const OUTER: Text = text("dans cet élément", "inside this element");
const ALSO: Text = text("ici aussi", "here too");

const HEADINGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];

impl Check for RoleMisplaced {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, element: Element<'p>, attr: Attr<'p>, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        let Some(role) = semantics.explicit_role(element) else {
            return;
        };
        let heading = role_content::is_flow(role)
            .then(|| element.closest(&HEADINGS))
            .flatten();
        let control = || {
            let new = role_content::is_interactive(role)
                && !element.has_attr("tabindex")
                && !elements::is_interactive(element.name(), |name| element.attr(name));
            let mut around = element.ancestors().filter(|_| new);
            around.find(|a| a.is_any(&["a", "button"]))
        };
        let outer = heading.filter(|outer| *outer != element).or_else(control);
        if let Some(outer) = outer {
            let what = format!("{role} {}", outer.name());
            // A validator tells it as it tells wrong nesting.
            cx.leave_open(&[VALIDITY]);
            if let Some(draft) = cx.fail_together((element, attr), &INSIDE, &what, &ALSO) {
                draft
                    .tests(&[])
                    .arg("role", role)
                    .arg("outer", outer.name())
                    .related(outer.place(), &OUTER);
            }
            return;
        }
        if role != "group" {
            return cx.pass();
        }
        let explicit = |e: Element<'p>| semantics.explicit_role(e);
        let parent = element.parent();
        if let Some(list) = parent.filter(|p| explicit(*p) == Some("list")) {
            cx.fail((element, attr), &GROUP_IN_LIST)
                .tests(&[])
                .related(list.place(), &OUTER);
            return;
        }
        let in_menu = |e: Element<'p>| matches!(explicit(e), Some("menu" | "menubar"));
        if !element.ancestors().any(in_menu) {
            return cx.pass();
        }
        const ITEMS: [&str; 3] = ["menuitem", "menuitemcheckbox", "menuitemradio"];
        const PLACES: [&str; 4] = ["none", "presentation", "separator", "generic"];
        let stray = element.child_elements().find_map(|child| {
            let role = explicit(child)?;
            (!ITEMS.contains(&role) && !PLACES.contains(&role)).then_some((child, role))
        });
        match stray {
            Some((child, role)) => {
                cx.fail(child, &IN_MENU_GROUP)
                    .tests(&[])
                    .arg("role", role)
                    .related(element.place(), &OUTER);
            }
            None => cx.pass(),
        }
    }
}
