//! Changes that mend a finding, as data: the check that knows the defect proposes them, `vigie fix` applies them.
//!
//! Only what is safe is proposed: what browsers, people and scripts get from the page stays as it was, or becomes what was
//! meant beyond doubt. Each check that proposes one argues it.

use serde::{Deserialize, Serialize};

use crate::dom::{Attr, Document, Element};
use crate::source::Span;

/// Bytes of the decoded text, and what takes their place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    /// What goes; empty to insert.
    pub span: Span,
    /// What comes.
    pub text: String,
}

/// What mends one place of a finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fix {
    /// The place.
    pub at: Span,
    /// The changes, that go together. They do not overlap.
    pub edits: Vec<Edit>,
    /// When it may be made.
    pub condition: Condition,
}

/// What must hold for a change to be made, besides that the finding goes and that no other comes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Condition {
    /// Nothing more.
    None,
    /// The tree stays as it is: only the writing changes.
    SameTree,
    /// No script and no style sheet that the page loads names this: an id, an attribute.
    NotNamed(String),
}

impl Edit {
    /// Puts a text in the place of another.
    pub fn replace(span: Span, text: impl Into<String>) -> Edit {
        let text = text.into();
        Edit { span, text }
    }

    /// Takes a text away.
    pub fn remove(span: Span) -> Edit {
        Edit::replace(span, "")
    }

    /// Puts a text at an offset.
    pub fn insert(at: u32, text: impl Into<String>) -> Edit {
        Edit::replace(Span::at(at), text)
    }

    /// Takes an attribute away, with the white space before it.
    pub fn without(element: Element<'_>, attr: Attr<'_>) -> Edit {
        Edit::without_named(element.document(), attr.name_span())
    }

    /// [`Edit::without`], for an attribute of which only the name's place is known.
    pub fn without_named(doc: &Document, name: Span) -> Edit {
        let text = doc.source().text.as_bytes();
        let end = attribute_end(text, name.end as usize);
        // A value without quotes before it must not reach what comes behind it.
        let parted = text
            .get(end)
            .is_some_and(|b| b.is_ascii_whitespace() || *b == b'>');
        let before = &text[..name.start as usize];
        let blank = before.len() - before.trim_ascii_end().len();
        let start = name.start as usize - if parted { blank } else { 0 };
        Edit::remove(Span::new(start as u32, end as u32))
    }

    /// Puts a space after the attribute of this name.
    pub fn space_after(doc: &Document, name: Span) -> Edit {
        let text = doc.source().text.as_bytes();
        Edit::insert(attribute_end(text, name.end as usize) as u32, " ")
    }

    /// Takes an attribute's value away, and leaves its name.
    pub fn bare(element: Element<'_>, attr: Attr<'_>) -> Edit {
        let text = element.document().source().text.as_bytes();
        let name = attr.name_span().end;
        let end = attribute_end(text, name as usize);
        Edit::remove(Span::new(name, end as u32))
    }

    /// Writes an attribute's value anew, in quotes.
    pub fn value(element: Element<'_>, attr: Attr<'_>, value: &str) -> Edit {
        let text = element.document().source().text.as_bytes();
        let name = attr.name_span().end;
        let end = attribute_end(text, name as usize);
        let value = value.replace('&', "&amp;").replace('"', "&quot;");
        Edit::replace(Span::new(name, end as u32), format!("=\"{value}\""))
    }
}

/// Where the attribute ends whose name ends at an offset (HTML Standard, 13.2.5.34 and after).
fn attribute_end(text: &[u8], name_end: usize) -> usize {
    let skip = |from: usize| {
        let blank = text[from..].iter().take_while(|b| b.is_ascii_whitespace());
        from + blank.count()
    };
    let sign = skip(name_end);
    if text.get(sign) != Some(&b'=') {
        return name_end;
    }
    let value = skip(sign + 1);
    match text.get(value) {
        Some(quote @ (b'"' | b'\'')) => {
            let inside = text[value + 1..].iter().position(|b| b == quote);
            inside.map_or(text.len(), |len| value + 1 + len + 1)
        }
        _ => {
            let ends = |b: &u8| b.is_ascii_whitespace() || *b == b'>';
            let len = text[value..].iter().position(ends);
            len.map_or(text.len(), |len| value + len)
        }
    }
}
