//! From TOML to [`Config`], keeping the place of everything for what is wrong.

use std::ops::Range;
use std::path::Path;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::elements::{self, IMAGE_KEYS, TABLE_KEYS};
use super::keys::{KEYS, Key, Kind, LEVELS, SOURCE_KEYS};
use super::{Config, ConfigError, ConfigErrors};
use super::{fix, ignores, pages};
use crate::check::Level;
use crate::engine::{Preset, Selector, nearest};
use crate::text::Lang;

/// Reads a whole file.
pub(super) fn read(
    text: &str,
    path: &Path,
    asked: Option<Lang>,
    fallback: Lang,
) -> Result<Config, ConfigErrors> {
    let (table, broken) = DeTable::parse_recoverable(text);
    let table = table.into_inner();
    let own = table.get("lang").and_then(|v| v.get_ref().as_str());
    let named = own.and_then(|own| own.parse().ok());
    let lang = asked.or(named).unwrap_or(fallback);
    let mut reader = Reader {
        lang,
        errors: Vec::new(),
    };
    for error in broken {
        let span = error.span().unwrap_or(0..0);
        let said = error.message();
        reader.wrong(
            span,
            match lang {
                Lang::Fr => format!("ce n’est pas du TOML : {said}"),
                Lang::En => format!("this is not TOML: {said}"),
            },
        );
    }
    let mut config = Config {
        text: text.to_owned(),
        ..Config::default()
    };
    // What a broken file seems to say is not worth a remark.
    if reader.errors.is_empty() {
        reader.file(&table, path, &mut config);
    }
    if reader.errors.is_empty() {
        return Ok(config);
    }
    reader.errors.sort_by_key(|e| e.span.start);
    Err(ConfigErrors {
        path: path.display().to_string(),
        text: text.to_owned(),
        errors: reader.errors,
        lang,
    })
}

/// Gathers mistakes, so that all are told at once.
pub(super) struct Reader {
    pub lang: Lang,
    errors: Vec<ConfigError>,
}

impl Reader {
    pub fn wrong(&mut self, span: Range<usize>, message: String) {
        self.errors.push(ConfigError {
            span,
            message,
            help: None,
        });
    }

    fn wrong_with_help(&mut self, span: Range<usize>, message: String, help: Option<String>) {
        self.errors.push(ConfigError {
            span,
            message,
            help,
        });
    }

    fn file(&mut self, table: &DeTable<'_>, path: &Path, config: &mut Config) {
        let folder = path.parent().unwrap_or(Path::new(""));
        for (key, value) in self.known(table, KEYS) {
            match key {
                "lang" => config.lang = self.text(value).and_then(|t| t.parse().ok()),
                "fail-on" => config.fail_on = self.text(value).map(level),
                "preset" => config.preset = self.text(value).and_then(Preset::parse),
                "select" => config.select = self.checks(value),
                "ignore" => config.ignore = self.checks(value),
                "max-per-check" => config.max_per_check = self.count(value),
                "scripts-inert" => config.scripts_inert = value.get_ref().as_bool() == Some(true),
                "base" => config.base = self.text(value).map(str::to_owned),
                "baseline" => config.baseline = self.text(value).map(|file| folder.join(file)),
                "root" => config.root = self.text(value).map(|root| folder.join(root)),
                "source" => {
                    let folder = path.parent().unwrap_or(Path::new(""));
                    if let Some(table) = value.get_ref().as_table() {
                        for (_, dir) in self.known(table, SOURCE_KEYS) {
                            config.source = self.text(dir).map(|dir| folder.join(dir));
                        }
                    }
                }
                "pages" => config.pages.kinds = pages::kinds(self, value),
                "processes" => config.pages.processes = pages::processes(self, value),
                "images" => elements::read(self, value, IMAGE_KEYS, &mut config.elements),
                "tables" => elements::read(self, value, TABLE_KEYS, &mut config.elements),
                "fix" => config.fix_lang = fix::lang(self, value),
                "levels" => config.levels = self.levels(value),
                "ignore-findings" => config.ignores = ignores::read(self, value),
                _ => unreachable!("known() gives the keys of KEYS only"),
            }
        }
    }

    /// The entries of a table whose key is known and whose value is of its kind; the others are mistakes.
    pub fn known<'t, 'i>(
        &mut self,
        table: &'t DeTable<'i>,
        keys: &'static [Key],
    ) -> Vec<(&'static str, &'t Spanned<DeValue<'i>>)> {
        let mut known = Vec::new();
        for (name, value) in table {
            let written: &str = name.get_ref();
            match keys.iter().find(|k| k.name == written) {
                None => self.unknown_key(name.span(), written, keys),
                Some(key) if self.is_of(key.name, key.kind, value) => {
                    known.push((key.name, value));
                }
                Some(_) => {}
            }
        }
        known
    }

    fn unknown_key(&mut self, span: Range<usize>, written: &str, keys: &[Key]) {
        let names = || keys.iter().map(|k| k.name);
        let written = written.escape_debug();
        let message = match self.lang {
            Lang::Fr => format!("clé inconnue « {written} »"),
            Lang::En => format!("unknown key \"{written}\""),
        };
        let help = match nearest(&written.to_string(), names()) {
            Some(near) => self.did_you_mean(near),
            None => {
                let all = names().collect::<Vec<_>>().join(", ");
                match self.lang {
                    Lang::Fr => format!("les clés sont : {all}"),
                    Lang::En => format!("the keys are: {all}"),
                }
            }
        };
        self.wrong_with_help(span, message, Some(help));
    }

    fn did_you_mean(&self, near: &str) -> String {
        match self.lang {
            Lang::Fr => format!("vouliez-vous dire « {near} » ?"),
            Lang::En => format!("did you mean \"{near}\"?"),
        }
    }

    /// Whether a key's value is of a kind; says so if not.
    fn is_of(&mut self, name: &str, kind: Kind, value: &Spanned<DeValue<'_>>) -> bool {
        let inner = value.get_ref();
        let all_texts = || {
            inner
                .as_array()
                .is_some_and(|a| a.iter().all(|v| v.get_ref().is_str()))
        };
        let good = match kind {
            Kind::Word(words) => inner.as_str().is_some_and(|word| words.contains(&word)),
            Kind::Checks | Kind::Texts => all_texts(),
            Kind::Count => inner.as_integer().is_some_and(|n| count(n).is_some()),
            Kind::Flag => inner.is_bool(),
            Kind::Text => inner.is_str(),
            Kind::Levels | Kind::Table(_) => inner.is_table(),
            Kind::Ignores | Kind::Tables(_) => inner
                .as_array()
                .is_some_and(|a| a.iter().all(|v| v.get_ref().is_table())),
        };
        if !good {
            let (message, help) = self.expected(name, kind, inner);
            self.wrong_with_help(value.span(), message, help);
        }
        good
    }

    fn expected(&self, name: &str, kind: Kind, value: &DeValue<'_>) -> (String, Option<String>) {
        let name = name.escape_debug();
        let fr = self.lang == Lang::Fr;
        let what = match kind {
            Kind::Word(words) => {
                let words_said = words.join(", ");
                let help = value
                    .as_str()
                    .and_then(|w| nearest(w, words.iter().copied()))
                    .map(|near| self.did_you_mean(near));
                let message = if fr {
                    format!("« {name} » attend un de ces mots : {words_said}")
                } else {
                    format!("\"{name}\" takes one of these words: {words_said}")
                };
                return (message, help);
            }
            Kind::Checks | Kind::Texts if fr => "une liste de textes, comme [\"…\"]",
            Kind::Checks | Kind::Texts => "a list of texts such as [\"…\"]",
            Kind::Count if fr => "un nombre entier à partir de 0",
            Kind::Count => "a whole number from 0",
            Kind::Flag if fr => "true ou false",
            Kind::Flag => "true or false",
            Kind::Text if fr => "un texte entre guillemets",
            Kind::Text => "a text in quotes",
            Kind::Levels | Kind::Table(_) if fr => &format!("une table, sous un titre [{name}]"),
            Kind::Levels | Kind::Table(_) => &format!("a table, under a [{name}] heading"),
            Kind::Ignores | Kind::Tables(_) if fr => {
                &format!("des tables, sous des titres [[{name}]]")
            }
            Kind::Ignores | Kind::Tables(_) => &format!("tables, under [[{name}]] headings"),
        };
        let message = if fr {
            format!("« {name} » attend {what}")
        } else {
            format!("\"{name}\" takes {what}")
        };
        (message, None)
    }

    /// The text of a value known to be one.
    pub fn text<'t>(&self, value: &'t Spanned<DeValue<'_>>) -> Option<&'t str> {
        value.get_ref().as_str()
    }

    fn count(&self, value: &Spanned<DeValue<'_>>) -> Option<usize> {
        value.get_ref().as_integer().and_then(count)
    }

    /// Check ids, RGAA numbers or categories.
    pub fn checks(&mut self, value: &Spanned<DeValue<'_>>) -> Vec<Selector> {
        let mut checks = Vec::new();
        for item in value.get_ref().as_array().into_iter().flatten() {
            checks.extend(self.check(item.span(), item.get_ref().as_str().unwrap_or_default()));
        }
        checks
    }

    fn check(&mut self, span: Range<usize>, word: &str) -> Option<Selector> {
        match Selector::parse(word, self.lang) {
            Ok(selector) => Some(selector),
            Err(e) => {
                self.wrong(span, e.message(self.lang));
                None
            }
        }
    }

    fn levels(&mut self, value: &Spanned<DeValue<'_>>) -> Vec<(Selector, Level)> {
        let mut levels = Vec::new();
        for (name, value) in value.get_ref().as_table().into_iter().flatten() {
            let selector = self.check(name.span(), name.get_ref());
            if self.is_of(name.get_ref(), Kind::Word(LEVELS), value)
                && let (Some(selector), Some(word)) = (selector, self.text(value))
            {
                levels.push((selector, level(word)));
            }
        }
        levels
    }
}

/// The level of a word known to be one; `never` is [`Level::Off`].
fn level(word: &str) -> Level {
    word.parse().unwrap_or(Level::Off)
}

fn count(n: &toml::de::DeInteger<'_>) -> Option<usize> {
    usize::from_str_radix(n.as_str(), n.radix()).ok()
}
