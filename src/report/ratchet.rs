//! A run beside what was accepted before: what is new, what is known, what is met no more.

use serde::Serialize;

use super::Scope;
use super::escape::visible;
use super::words::number;
use crate::text::{Lang, text};

/// A cause as a baseline remembers it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct KnownCause {
    /// Id of the check.
    pub check: String,
    /// See [`super::Cause::fingerprint`].
    pub fingerprint: String,
    /// Who writes it.
    pub scope: Scope,
    /// Pages that have it.
    pub pages: usize,
    /// What is wrong, as it was said then.
    pub message: String,
    /// The source of the first occurrence, cut short.
    pub excerpt: String,
    /// The pages, when a page writes it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub paths: Vec<String>,
    /// Why it is accepted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Who is to mend it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// The last day it is accepted, `2026-12-31`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expires: Option<String>,
}

/// What a baseline says of a run. Counts are of causes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Ratchet {
    /// Not accepted, or no longer.
    pub new: usize,
    /// Accepted.
    pub known: usize,
    /// Accepted and met no more, among what this run looked at.
    pub fixed: Vec<KnownCause>,
    /// Met, accepted until a day gone by: new again.
    pub expired: Vec<KnownCause>,
    /// Met on more pages than were accepted: new again.
    pub spread: Vec<KnownCause>,
}

/// Entries shown of each list.
const SHOWN: usize = 10;

impl Ratchet {
    /// The lines that a summary for people shows.
    pub fn lines(&self, lang: Lang) -> Vec<String> {
        let (new, known) = (number(self.new, lang), number(self.known, lang));
        let fixed = number(self.fixed.len(), lang);
        let mut lines = vec![match lang {
            Lang::Fr => format!(
                "État de référence : {new} à corriger (nouveaux), {known} acceptés (connus), {fixed} disparus"
            ),
            Lang::En => format!(
                "Baseline: {new} to mend (new), {known} accepted (known), {fixed} gone (fixed)"
            ),
        }];
        for (entries, what, dated) in [
            (
                &self.expired,
                text("accepté jusqu’au", "accepted until"),
                true,
            ),
            (
                &self.spread,
                text("sur d’autres pages", "on more pages"),
                false,
            ),
            (&self.fixed, text("disparu", "gone"), false),
        ] {
            for entry in entries.iter().take(SHOWN) {
                let what = match &entry.expires {
                    Some(day) if dated => format!("{} {day}", what.get(lang)),
                    _ => what.get(lang).to_owned(),
                };
                let colon = text(" : ", ": ").get(lang);
                let (check, message) = (visible(&entry.check), visible(&entry.message));
                lines.push(format!("  {what}{colon}{check}{colon}{message}"));
            }
            if let more @ 1.. = entries.len().saturating_sub(SHOWN) {
                let more = number(more, lang);
                lines.push(match lang {
                    Lang::Fr => format!("  … et {more} de plus"),
                    Lang::En => format!("  … and {more} more"),
                });
            }
        }
        lines
    }
}
