//! Slices of the source for the tree builder, which wants them counted.

use std::ops::Range;

use html5ever::tendril::StrTendril;

/// Bytes of the source copied at once.
const SIZE: usize = 1 << 16;

/// A part of the source, of which slices cost no copy.
#[derive(Default)]
pub(super) struct Window {
    text: StrTendril,
    start: usize,
}

impl Window {
    /// The text of a range; a later window is opened when it is past this one.
    pub fn slice(&mut self, source: &str, range: Range<usize>) -> StrTendril {
        if range.end > self.start + self.text.len() {
            let Some(rest) = source.get(range.start..) else {
                return StrTendril::new();
            };
            if range.len() > SIZE / 4 {
                return StrTendril::from_slice(&rest[..range.len()]);
            }
            let mut size = rest.len().min(SIZE);
            while !rest.is_char_boundary(size) {
                size -= 1;
            }
            self.text = StrTendril::from_slice(&rest[..size]);
            self.start = range.start;
        }
        let slice = range.start.checked_sub(self.start).and_then(|start| {
            self.text
                .try_subtendril(start as u32, range.len() as u32)
                .ok()
        });
        slice.unwrap_or_else(|| StrTendril::from_slice(source.get(range).unwrap_or_default()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slices_are_those_of_the_source_wherever_they_are() {
        let source: String = (0..40_000)
            .map(|i| if i % 7 == 0 { 'é' } else { 'e' })
            .collect();
        let mut window = Window::default();
        for (start, len) in [(0, 4), (60_000, 40), (0, 30_000), (2, 7), (44_000, 20_000)] {
            let start = source.floor_char_boundary(start);
            let end = source.floor_char_boundary(start + len);
            let slice = window.slice(&source, start..end.min(source.len()));
            assert_eq!(&*slice, &source[start..end.min(source.len())]);
        }
    }
}
