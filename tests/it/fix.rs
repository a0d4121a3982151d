//! `vigie fix`: what is mended, what is not, and that nothing else changes.

use std::collections::BTreeSet;
use std::path::Path;

use vigie::check::{Options, SitePage};
use vigie::checks;
use vigie::engine::{Engine, KnownFiles, Selection, Selector, Settings};
use vigie::fix::{self, Mended, Name, Names, Reason};
use vigie::source::Source;

use crate::cli::{folder, run_in, run_with_input, stderr, stdout};

fn engine(lang: Option<&str>) -> Engine {
    Engine::new(Settings {
        options: Options {
            set_lang: lang.map(str::to_owned),
            fixing: true,
            ..Options::default()
        },
        ..Settings::default()
    })
}

fn mend_with(engine: &Engine, check: Option<&'static str>, html: &str) -> Mended {
    let selection = Selection {
        select: check.map(Selector::Check).into_iter().collect(),
        ignore: Vec::new(),
    };
    let page = SitePage::alone("page.html");
    let source = Source::from_text("page.html", html);
    let files = KnownFiles::default();
    fix::mend(engine, &selection, source, &page, &files, &Names::default())
}

/// A whole page, sound but for what is put in it.
fn whole(body: &str) -> String {
    format!(
        "<!DOCTYPE html>\n<html lang=\"fr\">\n<head><meta charset=\"utf-8\"><title>Avis de la mairie</title></head>\n<body>\n<main>\n<h1>Avis</h1>\n{body}\n</main>\n</body>\n</html>\n"
    )
}

/// Check, what is written, what it becomes. Where both are the same it is left alone.
#[rustfmt::skip]
const CASES: &[(&str, &str, &str)] = &[
    ("parse-error", "<div><p>Un</p></div></div></div>", "<div><p>Un</p></div>"),
    ("parse-error", "<p>Caf&eacute</p>", "<p>Caf&eacute;</p>"),
    ("parse-error", "<p>&copy2024</p>", "<p>&copy;2024</p>"),
    ("parse-error", "<p>3 < 4, 3 <4, a<=b</p>", "<p>3 &lt; 4, 3 &lt;4, a&lt;=b</p>"),
    ("parse-error", "<p>Un</p></>", "<p>Un</p>"),
    ("parse-error", "<div>Un</div class=x>", "<div>Un</div>"),
    ("parse-error", "<div>Un</div/>", "<div>Un</div>"),
    ("parse-error", "<p>Un<br / id=a></p>", "<p>Un<br   id=a></p>"),
    ("parse-error", "<p class=\"a\"id=\"b\">Un</p>", "<p class=\"a\" id=\"b\">Un</p>"),
    ("parse-error", "<p/>Un</p>", "<p>Un</p>"),
    ("parse-error", "<p class=\"a\" />Un</p>", "<p class=\"a\">Un</p>"),
    ("parse-error", "<!--><p>Un</p><!-- a --!>", "<!----><p>Un</p><!-- a -->"),
    ("parse-error", "<p><image src=a.png alt=Plan></p>", "<p><img src=a.png alt=Plan></p>"),
    ("parse-error", "<p>Un</p><!DOCTYPE html>", "<p>Un</p>"),
    // Makes an element.
    ("parse-error", "<div>Un</div></p>", "<div>Un</div></p>"),
    ("parse-error", "<p>Un</br>Deux</p>", "<p>Un</br>Deux</p>"),
    // The element would stay open without its solidus.
    ("parse-error", "<div/><p>Un</p>", "<div/><p>Un</p>"),
    // Maybe a tag with a slip.
    ("parse-error", "<p>Un < strong>mot</p>", "<p>Un < strong>mot</p>"),
    ("parse-error", "<p>a &nbps; b</p>", "<p>a &nbps; b</p>"),
    ("duplicate-attribute", "<p class=a id=x class=\"b c\">Un</p>", "<p class=a id=x>Un</p>"),
    ("duplicate-attribute", "<p class=a class=b/>Un</p>", "<p class=a>Un</p>"),
    ("duplicate-attribute", "<p><img src=a.png alt='' alt = 'x'/></p>", "<p><img src=a.png alt='' /></p>"),
    ("duplicate-id", "<p id=avis>Un</p><p id='avis'>Deux</p><p id=avis>Trois</p>", "<p id=avis>Un</p><p id=\"avis-2\">Deux</p><p id=\"avis-3\">Trois</p>"),
    ("duplicate-id", "<p id=a-2>Zéro</p><p id=a>Un</p><p id=a>Deux</p>", "<p id=a-2>Zéro</p><p id=a>Un</p><p id=\"a-3\">Deux</p>"),
    // Something may mean it.
    ("duplicate-id", "<p id=avis>Un</p><p id=avis>Deux</p><a href=#avis>Avis</a>", "<p id=avis>Un</p><p id=avis>Deux</p><a href=#avis>Avis</a>"),
    ("duplicate-id", "<label for=nom>Nom</label><input id=nom autocomplete=name><p id=nom>Un</p>", "<label for=nom>Nom</label><input id=nom autocomplete=name><p id=nom>Un</p>"),
    ("duplicate-id", "<p id=avis>Un</p><p id=avis>Deux</p><button data-cible='#avis'>Ouvrir</button>", "<p id=avis>Un</p><p id=avis>Deux</p><button data-cible='#avis'>Ouvrir</button>"),
    ("duplicate-id", "<p id=avis>Un</p><p id=avis>Deux</p><script>f('avis')</script>", "<p id=avis>Un</p><p id=avis>Deux</p><script>f('avis')</script>"),
    ("duplicate-id", "<style>#avis{margin:0}</style><p id=avis>Un</p><p id=avis>Deux</p>", "<style>#avis{margin:0}</style><p id=avis>Un</p><p id=avis>Deux</p>"),
    ("duplicate-id", "<p id=tab-1>Un</p><p id=tab-1>Deux</p><script>f('tab-' + n)</script>", "<p id=tab-1>Un</p><p id=tab-1>Deux</p><script>f('tab-' + n)</script>"),
    ("duplicate-id", "<p id=avis>Un</p><p id=avis>Deux</p><script src=https://exemple.fr/a.js></script>", "<p id=avis>Un</p><p id=avis>Deux</p><script src=https://exemple.fr/a.js></script>"),
    ("type-superfluous", "<script type=\"text/javascript\">f()</script>", "<script>f()</script>"),
    ("type-superfluous", "<script src=a.js type=text/javascript></script>", "<script src=a.js></script>"),
    ("obsolete-attribute", "<script language=JavaScript>f()</script>", "<script>f()</script>"),
    ("obsolete-attribute", "<p><a href=a.html charset=utf-8>Plan</a></p>", "<p><a href=a.html>Plan</a></p>"),
    ("obsolete-attribute", "<table summary=Plan><tr><th scope=col>A<tr><td>B</table>", "<table summary=Plan><tr><th scope=col>A<tr><td>B</table>"),
    ("obsolete-attribute", "<script language=vbscript>f()</script>", "<script language=vbscript>f()</script>"),
    ("heading-empty", "<h2></h2><p>Un</p>", "<p>Un</p>"),
    ("heading-empty", "<h2>\n </h2><p>Un</p>", "<p>Un</p>"),
    ("heading-empty", "<h2 id=a></h2><p>Un</p>", "<h2 id=a></h2><p>Un</p>"),
    ("heading-empty", "<h2 class=titre></h2><p>Un</p>", "<h2 class=titre></h2><p>Un</p>"),
    ("heading-empty", "<h2><img src=a.png></h2><p>Un</p>", "<h2><img src=a.png></h2><p>Un</p>"),
    ("heading-empty", "<h2>&nbsp;</h2><p>Un</p>", "<h2>&nbsp;</h2><p>Un</p>"),
    ("heading-empty", "<h2></h2><p>Un</p><script>f()</script>", "<h2></h2><p>Un</p><script>f()</script>"),
    ("attribute-not-allowed", "<p><a hreff=a.html>Plan</a></p>", "<p><a href=a.html>Plan</a></p>"),
    ("attribute-not-allowed", "<p><img scr=a.png alt=Plan src=b.png></p>", "<p><img scr=a.png alt=Plan src=b.png></p>"),
    ("attribute-not-allowed", "<p><img src=a.png alt=Plan heigth=10></p>", "<p><img src=a.png alt=Plan height=10></p>"),
    ("attribute-not-allowed", "<p onclik='f()'>Un</p>", "<p onclik='f()'>Un</p>"),
    ("attribute-not-allowed", "<p hiden>Un</p>", "<p hiden>Un</p>"),
    ("attribute-not-allowed", "<p couleur=rouge>Un</p>", "<p couleur=rouge>Un</p>"),
    ("attribute-not-allowed", "<p titel=x>Un</p><script>p.getAttribute('titel')</script>", "<p titel=x>Un</p><script>p.getAttribute('titel')</script>"),
    ("keyword-invalid", "<p><input type=' checkbox' aria-label=Oui></p>", "<p><input type=\"checkbox\" aria-label=Oui></p>"),
    ("keyword-invalid", "<p><input type=checkbox checked=true aria-label=Oui></p>", "<p><input type=checkbox checked aria-label=Oui></p>"),
    ("keyword-invalid", "<p><input type=checkbox disabled=false aria-label=Oui></p>", "<p><input type=checkbox disabled=false aria-label=Oui></p>"),
    ("keyword-invalid", "<iframe src=a.html title=Plan sandbox='allow-forms allow-scripts ALLOW-FORMS'></iframe>", "<iframe src=a.html title=Plan sandbox=\"allow-forms allow-scripts\"></iframe>"),
    ("keyword-invalid", "<p><input type=chekbox aria-label=Oui></p>", "<p><input type=chekbox aria-label=Oui></p>"),
    ("number-invalid", "<p><img src=a.png alt=Plan width=\"100px\" height=50 ></p>", "<p><img src=a.png alt=Plan width=\"100\" height=50 ></p>"),
    ("number-invalid", "<p><img src=a.png alt=Plan width=50%></p>", "<p><img src=a.png alt=Plan width=50%></p>"),
    ("url-invalid", "<p><a href='docs/plan local.pdf?a=1&amp;b=2#haut de page'>Plan</a></p>", "<p><a href=\"docs/plan%20local.pdf?a=1&amp;b=2#haut%20de%20page\">Plan</a></p>"),
    ("url-invalid", "<p><a href='docs\\plan.pdf'>Plan</a></p>", "<p><a href=\"docs/plan.pdf\">Plan</a></p>"),
    ("url-invalid", "<p><a href='mailto:a b@exemple.fr'>Écrire</a></p>", "<p><a href='mailto:a b@exemple.fr'>Écrire</a></p>"),
    ("url-invalid", "<p><a href='https://exem ple.fr/'>Plan</a></p>", "<p><a href='https://exem ple.fr/'>Plan</a></p>"),
    ("lang-invalid", "<p lang=en_GB>Welcome to the town hall</p>", "<p lang=\"en-GB\">Welcome to the town hall</p>"),
    ("lang-invalid", "<p lang=eng>Welcome to the town hall</p>", "<p lang=\"en\">Welcome to the town hall</p>"),
    ("lang-invalid", "<p lang=anglais>Welcome to the town hall</p>", "<p lang=anglais>Welcome to the town hall</p>"),
    ("text-denormal", "<p>Fermé l’e\u{301}te\u{301}</p>", "<p>Fermé l’été</p>"),
    ("text-denormal", "<p>Fermé l’e&#x301;té</p>", "<p>Fermé l’e&#x301;té</p>"),
    ("end-tag-without-solidus", "<p>Avis aux usagers<p>\n<ul><li>Lundi</li></ul>", "<p>Avis aux usagers</p>\n<ul><li>Lundi</li></ul>"),
];

#[test]
fn what_is_safe_is_mended_and_nothing_else() {
    let engine = engine(None);
    let mut problems = Vec::new();
    let mut mended = BTreeSet::new();
    for &(check, before, after) in CASES {
        let page = whole(before);
        let done = mend_with(&engine, Some(check), &page);
        if done.text != whole(after) {
            let at = done.text.find("<h1>Avis</h1>").unwrap_or(0);
            problems.push(format!(
                "{check}: {before}\n  becomes {}\n  refused {:?}",
                &done.text[at..],
                done.refused
            ));
        }
        if before != after {
            mended.insert(check);
            // Once is enough.
            let again = mend_with(&engine, Some(check), &done.text);
            if again.text != done.text {
                problems.push(format!("{check}: {before}: again gives {}", again.text));
            }
        } else if !done.made.is_empty() {
            problems.push(format!("{check}: {before}: something was made"));
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    // These are about the whole page: see below.
    let whole_page = [
        "page-lang-missing",
        "page-lang-invalid",
        "doctype-obsolete",
        "charset-declaration",
    ];
    mended.extend(whole_page);
    let say_so: BTreeSet<&str> = checks::metas()
        .filter(|m| m.mends.is_some())
        .map(|m| m.id)
        .collect();
    assert_eq!(mended, say_so);
}

#[test]
fn whole_pages() {
    let plain = engine(None);
    let rest = "<head><meta charset=\"utf-8\"><title>Avis</title></head><body><h1>Avis de la mairie</h1></body></html>";
    let mend = |engine: &Engine, check, start: &str| {
        let page = format!("{start}{rest}");
        let done = mend_with(engine, Some(check), &page);
        done.text
            .strip_suffix(rest)
            .map(str::to_owned)
            .unwrap_or(done.text)
    };
    let lang = "page-lang-missing";
    let html = "<!DOCTYPE html><html>";
    assert_eq!(mend(&plain, lang, html), html, "nobody knows");
    let fr = engine(Some("fr"));
    assert_eq!(mend(&fr, lang, html), "<!DOCTYPE html><html lang=\"fr\">");
    assert_eq!(
        mend(&fr, lang, "<!DOCTYPE html>\n<html lang=''>"),
        "<!DOCTYPE html>\n<html lang=\"fr\">"
    );
    assert_eq!(
        mend(&fr, lang, "<!DOCTYPE html>\n"),
        "<!DOCTYPE html>\n<html lang=\"fr\">\n"
    );
    let english = "<!DOCTYPE html><html lang=en>";
    assert_eq!(mend(&fr, lang, english), english);
    assert_eq!(
        mend(&plain, lang, "<!DOCTYPE html><html xml:lang=br>"),
        "<!DOCTYPE html><html lang=\"br\" xml:lang=br>"
    );
    assert_eq!(
        mend(
            &plain,
            "page-lang-invalid",
            "<!DOCTYPE html><html lang=fr_FR>"
        ),
        "<!DOCTYPE html><html lang=\"fr-FR\">"
    );
    let strict = "<!DOCTYPE HTML PUBLIC '-//W3C//DTD HTML 4.01//EN' 'http://www.w3.org/TR/html4/strict.dtd'>\n<html lang=fr>";
    let page = strict.to_owned()
        + "<head><meta charset=\"utf-8\"><title>Avis</title></head><body><main><h1>Avis de la mairie</h1></main></body></html>";
    let done = mend_with(&plain, Some("doctype-obsolete"), &page);
    assert!(
        done.text.starts_with("<!DOCTYPE html>\n<html lang=fr>"),
        "{}",
        done.text
    );
    // Browsers would lay the page out in another mode.
    let loose = strict
        .replace("4.01//", "4.01 Transitional//")
        .replace("strict", "loose");
    assert_eq!(mend(&plain, "doctype-obsolete", &loose), loose);
    let charset = mend_with(
        &plain,
        Some("charset-declaration"),
        "<!DOCTYPE html><html lang=fr><meta charset=utf8><title>Été</title><h1>Été</h1>",
    );
    assert!(charset.text.contains("<meta charset=\"utf-8\"><title>"));
}

#[test]
fn changes_that_would_do_harm_are_left_with_the_reason() {
    let engine = engine(None);
    // The address is wrong once it is one.
    let page = whole("<p><a hreff='http:// x'>Plan</a></p>");
    let done = mend_with(&engine, Some("attribute-not-allowed"), &page);
    assert_eq!(done.text, page);
    assert_eq!(done.refused.len(), 1);
    assert_eq!(done.refused[0].reason, Reason::Worse("url-invalid"));
    assert_eq!((done.refused[0].at.line, done.refused[0].at.column), (7, 7));

    let page = whole("<p id=a>Un</p><p id=a>Deux</p><script>f('a')</script>");
    let done = mend_with(&engine, None, &page);
    let reasons: Vec<&Reason> = done.refused.iter().map(|r| &r.reason).collect();
    assert_eq!(reasons, [&Reason::Named(Name::Inside)]);
}

/// All our fixtures, as whole as they are: what is mended is mended for good, and no other check has more to say.
#[test]
fn on_all_fixtures() {
    let engine = engine(Some("fr"));
    let (mut pages, mut made) = (0, 0);
    let mut problems = Vec::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let fixable = checks::metas().filter(|m| m.mends.is_some());
    for meta in fixable {
        let topics = std::fs::read_dir(&root).unwrap().flatten();
        let folders = topics.map(|topic| topic.path().join(meta.id));
        for folder in folders.filter(|f| f.is_dir()) {
            for entry in std::fs::read_dir(folder).unwrap().flatten() {
                let path = entry.path();
                if path.extension().is_none_or(|e| e != "html") {
                    continue;
                }
                let bytes = std::fs::read(&path).unwrap();
                let source = Source::decode("page.html", bytes);
                let before = engine.audit(source.clone());
                let done = mend_with(&engine, None, &source.text);
                pages += 1;
                made += done.made.len();
                let after = engine.audit(Source::from_text("page.html", done.text.as_str()));
                for meta in checks::metas() {
                    let errors = |report: &vigie::report::PageReport| {
                        let loud = |f: &&vigie::report::Finding| {
                            f.check == meta.id && f.level == vigie::check::Level::Error
                        };
                        report.findings.iter().filter(loud).count()
                    };
                    if errors(&after) > errors(&before) {
                        problems.push(format!("{}: more of {}", path.display(), meta.id));
                    }
                }
                let again = mend_with(&engine, None, &done.text);
                if again.text != done.text {
                    problems.push(format!("{}: not done at once", path.display()));
                }
            }
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    assert!(pages > 60 && made > 40, "{pages} pages, {made} changes");
}

const SLIPS: &str = "<!DOCTYPE html>\r\n<html lang=\"fr\">\r\n<head><meta charset=\"utf-8\"><title>Avis</title></head>\r\n<body><main><h1>Avis</h1>\r\n<p>Un</p></div>\r\n<p>Caf&eacute</p>\r\n</main></body></html>";

#[test]
fn a_diff_then_the_same_written() {
    let site = folder(&[
        ("site/a.html", SLIPS),
        ("site/b.html", &whole("<p>Rien</p>")),
    ]);
    let shown = run_in(
        site.path(),
        &["fix", "site", "--lang", "fr", "--color", "never"],
    );
    assert_eq!(shown.status.code(), Some(1), "{}", stderr(&shown));
    let diff = stdout(&shown);
    assert_eq!(
        diff,
        "--- a/site/a.html\n+++ b/site/a.html\n@@ -2,6 +2,6 @@\n <html lang=\"fr\">\r\n <head><meta charset=\"utf-8\"><title>Avis</title></head>\r\n <body><main><h1>Avis</h1>\r\n-<p>Un</p></div>\r\n-<p>Caf&eacute</p>\r\n+<p>Un</p>\r\n+<p>Caf&eacute;</p>\r\n </main></body></html>\n\\ No newline at end of file\n"
    );
    assert!(stderr(&shown).contains("2 corrections dans 1 page ; pour les faire : --write"));
    let path = site.path().join("site/a.html");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), SLIPS);

    // What `git apply` makes of the diff is what --write makes.
    let patched = folder(&[("site/a.html", SLIPS), ("p.diff", &diff)]);
    match std::process::Command::new("git")
        .args(["apply", "p.diff"])
        .current_dir(patched.path())
        .status()
    {
        Ok(status) => assert!(status.success()),
        Err(_) => println!("skipped: no git"),
    }
    let written = run_in(site.path(), &["fix", "site", "--lang", "fr", "--write"]);
    assert_eq!(written.status.code(), Some(0), "{}", stderr(&written));
    assert_eq!(stdout(&written), "site/a.html : 2 corrections\n");
    let mended = std::fs::read(&path).unwrap();
    assert_eq!(
        mended,
        SLIPS
            .replace("</div>", "")
            .replace("eacute", "eacute;")
            .as_bytes()
    );
    let by_git = std::fs::read(patched.path().join("site/a.html")).unwrap();
    if by_git != SLIPS.as_bytes() {
        assert_eq!(by_git, mended);
    }
    let again = run_in(site.path(), &["fix", "site", "--lang", "fr"]);
    assert_eq!(
        (again.status.code(), stdout(&again).as_str()),
        (Some(0), "")
    );
}

#[test]
fn pages_of_other_encodings_keep_them_and_those_that_would_lose_are_left() {
    let site = folder(&[("cut.html", "")]);
    let latin = b"<!DOCTYPE html><html lang=fr><meta charset=iso-8859-1><title>\xc9t\xe9</title><h1>\xc9t\xe9</h1></div>";
    let cut = b"<!DOCTYPE html><html lang=fr><meta charset=utf-8><title>\xff</title></div>";
    std::fs::write(site.path().join("latin.html"), latin).unwrap();
    std::fs::write(site.path().join("cut.html"), cut).unwrap();
    let run = run_in(site.path(), &["fix", ".", "--write", "--lang", "en"]);
    assert_eq!(run.status.code(), Some(2));
    assert!(stderr(&run).contains("cut.html: bytes of this page cannot be read in its encoding"));
    assert_eq!(std::fs::read(site.path().join("cut.html")).unwrap(), cut);
    let mended = std::fs::read(site.path().join("latin.html")).unwrap();
    assert_eq!(mended, &latin[..latin.len() - "</div>".len()]);
}

#[cfg(unix)]
#[test]
fn permissions_stay_and_links_are_followed() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let site = folder(&[("page.html", SLIPS)]);
    let page = site.path().join("page.html");
    std::fs::set_permissions(&page, std::fs::Permissions::from_mode(0o640)).unwrap();
    symlink("page.html", site.path().join("lien.html")).unwrap();
    let run = run_in(site.path(), &["fix", "lien.html", "--write"]);
    assert_eq!(run.status.code(), Some(0), "{}", stderr(&run));
    assert!(site.path().join("lien.html").is_symlink());
    assert_eq!(
        std::fs::metadata(&page).unwrap().permissions().mode() & 0o777,
        0o640
    );
    assert!(!std::fs::read_to_string(&page).unwrap().contains("</div>"));
    assert_eq!(std::fs::read_dir(site.path()).unwrap().count(), 2);
}

#[test]
fn standard_input() {
    let args = ["fix", "--write", "-", "--lang", "en"];
    let run = run_with_input(&args, SLIPS.as_bytes());
    assert_eq!(run.status.code(), Some(0), "{}", stderr(&run));
    assert_eq!(
        stdout(&run),
        SLIPS.replace("</div>", "").replace("eacute", "eacute;")
    );
    // A page with nothing to mend comes out as it went in.
    let sound = whole("<p>Rien</p>");
    let run = run_with_input(&args, sound.as_bytes());
    assert_eq!(stdout(&run), sound);
}

#[test]
fn files_of_the_site_may_name_an_id() {
    let twice =
        whole("<p id=avis>Un</p><p id=avis>Deux</p><script type=module src='/js/a.js'></script>");
    let plain = [("js/a.js", "import './b.js'"), ("js/b.js", "f('menu')")];
    let named = [("js/a.js", "import './b.js'"), ("js/b.js", "f('#avis')")];
    for (files, code, said) in [(plain, 1, "2 corrections"), (named, 0, "js/b.js le nomme")] {
        let mut all = vec![("a.html", twice.as_str())];
        all.extend(files);
        let site = folder(&all);
        let args = [
            "fix",
            ".",
            "--lang",
            "fr",
            "--select",
            "duplicate-id,url-invalid",
        ];
        let run = run_in(site.path(), &args);
        assert_eq!(
            run.status.code(),
            Some(code),
            "{}{}",
            stdout(&run),
            stderr(&run)
        );
        assert!(stderr(&run).contains(said) || code == 1, "{}", stderr(&run));
    }
    // Alone, a page does not tell what its scripts load.
    let site = folder(&[("a.html", &twice), ("js/a.js", "f('menu')")]);
    let run = run_in(
        site.path(),
        &["fix", "a.html", "--lang", "fr", "--select", "duplicate-id"],
    );
    assert_eq!(run.status.code(), Some(0));
    assert!(
        stderr(&run).contains("que Vigie ne peut pas lire"),
        "{}",
        stderr(&run)
    );
}

#[test]
fn what_a_page_says_is_escaped() {
    let page = whole(
        "<p>\u{1b}[31m ::error::x \u{202e}</p></div>\n::error::faux\n<p title='\u{1b}]0;x\u{7}' title=b>a</p>",
    );
    let site = folder(&[("a\u{1b}[2J.html", &page)]);
    for args in [&["fix", "."][..], &["fix", ".", "--write"]] {
        let run = run_in(site.path(), args);
        let said = stdout(&run) + &stderr(&run);
        let plain =
            |c: char| c == '\n' || !c.is_control() && !('\u{202a}'..='\u{202e}').contains(&c);
        assert!(said.chars().all(plain), "{said:?}");
        assert!(
            !said.lines().any(|l| l.trim_start().starts_with("::")),
            "{said}"
        );
    }
}

#[test]
fn words_that_are_wrong_are_said() {
    let site = folder(&[
        ("a.html", &whole("")),
        ("vigie.toml", "[fix]\nlang = 'fr_FR'\n"),
    ]);
    let run = run_in(site.path(), &["fix", "a.html", "--lang", "en"]);
    assert_eq!(run.status.code(), Some(2));
    assert!(
        stderr(&run).contains("\"fr_FR\" is no language code"),
        "{}",
        stderr(&run)
    );
    std::fs::write(site.path().join("vigie.toml"), "[fix]\nlang = 'fr'\n").unwrap();
    std::fs::write(
        site.path().join("a.html"),
        "<!DOCTYPE html><html><title>Avis</title><p>Avis</p></html>",
    )
    .unwrap();
    let run = run_in(site.path(), &["fix", "a.html", "--select", "8.3"]);
    assert!(
        stdout(&run).contains("+<!DOCTYPE html><html lang=\"fr\">"),
        "{}",
        stdout(&run)
    );
    let run = run_in(site.path(), &["fix", "a.html", "--set-lang", "xx"]);
    assert_eq!(run.status.code(), Some(2));
    let list = run_in(site.path(), &["fix", "--list", "--lang", "en"]);
    assert!(stdout(&list).contains("duplicate-id — Id used more than once"));
}

/// What `vigie audit` says in JSON is what `vigie fix` does, where nothing else must hold.
#[test]
fn json_has_the_changes() {
    let site = folder(&[("a.html", SLIPS)]);
    let run = run_in(site.path(), &["audit", "a.html", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&stdout(&run)).unwrap();
    let findings = report["pages"][0]["findings"].as_array().unwrap();
    let mut edits: Vec<(usize, usize, &str)> = findings
        .iter()
        .filter_map(|f| f["fix"].as_array())
        .flatten()
        .map(|e| {
            let at = |k: &str| e[k]["offset"].as_u64().unwrap() as usize;
            (at("start"), at("end"), e["text"].as_str().unwrap())
        })
        .collect();
    edits.sort_unstable();
    assert_eq!(edits.len(), 2);
    let mut text = SLIPS.to_owned();
    for (start, end, new) in edits.into_iter().rev() {
        text.replace_range(start..end, new);
    }
    assert_eq!(
        text,
        SLIPS.replace("</div>", "").replace("eacute", "eacute;")
    );
}
