//! Programs of others that some tests run: generators of sites, a browser, packages of npm.
//!
//! Where one is missing the test says so and returns. `.ci/run` installs them all and sets `VIGIE_NO_SKIP=1`, with which a missing one
//! is a failure.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;

/// Jekyll (Debian's `jekyll`).
pub fn jekyll() -> Option<PathBuf> {
    program("jekyll", &["jekyll"])
}

/// Hugo (Debian's `hugo`).
pub fn hugo() -> Option<PathBuf> {
    program("hugo", &["hugo"])
}

/// Chromium, headless in tests (Debian's `chromium`).
pub fn chromium() -> Option<PathBuf> {
    program("chromium", &["chromium", "chromium-browser"])
}

/// Node.js, which runs what is in [`node_modules`].
pub fn node() -> Option<PathBuf> {
    program("node", &["node", "nodejs"])
}

/// The packages pinned in `tests/tools/package-lock.json`: eleventy, playwright-core, axe-core, jsonld… `npm ci` there installs them.
pub fn node_modules() -> Option<PathBuf> {
    node()?;
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tools/node_modules");
    // npm writes this last: a folder half installed is none.
    let whole = folder.join(".package-lock.json").is_file();
    found_or_said(
        "node modules (npm ci in tests/tools)",
        whole.then_some(folder),
    )
}

/// Microsoft's SARIF validator, which has the published schema and GitHub's rules (Linux on x86-64 only).
pub fn sarif_multitool() -> Option<PathBuf> {
    let package = node_modules()?.join("@microsoft/sarif-multitool-linux/Sarif.Multitool");
    // Elsewhere npm leaves it out, or it does not run.
    let runs = command(&package)
        .env("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1")
        .arg("version")
        .output()
        .is_ok_and(|ran| ran.status.success());
    found_or_said("SARIF multitool", runs.then_some(package))
}

/// A command that sees nothing of the session that runs the tests but the path.
pub fn command(program: &Path) -> Command {
    let mut command = Command::new(program);
    command.env("LC_ALL", "C.UTF-8").env("TZ", "UTC");
    command
}

/// Runs a command to its end.
///
/// # Panics
/// When it fails, with what it said.
pub fn run(command: &mut Command) {
    let done = command
        .output()
        .unwrap_or_else(|e| panic!("{command:?}: {e}"));
    assert!(
        done.status.success(),
        "{command:?}\n{}{}",
        String::from_utf8_lossy(&done.stdout),
        String::from_utf8_lossy(&done.stderr)
    );
}

/// The first of these names on the path.
fn program(what: &'static str, names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let places =
        std::env::split_paths(&path).flat_map(|dir| names.iter().map(move |n| dir.join(n)));
    let found = places.into_iter().find(|file| file.is_file());
    found_or_said(what, found)
}

fn found_or_said(what: &'static str, found: Option<PathBuf>) -> Option<PathBuf> {
    static SAID: Mutex<BTreeSet<&str>> = Mutex::new(BTreeSet::new());
    if found.is_none() {
        assert!(
            std::env::var_os("VIGIE_NO_SKIP").is_none_or(|v| v != "1"),
            "no {what}, and VIGIE_NO_SKIP=1 allows no test to be skipped"
        );
        if SAID.lock().is_ok_and(|mut said| said.insert(what)) {
            // Past the capture of tests that pass: whoever runs them is to know what they did not show.
            let _ = writeln!(std::io::stderr(), "skipped: no {what}");
        }
    }
    found
}

#[test]
fn what_is_there_runs() {
    for (program, asked) in [
        (jekyll(), "--version"),
        (hugo(), "version"),
        (chromium(), "--version"),
        (node(), "--version"),
    ] {
        if let Some(program) = program {
            run(command(&program).arg(asked));
        }
    }
    if let Some(packages) = node_modules() {
        for name in ["@11ty/eleventy", "axe-core", "jsonld", "playwright-core"] {
            assert!(packages.join(name).join("package.json").is_file(), "{name}");
        }
    }
}
