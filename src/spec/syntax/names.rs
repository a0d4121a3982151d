//! Values that name something: ids, targets, keys, properties, hashes. What each is: [`Name`].

use std::ops::Range;

use super::{base64, mime, place_of, url};
use crate::spec::attribute_values::{Name, is_keyword};
use crate::spec::elements;
use crate::spec::script_kinds::is_javascript;

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Empty,
    /// White space in or around a name.
    Space,
    /// The same word twice.
    Twice,
    /// `#` is missing in front.
    NoHash,
    /// Nothing after `#`.
    OnlyHash,
    /// It begins with a low line.
    LowLine,
    /// `_new` and the like.
    UnknownTarget,
    /// `isindex`.
    Reserved,
    /// No name of custom element.
    CustomElement,
    /// More than one character for one key.
    LongKey,
    /// `.` or `:` in a property that is no absolute URL.
    Property,
    /// No hash of a kind that browsers check.
    Integrity,
    /// No size of an icon.
    IconSize,
    LineBreak,
    /// Neither an extension nor a MIME type.
    Accept,
    /// Neither a MIME type nor a word for a type of script.
    ScriptType,
    /// The MIME type of JavaScript with parameters, which makes data of the script.
    ScriptParameters,
    /// No MIME type.
    Mime(mime::Kind),
    Command,
}

type Fault = (Kind, Range<usize>);

/// Checks a value.
pub fn check(value: &str, name: Name) -> Result<(), Fault> {
    let whole = 0..value.len();
    let fault = |wrong: bool, kind| {
        if wrong {
            Err((kind, whole.clone()))
        } else {
            Ok(())
        }
    };
    let low_line = value.starts_with('_');
    match name {
        Name::NotEmpty => fault(value.is_empty(), Kind::Empty),
        Name::NoSpace | Name::Id => one_word(value),
        Name::Ids => fault(value.trim_ascii().is_empty(), Kind::Empty),
        Name::HashName => match value.strip_prefix('#') {
            _ if value.is_empty() => Err((Kind::Empty, whole)),
            None => Err((Kind::NoHash, whole)),
            Some(rest) => fault(rest.is_empty(), Kind::OnlyHash),
        },
        Name::TargetName => {
            fault(value.is_empty(), Kind::Empty)?;
            fault(low_line, Kind::LowLine)
        }
        Name::Target => {
            fault(value.is_empty(), Kind::Empty)?;
            let keyword = is_keyword(value, &["_blank", "_self", "_parent", "_top"]);
            fault(low_line && !keyword, Kind::UnknownTarget)
        }
        Name::Field => {
            fault(value.is_empty(), Kind::Empty)?;
            fault(value.eq_ignore_ascii_case("isindex"), Kind::Reserved)
        }
        Name::CustomElement => fault(
            !elements::is_custom_element_name(value),
            Kind::CustomElement,
        ),
        Name::AccessKeys => each_once(value, |key| {
            fault_of(key.chars().count() > 1, Kind::LongKey)
        }),
        Name::Properties => {
            fault(value.trim_ascii().is_empty(), Kind::Empty)?;
            each_once(value, |word| {
                let plain = !word.contains(['.', ':']);
                fault_of(!plain && url::check_absolute(word).is_err(), Kind::Property)
            })
        }
        Name::Integrity => each_word(value, |word| fault_of(!is_integrity(word), Kind::Integrity)),
        Name::IconSizes => {
            fault(value.trim_ascii().is_empty(), Kind::Empty)?;
            each_word(value, |word| fault_of(!is_icon_size(word), Kind::IconSize))
        }
        Name::OneLine => match value.find(['\n', '\r']) {
            None => Ok(()),
            Some(at) => Err((Kind::LineBreak, at..at + 1)),
        },
        Name::Accept => accept(value),
        Name::UniqueTokens => each_once(value, |_| None),
        Name::ScriptType => {
            let word = is_keyword(value, &["", "module", "importmap", "speculationrules"]);
            fault(!word && mime::check(value).is_err(), Kind::ScriptType)?;
            let (essence, parameters) = value.split_once(';').unwrap_or((value, ""));
            let silenced = !parameters.is_empty() && is_javascript(essence.trim_ascii());
            fault(silenced, Kind::ScriptParameters)
        }
        Name::Mime => mime::check(value).map_err(|(kind, at)| (Kind::Mime(kind), at)),
        Name::Command => {
            let known = is_keyword(value, COMMANDS) || value.starts_with("--");
            fault(!known, Kind::Command)
        }
    }
}

/// The commands of the standard (4.10.6).
pub const COMMANDS: &[&str] = &[
    "close",
    "hide-popover",
    "request-close",
    "show-modal",
    "show-popover",
    "toggle-popover",
];

fn fault_of(wrong: bool, kind: Kind) -> Option<Kind> {
    wrong.then_some(kind)
}

fn one_word(value: &str) -> Result<(), Fault> {
    if value.is_empty() {
        return Err((Kind::Empty, 0..0));
    }
    match value.find(|c: char| c.is_ascii_whitespace()) {
        None => Ok(()),
        Some(at) => Err((Kind::Space, at..at + 1)),
    }
}

fn each_word(value: &str, judge: impl Fn(&str) -> Option<Kind>) -> Result<(), Fault> {
    for word in value.split_ascii_whitespace() {
        if let Some(kind) = judge(word) {
            return Err((kind, place_of(word, value)));
        }
    }
    Ok(())
}

/// Words compared with those before them; further ones are not.
const COMPARED: usize = 64;

fn each_once(value: &str, judge: impl Fn(&str) -> Option<Kind>) -> Result<(), Fault> {
    let first = |word: &str| {
        value[..place_of(word, value).start]
            .split_ascii_whitespace()
            .take(COMPARED)
            .any(|before| before.eq_ignore_ascii_case(word))
    };
    each_word(value, |word| {
        judge(word).or_else(|| fault_of(first(word), Kind::Twice))
    })
}

fn is_integrity(word: &str) -> bool {
    let hash = word.split('?').next().unwrap_or_default();
    let Some((algorithm, digest)) = hash.split_once('-') else {
        return false;
    };
    // The grammar asks for no more: a hash of the wrong length only fits no file.
    is_keyword(algorithm, &["sha256", "sha384", "sha512"]) && base64::is_value(digest)
}

fn is_icon_size(word: &str) -> bool {
    let number = |text: &str| {
        !text.starts_with('0') && !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
    };
    word.eq_ignore_ascii_case("any")
        || word
            .split_once(['x', 'X'])
            .is_some_and(|(width, height)| number(width) && number(height))
}

fn accept(value: &str) -> Result<(), Fault> {
    if value.trim_ascii().is_empty() {
        return Err((Kind::Empty, 0..value.len()));
    }
    for part in value.split(',') {
        let word = part.trim_ascii();
        let known = match word.strip_prefix('.') {
            Some(extension) => !extension.is_empty(),
            None if word.contains('*') => is_keyword(word, &["audio/*", "image/*", "video/*"]),
            None => mime::check_bare(word).is_ok(),
        };
        if !known {
            return Err((Kind::Accept, place_of(word, value)));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn all(name: Name, right: &[&str], wrong: &[(&str, Kind)]) {
        for value in right {
            assert_eq!(check(value, name), Ok(()), "{value}");
        }
        for (value, kind) in wrong {
            let found = check(value, name).map_err(|fault| fault.0);
            assert_eq!(found, Err(*kind), "{value}");
        }
    }

    #[test]
    fn names() {
        all(
            Name::Id,
            &["a", "1", "é"],
            &[("", Kind::Empty), ("a b", Kind::Space), (" a", Kind::Space)],
        );
        all(
            Name::HashName,
            &["#a", "#a b"],
            &[
                ("a", Kind::NoHash),
                ("#", Kind::OnlyHash),
                ("", Kind::Empty),
            ],
        );
        all(
            Name::TargetName,
            &["a", "a b"],
            &[("_a", Kind::LowLine), ("", Kind::Empty)],
        );
        all(
            Name::Target,
            &["a", "_BLANK"],
            &[("_new", Kind::UnknownTarget)],
        );
        all(
            Name::Field,
            &["a", "_charset_"],
            &[("isindex", Kind::Reserved)],
        );
        all(
            Name::Command,
            &["close", "--page"],
            &[("open", Kind::Command)],
        );
        all(Name::OneLine, &["a b"], &[("a\nb", Kind::LineBreak)]);
    }

    #[test]
    fn words() {
        all(
            Name::CustomElement,
            &["a-b", "a-é", "a-"],
            &[
                ("a", Kind::CustomElement),
                ("A-b", Kind::CustomElement),
                ("font-face", Kind::CustomElement),
            ],
        );
        all(
            Name::AccessKeys,
            &["", "a", "a b", "é"],
            &[("ab", Kind::LongKey), ("a a", Kind::Twice)],
        );
        all(
            Name::Properties,
            &["name", "https://schema.org/name", "a b"],
            &[
                ("", Kind::Empty),
                ("a.b", Kind::Property),
                ("http:a", Kind::Property),
            ],
        );
        all(
            Name::Integrity,
            &[
                "",
                "sha256-AAAA",
                "sha384-AA==",
                "SHA512-AAAA?x",
                "sha256-AAAA sha384-AAAA",
            ],
            &[
                ("md5-AAAA", Kind::Integrity),
                ("sha256", Kind::Integrity),
                ("sha256-@", Kind::Integrity),
            ],
        );
        all(
            Name::IconSizes,
            &["any", "16x16 32X32"],
            &[
                ("16", Kind::IconSize),
                ("016x16", Kind::IconSize),
                ("16x", Kind::IconSize),
                (" ", Kind::Empty),
            ],
        );
        all(
            Name::UniqueTokens,
            &["", "nofollow noopener"],
            &[("nofollow NOFOLLOW", Kind::Twice)],
        );
    }

    #[test]
    fn types() {
        all(
            Name::Accept,
            &[".pdf", "image/*", "image/png, .jpg"],
            &[
                ("pdf", Kind::Accept),
                ("*/*", Kind::Accept),
                ("a/b;c=d", Kind::Accept),
                ("", Kind::Empty),
                ("image/png,", Kind::Accept),
            ],
        );
        all(
            Name::ScriptType,
            &["", "module", "text/template"],
            &[("javascript", Kind::ScriptType)],
        );
    }
}
