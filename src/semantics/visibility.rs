//! What is shown, and to whom.

use super::Semantics;
use crate::dom::Element;

/// Whether an element is shown, itself and its ancestors considered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Visibility {
    /// Nothing in the page hides it.
    Shown,
    /// Drawn on screen, kept from assistive technologies by `aria-hidden="true"`.
    AriaHidden,
    /// Neither drawn nor exposed.
    NotRendered(NotRendered),
    /// An inline style decides, in a way that files cannot tell (`display: var(--x)`). Counted as shown.
    Unknown,
}

/// Why an element is not rendered; the nearest reason to the root wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NotRendered {
    /// The `hidden` attribute.
    Hidden,
    /// `hidden="until-found"`: shown when the browser's search finds it.
    UntilFound,
    /// `style="display: none"`.
    DisplayNone,
    /// `style="visibility: hidden"` or `collapse`.
    VisibilityHidden,
    /// Inside a `template`.
    Template,
    /// Inside a `noscript`, as scripts are on.
    Noscript,
    /// Inside a closed `details`, its summary aside.
    ClosedDetails,
    /// A `dialog` that is not open, or inside one.
    ClosedDialog,
    /// A popover, or inside one: closed until something opens it.
    Popover,
    /// `input type=hidden`.
    HiddenInput,
    /// The head and what never has a box: `script`, `style`, `meta`, `datalist`…
    Metadata,
    /// Fallback content a browser does not use: inside `iframe`, `video`, `audio`…
    Fallback,
}

/// What the walk from the root found for one node.
pub(super) struct Facts {
    visibility: Visibility,
    pub(super) inert: bool,
}

impl<'a> Semantics<'a> {
    /// Whether the element is shown, itself and its ancestors considered.
    pub fn visibility(&self, element: Element<'a>) -> Visibility {
        self.facts()[element.id() as usize].visibility
    }

    /// Whether the element has a box on screen, for all the page says; style sheets are not read.
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

    /// Whether the element or an ancestor has the `inert` attribute.
    pub fn is_inert(&self, element: Element<'a>) -> bool {
        self.facts()[element.id() as usize].inert
    }

    fn facts(&self) -> &[Facts] {
        self.facts.get_or_init(|| {
            let mut facts: Vec<Facts> = Vec::with_capacity(self.doc.len() as usize);
            for node in self.doc.nodes() {
                facts.push(match node.as_element() {
                    None => Facts {
                        visibility: Visibility::Shown,
                        inert: false,
                    },
                    Some(e) => {
                        let above = e.parent().map_or((Visibility::Shown, false), |p| {
                            let f = &facts[p.id() as usize];
                            (f.visibility, f.inert)
                        });
                        Facts {
                            visibility: own(e, above.0),
                            inert: above.1 || e.has_attr("inert"),
                        }
                    }
                });
            }
            facts
        })
    }
}

fn own(e: Element<'_>, above: Visibility) -> Visibility {
    if matches!(above, Visibility::NotRendered(_)) {
        above
    } else if e.has_attr("hidden") {
        Visibility::NotRendered(NotRendered::Hidden)
    } else if e.is_any(&["head", "script", "style"]) {
        Visibility::NotRendered(NotRendered::Metadata)
    } else if above == Visibility::AriaHidden || e.attr("aria-hidden") == Some("true") {
        Visibility::AriaHidden
    } else {
        above
    }
}
