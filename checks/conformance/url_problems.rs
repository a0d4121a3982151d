//! What is wrong with a URL, in words.

use super::values::Problem;
use crate::spec::syntax::url::{Fault, Kind};
use crate::spec::syntax::{data_url, host};
use crate::text::{Text, text};

const EMPTY: Text = text("l’adresse est vide", "the address is empty");
const RELATIVE: Text = text(
    "il faut une adresse complète, qui commence par https:// ou un autre protocole",
    "a complete address is needed, that begins with https:// or another scheme",
);
const SPACE: Text = text(
    "un espace ne peut pas figurer tel quel dans une adresse ; l’écrire %20",
    "a space may not stand as it is in an address; write %20",
);
const CHARACTER: Text = text(
    "le caractère « {found} » ne peut pas figurer tel quel dans une adresse ; l’écrire {code}",
    "the character \"{found}\" may not stand as it is in an address; write {code}",
);
const CONTROL: Text = text(
    "un caractère invisible qui n’a pas sa place dans une adresse ; l’écrire {code}, ou l’ôter",
    "an invisible character that has no place in an address; write {code}, or remove it",
);
const PERCENT: Text = text(
    "% doit être suivi de deux chiffres hexadécimaux dans une adresse ; le signe lui-même s’écrit %25",
    "% must be followed by two hexadecimal digits in an address; the sign itself is written %25",
);
const LINE_BREAK: Text = text(
    "un retour à la ligne ou une tabulation au milieu de l’adresse ; l’ôter",
    "a line break or a tab in the middle of the address; remove it",
);
const BACKSLASH: Text = text(
    "une barre oblique inverse (\\) dans l’adresse ; les dossiers se séparent par /",
    "a backslash (\\) in the address; folders are separated by /",
);
const SECOND_HASH: Text = text(
    "un second # dans l’adresse ; à l’intérieur d’une ancre, il s’écrit %23",
    "a second # in the address; within a fragment it is written %23",
);
const MISSING_SLASHES: Text = text(
    "« {found} » doit être suivi de deux barres obliques : {instead}",
    "\"{found}\" must have two slashes: {instead}",
);
const EXTRA_SLASH: Text = text(
    "une barre oblique de trop avant le nom du site",
    "a slash too many before the name of the site",
);
const CREDENTIALS: Text = text(
    "un nom d’utilisateur ou un mot de passe dans l’adresse (« {found} ») : HTML ne le permet pas, et chacun peut le lire",
    "a user name or a password in the address (\"{found}\"): HTML does not allow it, and anyone can read it",
);
const NO_HOST: Text = text(
    "l’adresse n’a pas de nom de site après //",
    "the address has no name of a site after //",
);
const HOST_CHARACTER: Text = text(
    "aucun nom de site n’a le caractère « {found} »",
    "no name of a site has the character \"{found}\"",
);
const HOST_SPACE: Text = text(
    "aucun nom de site n’a d’espace",
    "no name of a site has a space",
);
const HOST_NAME: Text = text(
    "« {found} » n’est pas un nom de site possible",
    "\"{found}\" is no possible name of a site",
);
const EMPTY_LABEL: Text = text(
    "il manque un mot devant un point dans le nom du site",
    "a word is missing before a dot in the name of the site",
);
const LONG_LABEL: Text = text(
    "une partie du nom du site dépasse 63 caractères",
    "a part of the name of the site is longer than 63 characters",
);
const IPV4: Text = text(
    "« {found} » n’est pas une adresse IP : quatre nombres de 0 à 255, sans zéro devant, séparés par des points",
    "\"{found}\" is no IP address: four numbers from 0 to 255, with no zero in front, separated by dots",
);
const IPV6: Text = text(
    "« {found} » n’est pas une adresse IPv6, et les crochets ne servent qu’à cela",
    "\"{found}\" is no IPv6 address, the only thing brackets are for",
);
const BRACKET: Text = text(
    "un crochet ouvert qui n’est pas fermé à la fin du nom du site",
    "a bracket that is not closed at the end of the name of the site",
);
const PORT: Text = text(
    "le port « {found} » n’est pas un nombre",
    "the port \"{found}\" is no number",
);
const PORT_TOO_HIGH: Text = text(
    "le port {found} dépasse 65535, le plus grand possible",
    "the port {found} is above 65535, the highest possible",
);
const DRIVE: Text = text(
    "« {found} » est un disque de Windows ; l’écrire file:///C:/",
    "\"{found}\" is a drive of Windows; write file:///C:/",
);
const DATA_COMMA: Text = text(
    "il manque la virgule après laquelle commencent les données",
    "the comma after which the data begins is missing",
);
const DATA_TYPE: Text = text(
    "« {found} » n’est pas un type de contenu ; l’écrire comme image/svg+xml;charset=utf-8",
    "\"{found}\" is no content type; write it as in image/svg+xml;charset=utf-8",
);
const DATA_BASE64: Text = text(
    "les données annoncées en base64 n’en sont pas",
    "the data is announced as base64 and is not",
);

/// The problem of a fault, and the texts it borrows.
pub struct Told {
    words: Text,
    found: Option<String>,
    second: Option<(&'static str, String)>,
}

impl Told {
    /// What is wrong with `value`.
    pub fn of(fault: &Fault, value: &str) -> Told {
        let at = value.get(fault.at.clone()).unwrap_or_default();
        let told = |words, found: &str| Told {
            words,
            found: Some(found.to_owned()),
            second: None,
        };
        let alone = |words| Told {
            words,
            found: None,
            second: None,
        };
        match fault.kind {
            Kind::Empty => alone(EMPTY),
            Kind::Relative => alone(RELATIVE),
            Kind::Character(' ') => alone(SPACE),
            Kind::Character(c) => {
                let code = Some(("code", encoded(c)));
                let visible = !c.is_control() && !c.is_whitespace();
                Told {
                    words: if visible { CHARACTER } else { CONTROL },
                    found: visible.then(|| c.to_string()),
                    second: code,
                }
            }
            Kind::Percent => alone(PERCENT),
            Kind::LineBreak => alone(LINE_BREAK),
            Kind::Backslash => alone(BACKSLASH),
            Kind::SecondHash => alone(SECOND_HASH),
            Kind::MissingSlashes => {
                let scheme = at.trim_end_matches(['/', '\\']);
                let slashes = if scheme.eq_ignore_ascii_case("file:") {
                    "///"
                } else {
                    "//"
                };
                Told {
                    second: Some(("instead", format!("{scheme}{slashes}"))),
                    ..told(MISSING_SLASHES, at)
                }
            }
            Kind::ExtraSlash => alone(EXTRA_SLASH),
            Kind::Credentials => told(CREDENTIALS, at),
            Kind::NoHost => alone(NO_HOST),
            Kind::Port => told(PORT, at),
            Kind::PortTooHigh => told(PORT_TOO_HIGH, at),
            Kind::Drive => told(DRIVE, at),
            Kind::Host(host::Kind::Character(' ')) => alone(HOST_SPACE),
            Kind::Host(host::Kind::Character(c)) if !c.is_control() => {
                told(HOST_CHARACTER, c.encode_utf8(&mut [0; 4]))
            }
            Kind::Host(host::Kind::Name | host::Kind::Character(_)) => told(HOST_NAME, at),
            Kind::Host(host::Kind::EmptyLabel) => alone(EMPTY_LABEL),
            Kind::Host(host::Kind::LongLabel) => alone(LONG_LABEL),
            Kind::Host(host::Kind::Ipv4) => told(IPV4, at),
            Kind::Host(host::Kind::Ipv6) => told(IPV6, at),
            Kind::Host(host::Kind::Bracket) => alone(BRACKET),
            Kind::Data(data_url::Kind::NoComma) => alone(DATA_COMMA),
            Kind::Data(data_url::Kind::Type) => told(DATA_TYPE, at),
            Kind::Data(data_url::Kind::Base64) => alone(DATA_BASE64),
        }
    }

    /// In the form that [`super::values::fail`] takes.
    pub fn problem(&self) -> Problem<'_> {
        let mut problem = Problem::new(self.words);
        if let Some(found) = &self.found {
            problem = problem.with("found", found.as_str());
        }
        if let Some((name, value)) = &self.second {
            problem = problem.with(name, value.as_str());
        }
        problem
    }
}

/// Percent-encoded, in UTF-8.
fn encoded(c: char) -> String {
    let bytes = c.encode_utf8(&mut [0; 4]).to_owned();
    bytes.bytes().map(|byte| format!("%{byte:02X}")).collect()
}
