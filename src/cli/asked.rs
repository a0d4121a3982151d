//! What comments in the sources ask not to show, of the pages that are built of them.

use std::collections::HashSet;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use super::origins::site_of;
use crate::check::SitePage;
use crate::check::directive::{Directive, Order};
use crate::checks;
use crate::engine::{Unused, Veil};
use crate::origin::{Certainty, Clue, Comment, Sources};
use crate::report::Window;
use crate::source::{Span, excerpt};

/// What every directive begins with.
const PREFIX: &str = "vigie-";
/// Checks that comments may silence in all.
const MOST: usize = 1_000;

/// The comments of the sources of all sites.
#[derive(Debug)]
pub struct Asked {
    sites: Vec<Site>,
    named: HashSet<&'static str>,
}

/// Those of one site.
#[derive(Debug)]
struct Site {
    /// The folder of built pages.
    folder: PathBuf,
    /// All of its pages are looked at.
    whole: bool,
    sources: Mutex<Sources>,
    silences: Vec<Silence>,
}

/// One check that is not to be heard of in a piece of a file.
#[derive(Debug)]
struct Silence {
    check: &'static str,
    comment: Comment,
    piece: Range<usize>,
    used: AtomicBool,
}

impl Asked {
    /// Reads the comments. `named`: the folder of the sources, where that is said. `None`: there are none.
    pub fn read(named: Option<&Path>, paths: &[PathBuf]) -> Option<Asked> {
        let mut sites = Vec::new();
        for folder in paths.iter().filter(|path| path.is_dir()) {
            let root = named.map(Path::to_owned);
            let Some(root) = root.or_else(|| Sources::detect(folder)) else {
                continue;
            };
            let Ok(sources) = Sources::open(&root, Some(folder)) else {
                continue;
            };
            let silences = silences(sources.comments(PREFIX));
            if !silences.is_empty() {
                sites.push(Site {
                    folder: folder.clone(),
                    whole: is_whole(folder),
                    sources: Mutex::new(sources),
                    silences,
                });
            }
        }
        let all = sites.iter().flat_map(|site| &site.silences);
        let named = all.map(|silence| silence.check).collect();
        (!sites.is_empty()).then_some(Asked { sites, named })
    }
}

/// Whether a folder is none that is in the folder of a site: of part of a site not all comments have their pages.
fn is_whole(folder: &Path) -> bool {
    let Ok(folder) = folder.canonicalize() else {
        return false;
    };
    let mut above = folder.ancestors().skip(1);
    !above.any(|folder| folder.file_name().is_some() && Sources::detect(folder).is_some())
}

fn silences(comments: Vec<Comment>) -> Vec<Silence> {
    let mut all: Vec<Silence> = Vec::new();
    for comment in comments {
        let Some(directive) = Directive::parse(&comment.text) else {
            continue;
        };
        let piece = match directive.order {
            Ok(Order::NextLine) => comment.next.clone(),
            Ok(Order::Disable) => comment.place.end..usize::MAX,
            Ok(Order::Enable) => {
                let open =
                    |s: &&mut Silence| s.comment.path == comment.path && s.piece.end == usize::MAX;
                for silence in all.iter_mut().filter(open) {
                    if directive.names.is_empty() || directive.names.contains(&silence.check) {
                        silence.piece.end = comment.place.start;
                    }
                }
                continue;
            }
            Err(_) => continue,
        };
        for name in &directive.names {
            let known = checks::metas().find(|meta| meta.id == *name);
            all.extend(known.map(|meta| Silence {
                check: meta.id,
                comment: comment.clone(),
                piece: piece.clone(),
                used: AtomicBool::new(false),
            }));
        }
        if all.len() >= MOST {
            break;
        }
    }
    all
}

impl Veil for Asked {
    fn concerns(&self, check: &str) -> bool {
        self.named.contains(check)
    }

    fn hides(&self, check: &str, page: &SitePage, text: &str, place: Span) -> bool {
        let folders = self.sites.iter().map(|site| site.folder.as_path());
        let Some((rank, path)) = site_of(folders, Path::new(&page.path), &page.site_path) else {
            return false;
        };
        let site = &self.sites[rank];
        let mut able = site.silences.iter().filter(|s| s.check == check).peekable();
        if able.peek().is_none() {
            return false;
        }
        let window = Window::around(text, place);
        let clue = Clue {
            page: &path,
            // Who wrote the comment knows on how many pages it is.
            pages: 2,
            all: 2,
            window: &window.text,
            target: window.within(place),
        };
        let mut sources = site.sources.lock().unwrap_or_else(PoisonError::into_inner);
        let able: Vec<&Silence> = able
            .filter(|s| sources.may_write(&clue, &s.comment.path, &s.piece))
            .collect();
        if able.is_empty() {
            return false;
        }
        let Some(origin) = sources.locate(&clue) else {
            return false;
        };
        let mut hides = false;
        for silence in able {
            let here = origin.certainty == Certainty::Certain
                && origin.path == silence.comment.path
                && silence.piece.contains(&(origin.start.offset as usize));
            if here {
                silence.used.store(true, Ordering::Relaxed);
                hides = true;
            }
        }
        hides
    }

    fn unused(&self) -> Vec<Unused> {
        let sites = self.sites.iter().filter(|site| site.whole);
        let all = sites.flat_map(|site| &site.silences);
        // A comment of HTML is in the page too, where it is judged.
        let unused = all.filter(|s| !s.comment.built && !s.used.load(Ordering::Relaxed));
        unused
            .map(|silence| Unused {
                check: silence.check,
                path: silence.comment.path.clone(),
                start: silence.comment.start,
                end: silence.comment.end,
                excerpt: excerpt(&silence.comment.text),
            })
            .collect()
    }
}
