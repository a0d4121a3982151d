//! Path patterns.

use globset::{GlobBuilder, GlobSet, GlobSetBuilder};
use toml::Spanned;
use toml::de::DeValue;

use super::read::Reader;
use crate::text::Lang;

/// Path patterns as `.gitignore` has them: without `/`, a name at any depth; ending with `/`, a folder and all in it.
pub(super) fn globs(reader: &mut Reader, value: &Spanned<DeValue<'_>>) -> Option<GlobSet> {
    let mut set = GlobSetBuilder::new();
    for item in value.get_ref().as_array()? {
        let written = item.get_ref().as_str()?;
        let mut pattern = written.trim_start_matches("./").to_owned();
        if pattern.ends_with('/') {
            pattern.push_str("**");
        } else if !pattern.contains('/') {
            pattern.insert_str(0, "**/");
        }
        match GlobBuilder::new(&pattern).literal_separator(true).build() {
            Ok(glob) => {
                set.add(glob);
            }
            Err(_) => {
                let written = written.escape_debug();
                let message = match reader.lang {
                    Lang::Fr => format!("« {written} » n’est pas un motif de chemins"),
                    Lang::En => format!("\"{written}\" is no path pattern"),
                };
                reader.wrong(item.span(), message);
            }
        }
    }
    set.build().ok()
}
