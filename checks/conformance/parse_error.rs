//! HTML Standard, 13.2.2 «Parse errors»: what browsers have to repair to read the page, each in plain words with its code.
//!
//! Refutes RGAA 8.2.1 by the errors of the families that it names only (`parse_error_messages` says which): tags badly written,
//! opened, closed or nested. The others are told at their own level and break no test. Duplicate attributes, missing values,
//! doctypes and PHP have checks of their own. An element whose `<name/>` stayed open is told once, at its solidus.

use super::doctypes::{self, Found};
use super::parse_error_messages as messages;
use crate::check::{Category, Check, Context, Interest, Level, Meta, Proof};
use crate::checks::authoring::template_leftover::is_php;
use crate::dom::{ParseError, Tag};
use crate::rgaa::test;
use crate::source::Span;
use crate::spec::elements;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &ParseErrors;

struct ParseErrors;

static META: Meta = Meta {
    id: "parse-error",
    category: Category::Conformance,
    title: text("Erreur de syntaxe HTML", "HTML syntax error"),
    why: text(
        "Le navigateur répare ce qu’il ne peut pas lire, parfois en déplaçant ou en perdant du contenu ; les aides techniques lisent le résultat.",
        "The browser repairs what it cannot read, sometimes by moving or losing content; assistive technologies read the result.",
    ),
    fix: text(
        "Corriger la balise à l’endroit montré, en commençant par la première erreur de la page : elle cause souvent les suivantes.",
        "Mend the tag at the place shown, beginning with the first error of the page: it often causes the next ones.",
    ),
    proofs: &[Proof::refutes(&[test(8, 2, 1)])],
    interest: &[Interest::ParseErrors],
    fail: &[
        "<!DOCTYPE html><p>Avis</p></script>",
        "<!DOCTYPE html><div><p>Avis</p></div></p>",
        "<!DOCTYPE html><div><p>Avis</p>",
        "<!DOCTYPE html><p>Caf&eacute</p>",
    ],
    na: &[
        "<!DOCTYPE html><p>Avis<br/>Fermé<ul><li>Lundi<li>Mardi</ul>",
        "<p>Avis</p>",
        "<!DOCTYPE html><p class= >Avis</p>",
    ],
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
const AFTER_BODY: Text = text(
    "<{name}> vient après la fin du corps de la page",
    "<{name}> comes after the end of the page's body",
);
const TWICE: Text = text(
    "<{name}> est déjà ouvert : une page n’en a qu’un",
    "<{name}> is already open: a page has only one",
);

const CLOSED_HERE: Text = text("fermé ici, par {closer}", "closed here, by {closer}");
const OPENED_HERE: Text = text("<{tag}> ouvert ici", "<{tag}> opened here");

const ALSO: Text = text("ici aussi", "here too");

impl Check for ParseErrors {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn parse_error<'p>(&self, error: &'p ParseError, cx: &mut Context<'p>) {
        let Some(row) = messages::find(error.code) else {
            return;
        };
        if is_told_elsewhere(error, cx) {
            return;
        }
        let closer = error.closed_by.as_ref().filter(|_| is_for(error, cx));
        let Told {
            message,
            level,
            breaks,
        } = told(error, closer, row, cx);
        let (source, lang) = (cx.doc().source(), cx.options().lang);
        let draft = match level {
            // `</div></div></div>`: one.
            Level::Error if error.code == "stray-end-tag" => {
                let series = series(error, cx);
                cx.fail_together(error.span, &CODE, &series, &ALSO)
            }
            Level::Error => Some(cx.fail(error.span, &CODE)),
            // Harmless ones come by the hundred: one finding a kind.
            _ => cx.fail_together(error.span, &CODE, message.en, &ALSO),
        };
        let Some(mut draft) = draft else {
            return;
        };
        draft = draft
            .level(level)
            .arg_text("text", message)
            .arg("code", error.code);
        if !breaks {
            draft = draft.tests(&[]);
        }
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
        if let (Some(place), Some(tag)) = (error.related, related)
            && !is_inside(error.span, place)
            && (error.code != "stray-end-tag" || closer.is_some())
        {
            draft.related(place, &OPENED_HERE).related_arg("tag", tag);
        }
    }
}

/// What is told of an error.
struct Told {
    message: &'static Text,
    level: Level,
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
        level: row.level,
        breaks: row.breaks,
    };
    match row.code {
        "stray-end-tag" => match (name, closer) {
            ("p", None) => say(&STRAY_P),
            ("p", Some(_)) => say(&STRAY_P_CLOSED),
            ("br", _) => say(&STRAY_BR),
            (_, Some(_)) => say(&STRAY_CLOSED),
            _ if elements::is_void(name) => Told {
                level: Level::Warning,
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
            level: Level::Note,
            breaks: false,
        },
        "misplaced-start-tag" if matches!(name, "html" | "head" | "body") => say(&TWICE),
        "misplaced-start-tag" if follows_body(error.span, cx) => Told {
            level: Level::Warning,
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

/// Whether what a stray end tag was meant for is certain enough to be told: no other end tag of its name stands between.
fn is_for(error: &ParseError, cx: &Context<'_>) -> bool {
    /// In bytes: further off, nobody knows.
    const NEAR: u32 = 100_000;
    let (Some(opened), Some(name)) = (error.related, error.name.as_deref()) else {
        return true;
    };
    let between = Span::new(opened.end, error.span.start);
    between.len() < NEAR
        && !cx
            .doc()
            .source()
            .slice(between)
            .contains(&format!("</{name}"))
}

/// The same for stray end tags of one name that only white space parts.
fn series(error: &ParseError, cx: &mut Context<'_>) -> String {
    let source = cx.doc().source();
    let (end, first) = *cx.memory::<(u32, u32)>();
    let gap = source.slice(Span::new(end, error.span.start));
    let follows = end > 0 && gap.trim().is_empty() && end <= error.span.start;
    let same = follows
        && source.slice(Span::new(end.saturating_sub(error.span.len()), end))
            == source.slice(error.span);
    let first = if same { first } else { error.span.start };
    *cx.memory() = (error.span.end, first);
    format!("{first}")
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
