//! A few words of a source, to show where one is.

/// The first 160 scalar values of a piece of source, whitespace runs as one space, `…` where it was cut.
pub fn excerpt(source: &str) -> String {
    const MAX: usize = 160;
    let source = source.trim();
    // Most pieces are of one line and short.
    let plain = |b: u8| b != b' ' && !(9..=13).contains(&b);
    let bytes = source.as_bytes();
    if bytes.len() <= MAX
        && bytes.is_ascii()
        && bytes
            .iter()
            .zip(bytes.iter().skip(1))
            .all(|(a, b)| plain(*b) || (*b == b' ' && plain(*a)))
    {
        return source.to_owned();
    }
    let mut out = String::with_capacity(source.len().min(4 * MAX));
    let mut blank = false;
    let mut count = 0;
    for c in source.chars() {
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
