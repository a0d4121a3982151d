//! HTML Standard 4.12.1.4 «Inline documentation for external scripts»: a `script` with `src` holds nothing but comments.
//!
//! Browsers do not run what it holds. Not among the five families of RGAA 8.2.1. A data block may not have `src` at all, which
//! `script-attribute-misplaced` tells.

use std::ops::Range;

use crate::check::{Category, Check, Context, Interest, Meta};
use crate::dom::{Element, NodeRef};
use crate::spec::script_kinds::ScriptKind;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &ScriptTextIgnored;

struct ScriptTextIgnored;

static META: Meta = Meta {
    id: "script-text-ignored",
    category: Category::Conformance,
    title: text(
        "Code jamais exécuté dans un script qui a src",
        "Code never run in a script with src",
    ),
    why: text(
        "Un script qui vient d’un fichier n’exécute pas ce qu’il contient : ce que ce code devait faire n’a pas lieu.",
        "A script that comes from a file does not run what it holds: what that code was to do does not happen.",
    ),
    fix: text(
        "Mettre ce code dans un <script> à part, sans src, ou le retirer.",
        "Put that code in a <script> of its own, without src, or remove it.",
    ),
    interest: &[Interest::Elements(&["script"])],
    fail: &[
        "<script src=plan.js>ouvrir()</script>",
        "<script src=plan.js><!-- plan --></script>",
        "<script src=plan.js>// plan</script>",
    ],
    pass: &[
        "<script src=plan.js></script>",
        "<script src=plan.js> /* plan */ // de la ville\n</script>",
    ],
    na: &[
        "<script>ouvrir()</script>",
        "<script type=application/json src=a.json>{}</script>",
    ],
    ..Meta::NEW
};

const CODE: Text = text(
    "ce code n’est jamais exécuté : le script vient du fichier de src",
    "this code is never run: the script comes from the file in src",
);
const COMMENT: Text = text(
    "ce commentaire // doit finir par un retour à la ligne",
    "this // comment must end with a line break",
);
const ALSO: Text = text("ici aussi", "here too");

impl Check for ScriptTextIgnored {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, script: Element<'p>, cx: &mut Context<'p>) {
        let external = script.is_html() && script.has_attr("src");
        if !external
            || ScriptKind::new(script.attr("type"))
                .refuses(false)
                .contains(&"src")
        {
            return;
        }
        let Some(text) = script.children().find_map(NodeRef::as_text) else {
            return cx.pass();
        };
        let (message, at) = match after_comments(text.text()) {
            None => return cx.pass(),
            Some(Fault::Code(at)) => (&CODE, at),
            Some(Fault::Comment(at)) => (&COMMENT, at),
        };
        let place = text.source_span(at);
        cx.fail_together((script, place), message, "", &ALSO);
    }
}

/// What a script with `src` may not hold, and where.
#[derive(Debug, PartialEq, Eq)]
enum Fault {
    /// No comment: the rest of its line.
    Code(Range<usize>),
    /// A comment that the end of the script closes.
    Comment(Range<usize>),
}

/// The first thing that is neither white space nor a comment.
fn after_comments(script: &str) -> Option<Fault> {
    let mut at = 0;
    loop {
        let rest = script[at..].trim_ascii_start();
        at = script.len() - rest.len();
        if rest.is_empty() {
            return None;
        }
        let end = match rest.as_bytes() {
            [b'/', b'*', ..] => rest[2..].find("*/").map(|end| end + 4),
            [b'/', b'/', ..] => match rest.find(['\n', '\r']) {
                None => return Some(Fault::Comment(at..script.len())),
                end => end,
            },
            _ => None,
        };
        match end {
            Some(end) => at += end,
            None => {
                let line = rest.find(['\n', '\r']).unwrap_or(rest.len());
                return Some(Fault::Code(at..at + line));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_only() {
        for good in [
            "",
            " \n",
            "/* a */",
            "/**//* b\n*/",
            "// a\n // b\n",
            "/* a */ // b\r\n",
        ] {
            assert_eq!(after_comments(good), None, "{good}");
        }
        assert_eq!(after_comments("// a"), Some(Fault::Comment(0..4)));
        assert_eq!(after_comments(" /* a */ b()\n"), Some(Fault::Code(9..12)));
        assert_eq!(after_comments("/* a"), Some(Fault::Code(0..4)));
        assert_eq!(after_comments("/"), Some(Fault::Code(0..1)));
    }
}
