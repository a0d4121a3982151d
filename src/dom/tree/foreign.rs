//! SVG and MathML in a page (HTML Standard, 13.2.6.5).

use web_atoms::{LocalName, local_name};

use super::tag_name::{BREAKS_OUT, FOREIGN, INTEGRATION, TagName};
use super::{Tag, Token, Tree};
use crate::dom::data::{AttrData, AttrNamespace, Key};
use crate::dom::element::Namespace;

/// SVG's names of elements that have capitals, in the order of those in lower case.
const SVG_ELEMENTS: &[&str] = &[
    "altGlyph",
    "altGlyphDef",
    "altGlyphItem",
    "animateColor",
    "animateMotion",
    "animateTransform",
    "clipPath",
    "feBlend",
    "feColorMatrix",
    "feComponentTransfer",
    "feComposite",
    "feConvolveMatrix",
    "feDiffuseLighting",
    "feDisplacementMap",
    "feDistantLight",
    "feDropShadow",
    "feFlood",
    "feFuncA",
    "feFuncB",
    "feFuncG",
    "feFuncR",
    "feGaussianBlur",
    "feImage",
    "feMerge",
    "feMergeNode",
    "feMorphology",
    "feOffset",
    "fePointLight",
    "feSpecularLighting",
    "feSpotLight",
    "feTile",
    "feTurbulence",
    "foreignObject",
    "glyphRef",
    "linearGradient",
    "radialGradient",
    "textPath",
];

/// SVG's names of attributes that have capitals, in the order of those in lower case.
const SVG_ATTRIBUTES: &[&str] = &[
    "attributeName",
    "attributeType",
    "baseFrequency",
    "baseProfile",
    "calcMode",
    "clipPathUnits",
    "diffuseConstant",
    "edgeMode",
    "filterUnits",
    "glyphRef",
    "gradientTransform",
    "gradientUnits",
    "kernelMatrix",
    "kernelUnitLength",
    "keyPoints",
    "keySplines",
    "keyTimes",
    "lengthAdjust",
    "limitingConeAngle",
    "markerHeight",
    "markerUnits",
    "markerWidth",
    "maskContentUnits",
    "maskUnits",
    "numOctaves",
    "pathLength",
    "patternContentUnits",
    "patternTransform",
    "patternUnits",
    "pointsAtX",
    "pointsAtY",
    "pointsAtZ",
    "preserveAlpha",
    "preserveAspectRatio",
    "primitiveUnits",
    "refX",
    "refY",
    "repeatCount",
    "repeatDur",
    "requiredExtensions",
    "requiredFeatures",
    "specularConstant",
    "specularExponent",
    "spreadMethod",
    "startOffset",
    "stdDeviation",
    "stitchTiles",
    "surfaceScale",
    "systemLanguage",
    "tableValues",
    "targetX",
    "targetY",
    "textLength",
    "viewBox",
    "viewTarget",
    "xChannelSelector",
    "yChannelSelector",
    "zoomAndPan",
];

/// The name of a list that this one is in lower case.
fn with_capitals(list: &[&'static str], name: &str) -> Option<LocalName> {
    let lower = |listed: &str| {
        listed
            .bytes()
            .map(|b| b.to_ascii_lowercase())
            .cmp(name.bytes())
    };
    let at = list.binary_search_by(|listed| lower(listed)).ok()?;
    Some(LocalName::from(list[at]))
}

impl Tree {
    /// A token by the rules for foreign content.
    pub(super) fn foreign(&mut self, token: Token<'_>) {
        match token {
            Token::Chars(chars) => {
                if !chars.is_blank() {
                    self.frameset_ok = false;
                }
                self.insert_characters(chars);
            }
            Token::Start(tag) if self.breaks_out(tag) => self.break_out(token),
            Token::Start(tag) => self.foreign_start(tag),
            Token::End(tag) if matches!(tag.name, TagName::Br | TagName::P) => {
                self.break_out(token);
            }
            Token::End(tag) => self.foreign_end(tag),
            // Both are processed otherwise.
            Token::Null | Token::Eof => {}
        }
    }

    /// `svg` or `math` in HTML.
    pub(super) fn enter_foreign(&mut self, tag: &Tag) {
        let ns = match tag.name {
            TagName::Svg => Namespace::Svg,
            _ => Namespace::MathMl,
        };
        self.adjust_attributes(ns);
        self.insert_foreign(ns, tag.local.clone());
    }

    fn foreign_start(&mut self, tag: &Tag) {
        let ns = self.current_namespace();
        let capitals = match ns {
            Namespace::Svg => with_capitals(SVG_ELEMENTS, &tag.local),
            _ => None,
        };
        self.adjust_attributes(ns);
        self.insert_foreign(ns, capitals.unwrap_or_else(|| tag.local.clone()));
    }

    fn adjust_attributes(&mut self, ns: Namespace) {
        for attr in &mut self.current.attrs {
            let adjusted = match ns {
                Namespace::Svg => with_capitals(SVG_ATTRIBUTES, &attr.name),
                _ if attr.name == local_name!("definitionurl") => {
                    Some(local_name!("definitionURL"))
                }
                _ => None,
            };
            if let Some(name) = adjusted {
                attr.key = Key::of(&name);
                attr.name = name;
            } else {
                adjust_namespace(attr);
            }
        }
    }

    /// Whether an HTML start tag ends the SVG or MathML it is in.
    fn breaks_out(&self, tag: &Tag) -> bool {
        let presentational = |a: &AttrData| {
            matches!(
                a.name,
                local_name!("color") | local_name!("face") | local_name!("size")
            )
        };
        tag.name.is(BREAKS_OUT)
            || (tag.name == TagName::Font && self.current.attrs.iter().any(presentational))
    }

    fn break_out(&mut self, token: Token<'_>) {
        self.unexpected();
        let holds_html = |name: TagName| !name.is(FOREIGN) || name.is(INTEGRATION);
        self.open.clear_back_to(holds_html);
        self.step_in(self.mode, token);
    }

    fn foreign_end(&mut self, tag: &Tag) {
        let open = self.open.as_slice();
        let is_named = |at: usize| {
            let element = self.arena.element(open[at].id);
            element.is_some_and(|e| e.local.eq_ignore_ascii_case(&tag.local))
        };
        let top = open.len().saturating_sub(1);
        // Up to where HTML is, or to the root, which stays.
        let html = (0..top).rev().find(|&at| !open[at].name.is(FOREIGN));
        let outer = html.map_or(1, |at| at + 1).max(1);
        let found = (outer..=top).rev().find(|&at| is_named(at));
        let in_html = html.is_some_and(|at| at > 0) && found.is_none();
        if found != Some(top) {
            self.unexpected();
        }
        if let Some(at) = found {
            self.open.truncate(at);
        } else if in_html {
            self.step_in(self.mode, Token::End(tag));
        }
    }
}

/// «Adjust foreign attributes».
fn adjust_namespace(attr: &mut AttrData) {
    let (ns, name) = match attr.name {
        local_name!("xlink:actuate") => (AttrNamespace::Xlink, local_name!("actuate")),
        local_name!("xlink:arcrole") => (AttrNamespace::Xlink, local_name!("arcrole")),
        local_name!("xlink:href") => (AttrNamespace::Xlink, local_name!("href")),
        local_name!("xlink:role") => (AttrNamespace::Xlink, local_name!("role")),
        local_name!("xlink:show") => (AttrNamespace::Xlink, local_name!("show")),
        local_name!("xlink:title") => (AttrNamespace::Xlink, local_name!("title")),
        local_name!("xlink:type") => (AttrNamespace::Xlink, local_name!("type")),
        local_name!("xml:lang") => (AttrNamespace::Xml, local_name!("lang")),
        local_name!("xml:space") => (AttrNamespace::Xml, local_name!("space")),
        local_name!("xmlns") => (AttrNamespace::Xmlns, local_name!("xmlns")),
        local_name!("xmlns:xlink") => (AttrNamespace::Xmlns, local_name!("xlink")),
        _ => return,
    };
    attr.key = Key::of(&name);
    attr.name = name;
    attr.ns = ns;
    attr.prefixed = true;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_in_order() {
        for list in [SVG_ELEMENTS, SVG_ATTRIBUTES] {
            let lower: Vec<String> = list.iter().map(|n| n.to_ascii_lowercase()).collect();
            assert!(lower.is_sorted());
            for (name, listed) in lower.iter().zip(list) {
                assert_eq!(with_capitals(list, name).as_deref(), Some(*listed));
            }
        }
        assert_eq!(with_capitals(SVG_ELEMENTS, "rect"), None);
    }
}
