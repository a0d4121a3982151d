//! W3C Content Security Policy 3, 2.2.1: a policy in `meta` is directives apart by semicolons, each a name and a value in ASCII; what
//! browsers do not know in it they drop, and the protection with it.
//!
//! An unknown directive is a warning, as new ones come with time; an unknown keyword between quotes never is a host. No RGAA test asks
//! about it. Policies apart by commas are read one by one.

use std::ops::Range;

use super::policies::policies;
use crate::check::{Category, Check, Context, Interest, Level, Meta};
use crate::dom::{Attr, Element};
use crate::spec::attribute_values::is_keyword;
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
        "<meta http-equiv=content-security-policy content='img-src cdn..example'>",
        "<meta http-equiv=content-security-policy content='img-src self'>",
        "<meta http-equiv=content-security-policy content='sandbox allow-script'>",
        "<meta http-equiv=content-security-policy content='report-uri'>",
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
const UNCLOSED: Text = text(
    "il manque à {name} l’apostrophe de la fin",
    "{name} lacks its closing quote",
);
const UNQUOTED: Text = text(
    "{name} est ici le nom d’un site : comme mot clé, il s’écrit '{name}', entre apostrophes",
    "{name} is the name of a site here: as a keyword it is written '{name}', in single quotes",
);
const SOURCE: Text = text(
    "{name} n’est pas une source : un site (https://cdn.example), un protocole (https:), * ou un mot clé entre apostrophes",
    "{name} is no source: a site (https://cdn.example), a protocol (https:), * or a keyword in single quotes",
);
const WORD: Text = text(
    "{name} n’est pas une valeur de cette directive{near}",
    "{name} is no value of this directive{near}",
);
const NOTHING: Text = text(
    "la directive {name} demande une valeur",
    "the {name} directive needs a value",
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
    let mut words: Vec<Range<usize>> = words.collect();
    let all = std::iter::once(&name).chain(&words);
    if let Some(odd) = all.clone().find(|word| !value[(*word).clone()].is_ascii()) {
        let odd = odd.clone();
        tell(meta, policy, odd, (&NOT_ASCII, Level::Error, None), cx);
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
    if words.is_empty() && kind == Value::Some {
        tell(meta, policy, name, (&NOTHING, Level::Error, None), cx);
        return false;
    }
    let judged = |word: &Range<usize>| match kind {
        Value::Sources => source_fault(&value[word.clone()]),
        Value::Words(known) if !is_keyword(&value[word.clone()], known) => {
            let near = nearest(&value[word.clone()], known.iter().copied());
            Some((&WORD, Level::Error, near))
        }
        _ => None,
    };
    let fault = words
        .drain(..)
        .find_map(|word| judged(&word).map(|fault| (word, fault)));
    match fault {
        Some((word, fault)) => tell(meta, policy, word, fault, cx),
        None => return true,
    }
    false
}

/// A message, its level, and the known word that is near what is written.
type Fault = (&'static Text, Level, Option<&'static str>);

/// What is wrong with a source.
fn source_fault(source: &str) -> Option<Fault> {
    if let Some(quoted) = source.strip_prefix('\'') {
        let Some(name) = quoted.strip_suffix('\'') else {
            return Some((&UNCLOSED, Level::Error, None));
        };
        let good = content_policy::is_quoted_source(name);
        return (!good).then(|| (&KEYWORD, Level::Error, nearest(name, KEYWORDS.into_iter())));
    }
    // A word such as `self` without its quotes is the name of a host too; nobody has one of that name.
    if is_keyword(source, &KEYWORDS) {
        return Some((&UNQUOTED, Level::Warning, None));
    }
    (!content_policy::is_plain_source(source)).then_some((&SOURCE, Level::Error, None))
}

fn tell<'p>(
    meta: Element<'p>,
    policy: Attr<'p>,
    range: Range<usize>,
    (message, level, near): Fault,
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
