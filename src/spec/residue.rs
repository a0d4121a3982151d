//! What tools leave where an author's words should be: an empty variable printed as text, a template never filled, filler.
//!
//! No standard lists these; each is here because nobody writes it to be read. They are judged as whole texts only: a page may
//! well speak of `undefined` or of `{{ }}`.

/// What a text is, when it is nobody's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Residue {
    /// A missing value printed by a program: `undefined`, `null`, `NaN`, `[object Object]`.
    NoValue,
    /// A template that was never filled: `{{ page.title }}`, `<%= titre %>`, `${name}`, `%%title%%`.
    Template,
    /// Text to fill a layout: `Lorem ipsum`.
    Filler,
}

/// Judges a whole text; white space around it does not count.
pub fn residue(text: &str) -> Option<Residue> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    const NO_VALUE: [&str; 6] = [
        "undefined",
        "null",
        "(null)",
        "nan",
        "[object object]",
        "#value!",
    ];
    if NO_VALUE.iter().any(|v| text.eq_ignore_ascii_case(v)) {
        return Some(Residue::NoValue);
    }
    const TEMPLATES: [(&str, &str); 6] = [
        ("{{", "}}"),
        ("{%", "%}"),
        ("<%", "%>"),
        ("${", "}"),
        ("#{", "}"),
        ("%%", "%%"),
    ];
    if TEMPLATES
        .iter()
        .any(|(open, close)| is_one(text, open, close))
    {
        return Some(Residue::Template);
    }
    const LOREM: &str = "lorem ipsum";
    text.get(..LOREM.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(LOREM))
        .then_some(Residue::Filler)
}

/// Whether the text is one expression between these marks, and nothing else.
fn is_one(text: &str, open: &str, close: &str) -> bool {
    text.strip_prefix(open)
        .and_then(|rest| rest.strip_suffix(close))
        .is_some_and(|inside| {
            !inside.trim().is_empty() && !inside.contains(close) && !inside.contains(open)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_writes_these() {
        for text in ["undefined", " NULL ", "NaN", "[object Object]", "(null)"] {
            assert_eq!(residue(text), Some(Residue::NoValue), "{text}");
        }
        for text in [
            "{{ page.title }}",
            "{{{titre}}}",
            "{% block title %}",
            "<%= titre %>",
            "${image.alt}",
            "#{t('alt')}",
            "%%title%%",
        ] {
            assert_eq!(residue(text), Some(Residue::Template), "{text}");
        }
        assert_eq!(residue("Lorem Ipsum dolor"), Some(Residue::Filler));
    }

    #[test]
    fn people_write_these() {
        for text in [
            "",
            " ",
            "Undefined et null en JavaScript",
            "Écrire {{ nom }} dans un gabarit",
            "{{ a }} ou {{ b }}",
            "{{}}",
            "10 %",
            "%%",
            "Annuler",
            "é",
            "Le faux texte lorem ipsum",
        ] {
            assert_eq!(residue(text), None, "{text}");
        }
    }
}
