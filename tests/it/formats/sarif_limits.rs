//! What GitHub refuses, on a site that would have too much of it.

use std::io::Write;
use std::process::{Command, Stdio};
use std::sync::Arc;

use serde_json::Value;
use vigie::report::{Cause, CausePlace, Format};
use vigie::text::Lang;

use super::print_causes;

/// The causes of a site, again and again until there are so many, each on a hundred pages.
fn print(format: Format, many: usize) -> Vec<u8> {
    print_causes(format, |causes| {
        let again: Vec<Cause> = causes.iter().cycle().take(many).cloned().collect();
        *causes = again;
        for (rank, cause) in (0_u64..).zip(causes.iter_mut()) {
            let word = rank.wrapping_mul(0x9E37_79B9_7F4A_7C15);
            cause.fingerprint = format!("{word:016x}");
            let place = cause.places[0].clone();
            let pages = (0..100).map(|page| CausePlace {
                path: Arc::from(format!(
                    "public/section-{}/{:x}-{page}.html",
                    rank % 97,
                    word ^ page
                )),
                ..place.clone()
            });
            cause.places = pages.collect();
            cause.pages = 100;
        }
        causes.sort_by_key(|c| std::cmp::Reverse(c.first.level));
    })
}

fn gzipped(bytes: Vec<u8>) -> Option<usize> {
    let mut gzip = Command::new("gzip")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .ok()?;
    let mut stdin = gzip.stdin.take()?;
    let writer = std::thread::spawn(move || stdin.write_all(&bytes));
    let done = gzip.wait_with_output().ok()?;
    writer.join().ok()?.ok()?;
    done.status.success().then_some(done.stdout.len())
}

#[test]
fn a_log_is_never_more_than_github_takes() {
    let log = print(Format::Sarif, 7_000);
    let read: Value = serde_json::from_slice(&log).unwrap();
    let run = &read["runs"][0];
    let results = run["results"].as_array().unwrap();
    assert!(
        (4_000..=5_000).contains(&results.len()),
        "{}",
        results.len()
    );
    let places = |r: &Value| r["relatedLocations"].as_array().map_or(0, Vec::len);
    assert!(results.iter().all(|r| places(r) < 100));
    assert!(places(&results[0]) > 90, "the loudest keep their places");
    let loudness = |r: &Value| {
        ["note", "warning", "error"]
            .iter()
            .position(|l| r["level"] == **l)
    };
    assert!(
        results
            .windows(2)
            .all(|w| loudness(&w[0]) >= loudness(&w[1])),
        "the loudest are kept"
    );
    let said = &run["invocations"][0]["toolExecutionNotifications"][0];
    assert_eq!(said["descriptor"]["id"], "results-cut");
    let left = vigie::report::words::number(7_000 - results.len(), Lang::En);
    assert!(
        said["message"]["text"].as_str().unwrap().starts_with(&left),
        "{said}"
    );
    match gzipped(log) {
        Some(size) => assert!(size < 8_000_000, "{size} bytes"),
        None => println!("skipped: no gzip"),
    }
}

#[test]
fn a_summary_is_never_more_than_github_takes() {
    let summary = print(Format::Markdown, 7_000);
    assert!(summary.len() < 1 << 19, "{}", summary.len());
    let summary = String::from_utf8(summary).unwrap();
    assert!(summary.contains("6,800 causes more"), "{summary}");
}

#[test]
fn annotations_are_never_more_than_github_shows() {
    let shown = String::from_utf8(print(Format::GitHub, 7_000)).unwrap();
    for command in ["::error ", "::warning ", "::notice "] {
        let n = shown.lines().filter(|l| l.starts_with(command)).count();
        assert!(n <= 10, "{n} {command}");
    }
    assert!(shown.lines().filter(|l| l.starts_with("::error ")).count() == 10);
    assert!(shown.lines().count() < 1_100);
}
