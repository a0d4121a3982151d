//! html5lib's tokenizer tests, on our emitter: tokens and error codes, in every initial state.

use std::cell::Cell;

use html5gum::{Emitter, State, Tokenizer};
use serde_json::{Value, json};

use super::characters;
use super::data::{NIL, NOWHERE};
use super::emitter::TokenEmitter;
use super::errors::ErrorLog;
use super::reader::SkipReader;
use super::run::Run;
use super::tokens::{Doctype, Receiver, StartTag};
use super::tree::Tag;
use crate::source::Span;

#[path = "../../tests/it/support.rs"]
#[allow(dead_code)]
pub(super) mod support;

/// Tokens in html5lib's form.
struct Recorder<'s> {
    source: &'s str,
    tokens: Vec<Value>,
    values: Vec<String>,
}

impl Receiver for Recorder<'_> {
    fn text(&mut self, text: &Run) {
        let text = text.text(self.source);
        match self.tokens.last_mut() {
            Some(last) if last[0] == "Character" => {
                last[1] = json!(last[1].as_str().unwrap().to_string() + &text);
            }
            _ => self.tokens.push(json!(["Character", text])),
        }
    }

    fn start_tag(&mut self, tag: StartTag<'_>) -> Option<State> {
        let attributes = tag.attrs.iter();
        let attributes: serde_json::Map<String, Value> = attributes
            .map(|a| {
                let value = match (a.decoded, a.value) {
                    (NIL, NOWHERE) => "",
                    (NIL, place) => &self.source[place.range()],
                    (rank, _) => &self.values[rank as usize],
                };
                (a.name.to_string(), json!(value))
            })
            .collect();
        let mut token = vec![json!("StartTag"), json!(&*tag.tag.local), json!(attributes)];
        if tag.self_closing {
            token.push(json!(true));
        }
        self.tokens.push(json!(token));
        None
    }

    fn end_tag(&mut self, tag: &Tag, _: Span) {
        self.tokens.push(json!(["EndTag", &*tag.local]));
    }

    fn comment(&mut self, text: &Run, _: Span) {
        self.tokens.push(json!(["Comment", text.text(self.source)]));
    }

    fn doctype(&mut self, doctype: &Doctype, _: Span) {
        let (name, public, system) = doctype.parts();
        let quirks = doctype.force_quirks;
        self.tokens
            .push(json!(["DOCTYPE", name, public, system, !quirks]));
    }

    fn too_many_names(&mut self) {}

    fn end(&mut self, at: u32) {
        assert_eq!(at as usize, self.source.len());
    }

    fn in_foreign(&mut self) -> bool {
        false
    }

    fn keep(&mut self, value: &str) -> u32 {
        self.values.push(value.to_string());
        self.values.len() as u32 - 1
    }
}

/// Tokens, and error codes in order of place.
fn tokenize(source: &str, state: State, last_start_tag: Option<&str>) -> (Value, Vec<String>) {
    let mut recorder = Recorder {
        source,
        tokens: Vec::new(),
        values: Vec::new(),
    };
    let mut errors = ErrorLog::new(usize::MAX);
    let cursor = Cell::new(0);
    let reader = SkipReader::new(source, &cursor);
    let mut emitter = TokenEmitter::new(&reader, &mut recorder, &mut errors);
    emitter.set_last_start_tag(last_start_tag.map(str::as_bytes));
    emitter.in_data = matches!(state, State::Data);
    let mut tokenizer = Tokenizer::new_with_emitter(reader, emitter);
    tokenizer.set_state(state);
    let Ok(()) = tokenizer.finish();
    characters::check(source, 0, &mut errors);
    for error in &errors.list {
        assert!(source.get(error.span.range()).is_some(), "{error:?}");
    }
    let codes = errors.list.iter().map(|e| e.code.to_string());
    (json!(recorder.tokens), codes.collect())
}

fn state(name: &str) -> State {
    match name {
        "Data state" => State::Data,
        "PLAINTEXT state" => State::PlainText,
        "RCDATA state" => State::RcData,
        "RAWTEXT state" => State::RawText,
        "Script data state" => State::ScriptData,
        "CDATA section state" => State::CdataSection,
        other => panic!("{other}"),
    }
}

/// `\uD83D\uDE00` and such in a string; `None` for a surrogate that stands alone.
fn unescape(text: &str) -> Option<String> {
    let mut units = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find("\\u") {
        units.extend(rest[..at].encode_utf16());
        units.push(u16::from_str_radix(&rest[at + 2..at + 6], 16).unwrap());
        rest = &rest[at + 6..];
    }
    units.extend(rest.encode_utf16());
    String::from_utf16(&units).ok()
}

fn unescape_all(value: &Value) -> Option<Value> {
    Some(match value {
        Value::String(s) => json!(unescape(s)?),
        Value::Array(a) => json!(a.iter().map(unescape_all).collect::<Option<Vec<_>>>()?),
        Value::Object(o) => {
            let all = o
                .iter()
                .map(|(k, v)| Some((unescape(k)?, unescape_all(v)?)));
            json!(all.collect::<Option<serde_json::Map<_, _>>>()?)
        }
        other => other.clone(),
    })
}

#[test]
fn tokens_and_errors() {
    let Some(shared) = support::shared() else {
        return;
    };
    let folder = shared.join("suites/html5lib/tokenizer");
    let mut run = 0;
    let mut skipped = Vec::new();
    for file in std::fs::read_dir(folder).unwrap().flatten() {
        let text = std::fs::read_to_string(file.path()).unwrap();
        let suite: Value = serde_json::from_str(&text).unwrap();
        // `xmlViolationTests` are about another output: HTML for XML tools.
        for test in suite["tests"].as_array().into_iter().flatten() {
            let name = test["description"].as_str().unwrap();
            let escaped = test["doubleEscaped"] == true;
            let read = |value: &Value| match escaped {
                true => unescape_all(value),
                false => Some(value.clone()),
            };
            // A surrogate cannot come out of a decoder.
            let (Some(input), Some(output)) = (read(&test["input"]), read(&test["output"])) else {
                skipped.push(name.to_string());
                continue;
            };
            let mut codes: Vec<&str> = test["errors"]
                .as_array()
                .into_iter()
                .flatten()
                .map(|e| e["code"].as_str().unwrap())
                .collect();
            codes.sort_unstable();
            let states = test["initialStates"].as_array().cloned();
            for initial in states.unwrap_or_else(|| vec![json!("Data state")]) {
                let input = input.as_str().unwrap();
                let last = test["lastStartTag"].as_str();
                let (tokens, mut found) = tokenize(input, state(initial.as_str().unwrap()), last);
                found.sort_unstable();
                assert_eq!(tokens, output, "{name}: {input:?} in {initial}");
                assert_eq!(found, codes, "{name}: {input:?} in {initial}");
                run += 1;
            }
        }
    }
    println!("{run} run, skipped: {skipped:?}");
    assert_eq!(run, 7028);
    let surrogate = |name: &String| name.starts_with("Invalid Unicode character U+D");
    assert!(
        skipped.len() == 4 && skipped.iter().all(surrogate),
        "{skipped:?}"
    );
}
