//! What the selectors crate needs to read a selector: names, values, and what is not spoken here.

use std::fmt;

use cssparser::ToCss;
use precomputed_hash::PrecomputedHash;
use selectors::parser::{NonTSPseudoClass, PseudoElement, SelectorImpl, SelectorParseErrorKind};
use web_atoms::{LocalName, Namespace};

use super::SelectorError;

/// The names selectors are made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Names;

impl SelectorImpl for Names {
    type ExtraMatchingData<'a> = ();
    type AttrValue = Value;
    type Identifier = Name;
    type LocalName = Name;
    type NamespaceUrl = Namespace;
    type NamespacePrefix = Name;
    type BorrowedNamespaceUrl = Namespace;
    type BorrowedLocalName = Name;
    type NonTSPseudoClass = Never;
    type PseudoElement = Never;
}

/// A name, as an atom of the tree.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Name(pub(super) LocalName);

impl From<&str> for Name {
    fn from(name: &str) -> Name {
        Name(name.into())
    }
}

impl PrecomputedHash for Name {
    fn precomputed_hash(&self) -> u32 {
        self.0.precomputed_hash()
    }
}

impl ToCss for Name {
    fn to_css<W: fmt::Write>(&self, dest: &mut W) -> fmt::Result {
        cssparser::serialize_identifier(&self.0, dest)
    }
}

/// The value of an attribute selector.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Value(Box<str>);

impl From<&str> for Value {
    fn from(value: &str) -> Value {
        Value(value.into())
    }
}

impl AsRef<str> for Value {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl ToCss for Value {
    fn to_css<W: fmt::Write>(&self, dest: &mut W) -> fmt::Result {
        cssparser::serialize_string(&self.0, dest)
    }
}

/// Pseudo-classes and pseudo-elements that need a browser: there are none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Never {}

impl ToCss for Never {
    fn to_css<W: fmt::Write>(&self, _dest: &mut W) -> fmt::Result {
        match *self {}
    }
}

impl NonTSPseudoClass for Never {
    fn is_active_or_hover(&self) -> bool {
        match *self {}
    }

    fn is_user_action_state(&self) -> bool {
        match *self {}
    }
}

impl PseudoElement for Never {}

pub(super) struct Reader;

impl selectors::parser::Parser<'_> for Reader {
    type Impl = Names;
    type Error = Unread;

    fn parse_is_and_where(&self) -> bool {
        true
    }

    fn parse_nth_child_of(&self) -> bool {
        true
    }

    /// A mistake inside `:is()` is a mistake, not a selector that matches nothing.
    fn allow_forgiving_selectors(&self) -> bool {
        false
    }
}

pub(super) struct Unread(pub(super) SelectorError);

impl From<SelectorParseErrorKind> for Unread {
    fn from(kind: SelectorParseErrorKind) -> Unread {
        Unread(match kind {
            SelectorParseErrorKind::UnsupportedPseudoClassOrElement => SelectorError::Pseudo,
            SelectorParseErrorKind::EmptySelector => SelectorError::Empty,
            _ => SelectorError::Syntax,
        })
    }
}
