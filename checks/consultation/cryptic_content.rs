//! RGAA 13.5.1 and 13.6.1: cryptic content (ASCII art, emoticons) says what it means, by `title` or by the words around it.
//!
//! Hints: whether the words around explain it is for a person, and the list of what is cryptic has no end, so nothing is proven by silence.
//! Looked for: emoticons of punctuation that stand alone (`:-)`, `;)`, `^^`), in no element with a `title`, and blocks of
//! preformatted text made of drawing signs. Text that people type or read as code is left alone. One question a page for each emoticon.

use crate::check::{Check, Context, Interest, Meta, Proof, Signs};
use crate::dom::{Element, Text as TextNode};
use crate::rgaa::test;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &CrypticContent;

struct CrypticContent;

static META: Meta = Meta {
    id: "cryptic-content",
    title: text("Contenu cryptique", "Cryptic content"),
    why: text(
        "Un lecteur d’écran épelle « deux-points, tiret, parenthèse » : qui l’écoute ne comprend ni l’émotion ni le dessin.",
        "A screen reader spells \"colon, dash, bracket\": who listens understands neither the feeling nor the drawing.",
    ),
    fix: text(
        "Dire la même chose en mots, à côté, ou donner le sens par un attribut title (<abbr title=\"sourire\">:-)</abbr>).",
        "Say the same in words next to it, or give the meaning in a title attribute (<abbr title=\"smile\">:-)</abbr>).",
    ),
    proofs: &[Proof::hints(&[test(13, 5, 1), test(13, 6, 1)])],
    interest: &[
        Interest::TextWith(Signs::EMOTICON),
        Interest::Elements(&["pre"]),
    ],
    review: &[
        "<p>Merci à tous :-)</p>",
        "<pre>\n  /\\_/\\  \n ( o.o ) \n  > ^ <  \n</pre>",
    ],
    pass: &["<p>Merci à tous <abbr title=sourire>:-)</abbr></p>"],
    na: &["<p>Ouvert : lundi (matin ; après-midi)</p>"],
    ..Meta::NEW
};

const EMOTICON: Text = text(
    "émoticône « {sign} » : son sens est-il donné juste à côté, ou par un attribut title ?",
    "emoticon \"{sign}\": is its meaning given next to it, or by a title attribute?",
);
const ART: Text = text(
    "ce bloc semble un dessin fait de caractères : ce qu’il montre est-il dit juste à côté, ou par un attribut title ?",
    "this block looks like a drawing made of characters: is what it shows said next to it, or by a title attribute?",
);
const ALSO: Text = text("ici aussi", "here too");

/// Emoticons that nothing but a feeling explains, by first byte.
const SIGNS: [&str; 22] = [
    ":-)", ":-(", ":-D", ":-P", ":-p", ":-/", ":-|", ":-*", ":'(", ":'-(", ":)", ":(", ":D", ":P",
    ":p", ";-)", ";)", "^^", "^_^", "<3", ">:(", "=)",
];

/// Elements in which signs are quoted or typed.
const CODE: [&str; 7] = ["code", "pre", "kbd", "samp", "tt", "var", "textarea"];

/// Lines of a drawing, at least.
const LINES: usize = 3;

/// Characters of preformatted text that are looked at.
const READ: usize = 5000;

impl Check for CrypticContent {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn text<'p>(&self, text: TextNode<'p>, cx: &mut Context<'p>) {
        let words = text.text();
        let mut from = 0;
        while let Some(found) =
            memchr::memchr3(b':', b';', b'^', &words.as_bytes()[from..]).map(|at| from + at)
        {
            from = found + 1;
            if let Some(sign) = sign(words, found) {
                from = found + sign.len();
                judge(text, found, sign, cx);
            }
        }
    }

    fn element<'p>(&self, pre: Element<'p>, cx: &mut Context<'p>) {
        if pre.is_html() && is_drawing(pre) {
            let mut around = std::iter::once(pre).chain(pre.ancestors());
            if around.any(|e| e.has_attr("title") || e.attr_is("role", "img")) {
                cx.pass();
            } else if cx.semantics().is_exposed(pre) {
                cx.review(pre, &ART);
            }
        }
    }
}

/// The emoticon that stands alone at a place.
fn sign(words: &str, at: usize) -> Option<&'static str> {
    let before = words[..at].chars().next_back();
    if before.is_some_and(|c| !c.is_whitespace()) {
        return None;
    }
    // «(voir plus bas :)» ends a bracket.
    let count = |c| memchr::memchr_iter(c, &words.as_bytes()[..at]).count();
    let in_brackets = count(b'(') > count(b')');
    let signs = SIGNS.into_iter();
    let mut signs = signs.filter(|sign| !(in_brackets && sign.ends_with(')')));
    signs.find(|sign| {
        words[at..].strip_prefix(sign).is_some_and(|rest| {
            rest.chars()
                .next()
                .is_none_or(|c| c.is_whitespace() || matches!(c, '.' | ',' | '!' | '?' | ')'))
        })
    })
}

fn judge<'p>(text: TextNode<'p>, at: usize, sign: &str, cx: &mut Context<'p>) {
    let Some(parent) = text.parent() else { return };
    let mut around = std::iter::once(parent).chain(parent.ancestors());
    let mut titled = false;
    if around.any(|e| {
        titled |= e.has_attr("title");
        e.is_any(&CODE)
    }) || !cx.semantics().is_exposed(parent)
    {
        return;
    }
    if titled {
        return cx.pass();
    }
    let target = (text, at..at + sign.len());
    if let Some(draft) = cx.review_together(target, &EMOTICON, sign, &ALSO) {
        draft.arg("sign", sign);
    }
}

/// Whether preformatted text is a drawing: several lines, hardly a letter, several kinds of signs, and no code.
fn is_drawing(pre: Element<'_>) -> bool {
    if pre
        .descendants()
        .any(|e| e.is_any(&["code", "span", "samp"]))
    {
        return false;
    }
    let content = pre.text_content();
    let mut kinds = std::collections::BTreeSet::new();
    let (mut letters, mut signs) = (0, 0);
    for c in content.chars().take(READ).filter(|c| !c.is_whitespace()) {
        if c.is_alphanumeric() {
            letters += 1;
            // Words: what is left has not signs enough.
            if 4 * letters >= content.len().min(READ) {
                return false;
            }
        } else {
            signs += 1;
            kinds.insert(c);
        }
    }
    let lines = content.lines().filter(|line| !line.trim().is_empty());
    lines.take(LINES).count() == LINES && signs >= 10 && signs > 3 * letters && kinds.len() >= 3
}
