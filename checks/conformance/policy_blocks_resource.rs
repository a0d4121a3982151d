//! Content Security Policy Level 3, 6.7.2 «Source list matching»: files of the page that the policy it gives in a `meta` does not let load.
//!
//! What is written in the page itself is `policy-blocks-inline`'s. Whether an absolute address is that of the page's own site (`'self'`)
//! is not known from files: a question.

use super::policies::Policy;
use crate::check::{Category, Check, Context, Interest, Level, Meta};
use crate::dom::{Attr, Element};
use crate::spec::content_policy::{is_hash, nonce as nonce_of};
use crate::spec::links::{self, Scheme};
use crate::spec::script_kinds::ScriptKind;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &PolicyBlocksResource;

struct PolicyBlocksResource;

static META: Meta = Meta {
    id: "policy-blocks-resource",
    level: Level::Warning,
    review_level: Level::Warning,
    category: Category::Conformance,
    title: text(
        "Fichier bloqué par la politique de la page",
        "File blocked by the page’s own policy",
    ),
    why: text(
        "Le navigateur ne charge pas ce fichier, que la politique de sécurité de la page n’admet pas : l’image, le style ou le script manque.",
        "The browser does not load this file, which the page's security policy does not allow: the image, style or script is missing.",
    ),
    fix: text(
        "Ajouter l’origine du fichier à la directive, ou servir le fichier depuis une origine admise.",
        "Add the origin of the file to the directive, or serve the file from an allowed origin.",
    ),
    interest: &[Interest::Page],
    fail: &[
        "<meta http-equiv=content-security-policy content=\"img-src 'none'\"><img src=plan.png alt=Plan>",
        "<meta http-equiv=content-security-policy content=\"script-src https://cdn.example\"><script src=https://autre.example/a.js></script>",
    ],
    review: &[
        "<meta http-equiv=content-security-policy content=\"default-src 'self'\"><img src=https://dax.example/plan.png alt=Plan>",
    ],
    pass: &[
        "<meta http-equiv=content-security-policy content=\"default-src 'self'\"><img src=plan.png alt=Plan>",
        "<meta http-equiv=content-security-policy content=\"img-src *.example\"><img src=https://dax.example/plan.png alt=Plan>",
        "<meta http-equiv=content-security-policy content=\"default-src 'self'\"><img src=a.png alt=A><iframe src=about:blank title=Carte></iframe>",
    ],
    na: &["<img src=plan.png alt=Plan>"],
    ..Meta::NEW
};

const BLOCKED: Text = text(
    "ce fichier n’est pas chargé : la directive {directive} de la politique ne l’admet pas",
    "this file is not loaded: the {directive} directive of the policy does not allow it",
);
const OWN: Text = text(
    "la directive {directive} n’admet cette adresse que si c’est celle du site lui-même ('self') : l’est-elle ?",
    "the {directive} directive allows this address only if it is that of the site itself ('self'): is it?",
);
const POLICY: Text = text("la politique", "the policy");
const ALSO: Text = text("ici aussi", "here too");

impl Check for PolicyBlocksResource {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        let doc = cx.doc();
        let mut policies = Policy::all(doc).peekable();
        if policies.peek().is_none() {
            return;
        }
        // Addresses are then relative to another page.
        let moved = doc.elements().any(|e| e.is("base") && e.has_attr("href"));
        for policy in policies {
            for element in policy.elements().filter(|e| e.is_html()) {
                let Some((attr, directives)) = resource(element) else {
                    continue;
                };
                let Some(directive) = policy.first_of(directives) else {
                    continue;
                };
                let name = directive.name;
                let answer = match &directive.sources {
                    Some(list) => allows(list, attr.value(), moved, element.attr("nonce")),
                    None => Answer::Unknown,
                };
                let draft = match answer {
                    Answer::Yes => {
                        cx.pass();
                        None
                    }
                    Answer::Unknown => None,
                    Answer::IfOwn => cx.review_together((element, attr), &OWN, name, &ALSO),
                    Answer::No => cx.fail_together((element, attr), &BLOCKED, name, &ALSO),
                };
                if let Some(draft) = draft {
                    draft
                        .arg("directive", name)
                        .related(policy.attr.place(), &POLICY);
                }
            }
        }
    }
}

/// What an element loads, and the directives that speak of it, the first there being the one that counts (6.8.3).
fn resource(element: Element<'_>) -> Option<(Attr<'_>, &'static [&'static str])> {
    let (name, directives): (_, &[&str]) = match element.name() {
        "img" => ("src", &["img-src", "default-src"]),
        "script" if ScriptKind::new(element.attr("type")) != ScriptKind::DataBlock => {
            ("src", &["script-src-elem", "script-src", "default-src"])
        }
        "link" if element.attr_is("rel", "stylesheet") => {
            ("href", &["style-src-elem", "style-src", "default-src"])
        }
        // 4.8.5: `srcdoc` is shown instead.
        "iframe" if !element.has_attr("srcdoc") => {
            ("src", &["frame-src", "child-src", "default-src"])
        }
        "audio" | "video" | "track" => ("src", &["media-src", "default-src"]),
        "source" if element.parent()?.is_any(&["audio", "video"]) => {
            ("src", &["media-src", "default-src"])
        }
        "object" => ("data", &["object-src", "default-src"]),
        "embed" => ("src", &["object-src", "default-src"]),
        _ => return None,
    };
    let attr = element.attribute(name)?;
    is_fetched(attr.value()).then_some((attr, directives))
}

/// Whether an address is one that files come from: not nothing, not the empty page (`about:`), which is never fetched (HTML Standard
/// 7.4.2.2), not a script (`javascript:`), which the directives on scripts speak of (7.4.2.3.2).
fn is_fetched(url: &str) -> bool {
    let kind = links::scheme(url).and_then(links::known_scheme);
    !url.trim_ascii().is_empty() && !matches!(kind, Some(Scheme::About | Scheme::Script))
}

#[derive(Clone, Copy)]
enum Answer {
    Yes,
    No,
    /// Only if the address is of the page's own site.
    IfOwn,
    Unknown,
}

/// Whether a source list lets an address load.
fn allows(list: &[&str], url: &str, moved: bool, nonce: Option<&str>) -> Answer {
    let scheme = links::scheme(url);
    let web = scheme.is_none_or(is_web);
    let host = links::host(url);
    let relative = scheme.is_none() && host.is_none();
    let mut answer = Answer::No;
    for &source in list {
        if let Some(quoted) = source.strip_prefix('\'') {
            let quoted = quoted.strip_suffix('\'').unwrap_or(quoted);
            if quoted.eq_ignore_ascii_case("self") {
                match (relative && !moved, web) {
                    (true, _) => return Answer::Yes,
                    (_, true) => answer = Answer::IfOwn,
                    _ => {}
                }
            } else if quoted.eq_ignore_ascii_case("strict-dynamic") || is_hash(quoted) {
                return Answer::Unknown;
            } else if nonce_of(quoted).is_some_and(|wanted| Some(wanted) == nonce) {
                return Answer::Yes;
            }
        } else if let Some(wanted) = source.strip_suffix(':') {
            match scheme {
                Some(scheme) if scheme.eq_ignore_ascii_case(wanted) => return Answer::Yes,
                // `http:` lets https through; an address without a scheme takes that of the page.
                _ if web && is_web(wanted) => return Answer::Unknown,
                _ => {}
            }
        } else if source == "*" && web {
            return Answer::Yes;
        } else if relative && source != "*" {
            // A host: that of a relative address is not known.
            return Answer::Unknown;
        } else if host.is_some_and(|host| is_host(source, host)) {
            return Answer::Yes;
        }
    }
    answer
}

fn is_web(scheme: &str) -> bool {
    links::known_scheme(scheme) == Some(Scheme::Web)
}

/// Whether a host source (`https://*.example:443/a/`) is of this host; port and path are not looked at.
fn is_host(source: &str, host: &str) -> bool {
    let source = source.split_once("://").map_or(source, |(_, rest)| rest);
    let wanted = source.split(['/', ':']).next().unwrap_or_default();
    match wanted.strip_prefix('*') {
        Some(suffix) => {
            let tail = host.len().checked_sub(suffix.len());
            let tail = tail.and_then(|at| host.get(at..));
            tail.is_some_and(|tail| tail.eq_ignore_ascii_case(suffix))
        }
        None => host.eq_ignore_ascii_case(wanted),
    }
}
