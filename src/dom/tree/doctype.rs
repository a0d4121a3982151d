//! Doctypes, and what they make of a page's mode (HTML Standard, 13.2.6.4.1).

use super::{Mode, Tree};
use crate::dom::complaint::Complaint;
use crate::dom::document::Quirks;
use crate::dom::tokens::Doctype;

/// Public identifiers that begin so are of quirks mode; in lower case, in order.
const QUIRKS_PREFIXES: &[&str] = &[
    "-//advasoft ltd//dtd html 3.0 aswedit + extensions//",
    "-//as//dtd html 3.0 aswedit + extensions//",
    "-//ietf//dtd html 2.0 level 1//",
    "-//ietf//dtd html 2.0 level 2//",
    "-//ietf//dtd html 2.0 strict level 1//",
    "-//ietf//dtd html 2.0 strict level 2//",
    "-//ietf//dtd html 2.0 strict//",
    "-//ietf//dtd html 2.0//",
    "-//ietf//dtd html 2.1e//",
    "-//ietf//dtd html 3.0//",
    "-//ietf//dtd html 3.2 final//",
    "-//ietf//dtd html 3.2//",
    "-//ietf//dtd html 3//",
    "-//ietf//dtd html level 0//",
    "-//ietf//dtd html level 1//",
    "-//ietf//dtd html level 2//",
    "-//ietf//dtd html level 3//",
    "-//ietf//dtd html strict level 0//",
    "-//ietf//dtd html strict level 1//",
    "-//ietf//dtd html strict level 2//",
    "-//ietf//dtd html strict level 3//",
    "-//ietf//dtd html strict//",
    "-//ietf//dtd html//",
    "-//metrius//dtd metrius presentational//",
    "-//microsoft//dtd internet explorer 2.0 html strict//",
    "-//microsoft//dtd internet explorer 2.0 html//",
    "-//microsoft//dtd internet explorer 2.0 tables//",
    "-//microsoft//dtd internet explorer 3.0 html strict//",
    "-//microsoft//dtd internet explorer 3.0 html//",
    "-//microsoft//dtd internet explorer 3.0 tables//",
    "-//netscape comm. corp.//dtd html//",
    "-//netscape comm. corp.//dtd strict html//",
    "-//o'reilly and associates//dtd html 2.0//",
    "-//o'reilly and associates//dtd html extended 1.0//",
    "-//o'reilly and associates//dtd html extended relaxed 1.0//",
    "-//softquad software//dtd hotmetal pro 6.0::19990601::extensions to html 4.0//",
    "-//softquad//dtd hotmetal pro 4.0::19971010::extensions to html 4.0//",
    "-//spyglass//dtd html 2.0 extended//",
    "-//sq//dtd html 2.0 hotmetal + extensions//",
    "-//sun microsystems corp.//dtd hotjava html//",
    "-//sun microsystems corp.//dtd hotjava strict html//",
    "-//w3c//dtd html 3 1995-03-24//",
    "-//w3c//dtd html 3.2 draft//",
    "-//w3c//dtd html 3.2 final//",
    "-//w3c//dtd html 3.2//",
    "-//w3c//dtd html 3.2s draft//",
    "-//w3c//dtd html 4.0 frameset//",
    "-//w3c//dtd html 4.0 transitional//",
    "-//w3c//dtd html experimental 19960712//",
    "-//w3c//dtd html experimental 970421//",
    "-//w3c//dtd w3 html//",
    "-//w3o//dtd w3 html 3.0//",
    "-//webtechs//dtd mozilla html 2.0//",
    "-//webtechs//dtd mozilla html//",
];

/// Whole public identifiers of quirks mode.
const QUIRKS_PUBLIC: &[&str] = &[
    "-//w3o//dtd w3 html strict 3.0//en//",
    "-/w3c/dtd html 4.0 transitional/en",
    "html",
];

/// The system identifier of quirks mode.
const QUIRKS_SYSTEM: &str = "http://www.ibm.com/data/dtd/v11/ibmxhtml1-transitional.dtd";

/// Public identifiers that begin so are of limited-quirks mode.
const LIMITED_PREFIXES: &[&str] = &[
    "-//w3c//dtd xhtml 1.0 frameset//",
    "-//w3c//dtd xhtml 1.0 transitional//",
];

/// So with a system identifier; of quirks mode without.
const HTML4_PREFIXES: &[&str] = &[
    "-//w3c//dtd html 4.01 frameset//",
    "-//w3c//dtd html 4.01 transitional//",
];

fn quirks(name: Option<&str>, public: Option<&str>, system: Option<&str>) -> Quirks {
    let public = public.unwrap_or_default().to_ascii_lowercase();
    let begins = |list: &[&str]| list.iter().any(|prefix| public.starts_with(prefix));
    if name != Some("html")
        || QUIRKS_PUBLIC.contains(&&*public)
        || system.is_some_and(|s| s.eq_ignore_ascii_case(QUIRKS_SYSTEM))
        || begins(QUIRKS_PREFIXES)
        || (system.is_none() && begins(HTML4_PREFIXES))
    {
        Quirks::Yes
    } else if begins(LIMITED_PREFIXES) || begins(HTML4_PREFIXES) {
        Quirks::Limited
    } else {
        Quirks::No
    }
}

impl Tree {
    pub fn doctype(&mut self, doctype: &Doctype) {
        self.ignore_line_feed = false;
        if self.mode != Mode::Initial {
            return self.complain(Complaint::Doctype);
        }
        let (name, public, system) = doctype.parts();
        self.quirks = match doctype.force_quirks {
            true => Quirks::Yes,
            false => quirks(name.as_deref(), public.as_deref(), system.as_deref()),
        };
        self.mode = Mode::BeforeHtml;
        self.insert_doctype(name, public, system);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modes() {
        let html4 = Some("-//W3C//DTD HTML 4.01 Transitional//EN");
        let xhtml = Some("-//W3C//DTD XHTML 1.0 Transitional//EN");
        let any = Some("http://www.w3.org/TR/html4/loose.dtd");
        assert_eq!(quirks(Some("html"), None, None), Quirks::No);
        assert_eq!(
            quirks(Some("html"), None, Some("about:legacy-compat")),
            Quirks::No
        );
        assert_eq!(quirks(Some("svg"), None, None), Quirks::Yes);
        assert_eq!(quirks(Some("html"), html4, None), Quirks::Yes);
        assert_eq!(quirks(Some("html"), html4, any), Quirks::Limited);
        assert_eq!(quirks(Some("html"), xhtml, None), Quirks::Limited);
        assert_eq!(
            quirks(Some("html"), Some("-//IETF//DTD HTML//EN"), any),
            Quirks::Yes
        );
        assert_eq!(quirks(Some("html"), None, Some(QUIRKS_SYSTEM)), Quirks::Yes);
    }
}
