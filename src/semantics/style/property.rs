//! The properties that the seam answers for.

use super::Declaration;

/// A property, with the shorthands that set it too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Property {
    /// `background-color` and `background-image`, which one shorthand sets.
    Background,
    /// `color`.
    Color,
    /// `color-scheme`: what the browser's own colours are.
    ColorScheme,
    /// `display`.
    Display,
    /// What is painted over, through or around text: opacity, shadows, filters.
    Effects,
    /// `font-family`.
    FontFamily,
    /// `font-size`.
    FontSize,
    /// `font-weight`.
    FontWeight,
    /// What may take a box, or its text, anywhere: off the screen too.
    Offset,
    /// What may take a box out of the one it is written in.
    Place,
    /// `outline`.
    Outline,
    /// `text-decoration`.
    TextDecoration,
    /// `visibility`.
    Visibility,
    /// `writing-mode` and `text-orientation`.
    WritingMode,
}

impl Property {
    /// All, in the order of their declaration.
    pub(super) const ALL: [Property; 14] = [
        Property::Background,
        Property::Color,
        Property::ColorScheme,
        Property::Display,
        Property::Effects,
        Property::FontFamily,
        Property::FontSize,
        Property::FontWeight,
        Property::Offset,
        Property::Place,
        Property::Outline,
        Property::TextDecoration,
        Property::Visibility,
        Property::WritingMode,
    ];

    /// The names that declare it, in ASCII lower case; `all`, which sets nearly everything, is told apart.
    pub(super) fn names(self) -> &'static [&'static str] {
        match self {
            Property::Background => &["background-color", "background-image", "background"],
            Property::Color => &["color"],
            Property::ColorScheme => &["color-scheme"],
            Property::Display => &["display"],
            Property::Effects => &[
                "animation",
                "animation-name",
                "backdrop-filter",
                "background-blend-mode",
                "background-clip",
                "clip",
                "clip-path",
                "filter",
                "mask",
                "mask-image",
                "mix-blend-mode",
                "opacity",
                "text-shadow",
                "-webkit-background-clip",
                "-webkit-mask",
                "-webkit-mask-image",
                "-webkit-text-fill-color",
                "-webkit-text-stroke",
                "-webkit-text-stroke-width",
            ],
            Property::FontFamily => &["font-family", "font"],
            Property::FontSize => &["font-size", "font"],
            Property::FontWeight => &["font-weight", "font"],
            Property::Offset => &[
                "position",
                "rotate",
                "scale",
                "text-indent",
                "transform",
                "translate",
            ],
            Property::Place => &[
                "float",
                "margin",
                "margin-bottom",
                "margin-left",
                "margin-right",
                "margin-top",
            ],
            Property::Outline => &["outline", "outline-color", "outline-style", "outline-width"],
            Property::TextDecoration => &["text-decoration", "text-decoration-line"],
            Property::Visibility => &["visibility"],
            Property::WritingMode => &["writing-mode", "text-orientation", "-webkit-writing-mode"],
        }
    }

    /// Whether the declaration is about it; `all` is about every property.
    pub fn is_set_by(self, declaration: &Declaration<'_>) -> bool {
        declaration.is("all") || self.names().iter().any(|name| declaration.is(name))
    }

    /// What a style sheet that declares it cannot but contain, in ASCII lower case: one of these.
    pub(super) fn traces(self) -> &'static [&'static str] {
        match self {
            Property::Background => &["background"],
            Property::Color => &["color"],
            Property::ColorScheme => &["color-scheme"],
            Property::Display => &["display"],
            Property::Effects => &[
                "animation",
                "clip",
                "filter",
                "mask",
                "blend",
                "opacity",
                "shadow",
                "-webkit-",
            ],
            Property::FontFamily | Property::FontSize | Property::FontWeight => &["font"],
            Property::Offset => &["position", "rotate", "scale", "indent", "trans"],
            Property::Place => &["float", "margin"],
            Property::Outline => &["outline"],
            Property::TextDecoration => &["text-decoration"],
            Property::Visibility => &["visibility"],
            Property::WritingMode => &["writing-mode", "text-orientation"],
        }
    }

    pub(super) fn bit(self) -> u32 {
        1 << self as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_that_declares_it_has_its_trace() {
        for (rank, property) in Property::ALL.into_iter().enumerate() {
            assert_eq!(property as usize, rank);
            for name in property.names() {
                let traced = property.traces().iter().any(|trace| name.contains(trace));
                assert!(traced, "{property:?}: {name}");
            }
        }
    }
}
