//! Runs checks over pages: which, in what order, on how many threads; and folds what they say into RGAA outcomes.

mod budget;
mod cache;
mod cause_key;
mod discover;
mod files;
mod fold;
mod ignore;
mod in_order;
mod offer;
mod page;
mod plan;
mod preset;
mod run;
mod selection;
mod site;
mod suppress;
mod threads;
mod veil;
mod walk;

pub use crate::text::nearest;
pub use cache::Cache;
pub use discover::{Discovered, Problem, ProblemKind, SiteFile, discover};
pub use files::KnownFiles;
pub use ignore::Ignore;
pub use page::{PARSER_LIMIT, PageAudit};
pub use preset::Preset;
pub use run::{Run, Sink};
pub use selection::{Selection, SelectionError, Selector};
pub use veil::{Unused, Veil};

use std::collections::HashMap;
use std::sync::Arc;

use crate::check::{AnySiteCheck, Check, Level, Options, Verdict};
use crate::dom::Limits;

/// What the user asked for, resolved.
#[derive(Debug)]
pub struct Settings {
    /// What checks may rely on.
    pub options: Options,
    /// Which checks run.
    pub selection: Selection,
    /// A view that drops some of the findings; what it selects is in `selection`.
    pub preset: Option<Preset>,
    /// Levels that differ from the checks' own.
    pub levels: HashMap<&'static str, Level>,
    /// Findings not to show.
    pub ignores: Vec<Ignore>,
    /// Whether comments in pages may ask not to show findings.
    pub obey_comments: bool,
    /// Findings kept per check and page; more are counted only.
    pub max_findings: usize,
    /// Pages larger than this, in bytes, are not read.
    pub max_page_bytes: u64,
    /// The parser's limits.
    pub parser: Limits,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            options: Options::default(),
            selection: Selection::default(),
            preset: None,
            levels: HashMap::new(),
            ignores: Vec::new(),
            obey_comments: true,
            max_findings: 200,
            max_page_bytes: 256 << 20,
            parser: Limits::default(),
        }
    }
}

/// The checks of a run, with their settings.
pub struct Engine {
    plan: plan::Plan,
    settings: Settings,
    cache: Option<Cache>,
    veil: Option<Arc<dyn Veil>>,
}

impl Engine {
    /// An engine over all checks there are.
    pub fn new(settings: Settings) -> Engine {
        Engine::with_checks(settings, crate::checks::ALL, crate::checks::SITE)
    }

    /// An engine over these checks only.
    pub fn with_checks(
        settings: Settings,
        checks: &[&'static dyn Check],
        site: &[&'static dyn AnySiteCheck],
    ) -> Engine {
        let plan = plan::Plan::new(&settings, checks, site);
        Engine {
            plan,
            settings,
            cache: None,
            veil: None,
        }
    }

    /// Takes pages that have not changed from a cache, which must have been opened for the same settings.
    pub fn set_cache(&mut self, cache: Cache) {
        self.cache = Some(cache);
    }

    /// Hides what something else than the pages asks to. A cache, which knows of pages only, is then not used.
    pub fn set_veil(&mut self, veil: Arc<dyn Veil>) {
        self.veil = Some(veil);
    }

    /// Gives the cache back, for another engine of the same settings.
    pub fn into_cache(self) -> Option<Cache> {
        self.cache
    }

    /// Whether the selection leaves no check to run.
    pub fn is_idle(&self) -> bool {
        self.plan.checks.is_empty() && self.plan.site.is_empty()
    }

    /// Whether findings of this check would show. A check that there is not, is met no more.
    pub fn shows(&self, id: &str) -> bool {
        let all = crate::checks::metas();
        let Some(meta) = all.into_iter().find(|m| m.id == id) else {
            return true;
        };
        let loud = |verdict| self.settings.level(meta, None, verdict, None) != Level::Off;
        self.settings.selection.runs(meta) && (loud(Verdict::Fail) || loud(Verdict::Review))
    }

    /// What it was made with.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }
}
