//! Files that are generated, committed, and compared: `UPDATE=1 cargo test` writes them, a plain run shows the difference.

use std::path::Path;

/// Whether this run writes instead of comparing.
pub fn updating() -> bool {
    std::env::var_os("UPDATE").is_some_and(|v| v != "0")
}

/// Compares a generated text with the committed file; `Err` is a readable difference.
pub fn compare(path: &Path, generated: &str) -> Result<(), String> {
    let committed = std::fs::read_to_string(path).unwrap_or_default();
    if committed == generated {
        return Ok(());
    }
    if updating() {
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent).map_err(|e| e.to_string())?;
        }
        return std::fs::write(path, generated).map_err(|e| e.to_string());
    }
    let mut out = format!(
        "{} is not what the code makes (UPDATE=1 rewrites it):\n",
        path.display()
    );
    let (old, new): (Vec<_>, Vec<_>) = (committed.lines().collect(), generated.lines().collect());
    for line in old.iter().filter(|l| !new.contains(l)).take(20) {
        out.push_str(&format!("- {line}\n"));
    }
    for line in new.iter().filter(|l| !old.contains(l)).take(20) {
        out.push_str(&format!("+ {line}\n"));
    }
    Err(out)
}
