//! Roles: WAI-ARIA 1.2 (section 5), its 1.3 draft, DPUB-ARIA 1.1 and WAI-ARIA Graphics 1.0.

mod dpub;
mod table;

use super::aria_attributes::{self, Global};
use super::index::{Index, index};

/// How WAI-ARIA 1.2 sorts roles (5.3 «Categorization of Roles»).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Part of the taxonomy only: authors must not use it.
    Abstract,
    Widget,
    Structure,
    Landmark,
    LiveRegion,
    Window,
}

/// Where the accessible name comes from (WAI-ARIA 1.2, 5.2.8 «Accessible Name Calculation»).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Naming {
    /// `aria-label`, `aria-labelledby`, the host language's own means, `title`.
    Author,
    /// The same, else the text content.
    Contents,
    /// None: `aria-label` and `aria-labelledby` must not be used.
    Prohibited,
}

/// Whether the role is current.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    Current,
    /// Authors should stop using it.
    Deprecated,
    /// Only in the draft of WAI-ARIA 1.3, though browsers may know it.
    Draft,
}

/// A role, as its table of characteristics has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Role {
    pub name: &'static str,
    pub kind: Kind,
    pub status: Status,
    /// Superclass roles, whose states and properties it inherits.
    pub parents: &'static [&'static str],
    /// States and properties that it supports itself, those required included, global and inherited ones aside.
    pub attributes: &'static [&'static str],
    /// States and properties that authors must give.
    pub required: &'static [&'static str],
    pub naming: Naming,
    /// Whether authors must make sure that it has a name.
    pub name_required: bool,
    /// Roles of which it must be inside one; empty: anywhere.
    pub context: &'static [&'static str],
    /// Roles of which it must own one; empty: none needed.
    pub owned: &'static [&'static str],
    /// Whether the descendants lose their semantics («Children Presentational»).
    pub leaf: bool,
}

/// What a role thinks of a state or property.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Support {
    Supported,
    /// A global that WAI-ARIA 1.2 deprecates on this role or everywhere, or `aria-expanded` where only 1.1 supports it.
    Deprecated,
    Prohibited,
    Unsupported,
}

impl Role {
    const fn new(name: &'static str, kind: Kind, parents: &'static [&'static str]) -> Self {
        Role {
            name,
            kind,
            status: Status::Current,
            parents,
            attributes: &[],
            required: &[],
            naming: Naming::Author,
            name_required: false,
            context: &[],
            owned: &[],
            leaf: false,
        }
    }

    const fn attributes(mut self, attributes: &'static [&'static str]) -> Self {
        self.attributes = attributes;
        self
    }

    const fn requires(mut self, required: &'static [&'static str]) -> Self {
        self.required = required;
        self
    }

    const fn named_by_contents(mut self) -> Self {
        self.naming = Naming::Contents;
        self
    }

    const fn unnamed(mut self) -> Self {
        self.naming = Naming::Prohibited;
        self
    }

    const fn named(mut self) -> Self {
        self.name_required = true;
        self
    }

    const fn inside(mut self, context: &'static [&'static str]) -> Self {
        self.context = context;
        self
    }

    const fn owns(mut self, owned: &'static [&'static str]) -> Self {
        self.owned = owned;
        self
    }

    const fn leaf(mut self) -> Self {
        self.leaf = true;
        self
    }

    const fn status(mut self, status: Status) -> Self {
        self.status = status;
        self
    }

    /// Whether authors must not use it.
    pub fn is_abstract(&self) -> bool {
        self.kind == Kind::Abstract
    }

    /// Whether it is `ancestor` or one of its subclasses.
    pub fn is_a(&self, ancestor: &str) -> bool {
        // The taxonomy is a few levels deep, whatever the page.
        self.name == ancestor || self.superclasses().any(|role| role.is_a(ancestor))
    }

    /// The required states and properties. `focusable`: a `separator` that takes the focus is a widget and needs its value.
    pub fn required(&self, focusable: bool) -> &'static [&'static str] {
        if focusable && self.is_a("separator") {
            &["aria-valuenow"]
        } else {
            self.required
        }
    }

    /// What it thinks of a state or property of that name.
    pub fn support(&self, attribute: &str) -> Support {
        if self.prohibits(attribute) {
            return Support::Prohibited;
        }
        if self.lists(attribute) {
            return Support::Supported;
        }
        match aria_attributes::attribute(attribute) {
            Some(known) if known.deprecated => Support::Deprecated,
            Some(known) if known.name == "aria-expanded" && self.once_expanded() => {
                Support::Deprecated
            }
            Some(known) => match known.global {
                Global::Yes => Support::Supported,
                Global::Deprecated => Support::Deprecated,
                Global::No => Support::Unsupported,
            },
            None => Support::Unsupported,
        }
    }

    /// Whether it is among «Prohibited States and Properties».
    pub fn prohibits(&self, attribute: &str) -> bool {
        match attribute {
            "aria-label" | "aria-labelledby" | "aria-braillelabel" => {
                self.naming == Naming::Prohibited
            }
            "aria-roledescription" | "aria-brailleroledescription" => self.name == "generic",
            _ => false,
        }
    }

    /// Whether WAI-ARIA 1.1, which RGAA 4.1.2 cites, gave it `aria-expanded` (the Nu checker still takes it). Roles that came with 1.2 never
    /// had it; 1.3 takes it from `listbox`.
    fn once_expanded(&self) -> bool {
        const NEVER: [&str; 12] = [
            "blockquote",
            "caption",
            "code",
            "deletion",
            "emphasis",
            "insertion",
            "listbox",
            "paragraph",
            "strong",
            "subscript",
            "superscript",
            "time",
        ];
        !NEVER.contains(&self.name)
            && [
                "document",
                "section",
                "sectionhead",
                "separator",
                "tablist",
                "window",
            ]
            .iter()
            .any(|parent| self.is_a(parent))
    }

    fn lists(&self, attribute: &str) -> bool {
        self.attributes.contains(&attribute)
            || self.superclasses().any(|role| role.lists(attribute))
    }

    fn superclasses(&self) -> impl Iterator<Item = &'static Role> {
        self.parents.iter().filter_map(|name| role(name))
    }
}

/// The role of that name, in ASCII lowercase. Abstract, deprecated and draft roles are found too.
pub fn role(name: &str) -> Option<&'static Role> {
    if let Some(row) = INDEX.find(name, |row| table::ARIA[row].name) {
        return Some(&table::ARIA[row]);
    }
    let table = if name.starts_with("doc-") {
        dpub::DPUB
    } else if name.starts_with("graphics-") {
        dpub::GRAPHICS
    } else {
        return None;
    };
    let at = table.binary_search_by(|role| role.name.cmp(name)).ok()?;
    Some(&table[at])
}

/// Every role: those of WAI-ARIA, then DPUB-ARIA, then graphics.
pub fn all() -> impl Iterator<Item = &'static Role> {
    [table::ARIA, dpub::DPUB, dpub::GRAPHICS]
        .into_iter()
        .flatten()
}

/// The first role of a `role` attribute that may be used, as browsers choose it (WAI-ARIA 1.2, 8.1 «Role attribute»): unknown and
/// abstract ones are skipped. Needs no allocation: names are matched without regard to ASCII case.
pub fn first_valid(value: &str) -> Option<&'static Role> {
    valid(value).next()
}

/// The roles of a `role` attribute that authors may use, in order.
pub fn valid(value: &str) -> impl Iterator<Item = &'static Role> {
    value
        .split_ascii_whitespace()
        .filter_map(role_in_any_case)
        .filter(|role| !role.is_abstract())
}

/// [`role`] for a name in any ASCII case.
pub fn role_in_any_case(name: &str) -> Option<&'static Role> {
    role(name).or_else(|| {
        name.bytes()
            .any(|byte| byte.is_ascii_uppercase())
            .then(|| role(&name.to_ascii_lowercase()))
            .flatten()
    })
}

static INDEX: Index<256> = index!(table::ARIA, name);

#[cfg(test)]
mod tests;
