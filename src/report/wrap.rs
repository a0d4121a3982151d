//! Text in a column.

use unicode_width::UnicodeWidthStr;

/// The text in lines of at most `width` columns where words allow. French punctuation that takes a space keeps to its word.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    fill(text, 0, width, width)
}

/// [`wrap`], for a text that begins after `used` columns of the first line and is indented by four columns on the others.
pub fn wrap_after(used: usize, text: &str, width: usize) -> Vec<String> {
    fill(text, used, width, width.saturating_sub(4))
}

fn fill(text: &str, before: usize, first: usize, next: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let (mut used, mut width) = (before, first);
    let mut words = text.split([' ', '\n']).filter(|w| !w.is_empty()).peekable();
    while let Some(word) = words.next() {
        let mut unit = word.to_owned();
        while let Some(next) = words.peek()
            && (unit.ends_with('«') || next.starts_with(['»', ';', ':', '?', '!']))
        {
            unit.push(' ');
            unit.push_str(next);
            words.next();
        }
        let columns = unit.width();
        let line = lines.last_mut().expect("there is a first line");
        if used > 0 && used + 1 + columns > width {
            lines.push(unit);
            (used, width) = (columns, next);
        } else {
            if !line.is_empty() {
                line.push(' ');
                used += 1;
            }
            line.push_str(&unit);
            used += columns;
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::{wrap, wrap_after};

    #[test]
    fn punctuation_stays_with_its_word() {
        assert_eq!(
            wrap("dire « non » ou oui ?", 12),
            ["dire « non »", "ou oui ?"]
        );
        assert_eq!(wrap("aaaa bb ?", 7), ["aaaa", "bb ?"]);
        assert_eq!(wrap("", 7), [""]);
        assert_eq!(
            wrap_after(6, "aaa bbb ccc dddd", 10),
            ["aaa", "bbb", "ccc", "dddd"]
        );
    }
}
