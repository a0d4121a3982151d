//! With a cache the same bytes come out, whatever changes between two runs and whatever became of the cache.

use std::fs;
use std::path::{Path, PathBuf};

use crate::cli::{folder, run_in, stdout};

fn page(main: &str) -> String {
    format!(
        "<!doctype html><html lang=fr><title>Page</title><main><h1>Page</h1>\n{main}</main></html>"
    )
}

fn site() -> tempfile::TempDir {
    let pages = [
        (
            "s/a.html",
            "<a href=b.html>B</a><iframe src=x.html></iframe>",
        ),
        (
            "s/b.html",
            "<a href=gone.html>?</a><p id=x>un<p id=x>deux<a href=a.html#rien>A</a>",
        ),
        (
            "s/c.html",
            "<!-- vigie-disable-next-line broken-link: x --><a href=absent.html>C</a>é\u{2028}",
        ),
        ("s/d.html", "<!-- vigie-disable frame-name-missing -->"),
        ("s/e.html", ""),
    ];
    let pages = pages.map(|(name, main)| (name, page(main)));
    let files: Vec<(&str, &str)> = pages.iter().map(|(n, p)| (*n, &**p)).collect();
    folder(&files)
}

/// What a run says, in the formats that say most, and its exit code.
fn run(site: &Path, args: &[&str]) -> (Option<i32>, String, String) {
    let all = [
        &[
            "audit",
            "s",
            "--format",
            "json",
            "--report",
            "text=r.txt",
            "-j",
            "2",
        ],
        args,
    ]
    .concat();
    let ran = run_in(site, &all);
    let text = fs::read_to_string(site.join("r.txt")).unwrap();
    (ran.status.code(), stdout(&ran), text)
}

const CACHED: [&str; 2] = ["--cache", "kept"];

fn entries(site: &Path) -> Vec<PathBuf> {
    let all = fs::read_dir(site.join("kept")).unwrap().flatten();
    let mut all: Vec<PathBuf> = all.map(|e| e.path()).collect();
    all.sort();
    all
}

/// When each entry was written.
fn written(site: &Path) -> Vec<std::time::SystemTime> {
    let all = entries(site).into_iter();
    all.map(|e| fs::metadata(e).unwrap().modified().unwrap())
        .collect()
}

fn same(site: &Path, args: &[&str]) {
    let without = run(site, args);
    for round in 0..2 {
        let with = run(site, &[args, &CACHED].concat());
        assert_eq!(with, without, "round {round} of {args:?}");
    }
}

#[test]
fn the_same_bytes_come_out_whatever_changes() {
    let site = site();
    let site = site.path();
    same(site, &[]);
    assert_eq!(entries(site).len(), 5);
    // A page that others link to comes and goes: they did not change, what is said of them does.
    fs::write(site.join("s/gone.html"), page("<p>là</p>")).unwrap();
    same(site, &[]);
    fs::remove_file(site.join("s/b.html")).unwrap();
    same(site, &[]);
    // A page changes; settings do.
    fs::write(site.join("s/e.html"), page("<iframe></iframe>")).unwrap();
    same(site, &[]);
    same(site, &["--lang", "en"]);
    same(site, &["--select", "broken-link"]);
    same(site, &["--no-suppressions"]);
    same(site, &["--base", "/blog/"]);
    fs::write(
        site.join("vigie.toml"),
        "[levels]\nbroken-link = \"note\"\n",
    )
    .unwrap();
    same(site, &[]);
    same(site, &[]);
}

#[test]
fn an_unchanged_page_is_not_audited_again() {
    let site = site();
    let site = site.path();
    run(site, &CACHED);
    let before = written(site);
    run(site, &CACHED);
    assert_eq!(written(site), before);
    fs::write(site.join("s/e.html"), page("<p>neuf</p>")).unwrap();
    run(site, &CACHED);
    let after = written(site)
        .iter()
        .zip(&before)
        .filter(|(a, b)| a != b)
        .count();
    assert_eq!(after, 1);
    // A page that is linked comes: only the page that links to it is audited again.
    let before = written(site);
    fs::write(site.join("s/gone.html"), page("<p>là</p>")).unwrap();
    run(site, &CACHED);
    let kept = written(site).iter().filter(|w| before.contains(w)).count();
    assert_eq!((kept, entries(site).len()), (4, 6));
}

/// What may become of an entry, given what it was.
type Harm = dyn Fn(&Path, &[u8]);

#[test]
fn what_became_of_the_cache_changes_nothing() {
    let site = site();
    let site = site.path();
    let without = run(site, &[]);
    run(site, &CACHED);
    let harm: [&Harm; 6] = [
        &|path, _| fs::write(path, b"").unwrap(),
        &|path, was| fs::write(path, &was[..was.len() / 2]).unwrap(),
        &|path, was| {
            let mut bytes = was.to_vec();
            let middle = bytes.len() / 2;
            bytes[middle] ^= 1;
            fs::write(path, bytes).unwrap();
        },
        // With a good sum, by someone who means harm.
        &|path, was| {
            let mut bytes = was.to_vec();
            for byte in bytes[64..].iter_mut() {
                *byte = 0xff;
            }
            let sum = *blake3::hash(&bytes[64..]).as_bytes();
            bytes[32..64].copy_from_slice(&sum);
            fs::write(path, bytes).unwrap();
        },
        &|path, was| {
            let bytes = [was, &vec![0; 1 << 20]].concat();
            fs::write(path, bytes).unwrap();
        },
        &|path, _| {
            fs::remove_file(path).unwrap();
            fs::create_dir(path).unwrap();
        },
    ];
    for (rank, harm) in harm.iter().enumerate() {
        for entry in entries(site) {
            let was = fs::read(&entry).unwrap();
            harm(&entry, &was);
        }
        assert_eq!(run(site, &CACHED), without, "harm {rank}");
    }
    fs::write(site.join("file"), "").unwrap();
    let refused = run_in(site, &["audit", "s", "--cache", "file"]);
    assert_eq!(refused.status.code(), Some(2));
}
