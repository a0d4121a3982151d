//! Addresses as the URL parser reads them (URL Standard, 4.4), where it only has to encode, drop or turn a character.

use crate::spec::syntax::url::{self, Kind};

/// The address that browsers make of this one, if it is sound then.
pub fn mended(value: &str, fault: &Kind) -> Option<String> {
    if !matches!(
        fault,
        Kind::Character(' ') | Kind::LineBreak | Kind::Backslash
    ) {
        return None;
    }
    let address = value.trim_ascii();
    if !is_of_the_web(address) {
        return None;
    }
    let mut mended = String::with_capacity(value.len() + 8);
    let mut in_path = true;
    for c in address.chars() {
        in_path &= !matches!(c, '?' | '#');
        match c {
            '\t' | '\n' | '\r' => {}
            ' ' => mended.push_str("%20"),
            '\\' if in_path => mended.push('/'),
            c => mended.push(c),
        }
    }
    url::check(&mended).is_ok().then_some(mended)
}

/// Whether it is relative, or of a scheme that pages are served by. Others, as `mailto:`, read spaces and backslashes in another way.
fn is_of_the_web(address: &str) -> bool {
    let is = |scheme: &str| {
        let start = address.get(..scheme.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    };
    let first = address.split(['/', '\\', '?', '#']).next();
    is("http://") || is("https://") || first.is_some_and(|first| !first.contains(':'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(value: &str) -> Option<String> {
        mended(value, &url::check(value).err()?.kind)
    }

    #[test]
    fn as_the_parser_reads_them() {
        assert_eq!(of("plan local.pdf").unwrap(), "plan%20local.pdf");
        assert_eq!(of("/a b?c d#e f").unwrap(), "/a%20b?c%20d#e%20f");
        assert_eq!(of("a\n b.pdf").unwrap(), "a%20b.pdf");
        assert_eq!(of("docs\\a.pdf").unwrap(), "docs/a.pdf");
        assert_eq!(
            of("https://exemple.fr/a b").unwrap(),
            "https://exemple.fr/a%20b"
        );
    }

    #[test]
    fn what_is_not_certain_is_left() {
        for value in [
            "mailto:a b@exemple.fr",
            "https://exem ple.fr/",
            "tel:01 02",
            "a b\\?c\\d",
            "{{ x }}",
        ] {
            assert_eq!(of(value), None, "{value}");
        }
    }
}
