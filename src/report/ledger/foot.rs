//! The ledger in figures: how many of each status, what a person still has to do, between what and what the rates are.

use std::io::{self, Write};

use super::colon;
use super::row::is_provisional;
use super::tally::{Tally, Why};
use crate::report::text::bold;
use crate::report::words::{Noun, count, decimal, noun, number};
use crate::report::wrap::wrap;
use crate::report::{Style, Summary};
use crate::rgaa::{Bounds, Fraction, Outcome, RGAA, Rates, Status, StatusCounts};
use crate::text::{Lang, Text, text};

/// Prints it.
pub fn print(
    out: &mut dyn Write,
    summary: &Summary,
    tally: &Tally,
    style: &Style,
) -> io::Result<()> {
    let lang = style.lang;
    let bold = bold(style.colour);
    let counts: StatusCounts = summary.criteria.iter().map(|c| c.status).collect();
    let provisional = summary
        .criteria
        .iter()
        .filter(|c| is_provisional(c))
        .count();
    let parts: Vec<String> = Status::ALL
        .iter()
        .map(|s| {
            let mut said = count(counts.of(*s), status_noun(*s), lang);
            if *s == Status::C && provisional > 0 {
                let of_them = text(" (dont {n} C?)", " ({n} of them C?)").get(lang);
                said.push_str(&of_them.replace("{n}", &number(provisional, lang)));
            }
            said
        })
        .collect();
    let criteria = count(RGAA.criteria().len(), &CRITERIA, lang);
    let mut lines = vec![format!("{criteria}{}{}", colon(lang), parts.join(", "))];
    if tally.pages == 1 {
        lines.push(tests(tally, lang));
    }
    let mut first = true;
    for line in lines {
        for line in wrap(&line, style.width) {
            match first {
                true => writeln!(out, "{bold}{line}{bold:#}")?,
                false => writeln!(out, "{line}")?,
            }
        }
        first = false;
    }
    for line in rates(&summary.rates, tally.pages, lang) {
        for line in wrap(&line, style.width) {
            writeln!(out, "{line}")?;
        }
    }
    let withheld = tally.all_open(Why::Scripts);
    if withheld > 0 {
        let said = SCRIPTS
            .get(lang)
            .replace("{tests}", &count(withheld, &SETTLED, lang));
        for line in wrap(&said, style.width) {
            writeln!(out, "{line}")?;
        }
    }
    Ok(())
}

/// `258 tests : 20 réussis, 3 en échec…`
fn tests(tally: &Tally, lang: Lang) -> String {
    let parts: Vec<String> = OUTCOMES
        .iter()
        .map(|(outcome, noun)| (tally.outcomes_of(*outcome), noun))
        .filter(|(n, _)| *n > 0)
        .map(|(n, noun)| count(n, noun, lang))
        .collect();
    let all = count(RGAA.tests().len(), &TESTS, lang);
    format!("{all}{}{}", colon(lang), parts.join(", "))
}

/// What can be said of the rates, a line each.
pub fn rates(rates: &Rates, pages: usize, lang: Lang) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = |what: Text, bounds: &Option<Bounds>| {
        if let Some(bounds) = bounds {
            let said = between(bounds, rates.complete, lang);
            lines.push(format!("{}{}{said}", what.get(lang), colon(lang)));
        }
    };
    line(
        text(
            "Part des critères applicables qui sont conformes",
            "Share of applicable criteria that conform",
        ),
        &rates.global,
    );
    if pages > 1 {
        line(
            text("En moyenne par page", "Mean over the pages"),
            &rates.page_mean,
        );
    }
    if rates.complete && !lines.is_empty() {
        let warning = text(
            "Rien ne reste à tester d’après la machine ; seul un audit fait ou relu par une personne donne un taux de conformité.",
            "Nothing is left to test as far as the machine can say; only an audit made or read again by a person gives a conformance rate.",
        );
        lines.push(warning.get(lang).to_owned());
    }
    lines
}

fn between(bounds: &Bounds, complete: bool, lang: Lang) -> String {
    let (lower, upper) = (&bounds.lower, &bounds.upper);
    if complete {
        return percent(lower, lower.thousandths(), lang);
    }
    let lower = percent(lower, lower.thousandths(), lang);
    let upper = percent(upper, upper.thousandths_up(), lang);
    text(
        "entre {lower} et {upper}, selon ce qu’une personne dira de ce qui est NT",
        "between {lower} and {upper}, by what a person will say of what is NT",
    )
    .get(lang)
    .replace("{lower}", &lower)
    .replace("{upper}", &upper)
}

/// `57,4 % (31/54)`; a fraction too long to mean anything to a person is left to JSON.
fn percent(fraction: &Fraction, thousandths: u16, lang: Lang) -> String {
    let places = usize::from(!thousandths.is_multiple_of(1000));
    let value = decimal(f64::from(thousandths) / 10.0, places, lang);
    let sign = text(" %", "%").get(lang);
    let exact = fraction.to_string();
    if exact.len() > 12 {
        return format!("{value}{sign}");
    }
    format!("{value}{sign} ({exact})")
}

const CRITERIA: Noun = noun(text("critère", "criterion"), text("critères", "criteria"));
const TESTS: Noun = noun(text("test", "test"), text("tests", "tests"));

/// What criteria of a status are.
pub fn status_noun(status: Status) -> &'static Noun {
    const C: Noun = noun(text("conforme", "conforms"), text("conformes", "conform"));
    const NC: Noun = noun(
        text("non conforme", "does not conform"),
        text("non conformes", "do not conform"),
    );
    const NA: Noun = noun(
        text("non applicable", "does not apply"),
        text("non applicables", "do not apply"),
    );
    const NT: Noun = noun(
        text("à tester par une personne", "for a person to test"),
        text("à tester par une personne", "for a person to test"),
    );
    match status {
        Status::C => &C,
        Status::NC => &NC,
        Status::NA => &NA,
        Status::NT => &NT,
    }
}

const OUTCOMES: [(Outcome, Noun); 5] = [
    (
        Outcome::Passed,
        noun(text("réussi", "passed"), text("réussis", "passed")),
    ),
    (
        Outcome::Failed,
        noun(text("en échec", "failed"), text("en échec", "failed")),
    ),
    (
        Outcome::Inapplicable,
        noun(
            text("sans objet", "inapplicable"),
            text("sans objet", "inapplicable"),
        ),
    ),
    (
        Outcome::CantTell,
        noun(
            text("à trancher", "to be decided"),
            text("à trancher", "to be decided"),
        ),
    ),
    (
        Outcome::Untested,
        noun(
            text("non examiné", "not looked at"),
            text("non examinés", "not looked at"),
        ),
    ),
];

const SCRIPTS: Text = text(
    "{tests} si les scripts ne changent rien à ce qui est jugé : le déclarer par scripts-inert = true dans vigie.toml",
    "{tests} if scripts change nothing of what is judged: declare it with scripts-inert = true in vigie.toml",
);
const SETTLED: Noun = noun(
    text(
        "résultat de test serait tranché",
        "more test outcome would be decided",
    ),
    text(
        "résultats de test seraient tranchés",
        "more test outcomes would be decided",
    ),
);

#[cfg(test)]
mod unit {
    use super::*;

    #[test]
    fn percentages_are_rounded_outwards() {
        let bounds = Bounds {
            lower: Fraction::of(1, 3).unwrap(),
            upper: Fraction::of(2, 3).unwrap(),
        };
        assert!(
            between(&bounds, false, Lang::Fr)
                .starts_with("entre 33,3 % (1/3) et 66,7 % (2/3), selon"),
        );
        let done = Bounds {
            lower: Fraction::of(2499, 2500).unwrap(),
            upper: Fraction::of(2499, 2500).unwrap(),
        };
        assert_eq!(between(&done, true, Lang::En), "99.9% (2499/2500)");
    }
}
