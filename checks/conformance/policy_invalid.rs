//! W3C Content Security Policy 3, 2.2.1: a policy in `meta` is directives apart by semicolons, each a name and a value in ASCII; what
//! browsers do not know in it they drop, and the protection with it.
//!
//! An unknown directive is a warning, as new ones come with time; an unknown keyword between quotes never is a host. No RGAA test asks
//! about it. Policies apart by commas are read one by one.

use std::ops::Range;

use super::policies::policies;
use crate::check::{Category, Check, Context, Interest, Level, Meta};
use crate::dom::{Attr, Element};
use crate::spec::content_policy::{self, KEYWORDS, Value};
use crate::text::{Text, nearest, text};

pub static CHECK: &dyn Check = &PolicyInvalid;

struct PolicyInvalid;

static META: Meta = Meta {
    id: "policy-invalid",
    category: Category::Conformance,
    title: text(
        "Politique de sécurité mal écrite",
        "Malformed security policy",
    ),
    why: text(
        "Les navigateurs laissent de côté ce qu’ils ne comprennent pas : la page est moins protégée qu’on ne croit, ou une ressource est bloquée.",
        "Browsers leave out what they do not understand: the page is less protected than one thinks, or a resource is blocked.",
    ),
    fix: text(
        "Écrire les directives et les mots clés comme la norme les nomme, en ASCII.",
        "Write directives and keywords as the standard names them, in ASCII.",
    ),
    interest: &[Interest::Page],
    fail: &[
        "<meta http-equiv=content-security-policy content=\"default-src 'selff'\">",
        "<meta http-equiv=content-security-policy content=\"img-src https://dax.example/é\">",
        "<meta http-equiv=content-security-policy content=\"image-src 'self'\">",
        "<meta http-equiv=content-security-policy content=\"img-src: 'self'\">",
    ],
    pass: &[
        "<meta http-equiv=content-security-policy content=\"default-src 'self'; img-src * data:\">",
        "<meta http-equiv=content-security-policy content=\"default-src 'none', script-src 'nonce-a1'; sandbox\">",
    ],
    na: &["<meta http-equiv=content-type content='text/html; charset=utf-8'>"],
    ..Meta::NEW
};

const DIRECTIVE: Text = text(
    "« {name} » n’est pas une directive de sécurité connue{near}",
    "\"{name}\" is no known security directive{near}",
);
const NAME: Text = text(
    "« {name} » ne peut pas être le nom d’une directive : des lettres, des chiffres et des tirets",
    "\"{name}\" cannot be the name of a directive: letters, digits and hyphens",
);
const KEYWORD: Text = text(
    "{name} n’est pas un mot clé de source{near}",
    "{name} is no keyword for a source{near}",
);
const NOT_ASCII: Text = text(
    "« {name} » : une politique de sécurité s’écrit en ASCII (un nom de domaine, sous sa forme xn--)",
    "\"{name}\": a security policy is written in ASCII (a domain name, in its xn-- form)",
);
const NEAR: Text = text(" ; serait-ce {known} ?", "; is it {known}?");
const FAR: Text = text("", "");

impl Check for PolicyInvalid {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        for (meta, policy) in policies(cx.doc()) {
            let mut good = true;
            for directive in pieces(policy.value(), 0..policy.value().len(), &[';', ',']) {
                good &= judge(meta, policy, directive, cx);
            }
            if good {
                cx.pass();
            }
        }
    }
}

/// The parts of a range of a text between separators, blanks around them left out; empty ones are none.
fn pieces<'t>(
    text: &'t str,
    range: Range<usize>,
    separators: &'t [char],
) -> impl Iterator<Item = Range<usize>> + 't {
    let start = range.start;
    let parts = text[range].split(separators).scan(start, |at, part| {
        let from = *at + (part.len() - part.trim_ascii_start().len());
        *at += part.len() + 1;
        Some(from..from + part.trim_ascii().len())
    });
    parts.filter(|part| !part.is_empty())
}

/// Whether a directive is well written.
fn judge<'p>(
    meta: Element<'p>,
    policy: Attr<'p>,
    directive: Range<usize>,
    cx: &mut Context<'p>,
) -> bool {
    let value = policy.value();
    let mut words = pieces(value, directive, &[' ', '\t', '\n', '\x0c', '\r']);
    let Some(name) = words.next() else {
        return true;
    };
    let written = &value[name.clone()];
    if !written.is_ascii() {
        tell(meta, policy, name, (&NOT_ASCII, Level::Error, None), cx);
        return false;
    }
    if !written
        .bytes()
        .all(|b| b.is_ascii_alphanumeric() || b == b'-')
    {
        tell(meta, policy, name, (&NAME, Level::Error, None), cx);
        return false;
    }
    let Some(kind) = content_policy::directive(written) else {
        let near = nearest(written, content_policy::directives());
        tell(meta, policy, name, (&DIRECTIVE, Level::Warning, near), cx);
        return false;
    };
    for word in words {
        let source = &value[word.clone()];
        if !source.is_ascii() {
            tell(meta, policy, word, (&NOT_ASCII, Level::Error, None), cx);
            return false;
        }
        let quoted = source
            .strip_prefix('\'')
            .map(|s| s.strip_suffix('\'').unwrap_or(s));
        if let Some(quoted) =
            quoted.filter(|q| kind == Value::Sources && !content_policy::is_quoted_source(q))
        {
            let near = nearest(quoted, KEYWORDS.into_iter());
            tell(meta, policy, word, (&KEYWORD, Level::Error, near), cx);
            return false;
        }
    }
    true
}

fn tell<'p>(
    meta: Element<'p>,
    policy: Attr<'p>,
    range: Range<usize>,
    (message, level, near): (&Text, Level, Option<&str>),
    cx: &mut Context<'p>,
) {
    let name = &policy.value()[range.clone()];
    let place = policy.source_span(meta.document(), range.clone());
    let draft = cx.fail((meta, place), message).level(level);
    let draft = match near {
        _ if !message.en.contains("{near}") => draft,
        Some(known) => draft.arg_text("near", &NEAR).arg("known", known),
        None => draft.arg_text("near", &FAR),
    };
    draft.arg("name", name);
}
