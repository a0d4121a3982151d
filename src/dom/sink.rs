//! What html5ever asks of the tree it builds.

use std::borrow::Cow;
use std::cell::Ref;

use html5ever::interface::{ElemName, ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::{Attribute, LocalName, QualName, local_name, ns};

use super::builder::{Builder, Complaint};
use super::complaint::TABLE_TEXT;
use super::data::{CommentData, DoctypeData, ElementData, Key, Kind, NIL, NOWHERE, NodeId};
use super::element::Namespace;
use crate::source::Span;

/// An element, for html5ever to ask its name.
#[derive(Debug)]
pub(super) struct Named<'a>(pub Ref<'a, ElementData>);

impl ElemName for Named<'_> {
    fn ns(&self) -> &html5ever::Namespace {
        self.0.ns.url()
    }

    fn local_name(&self) -> &LocalName {
        &self.0.local
    }
}

impl TreeSink for Builder {
    type Handle = NodeId;
    type Output = Builder;
    type ElemName<'a> = Named<'a>;

    fn finish(self) -> Builder {
        self
    }

    fn parse_error(&self, message: Cow<'static, str>) {
        let waiting = match &*message {
            TABLE_TEXT => self.pending.borrow().span(),
            _ => Span::default(),
        };
        let complaint = Complaint { message, waiting };
        self.current.borrow_mut().complaints.push(complaint);
    }

    fn get_document(&self) -> NodeId {
        0
    }

    fn elem_name<'a>(&'a self, target: &'a NodeId) -> Self::ElemName<'a> {
        self.last_named.set(*target);
        Named(self.element(*target))
    }

    fn create_element(
        &self,
        name: QualName,
        mut attrs: Vec<Attribute>,
        flags: ElementFlags,
    ) -> NodeId {
        let mut current = self.current.borrow_mut();
        let mut arena = self.arena.borrow_mut();
        let here = Span::at(current.span.start);
        let explicit = attrs.len() == current.places.len()
            && current.start_tag.as_ref().is_some_and(|tag| {
                *tag == name.local
                    || (*tag == local_name!("image") && name.local == local_name!("img"))
                    || tag.eq_ignore_ascii_case(&name.local)
            });
        if !explicit {
            self.implied.update(|n| n + 1 + attrs.len());
        }
        // The element of a start tag is the last one made for it: re-opened ones come before.
        if explicit
            && let Some(earlier) = current.made
            && let Some(e) = arena.element_mut(earlier)
        {
            (e.implied, e.start) = (true, here);
            let own = e.attrs();
            self.implied.update(|n| n + 1 + own.len());
            for attr in &mut arena.records.attrs[own] {
                (attr.name_span, attr.placed) = (here, false);
            }
        }
        let places = if explicit { &*current.places } else { &[] };
        let attributes = arena.push_attributes(&mut attrs, places, here);
        if attrs.capacity() > 0 {
            self.spare.replace(attrs);
        }
        let id = arena.add_element(ElementData {
            key: Key::of(&name.local),
            local: name.local,
            attrs: attributes,
            start: if explicit { current.span } else { here },
            end_tag: NOWHERE,
            ns: match name.ns {
                ns!(svg) => Namespace::Svg,
                ns!(mathml) => Namespace::MathMl,
                _ => Namespace::Html,
            },
            implied: !explicit,
            in_template: false,
        });
        if explicit {
            current.made = Some(id);
        }
        if flags.mathml_annotation_xml_integration_point {
            self.integration_points.borrow_mut().insert(id);
        }
        id
    }

    fn create_comment(&self, text: StrTendril) -> NodeId {
        let span = self.current.borrow().span;
        let mut arena = self.arena.borrow_mut();
        let rank = arena.records.comments.len();
        arena.records.comments.push(CommentData { text, span });
        arena.add(Kind::Comment, rank)
    }

    fn create_pi(&self, _target: StrTendril, data: StrTendril) -> NodeId {
        self.create_comment(data)
    }

    fn append(&self, parent: &NodeId, child: NodeOrText<NodeId>) {
        self.place(*parent, NIL, child, false);
    }

    fn append_before_sibling(&self, sibling: &NodeId, child: NodeOrText<NodeId>) {
        let parent = self.arena.borrow().nodes[*sibling as usize].parent;
        if parent != NIL {
            self.place(parent, *sibling, child, true);
        }
    }

    fn append_based_on_parent_node(
        &self,
        element: &NodeId,
        prev_element: &NodeId,
        child: NodeOrText<NodeId>,
    ) {
        if self.arena.borrow().nodes[*element as usize].parent != NIL {
            self.append_before_sibling(element, child);
        } else {
            self.place(*prev_element, NIL, child, true);
        }
    }

    fn append_doctype_to_document(
        &self,
        name: StrTendril,
        public_id: StrTendril,
        system_id: StrTendril,
    ) {
        let span = self.current.borrow().span;
        let mut arena = self.arena.borrow_mut();
        let rank = arena.records.doctypes.len();
        arena.records.doctypes.push(DoctypeData {
            name,
            public_id,
            system_id,
            span,
        });
        let id = arena.add(Kind::Doctype, rank);
        arena.insert(id, 0, NIL);
    }

    // Template contents are the template's own children here; `in_template` tells them apart.
    fn get_template_contents(&self, target: &NodeId) -> NodeId {
        *target
    }

    fn same_node(&self, x: &NodeId, y: &NodeId) -> bool {
        x == y
    }

    fn set_quirks_mode(&self, mode: QuirksMode) {
        self.quirks.set(mode);
    }

    fn pop(&self, node: &NodeId) {
        self.open.borrow_mut().popped(*node);
    }

    // Only `html` and `body` start tags met again: their new attributes join the element's.
    fn add_attrs_if_missing(&self, target: &NodeId, attrs: Vec<Attribute>) {
        let current = self.current.borrow();
        let mut arena = self.arena.borrow_mut();
        arena.add_late(*target, attrs, &current.places);
    }

    fn is_mathml_annotation_xml_integration_point(&self, element: &NodeId) -> bool {
        self.integration_points.borrow().contains(element)
    }

    fn remove_from_parent(&self, target: &NodeId) {
        self.arena.borrow_mut().detach(*target);
    }

    fn reparent_children(&self, node: &NodeId, new_parent: &NodeId) {
        let mut arena = self.arena.borrow_mut();
        loop {
            let child = arena.first_child(*node);
            if child == NIL {
                break;
            }
            arena.detach(child);
            arena.insert(child, *new_parent, NIL);
        }
    }
}
