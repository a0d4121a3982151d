//! What is shown, and to whom.

use super::Semantics;
use super::hiding;
use super::style::Shown;
use crate::dom::{Element, NodeId, NodeRef};

/// Whether an element is shown, itself and its ancestors considered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Visibility {
    /// Nothing in the page hides it.
    Shown,
    /// Drawn on screen, kept from assistive technologies by `aria-hidden="true"`.
    AriaHidden,
    /// Neither drawn nor exposed.
    NotRendered(NotRendered),
    /// The files cannot tell: `style="display: var(--x)"`, the fallback inside an `object`. Counted as shown.
    Unknown,
}

/// Why an element is not rendered; of several reasons, the one nearest to the root.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NotRendered {
    /// The `hidden` attribute.
    Hidden,
    /// `hidden="until-found"`: shown when the browser's search finds it.
    UntilFound,
    /// `display: none` in a `style` attribute, or as an attribute in SVG.
    DisplayNone,
    /// A style sheet of the page ([`super::style::Shown`]).
    StyleSheet,
    /// `visibility: hidden` or `collapse`, written likewise, and not undone below.
    VisibilityHidden,
    /// A `template`, or inside one.
    Template,
    /// A `noscript`: scripts are on.
    Noscript,
    /// Inside a `details` that is not open, its summary aside.
    ClosedDetails,
    /// A `dialog` that is not open, or inside one.
    ClosedDialog,
    /// A popover, or inside one: closed until something opens it.
    Popover,
    /// `input type=hidden`.
    HiddenInput,
    /// What never has a box: the head, `script`, `style`, `datalist`; in SVG `defs`, `title` and the like.
    Metadata,
    /// Content for browsers that do not know the element: inside `video`, `audio`, `iframe`.
    Fallback,
}

/// What the walk from the root found for one node; texts have their entry too.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Facts {
    /// Why the node has no box, by its own or an ancestor's doing.
    gone: Option<NotRendered>,
    flags: u16,
}

const INVISIBLE: u16 = 1;
const ARIA_HIDDEN: u16 = 1 << 1;
const UNKNOWN: u16 = 1 << 2;
const INERT: u16 = 1 << 3;
/// A `fieldset` above disables it.
const DISABLED: u16 = 1 << 4;
/// Its children are disabled: as [`DISABLED`], but for a disabled `fieldset` itself and its first `legend`.
const DISABLES: u16 = 1 << 5;
/// Its name may matter to what is inside it.
const SPEAKS: u16 = 1 << 10;
const INHERITED: u16 = INVISIBLE | ARIA_HIDDEN | UNKNOWN | INERT;
/// Its own doing: it has no box.
const OWN_GONE: u16 = 1 << 6;
/// Its own doing: it is `aria-hidden`.
const OWN_ARIA_HIDDEN: u16 = 1 << 9;
/// Its own doing: `visibility` hides it.
const OWN_INVISIBLE: u16 = 1 << 7;
/// Its own doing: `visibility` shows it again.
const OWN_VISIBLE: u16 = 1 << 8;

impl Facts {
    fn has(self, flag: u16) -> bool {
        self.flags & flag != 0
    }

    fn set(&mut self, flag: u16, on: bool) {
        if on {
            self.flags |= flag;
        }
    }

    fn visibility(self) -> Visibility {
        if let Some(reason) = self.gone {
            Visibility::NotRendered(reason)
        } else if self.has(INVISIBLE) {
            Visibility::NotRendered(NotRendered::VisibilityHidden)
        } else if self.has(ARIA_HIDDEN) {
            Visibility::AriaHidden
        } else if self.has(UNKNOWN) {
            Visibility::Unknown
        } else {
            Visibility::Shown
        }
    }

    /// Whether the node itself, not an ancestor, takes it and all it holds off the screen.
    pub fn own_gone(self) -> bool {
        self.has(OWN_GONE)
    }

    /// Whether the node itself, not an ancestor, takes it and all it holds out of the accessibility tree.
    pub fn own_hidden(self) -> bool {
        self.has(OWN_GONE | OWN_ARIA_HIDDEN)
    }

    /// What its own `visibility` says, if anything.
    pub fn own_visibility(self) -> Option<bool> {
        if self.has(OWN_INVISIBLE) {
            Some(false)
        } else {
            self.has(OWN_VISIBLE).then_some(true)
        }
    }

    pub fn is_inert(self) -> bool {
        self.has(INERT)
    }

    /// Whether a disabled `fieldset` disables it (WHATWG HTML 4.10.19.5).
    pub fn in_disabled_fieldset(self) -> bool {
        self.has(DISABLED)
    }

    fn of_text(above: Facts, parent: Option<Element<'_>>) -> Facts {
        let own = match above.has(SPEAKS) {
            true => parent.and_then(hiding::hides_children),
            false => None,
        };
        let mut facts = Facts {
            gone: above.gone.or(own),
            flags: above.flags & INHERITED,
        };
        facts.set(OWN_GONE, own.is_some());
        facts
    }

    fn of_element(above: Facts, e: Element<'_>, sheets: Shown) -> Facts {
        let speaks = !hiding::is_ordinary(e);
        let ordinary = !speaks && !above.has(SPEAKS);
        // Most elements say nothing themselves.
        if ordinary && sheets == Shown::default() && !hiding::has_speaking_attribute(e) {
            let mut facts = Facts {
                gone: above.gone,
                flags: above.flags & INHERITED,
            };
            facts.set(DISABLED | DISABLES, above.has(DISABLED | DISABLES));
            return facts;
        }
        let own = hiding::of(e, ordinary, sheets);
        let mut facts = Facts {
            gone: above.gone.or(own.gone),
            flags: above.flags & INHERITED,
        };
        facts.set(SPEAKS, speaks);
        match own.visible {
            Some(true) => facts.flags = facts.flags & !INVISIBLE | OWN_VISIBLE,
            Some(false) => facts.flags |= INVISIBLE | OWN_INVISIBLE,
            None => {}
        }
        facts.set(OWN_GONE, own.gone.is_some());
        facts.set(ARIA_HIDDEN | OWN_ARIA_HIDDEN, own.aria_hidden);
        facts.set(UNKNOWN, own.unknown);
        facts.set(INERT, own.inert);
        let spared = || e.is("legend") && hiding::is_first_of_name(e);
        let disabled = above.has(DISABLED) || above.has(DISABLES) && !spared();
        facts.set(DISABLED, disabled);
        facts.set(DISABLES, disabled || own.disables);
        facts
    }
}

impl<'a> Semantics<'a> {
    /// Whether the element is shown, itself and its ancestors considered.
    pub fn visibility(&self, element: Element<'a>) -> Visibility {
        self.facts(element.id()).visibility()
    }

    /// Whether the element has a box on screen, for all the page says ([`Visibility`]); style sheets elsewhere are not read.
    pub fn is_rendered(&self, element: Element<'a>) -> bool {
        !matches!(self.visibility(element), Visibility::NotRendered(_))
    }

    /// Whether assistive technologies get the element: rendered, and not under `aria-hidden="true"`.
    pub fn is_exposed(&self, element: Element<'a>) -> bool {
        matches!(
            self.visibility(element),
            Visibility::Shown | Visibility::Unknown
        )
    }

    /// Whether the element or an ancestor has the `inert` attribute (WHATWG HTML 6.3). Says nothing of modal dialogs.
    pub fn is_inert(&self, element: Element<'a>) -> bool {
        self.facts(element.id()).is_inert()
    }

    pub(super) fn facts(&self, id: NodeId) -> Facts {
        if let Some(facts) = self.facts.get() {
            return facts[id as usize];
        }
        let one = self.facts_of(id);
        one.unwrap_or_else(|| self.facts.get_or_init(|| self.all_facts())[id as usize])
    }

    /// What is found for a single node, as long as few were asked for.
    fn facts_of(&self, id: NodeId) -> Option<Facts> {
        let node = self.doc.node(id);
        let inner = match node {
            NodeRef::Element(e) => Some(e),
            NodeRef::Text(t) => t.parent(),
            NodeRef::Document | NodeRef::Doctype(_) | NodeRef::Comment(_) => None,
        };
        let mut found = Facts::default();
        let mut path = Vec::new();
        let mut few = self.few_facts.borrow_mut();
        for e in std::iter::successors(inner, |e| e.parent()) {
            if let Some(known) = few.get(&e.id()) {
                found = *known;
                break;
            }
            path.push(e);
        }
        if few.len() + path.len() > self.doc.len() as usize / 8 {
            return None;
        }
        for e in path.into_iter().rev() {
            found = Facts::of_element(found, e, self.shown_by_sheets(e));
            few.insert(e.id(), found);
        }
        Some(match node {
            NodeRef::Text(_) => Facts::of_text(found, inner),
            _ => found,
        })
    }

    /// One walk in document order: a parent comes before its children.
    fn all_facts(&self) -> Vec<Facts> {
        let mut facts: Vec<Facts> = Vec::with_capacity(self.doc.len() as usize);
        let above = |facts: &[Facts], parent: Option<Element<'_>>| {
            parent.map_or(Facts::default(), |p| facts[p.id() as usize])
        };
        for node in self.doc.nodes() {
            let found = match node {
                NodeRef::Element(e) => {
                    let sheets = self.shown_by_sheets(e);
                    Facts::of_element(above(&facts, e.parent()), e, sheets)
                }
                NodeRef::Text(t) => {
                    let parent = t.parent();
                    Facts::of_text(above(&facts, parent), parent)
                }
                NodeRef::Document | NodeRef::Doctype(_) | NodeRef::Comment(_) => Facts::default(),
            };
            facts.push(found);
        }
        facts
    }
}
