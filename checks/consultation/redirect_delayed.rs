//! A page that redirects after some time, by `<meta http-equiv=refresh>` (ACT bc659a).
//!
//! WCAG 2.2.1 and its failure F40: people cannot stop the time limit, and only an immediate redirection, or one after more than twenty hours, has none. So
//! a certain failure, for WCAG. The RGAA has a particular case: a redirection is essential when all that is left at an old address is to say so. Where
//! `meta-refresh` sees a page to be read it fails 13.1.2; the other pages, short ones, are judged here, as evidence for 13.1.2.

use super::refresh::{self, LONG, is_itself, is_read};
use crate::check::{Category, Check, Context, Interest, Level, Meta, Proof};
use crate::dom::Element;
use crate::rgaa::test;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &RedirectDelayed;

struct RedirectDelayed;

static META: Meta = Meta {
    id: "redirect-delayed",
    level: Level::Warning,
    category: Category::Accessibility,
    title: text("Redirection différée", "Delayed redirection"),
    why: text(
        "Qui lit lentement, ou par un lecteur d’écran, est arraché à sa lecture sans l’avoir demandé.",
        "People who read slowly, or through a screen reader, are torn from what they read without having asked.",
    ),
    fix: text(
        "Rediriger par le serveur, ou sans délai (content=\"0; url=…\") ; ou laisser un simple lien vers la nouvelle adresse.",
        "Redirect from the server, or without delay (content=\"0; url=…\"); or leave a mere link to the new address.",
    ),
    proofs: &[Proof::hints(&[test(13, 1, 2)])],
    act: &["bc659a"],
    interest: &[Interest::Elements(&["meta"])],
    fail: &[
        "<head><meta http-equiv=refresh content='5; url=/nouveau'></head><p>Cette page a changé d’adresse.</p>",
    ],
    pass: &["<head><meta http-equiv=refresh content='0; url=/nouveau'></head>"],
    na: &[
        "<head><meta charset=utf-8></head><p>Horaires des bus</p>",
        "<head><meta http-equiv=refresh content=60></head><p>Horaires des bus</p>",
    ],
    ..Meta::NEW
};

const LATE: Text = text(
    "la page redirige vers « {url} » au bout de {delay} s, sans que l’on puisse l’arrêter : le RGAA ne l’admet que si elle n’est là que pour annoncer cette adresse, les WCAG jamais",
    "the page redirects to \"{url}\" after {delay} s, and people cannot stop it: the RGAA allows that only if it is there just to announce this address, WCAG never does",
);

impl Check for RedirectDelayed {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, meta: Element<'p>, cx: &mut Context<'p>) {
        let Some((content, refresh)) = refresh::of(meta) else {
            return;
        };
        if std::mem::replace(cx.memory::<bool>(), true)
            || is_itself(refresh.url, &cx.doc().source().path)
        {
            return;
        }
        // Twenty hours sharp are still a limit: the exception is for more.
        if refresh.delay == 0 || refresh.delay > LONG {
            cx.pass();
        } else if refresh.delay == LONG || !is_read(cx.doc()) {
            cx.fail((meta, content), &LATE)
                .arg("delay", refresh.delay)
                .arg("url", refresh.url);
        }
    }
}
