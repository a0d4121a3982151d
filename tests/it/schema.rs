//! As much of JSON Schema as our two schemas use, to hold documents to them.

use serde_json::Value;

/// What is wrong with a document, each with its place; empty when it is as the schema says.
pub fn problems(schema: &Value, document: &Value) -> Vec<String> {
    let mut found = Vec::new();
    check(schema, schema, document, "$", &mut found);
    found
}

fn check(root: &Value, schema: &Value, value: &Value, at: &str, found: &mut Vec<String>) {
    for (keyword, argument) in schema.as_object().expect("a schema is an object") {
        match keyword.as_str() {
            "$ref" => {
                let name = argument.as_str().unwrap();
                let name = name.strip_prefix("#/$defs/").unwrap_or(name);
                check(root, &root["$defs"][name], value, at, found);
            }
            "type" => {
                let allowed = match argument {
                    Value::Array(all) => all.iter().any(|t| is(t, value)),
                    one => is(one, value),
                };
                if !allowed {
                    found.push(format!("{at} is no {argument}: {value}"));
                }
            }
            "const" if argument != value => found.push(format!("{at} is not {argument}: {value}")),
            "enum" if !argument.as_array().unwrap().contains(value) => {
                found.push(format!("{at} is none of {argument}: {value}"));
            }
            "minimum" if value.as_f64() < argument.as_f64() => {
                found.push(format!("{at} is under {argument}"));
            }
            "required" => {
                for key in argument.as_array().unwrap() {
                    if value.get(key.as_str().unwrap()).is_none() {
                        found.push(format!("{at} has no {key}"));
                    }
                }
            }
            "items" => {
                for (i, item) in value.as_array().into_iter().flatten().enumerate() {
                    check(root, argument, item, &format!("{at}[{i}]"), found);
                }
            }
            "additionalProperties" => {
                let named = &schema["properties"];
                for (key, item) in value.as_object().into_iter().flatten() {
                    if named.get(key).is_some() {
                        continue;
                    }
                    if argument == &Value::Bool(false) {
                        found.push(format!("{at} has an unknown key {key}"));
                    } else {
                        check(root, argument, item, &format!("{at}.{key}"), found);
                    }
                }
            }
            "properties" => {
                for (key, schema) in argument.as_object().unwrap() {
                    if let Some(item) = value.get(key) {
                        check(root, schema, item, &format!("{at}.{key}"), found);
                    }
                }
            }
            "propertyNames" => {
                for key in value.as_object().into_iter().flatten().map(|(key, _)| key) {
                    check(root, argument, &Value::from(key.as_str()), at, found);
                }
            }
            "anyOf" => {
                let fits = argument.as_array().unwrap().iter().any(|schema| {
                    let mut problems = Vec::new();
                    check(root, schema, value, at, &mut problems);
                    problems.is_empty()
                });
                if !fits {
                    found.push(format!("{at} fits none of the choices: {value}"));
                }
            }
            "pattern" if argument == r"^[1-9][0-9]?(\.[1-9][0-9]?){0,2}$" => {
                if value
                    .as_str()
                    .is_some_and(|s| s.parse::<vigie::rgaa::Scope>().is_err())
                {
                    found.push(format!("{at} is no RGAA number: {value}"));
                }
            }
            "const" | "enum" | "minimum" | "$defs" | "$schema" | "title" | "description" => {}
            other => panic!("{other}: teach it to this validator"),
        }
    }
}

fn is(name: &Value, value: &Value) -> bool {
    match name.as_str().unwrap() {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_u64(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        other => panic!("{other}: teach it to this validator"),
    }
}

#[test]
fn the_validator_sees_mistakes() {
    let schema = serde_json::json!({
        "type": "object", "required": ["a"], "additionalProperties": false,
        "properties": { "a": { "anyOf": [{ "enum": [1] }, { "$ref": "#/$defs/b" }] }, "c": { "items": { "type": ["string", "null"] } } },
        "$defs": { "b": { "const": "x" } },
    });
    let wrong = |document: Value| !problems(&schema, &document).is_empty();
    assert!(!wrong(serde_json::json!({"a": 1, "c": ["é", null]})));
    assert!(!wrong(serde_json::json!({"a": "x"})));
    assert!(wrong(serde_json::json!({"a": 2})));
    assert!(wrong(serde_json::json!({"a": 1, "c": [1]})));
    assert!(wrong(serde_json::json!({"a": 1, "d": 1})));
    assert!(wrong(serde_json::json!({})));
}
