//! RGAA 8.3.1: the page says what language it is in.
//!
//! Decides the test. Passed: `html` has a `lang` that is not blank (glossary «Langue par défaut»: required in HTML5), or every
//! text of the page, its title included, is under an element that has one (second condition of the test). Failed: neither; `lang=""`
//! says that the language is unknown (WHATWG HTML 3.2.6.2) and browsers ignore `xml:lang` in HTML elements of `text/html`. Two
//! cases stay questions: `xml:lang` alone under an XHTML doctype, which the test accepts and its methodology does not, and a page of
//! which only the title has no language. A piece of a page takes its language from the page that loads it: open.
//!
//! Mended where the language is certain: `xml:lang` gives it, or the site's owner does (`[fix] lang` in `vigie.toml`, `vigie fix
//! --set-lang`). Never by a guess from the text.

use crate::check::{Category, Check, Context, Edit, Interest, Meta, Proof};
use crate::dom::{Document, Element, NodeRef};
use crate::rgaa::test;
use crate::spec::language;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &PageLangMissing;

struct PageLangMissing;

static META: Meta = Meta {
    id: "page-lang-missing",
    category: Category::Accessibility,
    title: text(
        "Langue de la page non indiquée",
        "Language of the page not given",
    ),
    why: text(
        "Les lecteurs d’écran choisissent leur voix d’après cette langue : sans elle, un texte français peut être lu avec une prononciation anglaise.",
        "Screen readers choose their voice from this language: without it, a text may be read with the pronunciation of another one.",
    ),
    fix: text(
        "Ajouter l’attribut lang à la balise <html> : <html lang=\"fr\">.",
        "Add the lang attribute to the <html> tag: <html lang=\"en\">.",
    ),
    mends: Some(text(
        "Ajoute lang à <html> quand xml:lang donne la langue, ou quand vous la donnez (--set-lang fr, ou [fix] lang dans vigie.toml).",
        "Adds lang to <html> where xml:lang gives the language, or where you give it (--set-lang en, or [fix] lang in vigie.toml).",
    )),
    proofs: &[Proof::decides(&[test(8, 3, 1)])],
    act: &["b5c3f8"],
    interest: &[Interest::Page],
    fail: &[
        "<!DOCTYPE html><html><title>Plan</title><p>Bonjour</p></html>",
        "<!DOCTYPE html><html lang=' '><title>Plan</title><p>Bonjour</p></html>",
        "<!DOCTYPE html><html xml:lang=fr><title>Plan</title><p>Bonjour</p></html>",
    ],
    review: &["<!DOCTYPE html><html><title>Plan</title><body lang=fr><p>Bonjour</p></html>"],
    pass: &[
        "<!DOCTYPE html><html lang=fr><title>Plan</title><p>Bonjour</p></html>",
        "<!DOCTYPE html><html><title lang=fr>Plan</title><body lang=fr><p>Bonjour</p></html>",
    ],
    ..Meta::NEW
};

const MISSING: Text = text(
    "la balise <html> n’a pas d’attribut lang : la langue de la page n’est pas indiquée",
    "the <html> tag has no lang attribute: the language of the page is not given",
);
const EMPTY: Text = text(
    "l’attribut lang de <html> est vide : la langue de la page n’est pas indiquée",
    "the lang attribute of <html> is empty: the language of the page is not given",
);
const XML_LANG: Text = text(
    "la langue n’est donnée que par xml:lang, que les navigateurs ignorent en HTML : il faut l’attribut lang",
    "the language is given by xml:lang only, which browsers ignore in HTML: the lang attribute is needed",
);
const XHTML: Text = text(
    "la langue n’est donnée que par xml:lang : la page est-elle bien servie en XHTML (application/xhtml+xml) ?",
    "the language is given by xml:lang only: is the page really served as XHTML (application/xhtml+xml)?",
);
const LANG_ALONE: Text = text(
    "la langue n’est donnée que par lang ; en XHTML 1, le RGAA demande aussi xml:lang : est-ce accepté ?",
    "the language is given by lang only; of XHTML 1, the RGAA also asks for xml:lang: is that accepted?",
);
const TITLE_ONLY: Text = text(
    "tous les textes de la page ont une langue, sauf son titre : ne faut-il pas mettre lang sur <html> ?",
    "all texts of the page have a language, except its title: should lang not be on <html>?",
);
const NO_TEXT: Text = text(
    "ni la balise <html> ni aucun texte n’indique de langue : la page est-elle remplie par un script ?",
    "neither the <html> tag nor any text gives a language: is the page filled by a script?",
);

impl Check for PageLangMissing {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        let doc = cx.doc();
        let Some(html) = doc.html() else {
            return;
        };
        let lang = html.attribute("lang");
        if let Some(lang) = lang.filter(|l| !l.value().trim().is_empty()) {
            if wants_xml_lang(html) {
                cx.review((html, lang), &LANG_ALONE);
            } else {
                cx.pass();
            }
            return;
        }
        if doc.is_fragment() {
            return cx.leave_open(&[test(8, 3, 1)]);
        }
        let texts = texts_without_language(doc);
        if texts == Texts::AllCovered {
            return cx.pass();
        }
        if let Some(xml) = html.attribute("xml:lang")
            && !xml.value().trim().is_empty()
        {
            if doc
                .doctype()
                .is_some_and(|d| d.public_id().contains("XHTML"))
            {
                cx.review((html, xml), &XHTML);
            } else {
                cx.fail((html, xml), &XML_LANG);
            }
            return mend(html, Some(xml.value().trim()), cx);
        }
        match (texts, lang) {
            (Texts::NotTheTitle, _) => cx.review(html, &TITLE_ONLY),
            (Texts::None, None) => cx.review(html, &NO_TEXT),
            (_, Some(lang)) => cx.fail((html, lang), &EMPTY),
            (_, None) => cx.fail(html, &MISSING),
        };
        mend(html, None, cx);
    }
}

/// Whether the glossary («Langue par défaut») asks for `xml:lang` besides, or instead, and it is not there: XHTML 1.0 and 1.1.
fn wants_xml_lang(html: Element<'_>) -> bool {
    let doctype = html.document().doctype();
    doctype.is_some_and(|d| d.public_id().contains("XHTML 1."))
        && html.attr("xml:lang").is_none_or(|l| l.trim().is_empty())
}

/// Writes the language of `xml:lang`, else the one declared. A tag that is not written is put after the doctype: it begins there anyway.
fn mend(html: Element<'_>, xml: Option<&str>, cx: &mut Context<'_>) {
    let Some(lang) = xml.or(cx.options().set_lang.as_deref()) else {
        return;
    };
    if !language::is_tag(lang) {
        return;
    }
    let doctype = cx.doc().doctype().map(|doctype| doctype.span().end);
    let edit = match (html.attribute("lang"), html.start_tag()) {
        (Some(empty), _) => Edit::value(html, empty, lang),
        (None, Some(_)) => Edit::insert(html.name_place().end, format!(" lang=\"{lang}\"")),
        (None, None) => match doctype {
            Some(end) => Edit::insert(end, format!("\n<html lang=\"{lang}\">")),
            None => return,
        },
    };
    cx.mend(vec![edit]);
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Texts {
    /// There is no text.
    None,
    /// All have a language.
    AllCovered,
    /// All but the title of the page.
    NotTheTitle,
    /// At least one has none.
    NotCovered,
}

fn texts_without_language(doc: &Document) -> Texts {
    let (mut covered_until, mut covered, mut title) = (0, false, false);
    for node in doc.nodes() {
        match node {
            NodeRef::Element(e) if e.id() >= covered_until => {
                if has_language(e) {
                    covered_until = e.subtree_end();
                    covered |= e
                        .descendant_nodes()
                        .any(|n| n.as_text().is_some_and(|t| !t.is_blank()));
                } else if e.is_any(&["script", "style", "template", "noscript"]) {
                    covered_until = e.subtree_end();
                }
            }
            NodeRef::Text(t) if t.id() >= covered_until && !t.is_blank() => {
                if !t.parent().is_some_and(|p| p.is("title")) {
                    return Texts::NotCovered;
                }
                title = true;
            }
            _ => {}
        }
    }
    match (covered, title) {
        (true, true) => Texts::NotTheTitle,
        (true, false) => Texts::AllCovered,
        (false, true) => Texts::NotCovered,
        (false, false) => Texts::None,
    }
}

fn has_language(e: Element<'_>) -> bool {
    e.attr("lang").is_some_and(|l| !l.trim().is_empty())
}
