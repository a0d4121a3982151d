//! An `aria-*` attribute beside the attribute of HTML that gives the same state (ARIA in HTML, section 5).
//!
//! Browsers follow HTML: the other one is a second truth to keep, and may end up false. Where the standard says «must not», an error;
//! where it says «should not», a warning. `aria-hidden="true"` on `body`, which hides the whole page, is in section 4 of the same
//! standard. Nothing to prove for the RGAA: what browsers tell is right.

use super::facts::with_facts;
use crate::check::{Category, Check, Context, Interest, Level, Meta};
use crate::dom::{Attr, Element};
use crate::spec::aria_native::{self, Clash};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &AriaNativeConflict;

struct AriaNativeConflict;

static META: Meta = Meta {
    id: "aria-native-conflict",
    category: Category::Conformance,
    title: text(
        "Attribut ARIA qui double un attribut HTML",
        "ARIA attribute that doubles an HTML attribute",
    ),
    why: text(
        "Le navigateur suit l’attribut HTML : l’attribut ARIA n’apporte rien, et trompe dès que l’un change sans l’autre.",
        "Browsers follow the HTML attribute: the ARIA attribute brings nothing, and misleads once one changes without the other.",
    ),
    fix: text(
        "Garder l’attribut HTML et supprimer l’attribut ARIA.",
        "Keep the HTML attribute and remove the ARIA attribute.",
    ),
    interest: &[Interest::Attributes(aria_native::NAMES)],
    fail: &[
        "<input type=checkbox aria-checked=true>",
        "<button disabled aria-disabled=false>Payer</button>",
        "<input required aria-required=true>",
        "<body aria-hidden=true>Avis",
    ],
    pass: &["<div role=checkbox tabindex=0 aria-checked=true>Accepter</div>"],
    na: &["<input type=checkbox checked>"],
    ..Meta::NEW
};

const FORBIDDEN: Text = text(
    "{name} est interdit sur ce <{tag}> : l’attribut {native} de HTML donne déjà cette information",
    "{name} is not allowed on this <{tag}>: the {native} attribute of HTML gives this information already",
);
const CONTRADICTS: Text = text(
    "{name} vaut « {value} », et contredit l’attribut {native} de ce <{tag}>",
    "{name} is \"{value}\", which contradicts the {native} attribute of this <{tag}>",
);
const REPEATS: Text = text(
    "{name} est inutile : l’attribut {native} de ce <{tag}> le dit déjà",
    "{name} is of no use: the {native} attribute of this <{tag}> says it already",
);
const DISCOURAGED: Text = text(
    "{name} est déconseillé sur ce <{tag}> : passer par l’attribut {native} de HTML",
    "{name} is discouraged on this <{tag}>: use the {native} attribute of HTML instead",
);
const BODY: Text = text(
    "aria-hidden=\"true\" est interdit sur <body> : toute la page disparaît pour les lecteurs d’écran",
    "aria-hidden=\"true\" is not allowed on <body>: the whole page vanishes for screen readers",
);
const ALSO: Text = text("ici aussi", "here too");

impl Check for AriaNativeConflict {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, element: Element<'p>, attr: Attr<'p>, cx: &mut Context<'p>) {
        let (name, value) = (attr.name(), attr.value());
        if value.is_empty() || !element.is_html() {
            return;
        }
        if element.is("body") && name == "aria-hidden" {
            match value {
                "true" => _ = cx.fail((element, attr), &BODY),
                _ => cx.pass(),
            }
            return;
        }
        let found = with_facts(element, cx.semantics(), |facts| {
            aria_native::clash(facts, name, value)
        });
        let Some((clash, native)) = found.flatten() else {
            return cx.pass();
        };
        let (message, level) = match clash {
            Clash::Forbidden => (&FORBIDDEN, Level::Error),
            Clash::Contradicts => (&CONTRADICTS, Level::Error),
            Clash::Repeats => (&REPEATS, Level::Warning),
            Clash::Discouraged => (&DISCOURAGED, Level::Warning),
        };
        let tag = element.name();
        let what = format!("{name} {tag} {native} {value}");
        let target = (element, attr.span());
        if let Some(draft) = cx.fail_together(target, message, &what, &ALSO) {
            let draft = draft
                .arg("name", name)
                .arg("tag", tag)
                .arg("native", native);
            let draft = draft.level(level);
            if clash == Clash::Contradicts {
                draft.arg("value", value);
            }
        }
    }
}
