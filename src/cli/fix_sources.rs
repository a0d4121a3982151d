//! `vigie fix` where the sources of the pages are known.

use std::collections::BTreeMap;
use std::io::{self, Write};

use rayon::ThreadPool;
use rayon::prelude::*;

use super::fix::{AT_ONCE, CHANGED, LEFT, Run};
use super::problem::io_said;
use super::{colon, fix_words, replace};
use crate::engine::{Discovered, Problem};
use crate::fix::sources::{ByHand, Changed, Outcome, Plan};
use crate::fix::{self, Refused};
use crate::origin::Sources;
use crate::report::visible;
use crate::report::words::{CHANGES, Noun, PAGES, count, noun};
use crate::source::Position;
use crate::text::{Lang, Text, text};

/// A site whose sources are known.
pub struct Site {
    pub sources: Sources,
    /// Its pages: their rank among all, their path in the site.
    pub pages: Vec<(usize, String)>,
}

/// What was done to the sources of all sites.
#[derive(Default)]
pub struct Totals {
    pub changes: usize,
    pub files: usize,
    pub pages: usize,
    pub by_hand: usize,
}

/// Changes that are left as they are: the page that has it alone, what identifies it, the check, the reason. The first place, and how many
/// pages.
type Left = BTreeMap<(String, u64, &'static str, String), (String, usize)>;

/// Mends the sources of a site.
///
/// # Errors
/// Those of `out`.
pub fn mend(
    run: &mut Run,
    out: &mut dyn Write,
    found: &Discovered,
    pool: &ThreadPool,
    site: Site,
) -> io::Result<()> {
    let mut plan = Plan::new(site.sources, site.pages.len());
    let mut left = Left::new();
    for pages in site.pages.chunks(AT_ONCE) {
        let mended: Vec<_> = pool.install(|| {
            let each = pages.par_iter().with_max_len(1);
            each.map(|(rank, path)| (*rank, path, read(run, found, *rank)))
                .collect()
        });
        for (rank, path, mended) in mended {
            let mut mended = match mended {
                Ok(mended) => mended,
                Err(problem) => {
                    run.problem(&problem);
                    continue;
                }
            };
            for refused in mended.refused.drain(..) {
                note(&mut left, refused, &found.files[rank].page.path, run.lang);
            }
            plan.add(rank, path, mended);
        }
    }
    run.left += left.len();
    let mine: Vec<usize> = site.pages.iter().map(|(rank, _)| *rank).collect();
    if !plan.is_empty() {
        plan.verify(pool, &run.engine, &found.site, &found.files, &mine);
    }
    let outcome = plan.conclude();
    if !run.quiet {
        tell_left(&left, run.lang);
        outcome.by_hand.iter().for_each(|hand| tell(hand, run.lang));
    }
    let built = site.pages.iter().filter_map(|(rank, _)| {
        let about = std::fs::metadata(&found.files[*rank].path).ok()?;
        about.modified().ok()
    });
    if !outcome.by_hand.is_empty() && outcome.newest > built.max() && !run.quiet {
        super::remark(STALE.get(run.lang));
    }
    write(run, out, outcome)
}

fn read(run: &Run, found: &Discovered, rank: usize) -> Result<fix::Mended, Problem> {
    let file = &found.files[rank];
    let source = run.engine.read(file).map_err(|kind| Problem {
        path: file.page.path.clone(),
        kind,
    })?;
    let (engine, selection) = (&run.engine, &run.selection);
    Ok(fix::mend(
        engine,
        selection,
        source,
        &file.page,
        &found.site,
        &run.names,
    ))
}

/// Remembers what is left, once for all pages that have the same of a template.
fn note(left: &mut Left, refused: Refused, page: &str, lang: Lang) {
    let cause = &refused.cause;
    let (alone, key) = match cause.shared {
        true => (String::new(), cause.loose),
        false => (page.to_owned(), u64::from(refused.at.offset)),
    };
    let reason = fix_words::reason(&refused.reason, lang);
    let told = left.entry((alone, key, refused.check, reason));
    let told = told.or_insert_with(|| (place(page, refused.at), 0));
    told.1 += 1;
}

fn place(path: &str, at: Position) -> String {
    format!("{}:{}:{}", visible(path), at.line, at.column)
}

fn tell_left(left: &Left, lang: Lang) {
    let mut said: Vec<String> = left
        .iter()
        .map(|((.., check, reason), (place, pages))| {
            let (colon, left, pages) = (colon(lang), LEFT.get(lang), on(*pages, lang));
            format!("{place}: {check}{colon}{left}, {reason}{pages}")
        })
        .collect();
    said.sort();
    said.iter().for_each(|said| super::remark(said));
}

/// How many pages, when they are several.
fn on(pages: usize, lang: Lang) -> String {
    match pages {
        0 | 1 => String::new(),
        pages => format!(" ({})", count(pages, &PAGES, lang)),
    }
}

fn tell(hand: &ByHand, lang: Lang) {
    let (old, new) = (visible(&hand.shown.0), visible(&hand.shown.1));
    let what = match (&*old, &*new, lang) {
        ("", "", Lang::Fr) => "à faire à la main".to_owned(),
        ("", "", Lang::En) => "to be made by hand".to_owned(),
        (old, "", Lang::Fr) => format!("à faire à la main : retirer « {old} »"),
        (old, "", Lang::En) => format!("to be made by hand: remove \"{old}\""),
        ("", new, Lang::Fr) => format!("à faire à la main : ajouter « {new} »"),
        ("", new, Lang::En) => format!("to be made by hand: add \"{new}\""),
        (old, new, Lang::Fr) => {
            format!("à faire à la main : que la page ait « {new} » et non « {old} »")
        }
        (old, new, Lang::En) => {
            format!("to be made by hand: the page should have \"{new}\", not \"{old}\"")
        }
    };
    let (place, check, colon) = (place(&hand.path, hand.at), hand.check, colon(lang));
    let (why, pages) = (fix_words::left(hand.why).get(lang), on(hand.pages, lang));
    super::remark(&format!("{place}: {check}{colon}{what}, {why}{pages}"));
}

fn write(run: &mut Run, out: &mut dyn Write, outcome: Outcome) -> io::Result<()> {
    let (mut changes, mut files) = (0, 0);
    for changed in &outcome.files {
        if !run.write {
            fix::unified(out, &changed.path, &changed.old, &changed.new, run.colour)?;
        } else if !put(run, out, changed)? {
            continue;
        }
        changes += changed.changes;
        files += 1;
    }
    let totals = run.sources.get_or_insert_default();
    totals.changes += changes;
    totals.files += files;
    totals.pages += outcome.pages;
    totals.by_hand += outcome.by_hand.len();
    Ok(())
}

/// Writes a file; whether it was.
fn put(run: &mut Run, out: &mut dyn Write, changed: &Changed) -> io::Result<bool> {
    let done = replace::replace(
        &changed.file,
        changed.old.as_bytes(),
        changed.new.as_bytes(),
    );
    if let Err(error) = done {
        let said = match error {
            replace::Error::Changed => CHANGED.get(run.lang).to_owned(),
            replace::Error::Io(e) => io_said(&e, run.lang),
        };
        run.complain(&changed.path, &said);
        return Ok(false);
    }
    if !run.quiet {
        let made = count(changed.changes, &CHANGES, run.lang);
        writeln!(out, "{}{}{made}", visible(&changed.path), colon(run.lang))?;
    }
    Ok(true)
}

impl Totals {
    /// The figures, for people.
    pub fn said(&self, write: bool, lang: Lang) -> String {
        let changes = count(self.changes, &CHANGES, lang);
        let files = count(self.files, &FILES, lang);
        let pages = count(self.pages, &PAGES, lang);
        let mut said = match (self.changes, write, lang) {
            (0, _, Lang::Fr) => {
                "rien que vigie fix puisse corriger à coup sûr dans les sources".to_owned()
            }
            (0, _, Lang::En) => {
                "nothing that vigie fix can mend for certain in the sources".to_owned()
            }
            (_, true, Lang::Fr) => {
                format!(
                    "{changes} dans {files} des sources, pour {pages} : construire le site à nouveau"
                )
            }
            (_, true, Lang::En) => {
                format!("{changes} in {files} of the sources, for {pages}: build the site again")
            }
            (_, false, Lang::Fr) => {
                format!(
                    "{changes} dans {files} des sources, pour {pages} ; pour les faire : --write"
                )
            }
            (_, false, Lang::En) => {
                format!("{changes} in {files} of the sources, for {pages}; to make them: --write")
            }
        };
        if self.by_hand > 0 {
            said.push_str(&match lang {
                Lang::Fr => format!(" ({} à faire à la main)", self.by_hand),
                Lang::En => format!(" ({} to be made by hand)", self.by_hand),
            });
        }
        said
    }
}

const STALE: Text = text(
    "les sources ont changé depuis que les pages ont été construites : construire le site, puis recommencer",
    "the sources have changed since the pages were built: build the site, then run this again",
);
const FILES: Noun = noun(text("fichier", "file"), text("fichiers", "files"));
