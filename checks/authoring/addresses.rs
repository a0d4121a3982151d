//! What an address that leads nowhere looks like.

use crate::spec::links::{self, Placeholder};

/// What an `href` says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Address {
    /// Nothing to say against it.
    Real,
    /// A word that stands for an address: `LIEN`.
    Word,
    /// A word that stands for an address or names a page: `lien`.
    MaybeWord,
    /// A scheme alone, or twice.
    Broken,
    /// A name kept for examples, tests, or the author's own machine.
    Placeholder(Placeholder),
    /// `#`, nothing, `javascript:`.
    Nowhere,
}

/// Words that stand for an address that is still to come, without ASCII case.
const WORDS: &[&str] = &[
    "a completer",
    "a-completer",
    "adresse",
    "fixme",
    "lien",
    "lien-ici",
    "lien_ici",
    "link",
    "placeholder",
    "tbd",
    "todo",
    "url",
    "url-ici",
    "xxx",
    "xxxx",
    "à compléter",
    "à-compléter",
    "À COMPLÉTER",
    "À-COMPLÉTER",
];

/// What programs write when they have no address.
const NOTHINGS: &[&str] = &[
    "%5Bobject%20Object%5D",
    "NaN",
    "None",
    "[object Object]",
    "[object%20Object]",
    "undefined",
];

/// Reads an address.
pub fn address(href: &str) -> Address {
    let href = href.trim();
    if href.is_empty() || href == "#" || href == "#!" {
        return Address::Nowhere;
    }
    // Most addresses: a scheme, a path, a fragment.
    let Some(scheme) = links::scheme(href) else {
        let word = href.trim_start_matches(['#', '/']).trim_end_matches('/');
        return match links::host(href) {
            Some(host) => of_host(host),
            None => of_word(word, href),
        };
    };
    let rest = href[scheme.len() + 1..].trim();
    match links::known_scheme(scheme) {
        Some(links::Scheme::Script) => Address::Nowhere,
        Some(links::Scheme::Web) => match links::host(href) {
            None => Address::Broken,
            Some(host) => of_host(host),
        },
        Some(links::Scheme::Contact) if rest.is_empty() => Address::Broken,
        Some(links::Scheme::LocalFile) => Address::Placeholder(Placeholder::LocalMachine),
        _ => Address::Real,
    }
}

fn of_word(word: &str, href: &str) -> Address {
    if NOTHINGS.contains(&word) {
        return Address::Word;
    }
    // `/todo` and `todo/` look like pages, `LIEN` and `#TODO` like nothing else than what they say.
    let is_path = href.starts_with('/') || href.ends_with('/');
    if is_path || !is_placeholder(word) {
        return Address::Real;
    }
    let shouts = word.chars().all(|c| !c.is_lowercase());
    if shouts || word.contains(' ') {
        Address::Word
    } else {
        Address::MaybeWord
    }
}

fn is_placeholder(word: &str) -> bool {
    word.len() < 20 && WORDS.iter().any(|w| w.eq_ignore_ascii_case(word))
}

fn of_host(host: &str) -> Address {
    // `https://https://...`, `http://http//...`: the scheme was pasted twice.
    if ["http", "https"]
        .iter()
        .any(|s| host.eq_ignore_ascii_case(s))
    {
        return Address::Broken;
    }
    if let Some(kind) = links::placeholder(host) {
        return Address::Placeholder(kind);
    }
    // A site's name has a dot.
    if !host.contains('.') && (is_placeholder(host) || NOTHINGS.contains(&host)) {
        return Address::Word;
    }
    Address::Real
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        for real in [
            "/",
            "/plan",
            "plan.html",
            "#contenu",
            "?page=2",
            "https://www.vaulnois.fr/",
            "mailto:mairie@vaulnois.fr",
            "mailto:?subject=Plan",
            "tel:+33100000000",
            "//cdn.fr/a",
            "/lien/",
            "liens.html",
            "//wiki/x",
            "http://intranet/",
            "lien.html",
            "/url",
        ] {
            assert_eq!(address(real), Address::Real, "{real}");
        }
        for nowhere in ["", " ", "#", "#!", "javascript:;", "JavaScript:void(0)"] {
            assert_eq!(address(nowhere), Address::Nowhere, "{nowhere}");
        }
        for word in [
            "LIEN",
            "URL",
            "#TODO",
            "undefined",
            "/undefined",
            "https://LIEN/",
            "http://xxx",
        ] {
            assert_eq!(address(word), Address::Word, "{word}");
        }
        for maybe in ["lien", "url", "todo"] {
            assert_eq!(address(maybe), Address::MaybeWord, "{maybe}");
        }
        for broken in [
            "http://",
            "https:///",
            "https://https://a.fr",
            "http://http//a.fr",
            "mailto:",
            "tel:",
        ] {
            assert_eq!(address(broken), Address::Broken, "{broken}");
        }
        assert_eq!(
            address("https://exemple.example/"),
            Address::Placeholder(Placeholder::Example)
        );
        assert_eq!(
            address("http://localhost:4000/"),
            Address::Placeholder(Placeholder::LocalMachine)
        );
        assert_eq!(
            address("file:///C:/site"),
            Address::Placeholder(Placeholder::LocalMachine)
        );
    }
}
