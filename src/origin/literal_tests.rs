//! Changes in small folders of sources: those that can be made there, and those that cannot.

use std::fs;

use super::*;

/// The only source once changed; else what is known of the place, and its line. `window`: the page, with what goes between `«` and `»`.
fn literal(path: &str, source: &str, window: &str, new: &str) -> Result<String, String> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join(path);
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(&file, source).unwrap();
    fs::write(folder.path().join("_config.yml"), "title: x\n").unwrap();
    let start = window.find('«').unwrap();
    let end = window.find('»').unwrap() - '«'.len_utf8();
    let window = window.replace(['«', '»'], "");
    let mut sources = Sources::open(folder.path(), None).unwrap();
    let clue = Clue {
        page: "page.html",
        pages: 2,
        all: 2,
        window: &window,
        target: start..end,
    };
    match sources.literal(&clue, new) {
        Ok(found) => {
            assert_eq!(&source[found.span.clone()], &window[start..end]);
            assert!(found.same.start <= start && end <= found.same.end);
            let mut changed = source.to_owned();
            changed.replace_range(found.span, new);
            Ok(changed)
        }
        Err(Vague::Unknown) => Err("unknown".into()),
        Err(Vague::Likely(origin)) => Err(format!("likely {}", origin.start.line)),
        Err(Vague::Otherwise(origin)) => Err(format!("otherwise {}", origin.start.line)),
        Err(Vague::Foreign(origin)) => Err(format!("foreign {}", origin.start.line)),
    }
}

const PAGE: &str = "<h1>Accueil</h1>\n<p class=\"note\">Une longue phrase que rien d’autre ne dit ici</p>\n<img src=\"logo.png\" alt=\"Le logo\" width=\"100«px»\">\n<p>Puis une autre, tout aussi singulière.</p>\n";

#[test]
fn what_is_the_same_is_changed() {
    let source = PAGE.replace(['«', '»'], "");
    let after = source.replace("100px", "100");
    assert_eq!(
        literal("_includes/a.html", &source, PAGE, ""),
        Ok(after.clone())
    );
    assert_eq!(
        literal("a.md", &format!("---\n---\n{source}"), PAGE, ""),
        Ok(format!("---\n---\n{after}"))
    );
    // A template writes another attribute of the tag, or what is around.
    let templated = source.replace("\"logo.png\"", "\"{{ logo }}\"");
    assert_eq!(
        literal("_includes/a.html", &templated, PAGE, ""),
        Ok(templated.replace("100px", "100"))
    );
    let around = source.replace("<h1>Accueil</h1>", "<h1>{{ title }}</h1>");
    assert_eq!(
        literal("_includes/a.html", &around, PAGE, ""),
        Ok(around.replace("100px", "100"))
    );
}

#[test]
fn a_name_without_its_value() {
    let page = "<p>Une longue phrase que rien d’autre ne dit ici</p>\n<p><a «hreff»=\"/un/\" class=\"suite\">Lire la suite</a></p>\n";
    let source = page.replace(['«', '»'], "").replace("/un/", "{{ url }}");
    let after = source.replace("hreff", "href");
    assert_eq!(
        literal("_includes/a.html", &source, page, "href"),
        Ok(after)
    );
    let whole = page.replace('»', "").replace("/un/\"", "/un/\"»");
    let found = literal("_includes/a.html", &source, &whole, "");
    assert!(found.is_err(), "{found:?}");
}

#[test]
fn what_is_written_otherwise_is_not() {
    let source = PAGE.replace(['«', '»'], "");
    for (from, to) in [
        ("\"100px\"", "\"{{ width }}px\""),
        ("\"100px\"", "'100px'"),
        (
            "\"100px\"",
            "\"100px\" {% if a %}width=\"100px\"{% endif %}",
        ),
    ] {
        let other = source.replace(from, to);
        let found = literal("_includes/a.html", &other, PAGE, "");
        assert!(
            found.as_ref().is_err_and(|e| e.ends_with('3')),
            "{to}: {found:?}"
        );
    }
    let page = "<h1>Accueil</h1>\n<p>Et un <a href=\"plan« »local.pdf\">lien</a> vers un fichier tout à fait singulier.</p>\n";
    let mark =
        "# Accueil\n\nEt un [lien](<plan local.pdf>) vers un fichier tout à fait singulier.\n";
    let found = literal("a.md", mark, page, "%20");
    assert_eq!(found, Err("otherwise 3".into()));
    assert_eq!(
        literal("_includes/a.html", "<hr>", PAGE, ""),
        Err("unknown".into())
    );
}

#[test]
fn marks_of_the_file_are_no_text_of_the_page() {
    let line = "<p>Une longue phrase que rien d’autre ne dit ici</p>\n«<h2></h2>»\n<p>Puis une autre, singulière.</p>\n";
    let source = line.replace(['«', '»'], "");
    let gone = source.replace("<h2></h2>", "");
    assert_eq!(literal("_includes/a.html", &source, line, ""), Ok(gone));
    // The line would be blank, and end a block.
    assert_eq!(literal("a.md", &source, line, ""), Err("foreign 2".into()));
    let source = PAGE.replace(['«', '»'], "");
    for new in ["{{ x }}", "a <% b"] {
        let found = literal("_includes/a.html", &source, PAGE, new);
        assert_eq!(found, Err("foreign 3".into()));
    }
    // In a program's text a quote may end it.
    let program = format!("export default () => `{source}`;\n");
    let found = literal("src/a.js", &program, PAGE, "\" alt=\"");
    assert_eq!(found, Err("foreign 3".into()));
    let found = literal("src/a.js", &program, PAGE, "");
    assert_eq!(found, Ok(program.replace("100px", "100")));
}

#[test]
fn insertions_stand_between_the_same() {
    let page = "<!DOCTYPE html>\n<html« »>\n<head><meta charset=\"utf-8\"><title>Les avis de la mairie du village</title></head>\n";
    let page = page.replace("« »", "«»");
    let source = page.replace(['«', '»'], "");
    let with = source.replace("<html>", "<html lang=\"fr\">");
    assert_eq!(
        literal("_layouts/a.html", &source, &page, " lang=\"fr\""),
        Ok(with)
    );
    let templated = source.replace("<html>", "<html{% if l %} dir=\"rtl\"{% endif %}>");
    let found = literal("_layouts/a.html", &templated, &page, " lang=\"fr\"");
    assert!(found.is_err(), "{found:?}");
}
