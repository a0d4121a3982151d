use super::{accept, causes, report, site};

#[test]
fn a_row_is_a_cause() {
    let site = site();
    let text = report(site.path(), "markdown", &[]);
    let rows: Vec<&str> = text.lines().filter(|l| l.starts_with("| ")).collect();
    let causes = causes(site.path(), &[]);
    assert_eq!(rows.len(), causes.len() + 1, "{text}");
    for (row, cause) in rows[1..].iter().zip(&causes) {
        assert_eq!(row.matches('|').count(), 5, "{row}");
        assert!(
            row.contains(&format!("`{}`", cause["check"].as_str().unwrap())),
            "{row}"
        );
        assert!(row.starts_with(&format!(
            "| {} | {} |",
            cause["level"].as_str().unwrap(),
            cause["pages"]
        )));
    }
    assert!(text.starts_with("## Vigie\n\n**"), "{text}");
    assert!(text.contains("`index.html:2`"));
}

#[test]
fn what_is_known_is_counted() {
    let site = site();
    accept(site.path());
    let text = report(site.path(), "markdown", &["--baseline", "known.toml"]);
    assert!(!text.contains("\n| "), "{text}");
    assert!(text.contains("Baseline: 0 to mend"), "{text}");
}
