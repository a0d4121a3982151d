//! RGAA 13.1.1 and 13.1.2: a page that reloads or leaves by itself (`<meta http-equiv=refresh>`).
//!
//! The first one that a browser understands counts (WHATWG HTML 4.2.5.3). Without another address, or with the page's own, it is a refresh
//! (13.1.1); with another address, a redirection (13.1.2).
//!
//! 13.1.1 failed: less than twenty hours, and nothing in the page says that it could stop or delay it. A link or button that speaks of it makes
//! it a question. Passed: twenty hours or more. Inapplicable: no such `meta`, and nothing else of the test's list (`object`, `embed`, `canvas`, SVG
//! that moves or runs scripts), whose content nobody sees here: those leave it open.
//! 13.1.2 failed: not immediate, on a page people read. A short page may be what is left at an old address: the particular case of 13.1 makes its
//! redirection essential, so it is a question. Passed: immediate. Inapplicable: no redirection by `meta`.
//!
//! ACT bc659a fails two short pages that redirect after some seconds, which the RGAA's particular case leaves to a person, and one at twenty hours sharp,
//! which is enough for the RGAA («vingt heures, au moins»).

use crate::check::{Category, Check, Context, Interest, Meta, Proof};
use crate::dom::{Document, Element, Namespace, NodeRef};
use crate::rgaa::{TestId, test};
use crate::spec::refresh;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &MetaRefresh;

struct MetaRefresh;

const REFRESH: TestId = test(13, 1, 1);
const REDIRECTION: TestId = test(13, 1, 2);

/// Twenty hours, in seconds.
const LONG: u64 = 20 * 3600;

/// Words of body text from which a page is there to be read, not to be left.
const READ: usize = 100;

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
        "<head><meta http-equiv=refresh content='5; url=/nouveau'></head><p>Cette page a changé d’adresse.</p>",
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
const MOVED: Text = text(
    "la page redirige vers « {url} » au bout de {delay} s : n’est-elle là que pour annoncer cette nouvelle adresse ?",
    "the page redirects to \"{url}\" after {delay} s: is it only there to announce this new address?",
);

impl Check for MetaRefresh {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, element: Element<'p>, cx: &mut Context<'p>) {
        if element.is("meta") {
            if element.attr_is("http-equiv", "refresh") {
                judge(element, cx);
            }
        } else if element.namespace() == Namespace::Svg
            || element.is_any(&["object", "embed", "canvas"])
        {
            cx.leave_open(&[REFRESH]);
        }
    }
}

fn judge<'p>(meta: Element<'p>, cx: &mut Context<'p>) {
    let Some(content) = meta.attribute("content") else {
        return;
    };
    let Some(refresh) = refresh::parse(content.value()) else {
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
    } else if delay >= LONG {
        cx.leave_open(&[REDIRECTION]);
    } else {
        let draft = if is_read(cx.doc()) {
            cx.fail(target, &LEAVES)
        } else {
            cx.review(target, &MOVED)
        };
        draft
            .arg("delay", delay)
            .arg("url", refresh.url)
            .tests(&[REDIRECTION]);
    }
}

/// Whether an address is that of the page, which is known by its file name.
fn is_itself(url: &str, path: &str) -> bool {
    let address = url.split('#').next().unwrap_or_default();
    let file = path.rsplit(['/', '\\']).next();
    address.is_empty() || Some(address) == file || address.strip_prefix("./") == file
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

fn is_read(doc: &Document) -> bool {
    let nodes = doc.body().into_iter().flat_map(Element::descendant_nodes);
    let texts = nodes.filter_map(NodeRef::as_text).filter(|t| {
        t.parent()
            .is_some_and(|p| !p.is_any(&["script", "style", "noscript", "template"]))
    });
    let mut words = texts.flat_map(|t| t.text().split_whitespace());
    words.nth(READ - 1).is_some()
}
