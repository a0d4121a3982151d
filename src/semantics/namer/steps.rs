//! What one element says, step by step, and how references lead from one to another.

use std::borrow::Cow;

use super::{JUMP_LIMIT, Mode, Namer, Reading, Step, Task, Why};
use crate::dom::Element;
use crate::semantics::NameSource;
use crate::semantics::embedded::{self, Value};
use crate::semantics::native;
use crate::semantics::text::is_block;

impl<'a> Namer<'_, 'a> {
    /// How to read an element that the walk meets; `None` to leave it out (2A).
    pub(super) fn enter(&mut self, e: Element<'a>, mut mode: Mode) -> Option<Mode> {
        let facts = self.sem.facts(e.id());
        if !mode.all {
            if facts.own_hidden() {
                return None;
            }
            if let Some(visible) = facts.own_visibility() {
                mode.invisible = !visible;
            }
        }
        let Err(place) = self.jumped.binary_search(&e.id()) else {
            return None;
        };
        if e == self.root {
            // It is part of what its own `aria-labelledby` names, once, and never of its label.
            if !mode.referenced || native::is_replaced(e) {
                return None;
            }
            self.jumped.insert(place, e.id());
        }
        (!native::is_never_read(e)).then_some(mode)
    }

    pub(super) fn read_part(&mut self, e: Element<'a>, mode: Mode) {
        if is_block(e) || e.is("br") {
            self.out.space();
            self.tasks.push(Task::Space);
        }
        if !mode.invisible {
            let why = Why::Part;
            self.read(Reading { e, why, mode }, Step::LabelledBy);
        } else if !native::is_replaced(e) {
            self.inside(e, mode);
        }
    }

    /// Reads an element, from a step on, until a step says something or leaves it to tasks.
    pub(super) fn read(&mut self, reading: Reading<'a>, from: Step) {
        let Reading { e, why, mode } = reading;
        let is_root = matches!(why, Why::Root { .. });
        let mut step = Some(from);
        while let Some(now) = step {
            step = now.next();
            let next = step.map(|step| Task::Continue {
                reading,
                step,
                mark: self.out.len(),
            });
            match now {
                Step::LabelledBy => {
                    if !mode.referenced && self.has_ids(e, "aria-labelledby") {
                        self.credit(is_root, NameSource::AriaLabelledby);
                        self.tasks.extend(next);
                        return self.jump_to_ids(e, "aria-labelledby", mode);
                    }
                }
                Step::Label => {
                    let value = (e != self.root)
                        .then(|| embedded::value(self.sem, e))
                        .flatten();
                    if value.is_some() {
                        self.sem.work((e.subtree_end() - e.id()) as usize);
                    }
                    match value {
                        Some(Value::Text(Cow::Borrowed(text))) => return self.say(e, text),
                        Some(Value::Text(Cow::Owned(text))) => return self.out.push_copy(&text),
                        Some(Value::Content) => return self.inside(e, mode),
                        None => {}
                    }
                    if let Some(label) = e.attr("aria-label").filter(|l| !is_white(l)) {
                        self.credit(is_root, NameSource::AriaLabel);
                        return self.say(e, label);
                    }
                }
                Step::NativeElements => {
                    let (elements, source) = native::elements(self.sem, e);
                    if !elements.is_empty() && !self.sem.is_presentational(e) {
                        self.credit(is_root, source);
                        self.tasks.extend(next);
                        return self.jump(&elements, Why::Target, mode);
                    }
                }
                Step::NativeText if self.sem.is_presentational(e) => {
                    if e.is("img") && !self.reads_title_of(e) {
                        return;
                    }
                }
                Step::NativeText => {
                    if let Some(found) = native::text(e).filter(|found| !is_white(found.text)) {
                        self.credit(is_root, found.source);
                        return self.say(e, found.text);
                    }
                }
                Step::Content => {
                    let readable = match why {
                        Why::Root { from_content } => from_content,
                        Why::Part | Why::Target => !native::is_replaced(e),
                    };
                    if readable {
                        self.credit(is_root, NameSource::Content);
                        self.tasks.extend(next);
                        return self.inside(e, mode);
                    }
                }
                Step::Title => {
                    let title = e.attr("title").filter(|t| e.is_html() && !is_white(t));
                    if let Some(title) = title {
                        self.credit(is_root, NameSource::Title);
                        return self.say(e, title);
                    }
                }
                Step::LastResort => {
                    if is_root && let Some(found) = native::last_resort(e) {
                        self.credit(is_root, found.source);
                        self.say(e, found.text);
                    }
                }
            }
        }
    }

    /// Whether an image with a blank `alt` is read by its `title`: only in RGAA's order, and not if `role` makes it decorative.
    fn reads_title_of(&self, img: Element<'a>) -> bool {
        self.titles_of_images
            && !matches!(self.sem.explicit_role(img), Some("none" | "presentation"))
    }

    /// What the root is named by, if it comes to that.
    fn credit(&mut self, is_root: bool, source: NameSource) {
        if is_root {
            self.source = source;
        }
    }

    fn say(&mut self, e: Element<'a>, text: &'a str) {
        if native::is_replaced(e) && !is_white(text) {
            self.out.space();
            self.out.push(text);
            self.out.space();
        } else {
            self.out.push(text);
        }
    }

    /// Reads what is inside an element, then what `aria-owns` adds to it.
    pub(super) fn inside(&mut self, e: Element<'a>, mode: Mode) {
        if e.has_attr("aria-owns") {
            let mut owned = self.ids(e, "aria-owns");
            // What is read in its place is not read again.
            owned.retain(|o| !e.contains(*o) || !self.sem.is_exposed(*o));
            self.jump(&owned, Why::Part, mode);
        }
        self.tasks.push(Task::Walk {
            at: e.id(),
            next: e.id() + 1,
            end: e.subtree_end(),
            mode,
        });
    }

    fn has_ids(&self, e: Element<'a>, attribute: &str) -> bool {
        e.tokens(attribute)
            .any(|id| self.sem.doc.by_id(id).is_some())
    }

    fn ids(&self, e: Element<'a>, attribute: &str) -> Vec<Element<'a>> {
        e.tokens(attribute)
            .filter_map(|id| self.sem.doc.by_id(id))
            .take(JUMP_LIMIT)
            .collect()
    }

    pub(super) fn jump_to_ids(&mut self, e: Element<'a>, attribute: &str, mode: Mode) {
        let targets = self.ids(e, attribute);
        let mode = Mode {
            referenced: true,
            ..mode
        };
        self.jump(&targets, Why::Target, mode);
    }

    /// Reads elements that are elsewhere, before anything else waiting.
    pub(super) fn jump(&mut self, targets: &[Element<'a>], why: Why, mode: Mode) {
        let jumps = targets.iter().rev();
        self.tasks
            .extend(jumps.map(|&e| Task::Jump(Reading { e, why, mode })));
    }

    pub(super) fn arrive(&mut self, mut reading: Reading<'a>) {
        let e = reading.e;
        // Already inside it: going on would turn in circles.
        let inside = |task: &Task<'_>| matches!(task, Task::Walk { at, .. } if e.id() <= *at && *at < e.subtree_end());
        if self.tasks.iter().any(inside) || self.jumped.len() >= JUMP_LIMIT {
            return;
        }
        let Err(place) = self.jumped.binary_search(&e.id()) else {
            return;
        };
        let hidden = !self.sem.is_exposed(e);
        let owns_itself = e == self.root || e.contains(self.root);
        // What is owned leaves the `aria-hidden` parent it is written in, but does not lose its own.
        let unowned = !self.sem.is_rendered(e) || self.sem.facts(e.id()).own_hidden();
        if reading.why == Why::Part && (owns_itself || unowned && !reading.mode.all) {
            return;
        }
        self.jumped.insert(place, e.id());
        if reading.why == Why::Target {
            // Hidden together with the root is not hidden: see `Semantics::name`.
            let facts = self.sem.facts(e.id());
            let own = facts.own_hidden() || facts.own_visibility() == Some(false);
            reading.mode.all = hidden && (own || self.sem.is_exposed(self.root));
            reading.mode.invisible = false;
        }
        self.out.space();
        self.tasks.push(Task::Space);
        self.read(reading, Step::LabelledBy);
    }
}

/// Whether an element in a walk adds nothing itself, so that its content can be read as if it were not there.
pub(super) fn is_plain(e: Element<'_>) -> bool {
    e.is_html()
        && !is_block(e)
        && !native::is_replaced(e)
        && !e.is_any(&["br", "button", "option", "optgroup", "output"])
        && e.attributes()
            .all(|a| !(a.name().starts_with("aria-") || matches!(a.name(), "title" | "role")))
}

fn is_white(text: &str) -> bool {
    text.trim_ascii().is_empty()
}
