//! The home page says how far the site conforms (no RGAA test: a duty of its own).
//!
//! Décret n° 2019-768, article 4: the home page shows one of «Accessibilité : totalement conforme», «partiellement conforme», «non conforme», and it must be
//! what the statement declares. Judged only where a page of the site is a statement under French law: a site with none is not known to have the duty. Failed where
//! the home page has no such words, or others than the only state of the statement; a question where scripts may write them.

use serde::{Deserialize, Serialize};

use crate::check::{
    AnySiteCheck, Category, Context, Level, Meta, Place, SiteCheck, SiteContext, SiteFiles,
    SitePage, Verdict, each_site,
};
use crate::text::{Text, text};

use super::statement::{self, State};

pub static CHECK: &dyn AnySiteCheck = &AccessibilityMention;

struct AccessibilityMention;

static META: Meta = Meta {
    id: "accessibility-mention",
    level: Level::Warning,
    category: Category::Accessibility,
    title: text(
        "Mention d’accessibilité absente de la page d’accueil, ou autre que la déclaration",
        "Accessibility mention missing from the home page, or other than the statement",
    ),
    why: text(
        "Les personnes handicapées doivent savoir dès l’accueil si le site leur est accessible ; la loi impose la mention.",
        "People with disabilities must know from the home page on whether they can use the site; the law requires the mention.",
    ),
    fix: text(
        "Écrire sur la page d’accueil « Accessibilité : non conforme », « partiellement conforme » ou « totalement conforme », avec un lien vers la déclaration.",
        "Write \"Accessibilité : non conforme\", \"partiellement conforme\" or \"totalement conforme\" on the home page, with a link to the statement.",
    ),
    ..Meta::NEW
};

const MISSING: Text = text(
    "la page d’accueil n’a pas la mention « Accessibilité : {state} » que la loi demande",
    "the home page does not have the mention \"Accessibilité : {state}\" that the law asks for",
);
const ASKED: Text = text(
    "un script ajoute-t-il à la page d’accueil la mention « Accessibilité : {state} » que la loi demande ?",
    "does a script add to the home page the mention \"Accessibilité : {state}\" that the law asks for?",
);
const OTHER: Text = text(
    "la page d’accueil dit « {said} », la déclaration d’accessibilité dit « {state} »",
    "the home page says \"{said}\", the accessibility statement says \"{state}\"",
);
const STATEMENT: Text = text("la déclaration", "the statement");

/// What is kept of the home page, and of statements.
#[derive(Serialize, Deserialize)]
struct Fact {
    site: u32,
    home: bool,
    place: Place,
    /// The states it says.
    states: Vec<State>,
    may_come: bool,
}

impl SiteCheck for AccessibilityMention {
    type Fact = Fact;

    fn meta(&self) -> &'static Meta {
        &META
    }

    fn collect(&self, cx: &Context<'_>, page: &SitePage, _: &dyn SiteFiles) -> Option<Fact> {
        let home = cx.options().pages.is_home(page) && !cx.semantics().is_redirect();
        let (at, text) = match statement::declared(cx) {
            Some(declared) => declared,
            None if home => {
                let body = cx.doc().body()?;
                let said = statement::plain(&cx.semantics().text(body));
                (body, mention(&said))
            }
            None => return None,
        };
        Some(Fact {
            site: page.site,
            home,
            place: Place::of(cx, at.into()),
            states: statement::states(&text),
            may_come: cx.scripts_may_change(),
        })
    }

    fn conclude(&self, facts: Vec<(usize, Fact)>, cx: &mut SiteContext<'_>) {
        for mut pages in each_site(facts, |fact| fact.site) {
            let Some(home) = pages.iter().position(|(_, fact)| fact.home) else {
                continue;
            };
            let (page, home) = pages.swap_remove(home);
            if cx.ignored.contains(&page) {
                continue;
            }
            let Some((other, declared)) = pages.into_iter().next() else {
                continue;
            };
            let state = match declared.states[..] {
                [state] => state.words(),
                _ => "…",
            };
            let related = (cx.say(&STATEMENT, &[]), other, declared.place);
            let said: Vec<&str> = home.states.iter().map(|s| s.words()).collect();
            let said = said.join(", ");
            let draft = if home.states.is_empty() {
                let (verdict, message) = match home.may_come {
                    true => (Verdict::Review, &ASKED),
                    false => (Verdict::Fail, &MISSING),
                };
                cx.found(verdict, page, home.place, message, &[("state", &state)])
            } else if declared.states.len() == 1 && !home.states.contains(&declared.states[0]) {
                let args: [(&str, &dyn std::fmt::Display); 2] =
                    [("said", &said), ("state", &state)];
                cx.found(Verdict::Fail, page, home.place, &OTHER, &args)
            } else {
                cx.pass(1);
                continue;
            };
            draft.related.push(related);
        }
    }
}

/// What the home page says around «accessibilité»: elsewhere, «conforme» may be about anything.
fn mention(text: &str) -> String {
    let mut out = String::new();
    for (at, _) in text.match_indices("accessibilit") {
        let end = statement::floor(text, at + 80);
        out.push_str(&text[at..end]);
        out.push_str(" | ");
    }
    out
}
