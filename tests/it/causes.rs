//! Findings with one cause are one cause, whatever the pages they are on, and it keeps its name.

use std::path::Path;

use vigie::check::Options;
use vigie::engine::{Engine, Selection, Selector, Settings, discover};
use vigie::report::{Cause, PageReport, Scope, State, put_together};
use vigie::text::Lang;

fn causes(folder: &Path, check: &'static str, lang: Lang) -> Vec<Cause> {
    let engine = Engine::new(Settings {
        options: Options {
            lang,
            ..Options::default()
        },
        selection: Selection {
            select: vec![Selector::Check(check)],
            ignore: Vec::new(),
        },
        ..Settings::default()
    });
    let found = discover(&[folder.to_owned()], None);
    let mut findings = 0;
    let mut count = |page: &PageReport| {
        findings += page.findings.len();
        Ok(())
    };
    let run = engine
        .run(&found.files, &found.site, 1, &mut count)
        .unwrap();
    let occurrences: usize = run.causes.iter().map(|c| c.occurrences).sum();
    assert_eq!(occurrences, findings + run.site.findings.len());
    run.causes
}

/// Writes pages made of what varies.
fn site(pages: usize, page: impl Fn(usize) -> String) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for rank in 0..pages {
        let path = folder.path().join(format!("page-{rank:03}.html"));
        std::fs::write(path, page(rank)).unwrap();
    }
    folder
}

#[test]
fn what_a_template_writes_is_one_cause_whatever_varies() {
    let folder = site(12, |rank| {
        format!(
            "<!DOCTYPE html><title>t</title><header><a href='{}/n-{rank}.html' id=x-{rank}></a></header><main><p>Page {rank}</main>",
            "../".repeat(rank % 3)
        )
    });
    let causes = causes(folder.path(), "link-empty", Lang::Fr);
    assert_eq!(causes.len(), 1, "{causes:#?}");
    let cause = &causes[0];
    assert_eq!((cause.pages, cause.occurrences), (12, 12));
    assert_eq!(cause.scope, Scope::Template);
    assert_eq!(cause.region.name(), "header");
    assert_eq!(
        &*cause.places[11].path,
        cause.places[0].path.replace("000", "011")
    );
}

#[test]
fn what_writers_write_is_a_cause_a_page() {
    let skip = |rank: usize| {
        let words = ["Pluie", "Neige", "Vent"][rank];
        format!("<!DOCTYPE html><title>t</title><main><h1>A</h1><h3>{words}</h3></main>")
    };
    let folder = site(3, skip);
    let causes = causes(folder.path(), "heading-level-skip", Lang::Fr);
    assert_eq!(causes.len(), 3, "{causes:#?}");
    assert!(
        causes
            .iter()
            .all(|c| c.scope == Scope::Page && c.pages == 1)
    );
}

#[test]
fn what_so_many_pages_have_is_a_template_s() {
    let skip = |rank: usize| {
        let words: String = (0..=rank).map(|_| 'a').collect();
        format!("<!DOCTYPE html><title>t</title><main><h1>A</h1><h3>{words}</h3></main>")
    };
    assert_eq!(
        causes(site(19, skip).path(), "heading-level-skip", Lang::Fr).len(),
        19
    );
    let many = causes(site(20, skip).path(), "heading-level-skip", Lang::Fr);
    assert_eq!(many.len(), 1);
    assert_eq!((many[0].pages, many[0].scope), (20, Scope::Template));
    // Twenty of a hundred are writers'.
    let few = causes(
        site(100, |rank| {
            if rank < 20 {
                skip(rank)
            } else {
                "<!DOCTYPE html><title>t</title><h1>A</h1>".to_owned()
            }
        })
        .path(),
        "heading-level-skip",
        Lang::Fr,
    );
    assert_eq!(few.len(), 20);
}

#[test]
fn what_a_page_holds_is_not_its_own() {
    let page = |rank: usize| {
        let words = ["un", "deux", "trois"][rank];
        format!("<!DOCTYPE html><title>t</title><body><p>{words}<p id={words}>{words}")
    };
    let folder = site(3, page);
    let causes = causes(folder.path(), "main-missing", Lang::Fr);
    assert_eq!(causes.len(), 1, "{causes:#?}");
    assert_eq!(causes[0].pages, 3);
}

#[test]
fn what_a_script_does_is_not_what_its_tag_says() {
    let page = |rank: usize| {
        let words = ["un", "deux", "trois"][rank];
        format!(
            "<!DOCTYPE html><title>t</title><body><script type=text/javascript>var page = '{words}'</script>"
        )
    };
    let folder = site(3, page);
    let causes = causes(folder.path(), "type-superfluous", Lang::Fr);
    assert_eq!(causes.len(), 1, "{causes:#?}");
}

#[test]
fn addresses_in_what_is_quoted_do_not_count() {
    let page = |rank: usize| {
        let name = ["un", "deux", "trois"][rank];
        format!(
            "<!DOCTYPE html><title>t</title><meta http-equiv=refresh content='0;URL=../{name}/a.html'>"
        )
    };
    let folder = site(3, page);
    let causes = causes(folder.path(), "pragma-invalid", Lang::Fr);
    assert_eq!(causes.len(), 1, "{causes:#?}");
}

#[test]
fn hundreds_that_differ_in_what_they_quote_are_one() {
    let index = |entries: usize| {
        let word = |n: usize| {
            let letter = |n: usize| char::from(b'a' + (n % 26) as u8);
            format!("mot{}{}", letter(n / 26), letter(n))
        };
        let entry = |n| format!("<li><a href=x title=Chapitre>{}</a>", word(n));
        site(4, move |rank| {
            let of_page = (0..entries).filter(|n| n % 4 == rank);
            let list: String = of_page.map(entry).collect();
            format!("<!DOCTYPE html><title>t</title><ul>{list}</ul>")
        })
    };
    let shown = |entries| {
        let mut causes = causes(index(entries).path(), "link-title-mismatch", Lang::Fr);
        assert_eq!(causes.len(), entries);
        put_together(&mut causes);
        causes
    };
    let few = shown(200);
    assert_eq!(few.len(), 200);
    assert!(few.iter().all(|c| c.variants == 1 && c.pages == 1));
    let many = shown(201);
    assert_eq!(many.len(), 1, "{many:#?}");
    let many = &many[0];
    assert_eq!((many.variants, many.pages, many.occurrences), (201, 4, 201));
    assert_eq!(many.places.len(), 100);
    assert_eq!(many.scope, Scope::Template);
    // What is known and what is new are not mixed.
    let mut causes = causes(index(402).path(), "link-title-mismatch", Lang::Fr);
    for cause in &mut causes[..201] {
        cause.state = State::Known;
    }
    put_together(&mut causes);
    assert_eq!(causes.len(), 2);
    assert_ne!(causes[0].state, causes[1].state);
    assert_ne!(causes[0].fingerprint, causes[1].fingerprint);
}

#[test]
fn a_cause_keeps_its_name() {
    let page = |before: &str, words: &str| {
        format!("<!DOCTYPE html>\n<title>t</title>{before}<main><h1>A</h1><h3>{words}</h3></main>")
    };
    let name = |folder: tempfile::TempDir, lang| {
        let causes = causes(folder.path(), "heading-level-skip", lang);
        assert_eq!(causes.len(), 1);
        causes[0].fingerprint.clone()
    };
    let first = name(site(1, |_| page("", "Pluie")), Lang::Fr);
    // Other lines, another page, another language.
    let moved = tempfile::tempdir().unwrap();
    std::fs::create_dir(moved.path().join("elsewhere")).unwrap();
    let text = page("<p>Bonjour\n\n<p>Au revoir\n", "Pluie");
    std::fs::write(moved.path().join("elsewhere/other.html"), text).unwrap();
    assert_eq!(name(moved, Lang::En), first);
    // Another heading is another cause.
    assert_ne!(name(site(1, |_| page("", "Neige")), Lang::Fr), first);
}
