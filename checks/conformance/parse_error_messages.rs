//! What each parse error says in plain words, whether it is told place by place, and whether it is one of the families RGAA 8.2.1
//! counts.
//!
//! HTML Standard, 13.2.2, for the codes of the tokenizer; `dom::TREE_CODES` for those of tree construction. The families of
//! 8.2.1 are the writing rules of the glossary («Règles d’écriture»: a tag without `<` or `>`, an end tag without `/`, missing
//! quotes, values of several words without quotes, no space between attributes, a missing end tag), nesting, opening and
//! closing. Characters, comments and references break none of them.

use crate::text::{Text, text};

/// How an error is told.
pub struct Row {
    /// Its code.
    pub code: &'static str,
    /// What makes one finding.
    pub per: Per,
    /// Whether it breaks RGAA 8.2.1.
    pub breaks: bool,
    /// `{name}`: the element or attribute; `{tag}`: the tag it is in; `{source}`: what is written there.
    pub message: Text,
}

/// All of them are conformance errors (HTML Standard, 13.2.2); they differ by what they do to the page.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Per {
    /// Each place is a finding: what people get differs from what was written, or the code cannot be read otherwise.
    Place,
    /// Browsers agree on a reading that does no harm, and such errors come by the hundred: one finding a kind.
    Kind,
}

const fn row(code: &'static str, per: Per, breaks: bool, message: Text) -> Row {
    Row {
        code,
        per,
        breaks,
        message,
    }
}

/// The row of a code; codes that have a check of their own have none.
pub fn find(code: &str) -> Option<&'static Row> {
    let at = ROWS.binary_search_by(|row| row.code.cmp(code)).ok()?;
    Some(&ROWS[at])
}

use Per::{Kind, Place};

#[rustfmt::skip]
static ROWS: &[Row] = &[
    row("abrupt-closing-of-empty-comment", Kind, false, text(
        "ce commentaire vide se ferme trop tôt : l’écrire <!-- -->",
        "this empty comment closes too early: write <!-- -->")),
    row("absence-of-digits-in-numeric-character-reference", Kind, false, text(
        "« {source} » n’a pas de numéro de caractère et s’affiche tel quel",
        "\"{source}\" has no character number and shows as it is")),
    row("cdata-in-html-content", Place, false, text(
        "<![CDATA[ n’existe pas en HTML : ce qui suit devient un commentaire et ne s’affiche pas",
        "<![CDATA[ does not exist in HTML: what follows becomes a comment and does not show")),
    row("character-reference-outside-unicode-range", Kind, false, text(
        "« {source} » ne désigne aucun caractère : un � s’affiche",
        "\"{source}\" stands for no character: a � shows")),
    row("control-character-in-input-stream", Kind, false, text(
        "un caractère de commande invisible s’est glissé ici",
        "an invisible control character has crept in here")),
    row("control-character-reference", Kind, false, text(
        "« {source} » désigne un caractère de commande",
        "\"{source}\" stands for a control character")),
    row("end-tag-with-attributes", Kind, false, text(
        "une balise fermante n’a pas d’attributs : ceux de {source} sont ignorés",
        "an end tag has no attributes: those of {source} are ignored")),
    row("end-tag-with-trailing-solidus", Kind, false, text(
        "la barre oblique à la fin de </{name}/> est de trop",
        "the slash at the end of </{name}/> is one too many")),
    row("eof-before-tag-name", Kind, false, text(
        "la page finit par un « < » qui n’ouvre rien",
        "the page ends with a \"<\" that opens nothing")),
    row("eof-in-cdata", Place, false, text(
        "cette section <![CDATA[ n’est jamais fermée : elle va jusqu’à la fin de la page",
        "this <![CDATA[ section is never closed: it runs to the end of the page")),
    row("eof-in-comment", Place, false, text(
        "ce commentaire n’est jamais fermé : toute la suite de la page disparaît",
        "this comment is never closed: all the rest of the page disappears")),
    row("eof-in-script-html-comment-like-text", Place, false, text(
        "ce <!-- dans un script empêche de trouver où le script finit : toute la suite de la page disparaît",
        "this <!-- in a script keeps the end of the script from being found: all the rest of the page disappears")),
    row("eof-in-tag", Place, true, text(
        "la page finit au milieu de la balise <{name}> : elle est perdue",
        "the page ends in the middle of the <{name}> tag, which is lost")),
    row("image-start-tag", Kind, false, text(
        "<image> n’existe pas en HTML : le navigateur en fait un <img>",
        "<image> does not exist in HTML: browsers make it an <img>")),
    row("incorrectly-closed-comment", Kind, false, text(
        "ce commentaire se ferme par --!> au lieu de -->",
        "this comment closes with --!> instead of -->")),
    row("incorrectly-opened-comment", Kind, false, text(
        "« <! » sans -- : ce qui suit, jusqu’à >, devient un commentaire et ne s’affiche pas",
        "\"<!\" without --: what follows, up to >, becomes a comment and does not show")),
    row("invalid-first-character-of-tag-name", Kind, false, text(
        "ce « < » n’ouvre aucune balise et s’affiche tel quel : l’écrire &lt;",
        "this \"<\" opens no tag and shows as it is: write &lt;")),
    row("misnested-form", Place, true, text(
        "</form> arrive avant la fin d’un élément ouvert dans le formulaire",
        "</form> comes before the end of an element opened in the form")),
    row("misnested-formatting", Place, true, text(
        "</{name}> arrive avant la fin d’un élément ouvert dans <{name}> : les deux se chevauchent",
        "</{name}> comes before the end of an element opened in <{name}>: the two overlap")),
    row("misplaced-doctype", Kind, false, text(
        "ce doctype est de trop : il n’y en a qu’un, en tête de la page",
        "this doctype is one too many: there is only one, at the top of the page")),
    row("misplaced-in-table", Place, true, text(
        "<{name}> ne peut pas être là dans un tableau, hors d’une cellule : le navigateur le sort du tableau",
        "<{name}> cannot be there in a table, outside a cell: browsers take it out of the table")),
    row("misplaced-start-tag", Place, true, text(
        "<{name}> ne peut pas être là : le navigateur l’ignore ou le déplace",
        "<{name}> cannot be there: browsers ignore or move it")),
    row("misplaced-text", Kind, true, text(
        "ce texte vient après la fin du corps de la page",
        "this text comes after the end of the page's body")),
    row("misplaced-text-in-table", Place, true, text(
        "ce texte est dans un tableau, mais dans aucune cellule : le navigateur l’affiche avant le tableau",
        "this text is in a table, but in no cell: browsers show it before the table")),
    row("missing-end-tag-name", Kind, true, text(
        "</> ne ferme rien : le nom de l’élément manque",
        "</> closes nothing: the name of the element is missing")),
    row("missing-semicolon-after-character-reference", Kind, false, text(
        "le point-virgule manque après « {source} »",
        "the semicolon is missing after \"{source}\"")),
    row("missing-whitespace-between-attributes", Place, true, text(
        "il manque une espace après l’attribut {name}",
        "a space is missing after the {name} attribute")),
    row("nested-comment", Kind, false, text(
        "<!-- dans un commentaire : le commentaire finit au premier -->",
        "<!-- inside a comment: the comment ends at the first -->")),
    row("nested-element", Place, true, text(
        "<{name}> est dans un autre élément qui ne peut pas le contenir",
        "<{name}> is inside another element that cannot contain it")),
    row("non-void-html-element-start-tag-with-trailing-solidus", Place, true, text(
        "<{name}/> ne se ferme pas ainsi : le navigateur ignore la barre oblique, et l’élément reste ouvert",
        "<{name}/> does not close this way: browsers ignore the slash, and the element stays open")),
    row("noncharacter-character-reference", Kind, false, text(
        "« {source} » ne désigne aucun caractère",
        "\"{source}\" stands for no character")),
    row("noncharacter-in-input-stream", Kind, false, text(
        "ce code n’est celui d’aucun caractère",
        "this code is that of no character")),
    row("null-character-reference", Kind, false, text(
        "« {source} » ne désigne aucun caractère : un � s’affiche",
        "\"{source}\" stands for no character: a � shows")),
    row("stray-end-tag", Place, true, text(
        "</{name}> ne ferme rien : aucun <{name}> n’est ouvert ici",
        "</{name}> closes nothing: no <{name}> is open here")),
    row("surrogate-character-reference", Kind, false, text(
        "« {source} » ne désigne aucun caractère : un � s’affiche",
        "\"{source}\" stands for no character: a � shows")),
    row("surrogate-in-input-stream", Kind, false, text(
        "ce code n’est celui d’aucun caractère",
        "this code is that of no character")),
    row("unclosed-element", Place, true, text(
        "<{name}> n’a pas de balise fermante : il va jusqu’à la fin de la page",
        "<{name}> has no end tag: it runs to the end of the page")),
    row("unexpected-character-in-attribute-name", Place, true, text(
        "« {source} » dans un nom d’attribut de <{tag}> : il manque sans doute un guillemet ou un > avant",
        "\"{source}\" in an attribute name of <{tag}>: a quote or a > is probably missing before it")),
    row("unexpected-character-in-unquoted-attribute-value", Place, true, text(
        "« {source} » dans la valeur sans guillemets de l’attribut {name} : un guillemet manque, ou la valeur doit être entre guillemets",
        "\"{source}\" in the unquoted value of the {name} attribute: a quote is missing, or the value needs quotes")),
    row("unexpected-equals-sign-before-attribute-name", Place, false, text(
        "le nom de l’attribut manque avant ce signe = dans <{tag}>",
        "the name of the attribute is missing before this equals sign in <{tag}>")),
    row("unexpected-null-character", Kind, false, text(
        "un caractère nul (U+0000) s’est glissé ici",
        "a null character (U+0000) has crept in here")),
    row("unexpected-question-mark-instead-of-tag-name", Kind, false, text(
        "« <? » n’ouvre rien en HTML : ce qui suit, jusqu’à >, devient un commentaire",
        "\"<?\" opens nothing in HTML: what follows, up to >, becomes a comment")),
    row("unexpected-solidus-in-tag", Kind, false, text(
        "cette barre oblique est perdue au milieu de la balise <{tag}>",
        "this slash is lost in the middle of the <{tag}> tag")),
    row("unknown-named-character-reference", Kind, false, text(
        "« {source} » n’est le nom d’aucun caractère et s’affiche tel quel : pour un simple &, écrire &amp;",
        "\"{source}\" is the name of no character and shows as it is: for a plain &, write &amp;")),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_sorted() {
        for pair in ROWS.windows(2) {
            assert!(pair[0].code < pair[1].code, "{}", pair[1].code);
        }
    }

    /// HTML Standard, 13.2.2: its codes that no other check takes.
    const WHATWG: &str = "abrupt-closing-of-empty-comment absence-of-digits-in-numeric-character-reference \
        cdata-in-html-content character-reference-outside-unicode-range control-character-in-input-stream \
        control-character-reference end-tag-with-attributes end-tag-with-trailing-solidus eof-before-tag-name eof-in-cdata \
        eof-in-comment eof-in-script-html-comment-like-text eof-in-tag incorrectly-closed-comment \
        incorrectly-opened-comment invalid-first-character-of-tag-name missing-end-tag-name \
        missing-semicolon-after-character-reference missing-whitespace-between-attributes nested-comment \
        noncharacter-character-reference noncharacter-in-input-stream \
        non-void-html-element-start-tag-with-trailing-solidus null-character-reference surrogate-character-reference \
        surrogate-in-input-stream unexpected-character-in-attribute-name \
        unexpected-character-in-unquoted-attribute-value unexpected-equals-sign-before-attribute-name \
        unexpected-null-character unexpected-question-mark-instead-of-tag-name unexpected-solidus-in-tag \
        unknown-named-character-reference";

    #[test]
    fn every_code_is_told() {
        for code in WHATWG.split_whitespace() {
            assert!(find(code).is_some(), "{code}");
        }
        // Doctypes have checks of their own.
        for code in crate::dom::TREE_CODES {
            let elsewhere = matches!(*code, "missing-doctype" | "obsolete-doctype");
            assert_eq!(find(code).is_none(), elsewhere, "{code}");
        }
    }
}
