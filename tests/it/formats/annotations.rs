//! `github`.

use super::{accept, causes, report, site};

#[test]
fn an_annotation_is_a_cause() {
    let site = site();
    let shown = report(site.path(), "github", &[]);
    let link: Vec<&str> = shown
        .lines()
        .filter(|l| l.contains("title=link-empty"))
        .collect();
    assert_eq!(link.len(), 1, "{shown}");
    assert!(
        link[0].starts_with("::error file=index.html,line=2,endLine=2,col=9,"),
        "{shown}"
    );
    assert!(link[0].ends_with(" (3 pages)"), "{shown}");
    let list = shown.lines().skip_while(|l| !l.starts_with("::group::"));
    let listed = list.skip(1).take_while(|l| *l != "::endgroup::").count();
    assert_eq!(listed, causes(site.path(), &[]).len());
    let quiet = report(site.path(), "github", &["--quiet"]);
    assert!(quiet.lines().all(|l| l.starts_with("::")), "{quiet}");
}

#[test]
fn what_is_known_is_not_annotated() {
    let site = site();
    accept(site.path());
    let shown = report(site.path(), "github", &["--baseline", "known.toml"]);
    assert!(!shown.contains("::"), "{shown}");
    assert!(shown.contains("Baseline: 0 to mend"), "{shown}");
}

#[test]
fn files_are_named_from_the_top_of_the_repository() {
    let site = site();
    std::fs::create_dir(site.path().join(".git")).unwrap();
    let shown = report(
        &site.path().join("news"),
        "github",
        &["--select", "duplicate-id"],
    );
    assert!(
        shown.contains("::error file=news/first.html,line=5,"),
        "{shown}"
    );
}
