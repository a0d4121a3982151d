//! From what is found in built pages back to the line of the source, on sites built here by their generators.
//!
//! The tables are the truth as read in the sources, line by line; whatever is found and is not in them is a failure.

mod generated;

use std::fs;
use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

use crate::cli::vigie;
use crate::support::shared;
use crate::tools;

/// Copies a folder of this one into a new one.
fn copy(name: &str) -> TempDir {
    let from = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/it/origins")
        .join(name);
    let folder = tempfile::tempdir().unwrap();
    let mut folders = vec![(from, folder.path().to_owned())];
    while let Some((from, to)) = folders.pop() {
        fs::create_dir_all(&to).unwrap();
        for entry in fs::read_dir(&from).unwrap().map(Result::unwrap) {
            let to = to.join(entry.file_name());
            if entry.path().is_dir() {
                folders.push((entry.path(), to));
            } else {
                fs::copy(entry.path(), to).unwrap();
            }
        }
    }
    folder
}

/// The report of an audit run in a folder.
fn report(folder: &Path, arguments: &[&str]) -> Value {
    let audit = [
        &["audit", "--format", "json", "--config", "vigie.toml"],
        arguments,
    ]
    .concat();
    let config = folder.join("vigie.toml");
    if !config.exists() {
        fs::write(config, "").unwrap();
    }
    let out = vigie(&audit).current_dir(folder).output().unwrap();
    assert!(
        !out.stdout.is_empty(),
        "{}",
        String::from_utf8_lossy(&out.stderr)
    );
    serde_json::from_slice(&out.stdout).unwrap()
}

/// `check page:line certainty file:line` of each cause, sorted.
fn rows(report: &Value) -> Vec<String> {
    let row = |cause: &Value| {
        let place = &cause["places"][0];
        let (page, line) = (place["path"].as_str().unwrap(), &place["start"]["line"]);
        let origin = match &cause["origin"] {
            Value::Null => "unknown".to_owned(),
            origin => {
                let word = |key: &str| origin[key].as_str().unwrap();
                format!("{} {}:{}", word("certainty"), word("path"), origin["line"])
            }
        };
        format!(
            "{} {page}:{line} {origin}",
            cause["check"].as_str().unwrap()
        )
    };
    let causes = report["causes"].as_array().unwrap();
    let mut rows: Vec<String> = causes.iter().map(row).collect();
    rows.sort();
    rows
}

/// The checks whose places the tables have.
const CHECKS: &str = "image-alternative-missing,link-empty,presentational-element,aria-value-invalid,duplicate-id,heading-level-skip,\
    obsolete-element,number-invalid,field-unlabelled,frame-name-missing,broken-link,viewport-zoom-disabled,link-text-vague,\
    table-title-missing";

fn assert_rows(report: &Value, truth: &str) {
    let found = rows(report);
    let mut truth: Vec<&str> = truth
        .lines()
        .map(str::trim)
        .filter(|l| !l.is_empty())
        .collect();
    truth.sort_unstable();
    let wrong: Vec<_> = found
        .iter()
        .filter(|row| !truth.contains(&&***row))
        .collect();
    let missed: Vec<_> = truth
        .iter()
        .filter(|row| !found.iter().any(|f| f == *row))
        .collect();
    assert!(
        wrong.is_empty() && missed.is_empty(),
        "wrong: {wrong:#?}\nmissed: {missed:#?}"
    );
}

/// Layout, includes, data, Markdown, permalinks, excerpts, CRLF. Unknown: two calls of one include give the same id.
#[test]
fn jekyll() {
    let Some(jekyll) = tools::jekyll() else {
        return;
    };
    let site = copy("jekyll");
    tools::run(
        tools::command(&jekyll)
            .args(["build", "-q"])
            .current_dir(site.path()),
    );
    let report = report(site.path(), &["_site", "--select", CHECKS]);
    assert_rows(
        &report,
        "
        aria-value-invalid _site/2024/03/15/billet-3/index.html:42 likely _includes/bouton.html:1
        broken-link _site/2024/01/15/billet-1/index.html:19 likely _includes/header.html:7
        broken-link _site/2024/01/15/billet-1/index.html:28 likely _posts/2024-01-15-billet-1.md:4
        broken-link _site/2024/01/15/billet-1/index.html:62 likely _includes/footer.html:2
        broken-link _site/contact.html:45 certain contact.md:27
        broken-link _site/index.html:38 certain index.html:11
        duplicate-id _site/2024/03/15/billet-3/index.html:44 unknown
        field-unlabelled _site/contact.html:46 certain contact.md:28
        frame-name-missing _site/index.html:38 certain index.html:11
        heading-level-skip _site/a-propos/index.html:29 certain a-propos/index.md:10
        image-alternative-missing _site/2024/01/15/billet-1/index.html:28 certain _layouts/post.html:7
        image-alternative-missing _site/2024/01/15/billet-1/index.html:62 certain _includes/footer.html:2
        image-alternative-missing _site/2024/02/15/billet-2/index.html:38 certain _posts/2024-02-15-billet-2.md:14
        link-empty _site/2024/01/15/billet-1/index.html:19 certain _includes/header.html:7
        link-empty _site/2024/02/15/billet-2/index.html:39 certain _posts/2024-02-15-billet-2.md:15
        link-empty _site/2024/02/15/billet-2/index.html:42 certain _posts/2024-02-15-billet-2.md:18
        link-text-vague _site/2024/01/15/billet-1/index.html:17 likely _includes/header.html:5
        link-text-vague _site/2024/01/15/billet-1/index.html:31 certain _posts/2024-01-15-billet-1.md:7
        link-text-vague _site/a-propos/index.html:33 certain a-propos/index.md:14
        link-text-vague _site/contact.html:17 likely _includes/header.html:5
        link-text-vague _site/contact.html:50 certain contact.md:32
        number-invalid _site/contact.html:41 certain contact.md:23
        number-invalid _site/index.html:38 certain index.html:11
        obsolete-element _site/contact.html:34 certain contact.md:16
        presentational-element _site/2024/01/15/billet-1/index.html:64 certain _includes/footer.html:4
        presentational-element _site/2024/02/15/billet-2/index.html:44 certain _posts/2024-02-15-billet-2.md:20
        presentational-element _site/a-propos/index.html:36 certain a-propos/index.md:17
        presentational-element _site/windows/index.html:29 certain windows.md:10
        table-title-missing _site/2024/01/15/billet-1/index.html:42 certain _posts/2024-01-15-billet-1.md:16
        viewport-zoom-disabled _site/2024/01/15/billet-1/index.html:6 certain _layouts/default.html:6
        ",
    );
}

/// A page of rows without `:line` in the page: what makes pages small leaves one line.
fn by_page(rows: &[String]) -> Vec<String> {
    let mut all: Vec<String> = rows
        .iter()
        .map(|row| {
            let parts: Vec<&str> = row.split(' ').collect();
            let page = parts[1].rsplit_once(':').unwrap().0;
            let page = page.split_once('/').unwrap().1;
            [&[parts[0], page], &parts[2..]].concat().join(" ")
        })
        .collect();
    all.sort();
    all
}

/// Nunjucks layouts, a macro, a shortcode of the configuration, data, lists and tables in Markdown.
#[test]
fn eleventy() {
    let (Some(node), Some(modules)) = (tools::node(), tools::node_modules()) else {
        return;
    };
    let site = copy("eleventy");
    let mut command = tools::command(&node);
    command
        .arg(modules.join("@11ty/eleventy/cmd.cjs"))
        .arg("--quiet");
    tools::run(command.current_dir(site.path()));
    let report = report(site.path(), &["_site", "--select", CHECKS]);
    assert_rows(
        &report,
        "
        aria-value-invalid _site/posts/2024-01-02-premier/index.html:36 certain eleventy.config.js:3
        broken-link _site/index.html:10 likely src/_data/site.json:3
        broken-link _site/index.html:25 certain src/index.njk:8
        broken-link _site/index.html:44 likely src/_includes/pied.njk:3
        broken-link _site/posts/2024-01-02-premier/index.html:30 certain src/posts/2024-01-02-premier.md:12
        duplicate-id _site/mentions/index.html:24 certain src/mentions.html:7
        field-unlabelled _site/index.html:29 likely src/_includes/macros.njk:4
        field-unlabelled _site/index.html:35 likely src/_includes/macros.njk:4
        field-unlabelled _site/index.html:38 certain src/index.njk:11
        frame-name-missing _site/index.html:44 certain src/_includes/pied.njk:3
        heading-level-skip _site/index.html:24 certain src/index.njk:7
        heading-level-skip _site/posts/2024-01-02-premier/index.html:26 certain src/posts/2024-01-02-premier.md:7
        image-alternative-missing _site/le-second/index.html:31 certain src/posts/second.md:11
        link-empty _site/index.html:10 certain src/_includes/base.njk:10
        link-empty _site/index.html:43 certain src/_includes/pied.njk:2
        link-empty _site/le-second/index.html:27 certain src/posts/second.md:7
        presentational-element _site/index.html:43 certain src/_includes/pied.njk:2
        presentational-element _site/le-second/index.html:24 likely src/_includes/billet.njk:6
        presentational-element _site/le-second/index.html:36 certain src/posts/second.md:19
        presentational-element _site/mentions/index.html:23 certain src/mentions.html:6
        presentational-element _site/posts/2024-01-02-premier/index.html:32 certain src/posts/2024-01-02-premier.md:13
        table-title-missing _site/le-second/index.html:29 certain src/posts/second.md:9
        viewport-zoom-disabled _site/index.html:6 certain src/_includes/base.njk:6
        ",
    );
}

/// Blocks, partials, shortcodes built in and own, bundles, slugs, permalinks; and the same pages made small, beside an old build.
#[test]
fn hugo() {
    let Some(hugo) = tools::hugo() else {
        return;
    };
    let site = copy("hugo");
    let build = |more: &[&str]| {
        tools::run(
            tools::command(&hugo)
                .arg("--quiet")
                .args(more)
                .current_dir(site.path()),
        )
    };
    build(&[]);
    let plain = report(site.path(), &["public", "--select", CHECKS]);
    assert_rows(
        &plain,
        "
        broken-link public/blog/2024/article-un/index.html:10 likely layouts/partials/entete.html:2
        broken-link public/blog/2024/article-un/index.html:16 likely content/posts/un.md:5
        broken-link public/blog/2024/un-paquet/index.html:17 certain content/posts/bundle/index.md:6
        heading-level-skip public/blog/2024/article-un/index.html:18 certain content/posts/un.md:10
        heading-level-skip public/index.html:17 certain content/_index.md:5
        image-alternative-missing public/blog/2024/article-un/index.html:10 certain layouts/partials/entete.html:2
        image-alternative-missing public/blog/2024/article-un/index.html:16 likely layouts/_default/single.html:3
        image-alternative-missing public/docs/guide/index.html:17 likely content/docs/guide.md:5
        image-alternative-missing public/docs/guide/index.html:20 likely layouts/shortcodes/photo.html:1
        link-empty public/blog/2024/article-un/index.html:11 certain layouts/partials/entete.html:3
        presentational-element public/blog/2024/article-un/index.html:36 likely layouts/partials/pied.html:1
        presentational-element public/blog/2024/un-paquet/index.html:18 certain content/posts/bundle/index.md:8
        presentational-element public/docs/guide/index.html:23 certain content/docs/guide.md:11
        presentational-element public/docs/index.html:19 likely layouts/_default/list.html:6
        presentational-element public/posts/index.html:19 likely layouts/_default/list.html:6
        table-title-missing public/blog/2024/article-un/index.html:20 certain content/posts/un.md:14
        viewport-zoom-disabled public/blog/2024/article-un/index.html:6 certain layouts/_default/baseof.html:6
        ",
    );
    build(&["--minify", "--destination", "petit"]);
    build(&["--minify", "--destination", "ancien"]);
    let small = report(site.path(), &["petit", "--source", ".", "--select", CHECKS]);
    assert_eq!(by_page(&rows(&small)), by_page(&rows(&plain)));
}

/// People read the lines too, by place; what is not known is not listed.
#[test]
fn text_names_the_lines() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::create_dir_all(at("_layouts")).unwrap();
    fs::create_dir_all(at("_site")).unwrap();
    fs::write(at("_config.yml"), "title: x\n").unwrap();
    let head = "<!doctype html><html lang=fr><title>{{ page.title }}</title>\n";
    let layout = format!(
        "{head}<main>{{{{ content }}}}</main>\n<p>Fin de la page\n<img src=logo.png width=10>"
    );
    fs::write(at("_layouts/default.html"), &layout).unwrap();
    for page in ["a", "b"] {
        let built = layout
            .replace("{{ page.title }}", page)
            .replace("{{ content }}", "<h1>Un</h1>");
        fs::write(at("_site").join(format!("{page}.html")), built).unwrap();
    }
    let arguments = [
        "audit",
        "_site",
        "--select",
        "image-alternative-missing",
        "--lang",
        "en",
    ];
    let run = |more: &[&str]| {
        let out = vigie(&[&arguments, more].concat())
            .current_dir(folder.path())
            .output()
            .unwrap();
        String::from_utf8(out.stdout).unwrap()
    };
    let line = "  = source: _layouts/default.html:4:1\n";
    let said = run(&[]);
    assert!(said.contains(line), "{said}");
    // The sources said elsewhere, and none at all.
    fs::create_dir(at("elsewhere")).unwrap();
    fs::rename(at("_layouts"), at("elsewhere/_layouts")).unwrap();
    fs::remove_file(at("_config.yml")).unwrap();
    assert!(!run(&[]).contains("source:"));
    let elsewhere = line.replace("_layouts", "elsewhere/_layouts");
    assert!(run(&["--source", "elsewhere"]).contains(&elsewhere));
    fs::write(at("vigie.toml"), "[source]\ndir = \"elsewhere\"\n").unwrap();
    assert!(
        run(&[]).contains("elsewhere/_layouts/default.html:4:1"),
        "{}",
        run(&[])
    );
    let out = vigie(&[&arguments[..], &["--source", "nowhere"]].concat())
        .current_dir(folder.path())
        .output()
        .unwrap();
    assert_eq!(out.status.code(), Some(2));
}

/// The drafts that started the project, built here in a plain layout of seven lines: kramdown keeps the lines of both, so that
/// each is as much lower in the source as the front matter is longer than what the layout has before.
#[test]
fn seeds() {
    let (Some(jekyll), Some(shared)) = (tools::jekyll(), shared()) else {
        return;
    };
    let site = tempfile::tempdir().unwrap();
    let posts = site.path().join("_posts");
    fs::create_dir_all(site.path().join("_layouts")).unwrap();
    fs::create_dir_all(&posts).unwrap();
    let (draft, long) = (
        "2024-06-27-focus-cloud-draft.markdown",
        "2024-07-03-focus-cloud.markdown",
    );
    for name in [draft, long] {
        fs::copy(shared.join("seeds").join(name), posts.join(name)).unwrap();
    }
    fs::write(site.path().join("_config.yml"), CONFIG).unwrap();
    fs::write(site.path().join("_layouts/default.html"), LAYOUT).unwrap();
    tools::run(
        tools::command(&jekyll)
            .args(["build", "-q"])
            .current_dir(site.path()),
    );

    let report = report(site.path(), &["_site"]);
    let (mut located, mut unknown) = (0, Vec::new());
    for row in rows(&report) {
        let parts: Vec<&str> = row.split(' ').collect();
        let (page, built) = parts[1].rsplit_once(':').unwrap();
        let built: usize = built.parse().unwrap();
        if parts[2] == "unknown" {
            unknown.push(row);
            continue;
        }
        located += 1;
        let (file, line) = parts[3].rsplit_once(':').unwrap();
        let truth = match file {
            "_layouts/default.html" => {
                assert!(built <= 7, "{row}");
                built
            }
            file => {
                let is_draft = page.ends_with("focus-cloud-draft.html");
                let name = if is_draft { draft } else { long };
                assert_eq!(file, format!("_posts/{name}"), "{row}");
                match built {
                    // The layout puts the title there.
                    3 | 6 => 2,
                    _ if is_draft => built + 13,
                    _ => built + 12,
                }
            }
        };
        assert_eq!(line, truth.to_string(), "{row}");
    }
    // Ends that kramdown adds to what the draft leaves open are in no source.
    let end = unknown.iter().all(|row| row.contains(":204 "));
    assert!(end && unknown.len() <= 2, "{unknown:#?}");
    assert!(located >= 60, "{located}");
}

const CONFIG: &str =
    "title: Numerique\ndefaults:\n- scope: {path: \"\"}\n  values: {layout: default}\n";
const LAYOUT: &str = r#"<!DOCTYPE html>
<html lang="fr">
<head><meta charset="utf-8"><title>{{ page.title }} - Numerique</title></head>
<body>
<header><nav aria-label="Menu principal"><ul><li><a href="/">Accueil</a></li></ul></nav></header>
<main id="content"><h1>{{ page.title }}</h1>

{{ content }}
</main>
<footer><p>Accessibilité : partiellement conforme</p></footer>
</body></html>
"#;
