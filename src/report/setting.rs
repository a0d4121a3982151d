//! Where a run takes place, and how files are named to a platform.

use std::borrow::Cow;

use super::{Cause, Certainty, Origin, State};
use crate::check::Level;
use crate::source::Position;

/// What some formats must know of a run before it begins.
#[derive(Clone, Debug, Default)]
pub struct Setting {
    /// The working directory, absolute, `/` separators. Empty: paths are left as they are.
    pub here: String,
    /// The folder that platforms name files from: the top of the repository around the working directory, else that itself.
    pub top: String,
    /// The address where the site is served, when it is declared.
    pub base: Option<String>,
    /// The level from which findings fail the run; [`Level::Off`]: never.
    pub fail_on: Level,
}

impl Setting {
    /// A path as platforms name files: from the top of the repository, without `.` and `..`. What is elsewhere stays as it is.
    pub fn path<'p>(&self, path: &'p str) -> Cow<'p, str> {
        if self.here.is_empty() || path == "-" {
            return Cow::Borrowed(path);
        }
        let absolute = path.starts_with('/') || path.as_bytes().get(1) == Some(&b':');
        let from = if absolute { "" } else { &self.here };
        let mut whole: Vec<&str> = from.split('/').collect();
        for part in path.split('/') {
            match part {
                "" | "." => {}
                ".." => drop(whole.pop()),
                part => whole.push(part),
            }
        }
        let top: Vec<&str> = self.top.split('/').filter(|p| !p.is_empty()).collect();
        whole.retain(|part| !part.is_empty());
        match whole.strip_prefix(&*top) {
            Some(rest) if !rest.is_empty() => Cow::Owned(rest.join("/")),
            _ => Cow::Borrowed(path),
        }
    }
}

/// The one place where a cause is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot<'c> {
    /// The file.
    pub path: &'c str,
    /// From 1.
    pub line: u32,
    /// From 1, in scalar values.
    pub column: u32,
    /// Where it ends (line, column), when that is known.
    pub end: Option<(u32, u32)>,
    /// It is a source, not a page that was built from it.
    pub is_source: bool,
}

impl Cause {
    /// Whether it fails a run that findings fail from a level on: it is as loud, and no baseline accepts it.
    pub fn fails(&self, fail_on: Level) -> bool {
        fail_on != Level::Off && self.first.level >= fail_on && self.state == State::New
    }

    /// The file to change when that is certain, else the first page.
    pub fn spot(&self) -> Spot<'_> {
        match &self.origin {
            Some(origin) if origin.certainty == Certainty::Certain => Spot::source(origin),
            _ => Spot::page(self.path(), self.first.start, self.first.end),
        }
    }
}

impl<'c> Spot<'c> {
    /// In the sources.
    pub fn source(origin: &'c Origin) -> Spot<'c> {
        Spot {
            path: &origin.path,
            line: origin.line,
            column: origin.column,
            end: None,
            is_source: true,
        }
    }

    /// In a page.
    pub fn page(path: &'c str, start: Position, end: Position) -> Spot<'c> {
        Spot {
            path,
            line: start.line,
            column: start.column,
            end: Some((end.line, end.column)),
            is_source: false,
        }
    }
}

/// A path as it stands in an address.
pub(super) fn encoded(path: &str) -> String {
    percent_encoded(path, "/")
}

/// A text as part of an address (RFC 3986, 2.1); `kept`: ASCII signs that have their meaning there.
pub fn percent_encoded(text: &str, kept: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        let unreserved = byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
        if unreserved || kept.as_bytes().contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::Setting;

    #[test]
    fn files_are_named_from_the_top_of_the_repository() {
        let setting = Setting {
            here: "/work/repo/docs".to_owned(),
            top: "/work/repo".to_owned(),
            ..Setting::default()
        };
        for (given, named) in [
            ("_site/a.html", "docs/_site/a.html"),
            ("./_site//a.html", "docs/_site/a.html"),
            ("../public/a.html", "public/a.html"),
            ("/work/repo/b.html", "b.html"),
            ("/tmp/c.html", "/tmp/c.html"),
            ("../../other/c.html", "../../other/c.html"),
            ("-", "-"),
        ] {
            assert_eq!(setting.path(given), named);
        }
        assert_eq!(Setting::default().path("./a.html"), "./a.html");
    }
}
