//! Platforms that run builds: how each is recognised, and what is written where nobody asked for a format.
//!
//! To take in another platform: a line of [`KNOWN`]. Its variable must be one that only the platform sets.

use std::path::PathBuf;

use crate::report::Format;
use crate::text::{Text, text};

/// A platform.
pub struct Platform {
    /// An environment variable that is `true` there.
    variable: &'static str,
    /// The format of standard output.
    pub format: Format,
    /// The variable that names a file to which a summary in Markdown is appended.
    summary: Option<&'static str>,
    /// The report that it reads from a file, and how to have it, said where that report is not asked for.
    pub hint: Option<(Format, Text)>,
}

const KNOWN: [Platform; 3] = [
    Platform {
        variable: "GITHUB_ACTIONS",
        format: Format::GitHub,
        summary: Some("GITHUB_STEP_SUMMARY"),
        hint: None,
    },
    Platform {
        variable: "GITLAB_CI",
        format: Format::Text,
        summary: None,
        hint: Some((
            Format::GitLab,
            text(
                "GitLab : --report gitlab=gl-code-quality-report.json, avec artifacts:reports:codequality, montre les causes dans la demande de fusion",
                "GitLab: --report gitlab=gl-code-quality-report.json, with artifacts:reports:codequality, shows the causes in the merge request",
            ),
        )),
    },
    Platform {
        // Azure Pipelines.
        variable: "TF_BUILD",
        format: Format::Text,
        summary: None,
        hint: Some((
            Format::JUnit,
            text(
                "Azure : --report junit=vigie.xml, avec la tâche PublishTestResults@2, montre les causes dans l’onglet Tests",
                "Azure: --report junit=vigie.xml, with the task PublishTestResults@2, shows the causes in the Tests tab",
            ),
        )),
    },
];

impl Platform {
    /// The one that runs this.
    pub fn current() -> Option<&'static Platform> {
        KNOWN.iter().find(|p| is_true(p.variable))
    }

    /// Where its summary goes.
    pub fn summary(&self) -> Option<PathBuf> {
        let path = std::env::var_os(self.summary?)?;
        (!path.is_empty()).then(|| PathBuf::from(path))
    }
}

fn is_true(variable: &str) -> bool {
    std::env::var(variable).is_ok_and(|value| value.eq_ignore_ascii_case("true"))
}
