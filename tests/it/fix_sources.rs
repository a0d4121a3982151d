//! `vigie fix` in the sources of a site: what it writes there is gone from the pages once they are built again, nothing else changes,
//! and what it is not sure of is left.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::cli::{folder, run_in, stderr, stdout};
use crate::tools;

/// The sources of a site, and what is to become of them.
struct Case<'c> {
    /// The folder of the built pages.
    built: &'c str,
    files: &'c [(&'c str, &'c str)],
    /// File, what is there, what is to be there.
    changes: &'c [(&'c str, &'c str, &'c str)],
    /// `file:line: check` of what is left, in order.
    by_hand: &'c [&'c str],
    /// How many causes are gone in the end.
    gone: usize,
}

impl Case<'_> {
    /// The files once changed.
    fn after(&self) -> Vec<(&str, String)> {
        let change = |(name, text): &(&'_ str, &'_ str)| {
            let mut text = (*text).to_owned();
            for (_, from, to) in self.changes.iter().filter(|c| c.0 == *name) {
                assert_eq!(text.matches(from).count(), 1, "{name}: {from}");
                text = text.replace(from, to);
            }
            text
        };
        self.files.iter().map(|f| (f.0, change(f))).collect()
    }

    /// Builds, mends, builds again.
    fn goes_through(&self, build: &dyn Fn(&Path)) {
        let site = folder(self.files);
        build(site.path());
        let before = causes(site.path(), self.built);
        let pages = pages(&site.path().join(self.built));

        let shown = run_in(site.path(), &["fix", self.built, "--lang", "en"]);
        assert_eq!(shown.status.code(), Some(1), "{}", stderr(&shown));
        let left: Vec<String> = stderr(&shown)
            .lines()
            .filter_map(|line| line.split_once(": to be made by hand"))
            .map(|(at, _)| {
                let parts: Vec<&str> = at.split(':').collect();
                format!("{}:{}:{}", parts[0], parts[1], parts[3])
            })
            .collect();
        assert_eq!(left, self.by_hand, "{}", stderr(&shown));
        let patched = folder(self.files);
        fs::write(patched.path().join("p.diff"), stdout(&shown)).unwrap();
        let git = std::process::Command::new("git")
            .args(["apply", "p.diff"])
            .current_dir(patched.path())
            .status();
        assert!(git.is_err() || git.is_ok_and(|done| done.success()));

        let written = run_in(
            site.path(),
            &[
                "fix", "--source", ".", self.built, "--write", "--lang", "en",
            ],
        );
        assert_eq!(written.status.code(), Some(0), "{}", stderr(&written));
        for (name, text) in self.after() {
            let here = fs::read_to_string(site.path().join(name)).unwrap();
            assert_eq!(
                here,
                text,
                "{name}\n{}{}",
                stdout(&written),
                stderr(&written)
            );
            assert_eq!(fs::read_to_string(patched.path().join(name)).unwrap(), text);
        }
        // The built pages are not touched.
        assert_eq!(self::pages(&site.path().join(self.built)), pages);

        fs::remove_dir_all(site.path().join(self.built)).unwrap();
        build(site.path());
        let after = causes(site.path(), self.built);
        let new: Vec<_> = after.difference(&before).collect();
        assert!(new.is_empty(), "{new:#?}");
        let gone: Vec<_> = before.difference(&after).collect();
        assert_eq!(gone.len(), self.gone, "{gone:#?}");
        let again = run_in(site.path(), &["fix", self.built, "--lang", "en"]);
        assert_eq!(stdout(&again), "");
        let said = stderr(&again);
        let left = said.lines().filter(|l| l.contains("to be made by hand:"));
        assert_eq!(left.count(), self.by_hand.len(), "{said}");
    }
}

/// `check fingerprint message` of each cause.
fn causes(folder: &Path, built: &str) -> BTreeSet<String> {
    let run = run_in(
        folder,
        &["audit", built, "--format", "json", "--lang", "en"],
    );
    let report: Value = serde_json::from_str(&stdout(&run)).unwrap();
    let all = report["causes"].as_array().unwrap().iter();
    all.map(|c| format!("{} {} {}", c["check"], c["fingerprint"], c["message"]))
        .collect()
}

/// Path and bytes of all files.
fn pages(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut all = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().flatten() {
            match entry.path() {
                path if path.is_dir() => folders.push(path),
                path => all.push((path.display().to_string(), fs::read(&path).unwrap())),
            }
        }
    }
    all.sort();
    all
}

/// Layout, includes with CRLF, a loop, Markdown, HTML.
#[test]
fn jekyll() {
    let Some(jekyll) = tools::jekyll() else {
        return;
    };
    let billet = "---\ntitle: Un billet\n---\nLe billet parle de choses et d’autres.\n\n<p id=\"note\">Première note du billet.</p>\n\n<p id=\"note\">Seconde note du billet, à la suite.</p>\n";
    let second = billet.replace("billet", "récit");
    let case = Case {
        built: "_site",
        files: &[
            (
                "_config.yml",
                "permalink: /:title.html\ndefaults:\n- scope: {path: \"\"}\n  values: {layout: default}\n",
            ),
            (
                "_layouts/default.html",
                "<!DOCTYPE html>\n<html lang=\"fr_FR\">\n<head>\n<meta charset=\"utf-8\">\n<title>{{ page.title }} - Essai</title>\n<style type=\"text/css\">p { margin: 0 }</style>\n</head>\n<body>\n{% include entete.html %}\n<main>\n<h1>{{ page.title }}</h1>\n{{ content }}\n</main>\n{% include pied.html quand=\"hier\" %}\n</body>\n</html>\n",
            ),
            (
                "_includes/entete.html",
                "<header>\n<p><img src=\"{{ site.baseurl }}/logo.svg\" alt=\"Essai\" width=\"120px\" height=\"40\"></p>\n<nav aria-label=\"Principal\"><ul>\n{% for p in site.posts %}<li><a hreff=\"{{ p.url }}\">{{ p.title }}</a></li>\n{% endfor %}</ul></nav>\n</header>\n",
            ),
            (
                "_includes/pied.html",
                "<footer>\r\n<p class=\"pied\" id=\"pied\">Fait à la main, {{ include.quand }}</p></div>\r\n<p><a href=\"/autre.html?a b\">Mentions l&eacutegales</a></p>\r\n</footer>\r\n",
            ),
            ("logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n"),
            (
                "index.md",
                "---\ntitle: Accueil\n---\nUne page d’accueil, avec un texte en Markdown.\n\n<p class=\"note\"><img src=\"logo.svg\" alt=\"Le plan\" height=\"30px\"> Voici le plan du quartier.</p>\n\nEt un [lien](<logo.svg?a b>) vers un fichier.\n\n<h2></h2>\n\nFermé l’e\u{301}te\u{301}, rouvert ensuite.\n",
            ),
            ("_posts/2024-01-15-billet.md", billet),
            ("_posts/2024-02-15-recit.md", &second),
            (
                "autre.html",
                "---\ntitle: Autre\n---\n<h2>Une page en HTML</h2>\n<p id=\"pied\">Le même identifiant que celui du pied de page.</p>\n<h3></h3>\n<p>Et la suite de cette page, qui est courte.</p></div>\n",
            ),
        ],
        changes: &[
            ("_layouts/default.html", "fr_FR", "fr-FR"),
            ("_layouts/default.html", " type=\"text/css\"", ""),
            ("_includes/entete.html", "120px", "120"),
            ("_includes/entete.html", "hreff", "href"),
            ("_includes/pied.html", "</div>", ""),
            ("_includes/pied.html", "a b", "a%20b"),
            ("_includes/pied.html", "&eacute", "&eacute;"),
            ("index.md", "30px", "30"),
            ("index.md", "e\u{301}te\u{301}", "été"),
            (
                "_posts/2024-01-15-billet.md",
                "id=\"note\">S",
                "id=\"note-2\">S",
            ),
            (
                "_posts/2024-02-15-recit.md",
                "id=\"note\">S",
                "id=\"note-2\">S",
            ),
            ("autre.html", "<h3></h3>", ""),
            ("autre.html", "</div>", ""),
        ],
        by_hand: &[
            // Of all pages one has that id twice: the others may want it.
            "_includes/pied.html:2: duplicate-id",
            "index.md:8: url-invalid",
            // The line would be blank, which says something in Markdown.
            "index.md:10: heading-empty",
        ],
        gone: 12,
    };
    case.goes_through(&|folder| {
        tools::run(
            tools::command(&jekyll)
                .args(["build", "-q"])
                .current_dir(folder),
        );
    });
}

/// Nunjucks layouts, a macro, a shortcode in JavaScript, Markdown.
#[test]
fn eleventy() {
    let (Some(node), Some(modules)) = (tools::node(), tools::node_modules()) else {
        return;
    };
    let case = Case {
        built: "_site",
        files: &[
            (
                "eleventy.config.js",
                "module.exports = function (config) {\n  config.addPassthroughCopy(\"src/a.svg\");\n  config.addShortcode(\"carte\", function (texte) {\n    return `<p class=\"carte\"><img src=\"/a.svg\" alt=\"Carte\" class=\"plan\" width=\"200px\"> ${texte}</p>`;\n  });\n  config.addShortcode(\"lieu\", function (texte) {\n    return \"<p class='lieu'><b class='nom' lang='fr_FR'>\" + texte + \"</b> est un lieu singulier</p>\";\n  });\n  return { dir: { input: \"src\", output: \"_site\" } };\n};\n",
            ),
            ("src/a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n"),
            (
                "src/_includes/base.njk",
                "<!DOCTYPE html>\n<html lang=\"fr\">\n<head>\n<meta charset=\"utf8\">\n<title>{{ title }} - Essai</title>\n</head>\n<body>\n<main>\n<h1>{{ title }}</h1>\n{{ content | safe }}\n</main>\n<footer><p class=\"pied\" class=\"bas\">Le pied de toutes les pages</p></footer></section>\n</body>\n</html>\n",
            ),
            (
                "src/_includes/macros.njk",
                "{% macro image(nom) %}<p class=\"image\"><img src=\"/{{ nom }}.svg\" alt=\"{{ nom }}\" heigth=\"30\"></p>{% endmacro %}\n",
            ),
            (
                "src/index.njk",
                "---\nlayout: base.njk\ntitle: Accueil\n---\n{% import \"macros.njk\" as m %}\n<p>Une page d’accueil.</p>\n{{ m.image(\"a\") }}\n<p>Entre les deux images.</p>\n{{ m.image(\"a\") }}\n",
            ),
            (
                "src/deux.md",
                "---\nlayout: base.njk\ntitle: Deux\n---\nDu texte en **Markdown**, sur une ligne.\n\n<p class=\"x\" lang=\"en_GB\">Some words in another language of this page</p>\n\n{% carte \"Le plan du quartier\" %}\n\n- Un point\n",
            ),
            (
                "src/trois.md",
                "---\nlayout: base.njk\ntitle: Trois\n---\nUne troisième page.\n\n{% carte \"Un autre plan\" %}\n\n{% lieu \"La place\" %}\n",
            ),
            (
                "src/cinq.njk",
                "---\nlayout: base.njk\ntitle: Cinq\n---\n{% import \"macros.njk\" as m %}\n<p>Une cinquième page.</p>\n{{ m.image(\"a\") }}\n",
            ),
            (
                "src/quatre.md",
                "---\nlayout: base.njk\ntitle: Quatre\n---\nUne quatrième page.\n\n{% lieu \"La mairie\" %}\n",
            ),
        ],
        changes: &[
            ("eleventy.config.js", "200px", "200"),
            ("src/_includes/base.njk", "\"utf8\"", "\"utf-8\""),
            ("src/_includes/base.njk", " class=\"bas\"", ""),
            ("src/_includes/base.njk", "</section>", ""),
            ("src/_includes/macros.njk", "heigth", "height"),
            ("src/deux.md", "\"en_GB\"", "\"en-GB\""),
        ],
        by_hand: &[
            // Quotes may end the program's text.
            "eleventy.config.js:7: lang-invalid",
        ],
        gone: 6,
    };
    case.goes_through(&|folder| {
        let mut command = tools::command(&node);
        command
            .arg(modules.join("@11ty/eleventy/cmd.cjs"))
            .arg("--quiet");
        tools::run(command.current_dir(folder));
    });
}

/// A base, a partial, a shortcode, Markdown with HTML in it.
#[test]
fn hugo() {
    let Some(hugo) = tools::hugo() else {
        return;
    };
    let case = Case {
        built: "public",
        files: &[
            (
                "hugo.toml",
                "baseURL = \"https://example.org/\"\ntitle = \"Essai\"\ndisableKinds = [\"RSS\", \"sitemap\", \"taxonomy\", \"term\"]\n[markup.goldmark.renderer]\nunsafe = true\n",
            ),
            (
                "layouts/_default/baseof.html",
                "<!DOCTYPE html>\n<html lang=\"fr_FR\">\n<head>\n<meta charset=\"utf-8\">\n<title>{{ .Title }} - Essai</title>\n</head>\n<body>\n<main>\n<h1>{{ .Title }}</h1>\n{{ block \"main\" . }}{{ end }}\n</main>\n{{ partial \"pied.html\" . }}\n</body>\n</html>\n",
            ),
            (
                "layouts/_default/single.html",
                "{{ define \"main\" }}<article class=\"un\">{{ .Content }}</article>{{ end }}\n",
            ),
            (
                "layouts/_default/list.html",
                "{{ define \"main\" }}{{ .Content }}<ul>{{ range .Pages }}<li><a classs=\"suite\" href=\"{{ .RelPermalink }}\">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}\n",
            ),
            (
                "layouts/partials/pied.html",
                "<footer><p>Le pied de toutes les pages</p></aside></footer>\n",
            ),
            (
                "content/_index.md",
                "---\ntitle: Accueil\n---\nUne page d’accueil, en Markdown.\n",
            ),
            (
                "content/un.md",
                "---\ntitle: Un\n---\nDu texte en **Markdown**, sur une ligne.\n\n<p class=\"x\" lang=\"en_GB\">Some words in another language of this page</p>\n",
            ),
            (
                "content/deux.md",
                "---\ntitle: Deux\n---\nUne autre page.\n\nUn mot entre deux autres, seul.</b>\n",
            ),
        ],
        changes: &[
            ("layouts/_default/baseof.html", "fr_FR", "fr-FR"),
            ("layouts/partials/pied.html", "</aside>", ""),
            ("content/un.md", "\"en_GB\"", "\"en-GB\""),
        ],
        by_hand: &[
            // Marks and letters are not told apart there.
            "content/deux.md:6: parse-error",
            // On one page of many.
            "layouts/_default/list.html:1: attribute-not-allowed",
        ],
        gone: 3,
    };
    case.goes_through(&|folder| {
        tools::run(tools::command(&hugo).arg("--quiet").current_dir(folder));
    });
}

/// A site built here: each page is the layout with the content in it.
fn built(layout: &str, pages: &[(&str, &str)]) -> tempfile::TempDir {
    let (before, after) = layout.split_once("{{ content }}").unwrap();
    let mut files = vec![
        ("_config.yml".to_owned(), "title: x\n".to_owned()),
        ("_layouts/default.html".to_owned(), layout.to_owned()),
    ];
    for (name, content) in pages {
        let source = format!("---\nlayout: default\n---\n{content}");
        files.push(((*name).to_owned(), source));
        files.push((format!("_site/{name}"), format!("{before}{content}{after}")));
    }
    let files: Vec<(&str, &str)> = files.iter().map(|(n, t)| (&**n, &**t)).collect();
    folder(&files)
}

const LAYOUT: &str = "<!DOCTYPE html>\n<html lang=\"fr\">\n<head><meta charset=\"utf-8\"><title>Essai de la mairie</title></head>\n<body>\n<main><h1>Essai</h1>\n{{ content }}</main>\n<footer><p id=\"bas\" class=\"pied\" class=\"bas\">Le pied de toutes les pages</p></footer>\n</body>\n</html>\n";

const FIX: [&str; 4] = ["fix", "_site", "--lang", "en"];

/// What is right for some pages is not done to all.
#[test]
fn a_layout_is_changed_for_all_pages_or_none() {
    let twice = "<p id=\"bas\">Le même identifiant que celui du pied</p>\n";
    let plain = "<p>Une page qui n’a pas cet identifiant</p>\n";
    let pages = [("a.html", twice), ("b.html", twice)];
    let site = built(LAYOUT, &pages);
    let run = run_in(site.path(), &FIX);
    let said = stdout(&run);
    assert!(
        said.contains("+<footer><p id=\"bas-2\" class=\"pied\">"),
        "{said}{}",
        stderr(&run)
    );

    let site = built(LAYOUT, &[pages[0], pages[1], ("c.html", plain)]);
    let run = run_in(site.path(), &FIX);
    let said = stdout(&run);
    assert!(
        said.contains("+<footer><p id=\"bas\" class=\"pied\">"),
        "{said}"
    );
    let left = "_layouts/default.html:7:19: duplicate-id: to be made by hand: the page should have \"<p id=\"bas-2\" class=\"pied\" class=\"bas\">\", not \"<p id=\"bas\" class=\"pied\" class=\"bas\">\", since pages have the same where it is to stay (2 pages)";
    assert!(stderr(&run).contains(left), "{}", stderr(&run));

    // A page that has its own name for it, a page that asks not to be told.
    let third =
        "<p id=\"bas\">Le même identifiant que celui du pied</p>\n<p id=\"bas-2\">Un autre</p>\n";
    let site = built(
        LAYOUT,
        &[pages[0], pages[1], ("c.html", third), ("d.html", third)],
    );
    let run = run_in(site.path(), &FIX);
    assert!(
        stderr(&run).contains("since other pages need something else"),
        "{}",
        stderr(&run)
    );
    let hidden = "<!-- vigie-disable duplicate-attribute: plus tard -->\n<p>Une autre page</p>\n";
    let site = built(LAYOUT, &[pages[0], pages[1], ("c.html", hidden)]);
    let run = run_in(site.path(), &FIX);
    assert_eq!(stdout(&run), "", "{}", stderr(&run));
    assert_eq!(run.status.code(), Some(1));
}

#[test]
fn pages_or_sources() {
    let plain = "<p>Une page qui n’a rien de particulier</p>\n";
    let site = built(LAYOUT, &[("a.html", plain), ("b.html", plain)]);
    let names = |args: &[&str]| {
        let run = run_in(site.path(), args);
        let said = stdout(&run);
        let names = said.lines().filter_map(|l| l.strip_prefix("+++ b/"));
        (names.map(str::to_owned).collect::<Vec<_>>(), stderr(&run))
    };
    let (found, said) = names(&FIX);
    assert_eq!(found, ["_layouts/default.html"]);
    assert!(
        said.contains("1 change in 1 file of the sources, for 2 pages; to make them: --write"),
        "{said}"
    );
    let (found, said) = names(&["fix", "_site", "--pages", "--lang", "en"]);
    assert_eq!(found, ["_site/a.html", "_site/b.html"]);
    assert!(said.contains("2 changes in 2 pages;"), "{said}");
    // A page by itself is no site.
    assert_eq!(names(&["fix", "_site/a.html"]).0, ["_site/a.html"]);
    let run = run_in(
        site.path(),
        &["fix", "--source", ".", "_site/a.html", "--lang", "en"],
    );
    assert_eq!(run.status.code(), Some(2));
    assert!(stderr(&run).contains("is no folder of a site"));
    // Elsewhere, and said in the configuration.
    fs::create_dir(site.path().join("d")).unwrap();
    fs::rename(site.path().join("_layouts"), site.path().join("d/_layouts")).unwrap();
    fs::remove_file(site.path().join("_config.yml")).unwrap();
    assert_eq!(
        names(&["fix", "_site", "--source", "d"]).0,
        ["d/_layouts/default.html"]
    );
    fs::write(site.path().join("vigie.toml"), "[source]\ndir = \"d\"\n").unwrap();
    assert_eq!(names(&FIX).0.len(), 1);
    assert_eq!(names(&["fix", "_site", "--pages"]).0.len(), 2);
}

/// Any number of threads; what is not read as UTF-8 is not written.
#[test]
fn the_same_whatever_the_threads() {
    let content = |n: usize| {
        format!(
            "<p>La page numéro {n} dit son nombre</p>\n<p class=\"a{n}\" class=\"b\">Et autre chose, {n} fois</p>\n"
        )
    };
    let pages: Vec<(String, String)> = (0..150)
        .map(|n| (format!("p{n}.html"), content(n)))
        .collect();
    let pages: Vec<(&str, &str)> = pages.iter().map(|(n, c)| (&**n, &**c)).collect();
    let site = built(LAYOUT, &pages);
    let latin = b"---\nlayout: default\n---\n<p>La page num\xe9ro 3 dit son nombre</p>\n<p class=\"a3\" class=\"b\">Et autre chose, 3 fois</p>\n";
    fs::write(site.path().join("p3.html"), latin).unwrap();
    let run = |jobs: &str| {
        let run = run_in(site.path(), &[&FIX[..], &["--jobs", jobs]].concat());
        (stdout(&run), stderr(&run))
    };
    let one = run("1");
    assert_eq!(one, run("4"));
    assert_eq!(one.0.matches("+++ b/").count(), 150);
    assert!(
        one.1.contains("p3.html:5:14: duplicate-attribute"),
        "{}",
        one.1
    );
    assert!(one.1.contains("this file is not in UTF-8"), "{}", one.1);
}

#[test]
fn part_of_what_was_made_is_tried_again() {
    use vigie::check::{Edit, Options, SitePage};
    use vigie::engine::{Engine, KnownFiles, Selection, Settings};
    use vigie::fix::{self, Names};
    use vigie::source::{Source, Span};
    let engine = Engine::new(Settings {
        options: Options {
            fixing: true,
            ..Options::default()
        },
        ..Settings::default()
    });
    let page = SitePage::alone("page.html");
    let files = KnownFiles::default();
    let html = LAYOUT.replace(
        "{{ content }}",
        "<p id=\"bas\">Un</p>\n<p><img src=\"a.png\" alt=\"Plan\" width=\"1px\"></p>\n",
    );
    let source = Source::from_text("page.html", html.as_str());
    let all = Selection::default();
    let done = fix::mend(
        &engine,
        &all,
        source.clone(),
        &page,
        &files,
        &Names::default(),
    );
    assert_eq!(done.made.len(), 3, "{:?}", done.made);
    for made in &done.made {
        assert!(
            fix::holds(&engine, &source, &page, &files, &[made]),
            "{made:?}"
        );
        let mut other = made.clone();
        let alt = html.find(" alt=").unwrap() as u32;
        other.edits.push(Edit::remove(Span::new(alt, alt + 11)));
        assert!(!fix::holds(&engine, &source, &page, &files, &[&other]));
        other.edits.clear();
        assert!(!fix::holds(&engine, &source, &page, &files, &[&other]));
    }
}
