//! Content Security Policy Level 3, 4.2.3 «Should element's inline type behavior be blocked by CSP?»: what the policy that the page gives in
//! a `meta` (HTML Standard 4.2.5.3) blocks of the page itself: scripts, event handlers and styles written in it, after the `meta`.
//!
//! A warning, as nothing breaks HTML: the author's own rule breaks the author's own page. Where the policy lists hashes, what they are
//! of is not computed: nothing is said.

use crate::check::{Category, Check, Context, Interest, Level, Meta};
use crate::dom::{Attr, Document, Element};
use crate::semantics::is_blank;
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
        for (meta, policy) in policies(cx.doc()) {
            cx.pass();
            enforce(meta, policy, cx);
        }
    }
}

/// The policies that the page gives: the `meta`, and the attribute that holds the policy.
pub fn policies(doc: &Document) -> impl Iterator<Item = (Element<'_>, Attr<'_>)> {
    let inside = doc.head().into_iter().flat_map(Element::child_elements);
    inside
        .filter(|e| e.is("meta") && e.attr_is("http-equiv", "content-security-policy"))
        .filter_map(|meta| Some((meta, meta.attribute("content")?)))
}

fn enforce<'p>(meta: Element<'p>, policy: Attr<'p>, cx: &mut Context<'p>) {
    let mut tell = |element: Element<'p>, attr: Option<Attr<'p>>, inline: Inline| {
        let Some(directive) = blocking(policy.value(), inline, element) else {
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
            .related(policy.place(), &POLICY);
    };
    let after = meta.document().elements().filter(|e| e.id() > meta.id());
    for element in after.filter(|e| !e.in_template()) {
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
fn blocking<'p>(policy: &'p str, inline: Inline, element: Element<'_>) -> Option<&'p str> {
    let directive = inline
        .directives()
        .iter()
        .find_map(|name| sources(policy, name))?;
    let (name, sources) = directive;
    let mut unsafe_inline = false;
    let mut narrowed = false;
    for source in sources.split_ascii_whitespace() {
        let quoted = source.strip_prefix('\'').and_then(|s| s.strip_suffix('\''));
        let Some(quoted) = quoted else { continue };
        let lower = quoted.to_ascii_lowercase();
        if lower == "unsafe-inline" {
            unsafe_inline = true;
        } else if lower == "strict-dynamic" {
            narrowed |= matches!(inline, Inline::Script | Inline::Handler);
        } else if ["sha256-", "sha384-", "sha512-"]
            .iter()
            .any(|s| lower.starts_with(s))
        {
            return None;
        } else if lower.starts_with("nonce-") {
            narrowed = true;
            let by_nonce = matches!(inline, Inline::Script | Inline::Style);
            if by_nonce && element.attr("nonce") == Some(&quoted[6..]) {
                return None;
            }
        }
    }
    (!unsafe_inline || narrowed).then_some(name)
}

/// A directive of the policy, as written, and its sources; of two with one name the first counts (2.2.1).
pub fn sources<'p>(policy: &'p str, wanted: &str) -> Option<(&'p str, &'p str)> {
    policy.split(';').find_map(|directive| {
        let directive = directive.trim_ascii();
        let (name, sources) = directive
            .split_once(|c: char| c.is_ascii_whitespace())
            .unwrap_or((directive, ""));
        name.eq_ignore_ascii_case(wanted).then_some((name, sources))
    })
}
