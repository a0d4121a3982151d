//! `vigie annotate`: copies of pages with the findings in place.

use std::path::Path;

use vigie::annotate::annotate;
use vigie::dom::{self, Limits};
use vigie::engine::{Engine, Settings};
use vigie::report::Finding;
use vigie::source::Source;
use vigie::text::Lang;

use crate::cli::{folder, run_in, stderr, stdout};
use crate::tools;

fn annotated(html: &str, lang: Lang) -> (String, usize) {
    let mut settings = Settings::default();
    settings.options.lang = lang;
    let engine = Engine::new(settings);
    let source = Source::from_text("page.html", html);
    let report = engine.audit(source.clone());
    let findings: Vec<&Finding> = report.findings.iter().collect();
    let text = annotate(&source, &findings, None, Limits::default(), lang);
    (text.unwrap(), findings.len())
}

/// The page without what was added to it, and what was added. `name`: the word that the additions use.
fn without(text: &str, name: &str) -> (String, String) {
    let panel = format!("<style>[data-{name}]");
    let (before, rest) = text.split_once(&panel).expect("a panel");
    let end = format!("</{name}-panel><script>");
    let (within, rest) = rest.split_once(&end).expect("its end");
    let (script, after) = rest.split_once("</script>").expect("its script");
    let mut added = format!("{panel}{within}{end}{script}</script>");
    let mut page = format!("{before}{after}");
    let (mark, id) = (format!(" data-{name}=\""), format!(" id=\"{name}-"));
    while let Some(at) = page.find(&mark) {
        let level = page[at..].find("-level=\"").unwrap() + at + "-level=\"".len();
        let mut end = page[level..].find('"').unwrap() + level + 1;
        if page[end..].starts_with(&id) {
            end += id.len();
            end = page[end..].find('"').unwrap() + end + 1;
        }
        added.push_str(&page[at..end]);
        page.replace_range(at..end, "");
    }
    (page, added)
}

/// All that is added is ASCII, and the panel is in the body.
fn sound(html: &str, name: &str) -> String {
    for lang in Lang::ALL {
        let (text, _) = annotated(html, lang);
        let (page, added) = without(&text, name);
        assert_eq!(page, html);
        let plain = |b: u8| b == b'\n' || (b' '..=b'~').contains(&b);
        assert!(added.bytes().all(plain), "{added}");
        let doc = dom::parse(Source::from_text("page.html", text.as_str()));
        let panel = format!("{name}-panel");
        let body = doc.body().unwrap();
        assert!(body.descendants().any(|e| e.is(&panel)), "{text}");
    }
    annotated(html, Lang::En).0
}

#[test]
fn pages_only_gain() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let mut seen = 0;
    for topic in [
        "sites/ministere",
        "structure/list-unclosed",
        "conformance/parse-error",
        "tables/th-not-tied",
    ] {
        for entry in std::fs::read_dir(root.join(topic)).unwrap().flatten() {
            let path = entry.path();
            if path.extension().is_some_and(|e| e == "html") {
                let html = std::fs::read_to_string(&path).unwrap();
                if !annotated(&html, Lang::Fr).0.contains("-panel") {
                    panic!("{}", path.display());
                }
                sound(
                    &html,
                    if html.contains("vigie") {
                        "vigie2"
                    } else {
                        "vigie"
                    },
                );
                seen += 1;
            }
        }
    }
    assert!(seen > 10, "{seen}");
}

#[test]
fn hostile_pages() {
    let bad = "<img src=x title='</template></vigie-panel><script>alert(1)</script>\u{202e}\u{1b}[2J' foo=1>";
    let whole =
        |end: &str| format!("<!DOCTYPE html><html lang=en><title>A</title><body>{bad}{end}");
    // The word is taken: another one is used.
    let text = sound(&whole("</body></html>"), "vigie2");
    assert!(text.contains("<vigie2-panel "), "{text}");
    let bad = "<p title='</template><script>alert(1)</script>\u{202e}' id=\"a b\"><img src=x>";
    let whole =
        |end: &str| format!("<!DOCTYPE html><html lang=en><title>A</title><body>{bad}{end}");
    for end in [
        "",
        "</body></html>",
        "<!-- never closed",
        "<textarea>",
        "<script>",
        "<plaintext>",
        "<svg><desc>",
        "<table><tr>",
        "<select><option>",
        "<br/></body></body>",
        "</html><p>after",
    ] {
        sound(&whole(end), "vigie");
    }
    sound("", "vigie");
    sound("<p/><p/>\u{0}", "vigie");
    // Nothing to put them in.
    let source = Source::from_text("page.html", "<frameset><frame></frameset>");
    let report = Engine::new(Settings::default()).audit(source.clone());
    let findings: Vec<&Finding> = report.findings.iter().collect();
    assert!(!findings.is_empty());
    assert!(annotate(&source, &findings, None, Limits::default(), Lang::Fr).is_none());
}

const PAGE: &str = "<!DOCTYPE html>\n<html lang=\"fr\"><head><title>Avis</title></head><body><main><h1>Avis</h1><img src=\"img/a.png\"></main></body></html>";

#[test]
fn a_folder_is_copied_whole_and_never_written() {
    let site = folder(&[
        ("site/index.html", PAGE),
        ("site/img/a.png", "png"),
        (
            "site/sub/sain.html",
            "<!DOCTYPE html><html lang=fr><meta charset=utf-8><title>Sain</title><main><h1>Sain et sauf</h1></main>",
        ),
    ]);
    let run = run_in(
        site.path(),
        &["annotate", "site", "--out", "copie", "--lang", "fr"],
    );
    assert_eq!(run.status.code(), Some(0), "{}", stderr(&run));
    assert!(
        stdout(&run).starts_with("site/index.html : "),
        "{}",
        stdout(&run)
    );
    let read = |path: &str| std::fs::read_to_string(site.path().join(path)).unwrap();
    assert_eq!(read("site/index.html"), PAGE);
    assert_eq!(read("copie/img/a.png"), "png");
    let copy = read("copie/index.html");
    assert_eq!(without(&copy, "vigie").0, PAGE);
    assert!(copy.contains("<code>image-alternative-missing</code>"));
    // Again into the same folder; but not into another one with something in it, nor over the pages.
    for (paths, code) in [
        (["site", "copie"], 0),
        (["site", "site/img"], 2),
        (["site", "site"], 2),
        (["site/index.html", "site"], 2),
        (["site", "."], 2),
        (["site/sub", "site/autre"], 0),
        (["site", "site/nouveau"], 2),
    ] {
        let run = run_in(site.path(), &["annotate", paths[0], "--out", paths[1]]);
        assert_eq!(run.status.code(), Some(code), "{paths:?} {}", stderr(&run));
    }
    assert_eq!(read("site/index.html"), PAGE);
}

#[test]
fn a_page_alone_finds_its_images_from_elsewhere() {
    let site = folder(&[("mon site/index.html", PAGE), ("ailleurs/x", "")]);
    let run = run_in(
        site.path(),
        &["annotate", "mon site/index.html", "--out", "ailleurs/copie"],
    );
    assert_eq!(run.status.code(), Some(0), "{}", stderr(&run));
    let copy = std::fs::read_to_string(site.path().join("ailleurs/copie/index.html")).unwrap();
    assert!(
        copy.contains("<base href=\"../../mon%20site/\"><title>"),
        "{copy}"
    );
}

#[test]
fn encodings_are_kept() {
    let site = folder(&[("vide", "")]);
    let latin = b"<!DOCTYPE html><html lang=fr><meta charset=iso-8859-1><title>\xc9t\xe9</title><h1>\xc9t\xe9</h1><img src=a>";
    std::fs::write(site.path().join("a.html"), latin).unwrap();
    let run = run_in(site.path(), &["annotate", "a.html", "--out", "copie"]);
    assert_eq!(run.status.code(), Some(0), "{}", stderr(&run));
    let copy = std::fs::read(site.path().join("copie/a.html")).unwrap();
    let text: String = copy.iter().map(|&b| char::from(b)).collect();
    let text = text.replacen("<base href=\"../\">", "", 1);
    let page: Vec<u8> = without(&text, "vigie").0.chars().map(|c| c as u8).collect();
    assert_eq!(page, latin);
}

/// In a real browser: one number an element, that leads to its finding and back; nothing asked of the network; nothing axe-core objects to in
/// the panel.
#[test]
fn in_a_browser() {
    let (Some(chromium), Some(modules), Some(node)) =
        (tools::chromium(), tools::node_modules(), tools::node())
    else {
        return;
    };
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let out = tempfile::tempdir().unwrap();
    let copies = out.path().join("copies");
    let run = run_in(
        root,
        &[
            "annotate",
            "fixtures/sites/ministere",
            "--out",
            copies.to_str().unwrap(),
        ],
    );
    assert_eq!(run.status.code(), Some(0), "{}", stderr(&run));
    let script = r#"
const { chromium } = require("playwright-core");
const axe = require("fs").readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
(async () => {
  const [path, url] = process.argv.slice(2);
  const browser = await chromium.launch({ executablePath: path, args: ["--no-sandbox", "--disable-gpu"] });
  const page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
  const asked = [], wrong = [];
  page.on("request", r => { if (!r.url().startsWith("file:")) asked.push(r.url()); });
  page.on("pageerror", e => wrong.push(String(e)));
  await page.goto(url);
  const marks = page.locator("vigie-panel .marks button:not([hidden])");
  const count = await marks.count();
  await marks.last().click();
  const here = await page.locator("vigie-panel li.here").count();
  await page.locator("vigie-panel li.here a").click();
  const focus = await page.evaluate(() => document.activeElement.getAttribute("data-vigie"));
  const items = await page.locator("vigie-panel ol > li").count();
  await page.locator("vigie-panel summary").click();
  const closed = await page.locator("vigie-panel[data-closed]").count();
  await page.locator("vigie-panel summary").click();
  await page.evaluate(axe);
  const found = await page.evaluate(() => axe.run({ include: { fromShadowDom: ["vigie-panel", "details"] } }));
  await browser.close();
  console.log(JSON.stringify({ asked, wrong, count, here, focus: !!focus, items, closed,
    axe: found.violations.map(v => v.id + " " + v.nodes.map(n => n.html).join(" ")), passes: found.passes.length }));
})();
"#;
    let file = out.path().join("look.js");
    std::fs::write(&file, script).unwrap();
    let url = format!("file://{}/actualites/crues.html", copies.display());
    let done = tools::command(&node)
        .env("NODE_PATH", modules)
        .arg(file)
        .args([chromium.to_str().unwrap(), &url])
        .output()
        .unwrap();
    let said: serde_json::Value =
        serde_json::from_str(&stdout(&done)).unwrap_or_else(|_| panic!("{}", stderr(&done)));
    assert_eq!(said["asked"], serde_json::json!([]), "{said}");
    assert_eq!(said["wrong"], serde_json::json!([]), "{said}");
    assert_eq!(said["axe"], serde_json::json!([]), "{said}");
    assert!(said["passes"].as_u64() > Some(5), "{said}");
    assert!(said["count"].as_u64() > Some(5), "{said}");
    assert_eq!(
        (&said["here"], &said["closed"], &said["focus"]),
        (&1.into(), &1.into(), &true.into()),
        "{said}"
    );
    let listed = stdout(&run);
    let line = listed.lines().find(|l| l.contains("crues.html")).unwrap();
    assert!(line.contains(&said["items"].to_string()), "{line} {said}");
}
