//! WHATWG HTML 2.4.1 «Valid URLs», WHATWG URL 4.3 and 4.4: addresses in attributes.
//!
//! A URL parser mends most of them, each in its way: a space is encoded, a backslash turned, a line break dropped; others are not
//! followed at all. What HTML wants is an address without validation error. `javascript:` is left alone. A `#` in a `data:` URL is a warning:
//! it is correct, and cuts the data there.
//!
//! Mended where the URL parser itself mends it alike for every scheme a page is served by (URL Standard, 4.4): spaces are encoded, line breaks and tabs
//! dropped, backslashes of a path turned. Only for `http:` and `https:` addresses and relative ones, and if the address is sound then.

use super::url_mend;
use super::url_problems::Told;
use super::values::{self, Problem};
use crate::check::{Category, Check, Context, Edit, Interest, Level, Meta};
use crate::dom::{Attr, Element};
use crate::spec::syntax::{data_url, place_of, url};
use crate::spec::url_attributes::{UrlShape, url_shape};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &UrlInvalid;

struct UrlInvalid;

/// Those of [`crate::spec::url_attributes`].
const ATTRIBUTES: &[&str] = &[
    "action",
    "cite",
    "data",
    "formaction",
    "href",
    "itemid",
    "itemtype",
    "longdesc",
    "ping",
    "poster",
    "src",
];

static META: Meta = Meta {
    id: "url-invalid",
    category: Category::Conformance,
    title: text("Adresse mal écrite", "Badly written address"),
    why: text(
        "Chaque navigateur corrige à sa façon une adresse mal écrite, ou ne la suit pas : le lien, l’image ou le formulaire peut ne mener nulle part.",
        "Each browser mends a badly written address in its way, or does not follow it: the link, image or form may lead nowhere.",
    ),
    fix: text(
        "Écrire l’adresse complète et coder les caractères qui n’y ont pas leur place : %20 pour un espace, %5B et %5D pour des crochets.",
        "Write the whole address and encode the characters that have no place in it: %20 for a space, %5B and %5D for brackets.",
    ),
    mends: Some(text(
        "Code les espaces (%20), ôte les retours à la ligne et redresse les barres obliques, comme le fait déjà le navigateur.",
        "Encodes spaces (%20), drops line breaks and turns backslashes, as browsers already do.",
    )),
    interest: &[Interest::Attributes(ATTRIBUTES)],
    fail: &[
        "<a href='/documents/plan local.pdf'>Plan</a>",
        "<a href='http:exemple.fr'>Exemple</a>",
        "<img src='' alt=Blason>",
        "<div itemscope itemtype=Person>Maire</div>",
        "<img src='data:image/svg+xml,%3Csvg%3E#a' alt=Blason>",
    ],
    pass: &[
        "<a href='https://exemple.fr/plan%20local.pdf?a=1&b=2#haut'>Plan</a>",
        "<a href=''>Recharger</a>",
        "<a href='javascript:alert(\"a b\")'>Avis</a>",
    ],
    na: &["<p>Avis</p>"],
    ..Meta::NEW
};

const HTTP_ONLY: Text = text(
    "seules des adresses qui commencent par http:// ou https:// peuvent être prévenues d’un clic",
    "only addresses that begin with http:// or https:// can be told of a click",
);
const NO_TYPE: Text = text(
    "il faut l’adresse d’un type, comme https://schema.org/Person",
    "the address of a type is needed, such as https://schema.org/Person",
);
const TWICE: Text = text(
    "l’adresse « {found} » y est deux fois",
    "the address \"{found}\" is there twice",
);
const FRAGMENT: Text = text(
    "les données s’arrêtent à ce # : s’il en fait partie, l’écrire %23",
    "the data stops at this #: if it is part of it, write %23",
);

impl Check for UrlInvalid {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, element: Element<'p>, attr: Attr<'p>, cx: &mut Context<'p>) {
        let (name, value) = (attr.name(), attr.value());
        if !value.is_empty() && !matches!(name, "itemtype" | "ping") && url::is_ordinary(value) {
            return cx.pass();
        }
        if !element.is_html() || attr.prefix().is_some() {
            return;
        }
        let Some(shape) = url_shape(element.name(), name) else {
            return;
        };
        let target = (element, attr);
        match shape {
            UrlShape::One | UrlShape::NonEmpty => {
                let blank = value.trim_ascii().is_empty();
                let fault = match url::check(value) {
                    Ok(()) if blank && shape == UrlShape::NonEmpty => url::Fault {
                        kind: url::Kind::Empty,
                        at: 0..value.len(),
                    },
                    Ok(()) => return cut_data(target, cx),
                    Err(fault) => fault,
                };
                tell(target, 0, value, &fault, cx);
                if let Some(mended) = url_mend::mended(value, &fault.kind) {
                    cx.mend(vec![Edit::value(element, attr, &mended)]);
                }
            }
            UrlShape::AbsoluteList => absolute_list(target, cx),
            UrlShape::HttpList => http_list(target, cx),
        }
    }
}

fn tell<'p>(
    target: (Element<'p>, Attr<'p>),
    from: usize,
    url: &str,
    fault: &url::Fault,
    cx: &mut Context<'p>,
) {
    let told = Told::of(fault, url);
    let at = fault.at.start + from..fault.at.end + from;
    values::fail(target, at, &told.problem(), cx);
}

/// A `data:` URL is correct with a fragment, which is seldom meant.
fn cut_data<'p>(target: (Element<'p>, Attr<'p>), cx: &mut Context<'p>) {
    match data_url::fragment(target.1.value()) {
        None => cx.pass(),
        Some(at) => {
            let problem = Problem::new(FRAGMENT).level(Level::Warning);
            values::fail(target, at..at + 1, &problem, cx);
        }
    }
}

/// The words of a value, each with the offset of its first byte.
fn words(value: &str) -> impl Iterator<Item = (usize, &str)> {
    value
        .split_ascii_whitespace()
        .map(move |word| (place_of(word, value).start, word))
}

fn absolute_list<'p>(target: (Element<'p>, Attr<'p>), cx: &mut Context<'p>) {
    let value = target.1.value();
    if value.trim_ascii().is_empty() {
        return values::fail(target, 0..value.len(), &Problem::new(NO_TYPE), cx);
    }
    // Types are few: the first hundred are compared.
    let mut seen: Vec<&str> = Vec::new();
    for (from, word) in words(value) {
        if let Err(fault) = url::check_absolute(word) {
            return tell(target, from, word, &fault, cx);
        }
        if seen.contains(&word) {
            let problem = Problem::new(TWICE).with("found", word);
            return values::fail(target, from..from + word.len(), &problem, cx);
        }
        if seen.len() < 100 {
            seen.push(word);
        }
    }
    cut_data(target, cx);
}

fn http_list<'p>(target: (Element<'p>, Attr<'p>), cx: &mut Context<'p>) {
    for (from, word) in words(target.1.value()) {
        let is = |scheme: &str| {
            word.get(..scheme.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
        };
        if !is("http:") && !is("https:") {
            return values::fail(
                target,
                from..from + word.len(),
                &Problem::new(HTTP_ONLY),
                cx,
            );
        }
        if let Err(fault) = url::check(word) {
            return tell(target, from, word, &fault, cx);
        }
    }
    cx.pass();
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::url_attributes::url_attribute_names;

    #[test]
    fn it_is_shown_all_attributes_that_hold_urls() {
        let mut names: Vec<_> = url_attribute_names().collect();
        names.dedup();
        assert_eq!(names, ATTRIBUTES);
    }
}
