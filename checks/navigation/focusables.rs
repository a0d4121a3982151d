//! What receives the focus in a page, for the checks of tests that are about it.

use crate::check::{Context, Interest};
use crate::dom::{Element, Namespace};

/// Elements that browsers let users focus, and holders whose content is not seen here.
pub const ELEMENTS: Interest = Interest::Elements(&[
    "a", "area", "button", "input", "select", "textarea", "summary", "audio", "video", "iframe",
    "frame", "object", "embed", "canvas",
]);

/// What an element may do for the keyboard and the pointer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focusable {
    /// A link, a button, a field: nothing but what browsers do.
    Native,
    /// A player: its controls are the browser's own.
    Player,
    /// Holds what is not seen here.
    Unseen,
}

/// Whether an element of [`ELEMENTS`] can have the focus, as far as markup goes: hidden ones count, since they may be shown.
pub fn kind(e: Element<'_>) -> Option<Focusable> {
    if e.namespace() == Namespace::Svg {
        return (e.name() == "a").then_some(Focusable::Native);
    }
    if !e.is_html() {
        return None;
    }
    match e.name() {
        "a" | "area" => e.has_attr("href").then_some(Focusable::Native),
        "button" | "select" | "textarea" | "summary" => Some(Focusable::Native),
        "input" => (!e.attr_is("type", "hidden")).then_some(Focusable::Native),
        "audio" | "video" => Some(Focusable::Player),
        "iframe" | "frame" | "object" | "embed" | "canvas" => Some(Focusable::Unseen),
        _ => None,
    }
}

/// What a page has been seen to hold.
#[derive(Clone, Copy, Debug, Default)]
pub struct Seen {
    /// A control that is rendered.
    pub shown: bool,
    /// One that is not.
    pub hidden: bool,
    /// A player.
    pub player: bool,
    /// A holder.
    pub unseen: bool,
}

impl Seen {
    /// Notes an element, cheaply once a shown control was met.
    pub fn note<'p>(&mut self, e: Element<'p>, kind: Focusable, cx: &Context<'p>) {
        match kind {
            Focusable::Player => self.player = true,
            Focusable::Unseen => self.unseen = true,
            Focusable::Native if self.shown => {}
            Focusable::Native if cx.semantics().is_rendered(e) => self.shown = true,
            Focusable::Native => self.hidden = true,
        }
    }
}
