//! HTML Standard 4.12.1 «The script element»: the text of an import map or of speculation rules is JSON of a given shape
//! ([`crate::spec::script_data`]). Browsers drop the whole of it for one mistake.
//!
//! Not among the five families of RGAA 8.2.1.

use crate::check::{Category, Check, Context, Interest, Meta, Target};
use crate::dom::{Element, NodeRef, Text as TextNode};
use crate::spec::script_data::{Fault, import_map, speculation_rules};
use crate::spec::script_kinds::ScriptKind;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &ScriptJsonInvalid;

struct ScriptJsonInvalid;

static META: Meta = Meta {
    id: "script-json-invalid",
    category: Category::Conformance,
    title: text("JSON d’un script mal formé", "Malformed JSON in a script"),
    why: text(
        "Les navigateurs ignorent tout le bloc pour une seule faute : les modules ne se chargent plus, les pages ne sont plus préparées.",
        "Browsers ignore the whole block for one mistake: modules no longer load, pages are no longer prepared.",
    ),
    fix: text("Corriger le JSON.", "Mend the JSON."),
    interest: &[Interest::Elements(&["script"])],
    fail: &[
        "<script type=importmap>{\"imports\": {\"plan\": \"plan.js\"}}</script>",
        "<script type=speculationrules>{\"prefetch\": [{\"urls\": []}]}</script>",
        "<script type=importmap>{imports}</script>",
    ],
    pass: &["<script type=importmap>{\"imports\": {\"plan\": \"./plan.js\"}}</script>"],
    na: &[
        "<script type=application/json>{</script>",
        "<script type=importmap src=carte.json></script>",
    ],
    ..Meta::NEW
};

const IMPORT_MAP: Text = text("table d’importation : {problem}", "import map: {problem}");
const RULES: Text = text(
    "règles de spéculation : {problem}",
    "speculation rules: {problem}",
);

/// Says what is wrong with the text.
type Judge = fn(&str) -> Result<(), Fault>;

impl Check for ScriptJsonInvalid {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, script: Element<'p>, cx: &mut Context<'p>) {
        let Some(kind) = script.attr("type").filter(|_| script.is_html()) else {
            return;
        };
        let (check, message): (Judge, _) = match ScriptKind::new(Some(kind)) {
            ScriptKind::ImportMap => (import_map, &IMPORT_MAP),
            ScriptKind::SpeculationRules => (speculation_rules, &RULES),
            _ => return,
        };
        if script.has_attr("src") {
            return;
        }
        let content = script.children().find_map(NodeRef::as_text);
        let Err(fault) = check(content.map_or("", |text| text.text())) else {
            return cx.pass();
        };
        let (fr, en) = fault.problem;
        let target = match content {
            Some(content) => place(content, &fault),
            None => script.into(),
        };
        let draft = cx.fail(target, message).arg_text("problem", &text(fr, en));
        if fr.contains("{what}") {
            draft.arg("what", fault.what);
        }
    }
}

/// Where the mistake is: at the line and column told, or where the name at fault is first written.
fn place<'p>(content: TextNode<'p>, fault: &Fault) -> Target<'p> {
    let json = content.text();
    if let Some((line, column)) = fault.place {
        let start: usize = json
            .split_inclusive('\n')
            .take(line - 1)
            .map(str::len)
            .sum();
        let mut at = (start + column.saturating_sub(1)).min(json.len());
        while !json.is_char_boundary(at) {
            at -= 1;
        }
        let end = json[at..].chars().next().map_or(at, |c| at + c.len_utf8());
        return (content, at..end).into();
    }
    let quoted = format!("\"{}\"", fault.what);
    match json.find(&quoted) {
        Some(at) => (content, at..at + quoted.len()).into(),
        None => content.into(),
    }
}
