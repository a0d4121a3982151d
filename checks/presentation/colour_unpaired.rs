//! RGAA 10.5.1 to 10.5.3: a text colour comes with a background colour, and the other way round (WCAG F24).
//!
//! A failure is a colour in a `style` where no `style` of the element or around it has the other one, for words that are shown, and no style
//! sheet can have it: none is linked, and none in the page writes a background (10.5.1, 10.5.3), or a colour (10.5.2). Decides likewise:
//! where all declarations are seen, each one with its other half passes, and none at all makes the test inapplicable. Where they are not, all is left open.

use crate::check::{Category, Check, Context, Interest, Level, Meta, Proof};
use crate::dom::{Attr, Element, NodeRef};
use crate::rgaa::{TestId, test};
use crate::semantics::style::Property;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &ColourUnpaired;

struct ColourUnpaired;

const COLOUR: &[TestId] = &[test(10, 5, 1)];
const BACKGROUND: &[TestId] = &[test(10, 5, 2)];
const IMAGE: &[TestId] = &[test(10, 5, 3)];

static META: Meta = Meta {
    id: "colour-unpaired",
    level: Level::Warning,
    category: Category::Accessibility,
    title: text(
        "Couleur déclarée sans l’autre",
        "Colour declared without the other one",
    ),
    why: text(
        "Qui remplace les couleurs du navigateur par les siennes (texte clair sur fond sombre) peut se retrouver avec un texte invisible.",
        "People who replace the browser's colours by their own (light text on dark) may end up with invisible text.",
    ),
    fix: text(
        "Déclarer color et background-color ensemble, sur l’élément ou sur un élément qui l’entoure (body par exemple).",
        "Declare color and background-color together, on the element or on one around it (body for instance).",
    ),
    proofs: &[
        Proof::decides(COLOUR),
        Proof::decides(BACKGROUND),
        Proof::decides(IMAGE),
    ],
    interest: &[
        Interest::Attributes(&["style", "bgcolor", "background", "text", "color", "link"]),
        Interest::Page,
    ],
    fail: &[
        "<p style='color: #333'>Avis</p>",
        "<p style='background: #eee'>Avis</p>",
        "<body style='color: #333'><p style='background: url(fond.png)'>Avis</p>",
    ],
    pass: &[
        "<body style='color: #333; background: #fff'><p style='background: url(f.png)'>Avis</p>",
        "<link rel=stylesheet href=a.css><p style='color: #333'>Avis</p>",
    ],
    na: &[
        "<p>Avis</p>",
        "<p style='color: inherit; margin: 0'>Avis</p>",
    ],
    ..Meta::NEW
};

const NO_BACKGROUND: Text = text(
    "couleur de texte sans couleur de fond, ni ici ni autour",
    "text colour without a background colour, neither here nor around",
);
const NO_COLOUR: Text = text(
    "couleur de fond sans couleur de texte, ni ici ni autour",
    "background colour without a text colour, neither here nor around",
);
const NO_BACKGROUND_UNDER: Text = text(
    "image de fond sans couleur de fond, ni ici ni autour : si elle manque, le texte peut devenir illisible",
    "background image without a background colour, neither here nor around: if it is missing, the text may become illegible",
);
const ALSO: Text = text("ici aussi", "here too");

impl Check for ColourUnpaired {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, e: Element<'p>, attr: Attr<'p>, cx: &mut Context<'p>) {
        if attr.name() != "style" {
            if e.is_html() && (attr.name() != "background" || e.is("body")) {
                for tests in [COLOUR, BACKGROUND, IMAGE] {
                    cx.leave_open(tests);
                }
            }
            return;
        }
        let (own_colour, own_back) = (colour(e, cx), background(e, cx));
        if own_colour == Half::None && own_back == (Half::None, false) {
            return;
        }
        if own_colour != Half::None {
            let found = covered(e, cx, |e, cx| background(e, cx).0);
            say(found, (e, attr), COLOUR, &NO_BACKGROUND, cx);
        }
        let (back, image) = own_back;
        if back != Half::None {
            let found = covered(e, cx, colour);
            say(found, (e, attr), BACKGROUND, &NO_COLOUR, cx);
        }
        if image {
            let found = covered(e, cx, |e, cx| background(e, cx).0);
            say(found, (e, attr), IMAGE, &NO_BACKGROUND_UNDER, cx);
        }
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        let sheets = cx.semantics().sheets();
        if sheets.may_set(Property::Color) {
            cx.leave_open(COLOUR);
        }
        if sheets.may_set(Property::Background) {
            cx.leave_open(BACKGROUND);
            cx.leave_open(IMAGE);
        }
    }
}

fn say<'p>(
    found: Covered,
    target: (Element<'p>, Attr<'p>),
    tests: &[TestId],
    message: &Text,
    cx: &mut Context<'p>,
) {
    match found {
        Covered::NoWords => {}
        Covered::Yes => cx.pass_on(tests),
        Covered::Perhaps => cx.leave_open(tests),
        Covered::No => {
            if let Some(draft) = cx.fail_together(target, message, "", &ALSO) {
                draft.tests(tests);
            }
        }
    }
}

/// Whether an element declares one of the two colours.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Half {
    Declared,
    None,
    Unknown,
}

fn colour<'p>(e: Element<'p>, cx: &Context<'p>) -> Half {
    let nothing = [
        "inherit",
        "unset",
        "revert",
        "revert-layer",
        "currentcolor",
        "initial",
    ];
    match cx.semantics().style(e).declared(Property::Color) {
        Ok(None) => Half::None,
        Ok(Some(d)) if d.is("all") || nothing.iter().any(|n| d.value.eq_ignore_ascii_case(n)) => {
            Half::None
        }
        Ok(Some(d)) if d.value.contains("var(") => Half::Unknown,
        Ok(Some(_)) => Half::Declared,
        Err(_) => Half::Unknown,
    }
}

/// The background colour, and whether there is an image by its address.
fn background<'p>(e: Element<'p>, cx: &Context<'p>) -> (Half, bool) {
    let style = cx.semantics().style(e);
    match style.declared(Property::Background) {
        Ok(None) => (Half::None, false),
        Err(_) => (Half::Unknown, false),
        Ok(Some(_)) => match style.written_background() {
            None => (Half::Unknown, false),
            Some((colour, image)) => {
                let half = if colour.alpha > 0.0 {
                    Half::Declared
                } else {
                    Half::None
                };
                (half, image)
            }
        },
    }
}

enum Covered {
    Yes,
    No,
    Perhaps,
    /// No words are shown there.
    NoWords,
}

/// Nodes looked at inside an element.
const MOST: usize = 2000;

/// Whether all words of the element have the other half: on it, around it, or between it and them.
fn covered<'p>(
    e: Element<'p>,
    cx: &Context<'p>,
    other: impl Fn(Element<'p>, &Context<'p>) -> Half,
) -> Covered {
    let semantics = cx.semantics();
    let mut answer = Covered::NoWords;
    for node in e.descendant_nodes().take(MOST) {
        let NodeRef::Text(text) = node else { continue };
        let Some(parent) = text.parent().filter(|p| semantics.is_rendered(*p)) else {
            continue;
        };
        if !text.text().contains(char::is_alphanumeric) {
            continue;
        }
        let mut line = std::iter::once(parent).chain(parent.ancestors());
        let half = line.find_map(|e| Some(other(e, cx)).filter(|half| *half != Half::None));
        match half {
            Some(Half::Declared) => answer = Covered::Yes,
            Some(_) => return Covered::Perhaps,
            None => return Covered::No,
        }
    }
    if e.descendant_nodes().nth(MOST).is_some() {
        return Covered::Perhaps;
    }
    answer
}
