//! What was asked of the site's files, and what they answered.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};

use crate::check::{Base, Entry, SiteFiles};

/// A question: the site, the path, whether another case was asked for.
type Question = (u32, String, bool);

/// An answer that outlives the files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum Answer {
    /// A file, under this path; nothing: under the path asked for.
    File(Option<String>),
    Folder,
    Missing,
    Unknown,
    OtherCase(Option<String>),
}

/// Questions with their answers.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Asked(Vec<(Question, Answer)>);

impl Asked {
    /// Whether these files answer the same.
    pub fn holds(&self, files: &dyn SiteFiles) -> bool {
        let answer = |(site, path, case): &Question| match case {
            true => Answer::OtherCase(files.other_case(*site, path)),
            false => of_entry(path, &files.find(*site, path)),
        };
        self.0.iter().all(|(asked, told)| answer(asked) == *told)
    }
}

fn of_entry(path: &str, entry: &Entry<'_>) -> Answer {
    match entry {
        Entry::File(file) if *file == path => Answer::File(None),
        Entry::File(file) => Answer::File(Some((*file).to_owned())),
        Entry::Folder => Answer::Folder,
        Entry::Missing => Answer::Missing,
        Entry::Unknown => Answer::Unknown,
    }
}

/// Files that remember what they were asked.
pub(super) struct Recording<'f> {
    files: &'f dyn SiteFiles,
    asked: Mutex<BTreeMap<Question, Answer>>,
}

impl<'f> Recording<'f> {
    pub fn new(files: &'f dyn SiteFiles) -> Recording<'f> {
        Recording {
            files,
            asked: Mutex::default(),
        }
    }

    pub fn into_asked(self) -> Asked {
        let asked = self
            .asked
            .into_inner()
            .unwrap_or_else(PoisonError::into_inner);
        Asked(asked.into_iter().collect())
    }

    fn remember(&self, question: Question, answer: Answer) {
        let mut asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        asked.insert(question, answer);
    }
}

impl SiteFiles for Recording<'_> {
    fn find(&self, site: u32, path: &str) -> Entry<'_> {
        let entry = self.files.find(site, path);
        self.remember((site, path.to_owned(), false), of_entry(path, &entry));
        entry
    }

    fn other_case(&self, site: u32, path: &str) -> Option<String> {
        let other = self.files.other_case(site, path);
        let answer = Answer::OtherCase(other.clone());
        self.remember((site, path.to_owned(), true), answer);
        other
    }

    /// It is of the settings.
    fn base(&self) -> &Base {
        self.files.base()
    }
}
