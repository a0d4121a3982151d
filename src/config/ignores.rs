//! `[[ignore-findings]]`.

use toml::Spanned;
use toml::de::DeValue;

use super::globs::globs;
use super::keys::IGNORE_KEYS;
use super::read::Reader;
use super::selectors;
use crate::engine::Ignore;
use crate::text::Lang;

/// Reads the tables.
pub(super) fn read(reader: &mut Reader, value: &Spanned<DeValue<'_>>) -> Vec<Ignore> {
    let mut ignores = Vec::new();
    for item in value.get_ref().as_array().into_iter().flatten() {
        let Some(table) = item.get_ref().as_table() else {
            continue;
        };
        let mut ignore = Ignore::default();
        let mut conditions = 0;
        for (key, value) in reader.known(table, IGNORE_KEYS) {
            let empty = value.get_ref().as_array().is_some_and(|a| a.is_empty());
            conditions += usize::from(key != "reason" && !empty);
            match key {
                "paths" => ignore.paths = globs(reader, value),
                "selector" => ignore.selector = selectors::read(reader, value),
                "checks" => ignore.checks = reader.checks(value),
                _ => {}
            }
        }
        let all_known = (table.keys()).all(|k| IGNORE_KEYS.iter().any(|i| i.name == k.get_ref()));
        if conditions == 0 && all_known {
            let message = match reader.lang {
                Lang::Fr => {
                    "ceci ferait taire tous les constats : donner paths, selector ou checks"
                }
                Lang::En => "this would silence every finding: give paths, selector or checks",
            };
            reader.wrong(item.span(), message.to_owned());
        }
        ignores.push(ignore);
    }
    ignores
}
