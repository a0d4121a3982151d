//! RGAA 10.4.1, 10.4.2, 10.11.1 and 10.12.1: what keeps text from growing, from wrapping or from being spaced out.
//!
//! Hints: each of these tests is about what is lost once the text is enlarged, the window narrow or the lines spaced, which takes a layout, and
//! zooming with the browser is one way of passing the first two. Two failures are certain without a layout. Of 10.12.1: a box of fixed height
//! that clips, whose lines are broken in the page, so many that the last one leaves it at a line height of 1.5. Of 10.11.1: a long text in a block that its
//! `style` makes 480 px wide or more, where no style sheet or script has a say, nothing else has a style around or inside, and it is in no table. At 320 px, its lines are
//! read by scrolling sideways. Else a question for what a `style` writes that most often loses text: a fixed
//! height or width that clips, a width past 320 px, a size that follows only the window.

use super::rigid_for_certain::{SURELY_WIDE, holds_long_text, keeps_its_width, loses_a_line};
use crate::check::{Category, Check, Context, Interest, Level, Meta, Proof};
use crate::dom::{Attr, Element, NodeRef};
use crate::rgaa::{TestId, test};
use crate::semantics::style::{Declaration, declarations, dimension};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &RigidTextBox;

struct RigidTextBox;

const LOST: TestId = test(10, 4, 1);
const ENLARGED: TestId = test(10, 4, 2);
const NARROW: TestId = test(10, 11, 1);
const SPACED: TestId = test(10, 12, 1);

static META: Meta = Meta {
    id: "rigid-text-box",
    level: Level::Warning,
    category: Category::Accessibility,
    title: text("Texte dans une boîte rigide", "Text in a rigid box"),
    why: text(
        "Les personnes malvoyantes agrandissent le texte, rétrécissent la fenêtre ou espacent les lignes : une boîte aux dimensions fixes le coupe.",
        "People with low vision enlarge the text, narrow the window or space the lines out: a box of fixed size cuts it.",
    ),
    fix: text(
        "Préférer min-height à height, max-width à width, rem à vw, et laisser déborder plutôt que couper.",
        "Prefer min-height to height, max-width to width, rem to vw, and let text overflow rather than cut it.",
    ),
    proofs: &[
        Proof::hints(&[LOST, ENLARGED]),
        Proof::refutes(&[NARROW]),
        Proof::refutes(&[SPACED]),
    ],
    interest: &[Interest::Attributes(&["style"])],
    review: &[
        "<p style='height: 3em; overflow: hidden'>La mairie est ouverte.</p>",
        "<div style='width: 900px'><p>La mairie est ouverte.</p></div>",
        "<p style='font-size: 3vw'>La mairie est ouverte.</p>",
    ],
    na: &["<p style='max-width: 900px; font-size: 1.2rem'>La mairie est ouverte.</p>"],
    ..Meta::NEW
};

const CLIPS: Text = text(
    "dimension fixe ({declaration}) et débordement caché : le texte reste-t-il entier agrandi à 200 %, ou plus espacé ?",
    "fixed size ({declaration}) and overflow hidden: does the text stay whole at 200%, or spaced out?",
);
const WIDE: Text = text(
    "« {declaration} » dépasse 320 px : dans une fenêtre de cette largeur, faut-il défiler en largeur pour lire ?",
    "\"{declaration}\" is more than 320 px: in a window of that width, must people scroll sideways to read?",
);
const SIDEWAYS: Text = text(
    "« {declaration} » : dans une fenêtre de 320 px de large, ce texte ne se lit qu’en défilant en largeur",
    "\"{declaration}\": in a window 320 px wide, this text can only be read by scrolling sideways",
);
const LAST_LINE: Text = text(
    "« {declaration} » et débordement caché : avec un interligne de 1,5, la dernière ligne de ce texte ne se voit plus",
    "\"{declaration}\" and overflow hidden: with a line height of 1.5, the last line of this text is no longer shown",
);
const BY_WINDOW: Text = text(
    "« {declaration} » ne dépend que de la fenêtre : le texte grandit-il quand on zoome ?",
    "\"{declaration}\" only depends on the window: does the text grow when zooming?",
);
const ALSO: Text = text("ici aussi", "here too");

/// Elements that may be wide or clip: they are read in two dimensions, or hold no text.
pub const EXEMPT: &[&str] = &[
    "canvas", "code", "col", "colgroup", "embed", "hr", "iframe", "img", "input", "object", "pre",
    "select", "svg", "table", "tbody", "td", "textarea", "tfoot", "th", "thead", "tr", "video",
];

impl Check for RigidTextBox {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, e: Element<'p>, style: Attr<'p>, cx: &mut Context<'p>) {
        if EXEMPT.contains(&e.name()) || !e.is_html() {
            return;
        }
        let value = style.value();
        let Some((found, message, tests)) = rigid(value) else {
            return;
        };
        if !cx.semantics().is_rendered(e) || !has_words(e) {
            return;
        }
        let in_px = found.value.to_ascii_lowercase().ends_with("px");
        let size = fixed(&found).filter(|_| in_px);
        let wide = size.is_some_and(|px| px >= SURELY_WIDE);
        let height = size.filter(|_| found.name.to_ascii_lowercase().ends_with("height"));
        let declaration = &value[found.range];
        if tests == [NARROW] && wide && holds_long_text(e) && keeps_its_width(e, value, cx) {
            if let Some(draft) = cx.fail_together((e, style), &SIDEWAYS, declaration, &ALSO) {
                draft.arg("declaration", declaration).tests(tests);
            }
            return;
        }
        if tests.contains(&SPACED)
            && let Some(px) = height
            && loses_a_line(e, px, value, cx)
        {
            if let Some(draft) = cx.fail_together((e, style), &LAST_LINE, declaration, &ALSO) {
                draft.arg("declaration", declaration).tests(&[SPACED]);
            }
            return;
        }
        if let Some(draft) = cx.review_together((e, style), message, declaration, &ALSO) {
            draft.arg("declaration", declaration).tests(tests);
        }
    }
}

/// What a `style` fixes, and which tests that is about.
fn rigid(style: &str) -> Option<(Declaration<'_>, &'static Text, &'static [TestId])> {
    let (mut height, mut width, mut least, mut size) = (None, None, None, None);
    let (mut clips, mut keeps_line, mut limited) = (false, false, false);
    for d in declarations(style) {
        match d.name.to_ascii_lowercase().as_str() {
            "height" | "max-height" => {
                height = Some(d).filter(|d| fixed(d).is_some_and(|px| px > 5.0))
            }
            "width" => width = Some(d),
            "min-width" => least = Some(d),
            "max-width" => limited = d.value != "none",
            "font-size" => size = Some(d),
            "overflow" | "overflow-x" | "overflow-y" => {
                clips = ["hidden", "clip"]
                    .iter()
                    .any(|v| d.value.eq_ignore_ascii_case(v));
            }
            "white-space" => keeps_line = d.value.eq_ignore_ascii_case("nowrap"),
            _ => {}
        }
    }
    if let Some(d) = size.filter(|d| follows_window(d.value)) {
        return Some((d, &BY_WINDOW, &[ENLARGED]));
    }
    if clips && let Some(d) = height {
        return Some((d, &CLIPS, &[LOST, SPACED]));
    }
    if clips
        && keeps_line
        && let Some(d) = width
            .clone()
            .filter(|d| fixed(d).is_some_and(|px| px > 5.0))
    {
        return Some((d, &CLIPS, &[LOST, SPACED]));
    }
    let too_wide = |d: &Declaration<'_>| fixed(d).is_some_and(|px| px > 320.0);
    least
        .filter(too_wide)
        .or(width.filter(|d| !limited && too_wide(d)))
        .map(|d| (d, &WIDE, &[NARROW][..]))
}

/// A length that no window changes, in CSS pixels where the font has 16.
fn fixed(d: &Declaration<'_>) -> Option<f32> {
    let (value, unit) = dimension(d.value)?;
    let px = match unit.to_ascii_lowercase().as_str() {
        "px" => 1.0,
        "em" | "rem" => 16.0,
        "pt" => 4.0 / 3.0,
        "cm" => 96.0 / 2.54,
        _ => return None,
    };
    Some(value * px)
}

fn follows_window(value: &str) -> bool {
    dimension(value).is_some_and(|(_, unit)| {
        let unit = unit.to_ascii_lowercase();
        unit.ends_with("vw") || unit.ends_with("vh") || unit == "vmin" || unit == "vmax"
    })
}

/// Nodes looked at inside a box.
pub const MOST: usize = 200;

fn has_words(e: Element<'_>) -> bool {
    e.descendant_nodes()
        .take(MOST)
        .filter_map(NodeRef::as_text)
        .any(|t| t.text().contains(char::is_alphabetic))
}
