//! Things done in any order by several threads, and told in order by one at a time.
//!
//! Nobody waits to be told things: the thread that hands over the next one tells it, and with it what others have handed over meanwhile.

use std::collections::BTreeMap;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// The threads' meeting place. Things are known by their rank, from 0.
pub(super) struct InOrder<T> {
    state: Mutex<State<T>>,
    told: Condvar,
    /// How many may be begun past the next one to tell.
    ahead: usize,
}

struct State<T> {
    /// Done, not told yet.
    done: BTreeMap<usize, T>,
    /// The rank of the next one to tell.
    next: usize,
    /// A thread is telling.
    busy: bool,
    /// Threads that wait to begin one.
    waiting: usize,
}

impl<T> InOrder<T> {
    /// `ahead`: how many may be begun past the next one to tell, at least 1.
    pub fn new(ahead: usize) -> InOrder<T> {
        InOrder {
            state: Mutex::new(State {
                done: BTreeMap::new(),
                next: 0,
                busy: false,
                waiting: 0,
            }),
            told: Condvar::new(),
            ahead,
        }
    }

    /// Waits until this one may be begun. Whoever waits has handed over all that it began, so all go on.
    pub fn wait_to_begin(&self, rank: usize) {
        let mut state = self.lock();
        while rank >= state.next + self.ahead {
            state.waiting += 1;
            state = self
                .told
                .wait(state)
                .unwrap_or_else(PoisonError::into_inner);
            state.waiting -= 1;
        }
    }

    /// Hands one over. `tell` is called on no two threads at once, in order of rank.
    pub fn hand_over(&self, rank: usize, thing: T, mut tell: impl FnMut(usize, T)) {
        let mut state = self.lock();
        state.done.insert(rank, thing);
        if state.busy {
            // Whoever is telling looks again before it stops.
            return;
        }
        state.busy = true;
        let mut next = state.next;
        while let Some(thing) = state.done.remove(&next) {
            drop(state);
            tell(next, thing);
            state = self.lock();
            next += 1;
            state.next = next;
            if state.waiting > 0 {
                self.told.notify_all();
            }
        }
        state.busy = false;
    }

    fn lock(&self) -> MutexGuard<'_, State<T>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[test]
    fn all_are_told_in_order() {
        const THINGS: usize = 10_000;
        let (order, next) = (InOrder::new(3), AtomicUsize::new(0));
        let told = Mutex::new(Vec::new());
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    loop {
                        let rank = next.fetch_add(1, Ordering::Relaxed);
                        if rank >= THINGS {
                            break;
                        }
                        order.wait_to_begin(rank);
                        order.hand_over(rank, rank * 2, |rank, thing| {
                            assert_eq!(thing, rank * 2);
                            told.try_lock().expect("one at a time").push(rank);
                        });
                    }
                });
            }
        });
        let told = told.into_inner().unwrap();
        assert!(told.into_iter().eq(0..THINGS));
    }
}
