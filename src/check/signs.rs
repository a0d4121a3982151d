//! What a text holds, told in one pass for all the checks that have nothing to say of a text without it.
//!
//! A sign is a byte, or a few in a row, and a [`Signs`] a set of them. The engine reads each text once and calls a check only
//! where one of the signs it waits for was seen; the check then looks closer. So a sign may be met by more than it is for, never by
//! less: a test holds every check to that.

/// A set of signs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Signs(u32);

impl Signs {
    /// Anything but ASCII white space.
    pub const INK: Signs = Signs(1);
    /// `*`.
    pub const STAR: Signs = Signs(1 << 1);
    /// `|`.
    pub const BAR: Signs = Signs(1 << 2);
    /// `[`.
    pub const SQUARE: Signs = Signs(1 << 3);
    /// The first byte of letters of right-to-left scripts, and of some others.
    pub const RIGHT_TO_LEFT: Signs = Signs(1 << 4);
    /// A no-break, en or em space.
    pub const WIDE_SPACE: Signs = Signs(1 << 5);
    /// `#` and a blank.
    pub const HASH_BLANK: Signs = Signs(1 << 6);
    /// Two backquotes.
    pub const BACKQUOTES: Signs = Signs(1 << 7);
    /// `](`.
    pub const LINK: Signs = Signs(1 << 8);
    /// `{:`.
    pub const BRACE_COLON: Signs = Signs(1 << 9);
    /// `??` or `(?`.
    pub const DOUBT: Signs = Signs(1 << 10);
    /// `(` and an A, accented or not, or a mark before it.
    pub const ROUND_A: Signs = Signs(1 << 11);
    /// `TO`, `TB`.
    pub const CAPITALS_T: Signs = Signs(1 << 12);
    /// `FI`.
    pub const CAPITALS_FI: Signs = Signs(1 << 13);
    /// `MP`.
    pub const CAPITALS_MP: Signs = Signs(1 << 14);
    /// `XX`.
    pub const CAPITALS_XX: Signs = Signs(1 << 15);
    /// `ip` and two bytes on an `m`, in any case, as in «lorem ipsum».
    pub const IPSUM: Signs = Signs(1 << 16);
    /// `<` and what a tag goes on with.
    pub const TAG: Signs = Signs(1 << 17);
    /// `&` and what a character reference goes on with.
    pub const REFERENCE: Signs = Signs(1 << 18);
    /// `{{`, `{%`, `{#`, `<%`, `${` and the other pairs of these.
    pub const TEMPLATE: Signs = Signs(1 << 19);
    /// `[[`.
    pub const SQUARES: Signs = Signs(1 << 20);
    /// `%7`, as in `%7B`.
    pub const ENCODED_BRACE: Signs = Signs(1 << 21);
    /// Two bytes that stand alone between spaces: ` a b `.
    pub const PARTED: Signs = Signs(1 << 22);
    /// The first byte of combining marks, and of most letters that Unicode would rather have written otherwise.
    pub const MARK: Signs = Signs(1 << 23);

    /// `:`, `;` or `^` and what an emoticon goes on with.
    pub const EMOTICON: Signs = Signs(1 << 24);

    /// Any of both.
    pub const fn or(self, other: Signs) -> Signs {
        Signs(self.0 | other.0)
    }

    /// Whether they have a sign in common.
    pub const fn meet(self, other: Signs) -> bool {
        self.0 & other.0 != 0
    }

    /// The signs seen in a text, those that are wanted at least.
    pub fn wanted_of(text: &str, wanted: Signs) -> Signs {
        match wanted == Signs::MARK {
            true => may_hold_mark(text.as_bytes()),
            false => Signs::of(text),
        }
    }

    /// The signs seen in a text.
    pub fn of(text: &str) -> Signs {
        let bytes = text.as_bytes();
        let mut seen = 0;
        let mut at = 0;
        // Blocks of plain bytes begin no sign but those of letters and spaces, which are looked for apart; the rest is read byte by byte.
        while bytes.len() > at + FEW {
            let rest = &bytes[at..];
            let padded;
            let block = match rest.first_chunk() {
                Some(block) => block,
                None => {
                    padded = pad(rest);
                    &padded
                }
            };
            seen |= far_apart(block);
            seen |= match is_prose(block) || is_plain(block) {
                true => has_ink(block) * Signs::INK.0,
                false => read(&rest[..rest.len().min(BLOCK + 1)]),
            };
            at += BLOCK;
        }
        let rest = bytes.get(at..).unwrap_or_default();
        Signs(seen | read(rest))
    }
}

/// [`Signs::MARK`] alone, for runs that look for nothing else in texts.
fn may_hold_mark(bytes: &[u8]) -> Signs {
    let mut mark = false;
    for &b in bytes {
        mark |= (b | 1 == 0xcd) | (b | 1 == 0xe1) | (b >= 0xef);
    }
    Signs(u32::from(mark) * Signs::MARK.0)
}

/// No more bytes than this are read as they are.
const FEW: usize = 4;

/// The end of a text, and line breaks.
fn pad(rest: &[u8]) -> Block {
    let mut block = [b'\n'; BLOCK + REACH];
    block[..rest.len()].copy_from_slice(rest);
    block
}

/// Bytes looked at together.
const BLOCK: usize = 16;
/// Bytes after the first that a sign may need.
const REACH: usize = 4;

/// Signs by a table, but [`Signs::PARTED`] and [`Signs::IPSUM`]: what each byte completes of what the one before has begun.
fn read(bytes: &[u8]) -> u32 {
    let mut seen = 0;
    let mut first = ALONE;
    for &b in bytes {
        let entry = TABLE[b as usize];
        seen |= entry as u32 & first;
        first = (entry >> 32) as u32;
    }
    seen
}

/// A block, and what its last bytes may begin a sign with.
type Block = [u8; BLOCK + REACH];

/// Whether a block is of small letters, of French ones too, digits and what is most often between them: most blocks of most texts, and
/// plain ones. Like its sisters below, written for the compiler to make vectors of: no branch.
fn is_prose(block: &Block) -> bool {
    let mut others = 0;
    for &b in &block[..BLOCK] {
        let within = |first: u8, last: u8| b.wrapping_sub(first) <= last - first;
        let letter = within(b'a', b'z') | (b == 0xc3) | within(0xa0, 0xbf);
        others |= u8::from(!(letter | (b == b' ') | within(b',', b'9') | (b == b'\n')));
    }
    others == 0
}

/// Whether no byte of the block is or begins a sign, but for [`far_apart`], nor is a control.
fn is_plain(block: &Block) -> bool {
    let mut others = 0;
    for &b in &block[..BLOCK] {
        let within = |first: u8, last: u8| b.wrapping_sub(first) <= last - first;
        let capital = (b == b'F') | (b == b'M') | (b == b'P') | (b == b'T') | (b == b'X');
        let round = (b == b'(') | (b == b'*') | (b == b'<') | (b == b'?');
        let square = (b == b'[') | (b == b']') | (b == b'`');
        let mark = within(b'#', b'&') | round | square | within(b'{', b'|');
        let eyes = within(b':', b';') | (b == b'^');
        let control = within(0, 8) | (b == 11) | within(14, 31);
        let beyond = (b == 0x80)
            | (b == 0xc2)
            | within(0xcc, 0xcd)
            | within(0xd6, 0xe1)
            | within(0xef, 0xf0);
        others |= u8::from(capital | mark | eyes | control | beyond);
    }
    others == 0
}

/// Whether something of the block is no white space: 1 or 0.
fn has_ink(block: &Block) -> u32 {
    let mut ink = 0;
    for &b in &block[..BLOCK] {
        ink |= u8::from(b > b' ');
    }
    ink.into()
}

/// [`Signs::IPSUM`] and [`Signs::PARTED`], where they begin in the block.
fn far_apart(block: &Block) -> u32 {
    let (mut ipsum, mut parted) = (0, 0);
    for at in 0..BLOCK {
        let space = |n: usize| block[at + n] == b' ';
        parted |= u8::from(space(0) & !space(1) & space(2) & !space(3) & space(4));
        let letter = |n: usize, letter: u8| block[at + n] | 0x20 == letter;
        ipsum |= u8::from(letter(0, b'i') & letter(1, b'p') & letter(4, b'm'));
    }
    (u32::from(ipsum) * Signs::IPSUM.0) | (u32::from(parted) * Signs::PARTED.0)
}

/// Signs of one byte: they need nothing before them.
const ALONE: u32 = Signs::INK.0
    | Signs::STAR.0
    | Signs::BAR.0
    | Signs::SQUARE.0
    | Signs::RIGHT_TO_LEFT.0
    | Signs::MARK.0;

/// Per byte: the signs it completes (lower half), and those it may begin (upper half).
static TABLE: [u64; 256] = table();

const LETTERS: &[u8] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

const fn table() -> [u64; 256] {
    let mut table = [(ALONE as u64) << 32; 256];
    let mut b = 0;
    while b < 256 {
        if !(b as u8).is_ascii_whitespace() {
            table[b] |= Signs::INK.0 as u64;
        }
        if matches!(b, 0xd6..=0xe0 | 0xef | 0xf0) {
            table[b] |= Signs::RIGHT_TO_LEFT.0 as u64;
        }
        if matches!(b, 0xcc | 0xcd | 0xe0 | 0xe1 | 0xef | 0xf0) {
            table[b] |= Signs::MARK.0 as u64;
        }
        b += 1;
    }
    let table = second(table, Signs::STAR, b"*");
    let table = second(table, Signs::BAR, b"|");
    let table = second(table, Signs::SQUARE, b"[");
    // U+00A0, U+2002, U+2003: the last two bytes.
    let table = pair(table, Signs::WIDE_SPACE, b"\xc2\x80", b"\xa0\x82\x83");
    let table = pair(table, Signs::HASH_BLANK, b"#", b" \t");
    let table = pair(table, Signs::BACKQUOTES, b"`", b"`");
    let table = pair(table, Signs::LINK, b"]", b"(");
    let table = pair(table, Signs::BRACE_COLON, b"{", b":");
    let table = pair(table, Signs::DOUBT, b"?(", b"?");
    // À, à and the ellipsis by their first bytes.
    let table = pair(table, Signs::ROUND_A, b"(", b"aA\xc3 .!\xe2");
    let table = pair(table, Signs::CAPITALS_T, b"T", b"OB");
    let table = pair(table, Signs::CAPITALS_FI, b"F", b"I");
    let table = pair(table, Signs::CAPITALS_MP, b"M", b"P");
    let table = pair(table, Signs::CAPITALS_XX, b"X", b"X");
    let table = pair(table, Signs::TAG, b"<", LETTERS);
    let table = second(table, Signs::TAG, b"/!");
    let table = pair(table, Signs::REFERENCE, b"&", LETTERS);
    let table = second(table, Signs::REFERENCE, b"#");
    let table = pair(table, Signs::TEMPLATE, b"{<$", b"{%#");
    let table = pair(table, Signs::EMOTICON, b":;^", b"-'()DPp^_");
    let table = pair(table, Signs::SQUARES, b"[", b"[");
    pair(table, Signs::ENCODED_BRACE, b"%", b"7")
}

/// Any of `firsts`, then any of `seconds`.
const fn pair(mut table: [u64; 256], sign: Signs, firsts: &[u8], seconds: &[u8]) -> [u64; 256] {
    let mut i = 0;
    while i < firsts.len() {
        table[firsts[i] as usize] |= (sign.0 as u64) << 32;
        i += 1;
    }
    second(table, sign, seconds)
}

const fn second(mut table: [u64; 256], sign: Signs, seconds: &[u8]) -> [u64; 256] {
    let mut i = 0;
    while i < seconds.len() {
        table[seconds[i] as usize] |= sign.0 as u64;
        i += 1;
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_read_as_bytes_are() {
        for b in 0..=255 {
            let entry = TABLE[b as usize];
            let begins = (entry >> 32) as u32 & !ALONE != 0;
            let alone = entry as u32 & ALONE & !Signs::INK.0 != 0;
            let mut block = [b'a'; BLOCK + REACH];
            block[1] = b;
            let plain = is_plain(&block) || is_prose(&block);
            assert!(!plain || !(begins || alone), "{b:#x}");
        }
        let samples = "le corps de 20 cm, ps: a b c; {% if %} été « où » (à voir) ??? l’eau [[x]] TODO <b> &amp; *x* aIPsUmb :) ^_^";
        let long = samples.repeat(3);
        for from in (0..long.len()).filter(|&at| long.is_char_boundary(at)) {
            for to in (from..long.len()).filter(|&at| long.is_char_boundary(at)) {
                let text = &long[from..to];
                let parted = text.as_bytes().windows(5).any(|w| {
                    let spaces = w.iter().map(|b| *b == b' ');
                    spaces.eq([true, false, true, false, true])
                });
                let ipsum = text.to_ascii_lowercase();
                let ipsum = ipsum.as_bytes().windows(5);
                let mut ipsum = ipsum.filter(|w| w.starts_with(b"ip") && w[4] == b'm');
                let far = (u32::from(parted) * Signs::PARTED.0)
                    | (u32::from(ipsum.next().is_some()) * Signs::IPSUM.0);
                assert_eq!(Signs::of(text).0, read(text.as_bytes()) | far, "{text}");
                let marks = Signs::wanted_of(text, Signs::MARK);
                assert_eq!(marks.0, read(text.as_bytes()) & Signs::MARK.0, "{text}");
            }
        }
    }

    #[test]
    fn signs_of_one_byte_and_of_two() {
        for (text, sign) in [
            ("a", Signs::INK),
            ("a * b", Signs::STAR),
            ("*", Signs::STAR),
            ("[", Signs::SQUARE),
            ("مرحبا", Signs::RIGHT_TO_LEFT),
            ("9\u{a0}h", Signs::WIDE_SPACE),
            ("\u{2003}", Signs::WIDE_SPACE),
            ("# Titre", Signs::HASH_BLANK),
            ("quoi ???", Signs::DOUBT),
            ("(à venir)", Signs::ROUND_A),
            ("À COMPLÉTER", Signs::CAPITALS_MP),
            ("Lorem IPsum", Signs::IPSUM),
            ("</p>", Signs::TAG),
            ("&#160;", Signs::REFERENCE),
            ("{% if", Signs::TEMPLATE),
            ("{# à faire", Signs::TEMPLATE),
            ("il y a à", Signs::PARTED),
            ("merci ;-)", Signs::EMOTICON),
            ("a b c d", Signs::PARTED),
        ] {
            assert!(Signs::of(text).meet(sign), "{text}");
        }
        for (text, sign) in [
            (" \n\t\r\x0c", Signs::INK),
            ("l’été où", Signs::RIGHT_TO_LEFT),
            ("l’été", Signs::WIDE_SPACE),
            ("#mot", Signs::HASH_BLANK),
            ("] (", Signs::LINK),
            ("quoi ? Rien", Signs::DOUBT),
            ("1 < 2", Signs::TAG),
            ("10:30 ; 11:00 :", Signs::EMOTICON),
            ("a  b  c", Signs::PARTED),
            ("où il va", Signs::PARTED),
        ] {
            assert!(!Signs::of(text).meet(sign), "{text}");
        }
    }
}
