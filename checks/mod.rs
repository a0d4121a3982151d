//! All checks. Generated from this folder: `UPDATE=1 cargo test registry`.

use crate::check::{AnySiteCheck, Check, Meta};

pub mod authoring {
    pub mod addresses;
    pub mod editorial_leftover;
    pub mod leaked_entity_text;
    pub mod leaked_markdown;
    pub mod leaked_tag_text;
    pub mod markdown;
    pub mod markup;
    pub mod placeholder_link;
    pub mod prose;
    pub mod template_leftover;
    pub mod templates;
}
pub mod conformance {
    pub mod aria_reference_missing;
    pub mod attribute_value_missing;
    pub mod charset_declaration;
    pub mod doctype_invalid;
    pub mod doctype_misplaced;
    pub mod doctype_missing;
    pub mod doctype_obsolete;
    pub mod doctypes;
    pub mod duplicate_attribute;
    pub mod duplicate_id;
    pub mod end_tag_without_solidus;
    pub mod obsolete_attribute;
    pub mod obsolete_element;
    pub mod parse_error;
    pub mod parse_error_messages;
    pub mod references;
    pub mod validity;
}
pub mod forms {
    pub mod label_fields;
    pub mod label_without_field;
}
pub mod frames {
    pub mod frame_name_missing;
    pub mod frame_title_missing;
}
pub mod links {
    pub mod broken_fragment;
    pub mod broken_link;
    pub mod causes;
    pub mod missing;
    pub mod missing_files;
    pub mod references;
    pub mod served_elsewhere;
}
pub mod navigation {
    pub mod fragment_link_broken;
    pub mod fragments;
    pub mod lacking;
    pub mod site_menu_missing;
    pub mod site_search_missing;
    pub mod sitemap;
    pub mod sitemap_link_missing;
    pub mod skip_link_broken;
}
pub mod presentation {
    pub mod blank;
    pub mod empty_paragraph;
    pub mod layout_by_spaces;
    pub mod line_break_run;
    pub mod presentational_attribute;
    pub mod presentational_attribute_by_letter;
    pub mod presentational_attributes;
    pub mod presentational_element;
    pub mod presentational_s_element;
    pub mod quotation_in_italics;
}
pub mod required {
    pub mod page_title_shared;
    pub mod redirect;
}
pub mod scripts {
    pub mod aria_controls_shared;
}
pub mod structure {
    pub mod bold;
    pub mod description_list;
    pub mod fake_list;
    pub mod h1_missing;
    pub mod heading_all_bold;
    pub mod heading_empty;
    pub mod heading_level_skip;
    pub mod heading_too_long;
    pub mod list_empty;
    pub mod list_misnested;
    pub mod list_role_misnested;
    pub mod list_unclosed;
    pub mod markers;
    pub mod paragraph_as_heading;
    pub mod runs;
}

/// Checks of one page.
pub static ALL: &[&dyn Check] = &[
    authoring::editorial_leftover::CHECK,
    authoring::leaked_entity_text::CHECK,
    authoring::leaked_markdown::CHECK,
    authoring::leaked_tag_text::CHECK,
    authoring::placeholder_link::CHECK,
    authoring::template_leftover::CHECK,
    conformance::aria_reference_missing::CHECK,
    conformance::attribute_value_missing::CHECK,
    conformance::charset_declaration::CHECK,
    conformance::doctype_invalid::CHECK,
    conformance::doctype_misplaced::CHECK,
    conformance::doctype_missing::CHECK,
    conformance::doctype_obsolete::CHECK,
    conformance::duplicate_attribute::CHECK,
    conformance::duplicate_id::CHECK,
    conformance::end_tag_without_solidus::CHECK,
    conformance::obsolete_attribute::CHECK,
    conformance::obsolete_element::CHECK,
    conformance::parse_error::CHECK,
    forms::label_without_field::CHECK,
    frames::frame_name_missing::CHECK,
    frames::frame_title_missing::CHECK,
    navigation::fragment_link_broken::CHECK,
    navigation::skip_link_broken::CHECK,
    presentation::empty_paragraph::CHECK,
    presentation::layout_by_spaces::CHECK,
    presentation::line_break_run::CHECK,
    presentation::presentational_attribute::CHECK,
    presentation::presentational_attribute_by_letter::CHECK,
    presentation::presentational_element::CHECK,
    presentation::presentational_s_element::CHECK,
    presentation::quotation_in_italics::CHECK,
    scripts::aria_controls_shared::CHECK,
    structure::fake_list::CHECK,
    structure::h1_missing::CHECK,
    structure::heading_all_bold::CHECK,
    structure::heading_empty::CHECK,
    structure::heading_level_skip::CHECK,
    structure::heading_too_long::CHECK,
    structure::list_empty::CHECK,
    structure::list_misnested::CHECK,
    structure::list_role_misnested::CHECK,
    structure::list_unclosed::CHECK,
    structure::paragraph_as_heading::CHECK,
];

/// Checks of a whole site.
pub static SITE: &[&dyn AnySiteCheck] = &[
    links::broken_fragment::CHECK,
    links::broken_link::CHECK,
    navigation::site_menu_missing::CHECK,
    navigation::site_search_missing::CHECK,
    navigation::sitemap_link_missing::CHECK,
    required::page_title_shared::CHECK,
];

/// The data of every check, page checks first.
pub fn metas() -> impl Iterator<Item = &'static Meta> {
    let page = ALL.iter().map(|c| c.meta());
    page.chain(SITE.iter().map(|c| c.meta()))
}
