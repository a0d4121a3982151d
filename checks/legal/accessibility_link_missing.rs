//! Each page leads to the accessibility statement (no RGAA test: a duty of its own).
//!
//! Décret n° 2019-768, article 4: the statement is reached from the home page and from any page of the service. Judged only where a page of the site is a
//! statement under French law, or is declared to be it. A page has the link when any link of it leads to that page, or speaks of accessibility. Failed where at least four pages out of five have it and
//! the others run no script that could write it; a question otherwise, since these pages may be another service. Pages that redirect are left out.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use crate::check::{
    AnySiteCheck, Category, Context, Destination, Level, Meta, PageKind, Place, SiteCheck,
    SiteContext, SiteFiles, SitePage, Verdict, each_site, file_key,
};
use crate::checks::navigation::lacking::{self, Split};
use crate::dom::Element;
use crate::semantics::Kind;
use crate::text::{Text, text};

use super::statement;

pub static CHECK: &dyn AnySiteCheck = &AccessibilityLinkMissing;

struct AccessibilityLinkMissing;

static META: Meta = Meta {
    id: "accessibility-link-missing",
    level: Level::Warning,
    category: Category::Accessibility,
    title: text(
        "Pages sans lien vers la déclaration d’accessibilité",
        "Pages without a link to the accessibility statement",
    ),
    why: text(
        "Qui bute sur un obstacle doit trouver, depuis n’importe quelle page, à qui le signaler ; la loi l’impose.",
        "Who meets an obstacle must find, from any page, whom to tell about it; the law requires it.",
    ),
    fix: text(
        "Mettre dans le pied de page commun un lien vers la déclaration : « Accessibilité : partiellement conforme ».",
        "Put a link to the statement in the shared footer: \"Accessibilité : partiellement conforme\".",
    ),
    ..Meta::NEW
};

const MISSING: Text = text(
    "pages sans lien vers la déclaration d’accessibilité ({pages} sur {all})",
    "pages without a link to the accessibility statement ({pages} of {all})",
);
const ASKED: Text = text(
    "pages sans lien vers la déclaration d’accessibilité ({pages} sur {all}) : font-elles partie du même service ?",
    "pages without a link to the accessibility statement ({pages} of {all}): are they part of the same service?",
);
const MODEL: Text = text(
    "le lien, sur une page qui l’a",
    "the link, on a page that has it",
);

/// What is kept of a page.
#[derive(Serialize, Deserialize)]
struct Fact {
    site: u32,
    /// Itself, when it is the statement.
    statement: Option<u64>,
    /// Whether a link of it speaks of accessibility.
    has: bool,
    /// The files that such links lead to.
    leads_to: Box<[u64]>,
    may_come: bool,
}

/// The links that speak of accessibility, by address or words.
fn links<'p>(cx: &Context<'p>) -> impl Iterator<Item = Element<'p>> {
    let says = |text: &str| {
        let text = text.to_lowercase();
        text.contains("accessibilit")
    };
    let links = cx.semantics().elements_of(Kind::Link);
    links.filter(move |e| {
        e.is("a")
            && !e.in_template()
            && (e.attr("href").is_some_and(says)
                || says(&e.text_content())
                || e.attr("aria-label").is_some_and(says))
    })
}

impl SiteCheck for AccessibilityLinkMissing {
    type Fact = Fact;

    fn meta(&self) -> &'static Meta {
        &META
    }

    fn collect(&self, cx: &Context<'_>, page: &SitePage, _: &dyn SiteFiles) -> Option<Fact> {
        if cx.semantics().is_redirect() {
            return None;
        }
        let mut resolver = cx.resolver();
        let mut leads_to = Vec::new();
        let links: Vec<Element<'_>> = links(cx).collect();
        for href in links.iter().filter_map(|link| link.attr("href")) {
            if let Some(Destination::File(path)) = resolver.follow(href).map(|f| &f.to) {
                leads_to.push(file_key(page.site, path));
            }
        }
        Some(Fact {
            site: page.site,
            statement: cx
                .options()
                .pages
                .is(page, PageKind::Accessibility)
                .unwrap_or_else(|| statement::declared(cx).is_some())
                .then(|| page.key()),
            has: !links.is_empty(),
            leads_to: leads_to.into(),
            may_come: cx.scripts_may_change(),
        })
    }

    fn conclude(&self, facts: Vec<(usize, Fact)>, cx: &mut SiteContext<'_>) {
        for pages in each_site(facts, |fact| fact.site) {
            let statements: HashSet<u64> = pages.iter().filter_map(|(_, f)| f.statement).collect();
            let linked = |f: &Fact| f.leads_to.iter().any(|to| statements.contains(to));
            // A page that nothing leads to is not how the site presents its statement.
            if statements.is_empty() || !pages.iter().any(|(_, f)| linked(f)) {
                continue;
            }
            let mut split = Split::default();
            let mut may_come = false;
            for (page, fact) in pages {
                if fact.has || fact.statement.is_some() {
                    if linked(&fact) {
                        split.with.push(page);
                    }
                } else {
                    split.without.push(page);
                    may_come |= fact.may_come;
                }
            }
            let (verdict, message) = match split.is_usual() && !may_come {
                true => (Verdict::Fail, &MISSING),
                false => (Verdict::Review, &ASKED),
            };
            let show = |cx: &Context<'_>| Some(Place::of(cx, links(cx).next()?.into()));
            lacking::say(verdict, &split, message, &MODEL, show, cx);
        }
    }
}
