//! The computed style of an element: the one place that answers for it.
//!
//! Answered today: what `style` attributes and the browser's own sheet settle. There is no cascade yet ([`Sheets`] tells what style sheets cannot
//! do, [`Rules`] what those in the page write), so that much is [`Unknown`], with the reason. Every answer comes through [`Style::declared`], where a cascade will answer.
//! Scripts are another matter: an answer holds for the page as it is written.
//!
//! Sources: CSS Cascade 5, CSS Color 4, CSS Fonts 4, WHATWG HTML 15 «Rendering».

mod colour;
mod declarations;
mod font;
mod generated;
mod malformed;
mod property;
mod rules;
mod sheets;
mod shown;

pub use colour::Colour;
pub use declarations::{Declaration, declarations, last};
pub use font::dimension;
pub use generated::Generated;
pub use malformed::{Malformed, malformed, malformed_sheet};
pub use property::Property;
pub use rules::{Keyframes, One, Rule, Rules, each_selector};
pub use sheets::Sheets;
pub use shown::{Shown, ShownRules};

use self::colour::{Background, ColourValue};
use self::font::{Size, Weight};
use super::Semantics;
use crate::dom::{Element, Quirks};

/// Why the files do not tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unknown {
    /// A style sheet may set it.
    Sheet,
    /// The value depends on something else: `var()`, `calc()`, the window, the system; or it is not understood.
    Value,
    /// A presentational attribute may set it: `bgcolor`, `font color`.
    Attribute,
    /// Browsers differ, or choose it by themselves: links, buttons, dark mode.
    Browser,
    /// An image, a shadow, an opacity or a box out of its place comes between.
    Effect,
    /// It is in an `svg` or in `math`.
    Foreign,
    /// The page asks for far more work than its size: it was built to.
    Work,
}

/// What is known for certain, or why it is not.
pub type Known<T> = Result<T, Unknown>;

/// The computed style of an element, asked for property by property.
#[derive(Clone, Copy)]
pub struct Style<'s, 'a> {
    semantics: &'s Semantics<'a>,
    element: Element<'a>,
}

impl<'a> Semantics<'a> {
    /// The computed style of an element.
    pub fn style(&self, element: Element<'a>) -> Style<'_, 'a> {
        Style {
            semantics: self,
            element,
        }
    }
}

impl<'a> Style<'_, 'a> {
    /// What the `style` attribute declares: what most probably holds, were there style sheets.
    pub fn written(self, property: Property) -> Option<Declaration<'a>> {
        let style = self.element.attr("style")?;
        let mut winner: Option<Declaration<'a>> = None;
        for d in declarations(style) {
            if property.is_set_by(&d)
                && (d.important || winner.as_ref().is_none_or(|w| !w.important))
            {
                winner = Some(d);
            }
        }
        winner
    }

    /// The declaration of an author that wins: `None` when there is none, and the browser's own sheet settles it.
    pub fn declared(self, property: Property) -> Known<Option<Declaration<'a>>> {
        let sheets = self.semantics.sheets();
        let length = self.element.attr("style").map_or(0, str::len);
        if !self.semantics.work_on_styles(1 + length) {
            return Err(Unknown::Work);
        }
        match self.written(property) {
            Some(d) if d.important || !sheets.may_override(property) => Ok(Some(d)),
            Some(_) => Err(Unknown::Sheet),
            None if sheets.may_set(property) => Err(Unknown::Sheet),
            None => Ok(None),
        }
    }

    /// The colour of its text; may let what is behind through.
    pub fn color(self) -> Known<Colour> {
        for e in self.line() {
            let e = e?;
            match self.of(e).declared(Property::Color)? {
                Some(d) if d.is("all") => return Err(Unknown::Value),
                Some(d) if is_word(d.value, &["inherit", "unset"]) => {}
                Some(d) if is_word(d.value, &["initial"]) => return self.canvas(Colour::BLACK),
                Some(d) => match Colour::parse(d.value) {
                    ColourValue::Is(colour) => return Ok(colour),
                    ColourValue::Current => {}
                    ColourValue::Unknown => return Err(Unknown::Value),
                },
                None if e.is_any(&["basefont", "body", "font"])
                    && has_any(e, &["color", "text"]) =>
                {
                    return Err(Unknown::Attribute);
                }
                None if is_painted_by_browsers(e) || is_link(e) => return Err(Unknown::Browser),
                None => {}
            }
        }
        self.canvas(Colour::BLACK)
    }

    /// The colour that its `style` gives its text, style sheets aside.
    pub fn written_color(self) -> Option<Colour> {
        Colour::read(self.written(Property::Color)?.value)
    }

    /// The colour that its `style` paints behind its text, and whether it puts an image over it, style sheets aside.
    pub fn written_background(self) -> Option<(Colour, bool)> {
        let written = self.written(Property::Background)?;
        let found = self.background_of(&written)?;
        Some((found.colour, found.image))
    }

    /// What is painted right behind its text: an opaque colour.
    pub fn backdrop(self) -> Known<Colour> {
        let mut behind = None;
        for e in self.line() {
            let e = e?;
            let here = self.of(e);
            let effects = here.declared(Property::Effects)?.is_some();
            let offset = here.declared(Property::Offset)?;
            if effects || offset.is_some_and(|d| !is_word(d.value, STILL)) || here.is_tucked_away()
            {
                return Err(Unknown::Effect);
            }
            if behind.is_some() {
                continue;
            }
            let painted = here.background(e)?;
            if painted.image {
                return Err(Unknown::Effect);
            }
            if painted.colour.alpha >= 1.0 {
                behind = Some(painted.colour);
                continue;
            }
            let floats = here.declared(Property::Place)?;
            let floats = floats.is_some_and(|d| d.is("float") && !is_word(d.value, STILL));
            if painted.colour.alpha > 0.0 || floats {
                return Err(Unknown::Effect);
            }
        }
        behind.map_or_else(|| self.canvas(Colour::WHITE), Ok)
    }

    /// What the element paints behind itself; transparent when nothing.
    fn background(self, e: Element<'a>) -> Known<Background> {
        let none = Background {
            colour: Colour::TRANSPARENT,
            image: false,
        };
        match self.declared(Property::Background)? {
            Some(d) => self.background_of(&d).ok_or(Unknown::Value),
            None if has_any(e, &["background", "bgcolor"]) => Err(Unknown::Attribute),
            None if is_painted_by_browsers(e) => Err(Unknown::Browser),
            None => Ok(none),
        }
    }

    /// What the winning declaration about the background says; longhands written one by one, which add up, are not understood.
    fn background_of(self, winner: &Declaration<'_>) -> Option<Background> {
        (winner.is("background") || self.is_alone(winner))
            .then(|| colour::background(winner.value))
            .flatten()
    }

    /// Whether its `style` gives it no room, or pulls it out of its place.
    fn is_tucked_away(self) -> bool {
        let sizes = ["height", "max-height", "width", "max-width"];
        declarations(self.element.attr("style").unwrap_or_default()).any(|d| {
            let tiny = d.value == "0" || dimension(d.value).is_some_and(|(n, _)| n <= 1.0);
            let pulled = Property::Place.is_set_by(&d) && d.value.contains(['-', '(']);
            pulled || tiny && sizes.iter().any(|name| d.is(name))
        })
    }

    /// Whether a longhand of the background is the only declaration about it.
    fn is_alone(self, declaration: &Declaration<'_>) -> bool {
        let style = self.element.attr("style").unwrap_or_default();
        let about = |d: &Declaration<'_>| {
            d.name
                .get(..10)
                .is_some_and(|start| start.eq_ignore_ascii_case("background"))
        };
        declarations(style)
            .filter(about)
            .all(|d| d.range == declaration.range)
    }

    /// The size of its font, in CSS pixels, where people have not set another default than 16.
    pub fn font_size(self) -> Known<f32> {
        let mut factor = 1.0;
        for e in self.line() {
            let e = e?;
            let here = self.of(e);
            let family = here.declared(Property::FontFamily)?;
            if family.is_some_and(|d| d.value.to_ascii_lowercase().contains("monospace")) {
                return Err(Unknown::Browser);
            }
            let size = match here.declared(Property::FontSize)? {
                Some(d) if d.is("all") => return Err(Unknown::Value),
                Some(d) => font::size(d.value).ok_or(Unknown::Value)?,
                None if e.is_any(&["basefont", "font"]) && e.has_attr("size") => {
                    return Err(Unknown::Attribute);
                }
                // Browsers used to make it smaller there, and some still do.
                None if e.is("h1")
                    && e.closest(&["article", "aside", "nav", "section"]).is_some() =>
                {
                    return Err(Unknown::Browser);
                }
                None => font::by_nature(e.name()),
            };
            match size {
                Size::Px(px) => return Ok(px * factor),
                Size::Times(times) => factor *= times,
                Size::Root(times) if e.parent().is_none() => return Ok(16.0 * times * factor),
                Size::Root(times) => {
                    let root = self.semantics.document().html().ok_or(Unknown::Value)?;
                    return Ok(self.of(root).font_size()? * times * factor);
                }
            }
        }
        Ok(16.0 * factor)
    }

    /// Whether its text is bold: a weight of 700 at least.
    pub fn is_bold(self) -> Known<bool> {
        for e in self.line() {
            let e = e?;
            let weight = match self.of(e).declared(Property::FontWeight)? {
                Some(d) if d.is("all") => return Err(Unknown::Value),
                Some(d) => font::weight(d.value, d.is("font")).ok_or(Unknown::Value)?,
                None => font::weight_by_nature(e.name()),
            };
            match weight {
                Weight::Bold => return Ok(true),
                Weight::Normal => return Ok(false),
                Weight::Inherit => {}
            }
        }
        Ok(false)
    }

    /// A length of its own in CSS pixels, `em` counted by its font size.
    pub fn pixels(self, value: f32, unit: &str) -> Known<f32> {
        match font::length(value, unit).ok_or(Unknown::Value)? {
            Size::Px(px) => Ok(px),
            Size::Times(times) => Ok(self.font_size()? * times),
            Size::Root(times) => {
                let root = self.semantics.document().html().ok_or(Unknown::Value)?;
                Ok(self.of(root).font_size()? * times)
            }
        }
    }

    fn of(self, element: Element<'a>) -> Self {
        Style { element, ..self }
    }

    /// The element and its ancestors, from which properties are inherited, as far as they are.
    fn line(self) -> impl Iterator<Item = Known<Element<'a>>> {
        let quirks = self.semantics.document().quirks() == Quirks::Yes;
        std::iter::successors(Some(self.element), |e| e.parent()).map(move |e| {
            if !e.is_html() {
                Err(Unknown::Foreign)
            } else if quirks && e.is("table") {
                // Browsers do not let tables inherit there (Quirks Mode Standard 3.4).
                Err(Unknown::Browser)
            } else {
                Ok(e)
            }
        })
    }

    /// A colour of the browser's own, unless the page lets it turn dark.
    fn canvas(self, light: Colour) -> Known<Colour> {
        let root = self.semantics.document().html().ok_or(Unknown::Value)?;
        if self.of(root).declared(Property::ColorScheme)?.is_some() || self.semantics.turns_dark() {
            return Err(Unknown::Browser);
        }
        Ok(light)
    }
}

impl Semantics<'_> {
    /// Whether `<meta name="color-scheme">` lets the browser choose dark colours.
    fn turns_dark(&self) -> bool {
        let head = self.document().head();
        head.is_some_and(|head| {
            head.child_elements().any(|e| {
                e.is("meta")
                    && e.attr_is("name", "color-scheme")
                    && e.attr("content")
                        .is_some_and(|c| c.to_ascii_lowercase().contains("dark"))
            })
        })
    }
}

/// Values that leave a box where it is.
const STILL: &[&str] = &["0", "initial", "none", "static", "unset"];

fn is_word(value: &str, words: &[&str]) -> bool {
    words.iter().any(|word| value.eq_ignore_ascii_case(word))
}

fn has_any(e: Element<'_>, attributes: &[&str]) -> bool {
    attributes.iter().any(|name| e.has_attr(name))
}

fn is_link(e: Element<'_>) -> bool {
    e.is_any(&["a", "area"]) && e.has_attr("href")
}

/// Whether browsers paint the element in colours of their own.
fn is_painted_by_browsers(e: Element<'_>) -> bool {
    e.is_any(&[
        "button", "dialog", "input", "mark", "meter", "option", "progress", "select", "textarea",
    ]) || e.has_attr("popover")
}

#[cfg(test)]
mod tests;
