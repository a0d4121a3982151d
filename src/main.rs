//! The `vigie` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    give_memory_back();
    vigie::cli::main(std::env::args_os().collect())
}

/// glibc raises its thresholds with each large block that is freed, and then keeps tens of megabytes for each thread that had a
/// large page. Fixed, they cost half the memory of a site with such pages; lower, they cost time, as each page asks for memory anew.
fn give_memory_back() {
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    // SAFETY: `mallopt` only sets parameters of the allocator, and no other thread runs yet.
    unsafe {
        libc::mallopt(libc::M_MMAP_THRESHOLD, 512 << 10);
        libc::mallopt(libc::M_TRIM_THRESHOLD, 4 << 20);
    }
}
