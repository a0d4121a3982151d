//! Content security policies: the directives there are, and what a list of sources is made of.
//!
//! Source: W3C Content Security Policy 3, 2.2.1 (serialized policies), 2.3.1 (source lists), 6 (directives), 8.4; Upgrade Insecure
//! Requests; Trusted Types.

use super::attribute_values::{SANDBOX, is_keyword};
use super::syntax::base64;

/// How the value of a directive is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// A list of sources.
    Sources,
    /// Any number of these words.
    Words(&'static [&'static str]),
    /// One word at least.
    Some,
    /// Something else, which is not looked into.
    Other,
}

static DIRECTIVES: [(&str, Value); 31] = [
    ("base-uri", Value::Sources),
    ("block-all-mixed-content", Value::Other),
    ("child-src", Value::Sources),
    ("connect-src", Value::Sources),
    ("default-src", Value::Sources),
    ("fenced-frame-src", Value::Sources),
    ("font-src", Value::Sources),
    ("form-action", Value::Sources),
    ("frame-ancestors", Value::Sources),
    ("frame-src", Value::Sources),
    ("img-src", Value::Sources),
    ("manifest-src", Value::Sources),
    ("media-src", Value::Sources),
    ("navigate-to", Value::Sources),
    ("object-src", Value::Sources),
    ("plugin-types", Value::Other),
    ("prefetch-src", Value::Sources),
    ("report-to", Value::Some),
    ("report-uri", Value::Some),
    ("require-sri-for", Value::Other),
    ("require-trusted-types-for", Value::Words(&["'script'"])),
    ("sandbox", Value::Words(SANDBOX)),
    ("script-src", Value::Sources),
    ("script-src-attr", Value::Sources),
    ("script-src-elem", Value::Sources),
    ("style-src", Value::Sources),
    ("style-src-attr", Value::Sources),
    ("style-src-elem", Value::Sources),
    ("trusted-types", Value::Other),
    ("upgrade-insecure-requests", Value::Other),
    ("worker-src", Value::Sources),
];

/// How the value of the directive is written; `None` when there is no such directive. Case does not count.
pub fn directive(name: &str) -> Option<Value> {
    let row = DIRECTIVES
        .iter()
        .find(|row| row.0.eq_ignore_ascii_case(name))?;
    Some(row.1)
}

/// The names of the directives.
pub fn directives() -> impl Iterator<Item = &'static str> {
    DIRECTIVES.iter().map(|row| row.0)
}

/// What is written between quotes in a list of sources, prefixes of hashes and nonces aside.
pub const KEYWORDS: [&str; 15] = [
    "inline-speculation-rules",
    "none",
    "report-sample",
    "report-sha256",
    "report-sha384",
    "report-sha512",
    "self",
    "strict-dynamic",
    "trusted-types-eval",
    "unsafe-allow-redirects",
    "unsafe-eval",
    "unsafe-hashed-attributes",
    "unsafe-hashes",
    "unsafe-inline",
    "wasm-unsafe-eval",
];

/// Whether something between quotes is a keyword, a nonce or a hash.
pub fn is_quoted_source(quoted: &str) -> bool {
    is_keyword(quoted, &KEYWORDS)
        || nonce(quoted)
            .or_else(|| hash(quoted))
            .is_some_and(base64::is_value)
}

/// Whether something without quotes is a scheme (`https:`), or a host with what may be around it (`*.example.org:443/scripts/`).
pub fn is_plain_source(source: &str) -> bool {
    let scheme = |text: &str| {
        text.starts_with(|c: char| c.is_ascii_alphabetic())
            && text
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b))
    };
    if source.strip_suffix(':').is_some_and(scheme) {
        return true;
    }
    let rest = match source.split_once("://") {
        Some((before, _)) if !scheme(before) => return false,
        Some((_, after)) => after,
        None => source,
    };
    let authority = rest.split('/').next().unwrap_or_default();
    let (host, port) = authority.split_once(':').unwrap_or((authority, "*"));
    let named = host.strip_prefix("*.").unwrap_or(host);
    let named = named.strip_suffix('.').unwrap_or(named);
    let label = |label: &str| {
        !label.is_empty()
            && label
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    (host == "*" || named.split('.').all(label))
        && (port == "*" || !port.is_empty() && port.bytes().all(|b| b.is_ascii_digit()))
}

/// The nonce that something between quotes gives.
pub fn nonce(quoted: &str) -> Option<&str> {
    after(quoted, "nonce-")
}

/// Whether something between quotes is a hash.
pub fn is_hash(quoted: &str) -> bool {
    hash(quoted).is_some()
}

fn hash(quoted: &str) -> Option<&str> {
    ["sha256-", "sha384-", "sha512-"]
        .iter()
        .find_map(|prefix| after(quoted, prefix))
}

fn after<'s>(quoted: &'s str, prefix: &str) -> Option<&'s str> {
    let start = quoted.get(..prefix.len())?;
    start
        .eq_ignore_ascii_case(prefix)
        .then(|| &quoted[prefix.len()..])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::testing::assert_sorted;

    #[test]
    fn directives_and_sources() {
        assert_sorted("DIRECTIVES", DIRECTIVES.iter().map(|row| row.0));
        assert_sorted("KEYWORDS", KEYWORDS);
        assert_eq!(directive("Img-Src"), Some(Value::Sources));
        assert_eq!(directive("sandbox"), Some(Value::Words(SANDBOX)));
        assert_eq!(directive("image-src"), None);
        for good in ["self", "NONE", "nonce-abc+/==", "sha256-AbC="] {
            assert!(is_quoted_source(good), "{good}");
        }
        for good in [
            "*",
            "https:",
            "data:",
            "wss://*.dax.example:*",
            "localhost:8080",
            "a.example/b?c#d",
            "127.0.0.1",
            "self",
        ] {
            assert!(is_plain_source(good), "{good}");
        }
        for bad in [
            "",
            "https::",
            "//a.example",
            "*a.example",
            "a..example",
            "a.example:x",
            "'self",
            "self'",
            "é:",
        ] {
            assert!(!is_plain_source(bad), "{bad}");
        }
        for bad in ["selff", "nonce-", "nonce-é", "sha1-abc", ""] {
            assert!(!is_quoted_source(bad), "{bad}");
        }
    }
}
