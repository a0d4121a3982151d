//! `[pages]` and `[[processes]]`.

use globset::GlobSet;
use toml::Spanned;
use toml::de::DeValue;

use super::globs::globs;
use super::keys::{Key, Kind, key};
use super::read::Reader;
use crate::check::{PageKind, Process};
use crate::text::{Lang, Text, text};

/// The keys of `[pages]`: the names of [`PageKind`].
pub(super) const PAGES_KEYS: &[Key] = &[
    of(PageKind::Home, text("L’accueil.", "The home page.")),
    of(
        PageKind::Contact,
        text("Le contact.", "How to get in touch."),
    ),
    of(PageKind::Sitemap, text("Le plan du site.", "The sitemap.")),
    of(
        PageKind::Accessibility,
        text(
            "La page « accessibilité », qui porte la déclaration.",
            "The accessibility page, which holds the statement.",
        ),
    ),
    of(
        PageKind::Legal,
        text("Les mentions légales.", "The legal notice."),
    ),
    of(PageKind::Help, text("L’aide.", "The help pages.")),
    of(PageKind::Search, text("La recherche.", "The search page.")),
    of(
        PageKind::Login,
        text("L’authentification.", "Where people log in."),
    ),
];

const fn of(kind: PageKind, help: Text) -> Key {
    key(kind.name(), Kind::Texts, help)
}

/// The keys of `[[processes]]`.
pub(super) const PROCESS_KEYS: &[Key] = &[
    key(
        "name",
        Kind::Text,
        text("Son nom, pour les rapports.", "Its name, for reports."),
    ),
    key(
        "pages",
        Kind::Texts,
        text(
            "Motifs de chemins de ses pages : acte/*.html.",
            "Path patterns of its pages: request/*.html.",
        ),
    ),
];

/// Reads `[pages]`.
pub(super) fn kinds(reader: &mut Reader, value: &Spanned<DeValue<'_>>) -> Vec<(PageKind, GlobSet)> {
    let Some(table) = value.get_ref().as_table() else {
        return Vec::new();
    };
    let known = reader.known(table, PAGES_KEYS).into_iter();
    known
        .filter_map(|(key, value)| Some((PageKind::named(key)?, globs(reader, value)?)))
        .collect()
}

/// Reads `[[processes]]`.
pub(super) fn processes(reader: &mut Reader, value: &Spanned<DeValue<'_>>) -> Vec<Process> {
    let mut processes = Vec::new();
    for item in value.get_ref().as_array().into_iter().flatten() {
        let Some(table) = item.get_ref().as_table() else {
            continue;
        };
        let (mut name, mut pages) = (None, None);
        for (key, value) in reader.known(table, PROCESS_KEYS) {
            match key {
                "name" => name = reader.text(value).map(str::to_owned),
                _ => pages = globs(reader, value),
            }
        }
        for key in PROCESS_KEYS {
            if !table.keys().any(|k| k.get_ref() == key.name) {
                let name = key.name;
                let message = match reader.lang {
                    Lang::Fr => format!("il manque « {name} » à ce processus"),
                    Lang::En => format!("this process has no \"{name}\""),
                };
                reader.wrong(item.span(), message);
            }
        }
        if let (Some(name), Some(pages)) = (name, pages) {
            processes.push(Process { name, pages });
        }
    }
    processes
}
