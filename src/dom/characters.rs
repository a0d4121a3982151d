//! Characters that a page should not have, wherever they are.

use super::errors::{ErrorLog, ParseError};
use crate::source::Span;

/// Bytes looked at at once.
const BLOCK: usize = 64;

/// HTML Standard, 13.2.3.5: finds control characters (but ASCII whitespace and U+0000, which the tokenizer knows) and
/// noncharacters in the text from `start` on.
pub(super) fn check(text: &str, start: usize, errors: &mut ErrorLog) {
    let bytes = &text.as_bytes()[start..];
    for (i, block) in bytes.chunks(BLOCK).enumerate() {
        // Of most blocks the shorter question says enough.
        if block.iter().fold(true, |all, &b| all & is_plain(b))
            || !block.iter().fold(false, |any, &b| any | is_suspect(b))
        {
            continue;
        }
        for (j, &byte) in block.iter().enumerate() {
            if is_suspect(byte) {
                let at = start + i * BLOCK + j;
                check_one(text, at, errors);
            }
        }
    }
}

fn is_plain(byte: u8) -> bool {
    matches!(byte, b' '..=b'~') | (byte == b'\n')
}

/// Whether a character that begins with this byte may be one of those.
fn is_suspect(byte: u8) -> bool {
    let control = byte < 0x20 && !matches!(byte, 0 | b'\t' | b'\n' | 0x0c | b'\r');
    control | (byte == 0x7f) | (byte == 0xc2) | (byte == 0xef) | (byte >= 0xf0)
}

fn check_one(text: &str, at: usize, errors: &mut ErrorLog) {
    let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else {
        return;
    };
    let code = match c {
        '\u{1}'..='\u{1f}' | '\u{7f}'..='\u{9f}' => "control-character-in-input-stream",
        '\u{fdd0}'..='\u{fdef}' => "noncharacter-in-input-stream",
        _ if u32::from(c) & 0xfffe == 0xfffe => "noncharacter-in-input-stream",
        _ => return,
    };
    let span = Span::new(at as u32, (at + c.len_utf8()) as u32);
    errors.push(ParseError::new(code, span));
}
