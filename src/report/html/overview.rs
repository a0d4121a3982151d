//! The summary: a sentence, figures, two pictures.

use std::fmt::Write;

use super::chart::{Bar, Chart, Series};
use super::escape::{message, prose};
use super::item;
use super::list::{CAUSES, all_topics, topic_title};
use crate::check::Level;
use crate::report::words::{self, FINDINGS, PAGES, count, number};
use crate::report::{Cause, End, Levels, Scope, State, Style};
use crate::rgaa::{RGAA, Status};
use crate::text::{Lang, text};

/// Causes whose weight among the findings is told.
const FIRST: usize = 10;

/// Writes the section's content.
pub fn write(out: &mut String, end: &End<'_>, style: &Style) {
    let lang = style.lang;
    for sentence in sentences(end, style) {
        let _ = writeln!(out, "<p class=\"lead\">{}</p>", prose(&sentence, lang));
    }
    cards(out, end, style);
    if let Some(ratchet) = &end.summary.baseline {
        let mut lines = ratchet.lines(lang).into_iter();
        let _ = writeln!(
            out,
            "<p>{}.</p>",
            prose(&lines.next().unwrap_or_default(), lang)
        );
        let entries: Vec<String> = lines
            .map(|line| format!("<li>{}</li>", message(line.trim(), lang)))
            .collect();
        if !entries.is_empty() {
            let _ = writeln!(out, "<ul class=\"troubles\">{}</ul>", entries.join("\n"));
        }
    }
    if end.causes.is_empty() {
        return;
    }
    out.push_str("<div class=\"charts\">\n");
    by_topic(out, end.causes, style);
    by_pages(out, end.causes, style);
    out.push_str("</div>\n");
}

fn sentences(end: &End<'_>, style: &Style) -> Vec<String> {
    let lang = style.lang;
    let t = |fr, en| text(fr, en).get(lang);
    if end.summary.pages == 0 {
        return vec![t("Aucune page n’a été contrôlée.", "No page was audited.").to_owned()];
    }
    let findings: usize = end.causes.iter().map(|c| c.occurrences).sum();
    if findings == 0 {
        return vec![
            t(
                "Rien n’a été trouvé par les règles choisies. Ce qui demande un jugement reste à tester par une personne.",
                "The chosen checks found nothing. What takes judgement is left for a person to test.",
            )
            .to_owned(),
        ];
    }
    let mut said = vec![
        t(
            "{causes} à l’origine de {findings} : une cause est ce qu’une seule correction répare, où qu’elle se répète.",
            "{causes} behind {findings}: a cause is what one change mends, wherever it is repeated.",
        )
        .replace("{causes}", &count(end.causes.len(), &CAUSES, lang))
        .replace("{findings}", &count(findings, &FINDINGS, lang)),
    ];
    let sum =
        |causes: &mut dyn Iterator<Item = &Cause>| -> usize { causes.map(|c| c.occurrences).sum() };
    let of_templates = |c: &&Cause| c.scope == Scope::Template;
    let templates = end.causes.iter().filter(of_templates).count();
    if templates > 0 {
        let part = sum(&mut end.causes.iter().filter(of_templates));
        said.push(
            t(
                "{n} dans un gabarit (en-tête, pied de page, composant répété) : {part} des constats.",
                "{n} in a template (header, footer, repeated component): {part} of the findings.",
            )
            .replace("{n}", &count(templates, &CAUSES, lang))
            .replace("{part}", &percent(part, findings, lang)),
        );
    }
    if end.causes.len() > 2 * FIRST {
        let mut all: Vec<usize> = end.causes.iter().map(|c| c.occurrences).collect();
        all.sort_unstable_by(|a, b| b.cmp(a));
        let part: usize = all.iter().take(FIRST).sum();
        said.push(
            t(
                "Corriger les {n} causes les plus répandues fait disparaître {part} des constats.",
                "Mending the {n} most frequent causes takes {part} of the findings away.",
            )
            .replace("{n}", &FIRST.to_string())
            .replace("{part}", &percent(part, findings, lang)),
        );
    }
    vec![said.remove(0), said.join(" ")]
        .into_iter()
        .filter(|s| !s.is_empty())
        .collect()
}

/// A share, rounded down; never 100 for a part.
fn percent(part: usize, whole: usize, lang: Lang) -> String {
    let n = part * 100 / whole.max(1);
    match lang {
        Lang::Fr => format!("{n} %"),
        Lang::En => format!("{n}%"),
    }
}

fn levels(causes: &mut dyn Iterator<Item = &Cause>) -> Levels {
    let mut levels = Levels::default();
    causes.for_each(|c| levels.add(c.first.level));
    levels
}

fn cards(out: &mut String, end: &End<'_>, style: &Style) {
    let lang = style.lang;
    let t = |fr, en| text(fr, en).get(lang);
    out.push_str("<dl class=\"cards\">\n");
    let mut card = |name: &str, n: usize, note: &str| {
        let _ = writeln!(
            out,
            "<div><dt>{name}</dt><dd>{} <small>{}</small></dd></div>",
            number(n, lang),
            prose(note, lang)
        );
    };
    let of_causes = levels(&mut end.causes.iter());
    card(
        t("Causes", "Causes"),
        end.causes.len(),
        &words::levels(&of_causes, lang),
    );
    if end.summary.baseline.is_some() {
        let new = |c: &&Cause| c.state == State::New;
        let note = words::levels(&levels(&mut end.causes.iter().filter(new)), lang);
        card(
            t("Nouvelles causes", "New causes"),
            end.causes.iter().filter(new).count(),
            &note,
        );
    }
    let findings = &end.summary.findings;
    let all = findings.error + findings.warning + findings.note;
    card(
        t("Constats", "Findings"),
        all,
        &words::levels(findings, lang),
    );
    let of_pages = t("sur {pages}", "of {pages}");
    let of_pages = of_pages.replace("{pages}", &count(end.summary.pages, &PAGES, lang));
    card(
        t("Pages avec des constats", "Pages with findings"),
        end.summary.pages_with_findings,
        &of_pages,
    );
    let failed = end.summary.criteria.iter();
    let failed = failed.filter(|c| c.status == Status::NC).count();
    let of_criteria = t("sur {n}, avec certitude", "of {n}, for certain");
    let of_criteria = of_criteria.replace("{n}", &RGAA.criteria().len().to_string());
    card(
        t("Critères RGAA non conformes", "RGAA criteria not met"),
        failed,
        &of_criteria,
    );
    out.push_str("</dl>\n");
}

fn series(lang: Lang) -> [Series; 3] {
    let t = |fr, en| text(fr, en).get(lang);
    [
        (t("Erreurs", "Errors"), "error"),
        (t("Avertissements", "Warnings"), "warning"),
        (t("Notes", "Notes"), "note"),
    ]
    .map(|(name, class)| Series { name, class })
}

fn part(level: Level) -> Option<usize> {
    Some(match level {
        Level::Error => 0,
        Level::Warning => 1,
        Level::Note => 2,
        Level::Off => return None,
    })
}

fn by_topic(out: &mut String, causes: &[Cause], style: &Style) {
    let lang = style.lang;
    let t = |fr, en| text(fr, en).get(lang);
    let keys: Vec<String> = all_topics().collect();
    let mut bars: Vec<Bar> = keys
        .iter()
        .map(|key| Bar {
            label: topic_title(key, style),
            parts: vec![0; 3],
            more: Vec::new(),
        })
        .collect();
    for cause in causes {
        for topic in item::topics(cause, style) {
            let bar = keys.iter().position(|k| *k == topic);
            if let (Some(bar), Some(part)) = (bar, part(cause.first.level)) {
                bars[bar].parts[part] += 1;
            }
        }
    }
    let most = bars.iter().max_by_key(|b| b.parts.iter().sum::<usize>());
    let said = t(
        "Une barre par thème, divisée en erreurs, avertissements et notes ; la plus longue : {most}. Une cause qui touche plusieurs thèmes compte dans chacun. Les chiffres sont dans le tableau qui suit.",
        "A bar a topic, divided into errors, warnings and notes; the longest: {most}. A cause that touches several topics counts in each. The figures are in the table that follows.",
    );
    Chart {
        id: "ct",
        title: t("Causes par thème", "Causes by topic"),
        heads: t("Thème", "Topic"),
        more: &[],
        series: &series(lang),
        bars: &bars,
        said: &said.replace("{most}", most.map_or("", |b| &b.label)),
    }
    .draw(out, lang);
}

/// The least number of pages of each class, and its name.
const CLASSES: [(usize, &str, &str); 5] = [
    (1_000, "1 000 pages et plus", "1,000 pages and more"),
    (100, "100 à 999 pages", "100 to 999 pages"),
    (10, "10 à 99 pages", "10 to 99 pages"),
    (2, "2 à 9 pages", "2 to 9 pages"),
    (0, "Une seule page", "One page only"),
];

fn by_pages(out: &mut String, causes: &[Cause], style: &Style) {
    let lang = style.lang;
    let t = |fr, en| text(fr, en).get(lang);
    let mut bars: Vec<Bar> = CLASSES
        .iter()
        .map(|(_, fr, en)| Bar {
            label: text(fr, en).get(lang).replace("1 000", "1\u{202f}000"),
            parts: vec![0; 3],
            more: Vec::new(),
        })
        .collect();
    let mut findings = [0; CLASSES.len()];
    for cause in causes {
        let class = CLASSES
            .iter()
            .position(|c| cause.pages >= c.0)
            .unwrap_or_default();
        findings[class] += cause.occurrences;
        if let Some(part) = part(cause.first.level) {
            bars[class].parts[part] += 1;
        }
    }
    for (bar, findings) in bars.iter_mut().zip(findings) {
        bar.more.push(number(findings, lang));
    }
    Chart {
        id: "cp",
        title: t("Causes selon le nombre de pages touchées", "Causes by number of pages touched"),
        heads: t("Pages touchées", "Pages touched"),
        more: &[t("Constats", "Findings")],
        series: &series(lang),
        bars: &bars,
        said: t(
            "Une barre par tranche de pages touchées, divisée en erreurs, avertissements et notes : ce qui touche le plus de pages est en haut, et se corrige une seule fois. Les chiffres sont dans le tableau qui suit.",
            "A bar for each range of pages touched, divided into errors, warnings and notes: what touches most pages is at the top, and is mended once. The figures are in the table that follows.",
        ),
    }
    .draw(out, lang);
}
