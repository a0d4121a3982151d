//! The text alternative computation (AccName 1.2 4.3), with a stack of its own: pages may nest and refer as they like.

use std::borrow::Cow;

use super::embedded::{self, Value};
use super::flat::Flat;
use super::native;
use super::text::is_block;
use super::{Name, NameSource, Semantics};
use crate::dom::{Element, NodeId, NodeRef};

/// Longest name or description, in bytes; the rest is cut. Nobody listens to that much.
pub const TEXT_LIMIT: usize = 16 * 1024;

/// References and labels followed for one name; more are as if not there.
const JUMP_LIMIT: usize = 64;

/// Steps that reading an element by all the rules counts for; passing over a node is one.
const PART_COST: usize = 4;

/// How a part of the page is read.
#[derive(Clone, Copy, Default)]
struct Mode {
    /// Inside what `aria-labelledby` or `aria-describedby` names: neither is followed again (2B).
    referenced: bool,
    /// Hidden parts are read too, since what was named is hidden itself (2A).
    all: bool,
    /// `visibility` hides this part; something inside may be visible again.
    invisible: bool,
}

/// Why an element is read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Why {
    /// It is the one to be named; whether its content may name it.
    Root { from_content: bool },
    /// It is inside what is read.
    Part,
    /// A reference or a label leads to it.
    Target,
}

/// The steps of the computation for one element, in order; hidden ones never get here.
#[derive(Clone, Copy)]
enum Step {
    /// 2B.
    LabelledBy,
    /// 2C and 2D.
    Label,
    /// 2E: labels, a caption.
    NativeElements,
    /// 2E: an attribute.
    NativeText,
    /// 2F and 2H.
    Content,
    /// 2I.
    Title,
    /// `placeholder`, the browser's own words.
    LastResort,
}

impl Step {
    fn next(self) -> Option<Step> {
        Some(match self {
            Step::LabelledBy => Step::Label,
            Step::Label => Step::NativeElements,
            Step::NativeElements => Step::NativeText,
            Step::NativeText => Step::Content,
            Step::Content => Step::Title,
            Step::Title => Step::LastResort,
            Step::LastResort => return None,
        })
    }
}

/// An element being read.
#[derive(Clone, Copy)]
struct Reading<'a> {
    e: Element<'a>,
    why: Why,
    mode: Mode,
}

enum Task<'a> {
    /// Read the nodes from `next` on; `at` is the element whose inside is read, or the last one read of it.
    Walk {
        at: NodeId,
        next: NodeId,
        end: NodeId,
        mode: Mode,
    },
    /// Go on with an element from a step on, unless something was said since the text had `mark` bytes.
    Continue {
        reading: Reading<'a>,
        step: Step,
        mark: usize,
    },
    /// Read an element that is elsewhere: a reference, a label, an owned one.
    Jump(Reading<'a>),
    /// Keep what comes apart from what came.
    Space,
}

/// One computation.
pub(super) struct Namer<'s, 'a> {
    sem: &'s Semantics<'a>,
    root: Element<'a>,
    /// A blank `alt` does not keep the `title` of an image from being used (RGAA's order).
    titles_of_images: bool,
    out: Flat<'a>,
    tasks: Vec<Task<'a>>,
    /// Elements that jumps led to, sorted: each is read once.
    jumped: Vec<NodeId>,
    source: NameSource,
}

impl<'s, 'a> Namer<'s, 'a> {
    pub fn new(sem: &'s Semantics<'a>, root: Element<'a>) -> Namer<'s, 'a> {
        Namer {
            sem,
            root,
            titles_of_images: false,
            out: Flat::default(),
            tasks: Vec::new(),
            jumped: Vec::new(),
            source: NameSource::None,
        }
    }

    /// Reads images inside as RGAA does: `title` after a blank `alt`.
    pub fn with_titles_of_images(mut self) -> Self {
        self.titles_of_images = true;
        self
    }

    /// The accessible name, by all steps.
    pub fn name(mut self, from_content: bool) -> Option<Name<'a>> {
        let root = Reading {
            e: self.root,
            why: Why::Root { from_content },
            mode: Mode::default(),
        };
        self.read(root, Step::LabelledBy);
        self.finish()
    }

    /// The name that the root's content gives.
    pub fn content(mut self) -> Option<Name<'a>> {
        self.source = NameSource::Content;
        self.inside(self.root, Mode::default());
        self.finish()
    }

    /// The text of the elements that an attribute names.
    pub fn references(mut self, attribute: &str, source: NameSource) -> Option<Name<'a>> {
        self.source = source;
        self.jump_to_ids(self.root, attribute, Mode::default());
        self.finish()
    }

    /// The text of elements of the host language: labels, a caption.
    pub fn elements(mut self, elements: &[Element<'a>], source: NameSource) -> Option<Name<'a>> {
        self.source = source;
        self.jump(elements, Why::Target, Mode::default());
        self.finish()
    }

    fn finish(mut self) -> Option<Name<'a>> {
        let mut worth = self.sem.work(1);
        while worth
            && self.out.len() <= TEXT_LIMIT
            && let Some(task) = self.tasks.pop()
        {
            match task {
                Task::Walk {
                    next, end, mode, ..
                } => worth = self.walk(next, end, mode),
                Task::Continue {
                    reading,
                    step,
                    mark,
                } => {
                    if self.out.len() == mark {
                        self.read(reading, step);
                    }
                }
                Task::Jump(reading) => {
                    worth = self.sem.work(1 + self.tasks.len());
                    self.arrive(reading);
                }
                Task::Space => self.out.space(),
            }
        }
        if !(worth && self.sem.work(self.out.copied())) {
            return Some(Name {
                text: Cow::Borrowed("…"),
                source: NameSource::GivenUp,
            });
        }
        let text = cut(self.out.finish());
        (!text.is_empty()).then_some(Name {
            text,
            source: self.source,
        })
    }

    /// Reads nodes until one needs tasks of its own; false when the page asks for too much.
    fn walk(&mut self, from: NodeId, end: NodeId, mode: Mode) -> bool {
        let mut next = from;
        let mut extra = 0;
        while next < end && self.out.len() <= TEXT_LIMIT {
            let at = next;
            next += 1;
            match self.sem.doc.node(at) {
                NodeRef::Text(text) => {
                    if mode.all || !(mode.invisible || self.sem.facts(at).own_gone()) {
                        self.out.push(text.text());
                    }
                }
                NodeRef::Element(e) => {
                    let Some(inner) = self.enter(e, mode) else {
                        next = e.subtree_end();
                        continue;
                    };
                    if inner.invisible == mode.invisible && is_plain(e) {
                        continue;
                    }
                    let next = e.subtree_end();
                    self.tasks.push(Task::Walk {
                        at,
                        next,
                        end,
                        mode,
                    });
                    self.read_part(e, inner);
                    extra = PART_COST;
                    break;
                }
                NodeRef::Document | NodeRef::Doctype(_) | NodeRef::Comment(_) => {}
            }
        }
        self.sem.work((next - from) as usize + extra)
    }

    /// How to read an element that the walk meets; `None` to leave it out (2A).
    fn enter(&self, e: Element<'a>, mut mode: Mode) -> Option<Mode> {
        let facts = self.sem.facts(e.id());
        if !mode.all {
            if facts.own_hidden() {
                return None;
            }
            if let Some(visible) = facts.own_visibility() {
                mode.invisible = !visible;
            }
        }
        let seen = e == self.root || self.jumped.binary_search(&e.id()).is_ok();
        (!seen && !native::is_never_read(e)).then_some(mode)
    }

    fn read_part(&mut self, e: Element<'a>, mode: Mode) {
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
    fn read(&mut self, reading: Reading<'a>, from: Step) {
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
                Step::NativeText => {
                    let text = native::text(e).filter(|_| !self.sem.is_presentational(e));
                    if let Some(found) = text {
                        if !is_white(found.text) {
                            self.credit(is_root, found.source);
                            return self.say(e, found.text);
                        }
                        if found.last_word && !self.titles_of_images {
                            return;
                        }
                    } else if e.is("img") && e.has_attr("alt") && !self.titles_of_images {
                        return;
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
    fn inside(&mut self, e: Element<'a>, mode: Mode) {
        if e.has_attr("aria-owns") {
            let owned = self.ids(e, "aria-owns");
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

    fn jump_to_ids(&mut self, e: Element<'a>, attribute: &str, mode: Mode) {
        let targets = self.ids(e, attribute);
        let mode = Mode {
            referenced: true,
            ..mode
        };
        self.jump(&targets, Why::Target, mode);
    }

    /// Reads elements that are elsewhere, before anything else waiting.
    fn jump(&mut self, targets: &[Element<'a>], why: Why, mode: Mode) {
        let jumps = targets.iter().rev();
        self.tasks
            .extend(jumps.map(|&e| Task::Jump(Reading { e, why, mode })));
    }

    fn arrive(&mut self, mut reading: Reading<'a>) {
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
        if reading.why == Why::Part && (owns_itself || hidden && !reading.mode.all) {
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
fn is_plain(e: Element<'_>) -> bool {
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

/// The text, or its beginning when it is too long.
fn cut(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.len() <= TEXT_LIMIT {
        return text;
    }
    let mut end = TEXT_LIMIT;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    Cow::Owned(format!("{}…", text[..end].trim_ascii_end()))
}
