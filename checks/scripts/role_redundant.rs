//! A `role` that says what the element is anyway (ARIA in HTML, 3 «Author requirements»: not recommended).
//!
//! Harmless, hence a warning and no proof. Never said of what the RGAA asks to write (`banner`, `navigation`, `main`, `contentinfo`,
//! `search`: glossary «Landmarks»; `figure`), of `list` on lists (Safari drops it with the bullets), nor of `none` and `presentation`, which
//! authors write for older tools.

use super::facts::with_facts;
use crate::check::{Category, Check, Context, Interest, Level, Meta};
use crate::dom::{Attr, Element};
use crate::spec::allowed_roles::{self, Fit, Redundancy};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &RoleRedundant;

struct RoleRedundant;

static META: Meta = Meta {
    id: "role-redundant",
    level: Level::Warning,
    category: Category::Conformance,
    title: text("Rôle redondant", "Redundant role"),
    why: text(
        "La balise a déjà ce rôle : l’attribut n’apporte rien et peut finir par contredire la balise si on la change.",
        "The tag has this role already: the attribute adds nothing, and may end up contradicting the tag if it changes.",
    ),
    fix: text("Supprimer l’attribut role.", "Remove the role attribute."),
    interest: &[Interest::Attributes(&["role"])],
    fail: &[
        "<button role=button>Ouvrir</button>",
        "<div role=generic>Texte</div>",
    ],
    pass: &[
        "<nav role=navigation>Menu</nav>",
        "<a href=/ role=button>Ouvrir</a>",
    ],
    na: &["<button>Ouvrir</button>"],
    ..Meta::NEW
};

const REDUNDANT: Text = text(
    "<{tag}> a déjà le rôle {role} : l’attribut est inutile",
    "<{tag}> has the role {role} already: the attribute is of no use",
);
const POINTLESS: Text = text(
    "le rôle generic ne dit rien : l’attribut est inutile",
    "the role generic says nothing: the attribute is of no use",
);

const ALSO: Text = text("inutile ici aussi", "of no use here either");

impl Check for RoleRedundant {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, element: Element<'p>, attr: Attr<'p>, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        let Some(role) = semantics.explicit_role(element) else {
            return;
        };
        let fit = with_facts(element, semantics, |facts| allowed_roles::fit(facts, role));
        match fit {
            Some(Fit::Redundant(Redundancy::Useless))
                if !matches!(role, "none" | "presentation") =>
            {
                let what = format!("{} {role}", element.name());
                let target = (element, attr.span());
                if let Some(draft) = cx.fail_together(target, &REDUNDANT, &what, &ALSO) {
                    draft.arg("tag", element.name()).arg("role", role);
                }
            }
            Some(Fit::Pointless) => {
                cx.fail_together((element, attr.span()), &POINTLESS, "", &ALSO);
            }
            _ => cx.pass(),
        }
    }
}
