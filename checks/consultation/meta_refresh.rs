//! RGAA 13.1.1 and 13.1.2: a page that reloads or leaves by itself (`<meta http-equiv=refresh>`).
//!
//! The first one that a browser understands counts (WHATWG HTML 4.2.5.3). Without another address, or with the page's own, it is a refresh
//! (13.1.1); with another address, a redirection (13.1.2).
//!
//! 13.1.1 failed: less than twenty hours, and nothing in the page says that it could stop or delay it. A link or button that speaks of it makes
//! it a question. Passed: twenty hours or more. Inapplicable: no such `meta`, and nothing else of the test's list (`object`, `embed`, `canvas`, SVG
//! that moves or runs scripts), whose content nobody sees here: those leave it open.
//! 13.1.2 failed: not immediate, on a page people read. A short page may be what is left at an old address: the particular case of 13.1 makes its
//! redirection essential, so `redirect-delayed` speaks of it and leaves the test open. Passed: immediate. Inapplicable: no redirection by `meta`.

use super::refresh::{self, LONG, is_itself, is_read};
use crate::check::{Category, Check, Context, Interest, Meta, Proof};
use crate::dom::{Document, Element, Namespace};
use crate::rgaa::{TestId, test};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &MetaRefresh;

struct MetaRefresh;

const REFRESH: TestId = test(13, 1, 1);
const REDIRECTION: TestId = test(13, 1, 2);

static META: Meta = Meta {
    id: "meta-refresh",
    category: Category::Accessibility,
    title: text(
        "Page qui se recharge ou redirige d’elle-même",
        "Page that reloads or redirects by itself",
    ),
    why: text(
        "Qui lit lentement, ou par un lecteur d’écran, perd sa place ou n’a pas fini quand la page change sans prévenir.",
        "People who read slowly, or through a screen reader, lose their place or are not done when the page changes without warning.",
    ),
    fix: text(
        "Laisser l’utilisateur actualiser, ou lui donner de quoi arrêter l’actualisation ; rediriger par le serveur, ou sans délai.",
        "Let people refresh, or give them a means to stop it; redirect from the server, or without delay.",
    ),
    proofs: &[Proof::decides(&[REFRESH]), Proof::decides(&[REDIRECTION])],
    act: &["bc659a"],
    interest: &[Interest::Elements(&[
        "meta",
        "object",
        "embed",
        "canvas",
        "animate",
        "animateMotion",
        "animateTransform",
        "set",
        "script",
    ])],
    fail: &["<head><meta http-equiv=refresh content=60></head><p>Horaires des bus</p>"],
    review: &[
        "<head><meta http-equiv=refresh content=60></head><a href=?arret>Arrêter l’actualisation</a>",
    ],
    pass: &[
        "<head><meta http-equiv=refresh content='0; url=/nouveau'></head>",
        "<head><meta http-equiv=refresh content=72000></head><p>Horaires des bus</p>",
    ],
    na: &[
        "<head><meta charset=utf-8></head><p>Horaires des bus</p>",
        "<head><meta http-equiv=refresh content=bientôt></head><p>Horaires des bus</p>",
    ],
    ..Meta::NEW
};

const RELOADS: Text = text(
    "la page se recharge d’elle-même au bout de {delay} s, et rien n’y permet de l’arrêter",
    "the page reloads by itself after {delay} s, and nothing in it lets people stop that",
);
const CONTROLLED: Text = text(
    "la page se recharge d’elle-même au bout de {delay} s : peut-on vraiment l’arrêter ou en repousser le délai ?",
    "the page reloads by itself after {delay} s: can people really stop that or put it off?",
);
const CONTROL: Text = text("par ceci ?", "with this?");
const LEAVES: Text = text(
    "la page laisse {delay} s pour être lue, puis redirige vers « {url} »",
    "the page leaves {delay} s to be read, then redirects to \"{url}\"",
);
impl Check for MetaRefresh {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, element: Element<'p>, cx: &mut Context<'p>) {
        if element.is("meta") {
            judge(element, cx);
        } else if element.namespace() == Namespace::Svg
            || element.is_any(&["object", "embed", "canvas"])
        {
            cx.leave_open(&[REFRESH]);
        }
    }
}

fn judge<'p>(meta: Element<'p>, cx: &mut Context<'p>) {
    let Some((content, refresh)) = refresh::of(meta) else {
        return;
    };
    if std::mem::replace(cx.memory::<bool>(), true) {
        return;
    }
    let (delay, target) = (refresh.delay, (meta, content));
    if is_itself(refresh.url, &cx.doc().source().path) {
        if delay >= LONG {
            cx.pass_on(&[REFRESH]);
        } else if let Some(control) = control(cx.doc()) {
            cx.review(target, &CONTROLLED)
                .arg("delay", delay)
                .tests(&[REFRESH])
                .related(control.place(), &CONTROL);
        } else {
            cx.fail(target, &RELOADS)
                .arg("delay", delay)
                .tests(&[REFRESH]);
        }
    } else if delay == 0 {
        cx.pass_on(&[REDIRECTION]);
    } else if delay < LONG && is_read(cx.doc()) {
        cx.fail(target, &LEAVES)
            .arg("delay", delay)
            .arg("url", refresh.url)
            .tests(&[REDIRECTION]);
    } else {
        // `redirect-delayed` says it.
        cx.leave_open(&[REDIRECTION]);
    }
}

/// A link or a button that speaks of refreshing, or of stopping.
fn control(doc: &Document) -> Option<Element<'_>> {
    const WORDS: [&str; 8] = [
        "rafraîch",
        "actualis",
        "recharg",
        "refresh",
        "reload",
        "pause",
        "arrêt",
        "stop",
    ];
    let mut controls = doc.elements().filter(|e| {
        !e.in_template() && (e.is_any(&["a", "button", "input", "select"]) || e.has_attr("role"))
    });
    controls.find(|e| {
        let attributes = ["value", "title", "aria-label"];
        let said = attributes.map(|a| e.attr(a).unwrap_or("").to_lowercase());
        let text = e.text_content().to_lowercase();
        WORDS
            .iter()
            .any(|w| text.contains(w) || said.iter().any(|s| s.contains(w)))
    })
}
