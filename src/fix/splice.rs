//! Changes to a text, made at once, and the way back from the new text to the old one.

use crate::check::Edit;
use crate::source::Span;

/// Changes that do not touch each other, in order.
#[derive(Clone, Debug)]
pub struct Splices {
    edits: Vec<Edit>,
}

impl Splices {
    /// Puts them in order.
    pub fn new(mut edits: Vec<Edit>) -> Splices {
        edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
        Splices { edits }
    }

    /// The text with the changes.
    pub fn apply(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut copied = 0;
        for edit in &self.edits {
            let span = edit.span.range();
            out.push_str(text.get(copied..span.start).unwrap_or_default());
            out.push_str(&edit.text);
            copied = span.end;
        }
        out.push_str(text.get(copied..).unwrap_or_default());
        out
    }

    /// The old place of an offset of the new text: all that was replaced there, when it is in a change or at its bounds.
    pub fn back(&self, offset: u32) -> Span {
        let mut shift = 0_i64;
        for edit in &self.edits {
            let start = i64::from(edit.span.start) + shift;
            let end = start + edit.text.len() as i64;
            let offset = i64::from(offset);
            if offset < start {
                break;
            }
            if offset <= end {
                return edit.span;
            }
            shift = end - i64::from(edit.span.end);
        }
        Span::at((i64::from(offset) - shift) as u32)
    }

    /// The old place of a piece of the new text that no change touches.
    pub fn exactly_back(&self, span: Span) -> Option<Span> {
        let mut shift = 0_i64;
        for edit in &self.edits {
            let start = i64::from(edit.span.start) + shift;
            let end = start + edit.text.len() as i64;
            if i64::from(span.end) < start {
                break;
            }
            if i64::from(span.start) <= end {
                return None;
            }
            shift = end - i64::from(edit.span.end);
        }
        let back = |offset: u32| (i64::from(offset) - shift) as u32;
        Some(Span::new(back(span.start), back(span.end)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back() {
        let splices = Splices::new(vec![
            Edit::replace(Span::new(6, 8), "XYZ"),
            Edit::remove(Span::new(1, 3)),
            Edit::insert(9, "!"),
        ]);
        assert_eq!(splices.apply("0123456789"), "0345XYZ8!9");
        assert_eq!(splices.back(0), Span::at(0));
        assert_eq!(splices.back(1), Span::new(1, 3));
        assert_eq!(splices.back(2), Span::at(4));
        assert_eq!(splices.back(5), Span::new(6, 8));
        assert_eq!(splices.back(9), Span::at(9));
        assert_eq!(splices.back(10), Span::at(10));
        assert_eq!(splices.exactly_back(Span::new(2, 3)), Some(Span::new(4, 5)));
        assert_eq!(splices.exactly_back(Span::new(3, 4)), None);
        assert_eq!(splices.exactly_back(Span::at(0)), Some(Span::at(0)));
        assert_eq!(splices.exactly_back(Span::new(0, 2)), None);
    }
}
