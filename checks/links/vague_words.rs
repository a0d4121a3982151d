//! Link texts that say nothing of where they lead, in French and in English.

use crate::text::fold;

/// Whether the words, on their own, could name any link. Case, accents and signs do not count.
pub fn is_vague(words: &str) -> bool {
    words.len() <= 60 && {
        let folded = fold(words);
        PHRASES.binary_search(&folded.as_str()).is_ok()
    }
}

/// Sorted, as [`fold`] writes them.
static PHRASES: &[&str] = &[
    "acceder",
    "acces",
    "afficher",
    "afficher la suite",
    "afficher plus",
    "ce lien",
    "ci apres",
    "ci contre",
    "ci dessous",
    "ci dessus",
    "ci joint",
    "clic",
    "click",
    "click here",
    "click here to read more",
    "click me",
    "cliquer",
    "cliquer ici",
    "cliquez",
    "cliquez ici",
    "cliquez la",
    "cliquez sur ce lien",
    "consulter",
    "consultez",
    "continue reading",
    "continuer",
    "continuer la lecture",
    "decouvrez",
    "decouvrir",
    "decouvrir plus",
    "details here",
    "document",
    "download",
    "en cliquant ici",
    "en lire plus",
    "en savoir",
    "en savoir davantage",
    "en savoir plus",
    "en suivant ce lien",
    "en voir plus",
    "find out more",
    "follow this link",
    "here",
    "ici",
    "j y vais",
    "je decouvre",
    "learn more",
    "lien",
    "lien ici",
    "lien web",
    "link",
    "lire",
    "lire davantage",
    "lire l article",
    "lire la suite",
    "lire plus",
    "lisez la suite",
    "more",
    "more details",
    "more info",
    "more information",
    "on this page",
    "ouvrir",
    "page",
    "par ici",
    "pdf",
    "plus",
    "plus d info",
    "plus d informations",
    "plus d infos",
    "plus de details",
    "read",
    "read more",
    "read on",
    "read the article",
    "savoir plus",
    "see more",
    "show more",
    "site",
    "site internet",
    "site web",
    "suite",
    "sur ce lien",
    "telecharger",
    "telecharger ici",
    "telecharger le document",
    "telecharger le pdf",
    "the link",
    "this link",
    "this page",
    "view more",
    "voir",
    "voir l article",
    "voir la page",
    "voir la suite",
    "voir le detail",
    "voir le lien",
    "voir le site",
    "voir plus",
    "website",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_sorted_and_folded() {
        assert!(PHRASES.is_sorted());
        for phrase in PHRASES {
            assert_eq!(fold(phrase), *phrase);
        }
    }

    #[test]
    fn signs_do_not_count() {
        assert!(is_vague("» Cliquez ICI !"));
        assert!(is_vague("En savoir plus…"));
        assert!(is_vague("Plus d’informations"));
        assert!(!is_vague("Télécharger le plan (PDF)"));
        assert!(!is_vague("En savoir plus sur le budget"));
        assert!(!is_vague(""));
    }
}
