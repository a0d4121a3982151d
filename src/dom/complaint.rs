//! html5ever's complaints: 28 texts without place.

use html5ever::{LocalName, local_name};

use super::data::ElementData;
use super::element::Namespace;

/// What a complaint is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// A token that has no business there: what it is and what became of it tell the rest.
    Unexpected,
    /// Elements are open that should not be: the list of those tells the rest.
    LeftOpen,
    /// An end tag that closes nothing.
    Stray,
    /// A start tag inside an element of its kind.
    Nested,
    /// An `hr` in an `option`.
    Misplaced,
    /// The end tag of a formatting element that others were opened in.
    Misnested,
    /// `</form>` with others open in it.
    MisnestedForm,
    /// `/>` where it says nothing.
    SelfClosing,
    /// Text that waited in a table.
    TableText,
    Doctype,
    /// Follows from another complaint.
    Known,
    /// None of the texts we know.
    Unknown,
}

/// The complaint about text in a table, made when the token after it comes.
pub(super) const TABLE_TEXT: &str = "Non-space table text";

/// The complaint about most things.
pub(super) const UNEXPECTED: &str = "Unexpected token";

impl Class {
    pub fn of(message: &str) -> Class {
        match message {
            UNEXPECTED => Class::Unexpected,
            "Unexpected open element"
            | "Unexpected open tag at end of body"
            | "expected to close <td> or <th> with cell"
            | "Closing wrong heading tag" => Class::LeftOpen,
            "No <p> tag to close"
            | "No matching tag to close"
            | "No heading tag to close"
            | "Found special tag while closing generic tag"
            | "Null form element pointer on </form>"
            | "Form element not in scope on </form>"
            | "</body> with no <body> in scope"
            | "</html> with no <body> in scope"
            | "Formatting element not in scope" => Class::Stray,
            "nested heading tags"
            | "nested forms"
            | "nested buttons"
            | "nested options"
            | "Nested <nobr>" => Class::Nested,
            "hr in option" => Class::Misplaced,
            "Formatting element not current node" => Class::Misnested,
            "Bad open element on </form>" => Class::MisnestedForm,
            "Unacknowledged self-closing tag" => Class::SelfClosing,
            TABLE_TEXT => Class::TableText,
            "Bad DOCTYPE" | "DOCTYPE in body" => Class::Doctype,
            // The text is in an element that is complained about; the formatting element was closed by something else.
            "Unexpected characters in table" | "Formatting element not open" => Class::Known,
            _ => Class::Unknown,
        }
    }
}

/// Elements that need an end tag (HTML Standard, 13.1.2.4): HTML's but the void ones and those whose end tag may be left
/// out, and all of SVG and MathML.
pub(super) fn needs_end_tag(element: &ElementData) -> bool {
    element.ns != Namespace::Html
        || !matches!(
            element.local,
            local_name!("html")
                | local_name!("head")
                | local_name!("body")
                | local_name!("p")
                | local_name!("li")
                | local_name!("dt")
                | local_name!("dd")
                | local_name!("rt")
                | local_name!("rp")
                | local_name!("rb")
                | local_name!("rtc")
                | local_name!("optgroup")
                | local_name!("option")
                | local_name!("colgroup")
                | local_name!("caption")
                | local_name!("thead")
                | local_name!("tbody")
                | local_name!("tfoot")
                | local_name!("tr")
                | local_name!("td")
                | local_name!("th")
                // Nothing can end it.
                | local_name!("plaintext")
        )
}

/// Elements without content: HTML Standard, 13.1.2, and those that its parser knows beside.
pub(super) fn is_void(name: &LocalName) -> bool {
    matches!(
        *name,
        local_name!("area")
            | local_name!("base")
            | local_name!("basefont")
            | local_name!("bgsound")
            | local_name!("br")
            | local_name!("col")
            | local_name!("embed")
            | local_name!("frame")
            | local_name!("hr")
            | local_name!("img")
            | local_name!("input")
            | local_name!("keygen")
            | local_name!("link")
            | local_name!("meta")
            | local_name!("param")
            | local_name!("source")
            | local_name!("track")
            | local_name!("wbr")
    )
}

/// HTML Standard, 13.2.4.3.
pub(super) fn is_formatting(name: &LocalName) -> bool {
    matches!(
        *name,
        local_name!("a")
            | local_name!("b")
            | local_name!("big")
            | local_name!("code")
            | local_name!("em")
            | local_name!("font")
            | local_name!("i")
            | local_name!("nobr")
            | local_name!("s")
            | local_name!("small")
            | local_name!("strike")
            | local_name!("strong")
            | local_name!("tt")
            | local_name!("u")
    )
}

pub(super) fn is_heading(element: &ElementData) -> bool {
    element.ns == Namespace::Html && is_heading_name(&element.local)
}

pub(super) fn is_heading_name(name: &LocalName) -> bool {
    matches!(
        *name,
        local_name!("h1")
            | local_name!("h2")
            | local_name!("h3")
            | local_name!("h4")
            | local_name!("h5")
            | local_name!("h6")
    )
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::PathBuf;

    use super::Class;

    /// All that html5ever 0.40 says.
    const MESSAGES: [(&str, Class); 28] = [
        ("</body> with no <body> in scope", Class::Stray),
        ("</html> with no <body> in scope", Class::Stray),
        ("Bad DOCTYPE", Class::Doctype),
        ("Bad open element on </form>", Class::MisnestedForm),
        ("Closing wrong heading tag", Class::LeftOpen),
        ("DOCTYPE in body", Class::Doctype),
        ("Form element not in scope on </form>", Class::Stray),
        ("Formatting element not current node", Class::Misnested),
        ("Formatting element not in scope", Class::Stray),
        ("Formatting element not open", Class::Known),
        ("Found special tag while closing generic tag", Class::Stray),
        ("Nested <nobr>", Class::Nested),
        ("No <p> tag to close", Class::Stray),
        ("No heading tag to close", Class::Stray),
        ("No matching tag to close", Class::Stray),
        ("Non-space table text", Class::TableText),
        ("Null form element pointer on </form>", Class::Stray),
        ("Unacknowledged self-closing tag", Class::SelfClosing),
        ("Unexpected characters in table", Class::Known),
        ("Unexpected open element", Class::LeftOpen),
        ("Unexpected open tag at end of body", Class::LeftOpen),
        ("Unexpected token", Class::Unexpected),
        ("expected to close <td> or <th> with cell", Class::LeftOpen),
        ("hr in option", Class::Misplaced),
        ("nested buttons", Class::Nested),
        ("nested forms", Class::Nested),
        ("nested heading tags", Class::Nested),
        ("nested options", Class::Nested),
    ];

    #[test]
    fn every_message_has_its_class() {
        for (message, class) in MESSAGES {
            assert_eq!(Class::of(message), class, "{message}");
        }
        assert_eq!(Class::of("something new"), Class::Unknown);
    }

    /// html5ever's own source, where cargo keeps it.
    fn source() -> Option<String> {
        let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
        let home =
            home.or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".cargo")))?;
        let registries = std::fs::read_dir(home.join("registry/src")).ok()?;
        let folder = registries
            .flatten()
            .map(|r| r.path().join("html5ever-0.40.1/src/tree_builder"))
            .find(|f| f.is_dir())?;
        let read = |file| std::fs::read_to_string(folder.join(file)).ok();
        Some(read("mod.rs")? + &read("rules.rs")?)
    }

    #[test]
    fn no_message_is_missing() {
        let Some(source) = source() else {
            println!("skipped: no source of html5ever 0.40.1");
            return;
        };
        let code: String = source.split_whitespace().collect::<Vec<_>>().join(" ");
        let starts = ["Borrowed(\"", "Cow::from(\""];
        let mut found = BTreeSet::new();
        for start in starts {
            for (at, _) in code.match_indices(start) {
                let rest = &code[at + start.len()..];
                found.extend(rest.split('"').next());
            }
        }
        let expected: BTreeSet<&str> = MESSAGES.iter().map(|m| m.0).collect();
        assert_eq!(found, expected);
    }
}
