//! The text alternative computation (AccName 1.2 4.3), with a stack of its own: pages may nest and refer as they like.

mod steps;

use std::borrow::Cow;

use self::steps::is_plain;
use super::flat::Flat;
use super::{Name, NameSource, Semantics};
use crate::dom::{Element, NodeId, NodeRef};
use crate::text::floor;

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
}

/// The text, or its beginning when it is too long.
fn cut(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.len() <= TEXT_LIMIT {
        return text;
    }
    let end = floor(&text, TEXT_LIMIT);
    Cow::Owned(format!("{}…", text[..end].trim_ascii_end()))
}
