//! Today's date, for what may be out of date.

use std::time::{SystemTime, UNIX_EPOCH};

use time::OffsetDateTime;

/// Year, month and day now, in universal time; those of `SOURCE_DATE_EPOCH` where a build that is to be repeated sets it.
pub fn today() -> Option<(i32, u8, u8)> {
    let set = std::env::var("SOURCE_DATE_EPOCH").ok();
    let seconds = match set.and_then(|seconds| seconds.trim().parse::<u64>().ok()) {
        Some(seconds) => seconds,
        None => SystemTime::now().duration_since(UNIX_EPOCH).ok()?.as_secs(),
    };
    day(i64::try_from(seconds).ok()?)
}

/// The day, so many seconds after the beginning of 1970.
fn day(seconds: i64) -> Option<(i32, u8, u8)> {
    let now = OffsetDateTime::from_unix_timestamp(seconds).ok()?;
    let (year, month, day) = now.to_calendar_date();
    Some((year, month.into(), day))
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn days_of_the_calendar() {
        assert_eq!(day(86_399), Some((1970, 1, 1)));
        assert_eq!(day(86_400 * 11_016), Some((2000, 2, 29)));
        assert_eq!(day(86_400 * 11_017), Some((2000, 3, 1)));
        assert_eq!(day(86_400 * 20_513), Some((2026, 3, 1)));
        assert_eq!(day(86_400 * 20_453), Some((2025, 12, 31)));
    }
}
