//! Document types there are, and where a page has its own: for the checks on RGAA 8.1.

use crate::dom::{Doctype, Document, ParseError};

/// What a page says of its document type.
pub enum Found<'p> {
    /// No doctype at all.
    None,
    /// One, where it counts.
    Placed(Doctype<'p>),
    /// One that the parser ignored because a tag or text comes before it.
    Misplaced(&'p ParseError),
}

/// The page's doctype: the one that counts, else the first that was written.
pub fn find(doc: &Document) -> Found<'_> {
    if let Some(doctype) = doc.doctype() {
        return Found::Placed(doctype);
    }
    let ignored = |e: &&ParseError| e.code == "misplaced-doctype";
    match doc.parse_errors().iter().find(ignored) {
        Some(error) => Found::Misplaced(error),
        None => Found::None,
    }
}

/// Whether a tokenizer error is about how a doctype is written.
pub fn is_doctype_error(code: &str) -> bool {
    code.contains("doctype")
        && !matches!(
            code,
            "misplaced-doctype" | "obsolete-doctype" | "missing-doctype"
        )
}

/// Which document type it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `<!DOCTYPE html>`, or with `SYSTEM "about:legacy-compat"`.
    Html,
    /// An older one that was once published.
    Old,
    /// An older public identifier with another address than the one published with it.
    OddAddress,
    /// None of them.
    Unknown,
}

/// Compares with the HTML Standard 13.1.1, then with the document types W3C and IETF published.
pub fn kind(name: &str, public_id: &str, system_id: &str) -> Kind {
    if name != "html" {
        return Kind::Unknown;
    }
    if public_id.is_empty() {
        return match system_id {
            "" | "about:legacy-compat" => Kind::Html,
            _ => Kind::Unknown,
        };
    }
    let known = PUBLISHED
        .iter()
        .find(|(public, _)| public.eq_ignore_ascii_case(public_id));
    match known {
        None => Kind::Unknown,
        Some((public, address)) => {
            let may_omit = !public.contains("XHTML");
            if system_id == *address || (system_id.is_empty() && may_omit) {
                Kind::Old
            } else {
                Kind::OddAddress
            }
        }
    }
}

/// Public identifier, address of the definition.
#[rustfmt::skip]
static PUBLISHED: [(&str, &str); 23] = [
    ("-//W3C//DTD HTML 4.01//EN", "http://www.w3.org/TR/html4/strict.dtd"),
    ("-//W3C//DTD HTML 4.01 Transitional//EN", "http://www.w3.org/TR/html4/loose.dtd"),
    ("-//W3C//DTD HTML 4.01 Frameset//EN", "http://www.w3.org/TR/html4/frameset.dtd"),
    ("-//W3C//DTD XHTML 1.0 Strict//EN", "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd"),
    ("-//W3C//DTD XHTML 1.0 Transitional//EN", "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd"),
    ("-//W3C//DTD XHTML 1.0 Frameset//EN", "http://www.w3.org/TR/xhtml1/DTD/xhtml1-frameset.dtd"),
    ("-//W3C//DTD XHTML 1.1//EN", "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd"),
    ("-//W3C//DTD XHTML Basic 1.0//EN", "http://www.w3.org/TR/xhtml-basic/xhtml-basic10.dtd"),
    ("-//W3C//DTD XHTML Basic 1.1//EN", "http://www.w3.org/TR/xhtml-basic/xhtml-basic11.dtd"),
    ("-//W3C//DTD XHTML+RDFa 1.0//EN", "http://www.w3.org/MarkUp/DTD/xhtml-rdfa-1.dtd"),
    ("-//W3C//DTD XHTML+RDFa 1.1//EN", "http://www.w3.org/MarkUp/DTD/xhtml-rdfa-2.dtd"),
    ("-//W3C//DTD XHTML 1.1 plus MathML 2.0//EN", "http://www.w3.org/Math/DTD/mathml2/xhtml-math11-f.dtd"),
    ("-//W3C//DTD XHTML 1.1 plus MathML 2.0 plus SVG 1.1//EN", "http://www.w3.org/2002/04/xhtml-math-svg/xhtml-math-svg.dtd"),
    ("-//WAPFORUM//DTD XHTML Mobile 1.0//EN", "http://www.wapforum.org/DTD/xhtml-mobile10.dtd"),
    ("-//WAPFORUM//DTD XHTML Mobile 1.1//EN", "http://www.openmobilealliance.org/tech/DTD/xhtml-mobile11.dtd"),
    ("-//WAPFORUM//DTD XHTML Mobile 1.2//EN", "http://www.openmobilealliance.org/tech/DTD/xhtml-mobile12.dtd"),
    ("-//W3C//DTD HTML 4.01+RDFa 1.1//EN", "http://www.w3.org/MarkUp/DTD/html401-rdfa11-1.dtd"),
    ("-//W3C//DTD HTML 4.0//EN", "http://www.w3.org/TR/REC-html40/strict.dtd"),
    ("-//W3C//DTD HTML 4.0 Transitional//EN", "http://www.w3.org/TR/REC-html40/loose.dtd"),
    ("-//W3C//DTD HTML 4.0 Frameset//EN", "http://www.w3.org/TR/REC-html40/frameset.dtd"),
    ("-//W3C//DTD HTML 3.2 Final//EN", ""),
    ("-//W3C//DTD HTML 3.2//EN", ""),
    ("-//IETF//DTD HTML 2.0//EN", ""),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds() {
        let transitional = "-//W3C//DTD XHTML 1.0 Transitional//EN";
        assert_eq!(kind("html", "", ""), Kind::Html);
        assert_eq!(kind("html", "", "about:legacy-compat"), Kind::Html);
        assert_eq!(kind("htm", "", ""), Kind::Unknown);
        assert_eq!(kind("html", "", "html5.dtd"), Kind::Unknown);
        assert_eq!(kind("html", "-//W3C//DTD HTML 4.01//EN", ""), Kind::Old);
        assert_eq!(
            kind(
                "html",
                transitional,
                "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd"
            ),
            Kind::Old
        );
        assert_eq!(kind("html", transitional, "DTD/a.dtd"), Kind::OddAddress);
        assert_eq!(kind("html", transitional, ""), Kind::OddAddress);
        assert_eq!(kind("html", "-//MAIRIE//DTD HTML//FR", ""), Kind::Unknown);
    }
}
