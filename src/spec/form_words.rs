//! The words of forms in French and English: what is required or optional, what a field asks for, hints of format, actions that commit.
//!
//! No standard lists them; they are those of French public sites and of the RGAA glossary. Lists are sorted and folded
//! ([`crate::text::fold`]): case, accents and signs do not count.

use crate::text::fold;

/// Signs that stand for «required».
pub const REQUIRED_SIGNS: [char; 5] = ['*', '✱', '∗', '•', '!'];

const REQUIRED: &[&str] = &[
    "compulsory",
    "mandatory",
    "obligatoire",
    "obligatoires",
    "pflichtfeld",
    "required",
    "requis",
    "requise",
    "requises",
];

const OPTIONAL: &[&str] = &[
    "facultatif",
    "facultatifs",
    "facultative",
    "facultatives",
    "optional",
    "optionnel",
    "optionnelle",
    "optionnelles",
    "optionnels",
];

const NOT_REQUIRED: [&str; 4] = [
    "non obligatoire",
    "pas obligatoire",
    "non requis",
    "not required",
];

/// Whether a text says that something is required.
pub fn says_required(text: &str) -> bool {
    has_word(text, REQUIRED)
}

/// Whether a text says that something may be left out.
pub fn says_optional(text: &str) -> bool {
    if has_word(text, OPTIONAL) {
        return true;
    }
    says_required(text) && {
        let folded = fold(text);
        NOT_REQUIRED.iter().any(|words| folded.contains(words))
    }
}

/// Whether one of the plain words is in a text, in any case.
fn has_word(text: &str, words: &[&str]) -> bool {
    text.split(|c: char| !c.is_alphabetic())
        .any(|word| words.iter().any(|w| word.eq_ignore_ascii_case(w)))
}

/// What a field asks for: the words of its label, and the word of `autocomplete` (WHATWG HTML 4.10.19.7) for it.
static PURPOSES: &[(&str, &str)] = &[
    ("address", "street-address"),
    ("address line 1", "address-line1"),
    ("address line 2", "address-line2"),
    ("adresse", "street-address"),
    ("adresse complete", "street-address"),
    ("adresse courriel", "email"),
    ("adresse de courriel", "email"),
    ("adresse de courrier electronique", "email"),
    ("adresse de messagerie", "email"),
    ("adresse e mail", "email"),
    ("adresse electronique", "email"),
    ("adresse email", "email"),
    ("adresse ligne 1", "address-line1"),
    ("adresse ligne 2", "address-line2"),
    ("adresse mail", "email"),
    ("adresse mel", "email"),
    ("adresse postale", "street-address"),
    ("annee de naissance", "bday-year"),
    ("birth date", "bday"),
    ("birthday", "bday"),
    ("card number", "cc-number"),
    ("city", "address-level2"),
    ("civilite", "honorific-prefix"),
    ("code postal", "postal-code"),
    ("commune de residence", "address-level2"),
    ("country", "country-name"),
    ("courriel", "email"),
    ("courrier electronique", "email"),
    ("cryptogramme", "cc-csc"),
    ("cryptogramme visuel", "cc-csc"),
    ("current password", "current-password"),
    ("date de naissance", "bday"),
    ("date of birth", "bday"),
    ("e mail", "email"),
    ("e mail address", "email"),
    ("email", "email"),
    ("email address", "email"),
    ("family name", "family-name"),
    ("first name", "given-name"),
    ("forename", "given-name"),
    ("full name", "name"),
    ("given name", "given-name"),
    ("identifiant", "username"),
    ("jour de naissance", "bday-day"),
    ("last name", "family-name"),
    ("mail", "email"),
    ("mobile number", "tel"),
    ("mobile phone", "tel"),
    ("mois de naissance", "bday-month"),
    ("mot de passe", "current-password"),
    ("n de telephone", "tel"),
    ("new password", "new-password"),
    ("nom", "family-name"),
    ("nom complet", "name"),
    ("nom d usage", "family-name"),
    ("nom d utilisateur", "username"),
    ("nom de famille", "family-name"),
    ("nom de naissance", "family-name"),
    ("nom et prenom", "name"),
    ("nom et prenoms", "name"),
    ("nom prenom", "name"),
    ("nouveau mot de passe", "new-password"),
    ("numero de carte", "cc-number"),
    ("numero de carte bancaire", "cc-number"),
    ("numero de mobile", "tel"),
    ("numero de portable", "tel"),
    ("numero de telephone", "tel"),
    ("numero de telephone mobile", "tel"),
    ("numero de telephone portable", "tel"),
    ("password", "current-password"),
    ("pays", "country-name"),
    ("pays de residence", "country-name"),
    ("phone", "tel"),
    ("phone number", "tel"),
    ("portable", "tel"),
    ("post code", "postal-code"),
    ("postal address", "street-address"),
    ("postal code", "postal-code"),
    ("postcode", "postal-code"),
    ("prenom", "given-name"),
    ("prenom et nom", "name"),
    ("prenom nom", "name"),
    ("prenoms", "given-name"),
    ("pseudo", "nickname"),
    ("pseudonyme", "nickname"),
    ("sexe", "sex"),
    ("street address", "street-address"),
    ("surname", "family-name"),
    ("telephone", "tel"),
    ("telephone fixe", "tel"),
    ("telephone mobile", "tel"),
    ("telephone number", "tel"),
    ("telephone portable", "tel"),
    ("user name", "username"),
    ("username", "username"),
    ("ville", "address-level2"),
    ("ville de residence", "address-level2"),
    ("zip code", "postal-code"),
];

/// What a label asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Purpose {
    /// The word of `autocomplete` for it.
    pub token: &'static str,
    /// The label says that it is about who reads it («votre…», «your…»).
    pub of_user: bool,
    /// It says nothing else than marks of what is required and hints of format.
    pub bare: bool,
}

/// What a label asks for, if it says just that: marks of what is required, hints of format and what stands in parentheses do not count.
/// «Nom de la commune» asks for nothing known.
pub fn purpose(label: &str) -> Option<Purpose> {
    const MINE: [&str; 7] = ["votre", "vos", "mon", "ma", "mes", "your", "my"];
    if label.len() > 400 {
        return None;
    }
    let essence = essence(label);
    let rest = &label[label.find(essence).map_or(0, |at| at + essence.len())..];
    let bare = !rest.contains(char::is_alphabetic)
        || says_required(rest)
        || says_optional(rest)
        || hints_at_format(rest);
    let folded = fold(essence);
    let mut words = folded.as_str();
    for end in [" format", " exemple", " ex ", " obligatoire", " facultatif"] {
        words = words.split(end).next().unwrap_or(words);
    }
    let (of_user, words) = match words.split_once(' ') {
        Some((first, rest)) if MINE.contains(&first) => (true, rest),
        _ => (false, words),
    };
    let at = PURPOSES
        .binary_search_by_key(&words, |(label, _)| label)
        .ok()?;
    Some(Purpose {
        token: PURPOSES[at].1,
        of_user,
        bare,
    })
}

/// The label up to its first sign or parenthesis, the signs it begins with aside.
fn essence(label: &str) -> &str {
    let label = label.trim_start_matches(|c: char| !c.is_alphanumeric());
    let end = label.find(['(', '*', ':', '[', '✱', ',', '?', '!']);
    &label[..end.unwrap_or(label.len())]
}

/// Whether a text speaks of the format or the length of what is to be entered, or gives an example of it.
pub fn hints_at_format(text: &str) -> bool {
    const WORDS: &[&str] = &[
        "aaaa",
        "caractere",
        "caracteres",
        "characters",
        "chiffre",
        "chiffres",
        "digits",
        "ex",
        "example",
        "exemple",
        "format",
        "https",
        "jj",
        "lettres",
        "maximum",
        "minimum",
        "yyyy",
    ];
    text.contains('@')
        || text.contains("..")
        || text.bytes().filter(u8::is_ascii_digit).count() > 3
        || fold(text)
            .split(' ')
            .any(|word| WORDS.binary_search(&word).is_ok())
}

/// Labels that any field could have.
pub fn fits_any_field(label: &str) -> bool {
    const WORDS: &[&str] = &[
        "champ",
        "champ de formulaire",
        "champ de saisie",
        "champ de texte",
        "champ texte",
        "choisir",
        "choisir une option",
        "choisissez",
        "choisissez une option",
        "choose",
        "entrez votre texte",
        "etiquette",
        "field",
        "ici",
        "input",
        "label",
        "libelle",
        "liste",
        "liste deroulante",
        "option",
        "options",
        "saisie",
        "saisir",
        "saisissez ici",
        "saisissez votre texte",
        "select",
        "select an option",
        "selectionner",
        "selectionner une option",
        "selectionnez",
        "selectionnez une option",
        "text",
        "texte",
        "valeur",
        "value",
        "zone de saisie",
        "zone de texte",
    ];
    label.len() < 60 && WORDS.binary_search(&fold(label).as_str()).is_ok()
}

/// Whether a label is an answer that means nothing without its question.
pub fn is_bare_answer(label: &str) -> bool {
    const WORDS: [&str; 8] = ["faux", "false", "n", "no", "non", "oui", "vrai", "yes"];
    label.len() < 20 && WORDS.contains(&fold(label).as_str())
}

/// The part of a date that a label or a `name` asks for.
pub fn date_part(words: &str) -> Option<&'static str> {
    const PARTS: [(&str, &str); 9] = [
        ("annee", "year"),
        ("day", "day"),
        ("jj", "day"),
        ("jour", "day"),
        ("mm", "month"),
        ("mois", "month"),
        ("month", "month"),
        ("aaaa", "year"),
        ("year", "year"),
    ];
    if words.len() > 60 {
        return None;
    }
    let folded = fold(words);
    PARTS
        .iter()
        .find(|(word, _)| *word == folded)
        .map(|(_, part)| *part)
}

/// The words of a label that tell what it asks for, articles and the like left out.
pub fn telling_words(label: &str) -> Vec<String> {
    const LITTLE: [&str; 20] = [
        "a", "an", "au", "d", "de", "des", "du", "et", "l", "la", "le", "les", "ma", "mon", "of",
        "the", "un", "une", "votre", "your",
    ];
    fold(label)
        .split(' ')
        .filter(|word| !word.is_empty() && !LITTLE.contains(word))
        .map(str::to_owned)
        .collect()
}

/// Whether a label asks to enter something once more.
pub fn asks_again(label: &str) -> bool {
    const STEMS: [&str; 6] = ["again", "confirm", "nouveau", "repet", "retape", "verifi"];
    fold(label)
        .split(' ')
        .any(|word| STEMS.iter().any(|stem| word.starts_with(stem)))
}

/// Names of buttons that do not say what happens.
pub fn fits_any_button(name: &str) -> bool {
    const WORDS: &[&str] = &[
        "bouton",
        "button",
        "cliquer",
        "cliquer ici",
        "cliquez",
        "cliquez ici",
        "click",
        "click here",
        "go",
        "here",
        "ici",
        "ok",
    ];
    name.len() < 30 && WORDS.contains(&fold(name).as_str())
}

/// What sending a form does, as far as its button says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// It takes data away, or changes what is kept of the user.
    Changes,
    /// It spends money, binds, or hands in an exam.
    Commits,
}

/// What the name of a button says of what follows.
pub fn effect(button: &str) -> Option<Effect> {
    /// Sorted: the beginnings of words, and what they tell.
    const STEMS: &[(&str, Effect)] = &[
        ("acheter", Effect::Commits),
        ("cloturer", Effect::Changes),
        ("commander", Effect::Commits),
        ("delete", Effect::Changes),
        ("desabonner", Effect::Changes),
        ("desinscri", Effect::Changes),
        ("effacer", Effect::Changes),
        ("modifi", Effect::Changes),
        ("order", Effect::Commits),
        ("paiement", Effect::Commits),
        ("pay", Effect::Commits),
        ("purchase", Effect::Commits),
        ("regler", Effect::Commits),
        ("remove", Effect::Changes),
        ("resilie", Effect::Commits),
        ("retirer", Effect::Changes),
        ("sign", Effect::Commits),
        ("souscrire", Effect::Commits),
        ("supprim", Effect::Changes),
        ("update", Effect::Changes),
        ("virement", Effect::Commits),
    ];
    const NOT: [&str; 10] = [
        "pays",
        "signaler",
        "signal",
        "signin",
        "signup",
        "signet",
        "signification",
        "paysage",
        "paysages",
        "signalement",
    ];
    if button.len() > 200 {
        return None;
    }
    fold(button)
        .split(' ')
        .filter(|word| !NOT.contains(word) && !word.starts_with("signal"))
        .find_map(|word| {
            STEMS
                .iter()
                .find(|(stem, _)| word.starts_with(stem))
                .map(|(_, effect)| *effect)
        })
}

/// Whether a class says that it takes an element off the screen and leaves it to screen readers.
pub fn is_screen_reader_class(class: &str) -> bool {
    const CLASSES: [&str; 14] = [
        "a11y-hidden",
        "assistive-text",
        "element-invisible",
        "fr-sr-only",
        "offscreen",
        "screen-reader-only",
        "screen-reader-text",
        "screenreader-only",
        "show-for-sr",
        "sr-only",
        "u-visually-hidden",
        "visually-hidden",
        "visuallyhidden",
        "visuallyHidden",
    ];
    CLASSES.contains(&class)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::{autofill, testing::assert_sorted};

    #[test]
    fn purposes_are_sorted_folded_and_known() {
        assert_sorted("PURPOSES", PURPOSES.iter().map(|(label, _)| *label));
        for (label, token) in PURPOSES {
            assert_eq!(fold(label), *label);
            assert!(autofill::fields().contains(token), "{token}");
        }
    }

    #[test]
    fn what_labels_ask_for() {
        let asks = |label| purpose(label).map(|p| (p.token, p.of_user));
        for (label, token, of_user) in [
            ("Prénom", "given-name", false),
            ("Votre prénom *", "given-name", true),
            ("* Vos nom et prénom :", "name", true),
            ("Courriel (format : vous@domaine.com)", "email", false),
            (
                "Adresse électronique Format attendu : nom@domaine.fr",
                "email",
                false,
            ),
            ("Your e-mail", "email", true),
            ("N° de téléphone", "tel", false),
            ("Code postal obligatoire", "postal-code", false),
        ] {
            assert_eq!(asks(label), Some((token, of_user)), "{label}");
        }
        let bare = |label| purpose(label).is_some_and(|p| p.bare);
        assert!(bare(
            "* Votre adresse électronique (format : nom@domaine.fr)"
        ));
        assert!(!bare("Votre adresse (celle du siège)"));
        for label in [
            "Nom de la commune",
            "Votre nom de domaine",
            "Nom du fichier",
            "Recherche",
            "",
            "*",
            "Adresse du site",
        ] {
            assert_eq!(asks(label), None, "{label}");
        }
    }

    #[test]
    fn marks() {
        assert!(says_required("Nom (Obligatoire)"));
        assert!(says_optional("Nom (facultatif)"));
        assert!(says_optional("Téléphone, non obligatoire"));
        assert!(!says_optional("Téléphone, obligatoire"));
        assert!(hints_at_format("Date (JJ/MM/AAAA)"));
        assert!(hints_at_format("vous@domaine.com"));
        assert!(!hints_at_format("Courriel"));
        assert!(fits_any_field("Champ texte"));
        assert!(!fits_any_field("Nom"));
    }

    #[test]
    fn effects() {
        assert_eq!(effect("Supprimer mon compte"), Some(Effect::Changes));
        assert_eq!(effect("Payer 12 €"), Some(Effect::Commits));
        assert_eq!(effect("Choisir un pays"), None);
        assert_eq!(effect("Signaler une erreur"), None);
        assert_eq!(effect("Rechercher"), None);
    }
}
