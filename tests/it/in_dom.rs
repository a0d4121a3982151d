//! What becomes of an error in the tree that browsers build: in JSON, in text, in `vigie explain`; and in Chromium.

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

/// Of one kind of error: the check, words of its message, a page that has it; and what says the same of the tree written out again: as
/// the first two, when empty.
type Sample = (&'static str, &'static str, &'static str, &'static str);

#[rustfmt::skip]
const SURVIVE: &[Sample] = &[
    ("duplicate-id", "", "<p id=a>a<p id=a>b", ""),
    ("content-model", "", "<h2>a<span><div>b</div></span></h2>", ""),
    ("attribute-not-allowed", "", "<p hreff=b>a</p>", ""),
    ("url-invalid", "", "<a href='http://a b/'>a</a>", ""),
    ("list-unclosed", "", "<ul><li>a</li><h2>b</h2><p>c</p>", "list-misnested"),
    ("image-alternative-missing", "", "<p>a <img src=b.png></p>", ""),
    ("parse-error", "control-character-in-input-stream", "<p>a\u{1}</p>", ""),
    ("parse-error", "control-character-reference", "<p>a&#1;</p>", "parse-error"),
    ("parse-error", "misplaced-in-table", "<table><form><tr><td>b</table>", ""),
    ("parse-error", "misplaced-start-tag", "<p><rt>a</p>", ""),
    ("parse-error", "nested-comment", "<p>a<!-- b <!-- c --></p>", ""),
    ("parse-error", "noncharacter-character-reference", "<p>a&#xFDD0;</p>", "parse-error"),
    ("parse-error", "unexpected-character-in-attribute-name", "<p class=\"a\"\">b</p>", ""),
    ("parse-error", "unexpected-equals-sign-before-attribute-name", "<p =b>b</p>", ""),
];

#[rustfmt::skip]
const REPAIRED: &[Sample] = &[
    ("attribute-value-missing", "", "<p class=>a</p>", ""),
    ("duplicate-attribute", "", "<p class=a class=b>a</p>", ""),
    ("end-tag-without-solidus", "", "<p>a<p>\n<p>b</p>", ""),
    ("parse-error", "absence-of-digits", "<p>a&#b</p>", ""),
    ("parse-error", "cdata-in-html-content", "<p>a<![CDATA[b]]></p>", ""),
    ("parse-error", "control-character-reference", "<p>a&#x92;</p>", ""),
    ("parse-error", "end-tag-with-attributes", "<p>a</p class=b>", ""),
    ("parse-error", "eof-in-comment", "<p>a</p><!-- b", ""),
    ("parse-error", "image-start-tag", "<p><image src=a alt=b></p>", ""),
    ("parse-error", "incorrectly-closed-comment", "<p>a<!-- b --!></p>", ""),
    ("parse-error", "incorrectly-opened-comment", "<p>a<!b></p>", ""),
    ("parse-error", "invalid-first-character-of-tag-name", "<p>a <1</p>", ""),
    ("parse-error", "misnested-formatting", "<p><b>a<i>b</b>c</i></p>", ""),
    ("parse-error", "misplaced-in-table", "<table><div>a</div><tr><td>b</table>", ""),
    ("parse-error", "misplaced-start-tag", "<p>a<body class=b></p>", ""),
    ("parse-error", "misplaced-text-in-table", "<table>a<tr><td>b</table>", ""),
    ("parse-error", "missing-end-tag-name", "<p>a</></p>", ""),
    ("parse-error", "missing-semicolon", "<p>a&eacuteb</p>", ""),
    ("parse-error", "missing-whitespace-between", "<p class='a'id=b>a</p>", ""),
    ("parse-error", "nested-element", "<p><a href=b>c <a href=d>e</a></p>", ""),
    ("parse-error", "non-void-html-element-start-tag", "<p>a<b/>c</b></p>", ""),
    ("parse-error", "stray-end-tag", "<p>a</b></p>", ""),
    ("parse-error", "stray-end-tag", "<div>a</p></div>", ""),
    ("parse-error", "unclosed-element", "<div>a", ""),
    ("parse-error", "unexpected-character-in-unquoted", "<p class=a\"b>c</p>", ""),
    ("parse-error", "unexpected-null-character", "<p>a\0b</p>", ""),
    ("parse-error", "unexpected-solidus-in-tag", "<p / class=a>b</p>", ""),
    ("parse-error", "unknown-named", "<p>a&bcd;</p>", ""),
];

fn page_of(body: &str) -> String {
    format!("<!DOCTYPE html><html lang=fr><meta charset=utf-8><title>Avis</title>{body}")
}

/// Whether a check says these words of the page, and with what `dom`.
fn found(check: &str, words: &str, page: &str) -> Option<String> {
    let found = |(id, _, message): &&(String, _, String)| id == check && message.contains(words);
    told(page)
        .iter()
        .find(found)
        .map(|f| f.1.clone().unwrap_or_default())
}

#[test]
fn each_error_of_html_says_whether_it_survives() {
    for (samples, dom) in [(SURVIVE, "survives"), (REPAIRED, "repaired")] {
        for (check, words, body, _) in samples {
            let page = page_of(body);
            let said = found(check, words, &page);
            assert_eq!(
                said.as_deref(),
                Some(dom),
                "{check} {words}: {body}\n{:?}",
                told(&page)
            );
        }
    }
    assert_eq!(
        found("main-missing", "", &page_of("<p>a</p>")).as_deref(),
        Some("")
    );
}

/// The trees that Chromium builds of pages, written out again.
fn through_chromium(chromium: &std::path::Path, pages: &[String]) -> Vec<String> {
    let pages = serde_json::to_string(pages)
        .unwrap()
        .replace('<', "\\u003c");
    let harness = format!(
        "<!DOCTYPE html><title>t</title><pre id=out></pre><script>const read = page => new DOMParser().parseFromString(page, 'text/html');\
         const again = {pages}.map(page => '<!DOCTYPE html>' + read(page).documentElement.outerHTML);\
         document.getElementById('out').textContent = encodeURIComponent(JSON.stringify(again));</script>"
    );
    let site = folder(&[("harness.html", &harness)]);
    let profile = site.path().join("profile");
    let ran = crate::tools::command(chromium)
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--dump-dom"])
        .arg(format!("--user-data-dir={}", profile.display()))
        .arg(format!(
            "file://{}",
            site.path().join("harness.html").display()
        ))
        .output()
        .unwrap();
    let dumped = String::from_utf8(ran.stdout).unwrap();
    let out = dumped
        .split_once("<pre id=\"out\">")
        .and_then(|(_, rest)| rest.split_once("</pre>"));
    let (out, _) =
        out.unwrap_or_else(|| panic!("{dumped}{}", String::from_utf8_lossy(&ran.stderr)));
    serde_json::from_str(&vigie::spec::url::percent_decode(out)).unwrap()
}

#[test]
fn chromium_keeps_and_repairs_the_same_errors() {
    let Some(chromium) = crate::tools::chromium() else {
        return;
    };
    let samples = || SURVIVE.iter().chain(REPAIRED);
    let pages: Vec<String> = samples().map(|(_, _, body, _)| page_of(body)).collect();
    let again = through_chromium(&chromium, &pages);
    let mut wrong = Vec::new();
    for (i, ((check, words, body, other), again)) in samples().zip(&again).enumerate() {
        let still = match *other {
            "" => found(check, words, again),
            other => found(other, "", again),
        };
        if still.is_some() != (i < SURVIVE.len()) {
            wrong.push(format!("{check} {words}: {body}\n  {again}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
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
