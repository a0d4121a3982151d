//! Any bytes: decode, parse, audit with every check, print. Nothing may panic, hang or be out of bounds.
//!
//! `cargo +nightly fuzz run audit` where a nightly toolchain is; on stable:
//! `RUSTC_BOOTSTRAP=1 cargo fuzz run audit --sanitizer none`.

#![no_main]

use libfuzzer_sys::fuzz_target;
use vigie::engine::{Engine, Settings};
use vigie::report::PageWriter;
use vigie::source::Source;

fuzz_target!(|bytes: &[u8]| {
    let engine = Engine::new(Settings::default());
    let report = engine.audit(Source::decode("fuzz.html", bytes.to_vec()));
    // A check that panics is caught and told: here it must not happen at all.
    let broken: Vec<_> = report.errors.iter().filter(|e| e.kind == "check-panicked").collect();
    assert!(broken.is_empty(), "{broken:?}");
    for finding in &report.findings {
        assert!(finding.start.offset <= finding.end.offset);
        let text = &report.source.text;
        assert!(text.is_char_boundary(finding.start.offset as usize));
        assert!(text.is_char_boundary(finding.end.offset as usize));
    }
    let read = serde_json::from_slice::<serde_json::Value>(PageWriter::default().line(&report));
    assert!(read.is_ok(), "{read:?}");
});
