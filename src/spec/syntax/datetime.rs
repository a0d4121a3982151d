//! Dates and times: WHATWG HTML 2.3.5 «Dates and times».

use std::ops::Range;

/// The forms a date or a time may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// `2026-05` (2.3.5.1).
    Month,
    /// `2026-05-31` (2.3.5.2).
    Date,
    /// `05-31` (2.3.5.3).
    Yearless,
    /// `14:30`, `14:30:15.5` (2.3.5.4).
    Time,
    /// `2026-05-31T14:30` (2.3.5.5).
    LocalDateTime,
    /// `+02:00`, `Z` (2.3.5.6).
    Zone,
    /// `2026-05-31T14:30+02:00` (2.3.5.7).
    GlobalDateTime,
    /// `2026-W22` (2.3.5.8).
    Week,
    /// `2026` (4.5.14).
    Year,
    /// `P1DT2H`, `2h 30m` (2.3.5.9).
    Duration,
}

/// What `time` takes (4.5.14).
pub const ANY: &[Form] = &[
    Form::Date,
    Form::GlobalDateTime,
    Form::LocalDateTime,
    Form::Time,
    Form::Year,
    Form::Month,
    Form::Duration,
    Form::Week,
    Form::Zone,
    Form::Yearless,
];

/// What `ins` and `del` take (4.7.3).
pub const DATE_OR_INSTANT: &[Form] = &[Form::Date, Form::GlobalDateTime];

/// What is wrong, or doubtful.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// None of the forms.
    Form,
    /// There is no year 0.
    Year,
    /// No such month.
    Month,
    /// No such day in that month, which has this many.
    Day(u32),
    /// That year has this many weeks.
    Week(u32),
    /// Above 23.
    Hour,
    /// Above 59.
    Minute,
    /// Above 59.
    Second,
    /// More than three digits for fractions of a second.
    Fraction,
    /// Above 23:59, or `-00:00`.
    Zone,
    /// The same unit twice in a duration.
    UnitTwice,
    /// Doubtful: before 1000 or after 9999.
    UnlikelyYear,
    /// Doubtful: no place on Earth is so far from universal time, or so many minutes.
    UnlikelyZone,
}

type Fault = (Kind, Range<usize>);

/// What a value says that may be doubtful.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Said {
    year: Option<(u64, Range<usize>)>,
    /// Hours and minutes away from universal time, and where.
    zone: Option<(i32, u32, Range<usize>)>,
}

/// Checks a value that may have one of these forms; the fault is that of the form that it has, where it has one.
pub fn check(value: &str, forms: &[Form]) -> Result<(), Fault> {
    let mut nearest = (Kind::Form, 0..value.len());
    for &form in forms {
        match read(value, form) {
            Ok(_) => return Ok(()),
            Err((Kind::Form, _)) => {}
            Err(fault) => nearest = fault,
        }
    }
    Err(nearest)
}

/// What is doubtful in a value that one of these forms allows.
pub fn doubt(value: &str, forms: &[Form]) -> Option<Fault> {
    let said = forms.iter().find_map(|&form| read(value, form).ok())?;
    if let Some((year, at)) = said.year
        && !(1000..=9999).contains(&year)
    {
        return Some((Kind::UnlikelyYear, at));
    }
    let (hours, minutes, at) = said.zone?;
    let likely = (-12..=14).contains(&hours) && matches!(minutes, 0 | 30 | 45);
    (!likely).then_some((Kind::UnlikelyZone, at))
}

fn read(value: &str, form: Form) -> Result<Said, Fault> {
    let mut reader = Reader {
        value,
        at: 0,
        fault: None,
    };
    let mut said = Said::default();
    match form {
        Form::Year => said.year = Some(reader.year()?),
        Form::Month => {
            said.year = Some(reader.year()?);
            reader.one_of(b"-")?;
            reader.month()?;
        }
        Form::Date => said.year = Some(reader.date()?),
        Form::Yearless => {
            if value.starts_with("--") {
                reader.at = 2;
            }
            let month = reader.month()?;
            reader.one_of(b"-")?;
            // Any year, a leap one among them.
            reader.day(days(month, 2000))?;
        }
        Form::Time => reader.time()?,
        Form::LocalDateTime => {
            said.year = Some(reader.date()?);
            reader.one_of(b"T ")?;
            reader.time()?;
        }
        Form::GlobalDateTime => {
            said.year = Some(reader.date()?);
            reader.one_of(b"T ")?;
            reader.time()?;
            said.zone = Some(reader.zone()?);
        }
        Form::Zone => said.zone = Some(reader.zone()?),
        Form::Week => {
            let (year, at) = reader.year()?;
            reader.one_of(b"-")?;
            reader.one_of(b"W")?;
            reader.in_range(1, weeks(year), Kind::Week(weeks(year)))?;
            said.year = Some((year, at));
        }
        Form::Duration => reader.duration()?,
    }
    if reader.at < value.len() {
        return Err(reader.form());
    }
    match reader.fault {
        None => Ok(said),
        Some(fault) => Err(fault),
    }
}

struct Reader<'a> {
    value: &'a str,
    at: usize,
    /// The first thing wrong in a value that has the form so far.
    fault: Option<Fault>,
}

impl Reader<'_> {
    fn rest(&self) -> &[u8] {
        &self.value.as_bytes()[self.at..]
    }

    fn note(&mut self, kind: Kind, at: Range<usize>) {
        self.fault.get_or_insert((kind, at));
    }

    fn form(&self) -> Fault {
        (Kind::Form, 0..self.value.len())
    }

    fn one_of(&mut self, bytes: &[u8]) -> Result<u8, Fault> {
        match self.rest().first().copied() {
            Some(byte) if bytes.contains(&byte) => {
                self.at += 1;
                Ok(byte)
            }
            _ => Err(self.form()),
        }
    }

    /// The digits that stand here, as many as there are.
    fn digits(&mut self) -> Range<usize> {
        let len = self
            .rest()
            .iter()
            .take_while(|b| b.is_ascii_digit())
            .count();
        self.at += len;
        self.at - len..self.at
    }

    /// Two digits between two bounds.
    fn in_range(&mut self, least: u32, most: u32, kind: Kind) -> Result<u32, Fault> {
        let at = self.digits();
        if at.len() != 2 {
            return Err(self.form());
        }
        let number = self.value[at.clone()].parse().unwrap_or(u32::MAX);
        if !(least..=most).contains(&number) {
            self.note(kind, at);
        }
        Ok(number)
    }

    fn year(&mut self) -> Result<(u64, Range<usize>), Fault> {
        let at = self.digits();
        if at.len() < 4 {
            return Err(self.form());
        }
        let year = self.value[at.clone()].parse().unwrap_or(u64::MAX);
        if year == 0 {
            self.note(Kind::Year, at.clone());
        }
        Ok((year.max(1), at))
    }

    fn month(&mut self) -> Result<u32, Fault> {
        self.in_range(1, 12, Kind::Month)
    }

    fn day(&mut self, most: u32) -> Result<(), Fault> {
        self.in_range(1, most, Kind::Day(most)).map(|_| ())
    }

    fn date(&mut self) -> Result<(u64, Range<usize>), Fault> {
        let (year, at) = self.year()?;
        self.one_of(b"-")?;
        let month = self.month()?;
        self.one_of(b"-")?;
        self.day(days(month, year))?;
        Ok((year, at))
    }

    fn time(&mut self) -> Result<(), Fault> {
        self.in_range(0, 23, Kind::Hour)?;
        self.one_of(b":")?;
        self.in_range(0, 59, Kind::Minute)?;
        if self.one_of(b":").is_err() {
            return Ok(());
        }
        self.in_range(0, 59, Kind::Second)?;
        self.fraction()
    }

    /// A full stop and one to three digits, if there is one.
    fn fraction(&mut self) -> Result<(), Fault> {
        if self.one_of(b".").is_err() {
            return Ok(());
        }
        let at = self.digits();
        if at.is_empty() {
            return Err(self.form());
        }
        if at.len() > 3 {
            self.note(Kind::Fraction, at);
        }
        Ok(())
    }

    fn zone(&mut self) -> Result<(i32, u32, Range<usize>), Fault> {
        let start = self.at;
        let sign = self.one_of(b"Z+-")?;
        if sign == b'Z' {
            return Ok((0, 0, start..self.at));
        }
        // With or without a colon.
        let joined = self
            .rest()
            .iter()
            .take_while(|b| b.is_ascii_digit())
            .count()
            == 4;
        let (hours, minutes) = if joined {
            let number = |at: usize| self.value[at..at + 2].parse().unwrap_or(99);
            let both = (number(self.at), number(self.at + 2));
            self.at += 4;
            if both.0 > 23 || both.1 > 59 {
                self.note(Kind::Zone, start..self.at);
            }
            both
        } else {
            let hours = self.in_range(0, 23, Kind::Zone)?;
            self.one_of(b":")?;
            (hours, self.in_range(0, 59, Kind::Zone)?)
        };
        let at = start..self.at;
        let hours = hours as i32;
        if sign == b'+' {
            return Ok((hours, minutes, at));
        }
        if hours == 0 && minutes == 0 {
            self.note(Kind::Zone, at.clone());
        }
        Ok((-hours, minutes, at))
    }

    fn duration(&mut self) -> Result<(), Fault> {
        if self.one_of(b"P").is_ok() {
            self.iso_duration()
        } else {
            self.spelt_duration()
        }
    }

    /// Days, then after `T` hours, minutes and seconds, each at most once and in this order.
    fn iso_duration(&mut self) -> Result<(), Fault> {
        let mut any = self.unit(b"D", false)?.is_some();
        if self.one_of(b"T").is_ok() {
            let mut least = 0;
            let mut times = 0;
            while let Some(unit) = self.unit(&b"HMS"[least..], true)? {
                least = b"HMS"
                    .iter()
                    .position(|&b| b == unit)
                    .map_or(3, |at| at + 1);
                times += 1;
            }
            any = times > 0;
        }
        if any { Ok(()) } else { Err(self.form()) }
    }

    /// A number and one of these units; `None` at the end of the numbers. A fraction belongs to seconds.
    fn unit(&mut self, units: &[u8], fraction: bool) -> Result<Option<u8>, Fault> {
        if !self.rest().first().is_some_and(u8::is_ascii_digit) {
            return Ok(None);
        }
        self.digits();
        let whole = self.at;
        if fraction {
            self.fraction()?;
        }
        let unit = self.one_of(units)?;
        if self.at - 1 > whole && unit != b'S' {
            return Err(self.form());
        }
        Ok(Some(unit))
    }

    /// Numbers and units (weeks, days, hours, minutes, seconds) in any order, each once, with white space around.
    fn spelt_duration(&mut self) -> Result<(), Fault> {
        let (mut seen, mut any) = (0u8, false);
        self.spaces();
        while self.at < self.value.len() {
            let start = self.at;
            if self.digits().is_empty() {
                return Err(self.form());
            }
            let whole = self.at;
            self.fraction()?;
            let fraction = self.at > whole;
            self.spaces();
            let unit = self.one_of(b"wdhmsWDHMS")?.to_ascii_lowercase();
            if fraction && unit != b's' {
                return Err(self.form());
            }
            let bit = 1 << b"wdhms".iter().position(|&b| b == unit).unwrap_or(0);
            if seen & bit != 0 {
                self.note(Kind::UnitTwice, start..self.at);
            }
            seen |= bit;
            any = true;
            self.spaces();
        }
        if any { Ok(()) } else { Err(self.form()) }
    }

    fn spaces(&mut self) {
        self.at += self
            .rest()
            .iter()
            .take_while(|b| b.is_ascii_whitespace())
            .count();
    }
}

fn is_leap(year: u64) -> bool {
    year.is_multiple_of(400) || year.is_multiple_of(4) && !year.is_multiple_of(100)
}

/// Days of a month of the proleptic Gregorian calendar.
fn days(month: u32, year: u64) -> u32 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Weeks of a year: 53 when it begins on a Thursday, or on a Wednesday and is a leap year.
fn weeks(year: u64) -> u32 {
    // The calendar comes back every 400 years.
    let before = (year - 1) % 400;
    let first = (before * 365 + before / 4 - before / 100) % 7;
    // 0001-01-01 was a Monday: 0 is Monday.
    if first == 3 || first == 2 && is_leap(year) {
        53
    } else {
        52
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms() {
        for value in [
            "2024-02-29",
            "20014-09-29",
            "2014",
            "2014-01",
            "01-01",
            "--02-29",
            "10:00",
            "10:00:00.5",
            "2014-01-01T10:00",
            "2014-01-01 10:00:00.123",
            "2014-01-01T10:00Z",
            "2014-01-01T10:00+0100",
            "2014-01-01T10:00-08:00",
            "2015-W53",
            "Z",
            "+01:00",
            "P1D",
            "PT1H",
            "P1DT1H30M1.5S",
            "1h",
            " 1 h 30m ",
            "4h18m3s",
            "1.5s",
            "PT0S",
        ] {
            assert_eq!(check(value, ANY), Ok(()), "{value}");
        }
        for value in [
            "",
            "999",
            "2014-9-29",
            "2014-01-01t10:00Z",
            "2014-01-01T10:00z",
            "2014-01-01T10",
            "hello",
            "P1Y",
            "P",
            "PT",
            "P1DT",
            "1",
            "1.5h",
            "PT1.5H",
            "PT1S1M",
            "2014-01-01T10:00+01",
            "2014-w01",
            "２０１４",
            "2014-01-01  10:00Z",
            "P-1D",
            "PT.5S",
        ] {
            assert_eq!(
                check(value, ANY).map_err(|e| e.0),
                Err(Kind::Form),
                "{value}"
            );
        }
    }

    #[test]
    fn faults_are_those_of_the_nearest_form() {
        let fault = |value: &'static str| {
            let (kind, at) = check(value, ANY).expect_err(value);
            (kind, &value[at])
        };
        assert_eq!(fault("2014-02-29"), (Kind::Day(28), "29"));
        assert_eq!(fault("2014-13-01"), (Kind::Month, "13"));
        assert_eq!(fault("0000-01-01"), (Kind::Year, "0000"));
        assert_eq!(fault("2014-W53"), (Kind::Week(52), "53"));
        assert_eq!(fault("2014-01-01T24:00Z"), (Kind::Hour, "24"));
        assert_eq!(fault("2014-01-01T10:60"), (Kind::Minute, "60"));
        assert_eq!(fault("10:00:00.1234"), (Kind::Fraction, "1234"));
        assert_eq!(fault("2014-01-01T10:00-00:00"), (Kind::Zone, "-00:00"));
        assert_eq!(fault("1h 1h"), (Kind::UnitTwice, "1h"));
    }

    #[test]
    fn doubts() {
        let kind = |value| doubt(value, ANY).map(|d| d.0);
        assert_eq!(kind("2014-01-01T10:00+05:45"), None);
        assert_eq!(kind("0214-09-29"), Some(Kind::UnlikelyYear));
        assert_eq!(kind("20140101"), Some(Kind::UnlikelyYear));
        assert_eq!(kind("2011-11-12T00:00:00+1500"), Some(Kind::UnlikelyZone));
        assert_eq!(kind("2011-11-12T00:00:00+08:15"), Some(Kind::UnlikelyZone));
    }

    #[test]
    fn weeks_of_years() {
        let long: Vec<u64> = (2000..2030).filter(|&year| weeks(year) == 53).collect();
        assert_eq!(long, [2004, 2009, 2015, 2020, 2026]);
    }
}
