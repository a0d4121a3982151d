//! What a fixed size certainly does to a text, without a layout: for `rigid-text-box`.

use super::rigid_text_box::{EXEMPT, MOST};
use crate::check::Context;
use crate::dom::{Element, NodeRef};

/// A width that leaves no doubt, in CSS pixels: half as much again as the window of the test.
pub const SURELY_WIDE: f32 = 480.0;

/// Blocks, which `width` applies to.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "dd",
    "div",
    "dl",
    "footer",
    "form",
    "header",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "section",
    "ul",
];

/// Whether nothing but its own `style` says how wide a block is, or shows it otherwise.
pub fn keeps_its_width<'p>(e: Element<'p>, style: &str, cx: &Context<'p>) -> bool {
    const OTHERS: [&str; 11] = [
        "column",
        "display",
        "max-",
        "overflow",
        "position",
        "rotate",
        "scale",
        "transform",
        "writing",
        "zoom",
        "clip",
    ];
    let style = style.to_ascii_lowercase();
    let sheets = cx.semantics().sheets();
    BLOCKS.contains(&e.name())
        && !OTHERS
            .iter()
            .any(|name| style.contains(name) || sheets.may_contain(name))
        && !sheets.may_contain("width")
        && !cx.scripts_may_change()
        && e.ancestors()
            .all(|a| !a.has_attr("style") && !EXEMPT.contains(&a.name()))
}

/// Letters that no line of a few hundred pixels holds, however small.
const LONG: usize = 300;

/// Whether a text without a style of its own runs over all the width.
pub fn holds_long_text(block: Element<'_>) -> bool {
    let mut texts = block
        .descendant_nodes()
        .take(MOST)
        .filter_map(NodeRef::as_text);
    texts.any(|text| {
        let letters = || {
            text.text()
                .chars()
                .filter(|c| c.is_alphanumeric())
                .take(LONG)
        };
        text.text().len() >= LONG
            && letters().count() == LONG
            && std::iter::successors(text.parent(), |e| e.parent())
                .take_while(|e| *e != block)
                .all(|e| !e.has_attr("style") && !EXEMPT.contains(&e.name()))
    })
}

/// What may stand in a text without making its lines lower, or adding anything but lines.
const IN_LINES: &[&str] = &["a", "abbr", "b", "br", "div", "em", "i", "span", "strong"];

/// Whether a box of this height, in CSS pixels, shows all the lines of its text as they are, and hides the last one when they are 1.5 high, where
/// no style sheet, no script, and nothing inside has a say. Lines count where they are broken in the page: others only add to them.
pub fn loses_a_line<'p>(e: Element<'p>, height: f32, style: &str, cx: &Context<'p>) -> bool {
    const OTHERS: [&str; 9] = [
        "clamp",
        "column",
        "display",
        "padding",
        "position",
        "min-",
        "transform",
        "writing",
        "zoom",
    ];
    let style = style.to_ascii_lowercase();
    if cx.semantics().sheets().any()
        || cx.scripts_may_change()
        || !BLOCKS.contains(&e.name())
        || OTHERS.iter().any(|name| style.contains(name))
        || e.ancestors().any(|a| a.has_attr("style"))
    {
        return false;
    }
    let Ok(size) = cx.semantics().style(e).font_size() else {
        return false;
    };
    let (mut lines, mut in_line) = (0_u8, false);
    for node in e.descendant_nodes().take(MOST) {
        match node {
            NodeRef::Element(inner) => {
                if !IN_LINES.contains(&inner.name())
                    || inner.has_attr("style")
                    || inner.has_attr("hidden")
                {
                    return false;
                }
                in_line &= !inner.is_any(&["br", "div"]);
            }
            NodeRef::Text(text) if text.text().contains(char::is_alphanumeric) && !in_line => {
                lines = lines.saturating_add(1);
                in_line = true;
            }
            _ => {}
        }
    }
    let before_last = f32::from(lines.saturating_sub(1)) * size;
    // A line is 1.2 times its letters high where nothing says otherwise, as near as fonts have it.
    (before_last * 1.2 + size..=before_last * 1.5).contains(&height)
}
