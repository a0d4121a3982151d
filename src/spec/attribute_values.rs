//! What attributes of HTML may hold: numbers, keywords, names.
//!
//! Sources: WHATWG HTML, the definition of each attribute (named beside the row); Subresource Integrity 3.5; HTML Media Capture 3. URLs are in
//! [`super::url_attributes`], boolean attributes in [`super::attributes`].

use super::index::{Index, index};
use super::syntax::numbers::{FROM_ONE, FROM_ZERO, Number};

/// The microsyntax of an attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    Number(Number),
    /// One of these, whatever the case of its letters; an empty one is listed where the value may be empty.
    Keyword(&'static [&'static str]),
    /// One of these, to the letter.
    Exact(&'static [&'static str]),
    /// Of these, as many as wanted, each once, whatever the case (2.3.7, 2.6.2).
    Keywords(&'static [&'static str]),
    Text(Name),
}

/// Values that name something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Name {
    /// Anything but nothing.
    NotEmpty,
    /// At least one character, no white space (3.2.6 «id»).
    NoSpace,
    /// The id of another element; the same form.
    Id,
    /// At least one id.
    Ids,
    /// `#` and the name of a map (2.3.9).
    HashName,
    /// A name that does not begin with `_` (7.3.1.6 «valid navigable target name»).
    TargetName,
    /// The same, or `_blank`, `_self`, `_parent`, `_top`.
    Target,
    /// Not `isindex` either (4.10.18.1).
    Field,
    /// A name of custom element (4.13.3).
    CustomElement,
    /// Keys, each one character, each once (6.6.2).
    AccessKeys,
    /// Names of properties: without `.` nor `:`, or absolute URLs (5.2.3).
    Properties,
    /// Hashes of a file (Subresource Integrity 3.5).
    Integrity,
    /// Sizes of icons (4.6.7.8).
    IconSizes,
    /// One line (4.10.5.3.10).
    OneLine,
    /// Extensions and MIME types (4.10.5.1.17).
    Accept,
    /// Each word once (2.3.7).
    UniqueTokens,
    /// A type of script: a MIME type, or one of the words for what is no classic script (4.12.1).
    ScriptType,
    /// A MIME type with its parameters.
    Mime,
    /// A command of the standard, or one of the page, that begins with `--` (4.10.6).
    Command,
}

use Name::{
    Accept, AccessKeys, Command, CustomElement, Field, HashName, IconSizes, Id, Ids, Integrity,
    Mime, NoSpace, NotEmpty, OneLine, Properties, ScriptType, Target, TargetName, UniqueTokens,
};
use Value::{Exact, Keyword, Keywords, Text};

/// On any element.
const ALL: &[&str] = &[];
const SIZED: &[&str] = &[
    "canvas", "embed", "iframe", "img", "input", "object", "source", "video",
];
const CELLS: &[&str] = &["td", "th"];
const LISTED: &[&str] = &[
    "button", "fieldset", "input", "object", "output", "select", "textarea",
];
/// 4.10.19.6 «Form submission attributes».
const METHODS: Value = Keyword(&["get", "post", "dialog"]);
const ENCODINGS: Value = Keyword(&[
    "application/x-www-form-urlencoded",
    "multipart/form-data",
    "text/plain",
]);
/// 2.5.2 «CORS settings attributes».
const CORS: Value = Keyword(&["anonymous", "use-credentials", ""]);
/// 2.5.5 «Lazy loading attributes».
const LOADING: Value = Keyword(&["lazy", "eager"]);
const TRUE_FALSE: Value = Keyword(&["true", "false", ""]);
/// 2.5.4 «Referrer policy attributes».
const REFERRER: Value = Keyword(&[
    "",
    "no-referrer",
    "no-referrer-when-downgrade",
    "origin",
    "origin-when-cross-origin",
    "same-origin",
    "strict-origin",
    "strict-origin-when-cross-origin",
    "unsafe-url",
]);
/// 4.8.5 «sandbox».
pub(super) const SANDBOX: &[&str] = &[
    "allow-downloads",
    "allow-forms",
    "allow-modals",
    "allow-orientation-lock",
    "allow-pointer-lock",
    "allow-popups",
    "allow-popups-to-escape-sandbox",
    "allow-presentation",
    "allow-same-origin",
    "allow-scripts",
    "allow-top-navigation",
    "allow-top-navigation-by-user-activation",
    "allow-top-navigation-to-custom-protocols",
];
/// 4.10.5 «Keywords for the type attribute».
pub(super) const INPUT_TYPES: &[&str] = &[
    "button",
    "checkbox",
    "color",
    "date",
    "datetime-local",
    "email",
    "file",
    "hidden",
    "image",
    "month",
    "number",
    "password",
    "radio",
    "range",
    "reset",
    "search",
    "submit",
    "tel",
    "text",
    "time",
    "url",
    "week",
];
/// 4.2.5.3 «Pragma directives».
const PRAGMAS: Value = Keyword(&[
    "content-language",
    "content-security-policy",
    "content-type",
    "default-style",
    "refresh",
    "x-ua-compatible",
]);

/// Attribute, elements, value; sorted by attribute.
#[rustfmt::skip]
static VALUES: [(&str, &[&str], Value); 88] = [
    ("accept", &["input"], Text(Accept)),
    ("accesskey", ALL, Text(AccessKeys)),
    ("as", &["link"], Keyword(&[ // 4.2.4, Fetch 2.2.5 «potential destination»
        "audio", "audioworklet", "document", "embed", "fetch", "font", "frame", "iframe", "image", "json", "manifest", "object",
        "paintworklet", "report", "script", "serviceworker", "sharedworker", "style", "text", "track", "video", "webidentity", "worker", "xslt",
    ])),
    ("autocapitalize", ALL, Keyword(&["off", "none", "on", "sentences", "words", "characters"])), // 6.8.6
    ("autocomplete", &["form"], Keyword(&["on", "off"])), // 4.10.3
    ("autocorrect", ALL, Keyword(&["on", "off", ""])), // 6.8.7
    ("blocking", &["link", "script", "style"], Keywords(&["render"])), // 2.5.8
    ("capture", &["input"], Keyword(&["user", "environment"])),
    ("charset", &["script"], Keyword(&["utf-8"])), // 16.1
    ("closedby", &["dialog"], Keyword(&["any", "closerequest", "none"])), // 4.11.4
    ("colorspace", &["input"], Keyword(&["limited-srgb", "display-p3"])), // 4.10.5.1.14
    ("cols", &["textarea"], Value::Number(FROM_ONE)), // 4.10.11
    ("colspan", CELLS, Value::Number(Number::Whole(1, 1000))), // 4.9.11
    ("command", &["button"], Text(Command)),
    ("commandfor", &["button"], Text(Id)),
    ("contenteditable", ALL, Keyword(&["true", "false", "plaintext-only", ""])), // 6.8.1
    ("crossorigin", &["audio", "img", "link", "script", "video"], CORS),
    ("decoding", &["img"], Keyword(&["sync", "async", "auto"])), // 2.5.6
    ("dirname", &["input", "textarea"], Text(NotEmpty)), // 4.10.19.2
    ("draggable", ALL, Keyword(&["true", "false"])), // 6.11.7
    ("enctype", &["form"], ENCODINGS),
    ("enterkeyhint", ALL, Keyword(&["enter", "done", "go", "next", "previous", "search", "send"])), // 6.8.9
    ("fetchpriority", &["img", "link", "script"], Keyword(&["high", "low", "auto"])), // 2.5.7
    ("for", &["label"], Text(Id)), // 4.10.4
    ("for", &["output"], Text(Ids)), // 4.10.12
    ("form", LISTED, Text(Id)), // 4.10.18.3
    ("formenctype", &["button", "input"], ENCODINGS),
    ("formmethod", &["button", "input"], METHODS),
    ("formtarget", &["button", "input"], Text(Target)),
    ("headingoffset", ALL, Value::Number(Number::Whole(0, 8))), // 4.3.11
    ("height", SIZED, Value::Number(FROM_ZERO)), // 4.8.16
    ("hidden", ALL, Keyword(&["hidden", "until-found", ""])), // 6.1
    ("high", &["meter"], Value::Number(Number::Float)), // 4.10.14
    ("http-equiv", &["meta"], PRAGMAS),
    ("id", ALL, Text(NoSpace)),
    ("inputmode", ALL, Keyword(&["none", "text", "tel", "url", "email", "numeric", "decimal", "search"])), // 6.8.8
    ("integrity", &["link", "script"], Text(Integrity)),
    ("is", ALL, Text(CustomElement)),
    ("itemprop", ALL, Text(Properties)),
    ("kind", &["track"], Keyword(&["subtitles", "captions", "descriptions", "chapters", "metadata"])), // 4.8.10
    ("list", &["input"], Text(Id)), // 4.10.5.3.9
    ("loading", &["audio", "iframe", "img", "video"], LOADING),
    ("low", &["meter"], Value::Number(Number::Float)),
    ("max", &["meter"], Value::Number(Number::Float)),
    ("max", &["progress"], Value::Number(Number::FloatAboveZero)), // 4.10.13
    ("maxlength", &["input", "textarea"], Value::Number(FROM_ZERO)), // 4.10.19.3
    ("method", &["form"], METHODS),
    ("min", &["meter"], Value::Number(Number::Float)),
    ("minlength", &["input", "textarea"], Value::Number(FROM_ZERO)),
    ("name", &["button", "input", "select", "textarea"], Text(Field)),
    ("name", &["details", "fieldset", "form", "output"], Text(NotEmpty)),
    ("name", &["iframe", "object"], Text(TargetName)),
    ("name", &["map"], Text(NoSpace)), // 4.8.13
    ("optimum", &["meter"], Value::Number(Number::Float)),
    ("placeholder", &["input"], Text(OneLine)), // 4.10.5.3.10; that of a textarea may have several
    ("popover", ALL, Keyword(&["auto", "manual", "hint", ""])), // 6.12
    ("popovertarget", &["button", "input"], Text(Id)),
    ("popovertargetaction", &["button", "input"], Keyword(&["toggle", "show", "hide"])), // 6.12.1
    ("preload", &["audio", "video"], Keyword(&["none", "metadata", "auto", ""])), // 4.8.11.5
    ("referrerpolicy", &["a", "area", "iframe", "img", "link", "script"], REFERRER),
    ("rel", &["a", "area", "form", "link"], Text(UniqueTokens)),
    ("rows", &["textarea"], Value::Number(FROM_ONE)), // 4.10.11
    ("rowspan", CELLS, Value::Number(Number::Whole(0, 65534))), // 4.9.11
    ("sandbox", &["iframe"], Keywords(SANDBOX)),
    ("scope", &["th"], Keyword(&["row", "col", "rowgroup", "colgroup"])), // 4.9.10; the automatic state has no word
    ("shadowrootmode", &["template"], Keyword(&["open", "closed"])), // 4.12.3
    ("shadowrootslotassignment", &["template"], Keyword(&["named", "manual"])),
    ("shape", &["area"], Keyword(&["circle", "default", "poly", "rect"])), // 4.8.14
    ("size", &["input", "select"], Value::Number(FROM_ONE)), // 4.10.5.3.2, 4.10.7
    ("sizes", &["link"], Text(IconSizes)),
    ("span", &["col", "colgroup"], Value::Number(Number::Whole(1, 1000))), // 4.9.3
    ("spellcheck", ALL, TRUE_FALSE), // 6.8.5
    ("start", &["ol"], Value::Number(Number::Integer)), // 4.4.5
    ("tabindex", ALL, Value::Number(Number::Integer)), // 6.6.3
    ("target", &["a", "area", "base", "form"], Text(Target)),
    ("translate", ALL, Keyword(&["yes", "no", ""])), // 3.2.6.4
    ("type", &["a", "embed", "link", "object", "source"], Text(Mime)),
    ("type", &["button"], Keyword(&["submit", "reset", "button"])), // 4.10.6
    ("type", &["input"], Keyword(INPUT_TYPES)),
    ("type", &["ol"], Exact(&["1", "a", "A", "i", "I"])), // 4.4.5
    ("type", &["script"], Text(ScriptType)),
    ("usemap", &["img"], Text(HashName)),
    ("value", &["li"], Value::Number(Number::Integer)), // 4.4.8
    ("value", &["meter"], Value::Number(Number::Float)),
    ("value", &["progress"], Value::Number(Number::FloatFromZero)),
    ("width", SIZED, Value::Number(FROM_ZERO)),
    ("wrap", &["textarea"], Keyword(&["soft", "hard"])), // 4.10.11
    ("writingsuggestions", ALL, TRUE_FALSE), // 6.8.4
];

static INDEX: Index<512> = index!(VALUES, 0);

/// What the attribute of that element may hold; `None` when no row says.
pub fn value_of(element: &str, attribute: &str) -> Option<Value> {
    let from = INDEX.find(attribute, |row| VALUES[row].0)?;
    VALUES[from..]
        .iter()
        .take_while(|row| row.0 == attribute)
        .find(|row| row.1.is_empty() || row.1.contains(&element))
        .map(|row| row.2)
}

/// The attributes of rows whose value is of a kind, each once, sorted.
pub fn names(of: impl Fn(Value) -> bool) -> Vec<&'static str> {
    let mut names: Vec<_> = VALUES
        .iter()
        .filter(|row| of(row.2))
        .map(|row| row.0)
        .collect();
    names.dedup();
    names
}

/// Whether a value is one of the words, whatever the case of its letters.
pub fn is_keyword(value: &str, words: &[&str]) -> bool {
    words.iter().any(|word| word.eq_ignore_ascii_case(value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::elements::is_known;

    #[test]
    fn the_table_is_sorted_and_names_known_elements() {
        assert!(VALUES.is_sorted_by_key(|row| row.0));
        for (_, elements, _) in &VALUES {
            for element in *elements {
                assert!(is_known(element), "{element}");
            }
        }
    }

    #[test]
    fn values_depend_on_the_element() {
        assert_eq!(
            value_of("ol", "start"),
            Some(Value::Number(Number::Integer))
        );
        assert_eq!(value_of("p", "start"), None);
        assert_eq!(value_of("meter", "max"), Some(Value::Number(Number::Float)));
        assert_eq!(
            value_of("p", "translate"),
            Some(Keyword(&["yes", "no", ""]))
        );
        assert_eq!(value_of("p", "title"), None);
    }
}
