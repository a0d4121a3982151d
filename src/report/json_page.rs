//! The JSON object of a page.
//!
//! Most of it is an outcome for each test, criterion and check, under keys that are the same on every page: those are written once a run,
//! and copied.

use std::fmt::Display;
use std::sync::Arc;

use super::json::push;
use super::{CheckReport, PageReport};
use crate::check::Tally;
use crate::rgaa::RGAA;

/// Writes pages, one after the other.
pub struct PageWriter {
    tests: Keys,
    criteria: Keys,
    checks: CheckKeys,
    text: Vec<u8>,
}

impl Default for PageWriter {
    fn default() -> PageWriter {
        PageWriter {
            tests: RGAA.tests().map(|test| test.id).collect(),
            criteria: RGAA.criteria().map(|criterion| criterion.id).collect(),
            checks: CheckKeys::default(),
            text: Vec::new(),
        }
    }
}

impl PageWriter {
    /// The page on one line, safe to show in a terminal or a build's log.
    pub fn line(&mut self, page: &PageReport) -> &[u8] {
        let text = &mut self.text;
        text.clear();
        text.extend_from_slice(b"{\"path\":");
        push(text, &page.path);
        text.extend_from_slice(b",\"bytes\":");
        push(text, &page.bytes);
        text.extend_from_slice(b",\"encoding\":");
        push(text, page.encoding);
        text.extend_from_slice(b",\"language\":");
        push(text, &page.language);
        text.extend_from_slice(b",\"tests\":");
        self.tests
            .write(text, page.tests.0.iter().map(|o| o.name()));
        text.extend_from_slice(b",\"criteria\":");
        let statuses = page.criteria.0.iter().map(|s| s.name());
        self.criteria.write(text, statuses);
        text.extend_from_slice(b",\"checks\":");
        self.checks.write(text, page);
        text.extend_from_slice(b",\"findings\":");
        push(text, &page.findings);
        text.extend_from_slice(b",\"errors\":");
        push(text, &page.errors);
        text.push(b'}');
        text
    }
}

/// The keys of an object whose values are words, each as it is written before its value: `,"9.1.1":"`.
#[derive(Default)]
struct Keys {
    text: Vec<u8>,
    /// Where each ends.
    ends: Vec<usize>,
}

impl<K: Display> FromIterator<K> for Keys {
    fn from_iter<I: IntoIterator<Item = K>>(ids: I) -> Keys {
        let mut keys = Keys::default();
        for (rank, id) in ids.into_iter().enumerate() {
            keys.text.push(before(rank));
            push(&mut keys.text, &format_args!("{id}"));
            keys.text.extend_from_slice(b":\"");
            keys.ends.push(keys.text.len());
        }
        keys
    }
}

impl Keys {
    fn write<'w>(&self, text: &mut Vec<u8>, words: impl Iterator<Item = &'w str>) {
        let mut start = 0;
        for (&end, word) in self.ends.iter().zip(words) {
            text.extend_from_slice(&self.text[start..end]);
            text.extend_from_slice(word.as_bytes());
            text.push(b'"');
            start = end;
        }
        text.push(b'}');
    }
}

/// What is written before the key of this rank.
fn before(rank: usize) -> u8 {
    if rank == 0 { b'{' } else { b',' }
}

/// The keys of the checks of a run, each as it is written before its outcome, and all that is written where the check met nothing.
#[derive(Default)]
struct CheckKeys {
    ids: Arc<[&'static str]>,
    keys: Vec<(Vec<u8>, Vec<u8>)>,
}

impl CheckKeys {
    fn write(&mut self, text: &mut Vec<u8>, page: &PageReport) {
        if !Arc::ptr_eq(&self.ids, page.checks.ids()) {
            self.learn(page.checks.ids());
        }
        if self.keys.is_empty() {
            text.push(b'{');
        }
        let nothing = CheckReport::new(Tally::default());
        for ((key, of_nothing), report) in self.keys.iter().zip(page.checks.reports()) {
            if *report == nothing {
                text.extend_from_slice(of_nothing);
            } else {
                text.extend_from_slice(key);
                write_report(text, report);
            }
        }
        text.push(b'}');
    }

    fn learn(&mut self, ids: &Arc<[&'static str]>) {
        self.ids = Arc::clone(ids);
        let keys = ids.iter().enumerate().map(|(rank, id)| {
            let mut key = vec![before(rank)];
            push(&mut key, id);
            key.extend_from_slice(b":{\"outcome\":\"");
            let mut of_nothing = key.clone();
            write_report(&mut of_nothing, &CheckReport::new(Tally::default()));
            (key, of_nothing)
        });
        self.keys = keys.collect();
    }
}

/// What a check did, from its outcome on.
fn write_report(text: &mut Vec<u8>, report: &CheckReport) {
    text.extend_from_slice(report.outcome.name().as_bytes());
    text.extend_from_slice(b"\",\"passed\":");
    push(text, &report.passed);
    text.extend_from_slice(b",\"failed\":");
    push(text, &report.failed);
    text.extend_from_slice(b",\"review\":");
    push(text, &report.review);
    text.push(b'}');
}
