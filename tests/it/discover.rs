//! From paths to pages: what is found, how it is named, and what cannot stop a run.

use std::fs;
use std::path::{Path, PathBuf};

use vigie::check::{Entry, SiteFiles};
use vigie::engine::{Discovered, Engine, ProblemKind, Settings, discover};
use vigie::report::PageReport;

/// A folder with empty files.
fn folder(files: &[&str]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for file in files {
        let path = folder.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, "<!DOCTYPE html><title>t</title>").unwrap();
    }
    folder
}

/// Paths of the pages, from the folder.
fn pages(found: &Discovered, folder: &Path) -> Vec<String> {
    let prefix = format!("{}/", folder.display());
    let paths = found.files.iter().map(|f| f.page.path.as_str());
    paths
        .map(|path| path.strip_prefix(&prefix).unwrap_or(path).to_owned())
        .collect()
}

fn site_paths(found: &Discovered) -> Vec<&str> {
    let files = found.files.iter();
    files.map(|f| f.page.site_path.as_str()).collect()
}

/// Audits what was found and returns the paths reported and the problems met while reading.
fn audit(found: &Discovered) -> (Vec<String>, Vec<String>) {
    let mut seen = Vec::new();
    let mut sink = |page: &PageReport| {
        seen.push(page.path.clone());
        Ok(())
    };
    let engine = Engine::new(Settings::default());
    let run = engine.run(&found.files, &found.site, 2, &mut sink).unwrap();
    (seen, run.problems.into_iter().map(|p| p.path).collect())
}

#[test]
fn pages_of_a_folder_in_byte_order_of_their_paths() {
    let files = [
        "b.html",
        "a/z.HTM",
        "a-b.html",
        "a/x.xhtml",
        "a/texte.txt",
        "B.html",
        ".well-known/x.html",
        "html",
    ];
    let site = folder(&files);
    let found = discover(&[site.path().to_owned()], None);
    assert_eq!(
        pages(&found, site.path()),
        [
            ".well-known/x.html",
            "B.html",
            "a-b.html",
            "a/x.xhtml",
            "a/z.HTM",
            "b.html"
        ]
    );
    assert!(found.problems.is_empty());
    assert_eq!(site_paths(&found)[3], "a/x.xhtml");
    assert_eq!(
        found.site.find(0, "a/texte.txt"),
        Entry::File("a/texte.txt")
    );
    assert_eq!(found.site.find(0, "a"), Entry::Folder);
    assert_eq!(found.site.find(0, ""), Entry::Folder);
    assert_eq!(found.site.find(0, "a/rien"), Entry::Missing);
    assert_eq!(
        found.site.other_case(0, "A/Z.htm"),
        Some("a/z.HTM".to_owned())
    );
}

#[test]
fn paths_are_shown_as_given() {
    let site = folder(&["sous/page.html"]);
    let base = site.path();
    for (given, shown) in [
        (base.join("sous"), base.join("sous/page.html")),
        (base.join("sous/"), base.join("sous/page.html")),
        (base.join("./sous"), base.join("./sous/page.html")),
        (base.join("sous/page.html"), base.join("sous/page.html")),
    ] {
        let found = discover(&[given], None);
        assert_eq!(found.files[0].page.path, shown.display().to_string());
    }
    let here = discover(&[PathBuf::from("fixtures/sites/plan")], None);
    assert_eq!(
        here.files[0].page.path,
        "fixtures/sites/plan/agenda/index.html"
    );
    let here = discover(&[PathBuf::from("./fixtures/sites/plan")], None);
    assert_eq!(
        here.files[0].page.path,
        "fixtures/sites/plan/agenda/index.html"
    );
}

#[test]
fn a_page_given_twice_is_taken_once() {
    let site = folder(&["a/x.html", "a/b/y.html", "z.html"]);
    let at = |path: &str| site.path().join(path);
    let given = [at("a/x.html"), at("a/b"), at(""), at("a/./x.html")];
    let found = discover(&given, None);
    assert_eq!(
        pages(&found, site.path()),
        ["a/x.html", "a/b/y.html", "z.html"]
    );
    // All in the site of the outermost folder.
    assert_eq!(site_paths(&found), ["a/x.html", "a/b/y.html", "z.html"]);
    assert!(found.files.iter().all(|f| f.page.site == 0));
    assert!(found.problems.is_empty());
}

#[test]
fn two_folders_are_two_sites() {
    let site = folder(&["un/index.html", "deux/index.html", "deux/b.html"]);
    let found = discover(&[site.path().join("un"), site.path().join("deux")], None);
    assert_eq!(site_paths(&found), ["index.html", "b.html", "index.html"]);
    let (un, deux) = (found.files[0].page.site, found.files[1].page.site);
    assert_ne!(un, deux);
    assert_ne!(found.files[0].page.key(), found.files[2].page.key());
    assert_eq!(found.site.find(un, "b.html"), Entry::Missing);
    assert_eq!(found.site.find(deux, "b.html"), Entry::File("b.html"));
}

#[test]
fn around_files_given_alone_nothing_is_known() {
    let site = folder(&["a.html", "b.html"]);
    let found = discover(&[site.path().join("a.html")], None);
    let page = &found.files[0].page;
    let beside = page.site_path.replace("a.html", "b.html");
    assert_eq!(found.site.find(page.site, &beside), Entry::Unknown);
    // With the root, it is.
    let found = discover(&[site.path().join("a.html")], Some(site.path()));
    let page = &found.files[0].page;
    assert_eq!(page.site_path, "a.html");
    assert_eq!(found.site.find(page.site, "b.html"), Entry::File("b.html"));
    assert_eq!(found.files.len(), 1);
}

#[test]
fn what_cannot_be_audited_is_said() {
    let site = folder(&["sans-page/notes.txt"]);
    let found = discover(
        &[
            site.path().join("absent"),
            site.path().join("sans-page"),
            site.path().join("sans-page/notes.txt"),
        ],
        None,
    );
    let kinds: Vec<&ProblemKind> = found.problems.iter().map(|p| &p.kind).collect();
    assert!(
        matches!(kinds[..], [ProblemKind::Io(..), ProblemKind::NoPage]),
        "{kinds:?}"
    );
    // A file given by name is a page, whatever its name.
    assert_eq!(pages(&found, site.path()), ["sans-page/notes.txt"]);
}

#[cfg(unix)]
mod unix {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::*;

    #[test]
    fn links_that_turn_round_end() {
        let site = folder(&["a/page.html"]);
        let at = |path: &str| site.path().join(path);
        symlink("..", at("a/haut")).unwrap();
        symlink(".", at("ici")).unwrap();
        symlink("boucle", at("boucle")).unwrap();
        symlink("boucle.html", at("boucle.html")).unwrap();
        symlink(at("a"), at("alias")).unwrap();
        let found = discover(&[site.path().to_owned()], None);
        assert_eq!(pages(&found, site.path()), ["a/page.html"]);
        // Pages are audited under one name; links may use the others.
        for path in ["alias/page.html", "ici/a/haut/alias/page.html"] {
            assert_eq!(
                found.site.find(0, path),
                Entry::File("a/page.html"),
                "{path}"
            );
        }
        assert_eq!(found.site.find(0, "a/haut/ici"), Entry::Folder);
        assert_eq!(found.site.find(0, "alias/autre.html"), Entry::Missing);
        // A name that leads nowhere is there; a page that cannot be read is said.
        assert_eq!(found.site.find(0, "boucle"), Entry::Unknown);
        let problems: Vec<&str> = found.problems.iter().map(|p| p.path.as_str()).collect();
        assert_eq!(problems, [at("boucle.html").display().to_string()]);
    }

    /// Folders that link to one another twice double the paths at every step.
    #[test]
    fn links_that_multiply_end() {
        let site = folder(&["0/page.html"]);
        for i in 0..40 {
            let folder = site.path().join(i.to_string());
            fs::create_dir_all(&folder).unwrap();
            for name in ["gauche", "droite"] {
                symlink(format!("../{}", i + 1), folder.join(name)).unwrap();
            }
        }
        fs::create_dir_all(site.path().join("40")).unwrap();
        let outside = folder(&[]);
        symlink(site.path(), outside.path().join("dehors")).unwrap();
        symlink(outside.path(), site.path().join("40/retour")).unwrap();
        for given in [site.path(), outside.path()] {
            let found = discover(&[given.to_owned()], None);
            assert_eq!(found.files.len(), 1, "{}", given.display());
        }
    }

    #[test]
    fn links_out_of_the_folder_are_followed_once() {
        let outside = folder(&["x.html", "images/i.svg"]);
        let site = folder(&["index.html"]);
        symlink(outside.path(), site.path().join("un")).unwrap();
        symlink(outside.path(), site.path().join("deux")).unwrap();
        symlink("/", site.path().join("racine")).unwrap();
        symlink("../absent/jquery.js", site.path().join("jquery.js")).unwrap();
        let found = discover(&[site.path().to_owned()], None);
        let shown = pages(&found, site.path());
        assert_eq!(shown.len(), 2, "{shown:?}");
        for name in ["un", "deux"] {
            let image = format!("{name}/images/i.svg");
            assert!(
                matches!(found.site.find(0, &image), Entry::File(_)),
                "{image}"
            );
        }
        assert_eq!(found.site.find(0, "racine/etc"), Entry::Unknown);
        assert_eq!(found.site.find(0, "jquery.js"), Entry::Unknown);
        assert!(found.problems.is_empty(), "{:?}", found.problems);
    }

    #[test]
    fn pipes_are_never_opened() {
        let site = folder(&["index.html", "b.html"]);
        for name in ["tube.html", "tube"] {
            mkfifo(&site.path().join(name));
        }
        let found = discover(&[site.path().to_owned(), site.path().join("tube")], None);
        assert_eq!(pages(&found, site.path()), ["b.html", "index.html"]);
        // Met in a folder it is no page; named, it is refused.
        let problems: Vec<_> = found
            .problems
            .iter()
            .map(|p| (p.path.rsplit('/').next().unwrap(), &p.kind))
            .collect();
        assert!(
            matches!(problems[..], [("tube", ProblemKind::NotAFile)]),
            "{problems:?}"
        );
        // Nor when one takes the place of a page after it was found.
        fs::remove_file(site.path().join("b.html")).unwrap();
        mkfifo(&site.path().join("b.html"));
        let (seen, lost) = audit(&found);
        assert_eq!(seen.len(), 1);
        assert!(lost[0].ends_with("/b.html"), "{lost:?}");
    }

    fn mkfifo(path: &Path) {
        let made = std::process::Command::new("mkfifo").arg(path).status();
        assert!(made.unwrap().success());
    }

    #[test]
    fn a_page_that_vanishes_is_said_and_the_rest_audited() {
        let site = folder(&["a.html", "b.html", "c.html"]);
        let found = discover(&[site.path().to_owned()], None);
        fs::remove_file(site.path().join("b.html")).unwrap();
        fs::remove_file(site.path().join("c.html")).unwrap();
        fs::create_dir(site.path().join("c.html")).unwrap();
        let (seen, lost) = audit(&found);
        assert_eq!(seen.len(), 1);
        assert_eq!(lost.len(), 2);
    }

    #[test]
    fn an_unreadable_folder_is_said_and_the_rest_found() {
        let site = folder(&["a.html", "secret/b.html"]);
        let secret = site.path().join("secret");
        fs::set_permissions(&secret, fs::Permissions::from_mode(0o000)).unwrap();
        if fs::read_dir(&secret).is_ok() {
            println!("skipped: permissions do not hold for this user");
            fs::set_permissions(&secret, fs::Permissions::from_mode(0o755)).unwrap();
            return;
        }
        let found = discover(&[site.path().to_owned()], None);
        fs::set_permissions(&secret, fs::Permissions::from_mode(0o755)).unwrap();
        assert_eq!(pages(&found, site.path()), ["a.html"]);
        assert_eq!(found.problems.len(), 1);
        assert!(found.problems[0].path.ends_with("/secret"));
        // What is in there may exist.
        assert_eq!(found.site.find(0, "secret/b.html"), Entry::Unknown);
    }

    #[test]
    fn names_that_are_no_utf8_are_read() {
        let site = folder(&[]);
        let name = OsStr::from_bytes(b"\xe9t\xe9.html");
        fs::write(site.path().join(name), "<!DOCTYPE html><title>t</title>").unwrap();
        let found = discover(&[site.path().to_owned()], None);
        assert_eq!(site_paths(&found), ["\u{fffd}t\u{fffd}.html"]);
        let (seen, lost) = audit(&found);
        assert_eq!((seen.len(), lost.len()), (1, 0));
        // A link that names the bytes finds the file.
        let path = vigie::spec::url::percent_decode("%E9t%E9.html");
        assert!(matches!(found.site.find(0, &path), Entry::File(_)));
    }
}
