//! Facts of the standards as data: HTML, WAI-ARIA, BCP 47, URL and RGAA lists.
//!
//! Nothing here reads a page or imports another module of the crate: every function is pure, over `&str` and static tables.
//! Names are expected as the parser gives them (HTML names in ASCII lowercase).

pub mod allowed_roles;
pub mod aria_attributes;
pub mod aria_native;
pub mod aria_roles;
pub mod attribute_conditions;
pub mod attribute_values;
pub mod attributes;
pub mod autofill;
pub mod content;
pub mod content_policy;
pub mod element_attributes;
pub mod element_facts;
pub mod elements;
pub mod event_handlers;
pub mod form_words;
pub mod idrefs;
pub mod implicit_roles;
mod index;
pub mod language;
pub mod links;
pub mod mathml;
pub mod media;
pub mod obsolete;
pub mod presentational;
pub mod refresh;
pub mod required_attributes;
pub mod residue;
pub mod role_content;
pub mod script_data;
pub mod script_kinds;
pub mod sensory;
pub mod svg;
pub mod syntax;
pub mod url;
pub mod url_attributes;

/// A short text in both languages: `(French, English)`.
pub type Words = (&'static str, &'static str);

#[cfg(test)]
pub(crate) mod testing {
    /// Asserts that keys are in strictly increasing byte order, as binary search needs.
    #[track_caller]
    pub fn assert_sorted<'a>(table: &str, keys: impl IntoIterator<Item = &'a str>) {
        let keys: Vec<&str> = keys.into_iter().collect();
        for pair in keys.windows(2) {
            assert!(
                pair[0] < pair[1],
                "{table}: {:?} must come before {:?}",
                pair[1],
                pair[0]
            );
        }
        assert!(!keys.is_empty(), "{table} is empty");
    }
}
