//! The animations that style rules start.

use crate::semantics::style::{Declaration, Keyframes, Rules, declarations};

/// One animation of a rule.
pub struct Animation<'r> {
    pub frames: &'r Keyframes,
    /// Of one cycle.
    pub seconds: f32,
    /// It never stops.
    pub endless: bool,
    /// Every other cycle goes backwards.
    pub alternates: bool,
}

/// The animations of a block, written by `animation` alone; `None` where they are written otherwise, depend on something else, or
/// where too much was asked of the page's rules.
pub fn animations<'r>(rules: &'r Rules, block: &str) -> Option<Vec<Animation<'r>>> {
    let mut found = Vec::new();
    for declaration in declarations(block).filter(is_of_animations) {
        if !declaration.is("animation") && !declaration.is("-webkit-animation")
            || declaration.value.contains("var(")
        {
            return None;
        }
        found.clear();
        for one in declaration.value.split(',') {
            let words = || one.split_ascii_whitespace();
            if words().eq(["none"]) {
                continue;
            }
            // A timing function with arguments was split; its pieces name nothing.
            let Some(frames) = rules.keyframes(words()) else {
                continue;
            };
            if !rules.spend(1 + frames.cost()) {
                return None;
            }
            found.push(Animation {
                frames,
                seconds: words().find_map(seconds)?,
                endless: words().any(|w| w.eq_ignore_ascii_case("infinite")),
                alternates: words().any(|w| w.to_ascii_lowercase().starts_with("alternate")),
            });
        }
    }
    Some(found)
}

/// Whether a declaration is about animations.
pub fn is_of_animations(declaration: &Declaration<'_>) -> bool {
    let name = declaration.name.to_ascii_lowercase();
    name.starts_with("animation") || name.starts_with("-webkit-animation")
}

fn seconds(word: &str) -> Option<f32> {
    let word = word.to_ascii_lowercase();
    let milliseconds = word.strip_suffix("ms").and_then(|n| n.parse::<f32>().ok());
    let seconds = || word.strip_suffix('s').and_then(|n| n.parse().ok());
    milliseconds.map(|n| n / 1000.0).or_else(seconds)
}
