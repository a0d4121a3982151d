//! The words of `autocomplete`: WHATWG HTML 4.10.19.7 «Autofill». The field names are also the 53 of WCAG 2.1, section 7 «Input Purposes
//! for User Interface Components», which RGAA 11.13.1 refers to, and `one-time-code`.

/// Why a value is not one of `autocomplete`'s.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem<'a> {
    /// No such word.
    Unknown(&'a str),
    /// A word where it may not stand: after the field, `on` with others, `home` before a field that is no contact.
    Misplaced(&'a str),
    /// Words that announce a field, and no field.
    NoField,
}

/// What a value says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// `on`, `off`, or nothing.
    Switch,
    /// A field.
    Field(&'static str),
    /// `webauthn` alone.
    Credential,
}

/// The field names, sorted.
static FIELDS: &[&str] = &[
    "additional-name",
    "address-level1",
    "address-level2",
    "address-level3",
    "address-level4",
    "address-line1",
    "address-line2",
    "address-line3",
    "bday",
    "bday-day",
    "bday-month",
    "bday-year",
    "cc-additional-name",
    "cc-csc",
    "cc-exp",
    "cc-exp-month",
    "cc-exp-year",
    "cc-family-name",
    "cc-given-name",
    "cc-name",
    "cc-number",
    "cc-type",
    "country",
    "country-name",
    "current-password",
    "email",
    "family-name",
    "given-name",
    "honorific-prefix",
    "honorific-suffix",
    "impp",
    "language",
    "name",
    "new-password",
    "nickname",
    "one-time-code",
    "organization",
    "organization-title",
    "photo",
    "postal-code",
    "sex",
    "street-address",
    "tel",
    "tel-area-code",
    "tel-country-code",
    "tel-extension",
    "tel-local",
    "tel-local-prefix",
    "tel-local-suffix",
    "tel-national",
    "transaction-amount",
    "transaction-currency",
    "url",
    "username",
];

/// All field names.
pub fn fields() -> &'static [&'static str] {
    FIELDS
}

fn field(word: &str) -> Option<&'static str> {
    FIELDS
        .iter()
        .find(|field| field.eq_ignore_ascii_case(word))
        .copied()
}

/// What a control must be for a field, other than `hidden`, `text`, `search`, `textarea` or `select` (4.10.18.7.1, control groups).
fn typed_for(field: &str) -> &'static str {
    match field {
        "bday" => "date",
        "cc-exp" => "month",
        "bday-day" | "bday-month" | "bday-year" | "cc-exp-month" | "cc-exp-year"
        | "transaction-amount" => "number",
        "current-password" | "new-password" | "one-time-code" => "password",
        "email" | "username" => "email",
        "impp" | "photo" | "url" => "url",
        "tel" => "tel",
        _ => "text",
    }
}

/// Whether a control takes that piece of data (4.10.18.7.1, «inappropriate for the control»): one of several lines does not go into one
/// line, nor a text into a number. `control`: `select`, `textarea`, or the type of an `input`, in lower case; those that no group
/// names take anything here.
pub fn suits(field: &str, control: &str) -> bool {
    match control {
        "text" | "search" => field != "street-address",
        "date" | "email" | "month" | "number" | "password" | "tel" | "url" => {
            typed_for(field) == control
        }
        _ => true,
    }
}

/// Whether the field may say which one it is: `home`, `work`, `mobile`, `fax`, `pager`.
fn is_contact(field: &str) -> bool {
    field.starts_with("tel") || field == "email" || field == "impp"
}

/// Reads a value: an optional `section-…`, an optional `shipping` or `billing`, an optional kind of contact, a field, and an optional
/// `webauthn`.
pub fn read(value: &str) -> Result<Detail, Problem<'_>> {
    let mut words = value.split_ascii_whitespace().peekable();
    let is = |word: &str, names: &[&str]| names.iter().any(|n| n.eq_ignore_ascii_case(word));
    let Some(first) = words.peek().copied() else {
        return Ok(Detail::Switch);
    };
    if is(first, &["on", "off"]) {
        words.next();
        return match words.next() {
            None => Ok(Detail::Switch),
            Some(_) => Err(Problem::Misplaced(first)),
        };
    }
    let section = |word: &&str| {
        word.get(..8)
            .is_some_and(|start| start.eq_ignore_ascii_case("section-"))
    };
    let announced = words.next_if(section).is_some();
    let announced = words
        .next_if(|word| is(word, &["shipping", "billing"]))
        .is_some()
        || announced;
    let contact = words.next_if(|word| is(word, &["home", "work", "mobile", "fax", "pager"]));
    let Some(word) = words.next() else {
        return Err(Problem::NoField);
    };
    let detail = match field(word) {
        Some(field) => {
            if let Some(contact) = contact
                && !is_contact(field)
            {
                return Err(Problem::Misplaced(contact));
            }
            Detail::Field(field)
        }
        None if is(word, &["webauthn"]) && contact.is_none() && !announced => Detail::Credential,
        None if is_known(word) => return Err(Problem::Misplaced(word)),
        None => return Err(Problem::Unknown(word)),
    };
    if matches!(detail, Detail::Field(_)) {
        words.next_if(|word| is(word, &["webauthn"]));
    }
    match words.next() {
        None => Ok(detail),
        Some(word) if is_known(word) => Err(Problem::Misplaced(word)),
        Some(word) => Err(Problem::Unknown(word)),
    }
}

fn is_known(word: &str) -> bool {
    const OTHERS: [&str; 10] = [
        "billing", "fax", "home", "mobile", "off", "on", "pager", "shipping", "webauthn", "work",
    ];
    field(word).is_some()
        || OTHERS.iter().any(|o| o.eq_ignore_ascii_case(word))
        || word
            .get(..8)
            .is_some_and(|start| start.eq_ignore_ascii_case("section-"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::testing::assert_sorted;

    #[test]
    fn data_and_controls() {
        for (field, control) in [
            ("street-address", "textarea"),
            ("street-address", "hidden"),
            ("name", "text"),
            ("username", "email"),
            ("one-time-code", "password"),
            ("bday-year", "number"),
            ("tel", "tel"),
        ] {
            assert!(suits(field, control), "{field} {control}");
        }
        for (field, control) in [
            ("street-address", "text"),
            ("name", "email"),
            ("tel-national", "tel"),
            ("email", "url"),
            ("bday", "month"),
        ] {
            assert!(!suits(field, control), "{field} {control}");
        }
        let typed = FIELDS.iter().filter(|field| typed_for(field) != "text");
        assert_eq!(typed.count(), 17);
    }

    #[test]
    fn fields_are_those_of_wcag_and_one_more() {
        assert_sorted("FIELDS", FIELDS.iter().copied());
        assert_eq!(FIELDS.len(), 54);
    }

    #[test]
    fn values() {
        use Detail::{Credential, Field, Switch};
        use Problem::{Misplaced, NoField, Unknown};
        for (value, read_as) in [
            ("", Ok(Switch)),
            (" OFF ", Ok(Switch)),
            ("Given-Name", Ok(Field("given-name"))),
            (
                "section-a shipping street-address",
                Ok(Field("street-address")),
            ),
            ("billing work email", Ok(Field("email"))),
            ("username webauthn", Ok(Field("username"))),
            ("webauthn", Ok(Credential)),
            ("prenom", Err(Unknown("prenom"))),
            ("work name", Err(Misplaced("work"))),
            ("name shipping", Err(Misplaced("shipping"))),
            ("on name", Err(Misplaced("on"))),
            ("shipping", Err(NoField)),
            ("name nom", Err(Unknown("nom"))),
            ("email email", Err(Misplaced("email"))),
            ("é", Err(Unknown("é"))),
            ("section", Err(Unknown("section"))),
        ] {
            assert_eq!(read(value), read_as, "{value:?}");
        }
    }
}
