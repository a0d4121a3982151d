//! `sarif`: SARIF 2.1.0, a result per cause.
//!
//! Held within what GitHub takes: 5,000 results, the loudest; as many related places as keep the file far under 10 MB when it is
//! compressed; 20 tags a rule. A question for a person keeps the level its owner gave it: `kind: review` would ask for level `none`,
//! and platforms would show it as nothing.

use std::collections::BTreeSet;
use std::io::{self, Write};

use serde_json::{Value, json};

use super::escape::visible;
use super::sarif_rules::rule;
use super::setting::{Setting, Spot, encoded};
use super::words::{self, count};
use super::{Cause, End, PageReport, Printer, RunError, State, Style};
use crate::check::Verdict;
use crate::text::{Lang, text};

/// Results GitHub shows.
const MAX_RESULTS: usize = 5_000;
/// Places beside the first that a result has at most.
const MAX_RELATED: usize = 99;
/// Bytes after which results have [`FEW`] related places: what is said ten thousand times compresses ten to one.
const FULL_BYTES: usize = 16 << 20;
/// Bytes after which no more result is written.
const MAX_BYTES: usize = 40 << 20;
const FEW: usize = 5;
/// Paths that could not be read, told one by one.
const MAX_NOTIFICATIONS: usize = 100;

/// Prints one log with one run.
pub struct Sarif {
    style: Style,
    setting: Setting,
    /// Ids of the checks that ran.
    checks: BTreeSet<&'static str>,
}

impl Sarif {
    /// A printer.
    pub fn new(style: Style, setting: &Setting) -> Sarif {
        Sarif {
            style,
            setting: setting.clone(),
            checks: BTreeSet::new(),
        }
    }

    fn location(&self, spot: &Spot<'_>) -> Value {
        let path = self.setting.path(spot.path);
        let mut artifact = json!({ "uri": uri(&path) });
        if !path.starts_with('/') {
            artifact["uriBaseId"] = json!("%SRCROOT%");
        }
        let mut region = json!({ "startLine": spot.line, "startColumn": spot.column });
        if let Some((line, column)) = spot.end {
            region["endLine"] = json!(line);
            region["endColumn"] = json!(column);
        }
        json!({ "physicalLocation": { "artifactLocation": artifact, "region": region } })
    }

    fn related(&self, cause: &Cause, most: usize) -> Vec<Value> {
        let lang = self.style.lang;
        let mut all: Vec<(Spot<'_>, String)> = Vec::new();
        if let Some(origin) = cause.origin.as_ref().filter(|_| !cause.spot().is_source) {
            all.push((Spot::source(origin), LIKELY.get(lang).to_owned()));
        }
        for related in &cause.first.related {
            let path = related.path.as_deref().unwrap_or_else(|| cause.path());
            all.push((
                Spot::page(path, related.start, related.end),
                plain(&related.message),
            ));
        }
        let shown = usize::from(!cause.spot().is_source);
        for other in cause.places.iter().skip(shown) {
            let spot = Spot::page(&other.path, other.start, other.end);
            all.push((spot, HERE.get(lang).to_owned()));
        }
        let with_id = |(i, (spot, message)): (usize, (Spot<'_>, String))| {
            let mut location = self.location(&spot);
            location["id"] = json!(i + 1);
            location["message"] = json!({ "text": message });
            location
        };
        all.into_iter()
            .take(most)
            .enumerate()
            .map(with_id)
            .collect()
    }

    fn result(&self, cause: &Cause, baseline: bool, most: usize) -> Value {
        let first = &cause.first;
        let spot = cause.spot();
        let mut location = self.location(&spot);
        if !spot.is_source && !first.excerpt.is_empty() {
            location["physicalLocation"]["region"]["snippet"] =
                json!({ "text": visible(&first.excerpt) });
        }
        let message = plain(&words::message(cause, self.style.lang));
        let tests: Vec<String> = first.tests.iter().map(ToString::to_string).collect();
        let mut result = json!({
            "ruleId": first.check,
            "level": first.level.name().replace("off", "none"),
            "message": { "text": message },
            "locations": [location],
            "occurrenceCount": cause.occurrences,
            // The first is the one that GitHub reads.
            "partialFingerprints": {
                "primaryLocationLineHash": format!("{}:1", cause.fingerprint),
                "vigieCause/v1": cause.fingerprint,
            },
            "properties": {
                "verdict": match first.verdict { Verdict::Fail => "fail", Verdict::Review => "review" },
                "tests": tests,
                "pages": cause.pages,
                "scope": cause.scope,
                "region": cause.region,
                "selector": visible(&first.selector),
            },
        });
        if let Some(index) = self.checks.iter().position(|id| *id == first.check) {
            result["ruleIndex"] = json!(index);
        }
        let related = self.related(cause, most);
        if !related.is_empty() {
            result["relatedLocations"] = json!(related);
        }
        if baseline {
            result["baselineState"] = match cause.state {
                State::New => json!("new"),
                State::Known => json!("unchanged"),
            };
        }
        if cause.state == State::Known {
            result["suppressions"] = json!([{ "kind": "external", "status": "accepted" }]);
        }
        result
    }

    fn notifications(&self, errors: &[RunError], left_out: usize) -> Vec<Value> {
        let lang = self.style.lang;
        let mut all: Vec<Value> = errors
            .iter()
            .take(MAX_NOTIFICATIONS)
            .map(|error| {
                let path = self.setting.path(&error.path);
                json!({
                    "level": "error",
                    "descriptor": { "id": error.kind },
                    "message": { "text": plain(&error.message) },
                    "locations": [{ "physicalLocation": { "artifactLocation": { "uri": uri(&path) } } }],
                })
            })
            .collect();
        if left_out > 0 {
            let said = match lang {
                Lang::Fr => format!(
                    "{} de moindre niveau, laissées de côté : GitHub n’affiche que {} résultats de 10 Mo au plus ; --format json les a toutes",
                    count(left_out, &words::CAUSES, lang),
                    words::number(MAX_RESULTS, lang)
                ),
                Lang::En => format!(
                    "{} of the lower levels left out: GitHub shows only {} results of 10 MB at most; --format json has them all",
                    count(left_out, &words::CAUSES, lang),
                    words::number(MAX_RESULTS, lang)
                ),
            };
            all.push(json!({
                "level": "warning",
                "descriptor": { "id": "results-cut" },
                "message": { "text": said },
            }));
        }
        all
    }
}

impl Printer for Sarif {
    fn page(&mut self, _: &mut dyn Write, page: &PageReport) -> io::Result<()> {
        // The same checks run on every page.
        if self.checks.is_empty() {
            self.checks = page.checks.iter().map(|(id, _)| id).collect();
        }
        Ok(())
    }

    fn finish(&mut self, out: &mut dyn Write, end: &End<'_>) -> io::Result<()> {
        self.checks.extend(end.site.checks.keys());
        self.checks
            .extend(end.causes.iter().map(|cause| cause.first.check));
        let rules: Vec<Value> = self
            .checks
            .iter()
            .map(|id| rule(id, (self.style.meta)(id), self.style.lang))
            .collect();
        let driver = json!({
            "name": env!("CARGO_PKG_NAME"),
            "semanticVersion": env!("CARGO_PKG_VERSION"),
            "version": env!("CARGO_PKG_VERSION"),
            "language": self.style.lang.tag(),
            "rules": rules,
        });
        out.write_all(b"{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":")?;
        super::write_json(out, &driver)?;
        out.write_all(b"},\n\"columnKind\":\"unicodeCodePoints\",\"automationDetails\":{\"id\":\"vigie/\"},\"originalUriBaseIds\":{\"%SRCROOT%\":{\"description\":{\"text\":")?;
        super::write_json(out, TOP.get(self.style.lang))?;
        out.write_all(b"}}},\n\"results\":[")?;
        let baseline = end.summary.baseline.is_some();
        let (mut bytes, mut written) = (0, 0);
        for cause in end.causes.iter().take(MAX_RESULTS) {
            let most = if bytes < FULL_BYTES { MAX_RELATED } else { FEW };
            let mut result = Vec::new();
            super::write_json(&mut result, &self.result(cause, baseline, most))?;
            bytes += result.len();
            if bytes > MAX_BYTES {
                break;
            }
            out.write_all(if written == 0 { b"\n" } else { b",\n" })?;
            out.write_all(&result)?;
            written += 1;
        }
        let left_out = end.causes.len() - written;
        let invocation = json!({
            "executionSuccessful": end.errors.is_empty(),
            "toolExecutionNotifications": self.notifications(end.errors, left_out),
        });
        out.write_all(b"\n],\n\"invocations\":[")?;
        super::write_json(out, &invocation)?;
        out.write_all(b"]}]}\n")
    }
}

/// A plain text message: brackets before a parenthesis would be a link, braces around a digit a parameter.
pub(super) fn plain(message: &str) -> String {
    let shown = visible(message).replace("](", "] (");
    let parameter = shown
        .match_indices('{')
        .any(|(at, _)| shown[at + 1..].starts_with(|c: char| c.is_ascii_digit()));
    if parameter {
        return shown.replace('{', "{{").replace('}', "}}");
    }
    shown
}

/// A path as a reference relative to the top of the sources, or the address of a file.
fn uri(path: &str) -> String {
    let scheme = if path.starts_with('/') { "file://" } else { "" };
    format!("{scheme}{}", encoded(path))
}

const LIKELY: crate::text::Text = text("source probable", "likely source");
const HERE: crate::text::Text = text("aussi ici", "here too");
const TOP: crate::text::Text = text(
    "Le dossier du dépôt, ou celui d’où Vigie a été lancé.",
    "The folder of the repository, or the one that Vigie was run from.",
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_are_neither_links_nor_patterns() {
        assert_eq!(plain("a [b](c) {x}"), "a [b] (c) {x}");
        assert_eq!(plain("{0} {x}"), "{{0}} {{x}}");
    }

    #[test]
    fn paths_are_references() {
        assert_eq!(
            uri("é à/::error,b%.html"),
            "%C3%A9%20%C3%A0/%3A%3Aerror%2Cb%25.html"
        );
        assert_eq!(uri("/tmp/a.html"), "file:///tmp/a.html");
    }
}
