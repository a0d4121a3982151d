//! What becomes of an error in the tree that browsers build: in JSON, in text, in `vigie explain`.

use serde_json::Value;

use crate::cli::{folder, run_in, stdout};

/// The errors of each check on a page, with what JSON says of them.
fn told(page: &str) -> Vec<(String, Option<String>, String)> {
    let site = folder(&[("a.html", page)]);
    let args = ["audit", "a.html", "--format", "json", "--lang", "en"];
    let report: Value = serde_json::from_str(&stdout(&run_in(site.path(), &args))).unwrap();
    let findings = report["pages"][0]["findings"].as_array().unwrap();
    let text = |value: &Value| value.as_str().map(str::to_owned);
    findings
        .iter()
        .map(|f| {
            let check = text(&f["check"]).unwrap();
            (check, text(&f["dom"]), text(&f["message"]).unwrap())
        })
        .collect()
}

fn dom_of(check: &str, words: &str, body: &str) -> String {
    let page =
        format!("<!DOCTYPE html><html lang=fr><meta charset=utf-8><title>Avis</title>{body}");
    let told = told(&page);
    let found = told
        .iter()
        .find(|(id, _, message)| id == check && message.contains(words));
    let found = found.unwrap_or_else(|| panic!("{check} «{words}»: {told:?}"));
    found.1.clone().unwrap_or_default()
}

#[test]
fn each_error_of_html_says_whether_it_survives() {
    for (check, words, body, dom) in [
        ("duplicate-id", "", "<p id=a>a<p id=a>b", "survives"),
        (
            "content-model",
            "",
            "<h2>a<span><div>b</div></span></h2>",
            "survives",
        ),
        ("url-invalid", "", "<a href='http://a b/'>a</a>", "survives"),
        (
            "list-unclosed",
            "",
            "<ul><li>a</li><h2>b</h2><p>c</p>",
            "survives",
        ),
        (
            "duplicate-attribute",
            "",
            "<p class=a class=b>a</p>",
            "repaired",
        ),
        (
            "end-tag-without-solidus",
            "",
            "<p>a<p>\n<p>b</p>",
            "repaired",
        ),
        ("parse-error", "stray-end-tag", "<p>a</b></p>", "repaired"),
        (
            "parse-error",
            "misnested-formatting",
            "<p><b>a<i>b</b>c</i></p>",
            "repaired",
        ),
        (
            "parse-error",
            "misplaced-text-in-table",
            "<table>a<tr><td>b</table>",
            "repaired",
        ),
        (
            "parse-error",
            "misplaced-in-table",
            "<table><form><tr><td>b</table>",
            "survives",
        ),
        ("parse-error", "unknown-named", "<p>a&bcd;</p>", "repaired"),
        (
            "parse-error",
            "unexpected-character-in-attribute-name",
            "<p class=\"a\"\">b</p>",
            "survives",
        ),
        (
            "parse-error",
            "control-character-reference",
            "<p>a&#1;</p>",
            "survives",
        ),
        (
            "parse-error",
            "nested-comment",
            "<p>a<!-- b <!-- c --></p>",
            "survives",
        ),
        (
            "image-alternative-missing",
            "",
            "<p>a <img src=b.png></p>",
            "survives",
        ),
        ("main-missing", "", "<p>a</p>", ""),
    ] {
        assert_eq!(dom_of(check, words, body), dom, "{check} {words}: {body}");
    }
}

#[test]
fn people_read_it_beside_what_counts_for_the_rgaa() {
    let page = "<!DOCTYPE html><html lang=fr><title>Avis</title><p class=a class=b>a</b></p><p><bdo>b</bdo></p>";
    let site = folder(&[("a.html", page)]);
    let select = "duplicate-attribute,attribute-required";
    let read = |lang| {
        let args = ["audit", "a.html", "--select", select, "--lang", lang];
        stdout(&run_in(site.path(), &args))
    };
    let (fr, en) = (read("fr"), read("en"));
    for words in [
        "RGAA 8.2.1 : non conforme",
        "= HTML : réparé dans le DOM du navigateur, qui montre autre chose",
        "= HTML : hors du RGAA 8.2.1, dans le DOM du navigateur aussi",
    ] {
        assert!(fr.contains(words), "{words}\n{fr}");
    }
    assert!(
        en.contains("= HTML: outside RGAA 8.2.1, in the browser’s DOM too"),
        "{en}"
    );
    let explained = stdout(&run_in(
        site.path(),
        &["explain", "parse-error", "--lang", "en"],
    ));
    assert!(
        explained.contains("each finding says whether it is in the browser’s DOM too"),
        "{explained}"
    );
}
