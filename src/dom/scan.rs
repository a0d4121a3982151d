//! Bytes looked at eight at a time: what tags are made of is short, and a search that is fast on long texts takes longer to begin.

const ONES: u64 = u64::from_ne_bytes([1; 8]);
const HIGH: u64 = ONES << 7;

/// The high bit of each byte that is zero, up to the first one; those after it say nothing.
fn zeros(bytes: u64) -> u64 {
    bytes.wrapping_sub(ONES) & !bytes & HIGH
}

/// The first byte that is one of two.
#[inline(always)]
pub(super) fn find_either(one: u8, other: u8, bytes: &[u8]) -> Option<usize> {
    for at in [0, 8] {
        let Some(eight) = bytes.get(at..).and_then(<[u8]>::first_chunk) else {
            break;
        };
        let eight = u64::from_le_bytes(*eight);
        let is = |byte: u8| zeros(eight ^ (ONES * u64::from(byte)));
        let found = is(one) | is(other);
        if found != 0 {
            return Some(at + found.trailing_zeros() as usize / 8);
        }
    }
    memchr::memchr2(one, other, bytes)
}

/// How many bytes it begins with are ASCII lower case letters, digits or hyphens, eight at most; none where fewer than eight are left.
#[inline(always)]
pub(super) fn name_len(bytes: &[u8]) -> usize {
    let Some(eight) = bytes.first_chunk() else {
        return 0;
    };
    let eight = u64::from_le_bytes(*eight);
    // Without their high bits, for sums not to reach the next byte.
    let low = eight & !HIGH;
    let from = |byte: u8| low + ONES * u64::from(0x80 - byte);
    let letter = from(b'a') & !from(b'z' + 1);
    let digit = from(b'0') & !from(b'9' + 1);
    let hyphen = from(b'-') & !from(b'-' + 1);
    let other = !(letter | digit | hyphen) | eight;
    (other & HIGH).trailing_zeros() as usize / 8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_of_two_bytes() {
        let text = b"0123456789abcdefghijklmnopqrstuvwxyz\x80\xff<";
        for len in 0..=text.len() {
            for (one, other) in [(b'3', b'1'), (b'9', b'x'), (b'z', b'\xff'), (b'<', b'&')] {
                let expected = text[..len].iter().position(|&b| b == one || b == other);
                assert_eq!(find_either(one, other, &text[..len]), expected, "{len}");
            }
        }
        assert_eq!(
            find_either(0, 1, b"\x01\x00\x01\x00\x01\x00\x01\x00"),
            Some(0)
        );
    }

    #[test]
    fn names_end_where_another_byte_comes() {
        for byte in 0..=u8::MAX {
            let plain = byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
            for at in 0..8 {
                let mut name = *b"a0z9-bc7";
                name[at] = byte;
                assert_eq!(name_len(&name), if plain { 8 } else { at }, "{byte} {at}");
            }
        }
        assert_eq!(name_len(b"abc"), 0);
    }
}
