//! RGAA 9.4.1 and 9.4.2: short quotations are in `q`, blocks of quotation in `blockquote`.
//!
//! Only asks: italics and quotation marks together are how people set a quotation by hand, but also irony, titles and words of
//! another language. From four words on, outside `q`, `blockquote` and `cite`. A quotation that is all of its paragraph is
//! asked about as a block, as is a long one. One question of each kind a page.

use crate::check::{Category, Check, Context, Interest, Meta, Proof};
use crate::dom::{Element, NodeRef};
use crate::rgaa::test;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &QuotationInItalics;

struct QuotationInItalics;

static META: Meta = Meta {
    id: "quotation-in-italics",
    category: Category::Accessibility,
    title: text(
        "Citation mise en italique à la main",
        "Quotation put in italics by hand",
    ),
    why: text(
        "Sans <q> ni <blockquote>, rien ne dit à qui écoute la page que quelqu’un d’autre parle.",
        "Without <q> or <blockquote>, nothing tells those who listen to the page that someone else is speaking.",
    ),
    fix: text(
        "Mettre une citation courte dans <q>, un bloc dans <blockquote>, et l’italique dans le CSS.",
        "Put a short quotation in <q>, a block in <blockquote>, and the italics in the CSS.",
    ),
    proofs: &[
        Proof::hints(&[test(9, 4, 1)]),
        Proof::hints(&[test(9, 4, 2)]),
    ],
    interest: &[Interest::Elements(&["em", "i"])],
    review: &[
        "<p><i>\"Le pont rouvrira dès le printemps.\"</i></p>",
        "<p>Selon le maire, <em>« le pont rouvrira au printemps »</em>.</p>",
    ],
    na: &[
        "<p>Lire <i>« Le Pont »</i>.</p>",
        "<blockquote><p><i>« Le pont rouvrira au printemps. »</i></p></blockquote>",
    ],
    ..Meta::NEW
};

const SHORT: Text = text(
    "« {words} » : ce passage en italique et entre guillemets est-il une citation, qui irait dans <q> ?",
    "\"{words}\": is this passage in italics and quotation marks a quotation, which would go in <q>?",
);
const BLOCK: Text = text(
    "« {words} » : ce passage en italique et entre guillemets est-il une citation, qui irait dans <blockquote> ?",
    "\"{words}\": is this passage in italics and quotation marks a quotation, which would go in <blockquote>?",
);
const ALSO: Text = text("celui-ci aussi", "this one too");

/// In bytes; a longer quotation is a block of its own, whatever is around.
const SHORT_LENGTH: usize = 300;

impl Check for QuotationInItalics {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, italics: Element<'p>, cx: &mut Context<'p>) {
        let first_text = italics.descendant_nodes().find_map(NodeRef::as_text);
        let opens = first_text.is_some_and(|t| t.text().trim_start().starts_with(['"', '“', '«']));
        if !opens || !italics.is_html() {
            return;
        }
        let content = italics.text_content();
        let words = content.trim();
        if !is_quoted(words)
            || !cx.semantics().is_rendered(italics)
            || italics
                .closest(&["blockquote", "cite", "code", "figure", "pre", "q"])
                .is_some()
        {
            return;
        }
        let shown = words.trim_matches(|c: char| "\"“”«»".contains(c) || c.is_whitespace());
        let head: String = shown.chars().take(60).collect();
        let cut = if head.len() < shown.len() { "…" } else { "" };
        let block = content.len() > SHORT_LENGTH || is_whole_paragraph(italics);
        let (question, test) = match block {
            true => (&BLOCK, test(9, 4, 2)),
            false => (&SHORT, test(9, 4, 1)),
        };
        if let Some(draft) = cx.review_together(italics, question, "", &ALSO) {
            let words = format!("{}{cut}", head.trim_end());
            draft.arg("words", words).tests(&[test]);
        }
    }
}

/// Four words or more, in quotation marks that end with the passage or go on after it.
fn is_quoted(words: &str) -> bool {
    let ends = words.trim_end_matches(['.', ',', ';', ':', '!', '?', '…', ' ', '\u{a0}']);
    let inside = ends.trim_start_matches(|c: char| !c.is_alphanumeric());
    let closed = ends.ends_with(['"', '”', '»']);
    let goes_on = !inside.contains(['"', '”', '»']);
    (closed || goes_on)
        && words
            .split_whitespace()
            .filter(|w| w.chars().any(char::is_alphanumeric))
            .count()
            >= 4
}

/// Whether nothing else is in its paragraph.
fn is_whole_paragraph(italics: Element<'_>) -> bool {
    let blank =
        |node: Option<NodeRef<'_>>| node.is_none_or(|n| n.as_text().is_some_and(|t| t.is_blank()));
    let edge =
        |node: Option<NodeRef<'_>>, next: Option<NodeRef<'_>>| node.is_none() || next.is_none();
    italics.parent().is_some_and(|p| p.is("p"))
        && blank(italics.prev_sibling())
        && blank(italics.next_sibling())
        && edge(
            italics.prev_sibling(),
            italics.prev_sibling().and_then(NodeRef::prev_sibling),
        )
        && edge(
            italics.next_sibling(),
            italics.next_sibling().and_then(NodeRef::next_sibling),
        )
}
