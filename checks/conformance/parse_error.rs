//! HTML Standard, 13.2.2 «Parse errors»: what browsers have to repair to read the page, each in plain words with its code.
//!
//! Refutes RGAA 8.2.1 by the errors of the families that it names only (`parse_error_messages` says which): tags badly written,
//! opened, closed or nested. The others are conformance errors that break no test. Duplicate attributes, missing values,
//! doctypes, lists that swallow what follows and PHP have checks of their own. An element whose `<name/>` stayed open is told once, at its solidus.
//!
//! Without a doctype, which no script adds, the test does not apply. Decides: a page of HTML5 doctype without one parse error passes, unless a check
//! on nesting, ids or attributes refutes the test or leaves it open. Those have every kind of error of these families that the Nu checker, which
//! the methodology has people run, tells on its own tests and on the pages compared with it. What is in `template`, `noscript`, drawings, formulas and `srcdoc` is not
//! seen as it sees it: open. So are pages of older doctypes.

use std::collections::{HashMap, HashSet};

use super::doctypes::{self, Found};
use super::parse_error_dom::in_dom;
use super::parse_error_fixes;
use super::parse_error_messages::{self as messages, Per};
use super::validity::{VALIDITY, tests_broken};
use crate::check::{Category, Check, Context, InDom, Interest, Meta, Proof};
use crate::checks::authoring::template_leftover::is_php;
use crate::checks::structure::list_unclosed;
use crate::checks::structure::zones::is_html5;
use crate::dom::{Element, ParseError, Tag};
use crate::source::Span;
use crate::spec::elements;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &ParseErrors;

/// What holds markup that is not judged here as a validator does.
const UNSEEN: &[&str] = &["iframe", "math", "noscript", "svg", "template"];

struct ParseErrors;

static META: Meta = Meta {
    id: "parse-error",
    category: Category::Conformance,
    in_dom: InDom::Unknown,
    title: text("Erreur de syntaxe HTML", "HTML syntax error"),
    why: text(
        "Le navigateur répare ce qu’il ne peut pas lire, parfois en déplaçant ou en perdant du contenu ; les aides techniques lisent le résultat.",
        "The browser repairs what it cannot read, sometimes by moving or losing content; assistive technologies read the result.",
    ),
    fix: text(
        "Corriger la balise à l’endroit montré, en commençant par la première erreur de la page : elle cause souvent les suivantes.",
        "Mend the tag at the place shown, beginning with the first error of the page: it often causes the next ones.",
    ),
    mends: Some(text(
        "Retire ou réécrit ce que le navigateur lit de toute façon autrement, sans rien changer à la page : balise fermante perdue, barre oblique ou point-virgule de trop ou manquant, commentaire mal fermé.",
        "Removes or rewrites what browsers read otherwise anyway, without changing the page: a stray end tag, a slash or a semicolon too many or missing, a comment badly closed.",
    )),
    proofs: &[Proof::decides(&[VALIDITY]).no_targets_whatever_scripts_do()],
    interest: &[
        Interest::ParseErrors,
        Interest::Elements(UNSEEN),
        Interest::Page,
    ],
    fail: &[
        "<!DOCTYPE html><p>Avis</p></script>",
        "<!DOCTYPE html><div><p>Avis</p></div></p>",
        "<!DOCTYPE html><div><p>Avis</p>",
        "<!DOCTYPE html><p>Caf&eacute</p>",
    ],
    pass: &[
        "<!DOCTYPE html><p>Avis<br/>Fermé<ul><li>Lundi<li>Mardi</ul>",
        "<!DOCTYPE html><p class= >Avis</p>",
    ],
    na: &["<p>Avis</p>"],
    ..Meta::NEW
};

const CODE: Text = text("{text} ({code})", "{text} ({code})");

const STRAY_P: Text = text(
    "</p> ne ferme aucun paragraphe : le navigateur en ajoute un, vide",
    "</p> closes no paragraph: browsers add one, empty",
);
const STRAY_BR: Text = text(
    "</br> n’existe pas : le navigateur en fait un <br>",
    "</br> does not exist: browsers make it a <br>",
);
const STRAY_VOID: Text = text(
    "</{name}> est de trop : <{name}> n’a jamais de balise fermante",
    "</{name}> is one too many: <{name}> never has an end tag",
);
const STRAY_CLOSED: Text = text(
    "</{name}> ne ferme rien : {closer} avait déjà fermé <{name}>",
    "</{name}> closes nothing: {closer} had already closed <{name}>",
);
const STRAY_P_CLOSED: Text = text(
    "</p> ne ferme rien, et le navigateur ajoute un paragraphe vide : {closer} avait déjà fermé le paragraphe",
    "</p> closes nothing, and browsers add an empty paragraph: {closer} had already closed the paragraph",
);
const UNCLOSED_BY: Text = text(
    "<{name}> n’a pas de balise fermante : {closer} le ferme à sa place",
    "<{name}> has no end tag: {closer} closes it instead",
);
const NOT_AN_END: Text = text(
    "« </ » sans nom collé n’est pas une balise fermante : ce qui suit, jusqu’à >, ne s’affiche pas",
    "\"</\" without a name stuck to it is no end tag: what follows, up to >, does not show",
);
const PLAIN_IN_VALUE: Text = text(
    "« {source} » dans la valeur de l’attribut {name}, qui devrait être entre guillemets",
    "\"{source}\" in the value of the {name} attribute, which should be in quotes",
);
const XML: Text = text(
    "cet en-tête XML est sans effet dans une page HTML : il devient un commentaire",
    "this XML header has no effect in an HTML page: it becomes a comment",
);
const AFTER_BODY: Text = text(
    "<{name}> vient après la fin du corps de la page",
    "<{name}> comes after the end of the page's body",
);
const TWICE: Text = text(
    "<{name}> est déjà ouvert : une page n’en a qu’un",
    "<{name}> is already open: a page has only one",
);

const NESTED: Text = text(
    "<{name}> est dans un <{tag}>, qui ne peut pas le contenir",
    "<{name}> is inside a <{tag}>, which cannot contain it",
);
const OVERLAP: Text = text(
    "<{name}> se ferme trop tard : {closer} l’a déjà fermé, et sa propre balise fermante ne ferme plus rien",
    "<{name}> closes too late: {closer} has already closed it, and its own end tag closes nothing",
);

const CLOSED_HERE: Text = text("fermé ici, par {closer}", "closed here, by {closer}");
const LATE_END: Text = text("la balise fermante en retard", "the late end tag");
const OPENED_HERE: Text = text("<{tag}> ouvert ici", "<{tag}> opened here");

const ALSO: Text = text("ici aussi", "here too");

impl Check for ParseErrors {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        if tests_broken(cx).is_empty() {
            return;
        }
        let doc = cx.doc();
        match is_html5(doc) && doc.parse_errors().is_empty() {
            true => cx.pass_on(&[VALIDITY]),
            false => cx.leave_open(&[VALIDITY]),
        }
    }

    fn element<'p>(&self, _: Element<'p>, cx: &mut Context<'p>) {
        if !tests_broken(cx).is_empty() {
            cx.leave_open(&[VALIDITY]);
        }
    }

    fn parse_error<'p>(&self, error: &'p ParseError, cx: &mut Context<'p>) {
        let Some(row) = messages::find(error.code) else {
            return;
        };
        if is_told_elsewhere(error, cx) || is_consequence(error, cx) {
            return;
        }
        let late_end = late_end(error, cx);
        let closer = error.closed_by.as_ref().filter(|_| is_for(error, cx));
        let Told {
            message,
            per,
            breaks,
        } = match late_end {
            Some(_) => Told {
                message: &OVERLAP,
                per: row.per,
                breaks: row.breaks,
            },
            None => told(error, closer, row, cx),
        };
        let broken = if breaks { tests_broken(cx) } else { &[] };
        let (source, lang) = (cx.doc().source(), cx.options().lang);
        let draft = match per {
            Per::Place => match series(error, cx) {
                Some(series) => cx.fail_together(error.span, &CODE, &series, &ALSO),
                None => Some(cx.fail(error.span, &CODE)),
            },
            Per::Kind => {
                let kind = format!("{} {}", error.code, message.en);
                cx.fail_together(error.span, &CODE, &kind, &ALSO)
            }
        };
        let Some(mut draft) = draft else {
            return mend(error, cx);
        };
        draft = draft
            .arg_text("text", message)
            .arg("code", error.code)
            .in_dom(in_dom(
                error.code,
                error.name.as_deref(),
                source.slice(error.span),
            ))
            .tests(broken);
        let related = error.related.map(|span| tag_name(source.slice(span)));
        let values = [
            ("name", error.name.as_deref()),
            ("tag", related),
            ("source", Some(source.slice(error.span))),
        ];
        let words = message.get(lang);
        for (name, value) in values {
            if words.contains(&format!("{{{name}}}")) {
                draft = draft.arg(name, value.unwrap_or("?"));
            }
        }
        if let Some(closer) = closer {
            if words.contains("{closer}") {
                draft = draft.arg("closer", shown(closer));
            }
            draft = draft
                .related(closer.span, &CLOSED_HERE)
                .related_arg("closer", shown(closer));
        }
        if let Some(end) = late_end {
            draft = draft.related(end, &LATE_END);
        }
        if let (Some(place), Some(tag)) = (error.related, related)
            && !is_inside(error.span, place)
            && (error.code != "stray-end-tag" || closer.is_some())
        {
            draft.related(place, &OPENED_HERE).related_arg("tag", tag);
        }
        mend(error, cx);
    }
}

fn mend(error: &ParseError, cx: &mut Context<'_>) {
    if let Some(edit) = parse_error_fixes::edit(error, cx.doc()) {
        cx.rewrite(vec![edit]);
    }
}

/// What is told of an error.
struct Told {
    message: &'static Text,
    per: Per,
    breaks: bool,
}

/// Chooses the words that fit what is on the page.
fn told(
    error: &ParseError,
    closer: Option<&Tag>,
    row: &'static messages::Row,
    cx: &Context<'_>,
) -> Told {
    let name = error.name.as_deref().unwrap_or_default();
    let source = cx.doc().source().slice(error.span);
    let say = |message: &'static Text| Told {
        message,
        per: row.per,
        breaks: row.breaks,
    };
    match row.code {
        "stray-end-tag" => match (name, closer) {
            ("p", None) => say(&STRAY_P),
            ("p", Some(_)) => say(&STRAY_P_CLOSED),
            ("br", _) => say(&STRAY_BR),
            (_, Some(_)) => say(&STRAY_CLOSED),
            _ if elements::is_void(name) => Told {
                per: Per::Kind,
                ..say(&STRAY_VOID)
            },
            _ => say(&row.message),
        },
        "unclosed-element" => match closer {
            Some(by) if !(by.end && matches!(&*by.name, "body" | "html")) => say(&UNCLOSED_BY),
            _ => say(&row.message),
        },
        "invalid-first-character-of-tag-name" if source.starts_with("</") => say(&NOT_AN_END),
        "unexpected-character-in-unquoted-attribute-value" if matches!(source, "=" | "`") => Told {
            message: &PLAIN_IN_VALUE,
            per: Per::Kind,
            breaks: false,
        },
        "unexpected-question-mark-instead-of-tag-name" if error.span.start < 4 => say(&XML),
        "nested-element" if error.related.is_some() => say(&NESTED),
        "misplaced-start-tag" if matches!(name, "html" | "head" | "body") => say(&TWICE),
        "misplaced-start-tag" if follows_body(error.span, cx) => Told {
            per: Per::Kind,
            ..say(&AFTER_BODY)
        },
        _ => say(&row.message),
    }
}

/// Whether another check, or another error at the same tag, says it.
fn is_told_elsewhere(error: &ParseError, cx: &Context<'_>) -> bool {
    let source = &cx.doc().source();
    match error.code {
        "unclosed-element" => source.slice(error.span).ends_with("/>"),
        "misplaced-doctype" => matches!(doctypes::find(cx.doc()), Found::Misplaced(_)),
        "invalid-first-character-of-tag-name" => source
            .text
            .get(error.span.start as usize..)
            .is_some_and(|s| s.starts_with("<%")),
        _ => is_php(error, &source.text),
    }
}

/// Whether what a stray end tag was meant for is certain enough to be told: tags of its name between open as often as they close.
fn is_for(error: &ParseError, cx: &Context<'_>) -> bool {
    /// In bytes: further off, nobody knows.
    const NEAR: u32 = 100_000;
    let (Some(opened), Some(name)) = (error.related, error.name.as_deref()) else {
        return true;
    };
    let between = Span::new(opened.end, error.span.start);
    if between.len() > NEAR {
        return false;
    }
    let text = cx.doc().source().slice(between);
    let is_name = |rest: &str| {
        let (start, after) = rest.split_at_checked(name.len()).unwrap_or_default();
        start.eq_ignore_ascii_case(name) && !after.starts_with(|c: char| c.is_alphanumeric())
    };
    let (mut opens, mut closes) = (0, 0);
    for (at, _) in text.match_indices('<') {
        match text[at + 1..].strip_prefix('/') {
            Some(rest) => closes += usize::from(is_name(rest)),
            None => opens += usize::from(is_name(&text[at + 1..])),
        }
    }
    opens == closes
}

/// What is kept of the page between errors.
#[derive(Default)]
struct Kept {
    /// Stray end tags by where the element starts that they were meant for; made when first needed.
    late_ends: Option<HashMap<u32, Span>>,
    /// Where the lists start that `list-unclosed` tells of; made when first needed.
    lists: Option<HashSet<u32>>,
    /// Start tags that were ignored, by name, and whose end tags are still to come.
    ignored: HashMap<Box<str>, u32>,
    /// Where the last stray end tag ends, and where the first of its series starts.
    series: (u32, u32),
}

/// The end tag of an unclosed element that came too late.
fn late_end(error: &ParseError, cx: &mut Context<'_>) -> Option<Span> {
    if error.code != "unclosed-element" {
        return None;
    }
    let doc = cx.doc();
    let ends = cx.memory::<Kept>().late_ends.get_or_insert_with(|| {
        let strays = doc
            .parse_errors()
            .iter()
            .filter(|e| e.code == "stray-end-tag");
        strays
            .filter_map(|e| Some((e.related?.start, e.span)))
            .collect()
    });
    ends.get(&error.span.start).copied()
}

/// Whether another error on the page already tells of the same defect.
fn is_consequence(error: &ParseError, cx: &mut Context<'_>) -> bool {
    if matches!(error.code, "misplaced-start-tag" | "nested-element")
        && let Some(name) = &error.name
    {
        let ignored = &mut cx.memory::<Kept>().ignored;
        *ignored.entry(name.clone()).or_default() += 1;
        return false;
    }
    if error.code == "unclosed-element"
        && matches!(error.name.as_deref(), Some("ul" | "ol" | "menu"))
    {
        let doc = cx.doc();
        let lists = cx.memory::<Kept>().lists.get_or_insert_with(|| {
            let told = doc.elements().filter(|e| list_unclosed::tells_of(*e));
            told.filter_map(|e| Some(e.start_tag()?.start)).collect()
        });
        if lists.contains(&error.span.start) {
            return true;
        }
    }
    let errors = cx.doc().parse_errors();
    let is_at = |code: &str, place: Span| {
        let from = errors.partition_point(|e| e.span.start < place.start);
        errors[from..]
            .iter()
            .take_while(|e| e.span.start == place.start)
            .any(|e| e.code == code)
    };
    let opens_wrongly =
        |place| is_at("nested-element", place) || is_at("misplaced-start-tag", place);
    match error.code {
        // A tag nested where it cannot be closes what is open; the end tags of that are not at fault.
        "unclosed-element" | "stray-end-tag"
            if error
                .closed_by
                .as_ref()
                .is_some_and(|by| !by.end && opens_wrongly(by.span)) =>
        {
            true
        }
        // Told at the start tag.
        "stray-end-tag" => match (error.related, &error.name) {
            (Some(opened), _) => is_at("unclosed-element", opened),
            // The end tag of a start tag that was ignored.
            (None, Some(name)) => match cx.memory::<Kept>().ignored.get_mut(name) {
                Some(left) if *left > 0 => {
                    *left -= 1;
                    true
                }
                _ => false,
            },
            _ => false,
        },
        _ => false,
    }
}

/// The same for errors of one cause: stray end tags of one name that only white space parts (`</div></div></div>`), errors in
/// the names of one tag's attributes.
fn series(error: &ParseError, cx: &mut Context<'_>) -> Option<String> {
    if matches!(
        error.code,
        "unexpected-character-in-attribute-name" | "unexpected-equals-sign-before-attribute-name"
    ) {
        return Some(error.related?.start.to_string());
    }
    if error.code != "stray-end-tag" {
        return None;
    }
    let source = cx.doc().source();
    let (end, first) = cx.memory::<Kept>().series;
    let follows = end > 0
        && end <= error.span.start
        && source
            .slice(Span::new(end, error.span.start))
            .trim()
            .is_empty();
    let before = Span::new(end.saturating_sub(error.span.len()), end);
    let same = follows && source.slice(before) == source.slice(error.span);
    let first = if same { first } else { error.span.start };
    cx.memory::<Kept>().series = (error.span.end, first);
    Some(first.to_string())
}

fn follows_body(place: Span, cx: &Context<'_>) -> bool {
    let ended = cx.doc().body().and_then(|body| body.end_tag());
    ended.is_some_and(|end| end.end <= place.start)
}

fn is_inside(inner: Span, outer: Span) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

fn shown(tag: &Tag) -> String {
    let slash = if tag.end { "/" } else { "" };
    format!("<{slash}{}>", tag.name)
}

/// The name in the source of a tag.
fn tag_name(tag: &str) -> &str {
    let name = tag.trim_start_matches(['<', '/']);
    let end = name.find(|c: char| c.is_ascii_whitespace() || c == '/' || c == '>');
    &name[..end.unwrap_or(name.len())]
}
