//! A list that is not closed where it should be, and swallows what follows.
//!
//! HTML Standard 4.4.5 and 4.4.6: neither tag of `ul` and `ol` may be left out. Without `</ul>` the list goes on to the end of what holds it, often to
//! the end of the page: what follows is in the list for everybody who does not see it, and in the tree that browsers build. That is certain, and refutes RGAA 8.2.1 («l’ouverture et
//! la fermeture des balises sont conformes»). A list without end tag that swallows nothing is left to `parse-error`.
//!
//! A list may also be closed, but too late: `<ul>` was typed for `</ul>` and the generator closed everything at the end of the
//! article. That is a question, asked where a list without any `li` stands straight inside another one, or where headings, sections or
//! tables follow the last `li` of a list. The places that matter are related: where it should have ended, what it swallows.

use super::runs::runs;
use crate::check::{Category, Check, Context, Interest, Level, Meta, Proof};
use crate::checks::conformance::validity::{VALIDITY, tests_broken};
use crate::dom::{Element, NodeId, NodeRef, Origin};
use crate::rgaa::test;
use crate::source::Span;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &ListUnclosed;

struct ListUnclosed;

static META: Meta = Meta {
    id: "list-unclosed",
    level: Level::Error,
    review_level: Level::Warning,
    category: Category::Conformance,
    title: text(
        "Liste non fermée qui avale la suite",
        "Unclosed list that swallows what follows",
    ),
    why: text(
        "Tout ce qui suit se retrouve dans la liste : retrait et puces à l’écran, et pour les lecteurs d’écran des paragraphes, des \
         titres, parfois le pied de page, annoncés comme contenus de la liste.",
        "All that follows ends up in the list: indents and bullets on screen, and for screen readers paragraphs, headings, sometimes \
         the footer, announced as contents of the list.",
    ),
    fix: text(
        "Fermer la liste juste après son dernier </li> : </ul> ou </ol>, avec sa barre oblique.",
        "Close the list just after its last </li>: </ul> or </ol>, with its slash.",
    ),
    proofs: &[
        Proof::refutes(&[VALIDITY]),
        Proof::hints(&[test(9, 3, 1)]),
        Proof::hints(&[test(9, 3, 2)]),
    ],
    interest: &[Interest::Elements(&["ul", "ol", "menu"])],
    fail: &[
        "<ul><li>Passeport</li><h2>Horaires</h2><p>De 9 h à 17 h</p>",
        "<div><ul><li>Passeport</li><p>De 9 h à 17 h</p></div>",
    ],
    review: &[
        "<ul><li>Passeport</li><ul><p>De 9 h à 17 h</p></ul></ul>",
        "<ul><li>Passeport</li><h2>Horaires</h2><p>De 9 h à 17 h</p></ul>",
    ],
    pass: &[
        "<ul><li>Passeport</li></ul><h2>Horaires</h2>",
        "<ul><li>Papiers<ul><li>Passeport</li></ul></li></ul>",
    ],
    na: &["<p>Sans liste</p>"],
    ..Meta::NEW
};

const TO_THE_END: Text = text(
    "cette liste <{list}> n’est jamais fermée : le reste de la page s’y trouve enfermé",
    "this <{list}> list is never closed: the rest of the page is shut inside it",
);
const TO_THE_END_MANY: Text = text(
    "cette liste <{list}> n’est jamais fermée : le reste de la page s’y trouve enfermé, soit {count} balises",
    "this <{list}> list is never closed: the rest of the page is shut inside it, {count} tags in all",
);
const TO_PARENT: Text = text(
    "cette liste <{list}> n’est jamais fermée : ce qui la suit s’y trouve enfermé, jusqu’à la fin de <{parent}>",
    "this <{list}> list is never closed: what follows is shut inside it, up to the end of <{parent}>",
);
const TO_PARENT_MANY: Text = text(
    "cette liste <{list}> n’est jamais fermée : ce qui la suit s’y trouve enfermé, jusqu’à la fin de <{parent}>, soit {count} balises",
    "this <{list}> list is never closed: what follows is shut inside it, up to the end of <{parent}>, {count} tags in all",
);
const TOO_LATE: Text = text(
    "cette liste <{list}> n’est fermée que ligne {line}, et enferme ce qui ne semble pas en être : fallait-il la fermer plus tôt ?",
    "this <{list}> list is closed only at line {line}, and shuts in what does not seem to be of it: should it be closed earlier?",
);
const TOO_LATE_MANY: Text = text(
    "cette liste <{list}> n’est fermée que ligne {line}, et enferme {count} balises qui ne semblent pas en être : \
     fallait-il la fermer plus tôt ?",
    "this <{list}> list is closed only at line {line}, and shuts in {count} tags that do not seem to be of it: \
     should it be closed earlier?",
);
const TYPED: Text = text(
    "ce <{tag}> est-il écrit à la place de </{tag}> ?",
    "was this <{tag}> written for </{tag}>?",
);
const LAST_ITEM: Text = text(
    "son dernier <li> finit ici : c’est là qu’il faudrait la fermer",
    "its last <li> ends here: this is where it should be closed",
);
const LAST_ITEM_OPEN: Text = text(
    "ce qui n’est sans doute plus de la liste commence ici",
    "what is probably no longer of the list begins here",
);
const CLOSED: Text = text("la liste est fermée ici", "the list is closed here");
const SWALLOWED: Text = text("elle avale ce <{tag}>", "it swallows this <{tag}>");

/// What a list swallows.
struct Swallowed<'p> {
    /// The first node of it.
    from: NodeId,
    /// A list without items that stands where the end tag should.
    typed: Option<Element<'p>>,
    /// Where the list should have ended.
    end: Option<(Span, &'static Text)>,
}

impl Check for ListUnclosed {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, list: Element<'p>, cx: &mut Context<'p>) {
        if !list.is_html() || !matches!(list.origin(), Origin::Explicit(_)) {
            return;
        }
        // Reported with the list whose end tag it stands for.
        if is_typed_for_end(list) {
            return;
        }
        match swallowed(list) {
            Some(found) if list.end_tag().is_none() => never_closed(list, &found, cx),
            Some(found) if is_clearly_too_late(list, &found) => closed_late(list, &found, cx),
            _ => cx.pass(),
        }
    }
}

/// Whether this check says that the list is never closed, so that `parse-error` need not.
pub fn tells_of(list: Element<'_>) -> bool {
    is_list(list)
        && list.start_tag().is_some()
        && list.end_tag().is_none()
        && (is_typed_for_end(list) || swallowed(list).is_some())
}

fn is_list(element: Element<'_>) -> bool {
    element.is_any(&["ul", "ol", "menu"])
}

/// Whether the list has no item, holds something else, and stands straight inside a list: `<ul>` typed for `</ul>`.
fn is_typed_for_end(list: Element<'_>) -> bool {
    let has_item = |e: Element<'_>| e.child_elements().any(|c| c.is("li"));
    is_list(list)
        && list.parent().is_some_and(is_list)
        && !has_item(list)
        && !runs(list, |e| e.is_any(&["script", "template"])).is_empty()
}

fn swallowed<'p>(list: Element<'p>) -> Option<Swallowed<'p>> {
    let typed = list.child_elements().find(|e| is_typed_for_end(*e));
    if let Some(typed) = typed {
        return Some(Swallowed {
            from: typed.id(),
            typed: Some(typed),
            end: None,
        });
    }
    let last = list.child_elements().filter(|e| e.is("li")).last();
    let from = last.map_or(list.id() + 1, Element::subtree_end);
    let follows = (from..list.subtree_end()).any(|id| match list.document().node(id) {
        NodeRef::Text(t) => !t.is_blank(),
        NodeRef::Element(e) => {
            matches!(e.origin(), Origin::Explicit(_)) && !e.is_any(&["script", "template"])
        }
        _ => false,
    });
    if follows {
        let end = last.and_then(|item| item.end_tag());
        return Some(Swallowed {
            from,
            typed: None,
            end: end.map(|span| (span, &LAST_ITEM)),
        });
    }
    // Without </li> either, what follows is in the last item.
    let last = last.filter(|item| item.end_tag().is_none())?;
    let foreign = last.child_elements().find(|e| is_foreign(*e))?;
    Some(Swallowed {
        from: foreign.id(),
        typed: None,
        end: Some((foreign.place(), &LAST_ITEM_OPEN)),
    })
}

/// What follows a list rather than being of it.
fn is_foreign(element: Element<'_>) -> bool {
    element.is_any(&[
        "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "aside", "header", "footer",
        "main", "nav", "form", "hr", "table", "fieldset",
    ])
}

/// For a list that is closed: whether there is more than sloppy markup.
fn is_clearly_too_late(list: Element<'_>, found: &Swallowed<'_>) -> bool {
    const MANY: usize = 10;
    let has_item = list.child_elements().any(|e| e.is("li"));
    let after = || {
        list.child_elements()
            .filter(|e| e.id() >= found.from)
            .any(is_foreign)
    };
    match found.typed {
        Some(_) => has_item || written(list, found.from).nth(MANY).is_some(),
        None => has_item && after(),
    }
}

/// Up to which node the contents of a list were counted.
#[derive(Default)]
struct Counted(NodeId);

/// How many tags the list swallows; `None` for one, and for a list inside another one that was counted, so that each tag counts once.
fn count<'p>(list: Element<'p>, found: &Swallowed<'p>, cx: &mut Context<'p>) -> Option<usize> {
    let counted = cx.memory::<Counted>();
    if list.id() < counted.0 {
        return None;
    }
    counted.0 = list.subtree_end();
    let count = written(list, found.from).count();
    (count > 1).then_some(count)
}

/// Elements inside the list from a node on, but for those that the parser made up.
fn written(list: Element<'_>, from: NodeId) -> impl Iterator<Item = Element<'_>> {
    let doc = list.document();
    (from..list.subtree_end())
        .filter_map(|id| doc.element(id))
        .filter(|e| matches!(e.origin(), Origin::Explicit(_)))
}

fn never_closed<'p>(list: Element<'p>, found: &Swallowed<'p>, cx: &mut Context<'p>) {
    let tests = tests_broken(cx);
    let body = list.ancestors().find(|e| e.is("body"));
    let goes_on = body.is_some_and(|b| written(b, list.subtree_end()).next().is_some());
    let parent = list.parent().filter(|p| goes_on && !p.is("body"));
    let count = count(list, found, cx);
    let message = match (parent.is_some(), count.is_some()) {
        (true, true) => &TO_PARENT_MANY,
        (true, false) => &TO_PARENT,
        (false, true) => &TO_THE_END_MANY,
        (false, false) => &TO_THE_END,
    };
    let mut finding = cx
        .fail((list, list.place()), message)
        .arg("list", list.name())
        .tests(tests);
    if let Some(count) = count {
        finding = finding.arg("count", count);
    }
    if let Some(parent) = parent {
        finding = finding.arg("parent", parent.name());
    }
    relate(finding, list, found);
}

fn closed_late<'p>(list: Element<'p>, found: &Swallowed<'p>, cx: &mut Context<'p>) {
    let Some(end) = list.end_tag() else { return };
    let line = cx.doc().position(end.start).line;
    let which = if list.is("ol") {
        test(9, 3, 2)
    } else {
        test(9, 3, 1)
    };
    let count = count(list, found, cx);
    let message = match count {
        Some(_) => &TOO_LATE_MANY,
        None => &TOO_LATE,
    };
    let mut finding = cx
        .review((list, list.place()), message)
        .arg("list", list.name())
        .arg("line", line)
        .tests(&[which]);
    if let Some(count) = count {
        finding = finding.arg("count", count);
    }
    relate(finding, list, found).related(end, &CLOSED);
}

/// Adds where the list should have ended, and the main things it swallows.
fn relate<'c, 'p>(
    finding: crate::check::Draft<'c, 'p>,
    list: Element<'p>,
    found: &Swallowed<'p>,
) -> crate::check::Draft<'c, 'p> {
    let mut finding = finding;
    if let Some((end, message)) = found.end {
        finding = finding.related(end, message);
    }
    // `<ul>` typed for `</ul>` more than once in a row.
    let typed = std::iter::successors(found.typed, |t| {
        t.child_elements().find(|e| is_typed_for_end(*e))
    });
    for typed in typed.take(MAX_SHOWN) {
        finding = finding
            .related(typed.place(), &TYPED)
            .related_arg("tag", typed.name());
    }
    let main = written(list, found.from).filter(|e| is_foreign(*e));
    for swallowed in main.take(MAX_SHOWN) {
        finding = finding
            .related(swallowed.place(), &SWALLOWED)
            .related_arg("tag", swallowed.name());
    }
    finding
}

const MAX_SHOWN: usize = 8;
