//! CSS selectors.

use toml::Spanned;
use toml::de::DeValue;

use super::read::Reader;
use crate::dom::{Selector, SelectorError};
use crate::text::Lang;

/// Reads one; says what is wrong with it.
pub(super) fn read(reader: &mut Reader, value: &Spanned<DeValue<'_>>) -> Option<Selector> {
    let css = reader.text(value)?;
    let error = match Selector::parse(css) {
        Ok(selector) => return Some(selector),
        Err(error) => error,
    };
    let css = css.escape_debug();
    let message = match (reader.lang, error) {
        (Lang::Fr, SelectorError::Empty) => "un sélecteur CSS ne peut pas être vide".to_owned(),
        (Lang::En, SelectorError::Empty) => "a CSS selector cannot be empty".to_owned(),
        (Lang::Fr, SelectorError::Pseudo) => format!(
            "« {css} » : pseudo-classe ou pseudo-élément inconnu ici (sans navigateur : ni :hover, ni ::before, ni :has)"
        ),
        (Lang::En, SelectorError::Pseudo) => format!(
            "\"{css}\": pseudo-class or pseudo-element unknown here (without a browser: no :hover, ::before or :has)"
        ),
        (Lang::Fr, SelectorError::Syntax) => format!("« {css} » n’est pas un sélecteur CSS"),
        (Lang::En, SelectorError::Syntax) => format!("\"{css}\" is no CSS selector"),
    };
    reader.wrong(value.span(), message);
    None
}
