//! RGAA 10.6.1: links inside a text that only their colour tells (WCAG F73).
//!
//! Browsers underline links: where no style sheet can take the underline off, a link that keeps it is no subject of the test, which decides that it is
//! inapplicable. A failure is a link between words, its underline taken off by its own `style` (or a `role="link"`, which has none), nothing else
//! to tell it, and a contrast under 3:1 with the text around; all that must be known for certain. Otherwise a question, or left open.

use crate::check::{Category, Check, Context, Interest, Meta, Proof};
use crate::dom::{Attr, Element, NodeRef};
use crate::rgaa::{TestId, test};
use crate::semantics::style::{Property, declarations};
use crate::spec::elements;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &LinkByColour;

struct LinkByColour;

const OBVIOUS: &[TestId] = &[test(10, 6, 1)];

static META: Meta = Meta {
    id: "link-by-colour",
    category: Category::Accessibility,
    title: text(
        "Lien que seule sa couleur distingue",
        "Link told by its colour alone",
    ),
    why: text(
        "Qui perçoit mal les couleurs ne voit pas que ces mots sont un lien.",
        "People who see colours badly do not see that these words are a link.",
    ),
    fix: text(
        "Garder le soulignement des liens dans les textes.",
        "Keep links in texts underlined.",
    ),
    proofs: &[Proof::decides(OBVIOUS)],
    interest: &[Interest::Elements(&["a"]), Interest::Attributes(&["role"])],
    fail: &[
        "<p>La <a href=/avis style='color:#222;text-decoration:none'>nouvelle grève</a> commence</p>",
    ],
    review: &[
        "<link rel=stylesheet href=a.css><p>La <a href=/avis style='text-decoration:none'>grève</a> commence</p>",
    ],
    pass: &["<link rel=stylesheet href=a.css><p>La <a href=/avis>grève</a> commence</p>"],
    na: &["<p>La <a href=/avis>grève</a> commence</p>"],
    ..Meta::NEW
};

const LIKE_TEXT: Text = text(
    "ce lien n’est pas souligné et son contraste avec le texte autour n’est que de {ratio}:1 : rien ne le distingue",
    "this link is not underlined and its contrast with the text around is only {ratio}:1: nothing sets it apart",
);
const NOT_UNDERLINED: Text = text(
    "ce lien dans un texte a perdu son soulignement : qu’est-ce qui le distingue, au repos, au survol et au focus, hors la couleur ?",
    "this link in a text has lost its underline: what sets it apart, at rest, on hover and on focus, besides its colour?",
);
const ALSO: Text = text("celui-ci aussi", "this one too");

impl Check for LinkByColour {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, e: Element<'p>, cx: &mut Context<'p>) {
        if e.has_attr("href") && e.is_html() {
            look_at(e, true, cx);
        }
    }

    fn attribute<'p>(&self, e: Element<'p>, role: Attr<'p>, cx: &mut Context<'p>) {
        if role.value().trim_ascii().eq_ignore_ascii_case("link")
            && !(e.is("a") && e.has_attr("href"))
        {
            look_at(e, false, cx);
        }
    }
}

fn look_at<'p>(e: Element<'p>, underlined: bool, cx: &mut Context<'p>) {
    let semantics = cx.semantics();
    let style = semantics.style(e);
    let written = style.written(Property::TextDecoration);
    let bare = match &written {
        Some(d) => !d.value.to_ascii_lowercase().contains("line") && !d.is("all"),
        None => !underlined,
    };
    if !bare {
        if semantics.sheets().may_set(Property::TextDecoration) {
            cx.leave_open(OBVIOUS);
        }
        return;
    }
    if !semantics.is_rendered(e) || !is_in_text(e) {
        return cx.leave_open(OBVIOUS);
    }
    let around = e.parent().map(|p| semantics.style(p).color());
    let sheets = semantics.sheets();
    if !sheets.any()
        && !has_cue(e)
        && let (Ok(own), Some(Ok(around))) = (style.color(), around)
        && own.alpha >= 1.0
        && around.alpha >= 1.0
        && own.contrast(around) < 3.0
    {
        let ratio = (own.contrast(around) * 100.0).floor() / 100.0;
        let what = format!("{own}{around}");
        if let Some(draft) = cx.fail_together(e, &LIKE_TEXT, &what, &ALSO) {
            draft.arg("ratio", format!("{ratio:.2}"));
        }
    } else if written.is_some() {
        cx.review_together(e, &NOT_UNDERLINED, "", &ALSO);
    } else {
        cx.leave_open(OBVIOUS);
    }
}

/// Whether something else than a colour may tell the link: another style of its own or around it, an image, an element that browsers draw apart.
fn has_cue(e: Element<'_>) -> bool {
    let plain = ["color", "text-decoration", "text-decoration-line", "cursor"];
    let styled = |e: Element<'_>| {
        declarations(e.attr("style").unwrap_or_default())
            .any(|d| !plain.iter().any(|name| d.is(name)))
    };
    styled(e)
        || e.descendants()
            .take(200)
            .any(|inside| !inside.is("span") || inside.has_attr("style"))
        || e.ancestors()
            .take_while(|a| !is_block(*a))
            .any(|a| !a.is("span") || a.has_attr("style"))
}

fn is_block(e: Element<'_>) -> bool {
    e.is_html() && elements::is_block(e.name())
}

/// Nodes looked at around a link.
const MOST: usize = 200;

/// Whether its block holds words outside of links.
fn is_in_text(link: Element<'_>) -> bool {
    let Some(block) = link.ancestors().find(|a| is_block(*a)) else {
        return false;
    };
    let mut inside = 0;
    block.descendant_nodes().take(MOST).any(|node| match node {
        NodeRef::Element(e) => {
            if e.is("a") || e == link || is_block(e) {
                inside = inside.max(e.subtree_end());
            }
            false
        }
        NodeRef::Text(t) => t.id() >= inside && t.text().contains(char::is_alphabetic),
        _ => false,
    })
}
