//! Elements of SVG and what may be inside which: SVG 1.1 (Second Edition), appendix N «Element Index» and the content model of each
//! element; SVG 2 for `a` (transparent), `script` and `style` (anywhere) and `discard`; Filter Effects 1 for `feDropShadow`.

pub mod attributes;
pub mod path;
pub mod values;

use std::sync::LazyLock;

use super::index::{Index, index};

/// An element, what it may hold and what it must have.
struct Row {
    name: &'static str,
    /// Groups of the names of its children.
    children: &'static [&'static [&'static str]],
    text: bool,
    /// Attributes that it must have.
    attributes: &'static [&'static str],
    /// Of each group, one child at least.
    needs: &'static [&'static [&'static str]],
}

const fn row(name: &'static str, children: &'static [&'static [&'static str]]) -> Row {
    Row {
        name,
        children,
        text: false,
        attributes: &[],
        needs: &[],
    }
}

impl Row {
    const fn with_text(mut self) -> Row {
        self.text = true;
        self
    }

    const fn must_have(mut self, attributes: &'static [&'static str]) -> Row {
        self.attributes = attributes;
        self
    }

    const fn needs(mut self, needs: &'static [&'static [&'static str]]) -> Row {
        self.needs = needs;
        self
    }
}

type Names = &'static [&'static str];
const DESCRIPTIVE: Names = &["desc", "metadata", "title"];
/// Elements that animate what they are in (SVG 1.1, 19.2), or take it out (SVG 2).
pub const ANIMATION: &[&str] = &[
    "animate",
    "animateColor",
    "animateMotion",
    "animateTransform",
    "discard",
    "set",
];
const FEW: Names = &["animate", "animateColor", "discard", "set"];
const SHAPES: Names = &[
    "circle", "ellipse", "line", "path", "polygon", "polyline", "rect",
];
/// Paint servers and the like, which SVG 2 allows inside what they are for.
const SERVERS: Names = &[
    "clipPath",
    "linearGradient",
    "marker",
    "mask",
    "pattern",
    "radialGradient",
    "filter",
];
const STRUCTURE: Names = &[
    "a",
    "altGlyphDef",
    "color-profile",
    "cursor",
    "defs",
    "font",
    "font-face",
    "foreignObject",
    "g",
    "image",
    "svg",
    "switch",
    "symbol",
    "text",
    "use",
    "view",
];
const PRIMITIVES: Names = &[
    "feBlend",
    "feColorMatrix",
    "feComponentTransfer",
    "feComposite",
    "feConvolveMatrix",
    "feDiffuseLighting",
    "feDisplacementMap",
    "feDropShadow",
    "feFlood",
    "feGaussianBlur",
    "feImage",
    "feMerge",
    "feMorphology",
    "feOffset",
    "feSpecularLighting",
    "feTile",
    "feTurbulence",
];
const LIGHTS: Names = &["feDistantLight", "fePointLight", "feSpotLight"];
const TEXT: Names = &["a", "altGlyph", "textPath", "title", "tref", "tspan"];

const CONTAINER: &[Names] = &[DESCRIPTIVE, ANIMATION, SHAPES, SERVERS, STRUCTURE];
const SHAPE: &[Names] = &[DESCRIPTIVE, ANIMATION, SERVERS];
const GRADIENT: &[Names] = &[DESCRIPTIVE, FEW, &["animateTransform", "stop"]];
const SPAN: &[Names] = &[
    DESCRIPTIVE,
    FEW,
    SERVERS,
    &["a", "altGlyph", "tref", "tspan"],
];
const DESCRIBED: &[Names] = &[DESCRIPTIVE];
const MOVED: &[Names] = &[FEW];

/// Sorted by name. `script` and `style` may be anywhere, and are in no list. What is in `desc`, `title` and `foreignObject` is HTML.
#[rustfmt::skip]
static ELEMENTS: [Row; 82] = [
    row("a", CONTAINER).with_text(),
    row("altGlyph", &[]).with_text(),
    row("altGlyphDef", &[&["altGlyphItem", "glyphRef"]]),
    row("altGlyphItem", &[&["glyphRef"]]),
    row("animate", DESCRIBED).must_have(&["attributeName"]),
    row("animateColor", DESCRIBED).must_have(&["attributeName"]),
    row("animateMotion", &[DESCRIPTIVE, &["mpath"]]),
    row("animateTransform", DESCRIBED).must_have(&["attributeName"]),
    row("circle", SHAPE),
    row("clipPath", &[DESCRIPTIVE, ANIMATION, SHAPES, &["altGlyphDef", "text", "use"]]),
    row("color-profile", DESCRIBED).must_have(&["name"]),
    row("cursor", DESCRIBED),
    row("defs", CONTAINER),
    row("desc", CONTAINER).with_text(),
    row("discard", &[]),
    row("ellipse", SHAPE),
    row("feBlend", MOVED).must_have(&["in2"]),
    row("feColorMatrix", MOVED),
    row("feComponentTransfer", &[&["feFuncA", "feFuncB", "feFuncG", "feFuncR"]]),
    row("feComposite", MOVED).must_have(&["in2"]),
    row("feConvolveMatrix", MOVED).must_have(&["kernelMatrix", "order"]),
    row("feDiffuseLighting", &[FEW, LIGHTS]).needs(&[LIGHTS]),
    row("feDisplacementMap", MOVED).must_have(&["in2"]),
    row("feDistantLight", MOVED),
    row("feDropShadow", &[DESCRIPTIVE, FEW]),
    row("feFlood", MOVED),
    row("feFuncA", MOVED).must_have(&["type"]),
    row("feFuncB", MOVED).must_have(&["type"]),
    row("feFuncG", MOVED).must_have(&["type"]),
    row("feFuncR", MOVED).must_have(&["type"]),
    row("feGaussianBlur", MOVED),
    row("feImage", &[FEW, &["animateTransform"]]),
    row("feMerge", &[&["feMergeNode"]]),
    row("feMergeNode", MOVED),
    row("feMorphology", MOVED),
    row("feOffset", MOVED),
    row("fePointLight", MOVED),
    row("feSpecularLighting", &[FEW, LIGHTS]).needs(&[LIGHTS]),
    row("feSpotLight", MOVED),
    row("feTile", MOVED),
    row("feTurbulence", MOVED),
    row("filter", &[DESCRIPTIVE, FEW, PRIMITIVES]),
    row("font", &[DESCRIPTIVE, &["font-face", "glyph", "hkern", "missing-glyph", "vkern"]])
        .must_have(&["horiz-adv-x"]).needs(&[&["font-face"], &["missing-glyph"]]),
    row("font-face", &[DESCRIPTIVE, &["font-face-src"]]),
    row("font-face-format", &[]),
    row("font-face-name", &[]),
    row("font-face-src", &[&["font-face-name", "font-face-uri"]]).needs(&[&["font-face-name", "font-face-uri"]]),
    row("font-face-uri", &[&["font-face-format"]]),
    row("foreignObject", CONTAINER).with_text(),
    row("g", CONTAINER),
    row("glyph", CONTAINER),
    row("glyphRef", &[]),
    row("hkern", &[]).must_have(&["k"]),
    row("image", SHAPE),
    row("line", SHAPE),
    row("linearGradient", GRADIENT),
    row("marker", CONTAINER),
    row("mask", CONTAINER),
    row("metadata", &[&["svg"]]).with_text(),
    row("missing-glyph", CONTAINER),
    row("mpath", DESCRIBED),
    row("path", SHAPE),
    row("pattern", CONTAINER),
    row("polygon", SHAPE),
    row("polyline", SHAPE),
    row("radialGradient", GRADIENT),
    row("rect", SHAPE),
    row("script", &[]).with_text(),
    row("set", DESCRIBED).must_have(&["attributeName"]),
    row("stop", MOVED),
    row("style", &[]).with_text(),
    row("svg", CONTAINER),
    row("switch", &[DESCRIPTIVE, ANIMATION, SHAPES, &["a", "foreignObject", "g", "image", "svg", "switch", "text", "use"]]),
    row("symbol", CONTAINER),
    row("text", &[DESCRIPTIVE, ANIMATION, SERVERS, TEXT]).with_text(),
    row("textPath", SPAN).with_text(),
    row("title", CONTAINER).with_text(),
    row("tref", &[DESCRIPTIVE, FEW]),
    row("tspan", SPAN).with_text(),
    row("use", SHAPE),
    row("view", DESCRIBED),
    row("vkern", &[]).must_have(&["k"]),
];

static INDEX: Index<256> = index!(ELEMENTS, name);

/// Which rows may be children, a bit a row.
static CHILDREN: LazyLock<Vec<u128>> = LazyLock::new(|| {
    let bits = |names: &[&str]| {
        let rows = names.iter().filter_map(|name| rank(name));
        rows.fold(0_u128, |bits, row| bits | 1 << row)
    };
    let everywhere = bits(&["script", "style"]);
    let of = |row: &Row| {
        let groups = row.children.iter().map(|names| bits(names));
        groups.fold(everywhere, |all, group| all | group)
    };
    ELEMENTS.iter().map(of).collect()
});

fn rank(name: &str) -> Option<usize> {
    INDEX.find(name, |row| ELEMENTS[row].name)
}

/// An element of SVG that there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known(usize);

/// The element of that name, as the parser writes it (`linearGradient`).
pub fn element(name: &str) -> Option<Known> {
    rank(name).map(Known)
}

/// Whether there is an element of that name.
pub fn is_known(name: &str) -> bool {
    rank(name).is_some()
}

/// All names, sorted.
pub fn names() -> impl Iterator<Item = &'static str> {
    ELEMENTS.iter().map(|row| row.name)
}

impl Known {
    /// Whether the other one may be its child. An `a` holds besides what the element around it may.
    pub fn admits(self, child: Known) -> bool {
        CHILDREN[self.0] >> child.0 & 1 == 1
    }

    /// Whether text may be in it.
    pub fn admits_text(self) -> bool {
        ELEMENTS[self.0].text
    }

    /// The names of the children it may have, in groups.
    pub fn children(self) -> impl Iterator<Item = &'static str> {
        ELEMENTS[self.0].children.iter().copied().flatten().copied()
    }

    /// Attributes that it must have.
    pub fn required(self) -> &'static [&'static str] {
        ELEMENTS[self.0].attributes
    }

    /// Of each group, one child at least.
    pub fn needs(self) -> &'static [&'static [&'static str]] {
        ELEMENTS[self.0].needs
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::testing::assert_sorted;

    #[test]
    fn table_is_sorted_and_closed() {
        assert_sorted("ELEMENTS", names());
        for row in &ELEMENTS {
            for child in row.children.iter().chain(row.needs).copied().flatten() {
                assert!(is_known(child), "{}: {child}", row.name);
            }
        }
    }

    #[test]
    fn children() {
        let admits = |parent, child| element(parent).unwrap().admits(element(child).unwrap());
        assert!(admits("svg", "path") && admits("svg", "style") && admits("g", "title"));
        assert!(
            admits("text", "tspan") && admits("tspan", "a") && admits("linearGradient", "stop")
        );
        assert!(!admits("svg", "stop") && !admits("svg", "tspan") && !admits("use", "use"));
        assert_eq!(element("foo"), None);
    }
}
