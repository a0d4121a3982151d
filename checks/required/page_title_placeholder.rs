//! RGAA 8.6.1: the title of the page is relevant.
//!
//! Refutes: a title that a tool put there for want of one («Document», «Sans titre», «Vite App»), a template that was never filled or
//! the name of a file identifies nothing (glossary «Titre de page»: clear, concise, unique). Nothing proves that a title is
//! relevant. Two doubts make it a question: the page's main heading says the same, so that it may well be its subject (a lesson on
//! `undefined`), or the title is one common word («Accueil») that every site has. Without a title the test is inapplicable.

use crate::check::{Category, Check, Context, Interest, Level, Meta, Proof};
use crate::rgaa::test;
use crate::spec::media::{self, Family};
use crate::spec::residue::{self, Residue};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &PageTitlePlaceholder;

struct PageTitlePlaceholder;

static META: Meta = Meta {
    id: "page-title-placeholder",
    category: Category::Accessibility,
    title: text(
        "Titre de page qui n’identifie pas la page",
        "Page title that does not identify the page",
    ),
    why: text(
        "Un titre que personne n’a écrit n’identifie pas la page dans les onglets, les favoris, l’historique ou les résultats de recherche.",
        "A title that nobody wrote does not identify the page among tabs, bookmarks, the history or search results.",
    ),
    fix: text(
        "Écrire un titre propre à la page, suivi du nom du site : « Horaires de la piscine - Mairie de Vaulnois ».",
        "Write a title of the page's own, followed by the name of the site: \"Swimming pool hours - Vaulnois town hall\".",
    ),
    proofs: &[Proof::refutes(&[test(8, 6, 1)]).inapplicable_without_targets()],
    interest: &[Interest::Page],
    fail: &[
        "<title>Document</title><h1>Piscine municipale</h1>",
        "<title>{{ page.title }}</title>",
        "<title>horaires.html</title><h1>Horaires</h1>",
    ],
    review: &[
        "<title>undefined</title><h1>undefined</h1>",
        "<title>Accueil</title><h1>Mairie de Vaulnois</h1>",
    ],
    pass: &["<title>Horaires de la piscine - Mairie de Vaulnois</title>"],
    na: &["<title></title>", "<p>Bonjour</p>"],
    ..Meta::NEW
};

/// What editors, frameworks and exporters write when nobody gave a title.
const DEFAULTS: &[&str] = &[
    "angular app",
    "blank page",
    "create next app",
    "document",
    "document sans titre",
    "gatsby app",
    "insert title here",
    "my app",
    "my website",
    "new document",
    "new page",
    "new tab",
    "no title",
    "nouveau document",
    "nouvelle page",
    "nouvelle page 1",
    "nuxt app",
    "nuxt.js project",
    "page sans titre",
    "page title",
    "react app",
    "sans nom",
    "sans titre",
    "site title",
    "svelte app",
    "title",
    "titre",
    "titre de la page",
    "titre du document",
    "unnamed",
    "untitled",
    "untitled document",
    "untitled page",
    "vite + react",
    "vite + react + ts",
    "vite + svelte",
    "vite + vue",
    "vite + vue + ts",
    "vite app",
    "vue app",
    "welcome to nginx!",
    "welcome to vue",
    "your title here",
];

/// Words that name a page of any site.
const COMMON: &[&str] = &[
    "accueil",
    "blog",
    "contact",
    "home",
    "homepage",
    "index",
    "main",
    "menu",
    "page",
    "page d'accueil",
    "page d’accueil",
    "site",
    "test",
    "welcome",
    "bienvenue",
];

const DEFAULT: Text = text(
    "« {title} » est le titre qu’un outil met par défaut",
    "\"{title}\" is the title that a tool puts by default",
);
const NO_VALUE: Text = text(
    "« {title} » est une valeur absente écrite par un programme, pas un titre",
    "\"{title}\" is a missing value written by a program, not a title",
);
const TEMPLATE: Text = text(
    "« {title} » est un gabarit que rien n’a rempli",
    "\"{title}\" is a template that nothing filled",
);
const FILLER: Text = text(
    "« {title} » est un texte de remplissage",
    "\"{title}\" is filler text",
);
const FILE: Text = text(
    "« {title} » est un nom de fichier ou une adresse, pas un titre",
    "\"{title}\" is a file name or an address, not a title",
);
const SAME_AS_HEADING: Text = text(
    "le titre de la page est « {title} », comme son titre principal : est-ce bien son sujet ?",
    "the title of the page is \"{title}\", as its main heading: is it really its subject?",
);
const ONE_WORD: Text = text(
    "« {title} » suffit-il à reconnaître cette page parmi celles d’autres sites ?",
    "does \"{title}\" suffice to tell this page from those of other sites?",
);
const HEADING: Text = text("le titre principal", "the main heading");

impl Check for PageTitlePlaceholder {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        let Some(title) = super::title::page_title(cx.doc()) else {
            return;
        };
        let content = title.text_content();
        let words = content.trim();
        if words.is_empty() {
            return;
        }
        let Some(message) = fault(words) else {
            if COMMON.iter().any(|c| c.eq_ignore_ascii_case(words)) {
                cx.review(title, &ONE_WORD).arg("title", words);
            } else {
                cx.pass();
            }
            return;
        };
        // A page may be about such a word; no page is about an unfilled template.
        let may_be_meant = ![&TEMPLATE, &FILLER].contains(&message);
        let mut headings = cx.semantics().headings().iter();
        let same = headings.find(|h| h.level == 1 && h.text.trim().eq_ignore_ascii_case(words));
        match same.map(|h| h.element).filter(|_| may_be_meant) {
            Some(heading) => {
                cx.review(title, &SAME_AS_HEADING)
                    .arg("title", words)
                    .level(Level::Note)
                    .related(heading.place(), &HEADING);
            }
            None => {
                cx.fail(title, message).arg("title", words);
            }
        }
    }
}

fn fault(title: &str) -> Option<&'static Text> {
    match residue::residue(title) {
        Some(Residue::NoValue) => return Some(&NO_VALUE),
        Some(Residue::Template) => return Some(&TEMPLATE),
        Some(Residue::Filler) => return Some(&FILLER),
        None => {}
    }
    if DEFAULTS.iter().any(|d| d.eq_ignore_ascii_case(title)) {
        return Some(&DEFAULT);
    }
    let one_word = !title.contains(char::is_whitespace);
    let page_file =
        one_word && media::family_of(title) == Some(Family::Page) && !title.contains('(');
    let address = one_word && (title.starts_with("http://") || title.starts_with("https://"));
    (page_file || address).then_some(&FILE)
}
