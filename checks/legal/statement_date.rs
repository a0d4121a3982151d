//! The accessibility statement has a date, three years old at most (no RGAA test: a duty of its own).
//!
//! Décret n° 2019-768, article 4: the statement is dated, and brought up to date at least three years after it was made. Judged on pages that
//! `statement-section-missing` judges. Any date of the text that is not that of a law counts, so that a statement with one recent date is never
//! said to be too old. The age is told only where today's date is known: the command line knows it (or takes `SOURCE_DATE_EPOCH`).

use crate::check::{Category, Check, Context, Interest, Level, Meta};
use crate::text::{Text, text};

use super::dates::{Date, dates};
use super::statement;

pub static CHECK: &dyn Check = &StatementDate;

struct StatementDate;

static META: Meta = Meta {
    id: "statement-date",
    level: Level::Warning,
    category: Category::Accessibility,
    title: text(
        "Déclaration d’accessibilité sans date, ou périmée",
        "Accessibility statement without a date, or out of date",
    ),
    why: text(
        "Une déclaration ancienne ne dit plus rien du site d’aujourd’hui ; la loi lui donne trois ans.",
        "An old statement no longer tells anything of today's site; the law gives it three years.",
    ),
    fix: text(
        "Refaire l’audit, puis dater la déclaration : « Cette déclaration a été établie le… ».",
        "Audit the site again, then date the statement: \"This statement was prepared on…\".",
    ),
    interest: &[Interest::Page],
    fail: &[
        "<main><h1>Déclaration d’accessibilité</h1><p>Ce site est non conforme au RGAA (loi du 11 février 2005).</p></main>",
    ],
    pass: &[
        "<main><h1>Déclaration d’accessibilité</h1><p>Ce site est non conforme au RGAA. Établie le 12 mars 2026.</p></main>",
    ],
    na: &["<main><h1>Accessibilité</h1><p>Un ascenseur dessert la mairie.</p></main>"],
    ..Meta::NEW
};

const UNDATED: Text = text(
    "cette déclaration d’accessibilité ne porte pas de date",
    "this accessibility statement has no date",
);
const ASKED: Text = text(
    "cette déclaration d’accessibilité ne porte pas de date : un script l’ajoute-t-il ?",
    "this accessibility statement has no date: does a script add it?",
);
const OLD: Text = text(
    "la date la plus récente de cette déclaration d’accessibilité est « {date} » : elle a plus de trois ans",
    "the latest date of this accessibility statement is \"{date}\": it is over three years old",
);

/// Dates of laws, decrees and exemptions that statements quote.
const LAWS: [Date; 7] = [
    (2005, 2, 11),
    (2018, 9, 23),
    (2019, 7, 24),
    (2019, 9, 20),
    (2019, 9, 23),
    (2020, 9, 23),
    (2023, 9, 6),
];

/// Years for which a statement is good.
const YEARS: i32 = 3;

impl Check for StatementDate {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        let Some((heading, text)) = statement::declared(cx) else {
            return;
        };
        let mut found = dates(&text);
        found.retain(|(date, _)| !LAWS.contains(date));
        let Some(((year, month, day), written)) = found.into_iter().max() else {
            match cx.scripts_may_change() {
                true => cx.review(heading, &ASKED),
                false => cx.fail(heading, &UNDATED),
            };
            return;
        };
        match cx.options().today {
            Some(today) if (year + YEARS, month, day) < today => {
                cx.fail(heading, &OLD).arg("date", written);
            }
            _ => cx.pass(),
        }
    }
}
