//! The same work on several threads, the caller's among them: a page alone needs no other.

use std::num::NonZero;
use std::thread;

/// How many threads for so many pages. `jobs`: as asked, 0 for one per core.
pub(super) fn count(jobs: usize, pages: usize) -> usize {
    let cores = || thread::available_parallelism().map_or(1, NonZero::get);
    let asked = if jobs == 0 { cores() } else { jobs };
    asked.min(pages).max(1)
}

/// Does the work once on each thread; back when all are through.
pub(super) fn on_each(threads: usize, work: impl Fn() + Sync) {
    thread::scope(|scope| {
        for rank in 1..threads {
            let thread = thread::Builder::new().name(format!("vigie-{rank}"));
            if thread.spawn_scoped(scope, &work).is_err() {
                // What the system does not give is done without.
                break;
            }
        }
        work();
    });
}
