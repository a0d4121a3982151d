//! Content Security Policy Level 3, 6.7.2 «Source list matching»: files of the page that the policy it gives in a `meta` does not let load.
//!
//! What is written in the page itself is `policy-blocks-inline`'s. Whether an absolute address is that of the page's own site (`'self'`)
//! is not known from files: a question.

use super::policy_blocks_inline::{policies, sources};
use crate::check::{Category, Check, Context, Interest, Level, Meta};
use crate::dom::{Attr, Element};
use crate::spec::links;
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
        for (meta, policy) in policies(doc) {
            // Addresses are then relative to another page.
            let moved = doc.elements().any(|e| e.is("base") && e.has_attr("href"));
            let after = doc.elements().filter(|e| e.id() > meta.id());
            for element in after.filter(|e| e.is_html() && !e.in_template()) {
                let Some((attr, directives)) = resource(element) else {
                    continue;
                };
                let found = directives.iter().find_map(|d| sources(policy.value(), d));
                let Some((directive, list)) = found else {
                    continue;
                };
                let draft = match allows(list, attr.value(), moved, element.attr("nonce")) {
                    Answer::Yes => {
                        cx.pass();
                        None
                    }
                    Answer::Unknown => None,
                    Answer::IfOwn => cx.review_together((element, attr), &OWN, directive, &ALSO),
                    Answer::No => cx.fail_together((element, attr), &BLOCKED, directive, &ALSO),
                };
                if let Some(draft) = draft {
                    draft
                        .arg("directive", directive)
                        .related(policy.place(), &POLICY);
                }
            }
        }
    }
}

/// What an element loads, and the directives that speak of it, the first there being the one that counts (6.8.3).
fn resource(element: Element<'_>) -> Option<(Attr<'_>, &'static [&'static str])> {
    let (name, directives): (_, &[&str]) = match element.name() {
        "img" => ("src", &["img-src", "default-src"]),
        "script" => ("src", &["script-src-elem", "script-src", "default-src"]),
        "link" if element.attr_is("rel", "stylesheet") => {
            ("href", &["style-src-elem", "style-src", "default-src"])
        }
        "iframe" => ("src", &["frame-src", "child-src", "default-src"]),
        "audio" | "video" | "track" => ("src", &["media-src", "default-src"]),
        "source" if element.parent()?.is_any(&["audio", "video"]) => {
            ("src", &["media-src", "default-src"])
        }
        "object" => ("data", &["object-src", "default-src"]),
        "embed" => ("src", &["object-src", "default-src"]),
        _ => return None,
    };
    let attr = element.attribute(name)?;
    (!attr.value().trim_ascii().is_empty()).then_some((attr, directives))
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
fn allows(list: &str, url: &str, moved: bool, nonce: Option<&str>) -> Answer {
    let scheme = links::scheme(url);
    let web = scheme.is_none_or(|s| links::known_scheme(s) == Some(links::Scheme::Web));
    let host = links::host(url);
    let relative = scheme.is_none() && host.is_none();
    let mut answer = Answer::No;
    for source in list.split_ascii_whitespace() {
        let lower = source.to_ascii_lowercase();
        match &*lower {
            "'none'" => {}
            "*" if web => return Answer::Yes,
            "'self'" if relative && !moved => return Answer::Yes,
            "'self'" if web => answer = Answer::IfOwn,
            "'strict-dynamic'" => return Answer::Unknown,
            _ if lower.starts_with("'sha") => return Answer::Unknown,
            _ if lower.starts_with("'nonce-") => {
                let wanted = source.get(7..source.len() - 1);
                if wanted.is_some() && wanted == nonce {
                    return Answer::Yes;
                }
            }
            _ if lower.starts_with('\'') => {}
            _ if lower.ends_with(':') => {
                let wanted = &lower[..lower.len() - 1];
                match scheme {
                    Some(scheme) if scheme.eq_ignore_ascii_case(wanted) => return Answer::Yes,
                    // `http:` lets https through; an address without a scheme takes that of the page.
                    _ if web && matches!(wanted, "http" | "https") => return Answer::Unknown,
                    _ => {}
                }
            }
            // A host: that of a relative address is not known.
            _ if relative => return Answer::Unknown,
            _ if host.is_some_and(|host| is_host(&lower, host)) => return Answer::Yes,
            _ => {}
        }
    }
    answer
}

/// Whether a host source (`https://*.example:443/a/`) is of this host; port and path are not looked at.
fn is_host(source: &str, host: &str) -> bool {
    let source = source.split_once("://").map_or(source, |(_, rest)| rest);
    let wanted = source.split(['/', ':']).next().unwrap_or_default();
    let host = host.to_ascii_lowercase();
    match wanted.strip_prefix('*') {
        Some(suffix) => host.ends_with(suffix),
        None => host == wanted,
    }
}
