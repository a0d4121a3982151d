//! Large pages one at a time: a tree takes some eight times the size of its page.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// Bytes of pages that may be in work at once; a page larger than that is audited alone.
const BYTES: u64 = 6 << 20;

/// What is in work, in bytes of pages as stored.
#[derive(Default)]
pub(super) struct Budget {
    state: Mutex<State>,
    freed: Condvar,
}

#[derive(Default)]
struct State {
    /// Bytes in work.
    used: u64,
    /// Threads that wait for room.
    waiting: usize,
}

/// A part of the budget, given back when dropped.
pub(super) struct Share<'b> {
    budget: &'b Budget,
    bytes: u64,
}

impl Budget {
    /// Waits until a page of this size may be taken in work. Whoever holds a share never waits for another, so all go on.
    pub fn take(&self, bytes: u64) -> Share<'_> {
        let mut state = self.lock();
        while state.used > 0 && state.used + bytes > BYTES {
            state.waiting += 1;
            state = self
                .freed
                .wait(state)
                .unwrap_or_else(PoisonError::into_inner);
            state.waiting -= 1;
        }
        state.used += bytes;
        Share {
            budget: self,
            bytes,
        }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Share<'_> {
    fn drop(&mut self) {
        let mut state = self.budget.lock();
        state.used -= self.bytes;
        if state.waiting > 0 {
            self.budget.freed.notify_all();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_larger_than_all_is_taken_alone() {
        let budget = Budget::default();
        let large = budget.take(BYTES * 3);
        assert_eq!(budget.lock().used, BYTES * 3);
        drop(large);
        let (a, b) = (budget.take(BYTES / 2), budget.take(BYTES / 2));
        assert_eq!(budget.lock().used, BYTES);
        drop((a, b));
        assert_eq!(budget.lock().used, 0);
    }

    #[test]
    fn whoever_waits_goes_on_when_there_is_room() {
        let budget = Budget::default();
        let first = budget.take(BYTES);
        std::thread::scope(|scope| {
            let waiting = scope.spawn(|| drop(budget.take(BYTES)));
            drop(first);
            waiting.join().unwrap();
        });
        assert_eq!(budget.lock().used, 0);
    }
}
