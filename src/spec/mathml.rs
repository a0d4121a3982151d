//! Elements and attributes of MathML: MathML 3.0, chapters 3 «Presentation Markup» and 4 «Content Markup», 5 for `semantics`; MathML Core
//! for attributes on any element.

use super::event_handlers::is_event_handler;

/// Where an element of presentation markup may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Wherever an expression may be.
    Expression,
    /// Directly inside one of these.
    Inside(&'static [&'static str]),
}

/// What an element may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// Any number of expressions.
    Row,
    /// As many expressions.
    Exactly(usize),
    /// That many expressions at least, then what belongs to it alone.
    AtLeast(usize),
    /// Text, and HTML.
    Text,
    /// Only elements that belong there.
    Parts,
    /// Nothing.
    Empty,
    /// Content markup: not looked into.
    Free,
}

type Row = (&'static str, Place, Content);

use Content::{AtLeast, Empty, Exactly, Parts, Text};
use Place::{Expression, Inside};

/// Presentation markup, sorted.
#[rustfmt::skip]
static PRESENTATION: [Row; 45] = [
    ("annotation", Inside(&["semantics"]), Text),
    ("annotation-xml", Inside(&["semantics"]), Content::Free),
    ("maction", Expression, AtLeast(1)),
    ("maligngroup", Expression, Empty),
    ("malignmark", Expression, Empty),
    ("math", Expression, Content::Row),
    ("menclose", Expression, Content::Row),
    ("merror", Expression, Content::Row),
    ("mfenced", Expression, Content::Row),
    ("mfrac", Expression, Exactly(2)),
    ("mglyph", Inside(&["mi", "mn", "mo", "ms", "mtext"]), Empty),
    ("mi", Expression, Text),
    ("mlabeledtr", Inside(&["mtable"]), Parts),
    ("mlongdiv", Expression, Content::Free),
    ("mmultiscripts", Expression, AtLeast(1)),
    ("mn", Expression, Text),
    ("mo", Expression, Text),
    ("mover", Expression, Exactly(2)),
    ("mpadded", Expression, Content::Row),
    ("mphantom", Expression, Content::Row),
    ("mprescripts", Inside(&["mmultiscripts"]), Empty),
    ("mroot", Expression, Exactly(2)),
    ("mrow", Expression, Content::Row),
    ("ms", Expression, Text),
    ("mscarries", Inside(&["mstack", "mlongdiv", "msgroup"]), Content::Free),
    ("mscarry", Inside(&["mscarries"]), Content::Free),
    ("msgroup", Inside(&["mstack", "mlongdiv", "msgroup"]), Content::Free),
    ("msline", Inside(&["mstack", "mlongdiv", "msgroup"]), Empty),
    ("mspace", Expression, Empty),
    ("msqrt", Expression, Content::Row),
    ("msrow", Inside(&["mstack", "mlongdiv", "msgroup"]), Content::Free),
    ("mstack", Expression, Content::Free),
    ("mstyle", Expression, Content::Row),
    ("msub", Expression, Exactly(2)),
    ("msubsup", Expression, Exactly(3)),
    ("msup", Expression, Exactly(2)),
    ("mtable", Expression, Parts),
    ("mtd", Inside(&["mtr", "mlabeledtr"]), Content::Row),
    ("mtext", Expression, Text),
    ("mtr", Inside(&["mtable"]), Parts),
    ("munder", Expression, Exactly(2)),
    ("munderover", Expression, Exactly(3)),
    ("none", Inside(&["mmultiscripts"]), Empty),
    ("semantics", Expression, AtLeast(1)),
    ("share", Expression, Content::Free),
];

/// Content markup, sorted.
#[rustfmt::skip]
static CONTENT: [&str; 148] = [
    "abs", "and", "apply", "approx", "arccos", "arccosh", "arccot", "arccoth", "arccsc", "arccsch", "arcsec", "arcsech",
    "arcsin", "arcsinh", "arctan", "arctanh", "arg", "bind", "bvar", "card", "cartesianproduct", "cbytes", "ceiling",
    "cerror", "ci", "cn", "codomain", "complexes", "compose", "condition", "conjugate", "cos", "cosh", "cot", "coth", "cs",
    "csc", "csch", "csymbol", "curl", "declare", "degree", "determinant", "diff", "divergence", "divide", "domain",
    "domainofapplication", "emptyset", "eq", "equivalent", "eulergamma", "exists", "exp", "exponentiale", "factorial",
    "factorof", "false", "floor", "fn", "forall", "gcd", "geq", "grad", "gt", "ident", "image", "imaginary", "imaginaryi",
    "implies", "in", "infinity", "int", "integers", "intersect", "interval", "inverse", "lambda", "laplacian", "lcm", "leq",
    "limit", "list", "ln", "log", "logbase", "lowlimit", "lt", "matrix", "matrixrow", "max", "mean", "median", "min", "minus",
    "mode", "moment", "momentabout", "naturalnumbers", "neq", "not", "notanumber", "notin", "notprsubset", "notsubset", "or",
    "otherwise", "outerproduct", "partialdiff", "pi", "piece", "piecewise", "plus", "power", "primes", "product", "prsubset",
    "quotient", "rationals", "real", "reals", "reln", "rem", "root", "scalarproduct", "sdev", "sec", "sech", "selector",
    "sep", "set", "setdiff", "sin", "sinh", "subset", "sum", "tan", "tanh", "tendsto", "times", "transpose", "true", "union",
    "uplimit", "variance", "vector", "vectorproduct", "xor",
];

/// Where an element may be and what it may hold; `None`: there is none of this name.
pub fn element(name: &str) -> Option<(Place, Content)> {
    if let Ok(at) = PRESENTATION.binary_search_by(|row| row.0.cmp(name)) {
        return Some((PRESENTATION[at].1, PRESENTATION[at].2));
    }
    let content = CONTENT.binary_search(&name).is_ok();
    content.then_some((Expression, Content::Free))
}

/// Names of presentation markup, sorted.
pub fn names() -> impl Iterator<Item = &'static str> {
    PRESENTATION.iter().map(|row| row.0)
}

/// Whether a child counts as a part of the element, and not as an expression.
pub fn is_part(name: &str) -> bool {
    matches!(
        name,
        "annotation" | "annotation-xml" | "mprescripts" | "none"
    )
}

/// The attribute that the element must have.
pub fn required(element: &str) -> Option<&'static str> {
    match element {
        "maction" => Some("actiontype"),
        "mglyph" => Some("src"),
        _ => None,
    }
}

/// Attributes of one word of a list, sorted: attribute, words.
#[rustfmt::skip]
static WORDS: [(&str, &[&str]); 17] = [
    ("accent", BOOLEAN),
    ("accentunder", BOOLEAN),
    ("bevelled", BOOLEAN),
    ("dir", &["ltr", "rtl"]),
    ("display", &["block", "inline"]),
    ("displaystyle", BOOLEAN),
    ("equalcolumns", BOOLEAN),
    ("equalrows", BOOLEAN),
    ("fence", BOOLEAN),
    ("form", &["infix", "postfix", "prefix"]),
    ("largeop", BOOLEAN),
    ("mathvariant", &[
        "bold", "bold-fraktur", "bold-italic", "bold-sans-serif", "bold-script", "double-struck", "fraktur", "initial", "italic", "looped",
        "monospace", "normal", "sans-serif", "sans-serif-bold-italic", "sans-serif-italic", "script", "stretched", "tailed",
    ]),
    ("movablelimits", BOOLEAN),
    ("overflow", &["elide", "linebreak", "scale", "scroll", "truncate"]),
    ("separator", BOOLEAN),
    ("stretchy", BOOLEAN),
    ("symmetric", BOOLEAN),
];

const BOOLEAN: &[&str] = &["false", "true"];

/// The words that an attribute may be.
pub fn words(attribute: &str) -> Option<&'static [&'static str]> {
    let at = WORDS.binary_search_by(|row| row.0.cmp(attribute)).ok()?;
    Some(WORDS[at].1)
}

/// Attributes of MathML, sorted. Which element has which is not told: browsers read most of them anywhere.
#[rustfmt::skip]
static ATTRIBUTES: [&str; 134] = [
    "accent", "accentunder", "actiontype", "align", "alignmentscope", "altimg", "altimg-height", "altimg-valign",
    "altimg-width", "alttext", "arg", "autofocus", "background", "base", "bevelled", "bvar", "cd", "cdgroup", "charalign",
    "charspacing", "class", "close", "closure", "color", "columnalign", "columnlines", "columnspacing", "columnspan",
    "columnwidth", "crossout", "decimalpoint", "definitionURL", "denomalign", "depth", "dir", "display", "displaystyle",
    "edge", "encoding", "equalcolumns", "equalrows", "fence", "fontfamily", "fontsize", "fontstyle", "fontweight", "form",
    "frame", "framespacing", "groupalign", "height", "href", "id", "indentalign", "indentalignfirst", "indentalignlast",
    "indentshift", "indentshiftfirst", "indentshiftlast", "indenttarget", "index", "infixlinebreakstyle", "intent", "lang",
    "largeop", "leftoverhang", "length", "linebreak", "linebreakmultchar", "linebreakstyle", "lineleading", "linethickness",
    "location", "longdivstyle", "lquote", "lspace", "macros", "mathbackground", "mathcolor", "mathsize", "mathvariant",
    "maxsize", "maxwidth", "mediummathspace", "minlabelspacing", "minsize", "mode", "movablelimits", "mslinethickness",
    "name", "nargs", "nonce", "notation", "numalign", "occurrence", "open", "order", "other", "overflow", "part", "position",
    "rightoverhang", "role", "rowalign", "rowlines", "rowspacing", "rowspan", "rquote", "rspace", "scope", "scriptlevel",
    "scriptminsize", "scriptsizemultiplier", "selection", "separator", "separators", "shift", "side", "slot", "src",
    "stackalign", "stretchy", "style", "subscriptshift", "superscriptshift", "symmetric", "tabindex", "title", "type",
    "valign", "voffset", "width", "xmlns", "xref",
];

/// Whether MathML has the attribute, on some element. `aria-*` and `data-*` are allowed.
pub fn has_attribute(name: &str) -> bool {
    ATTRIBUTES.binary_search(&name).is_ok()
        || name.starts_with("aria-")
        || name.starts_with("data-") && name.len() > 5
        || is_event_handler(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::testing::assert_sorted;

    #[test]
    fn tables_are_sorted() {
        assert_sorted("PRESENTATION", names());
        assert_sorted("CONTENT", CONTENT);
        assert_sorted("ATTRIBUTES", ATTRIBUTES);
        assert_sorted("WORDS", WORDS.iter().map(|row| row.0));
        for (name, words) in WORDS {
            assert_sorted(name, words.iter().copied());
            assert!(has_attribute(name), "{name}");
        }
    }

    #[test]
    fn known_and_unknown() {
        assert_eq!(element("mfrac"), Some((Expression, Exactly(2))));
        assert_eq!(element("plus"), Some((Expression, Content::Free)));
        assert_eq!(element("mfoo"), None);
        assert!(has_attribute("mathcolor") && !has_attribute("hidden"));
        assert_eq!(words("display"), Some(&["block", "inline"][..]));
    }
}
