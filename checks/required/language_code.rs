//! What the checks on language codes share: what is wrong with a code, and how to say it.

use crate::check::{Context, Edit};
use crate::dom::{Attr, Element};
use crate::rgaa::TestId;
use crate::spec::language::{self, Code};
use crate::text::{Text, text};

/// What is wrong with a language code.
#[derive(Clone, Copy)]
pub struct Fault<'a> {
    value: &'a str,
    message: &'static Text,
    /// Another code, for the message.
    instead: &'static str,
    /// Only a person can say whether it matters.
    doubtful: bool,
    /// The RGAA test it breaks, if any.
    breaks: Option<TestId>,
}

const INVALID: Text = text(
    "« {lang} » n’est pas un code de langue",
    "\"{lang}\" is no language code",
);
const BLANK: Text = text(
    "ce code de langue n’est fait que d’espaces",
    "this language code is nothing but spaces",
);
const UNDERSCORE: Text = text(
    "« {lang} » n’est pas un code de langue : la région se sépare par un tiret, pas par un tiret bas",
    "\"{lang}\" is no language code: the region comes after a hyphen, not an underscore",
);
const SPACES: Text = text(
    "le code de langue « {lang} » est entouré d’espaces : les aides techniques le reconnaissent-elles ?",
    "the language code \"{lang}\" has spaces around it: do assistive technologies recognise it?",
);
const PRIVATE: Text = text(
    "« {lang} » est un code privé ; le RGAA demande un code ISO 639 : cette langue n’en a-t-elle pas ?",
    "\"{lang}\" is a private code; the RGAA asks for an ISO 639 code: has this language none?",
);
const LONG: Text = text(
    "en HTML le code de langue « {lang} » s’écrit « {instead} »",
    "in HTML the language code \"{lang}\" is written \"{instead}\"",
);

/// Whether the whole tag is one of private use: `x-klingon` (BCP 47, 2.1).
fn is_private(tag: &str) -> bool {
    tag.get(..2).is_some_and(|x| x.eq_ignore_ascii_case("x-")) && language::check_tag(tag).is_ok()
}

impl<'a> Fault<'a> {
    /// Judges a code that is not empty; `test` is what it breaks when it is no ISO 639 code.
    pub fn of(value: &'a str, test: TestId) -> Option<Fault<'a>> {
        let fault = Fault {
            value,
            message: &INVALID,
            instead: "",
            doubtful: false,
            breaks: Some(test),
        };
        let known = |code| matches!(language::code(code), Code::Registered | Code::LongForm(_));
        match language::code(value) {
            Code::Registered | Code::Private => None,
            Code::LongForm(instead) => Some(Fault {
                message: &LONG,
                instead,
                breaks: None,
                ..fault
            }),
            Code::Empty => Some(Fault {
                message: &BLANK,
                ..fault
            }),
            Code::Unknown if language::code(value.trim()).is_valid_for_rgaa() => Some(Fault {
                message: &SPACES,
                doubtful: true,
                ..fault
            }),
            Code::Unknown if value.split_once('_').is_some_and(|(code, _)| known(code)) => {
                Some(Fault {
                    message: &UNDERSCORE,
                    ..fault
                })
            }
            // BCP 47 allows them; for a language without a code, there is nothing else to write.
            Code::Unknown if is_private(value) => Some(Fault {
                message: &PRIVATE,
                doubtful: true,
                ..fault
            }),
            Code::Unknown => Some(fault),
        }
    }

    /// The code that was certainly meant.
    fn meant(self) -> Option<String> {
        let value = self.value.trim();
        let meant = match value.split_once('-') {
            _ if self.instead.is_empty() => value.replace('_', "-"),
            Some((_, rest)) => format!("{}-{rest}", self.instead),
            None => self.instead.to_owned(),
        };
        (!meant.is_empty() && language::is_tag(&meant)).then_some(meant)
    }

    /// Says it. `certain`: the code is that of texts people are given.
    ///
    /// Mended where the code that was meant is beyond doubt and registered: `fr_FR` is `fr-FR`, `fra` is `fr`, spaces around count for nothing.
    pub fn tell<'p>(self, target: (Element<'p>, Attr<'p>), certain: bool, cx: &mut Context<'p>) {
        let tests = self.breaks;
        let draft = if certain && !self.doubtful {
            cx.fail(target, self.message)
        } else {
            cx.review(target, self.message)
        };
        let draft = draft.tests(tests.as_slice());
        let shown = self.value.trim();
        let draft = match shown {
            "" => draft,
            _ => draft.arg("lang", shown),
        };
        if !self.instead.is_empty() {
            draft.arg("instead", self.instead);
        }
        let (element, lang) = target;
        if let Some(meant) = self.meant() {
            cx.mend(vec![Edit::value(element, lang, &meant)]);
        }
    }
}
