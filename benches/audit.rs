//! What a full audit costs beside the bare parse that every tool of its kind must do (html5ever into scraper's tree).
//!
//! `cargo bench --bench audit -- DIR [DIR...]` on folders of pages; without one, on pages made here. Everything is measured in
//! one process and in turn, so that a noisy machine disturbs both sides alike: read the ratios, not the seconds.

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use rustix::time::{ClockId, clock_gettime};
use vigie::dom;
use vigie::engine::{Engine, KnownFiles, Settings, discover};
use vigie::source::Source;

const ROUNDS: usize = 7;

fn main() {
    // `cargo bench` adds `--bench`.
    let dirs: Vec<PathBuf> = std::env::args()
        .skip(1)
        .filter(|a| !a.starts_with("--"))
        .map(PathBuf::from)
        .collect();
    if dirs.is_empty() {
        measure("generated", &generated(200));
    }
    for dir in &dirs {
        let pages = read(dir);
        if pages.is_empty() {
            eprintln!("{}: no page", dir.display());
            continue;
        }
        measure(&dir.display().to_string(), &pages);
        threads(dir);
    }
    growth();
}

/// CPU time of the whole process.
fn cpu() -> Duration {
    let t = clock_gettime(ClockId::ProcessCPUTime);
    Duration::new(t.tv_sec.unsigned_abs(), t.tv_nsec as u32)
}

fn timed(f: impl FnOnce()) -> f64 {
    let before = cpu();
    f();
    (cpu() - before).as_secs_f64()
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

fn read(dir: &Path) -> Vec<String> {
    let found = discover(&[dir.to_owned()], None);
    let texts = found
        .files
        .iter()
        .filter_map(|f| std::fs::read_to_string(&f.path).ok());
    texts.collect()
}

/// Bare parse, our parse, full audit: in turn, each round.
fn measure(name: &str, pages: &[String]) {
    let engine = Engine::new(Settings::default());
    let bytes: usize = pages.iter().map(String::len).sum();
    let (mut bare, mut parse, mut audit) = (Vec::new(), Vec::new(), Vec::new());
    for round in 0..=ROUNDS {
        let b = timed(|| {
            for page in pages {
                black_box(scraper::Html::parse_document(page));
            }
        });
        let p = timed(|| {
            for page in pages {
                black_box(dom::parse(Source::decode(
                    "page",
                    page.clone().into_bytes(),
                )));
            }
        });
        let a = timed(|| {
            for page in pages {
                black_box(engine.audit(Source::decode("page", page.clone().into_bytes())));
            }
        });
        // The first round warms up.
        if round > 0 {
            bare.push(b);
            parse.push(p);
            audit.push(a);
        }
    }
    let ratio = |side: &[f64]| median(side.iter().zip(&bare).map(|(s, b)| s / b).collect());
    let mb = bytes as f64 / 1e6;
    println!(
        "{name}: {} pages, {mb:.1} MB, CPU medians of {ROUNDS} rounds\n  \
         bare parse {:>8.3} s {:>7.1} MB/s\n  \
         our parse  {:>8.3} s {:>7.1} MB/s  ratio {:.2}\n  \
         full audit {:>8.3} s {:>7.1} MB/s  ratio {:.2}",
        pages.len(),
        median(bare.clone()),
        mb / median(bare.clone()),
        median(parse.clone()),
        mb / median(parse.clone()),
        ratio(&parse),
        median(audit.clone()),
        mb / median(audit.clone()),
        ratio(&audit),
    );
}

/// Wall time of whole runs, files read, on one thread and on two.
fn threads(dir: &Path) {
    let engine = Engine::new(Settings::default());
    let found = discover(&[dir.to_owned()], None);
    let run = |jobs: usize, known: &KnownFiles| {
        let start = Instant::now();
        let mut findings = 0;
        let done = engine.run(
            &found.files,
            known,
            jobs,
            &mut |page: &vigie::report::PageReport| {
                findings += page.findings.len();
                Ok(())
            },
        );
        black_box(done.map(|r| r.summary.pages).unwrap_or_default());
        start.elapsed().as_secs_f64()
    };
    let (mut one, mut two) = (Vec::new(), Vec::new());
    for round in 0..=3 {
        let (a, b) = (run(1, &found.site), run(2, &found.site));
        if round > 0 {
            one.push(a);
            two.push(b);
        }
    }
    let speedup = median(one.iter().zip(&two).map(|(a, b)| a / b).collect());
    println!(
        "  1 thread {:.3} s, 2 threads {:.3} s: {speedup:.2} times (wall, files read)",
        median(one),
        median(two)
    );
}

/// Doubles one page: a linear audit takes twice as long.
fn growth() {
    let engine = Engine::new(Settings::default());
    println!("growth, one page doubled each time");
    let mut last = 0.0;
    for sections in [250, 500, 1000, 2000, 4000] {
        let page = page(sections);
        let times: Vec<f64> = (0..5)
            .map(|_| {
                timed(|| {
                    drop(black_box(
                        engine.audit(Source::from_text("page", page.clone())),
                    ))
                })
            })
            .collect();
        let time = median(times);
        let factor = match last > 0.0 {
            true => format!("  x{:.2}", time / last),
            false => String::new(),
        };
        println!("  {:>9} bytes {time:>8.4} s{factor}", page.len());
        last = time;
    }
}

fn generated(count: usize) -> Vec<String> {
    (0..count).map(|i| page(10 + i % 30)).collect()
}

/// A page with a bit of everything, and defects.
fn page(sections: usize) -> String {
    let mut html = String::from(
        "<!DOCTYPE html><html lang=fr><head><meta charset=utf-8><title>Page d’essai - Vigie</title></head><body>\
         <a href='#contenu'>Aller au contenu</a><nav aria-label=Menu><ul><li><a href='/'>Accueil</a></ul></nav><main id=contenu><h1>Essai</h1>",
    );
    for i in 0..sections {
        html.push_str(&format!(
            "<section aria-labelledby=t{i}><h2 id=t{i}>Partie {i}</h2><p>Un <em>texte</em> avec un <a href='#t{i}'>lien {i}</a> &amp; une \
             <img src=i{i}.png alt='Vue {i}'>.</p><ul><li>Un<li>Deux<ul><li>Trois</ul></ul><table><caption>T{i}</caption><tr><th scope=col>A\
             <th scope=col>B<tr><td>1<td>2</table><form><label for=c{i}>Nom</label><input id=c{i}><button>Envoyer</button></form>\
             <p id=double>**gras**</p><button aria-expanded=false aria-controls=rien></button></section>"
        ));
    }
    html.push_str("</main></body></html>");
    html
}
