//! The file, written: TOML, sorted, a line a fact, so that a change shows as what it is.

use std::fmt::{self, Write};

use super::{Baseline, VERSION};
use crate::report::{KnownCause, Scope, is_unsafe};
use crate::text::{Lang, text};

/// The file's text.
pub fn write(baseline: &Baseline, lang: Lang) -> String {
    let mut out = String::new();
    for line in HEAD.get(lang).lines() {
        out.push_str("# ");
        out.push_str(line);
        out.push('\n');
    }
    // A String takes everything.
    let _ = write!(
        out,
        "version = {VERSION}\naudited = {}\n",
        List(&baseline.audited, " ")
    );
    for entry in baseline.known.values() {
        let _ = self::entry(&mut out, entry);
    }
    out
}

const HEAD: crate::text::Text = text(
    "État de référence de Vigie : défauts acceptés pour l’instant. vigie baseline update et prune récrivent ce fichier ;\nreason, owner et expires sont à vous et sont gardés.",
    "Vigie's baseline: defects accepted for now. vigie baseline update and prune rewrite this file;\nreason, owner and expires are yours and are kept.",
);

fn entry(out: &mut String, entry: &KnownCause) -> fmt::Result {
    let quoted = |text| Quoted(text);
    writeln!(out, "\n[[known]]")?;
    writeln!(out, "check = {}", quoted(&entry.check))?;
    writeln!(out, "fingerprint = {}", quoted(&entry.fingerprint))?;
    let scope = match entry.scope {
        Scope::Template => "template",
        Scope::Page => "page",
    };
    writeln!(out, "scope = \"{scope}\"\npages = {}", entry.pages)?;
    writeln!(out, "message = {}", quoted(&entry.message))?;
    if !entry.excerpt.is_empty() {
        writeln!(out, "excerpt = {}", quoted(&entry.excerpt))?;
    }
    if !entry.paths.is_empty() {
        writeln!(out, "paths = {}", List(&entry.paths, "\n"))?;
    }
    for (name, value) in [("reason", &entry.reason), ("owner", &entry.owner)] {
        if let Some(value) = value {
            writeln!(out, "{name} = {}", quoted(value))?;
        }
    }
    if let Some(day) = &entry.expires {
        writeln!(out, "expires = {day}")?;
    }
    Ok(())
}

/// A basic string of TOML, with nothing in it that could harm a terminal.
struct Quoted<'t>(&'t str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_char('"')?;
        for c in self.0.chars() {
            match c {
                '"' | '\\' => write!(f, "\\{c}")?,
                c if is_unsafe(c) && (c as u32) < 0x10000 => write!(f, "\\u{:04X}", c as u32)?,
                c if is_unsafe(c) => write!(f, "\\U{:08X}", c as u32)?,
                c => f.write_char(c)?,
            }
        }
        f.write_char('"')
    }
}

/// Strings; with a line each when `between` is one and there are several.
struct List<'t>(&'t [String], &'t str);

impl fmt::Display for List<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines = self.0.len() > 1 && self.1 == "\n";
        let (before, after) = if lines { ("\n  ", ",") } else { ("", "") };
        f.write_char('[')?;
        for (rank, item) in self.0.iter().enumerate() {
            if rank > 0 && !lines {
                f.write_str(", ")?;
            }
            write!(f, "{before}{}{after}", Quoted(item))?;
        }
        f.write_str(if lines { "\n]" } else { "]" })
    }
}
