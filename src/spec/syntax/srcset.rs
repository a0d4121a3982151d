//! `srcset` of images: WHATWG HTML 4.8.4.2.1.

use std::ops::Range;

use super::numbers::{self, FROM_ONE, Number};
use super::url;

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// No image.
    Empty,
    /// A comma with no image before or after it.
    Comma,
    /// The address.
    Url(url::Kind),
    /// Neither a width in whole pixels (`480w`) nor a density (`2x`).
    Descriptor,
    /// More than one descriptor.
    Several,
    /// The same width or density as an image before.
    Twice,
    /// Some images have a width and this one has none.
    NoWidth,
}

type Fault = (Kind, Range<usize>);

/// Images compared with each other; further ones are not.
const COMPARED: usize = 256;

/// Checks a list of images. `widths`: each has to have a width, since `sizes` is there.
pub fn check(value: &str, widths: bool) -> Result<(), Fault> {
    let bytes = value.as_bytes();
    let skip = |mut at: usize| {
        while bytes.get(at).is_some_and(u8::is_ascii_whitespace) {
            at += 1;
        }
        at
    };
    let mut at = skip(0);
    if at == value.len() {
        return Err((Kind::Empty, 0..value.len()));
    }
    // Width or density, and where; an image without either has density 1.
    let mut seen: Vec<(bool, f64)> = Vec::new();
    let mut unsized_image: Option<Range<usize>> = None;
    let mut any_width = false;
    loop {
        if at == value.len() {
            let last = value.rfind(',').unwrap_or(0);
            return Err((Kind::Comma, last..last + 1));
        }
        if bytes[at] == b',' {
            return Err((Kind::Comma, at..at + 1));
        }
        let len = value[at..].find(|c: char| c.is_ascii_whitespace());
        let written = &value[at..len.map_or(value.len(), |len| at + len)];
        let address = written.trim_end_matches(',');
        let commas = written.len() - address.len();
        let place = at..at + address.len();
        url::check(address).map_err(|fault| {
            let fault = fault.shifted(place.start);
            (Kind::Url(fault.kind), fault.at)
        })?;
        at += written.len();
        if commas > 1 {
            return Err((Kind::Comma, at - 1..at));
        }
        let (mut is_width, mut number) = (false, 1.0);
        let mut more = commas == 1;
        if commas == 0 {
            let end = value[at..]
                .find(',')
                .map_or(value.len(), |comma| at + comma);
            more = end < value.len();
            let described = value[at..end].trim_ascii();
            let start = if described.is_empty() { at } else { skip(at) };
            let range = start..start + described.len();
            if !described.is_empty() {
                if described.contains(|c: char| c.is_ascii_whitespace()) {
                    return Err((Kind::Several, range));
                }
                (is_width, number) = descriptor(described).ok_or((Kind::Descriptor, range))?;
            }
            at = end + usize::from(more);
        }
        if !is_width {
            unsized_image.get_or_insert(place.clone());
        }
        any_width |= is_width;
        if seen.contains(&(is_width, number)) {
            return Err((Kind::Twice, place));
        }
        if seen.len() < COMPARED {
            seen.push((is_width, number));
        }
        at = skip(at);
        if !more && at == value.len() {
            break;
        }
    }
    match unsized_image {
        Some(image) if any_width || widths => Err((Kind::NoWidth, image)),
        _ => Ok(()),
    }
}

/// Whether it is a width, and the number.
fn descriptor(text: &str) -> Option<(bool, f64)> {
    if let Some(width) = text.strip_suffix('w') {
        numbers::check(width, FROM_ONE).ok()?;
        return Some((true, width.parse().ok()?));
    }
    let density = text.strip_suffix('x')?;
    numbers::check(density, Number::FloatAboveZero).ok()?;
    Some((false, numbers::float(density)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn images() {
        for value in [
            "x",
            "x 1x",
            "x 1x, y 2x",
            "x 1w",
            "x 1.5x",
            "x .5x",
            "x 1e0x",
            " x 1x,y 2x ",
            "x,1x",
            "data:,a 1x",
            "x, y 2x",
        ] {
            assert_eq!(check(value, false), Ok(()), "{value}");
        }
        let kind = |value: &str| check(value, false).expect_err(value).0;
        for value in ["x,", "x,,,", ",x", "x 1w,", "x 1w, , y 2w", ","] {
            assert_eq!(kind(value), Kind::Comma, "{value}");
        }
        for value in [
            "x 0w",
            "x 0x",
            "x -1x",
            "x +1w",
            "x 1.5w",
            "x 1e0w",
            "x NaNx",
            "x 1",
            "x 1h",
            "x 1X",
            "x [, y 1x",
        ] {
            assert_eq!(kind(value), Kind::Descriptor, "{value}");
        }
        for value in ["x 1w 1h", "a b 1x", "x f(a b, c), y 1x"] {
            assert_eq!(kind(value), Kind::Several, "{value}");
        }
        for value in ["x 1x, y", "x, y", "x 1w, y 1w", "x 2x, y 2.0x"] {
            assert_eq!(kind(value), Kind::Twice, "{value}");
        }
        for value in ["x 1w, y", "x 1w, y 2x"] {
            assert_eq!(kind(value), Kind::NoWidth, "{value}");
        }
        assert_eq!(kind(" "), Kind::Empty);
        assert!(matches!(kind("http: 1x"), Kind::Url(_)));
        assert_eq!(check("x 1x", true), Err((Kind::NoWidth, 0..1)));
        assert_eq!(check("x 1w", true), Ok(()));
    }
}
