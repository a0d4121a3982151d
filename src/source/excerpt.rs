//! A few words of a source, to show where one is.

/// The first 160 scalar values of a piece of source, whitespace runs as one space, `…` where it was cut.
pub fn excerpt(source: &str) -> String {
    const MAX: usize = 160;
    let mut out = String::new();
    let mut blank = false;
    let mut count = 0;
    for c in source.trim().chars() {
        if c.is_whitespace() {
            blank = true;
            continue;
        }
        if count >= MAX {
            out.push('…');
            break;
        }
        if std::mem::take(&mut blank) {
            out.push(' ');
            count += 1;
        }
        out.push(c);
        count += 1;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::excerpt;

    #[test]
    fn one_line_cut_where_long() {
        assert_eq!(excerpt(" <p\n  class=a> "), "<p class=a>");
        let long = excerpt(&"é".repeat(500));
        assert_eq!(long.chars().count(), 161);
        assert!(long.ends_with('…'));
    }
}
