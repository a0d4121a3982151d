//! Roles.

use std::cell::Cell;
use std::sync::LazyLock;

use super::Semantics;
use crate::dom::{Element, NameMap, Namespace, NodeId};
use crate::spec::aria_attributes::{self, Global};
use crate::spec::aria_roles;
use crate::spec::element_facts::{ElementFacts, Question};
use crate::spec::elements;
use crate::spec::implicit_roles::implicit_role;

/// The computed role, per element.
pub(super) type Roles = Vec<Option<&'static str>>;

impl<'a> Semantics<'a> {
    /// The role assistive technologies get: the first valid explicit one, conflicts of presentational roles resolved
    /// (WAI-ARIA 1.2 7.6), else the implicit one (HTML-AAM). Synonyms are told by one name: `img` (not `image`), `list`
    /// (not `directory`), `none` (not `presentation`). `None` where no role corresponds to the element.
    pub fn role(&self, element: Element<'a>) -> Option<&'static str> {
        if let Some(roles) = self.roles.get() {
            return roles[element.index()];
        }
        let few = self.doc.element_count() as u32 / 8;
        let asked = self.roles_asked.replace(self.roles_asked.get() + 1);
        let one = (asked < few).then(|| self.role_anywhere(element)).flatten();
        one.unwrap_or_else(|| self.roles.get_or_init(|| self.all_roles())[element.index()])
    }

    /// The role of the element if it has it whatever is around.
    fn role_anywhere(&self, e: Element<'a>) -> Option<Option<&'static str>> {
        let asked = Cell::new(false);
        let around = |_| {
            asked.set(true);
            false
        };
        let role = self.compute(e, self.explicit(e), around);
        (!asked.get()).then_some(role)
    }

    /// The first token of `role` that names a role authors may use (WAI-ARIA 1.2 8.1), in lower case, synonyms left as written.
    pub fn explicit_role(&self, element: Element<'a>) -> Option<&'static str> {
        let role = aria_roles::first_valid(element.attr("role")?)?;
        Some(role.name)
    }

    /// Whether the element is marked as having no meaning of its own: computed role `none`.
    pub fn is_presentational(&self, element: Element<'a>) -> bool {
        self.role(element) == Some("none")
    }

    /// One walk in document order, with what matters of the ancestors.
    fn all_roles(&self) -> Roles {
        let mut roles = vec![None; self.doc.element_count()];
        let mut around: Vec<Around> = Vec::new();
        let mut row = Row::default();
        for e in self.doc.elements() {
            while around.last().is_some_and(|a| a.end <= e.id()) {
                around.pop();
            }
            let known = KNOWN.of_element(e);
            let explicit = self.explicit(e);
            // Most elements have their role whatever is around, and change nothing for what is inside.
            if explicit.is_none()
                && let Some(known) = known.filter(|known| !known.enters)
                && let Some(role) = known.role_of(e)
            {
                roles[e.index()] = role;
                continue;
            }
            let above = around.last().copied().unwrap_or_default();
            let parent = e.parent().and_then(|p| roles[p.index()]);
            // Asked for at most once an element.
            let heads_row = e.is("th") && row.has_data_cells(e);
            let role = self.compute(e, explicit, |question| match question {
                Question::InSection => above.section,
                Question::InSectioning => above.sectioning,
                Question::InGrid => above.table == Table::Grid,
                Question::InExposedTable => above.table != Table::None,
                Question::HeadsRow => heads_row,
                Question::ChildOfList => {
                    parent == Some("list")
                        && e.parent().is_some_and(|p| p.is_any(&["ul", "ol", "menu"]))
                }
                _ => false,
            });
            roles[e.index()] = role;
            if explicit.is_none() && !known.is_some_and(|k| k.enters) {
                continue;
            }
            let inside = above.entering(e, role);
            if inside != above {
                around.push(Around {
                    end: e.subtree_end(),
                    ..inside
                });
            }
        }
        roles
    }

    /// The first valid role of the attribute that counts: `region` and `form` do not without a name (WAI-ARIA 1.2 9.1 «Roles»).
    fn explicit(&self, e: Element<'a>) -> Option<&'static str> {
        let mut roles = aria_roles::valid(e.attr("role")?).map(|role| role.name);
        roles.find(|role| !matches!(*role, "form" | "region") || self.is_named_by_attribute(e))
    }

    /// `around`: what is asked of the ancestors and of the row.
    fn compute(
        &self,
        e: Element<'a>,
        explicit: Option<&'static str>,
        around: impl Fn(Question) -> bool,
    ) -> Option<&'static str> {
        match explicit {
            Some("none" | "presentation") if !self.must_keep_its_role(e) => Some("none"),
            Some("none" | "presentation") | None => self.implicit(e, around),
            Some("image") => Some("img"),
            Some("directory") => Some("list"),
            explicit => explicit,
        }
    }

    fn implicit(&self, e: Element<'a>, around: impl Fn(Question) -> bool) -> Option<&'static str> {
        if let Some(role) = KNOWN.of_element(e).and_then(|known| known.role_of(e)) {
            return role;
        }
        match (e.namespace(), e.name()) {
            (Namespace::Html, _) | (Namespace::Svg, "svg") | (Namespace::MathMl, "math") => {
                implicit_role(&ElementFacts {
                    name: e.name(),
                    attribute: &|name| e.attr(name),
                    ask: &|question| match question {
                        Question::Named if e.is("img") => self.must_keep_its_image(e),
                        Question::Named => self.is_named_by_attribute(e),
                        Question::ChildOfDl => e.parent().is_some_and(|p| p.is("dl")),
                        // Asked for the roles that authors may write, not for the implicit one.
                        Question::ChildOfExposedList
                        | Question::SummaryOfDetails
                        | Question::HasFigcaption
                        | Question::OwnedBy(_)
                        | Question::LabelsControl
                        | Question::ChildOfSelect
                        | Question::InButtonOfSelect => false,
                        Question::InSection
                        | Question::InSectioning
                        | Question::InGrid
                        | Question::InExposedTable
                        | Question::HeadsRow
                        | Question::ChildOfList => around(question),
                    },
                })
            }
            (Namespace::Svg, "a") if has_link(e) => Some("link"),
            (Namespace::Svg, "image") => Some("img"),
            _ => None,
        }
    }

    /// Whether the element keeps its own role despite `none` or `presentation`: it is focusable or has a global state or property, be it
    /// empty (WAI-ARIA 1.2 7.6 «Presentational Roles Conflict Resolution»). `aria-hidden` does not count: what it hides has no role.
    fn must_keep_its_role(&self, e: Element<'a>) -> bool {
        e.aria_attributes().any(|attr| is_global(attr.name())) || self.is_focusable(e)
    }

    /// The same for an image with `alt=""`, where browsers ask more: an empty attribute, or ids of nothing, do not undo it.
    fn must_keep_its_image(&self, img: Element<'a>) -> bool {
        img.aria_attributes().any(|attr| {
            is_global(attr.name())
                && match attr.name() {
                    "aria-labelledby" | "aria-describedby" | "aria-details" | "aria-controls"
                    | "aria-owns" | "aria-flowto" => self.names_something(attr.value()),
                    _ => !attr.value().trim_ascii().is_empty(),
                }
        }) || self.is_focusable(img)
    }

    fn names_something(&self, ids: &str) -> bool {
        let mut ids = ids.split_ascii_whitespace();
        ids.any(|id| self.doc.by_id(id).is_some())
    }

    /// Whether `aria-labelledby`, `aria-label` or `title` names it.
    fn is_named_by_attribute(&self, e: Element<'a>) -> bool {
        e.attributes().any(|attr| match attr.name() {
            "aria-label" | "title" => !attr.value().trim_ascii().is_empty(),
            "aria-labelledby" => self.names_something(attr.value()),
            _ => false,
        })
    }
}

/// What the name of an HTML element says.
#[derive(Default)]
struct Known {
    /// The role it has without `href` and with it, whatever else there is and is around; `None` where that matters.
    role: Option<[Option<&'static str>; 2]>,
    /// What is inside may depend on it ([`Around`]).
    enters: bool,
}

impl Known {
    fn role_of(&self, e: Element<'_>) -> Option<Option<&'static str>> {
        let roles = self.role.filter(|_| e.is_html())?;
        Some(roles[usize::from(roles[0] != roles[1] && e.has_attr("href"))])
    }
}

static KNOWN: LazyLock<NameMap<Known>> = LazyLock::new(|| {
    let mut known = NameMap::default();
    for name in elements::names() {
        let asked = Cell::new(false);
        let role = |href: Option<&'static str>| {
            implicit_role(&ElementFacts {
                name,
                attribute: &|attribute| {
                    asked.set(asked.get() || attribute != "href");
                    href
                },
                ask: &|_| {
                    asked.set(true);
                    false
                },
            })
        };
        let roles = [role(None), role(Some(""))];
        *known.entry(name) = Known {
            role: (!asked.get()).then_some(roles),
            enters: matches!(
                name,
                "article" | "aside" | "main" | "nav" | "section" | "table"
            ),
        };
    }
    known
});

fn is_global(attribute: &str) -> bool {
    attribute != "aria-hidden"
        && aria_attributes::attribute(attribute).is_some_and(|known| known.global == Global::Yes)
}

/// Whether an `a` of SVG has somewhere to go: `href` or `xlink:href`.
pub(super) fn has_link(a: Element<'_>) -> bool {
    a.attributes().any(|attr| attr.name() == "href")
}

/// The table element around.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Table {
    /// None, or one whose role was taken away.
    #[default]
    None,
    Plain,
    Grid,
}

/// What roles need to know of the ancestors.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Around {
    /// One past the last node it holds for.
    end: NodeId,
    /// Inside a section that is not the page's: `header` and `footer` belong to it.
    section: bool,
    /// Inside sectioning content.
    sectioning: bool,
    table: Table,
}

impl Around {
    /// What holds inside the element.
    fn entering(mut self, e: Element<'_>, role: Option<&'static str>) -> Around {
        if e.is_any(&["article", "aside", "nav", "section"]) {
            self.sectioning = true;
            self.section = true;
        } else if e.is("main")
            || matches!(
                role,
                Some("article" | "complementary" | "main" | "navigation" | "region")
            )
        {
            self.section = true;
        } else if e.is("table") {
            self.table = match role {
                Some("table") => Table::Plain,
                Some("grid" | "treegrid") => Table::Grid,
                _ => Table::None,
            };
        }
        self
    }
}

/// The last table row looked at.
#[derive(Default)]
struct Row {
    id: Option<NodeId>,
    data: bool,
}

impl Row {
    /// Whether the row of a header cell has data cells too.
    fn has_data_cells(&mut self, th: Element<'_>) -> bool {
        let Some(row) = th.parent() else {
            return false;
        };
        if self.id != Some(row.id()) {
            self.id = Some(row.id());
            self.data = row.child_elements().any(|cell| cell.is("td"));
        }
        self.data
    }
}
