//! What a check sees of the page, and where it says what it found.

use std::any::Any;
use std::cell::{RefCell, RefMut};
use std::collections::HashMap;
use std::fmt::Write;
use std::rc::Rc;

use rustc_hash::FxBuildHasher;

use super::fix::{Condition, Edit, Fix};
use super::likeness::{bytes, numberless};
use super::meta::{InDom, Level, Meta, Verdict};
use super::options::Options;
use super::resolve::Resolver;
use crate::dom::{Attr, Document, Element, Text as TextNode};
use crate::rgaa::TestId;
use crate::semantics::Semantics;
use crate::source::Span;
use crate::text::Text;

/// A place to point at, and the element it belongs to.
#[derive(Clone, Copy, Debug)]
pub struct Target<'p> {
    /// The place.
    pub span: Span,
    /// The element judged, if it is one.
    pub element: Option<Element<'p>>,
}

impl<'p> From<Element<'p>> for Target<'p> {
    /// Points at the start tag.
    fn from(element: Element<'p>) -> Target<'p> {
        Target {
            span: element.place(),
            element: Some(element),
        }
    }
}

impl<'p> From<(Element<'p>, Span)> for Target<'p> {
    fn from((element, span): (Element<'p>, Span)) -> Target<'p> {
        Target {
            span,
            element: Some(element),
        }
    }
}

impl<'p> From<(Element<'p>, Attr<'p>)> for Target<'p> {
    /// Points at the attribute's value, or its name when it has none.
    fn from((element, attr): (Element<'p>, Attr<'p>)) -> Target<'p> {
        Target {
            span: attr.place(),
            element: Some(element),
        }
    }
}

impl<'p> From<TextNode<'p>> for Target<'p> {
    fn from(text: TextNode<'p>) -> Target<'p> {
        Target {
            span: text.span(),
            element: text.parent(),
        }
    }
}

impl<'p> From<(TextNode<'p>, std::ops::Range<usize>)> for Target<'p> {
    /// Points at a range of bytes of the decoded text.
    fn from((text, range): (TextNode<'p>, std::ops::Range<usize>)) -> Target<'p> {
        Target {
            span: text.source_span(range),
            element: text.parent(),
        }
    }
}

impl From<Span> for Target<'_> {
    fn from(span: Span) -> Self {
        Target {
            span,
            element: None,
        }
    }
}

/// Another place that helps to understand.
#[derive(Clone, Debug)]
pub struct RelatedDraft {
    /// What is there.
    pub message: String,
    /// Where.
    pub span: Span,
}

/// A finding as a check leaves it.
#[derive(Clone, Debug)]
pub struct Found<'p> {
    /// What the check says.
    pub verdict: Verdict,
    /// How loud, when the check wants other than its default.
    pub level: Option<Level>,
    /// The place and the element.
    pub target: Target<'p>,
    /// What is wrong there, or what to decide, in the user's language.
    pub message: String,
    /// Other places.
    pub related: Vec<RelatedDraft>,
    /// The RGAA tests this one finding speaks to; `None`: all those of the check's proofs.
    pub tests: Option<Vec<TestId>>,
    /// What becomes of the error in the tree that browsers build; `None`: what the check says.
    pub in_dom: Option<InDom>,
    /// How many targets it stands for: itself, and when there are more, the first of them as related places.
    pub places: u32,
    /// What its message quotes, as a hash that no language has a part in: see [`Draft::arg`].
    pub essence: u64,
    /// What mends it, place by place, where that is safe ([`MAX_SERIES`] places at most).
    pub fixes: Vec<Fix>,
}

/// How many targets got which verdict.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Targets that passed.
    pub passed: u32,
    /// Targets that failed.
    pub failed: u32,
    /// Targets a person must look at.
    pub review: u32,
}

/// What one check found on one page.
#[derive(Debug, Default)]
pub struct Drafts<'p> {
    /// Counts, complete.
    pub tally: Tally,
    /// Findings, up to the limit.
    pub found: Vec<Found<'p>>,
    /// Findings left out because of the limit.
    pub left_out: u32,
    /// How many of the targets that passed speak to the tests of `met` only.
    pub narrowed: u32,
    /// Tests that such targets meet.
    pub met: Vec<TestId>,
    /// Tests that only a person can settle, with nothing to say against any target.
    pub open: Vec<TestId>,
}

impl Drafts<'_> {
    /// Whether there was nothing to say, not even that something conforms.
    pub fn is_empty(&self) -> bool {
        self.tally == Tally::default()
    }

    /// Whether a target was shown to meet the test.
    pub fn meets(&self, test: TestId) -> bool {
        self.tally.passed > self.narrowed || self.met.contains(&test)
    }
}

/// A page as a check sees it.
pub struct Context<'p> {
    doc: &'p Document,
    semantics: &'p Semantics<'p>,
    options: &'p Options,
    /// Findings kept per check and page; more are only counted.
    limit: usize,
    meta: &'static Meta,
    drafts: Drafts<'p>,
    /// Findings that stand for many places: which one holds the series.
    series: Option<Box<Series>>,
    /// The finding that holds the last place told, and that place.
    last: Option<(usize, Span)>,
    /// Takes what is written past the limit.
    overflow: Option<Box<Found<'p>>>,
    /// See [`Context::memory`].
    memory: Option<Box<dyn Any>>,
    /// See [`Context::resolver`].
    resolver: Option<Rc<RefCell<Resolver<'p>>>>,
}

/// What the places of a series have in common, as a hash: a text, or several without putting them together.
#[derive(Clone, Copy, Debug)]
pub struct What(u64);

impl From<&str> for What {
    fn from(what: &str) -> What {
        What::from([what])
    }
}

impl From<&String> for What {
    fn from(what: &String) -> What {
        What::from([what.as_str()])
    }
}

impl<const N: usize> From<[&str; N]> for What {
    fn from(parts: [&str; N]) -> What {
        let add = |hash, part: &str| bytes(hash, part.as_bytes());
        What(parts.into_iter().fold(0, add))
    }
}

/// Findings by what makes a series.
type Series = HashMap<(Verdict, Text, u64), usize, FxBuildHasher>;

/// Places related to a finding that stands for many.
const MAX_SERIES: usize = 50;

impl<'p> Context<'p> {
    /// A context for one check on one page.
    pub fn new(
        meta: &'static Meta,
        semantics: &'p Semantics<'p>,
        options: &'p Options,
        limit: usize,
    ) -> Context<'p> {
        Context {
            doc: semantics.document(),
            semantics,
            options,
            limit,
            meta,
            drafts: Drafts::default(),
            series: None,
            last: None,
            overflow: None,
            memory: None,
            resolver: None,
        }
    }

    /// The same, for a check of the whole site.
    pub fn following(self, resolver: &Rc<RefCell<Resolver<'p>>>) -> Context<'p> {
        Context {
            resolver: Some(Rc::clone(resolver)),
            ..self
        }
    }

    /// Follows the references of the page, in [`super::SiteCheck::collect`] alone: what one check has followed, the next ones know.
    pub fn resolver(&self) -> RefMut<'_, Resolver<'p>> {
        let resolver = self.resolver.as_ref();
        resolver.expect("a page of a site is read").borrow_mut()
    }

    /// The check's own data.
    pub fn meta(&self) -> &'static Meta {
        self.meta
    }

    /// The page.
    pub fn doc(&self) -> &'p Document {
        self.doc
    }

    /// Roles, names, visibility.
    pub fn semantics(&self) -> &'p Semantics<'p> {
        self.semantics
    }

    /// Whether scripts may change the page: it has some, and the user did not say that they change nothing to be judged.
    pub fn scripts_may_change(&self) -> bool {
        !self.options.scripts_inert && self.semantics.has_active_script()
    }

    /// What the user declared.
    pub fn options(&self) -> &'p Options {
        self.options
    }

    /// What the check keeps of this page from one call to the next, to conclude in [`super::Check::page`]. One type a check; empty at
    /// first. It outlives no page: keep ranks ([`Element::id`]), not elements.
    pub fn memory<T: Default + 'static>(&mut self) -> &mut T {
        let kept = self.memory.get_or_insert_with(|| Box::new(T::default()));
        debug_assert!(kept.is::<T>(), "a check keeps one type");
        if !kept.is::<T>() {
            *kept = Box::new(T::default());
        }
        kept.downcast_mut().expect("it has this type")
    }

    /// A target conforms.
    pub fn pass(&mut self) {
        self.drafts.tally.passed += 1;
    }

    /// A target conforms, which says something of these tests only.
    pub fn pass_on(&mut self, tests: &[TestId]) {
        self.drafts.tally.passed += 1;
        self.drafts.narrowed += 1;
        add_new(&mut self.drafts.met, tests);
    }

    /// A target has nothing wrong that files could show, yet only a person can say whether it meets these tests: whatever other
    /// targets prove, they are not concluded.
    pub fn leave_open(&mut self, tests: &[TestId]) {
        self.drafts.tally.passed += 1;
        self.drafts.narrowed += 1;
        add_new(&mut self.drafts.open, tests);
    }

    /// A target certainly does not conform.
    pub fn fail<'c>(&'c mut self, target: impl Into<Target<'p>>, message: &Text) -> Draft<'c, 'p> {
        self.drafts.tally.failed += 1;
        self.push(Verdict::Fail, target.into(), message)
    }

    /// A person must decide; the message is the question.
    pub fn review<'c>(
        &'c mut self,
        target: impl Into<Target<'p>>,
        question: &Text,
    ) -> Draft<'c, 'p> {
        self.drafts.tally.review += 1;
        self.push(Verdict::Review, target.into(), question)
    }

    /// [`Context::fail`] for a defect that comes in series: the first place is the finding, which is returned to be completed;
    /// the next ones with the same message about the same `what` become places related to it (50 at most; all are counted).
    pub fn fail_together<'c>(
        &'c mut self,
        target: impl Into<Target<'p>>,
        message: &Text,
        what: impl Into<What>,
        also: &Text,
    ) -> Option<Draft<'c, 'p>> {
        self.drafts.tally.failed += 1;
        self.together(Verdict::Fail, target.into(), message, what.into(), also)
    }

    /// [`Context::review`] for a question that is the same at many places; see [`Context::fail_together`].
    pub fn review_together<'c>(
        &'c mut self,
        target: impl Into<Target<'p>>,
        question: &Text,
        what: impl Into<What>,
        also: &Text,
    ) -> Option<Draft<'c, 'p>> {
        self.drafts.tally.review += 1;
        self.together(Verdict::Review, target.into(), question, what.into(), also)
    }

    fn together<'c>(
        &'c mut self,
        verdict: Verdict,
        target: Target<'p>,
        message: &Text,
        what: What,
        also: &Text,
    ) -> Option<Draft<'c, 'p>> {
        let key = (verdict, *message, what.0);
        let series = self.series.get_or_insert_default();
        if let Some(&at) = series.get(&key) {
            self.last = Some((at, target.span));
            let found = &mut self.drafts.found[at];
            found.places += 1;
            if found.related.len() < MAX_SERIES {
                found.related.push(RelatedDraft {
                    message: also.get(self.options.lang).to_owned(),
                    span: target.span,
                });
            }
            return None;
        }
        if self.drafts.found.len() < self.limit {
            series.insert(key, self.drafts.found.len());
        }
        Some(self.push(verdict, target, message))
    }

    /// What mends the place told last, where that is safe.
    pub fn mend(&mut self, edits: Vec<Edit>) {
        self.mend_if(edits, Condition::None);
    }

    /// [`Context::mend`], where the tree stays as it is: only the writing changes.
    pub fn rewrite(&mut self, edits: Vec<Edit>) {
        self.mend_if(edits, Condition::SameTree);
    }

    /// [`Context::mend`], where no script and no style sheet that the page loads names this. Kept only where [`Options::fixing`].
    pub fn mend_unless_named(&mut self, edits: Vec<Edit>, name: &str) {
        if self.options.fixing {
            self.mend_if(edits, Condition::NotNamed(name.to_owned()));
        }
    }

    fn mend_if(&mut self, edits: Vec<Edit>, condition: Condition) {
        if let Some((found, at)) = self.last
            && let Some(found) = self.drafts.found.get_mut(found)
            && found.fixes.len() < MAX_SERIES
        {
            found.fixes.push(Fix {
                at,
                edits,
                condition,
            });
        }
    }

    /// [`Context::fail`] for what people meet when the page is shown: a question instead when the element is not rendered as
    /// the page stands, since it may never be (RGAA judges what is shown).
    pub fn fail_if_rendered<'c>(
        &'c mut self,
        element: Element<'p>,
        target: impl Into<Target<'p>>,
        message: &Text,
    ) -> Draft<'c, 'p> {
        if self.semantics.is_rendered(element) {
            self.fail(target, message)
        } else {
            self.review(target, message)
        }
    }

    fn push<'c>(
        &'c mut self,
        verdict: Verdict,
        target: Target<'p>,
        message: &Text,
    ) -> Draft<'c, 'p> {
        let found = Found {
            verdict,
            level: None,
            target,
            message: message.get(self.options.lang).to_owned(),
            related: Vec::new(),
            tests: None,
            in_dom: None,
            places: 1,
            essence: 0,
            fixes: Vec::new(),
        };
        let options = self.options;
        self.last = None;
        let found = if self.drafts.found.len() < self.limit {
            self.last = Some((self.drafts.found.len(), target.span));
            self.drafts.found.push(found);
            self.drafts.found.last_mut()
        } else {
            self.drafts.left_out += 1;
            Some(&mut **self.overflow.insert(Box::new(found)))
        };
        Draft {
            found: found.expect("one was just put there"),
            options,
        }
    }

    /// Turns an unused context, or one that is through, to another check.
    pub fn turn_to(&mut self, meta: &'static Meta) {
        self.meta = meta;
    }

    /// What was found; the context then is as new.
    pub fn finish(&mut self) -> Drafts<'p> {
        self.series = None;
        self.last = None;
        self.overflow = None;
        self.memory = None;
        std::mem::take(&mut self.drafts)
    }
}

fn add_new(tests: &mut Vec<TestId>, more: &[TestId]) {
    for test in more {
        if !tests.contains(test) {
            tests.push(*test);
        }
    }
}

/// A finding being written: fill its placeholders, add related places.
pub struct Draft<'c, 'p> {
    found: &'c mut Found<'p>,
    options: &'p Options,
}

impl Draft<'_, '_> {
    /// Replaces `{name}` in the message. Long values are cut to 120 scalar values, newlines become spaces.
    pub fn arg(self, name: &str, value: impl std::fmt::Display) -> Self {
        let quoted = fill(&mut self.found.message, name, &value);
        self.found.essence = quote(self.found.essence, name, &quoted);
        self
    }

    /// Replaces `{name}` by a text in the user's language, which is not cut and may have placeholders of its own.
    pub fn arg_text(self, name: &str, value: &Text) -> Self {
        put(&mut self.found.message, name, value.get(self.options.lang));
        self
    }

    /// Adds a related place.
    pub fn related(self, span: Span, message: &Text) -> Self {
        self.found.related.push(RelatedDraft {
            message: message.get(self.options.lang).to_owned(),
            span,
        });
        self
    }

    /// Replaces `{name}` in the message of the last related place.
    pub fn related_arg(self, name: &str, value: impl std::fmt::Display) -> Self {
        if let Some(related) = self.found.related.last_mut() {
            fill(&mut related.message, name, &value);
        }
        self
    }

    /// Restricts the finding to some of the RGAA tests of the check's proofs.
    pub fn tests(self, tests: &[TestId]) -> Self {
        self.found.tests = Some(tests.to_vec());
        self
    }

    /// What becomes of this error in the tree that browsers build, when that is not what the check says.
    pub fn in_dom(self, in_dom: InDom) -> Self {
        self.found.in_dom = Some(in_dom);
        self
    }

    /// Another level than the check's default, for this finding.
    pub fn level(self, level: Level) -> Self {
        self.found.level = Some(level);
        self
    }
}

/// Adds what a message quotes to what identifies its cause. Counts, addresses and what stands around are another on each page, numbers
/// may be.
pub(super) fn quote(hash: u64, name: &str, value: &str) -> u64 {
    if matches!(name, "count" | "times" | "href" | "url" | "around") {
        return hash;
    }
    let words = value.split_ascii_whitespace().map(|word| {
        // An address, and no type of content, which has one solidus.
        let mut solidus = memchr::memchr_iter(b'/', word.as_bytes());
        match (solidus.next(), solidus.next()) {
            (Some(first), Some(_)) => &word[..first],
            _ => word,
        }
    });
    words.fold(bytes(hash, name.as_bytes()), numberless)
}

/// Fills a placeholder, and gives back the value as written there.
pub(super) fn fill(message: &mut String, name: &str, value: &dyn std::fmt::Display) -> String {
    let mut text = String::new();
    let _ = write!(text, "{value}");
    if !is_short(&text, 120) {
        text = shorten(&text, 120);
    }
    put(message, name, &text);
    text
}

/// Puts a value in the place of a placeholder. It may look like one itself: only the rest of the message is read again.
fn put(message: &mut String, name: &str, value: &str) {
    let mut from = 0;
    let mut met = false;
    while let Some(at) = placeholder(message, name, from) {
        message.replace_range(at..at + name.len() + 2, value);
        from = at + value.len();
        met = true;
    }
    debug_assert!(met, "no {{{name}}} in «{message}»");
}

/// Where `{name}` is in a message, from a place on.
fn placeholder(message: &str, name: &str, mut from: usize) -> Option<usize> {
    while let Some(brace) = memchr::memchr(b'{', &message.as_bytes()[from..]) {
        let at = from + brace;
        let inside = message[at + 1..].strip_prefix(name);
        if inside.is_some_and(|rest| rest.starts_with('}')) {
            return Some(at);
        }
        from = at + 1;
    }
    None
}

/// Whether [`shorten`] would change nothing; most values are so.
fn is_short(text: &str, max: usize) -> bool {
    let bytes = text.as_bytes();
    bytes.len() <= max
        && bytes.iter().all(|b| (b' '..=0x7f).contains(b))
        && !bytes.windows(2).any(|two| two == b"  ")
        && text.trim().len() == text.len()
}

/// At most `max` scalar values on one line; `…` marks what was cut.
fn shorten(text: &str, max: usize) -> String {
    let mut out = String::with_capacity(text.len().min(max * 4));
    let mut space = false;
    for (n, c) in text.trim().chars().enumerate() {
        if n == max {
            out.push('…');
            break;
        }
        let blank = c.is_whitespace();
        if blank && space {
            continue;
        }
        space = blank;
        out.push(if blank { ' ' } else { c });
    }
    out
}
