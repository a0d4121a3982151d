//! The report in real Chromium: what axe-core says of it, what the keyboard does, what is printed, how long a large one takes.

use std::path::Path;

use serde_json::Value;

use crate::cli::{folder, run_in};
use crate::tools;

/// What `tests/tools/report.mjs` saw; nothing where a program is missing.
fn seen(report: &Path, word: Option<&str>) -> Option<Value> {
    let (chromium, node) = (tools::chromium()?, tools::node()?);
    let script = tools::node_modules()?.parent()?.join("report.mjs");
    let ran = tools::command(&node)
        .arg(script)
        .arg(chromium)
        .arg(report)
        .args(word)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&ran.stderr);
    assert!(ran.status.success(), "{said}");
    Some(serde_json::from_slice(&ran.stdout).unwrap())
}

#[test]
fn the_report_is_usable_by_everyone() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let out = tempfile::tempdir().unwrap();
    for lang in ["fr", "en"] {
        let report = out.path().join(format!("{lang}.html"));
        let to = format!("html={}", report.display());
        let args = [
            "audit",
            "fixtures/sites/ministere",
            "--lang",
            lang,
            "--report",
            &to,
            "-q",
        ];
        assert_eq!(run_in(root, &args).status.code(), Some(1));
        let Some(seen) = seen(&report, Some("markdown")) else {
            return;
        };
        for nothing in ["violations", "sideways", "console", "requests"] {
            assert_eq!(
                seen[nothing].as_array().unwrap().len(),
                0,
                "{lang}: {seen:#}"
            );
        }
        let n = |name: &str| {
            let n = seen[name].as_u64();
            n.unwrap_or_else(|| panic!("{name}: {seen:#}")) as usize
        };
        assert_eq!(seen["first"], "#main", "{seen:#}");
        assert!(n("tabsToSearch") < 20 && n("tabsToReset") < 10, "{seen:#}");
        // Searching and choosing leave some, and say how many.
        assert!(0 < n("searched") && n("searched") < n("all"), "{seen:#}");
        let said = seen["searchSaid"].as_str().unwrap();
        assert!(said.starts_with(&format!("{} ", n("searched"))), "{said}");
        assert_eq!(n("reset"), n("all"));
        assert_eq!(seen["level"], "error");
        assert!(0 < n("ofLevel") && n("ofLevel") < n("all"), "{seen:#}");
        assert_eq!(n("wrong"), 0);
        assert_eq!(seen["explained"], true);
        assert!(
            0 < n("pagesFound") && n("pagesFound") < n("pages"),
            "{seen:#}"
        );
        assert!(!seen["pagesSaid"].as_str().unwrap().is_empty());
        assert_eq!(n("printed"), n("all"));
        assert_eq!(seen["closedAgain"], true);
        assert!(n("pdf") > 10_000);
        assert_eq!(n("bare"), n("all"));
        assert_eq!(seen["bareFilter"], false);
    }
}

/// What is shown of the largest report there is; the time is printed, never judged: it depends on the machine.
#[test]
fn ten_thousand_causes_open() {
    let pages: Vec<(String, String)> = (0..200)
        .map(|page| {
            let mut html = format!("<!doctype html><html lang=fr><title>Page {page}</title><main><h1>Page {page}</h1>\n");
            for n in 0..60 {
                // Other classes are other causes; numbers would not be.
                let class: String = format!("{:05}", page * 60 + n)
                    .bytes()
                    .map(|digit| char::from(digit - b'0' + b'a'))
                    .collect();
                html.push_str(&format!(
                    "<p>Texte {page} <a class='{class}' href='ailleurs.html'></a></p>\n"
                ));
            }
            (format!("dossier/{}/page-{page}.html", page / 20), html)
        })
        .collect();
    let pages: Vec<(&str, &str)> = pages
        .iter()
        .map(|(n, p)| (n.as_str(), p.as_str()))
        .collect();
    let site = folder(&pages);
    let ran = run_in(
        site.path(),
        &["audit", ".", "--report", "html=r.html", "-q"],
    );
    assert_eq!(ran.status.code(), Some(1));
    let report = site.path().join("r.html");
    let Some(seen) = seen(&report, None) else {
        return;
    };
    let size = std::fs::metadata(&report).unwrap().len();
    println!("{size} bytes, {seen}");
    assert_eq!(seen["all"], 10_000, "{seen:#}");
    assert_eq!(seen["console"], serde_json::json!([]));
}
