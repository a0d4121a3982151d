//! RGAA 12.7.1: a link to skip to the main content.
//!
//! Decides. Passes when a link of the page, not hidden in it, leads to the `main` element, to what is just around it or to the first
//! element in it, and comes before it, where no style sheet may keep it off the screen; else that is the question. Fails when the page is one of several of a site and has no link to a place of its own at
//! all, nor a link by script. Otherwise a question: the only page of a site may do without, and a link may lead to a main content that
//! no `main` marks. Scripts that fill an empty page may write one. Nobody gets a page that redirects at once,
//! nor a piece of a page by itself.

use super::shown_on_focus::is_shown_on_focus;
use crate::check::{Check, Context, Interest, Meta, Proof};
use crate::checks::structure::zones::shown_mains;
use crate::dom::{Element, NodeRef};
use crate::rgaa::{TestId, test};
use crate::semantics::{Kind, Semantics, is_javascript_url};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &SkipLinkMissing;

struct SkipLinkMissing;

const QUICK: TestId = test(12, 7, 1);

static META: Meta = Meta {
    id: "skip-link-missing",
    title: text(
        "Pas de lien d’accès rapide au contenu",
        "No skip link to the content",
    ),
    why: text(
        "Qui navigue au clavier doit parcourir tout le menu, à chaque page, avant d’arriver au contenu.",
        "People who use the keyboard must go through the whole menu, on every page, before they reach the content.",
    ),
    fix: text(
        "Placer au début de la page <a href=\"#contenu\">Aller au contenu</a>, visible au moins à la prise de focus, et id=\"contenu\" sur <main>.",
        "Put <a href=\"#content\">Skip to content</a> at the start of the page, visible at least on focus, and id=\"content\" on <main>.",
    ),
    proofs: &[Proof::decides(&[QUICK])],
    interest: &[Interest::Page],
    review: &[
        "<!DOCTYPE html><nav><a href=/>Accueil</a></nav><main>Texte</main>",
        "<link rel=stylesheet href=s.css><a href=#c>Aller au contenu</a><main id=c>Texte</main>",
    ],
    pass: &[
        "<a href=#c>Aller au contenu</a><nav>…</nav><main id=c>Texte</main>",
        "<meta http-equiv=refresh content='0; url=/agenda'><a href=/agenda>Agenda</a>",
    ],
    ..Meta::NEW
};

const MISSING: Text = text(
    "aucun lien de cette page ne mène à un endroit de la page : il n’y a pas de lien d’accès rapide au contenu",
    "no link of this page leads to a place in the page: there is no skip link to the content",
);
const ALONE: Text = text(
    "cette page n’a pas de lien d’accès rapide au contenu : en faut-il un ?",
    "this page has no skip link to the content: does it need one?",
);
const ELSEWHERE: Text = text(
    "aucun lien ne mène au <main> de cette page : ce premier lien interne, vers « {href} », en tient-il lieu ?",
    "no link leads to this page's <main>: does this first internal link, to \"{href}\", serve as one?",
);
const HIDDEN: Text = text(
    "ce lien, vers « {href} », mène au contenu principal : le voit-on, au moins quand il a le focus ?",
    "this link, to \"{href}\", leads to the main content: is it seen, at least when it has the focus?",
);
const NO_MAIN: Text = text(
    "cette page n’a pas de <main> : ce premier lien interne, vers « {href} », mène-t-il au contenu principal ?",
    "this page has no <main>: does this first internal link, to \"{href}\", lead to the main content?",
);

impl Check for SkipLinkMissing {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        let (doc, semantics) = (cx.doc(), cx.semantics());
        let Some(body) = doc.body().filter(|b| b.is("body")) else {
            return;
        };
        if semantics.is_redirect() || doc.is_fragment() {
            return cx.leave_open(&[QUICK]);
        }
        let main = shown_mains(semantics).next();
        let mut internal = Vec::new();
        for link in semantics.elements_of(Kind::Link) {
            if let Some(id) = fragment(link)
                && !link.in_template()
                && semantics.is_rendered(link)
            {
                internal.push((link, id));
            }
        }
        if let Some(main) = main {
            let before = internal.iter().take(FIRST_LINKS);
            let before = before.take_while(|(link, _)| link.id() < main.id());
            let mut there = before
                .filter(|(_, id)| doc.by_id(id).is_some_and(|p| leads_to(p, main, semantics)));
            if let Some((link, id)) = there.next() {
                if !is_shown_on_focus(*link, semantics) {
                    cx.review(*link, &HIDDEN).arg("href", format_args!("#{id}"));
                    return;
                }
                return cx.pass();
            }
        }
        match internal.first() {
            Some((link, id)) => {
                let question = if main.is_some() { &ELSEWHERE } else { &NO_MAIN };
                cx.review(*link, question)
                    .arg("href", format_args!("#{id}"));
            }
            None if cx.options().site_of_many && !may_be_elsewhere(cx) => {
                cx.fail(body, &MISSING);
            }
            None => {
                cx.review(body, &ALONE);
            }
        }
    }
}

/// A skip link is among the first links of a page.
const FIRST_LINKS: usize = 50;

/// The fragment that an `a` leads to, if it is to a place of this page: `#` and something.
fn fragment(link: Element<'_>) -> Option<&str> {
    if !link.is("a") {
        return None;
    }
    let id = link.attr("href")?.trim_ascii().strip_prefix('#')?;
    (!id.is_empty()).then_some(id)
}

/// Whether the place is the main content: `main`, what is around it or just before it, or the first thing in it. Nothing that people get may
/// stand in between.
fn leads_to<'p>(place: Element<'p>, main: Element<'p>, semantics: &'p Semantics<'p>) -> bool {
    let between = place.id().min(main.id()) + 1..place.id().max(main.id());
    if main.subtree_end() <= place.id() || between.len() > 200 {
        return false;
    }
    let doc = main.document();
    between.into_iter().all(|id| match doc.node(id) {
        NodeRef::Text(text) => {
            text.is_blank() || text.parent().is_none_or(|p| !semantics.is_rendered(p))
        }
        NodeRef::Element(e) => !e.is_any(&["a", "img", "svg", "input", "button", "select"]),
        NodeRef::Document | NodeRef::Doctype(_) | NodeRef::Comment(_) => true,
    })
}

/// Whether a skip link may be where nothing shows it: in a page that scripts fill, as a link by script, or written with the page's whole
/// address.
fn may_be_elsewhere(cx: &Context<'_>) -> bool {
    let semantics = cx.semantics();
    semantics.is_shell()
        || semantics.elements_of(Kind::Link).any(|e| {
            e.attr_is("role", "link")
                || e.is("a")
                    && e.attr("href").is_some_and(|href| {
                        is_javascript_url(href)
                            || href
                                .rsplit_once('#')
                                .is_some_and(|(_, id)| cx.doc().by_id(id).is_some())
                    })
        })
}
