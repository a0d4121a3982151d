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
    pub mod suppression_invalid;
    pub mod suppression_unused;
    pub mod template_leftover;
    pub mod templates;
}
pub mod colours {
    pub mod coloured_words;
    pub mod component_contrast;
    pub mod graphics_to_judge;
    pub mod switch;
    pub mod text_contrast_low;
}
pub mod conformance {
    pub mod allowed_once;
    pub mod aria_reference_missing;
    pub mod attribute_condition;
    pub mod attribute_not_allowed;
    pub mod attribute_required;
    pub mod attribute_value_missing;
    pub mod attribute_value_refused;
    pub mod attribute_values_at_odds;
    pub mod autofocus_multiple;
    pub mod charset_declaration;
    pub mod content_missing;
    pub mod content_model;
    pub mod content_order;
    pub mod content_parts;
    pub mod content_words;
    pub mod coords_invalid;
    pub mod datetime_invalid;
    pub mod datetime_problems;
    pub mod doctype_invalid;
    pub mod doctype_misplaced;
    pub mod doctype_missing;
    pub mod doctype_obsolete;
    pub mod doctypes;
    pub mod duplicate_attribute;
    pub mod duplicate_id;
    pub mod end_tag_without_solidus;
    pub mod foreign;
    pub mod h1_in_section;
    pub mod input_value_invalid;
    pub mod interactive_nested;
    pub mod keyword_invalid;
    pub mod label_holds_other_field;
    pub mod label_several_fields;
    pub mod language_tag_invalid;
    pub mod looked;
    pub mod mathml_invalid;
    pub mod media_problems;
    pub mod media_query_invalid;
    pub mod microdata_unattached;
    pub mod mime_type_invalid;
    pub mod name_invalid;
    pub mod noscript_content;
    pub mod number_invalid;
    pub mod obsolete_attribute;
    pub mod obsolete_element;
    pub mod parse_error;
    pub mod parse_error_dom;
    pub mod parse_error_fixes;
    pub mod parse_error_messages;
    pub mod pattern_invalid;
    pub mod policies;
    pub mod policy_blocks_inline;
    pub mod policy_blocks_resource;
    pub mod policy_invalid;
    pub mod pragma_invalid;
    pub mod rdfa_invalid;
    pub mod references;
    pub mod script_attribute_misplaced;
    pub mod script_json_invalid;
    pub mod script_text_ignored;
    pub mod section_heading_missing;
    pub mod select_placeholder_missing;
    pub mod source_never_passed;
    pub mod srcset_invalid;
    pub mod style_attribute_malformed;
    pub mod style_sheet_malformed;
    pub mod svg_attribute_not_allowed;
    pub mod svg_element_incomplete;
    pub mod svg_element_misplaced;
    pub mod svg_path_invalid;
    pub mod svg_value_invalid;
    pub mod table_grid;
    pub mod table_grid_broken;
    pub mod term_duplicate;
    pub mod text_denormal;
    pub mod type_superfluous;
    pub mod url_invalid;
    pub mod url_mend;
    pub mod url_problems;
    pub mod validity;
    pub mod values;
}
pub mod consultation {
    pub mod animation;
    pub mod blinking_by_style;
    pub mod carousel;
    pub mod cryptic_content;
    pub mod drag_only;
    pub mod effects_to_judge;
    pub mod meta_refresh;
    pub mod moving_text;
    pub mod office_document;
    pub mod orientation_locked;
    pub mod pointer_down_action;
    pub mod redirect_delayed;
    pub mod refresh;
    pub mod session_limit;
    pub mod window_opened;
}
pub mod forms {
    pub mod autocomplete_invalid;
    pub mod autocomplete_missing;
    pub mod button;
    pub mod button_label_not_in_name;
    pub mod button_label_vague;
    pub mod button_unnamed;
    pub mod button_value_missing;
    pub mod field;
    pub mod field_error_unidentified;
    pub mod field_format_unannounced;
    pub mod field_group_unnamed;
    pub mod field_label_meaningless;
    pub mod field_label_not_in_name;
    pub mod field_label_not_visible;
    pub mod field_label_vague;
    pub mod field_labels_across_pages;
    pub mod field_labels_inconsistent;
    pub mod field_title_mismatch;
    pub mod field_unlabelled;
    pub mod fields_ungrouped;
    pub mod form_without_confirmation;
    pub mod label_fields;
    pub mod label_misplaced;
    pub mod label_not_tied;
    pub mod label_without_field;
    pub mod legend_meaningless;
    pub mod optgroup_label_meaningless;
    pub mod optgroup_label_missing;
    pub mod options_ungrouped;
    pub mod placeholder_title_mismatch;
    pub mod required_unmarked;
    pub mod visible;
    pub mod wording;
}
pub mod frames {
    pub mod frame_name_missing;
    pub mod frame_title_missing;
    pub mod frame_title_placeholder;
    pub mod subject;
}
pub mod images {
    pub mod area_alternative_missing;
    pub mod canvas_alternative_missing;
    pub mod captioned_image_empty_alt;
    pub mod decorative_image_named;
    pub mod embed_alternative_missing;
    pub mod embedded;
    pub mod figure_not_labelled;
    pub mod image_alternative_long;
    pub mod image_alternative_missing;
    pub mod image_alternative_placeholder;
    pub mod image_button_alternative_missing;
    pub mod image_not_as_declared;
    pub mod image_role_unnamed;
    pub mod images_to_judge;
    pub mod object_alternative_missing;
    pub mod server_side_image_map;
    pub mod subject;
    pub mod svg_alternative_missing;
    pub mod svg_name_missing;
    pub mod svg_role_missing;
    pub mod tests;
    pub mod wording;
}
pub mod legal {
    pub mod accessibility_link_missing;
    pub mod accessibility_mention;
    pub mod dates;
    pub mod statement;
    pub mod statement_date;
    pub mod statement_rate;
    pub mod statement_section_missing;
}
pub mod links {
    pub mod broken_fragment;
    pub mod broken_link;
    pub mod causes;
    pub mod link;
    pub mod link_content_missing;
    pub mod link_empty;
    pub mod link_label_not_in_name;
    pub mod link_text_vague;
    pub mod link_title_mismatch;
    pub mod link_title_redundant;
    pub mod missing;
    pub mod missing_files;
    pub mod new_window_unannounced;
    pub mod references;
    pub mod served_elsewhere;
    pub mod svg_link_without_text;
    pub mod vague_words;
}
pub mod multimedia {
    pub mod media_autoplay;
    pub mod media_present;
    pub mod medium;
}
pub mod navigation {
    pub mod accesskey_duplicate;
    pub mod bars;
    pub mod focusables;
    pub mod fragment_link_broken;
    pub mod fragments;
    pub mod keyboard_trap;
    pub mod lacking;
    pub mod navigation_to_judge;
    pub mod shown_on_focus;
    pub mod site_menu_missing;
    pub mod site_navigation;
    pub mod site_search_missing;
    pub mod sitemap;
    pub mod sitemap_link_missing;
    pub mod skip_link_broken;
    pub mod skip_link_missing;
    pub mod tabindex_positive;
    pub mod zones_unreachable;
}
pub mod presentation {
    pub mod aria_hidden_focusable;
    pub mod blank;
    pub mod colour_unpaired;
    pub mod content_only_in_css;
    pub mod current_item_unmarked;
    pub mod empty_paragraph;
    pub mod focus_outline_removed;
    pub mod hidden_content;
    pub mod hover_content;
    pub mod hover_only_content;
    pub mod hover_twins;
    pub mod layout_by_spaces;
    pub mod line_break_run;
    pub mod link_by_colour;
    pub mod order_by_css;
    pub mod presentational_attribute;
    pub mod presentational_attribute_by_letter;
    pub mod presentational_attributes;
    pub mod presentational_element;
    pub mod presentational_s_element;
    pub mod quotation_in_italics;
    pub mod rigid_for_certain;
    pub mod rigid_text_box;
    pub mod sensory_cue;
    pub mod spacing_locked;
    pub mod vertical_text;
    pub mod viewport_zoom_disabled;
}
pub mod required {
    pub mod dir_value;
    pub mod direction;
    pub mod lang_invalid;
    pub mod language_change_unmarked;
    pub mod language_code;
    pub mod page_lang_invalid;
    pub mod page_lang_missing;
    pub mod page_title_missing;
    pub mod page_title_placeholder;
    pub mod page_title_shared;
    pub mod text_direction_missing;
    pub mod title;
}
pub mod scripts {
    pub mod active_descendant_outside;
    pub mod aria_attribute_unknown;
    pub mod aria_attribute_unsupported;
    pub mod aria_children_missing;
    pub mod aria_controls_shared;
    pub mod aria_deprecated;
    pub mod aria_hidden_content;
    pub mod aria_name_prohibited;
    pub mod aria_native_conflict;
    pub mod aria_parent_missing;
    pub mod aria_required_missing;
    pub mod aria_value_empty;
    pub mod aria_value_invalid;
    pub mod change_on_input;
    pub mod facts;
    pub mod focus_removed;
    pub mod handler_unreachable;
    pub mod menu_choice_unnamed;
    pub mod noscript_content;
    pub mod ownership;
    pub mod presentational_children_focusable;
    pub mod role_abstract;
    pub mod role_content_interactive;
    pub mod role_misplaced;
    pub mod role_none_ineffective;
    pub mod role_not_allowed;
    pub mod role_redundant;
    pub mod role_unknown;
    pub mod role_value_invalid;
    pub mod script_effects;
    pub mod scripts_to_judge;
    pub mod status_message;
    pub mod tab_panel_missing;
    pub mod widget_label_not_in_name;
    pub mod widget_not_focusable;
    pub mod widget_unnamed;
}
pub mod structure {
    pub mod bold;
    pub mod description_list;
    pub mod fake_list;
    pub mod h1_missing;
    pub mod heading_all_bold;
    pub mod heading_empty;
    pub mod heading_level_skip;
    pub mod heading_role_removed;
    pub mod heading_too_long;
    pub mod landmark_duplicated;
    pub mod list_empty;
    pub mod list_misnested;
    pub mod list_role_misnested;
    pub mod list_unclosed;
    pub mod main_missing;
    pub mod main_multiple;
    pub mod markers;
    pub mod navigation_unnamed;
    pub mod paragraph_as_heading;
    pub mod runs;
    pub mod zone_by_role_only;
    pub mod zones;
}
pub mod tables {
    pub mod header_role_direction;
    pub mod headers_target_invalid;
    pub mod kinds;
    pub mod layout_table_data_markup;
    pub mod layout_table_undeclared;
    pub mod part_header_not_th;
    pub mod table_cell_not_native;
    pub mod table_headers_missing;
    pub mod table_summary_missing;
    pub mod table_title_meaningless;
    pub mod table_title_missing;
    pub mod td_scope;
    pub mod th_heads_nothing;
    pub mod th_not_tied;
    pub mod th_part_tied;
    pub mod th_scope_group;
    pub mod th_scope_invalid;
}

/// Checks of one page.
pub static ALL: &[&dyn Check] = &[
    authoring::editorial_leftover::CHECK,
    authoring::leaked_entity_text::CHECK,
    authoring::leaked_markdown::CHECK,
    authoring::leaked_tag_text::CHECK,
    authoring::placeholder_link::CHECK,
    authoring::suppression_invalid::CHECK,
    authoring::suppression_unused::CHECK,
    authoring::template_leftover::CHECK,
    colours::coloured_words::CHECK,
    colours::component_contrast::CHECK,
    colours::graphics_to_judge::CHECK,
    colours::text_contrast_low::CHECK,
    conformance::allowed_once::CHECK,
    conformance::aria_reference_missing::CHECK,
    conformance::attribute_condition::CHECK,
    conformance::attribute_not_allowed::CHECK,
    conformance::attribute_required::CHECK,
    conformance::attribute_value_missing::CHECK,
    conformance::attribute_value_refused::CHECK,
    conformance::attribute_values_at_odds::CHECK,
    conformance::autofocus_multiple::CHECK,
    conformance::charset_declaration::CHECK,
    conformance::content_missing::CHECK,
    conformance::content_model::CHECK,
    conformance::content_order::CHECK,
    conformance::coords_invalid::CHECK,
    conformance::datetime_invalid::CHECK,
    conformance::doctype_invalid::CHECK,
    conformance::doctype_misplaced::CHECK,
    conformance::doctype_missing::CHECK,
    conformance::doctype_obsolete::CHECK,
    conformance::duplicate_attribute::CHECK,
    conformance::duplicate_id::CHECK,
    conformance::end_tag_without_solidus::CHECK,
    conformance::h1_in_section::CHECK,
    conformance::input_value_invalid::CHECK,
    conformance::interactive_nested::CHECK,
    conformance::keyword_invalid::CHECK,
    conformance::label_holds_other_field::CHECK,
    conformance::label_several_fields::CHECK,
    conformance::language_tag_invalid::CHECK,
    conformance::mathml_invalid::CHECK,
    conformance::media_query_invalid::CHECK,
    conformance::microdata_unattached::CHECK,
    conformance::mime_type_invalid::CHECK,
    conformance::name_invalid::CHECK,
    conformance::number_invalid::CHECK,
    conformance::obsolete_attribute::CHECK,
    conformance::obsolete_element::CHECK,
    conformance::parse_error::CHECK,
    conformance::pattern_invalid::CHECK,
    conformance::policy_blocks_inline::CHECK,
    conformance::policy_blocks_resource::CHECK,
    conformance::policy_invalid::CHECK,
    conformance::pragma_invalid::CHECK,
    conformance::rdfa_invalid::CHECK,
    conformance::script_attribute_misplaced::CHECK,
    conformance::script_json_invalid::CHECK,
    conformance::script_text_ignored::CHECK,
    conformance::section_heading_missing::CHECK,
    conformance::select_placeholder_missing::CHECK,
    conformance::source_never_passed::CHECK,
    conformance::srcset_invalid::CHECK,
    conformance::style_attribute_malformed::CHECK,
    conformance::style_sheet_malformed::CHECK,
    conformance::svg_attribute_not_allowed::CHECK,
    conformance::svg_element_incomplete::CHECK,
    conformance::svg_element_misplaced::CHECK,
    conformance::svg_path_invalid::CHECK,
    conformance::svg_value_invalid::CHECK,
    conformance::table_grid_broken::CHECK,
    conformance::term_duplicate::CHECK,
    conformance::text_denormal::CHECK,
    conformance::type_superfluous::CHECK,
    conformance::url_invalid::CHECK,
    consultation::blinking_by_style::CHECK,
    consultation::carousel::CHECK,
    consultation::cryptic_content::CHECK,
    consultation::drag_only::CHECK,
    consultation::effects_to_judge::CHECK,
    consultation::meta_refresh::CHECK,
    consultation::moving_text::CHECK,
    consultation::office_document::CHECK,
    consultation::orientation_locked::CHECK,
    consultation::pointer_down_action::CHECK,
    consultation::redirect_delayed::CHECK,
    consultation::session_limit::CHECK,
    consultation::window_opened::CHECK,
    forms::autocomplete_invalid::CHECK,
    forms::autocomplete_missing::CHECK,
    forms::button_label_not_in_name::CHECK,
    forms::button_label_vague::CHECK,
    forms::button_unnamed::CHECK,
    forms::button_value_missing::CHECK,
    forms::field_error_unidentified::CHECK,
    forms::field_format_unannounced::CHECK,
    forms::field_group_unnamed::CHECK,
    forms::field_label_meaningless::CHECK,
    forms::field_label_not_in_name::CHECK,
    forms::field_label_not_visible::CHECK,
    forms::field_label_vague::CHECK,
    forms::field_labels_inconsistent::CHECK,
    forms::field_title_mismatch::CHECK,
    forms::field_unlabelled::CHECK,
    forms::fields_ungrouped::CHECK,
    forms::form_without_confirmation::CHECK,
    forms::label_misplaced::CHECK,
    forms::label_not_tied::CHECK,
    forms::label_without_field::CHECK,
    forms::legend_meaningless::CHECK,
    forms::optgroup_label_meaningless::CHECK,
    forms::optgroup_label_missing::CHECK,
    forms::options_ungrouped::CHECK,
    forms::placeholder_title_mismatch::CHECK,
    forms::required_unmarked::CHECK,
    frames::frame_name_missing::CHECK,
    frames::frame_title_missing::CHECK,
    frames::frame_title_placeholder::CHECK,
    images::area_alternative_missing::CHECK,
    images::canvas_alternative_missing::CHECK,
    images::captioned_image_empty_alt::CHECK,
    images::decorative_image_named::CHECK,
    images::embed_alternative_missing::CHECK,
    images::figure_not_labelled::CHECK,
    images::image_alternative_long::CHECK,
    images::image_alternative_missing::CHECK,
    images::image_alternative_placeholder::CHECK,
    images::image_button_alternative_missing::CHECK,
    images::image_not_as_declared::CHECK,
    images::image_role_unnamed::CHECK,
    images::images_to_judge::CHECK,
    images::object_alternative_missing::CHECK,
    images::server_side_image_map::CHECK,
    images::svg_alternative_missing::CHECK,
    images::svg_name_missing::CHECK,
    images::svg_role_missing::CHECK,
    legal::statement_date::CHECK,
    legal::statement_rate::CHECK,
    legal::statement_section_missing::CHECK,
    links::link_content_missing::CHECK,
    links::link_empty::CHECK,
    links::link_label_not_in_name::CHECK,
    links::link_text_vague::CHECK,
    links::link_title_mismatch::CHECK,
    links::link_title_redundant::CHECK,
    links::new_window_unannounced::CHECK,
    links::svg_link_without_text::CHECK,
    multimedia::media_autoplay::CHECK,
    multimedia::media_present::CHECK,
    navigation::accesskey_duplicate::CHECK,
    navigation::fragment_link_broken::CHECK,
    navigation::keyboard_trap::CHECK,
    navigation::navigation_to_judge::CHECK,
    navigation::skip_link_broken::CHECK,
    navigation::skip_link_missing::CHECK,
    navigation::tabindex_positive::CHECK,
    navigation::zones_unreachable::CHECK,
    presentation::aria_hidden_focusable::CHECK,
    presentation::colour_unpaired::CHECK,
    presentation::content_only_in_css::CHECK,
    presentation::current_item_unmarked::CHECK,
    presentation::empty_paragraph::CHECK,
    presentation::focus_outline_removed::CHECK,
    presentation::hidden_content::CHECK,
    presentation::hover_content::CHECK,
    presentation::hover_only_content::CHECK,
    presentation::layout_by_spaces::CHECK,
    presentation::line_break_run::CHECK,
    presentation::link_by_colour::CHECK,
    presentation::order_by_css::CHECK,
    presentation::presentational_attribute::CHECK,
    presentation::presentational_attribute_by_letter::CHECK,
    presentation::presentational_element::CHECK,
    presentation::presentational_s_element::CHECK,
    presentation::quotation_in_italics::CHECK,
    presentation::rigid_text_box::CHECK,
    presentation::sensory_cue::CHECK,
    presentation::spacing_locked::CHECK,
    presentation::vertical_text::CHECK,
    presentation::viewport_zoom_disabled::CHECK,
    required::dir_value::CHECK,
    required::lang_invalid::CHECK,
    required::language_change_unmarked::CHECK,
    required::page_lang_invalid::CHECK,
    required::page_lang_missing::CHECK,
    required::page_title_missing::CHECK,
    required::page_title_placeholder::CHECK,
    required::text_direction_missing::CHECK,
    scripts::active_descendant_outside::CHECK,
    scripts::aria_attribute_unknown::CHECK,
    scripts::aria_attribute_unsupported::CHECK,
    scripts::aria_children_missing::CHECK,
    scripts::aria_controls_shared::CHECK,
    scripts::aria_deprecated::CHECK,
    scripts::aria_hidden_content::CHECK,
    scripts::aria_name_prohibited::CHECK,
    scripts::aria_native_conflict::CHECK,
    scripts::aria_parent_missing::CHECK,
    scripts::aria_required_missing::CHECK,
    scripts::aria_value_empty::CHECK,
    scripts::aria_value_invalid::CHECK,
    scripts::change_on_input::CHECK,
    scripts::focus_removed::CHECK,
    scripts::handler_unreachable::CHECK,
    scripts::menu_choice_unnamed::CHECK,
    scripts::noscript_content::CHECK,
    scripts::presentational_children_focusable::CHECK,
    scripts::role_abstract::CHECK,
    scripts::role_content_interactive::CHECK,
    scripts::role_misplaced::CHECK,
    scripts::role_none_ineffective::CHECK,
    scripts::role_not_allowed::CHECK,
    scripts::role_redundant::CHECK,
    scripts::role_unknown::CHECK,
    scripts::role_value_invalid::CHECK,
    scripts::script_effects::CHECK,
    scripts::scripts_to_judge::CHECK,
    scripts::status_message::CHECK,
    scripts::tab_panel_missing::CHECK,
    scripts::widget_label_not_in_name::CHECK,
    scripts::widget_not_focusable::CHECK,
    scripts::widget_unnamed::CHECK,
    structure::fake_list::CHECK,
    structure::h1_missing::CHECK,
    structure::heading_all_bold::CHECK,
    structure::heading_empty::CHECK,
    structure::heading_level_skip::CHECK,
    structure::heading_role_removed::CHECK,
    structure::heading_too_long::CHECK,
    structure::landmark_duplicated::CHECK,
    structure::list_empty::CHECK,
    structure::list_misnested::CHECK,
    structure::list_role_misnested::CHECK,
    structure::list_unclosed::CHECK,
    structure::main_missing::CHECK,
    structure::main_multiple::CHECK,
    structure::navigation_unnamed::CHECK,
    structure::paragraph_as_heading::CHECK,
    structure::zone_by_role_only::CHECK,
    tables::header_role_direction::CHECK,
    tables::headers_target_invalid::CHECK,
    tables::layout_table_data_markup::CHECK,
    tables::layout_table_undeclared::CHECK,
    tables::part_header_not_th::CHECK,
    tables::table_cell_not_native::CHECK,
    tables::table_headers_missing::CHECK,
    tables::table_summary_missing::CHECK,
    tables::table_title_meaningless::CHECK,
    tables::table_title_missing::CHECK,
    tables::td_scope::CHECK,
    tables::th_heads_nothing::CHECK,
    tables::th_not_tied::CHECK,
    tables::th_part_tied::CHECK,
    tables::th_scope_group::CHECK,
    tables::th_scope_invalid::CHECK,
];

/// Checks of a whole site.
pub static SITE: &[&dyn AnySiteCheck] = &[
    forms::field_labels_across_pages::CHECK,
    legal::accessibility_link_missing::CHECK,
    legal::accessibility_mention::CHECK,
    links::broken_fragment::CHECK,
    links::broken_link::CHECK,
    navigation::site_menu_missing::CHECK,
    navigation::site_navigation::CHECK,
    navigation::site_search_missing::CHECK,
    navigation::sitemap_link_missing::CHECK,
    required::page_title_shared::CHECK,
];

/// The data of every check, page checks first.
pub fn metas() -> impl Iterator<Item = &'static Meta> {
    let page = ALL.iter().map(|c| c.meta());
    page.chain(SITE.iter().map(|c| c.meta()))
}
