//! `vigie explain`: a check, or a part of the RGAA.

use std::path::PathBuf;

use clap::ArgMatches;

use super::problem::io_said;
use super::sheet::Sheet;
use super::{Exit, Failure, explain_rgaa};
use crate::check::{Category, InDom, Meta, ProofKind};
use crate::engine::Selector;
use crate::report::words;
use crate::rgaa::{Official, RGAA};
use crate::text::{Lang, Text, text};

/// Runs it.
pub fn run(matches: &ArgMatches, lang: Lang) -> Result<Exit, Failure> {
    let official = match matches.get_one::<PathBuf>("official") {
        Some(path) => Some(read_official(path, lang)?),
        None => None,
    };
    for word in matches.get_many::<String>("what").into_iter().flatten() {
        let mut sheet = Sheet::new();
        match Selector::parse(word, lang) {
            Ok(Selector::Check(id)) => {
                let meta = crate::checks::metas().find(|m| m.id == id);
                check(&mut sheet, meta.expect("the selector names a check"), lang);
            }
            Ok(Selector::Scope(scope)) => {
                explain_rgaa::scope(&mut sheet, scope, official.as_ref(), lang);
            }
            Ok(Selector::Category(category)) => category_checks(&mut sheet, category, lang),
            Err(e) => return Err(e.message(lang).into()),
        }
        super::print(&sheet.into_text(), lang)?;
    }
    Ok(Exit::Clean)
}

fn read_official(path: &std::path::Path, lang: Lang) -> Result<Official, Failure> {
    let shown = path.display();
    let json = std::fs::read_to_string(path).map_err(|e| {
        let said = io_said(&e, lang);
        match lang {
            Lang::Fr => format!("« {shown} » illisible, {said}"),
            Lang::En => format!("cannot read \"{shown}\", {said}"),
        }
    })?;
    Official::read(&json).map_err(|e| match lang {
        Lang::Fr => format!("« {shown} » : {}", e.message(lang)).into(),
        Lang::En => format!("\"{shown}\": {}", e.message(lang)).into(),
    })
}

/// The word of a category, as `--select` takes it.
pub fn category_name(category: Category) -> &'static str {
    match category {
        Category::Accessibility => "accessibility",
        Category::Conformance => "conformance",
        Category::Authoring => "authoring",
    }
}

fn check(sheet: &mut Sheet, meta: &Meta, lang: Lang) {
    let t = |fr, en| text(fr, en).get(lang);
    sheet.title(meta.id, meta.title.get(lang));
    let level = words::level(meta.level).get(lang);
    let review = words::level(meta.review_level).get(lang);
    let category = category_name(meta.category);
    sheet.paragraph(&match lang {
        Lang::Fr => format!(
            "niveau par défaut : {level} si c’est certain, {review} si une personne doit trancher ; catégorie {category}"
        ),
        Lang::En => format!(
            "default level: {level} when certain, {review} when a person must decide; category {category}"
        ),
    });
    if meta.fails_html() {
        sheet.paragraph(match meta.in_dom {
            InDom::Unknown => t(
                "erreur de HTML ; chaque constat dit si elle est dans le DOM du navigateur aussi",
                "error of HTML; each finding says whether it is in the browser’s DOM too",
            ),
            InDom::Survives => t(
                "erreur de HTML, dans le DOM du navigateur aussi",
                "error of HTML, in the browser’s DOM too",
            ),
            InDom::Repaired => t(
                "erreur de HTML, réparée dans le DOM du navigateur, qui montre autre chose",
                "error of HTML, repaired in the browser’s DOM, which shows something else",
            ),
        });
    }
    sheet.heading(t("Pourquoi", "Why"));
    sheet.paragraph(meta.why.get(lang));
    sheet.heading(t("À faire", "What to do"));
    sheet.paragraph(meta.fix.get(lang));
    if !meta.proofs.is_empty() {
        sheet.heading(&match lang {
            Lang::Fr => format!("Ce que cela prouve (RGAA {})", RGAA.version),
            Lang::En => format!("What it proves (RGAA {})", RGAA.version),
        });
        proofs(sheet, meta, lang);
    }
    if !meta.act.is_empty() {
        sheet.heading(t("Règles ACT du W3C", "W3C ACT rules"));
        for id in meta.act {
            sheet.paragraph(&format!(
                "https://www.w3.org/WAI/standards-guidelines/act/rules/{id}/"
            ));
        }
    }
    let examples = [
        (t("en échec", "fails"), meta.fail),
        (t("à vérifier", "for a person to check"), meta.review),
        (t("conforme", "passes"), meta.pass),
        (t("non applicable", "not applicable"), meta.na),
    ];
    if examples.iter().any(|(_, examples)| !examples.is_empty()) {
        sheet.heading(t("Exemples", "Examples"));
    }
    for (name, examples) in examples {
        if examples.is_empty() {
            continue;
        }
        sheet.paragraph(name);
        for (i, example) in examples.iter().enumerate() {
            if i > 0 && examples.iter().any(|e| e.contains('\n')) {
                sheet.space();
            }
            sheet.source(example);
        }
    }
}

fn proofs(sheet: &mut Sheet, meta: &Meta, lang: Lang) {
    let mut settled = false;
    for proof in meta.proofs {
        let word = words::proof(proof).get(lang);
        for &id in proof.tests {
            let title = RGAA.test(id).map_or("", |test| test.title.get(lang));
            sheet.item(&id.to_string(), 9, &format!("{word} — {title}"));
        }
        settled |= proof.kind == ProofKind::Decides && !proof.whatever_scripts_do;
    }
    let kinds = |kind| meta.proofs.iter().any(|p| p.kind == kind);
    let notes = words::PROOF_NOTES.iter().filter(|(kind, _)| kinds(*kind));
    let mut notes: Vec<Text> = notes.map(|(_, note)| *note).collect();
    if settled {
        notes.push(text(
            "sur une page dont un script peut changer la réponse, rien n’est tenu pour conforme sans scripts-inert = true",
            "where a script could change the answer, nothing is taken as passed without scripts-inert = true",
        ));
    }
    sheet.space();
    for note in notes {
        sheet.paragraph(note.get(lang));
    }
}

fn category_checks(sheet: &mut Sheet, category: Category, lang: Lang) {
    let title = match category {
        Category::Accessibility => text(
            "ce qui gêne ou empêche l’usage de la page",
            "what hinders people from using the page",
        ),
        Category::Conformance => text(
            "ce que le standard HTML n’admet pas",
            "what the HTML Standard does not allow",
        ),
        Category::Authoring => text(
            "ce qui, de l’écriture, se voit dans la page",
            "what shows of how the page was written",
        ),
    };
    sheet.title(category_name(category), title.get(lang));
    sheet.space();
    for meta in crate::checks::metas().filter(|m| m.category == category) {
        sheet.item(meta.id, 32, meta.title.get(lang));
    }
}
