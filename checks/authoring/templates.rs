//! Template languages as they look when nothing filled them in.
//!
//! Jinja, Twig, Liquid, Handlebars, Vue, Angular (`{{ }}`, `{% %}`, `{# #}`), Go (`{{/* */}}`), ERB, EJS, ASP (`<% %>`), JavaScript and shell (`${ }`),
//! Thymeleaf and Polymer (`[[ ]]`).

use std::ops::Range;

use super::prose;

/// Which signs are around.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signs {
    /// `{{ }}`: a value; servers fill it in, and so do some scripts.
    Braces,
    /// `{# #}`: a comment, which servers leave out.
    Comment,
    /// `{% %}`: an instruction, for servers.
    Statement,
    /// `<% %>`, for servers.
    Percent,
    /// `${ }`.
    Dollar,
    /// `[[ ]]`.
    Brackets,
}

/// Signs that open, signs that close.
const SIGNS: &[(Signs, &str, &str)] = &[
    (Signs::Braces, "{{", "}}"),
    (Signs::Braces, "%7B%7B", "%7D%7D"),
    (Signs::Comment, "{#", "#}"),
    (Signs::Statement, "{%", "%}"),
    (Signs::Percent, "<%", "%>"),
    (Signs::Dollar, "${", "}"),
    (Signs::Brackets, "[[", "]]"),
];

/// The longest instruction looked for, in bytes.
const LONGEST: usize = 400;

/// The first thing between signs, with them.
pub fn leftover(text: &str) -> Option<(Signs, Range<usize>)> {
    if !may_have_signs(text.as_bytes()) {
        return None;
    }
    SIGNS
        .iter()
        .filter_map(|&(signs, open, close)| Some((signs, between(text, signs, open, close)?)))
        .min_by_key(|(_, range)| range.start)
}

/// Whether one of the bytes is there that all signs begin with.
fn may_have_signs(text: &[u8]) -> bool {
    /// Bytes that are looked at before a search would have begun.
    const FEW: usize = 24;
    match text.len() {
        0..=FEW => text.iter().any(|b| matches!(b, b'{' | b'[' | b'%')),
        _ => memchr::memchr3(b'{', b'[', b'%', text).is_some(),
    }
}

fn between(text: &str, signs: Signs, open: &str, close: &str) -> Option<Range<usize>> {
    // Formulas in TeX double their braces.
    if signs == Signs::Braces && text.contains('\\') {
        return None;
    }
    text.match_indices(open).find_map(|(start, _)| {
        // Code sent in a query is encoded so, on purpose.
        if open.starts_with("%7B") && text[..start].contains('?') {
            return None;
        }
        let inside = prose::head(&text[start + open.len()..], LONGEST);
        let inside = &inside[..inside.find(close)?];
        let triple = usize::from(inside.starts_with('{'));
        let end = start + open.len() + inside.len() + close.len() + triple;
        (is_code(signs, inside) && text.is_char_boundary(end)).then_some(start..end)
    })
}

/// Whether it reads as an instruction: begins with a name, perhaps after signs that languages use.
fn is_code(signs: Signs, inside: &str) -> bool {
    let trimmed = inside.trim_start_matches([
        '-', '=', '#', '>', '/', '{', '!', '~', '^', '@', ' ', '\n', '\t',
    ]);
    let trimmed = trimmed.strip_prefix("%20").unwrap_or(trimmed);
    let named = trimmed
        .starts_with(|c: char| c.is_alphabetic() || c == '_' || c == '\'' || c == '"' || c == '$');
    // Sets: `{{a}, {b}}`.
    let nested = inside.contains('{') && !inside.starts_with('{');
    let word = |c: char| c.is_alphanumeric() || "._-".contains(c);
    let comment = inside.trim_start_matches(['-', ' ']).starts_with("/*");
    match signs {
        Signs::Comment => inside.contains(char::is_alphabetic),
        Signs::Braces => comment || named && !nested,
        Signs::Statement | Signs::Percent => named,
        Signs::Dollar => named && inside.chars().all(|c| word(c) || "()[]'\" ?:".contains(c)),
        Signs::Brackets => named && inside.trim().chars().all(word),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leftovers() {
        for (leak, signs) in [
            ("Bonjour {{ page.title }}", Signs::Braces),
            ("{{{ corps }}}", Signs::Braces),
            ("{{#if nom}}", Signs::Braces),
            ("{{ 'accueil' | t }}", Signs::Braces),
            ("/%7B%7B%20site.url%20%7D%7D", Signs::Braces),
            ("{% if nom %}", Signs::Statement),
            ("{%- endif -%}", Signs::Statement),
            ("{# à traduire #}", Signs::Comment),
            ("{{/* à traduire */}}", Signs::Braces),
            ("{{!-- à traduire --}}", Signs::Braces),
            ("<%= nom %>", Signs::Percent),
            ("/${slug}", Signs::Dollar),
            ("[[nom]]", Signs::Brackets),
        ] {
            assert_eq!(leftover(leak).map(|l| l.0), Some(signs), "{leak}");
        }
        for prose in [
            "{1, 2}",
            "{{1}}",
            "\\frac{{a}}{b} \\(x^{{n+1}}\\)",
            "{{a}, {b}}",
            "50 %",
            "a < b %",
            "[[1, 2], [3]]",
            "[[ -f x ]]",
            "${",
            "{{}}",
            "## Titre {#ancre}",
            "{# 1 #}",
            "{{ jamais fermé",
        ] {
            assert_eq!(leftover(prose), None, "{prose}");
        }
    }
}
