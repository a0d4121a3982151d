//! `vigie watch`, driven as people do: files change, lines come.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use crate::cli::{folder, vigie};

fn page(main: &str) -> String {
    format!(
        "<!doctype html><html lang=fr><title>Page</title><main><h1>Page</h1>{main}</main></html>"
    )
}

/// A long time: machines that run tests are busy.
const PATIENCE: Duration = Duration::from_secs(120);

struct Watching {
    child: Child,
    lines: Receiver<String>,
}

impl Watching {
    fn begin(mut command: Command) -> Watching {
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let out = BufReader::new(child.stdout.take().unwrap());
        let (send, lines) = channel();
        std::thread::spawn(move || {
            for line in out.lines().map_while(Result::ok) {
                if send.send(line).is_err() {
                    break;
                }
            }
        });
        Watching { child, lines }
    }

    /// The lines up to one that holds this.
    fn until(&self, last: &str) -> Vec<String> {
        let mut seen = Vec::new();
        loop {
            match self.lines.recv_timeout(PATIENCE) {
                Ok(line) => {
                    let done = line.contains(last);
                    seen.push(line);
                    if done {
                        return seen;
                    }
                }
                Err(e) => panic!("{e}: no {last} after {seen:#?}"),
            }
        }
    }

    fn interrupted(mut self) -> (ExitStatus, String) {
        let id = self.child.id().to_string();
        let asked = Command::new("kill").args(["-INT", &id]).status().unwrap();
        assert!(asked.success());
        let begun = Instant::now();
        while self.child.try_wait().unwrap().is_none() {
            assert!(begun.elapsed() < PATIENCE, "it goes on");
            std::thread::sleep(Duration::from_millis(20));
        }
        let done = self.child.wait_with_output().unwrap();
        (done.status, String::from_utf8(done.stderr).unwrap())
    }
}

#[cfg(unix)]
#[test]
fn what_a_build_changes_is_told() {
    use std::os::unix::process::ExitStatusExt;
    let site = folder(&[
        ("_site/a.html", &page("<iframe src=/a></iframe>")),
        ("_site/b.html", &page("")),
    ]);
    let put = |name: &str, main: &str| {
        std::fs::write(site.path().join("_site").join(name), page(main)).unwrap();
    };
    let mut command = vigie(&[
        "watch",
        "_site",
        "--select",
        "frame-name-missing,duplicate-id",
    ]);
    command.current_dir(site.path());
    let watching = Watching::begin(command);
    let first = watching.until("En attente de changements");
    assert!(
        first[0].starts_with("erreur[frame-name-missing] : "),
        "{first:#?}"
    );
    assert!(first[1].starts_with("    > _site/a.html:1:"), "{first:#?}");
    assert_eq!(first[2], "1 erreur sur 2 pages");
    // Another page gets a defect.
    put("b.html", "<p id=x>un<p id=x>deux");
    let new = watching.until("sur 2 pages");
    assert!(
        new[0].starts_with("nouveau erreur[duplicate-id] : "),
        "{new:#?}"
    );
    assert_eq!(
        new.last().unwrap(),
        "1 défaut nouveau, 0 disparu — 2 erreurs sur 2 pages"
    );
    assert_eq!(new.len(), 3, "{new:#?}");
    // The first is mended, and a page comes; nothing of escape sequences where no terminal is.
    put("a.html", "<iframe title=Plan src=/a></iframe>");
    put("c.html", "<p>c</p>");
    let mut gone = watching.until(" sur ");
    if !gone.last().unwrap().contains("3 pages") {
        gone.extend(watching.until("sur 3 pages"));
    }
    assert!(
        gone.iter()
            .any(|l| l.starts_with("disparu erreur[frame-name-missing] : ")),
        "{gone:#?}"
    );
    assert!(gone.iter().all(|l| !l.contains('\u{1b}')));
    // A build that wipes the folder first mends nothing.
    std::fs::remove_dir_all(site.path().join("_site")).unwrap();
    watching.until("Aucune page pour l’instant");
    std::fs::create_dir(site.path().join("_site")).unwrap();
    put("b.html", "<p id=x>un<p id=x>deux");
    let again = watching.until("sur 1 page");
    assert_eq!(
        again.last().unwrap(),
        "0 défaut nouveau, 0 disparu — 1 erreur sur 1 page"
    );
    let (status, said) = watching.interrupted();
    assert_eq!(status.signal(), Some(2));
    assert!(!said.contains("panick"), "{said}");
}

#[test]
fn what_is_wrong_from_the_start_is_said() {
    let site = folder(&[("_site/a.html", &page(""))]);
    let mut command = vigie(&["watch", "_site", "--select", "frame-nam"]);
    let done = command.current_dir(site.path()).output().unwrap();
    assert_eq!(done.status.code(), Some(2));
    let mut command = vigie(&["watch"]);
    assert_eq!(
        command
            .current_dir(site.path())
            .output()
            .unwrap()
            .status
            .code(),
        Some(2)
    );
}
