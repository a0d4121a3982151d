//! Places looked for in small folders of sources, where more than one could be, or none is.

use std::fs;

use super::*;

struct Folder(tempfile::TempDir);

impl Folder {
    fn new(files: &[(&str, &str)]) -> Folder {
        let folder = tempfile::tempdir().unwrap();
        for (path, text) in files {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        Folder(folder)
    }

    /// `certainty file:line` of what is between `«` and `»` in a piece of a page, one page of ten having it.
    fn locate(&self, page: &str, window: &str) -> Option<String> {
        self.on_pages(1, page, window)
    }

    fn on_pages(&self, pages: usize, page: &str, window: &str) -> Option<String> {
        let start = window.find('«').unwrap();
        let end = window.find('»').unwrap() - '«'.len_utf8();
        let window = window.replace(['«', '»'], "");
        let mut sources = Sources::open(self.0.path(), None).unwrap();
        let found = sources.locate(&Clue {
            page,
            pages,
            all: 10,
            window: &window,
            target: start..end,
        })?;
        let file = found.path.strip_prefix(&sources.shown).unwrap();
        let sure = match found.certainty {
            Certainty::Certain => "certain",
            Certainty::Likely => "likely",
        };
        Some(format!("{sure} {file}:{}", found.start.line))
    }
}

const CONFIG: (&str, &str) = ("_config.yml", "title: x\n");

#[test]
fn two_places_alike_are_none() {
    let same = "<p>Avant.</p>\n<img src=\"a.png\">\n<p>Après.</p>\n";
    let window = "<p>Avant.</p>\n«<img src=\"a.png\">»\n<p>Après.</p>\n";
    let twice = Folder::new(&[
        CONFIG,
        ("_includes/a.html", same),
        ("_includes/b.html", same),
    ]);
    assert_eq!(twice.on_pages(9, "x.html", window), None);
    // A page's own content file is its own.
    let pages = [
        ("a.html", "---\ntitle: a\n---\n"),
        ("b.html", "---\ntitle: b\n---\n"),
    ]
    .map(|(n, f)| (n, format!("{f}{same}")));
    let own = Folder::new(&[CONFIG, (pages[0].0, &pages[0].1), (pages[1].0, &pages[1].1)]);
    assert_eq!(
        own.locate("b.html", window).as_deref(),
        Some("certain b.html:5")
    );
    assert_eq!(own.locate("c.html", window), None);
    // Twice in one file, with nothing else around.
    let lines = Folder::new(&[
        CONFIG,
        (
            "a.html",
            "---\n---\n<hr><p>Un <b>mot</b></p>\n<hr><p>Un <b>mot</b></p>\n<hr>",
        ),
    ]);
    assert_eq!(
        lines.locate("a.html", "<hr><p>Un «<b>»mot</b></p>\n<hr>"),
        None
    );
}

#[test]
fn layouts_of_a_theme_elsewhere() {
    let head = "<!doctype html>\n<html lang=\"fr\">\n<head><meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"user-scalable=no\">\n<title>{{ page.title }}</title>\n</head>\n<body>\n{{ content }}";
    let window = "<!doctype html>\n<html lang=\"fr\">\n<head><meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"«user-scalable=no»\">\n<title>Un</title>\n</head>\n<body>\n<p>Un texte.";
    let page = ("un.md", "---\nlayout: page\ntitle: Un\n---\nUn texte.\n");
    let other = Folder::new(&[CONFIG, page, ("_layouts/accueil.html", head)]);
    assert_eq!(other.on_pages(5, "un.html", window), None);
    let through = (
        "_layouts/page.html",
        "---\nlayout: accueil\n---\n{{ content }}",
    );
    let chain = Folder::new(&[CONFIG, page, through, ("_layouts/accueil.html", head)]);
    assert_eq!(
        chain.on_pages(5, "un.html", window).as_deref(),
        Some("certain _layouts/accueil.html:4")
    );
}

/// As Astro 5 builds it.
#[test]
fn what_is_put_in_a_slot() {
    let layout = "---\nconst { title } = Astro.props;\n---\n<html lang=\"fr\">\n<head><title>{title}</title></head>\n<body>\n<main>\n<h1>{title}</h1>\n<slot />\n</main>\n<footer>\n<center>Mentions légales de la mairie</center>\n</footer>\n</body>\n</html>\n";
    let site = Folder::new(&[
        ("astro.config.mjs", "export default {};\n"),
        ("src/layouts/Base.astro", layout),
        (
            "src/pages/un.astro",
            "---\n---\n<Base title=\"Un\">\n<p>Une page assez courte.</p>\n</Base>\n",
        ),
    ]);
    let window = "<main>\n<h1>Un</h1>\n<p>Une page assez courte.</p>\n</main>\n<footer>\n«<center>»Mentions légales de la mairie</center>\n</footer>\n</body></html>";
    assert_eq!(
        site.on_pages(9, "un/index.html", window).as_deref(),
        Some("certain src/layouts/Base.astro:12")
    );
}

#[test]
fn values_come_from_pages_and_data() {
    let include = (
        "_includes/carte.html",
        "<div class=\"carte\"><img src=\"{{ page.image }}\" alt=\"\" width=\"{{ x }}\"></div>",
    );
    let post = (
        "un.md",
        "---\ntitle: Un\nimage: /img/une.png\n---\n{% include carte.html %}\n",
    );
    let window =
        "<main><div class=\"carte\"><img src=\"«/img/une.png»\" alt=\"\" width=\"3\"></div>";
    let said = Folder::new(&[CONFIG, include, post]);
    assert_eq!(
        said.locate("un.html", window).as_deref(),
        Some("likely un.md:3")
    );
    let data = Folder::new(&[CONFIG, include, ("_data/x.yml", "a: 1\nb: /img/une.png\n")]);
    assert_eq!(
        data.locate("un.html", window).as_deref(),
        Some("likely _data/x.yml:2")
    );
    // From nowhere that is known: the template that many pages share is not what is wrong on one.
    let unknown = Folder::new(&[CONFIG, include]);
    assert_eq!(unknown.locate("un.html", window), None);
}

#[test]
fn code_is_not_what_it_shows() {
    let page = "---\ntitle: Un\n---\nVoici comment écrire :\n\n```html\n<img src=\"a.png\">\n```\n\nRien d'autre ici.\n";
    let folder = Folder::new(&[CONFIG, ("un.md", page)]);
    let elsewhere = "<p>Une «<img src=\"a.png\">» du thème</p>";
    assert_eq!(folder.locate("un.html", elsewhere), None);
    let shown = "<pre><code>«&lt;img» src=\"a.png\"&gt;\n</code></pre>\n\n<p>Rien d’autre ici.</p>";
    assert_eq!(
        folder.locate("un.html", shown).as_deref(),
        Some("certain un.md:7")
    );
}

#[test]
fn pages_built_before_are_no_sources() {
    let layout = (
        "_layouts/default.html",
        "<!doctype html><html lang=fr><title>{{ page.title }}</title><body>\n{{ content }}\n<center>Fin</center>",
    );
    let built =
        "<!doctype html><html lang=fr><title>Un</title><body>\n<p>Un</p>\n<center>Fin</center>";
    let folder = Folder::new(&[
        CONFIG,
        layout,
        ("un.md", "---\nlayout: default\ntitle: Un\n---\nUn\n"),
        ("docs/un.html", built),
    ]);
    let window = built.replace("<center>", "«<center>»");
    assert_eq!(
        folder.on_pages(2, "un.html", &window).as_deref(),
        Some("certain _layouts/default.html:3")
    );
}

#[cfg(unix)]
#[test]
fn hostile_folders() {
    let deep = "<div>".repeat(50_000) + &"{{".repeat(10_000) + &"[".repeat(10_000);
    let folder = Folder::new(&[
        CONFIG,
        ("un.md", &deep),
        ("deux.html", &"<a b=\"".repeat(5_000)),
        ("trois.astro", &"{".repeat(20_000)),
        ("quatre.md", &"---\n".repeat(3)),
        (
            "bon.html",
            "---\n---\n<p>Bonjour <blink class=\"x\">ici</blink> et là.</p>",
        ),
    ]);
    let root = folder.0.path();
    fs::write(root.join("binaire.html"), [0_u8, 255, 254, b'<', b'a']).unwrap();
    std::os::unix::fs::symlink(root, root.join("boucle")).unwrap();
    std::os::unix::fs::symlink("/dev/zero", root.join("zero.html")).unwrap();
    let made = std::process::Command::new("mkfifo")
        .arg(root.join("tube.html"))
        .status()
        .unwrap();
    assert!(made.success());
    let window = "<p>Bonjour «<blink class=\"x\">»ici</blink> et là.</p>";
    assert_eq!(
        folder.locate("bon.html", window).as_deref(),
        Some("certain bon.html:3")
    );
    // Pieces cut anywhere, places outside them.
    let mut sources = Sources::open(root, None).unwrap();
    for window in [
        "",
        "<",
        "é",
        "<p",
        "&lt;",
        "\"><b>é</b><",
        "<!-- <p>",
        "</",
        "<a href=",
    ] {
        for target in [
            0..0,
            0..window.len(),
            window.len()..window.len(),
            0..usize::MAX,
            50..60,
        ] {
            sources.locate(&Clue {
                page: "../..//é\u{0}.html",
                pages: 1,
                all: 1,
                window,
                target,
            });
        }
    }
}

#[test]
fn folders_beside_built_ones() {
    let signs: [(&[(&str, &str)], &str); 5] = [
        (&[CONFIG], "_site"),
        (
            &[("config.toml", "publishDir = 'docs'"), ("content/a.md", "")],
            "docs",
        ),
        (&[("eleventy.config.js", "")], "_site"),
        (&[("config.toml", ""), ("templates/a.html", "")], "public"),
        (&[("astro.config.mjs", "")], "dist"),
    ];
    for (files, built) in signs {
        let folder = Folder::new(files);
        let site = folder.0.path().join(built);
        fs::create_dir(&site).unwrap();
        assert_eq!(
            Sources::detect(&site).as_deref(),
            Some(folder.0.path()),
            "{built}"
        );
        let other = folder.0.path().join("ailleurs");
        fs::create_dir(&other).unwrap();
        assert_eq!(Sources::detect(&other), None);
    }
}
