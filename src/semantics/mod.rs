//! What a page means to the people who read it, assistive technologies included: roles, names, labels, what is hidden.
//!
//! Sources: WAI-ARIA 1.2, HTML-AAM 1.0, AccName 1.2, WHATWG HTML. One [`Semantics`] a page; everything is computed when first asked
//! and kept. There is no cascade yet: [`style`] is where it will answer.

mod embedded;
mod fields;
mod flat;
mod focus;
mod headings;
mod hiding;
mod kinds;
mod labels;
mod language;
mod name;
mod namer;
mod native;
mod redirect;
mod references;
mod rgaa_name;
mod role;
mod script;
pub mod style;
mod tables;
mod text;
mod visibility;
mod visible_label;
mod written;

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use rustc_hash::{FxBuildHasher, FxHashMap};

use crate::dom::{Document, Element, NodeId};

pub use fields::{FIELD_ELEMENTS, FIELD_ROLES, Field, is_native_field};
pub use headings::Heading;
pub use kinds::Kind;
pub use labels::{Labels, is_labelable};
pub use name::{Name, NameSource, TEXT_LIMIT, is_blank};
pub use references::Reference;
pub use script::{is_executable, is_javascript_url, script_attribute};
pub use tables::{Cell as TableCell, Row, Slots, Table, span};
pub use visibility::{NotRendered, Visibility};
pub use visible_label::{Repeated, VisibleLabel, same_words};
pub use written::{Known, Seems, Written, compared, may_be_foreign, seems};

/// The semantics of one page.
pub struct Semantics<'a> {
    doc: &'a Document,
    facts: OnceCell<Vec<visibility::Facts>>,
    /// Those of single elements and of what they are in, before there are those of all.
    few_facts: RefCell<FxHashMap<NodeId, visibility::Facts>>,
    kinds: OnceCell<kinds::Kinds>,
    roles: OnceCell<role::Roles>,
    /// How many roles were asked for before there were all of them.
    roles_asked: Cell<u32>,
    names: OnceCell<name::Memo<'a>>,
    descriptions: OnceCell<name::Memo<'a>>,
    labels: OnceCell<labels::Index>,
    languages: OnceCell<language::Owners>,
    outline: OnceCell<Vec<(Element<'a>, u32)>>,
    headings: OnceCell<Vec<Heading<'a>>>,
    fields: OnceCell<Vec<Field<'a>>>,
    active_script: OnceCell<Option<NodeId>>,
    sheets: OnceCell<style::Sheets>,
    rules: OnceCell<Option<style::Rules>>,
    shown_rules: OnceCell<Option<style::ShownRules>>,
    generated: OnceCell<Option<style::Generated>>,
    redirect: OnceCell<bool>,
    /// The tables looked at, by their ranks.
    tables: RefCell<HashMap<NodeId, Rc<Table<'a>>, FxBuildHasher>>,
    /// Steps spent on names so far.
    worked: Cell<usize>,
    /// Steps spent on styles so far.
    styled: Cell<usize>,
}

impl<'a> Semantics<'a> {
    /// Nothing is computed yet.
    pub fn new(doc: &'a Document) -> Semantics<'a> {
        Semantics {
            doc,
            facts: OnceCell::new(),
            few_facts: RefCell::default(),
            kinds: OnceCell::new(),
            roles: OnceCell::new(),
            roles_asked: Cell::new(0),
            names: OnceCell::new(),
            descriptions: OnceCell::new(),
            labels: OnceCell::new(),
            languages: OnceCell::new(),
            outline: OnceCell::new(),
            headings: OnceCell::new(),
            fields: OnceCell::new(),
            active_script: OnceCell::new(),
            sheets: OnceCell::new(),
            rules: OnceCell::new(),
            shown_rules: OnceCell::new(),
            generated: OnceCell::new(),
            redirect: OnceCell::new(),
            tables: RefCell::default(),
            worked: Cell::new(0),
            styled: Cell::new(0),
        }
    }

    /// The page.
    pub fn document(&self) -> &'a Document {
        self.doc
    }

    /// Spends steps (nodes read, bytes copied) on names; false once the page has asked for many times its own size, which only pages
    /// built for it do.
    fn work(&self, steps: usize) -> bool {
        self.spend(&self.worked, steps)
    }

    /// [`Semantics::work`] on styles: declarations asked for, bytes of `style` attributes read.
    fn work_on_styles(&self, steps: usize) -> bool {
        self.spend(&self.styled, steps)
    }

    fn spend(&self, counter: &Cell<usize>, steps: usize) -> bool {
        let nodes = self.doc.len() as usize;
        let enough = 200_000 + 64 * nodes + 4 * self.doc.source().text.len();
        counter.set(counter.get().saturating_add(steps));
        counter.get() <= enough
    }
}
