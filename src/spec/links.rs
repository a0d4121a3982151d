//! Schemes and hosts of URLs, as far as telling a real link from a leftover needs.
//!
//! Sources: IANA «URI Schemes» registry, WHATWG URL 3.1 and 4.2 (special schemes), RFC 2606 and RFC 6761 (names kept for examples).

/// What a scheme leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// `http`, `https`.
    Web,
    /// A person or a device answers: mail, telephone, messages, calendars.
    Contact,
    /// Another resource over the network or in the page: `ftp`, `data`, `blob`…
    Resource,
    /// `javascript`: no address but a script.
    Script,
    /// `file`: a place on the author's own disk.
    LocalFile,
    /// `about`.
    About,
}

/// Schemes in use in pages, sorted.
static SCHEMES: [(&str, Scheme); 33] = [
    ("about", Scheme::About),
    ("blob", Scheme::Resource),
    ("callto", Scheme::Contact),
    ("cid", Scheme::Resource),
    ("data", Scheme::Resource),
    ("doi", Scheme::Resource),
    ("facetime", Scheme::Contact),
    ("facetime-audio", Scheme::Contact),
    ("feed", Scheme::Resource),
    ("file", Scheme::LocalFile),
    ("ftp", Scheme::Resource),
    ("geo", Scheme::Resource),
    ("git", Scheme::Resource),
    ("http", Scheme::Web),
    ("https", Scheme::Web),
    ("intent", Scheme::Resource),
    ("irc", Scheme::Contact),
    ("ircs", Scheme::Contact),
    ("javascript", Scheme::Script),
    ("magnet", Scheme::Resource),
    ("mailto", Scheme::Contact),
    ("maps", Scheme::Resource),
    ("matrix", Scheme::Contact),
    ("sftp", Scheme::Resource),
    ("sip", Scheme::Contact),
    ("sips", Scheme::Contact),
    ("sms", Scheme::Contact),
    ("ssh", Scheme::Resource),
    ("tel", Scheme::Contact),
    ("urn", Scheme::Resource),
    ("webcal", Scheme::Resource),
    ("whatsapp", Scheme::Contact),
    ("xmpp", Scheme::Contact),
];

/// The scheme of a URL, as written: ASCII letters, digits, `+`, `-`, `.` after a first letter, up to the first colon (WHATWG URL,
/// scheme start state). `None` for a relative URL. White space before is skipped.
pub fn scheme(url: &str) -> Option<&str> {
    let url = url.trim_ascii_start();
    let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.');
    let end = url.bytes().position(|b| !plain(b))?;
    let letter = url.starts_with(|c: char| c.is_ascii_alphabetic());
    (letter && url.as_bytes()[end] == b':').then(|| &url[..end])
}

/// What a scheme (in any ASCII case) leads to; `None` for one not in the list, which still may be right.
pub fn known_scheme(scheme: &str) -> Option<Scheme> {
    // Nearly all.
    if scheme == "https" {
        return Some(Scheme::Web);
    }
    SCHEMES
        .iter()
        .find(|(known, _)| known.eq_ignore_ascii_case(scheme))
        .map(|(_, kind)| *kind)
}

/// The host of an absolute or scheme-relative web address (`https://host`, `//host`), without user, port and final dot, as written.
/// An IPv6 address keeps its brackets.
pub fn host(url: &str) -> Option<&str> {
    let url = url.trim_ascii();
    let rest = match scheme(url) {
        Some(scheme) if known_scheme(scheme) == Some(Scheme::Web) => &url[scheme.len() + 1..],
        Some(_) => return None,
        None => url,
    };
    let rest = rest.strip_prefix("//")?;
    let end = rest.find(['/', '?', '#', '\\']).unwrap_or(rest.len());
    let host = rest[..end].rsplit('@').next().unwrap_or_default();
    let host = match (host.starts_with('['), host.find(']')) {
        (true, Some(close)) => &host[..=close],
        _ => host.split(':').next().unwrap_or_default(),
    };
    let host = host.strip_suffix('.').unwrap_or(host);
    (!host.is_empty()).then_some(host)
}

/// Why a host cannot be the address of a published page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Placeholder {
    /// `example.com`, `.net`, `.org` and names under them, and anything under `.example` (RFC 2606, 2 and 3; RFC 6761, 6.5).
    Example,
    /// Anything under `.test` (RFC 6761, 6.2).
    Test,
    /// Anything under `.invalid` (RFC 6761, 6.4).
    Invalid,
    /// The author's own machine: `localhost` (RFC 6761, 6.3), 127.0.0.0/8, `[::1]`, 0.0.0.0.
    LocalMachine,
}

/// Whether a host, in any ASCII case, is one kept for examples, tests or the local machine.
pub fn placeholder(host: &str) -> Option<Placeholder> {
    let under = |name: &str| {
        let tail = host.len().checked_sub(name.len());
        tail.and_then(|at| host.get(at..))
            .is_some_and(|end| end.eq_ignore_ascii_case(name))
            && tail.is_some_and(|at| at == 0 || host.as_bytes()[at - 1] == b'.')
    };
    if ["example", "example.com", "example.net", "example.org"]
        .iter()
        .any(|name| under(name))
    {
        Some(Placeholder::Example)
    } else if under("test") {
        Some(Placeholder::Test)
    } else if under("invalid") {
        Some(Placeholder::Invalid)
    } else if under("localhost") || is_local_address(host) {
        Some(Placeholder::LocalMachine)
    } else {
        None
    }
}

fn is_local_address(host: &str) -> bool {
    host == "[::1]"
        || host.starts_with(|c: char| c.is_ascii_digit())
            && host
                .parse::<std::net::Ipv4Addr>()
                .is_ok_and(|address| address.is_loopback() || address.is_unspecified())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::testing::assert_sorted;

    #[test]
    fn schemes() {
        assert_sorted("SCHEMES", SCHEMES.iter().map(|row| row.0));
        assert_eq!(scheme("https://a.fr"), Some("https"));
        assert_eq!(scheme(" MAILTO:a@b.fr"), Some("MAILTO"));
        assert_eq!(scheme("page.html#a:b"), None);
        assert_eq!(scheme("/a:b"), None);
        assert_eq!(scheme("#"), None);
        assert_eq!(scheme("12:30"), None);
        assert_eq!(known_scheme("JavaScript"), Some(Scheme::Script));
        assert_eq!(known_scheme("tel"), Some(Scheme::Contact));
        assert_eq!(known_scheme("htpp"), None);
    }

    #[test]
    fn hosts() {
        assert_eq!(host("https://Example.COM/a"), Some("Example.COM"));
        assert_eq!(host("//a.fr:8080?x"), Some("a.fr"));
        assert_eq!(host("http://moi:secret@a.fr./"), Some("a.fr"));
        assert_eq!(host("http://[::1]:3000/"), Some("[::1]"));
        assert_eq!(host("http://["), Some("["), "broken, yet no panic");
        assert_eq!(host("mailto:a@b.fr"), None);
        assert_eq!(host("/chemin"), None);
        assert_eq!(host("https:///chemin"), None);
    }

    #[test]
    fn placeholders() {
        assert_eq!(placeholder("example.com"), Some(Placeholder::Example));
        assert_eq!(placeholder("www.Example.org"), Some(Placeholder::Example));
        assert_eq!(placeholder("monsite.example"), Some(Placeholder::Example));
        assert_eq!(placeholder("site.test"), Some(Placeholder::Test));
        assert_eq!(placeholder("a.invalid"), Some(Placeholder::Invalid));
        assert_eq!(placeholder("localhost"), Some(Placeholder::LocalMachine));
        assert_eq!(placeholder("127.0.0.1"), Some(Placeholder::LocalMachine));
        assert_eq!(placeholder("example.fr"), None);
        assert_eq!(placeholder("myexample.com"), None);
        assert_eq!(placeholder("latest"), None);
        assert_eq!(placeholder("éexample"), None, "no cut inside a letter");
        assert_eq!(placeholder(""), None);
    }
}
