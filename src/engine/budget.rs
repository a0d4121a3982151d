//! Large pages one at a time: a tree takes some eight times the size of its page.

use std::sync::{Condvar, Mutex, PoisonError};

/// Bytes of pages that may be in work at once; a page larger than that is audited alone.
const BYTES: u64 = 6 << 20;

/// What is in work, in bytes of pages as stored.
#[derive(Default)]
pub(super) struct Budget {
    used: Mutex<u64>,
    freed: Condvar,
}

/// A part of the budget, given back when dropped.
pub(super) struct Share<'b> {
    budget: &'b Budget,
    bytes: u64,
}

impl Budget {
    /// Waits until a page of this size may be taken in work. Whoever holds a share never waits for another, so all go on.
    pub fn take(&self, bytes: u64) -> Share<'_> {
        let mut used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        while *used > 0 && *used + bytes > BYTES {
            used = self
                .freed
                .wait(used)
                .unwrap_or_else(PoisonError::into_inner);
        }
        *used += bytes;
        Share {
            budget: self,
            bytes,
        }
    }
}

impl Drop for Share<'_> {
    fn drop(&mut self) {
        let mut used = self
            .budget
            .used
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        *used -= self.bytes;
        drop(used);
        self.budget.freed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_larger_than_all_is_taken_alone() {
        let budget = Budget::default();
        let large = budget.take(BYTES * 3);
        assert_eq!(*budget.used.lock().unwrap(), BYTES * 3);
        drop(large);
        let (a, b) = (budget.take(BYTES / 2), budget.take(BYTES / 2));
        assert_eq!(*budget.used.lock().unwrap(), BYTES);
        drop((a, b));
        assert_eq!(*budget.used.lock().unwrap(), 0);
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
        assert_eq!(*budget.used.lock().unwrap(), 0);
    }
}
