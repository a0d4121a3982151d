//! JSON written in scripts: what import maps and speculation rules must be.
//!
//! Sources: WHATWG HTML 4.12.1 «The script element» (content of the `type` states), 8.1.6.2 «Import maps», 7.6 «Speculation rules».

use serde_json::{Map, Value};

use super::Words;
use super::links::scheme;
use super::syntax::url;

/// What is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// As the end of a sentence; `{what}` is the name at fault.
    pub problem: Words,
    /// A name or a value of the text; empty when nothing is named.
    pub what: String,
    /// Line and column of a mistake of writing, both from 1; the column in bytes.
    pub place: Option<(usize, usize)>,
}

type Checked = Result<(), Fault>;

fn fault(what: &str, fr: &'static str, en: &'static str) -> Fault {
    Fault {
        problem: (fr, en),
        what: what.to_owned(),
        place: None,
    }
}

fn parse(json: &str) -> Result<Value, Fault> {
    serde_json::from_str(json).map_err(|error| Fault {
        place: (error.line() > 0).then(|| (error.line(), error.column())),
        ..fault("", "ce n’est pas du JSON", "it is not JSON")
    })
}

fn object<'v>(value: &'v Value, what: &str) -> Result<&'v Map<String, Value>, Fault> {
    value.as_object().ok_or_else(|| {
        fault(
            what,
            "« {what} » doit être un objet, entre accolades",
            "\"{what}\" must be an object, in braces",
        )
    })
}

fn whole(value: &Value) -> Result<&Map<String, Value>, Fault> {
    value.as_object().ok_or_else(|| {
        fault(
            "",
            "le tout doit être un objet, entre accolades",
            "the whole must be an object, in braces",
        )
    })
}

fn array<'v>(value: &'v Value, what: &str) -> Result<&'v Vec<Value>, Fault> {
    value.as_array().ok_or_else(|| {
        fault(
            what,
            "« {what} » doit être une liste",
            "\"{what}\" must be a list",
        )
    })
}

fn string<'v>(value: &'v Value, what: &str) -> Result<&'v str, Fault> {
    value.as_str().ok_or_else(|| {
        fault(
            what,
            "la valeur de « {what} » doit être une chaîne",
            "the value of \"{what}\" must be a string",
        )
    })
}

fn non_empty_strings(value: &Value, what: &str) -> Checked {
    for item in array(value, what)? {
        if string(item, what)?.is_empty() {
            return Err(fault(
                what,
                "« {what} » ne doit pas contenir de chaîne vide",
                "\"{what}\" must not hold an empty string",
            ));
        }
    }
    Ok(())
}

/// Whether the text is a good import map (WHATWG HTML 8.1.6.2).
pub fn import_map(json: &str) -> Checked {
    let value = parse(json)?;
    for (key, value) in whole(&value)? {
        match &**key {
            "imports" => specifier_map(object(value, key)?)?,
            "scopes" => {
                for (scope, map) in object(value, key)? {
                    if scope.is_empty() || url::check(scope).is_err() {
                        return Err(fault(
                            scope,
                            "la portée « {what} » de scopes n’est pas une adresse",
                            "the scope \"{what}\" of scopes is not an address",
                        ));
                    }
                    specifier_map(object(map, scope)?)?;
                }
            }
            "integrity" => {
                for (module, hash) in object(value, key)? {
                    string(hash, module)?;
                }
            }
            _ => {
                return Err(fault(
                    key,
                    "« {what} » n’y est pas admis, seulement imports, scopes et integrity",
                    "\"{what}\" is not allowed there, only imports, scopes and integrity",
                ));
            }
        }
    }
    Ok(())
}

fn specifier_map(map: &Map<String, Value>) -> Checked {
    for (specifier, address) in map {
        if specifier.is_empty() {
            return Err(fault(
                "",
                "un nom de module est vide",
                "a module has an empty name",
            ));
        }
        let address = string(address, specifier)?;
        let anchored = ["/", "./", "../"]
            .iter()
            .any(|start| address.starts_with(start));
        if !anchored && scheme(address).is_none() || url::check(address).is_err() {
            return Err(fault(
                address,
                "l’adresse « {what} » doit être absolue, ou commencer par /, ./ ou ../",
                "the address \"{what}\" must be absolute, or begin with /, ./ or ../",
            ));
        }
        if specifier.ends_with('/') && !address.ends_with('/') {
            return Err(fault(
                specifier,
                "« {what} » finit par /, et son adresse non",
                "\"{what}\" ends with /, and its address does not",
            ));
        }
    }
    Ok(())
}

/// Whether the text is a good set of speculation rules (WHATWG HTML 7.6).
pub fn speculation_rules(json: &str) -> Checked {
    let value = parse(json)?;
    let set = whole(&value)?;
    if !set.contains_key("prefetch") && !set.contains_key("prerender") {
        return Err(fault(
            "",
            "il y manque prefetch ou prerender",
            "prefetch or prerender is missing",
        ));
    }
    for (key, value) in set {
        match &**key {
            "tag" => {
                string(value, key)?;
            }
            "prefetch" | "prerender" => {
                for rule in array(value, key)? {
                    rule_of(object(rule, key)?)?;
                }
            }
            _ => {
                return Err(fault(
                    key,
                    "« {what} » n’y est pas admis, seulement prefetch, prerender et tag",
                    "\"{what}\" is not allowed there, only prefetch, prerender and tag",
                ));
            }
        }
    }
    Ok(())
}

fn rule_of(rule: &Map<String, Value>) -> Checked {
    for (key, value) in rule {
        match &**key {
            "urls" => {
                non_empty_strings(value, key)?;
                if value.as_array().is_some_and(Vec::is_empty) {
                    return Err(fault(key, "« {what} » est vide", "\"{what}\" is empty"));
                }
            }
            "requires" => non_empty_strings(value, key)?,
            "where" => predicate(object(value, key)?)?,
            "eagerness" => {
                let known = ["conservative", "eager", "immediate", "moderate"];
                if !known.contains(&string(value, key)?) {
                    return Err(fault(
                        key,
                        "« {what} » vaut conservative, moderate, eager ou immediate",
                        "\"{what}\" is conservative, moderate, eager or immediate",
                    ));
                }
            }
            "source"
            | "target_hint"
            | "referrer_policy"
            | "relative_to"
            | "expects_no_vary_search"
            | "tag" => {
                string(value, key)?;
            }
            _ => {
                return Err(fault(
                    key,
                    "une règle n’a pas de « {what} »",
                    "a rule has no \"{what}\"",
                ));
            }
        }
    }
    let has = |key: &str| rule.contains_key(key);
    let (needed, refused) = match rule.get("source").map(|source| source.as_str()) {
        Some(Some("list")) => ("urls", "where"),
        Some(Some("document")) => ("where", "urls"),
        Some(_) => {
            return Err(fault(
                "source",
                "« {what} » vaut list ou document",
                "\"{what}\" is list or document",
            ));
        }
        None if has("urls") => ("urls", "where"),
        None => ("where", "urls"),
    };
    if !has(needed) {
        return Err(fault(
            needed,
            "il manque « {what} » à une règle",
            "a rule lacks \"{what}\"",
        ));
    }
    if has(refused) {
        return Err(fault(
            refused,
            "« {what} » n’est pas admis dans cette règle : une règle donne des adresses (urls) ou une condition (where)",
            "\"{what}\" is not allowed in this rule: a rule gives addresses (urls) or a condition (where)",
        ));
    }
    Ok(())
}

fn predicate(first: &Map<String, Value>) -> Checked {
    const KINDS: [&str; 5] = ["and", "or", "not", "href_matches", "selector_matches"];
    let mut pending = vec![first];
    while let Some(predicate) = pending.pop() {
        let kinds = predicate.keys().filter(|key| KINDS.contains(&&***key));
        if kinds.count() != 1 {
            return Err(fault(
                "where",
                "une condition de « {what} » a l’un, et un seul, de and, or, not, href_matches et selector_matches",
                "a condition of \"{what}\" has one, and only one, of and, or, not, href_matches and selector_matches",
            ));
        }
        for (key, value) in predicate {
            match &**key {
                "and" | "or" => {
                    let parts = array(value, key)?;
                    if parts.is_empty() {
                        return Err(fault(key, "« {what} » est vide", "\"{what}\" is empty"));
                    }
                    for part in parts {
                        pending.push(object(part, key)?);
                    }
                }
                "not" => pending.push(object(value, key)?),
                "href_matches" => patterns(value, key, Value::is_object)?,
                "selector_matches" => patterns(value, key, |_| false)?,
                "relative_to" if predicate.contains_key("href_matches") => {
                    string(value, key)?;
                }
                _ => {
                    return Err(fault(
                        key,
                        "une condition de where n’a pas de « {what} »",
                        "a condition of where has no \"{what}\"",
                    ));
                }
            }
        }
    }
    Ok(())
}

/// A pattern or a list of them: strings that are not empty, or what `other` admits.
fn patterns(value: &Value, key: &str, other: impl Fn(&Value) -> bool) -> Checked {
    let one = |value: &Value| value.as_str().is_some_and(|s| !s.is_empty()) || other(value);
    let good = match value {
        Value::Array(all) => !all.is_empty() && all.iter().all(one),
        value => one(value),
    };
    match good {
        true => Ok(()),
        false => Err(fault(
            key,
            "« {what} » est une chaîne non vide, ou une liste de telles chaînes",
            "\"{what}\" is a string that is not empty, or a list of such strings",
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn import_maps() {
        let good = [
            "{}",
            r#"{"imports": {"a": "./a.js", "b/": "https://cdn.example/b/"}}"#,
            r#"{"scopes": {"/admin/": {"a": "/a2.js"}}, "integrity": {"/a.js": "sha384-x"}}"#,
        ];
        for map in good {
            assert_eq!(import_map(map), Ok(()), "{map}");
        }
        let bad = [
            ("", ""),
            ("[]", ""),
            (r#"{"imports": []}"#, "imports"),
            (r#"{"imports": {"": "/a.js"}}"#, ""),
            (r#"{"imports": {"a": "a.js"}}"#, "a.js"),
            (r#"{"imports": {"a": null}}"#, "a"),
            (r#"{"imports": {"b/": "/b"}}"#, "b/"),
            (r#"{"scopes": {"/a": 1}}"#, "/a"),
            (r#"{"scopes": {"a b": {}}}"#, "a b"),
            (r#"{"import": {}}"#, "import"),
        ];
        for (map, what) in bad {
            assert_eq!(import_map(map).unwrap_err().what, what, "{map}");
        }
        assert_eq!(import_map("{\n  \"a\": }").unwrap_err().place, Some((2, 8)));
    }

    #[test]
    fn rules() {
        let good = [
            r#"{"prefetch": []}"#,
            r#"{"tag": "t", "prerender": [{"urls": ["a"], "eagerness": "immediate"}]}"#,
            r#"{"prefetch": [{"source": "document", "where": {"and": [{"href_matches": {"pathname": "/a"}}, {"not": {"selector_matches": [".b"]}}]}}]}"#,
        ];
        for set in good {
            assert_eq!(speculation_rules(set), Ok(()), "{set}");
        }
        let bad = [
            ("{}", ""),
            (r#"{"prefetch": {}}"#, "prefetch"),
            (r#"{"prefetch": [1]}"#, "prefetch"),
            (r#"{"prefetch": [], "autre": 1}"#, "autre"),
            (r#"{"prefetch": [{}]}"#, "where"),
            (r#"{"prefetch": [{"urls": []}]}"#, "urls"),
            (r#"{"prefetch": [{"urls": [""]}]}"#, "urls"),
            (
                r#"{"prefetch": [{"urls": ["a"], "where": {"or": [{"href_matches": "b"}]}}]}"#,
                "where",
            ),
            (
                r#"{"prefetch": [{"source": "list", "where": {"href_matches": "b"}}]}"#,
                "urls",
            ),
            (
                r#"{"prefetch": [{"source": "page", "urls": ["a"]}]}"#,
                "source",
            ),
            (
                r#"{"prefetch": [{"urls": ["a"], "eagerness": "now"}]}"#,
                "eagerness",
            ),
            (r#"{"prefetch": [{"urls": ["a"], "url": "a"}]}"#, "url"),
            (r#"{"prefetch": [{"where": {}}]}"#, "where"),
            (
                r#"{"prefetch": [{"where": {"and": [], "or": []}}]}"#,
                "where",
            ),
            (r#"{"prefetch": [{"where": {"and": []}}]}"#, "and"),
            (
                r#"{"prefetch": [{"where": {"href_matches": 1}}]}"#,
                "href_matches",
            ),
            (
                r#"{"prefetch": [{"where": {"selector_matches": ""}}]}"#,
                "selector_matches",
            ),
        ];
        for (set, what) in bad {
            assert_eq!(speculation_rules(set).unwrap_err().what, what, "{set}");
        }
    }
}
