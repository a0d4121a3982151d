//! `[fix]`: what `vigie fix` takes as certain.

use toml::Spanned;
use toml::de::DeValue;

use super::keys::FIX_KEYS;
use super::read::Reader;
use crate::spec::language;
use crate::text::Lang;

/// Reads the language of pages that give none.
pub(super) fn lang(reader: &mut Reader, value: &Spanned<DeValue<'_>>) -> Option<String> {
    let table = value.get_ref().as_table()?;
    let (_, value) = reader.known(table, FIX_KEYS).into_iter().next()?;
    let lang = reader.text(value)?;
    if is_language(lang) {
        return Some(lang.to_owned());
    }
    let said = not_a_language(lang, reader.lang);
    reader.wrong(value.span(), said);
    None
}

/// Whether it is a language tag that exists.
pub fn is_language(tag: &str) -> bool {
    !tag.is_empty() && language::is_tag(tag)
}

/// What is said of a tag that does not.
pub fn not_a_language(tag: &str, lang: Lang) -> String {
    let tag = tag.escape_debug();
    match lang {
        Lang::Fr => format!("« {tag} » n’est pas un code de langue (fr, en-GB…)"),
        Lang::En => format!("\"{tag}\" is no language code (fr, en-GB...)"),
    }
}
