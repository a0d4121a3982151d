//! Today's date, for what may be out of date.

use std::time::{SystemTime, UNIX_EPOCH};

/// Year, month and day now, in universal time; those of `SOURCE_DATE_EPOCH` where a build that is to be repeated sets it.
pub fn today() -> Option<(i32, u8, u8)> {
    let set = std::env::var("SOURCE_DATE_EPOCH").ok();
    let seconds = match set.and_then(|seconds| seconds.trim().parse::<u64>().ok()) {
        Some(seconds) => seconds,
        None => SystemTime::now().duration_since(UNIX_EPOCH).ok()?.as_secs(),
    };
    civil(i64::try_from(seconds / 86_400).ok()?)
}

/// The day that comes so many days after 1 January 1970, in the Gregorian calendar: years begin in March here, so that the leap day is their last.
fn civil(days: i64) -> Option<(i32, u8, u8)> {
    let days = days + 719_468;
    let (era, day) = (days / 146_097, days % 146_097);
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let of_year = day - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let (month, later) = if month < 10 {
        (month + 3, 0)
    } else {
        (month - 9, 1)
    };
    Some((
        i32::try_from(year + era * 400 + later).ok()?,
        u8::try_from(month).ok()?,
        u8::try_from(day).ok()?,
    ))
}

#[cfg(test)]
mod tests {
    use super::civil;

    #[test]
    fn days_of_the_calendar() {
        assert_eq!(civil(0), Some((1970, 1, 1)));
        assert_eq!(civil(11_016), Some((2000, 2, 29)));
        assert_eq!(civil(11_017), Some((2000, 3, 1)));
        assert_eq!(civil(20_513), Some((2026, 3, 1)));
        assert_eq!(civil(20_453), Some((2025, 12, 31)));
    }
}
