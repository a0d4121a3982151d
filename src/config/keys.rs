//! The keys of `vigie.toml`: one table for reading, for mistakes and for the JSON schema.

use serde_json::{Map, Value, json};

use super::elements::{IMAGE_KEYS, TABLE_KEYS};
use super::pages::{PAGES_KEYS, PROCESS_KEYS};
use crate::engine::Preset;
use crate::text::{Lang, Text, text};

/// What a key's value is.
#[derive(Clone, Copy, Debug)]
pub(super) enum Kind {
    /// One of these words.
    Word(&'static [&'static str]),
    /// Check ids, RGAA numbers, categories.
    Checks,
    /// A whole number from 0.
    Count,
    /// `true` or `false`.
    Flag,
    /// A text.
    Text,
    /// Texts.
    Texts,
    /// A table of levels.
    Levels,
    /// Tables with the keys of [`IGNORE_KEYS`].
    Ignores,
    /// A table with these keys.
    Table(&'static [Key]),
    /// Tables with these keys, all of them required.
    Tables(&'static [Key]),
}

/// A key.
#[derive(Clone, Copy, Debug)]
pub(super) struct Key {
    pub name: &'static str,
    pub kind: Kind,
    pub help: Text,
}

pub(super) const fn key(name: &'static str, kind: Kind, help: Text) -> Key {
    Key { name, kind, help }
}

/// The words for levels in `[levels]`.
pub(super) const LEVELS: &[&str] = &["off", "note", "warning", "error"];
/// The words of `fail-on`.
pub(super) const FAIL_ON: &[&str] = &["error", "warning", "note", "never"];

/// The keys of the file.
pub(super) const KEYS: &[Key] = &[
    key(
        "lang",
        Kind::Word(&["fr", "en"]),
        text("Langue des messages.", "Language of the messages."),
    ),
    key(
        "fail-on",
        Kind::Word(FAIL_ON),
        text(
            "Niveau à partir duquel la commande sort avec le code 1.",
            "Level from which the command exits with code 1.",
        ),
    ),
    key(
        "preset",
        Kind::Word(&Preset::WORDS),
        text(
            "Comme un autre outil : nu, les erreurs et avertissements du Nu Html Checker ; rgaa-8.2.1, ce qui enfreint ce test, en erreur.",
            "As another tool: nu, the errors and warnings of the Nu Html Checker; rgaa-8.2.1, what breaks that test, as errors.",
        ),
    ),
    key(
        "select",
        Kind::Checks,
        text(
            "Ces règles seulement : identifiants, numéros du RGAA (9, 9.1, 9.1.1) ou catégories.",
            "Only these checks: ids, RGAA numbers (9, 9.1, 9.1.1) or categories.",
        ),
    ),
    key(
        "ignore",
        Kind::Checks,
        text(
            "Sans ces règles, quoi que dise select.",
            "Without these checks, whatever select says.",
        ),
    ),
    key(
        "max-per-check",
        Kind::Count,
        text(
            "Constats montrés par règle dans la sortie text ; 0 montre tout.",
            "Findings shown per check in text output; 0 shows all.",
        ),
    ),
    key(
        "scripts-inert",
        Kind::Flag,
        text(
            "Déclare que les scripts du site ne changent rien à ce qui est jugé : « conforme » et « non applicable » tiennent malgré eux.",
            "Declares that the site's scripts change nothing of what is judged: \"passed\" and \"inapplicable\" hold in spite of them.",
        ),
    ),
    key(
        "baseline",
        Kind::Text,
        text(
            "État de référence, à partir du dossier de ce fichier : les défauts qu’il accepte ne font pas échouer.",
            "Baseline, from this file's folder: the defects that it accepts fail nothing.",
        ),
    ),
    key(
        "base",
        Kind::Text,
        text(
            "Adresse ou chemin où le site est servi, comme https://example.org/blog/.",
            "Address or path where the site is served, such as https://example.org/blog/.",
        ),
    ),
    key(
        "root",
        Kind::Text,
        text(
            "Dossier que désigne la racine du site, « / », à partir du dossier de ce fichier.",
            "Folder that the root of the site, \"/\", stands for, from this file's folder.",
        ),
    ),
    key(
        "source",
        Kind::Table(SOURCE_KEYS),
        text(
            "Les sources du site, où corriger ce qui est trouvé dans les pages.",
            "The sources of the site, where what is found in pages is mended.",
        ),
    ),
    key(
        "pages",
        Kind::Table(PAGES_KEYS),
        text(
            "À quoi servent certaines pages, par motifs de chemins comme ceux de ignore-findings.",
            "What some pages are for, by path patterns such as those of ignore-findings.",
        ),
    ),
    key(
        "processes",
        Kind::Tables(PROCESS_KEYS),
        text(
            "Processus : pages que l’on parcourt pour faire une même chose ; elles partagent leur statut.",
            "Processes: pages that people go through to do one thing; they share their status.",
        ),
    ),
    key(
        "images",
        Kind::Table(IMAGE_KEYS),
        text(
            "Ce que sont certaines images ; les tests le tiennent pour vrai.",
            "What some images are; the tests take it as true.",
        ),
    ),
    key(
        "tables",
        Kind::Table(TABLE_KEYS),
        text(
            "Ce que sont certains tableaux ; les tests le tiennent pour vrai.",
            "What some tables are; the tests take it as true.",
        ),
    ),
    key(
        "fix",
        Kind::Table(FIX_KEYS),
        text(
            "Ce que vigie fix tient pour certain.",
            "What vigie fix takes as certain.",
        ),
    ),
    key(
        "levels",
        Kind::Levels,
        text(
            "Niveau de règles, d’une catégorie ou d’une partie du RGAA ; le nom le plus précis l’emporte.",
            "Level of checks, of a category or of a part of the RGAA; the most precise name wins.",
        ),
    ),
    key(
        "ignore-findings",
        Kind::Ignores,
        text(
            "Constats à ne pas montrer : toutes les conditions données doivent être réunies. Un constat ignoré ne rend jamais un test conforme.",
            "Findings not to show: all conditions given must hold. An ignored finding never lets a test pass.",
        ),
    ),
];

/// The keys of `[fix]`.
pub(super) const FIX_KEYS: &[Key] = &[key(
    "lang",
    Kind::Text,
    text(
        "Langue des pages qui n’en indiquent pas (fr, en-GB…) : vigie fix l’écrit sur <html>.",
        "Language of the pages that give none (fr, en-GB...): vigie fix writes it on <html>.",
    ),
)];

/// The keys of `[source]`.
pub(super) const SOURCE_KEYS: &[Key] = &[key(
    "dir",
    Kind::Text,
    text(
        "Leur dossier, à partir du dossier de ce fichier. Sans cette clé : à côté du dossier construit, pour Jekyll, Hugo, Eleventy, Zola et Astro.",
        "Their folder, from this file's folder. Without this key: beside the built folder, for Jekyll, Hugo, Eleventy, Zola and Astro.",
    ),
)];

/// The keys of `[[ignore-findings]]`.
pub(super) const IGNORE_KEYS: &[Key] = &[
    key(
        "paths",
        Kind::Texts,
        text(
            "Motifs de chemins des pages, à partir du dossier contrôlé : brouillons/**, 404.html.",
            "Patterns of the pages' paths, from the audited folder: drafts/**, 404.html.",
        ),
    ),
    key(
        "selector",
        Kind::Text,
        text(
            "Sélecteur CSS : ces éléments et ce qu’ils contiennent.",
            "CSS selector: these elements and what is inside them.",
        ),
    ),
    key(
        "checks",
        Kind::Checks,
        text(
            "Règles concernées ; sans cette clé, toutes.",
            "Checks concerned; without this key, all.",
        ),
    ),
    key(
        "reason",
        Kind::Text,
        text("Pourquoi, pour mémoire.", "Why, for the record."),
    ),
];

/// The JSON schema of the file, its descriptions in one language.
pub fn schema(lang: Lang) -> Value {
    let checks: Vec<&str> = crate::checks::metas().map(|m| m.id).collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "vigie.toml",
        "type": "object",
        "additionalProperties": false,
        "properties": properties(KEYS, lang),
        "$defs": {
            "check": {
                "anyOf": [
                    { "enum": checks },
                    { "enum": ["accessibility", "conformance", "authoring"] },
                    { "type": "string", "pattern": "^[1-9][0-9]?(\\.[1-9][0-9]?){0,2}$" },
                ],
            },
        },
    })
}

fn properties(keys: &[Key], lang: Lang) -> Map<String, Value> {
    keys.iter()
        .map(|key| {
            let mut value = shape(key.kind, lang);
            value["description"] = key.help.get(lang).into();
            (key.name.to_owned(), value)
        })
        .collect()
}

fn table(keys: &[Key], lang: Lang) -> Value {
    json!({
        "type": "object",
        "additionalProperties": false,
        "properties": properties(keys, lang),
    })
}

fn shape(kind: Kind, lang: Lang) -> Value {
    match kind {
        Kind::Word(words) => json!({ "enum": words }),
        Kind::Checks => json!({ "type": "array", "items": { "$ref": "#/$defs/check" } }),
        Kind::Count => json!({ "type": "integer", "minimum": 0 }),
        Kind::Flag => json!({ "type": "boolean" }),
        Kind::Text => json!({ "type": "string" }),
        Kind::Texts => json!({ "type": "array", "items": { "type": "string" } }),
        Kind::Levels => json!({
            "type": "object",
            "propertyNames": { "$ref": "#/$defs/check" },
            "additionalProperties": { "enum": LEVELS },
        }),
        Kind::Table(keys) => table(keys, lang),
        Kind::Tables(keys) => {
            let mut each = table(keys, lang);
            each["required"] = keys.iter().map(|k| k.name).collect();
            json!({ "type": "array", "items": each })
        }
        Kind::Ignores => json!({
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": false,
                "properties": properties(IGNORE_KEYS, lang),
                "anyOf": [
                    { "required": ["paths"] },
                    { "required": ["selector"] },
                    { "required": ["checks"] },
                ],
            },
        }),
    }
}
