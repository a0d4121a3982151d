//! Email addresses: WHATWG HTML 4.10.5.1.5, which leaves out quoted names and comments, as browsers do.

/// Whether the text is a valid email address. Names of sites in other letters than ASCII are not, which browsers encode themselves.
pub fn is_valid(text: &str) -> bool {
    let Some((name, host)) = text.split_once('@') else {
        return false;
    };
    let of_name = |b: u8| b.is_ascii_alphanumeric() || b".!#$%&'*+/=?^_`{|}~-".contains(&b);
    !name.is_empty() && name.bytes().all(of_name) && host.split('.').all(is_label)
}

fn is_label(label: &str) -> bool {
    let end = |b: Option<u8>| b.is_some_and(|b| b.is_ascii_alphanumeric());
    end(label.bytes().next())
        && end(label.bytes().last())
        && label.len() <= 63
        && label
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

#[cfg(test)]
mod tests {
    use super::is_valid;

    #[test]
    fn addresses() {
        for text in ["a@b", "prenom.nom+avis@mairie.example", "a@b-c.fr"] {
            assert!(is_valid(text), "{text}");
        }
        for text in [
            "", "a", "@b", "a@", "a@b..c", "a b@c", "a@-b", "a@b c", "é@b.fr", "a@b@c",
        ] {
            assert!(!is_valid(text), "{text}");
        }
    }
}
