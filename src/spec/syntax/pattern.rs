//! The `pattern` of a field (WHATWG HTML 4.10.5.3.6): a regular expression of JavaScript, with the flag `v` (ECMAScript 22.2.1, grammar
//! with `UnicodeSetsMode`).
//!
//! One pass, without recursion. What is not certain is no fault: names of groups, of modifiers and of Unicode properties, operations on
//! sets of characters, references to groups.

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A sign that square brackets only hold behind a backslash, or two of the same in a row.
    InClass,
    /// A range from a later character to an earlier one.
    Range,
    /// A backslash in front of a character that takes none.
    Escape,
    /// A square bracket, a brace or a parenthesis that is alone.
    Unbalanced,
    /// A repetition of nothing, or badly written.
    Repetition,
}

/// What is wrong with a pattern first, if something certainly is.
pub fn fault(pattern: &str) -> Option<Fault> {
    let mut reader = Reader {
        rest: pattern,
        groups: Vec::new(),
    };
    match reader.read() {
        Err(Stop::Fault(fault)) => Some(fault),
        Ok(()) | Err(Stop::Unsure) => None,
    }
}

enum Stop {
    Fault(Fault),
    Unsure,
}

const fn bad<T>(fault: Fault) -> Result<T, Stop> {
    Err(Stop::Fault(fault))
}

/// What a backslash and what follows it stand for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Escape {
    Character(char),
    /// Several characters: `\d`.
    Class,
    /// A place: `\b`.
    Place,
    /// A reference to a group.
    Reference,
}

/// What stands before a repetition.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    /// Something to repeat.
    Atom,
    /// A repetition, that a `?` may follow.
    Repetition,
    Nothing,
}

struct Reader<'t> {
    rest: &'t str,
    /// For each open group, whether it may be repeated.
    groups: Vec<bool>,
}

impl Reader<'_> {
    fn next(&mut self) -> Option<char> {
        let c = self.rest.chars().next()?;
        self.rest = &self.rest[c.len_utf8()..];
        Some(c)
    }

    fn take(&mut self, text: &str) -> bool {
        let rest = self.rest.strip_prefix(text);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn read(&mut self) -> Result<(), Stop> {
        let mut before = Before::Nothing;
        while let Some(c) = self.next() {
            before = match c {
                '\\' => match self.escape(false)? {
                    Escape::Place => Before::Nothing,
                    _ => Before::Atom,
                },
                '[' => {
                    self.class()?;
                    Before::Atom
                }
                '(' => {
                    let repeats = self.group()?;
                    self.groups.push(repeats);
                    Before::Nothing
                }
                ')' => match self.groups.pop() {
                    Some(true) => Before::Atom,
                    Some(false) => Before::Nothing,
                    None => return bad(Fault::Unbalanced),
                },
                ']' | '}' => return bad(Fault::Unbalanced),
                '?' if before == Before::Repetition => Before::Nothing,
                '*' | '+' | '?' | '{' => {
                    if before != Before::Atom || (c == '{' && !self.bounds()) {
                        return bad(Fault::Repetition);
                    }
                    Before::Repetition
                }
                '|' | '^' | '$' => Before::Nothing,
                _ => Before::Atom,
            };
        }
        match self.groups.is_empty() {
            true => Ok(()),
            false => bad(Fault::Unbalanced),
        }
    }

    /// What comes after an open parenthesis; whether the group may be repeated.
    fn group(&mut self) -> Result<bool, Stop> {
        if !self.take("?") || self.take(":") {
            return Ok(true);
        }
        if ["=", "!", "<=", "<!"].iter().any(|mark| self.take(mark)) {
            return Ok(false);
        }
        let name = self.rest.strip_prefix('<').and_then(|r| r.split_once('>'));
        let Some((name, rest)) = name.filter(|(name, _)| !name.is_empty()) else {
            return Err(Stop::Unsure);
        };
        if !name.bytes().all(|b| b.is_ascii_alphabetic() || b == b'_') {
            return Err(Stop::Unsure);
        }
        self.rest = rest;
        Ok(true)
    }

    /// The rest of `{2}`, `{2,}`, `{2,3}`.
    fn bounds(&mut self) -> bool {
        let Some((inside, rest)) = self.rest.split_once('}') else {
            return false;
        };
        self.rest = rest;
        let (least, most) = inside.split_once(',').unwrap_or((inside, ""));
        let is_number = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
        if least.is_empty() || !is_number(least) || !is_number(most) {
            return false;
        }
        let read = |text: &str| text.parse().unwrap_or(u64::MAX);
        most.is_empty() || read(least) <= read(most)
    }

    /// What comes after a backslash.
    fn escape(&mut self, in_class: bool) -> Result<Escape, Stop> {
        let Some(c) = self.next() else {
            return bad(Fault::Escape);
        };
        let digits = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
        Ok(match c {
            'd' | 'D' | 's' | 'S' | 'w' | 'W' => Escape::Class,
            'p' | 'P' => match self.rest.split_once('}') {
                Some((name, rest)) if name.starts_with('{') => {
                    self.rest = rest;
                    Escape::Class
                }
                _ => return bad(Fault::Escape),
            },
            'b' if in_class => Escape::Character('\u{8}'),
            'b' | 'B' if !in_class => Escape::Place,
            'f' => Escape::Character('\u{c}'),
            'n' => Escape::Character('\n'),
            'r' => Escape::Character('\r'),
            't' => Escape::Character('\t'),
            'v' => Escape::Character('\u{b}'),
            '0' if !digits(self.rest) => Escape::Character('\0'),
            '1'..='9' if !in_class => Escape::Reference,
            'k' if !in_class => match self.rest.split_once('>') {
                Some((name, rest)) if name.starts_with('<') => {
                    self.rest = rest;
                    Escape::Reference
                }
                _ => return bad(Fault::Escape),
            },
            'c' => match self.next() {
                Some(letter) if letter.is_ascii_alphabetic() => {
                    Escape::Character(char::from(letter as u8 & 31))
                }
                _ => return bad(Fault::Escape),
            },
            'x' => self.code(2)?,
            'u' if self.take("{") => {
                let Some((code, rest)) = self.rest.split_once('}') else {
                    return bad(Fault::Escape);
                };
                self.rest = rest;
                read_code(code)?
            }
            'u' => self.code(4)?,
            '^' | '$' | '\\' | '.' | '*' | '+' | '?' | '(' | ')' | '[' | ']' | '{' | '}' | '|'
            | '/' => Escape::Character(c),
            '&' | '-' | '!' | '#' | '%' | ',' | ':' | ';' | '<' | '=' | '>' | '@' | '`' | '~'
                if in_class =>
            {
                Escape::Character(c)
            }
            // A set of strings.
            'q' if in_class => return Err(Stop::Unsure),
            _ => return bad(Fault::Escape),
        })
    }

    /// A character by its code, of so many hexadecimal digits.
    fn code(&mut self, digits: usize) -> Result<Escape, Stop> {
        let Some((code, rest)) = self.rest.split_at_checked(digits) else {
            return bad(Fault::Escape);
        };
        self.rest = rest;
        read_code(code)
    }

    /// What comes after an open square bracket, to its end.
    fn class(&mut self) -> Result<(), Stop> {
        let mut depth = 1;
        self.take("^");
        // The last character, where a range may begin.
        let mut from = None;
        let mut last = None;
        while let Some(c) = self.next() {
            let doubled = last == Some(c) && "&!#$%*+,.:;<=>?@^`~".contains(c);
            if doubled {
                return match c {
                    '&' => Err(Stop::Unsure),
                    _ => bad(Fault::InClass),
                };
            }
            last = Some(c);
            match c {
                ']' => {
                    depth -= 1;
                    if depth == 0 {
                        return Ok(());
                    }
                    from = None;
                }
                '[' => {
                    depth += 1;
                    self.take("^");
                    from = None;
                }
                '(' | ')' | '{' | '}' | '/' | '|' => return bad(Fault::InClass),
                '-' if self.rest.starts_with('-') => return Err(Stop::Unsure),
                '-' => {
                    let Some(first) = from.take() else {
                        return bad(Fault::InClass);
                    };
                    let to = match self.next() {
                        None => return bad(Fault::Unbalanced),
                        Some('\\') => self.escape(true)?,
                        Some('[' | ']' | '(' | ')' | '{' | '}' | '/' | '|') => {
                            return bad(Fault::InClass);
                        }
                        Some(c) => Escape::Character(c),
                    };
                    match to {
                        Escape::Character(to) if first > to => return bad(Fault::Range),
                        Escape::Character(_) => {}
                        _ => return bad(Fault::InClass),
                    }
                    // What ends a range may be doubled, in the eyes of some.
                    last = None;
                }
                '\\' => {
                    from = match self.escape(true)? {
                        Escape::Character(c) => Some(c),
                        _ => None,
                    };
                    last = None;
                }
                _ => from = Some(c),
            }
        }
        bad(Fault::Unbalanced)
    }
}

/// The character of a code.
fn read_code(code: &str) -> Result<Escape, Stop> {
    if code.is_empty() || !code.bytes().all(|b| b.is_ascii_hexdigit()) {
        return bad(Fault::Escape);
    }
    let Ok(read) = u32::from_str_radix(code.trim_start_matches('0'), 16) else {
        // Only zeros, or far too large.
        return match code.bytes().all(|b| b == b'0') {
            true => Ok(Escape::Character('\0')),
            false => bad(Fault::Escape),
        };
    };
    match char::from_u32(read) {
        Some(c) => Ok(Escape::Character(c)),
        // Half of a pair.
        None if read <= 0x0010_FFFF => Err(Stop::Unsure),
        None => bad(Fault::Escape),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_that_browsers_take() {
        for good in [
            "",
            "[0-9]{5}",
            r"\d{2}/\d{2}/\d{4}",
            r"[a-zÀ-ÿ' \-]+",
            r"[\w.%+\-]+@[\w.\-]+\.[A-Za-z]{2,}",
            r"(?:0|\+33)[1-9](?:[ .]?\d{2}){4}",
            r"(?=.*\d)(?!x)(?<an>[12]\d{3})\k<an>",
            r"\p{Lu}\p{Script=Latin}[\p{L}--[aeiou]][a-z&&[^x]]",
            r"\x41\u{1F600}\u00e9\cA\0\/[\^\]\b\u{61}-\u{7a}]",
            "a|b|",
            "é?",
            "a*?b+?c{2}?",
            "(?i:a)[[a-z][0-9]]",
            r"(a)\1",
            "[^^]",
        ] {
            assert_eq!(fault(good), None, "{good}");
        }
    }

    #[test]
    fn patterns_that_browsers_drop() {
        for (bad, why) in [
            ("[a-z-]+", Fault::InClass),
            ("[-a]", Fault::InClass),
            (r"[\w-.]+", Fault::InClass),
            ("[(]", Fault::InClass),
            ("[a|b]", Fault::InClass),
            ("[..]", Fault::InClass),
            ("[z-a]", Fault::Range),
            (r"a\-b", Fault::Escape),
            (r"\@", Fault::Escape),
            (r"a\", Fault::Escape),
            (r"\u12", Fault::Escape),
            (r"\u{110000}", Fault::Escape),
            (r"[\_]", Fault::Escape),
            ("[a-z", Fault::Unbalanced),
            ("a]", Fault::Unbalanced),
            ("(a", Fault::Unbalanced),
            ("a)", Fault::Unbalanced),
            ("a}", Fault::Unbalanced),
            ("*a", Fault::Repetition),
            ("a**", Fault::Repetition),
            ("^+", Fault::Repetition),
            ("(?=a)*", Fault::Repetition),
            ("a{2,1}", Fault::Repetition),
            ("a{x}", Fault::Repetition),
            ("{2}", Fault::Repetition),
        ] {
            assert_eq!(fault(bad), Some(why), "{bad}");
        }
    }

    #[test]
    fn no_pattern_costs_more_than_its_length() {
        for one in [
            "(", "[", "a|", "(a{9}", "a{9}", "[[", "\\", "(?<a>", "{", "\\u{", "(?<",
        ] {
            fault(&one.repeat(50_000));
        }
    }
}
