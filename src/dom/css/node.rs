//! Elements as the selectors crate sees them.

use selectors::OpaqueElement;
use selectors::attr::{AttrSelectorOperation, CaseSensitivity, NamespaceConstraint};
use selectors::bloom::BloomFilter;
use selectors::context::MatchingContext;
use selectors::matching::ElementSelectorFlags;
use web_atoms::Namespace;

use super::names::{Name, Names, Never, Value};
use crate::dom::document::NodeRef;
use crate::dom::element::Element;

/// An element. A wrapper, so that the crate's trait is no part of ours.
#[derive(Clone, Debug)]
pub(super) struct Node<'a>(pub(super) Element<'a>);

impl selectors::Element for Node<'_> {
    type Impl = Names;

    fn opaque(&self) -> OpaqueElement {
        OpaqueElement::new(&self.0.doc.nodes[self.0.id as usize])
    }

    fn parent_element(&self) -> Option<Self> {
        self.0.parent().map(Node)
    }

    fn parent_node_is_shadow_root(&self) -> bool {
        false
    }

    fn containing_shadow_host(&self) -> Option<Self> {
        None
    }

    fn is_pseudo_element(&self) -> bool {
        false
    }

    fn prev_sibling_element(&self) -> Option<Self> {
        self.0.prev_element().map(Node)
    }

    fn next_sibling_element(&self) -> Option<Self> {
        self.0.next_element().map(Node)
    }

    fn first_element_child(&self) -> Option<Self> {
        self.0.child_elements().next().map(Node)
    }

    fn is_html_element_in_html_document(&self) -> bool {
        self.0.is_html()
    }

    fn has_local_name(&self, name: &Name) -> bool {
        *self.0.local() == name.0
    }

    fn has_namespace(&self, namespace: &Namespace) -> bool {
        self.0.namespace().url() == namespace
    }

    fn is_same_type(&self, other: &Self) -> bool {
        self.0.local() == other.0.local() && self.0.namespace() == other.0.namespace()
    }

    fn attr_matches(
        &self,
        namespace: &NamespaceConstraint<&Namespace>,
        name: &Name,
        operation: &AttrSelectorOperation<&Value>,
    ) -> bool {
        self.0.attributes().any(|attr| {
            let here = match namespace {
                NamespaceConstraint::Any => true,
                NamespaceConstraint::Specific(url) => attr.namespace() == **url,
            };
            here && *attr.local() == name.0 && operation.eval_str(attr.value())
        })
    }

    fn match_non_ts_pseudo_class(&self, pc: &Never, _: &mut MatchingContext<'_, Names>) -> bool {
        match *pc {}
    }

    fn match_pseudo_element(&self, pe: &Never, _: &mut MatchingContext<'_, Names>) -> bool {
        match *pe {}
    }

    fn apply_selector_flags(&self, _: ElementSelectorFlags) {}

    fn is_link(&self) -> bool {
        self.0.is_any(&["a", "area"]) && self.0.has_attr("href")
    }

    fn is_html_slot_element(&self) -> bool {
        false
    }

    fn has_id(&self, id: &Name, case: CaseSensitivity) -> bool {
        self.0
            .attr("id")
            .is_some_and(|value| case.eq(value.as_bytes(), id.0.as_bytes()))
    }

    fn has_class(&self, name: &Name, case: CaseSensitivity) -> bool {
        self.0
            .tokens("class")
            .any(|class| case.eq(class.as_bytes(), name.0.as_bytes()))
    }

    fn has_custom_state(&self, _: &Name) -> bool {
        false
    }

    fn imported_part(&self, _: &Name) -> Option<Name> {
        None
    }

    fn is_part(&self, _: &Name) -> bool {
        false
    }

    fn is_empty(&self) -> bool {
        self.0.children().all(|child| match child {
            NodeRef::Element(_) => false,
            NodeRef::Text(t) => t.text().is_empty(),
            _ => true,
        })
    }

    fn is_root(&self) -> bool {
        self.0.parent().is_none() && self.0.is_html()
    }

    fn add_element_unique_hashes(&self, _: &mut BloomFilter) -> bool {
        false
    }
}
