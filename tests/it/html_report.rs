//! The report of format `html`: one file that loads nothing, in which a page can say nothing but text, and without a finding itself.

use std::collections::BTreeSet;
use std::path::Path;

use base64::Engine as _;
use scraper::{Html, Selector};
use sha2::{Digest, Sha256};
use vigie::check::Verdict;
use vigie::engine::{Engine, Settings};
use vigie::report::PageReport;
use vigie::source::Source;

use crate::cli::{folder, run_in, stdout};
use crate::golden;

fn report(folder: &Path, lang: &str) -> String {
    let args = ["audit", ".", "--format", "html", "--lang", lang, "-q"];
    stdout(&run_in(folder, &args))
}

#[test]
fn its_policy_names_its_style_and_its_script() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/report/html");
    let hash = |name: &str| {
        let text = std::fs::read(folder.join(name)).unwrap();
        base64::prelude::BASE64_STANDARD.encode(Sha256::digest(text.trim_ascii()))
    };
    let policy = format!(
        "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; style-src 'sha256-{}'; script-src 'sha256-{}'\n",
        hash("style.css"),
        hash("script.js")
    );
    golden::compare(&folder.join("policy.txt"), &policy).unwrap_or_else(|e| panic!("{e}"));
}

/// Everything that a page can get into a report tries to leave its place.
#[test]
fn a_page_says_nothing_but_text() {
    let bad = "</script></style></title><img src=x onerror=alert(1)>\"'&amp;\u{202e}\u{1b}[31m";
    let page = format!(
        "<!doctype html><html lang=fr><title>{bad}</title><p id=\"a b{bad}\">x<p id='{}'>\0<a href='</pre></code><script>alert(2)</script>'></a>\
         <h5>&lt;/summary>&lt;script>alert(3)&lt;/script></h5><p>{{{{ x<svg onload=alert(4)> }}}}",
        bad.replace('\'', "")
    );
    let site = folder(&[
        ("</summary><script>alert(5)</script>\u{202e}.html", &page),
        ("b/&amp;\".html", &page),
    ]);
    for lang in ["fr", "en"] {
        let html = report(site.path(), lang);
        assert!(html.contains("\\u{202e}"));
        assert!(
            html.chars()
                .all(|c| c == '\n' || !(c.is_control() || ('\u{202a}'..='\u{202e}').contains(&c)))
        );
        let tree = Html::parse_document(&html);
        let all = |css: &str| tree.select(&Selector::parse(css).unwrap()).count();
        assert_eq!(
            (
                all("script"),
                all("style"),
                all("title:not(svg title)"),
                all("img, iframe, object, embed, base")
            ),
            (1, 1, 1, 0)
        );
        for element in tree.select(&Selector::parse("*").unwrap()) {
            for (name, value) in element.value().attrs() {
                assert!(
                    !name.starts_with("on") && name != "style" && name != "src",
                    "{name}={value}"
                );
                let leads = [
                    "#",
                    "data:,",
                    "https://www.w3.org/WAI/standards-guidelines/act/rules/",
                ];
                assert!(
                    name != "href" || leads.iter().any(|l| value.starts_with(l)),
                    "{value}"
                );
            }
        }
        // What closes a page's script or style is nowhere in them but at their end.
        assert_eq!(html.matches("</script").count(), 1);
        assert_eq!(html.matches("</style").count(), 1);
    }
}

/// Questions of our own checks about the report, each answered.
const ANSWERED: [&str; 6] = [
    // A disclosure is drawn by the browser: its triangle and its text contrast by the style's colours.
    "component-contrast",
    // The link to the content shows when it takes the focus, as such links do.
    "hover-content",
    // The words of our own advice, and of what it quotes: said of the audited page, not of the report.
    "editorial-leftover",
    "leaked-markdown",
    "sensory-cue",
    // Source is quoted as it is written.
    "text-direction-missing",
];

fn judge(html: &str) -> PageReport {
    Engine::new(Settings::default()).audit(Source::decode("report.html", html.as_bytes().to_vec()))
}

#[test]
fn it_is_without_a_finding() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let clean = folder(&[(
        "a.html",
        "<!doctype html><html lang=fr><title>Rien</title><main><h1>Rien</h1></main>",
    )]);
    let mut folders = vec![clean.path().to_owned()];
    for of in [
        "sites",
        "structure",
        "images",
        "forms",
        "tables",
        "authoring",
    ] {
        let inner = std::fs::read_dir(root.join(of)).unwrap().flatten();
        folders.extend(inner.map(|f| f.path()).filter(|f| f.is_dir()));
    }
    folders.sort();
    let mut asked: BTreeSet<&str> = BTreeSet::new();
    for folder in &folders {
        for lang in ["fr", "en"] {
            let html = report(folder, lang);
            let judged = judge(&html);
            assert!(judged.errors.is_empty(), "{:?}", judged.errors);
            for finding in &judged.findings {
                let line = html
                    .lines()
                    .nth(finding.start.line as usize - 1)
                    .unwrap_or_default();
                let shown = format!(
                    "{} {lang} {} {}: {line}",
                    folder.display(),
                    finding.check,
                    finding.message
                );
                assert_eq!(finding.verdict, Verdict::Review, "{shown}");
                assert!(ANSWERED.contains(&finding.check), "{shown}");
                asked.insert(finding.check);
            }
        }
    }
    println!("{} reports; asked: {asked:?}", 2 * folders.len());
}
