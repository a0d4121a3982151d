//! How long the run took and what it cost: never part of a report, which is the same whenever it is made.

use std::time::Duration;

use crate::report::Summary;
use crate::report::words::{PAGES, count, decimal, size as bytes};
use crate::text::Lang;

/// `1 234 pages, 56 Mo, en 0,8 s (1 500 pages/s), 40 Mo de mémoire au plus`.
pub fn line(summary: &Summary, elapsed: Duration, lang: Lang) -> String {
    let seconds = elapsed.as_secs_f64();
    let pages = count(summary.pages, &PAGES, lang);
    let size = bytes(summary.bytes, " ", lang);
    let time = decimal(seconds, if seconds < 10.0 { 2 } else { 0 }, lang);
    let mut said = match lang {
        Lang::Fr => format!("{pages}, {size}, en {time} s"),
        Lang::En => format!("{pages}, {size}, in {time} s"),
    };
    if summary.pages > 1 && seconds > 0.0 {
        let speed = decimal(summary.pages as f64 / seconds, 0, lang);
        said.push_str(&format!(" ({speed} pages/s)"));
    }
    if let Some(peak) = peak_memory() {
        let peak = bytes(peak, " ", lang);
        said.push_str(&match lang {
            Lang::Fr => format!(", mémoire : {peak} au plus"),
            Lang::En => format!(", memory: {peak} at most"),
        });
    }
    said
}

/// The largest memory the process ever held, in bytes, where the system tells (Linux, `VmHWM`).
fn peak_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|l| l.strip_prefix("VmHWM:"))?;
    let kibibytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kibibytes * 1024)
}
