//! States and properties of WAI-ARIA 1.2 (section 6), with what the 1.3 draft adds, and the form of their values (6.2.4).

/// The form of a value (WAI-ARIA 1.2, 6.2.4 «Values for states and properties»).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// One of the tokens. True/false, tristate and true/false/undefined are such lists too: see [`BOOLEAN`] and the others.
    Token(&'static [&'static str]),
    /// One or more of the tokens, separated by spaces.
    Tokens(&'static [&'static str]),
    /// One id.
    Id,
    /// Ids separated by spaces.
    Ids,
    /// A whole number, not below the given one.
    Integer(i64),
    /// Any number.
    Number,
    /// Any text.
    Text,
}

/// Whether every role supports the attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Global {
    Yes,
    /// It still is in WAI-ARIA 1.2, which deprecates it on the roles that do not list it.
    Deprecated,
    No,
}

/// A state or property.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attribute {
    pub name: &'static str,
    pub form: Form,
    pub global: Global,
    /// Deprecated everywhere (WAI-ARIA 1.1 on): `aria-dropeffect`, `aria-grabbed`.
    pub deprecated: bool,
    /// Not in WAI-ARIA 1.2 but in the 1.3 draft.
    pub draft: bool,
}

/// True/false.
pub const BOOLEAN: &[&str] = &["true", "false"];
/// True/false/undefined.
pub const OPTIONAL: &[&str] = &["true", "false", "undefined"];
/// Tristate, with `undefined`.
pub const TRISTATE: &[&str] = &["true", "false", "mixed", "undefined"];

const fn local(name: &'static str, form: Form) -> Attribute {
    Attribute {
        name,
        form,
        global: Global::No,
        deprecated: false,
        draft: false,
    }
}

const fn global(name: &'static str, form: Form) -> Attribute {
    Attribute {
        global: Global::Yes,
        ..local(name, form)
    }
}

const fn once_global(name: &'static str, form: Form) -> Attribute {
    Attribute {
        global: Global::Deprecated,
        ..local(name, form)
    }
}

const fn deprecated(name: &'static str, form: Form) -> Attribute {
    Attribute {
        deprecated: true,
        ..global(name, form)
    }
}

const fn draft(attribute: Attribute) -> Attribute {
    Attribute {
        draft: true,
        ..attribute
    }
}

use super::index::{Index, index};
use super::syntax::numbers;
use Form::{Id, Ids, Integer, Number, Text, Token, Tokens};

/// WAI-ARIA 1.2, 6.6 «Definitions of States and Properties». `aria-details` and `aria-errormessage` take several ids, as the 1.3
/// draft and browsers do. Lower bounds are those of each definition; -1 says that the whole is unknown.
#[rustfmt::skip]
static ATTRIBUTES: [Attribute; 53] = [
    local("aria-activedescendant", Id),
    global("aria-atomic", Token(BOOLEAN)),
    local("aria-autocomplete", Token(&["inline", "list", "both", "none"])),
    draft(global("aria-braillelabel", Text)),
    draft(global("aria-brailleroledescription", Text)),
    global("aria-busy", Token(BOOLEAN)),
    local("aria-checked", Token(TRISTATE)),
    local("aria-colcount", Integer(-1)),
    local("aria-colindex", Integer(1)),
    draft(local("aria-colindextext", Text)),
    local("aria-colspan", Integer(1)),
    global("aria-controls", Ids),
    global("aria-current", Token(&["page", "step", "location", "date", "time", "true", "false"])),
    global("aria-describedby", Ids),
    draft(global("aria-description", Text)),
    global("aria-details", Ids),
    once_global("aria-disabled", Token(BOOLEAN)),
    deprecated("aria-dropeffect", Tokens(&["copy", "execute", "link", "move", "none", "popup"])),
    once_global("aria-errormessage", Ids),
    local("aria-expanded", Token(OPTIONAL)),
    global("aria-flowto", Ids),
    deprecated("aria-grabbed", Token(OPTIONAL)),
    once_global("aria-haspopup", Token(&["true", "false", "menu", "listbox", "tree", "grid", "dialog"])),
    global("aria-hidden", Token(OPTIONAL)),
    once_global("aria-invalid", Token(&["true", "false", "grammar", "spelling"])),
    global("aria-keyshortcuts", Text),
    global("aria-label", Text),
    global("aria-labelledby", Ids),
    local("aria-level", Integer(1)),
    global("aria-live", Token(&["off", "polite", "assertive"])),
    local("aria-modal", Token(BOOLEAN)),
    local("aria-multiline", Token(BOOLEAN)),
    local("aria-multiselectable", Token(BOOLEAN)),
    local("aria-orientation", Token(&["horizontal", "vertical", "undefined"])),
    global("aria-owns", Ids),
    local("aria-placeholder", Text),
    local("aria-posinset", Integer(1)),
    local("aria-pressed", Token(TRISTATE)),
    local("aria-readonly", Token(BOOLEAN)),
    global("aria-relevant", Tokens(&["additions", "removals", "text", "all"])),
    local("aria-required", Token(BOOLEAN)),
    global("aria-roledescription", Text),
    local("aria-rowcount", Integer(-1)),
    local("aria-rowindex", Integer(1)),
    draft(local("aria-rowindextext", Text)),
    local("aria-rowspan", Integer(0)),
    local("aria-selected", Token(OPTIONAL)),
    local("aria-setsize", Integer(-1)),
    local("aria-sort", Token(&["ascending", "descending", "none", "other"])),
    local("aria-valuemax", Number),
    local("aria-valuemin", Number),
    local("aria-valuenow", Number),
    local("aria-valuetext", Text),
];

static INDEX: Index<128> = index!(ATTRIBUTES, name);

/// What is wrong with a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem<'a> {
    /// No such state or property.
    Unknown,
    /// Empty or white space: browsers do as if the attribute were absent (WAI-ARIA 1.2, 7.6). Never said of a [`Form::Text`].
    Empty,
    /// Not one of the tokens; `found` is the whole value, or the first wrong token of a list.
    Token {
        found: &'a str,
        allowed: &'static [&'static str],
    },
    /// Not a whole number.
    NotInteger,
    /// A whole number below the least one.
    TooSmall { least: i64 },
    /// Not a number.
    NotNumber,
    /// Several ids where one is expected.
    SeveralIds,
}

/// All states and properties, by name.
pub fn all() -> &'static [Attribute] {
    &ATTRIBUTES
}

/// The state or property of that name (`aria-…`).
pub fn attribute(name: &str) -> Option<&'static Attribute> {
    let row = INDEX.find(name, |row| ATTRIBUTES[row].name)?;
    Some(&ATTRIBUTES[row])
}

/// Checks the form of a value, not whether ids exist. Tokens are compared without regard to ASCII case, as HTML does.
pub fn check_value<'a>(attribute: &str, value: &'a str) -> Result<(), Problem<'a>> {
    let form = self::attribute(attribute).ok_or(Problem::Unknown)?.form;
    if form == Text {
        return Ok(());
    }
    let mut words = value.split_ascii_whitespace();
    let Some(first) = words.next() else {
        return Err(Problem::Empty);
    };
    match form {
        Text | Ids => Ok(()),
        Id => words.next().map_or(Ok(()), |_| Err(Problem::SeveralIds)),
        Token(allowed) => one_of(allowed, value),
        Tokens(allowed) => value
            .split_ascii_whitespace()
            .try_for_each(|word| one_of(allowed, word)),
        Integer(least) => match first.parse::<i64>() {
            Ok(_) if words.next().is_some() || first.starts_with('+') => Err(Problem::NotInteger),
            Ok(number) if number < least => Err(Problem::TooSmall { least }),
            Ok(_) => Ok(()),
            Err(_) => Err(Problem::NotInteger),
        },
        Number => match words.next() {
            None if numbers::float(first).is_some() => Ok(()),
            _ => Err(Problem::NotNumber),
        },
    }
}

fn one_of<'a>(allowed: &'static [&'static str], found: &'a str) -> Result<(), Problem<'a>> {
    if allowed
        .iter()
        .any(|token| token.eq_ignore_ascii_case(found))
    {
        Ok(())
    } else {
        Err(Problem::Token { found, allowed })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::{idrefs, testing::assert_sorted};

    #[test]
    fn table_is_sorted_and_counts() {
        assert_sorted("ATTRIBUTES", ATTRIBUTES.iter().map(|a| a.name));
        let count = |test: fn(&&Attribute) -> bool| ATTRIBUTES.iter().filter(test).count();
        // WAI-ARIA 1.2 defines 48; the 1.3 draft adds 5.
        assert_eq!(count(|a| !a.draft), 48);
        assert_eq!(count(|a| a.global == Global::Deprecated), 4);
        assert_eq!(count(|a| a.global == Global::Yes && a.deprecated), 2);
        assert_eq!(count(|a| a.global != Global::No && !a.draft), 21);
    }

    #[test]
    fn references_are_those_of_idrefs() {
        for attribute in &ATTRIBUTES {
            let shape = idrefs::reference("div", attribute.name).map(|r| r.shape);
            let expected = match attribute.form {
                Id => Some(idrefs::Shape::One),
                Ids => Some(idrefs::Shape::List),
                _ => None,
            };
            assert_eq!(shape, expected, "{}", attribute.name);
        }
    }

    #[test]
    fn tokens() {
        assert_eq!(check_value("aria-checked", "mixed"), Ok(()));
        assert_eq!(check_value("aria-checked", "TRUE"), Ok(()));
        assert_eq!(
            check_value("aria-checked", "yes"),
            Err(Problem::Token {
                found: "yes",
                allowed: TRISTATE
            })
        );
        assert_eq!(check_value("aria-hidden", ""), Err(Problem::Empty));
        assert_eq!(check_value("aria-live", " "), Err(Problem::Empty));
        assert!(check_value("aria-required", "undefined").is_err());
        assert_eq!(check_value("aria-expanded", "undefined"), Ok(()));
        assert_eq!(check_value("aria-haspopup", "dialog"), Ok(()));
        assert_eq!(check_value("aria-relevant", "additions text"), Ok(()));
        assert!(matches!(
            check_value("aria-relevant", "text always"),
            Err(Problem::Token {
                found: "always",
                ..
            })
        ));
        assert_eq!(check_value("aria-current", "page"), Ok(()));
        assert!(check_value("aria-current", "accueil").is_err());
    }

    #[test]
    fn numbers() {
        assert_eq!(check_value("aria-level", "2"), Ok(()));
        assert_eq!(
            check_value("aria-level", "0"),
            Err(Problem::TooSmall { least: 1 })
        );
        assert_eq!(
            check_value("aria-rowindex", "2.5"),
            Err(Problem::NotInteger)
        );
        assert_eq!(check_value("aria-level", "2 3"), Err(Problem::NotInteger));
        assert_eq!(check_value("aria-setsize", "-1"), Ok(()));
        assert_eq!(check_value("aria-valuenow", "-1.5e3"), Ok(()));
        assert_eq!(check_value("aria-valuenow", "50%"), Err(Problem::NotNumber));
        for wrong in ["+1", "1."] {
            assert_eq!(check_value("aria-valuenow", wrong), Err(Problem::NotNumber));
        }
        assert_eq!(check_value("aria-level", "+1"), Err(Problem::NotInteger));
        assert_eq!(check_value("aria-valuenow", "nan"), Err(Problem::NotNumber));
    }

    #[test]
    fn ids_and_text() {
        assert_eq!(check_value("aria-labelledby", "a b"), Ok(()));
        assert_eq!(check_value("aria-labelledby", " "), Err(Problem::Empty));
        assert_eq!(
            check_value("aria-activedescendant", "a b"),
            Err(Problem::SeveralIds)
        );
        assert_eq!(check_value("aria-label", ""), Ok(()));
        assert_eq!(check_value("aria-labeledby", "a"), Err(Problem::Unknown));
        assert!(attribute("aria-description").is_some_and(|a| a.draft));
    }
}
