//! Content Security Policy Level 3, 4.2.3 «Should element's inline type behavior be blocked by CSP?»: what the policy that the page gives in
//! a `meta` (HTML Standard 4.2.5.3) blocks of the page itself: scripts, event handlers and styles written in it, after the `meta`.
//!
//! A warning, as nothing breaks HTML: the author's own rule breaks the author's own page. Where the policy lists hashes, what they are
//! of is not computed: nothing is said.

use super::policies::Policy;
use crate::check::{Category, Check, Context, Interest, Level, Meta};
use crate::dom::{Attr, Element};
use crate::semantics::is_blank;
use crate::spec::content_policy::{is_hash, nonce};
use crate::spec::event_handlers::is_event_handler;
use crate::spec::script_kinds::ScriptKind;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &PolicyBlocksInline;

struct PolicyBlocksInline;

static META: Meta = Meta {
    id: "policy-blocks-inline",
    level: Level::Warning,
    category: Category::Conformance,
    title: text(
        "Bloqué par la politique de la page",
        "Blocked by the page’s own policy",
    ),
    why: text(
        "Le navigateur refuse ce script ou ce style, que la politique de sécurité de la page n’admet pas : ce qu’il devait faire n’a pas lieu.",
        "The browser refuses this script or style, which the page's security policy does not allow: what it was to do does not happen.",
    ),
    fix: text(
        "Mettre le script ou le style dans un fichier, ou l’admettre dans la politique par un nonce ou une empreinte.",
        "Move the script or the style to a file, or allow it in the policy by a nonce or a hash.",
    ),
    interest: &[Interest::Page],
    fail: &[
        "<meta http-equiv=content-security-policy content=\"script-src 'self'\"><script>ouvrir()</script>",
        "<meta http-equiv=content-security-policy content=\"default-src 'none'\"><p style='color: red'>Avis</p>",
    ],
    pass: &[
        "<meta http-equiv=content-security-policy content=\"script-src 'nonce-a'\"><script nonce=a>ouvrir()</script>",
    ],
    na: &["<script>ouvrir()</script><p style='color: red' onclick='x()'>Avis</p>"],
    ..Meta::NEW
};

const SCRIPT: Text = text(
    "ce script ne s’exécute pas : la directive {directive} de la politique ne l’admet pas",
    "this script does not run: the {directive} directive of the policy does not allow it",
);
const HANDLER: Text = text(
    "{attribute} ne fait rien : la directive {directive} de la politique n’admet pas de script dans un attribut",
    "{attribute} does nothing: the {directive} directive of the policy does not allow scripts in attributes",
);
const STYLE: Text = text(
    "ce style ne s’applique pas : la directive {directive} de la politique ne l’admet pas",
    "this style does not apply: the {directive} directive of the policy does not allow it",
);
const POLICY: Text = text("la politique", "the policy");
const ALSO: Text = text("ici aussi", "here too");

/// What is written in the page, and the directives that speak of it, the first one there being the one that counts (6.8.4).
#[derive(Clone, Copy)]
enum Inline {
    Script,
    Handler,
    Style,
    StyleAttribute,
}

impl Inline {
    fn directives(self) -> [&'static str; 3] {
        match self {
            Inline::Script => ["script-src-elem", "script-src", "default-src"],
            Inline::Handler => ["script-src-attr", "script-src", "default-src"],
            Inline::Style => ["style-src-elem", "style-src", "default-src"],
            Inline::StyleAttribute => ["style-src-attr", "style-src", "default-src"],
        }
    }
}

impl Check for PolicyBlocksInline {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        for policy in Policy::all(cx.doc()) {
            cx.pass();
            enforce(&policy, cx);
        }
    }
}

fn enforce<'p>(policy: &Policy<'p>, cx: &mut Context<'p>) {
    let mut tell = |element: Element<'p>, attr: Option<Attr<'p>>, inline: Inline| {
        let Some(directive) = blocking(policy, inline, element) else {
            return;
        };
        let (target, message): (crate::check::Target<'p>, _) = match (attr, inline) {
            (Some(attr), Inline::Handler) => ((element, attr.name_span()).into(), &HANDLER),
            (Some(attr), _) => ((element, attr).into(), &STYLE),
            (None, Inline::Script) => ((element, element.name_place()).into(), &SCRIPT),
            (None, _) => ((element, element.name_place()).into(), &STYLE),
        };
        let what = attr.map_or(element.name(), Attr::name);
        let Some(mut draft) = cx.fail_together(target, message, what, &ALSO) else {
            return;
        };
        if let Inline::Handler = inline {
            draft = draft.arg("attribute", what);
        }
        draft
            .arg("directive", directive)
            .related(policy.attr.place(), &POLICY);
    };
    for element in policy.elements() {
        if is_inline_script(element) {
            tell(element, None, Inline::Script);
        } else if element.name() == "style" && !element.text_is_blank() {
            tell(element, None, Inline::Style);
        }
        for attr in element.attributes() {
            if attr.name() == "style" && !is_blank(attr.value()) {
                tell(element, Some(attr), Inline::StyleAttribute);
            } else if is_event_handler(attr.name()) {
                tell(element, Some(attr), Inline::Handler);
            }
        }
    }
}

fn is_inline_script(element: Element<'_>) -> bool {
    element.name() == "script"
        && !element.has_attr("src")
        && !element.text_is_blank()
        && !matches!(
            ScriptKind::new(element.attr("type")),
            ScriptKind::DataBlock | ScriptKind::SpeculationRules
        )
}

/// The directive that blocks it, if one does for certain.
fn blocking<'p>(policy: &Policy<'p>, inline: Inline, element: Element<'_>) -> Option<&'p str> {
    let directive = policy.first_of(&inline.directives())?;
    let mut unsafe_inline = false;
    let mut narrowed = false;
    for source in directive.sources.as_ref()? {
        let quoted = source.strip_prefix('\'').and_then(|s| s.strip_suffix('\''));
        let Some(quoted) = quoted else { continue };
        if quoted.eq_ignore_ascii_case("unsafe-inline") {
            unsafe_inline = true;
        } else if quoted.eq_ignore_ascii_case("strict-dynamic") {
            narrowed |= matches!(inline, Inline::Script | Inline::Handler);
        } else if is_hash(quoted) {
            return None;
        } else if let Some(nonce) = nonce(quoted) {
            narrowed = true;
            let by_nonce = matches!(inline, Inline::Script | Inline::Style);
            if by_nonce && element.attr("nonce") == Some(nonce) {
                return None;
            }
        }
    }
    (!unsafe_inline || narrowed).then_some(directive.name)
}
