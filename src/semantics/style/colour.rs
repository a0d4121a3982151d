//! Colours, and how they stand out from each other.

use std::fmt;

use cssparser::{Parser, Token};
use cssparser_color::Color;

/// A colour of the sRGB space.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Colour {
    /// Red, green and blue, 0 to 255.
    pub rgb: [u8; 3],
    /// Opacity, 0 to 1.
    pub alpha: f32,
}

/// What a background declaration paints.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Background {
    pub colour: Colour,
    /// An image or a gradient, which hides the colour where it is drawn.
    pub image: bool,
}

/// What a colour value says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum ColourValue {
    Is(Colour),
    /// `currentcolor`.
    Current,
    /// System colours, colour spaces beyond sRGB, functions of other values, mistakes.
    Unknown,
}

impl Colour {
    /// Opaque black.
    pub const BLACK: Colour = Colour::opaque([0; 3]);
    /// Opaque white.
    pub const WHITE: Colour = Colour::opaque([255; 3]);
    /// Nothing is seen of it.
    pub const TRANSPARENT: Colour = Colour {
        rgb: [0; 3],
        alpha: 0.0,
    };

    const fn opaque(rgb: [u8; 3]) -> Colour {
        Colour { rgb, alpha: 1.0 }
    }

    /// The colour as seen over an opaque one.
    pub fn over(self, behind: Colour) -> Colour {
        let mix = |i: usize| {
            let (front, back) = (f32::from(self.rgb[i]), f32::from(behind.rgb[i]));
            (front * self.alpha + back * (1.0 - self.alpha)).round() as u8
        };
        Colour::opaque([mix(0), mix(1), mix(2)])
    }

    /// Relative luminance, 0 to 1, opacity aside (WCAG 2.1, «relative luminance»; RGAA glossary «Contraste»).
    pub fn luminance(self) -> f64 {
        let [r, g, b] = self.rgb.map(|c| {
            let c = f64::from(c) / 255.0;
            if c <= 0.03928 {
                c / 12.92
            } else {
                ((c + 0.055) / 1.055).powf(2.4)
            }
        });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    /// Contrast ratio of two opaque colours, 1 to 21 (WCAG 2.1, «contrast ratio»).
    pub fn contrast(self, other: Colour) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// Reads a CSS colour that depends on nothing else.
    pub fn read(value: &str) -> Option<Colour> {
        match Colour::parse(value) {
            ColourValue::Is(colour) => Some(colour),
            ColourValue::Current | ColourValue::Unknown => None,
        }
    }

    /// Reads a CSS colour.
    pub(super) fn parse(value: &str) -> ColourValue {
        let mut parser = Parser::new(value);
        let read = Color::parse(&mut parser);
        match read.is_ok() && parser.is_exhausted() {
            true => read.map_or(ColourValue::Unknown, |c| known(&c)),
            false => ColourValue::Unknown,
        }
    }
}

impl fmt::Display for Colour {
    /// `#1a2b3c`; opacity is left out.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [r, g, b] = self.rgb;
        write!(f, "#{r:02x}{g:02x}{b:02x}")
    }
}

fn known(colour: &Color) -> ColourValue {
    match colour {
        Color::CurrentColor => ColourValue::Current,
        Color::Rgba(c) => ColourValue::Is(Colour {
            rgb: [c.red, c.green, c.blue],
            alpha: c.alpha,
        }),
        Color::Hsl(c) => ColourValue::Is(Colour {
            rgb: hsl(
                c.hue.unwrap_or(0.0),
                c.saturation.unwrap_or(0.0),
                c.lightness.unwrap_or(0.0),
            ),
            alpha: c.alpha.unwrap_or(0.0),
        }),
        _ => ColourValue::Unknown,
    }
}

/// CSS Color 4, 7.1 «Converting HSL Colors to sRGB».
fn hsl(hue: f32, saturation: f32, lightness: f32) -> [u8; 3] {
    [0.0, 8.0, 4.0].map(|n: f32| {
        let k = (n + hue / 30.0).rem_euclid(12.0);
        let a = saturation * lightness.min(1.0 - lightness);
        let level = lightness - a * (k - 3.0).min(9.0 - k).clamp(-1.0, 1.0);
        (level * 255.0).round().clamp(0.0, 255.0) as u8
    })
}

/// Reads a value of `background`, `background-color` or `background-image`; `None` when it is not understood whole.
pub(super) fn background(value: &str) -> Option<Background> {
    const KEYWORDS: [&str; 22] = [
        "border-box",
        "bottom",
        "center",
        "contain",
        "content-box",
        "cover",
        "fixed",
        "initial",
        "left",
        "local",
        "no-repeat",
        "none",
        "padding-box",
        "repeat",
        "repeat-x",
        "repeat-y",
        "right",
        "round",
        "scroll",
        "space",
        "top",
        "unset",
    ];
    let mut found = Background {
        colour: Colour::TRANSPARENT,
        image: false,
    };
    let mut parser = Parser::new(value);
    while !parser.is_exhausted() {
        if let Ok(colour) = parser.try_parse(Color::parse) {
            let ColourValue::Is(colour) = known(&colour) else {
                return None;
            };
            found.colour = colour;
            continue;
        }
        match parser.next() {
            Ok(Token::UnquotedUrl(_)) => found.image = true,
            Ok(Token::Function(name)) => {
                let name = name.to_ascii_lowercase();
                if name != "url" && name != "image-set" && !name.ends_with("-gradient") {
                    return None;
                }
                found.image = true;
            }
            Ok(Token::Ident(word)) if KEYWORDS.iter().any(|k| word.eq_ignore_ascii_case(k)) => {}
            Ok(
                Token::Number { .. }
                | Token::Percentage { .. }
                | Token::Dimension { .. }
                | Token::Delim('/')
                | Token::Comma,
            ) => {}
            _ => return None,
        }
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn colour(value: &str) -> String {
        match Colour::parse(value) {
            ColourValue::Is(c) if c.alpha < 1.0 => format!("{c}/{}", c.alpha),
            ColourValue::Is(c) => c.to_string(),
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn colours_as_css_writes_them() {
        for (value, wanted) in [
            ("RED", "#ff0000"),
            ("#abc", "#aabbcc"),
            ("#12345680", "#123456/0.5019608"),
            ("rgb(1, 2, 3)", "#010203"),
            ("rgb(0 0 0 / 50%)", "#000000/0.5"),
            ("hsl(120, 100%, 25%)", "#008000"),
            ("hsl(210deg 50% 40% / 1)", "#336699"),
            ("transparent", "#000000/0"),
            ("currentColor", "Current"),
            ("CanvasText", "Unknown"),
            ("var(--x)", "Unknown"),
            ("oklch(50% 0.1 20)", "Unknown"),
            ("red blue", "Unknown"),
            ("", "Unknown"),
        ] {
            assert_eq!(colour(value), wanted, "{value}");
        }
    }

    #[test]
    fn contrast_as_wcag_computes_it() {
        let grey = Colour::opaque([0x77; 3]);
        assert!((Colour::BLACK.contrast(Colour::WHITE) - 21.0).abs() < 1e-9);
        assert!((grey.contrast(Colour::WHITE) - 4.478).abs() < 0.001);
        assert!((Colour::opaque([0x76; 3]).contrast(Colour::WHITE) - 4.542).abs() < 0.001);
        let half = Colour {
            rgb: [0; 3],
            alpha: 0.5,
        };
        assert_eq!(half.over(Colour::WHITE).to_string(), "#808080");
    }

    #[test]
    fn backgrounds() {
        let read = |v| background(v).map(|b| (b.colour.to_string(), b.colour.alpha, b.image));
        let white = |image| Some(("#ffffff".to_owned(), 1.0, image));
        assert_eq!(read("#FFF"), white(false));
        assert_eq!(read("white none repeat scroll 0 0 / cover"), white(false));
        assert_eq!(read("url('a b.png') no-repeat white"), white(true));
        assert_eq!(read("linear-gradient(red, blue), white"), white(true));
        assert_eq!(read("none").map(|b| b.1), Some(0.0));
        assert_eq!(read("var(--fond)"), None);
        assert_eq!(read("inherit"), None);
        assert_eq!(read("Canvas"), None);
    }
}
