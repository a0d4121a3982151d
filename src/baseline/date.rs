//! Days of the calendar, as the file writes them.

use std::fmt;

use time::{Date, Month};

/// A day: year, month, day of the month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(Date);

impl Day {
    /// From its numbers, when there is such a day.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Day> {
        let month = Month::try_from(month).ok()?;
        Date::from_calendar_date(year, month, day).ok().map(Day)
    }

    /// From `2026-12-31`.
    pub fn parse(text: &str) -> Option<Day> {
        let mut parts = text.splitn(3, '-');
        let mut part = |len: usize| {
            let digits = |p: &&str| p.len() == len && p.bytes().all(|b| b.is_ascii_digit());
            parts.next().filter(digits)
        };
        let (year, month, day) = (part(4)?, part(2)?, part(2)?);
        Day::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.0.to_calendar_date();
        write!(f, "{year:04}-{:02}-{day:02}", u8::from(month))
    }
}

#[cfg(test)]
mod tests {
    use super::Day;

    #[test]
    fn only_days_there_are() {
        let day = Day::parse("2028-02-29").unwrap();
        assert_eq!(day.to_string(), "2028-02-29");
        assert!(Day::parse("2026-12-31").unwrap() < day);
        for none in [
            "2026-02-29",
            "2026-2-1",
            "26-02-01",
            "2026-02-01x",
            "",
            "+026-01-01",
        ] {
            assert_eq!(Day::parse(none), None, "{none}");
        }
    }
}
