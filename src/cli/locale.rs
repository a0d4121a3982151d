//! Which language to speak: `--lang`, else the configuration, else the locale, else French.

use std::ffi::OsString;

use crate::text::Lang;

/// `--lang en` or `--lang=en`, known before the arguments are parsed so that help and errors are in that language.
pub fn asked(args: &[OsString]) -> Option<Lang> {
    let mut args = args.iter().skip(1).map(|a| a.to_string_lossy());
    while let Some(arg) = args.next() {
        match arg.as_ref() {
            "--lang" => return args.next()?.parse().ok(),
            "--" => return None,
            _ => {}
        }
        if let Some(value) = arg.strip_prefix("--lang=") {
            return value.parse().ok();
        }
    }
    None
}

/// The first of `LC_ALL`, `LC_MESSAGES`, `LANG` that is set, as POSIX orders them. `C` and `POSIX` say nothing about people.
pub fn of_locale() -> Option<Lang> {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()))?;
    lang_of(&locale)
}

fn lang_of(locale: &str) -> Option<Lang> {
    let language = locale
        .split(['_', '.', '@', '-'])
        .next()
        .unwrap_or_default();
    match language {
        "" | "C" | "POSIX" => None,
        "fr" => Some(Lang::Fr),
        // Vigie does not speak it: English is the better guess.
        _ => Some(Lang::En),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn locales() {
        assert_eq!(lang_of("fr_FR.UTF-8"), Some(Lang::Fr));
        assert_eq!(lang_of("en_US.UTF-8"), Some(Lang::En));
        assert_eq!(lang_of("de_DE@euro"), Some(Lang::En));
        assert_eq!(lang_of("C.UTF-8"), None);
    }

    #[test]
    fn the_argument_is_seen_in_both_spellings() {
        let args = |all: &[&str]| all.iter().map(OsString::from).collect::<Vec<_>>();
        assert_eq!(asked(&args(&["vigie", "--lang", "en"])), Some(Lang::En));
        assert_eq!(
            asked(&args(&["vigie", "audit", "--lang=fr"])),
            Some(Lang::Fr)
        );
        assert_eq!(asked(&args(&["vigie", "--", "--lang=fr"])), None);
    }
}
