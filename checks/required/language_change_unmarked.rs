//! RGAA 8.7.1, 8.4.1 and 8.8.1: a text that seems to be written in another language than the one declared for it.
//!
//! Texts of eight words or more that read as a sentence, and those of `alt`, `title` and `aria-label`. The language is guessed from small words and trigrams
//! ([`crate::semantics::seems`], [`compared`]): never more than a question, with how sure the guess is, one a page and language. The one certain failure
//! is the script: eight words of Cyrillic letters are no French, whatever they say (8.7.1); scripts in which dead languages are written,
//! which the test exempts, stay questions. When most of what the page says seems to be in one other language, the doubt is about the
//! page's own code (8.4.1); under an element that declares the language, about that code (8.8.1). Code, and texts of a language that is not
//! known here, are left aside. Short texts escape, so nothing is ever passed.

use crate::check::{Category, Check, Context, Interest, Level, Meta, Proof, Target};
use crate::dom::{Attr, Element, NodeId, Text as TextNode};
use crate::rgaa::{TestId, test};
use crate::semantics::{Known, Seems, Written, compared, may_be_foreign, seems};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &LanguageChangeUnmarked;

struct LanguageChangeUnmarked;

const DEFAULT: TestId = test(8, 4, 1);
const MARKED: TestId = test(8, 7, 1);
const RIGHT: TestId = test(8, 8, 1);

static META: Meta = Meta {
    id: "language-change-unmarked",
    level: Level::Warning,
    category: Category::Accessibility,
    title: text(
        "Texte dans une autre langue que celle déclarée",
        "Text in another language than the one declared",
    ),
    why: text(
        "Les lecteurs d’écran prononcent le texte selon la langue déclarée : dans une autre, on n’y comprend rien.",
        "Screen readers pronounce the text by the declared language: in another one, it cannot be understood.",
    ),
    fix: text(
        "Mettre lang sur l’élément qui contient le texte, ou corriger la langue de la page si tout est dans cette langue.",
        "Put lang on the element that holds the text, or correct the page's language if everything is in that language.",
    ),
    proofs: &[
        Proof::refutes(&[MARKED]),
        Proof::hints(&[DEFAULT]),
        Proof::hints(&[RIGHT]),
    ],
    interest: &[
        Interest::Text,
        Interest::Attributes(&["alt", "aria-label", "title"]),
        Interest::Page,
    ],
    fail: &[
        "<html lang=fr><p>Муниципальный совет собирается в мэрии каждый первый понедельник месяца вечером</p></html>",
    ],
    review: &[
        "<html lang=fr><p>Le conseil se réunit à la mairie chaque lundi du mois.<p>The town council meets at the town hall on the first Monday.</p></html>",
        "<html lang=en><p>Le conseil municipal se réunit à la mairie chaque premier lundi du mois.</p></html>",
    ],
    pass: &[
        "<html lang=fr><p>Le conseil municipal se réunit à la mairie chaque premier lundi du mois.</p></html>",
        "<html lang=fr><p>Le conseil se réunit à la mairie chaque lundi du mois.<p lang=en>The town council meets at the town hall on Monday.</p></html>",
    ],
    na: &[
        "<html lang=fr><p>Welcome</p></html>",
        "<html><p>The town council meets at the town hall on the first Monday.</p></html>",
    ],
    ..Meta::NEW
};

const SCRIPT: Text = text(
    "ce texte n’est pas écrit dans l’alphabet de la langue déclarée, « {declared} » : il lui faut un attribut lang",
    "this text is not written in the alphabet of the declared language, \"{declared}\": it needs a lang attribute",
);
const OTHER: Text = text(
    "ce texte semble être en « {code} » (sûr à {confidence} %), et la langue déclarée est « {declared} » : lui faut-il lang=\"{code}\" ?",
    "this text seems to be in \"{code}\" ({confidence}% sure), and the declared language is \"{declared}\": does it need lang=\"{code}\"?",
);
const PAGE: Text = text(
    "la page est déclarée en « {declared} », mais ce qu’elle dit semble être en « {code} » (sûr à {confidence} %) : quelle est sa langue ?",
    "the page is declared as \"{declared}\", but what it says seems to be in \"{code}\" ({confidence}% sure): which is its language?",
);
const ALSO: Text = text("ce texte aussi", "this text too");
const DECLARED: Text = text(
    "la langue est déclarée ici",
    "the language is declared here",
);
const SUCH: Text = text("un de ces textes", "one of these texts");

/// Shorter texts, in bytes, do not have eight words.
const SHORTEST: usize = 30;
/// Texts kept of one page at most.
const MAX_KEPT: usize = 200;
/// Of the texts with the small words of one language, how many are compared, the longest first, until one is found to be in another
/// language: the others have the same words.
const MAX_COMPARED: usize = 3;

/// What was read of the page.
#[derive(Default)]
struct Read {
    /// Texts, in bytes, in the language of the page as it is declared.
    plain: usize,
    /// Texts that may be in another language.
    kept: Vec<Kept>,
    /// The last element that declared a language, and which, if it is known here.
    declared: Option<(NodeId, Option<Known>)>,
}

struct Kept {
    node: NodeId,
    /// Of the element `node`, when it is the text of an attribute.
    attribute: Option<&'static str>,
    /// The element that declares the language.
    owner: NodeId,
    bytes: usize,
    seems: Seems,
}

/// A text that seems to be in another language.
struct Foreign<'k> {
    text: &'k Kept,
    written: Written,
}

impl Check for LanguageChangeUnmarked {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn text<'p>(&self, node: TextNode<'p>, cx: &mut Context<'p>) {
        let said = node.text().trim_ascii();
        if said.len() >= SHORTEST
            && let Some(parent) = node.parent()
        {
            judge(said, parent, (node.id(), None), cx);
        }
    }

    fn attribute<'p>(&self, element: Element<'p>, attr: Attr<'p>, cx: &mut Context<'p>) {
        let said = attr.value().trim_ascii();
        if said.len() < SHORTEST {
            return;
        }
        let name = match attr.name() {
            "alt" => "alt",
            "title" => "title",
            _ => "aria-label",
        };
        judge(said, element, (element.id(), Some(name)), cx);
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        let Read { plain, kept, .. } = std::mem::take(cx.memory());
        let foreign = told(&kept, cx);
        let page = cx.doc().html().map(Element::id);
        let of_page = |f: &&Foreign<'_>| Some(f.text.owner) == page && !f.written.by_script;
        let main = foreign.iter().filter(of_page).max_by_key(|f| f.text.bytes);
        let code = main.map(|f| f.written.code);
        let same = |f: &&Foreign<'_>| of_page(f) && Some(f.written.code) == code;
        let bytes: usize = foreign.iter().filter(same).map(|f| f.text.bytes).sum();
        // Most of the page: the code of the page is in doubt, not its texts.
        let whole = bytes > 2 * plain;
        if let Some(main) = main.filter(|_| whole) {
            ask_about_page(main, cx);
        }
        for foreign in foreign.iter().filter(|f| !(whole && same(f))) {
            tell(foreign, page, cx);
        }
    }
}

fn judge<'p>(
    said: &str,
    element: Element<'p>,
    (node, attribute): (NodeId, Option<&'static str>),
    cx: &mut Context<'p>,
) {
    let Some(owner) = cx.semantics().language_owner(element) else {
        return;
    };
    let read = cx.memory::<Read>();
    let (_, declared) = *match &mut read.declared {
        Some(last) if last.0 == owner.id() => last,
        last => last.insert((owner.id(), Known::of(declared(owner)))),
    };
    let Some(declared) = declared.filter(|known| may_be_foreign(said, *known)) else {
        read.plain += if owner.is("html") { said.len() } else { 0 };
        return cx.pass();
    };
    let code = ["code", "kbd", "math", "pre", "samp", "svg", "var"];
    if cx.memory::<Read>().kept.len() >= MAX_KEPT
        || element.is_any(&code)
        || element.closest(&code).is_some()
        || element.attr_is("translate", "no")
    {
        return;
    }
    // Most are too short to tell.
    if let Some(seems) = seems(said, declared) {
        cx.memory::<Read>().kept.push(Kept {
            node,
            attribute,
            owner: owner.id(),
            bytes: said.len(),
            seems,
        });
    }
}

/// Those that are in another language than the one declared, each with its language, in order.
fn told<'k>(kept: &'k [Kept], cx: &Context<'_>) -> Vec<Foreign<'k>> {
    let mut alike: Vec<((NodeId, Known), Option<Written>)> = Vec::new();
    let mut foreign = Vec::new();
    for text in kept {
        let written = match text.seems {
            Seems::Told(written) => Some(written),
            Seems::Like(language) => {
                let of = (text.owner, language);
                let known = alike.iter().find(|(like, _)| *like == of);
                let written = match known {
                    Some((_, written)) => *written,
                    None => compare_longest(kept, of, cx),
                };
                if known.is_none() {
                    alike.push((of, written));
                }
                written
            }
        };
        foreign.extend(written.map(|written| Foreign { text, written }));
    }
    foreign
}

/// The language of the texts under `owner` with the small words of one language.
fn compare_longest(
    kept: &[Kept],
    (owner, language): (NodeId, Known),
    cx: &Context<'_>,
) -> Option<Written> {
    let like = |k: &&Kept| k.owner == owner && k.seems == Seems::Like(language);
    let mut texts: Vec<&Kept> = kept.iter().filter(like).collect();
    texts.sort_by_key(|k| std::cmp::Reverse(k.bytes));
    let declared = Known::of(declared(cx.doc().element(owner)?))?;
    texts.iter().take(MAX_COMPARED).find_map(|k| {
        let said = match (cx.doc().node(k.node), k.attribute) {
            (node, Some(name)) => node.as_element()?.attr(name)?,
            (node, None) => node.as_text()?.text(),
        };
        compared(said.trim_ascii(), declared)
    })
}

/// The primary subtag.
fn declared(owner: Element<'_>) -> &str {
    let tag = owner.attr("lang").unwrap_or_default().trim_ascii();
    tag.split(['-', '_']).next().unwrap_or_default()
}

fn target<'p>(foreign: &Kept, cx: &Context<'p>) -> Option<(Element<'p>, Target<'p>)> {
    let node = cx.doc().node(foreign.node);
    match foreign.attribute {
        Some(name) => {
            let element = node.as_element()?;
            Some((element, Target::from((element, element.attribute(name)?))))
        }
        None => {
            let text = node.as_text()?;
            Some((text.parent()?, Target::from(text)))
        }
    }
}

/// Of a whole page, in per cent, a guess that is worth a warning.
const SURE: u8 = 90;

fn ask_about_page<'p>(main: &Foreign<'_>, cx: &mut Context<'p>) {
    let Some((html, (_, example))) = cx.doc().html().zip(target(main.text, cx)) else {
        return;
    };
    let Some(lang) = html.attribute("lang") else {
        return;
    };
    let level = match main.written.confidence >= SURE {
        true => Level::Warning,
        false => Level::Note,
    };
    cx.review((html, lang), &PAGE)
        .level(level)
        .arg("declared", declared(html))
        .arg("code", main.written.code)
        .arg("confidence", main.written.confidence)
        .tests(&[DEFAULT])
        .related(example.span, &SUCH);
}

fn tell<'p>(foreign: &Foreign<'_>, page: Option<NodeId>, cx: &mut Context<'p>) {
    let Some((element, target)) = target(foreign.text, cx) else {
        return;
    };
    let Some(owner) = cx.doc().element(foreign.text.owner) else {
        return;
    };
    let of_page = Some(foreign.text.owner) == page;
    let Written {
        code, confidence, ..
    } = foreign.written;
    let what = format!("{code} {}", foreign.text.owner);
    if foreign.written.by_script && of_page && cx.semantics().is_rendered(element) {
        if let Some(draft) = cx.fail_together(target, &SCRIPT, &what, &ALSO) {
            draft.arg("declared", declared(owner)).tests(&[MARKED]);
        }
        return;
    }
    let Some(draft) = cx.review_together(target, &OTHER, &what, &ALSO) else {
        return;
    };
    let draft = draft
        .arg("code", code)
        .arg("confidence", confidence)
        .arg("declared", declared(owner));
    if of_page {
        draft.tests(&[MARKED]);
    } else {
        draft.tests(&[RIGHT]).related(owner.place(), &DECLARED);
    }
}
