//! HTML-AAM's steps element by element: each source of a name beats those after it (html-aam/accname-computation-by-element).

use vigie::semantics::Semantics;

use crate::semantics::{page, target};

/// Where a name may come from, in the order in which the steps look, and the name it gives.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Origin {
    TwoReferences,
    Reference,
    AriaLabel,
    TwoLabels,
    Label,
    Legend,
    Caption,
    Alt,
    Value,
    LabelAttribute,
    Content,
    Title,
    Placeholder,
    Nothing,
}

use Origin::*;

const TEXT_FIELD: &[Origin] = &[
    TwoReferences,
    Reference,
    AriaLabel,
    TwoLabels,
    Label,
    Title,
    Placeholder,
    Nothing,
];
const FIELD: &[Origin] = &[
    TwoReferences,
    Reference,
    AriaLabel,
    TwoLabels,
    Label,
    Title,
    Nothing,
];
const VALUE: &[Origin] = &[
    TwoReferences,
    Reference,
    AriaLabel,
    TwoLabels,
    Label,
    Value,
    Title,
    Nothing,
];
const BUTTON: &[Origin] = &[
    TwoReferences,
    Reference,
    AriaLabel,
    TwoLabels,
    Label,
    Content,
    Title,
    Nothing,
];
const IMAGE_BUTTON: &[Origin] = &[
    TwoReferences,
    Reference,
    AriaLabel,
    TwoLabels,
    Label,
    Alt,
    Title,
];
const IMAGE: &[Origin] = &[TwoReferences, Reference, AriaLabel, Alt, Title, Nothing];
const CONTENT: &[Origin] = &[TwoReferences, Reference, AriaLabel, Content, Title, Nothing];
const PLAIN: &[Origin] = &[TwoReferences, Reference, AriaLabel, Title, Nothing];

/// Elements that go by the same steps: start tags, what is always inside, the sources.
const ELEMENTS: &[(&[&str], &str, &[Origin])] = &[
    (
        &[
            "input type=email value=v",
            "input type=number value=1",
            "input type=password value=v",
            "input type=search value=v",
            "input type=tel value=v",
            "input type=text value=v",
            "input type=url value=v",
        ],
        "",
        TEXT_FIELD,
    ),
    (&["textarea"], "v", TEXT_FIELD),
    (
        &[
            "input type=checkbox",
            "input type=color",
            "input type=date",
            "input type=datetime-local",
            "input type=file",
            "input type=month",
            "input type=radio",
            "input type=range",
            "input type=time",
            "input type=week",
            "meter",
            "progress",
        ],
        "",
        FIELD,
    ),
    (&["select"], "<option>v", FIELD),
    (&["output"], "v", FIELD),
    (&["input type=button"], "", VALUE),
    // Without `value`, browsers have words of their own.
    (
        &["input type=reset", "input type=submit"],
        "",
        VALUE.split_at(6).0,
    ),
    (&["button"], "", BUTTON),
    (&["input type=image src=a.png"], "", IMAGE_BUTTON),
    (&["img src=a.png", "map><area href=#"], "", IMAGE),
    (
        &[
            "a href=#",
            "details><summary",
            "table><tr><td",
            "table><tr><th",
        ],
        "",
        CONTENT,
    ),
    (
        &["fieldset"],
        "<p>v",
        &[TwoReferences, Reference, AriaLabel, Legend, Title, Nothing],
    ),
    (
        &["table"],
        "<tr><td>v",
        &[TwoReferences, Reference, AriaLabel, Caption, Title, Nothing],
    ),
    (
        &["select><optgroup"],
        "<option>v",
        &[
            TwoReferences,
            Reference,
            AriaLabel,
            LabelAttribute,
            Title,
            Nothing,
        ],
    ),
    (
        &[
            "address",
            "article",
            "aside",
            "blockquote",
            "details",
            "hr",
            "iframe",
            "nav",
            "ol",
            "section",
            "table><tbody",
            "ul",
            "abbr",
            "br",
            "cite",
            "kbd",
            "mark",
            "ruby",
            "ruby>v<rt",
            "ruby>v<rp",
            "var",
            "wbr",
        ],
        "",
        PLAIN,
    ),
];

/// The page with all of these sources.
fn with(start: &str, inside: &str, sources: &[Origin]) -> String {
    let has = |source| sources.contains(&source);
    let mut before = String::from("<p id=a>un</p><p id=b>deux</p>");
    let mut attributes = String::from(" data-t id=t");
    let mut within = String::from(inside);
    match (has(TwoReferences), has(Reference)) {
        (true, _) => attributes += " aria-labelledby='a b'",
        (false, true) => attributes += " aria-labelledby=a",
        _ => {}
    }
    for (source, attribute) in [
        (AriaLabel, " aria-label=trois"),
        (Alt, " alt=sept"),
        (Value, " value=huit"),
        (LabelAttribute, " label=neuf"),
        (Title, " title=onze"),
        (Placeholder, " placeholder=douze"),
    ] {
        attributes += if has(source) { attribute } else { "" };
    }
    for (source, label) in [
        (Label, "<label for=t>quatre</label> "),
        (TwoLabels, "<label for=t>cinq</label>"),
    ] {
        before += if has(source) { label } else { "" };
    }
    for (source, content) in [
        (Legend, "<legend>six</legend><legend>non</legend>"),
        (Caption, "<caption>six</caption><caption>non</caption>"),
        (Content, "dix"),
    ] {
        within.insert_str(0, if has(source) { content } else { "" });
    }
    format!("{before}<{start}{attributes}>{within}")
}

fn name(source: Origin) -> &'static str {
    match source {
        TwoReferences => "un deux",
        Reference => "un",
        AriaLabel => "trois",
        TwoLabels => "quatre cinq",
        Label => "quatre",
        Legend | Caption => "six",
        Alt => "sept",
        Value => "huit",
        LabelAttribute => "neuf",
        Content => "dix",
        Title => "onze",
        Placeholder => "douze",
        Nothing => "",
    }
}

#[test]
fn each_source_beats_those_after_it() {
    let mut pages = 0;
    let mut wrong = Vec::new();
    for (starts, inside, sources) in ELEMENTS {
        for (start, from) in starts
            .iter()
            .flat_map(|start| (0..sources.len()).map(move |from| (start, from)))
        {
            let html = with(start, inside, &sources[from..]);
            let doc = page(&html);
            let sem = Semantics::new(&doc);
            let got = &sem.name(target(&doc)).text;
            pages += 1;
            if got != name(sources[from]) {
                wrong.push(format!(
                    "{html}\n  wanted {:?}\n  got    {got:?}",
                    name(sources[from])
                ));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {pages}\n{}",
        wrong.len(),
        wrong.join("\n")
    );
    assert_eq!(pages, 361);
}
