//! Comments in the sources of a site that ask not to show findings, on sites built here by their generators: those that go to the page,
//! and those that templates keep.

use serde_json::Value;

use crate::cli::{folder, run_in, stderr, stdout};
use crate::tools;

/// `check path:line` of each cause, in the sources where that is certain, sorted.
fn told(folder: &std::path::Path, built: &str, more: &[&str]) -> Vec<String> {
    let select = "presentational-element,duplicate-attribute,number-invalid,broken-link,suppression-unused,suppression-invalid";
    let args = ["audit", built, "--format", "json", "--select", select];
    let run = run_in(folder, &[&args[..], more].concat());
    let report: Value =
        serde_json::from_str(&stdout(&run)).unwrap_or_else(|e| panic!("{e}: {}", stderr(&run)));
    let mut all: Vec<String> = report["causes"]
        .as_array()
        .unwrap()
        .iter()
        .map(row)
        .collect();
    all.sort();
    all
}

/// How many findings are not shown.
fn hidden(folder: &std::path::Path, more: &[&str]) -> u64 {
    let run = run_in(
        folder,
        &[&["audit", "_site", "--format", "json"], more].concat(),
    );
    let report: Value = serde_json::from_str(&stdout(&run)).unwrap();
    report["summary"]["ignored"].as_u64().unwrap()
}

fn row(cause: &Value) -> String {
    let check = cause["check"].as_str().unwrap();
    let origin = &cause["origin"];
    let (path, line) = match origin["certainty"].as_str() {
        Some("certain") => (&origin["path"], &origin["line"]),
        _ => (
            &cause["places"][0]["path"],
            &cause["places"][0]["start"]["line"],
        ),
    };
    format!("{check} {}:{line}", path.as_str().unwrap())
}

const LAYOUT: &str = "<!DOCTYPE html>
<html lang=\"fr\">
<head><meta charset=\"utf-8\"><title>TITLE - Essai de la mairie</title></head>
<body>
<main>
<h1>TITLE</h1>
CONTENT
</main>
<footer>
OPEN vigie-disable-next-line presentational-element, broken-link: charte de 2009 CLOSE
<center><a href=\"/mentions.html\">Mentions légales</a></center>
<p><font>Un pied de page</font> assez long.</p>
OPEN vigie-disable-next-line number-invalid: rien à cacher ici CLOSE
<p class=\"adresse\" class=\"bas\">Place de la mairie, au village</p>
</footer>
</body>
</html>
";

/// The layout in the words of a generator.
fn layout(title: &str, content: &str, marks: [&str; 2]) -> String {
    LAYOUT
        .replace("TITLE", title)
        .replace("CONTENT", content)
        .replace("OPEN", marks[0])
        .replace("CLOSE", marks[1])
}

/// What is told of the layout: the comment hides the line below it, on all pages, and no other.
fn of_layout(path: &str) -> [String; 3] {
    [
        format!("duplicate-attribute {path}:14"),
        format!("presentational-element {path}:12"),
        format!("suppression-unused {path}:13"),
    ]
}

fn and(some: &[String], more: &[&str]) -> Vec<String> {
    let more = more.iter().map(|row| (*row).to_owned());
    let mut all: Vec<String> = some.iter().cloned().chain(more).collect();
    all.sort();
    all
}

/// Comments of HTML in Markdown go through kramdown to the page; those of Liquid do not.
#[test]
fn jekyll() {
    let Some(jekyll) = tools::jekyll() else {
        return;
    };
    let layout = layout(
        "{{ page.title }}",
        "{{ content }}",
        ["{%- comment -%}", "{%- endcomment -%}"],
    );
    let un = "---\ntitle: Un\n---\nUn paragraphe en Markdown.\n\n<!-- vigie-disable-next-line presentational-element: vieux texte -->\n\n<center>Un bloc au milieu de la page</center>\n\nUn mot <!-- vigie-disable-next-line presentational-element: cité --> <tt>entre</tt> deux, puis <big>un autre</big>.\n\n<!-- vigie-disable-next-line presentational-element: rien -->\nUn texte sans rien de tel, qui suit.\n";
    let deux = "---\ntitle: Deux\n---\nUn autre paragraphe, en Markdown lui aussi.\n\n- Une liste\n- avec <!-- vigie-disable-next-line presentational-element: cité -->\n  <tt>un mot</tt> d’autrefois\n\n{% comment %} vigie-disable-next-line number-invalid: gabarit {% endcomment %}\n<img src=\"logo.svg\" alt=\"Le plan du village\" width=\"30px\">\n\n{% comment %} vigie-disable presentational-element: ancien {% endcomment %}\n\n<center>Un bloc au milieu d’une page</center>\n\n<center>Un second bloc, plus bas</center>\n\n{% comment %} vigie-enable {% endcomment %}\n\n<center>Un dernier bloc, après</center>\n";
    let site = folder(&[
        (
            "_config.yml",
            "defaults:\n- scope: {path: \"\"}\n  values: {layout: default}\n",
        ),
        ("_layouts/default.html", &layout),
        ("logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n"),
        ("un.md", un),
        ("deux.md", deux),
    ]);
    tools::run(
        tools::command(&jekyll)
            .args(["build", "-q"])
            .current_dir(site.path()),
    );
    let expected = and(
        &of_layout("_layouts/default.html"),
        &[
            "presentational-element deux.md:21",
            "presentational-element un.md:10",
            // In the page too, where it is judged.
            "suppression-unused _site/un.html:15",
        ],
    );
    assert_eq!(told(site.path(), "_site", &[]), expected);
    assert_eq!(hidden(site.path(), &[]), 9);
    assert_eq!(hidden(site.path(), &["--no-suppressions"]), 0);
}

/// Comments of Nunjucks, and of JavaScript in the configuration.
#[test]
fn eleventy() {
    let (Some(node), Some(modules)) = (tools::node(), tools::node_modules()) else {
        return;
    };
    let layout = layout("{{ title }}", "{{ content | safe }}", ["{#", "#}"]);
    let site = folder(&[
        (
            "eleventy.config.js",
            "module.exports = function (config) {\n  config.addPassthroughCopy(\"src/a.svg\"); config.addShortcode(\"carte\", function (texte) {\n    // vigie-disable-next-line number-invalid: remplacé bientôt\n    return `<p class=\"carte\"><img src=\"/a.svg\" alt=\"Carte\" class=\"plan\" width=\"200px\"> ${texte}</p>`;\n  });\n  return { dir: { input: \"src\", output: \"_site\" } };\n};\n",
        ),
        ("src/a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n"),
        ("src/_includes/base.njk", &layout),
        (
            "src/un.md",
            "---\nlayout: base.njk\ntitle: Un\n---\nDu texte en **Markdown**.\n\n{% carte \"Le plan\" %}\n\n<!-- vigie-disable-next-line presentational-element: vieux texte -->\n<center>Un bloc au milieu de la page</center>\n",
        ),
        (
            "src/deux.md",
            "---\nlayout: base.njk\ntitle: Deux\n---\nUn autre texte, en Markdown aussi.\n\n{% carte \"Un plan de plus\" %}\n",
        ),
    ]);
    let mut command = tools::command(&node);
    command
        .arg(modules.join("@11ty/eleventy/cmd.cjs"))
        .arg("--quiet");
    tools::run(command.current_dir(site.path()));
    let expected = and(&of_layout("src/_includes/base.njk"), &[]);
    assert_eq!(told(site.path(), "_site", &[]), expected);
    assert_eq!(hidden(site.path(), &[]), 6);
    assert_eq!(hidden(site.path(), &["--no-suppressions"]), 0);
}

/// Comments of Go’s templates; pages made small lose those of HTML, which the sources still have.
#[test]
fn hugo() {
    let Some(hugo) = tools::hugo() else {
        return;
    };
    let layout = layout("{{ .Title }}", "{{ .Content }}", ["{{/*", "*/}}"]);
    let site = folder(&[
        (
            "hugo.toml",
            "baseURL = \"https://example.org/\"\ntitle = \"Essai\"\ndisableKinds = [\"RSS\", \"sitemap\", \"taxonomy\", \"term\"]\n[markup.goldmark.renderer]\nunsafe = true\n",
        ),
        ("layouts/_default/single.html", &layout),
        ("layouts/_default/list.html", "{{ .Content }}\n"),
        (
            "content/un.md",
            "---\ntitle: Un\n---\nDu texte en **Markdown**, sur une ligne.\n\n<!-- vigie-disable-next-line presentational-element: vieux texte -->\n\n<center>Un bloc au milieu de la page</center>\n",
        ),
        (
            "content/deux.md",
            "---\ntitle: Deux\n---\nUne autre page, plus courte.\n",
        ),
    ]);
    let build = |more: &[&str]| {
        tools::run(
            tools::command(&hugo)
                .arg("--quiet")
                .args(more)
                .current_dir(site.path()),
        );
    };
    build(&[]);
    let expected = and(&of_layout("layouts/_default/single.html"), &[]);
    assert_eq!(told(site.path(), "public", &[]), expected);
    build(&["--minify", "--destination", "petit"]);
    let of_small = told(site.path(), "petit", &["--source", "."]);
    assert_eq!(of_small, expected);
}

/// A site built here, without a generator.
#[test]
fn by_every_command() {
    let marks = ["{%- comment -%}", "{%- endcomment -%}"];
    let layout = layout("Un", "CONTENT", marks);
    let page = layout
        .lines()
        .filter(|line| !line.contains("vigie-"))
        .collect::<Vec<_>>()
        .join("\n")
        .replace("CONTENT", "<p>Un contenu</p>");
    let layout = layout.replace("CONTENT", "{{ content }}");
    let site = folder(&[
        ("_config.yml", "title: x\n"),
        ("_layouts/default.html", &layout),
        ("_site/a.html", &page),
        ("_site/sous/b.html", &page),
    ]);
    let run = |args: &[&str]| run_in(site.path(), args);
    let baseline = run(&["baseline", "create", "b.toml", "_site", "--reason", "essai"]);
    assert!(baseline.status.success(), "{}", stderr(&baseline));
    let written = std::fs::read_to_string(site.path().join("b.toml")).unwrap();
    assert!(!written.contains("center"), "{written}");
    assert!(written.contains("font"), "{written}");
    // The outcome is not passed: what is hidden proves nothing.
    let report = |more: &[&str]| -> Value {
        let args = ["audit", "_site", "--format", "json", "--jobs"];
        serde_json::from_str(&stdout(&run(&[&args[..], more].concat()))).unwrap()
    };
    let one = report(&["1"]);
    assert_eq!(one["summary"]["ignored"], 3);
    assert_eq!(one, report(&["3"]));
    let unused = one["site"]["findings"].as_array().unwrap();
    let unused: Vec<&Value> = unused
        .iter()
        .filter(|f| f["check"] == "suppression-unused")
        .collect();
    assert_eq!(unused.len(), 1);
    assert_eq!(unused[0]["path"], "_layouts/default.html");
    assert_eq!(unused[0]["start"]["line"], 13);
    // A cache knows of pages only.
    for _ in 0..2 {
        let cached = report(&["1", "--cache", "c"]);
        assert_eq!(cached["summary"]["ignored"], 3);
    }
    let path = site.path().join("_layouts/default.html");
    std::fs::write(
        path,
        layout.replace("presentational-element, broken-link", "heading-empty"),
    )
    .unwrap();
    assert_eq!(report(&["1", "--cache", "c"])["summary"]["ignored"], 0);
    // Of part of a site it is not known which comments are of use.
    let part = run(&["audit", "_site/sous", "--source", ".", "--format", "json"]);
    assert!(
        !stdout(&part).contains("\"suppression-unused\",\n"),
        "{}",
        stdout(&part)
    );
    let formats = run(&["audit", "_site", "--format", "sarif"]);
    assert!(stdout(&formats).contains("_layouts/default.html"));
}
