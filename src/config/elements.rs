//! `[images]` and `[tables]`.

use toml::Spanned;
use toml::de::DeValue;

use super::keys::{Key, Kind, key};
use super::read::Reader;
use super::selectors;
use crate::check::DeclaredElements;
use crate::dom::Selector;
use crate::text::text;

/// The keys of `[images]`.
pub(super) const IMAGE_KEYS: &[Key] = &[
    key(
        "informative",
        Kind::Texts,
        text(
            "Sélecteurs CSS des images porteuses d’information : une alternative leur est demandée.",
            "CSS selectors of the images that inform: an alternative is asked of them.",
        ),
    ),
    key(
        "decorative",
        Kind::Texts,
        text(
            "Sélecteurs CSS des images de décoration : elles doivent être ignorées par les aides techniques.",
            "CSS selectors of the images that decorate: assistive technologies must ignore them.",
        ),
    ),
];

/// The keys of `[tables]`.
pub(super) const TABLE_KEYS: &[Key] = &[
    key(
        "complex",
        Kind::Texts,
        text(
            "Sélecteurs CSS des tableaux de données complexes : un résumé leur est demandé.",
            "CSS selectors of the complex tables of data: a summary is asked of them.",
        ),
    ),
    key(
        "data",
        Kind::Texts,
        text(
            "Sélecteurs CSS des tableaux de données simples.",
            "CSS selectors of the simple tables of data.",
        ),
    ),
    key(
        "layout",
        Kind::Texts,
        text(
            "Sélecteurs CSS des tableaux de mise en forme : role=\"presentation\" leur est demandé.",
            "CSS selectors of the tables of layout: role=\"presentation\" is asked of them.",
        ),
    ),
];

/// Reads `[images]` or `[tables]`.
pub(super) fn read(
    reader: &mut Reader,
    value: &Spanned<DeValue<'_>>,
    keys: &'static [Key],
    declared: &mut DeclaredElements,
) {
    let Some(table) = value.get_ref().as_table() else {
        return;
    };
    for (key, value) in reader.known(table, keys) {
        let selectors = all(reader, value);
        match key {
            "informative" => declared.informative = selectors,
            "decorative" => declared.decorative = selectors,
            "complex" => declared.complex = selectors,
            "data" => declared.data = selectors,
            _ => declared.layout = selectors,
        }
    }
}

fn all(reader: &mut Reader, value: &Spanned<DeValue<'_>>) -> Vec<Selector> {
    let items = value.get_ref().as_array().into_iter().flatten();
    items
        .filter_map(|item| selectors::read(reader, item))
        .collect()
}
