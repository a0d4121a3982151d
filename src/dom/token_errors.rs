//! Errors of the tokenizer: what each is about, and the smallest place that shows it.

use html5gum::Error;

use super::data::NOWHERE;
use super::emitter::{AttrPart, TokenEmitter};
use super::errors::ParseError;
use crate::source::Span;

impl<R> TokenEmitter<'_, '_, R> {
    pub(super) fn push_error(&mut self, mut error: ParseError) -> bool {
        error.span = self.whole_characters(error.span);
        self.errors.push(error)
    }

    /// html5gum tells of an error after it has read the character that is wrong, mostly. If that one is not ASCII, it
    /// does so later still, when the character after it is read.
    #[cold]
    pub(super) fn tokenizer_error(&mut self, error: Error) {
        let mut found = ParseError::new(error.as_str(), self.error_span(error));
        match error {
            Error::EofInTag => found.name = Some(self.name.text(self.source).into()),
            Error::MissingAttributeValue | Error::UnexpectedCharacterInUnquotedAttributeValue => {
                found.name = Some(self.attr_name.text(self.source).into());
            }
            Error::MissingWhitespaceBetweenAttributes => {
                let (place, name) = self.complete_attribute();
                found.span = place;
                found.name = Some(name);
            }
            _ if self.part == AttrPart::Value => {
                found.name = Some(self.attr_name.text(self.source).into());
            }
            _ => {}
        }
        let unfinished = found.span.end == self.position as u32
            && matches!(
                error,
                Error::MissingSemicolonAfterCharacterReference
                    | Error::AbsenceOfDigitsInNumericCharacterReference
            );
        self.open_reference = self.push_error(found) && unfinished;
    }

    /// The attribute whose value has just ended, from its name to the quote, and its name.
    fn complete_attribute(&self) -> (Span, Box<str>) {
        if self.part == AttrPart::Value {
            let end = self.attr_value.end() + 1;
            let place = Span::new(self.attr_name.start() as u32, end as u32);
            return (place, self.attr_name.text(self.source).into());
        }
        // The next one has begun.
        self.attrs.last().map_or((self.back(1), "".into()), |attr| {
            let end = match attr.value {
                NOWHERE => attr.name_span.end,
                value => value.end + 1,
            };
            (Span::new(attr.name_span.start, end), (*attr.name).into())
        })
    }

    /// What a character reference stands for is emitted when its end is known.
    pub(super) fn close_reference(&mut self) {
        if self.open_reference {
            self.open_reference = false;
            if let Some(error) = self.errors.list.last_mut() {
                error.span.end = self.position as u32;
            }
        }
    }

    /// `</p/>`: the `/>`, once it has been read.
    pub(super) fn solidus_error(&mut self) {
        let span = self.back(2);
        let name = self.name.text(self.source).into_owned();
        self.push_error(ParseError::named(
            "end-tag-with-trailing-solidus",
            span,
            &name,
        ));
    }

    /// The attribute's name is complete: errors in the name can tell it.
    pub(super) fn name_attribute_errors(&mut self, name: &str) {
        for error in self
            .errors
            .list
            .get_mut(self.attr_errors..)
            .unwrap_or_default()
        {
            let in_name = matches!(
                error.code,
                "unexpected-character-in-attribute-name" | "unexpected-null-character"
            );
            if in_name && error.name.is_none() {
                error.name = Some(name.into());
            }
        }
    }

    /// The tag is complete: errors in it can tell where it is.
    pub(super) fn relate_tag_errors(&mut self) {
        if self.tag_errors < self.errors.list.len() {
            let tag = self.taglike();
            for error in &mut self.errors.list[self.tag_errors..] {
                if tag.contains(error.span.start) {
                    error.related.get_or_insert(tag);
                }
            }
        }
    }

    fn taglike(&self) -> Span {
        Span::new(self.tag_start as u32, self.position as u32)
    }

    /// The last `n` bytes read.
    fn back(&self, n: usize) -> Span {
        Span::new(self.position.saturating_sub(n) as u32, self.position as u32)
    }

    /// The first `n` bytes of the tag, comment or doctype, or fewer if it is not that long.
    fn opening(&self, n: usize) -> Span {
        let end = (self.tag_start + n).min(self.source.len());
        Span::new(self.tag_start as u32, end as u32)
    }

    /// The last place before the reading position where these characters are written, searched for from `start`.
    fn last(&self, what: &str, start: usize) -> Option<Span> {
        let read = self.source.as_bytes().get(start..self.position)?;
        let at = start + memchr::memmem::rfind(read, what.as_bytes())?;
        Some(Span::new(at as u32, (at + what.len()) as u32))
    }

    /// The character reference that is being read: as far as it has been read, or all of it if the error comes late.
    fn reference(&self) -> Span {
        let run = match self.part {
            AttrPart::Value => &self.attr_value,
            _ => &self.text,
        };
        let start = run.next();
        let bytes = self.source.as_bytes();
        if start < self.position && bytes.get(start) == Some(&b'&') {
            return Span::new(start as u32, self.position as u32);
        }
        let start = self.last_reference(self.position).start as usize;
        let part_of_it = |b: &&u8| b.is_ascii_alphanumeric() || **b == b'#';
        let len = 1 + bytes[start..].iter().skip(1).take_while(part_of_it).count();
        Span::new(start as u32, (start + len) as u32)
    }

    /// From the last `&` on.
    fn last_reference(&self, end: usize) -> Span {
        let read = &self.source.as_bytes()[..end];
        let start = memchr::memrchr(b'&', read).unwrap_or(read.len());
        Span::new(start as u32, end as u32)
    }

    fn error_span(&self, error: Error) -> Span {
        use Error::*;
        match error {
            UnexpectedNullCharacter
            | UnexpectedCharacterInAttributeName
            | UnexpectedCharacterInUnquotedAttributeValue
            | UnexpectedEqualsSignBeforeAttributeName
            | DuplicateAttribute
            | MissingWhitespaceBetweenAttributes
            | ControlCharacterInInputStream
            | NoncharacterInInputStream
            | SurrogateInInputStream => self.back(1),
            EndTagWithTrailingSolidus => self.back(2),
            IncorrectlyClosedComment => self.back(4),
            // One character more has been read.
            UnexpectedSolidusInTag => {
                let slash = self.back(2).start;
                Span::new(slash, slash + 1)
            }
            AbsenceOfDigitsInNumericCharacterReference
            | MissingSemicolonAfterCharacterReference
            | CharacterReferenceOutsideUnicodeRange
            | ControlCharacterReference
            | NoncharacterCharacterReference
            | NullCharacterReference
            | SurrogateCharacterReference => self.reference(),
            UnknownNamedCharacterReference => self.last_reference(self.position),
            MissingAttributeValue => {
                let attribute = Span::new(self.attr_name.start() as u32, self.back(1).start);
                let written = self.source.get(attribute.range()).unwrap_or("");
                let blank = written.len() - written.trim_ascii_end().len();
                Span::new(attribute.start, attribute.end - blank as u32)
            }
            EndTagWithAttributes
            | AbruptClosingOfEmptyComment
            | EofBeforeTagName
            | InvalidFirstCharacterOfTagName
            | MissingEndTagName => self.taglike(),
            EofInTag => Span::new(self.tag_start as u32, self.name.end() as u32),
            UnexpectedQuestionMarkInsteadOfTagName | IncorrectlyOpenedComment => self.opening(2),
            EofInComment => self.opening(4),
            CdataInHtmlContent | EofInCdata => self.opening("<![CDATA[".len()),
            NestedComment => {
                let inside = (self.tag_start + 4).max(self.position.saturating_sub(8));
                self.last("<!--", inside).unwrap_or(self.back(1))
            }
            EofInScriptHtmlCommentLikeText => {
                self.last("<!--", self.text.start()).unwrap_or(self.back(1))
            }
            AbruptDoctypePublicIdentifier
            | AbruptDoctypeSystemIdentifier
            | EofInDoctype
            | InvalidCharacterSequenceAfterDoctypeName
            | MissingDoctypeName
            | MissingDoctypePublicIdentifier
            | MissingDoctypeSystemIdentifier
            | MissingQuoteBeforeDoctypePublicIdentifier
            | MissingQuoteBeforeDoctypeSystemIdentifier
            | MissingWhitespaceAfterDoctypePublicKeyword
            | MissingWhitespaceAfterDoctypeSystemKeyword
            | MissingWhitespaceBeforeDoctypeName
            | MissingWhitespaceBetweenDoctypePublicAndSystemIdentifiers
            | UnexpectedCharacterAfterDoctypeSystemIdentifier => self.taglike(),
        }
    }

    /// A span that does not cut a character in two.
    fn whole_characters(&self, span: Span) -> Span {
        let mut start = (span.start as usize).min(self.source.len());
        let mut end = (span.end as usize).min(self.source.len());
        while !self.source.is_char_boundary(start) {
            start -= 1;
        }
        while !self.source.is_char_boundary(end) {
            end += 1;
        }
        Span::new(start as u32, end as u32)
    }
}
