//! WHATWG HTML 2.3.2 «Boolean attributes», 2.3.3 «Keywords and enumerated attributes», 2.6.2 (sets of keywords).
//!
//! A word that an attribute does not have is read as if the attribute were missing, or as its default. `dir`, `scope` and ARIA's
//! attributes have their own checks.
//!
//! Mended where the keyword that was meant is there: spaces around it make browsers miss it, a second time adds nothing. An attribute that is
//! true as soon as it is there loses a value that says yes, unless a script or a style sheet names it.

use super::values::{self, Problem};
use crate::check::{Category, Check, Context, Edit, Interest, Meta};
use crate::dom::{Attr, Element};
use crate::spec::attribute_values::{Value, is_keyword, value_of};
use crate::spec::attributes::is_boolean;
use crate::spec::syntax::place_of;
use crate::text::{Text, nearest, text};

pub static CHECK: &dyn Check = &KeywordInvalid;

struct KeywordInvalid;

/// Those of [`crate::spec::attribute_values`] and of [`crate::spec::attributes`].
const ATTRIBUTES: &[&str] = &[
    "allowfullscreen",
    "alpha",
    "as",
    "async",
    "autocapitalize",
    "autocomplete",
    "autocorrect",
    "autofocus",
    "autoplay",
    "blocking",
    "capture",
    "charset",
    "checked",
    "closedby",
    "colorspace",
    "contenteditable",
    "controls",
    "crossorigin",
    "decoding",
    "default",
    "defer",
    "disabled",
    "draggable",
    "enctype",
    "enterkeyhint",
    "fetchpriority",
    "formenctype",
    "formmethod",
    "formnovalidate",
    "headingreset",
    "hidden",
    "http-equiv",
    "inert",
    "inputmode",
    "ismap",
    "itemscope",
    "kind",
    "loading",
    "loop",
    "method",
    "multiple",
    "muted",
    "nomodule",
    "novalidate",
    "open",
    "playsinline",
    "popover",
    "popovertargetaction",
    "preload",
    "readonly",
    "referrerpolicy",
    "required",
    "reversed",
    "sandbox",
    "scope",
    "selected",
    "shadowrootclonable",
    "shadowrootcustomelementregistry",
    "shadowrootdelegatesfocus",
    "shadowrootmode",
    "shadowrootserializable",
    "shadowrootslotassignment",
    "shape",
    "spellcheck",
    "translate",
    "type",
    "wrap",
    "writingsuggestions",
];

static META: Meta = Meta {
    id: "keyword-invalid",
    category: Category::Conformance,
    title: text(
        "Valeur inconnue de l’attribut",
        "Value that the attribute does not have",
    ),
    why: text(
        "Un mot inconnu est ignoré, ou pris pour un autre : disabled=\"false\" désactive le champ, type=\"courriel\" en fait un champ ordinaire.",
        "An unknown word is ignored, or taken for another: disabled=\"false\" disables the field, type=\"mail\" makes it an ordinary one.",
    ),
    fix: text(
        "Écrire une des valeurs que HTML donne à cet attribut ; un attribut booléen s’écrit sans valeur, ou s’ôte.",
        "Write one of the values that HTML gives to this attribute; a boolean attribute is written without a value, or removed.",
    ),
    mends: Some(text(
        "Retire les espaces autour d’un mot-clé, un mot-clé répété, la valeur d’un attribut vrai dès qu’il est là ; rétablit la casse.",
        "Removes spaces around a keyword, a repeated keyword, the value of an attribute that is true as soon as it is there; restores the case.",
    )),
    interest: &[Interest::Attributes(ATTRIBUTES)],
    fail: &[
        "<input aria-label=Nom disabled=false>",
        "<img src=a.png alt=Plan loading=auto>",
        "<iframe src=a.html title=Carte sandbox='allow-script'></iframe>",
        "<ol type=disc><li>Avis</li></ol>",
    ],
    pass: &[
        "<input aria-label=Nom disabled=disabled>",
        "<img src=a.png alt=Plan loading=LAZY>",
        "<iframe src=a.html title=Carte sandbox='allow-scripts allow-forms'></iframe>",
    ],
    na: &["<p>Avis</p>"],
    ..Meta::NEW
};

const KEYWORD: Text = text(
    "« {found} » n’est pas une valeur possible ; les voici : {allowed}",
    "\"{found}\" is no possible value; here they are: {allowed}",
);
const NEAREST: Text = text(
    "« {found} » n’est pas une valeur possible ; serait-ce « {nearest} » ?",
    "\"{found}\" is no possible value; is it \"{nearest}\"?",
);
const TWICE: Text = text("« {found} » y est deux fois", "\"{found}\" is there twice");
const BOOLEAN: Text = text(
    "cet attribut vaut vrai dès qu’il est là, et « {found} » n’y change rien ; l’écrire sans valeur, ou l’ôter",
    "this attribute is true as soon as it is there, and \"{found}\" changes nothing; write it without a value, or remove it",
);

impl Check for KeywordInvalid {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, element: Element<'p>, attr: Attr<'p>, cx: &mut Context<'p>) {
        if !element.is_html() || attr.prefix().is_some() {
            return;
        }
        let (tag, name, value) = (element.name(), attr.name(), attr.value());
        let target = (element, attr);
        let all = 0..value.len();
        match value_of(tag, name) {
            Some(Value::Keyword(words)) if !is_keyword(value, words) => {
                let problem = unknown(value, words.iter().copied());
                values::fail(target, all, &problem, cx);
                let meant = value.trim_ascii();
                if is_keyword(meant, words) && !meant.is_empty() {
                    cx.mend(vec![Edit::value(element, attr, meant)]);
                }
            }
            Some(Value::Exact(words)) if !words.contains(&value) => {
                let problem = Problem::new(KEYWORD).with("allowed", words.join(", "));
                values::fail(target, all, &problem.with("found", value), cx);
                let meant = value.trim_ascii();
                let meant = words.iter().find(|word| word.eq_ignore_ascii_case(meant));
                if let Some(meant) = meant.filter(|word| !word.is_empty()) {
                    cx.mend(vec![Edit::value(element, attr, meant)]);
                }
            }
            Some(Value::Keywords(words)) => set(target, words, cx),
            Some(Value::Keyword(_) | Value::Exact(_)) => cx.pass(),
            _ if is_boolean(tag, name) => {
                if value.is_empty() || value.eq_ignore_ascii_case(name) {
                    return cx.pass();
                }
                let problem = Problem::new(BOOLEAN).with("found", value);
                values::fail(target, all, &problem, cx);
                if says_yes(value) {
                    cx.mend_unless_named(vec![Edit::bare(element, attr)], name);
                }
            }
            _ => {}
        }
    }
}

fn unknown<'v>(found: &'v str, words: impl Iterator<Item = &'static str> + Clone) -> Problem<'v> {
    let words = words.filter(|word| !word.is_empty());
    let lower = found.to_ascii_lowercase();
    let problem = match nearest(lower.trim(), words.clone()) {
        Some(nearest) => Problem::new(NEAREST).with("nearest", nearest),
        None => Problem::new(KEYWORD).with("allowed", words.collect::<Vec<_>>().join(", ")),
    };
    problem.with("found", found)
}

/// Whether the value of an attribute that is true as soon as it is there does say so. `false` and the like do not: what was meant may be the
/// contrary of what browsers do.
fn says_yes(value: &str) -> bool {
    let value = value.trim_ascii();
    ["true", "yes", "1", "on"]
        .iter()
        .any(|yes| value.eq_ignore_ascii_case(yes))
}

fn set<'p>(target: (Element<'p>, Attr<'p>), words: &'static [&'static str], cx: &mut Context<'p>) {
    let value = target.1.value();
    // Which words were seen, by rank: sets are small.
    let mut seen = 0u32;
    for word in value.split_ascii_whitespace() {
        let at = place_of(word, value);
        let Some(rank) = words
            .iter()
            .position(|known| known.eq_ignore_ascii_case(word))
        else {
            return values::fail(target, at, &unknown(word, words.iter().copied()), cx);
        };
        if seen & 1 << rank != 0 {
            values::fail(target, at, &Problem::new(TWICE).with("found", word), cx);
            let mut kept: Vec<&str> = Vec::new();
            for word in value.split_ascii_whitespace() {
                if !kept.iter().any(|k| k.eq_ignore_ascii_case(word)) {
                    kept.push(word);
                }
            }
            let edit = Edit::value(target.0, target.1, &kept.join(" "));
            return cx.mend(vec![edit]);
        }
        seen |= 1 << rank;
    }
    cx.pass();
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::attribute_values::names;
    use crate::spec::attributes::boolean_names;

    #[test]
    fn it_is_shown_all_attributes_that_hold_keywords() {
        let keyword = |value| {
            matches!(
                value,
                Value::Keyword(_) | Value::Exact(_) | Value::Keywords(_)
            )
        };
        let mut all = names(keyword);
        all.extend(boolean_names());
        all.sort_unstable();
        all.dedup();
        assert_eq!(all, ATTRIBUTES);
    }
}
