//! What is wrong with a date or a time, in words.

use std::ops::Range;

use super::values::{Problem, SPACES};
use crate::check::Level;
use crate::spec::syntax::datetime::{self, Form, Kind};
use crate::text::{Text, text};

const YEAR: Text = text("il n’y a pas d’année 0", "there is no year 0");
const MONTH: Text = text("il n’y a pas de mois {found}", "there is no month {found}");
const DAY: Text = text(
    "il n’y a pas de jour {found} : ce mois en a {most}",
    "there is no day {found}: that month has {most}",
);
const WEEK: Text = text(
    "il n’y a pas de semaine {found} : cette année en a {most}",
    "there is no week {found}: that year has {most}",
);
const HOUR: Text = text(
    "{found} n’est pas une heure : de 00 à 23",
    "{found} is no hour: from 00 to 23",
);
const MINUTE: Text = text(
    "{found} ne sont pas des minutes : de 00 à 59",
    "{found} is no minute: from 00 to 59",
);
const SECOND: Text = text(
    "{found} ne sont pas des secondes : de 00 à 59",
    "{found} is no second: from 00 to 59",
);
const FRACTION: Text = text(
    "trop de chiffres après les secondes : trois au plus",
    "too many digits after the seconds: three at most",
);
const ZONE: Text = text(
    "« {found} » n’est pas un décalage horaire : de -23:59 à +23:59, et +00:00 ou Z pour le temps universel",
    "\"{found}\" is no time-zone offset: from -23:59 to +23:59, and +00:00 or Z for universal time",
);
const TWICE: Text = text(
    "« {found} » : cette unité est déjà dans la durée",
    "\"{found}\": this unit is already in the duration",
);
const UNLIKELY_YEAR: Text = text(
    "l’année {found} est peut-être mal écrite",
    "the year {found} may be mistyped",
);
const UNLIKELY_ZONE: Text = text(
    "aucun fuseau horaire n’a le décalage « {found} »",
    "no time zone has the offset \"{found}\"",
);

/// What is wrong with `value`, of which nothing is when `forms` are allowed. `expected` tells the forms, with examples.
pub fn of<'v>(
    value: &'v str,
    forms: &[Form],
    expected: Text,
) -> Option<(Range<usize>, Problem<'v>)> {
    let (kind, at) = datetime::check(value, forms).err()?;
    let problem = match kind {
        Kind::Form if datetime::check(value.trim_ascii(), forms).is_ok() => Problem::new(SPACES),
        Kind::Form => Problem::new(expected),
        Kind::Year => Problem::new(YEAR),
        Kind::Day(most) => most_of(DAY, most),
        Kind::Week(most) => most_of(WEEK, most),
        Kind::Month => Problem::new(MONTH),
        Kind::Hour => Problem::new(HOUR),
        Kind::Minute => Problem::new(MINUTE),
        Kind::Second => Problem::new(SECOND),
        Kind::Fraction => Problem::new(FRACTION),
        Kind::Zone => Problem::new(ZONE),
        Kind::UnitTwice => Problem::new(TWICE),
        Kind::UnlikelyYear => Problem::new(UNLIKELY_YEAR),
        Kind::UnlikelyZone => Problem::new(UNLIKELY_ZONE),
    };
    Some((at.clone(), problem.with_found(&value[at])))
}

/// What is doubtful in a value that these forms allow, as a warning.
pub fn doubt<'v>(value: &'v str, forms: &[Form]) -> Option<(Range<usize>, Problem<'v>)> {
    let (kind, at) = datetime::doubt(value, forms)?;
    let words = match kind {
        Kind::UnlikelyYear => UNLIKELY_YEAR,
        _ => UNLIKELY_ZONE,
    };
    let problem = Problem::new(words).level(Level::Warning);
    Some((at.clone(), problem.with_found(&value[at])))
}

fn most_of<'v>(words: Text, most: u32) -> Problem<'v> {
    let most = match most {
        28 => "28",
        29 => "29",
        30 => "30",
        31 => "31",
        52 => "52",
        _ => "53",
    };
    Problem::new(words).with("most", most)
}
