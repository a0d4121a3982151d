//! Dates written in a text, in French or in English.

/// A day: year, month, day.
pub type Date = (i32, u8, u8);

const MONTHS: [[&str; 2]; 12] = [
    ["janvier", "january"],
    ["février", "february"],
    ["mars", "march"],
    ["avril", "april"],
    ["mai", "may"],
    ["juin", "june"],
    ["juillet", "july"],
    ["août", "august"],
    ["septembre", "september"],
    ["octobre", "october"],
    ["novembre", "november"],
    ["décembre", "december"],
];

/// The dates of a text in lower case, with what they were written as: «12 mars 2024», «1er mars 2024», «march 12, 2024», «12/03/2024», «2024-03-12», «mars 2024» (its last
/// day). Years from 2000 on.
pub fn dates(text: &str) -> Vec<(Date, &str)> {
    let mut found = Vec::new();
    let mut words: Vec<(usize, &str)> = Vec::new();
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '/' | '-' | '.');
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (is_part(c), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                words.push((from, text[from..at].trim_end_matches(['.', '-'])));
                start = None;
            }
            _ => {}
        }
    }
    for (rank, &(at, word)) in words.iter().enumerate() {
        if let Some(date) = numeric(word) {
            found.push((date, word));
            continue;
        }
        let Some(month) = MONTHS.iter().position(|names| names.contains(&word)) else {
            continue;
        };
        let month = month as u8 + 1;
        let day_of = |word: &str| -> Option<u8> {
            let digits = word.trim_end_matches(|c: char| c.is_alphabetic());
            digits.parse().ok().filter(|day| (1..=31).contains(day))
        };
        let year_of = |rank: usize| words.get(rank).and_then(|w| year(w.1).map(|y| (y, w)));
        let before = rank
            .checked_sub(1)
            .and_then(|r| day_of(words[r].1).map(|d| (d, words[r].0)));
        let end = |w: &(usize, &str)| w.0 + w.1.len();
        if let Some((year, last)) = year_of(rank + 1) {
            let (day, from) = before.unwrap_or((31, at));
            found.push(((year, month, day), &text[from..end(last)]));
        } else if let Some((year, last)) = year_of(rank + 2)
            && let Some(day) = words.get(rank + 1).and_then(|w| day_of(w.1))
        {
            found.push(((year, month, day), &text[at..end(last)]));
        }
    }
    found
}

fn year(word: &str) -> Option<i32> {
    let year = word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    year.then(|| word.parse().ok())
        .flatten()
        .filter(|year| (2000..2100).contains(year))
}

/// `12/03/2024`, `12.03.2024`, `12-03-2024` or `2024-03-12`.
fn numeric(word: &str) -> Option<Date> {
    let mut parts = word.split(['/', '-', '.']);
    let (a, b, c) = (parts.next()?, parts.next()?, parts.next()?);
    let small = |s: &str, max: u8| {
        s.parse()
            .ok()
            .filter(|n| (1..=max).contains(n) && s.len() <= 2)
    };
    if parts.next().is_some() {
        return None;
    }
    match (year(a), year(c)) {
        (Some(year), None) => Some((year, small(b, 12)?, small(c, 31)?)),
        (None, Some(year)) => Some((year, small(b, 12)?, small(a, 31)?)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_they_are_written() {
        let one = |text: &str| -> Vec<Date> { dates(text).into_iter().map(|d| d.0).collect() };
        assert_eq!(one("établie le 12 mars 2024."), [(2024, 3, 12)]);
        assert_eq!(one("le 1er août 2023, puis"), [(2023, 8, 1)]);
        assert_eq!(one("on march 12, 2024"), [(2024, 3, 12)]);
        assert_eq!(one("on 12 march 2024"), [(2024, 3, 12)]);
        assert_eq!(one("le 12/03/2024"), [(2024, 3, 12)]);
        assert_eq!(one("2024-03-12"), [(2024, 3, 12)]);
        assert_eq!(one("en mars 2024"), [(2024, 3, 31)]);
        assert_eq!(one("loi du 11 février 2005"), [(2005, 2, 11)]);
        assert_eq!(one("version 4.1.2, 2005-102, 75342 paris cedex 07"), []);
    }
}
