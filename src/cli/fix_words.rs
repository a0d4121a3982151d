//! What `vigie fix` says of changes that are not made.

use crate::fix::sources::Why;
use crate::fix::{Name, Reason, Untouchable};
use crate::report::visible;
use crate::text::{Lang, Text, text};

/// Why a change was not made, as the end of a sentence.
pub fn reason(reason: &Reason, lang: Lang) -> String {
    let file = |path: &str| visible(path).into_owned();
    match (reason, lang) {
        (Reason::Named(Name::Inside), Lang::Fr) => {
            "car un script ou un style de la page le nomme".to_owned()
        }
        (Reason::Named(Name::Inside), Lang::En) => {
            "since a script or a style of the page names it".to_owned()
        }
        (Reason::Named(Name::File(path)), Lang::Fr) => format!("car {} le nomme", file(path)),
        (Reason::Named(Name::File(path)), Lang::En) => format!("since {} names it", file(path)),
        (Reason::Named(Name::Unreadable(path)), Lang::Fr) => {
            format!(
                "car {}, que Vigie ne peut pas lire, le nomme peut-être",
                file(path)
            )
        }
        (Reason::Named(Name::Unreadable(path)), Lang::En) => {
            format!("since {}, which Vigie cannot read, may name it", file(path))
        }
        (Reason::OtherTree, Lang::Fr) => "car la page serait lue autrement".to_owned(),
        (Reason::OtherTree, Lang::En) => "since the page would be read otherwise".to_owned(),
        (Reason::Useless, Lang::Fr) => "car le constat resterait".to_owned(),
        (Reason::Useless, Lang::En) => "since the finding would stay".to_owned(),
        (Reason::Worse(check), Lang::Fr) => format!("car il en viendrait un autre, {check}"),
        (Reason::Worse(check), Lang::En) => format!("since another would come, {check}"),
        (Reason::TooMany, Lang::Fr) => "car la page en a trop".to_owned(),
        (Reason::TooMany, Lang::En) => "since the page has too many".to_owned(),
    }
}

pub fn untouchable(why: Untouchable) -> Text {
    match why {
        Untouchable::Malformed => text(
            "des octets de cette page ne se lisent pas dans son encodage : elle n’est pas touchée",
            "bytes of this page cannot be read in its encoding: it is not touched",
        ),
        Untouchable::NotExact => text(
            "cette page ne peut pas être réécrite octet pour octet dans son encodage : elle n’est pas touchée",
            "this page cannot be written again byte for byte in its encoding: it is not touched",
        ),
    }
}

/// Why a change to the sources is left to a person, as the end of a sentence.
pub fn left(why: Why) -> Text {
    match why {
        Why::Unknown => text(
            "car sa place dans les sources n’est pas connue",
            "since its place in the sources is not known",
        ),
        Why::Likely => text(
            "car cette place n’est que probable",
            "since this place is only likely",
        ),
        Why::Otherwise => text(
            "car c’est écrit autrement dans la source",
            "since it is written otherwise in the source",
        ),
        Why::Foreign => text(
            "car ce fichier pourrait le prendre pour autre chose",
            "since this file might take it for something else",
        ),
        Why::Elsewhere => text(
            "car des pages ont la même chose là où elle doit rester",
            "since pages have the same where it is to stay",
        ),
        Why::Different => text(
            "car d’autres pages demandent autre chose au même endroit",
            "since other pages need something else at the same place",
        ),
        Why::Alone => text(
            "car sans les autres corrections de la page elle ne suffit pas",
            "since without the other changes of the page it is not enough",
        ),
        Why::Unwritable => text(
            "car ce fichier n’est pas en UTF-8, ou vient de changer",
            "since this file is not in UTF-8, or has just changed",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_in_both_languages() {
        let all = [
            Reason::Named(Name::Inside),
            Reason::Named(Name::File("a\u{1b}.js".into())),
            Reason::Named(Name::Unreadable("https://x/a.js".into())),
            Reason::OtherTree,
            Reason::Useless,
            Reason::Worse("parse-error"),
            Reason::TooMany,
        ];
        for why in &all {
            let said = reason(why, Lang::Fr);
            assert_ne!(said, reason(why, Lang::En));
            assert!(!said.contains('\u{1b}'));
        }
        let all = [
            Why::Unknown,
            Why::Likely,
            Why::Otherwise,
            Why::Foreign,
            Why::Elsewhere,
            Why::Different,
            Why::Alone,
            Why::Unwritable,
        ];
        let said: std::collections::BTreeSet<&str> =
            all.iter().map(|why| left(*why).get(Lang::Fr)).collect();
        assert_eq!(said.len(), all.len());
    }
}
