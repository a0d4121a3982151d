//! BCP 47 (RFC 5646) and the IANA registry: `lang`, `hreflang` and `srclang` are whole language tags (WHATWG HTML 3.2.6.2, 4.6.2, 4.8.10).
//!
//! The first part of `lang` is judged by `page-lang-invalid` and `lang-invalid`, which the RGAA asks about; what follows it is judged here. A
//! tag or a region that the registry has replaced is a warning, and so is the script that the language has anyway.

use super::values::{self, Problem};
use crate::check::{Category, Check, Context, Interest, Level, Meta};
use crate::dom::{Attr, Element};
use crate::spec::language::{self, Code, TagProblem};
use crate::spec::syntax::place_of;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &LanguageTagInvalid;

struct LanguageTagInvalid;

static META: Meta = Meta {
    id: "language-tag-invalid",
    category: Category::Conformance,
    title: text(
        "Étiquette de langue mal écrite",
        "Badly written language tag",
    ),
    why: text(
        "Navigateurs, moteurs de recherche et synthèses vocales ne reconnaissent pas la langue, la région ou l’écriture.",
        "Browsers, search engines and voices do not recognise the language, region or script.",
    ),
    fix: text(
        "Écrire la langue, puis au besoin l’écriture et la région, séparées par un tiret : fr, fr-CA, sr-Latn-RS.",
        "Write the language, then if needed the script and the region, separated by a hyphen: en, en-GB, sr-Latn-RS.",
    ),
    interest: &[Interest::Attributes(&["hreflang", "lang", "srclang"])],
    fail: &[
        "<a href=/en hreflang=anglais>English</a>",
        "<p lang=en-UK>Welcome</p>",
        "<p lang=en->Welcome</p>",
        "<p lang=iw>שלום</p>",
        "<p lang=fr-Latn>Bonjour</p>",
        "<p lang=de-DD>Guten Tag</p>",
        "<p lang=ms-yue>早晨</p>",
    ],
    pass: &[
        "<a href=/en hreflang=en-GB>English</a>",
        "<p lang=''>Zork</p>",
    ],
    na: &["<p>Avis</p>", "<p lang=anglais>Welcome</p>"],
    ..Meta::NEW
};

const MALFORMED: Text = text(
    "« {found} » n’a pas la forme d’une étiquette de langue, comme fr ou en-GB",
    "\"{found}\" has not the form of a language tag, such as en or en-GB",
);
const LANGUAGE: Text = text(
    "« {found} » n’est pas une langue connue",
    "\"{found}\" is no known language",
);
const LONG: Text = text(
    "« {found} » s’écrit « {instead} » en HTML",
    "\"{found}\" is written \"{instead}\" in HTML",
);
const EXTENDED: Text = text(
    "« {found} » n’est pas une langue connue de cette famille",
    "\"{found}\" is no known language of that family",
);
const FAMILY: Text = text(
    "« {found} » ne se met qu’après « {instead} », ou seul",
    "\"{found}\" only goes after \"{instead}\", or alone",
);
const USUAL: Text = text(
    "« {found} » est l’écriture habituelle de cette langue : mieux vaut ne pas la dire",
    "\"{found}\" is the usual script of that language: it is better left out",
);
const GONE: Text = text(
    "« {found} » n’est plus une région",
    "\"{found}\" is no longer a region",
);
const SCRIPT: Text = text(
    "« {found} » n’est pas une écriture connue",
    "\"{found}\" is no known script",
);
const REGION: Text = text(
    "« {found} » n’est pas une région connue (le Royaume-Uni est GB)",
    "\"{found}\" is no known region (the United Kingdom is GB)",
);
const VARIANT: Text = text(
    "« {found} » n’est pas une variante connue",
    "\"{found}\" is no known variant",
);
const EXTENSION: Text = text(
    "« {found} » n’annonce aucune extension connue (u et t le font)",
    "\"{found}\" announces no known extension (u and t do)",
);
const REPLACED: Text = text(
    "« {found} » est remplacé par « {instead} »",
    "\"{found}\" is replaced by \"{instead}\"",
);

impl Check for LanguageTagInvalid {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, element: Element<'p>, attr: Attr<'p>, cx: &mut Context<'p>) {
        let value = attr.value();
        if attr.prefix().is_some() || !element.is_html() {
            return;
        }
        let told_elsewhere = attr.name() == "lang"
            && !value.is_empty()
            && !matches!(language::code(value), Code::Registered | Code::Private);
        if told_elsewhere {
            return;
        }
        let Err(problem) = language::check_tag(value) else {
            return cx.pass();
        };
        let place = |part: &str| place_of(part, value);
        let all = 0..value.len();
        let (words, at, instead) = match problem {
            TagProblem::Malformed => (MALFORMED, all, None),
            TagProblem::UnknownLanguage(part) => (LANGUAGE, place(part), None),
            TagProblem::LongForm { found, instead } => (LONG, place(found), Some(instead)),
            TagProblem::UnknownExtendedLanguage(part) => (EXTENDED, place(part), None),
            TagProblem::OtherFamily { found, family } => (FAMILY, place(found), Some(family)),
            TagProblem::DefaultScript(part) => (USUAL, place(part), None),
            TagProblem::OldRegion { found, instead } => match instead {
                Some(instead) => (REPLACED, place(found), Some(instead)),
                None => (GONE, place(found), None),
            },
            TagProblem::UnknownScript(part) => (SCRIPT, place(part), None),
            TagProblem::UnknownRegion(part) => (REGION, place(part), None),
            TagProblem::UnknownVariant(part) => (VARIANT, place(part), None),
            TagProblem::UnknownExtension(part) => (EXTENSION, place(part), None),
            TagProblem::Deprecated { instead } => (REPLACED, all, Some(instead)),
        };
        let mut told = Problem::new(words).with("found", &value[at.clone()]);
        if let Some(instead) = instead {
            told = told.with("instead", instead);
        }
        let is_advice = matches!(
            problem,
            TagProblem::Deprecated { .. }
                | TagProblem::DefaultScript(_)
                | TagProblem::OldRegion { .. }
        );
        if is_advice {
            told = told.level(Level::Warning);
        }
        values::fail((element, attr), at, &told, cx);
    }
}
