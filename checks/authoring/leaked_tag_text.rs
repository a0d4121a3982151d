//! HTML tags that show in the page as text: they were escaped (`&lt;/p&gt;`) where they were meant to be tags.
//!
//! Breaks no RGAA test by itself. Fails tags that no prose has by chance (a line made of tags, a start and an end around a
//! text, an end tag stuck to a word, `<br>`), in plain prose, on a page that neither speaks of HTML nor shows tags in its code;
//! else asks. A start tag alone in a sentence is a mention. Code and fields are left alone. One finding a line.

use super::markup::{self, ShownTag};
use super::prose::{self, Place};
use crate::check::{Category, Check, Context, Interest, Level, Meta, Signs};
use crate::dom::Text as TextNode;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &LeakedTagText;

struct LeakedTagText;

const SIGNS: Signs = Signs::TAG;

static META: Meta = Meta {
    id: "leaked-tag-text",
    review_level: Level::Warning,
    category: Category::Authoring,
    title: text(
        "Balise HTML affichée comme du texte",
        "HTML tag shown as text",
    ),
    why: text(
        "Les lecteurs voient la balise, les lecteurs d’écran la prononcent, et elle ne ferme ni n’ouvre rien.",
        "Readers see the tag, screen readers speak it, and it neither closes nor opens anything.",
    ),
    fix: text(
        "Retirer la balise du texte ; si elle était utile, l’écrire en HTML là où elle va (souvent, un outil l’a échappée parce que les balises autour sont mal fermées).",
        "Remove the tag from the text; if it was useful, write it as HTML where it belongs (often, a tool escaped it because the tags around are badly closed).",
    ),
    interest: &[Interest::TextWith(SIGNS)],
    fail: &[
        "<div>Avis du conseil\n&lt;/p&gt;\n</div>",
        "<p>&lt;a href=&gt;Horaires&lt;/a&gt;</p>",
        "<p>Lundi&lt;br&gt;Mardi</p>",
    ],
    review: &[
        "<h1>Le HTML en bref</h1><p>&lt;p&gt;Bonjour&lt;/p&gt;</p>",
        "<p>Le paragraphe finit par &lt;/p&gt; dans la page.</p>",
    ],
    na: &[
        "<p>Écrire &lt;nom&gt; puis &lt;p&gt;.</p>",
        "<p><code>&lt;/p&gt;</code></p>",
    ],
    ..Meta::NEW
};

const SHOWS: Text = text(
    "la balise {tag} s’affiche comme du texte",
    "the tag {tag} shows as text",
);
const SHOWS_MORE: Text = text(
    "la balise {tag} s’affiche comme du texte, avec {more} de plus sur la même ligne",
    "the tag {tag} shows as text, with {more} more on the same line",
);
const COMMENT: Text = text(
    "un commentaire HTML s’affiche comme du texte",
    "an HTML comment shows as text",
);
const MEANT: Text = text(
    "la balise {tag} s’affiche comme du texte : est-ce voulu ?",
    "the tag {tag} shows as text: is it meant?",
);
const ALSO: Text = text("ici aussi", "here too");

impl Check for LeakedTagText {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn text<'p>(&self, node: TextNode<'p>, cx: &mut Context<'p>) {
        let mut place = None;
        for (start, line) in prose::lines(node.text()) {
            let tags: Vec<ShownTag<'_>> = markup::tags(line).collect();
            let (Some(first), Some(last)) = (tags.first(), tags.last()) else {
                continue;
            };
            let place = *place.get_or_insert_with(|| prose::place(node, cx));
            if place == Place::Code {
                return;
            }
            let shape = shape(line, &tags, stands_alone(node));
            let meant = place == Place::Doubt
                || prose::once(cx, |doc| {
                    prose::says(doc, ABOUT) || prose::shown_in_code(doc, markup::shows_tag)
                });
            let tag = &line[first.range.clone()];
            let range = start + first.range.start..start + last.range.end;
            match shape {
                Shape::Leak if !meant => {
                    if first.name.is_empty() {
                        cx.fail((node, range), &COMMENT);
                    } else if tags.len() == 1 {
                        cx.fail((node, range), &SHOWS).arg("tag", tag);
                    } else {
                        cx.fail((node, range), &SHOWS_MORE)
                            .arg("tag", tag)
                            .arg("more", tags.len() - 1);
                    }
                }
                Shape::Leak => ask(cx, node, range, tag),
                Shape::Mention if !meant => ask(cx, node, range, tag),
                Shape::Mention | Shape::Word => {}
            }
        }
    }
}

/// Words that say that a text is about tags.
const ABOUT: &[&str] = &[
    "html",
    "balise",
    "xml",
    "markup",
    " tag",
    "élément <",
    "element <",
];

fn ask<'p>(cx: &mut Context<'p>, node: TextNode<'p>, range: std::ops::Range<usize>, tag: &str) {
    if let Some(draft) = cx.review_together((node, range), &MEANT, "", &ALSO) {
        draft.arg("tag", tag);
    }
}

/// What the tags of a line look like.
enum Shape {
    /// Tags that were to be tags.
    Leak,
    /// Tags one speaks of.
    Mention,
    /// A word between signs that happens to be an element's name: `<source>`.
    Word,
}

/// `alone`: no inline element sets the text apart from a sentence.
fn shape(line: &str, tags: &[ShownTag<'_>], alone: bool) -> Shape {
    let ends = tags.iter().any(|t| t.end);
    let comment = tags.iter().any(|t| t.name.is_empty());
    let mut end_of_last = 0;
    let only_tags = tags.iter().all(|t| {
        let gap = &line[end_of_last..t.range.start];
        end_of_last = t.range.end;
        gap.trim().is_empty()
    }) && line[end_of_last..].trim().is_empty();
    let pair = tags.iter().filter(|t| t.end).any(|end| {
        let opens = |t: &&ShownTag<'_>| !t.end && t.name.eq_ignore_ascii_case(end.name);
        let start = tags
            .iter()
            .take_while(|t| t.range.start < end.range.start)
            .find(opens);
        // A text stands between: `<p></p>` and `<p> et </p>` are mentions of the element.
        start.is_some_and(|s| line[s.range.end..end.range.start].trim().len() > 3)
    });
    let stuck = tags.iter().any(|t| {
        let (before, after) = (
            line[..t.range.start].chars().next_back(),
            line[t.range.end..].chars().next(),
        );
        let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let breaks = matches!(t.name, "br" | "BR" | "hr") && (word(before) || word(after));
        breaks || (t.end && word(before))
    });
    let alone_on_line = only_tags && alone && (ends || tags.iter().any(|t| t.attributes));
    if comment || pair || stuck || alone_on_line {
        Shape::Leak
    } else if ends || tags.iter().any(|t| t.attributes) {
        Shape::Mention
    } else {
        Shape::Word
    }
}

fn stands_alone(node: TextNode<'_>) -> bool {
    node.parent().is_some_and(prose::is_block)
}
