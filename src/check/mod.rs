//! What a check is: static data about it, and code that judges targets.
//!
//! A check is one file of `checks/`: a [`Meta`] in a `static`, and an impl of [`Check`] (one page) or [`SiteCheck`] (the whole site).
//! It is stateless; all it finds goes through its [`Context`].

mod context;
mod declared;
mod declared_elements;
pub mod directive;
mod files;
mod fix;
mod groups;
mod likeness;
mod meta;
mod options;
mod resolve;
mod signs;
mod site;

pub use context::{Context, Draft, Drafts, Found, RelatedDraft, Tally, Target, What};
pub use declared::{DeclaredPages, PageKind, Process};
pub use declared_elements::{DeclaredElements, DeclaredImage, DeclaredTable};
pub use files::{Alone, Base, Entry, FNV_OFFSET, SiteFiles, SitePage, file_key, fnv, short_hash};
pub use fix::{Condition, Edit, Fix};
pub use groups::{Group, PAGES_SHOWN, each_site, groups};
pub use likeness::{bytes, mix, numberless};
pub use meta::{Category, InDom, Interest, Level, Meta, Proof, ProofKind, Verdict};
pub use options::Options;
pub use resolve::{Destination, Followed, Resolver};
pub use signs::Signs;
pub use site::{
    AnySiteCheck, BoxedFact, Facts, MAX_SITE_FINDINGS, Place, Reopen, SiteCheck, SiteContext,
    SiteDraft,
};

use crate::dom::{Attr, Element, ParseError, Text};

/// A check of one page. Only the methods its [`Meta::interest`] asks for are called, in document order.
pub trait Check: Sync {
    /// Everything static about it.
    fn meta(&self) -> &'static Meta;

    /// An element of [`Interest::Elements`], [`Interest::EveryElement`], [`Interest::AriaElements`] or [`Interest::Roles`]. Called once per element.
    /// Elements inside `template` are not offered.
    fn element<'p>(&self, _element: Element<'p>, _cx: &mut Context<'p>) {}

    /// An attribute of [`Interest::Attributes`], on any element outside `template`.
    fn attribute<'p>(&self, _element: Element<'p>, _attr: Attr<'p>, _cx: &mut Context<'p>) {}

    /// A text node that is not blank, outside `template`, `script`, `style` and `noscript` ([`Interest::Text`],
    /// [`Interest::TextWith`]).
    fn text<'p>(&self, _text: Text<'p>, _cx: &mut Context<'p>) {}

    /// A parse error ([`Interest::ParseErrors`]).
    fn parse_error<'p>(&self, _error: &'p ParseError, _cx: &mut Context<'p>) {}

    /// Once, after the walk ([`Interest::Page`]).
    fn page<'p>(&self, _cx: &mut Context<'p>) {}
}
