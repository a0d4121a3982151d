//! `csv` and `csv-excel`.

use serde_json::Value;

use super::{causes, report, site};
use crate::cli::folder;

fn read(text: &str, separator: u8) -> (Vec<String>, Vec<csv::StringRecord>) {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator)
        .flexible(false)
        .from_reader(text.as_bytes());
    let columns = reader
        .headers()
        .unwrap()
        .iter()
        .map(str::to_owned)
        .collect();
    (columns, reader.records().map(Result::unwrap).collect())
}

#[test]
fn a_line_is_a_cause() {
    let site = site();
    let text = report(site.path(), "csv", &[]);
    assert!(
        text.starts_with("\"level\",\"check\","),
        "no byte order mark"
    );
    assert!(
        text.lines().count() > 4 && text.split('\n').all(|l| l.is_empty() || l.ends_with('\r'))
    );
    let (columns, lines) = read(&text, b',');
    let causes = causes(site.path(), &[]);
    assert_eq!(lines.len(), causes.len());
    let column = |name: &str| columns.iter().position(|c| c == name).unwrap();
    for (line, cause) in lines.iter().zip(&causes) {
        for name in [
            "level",
            "check",
            "verdict",
            "scope",
            "region",
            "state",
            "message",
            "fingerprint",
        ] {
            assert_eq!(cause[name], line[column(name)], "{name}");
        }
        for name in ["pages", "occurrences"] {
            assert_eq!(cause[name].to_string(), line[column(name)], "{name}");
        }
        assert_eq!(cause["places"][0]["path"], line[column("path")]);
        assert_eq!(
            cause["places"][0]["start"]["line"].to_string(),
            line[column("line")]
        );
    }
}

#[test]
fn excel_opens_it_at_a_double_click() {
    let site = site();
    let french = report(site.path(), "csv-excel", &["--lang", "fr"]);
    let french = french.strip_prefix('\u{feff}').expect("a byte order mark");
    let (columns, lines) = read(french, b';');
    assert_eq!(columns[..2], ["niveau", "règle"]);
    assert_eq!(&lines[0][0], "erreur");
    let english = report(site.path(), "csv-excel", &[]);
    let (columns, _) = read(english.strip_prefix('\u{feff}').unwrap(), b',');
    assert_eq!(columns[..2], ["level", "check"]);
}

#[test]
fn no_cell_is_a_formula() {
    let page = "<!doctype html><html lang=en><title>t</title><body><main><h1>t</h1>\
        <p id='=cmd|&#39; /C calc&#39;!A0'>a</p><p id='=cmd|&#39; /C calc&#39;!A0'>b</p>\
        <p id='@SUM(1)'>a</p><p id='@SUM(1)'>b</p><p id='-1+2'>a</p><p id='-1+2'>b</p>\
        <p id='+1;\",'>a</p><p id='+1;\",'>b</p><p id='＝1'>a</p><p id='＝1'>b</p></main>";
    let site = folder(&[("=page.html", page)]);
    for (format, separator) in [("csv", b','), ("csv-excel", b';')] {
        let text = report(
            site.path(),
            format,
            &["--select", "duplicate-id", "--lang", "fr"],
        );
        let (_, lines) = read(text.trim_start_matches('\u{feff}'), separator);
        assert_eq!(lines.len(), 5);
        for cell in lines.iter().flatten() {
            let begins = cell.trim_start().chars().next().unwrap_or('a');
            assert!(!"=+-@＝＋－＠|%".contains(begins), "{cell:?}");
        }
        assert!(
            lines
                .iter()
                .any(|l| l.iter().any(|cell| cell == "'=page.html"))
        );
        assert!(
            lines.iter().any(|l| l.iter().any(|cell| cell == "'+1;\",")),
            "{lines:?}"
        );
    }
    // JSON gives what the page says.
    let said: Vec<Value> = causes(site.path(), &["--select", "duplicate-id"]);
    assert!(said.iter().any(|c| c["excerpt"] == "+1;\","), "{said:?}");
}
