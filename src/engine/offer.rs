//! Shows a page to the checks: one walk notes who wants what, then each check sees all that it wants in one go.
//!
//! Check by check rather than node by node: the code of one check stays in the processor's cache while it looks at the page, which fits
//! there too. On small pages that is worth a third of the audit. A page is taken in blocks of [`BLOCK`] offers, so that what is noted
//! stays small whatever the page; a check sees the same in the same order as if it walked the page itself.

use std::cell::Cell;
use std::sync::LazyLock;

use super::Settings;
use super::plan::Plan;
use crate::check::{Context, Drafts, Signs};
use crate::dom::{self, AttrSet, Element, NameMap, NodeId, NodeRef};
use crate::semantics::Semantics;

/// Offers noted before they are made.
const BLOCK: usize = 1 << 14;

/// What one check is to be shown.
#[derive(Clone, Copy)]
struct Offer {
    check: u16,
    seen: Seen,
}

/// A node, or one of its attributes.
#[derive(Clone, Copy, Default)]
struct Seen {
    node: NodeId,
    /// One more than the rank of the attribute; 0: the node itself.
    attribute: u32,
}

/// The walk over one page.
pub(super) struct Walk<'w, 'p> {
    plan: &'w Plan,
    semantics: &'p Semantics<'p>,
    settings: &'p Settings,
    /// The check at work, for when it panics.
    current: &'w Cell<Option<u16>>,
    /// Checks that panicked on this page: they are left out.
    broken: &'w [u16],
    offers: Vec<Offer>,
    /// The offers by check.
    sorted: Vec<Seen>,
    /// Where the next offer of each check goes in `sorted`.
    next: Vec<usize>,
    /// Of the checks that were shown something.
    contexts: Vec<(u16, Context<'p>)>,
    /// One more than a check's place in `contexts`; 0: it has none yet.
    places: Vec<u16>,
}

impl<'w, 'p> Walk<'w, 'p> {
    pub fn new(
        plan: &'w Plan,
        semantics: &'p Semantics<'p>,
        settings: &'p Settings,
        current: &'w Cell<Option<u16>>,
        broken: &'w [u16],
    ) -> Walk<'w, 'p> {
        Walk {
            plan,
            semantics,
            settings,
            current,
            broken,
            offers: Vec::new(),
            sorted: Vec::new(),
            next: vec![0; plan.checks.len()],
            contexts: Vec::with_capacity(plan.checks.len()),
            places: vec![0; plan.checks.len()],
        }
    }

    /// What the checks drafted, in their order; those that were shown nothing are left out.
    pub fn run(mut self) -> Vec<(u16, Drafts<'p>)> {
        let doc = self.semantics.document();
        let plan = self.plan;
        for &check in &plan.parse_errors {
            if doc.parse_errors().is_empty() || self.broken.contains(&check) {
                continue;
            }
            self.current.set(Some(check));
            let cx = self.context(check);
            for error in doc.parse_errors() {
                plan.checks[check as usize].parse_error(error, cx);
            }
        }
        for (id, node) in (0..).zip(doc.nodes()) {
            match node {
                NodeRef::Element(e) if !e.in_template() => self.note_element(e),
                NodeRef::Text(t) if !plan.text.is_empty() && is_read(t) => {
                    let signs = Signs::of(t.text());
                    for &(wanted, check) in &plan.text {
                        if signs.meet(wanted) {
                            self.note(check, id, 0);
                        }
                    }
                }
                _ => {}
            }
            if self.offers.len() >= BLOCK {
                self.make_offers(false);
            }
        }
        self.make_offers(true);
        self.current.set(None);
        self.contexts.sort_unstable_by_key(|(check, _)| *check);
        let contexts = self.contexts.into_iter();
        contexts.map(|(check, cx)| (check, cx.finish())).collect()
    }

    fn note(&mut self, check: u16, node: NodeId, attribute: u32) {
        let seen = Seen { node, attribute };
        self.offers.push(Offer { check, seen });
    }

    fn note_element(&mut self, element: Element<'p>) {
        let (plan, id) = (self.plan, element.id());
        for &check in &plan.every_element {
            self.note(check, id, 0);
        }
        for &check in plan.elements.of_element(element).into_iter().flatten() {
            self.note(check, id, 0);
        }
        if !plan.roles.is_empty()
            && let Some(role) = self.semantics.role(element)
        {
            for &check in plan.roles.get(role).into_iter().flatten() {
                self.note(check, id, 0);
            }
        }
        for (rank, attribute) in (1..).zip(element.attributes()) {
            for &check in plan
                .attributes
                .of_attribute(attribute)
                .into_iter()
                .flatten()
            {
                self.note(check, id, rank);
            }
        }
        if element.may_have(AttrSet::ARIA) {
            for &check in &plan.aria_elements {
                self.note(check, id, 0);
            }
        }
    }

    /// Shows each check what was noted for it. `last`: the page is through.
    fn make_offers(&mut self, last: bool) {
        self.sort();
        let (plan, doc) = (self.plan, self.semantics.document());
        let mut start = 0;
        for (check, code) in (0..).zip(&plan.checks) {
            let end = self.next[usize::from(check)];
            let seen = start..end;
            start = end;
            let concludes = last && plan.page[usize::from(check)];
            if (seen.is_empty() && !concludes) || self.broken.contains(&check) {
                continue;
            }
            self.current.set(Some(check));
            let sorted = std::mem::take(&mut self.sorted);
            let cx = self.context(check);
            for &Seen { node, attribute } in &sorted[seen] {
                match (doc.node(node), attribute) {
                    (NodeRef::Element(e), 0) => code.element(e, cx),
                    (NodeRef::Element(e), rank) => {
                        code.attribute(e, e.attribute_at(rank as usize - 1), cx);
                    }
                    (NodeRef::Text(t), _) => code.text(t, cx),
                    _ => {}
                }
            }
            if concludes {
                code.page(cx);
            }
            self.sorted = sorted;
        }
        self.offers.clear();
    }

    /// Puts the offers of each check together, in order, and the end of each check's into `next`.
    fn sort(&mut self) {
        self.next.fill(0);
        for offer in &self.offers {
            self.next[usize::from(offer.check)] += 1;
        }
        let mut start = 0;
        for place in &mut self.next {
            start += std::mem::replace(place, start);
        }
        self.sorted.clear();
        self.sorted.resize(self.offers.len(), Seen::default());
        for offer in &self.offers {
            let place = &mut self.next[usize::from(offer.check)];
            self.sorted[*place] = offer.seen;
            *place += 1;
        }
    }

    fn context(&mut self, check: u16) -> &mut Context<'p> {
        let place = &mut self.places[usize::from(check)];
        if *place == 0 {
            let meta = self.plan.checks[usize::from(check)].meta();
            let settings = self.settings;
            let cx = Context::new(
                meta,
                self.semantics,
                &settings.options,
                settings.max_findings,
            );
            self.contexts.push((check, cx));
            *place = self.contexts.len() as u16;
        }
        &mut self.contexts[usize::from(*place) - 1].1
    }
}

/// Whether the text is where people read: not in a template, script or style.
fn is_read(text: dom::Text<'_>) -> bool {
    text.parent().is_some_and(|p| {
        let silent = p.is_html() && SILENT.of_element(p).is_some();
        !p.in_template() && !silent
    })
}

/// HTML elements whose texts nobody reads.
static SILENT: LazyLock<NameMap<()>> = LazyLock::new(|| {
    let mut silent = NameMap::default();
    for name in [
        "script", "style", "noscript", "template", "iframe", "noembed", "noframes",
    ] {
        silent.entry(name);
    }
    silent
});
