//! What is wrong with a media query, in words.

use crate::spec::syntax::media_query::Kind;
use crate::text::{Text, text};

/// The words for a fault; `{found}` is its place.
pub fn words(kind: Kind) -> Text {
    match kind {
        Kind::Empty => text(
            "rien à côté d’une virgule ; ôter la virgule, ou écrire la condition",
            "nothing beside a comma; remove the comma, or write the condition",
        ),
        Kind::Type => text(
            "il n’y a pas de média « {found} » : all, print ou screen",
            "there is no media type \"{found}\": all, print or screen",
        ),
        Kind::OldType => text(
            "le média « {found} » n’existe plus : all, print ou screen",
            "the media type \"{found}\" is no more: all, print or screen",
        ),
        Kind::OldFeature => text(
            "« {found} » n’existe plus : la largeur de la fenêtre est width",
            "\"{found}\" is no more: the width of the window is width",
        ),
        Kind::Value => text(
            "« {found} » n’est pas une valeur que cette condition admet ; une longueur a une unité, comme 400px",
            "\"{found}\" is no value that this condition takes; a length has a unit, such as 400px",
        ),
        Kind::Bound => text(
            "« {found} » : min- et max- vont avec une mesure et une valeur, comme (min-width: 400px)",
            "\"{found}\": min- and max- go with a measure and a value, as in (min-width: 400px)",
        ),
        Kind::Mixed => text(
            "and et or ne se mêlent pas sans parenthèses",
            "and and or do not mix without parentheses",
        ),
        Kind::Open => text(
            "une parenthèse ouverte qui n’est pas fermée",
            "a parenthesis that is not closed",
        ),
        Kind::Form => text(
            "« {found} » n’est pas à sa place dans une requête média ; l’écrire comme screen and (min-width: 400px)",
            "\"{found}\" is out of place in a media query; write it as in screen and (min-width: 400px)",
        ),
    }
}
