//! The 106 criteria: how many of each status, between what and what the rates are, each criterion.

use std::fmt::Write;

use super::chart::{Bar, Chart, Series};
use super::escape::{esc, prose, told};
use crate::report::ledger::{PARTIAL, is_provisional, rates, status_noun};
use crate::report::words::{form, number};
use crate::report::{Style, Summary};
use crate::rgaa::{RGAA, SampleCriterion, Status, StatusCounts, Topic};
use crate::text::text;

const CLASSES: [&str; 4] = ["c", "nc", "na", "nt"];

/// Writes the section's content.
pub fn write(out: &mut String, summary: &Summary, style: &Style) {
    let lang = style.lang;
    let t = |fr, en| text(fr, en).get(lang);
    let _ = writeln!(out, "<p>{}</p>", prose(PARTIAL.get(lang), lang));
    let all: StatusCounts = summary.criteria.iter().map(|c| c.status).collect();
    out.push_str("<dl class=\"cards\">\n");
    let provisional = summary.criteria.iter().filter(|c| is_provisional(c));
    let provisional = provisional.count();
    for (status, class) in Status::ALL.into_iter().zip(CLASSES) {
        let n = all.of(status);
        let note = match (status, provisional) {
            (Status::C, 1..) => t(
                " <small>dont {n} encore NT sur des pages</small>",
                " <small>{n} of them still NT on some pages</small>",
            )
            .replace("{n}", &number(provisional, lang)),
            _ => String::new(),
        };
        let _ = writeln!(
            out,
            "<div class=\"{class}\"><dt><b class=\"st {class}\">{status}</b> {}</dt><dd>{}{note}</dd></div>",
            form(n, status_noun(status), lang),
            number(n, lang)
        );
    }
    out.push_str("</dl>\n");
    for line in rates(&summary.rates, summary.pages, lang) {
        let _ = writeln!(out, "<p>{}.</p>", prose(line.trim_end_matches('.'), lang));
    }
    let own = |topic: &Topic| -> Vec<SampleCriterion> {
        let places = topic.criteria.iter().filter_map(|c| c.id.index());
        places
            .filter_map(|i| summary.criteria.get(i).copied())
            .collect()
    };
    let bars: Vec<Bar> = RGAA
        .topics
        .iter()
        .map(|topic| {
            let counts: StatusCounts = own(topic).iter().map(|c| c.status).collect();
            Bar {
                label: format!("{} {}", topic.id, topic.title.get(lang)),
                parts: Status::ALL.iter().map(|s| counts.of(*s)).collect(),
                more: Vec::new(),
            }
        })
        .collect();
    let series: Vec<Series> = Status::ALL
        .iter()
        .zip(CLASSES)
        .map(|(status, class)| Series {
            name: status.name(),
            class,
        })
        .collect();
    Chart {
        id: "rt",
        title: t("Statut des critères par thème", "Status of the criteria by topic"),
        heads: t("Thème", "Topic"),
        more: &[],
        series: &series,
        bars: &bars,
        said: t(
            "Une barre par thème du RGAA, divisée en critères conformes (C), non conformes (NC), non applicables (NA) et non testés (NT). Les chiffres sont dans le tableau qui suit.",
            "A bar a topic of the RGAA, divided into criteria that conform (C), do not conform (NC), do not apply (NA) and are not tested (NT). The figures are in the table that follows.",
        ),
    }
    .draw(out, lang);
    for topic in RGAA.topics {
        let own = own(topic);
        let counts: StatusCounts = own.iter().map(|c| c.status).collect();
        let there = Status::ALL.into_iter().filter(|s| counts.of(*s) > 0);
        let parts: Vec<String> = there
            .map(|s| format!("{}\u{a0}{s}", counts.of(s)))
            .collect();
        let _ = writeln!(
            out,
            "<details class=\"topic\"><summary><h3 id=\"t{0}\">{0} {1}</h3> <small>{2}</small></summary>",
            topic.id,
            esc(topic.title.get(lang)),
            parts.join(", ")
        );
        criteria(out, topic, &own, summary.pages, style);
        out.push_str("</details>\n");
    }
}

fn criteria(out: &mut String, topic: &Topic, own: &[SampleCriterion], pages: usize, style: &Style) {
    let lang = style.lang;
    let t = |fr, en| text(fr, en).get(lang);
    let _ = write!(
        out,
        "<div class=\"wide\" role=\"group\" aria-labelledby=\"t{0}\" tabindex=\"0\"><table class=\"criteria\" aria-labelledby=\"t{0}\"><thead><tr><th scope=\"col\">{1}</th><th scope=\"col\">{2}</th>",
        topic.id,
        t("Critère", "Criterion"),
        t("Statut", "Status")
    );
    if pages > 1 {
        for status in Status::ALL {
            let _ = write!(
                out,
                "<th scope=\"col\">{} {status}</th>",
                t("Pages", "Pages")
            );
        }
    }
    out.push_str("</tr></thead><tbody>\n");
    for (criterion, sample) in topic.criteria.iter().zip(own) {
        let doubt = if is_provisional(sample) { "?" } else { "" };
        let _ = write!(
            out,
            "<tr><th scope=\"row\">{} {}</th><td><b class=\"st {}\">{}{doubt}</b></td>",
            criterion.id,
            told(criterion.title.get(lang), lang),
            CLASSES[Status::ALL
                .iter()
                .position(|s| *s == sample.status)
                .unwrap_or(3)],
            sample.status
        );
        if pages > 1 {
            for status in Status::ALL {
                let _ = write!(out, "<td>{}</td>", number(sample.pages.of(status), lang));
            }
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody></table></div>\n");
    if own.iter().any(is_provisional) {
        let said = t(
            "C? : conforme sur des pages et encore NT sur d’autres.",
            "C?: conforms on some pages and still NT on others.",
        );
        let _ = writeln!(out, "<p><small>{}</small></p>", prose(said, lang));
    }
}
