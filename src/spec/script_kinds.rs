//! What a `script` element is, by its `type`, and which attributes have no effect on it.
//!
//! Sources: WHATWG HTML 4.12.1 «The script element» (attributes that must not be specified), WHATWG MIME Sniffing 4.6 «JavaScript MIME
//! type».

use super::attribute_values::is_keyword;

/// What `type` makes of a script.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScriptKind {
    Classic,
    Module,
    ImportMap,
    SpeculationRules,
    /// Data for the page's scripts.
    DataBlock,
}

impl ScriptKind {
    /// By the value of `type`, as written.
    pub fn new(kind: Option<&str>) -> ScriptKind {
        let kind = kind.unwrap_or_default().trim_ascii();
        let is = |name: &str| kind.eq_ignore_ascii_case(name);
        if kind.is_empty() || is_javascript(kind) {
            ScriptKind::Classic
        } else if is("module") {
            ScriptKind::Module
        } else if is("importmap") {
            ScriptKind::ImportMap
        } else if is("speculationrules") {
            ScriptKind::SpeculationRules
        } else {
            ScriptKind::DataBlock
        }
    }

    /// Attributes that such a script must not have, written in the page (`inline`) or not.
    pub fn refuses(self, inline: bool) -> &'static [&'static str] {
        const NO_CODE: &[&str] = &[
            "async",
            "blocking",
            "charset",
            "crossorigin",
            "defer",
            "fetchpriority",
            "integrity",
            "nomodule",
            "referrerpolicy",
            "src",
        ];
        match (self, inline) {
            (ScriptKind::Classic, true) => &[
                "async",
                "blocking",
                "charset",
                "defer",
                "fetchpriority",
                "integrity",
            ],
            (ScriptKind::Classic, false) => &[],
            (ScriptKind::Module, true) => &[
                "blocking",
                "charset",
                "defer",
                "fetchpriority",
                "integrity",
                "nomodule",
            ],
            (ScriptKind::Module, false) => &["defer", "nomodule"],
            _ => NO_CODE,
        }
    }
}

/// WHATWG MIME Sniffing 4.6, «JavaScript MIME type essence match».
pub fn is_javascript(kind: &str) -> bool {
    const ESSENCES: [&str; 16] = [
        "application/ecmascript",
        "application/javascript",
        "application/x-ecmascript",
        "application/x-javascript",
        "text/ecmascript",
        "text/javascript",
        "text/javascript1.0",
        "text/javascript1.1",
        "text/javascript1.2",
        "text/javascript1.3",
        "text/javascript1.4",
        "text/javascript1.5",
        "text/jscript",
        "text/livescript",
        "text/x-ecmascript",
        "text/x-javascript",
    ];
    is_keyword(kind, &ESSENCES)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_follow_the_type() {
        let kind = |value| ScriptKind::new(Some(value));
        assert_eq!(ScriptKind::new(None), ScriptKind::Classic);
        assert_eq!(kind(""), ScriptKind::Classic);
        assert_eq!(kind("TEXT/JScript"), ScriptKind::Classic);
        assert_eq!(kind(" Module "), ScriptKind::Module);
        assert_eq!(kind("importmap"), ScriptKind::ImportMap);
        assert_eq!(kind("speculationRules"), ScriptKind::SpeculationRules);
        assert_eq!(kind("application/ld+json"), ScriptKind::DataBlock);
        assert_eq!(
            kind("text/javascript; charset=utf-8"),
            ScriptKind::DataBlock
        );
    }

    #[test]
    fn what_is_refused_depends_on_where_the_script_is() {
        assert!(ScriptKind::Classic.refuses(false).is_empty());
        assert!(ScriptKind::Classic.refuses(true).contains(&"defer"));
        assert!(!ScriptKind::Module.refuses(true).contains(&"async"));
        assert!(ScriptKind::DataBlock.refuses(false).contains(&"src"));
    }
}
