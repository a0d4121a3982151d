//! DPUB-ARIA 1.1, section 3 «Digital Publishing Roles», and WAI-ARIA Graphics 1.0, section 4 «Definition of Roles».

use super::Kind::{Landmark, Structure, Widget};
use super::Role;
use super::Status::Deprecated;

const fn landmark(name: &'static str) -> Role {
    Role::new(name, Landmark, &["landmark"])
}

const fn section(name: &'static str) -> Role {
    Role::new(name, Structure, &["section"])
}

const fn link(name: &'static str) -> Role {
    Role::new(name, Widget, &["link"])
        .named_by_contents()
        .named()
}

#[rustfmt::skip]
pub(super) static DPUB: &[Role] = &[
    section("doc-abstract"),
    landmark("doc-acknowledgments"),
    landmark("doc-afterword"),
    landmark("doc-appendix"),
    link("doc-backlink"),
    Role::new("doc-biblioentry", Structure, &["listitem"]).inside(&["doc-bibliography", "list"]).status(Deprecated),
    landmark("doc-bibliography"),
    link("doc-biblioref"),
    landmark("doc-chapter"),
    section("doc-colophon"),
    landmark("doc-conclusion"),
    Role::new("doc-cover", Structure, &["img"]),
    section("doc-credit"),
    landmark("doc-credits"),
    section("doc-dedication"),
    Role::new("doc-endnote", Structure, &["listitem"]).inside(&["doc-endnotes", "list"]).status(Deprecated),
    landmark("doc-endnotes"),
    section("doc-epigraph"),
    landmark("doc-epilogue"),
    landmark("doc-errata"),
    section("doc-example"),
    section("doc-footnote"),
    landmark("doc-foreword"),
    landmark("doc-glossary"),
    link("doc-glossref"),
    Role::new("doc-index", Landmark, &["navigation"]),
    landmark("doc-introduction"),
    link("doc-noteref"),
    Role::new("doc-notice", Structure, &["note"]),
    Role::new("doc-pagebreak", Structure, &["separator"]).named().leaf(),
    section("doc-pagefooter").unnamed(),
    section("doc-pageheader").unnamed(),
    Role::new("doc-pagelist", Landmark, &["navigation"]),
    landmark("doc-part"),
    landmark("doc-preface"),
    landmark("doc-prologue"),
    section("doc-pullquote"),
    section("doc-qna"),
    Role::new("doc-subtitle", Structure, &["sectionhead"]).named_by_contents(),
    Role::new("doc-tip", Structure, &["note"]),
    Role::new("doc-toc", Landmark, &["navigation"]),
];

#[rustfmt::skip]
pub(super) static GRAPHICS: &[Role] = &[
    Role::new("graphics-document", Structure, &["document"]).named(),
    Role::new("graphics-object", Structure, &["group"]).named_by_contents(),
    Role::new("graphics-symbol", Structure, &["img"]).named().leaf(),
];
