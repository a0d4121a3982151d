//! Attributes that each element of SVG may have: SVG 1.1 (Second Edition), appendix M «Attribute Index», with what SVG 2 adds (its own
//! attribute index; 3.14 «Presentation attributes», `class`, `style` and conditions on any element) and Filter Effects 1.

use super::PRIMITIVES;
pub use crate::spec::element_attributes::Allowed;
use crate::spec::event_handlers::is_event_handler;
use crate::spec::index::{Index, index, same};

/// An attribute and the elements that may have it.
type Row = (&'static str, &'static [&'static str]);

/// On any element. No list holds it otherwise.
const ALL: &[&str] = &["*"];

const XLINK: &[&str] = &[
    "a",
    "altGlyph",
    "animate",
    "animateColor",
    "animateMotion",
    "animateTransform",
    "color-profile",
    "cursor",
    "feImage",
    "filter",
    "font-face-uri",
    "glyphRef",
    "image",
    "linearGradient",
    "mpath",
    "pattern",
    "radialGradient",
    "script",
    "set",
    "textPath",
    "tref",
    "use",
];

/// Sorted by attribute.
#[rustfmt::skip]
static ATTRIBUTES: [Row; 261] = [
    ("accent-height", &["font-face"]),
    ("accumulate", &["animate", "animateColor", "animateMotion", "animateTransform"]),
    ("additive", &["animate", "animateColor", "animateMotion", "animateTransform"]),
    ("alignment-baseline", ALL),
    ("alphabetic", &["font-face"]),
    ("amplitude", &["feFuncA", "feFuncB", "feFuncG", "feFuncR"]),
    ("arabic-form", &["glyph"]),
    ("ascent", &["font-face"]),
    ("async", &["script"]),
    ("attributeName", &["animate", "animateColor", "animateTransform", "set"]),
    ("attributeType", &["animate", "animateColor", "animateTransform", "set"]),
    ("autofocus", ALL),
    ("azimuth", &["feDistantLight"]),
    ("baseFrequency", &["feTurbulence"]),
    ("baseProfile", &["svg"]),
    ("baseline-shift", ALL),
    ("bbox", &["font-face"]),
    ("begin", &["animate", "animateColor", "animateMotion", "animateTransform", "discard", "set"]),
    ("bias", &["feConvolveMatrix"]),
    ("blocking", &["script", "style"]),
    ("by", &["animate", "animateColor", "animateMotion", "animateTransform"]),
    ("calcMode", &["animate", "animateColor", "animateMotion", "animateTransform"]),
    ("cap-height", &["font-face"]),
    ("class", ALL),
    ("clip", ALL),
    ("clip-path", ALL),
    ("clip-rule", ALL),
    ("clipPathUnits", &["clipPath"]),
    ("color", ALL),
    ("color-interpolation", ALL),
    ("color-interpolation-filters", ALL),
    ("color-profile", ALL),
    ("color-rendering", ALL),
    ("crossorigin", &["feImage", "image", "script"]),
    ("cursor", ALL),
    ("cx", &["circle", "ellipse", "radialGradient"]),
    ("cy", &["circle", "ellipse", "radialGradient"]),
    ("d", &["glyph", "missing-glyph", "path"]),
    ("decoding", &["image"]),
    ("defer", &["script"]),
    ("descent", &["font-face"]),
    ("diffuseConstant", &["feDiffuseLighting"]),
    ("direction", ALL),
    ("display", ALL),
    ("divisor", &["feConvolveMatrix"]),
    ("dominant-baseline", ALL),
    ("download", &["a"]),
    ("dur", &["animate", "animateColor", "animateMotion", "animateTransform", "set"]),
    ("dx", &["altGlyph", "feDropShadow", "feOffset", "glyphRef", "text", "tref", "tspan"]),
    ("dy", &["altGlyph", "feDropShadow", "feOffset", "glyphRef", "text", "tref", "tspan"]),
    ("edgeMode", &["feConvolveMatrix"]),
    ("elevation", &["feDistantLight"]),
    ("enable-background", ALL),
    ("end", &["animate", "animateColor", "animateMotion", "animateTransform", "set"]),
    ("exponent", &["feFuncA", "feFuncB", "feFuncG", "feFuncR"]),
    ("exportparts", ALL),
    ("fetchpriority", &["feImage", "image", "script"]),
    ("fill", ALL),
    ("fill-opacity", ALL),
    ("fill-rule", ALL),
    ("filter", ALL),
    ("filterUnits", &["filter"]),
    ("flood-color", ALL),
    ("flood-opacity", ALL),
    ("focusable", ALL),
    ("font-family", ALL),
    ("font-size", ALL),
    ("font-size-adjust", ALL),
    ("font-stretch", ALL),
    ("font-style", ALL),
    ("font-variant", ALL),
    ("font-weight", ALL),
    ("format", &["altGlyph", "glyphRef"]),
    ("fr", &["radialGradient"]),
    ("from", &["animate", "animateColor", "animateMotion", "animateTransform"]),
    ("fx", &["radialGradient"]),
    ("fy", &["radialGradient"]),
    ("g1", &["hkern", "vkern"]),
    ("g2", &["hkern", "vkern"]),
    ("glyph-name", &["glyph"]),
    ("glyph-orientation-horizontal", ALL),
    ("glyph-orientation-vertical", ALL),
    ("glyphRef", &["altGlyph", "glyphRef"]),
    ("gradientTransform", &["linearGradient", "radialGradient"]),
    ("gradientUnits", &["linearGradient", "radialGradient"]),
    ("hanging", &["font-face"]),
    ("height", &["feBlend", "feColorMatrix", "feComponentTransfer", "feComposite", "feConvolveMatrix", "feDiffuseLighting", "feDisplacementMap", "feDropShadow", "feFlood", "feGaussianBlur", "feImage", "feMerge", "feMorphology", "feOffset", "feSpecularLighting", "feTile", "feTurbulence", "filter", "foreignObject", "image", "mask", "pattern", "rect", "svg", "symbol", "use"]),
    ("horiz-adv-x", &["font", "glyph", "missing-glyph"]),
    ("horiz-origin-x", &["font"]),
    ("horiz-origin-y", &["font"]),
    ("href", &["a", "altGlyph", "animate", "animateColor", "animateMotion", "animateTransform", "color-profile", "cursor", "discard", "feImage", "filter", "font-face-uri", "glyphRef", "image", "linearGradient", "mpath", "pattern", "radialGradient", "script", "set", "textPath", "tref", "use"]),
    ("hreflang", &["a"]),
    ("id", ALL),
    ("ideographic", &["font-face"]),
    ("image-rendering", ALL),
    ("in", &["feBlend", "feColorMatrix", "feComponentTransfer", "feComposite", "feConvolveMatrix", "feDiffuseLighting", "feDisplacementMap", "feDropShadow", "feFlood", "feGaussianBlur", "feMergeNode", "feMorphology", "feOffset", "feSpecularLighting", "feTile"]),
    ("in2", &["feBlend", "feComposite", "feDisplacementMap"]),
    ("intercept", &["feFuncA", "feFuncB", "feFuncG", "feFuncR"]),
    ("k", &["hkern", "vkern"]),
    ("k1", &["feComposite"]),
    ("k2", &["feComposite"]),
    ("k3", &["feComposite"]),
    ("k4", &["feComposite"]),
    ("kernelMatrix", &["feConvolveMatrix"]),
    ("kernelUnitLength", &["feConvolveMatrix", "feDiffuseLighting", "feSpecularLighting"]),
    ("kerning", ALL),
    ("keyPoints", &["animateMotion"]),
    ("keySplines", &["animate", "animateColor", "animateMotion", "animateTransform"]),
    ("keyTimes", &["animate", "animateColor", "animateMotion", "animateTransform"]),
    ("lang", ALL),
    ("lengthAdjust", &["text", "textPath", "tref", "tspan"]),
    ("letter-spacing", ALL),
    ("lighting-color", ALL),
    ("limitingConeAngle", &["feSpotLight"]),
    ("local", &["color-profile"]),
    ("marker-end", ALL),
    ("marker-mid", ALL),
    ("marker-start", ALL),
    ("markerHeight", &["marker"]),
    ("markerUnits", &["marker"]),
    ("markerWidth", &["marker"]),
    ("mask", ALL),
    ("mask-type", ALL),
    ("maskContentUnits", &["mask"]),
    ("maskUnits", &["mask"]),
    ("mathematical", &["font-face"]),
    ("max", &["animate", "animateColor", "animateMotion", "animateTransform", "set"]),
    ("media", &["style"]),
    ("method", &["textPath"]),
    ("min", &["animate", "animateColor", "animateMotion", "animateTransform", "set"]),
    ("mode", &["feBlend"]),
    ("name", &["color-profile", "font-face-name"]),
    ("nonce", ALL),
    ("numOctaves", &["feTurbulence"]),
    ("offset", &["feFuncA", "feFuncB", "feFuncG", "feFuncR", "stop"]),
    ("opacity", ALL),
    ("operator", &["feComposite", "feMorphology"]),
    ("order", &["feConvolveMatrix"]),
    ("orient", &["marker"]),
    ("orientation", &["glyph"]),
    ("origin", &["animateMotion"]),
    ("overflow", ALL),
    ("overline-position", &["font-face"]),
    ("overline-thickness", &["font-face"]),
    ("paint-order", ALL),
    ("panose-1", &["font-face"]),
    ("part", ALL),
    ("path", &["animateMotion", "textPath"]),
    ("pathLength", &["circle", "ellipse", "line", "path", "polygon", "polyline", "rect"]),
    ("patternContentUnits", &["pattern"]),
    ("patternTransform", &["pattern"]),
    ("patternUnits", &["pattern"]),
    ("ping", &["a"]),
    ("pointer-events", ALL),
    ("points", &["polygon", "polyline"]),
    ("pointsAtX", &["feSpotLight"]),
    ("pointsAtY", &["feSpotLight"]),
    ("pointsAtZ", &["feSpotLight"]),
    ("preserveAlpha", &["feConvolveMatrix"]),
    ("preserveAspectRatio", &["feImage", "image", "marker", "pattern", "svg", "symbol", "view"]),
    ("primitiveUnits", &["filter"]),
    ("r", &["circle", "radialGradient"]),
    ("radius", &["feMorphology"]),
    ("refX", &["marker", "symbol"]),
    ("refY", &["marker", "symbol"]),
    ("referrerpolicy", &["a"]),
    ("rel", &["a"]),
    ("rendering-intent", &["color-profile"]),
    ("repeatCount", &["animate", "animateColor", "animateMotion", "animateTransform", "set"]),
    ("repeatDur", &["animate", "animateColor", "animateMotion", "animateTransform", "set"]),
    ("requiredExtensions", ALL),
    ("requiredFeatures", ALL),
    ("restart", &["animate", "animateColor", "animateMotion", "animateTransform", "set"]),
    ("result", PRIMITIVES),
    // Elements that are never drawn take no role (SVG 2, 12 «Accessibility»).
    ("role", &["a", "altGlyph", "circle", "ellipse", "foreignObject", "g", "glyph", "glyphRef", "image", "line", "path", "polygon", "polyline", "rect", "svg", "symbol", "text", "textPath", "tspan", "use"]),
    ("rotate", &["altGlyph", "animateMotion", "text", "tref", "tspan"]),
    ("rx", &["ellipse", "rect"]),
    ("ry", &["ellipse", "rect"]),
    ("scale", &["feDisplacementMap"]),
    ("seed", &["feTurbulence"]),
    ("shape-rendering", ALL),
    ("side", &["textPath"]),
    ("slope", &["feFuncA", "feFuncB", "feFuncG", "feFuncR", "font-face"]),
    ("slot", ALL),
    ("spacing", &["textPath"]),
    ("specularConstant", &["feSpecularLighting"]),
    ("specularExponent", &["feSpecularLighting", "feSpotLight"]),
    ("spreadMethod", &["linearGradient", "radialGradient"]),
    ("startOffset", &["textPath"]),
    ("stdDeviation", &["feDropShadow", "feGaussianBlur"]),
    ("stemh", &["font-face"]),
    ("stemv", &["font-face"]),
    ("stitchTiles", &["feTurbulence"]),
    ("stop-color", ALL),
    ("stop-opacity", ALL),
    ("strikethrough-position", &["font-face"]),
    ("strikethrough-thickness", &["font-face"]),
    ("string", &["font-face-format"]),
    ("stroke", ALL),
    ("stroke-dasharray", ALL),
    ("stroke-dashoffset", ALL),
    ("stroke-linecap", ALL),
    ("stroke-linejoin", ALL),
    ("stroke-miterlimit", ALL),
    ("stroke-opacity", ALL),
    ("stroke-width", ALL),
    ("style", ALL),
    ("surfaceScale", &["feDiffuseLighting", "feSpecularLighting"]),
    ("systemLanguage", ALL),
    ("tabindex", ALL),
    ("tableValues", &["feFuncA", "feFuncB", "feFuncG", "feFuncR"]),
    ("target", &["a"]),
    ("targetX", &["feConvolveMatrix"]),
    ("targetY", &["feConvolveMatrix"]),
    ("text-anchor", ALL),
    ("text-decoration", ALL),
    ("text-overflow", ALL),
    ("text-rendering", ALL),
    ("textLength", &["text", "textPath", "tref", "tspan"]),
    ("title", &["style"]),
    ("to", &["animate", "animateColor", "animateMotion", "animateTransform", "set"]),
    ("transform", ALL),
    ("transform-origin", ALL),
    ("type", &["a", "animateTransform", "feColorMatrix", "feFuncA", "feFuncB", "feFuncG", "feFuncR", "feTurbulence", "script", "style"]),
    ("u1", &["hkern", "vkern"]),
    ("u2", &["hkern", "vkern"]),
    ("underline-position", &["font-face"]),
    ("underline-thickness", &["font-face"]),
    ("unicode", &["glyph"]),
    ("unicode-bidi", ALL),
    ("unicode-range", &["font-face"]),
    ("units-per-em", &["font-face"]),
    ("v-alphabetic", &["font-face"]),
    ("v-hanging", &["font-face"]),
    ("v-ideographic", &["font-face"]),
    ("v-mathematical", &["font-face"]),
    ("values", &["animate", "animateColor", "animateMotion", "animateTransform", "feColorMatrix"]),
    ("vector-effect", ALL),
    ("version", &["svg"]),
    ("vert-adv-y", &["font", "glyph", "missing-glyph"]),
    ("vert-origin-x", &["font", "glyph", "missing-glyph"]),
    ("vert-origin-y", &["font", "glyph", "missing-glyph"]),
    ("viewBox", &["marker", "pattern", "svg", "symbol", "view"]),
    ("viewTarget", &["view"]),
    ("visibility", ALL),
    ("white-space", ALL),
    ("width", &["feBlend", "feColorMatrix", "feComponentTransfer", "feComposite", "feConvolveMatrix", "feDiffuseLighting", "feDisplacementMap", "feDropShadow", "feFlood", "feGaussianBlur", "feImage", "feMerge", "feMorphology", "feOffset", "feSpecularLighting", "feTile", "feTurbulence", "filter", "foreignObject", "image", "mask", "pattern", "rect", "svg", "symbol", "use"]),
    ("widths", &["font-face"]),
    ("word-spacing", ALL),
    ("writing-mode", ALL),
    ("x", &["altGlyph", "cursor", "feBlend", "feColorMatrix", "feComponentTransfer", "feComposite", "feConvolveMatrix", "feDiffuseLighting", "feDisplacementMap", "feDropShadow", "feFlood", "feGaussianBlur", "feImage", "feMerge", "feMorphology", "feOffset", "fePointLight", "feSpecularLighting", "feSpotLight", "feTile", "feTurbulence", "filter", "foreignObject", "glyphRef", "image", "mask", "pattern", "rect", "svg", "symbol", "text", "tref", "tspan", "use"]),
    ("x-height", &["font-face"]),
    ("x1", &["line", "linearGradient"]),
    ("x2", &["line", "linearGradient"]),
    ("xChannelSelector", &["feDisplacementMap"]),
    ("y", &["altGlyph", "cursor", "feBlend", "feColorMatrix", "feComponentTransfer", "feComposite", "feConvolveMatrix", "feDiffuseLighting", "feDisplacementMap", "feDropShadow", "feFlood", "feGaussianBlur", "feImage", "feMerge", "feMorphology", "feOffset", "fePointLight", "feSpecularLighting", "feSpotLight", "feTile", "feTurbulence", "filter", "foreignObject", "glyphRef", "image", "mask", "pattern", "rect", "svg", "symbol", "text", "tref", "tspan", "use"]),
    ("y1", &["line", "linearGradient"]),
    ("y2", &["line", "linearGradient"]),
    ("yChannelSelector", &["feDisplacementMap"]),
    ("z", &["fePointLight", "feSpotLight"]),
    ("zoomAndPan", &["svg", "view"]),
];

static INDEX: Index<1024> = index!(ATTRIBUTES, 0);

/// Attributes of events that HTML does not have.
const HANDLERS: [&str; 6] = [
    "onactivate",
    "onbegin",
    "onend",
    "onrepeat",
    "onunload",
    "onzoom",
];

/// Attributes in the namespace of XLink.
const XLINK_NAMES: [&str; 7] = [
    "actuate", "arcrole", "href", "role", "show", "title", "type",
];

/// Whether an element of SVG may have an attribute in no namespace. `aria-*` and `data-*` are always allowed.
pub fn allows(element: &str, attribute: &str) -> Allowed {
    if let Some(row) = INDEX.find(attribute, |row| ATTRIBUTES[row].0) {
        let on = ATTRIBUTES[row].1;
        return if same(on[0], "*") || on.contains(&element) {
            Allowed::Yes
        } else {
            Allowed::Elsewhere(on)
        };
    }
    let open =
        attribute.starts_with("aria-") || attribute.len() > 5 && attribute.starts_with("data-");
    if open || is_event_handler(attribute) || HANDLERS.contains(&attribute) {
        Allowed::Yes
    } else {
        Allowed::Unknown
    }
}

/// Whether it may have an attribute of the namespaces of XLink (`xlink`) or XML (`xml`), by its local name.
pub fn allows_prefixed(element: &str, prefix: &str, name: &str) -> bool {
    match prefix {
        "xlink" => XLINK_NAMES.contains(&name) && XLINK.contains(&element),
        "xml" => matches!(name, "lang" | "space"),
        _ => true,
    }
}

/// All names, sorted.
pub fn names() -> impl Iterator<Item = &'static str> {
    ATTRIBUTES.iter().map(|row| row.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::testing::assert_sorted;

    #[test]
    fn tables_are_sorted() {
        assert_sorted("ATTRIBUTES", names());
        assert_sorted("XLINK", XLINK.iter().copied());
        for (name, on) in &ATTRIBUTES {
            assert_sorted(name, on.iter().copied());
            let known = |on: &&str| *on == "*" || super::super::is_known(on);
            assert!(on.iter().all(known), "{name}");
        }
    }

    #[test]
    fn by_element() {
        assert_eq!(allows("path", "d"), Allowed::Yes);
        assert_eq!(allows("g", "stroke-width"), Allowed::Yes);
        assert_eq!(allows("g", "aria-hidden"), Allowed::Yes);
        assert_eq!(allows("circle", "onclick"), Allowed::Yes);
        assert!(matches!(allows("g", "d"), Allowed::Elsewhere(_)));
        assert!(matches!(allows("defs", "role"), Allowed::Elsewhere(_)));
        assert_eq!(allows("g", "line-height"), Allowed::Unknown);
        assert_eq!(allows("g", "data-"), Allowed::Unknown);
        assert!(allows_prefixed("use", "xlink", "href"));
        assert!(!allows_prefixed("g", "xlink", "href"));
        assert!(!allows_prefixed("rect", "xml", "id"));
    }
}
