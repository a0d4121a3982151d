//! What each check that found something is about, as `vigie explain` tells it.

use std::fmt::Write;

use super::escape::{esc, prose, told};
use crate::check::Meta;
use crate::report::words::{self, FINDINGS, PAGES, count};
use crate::report::{CheckSummary, Style, Summary};
use crate::rgaa::RGAA;
use crate::text::text;

/// Writes a disclosure a check, the loudest first.
pub fn write(out: &mut String, summary: &Summary, style: &Style) {
    let mut checks: Vec<(&str, &CheckSummary)> = summary
        .checks
        .iter()
        .map(|(id, check)| (*id, check))
        .collect();
    checks.sort_by_key(|(id, check)| {
        use std::cmp::Reverse;
        (Reverse(check.level), Reverse(check.findings), *id)
    });
    for (id, check) in checks {
        if let Some(meta) = (style.meta)(id) {
            one(out, meta, check, style);
        }
    }
}

fn one(out: &mut String, meta: &Meta, check: &CheckSummary, style: &Style) {
    let lang = style.lang;
    let t = |fr, en| text(fr, en).get(lang);
    let on = t("sur", "on");
    let _ = writeln!(
        out,
        "<details class=\"check\" data-l=\"{}\"><summary><h3>{}</h3> <code>{}</code> <small>{} {on} {}</small></summary>\n<div id=\"r-{}\">",
        check.level,
        told(meta.title.get(lang), lang),
        meta.id,
        count(check.findings, &FINDINGS, lang),
        count(check.pages, &PAGES, lang),
        meta.id
    );
    let _ = writeln!(
        out,
        "<dl>\n<dt>{}</dt><dd>{}</dd>\n<dt>{}</dt><dd>{}</dd>",
        t("Pourquoi", "Why"),
        told(meta.why.get(lang), lang),
        t("À faire", "What to do"),
        told(meta.fix.get(lang), lang)
    );
    if !meta.proofs.is_empty() {
        let what = t("Ce que cela prouve", "What it proves");
        let _ = write!(out, "<dt>{what} (RGAA {})</dt><dd><ul>", RGAA.version);
        for proof in meta.proofs {
            let word = words::proof(proof).get(lang);
            for &id in proof.tests {
                let title = RGAA.test(id).map_or("", |test| test.title.get(lang));
                let _ = write!(
                    out,
                    "<li><b>{id}</b> {word}{} {}</li>",
                    t("\u{a0}:", ":"),
                    told(title, lang)
                );
            }
        }
        out.push_str("</ul>");
        for (kind, note) in words::PROOF_NOTES {
            if meta.proofs.iter().any(|p| p.kind == kind) {
                let _ = write!(out, "<p><small>{}</small></p>", prose(note.get(lang), lang));
            }
        }
        out.push_str("</dd>\n");
    }
    if !meta.act.is_empty() {
        let _ = write!(
            out,
            "<dt>{}</dt><dd><ul>",
            t("Règles ACT du W3C", "W3C ACT rules")
        );
        for id in meta.act {
            let _ = write!(
                out,
                "<li><a href=\"https://www.w3.org/WAI/standards-guidelines/act/rules/{id}/\" hreflang=\"en\" rel=\"noreferrer\">{} {id}</a></li>",
                t("Règle ACT", "ACT rule")
            );
        }
        out.push_str("</ul></dd>\n");
    }
    for (name, examples) in [
        (t("Exemples en échec", "Examples that fail"), meta.fail),
        (
            t("Exemples à vérifier", "Examples for a person to check"),
            meta.review,
        ),
        (t("Exemples conformes", "Examples that pass"), meta.pass),
    ] {
        if examples.is_empty() {
            continue;
        }
        let _ = write!(out, "<dt>{name}</dt><dd>");
        for example in examples {
            out.push_str("<pre><code>");
            for line in example.lines().filter(|l| !l.trim().is_empty()) {
                let _ = write!(out, "<span>{}</span>", esc(line));
            }
            out.push_str("</code></pre>");
        }
        out.push_str("</dd>\n");
    }
    let _ = writeln!(out, "</dl>\n</div></details>");
}
