//! What the repository offers to the platforms that run builds: each file is read as its platform reads it, and each command in it runs.
//!
//! No Docker engine nor runner is asked for: the scripts themselves are run, with what their platform sets.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use yaml_rust2::{Yaml, YamlLoader};

use crate::cli::{TWICE, folder, run_in, stderr, stdout};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap()
}

fn yaml(text: &str) -> Yaml {
    let all = YamlLoader::load_from_str(text).unwrap_or_else(|e| panic!("{e}\n{text}"));
    assert_eq!(all.len(), 1, "{text}");
    all.into_iter().next().unwrap()
}

fn keys(map: &Yaml) -> BTreeSet<&str> {
    let map = map.as_hash().unwrap();
    map.keys().map(|key| key.as_str().unwrap()).collect()
}

/// A folder with a site that has one error, and `vigie` where `bin` says.
fn site(bin: &str) -> tempfile::TempDir {
    let site = folder(&[("_site/index.html", TWICE), ("_site/deux mots.html", TWICE)]);
    let bin = site.path().join(bin);
    std::fs::create_dir_all(&bin).unwrap();
    link(&bin.join("vigie"));
    site
}

#[cfg(unix)]
fn link(to: &Path) {
    std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_vigie"), to).unwrap();
}

#[cfg(not(unix))]
fn link(to: &Path) {
    std::fs::copy(env!("CARGO_BIN_EXE_vigie"), to).unwrap();
}

/// A script, with nothing of the environment but the path and what is given.
fn shell(program: &str, folder: &Path, script: &str, env: &[(&str, &str)]) -> Output {
    Command::new(program)
        .args(["-e", "-c", script])
        .current_dir(folder)
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .envs(env.iter().copied())
        .output()
        .unwrap()
}

fn steps(action: &Yaml) -> Vec<&Yaml> {
    action["runs"]["steps"].as_vec().unwrap().iter().collect()
}

fn script<'y>(action: &'y Yaml, id: &str) -> &'y str {
    let step = steps(action)
        .into_iter()
        .find(|s| s["id"].as_str() == Some(id));
    step.unwrap()["run"].as_str().unwrap()
}

#[test]
fn the_github_action_is_of_one_piece() {
    let action = yaml(&read("action.yml"));
    assert_eq!(action["runs"]["using"].as_str(), Some("composite"));
    let inputs = keys(&action["inputs"]);
    let mut used = BTreeSet::new();
    for step in steps(&action) {
        if let Some(run) = step["run"].as_str() {
            assert!(
                !run.contains("${{"),
                "what users give must not be read as a script: {run}"
            );
            assert_eq!(step["shell"].as_str(), Some("bash"));
        }
        let mut values: Vec<&str> = step["working-directory"].as_str().into_iter().collect();
        if let Some(env) = step["env"].as_hash() {
            values.extend(env.values().filter_map(Yaml::as_str));
        }
        for value in values {
            let name = value
                .strip_prefix("${{ inputs.")
                .and_then(|v| v.strip_suffix(" }}"));
            used.insert(name.unwrap_or(value));
        }
    }
    assert_eq!(used, inputs);

    let out = tempfile::tempdir().unwrap();
    let output = out.path().join("output");
    let run = shell(
        "bash",
        out.path(),
        script(&action, "sources"),
        &[
            ("GITHUB_ACTION_PATH", root().to_str().unwrap()),
            ("GITHUB_OUTPUT", output.to_str().unwrap()),
        ],
    );
    assert!(run.status.success(), "{}", stderr(&run));
    let hash = std::fs::read_to_string(output).unwrap();
    let hash = hash.trim().strip_prefix("hash=").unwrap();
    assert!(
        hash.len() == 32 && hash.bytes().all(|b| b.is_ascii_hexdigit()),
        "{hash}"
    );
}

#[test]
fn the_github_action_audits() {
    let action = yaml(&read("action.yml"));
    let audit = script(&action, "audit");
    let site = site("temp/vigie/bin");
    let path = |name: &str| site.path().join(name).to_str().unwrap().to_owned();
    let (temp, summary) = (path("temp"), path("summary.md"));
    std::fs::write(&summary, "").unwrap();
    let run = |paths: &str, arguments: &str, fail_on: &str, sarif: &str| {
        shell(
            "bash",
            site.path(),
            audit,
            &[
                ("RUNNER_TEMP", &temp),
                ("GITHUB_ACTIONS", "true"),
                ("GITHUB_STEP_SUMMARY", &summary),
                ("VIGIE_PATHS", paths),
                ("VIGIE_ARGUMENTS", arguments),
                ("VIGIE_FAIL_ON", fail_on),
                ("VIGIE_SARIF", sarif),
            ],
        )
    };
    let done = run("_site", "", "", "");
    assert_eq!(done.status.code(), Some(1), "{}", stderr(&done));
    assert!(stdout(&done).contains("::error "), "{}", stdout(&done));
    assert!(!std::fs::read_to_string(&summary).unwrap().is_empty());
    let done = run(
        "_site/index.html\n_site/deux mots.html\n",
        "--lang en --select duplicate-id",
        "never",
        "v.sarif",
    );
    assert_eq!(done.status.code(), Some(0), "{}", stderr(&done));
    let sarif: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(path("v.sarif")).unwrap()).unwrap();
    assert_eq!(sarif["version"], "2.1.0");
    // Nothing of what is given is run, and a path is no option.
    for bad in [
        "$(touch pwned)",
        "`touch pwned`",
        "; touch pwned",
        "--lang=xx",
    ] {
        assert_eq!(run(bad, "", "", "").status.code(), Some(2), "{bad}");
        let _ = run("_site", bad, "", bad);
    }
    assert!(!site.path().join("pwned").exists());
}

#[test]
fn the_gitlab_template_audits() {
    let template = yaml(&read("templates/vigie.gitlab-ci.yml"));
    let job = &template[".vigie"];
    let site = site(".vigie/bin");
    let mut env: Vec<(&str, &str)> = vec![("GITLAB_CI", "true")];
    for (name, value) in job["variables"].as_hash().unwrap() {
        env.push((name.as_str().unwrap(), value.as_str().unwrap()));
    }
    let lines = job["script"].as_vec().unwrap();
    let lines: Vec<&str> = lines.iter().map(|l| l.as_str().unwrap()).collect();
    env.retain(|(name, _)| *name != "PATH");
    let done = shell("sh", site.path(), &lines.join("\n"), &env);
    assert_eq!(done.status.code(), Some(1), "{}", stderr(&done));
    for report in ["codequality", "junit"] {
        let file = job["artifacts"]["reports"][report].as_str().unwrap();
        assert!(
            site.path().join(file).metadata().unwrap().len() > 50,
            "{file}"
        );
    }
    // What is installed is what is run.
    let install = job["before_script"][0].as_str().unwrap();
    assert!(install.ends_with("--git \"$VIGIE_REPOSITORY\" --root .vigie"));
}

#[test]
fn the_hooks_of_pre_commit_run() {
    let hooks = yaml(&read(".pre-commit-hooks.yaml"));
    let mut seen = Vec::new();
    for hook in hooks.as_vec().unwrap() {
        let all = keys(hook);
        for key in ["id", "name", "description", "entry", "language", "types"] {
            assert!(all.contains(key), "{key}");
        }
        let entry = hook["entry"].as_str().unwrap();
        let mut words = entry.split(' ');
        assert_eq!(words.next(), Some("vigie"));
        let site = folder(&[("a.html", TWICE), ("b b.html", &format!("{TWICE}</div>"))]);
        let args: Vec<&str> = words.chain(["a.html", "b b.html"]).collect();
        let done = run_in(site.path(), &args);
        seen.push((hook["id"].as_str().unwrap(), done.status.code().unwrap()));
        if entry.contains("fix") {
            // pre-commit fails a hook that changes files.
            let mended = std::fs::read_to_string(site.path().join("b b.html")).unwrap();
            assert!(!mended.ends_with("</div>"));
        }
    }
    assert_eq!(seen, [("vigie", 1), ("vigie-fix", 0)]);
}

#[test]
fn the_image_runs_what_it_builds() {
    let file = read("Dockerfile");
    let line = |start: &str| {
        let mut lines = file.lines().filter(|l| l.starts_with(start));
        lines.next_back().unwrap_or_else(|| panic!("{start}"))
    };
    let root = line("RUN cargo install").rsplit_once("--root ").unwrap().1;
    assert_eq!(
        line("COPY --from=build"),
        format!("COPY --from=build {root}/bin/vigie /vigie")
    );
    assert_eq!(line("ENTRYPOINT"), "ENTRYPOINT [\"/vigie\"]");
    assert_eq!(line("FROM"), "FROM scratch");
}

/// The blocks of a language in the README.
fn blocks(language: &str) -> Vec<String> {
    let readme = read("README.md");
    let fence = format!("```{language}\n");
    let parts = readme.split(&fence).skip(1);
    parts
        .map(|part| part.split("```").next().unwrap().to_owned())
        .collect()
}

#[test]
fn the_readme_says_what_there_is() {
    let action = yaml(&read("action.yml"));
    let template = yaml(&read("templates/vigie.gitlab-ci.yml"));
    let hooks = yaml(&read(".pre-commit-hooks.yaml"));
    let hooks: BTreeSet<&str> = hooks
        .as_vec()
        .unwrap()
        .iter()
        .map(|h| h["id"].as_str().unwrap())
        .collect();
    let mut seen = 0;
    for block in blocks("yaml") {
        let doc = yaml(&block);
        for step in doc["jobs"]["vigie"]["steps"].as_vec().into_iter().flatten() {
            if step["uses"]
                .as_str()
                .is_some_and(|uses| uses.starts_with("OWNER/vigie@"))
            {
                assert!(keys(&step["with"]).is_subset(&keys(&action["inputs"])));
                seen += 1;
            }
        }
        if let Some(extended) = doc["vigie"]["extends"].as_str() {
            let variables = keys(&doc["vigie"]["variables"]);
            assert!(variables.is_subset(&keys(&template[extended]["variables"])));
            seen += 1;
        }
        for repo in doc["repos"].as_vec().into_iter().flatten() {
            for hook in repo["hooks"].as_vec().unwrap() {
                assert!(hooks.contains(hook["id"].as_str().unwrap()));
                seen += 1;
            }
        }
    }
    assert_eq!(seen, 4);
}

#[test]
fn the_commands_of_the_readme_run() {
    let site = folder(&[
        ("_site/index.html", TWICE),
        ("public/index.html", TWICE),
        (".local/share/man/man1/x", ""),
        (".local/share/bash-completion/completions/x", ""),
    ]);
    let bin = site.path().join("bin");
    std::fs::create_dir(&bin).unwrap();
    link(&bin.join("vigie"));
    let path = format!(
        "{}:{}",
        bin.display(),
        std::env::var("PATH").unwrap_or_default()
    );
    let home = site.path().to_str().unwrap();
    let mut ran = 0;
    for block in blocks("sh") {
        for line in block.lines() {
            // What comes before is the build of another program.
            let Some(at) = line
                .find("vigie ")
                .filter(|_| !line.starts_with("docker build"))
            else {
                continue;
            };
            let command = &line[at..];
            let done = shell(
                "sh",
                site.path(),
                command,
                &[("PATH", &path), ("HOME", home)],
            );
            assert!(
                matches!(done.status.code(), Some(0 | 1)),
                "{command}: {}",
                stderr(&done)
            );
            ran += 1;
        }
    }
    assert_eq!(ran, 6, "commands of vigie in the README");
    let page: PathBuf = site.path().join(".local/share/man/man1/vigie.1");
    assert!(
        std::fs::read_to_string(page)
            .unwrap()
            .contains(".TH vigie 1")
    );
}

#[test]
fn each_command_has_a_man_page() {
    let here = tempfile::tempdir().unwrap();
    let page = |args: &[&str]| {
        let done = run_in(here.path(), args);
        assert_eq!(done.status.code(), Some(0), "{args:?} {}", stderr(&done));
        stdout(&done)
    };
    let whole = page(&["man", "--lang", "en"]);
    for command in [
        "audit", "fix", "annotate", "baseline", "diff", "explain", "man",
    ] {
        assert!(
            whole.contains(&format!("vigie\\-{command}(1)")),
            "{command}\n{whole}"
        );
        let of = page(&["man", command, "--lang", "en"]);
        assert!(of.contains(&format!(".TH vigie-{command} 1")), "{of}");
        assert_ne!(of, page(&["man", command, "--lang", "fr"]));
    }
    assert!(page(&["man", "fix"]).contains("\\-\\-set\\-lang"));
    assert_eq!(run_in(here.path(), &["man", "fixx"]).status.code(), Some(2));
}
