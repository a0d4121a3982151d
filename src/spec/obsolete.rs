//! What HTML has dropped and what to do instead: WHATWG HTML 16.1 «Obsolete but conforming features» and 16.2 «Non-conforming features».

use super::Words;
use super::index::{Index, index};

const CSS: Words = ("Utilisez le CSS.", "Use CSS.");
const FRAMES: Words = (
    "Utilisez iframe et le CSS, ou des inclusions faites par le serveur.",
    "Use iframe and CSS, or server-side includes.",
);
const PRE: Words = ("Utilisez pre et code.", "Use pre and code.");
const ABBR: Words = ("Utilisez abbr.", "Use abbr.");
const MEDIA: Words = (
    "Utilisez video, audio, object ou iframe.",
    "Use video, audio, object or iframe.",
);
const SCRIPTED_MENU: Words = (
    "Faites le menu avec un script.",
    "Make the menu with a script.",
);
const ID: Words = ("Utilisez l’attribut id.", "Use the id attribute.");
const REMOVE: Words = (
    "Retirez-le : il est sans effet.",
    "Remove it: it has no effect.",
);
const LISTEN: Words = (
    "Posez l’écouteur dans le script (addEventListener).",
    "Set the listener in the script (addEventListener).",
);
const SERVER: Words = (
    "Laissez le serveur le dire dans les en-têtes HTTP de la ressource.",
    "Let the server say it in the HTTP headers of the resource.",
);
const AREA: Words = (
    "Utilisez une image réactive (map et area).",
    "Use an image map (map and area).",
);
const DATA_TYPE: Words = (
    "Utilisez les attributs data et type.",
    "Use the data and type attributes.",
);
const LINK: Words = (
    "Mettez un lien vers la description.",
    "Put a link to the description.",
);
const BINDING: Words = (
    "Chargez les données avec un script.",
    "Load the data with a script.",
);

/// Non-conforming elements (WHATWG HTML 16.2).
#[rustfmt::skip]
static ELEMENTS: [(&str, Words); 29] = [
    ("acronym", ABBR),
    ("applet", MEDIA),
    ("basefont", CSS),
    ("bgsound", ("Utilisez audio.", "Use audio.")),
    ("big", CSS),
    ("blink", CSS),
    ("center", CSS),
    ("dir", ("Utilisez ul.", "Use ul.")),
    ("font", CSS),
    ("frame", FRAMES),
    ("frameset", FRAMES),
    ("isindex", ("Utilisez form et un champ de texte.", "Use form and a text field.")),
    ("keygen", ("Utilisez l’API Web Cryptography.", "Use the Web Cryptography API.")),
    ("listing", PRE),
    ("marquee", CSS),
    ("menuitem", SCRIPTED_MENU),
    ("multicol", CSS),
    ("nextid", ("Donnez des id uniques par un autre moyen.", "Make unique ids by other means.")),
    ("nobr", CSS),
    ("noembed", ("Utilisez object, qui peut contenir un contenu de repli.", "Use object, which can hold fallback content.")),
    ("noframes", FRAMES),
    ("param", ("Utilisez l’attribut data de object.", "Use the data attribute of object.")),
    ("plaintext", ("Servez un fichier de type text/plain.", "Serve a file of type text/plain.")),
    ("rb", ("Écrivez le texte de base directement dans ruby.", "Write the base text straight inside ruby.")),
    ("rtc", ("Imbriquez des éléments ruby.", "Nest ruby elements.")),
    ("spacer", CSS),
    ("strike", ("Utilisez del pour un texte supprimé, s pour un texte périmé.", "Use del for removed text, s for text no longer relevant.")),
    ("tt", ("Utilisez code, kbd, samp ou var selon le sens, ou le CSS.", "Use code, kbd, samp or var by meaning, or CSS.")),
    ("xmp", ("Utilisez pre et code, en écrivant &lt; pour « < ».", "Use pre and code, writing &lt; for “<”.")),
];

/// An attribute, the elements on which it is non-conforming (none listed: all), what to do instead.
type Row = (&'static str, &'static [&'static str], Words);

/// Elements whose text `align` once moved.
const ALIGNED: &[&str] = &[
    "caption", "col", "colgroup", "div", "embed", "h1", "h2", "h3", "h4", "h5", "h6", "hr",
    "iframe", "img", "input", "legend", "object", "p", "table", "tbody", "td", "tfoot", "th",
    "thead", "tr",
];
const CELLS: &[&str] = &[
    "col", "colgroup", "tbody", "td", "tfoot", "th", "thead", "tr",
];
/// Elements that were bound to data with each of three attributes.
const FIELD: &[&str] = &[
    "a", "button", "div", "fieldset", "iframe", "img", "input", "label", "legend", "object",
    "select", "span", "textarea",
];
const FORMAT: &[&str] = &[
    "button", "div", "input", "label", "legend", "object", "option", "select", "span", "table",
];
const BOUND: &[&str] = &[
    "a", "button", "div", "iframe", "img", "input", "label", "legend", "object", "option",
    "select", "span", "table", "textarea",
];

/// Non-conforming attributes of elements that are not obsolete themselves (WHATWG HTML 16.2), sorted by attribute.
#[rustfmt::skip]
static ATTRIBUTES: &[Row] = &[
    ("abbr", &["td"], ("Commencez le contenu par le terme court, ou utilisez title.", "Begin the content with the short term, or use title.")),
    ("accept", &["form"], ("Mettez accept sur le champ de fichier (input).", "Put accept on the file field (input).")),
    ("align", ALIGNED, CSS),
    ("alink", &["body"], CSS),
    ("allowtransparency", &["iframe"], CSS),
    ("archive", &["object"], DATA_TYPE),
    ("axis", &["td", "th"], ("Utilisez scope sur le th qui convient.", "Use scope on the relevant th.")),
    ("background", &["body", "table", "tbody", "td", "tfoot", "th", "thead", "tr"], CSS),
    ("bgcolor", &["body", "table", "td", "th", "tr"], CSS),
    ("border", &["img", "input", "object", "table"], CSS),
    ("bordercolor", &["table"], CSS),
    ("bottommargin", &["body"], CSS),
    ("cellpadding", &["table"], CSS),
    ("cellspacing", &["table"], CSS),
    ("char", CELLS, CSS),
    ("charoff", CELLS, CSS),
    ("charset", &["a", "link"], SERVER),
    ("charset", &["script"], ("Retirez-le : un script est en UTF-8.", "Remove it: a script is in UTF-8.")),
    ("classid", &["object"], DATA_TYPE),
    ("clear", &["br"], CSS),
    ("code", &["object"], DATA_TYPE),
    ("codebase", &["object"], DATA_TYPE),
    ("codetype", &["object"], DATA_TYPE),
    ("color", &["hr"], CSS),
    ("compact", &["dl", "menu", "ol", "ul"], CSS),
    ("contextmenu", &[], SCRIPTED_MENU),
    ("coords", &["a"], AREA),
    ("datafld", FIELD, BINDING),
    ("dataformatas", FORMAT, BINDING),
    ("datapagesize", &["table"], REMOVE),
    ("datasrc", BOUND, BINDING),
    ("declare", &["object"], ("Répétez object à chaque endroit où il sert.", "Repeat object each time it is used.")),
    ("dropzone", &[], ("Traitez les événements dragenter et dragover dans un script.", "Handle the dragenter and dragover events in a script.")),
    ("event", &["script"], LISTEN),
    ("for", &["script"], LISTEN),
    ("frame", &["table"], CSS),
    ("frameborder", &["iframe"], CSS),
    ("framespacing", &["iframe"], CSS),
    ("height", &["table", "td", "th", "tr"], CSS),
    ("hreflang", &["area"], REMOVE),
    ("hspace", &["embed", "iframe", "img", "input", "object"], CSS),
    ("ismap", &["input"], REMOVE),
    ("label", &["menu"], SCRIPTED_MENU),
    ("language", &["script"], ("Utilisez type, ou rien pour du JavaScript.", "Use type, or nothing for JavaScript.")),
    ("leftmargin", &["body"], CSS),
    ("link", &["body"], CSS),
    ("longdesc", &["iframe", "img"], LINK),
    ("lowsrc", &["img"], ("Utilisez une image progressive.", "Use a progressive image.")),
    ("manifest", &["html"], ("Utilisez un service worker.", "Use a service worker.")),
    ("marginheight", &["body", "iframe"], CSS),
    ("marginwidth", &["body", "iframe"], CSS),
    ("methods", &["a", "link"], SERVER),
    ("name", &["a", "embed", "img", "option"], ID),
    ("nohref", &["area"], ("Retirez-le : ne pas mettre href suffit.", "Remove it: leaving href out is enough.")),
    ("noshade", &["hr"], CSS),
    ("nowrap", &["td", "th"], CSS),
    ("onshow", &[], SCRIPTED_MENU),
    ("profile", &["head"], REMOVE),
    ("rev", &["a", "link"], ("Utilisez rel avec le terme inverse.", "Use rel with the opposite term.")),
    ("rightmargin", &["body"], CSS),
    ("rules", &["table"], CSS),
    ("scheme", &["meta"], ("N’utilisez qu’un format par champ, ou dites-le dans la valeur.", "Use one format per field, or say it in the value.")),
    ("scope", &["td"], ("Utilisez th pour une cellule d’en-tête.", "Use th for a header cell.")),
    ("scrolling", &["iframe"], CSS),
    ("shape", &["a"], AREA),
    ("size", &["hr"], CSS),
    ("standby", &["object"], ("Faites une ressource qui se charge vite ou par morceaux.", "Make the resource load fast or piece by piece.")),
    ("summary", &["table"], ("Décrivez le tableau dans caption ou dans le texte autour.", "Describe the table in caption or in the text around.")),
    ("target", &["link"], REMOVE),
    ("text", &["body"], CSS),
    ("topmargin", &["body"], CSS),
    ("type", &["area"], REMOVE),
    ("type", &["li", "ul"], CSS),
    ("type", &["menu"], SCRIPTED_MENU),
    ("typemustmatch", &["object"], ("N’incluez que des ressources de confiance.", "Embed trusted resources only.")),
    ("urn", &["a", "link"], ("Mettez l’identifiant dans href.", "Put the identifier in href.")),
    ("usemap", &["input", "object"], ("Utilisez img avec usemap.", "Use img with usemap.")),
    ("valign", CELLS, CSS),
    ("version", &["html"], REMOVE),
    ("vlink", &["body"], CSS),
    ("vspace", &["embed", "iframe", "img", "input", "object"], CSS),
    ("width", &["col", "colgroup", "hr", "pre", "table", "td", "th"], CSS),
];

static INDEX: Index<512> = index!(ATTRIBUTES, 0);

/// What to do instead of a non-conforming element; `None` when the element is not one.
pub fn element(name: &str) -> Option<Words> {
    let at = ELEMENTS
        .binary_search_by(|(known, _)| (*known).cmp(name))
        .ok()?;
    Some(ELEMENTS[at].1)
}

/// What to do instead of a non-conforming attribute; `None` when it is not one, or when the whole element is obsolete.
pub fn attribute(element: &str, attribute: &str) -> Option<Words> {
    let from = INDEX.find(attribute, |row| ATTRIBUTES[row].0)?;
    ATTRIBUTES[from..]
        .iter()
        .take_while(|(name, _, _)| *name == attribute)
        .find(|(_, elements, _)| elements.is_empty() || elements.contains(&element))
        .map(|(_, _, words)| *words)
}

/// Names of attributes that are non-conforming on some element, sorted; a name may come several times.
pub fn attribute_names() -> impl Iterator<Item = &'static str> {
    ATTRIBUTES.iter().map(|(name, _, _)| *name)
}

/// Whether this use of an attribute that [`attribute`] lists is still conforming and deserves a warning only (WHATWG HTML 16.1).
/// `id`: the element's own id. Names that another element takes are not looked at.
pub fn is_conforming(element: &str, attribute: &str, value: &str, id: Option<&str>) -> bool {
    match (element, attribute) {
        ("img", "border") => value == "0",
        ("script", "charset") => value.eq_ignore_ascii_case("utf-8"),
        ("script", "language") => value.eq_ignore_ascii_case("javascript"),
        ("a", "name") => !value.is_empty() && id.is_none_or(|id| id == value),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::{elements, testing::assert_sorted};

    #[test]
    fn elements_are_those_flagged_obsolete() {
        assert_sorted("ELEMENTS", ELEMENTS.iter().map(|(name, _)| *name));
        let flagged: Vec<_> = elements::names()
            .filter(|n| elements::is_obsolete(n))
            .collect();
        let advised: Vec<_> = ELEMENTS.iter().map(|(name, _)| *name).collect();
        assert_eq!(flagged, advised);
        assert_eq!(element("center"), Some(CSS));
        assert_eq!(element("s"), None);
    }

    #[test]
    fn attributes_are_sorted_and_name_known_elements() {
        assert!(ATTRIBUTES.is_sorted_by_key(|(name, _, _)| *name));
        for (name, on, _) in ATTRIBUTES {
            assert!(on.is_sorted(), "{name}: {on:?}");
            for element in *on {
                assert!(
                    elements::is_known(element) && !elements::is_obsolete(element),
                    "{name} on {element}"
                );
            }
        }
    }

    #[test]
    fn attributes_depend_on_the_element() {
        assert_eq!(attribute("p", "align"), Some(CSS));
        assert_eq!(
            attribute("td", "scope").map(|w| w.1),
            Some("Use th for a header cell.")
        );
        assert_eq!(attribute("th", "scope"), None);
        assert_eq!(attribute("th", "abbr"), None);
        assert_eq!(attribute("ol", "type"), None);
        assert_eq!(attribute("menu", "type"), Some(SCRIPTED_MENU));
        assert_eq!(attribute("ul", "type"), Some(CSS));
        assert_eq!(
            attribute("script", "charset").map(|w| w.1),
            Some("Remove it: a script is in UTF-8.")
        );
        assert_eq!(attribute("meta", "charset"), None);
        assert_eq!(attribute("div", "contextmenu"), Some(SCRIPTED_MENU));
        assert_eq!(attribute("img", "width"), None);
        assert_eq!(attribute("iframe", "name"), None);
    }

    #[test]
    fn some_uses_are_only_discouraged() {
        assert!(is_conforming("img", "border", "0", None));
        assert!(!is_conforming("img", "border", "1", None));
        assert!(!is_conforming("table", "border", "0", None));
        assert!(is_conforming("a", "name", "haut", None));
        assert!(is_conforming("a", "name", "haut", Some("haut")));
        assert!(!is_conforming("a", "name", "haut", Some("bas")));
        assert!(is_conforming("script", "language", "JavaScript", None));
    }
}
