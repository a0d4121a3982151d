//! Creating and inserting nodes (HTML Standard, 13.2.6.1).

use web_atoms::{LocalName, local_name};

use super::chars::Chars;
use super::tag_name::{FOREIGN, FOSTERS, TagName};
use super::{Open, Tag, Tree};
use crate::dom::data::{
    AttrRange, CommentData, DoctypeData, ElementData, Key, NIL, NOWHERE, NodeId,
};
use crate::dom::element::Namespace;
use crate::dom::run::Piece;
use crate::source::Span;

/// The «appropriate place for inserting a node».
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    parent: NodeId,
    /// The sibling to insert it before, or `NIL`: it comes last.
    before: NodeId,
    /// It is not under the current node, but where the table is.
    fostered: bool,
}

impl Place {
    pub(super) fn last_in(parent: NodeId) -> Place {
        Place {
            parent,
            before: NIL,
            fostered: false,
        }
    }
}

impl Tree {
    #[inline(always)]
    fn place(&self) -> Place {
        self.place_in(self.open.current())
    }

    /// The place for what should go into this element.
    #[inline(always)]
    pub(super) fn place_in(&self, target: Open) -> Place {
        match self.foster_parenting && target.name.is(FOSTERS) {
            true => self.foster_place(),
            false => Place::last_in(target.id),
        }
    }

    fn foster_place(&self) -> Place {
        let open = self.open.as_slice();
        for (at, element) in open.iter().enumerate().rev() {
            match element.name {
                TagName::Template => return Place::last_in(element.id),
                TagName::Table => {
                    let parent = self.arena.nodes[element.id as usize].parent;
                    return match parent {
                        NIL => Place {
                            fostered: true,
                            ..Place::last_in(open[at.saturating_sub(1)].id)
                        },
                        parent => Place {
                            parent,
                            before: element.id,
                            fostered: true,
                        },
                    };
                }
                _ => {}
            }
        }
        Place::last_in(open.first().map_or(0, |root| root.id))
    }

    pub(super) fn insert_at(&mut self, place: Place, id: NodeId) {
        self.arena.insert(id, place.parent, place.before);
    }

    pub(super) fn insert_characters(&mut self, chars: Chars<'_>) {
        let place = self.place();
        self.arena.insert_text(place.parent, place.before, chars);
    }

    /// U+FFFD for a U+0000 that is written here.
    pub(super) fn insert_replacement(&mut self, written: Span) {
        let piece = [Piece {
            decoded: 0,
            source: written,
            verbatim: false,
        }];
        self.insert_characters(Chars::replacement(&piece));
    }

    /// Where a comment goes depends on the mode alone.
    pub fn comment(&mut self, data: CommentData) {
        self.ignore_line_feed = false;
        self.settle_table_text();
        let place = match self.comment_parent() {
            Some(parent) => Place::last_in(parent),
            None => self.place(),
        };
        let id = self.arena.add_comment(data);
        self.insert_at(place, id);
    }

    pub(super) fn insert_doctype(
        &mut self,
        name: Option<String>,
        public_id: Option<String>,
        system_id: Option<String>,
    ) {
        let id = self.arena.add_doctype(DoctypeData {
            name: name.unwrap_or_default(),
            public_id: public_id.unwrap_or_default(),
            system_id: system_id.unwrap_or_default(),
            span: self.current.span,
        });
        self.insert_at(Place::last_in(0), id);
    }

    /// «Insert an HTML element» for a token.
    #[inline(always)]
    pub(super) fn insert_element(&mut self, tag: &Tag) -> NodeId {
        let id = self.insert_unopened(tag);
        self.open.push(Open { id, name: tag.name });
        id
    }

    /// «Insert an HTML element», «immediately pop the current node» and «acknowledge the token's self-closing flag».
    pub(super) fn insert_void(&mut self, tag: &Tag) {
        self.current.acknowledged = true;
        self.insert_unopened(tag);
    }

    /// «Insert an HTML element», «immediately pop the current node».
    #[inline(always)]
    pub(super) fn insert_unopened(&mut self, tag: &Tag) -> NodeId {
        let place = self.place();
        self.insert_token(place, Namespace::Html, tag.local.clone())
    }

    /// «Insert a foreign element» for a token; its attributes have their adjusted names.
    pub(super) fn insert_foreign(&mut self, ns: Namespace, local: LocalName) {
        let mut name = TagName::in_namespace(ns, &local);
        if name == TagName::AnnotationXml && self.holds_html() {
            name = TagName::AnnotationHtml;
        }
        let place = self.place();
        let id = self.insert_token(place, ns, local);
        match self.current.self_closing {
            true => self.current.acknowledged = true,
            false => self.open.push(Open { id, name }),
        }
    }

    /// Whether the start tag of an `annotation-xml` makes it an «HTML integration point».
    fn holds_html(&self) -> bool {
        let mut attrs = self.current.attrs.iter();
        attrs.any(|attr| {
            let value = self.arena.value(attr);
            attr.name == local_name!("encoding")
                && (value.eq_ignore_ascii_case("text/html")
                    || value.eq_ignore_ascii_case("application/xhtml+xml"))
        })
    }

    #[inline(always)]
    fn insert_token(&mut self, place: Place, ns: Namespace, local: LocalName) -> NodeId {
        let explicit = self.current.is_start_tag;
        if !explicit {
            self.implied += 1;
        }
        let attrs = self.arena.push_attributes(&mut self.current.attrs);
        let span = match explicit {
            true => self.current.span,
            false => Span::at(self.current.span.start),
        };
        let id = self
            .arena
            .add_element(element(local, ns, attrs, span, !explicit));
        if explicit {
            self.current.made = Some(id);
            self.current.fostered = place.fostered;
        }
        self.insert_at(place, id);
        id
    }

    /// Inserts an HTML element that no start tag asks for.
    pub(super) fn insert_phantom(&mut self, name: TagName) -> NodeId {
        let id = self.create_implied(name.local(), AttrRange::default());
        self.insert_at(self.place(), id);
        self.open.push(Open { id, name });
        id
    }

    /// Another element for the token that made this one.
    pub(super) fn create_clone(&mut self, original: Open) -> Open {
        let here = Span::at(self.current.span.start);
        let Some(of) = self.arena.element(original.id) else {
            return original;
        };
        let (local, own, set) = (of.local.clone(), of.attrs(), of.attrs.set);
        let attrs = self.arena.clone_attributes(own, here, set);
        let id = self.create_implied(local, attrs);
        Open { id, ..original }
    }

    fn create_implied(&mut self, local: LocalName, attrs: AttrRange) -> NodeId {
        self.implied += 1 + attrs.len as usize;
        let here = Span::at(self.current.span.start);
        self.arena
            .add_element(element(local, Namespace::Html, attrs, here, true))
    }

    /// The namespace of the current node.
    pub(super) fn current_namespace(&self) -> Namespace {
        let current = self.open.current();
        match self.arena.element(current.id) {
            Some(element) if current.name.is(FOREIGN) => element.ns,
            _ => Namespace::Html,
        }
    }
}

fn element(
    local: LocalName,
    ns: Namespace,
    attrs: AttrRange,
    start: Span,
    implied: bool,
) -> ElementData {
    ElementData {
        key: Key::of(&local),
        local,
        attrs,
        start,
        end_tag: NOWHERE,
        ns,
        implied,
        in_template: false,
    }
}
