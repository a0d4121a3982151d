//! Tree construction (HTML Standard, 13.2.6): from tokens, which know their places, to the tree.
//!
//! Our own, since what closes what, where and why is what a judge of pages must know, and since it takes most of the time of an audit that
//! finds nothing. Trees are html5ever's, which tests compare them with.
//!
//! The standard has an «insertion mode» decide what a token does; a file has those that belong together. A [`Complaint`] is made where the
//! standard says «parse error»; `report.rs` makes of it, and of what was closed, an error that people understand.

mod after_body;
mod before_body;
mod body_end;
mod body_start;
mod chars;
mod doctype;
mod foreign;
mod formatting;
mod insert;
mod stack;
mod table;
mod tag_name;
mod template;

use html5gum::State;
use web_atoms::LocalName;

pub(super) use chars::Chars;
use chars::Waiting;
pub(super) use stack::{Open, Stack};
pub(super) use tag_name::TagName;
use tag_name::{FOREIGN, INTEGRATION};

use super::arena::Arena;
use super::complaint::Complaint;
use super::data::{AttrData, NodeId};
use super::document::Quirks;
use crate::source::Span;

/// The insertion mode (13.2.4.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mode {
    Initial,
    BeforeHtml,
    BeforeHead,
    InHead,
    InHeadNoscript,
    AfterHead,
    InBody,
    Text,
    InTable,
    InTableText,
    InCaption,
    InColumnGroup,
    InTableBody,
    InRow,
    InCell,
    InTemplate,
    AfterBody,
    InFrameset,
    AfterFrameset,
    AfterAfterBody,
    AfterAfterFrameset,
}

/// The name of a tag.
#[derive(Clone, Debug)]
pub(super) struct Tag {
    pub name: TagName,
    pub local: LocalName,
}

/// A token that may be processed again in another mode. The attributes of a start tag are in [`Current`].
#[derive(Clone, Copy, Debug)]
enum Token<'a> {
    Start(&'a Tag),
    End(&'a Tag),
    Chars(Chars<'a>),
    Null,
    Eof,
}

/// The token that is being processed, and what came of it.
#[derive(Debug, Default)]
pub(super) struct Current {
    /// The whole token.
    pub span: Span,
    is_start_tag: bool,
    self_closing: bool,
    /// `/>` has a meaning here.
    acknowledged: bool,
    /// The attributes of a start tag, until an element takes them.
    pub attrs: Vec<AttrData>,
    /// The element made for the start tag.
    pub made: Option<NodeId>,
    /// That element went before a table that it was written in.
    pub fostered: bool,
    /// Parse errors.
    pub complaints: Vec<Complaint>,
    /// How the tokenizer is to read what follows.
    text_state: Option<State>,
}

/// The tree builder.
pub(super) struct Tree {
    pub arena: Arena,
    pub open: Stack,
    pub current: Current,
    pub quirks: Quirks,
    /// Elements made that no start tag of their own asked for, their attributes counted too.
    pub implied: usize,
    mode: Mode,
    /// The «original insertion mode», to go back to after text.
    original: Mode,
    /// The «stack of template insertion modes».
    templates: Vec<Mode>,
    /// The «list of active formatting elements»; `None` is a marker.
    formatting: Vec<Option<Open>>,
    /// The «pending table character tokens».
    table_text: Vec<Waiting>,
    head: Option<NodeId>,
    form: Option<NodeId>,
    frameset_ok: bool,
    foster_parenting: bool,
    ignore_line_feed: bool,
    scripting: bool,
    /// The context element of a fragment.
    context: Option<TagName>,
}

impl Tree {
    /// For a page.
    pub fn new(arena: Arena) -> Tree {
        Tree {
            arena,
            open: Stack::new(),
            current: Current::default(),
            quirks: Quirks::No,
            implied: 0,
            mode: Mode::Initial,
            original: Mode::Initial,
            templates: Vec::new(),
            formatting: Vec::new(),
            table_text: Vec::new(),
            head: None,
            form: None,
            frameset_ok: true,
            foster_parenting: false,
            ignore_line_feed: false,
            scripting: true,
            context: None,
        }
    }

    /// For a fragment without scripting, in an HTML element of this name (13.5).
    pub fn for_fragment(arena: Arena, context: &str) -> Tree {
        let context = TagName::of(context);
        let mut tree = Tree {
            scripting: false,
            context: Some(context),
            ..Tree::new(arena)
        };
        if context == TagName::Template {
            tree.templates.push(Mode::InTemplate);
        }
        tree.insert_phantom(TagName::Html);
        tree.reset_mode();
        tree
    }

    /// A new token comes.
    pub fn begin(&mut self, span: Span) {
        self.open.begin(self.arena.nodes.len() as NodeId);
        let current = &mut self.current;
        current.span = span;
        current.is_start_tag = false;
        current.self_closing = false;
        current.made = None;
        current.fostered = false;
    }

    /// A start tag, whose attributes are in [`Current::attrs`]. Tells how the tokenizer is to read on, if otherwise than as HTML.
    pub fn start_tag(&mut self, tag: &Tag, self_closing: bool) -> Option<State> {
        self.ignore_line_feed = false;
        self.current.is_start_tag = true;
        self.current.self_closing = self_closing;
        self.current.acknowledged = !self_closing;
        self.step(Token::Start(tag));
        if !self.current.acknowledged {
            self.complain(Complaint::SelfClosing);
        }
        self.current.attrs.clear();
        self.current.text_state.take()
    }

    pub fn end_tag(&mut self, tag: &Tag) {
        self.ignore_line_feed = false;
        self.step(Token::End(tag));
    }

    /// Characters, without U+0000.
    pub fn characters(&mut self, mut chars: Chars<'_>) {
        if std::mem::take(&mut self.ignore_line_feed) && chars.text.starts_with('\n') {
            chars = chars.skip(1);
        }
        if !chars.is_empty() {
            self.step(Token::Chars(chars));
        }
    }

    /// A U+0000, which is written here.
    pub fn null_character(&mut self, written: Span) {
        self.ignore_line_feed = false;
        if self.is_foreign(Token::Null) {
            self.complain(Complaint::Unexpected);
            self.insert_replacement(written);
        } else {
            self.step_in(self.mode, Token::Null);
        }
    }

    pub fn end_of_file(&mut self) {
        self.ignore_line_feed = false;
        self.step(Token::Eof);
    }

    /// After a token that the page does not have: no error comes of it.
    pub fn forget_complaints(&mut self) {
        self.current.complaints.clear();
    }

    fn complain(&mut self, complaint: Complaint) {
        self.current.complaints.push(complaint);
    }

    /// «Parse error», of a token that has no business there.
    fn unexpected(&mut self) {
        self.complain(Complaint::Unexpected);
    }

    #[inline(always)]
    fn step(&mut self, token: Token<'_>) {
        // Where nearly all tokens are.
        match self.mode == Mode::InBody && !self.in_foreign() {
            true => self.in_body(token),
            false => self.step_elsewhere(token),
        }
    }

    fn step_elsewhere(&mut self, token: Token<'_>) {
        match self.is_foreign(token) {
            true => self.foreign(token),
            false => self.step_in(self.mode, token),
        }
    }

    /// «Switch the insertion mode to … and reprocess the token».
    fn reprocess(&mut self, mode: Mode, token: Token<'_>) {
        self.mode = mode;
        self.step_elsewhere(token);
    }

    /// «Process the token using the rules for …».
    fn step_in(&mut self, mode: Mode, token: Token<'_>) {
        match mode {
            Mode::InBody => self.in_body(token),
            Mode::Text => self.in_text(token),
            Mode::Initial => self.initial(token),
            Mode::BeforeHtml => self.before_html(token),
            Mode::BeforeHead => self.before_head(token),
            Mode::InHead => self.in_head(token),
            Mode::InHeadNoscript => self.in_head_noscript(token),
            Mode::AfterHead => self.after_head(token),
            Mode::InTable => self.in_table(token),
            Mode::InTableText => self.in_table_text(token),
            Mode::InCaption => self.in_caption(token),
            Mode::InColumnGroup => self.in_column_group(token),
            Mode::InTableBody => self.in_table_body(token),
            Mode::InRow => self.in_row(token),
            Mode::InCell => self.in_cell(token),
            Mode::InTemplate => self.in_template(token),
            Mode::AfterBody => self.after_body(token),
            Mode::InFrameset => self.in_frameset(token),
            Mode::AfterFrameset => self.after_frameset(token),
            Mode::AfterAfterBody => self.after_after_body(token),
            Mode::AfterAfterFrameset => self.after_after_frameset(token),
        }
    }

    /// Whether the «adjusted current node» is not of HTML.
    #[inline(always)]
    pub fn in_foreign(&self) -> bool {
        self.open.current().name.is(FOREIGN)
    }

    /// The «tree construction dispatcher»: whether the rules for foreign content are to be used.
    fn is_foreign(&self, token: Token<'_>) -> bool {
        let current = self.open.current().name;
        if !current.is(FOREIGN) {
            return false;
        }
        let as_html = match token {
            Token::Eof => true,
            Token::End(_) => false,
            Token::Chars(_) | Token::Null => current.is(INTEGRATION),
            Token::Start(tag) => match current {
                TagName::MathText => !matches!(tag.name, TagName::Mglyph | TagName::Malignmark),
                TagName::AnnotationXml => tag.name == TagName::Svg,
                other => other.is(INTEGRATION),
            },
        };
        !as_html
    }

    /// Characters are blank ones first, then others, which are not treated alike: processes the former by `blank`, and tells the rest.
    /// Other tokens are told as they are.
    fn after_blank<'a>(
        &mut self,
        token: Token<'a>,
        blank: impl FnOnce(&mut Tree, Chars<'a>),
    ) -> Option<Token<'a>> {
        let Token::Chars(chars) = token else {
            return Some(token);
        };
        let (first, rest) = chars.split_blank();
        if !first.is_empty() {
            blank(self, first);
        }
        (!rest.is_empty()).then_some(Token::Chars(rest))
    }

    /// The «text» mode (13.2.6.4.8).
    fn in_text(&mut self, token: Token<'_>) {
        match token {
            Token::Chars(chars) => self.insert_characters(chars),
            Token::Eof => {
                self.unexpected();
                self.open.pop();
                self.reprocess(self.original, token);
            }
            Token::End(_) => {
                self.open.pop();
                self.mode = self.original;
            }
            // The tokenizer makes no others of raw text.
            Token::Start(_) | Token::Null => {}
        }
    }

    /// The «generic raw text element parsing algorithm», and the one for RCDATA.
    fn raw_text(&mut self, tag: &Tag, state: State) {
        self.insert_element(tag);
        self.current.text_state = Some(state);
        self.original = self.mode;
        self.mode = Mode::Text;
    }

    /// «Reset the insertion mode appropriately» (13.2.4.1).
    fn reset_mode(&mut self) {
        self.mode = self.appropriate_mode();
    }

    fn appropriate_mode(&self) -> Mode {
        for (at, open) in self.open.as_slice().iter().enumerate().rev() {
            let last = at == 0;
            let name = self.context.filter(|_| last).unwrap_or(open.name);
            match name {
                TagName::Td | TagName::Th if !last => return Mode::InCell,
                TagName::Tr => return Mode::InRow,
                TagName::Tbody | TagName::Thead | TagName::Tfoot => return Mode::InTableBody,
                TagName::Caption => return Mode::InCaption,
                TagName::Colgroup => return Mode::InColumnGroup,
                TagName::Table => return Mode::InTable,
                TagName::Template => {
                    return self.templates.last().copied().unwrap_or(Mode::InBody);
                }
                TagName::Head if !last => return Mode::InHead,
                TagName::Body => return Mode::InBody,
                TagName::Frameset => return Mode::InFrameset,
                TagName::Html => {
                    return match self.head {
                        None => Mode::BeforeHead,
                        Some(_) => Mode::AfterHead,
                    };
                }
                _ => {}
            }
        }
        Mode::InBody
    }
}
