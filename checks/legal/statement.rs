//! The accessibility statement that French law asks for: how it is known, and what it says.
//!
//! Loi n° 2005-102 article 47, décret n° 2019-768, arrêté du 20 septembre 2019 (model of statement). Recognised by its title, then by what it refers to: a
//! statement under another country's law is none of this folder's matter.

use serde::{Deserialize, Serialize};

use crate::check::Context;
use crate::dom::Element;
use crate::semantics::Kind;

/// The three states of the law.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum State {
    /// Non conforme.
    No,
    /// Partiellement conforme.
    Partly,
    /// Totalement conforme.
    Fully,
}

impl State {
    /// As the home page must write it.
    pub fn words(self) -> &'static str {
        match self {
            State::No => "non conforme",
            State::Partly => "partiellement conforme",
            State::Fully => "totalement conforme",
        }
    }
}

/// Text to search: in lower case, with plain spaces and apostrophes.
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '’' => out.push('\''),
            c if c.is_whitespace() => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            c => out.extend(c.to_lowercase()),
        }
    }
    out
}

/// Titles that other pages may have too.
const VAGUE: [&str; 3] = ["accessibilité", "accessibilité numérique", "accessibility"];

/// Whether a title is that of an accessibility statement, in plain text: an article on how to write one begins otherwise.
fn is_title(title: &str) -> bool {
    let title = title.trim();
    title.len() < 200
        && (title.starts_with("déclaration") && title.contains("accessibilit")
            || title.starts_with("accessibility statement")
            || VAGUE.contains(&title))
}

/// The heading and the text of the page when it is a statement under French law; the text is plain, see [`plain`].
pub fn declared<'p>(cx: &Context<'p>) -> Option<(Element<'p>, String)> {
    let semantics = cx.semantics();
    let shown = |kind, name| {
        let elements = semantics.elements_of(kind);
        elements.filter(move |e| e.is(name) && !e.in_template())
    };
    let (heading, title) = shown(Kind::Heading, "h1")
        .map(|h1| (h1, plain(&h1.text_content())))
        .find(|(_, title)| is_title(title))?;
    let main = shown(Kind::Zone, "main").next();
    let text = plain(&semantics.text(main.or(cx.doc().body())?));
    let declared = is_french_law(&text) && declares(&text, VAGUE.contains(&title.trim()));
    declared.then_some((heading, text))
}

/// Whether a text declares something of a site: a page that explains statements tells all the states that there are, and of no site.
fn declares(text: &str, vague: bool) -> bool {
    const COMMITS: [&str; 7] = [
        "s'engage à",
        "s'applique à",
        "s'applique au",
        "cette déclaration a été",
        "la présente déclaration",
        "commits to",
        "is committed to",
    ];
    let states = states(text);
    let commits = || COMMITS.iter().any(|w| text.contains(w));
    match states.len() {
        0 => !vague && commits(),
        1 => !vague || commits(),
        _ => false,
    }
}

/// Whether a statement refers to French law.
fn is_french_law(text: &str) -> bool {
    let law = [
        "rgaa",
        "référentiel général d'amélioration",
        "2005-102",
        "11 février 2005",
        "article 47",
    ];
    law.iter().any(|w| text.contains(w))
}

/// The states a text declares, each once: «est partiellement conforme», «en conformité totale», «fully compliant».
pub fn states(text: &str) -> Vec<State> {
    const WORDS: [(&str, State); 20] = [
        ("totalement conforme", State::Fully),
        ("entièrement conforme", State::Fully),
        ("conformité totale", State::Fully),
        ("totale conformité", State::Fully),
        ("fully compliant", State::Fully),
        ("fully conformant", State::Fully),
        ("partiellement conforme", State::Partly),
        ("partiellement en conformité", State::Partly),
        ("conformité partielle", State::Partly),
        ("partially compliant", State::Partly),
        ("partially conformant", State::Partly),
        ("partly compliant", State::Partly),
        ("en partie conforme", State::Partly),
        ("n'est pas en conformité", State::No),
        ("non conforme", State::No),
        ("non-conforme", State::No),
        ("n'est pas conforme", State::No),
        ("non compliant", State::No),
        ("non-compliant", State::No),
        ("not compliant", State::No),
    ];
    let mut found = Vec::new();
    for (words, state) in WORDS {
        // «contenus non conformes» are not the state of the site.
        let declared = text.match_indices(words).any(|(at, _)| {
            let rest = &text[at + words.len()..];
            !rest.starts_with(|c: char| c.is_alphanumeric()) && !listed(&text[..at])
        });
        if declared && !found.contains(&state) {
            found.push(state);
        }
    }
    found
}

/// Whether what comes before tells of contents, or lists the possible states.
fn listed(before: &str) -> bool {
    if before.ends_with('/') {
        return true;
    }
    let mut words = before.split_whitespace().rev();
    words
        .next()
        .is_some_and(|word| ["ou", "or", "contenu", "éléments", "pages"].contains(&word))
}

/// The rate of criteria that a text declares, in hundredths of a percent, with what stands before it; average rates left out.
pub fn rates(text: &str) -> Vec<u32> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices('%') {
        let Some(rate) = number_before(&text[..at]) else {
            continue;
        };
        let from = floor(text, at.saturating_sub(160));
        let to = ceil(text, at + 100);
        // The sentence around: a decimal point is not its end.
        let start = text[from..at]
            .rfind(". ")
            .map_or(from, |dot| from + dot + 2);
        let end = text[at..to].find(". ").map_or(to, |dot| at + dot);
        let sentence = &text[start..end];
        let about = ["critère", "criteri", "rgaa"]
            .iter()
            .any(|w| sentence.contains(w));
        let average = ["moyen", "average"].iter().any(|w| sentence.contains(w));
        if about && !average && !found.contains(&rate) {
            found.push(rate);
        }
    }
    found
}

/// `75`, `75,5` or `75.25` at the end of a text, in hundredths.
fn number_before(text: &str) -> Option<u32> {
    let text = text.trim_end();
    let number = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.');
    let start = text.trim_end_matches(number).len();
    let (whole, part) = text[start..]
        .split_once([',', '.'])
        .unwrap_or((&text[start..], ""));
    let whole: u32 = whole.parse().ok().filter(|n| *n <= 100)?;
    let mut part = part.bytes().map(|b| u32::from(b.saturating_sub(b'0')));
    let tenths = part.next().unwrap_or(0);
    let hundredths = part.next().unwrap_or(0);
    Some((whole * 100 + tenths * 10 + hundredths).min(10_000))
}

/// The nearest places where a text can be cut.
pub fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len()))
        .rev()
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(0)
}

fn ceil(text: &str, at: usize) -> usize {
    (at.min(text.len())..=text.len())
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_as_they_are_written() {
        let one = |text: &str| states(&plain(text));
        assert_eq!(
            one("Vaulnois.fr est partiellement conforme au RGAA"),
            [State::Partly]
        );
        assert_eq!(one("est en conformité totale avec le RGAA"), [State::Fully]);
        assert_eq!(one("Accessibilité : non conforme"), [State::No]);
        assert_eq!(one("n’est pas en conformité avec le RGAA"), [State::No]);
        assert_eq!(one("est en totale conformité avec le RGAA"), [State::Fully]);
        assert!(one("est non/partiellement/totalement conforme").is_empty());
        assert_eq!(one("The site is not compliant"), [State::No]);
        assert!(one("les contenus non conformes, les éléments non conformes").is_empty());
        assert_eq!(
            one("totalement conforme ou partiellement conforme"),
            [State::Fully]
        );
    }

    #[test]
    fn rates_of_criteria_only() {
        let one = |text: &str| rates(&plain(text));
        assert_eq!(one("75 % des critères du RGAA sont respectés"), [7500]);
        assert_eq!(one("49,66 % des critères"), [4966]);
        assert_eq!(one("respecte 62.5% of the RGAA criteria"), [6250]);
        assert_eq!(
            one(
                "75 % des critères sont respectés. Le taux moyen de conformité est de 82 % des critères."
            ),
            [7500]
        );
        assert!(one("une remise de 20 % sur tout").is_empty());
    }

    #[test]
    fn titles() {
        let is_title = |title: &str| super::is_title(&plain(title));
        assert!(is_title("Déclaration d’accessibilité"));
        assert!(is_title(
            "Déclaration de conformité et d'accessibilité numérique"
        ));
        assert!(is_title(" Accessibilité "));
        assert!(!is_title("Accessibilité des bâtiments"));
        assert!(!is_title("Comment rédiger une déclaration d’accessibilité"));
    }
}
