//! Comments in pages that ask not to show findings: what they hide, what they cannot, what is said of them.

use serde_json::Value;

use crate::cli::{folder, run_in, stdout};

fn page(body: &str) -> String {
    format!(
        "<!doctype html><html lang=fr><title>Page</title><main><h1>Page</h1>\n{body}</main></html>"
    )
}

fn report(pages: &[(&str, &str)], args: &[&str]) -> Value {
    let pages: Vec<(&str, String)> = pages.iter().map(|(n, body)| (*n, page(body))).collect();
    let files: Vec<(&str, &str)> = pages.iter().map(|(n, p)| (*n, &**p)).collect();
    let site = folder(&files);
    let all = [&["audit", ".", "--format", "json"], args].concat();
    serde_json::from_str(&stdout(&run_in(site.path(), &all))).unwrap()
}

const SELECT: [&str; 2] = [
    "--select",
    "frame-name-missing,duplicate-id,broken-link,suppression-unused,suppression-invalid",
];

/// `check line` of each finding on the only page, then of the site.
fn told(body: &str) -> Vec<String> {
    let report = report(&[("a.html", body)], &SELECT);
    let findings = |of: &Value| -> Vec<String> {
        let all = of["findings"].as_array().unwrap().iter();
        all.map(|f| format!("{} {}", f["check"].as_str().unwrap(), f["start"]["line"]))
            .collect()
    };
    [findings(&report["pages"][0]), findings(&report["site"])].concat()
}

const FRAME: &str = "<iframe src=#x></iframe>";

#[test]
fn the_next_line_is_silenced_and_no_other() {
    let ask = "<!-- vigie-disable-next-line frame-name-missing: carte -->";
    assert_eq!(
        told(&format!("{ask}\n{FRAME}\n{FRAME}")),
        ["frame-name-missing 4"]
    );
    // Blank lines and other comments are no line of their own.
    assert_eq!(
        told(&format!("{ask}\r\n\r\n<!-- a\nb -->\n{FRAME}\n{FRAME}")),
        ["frame-name-missing 7"]
    );
    assert!(told(&format!("{ask}\n{ask}\n{FRAME}")).contains(&"suppression-unused 2".to_owned()));
    // On a page of one line: the next tag.
    assert_eq!(
        told(&format!("{ask}{FRAME}{FRAME}")),
        ["frame-name-missing 2"]
    );
    // What is before, and what is of another check.
    assert_eq!(
        told(&format!("{FRAME}\n{ask}\n<p id=x>un<p id=x>deux")),
        [
            "frame-name-missing 2",
            "suppression-unused 3",
            "duplicate-id 4"
        ]
    );
    assert_eq!(
        told(&format!("{FRAME}{ask}")),
        ["frame-name-missing 2", "suppression-unused 2"]
    );
}

#[test]
fn up_to_enable_or_the_end() {
    let off = "<!-- vigie-disable frame-name-missing, duplicate-id: ancien -->";
    let twice = "<p id=x>un<p id=x>deux";
    assert!(told(&format!("{off}\n{FRAME}\n{twice}")).is_empty());
    assert_eq!(
        told(&format!(
            "{off}\n{FRAME}\n{twice}\n<!-- vigie-enable -->\n{FRAME}"
        )),
        ["frame-name-missing 6"]
    );
    assert_eq!(
        told(&format!(
            "{off}\n{FRAME}\n<!-- vigie-enable frame-name-missing -->\n{FRAME}\n{twice}"
        )),
        ["frame-name-missing 5"]
    );
}

#[test]
fn hidden_is_counted_and_never_passed() {
    let ask = "<!-- vigie-disable-next-line frame-name-missing: carte -->";
    let hidden = format!("{ask}\n{FRAME}");
    let whole = report(&[("a.html", &hidden)], &[]);
    assert_eq!(whole["pages"][0]["tests"]["2.1.1"], "cantTell");
    assert_eq!(
        whole["pages"][0]["checks"]["frame-name-missing"]["failed"],
        0
    );
    assert_eq!(whole["summary"]["ignored"], 1);
    // What is left still fails.
    let some = report(&[("a.html", &format!("{hidden}\n{FRAME}"))], &[]);
    assert_eq!(some["pages"][0]["tests"]["2.1.1"], "failed");
    let all = report(&[("a.html", &hidden)], &["--no-suppressions"]);
    assert_eq!(all["pages"][0]["tests"]["2.1.1"], "failed");
    assert_eq!(all["summary"]["ignored"], 0);
}

#[test]
fn findings_of_the_site_too() {
    let ask = "<!-- vigie-disable-next-line broken-link: en travaux -->";
    let link = "<a href=absent.html>Plan</a>";
    assert_eq!(told(&format!("<p>x</p>\n{link}")), ["broken-link 3"]);
    assert!(told(&format!("{ask}\n{link}")).is_empty());
    assert_eq!(told(&format!("{ask}\n<p>x</p>")), ["suppression-unused 2"]);
    let hidden = format!("{ask}\n{link}");
    let whole = report(&[("a.html", &hidden), ("b.html", &hidden)], &SELECT);
    assert_eq!(whole["site"]["findings"], serde_json::json!([]));
    assert_eq!(whole["site"]["checks"]["broken-link"]["failed"], 0);
    assert_eq!(whole["summary"]["ignored"], 1);
    // One of both pages did not ask.
    let whole = report(&[("a.html", &hidden), ("b.html", link)], &SELECT);
    let found = whole["site"]["findings"].as_array().unwrap();
    let checks: Vec<&Value> = found.iter().map(|f| &f["check"]).collect();
    assert_eq!(checks, ["broken-link", "suppression-unused"], "{found:#?}");
}

#[test]
fn what_is_only_said_is_not_asked() {
    for said in [
        "<p>vigie-disable frame-name-missing: x</p>",
        "<script>'<!-- vigie-disable frame-name-missing: x -->'</script>",
        "<p title='<!-- vigie-disable frame-name-missing: x -->'>x</p>",
        "<textarea><!-- vigie-disable frame-name-missing: x --></textarea>",
    ] {
        let told = told(&format!("{said}\n{FRAME}"));
        assert_eq!(told, ["frame-name-missing 3"], "{said}");
    }
    assert_eq!(
        told(&format!(
            "<!-- vigie-disable frame-nam-missing: x -->\n{FRAME}"
        )),
        ["suppression-invalid 2", "frame-name-missing 3"]
    );
    // Without a reason: obeyed, and told.
    assert_eq!(
        told(&format!(
            "<!-- vigie-disable frame-name-missing -->\n{FRAME}"
        )),
        ["suppression-invalid 2"]
    );
}

#[test]
fn many_comments_are_no_burden() {
    let body = "<!-- vigie-disable duplicate-id: x -->".repeat(100_000);
    let begun = std::time::Instant::now();
    let told = told(&format!("{body}\n<p id=x>un<p id=x>deux"));
    assert!(told.len() < 1_000, "{}", told.len());
    assert!(begun.elapsed().as_secs() < 60);
}
