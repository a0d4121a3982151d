//! Markdown that shows in the page: what was to become a heading, a list or a link stayed as it was typed.
//!
//! A leaked heading refutes RGAA 9.1.3: the passage acts as a heading (its author wrote it as one) and is in no `hN`. A leaked
//! list refutes 9.3.1: the glossary («Listes», note 3) takes `*` as the mark of a list, and nothing structures these items.
//! Bold, links, tables, fences break no test by themselves.
//!
//! Fails only signs that no prose has by chance, in plain prose, on a page that neither speaks of Markdown nor shows any in its
//! code; else asks. Code, formulas and fields are left alone. At most one finding a line, one for a whole list. Items marked
//! by a hyphen or a bullet are for the check on fake lists; a lone asterisk is a footnote.

use std::ops::Range;

use super::markdown as md;
use super::prose::{self, Place};
use crate::check::{Category, Check, Context, Interest, Level, Meta, Proof, Signs};
use crate::dom::{NodeRef, Text as TextNode};
use crate::rgaa::{TestId, test};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &LeakedMarkdown;

struct LeakedMarkdown;

/// What each kind of line holds.
const SIGNS: Signs = Signs::STAR
    .or(Signs::HASH_BLANK)
    .or(Signs::BACKQUOTES)
    .or(Signs::BAR)
    .or(Signs::LINK)
    .or(Signs::BRACE_COLON);

static META: Meta = Meta {
    id: "leaked-markdown",
    review_level: Level::Warning,
    category: Category::Authoring,
    title: text("Markdown affiché tel quel", "Markdown shown as it is"),
    why: text(
        "Les lecteurs voient les signes (#, *, [ ]) au lieu du titre, de la liste ou du lien, que les lecteurs d’écran ne trouvent pas.",
        "Readers see the signs (#, *, [ ]) instead of the heading, list or link, which screen readers cannot find.",
    ),
    fix: text(
        "Chercher plus haut ce qui arrête la conversion : souvent une balise HTML jamais fermée (ul, div), ou une ligne vide qui manque.",
        "Look further up for what stops the conversion: often an HTML tag that is never closed (ul, div), or a missing blank line.",
    ),
    proofs: &[
        Proof::refutes(&[test(9, 1, 3)]),
        Proof::refutes(&[test(9, 3, 1)]),
    ],
    interest: &[Interest::TextWith(SIGNS)],
    fail: &[
        "<div>\n#### **Horaires**\n\nOuvert le lundi.</div>",
        "<div>À apporter :\n* une pièce d’identité\n* un justificatif\n* une photo</div>",
        "<p>Voir [le plan](https://vaulnois.example/plan) du **centre**.</p>",
    ],
    review: &[
        "<h1>Écrire en Markdown</h1><p>Le **gras** se marque ainsi.</p>",
        "<p># Horaires</p>",
    ],
    na: &[
        "<p>* champ obligatoire</p>",
        "<pre>## Titre</pre><p>f(*args, **kwargs)</p>",
    ],
    ..Meta::NEW
};

const SHOWS: Text = text(
    "« {source} » s’affiche tel quel : {what}",
    "\"{source}\" shows as it is: {what}",
);
const IS_IT: Text = text(
    "« {source} » s’affiche tel quel : est-ce {what} ?",
    "\"{source}\" shows as it is: is it {what}?",
);
const SAME_LIST: Text = text("de la même liste", "of the same list");

/// What was typed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Heading,
    Item,
    Table,
    Fence,
    Link,
    Strong,
    Attributes,
    Emphasis,
}

impl Kind {
    fn name(self) -> &'static Text {
        const NAMES: [Text; 8] = [
            text(
                "un titre Markdown non converti",
                "an unconverted Markdown heading",
            ),
            text(
                "une liste Markdown non convertie",
                "an unconverted Markdown list",
            ),
            text(
                "un tableau Markdown non converti",
                "an unconverted Markdown table",
            ),
            text(
                "un bloc de code Markdown non converti",
                "an unconverted Markdown code block",
            ),
            text(
                "un lien Markdown non converti",
                "an unconverted Markdown link",
            ),
            text("du gras Markdown non converti", "unconverted Markdown bold"),
            text(
                "des attributs Markdown non convertis",
                "unconverted Markdown attributes",
            ),
            text(
                "de l’italique Markdown non converti",
                "unconverted Markdown italics",
            ),
        ];
        &NAMES[self as usize]
    }
}

/// A line with Markdown in it.
struct Leak {
    kind: Kind,
    /// No prose looks like this by chance.
    certain: bool,
    range: Range<usize>,
    /// Of an item: it begins a list.
    opens_list: bool,
}

impl Check for LeakedMarkdown {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn text<'p>(&self, node: TextNode<'p>, cx: &mut Context<'p>) {
        let leaks = leaks(node);
        if leaks.is_empty() {
            return;
        }
        let place = prose::place(node, cx);
        if place == Place::Code {
            return;
        }
        let certain = leaks.iter().any(|leak| leak.certain);
        let meant = place == Place::Doubt
            || prose::once(cx, |doc| {
                prose::says(doc, &["markdown"]) || prose::shown_in_code(doc, is_like)
            });
        let mut rest = leaks.as_slice();
        while let Some((leak, after)) = rest.split_first() {
            let same = if leak.kind == Kind::Item {
                let more = after
                    .iter()
                    .take_while(|l| l.kind == Kind::Item && !l.opens_list);
                more.count()
            } else {
                0
            };
            let (list, after) = after.split_at(same);
            rest = after;
            // A lone asterisk is a footnote, unless something else leaked with it.
            if certain || leak.kind != Kind::Item || !list.is_empty() {
                report(node, leak, list, certain && !meant, cx);
            }
        }
    }
}

/// Reports a leak; `list`: the other items, when it is the first of a list.
fn report<'p>(node: TextNode<'p>, leak: &Leak, list: &[Leak], certain: bool, cx: &mut Context<'p>) {
    let (_, rest) = node.text().split_at(leak.range.end);
    let shown = node.text()[leak.range.clone()].trim_end();
    let whole = matches!(leak.kind, Kind::Link | Kind::Strong | Kind::Attributes);
    let cut = !whole && !rest.trim_start_matches(' ').starts_with(['\n', '\r']) && !rest.is_empty();
    let source = format!("{shown}{}", if cut { "…" } else { "" });
    let place = (node, leak.range.clone());
    let draft = if certain {
        cx.fail(place, &SHOWS)
    } else {
        cx.review(place, &IS_IT)
    };
    let mut draft = draft
        .arg("source", source)
        .arg_text("what", leak.kind.name())
        .tests(broken(node, leak.kind, list.len() + 1));
    for item in list.iter().take(50) {
        draft = draft.related(node.source_span(item.range.clone()), &SAME_LIST);
    }
}

/// The RGAA tests that the leak breaks.
fn broken(node: TextNode<'_>, kind: Kind, items: usize) -> &'static [TestId] {
    const HEADING: &[TestId] = &[test(9, 1, 3)];
    const LIST: &[TestId] = &[test(9, 3, 1)];
    let is_heading = |name: &str| matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "title");
    let in_heading = || {
        let mut around = node.parent().into_iter().chain(
            node.parent()
                .into_iter()
                .flat_map(crate::dom::Element::ancestors),
        );
        around.any(|e| is_heading(e.name()) || e.attr_is("role", "heading"))
    };
    match kind {
        Kind::Heading if !in_heading() => HEADING,
        Kind::Item if items >= 2 => LIST,
        _ => &[],
    }
}

/// Whether a code speaks Markdown, or a language whose words look like it.
fn is_like(code: &str) -> bool {
    code.contains("**") || code.contains("## ") || code.contains("](") || code.contains("```")
}

/// The lines of a text with Markdown in them.
fn leaks(node: TextNode<'_>) -> Vec<Leak> {
    let mut leaks: Vec<Leak> = Vec::new();
    let (mut in_list, mut after_blank) = (false, false);
    let (mut first, mut above) = (true, "");
    let end = node.text().trim_end().len();
    for (start, line) in prose::lines(node.text()) {
        let begins = !std::mem::take(&mut first) || prose::begins_line(node);
        if line.is_empty() {
            after_blank = true;
            continue;
        }
        let ends_text = start + line.len() == end;
        let found = of_line(line, above, begins, ends_text && link_follows(node));
        above = line;
        let is_item = matches!(found, Some((Kind::Item, ..)));
        if !is_item && (found.is_some() || after_blank) {
            in_list = false;
        }
        after_blank = false;
        if let Some((kind, certain, range)) = found {
            leaks.push(Leak {
                kind,
                certain,
                range: start + range.start..start + range.end,
                opens_list: !std::mem::replace(&mut in_list, is_item),
            });
        }
    }
    // Three items are a list; two may be notes, unless something else leaked.
    if leaks.iter().filter(|l| l.kind == Kind::Item).count() >= 3
        && let Some(item) = leaks.iter_mut().find(|l| l.kind == Kind::Item)
    {
        item.certain = true;
    }
    leaks
}

/// What a line shows first, whether it is certain, and where. `above`: the line before, blank ones aside.
fn of_line(
    line: &str,
    above: &str,
    begins: bool,
    link_follows: bool,
) -> Option<(Kind, bool, Range<usize>)> {
    let shown = |kind, certain, max| Some((kind, certain, 0..prose::head(line, max).len()));
    if begins {
        if let Some((level, title)) = md::heading(line) {
            let certain = level > 1 || md::strong(title).is_some();
            // `# of lines`: the sign for a number.
            if certain || title.starts_with(char::is_uppercase) {
                return shown(Kind::Heading, certain, 120);
            }
        }
        if md::is_fence(line) {
            return shown(Kind::Fence, true, 40);
        }
        if md::item(line).is_some() {
            let certain = md::strong(line).is_some() || md::link(line, link_follows).is_some();
            return shown(Kind::Item, certain, 60);
        }
    }
    if md::is_table_rule(line) && above.contains('|') {
        return shown(Kind::Table, true, 60);
    }
    if begins && md::is_emphasised(line) {
        let certain = md::strong(line).is_some() || md::link(line, link_follows).is_some();
        return shown(Kind::Emphasis, certain, 60);
    }
    let first = [
        (Kind::Link, md::link(line, link_follows)),
        (Kind::Strong, md::strong(line)),
        (Kind::Attributes, md::attributes(line)),
    ]
    .into_iter()
    .filter_map(|(kind, range)| Some((kind, range?)))
    .min_by_key(|(_, range)| range.start);
    first.map(|(kind, range)| (kind, true, range))
}

/// Whether the address that `](` announces comes next, made a link by something else.
fn link_follows(node: TextNode<'_>) -> bool {
    node.next_sibling()
        .and_then(NodeRef::as_element)
        .is_some_and(|e| e.is("a") && e.text_content().contains("://"))
}
