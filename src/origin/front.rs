//! Front matter: what a content file says of itself.

use std::collections::BTreeMap;

use yaml_rust2::parser::{Event, Parser};

/// Longer front matters are not read.
const LONGEST: usize = 200_000;

/// What a file says before its content.
#[derive(Clone, Debug, Default)]
pub struct Front {
    /// The bytes of its lines, without the marks.
    pub inner: std::ops::Range<usize>,
    /// Where the content begins.
    pub body: usize,
    /// Top-level keys with a text or several.
    pub keys: BTreeMap<String, Vec<String>>,
}

impl Front {
    /// The one text of a key.
    pub fn get(&self, key: &str) -> Option<&str> {
        match self.keys.get(key)?.as_slice() {
            [one] => Some(one),
            _ => None,
        }
    }

    /// Whether there is any.
    pub fn is_there(&self) -> bool {
        self.body > 0
    }
}

/// Reads the front matter of a file: YAML between `---`, TOML between `+++`.
pub fn read(text: &str) -> Front {
    let skip = text.len() - text.trim_start_matches('\u{feff}').len();
    let mark = match &text.as_bytes()[skip..] {
        [b'-', b'-', b'-', ..] => "---",
        [b'+', b'+', b'+', ..] => "+++",
        _ => return Front::default(),
    };
    let mut lines = text[skip..].split_inclusive('\n');
    let Some(first) = lines.next().filter(|line| line.trim_end() == mark) else {
        return Front::default();
    };
    let from = skip + first.len();
    let mut at = from;
    for line in lines {
        let end = at;
        at += line.len();
        if line.trim_end() == mark || (mark == "---" && line.trim_end() == "...") {
            let inner = &text[from..end];
            let keys = match mark {
                _ if inner.len() > LONGEST => BTreeMap::new(),
                "---" => yaml(inner),
                _ => toml(inner),
            };
            return Front {
                inner: from..end,
                body: at,
                keys,
            };
        }
    }
    Front::default()
}

/// The texts of the top-level keys of a YAML mapping, those of deeper ones under `key.deeper`. Event by event: whatever a file says,
/// nothing is built of it.
pub fn yaml(text: &str) -> BTreeMap<String, Vec<String>> {
    let mut keys: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut parser = Parser::new_from_str(text);
    // Of each open mapping the key being said; of each open list `None`.
    let mut open: Vec<Option<Option<String>>> = Vec::new();
    while let Ok((event, _)) = parser.next_token() {
        match event {
            Event::StreamEnd | Event::DocumentEnd => break,
            Event::MappingStart(..) => {
                if open.len() > 32 {
                    break;
                }
                open.push(Some(None));
            }
            Event::SequenceStart(..) => {
                if open.len() > 32 {
                    break;
                }
                open.push(None);
            }
            Event::MappingEnd | Event::SequenceEnd => {
                open.pop();
                said(&mut open);
            }
            Event::Scalar(scalar, ..) => match open.last_mut() {
                Some(Some(key @ None)) => *key = Some(scalar),
                Some(_) => {
                    let path: Vec<&str> = open.iter().flatten().flatten().map(|k| &**k).collect();
                    keys.entry(path.join(".")).or_default().push(scalar);
                    said(&mut open);
                }
                None => break,
            },
            Event::Alias(_) => match open.last_mut() {
                Some(Some(key @ None)) => *key = Some(String::new()),
                _ => said(&mut open),
            },
            _ => {}
        }
    }
    keys
}

/// The value of the key that is being said has been.
fn said(open: &mut [Option<Option<String>>]) {
    if let Some(Some(key)) = open.last_mut() {
        *key = None;
    }
}

/// The same of TOML.
pub fn toml(text: &str) -> BTreeMap<String, Vec<String>> {
    let mut keys = BTreeMap::new();
    let Ok(table) = text.parse::<toml::Table>() else {
        return keys;
    };
    let mut rest: Vec<(String, toml::Value)> = table.into_iter().collect();
    while let Some((key, value)) = rest.pop() {
        let of = |value: &toml::Value| match value {
            toml::Value::String(text) => Some(text.clone()),
            toml::Value::Datetime(date) => Some(date.to_string()),
            toml::Value::Boolean(flag) => Some(flag.to_string()),
            toml::Value::Integer(number) => Some(number.to_string()),
            _ => None,
        };
        match value {
            toml::Value::Table(table) => {
                rest.extend(table.into_iter().map(|(k, v)| (format!("{key}.{k}"), v)));
            }
            toml::Value::Array(all) => {
                keys.insert(key, all.iter().filter_map(of).collect());
            }
            other => {
                if let Some(text) = of(&other) {
                    keys.insert(key, vec![text]);
                }
            }
        }
    }
    keys
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yaml_and_toml() {
        let front = read("---\ntitle: \"Un: deux\"\ncategories:\n- A\n- B\nx: {y: z}\n---\nTexte");
        assert_eq!(front.get("title"), Some("Un: deux"));
        assert_eq!(front.keys["categories"], ["A", "B"]);
        assert_eq!(front.get("x.y"), Some("z"));
        assert_eq!(
            front.body,
            "---\ntitle: \"Un: deux\"\ncategories:\n- A\n- B\nx: {y: z}\n---\n".len()
        );
        let front = read("+++\ntitle = 'T'\ndate = 2024-05-06\n[extra]\na = 1\n+++\n");
        assert_eq!(
            (front.get("title"), front.get("date")),
            (Some("T"), Some("2024-05-06"))
        );
        assert_eq!(front.get("extra.a"), Some("1"));
    }

    #[test]
    fn what_is_none() {
        for text in [
            "",
            "---",
            "----\na: b\n---\n",
            "---\na: b\n",
            "a\n---\nb: c\n---\n",
        ] {
            assert!(!read(text).is_there(), "{text:?}");
        }
    }

    #[test]
    fn hostile() {
        let deep = format!("---\na: {}\n---\n", "[".repeat(100_000));
        assert!(read(&deep).is_there());
        let bomb = "---\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\nt: fin\n---\n";
        assert_eq!(read(bomb).get("t"), Some("fin"));
        let deep = format!("+++\na = {}\n+++\n", "[".repeat(50_000));
        assert!(read(&deep).is_there());
    }
}
