//! HTML Standard 4.12.1 «The script element»: which attributes a script must not have, by its kind and by whether it is written in the
//! page; 16.1: with `language="JavaScript"`, `type` is `text/javascript` or absent.
//!
//! Not among the five families of RGAA 8.2.1.

use crate::check::{Category, Check, Context, Interest, Meta};
use crate::dom::Element;
use crate::spec::script_kinds::ScriptKind;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &ScriptAttributeMisplaced;

struct ScriptAttributeMisplaced;

static META: Meta = Meta {
    id: "script-attribute-misplaced",
    category: Category::Conformance,
    title: text(
        "Attribut de script sans objet",
        "Script attribute out of place",
    ),
    why: text(
        "L’attribut est ignoré sur ce genre de script : le chargement différé, le contrôle d’intégrité ou le fichier attendu n’ont pas lieu.",
        "The attribute is ignored on this kind of script: the deferred loading, the integrity check or the file expected do not happen.",
    ),
    fix: text(
        "Retirer l’attribut, ou corriger type ou src si le script devait être d’un autre genre.",
        "Remove the attribute, or mend type or src if the script was to be of another kind.",
    ),
    interest: &[Interest::Elements(&["script"])],
    fail: &[
        "<script defer>ouvrir()</script>",
        "<script type=module defer src=plan.js></script>",
        "<script type=importmap async>{}</script>",
        "<script type=application/json src=plan.json></script>",
        "<script language=JavaScript type=module></script>",
    ],
    pass: &[
        "<script defer src=plan.js></script>",
        "<script type=module async>ouvrir()</script>",
    ],
    na: &["<p>Avis</p>", "<svg><script defer></script></svg>"],
    ..Meta::NEW
};

const REFUSED: Text = text(
    "l’attribut {attribute} n’est pas admis sur {kind}",
    "the {attribute} attribute is not allowed on {kind}",
);
const LANGUAGE: Text = text(
    "language dit JavaScript et type « {type} » : type ne peut être ici que text/javascript",
    "language says JavaScript and type \"{type}\": type can only be text/javascript here",
);
const INLINE: Text = text(
    "un script écrit dans la page, sans src",
    "a script written in the page, without src",
);
const INLINE_MODULE: Text = text(
    "un module écrit dans la page, sans src",
    "a module written in the page, without src",
);
const MODULE: Text = text("un module (type=\"module\")", "a module (type=\"module\")");
const IMPORT_MAP: Text = text(
    "une table d’importation (type=\"importmap\")",
    "an import map (type=\"importmap\")",
);
const RULES: Text = text(
    "des règles de spéculation (type=\"speculationrules\")",
    "speculation rules (type=\"speculationrules\")",
);
const DATA: Text = text(
    "un bloc de données, dont type n’est pas celui d’un script",
    "a data block, whose type is not that of a script",
);
const ALSO: Text = text("ici aussi", "here too");

impl Check for ScriptAttributeMisplaced {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, script: Element<'p>, cx: &mut Context<'p>) {
        if !script.is_html() {
            return;
        }
        let inline = !script.has_attr("src");
        let kind = ScriptKind::new(script.attr("type"));
        let refused = kind.refuses(inline);
        let mut good = true;
        for attr in script.attributes() {
            if !refused.contains(&attr.name()) {
                continue;
            }
            good = false;
            let what = format!("{kind:?} {inline} {}", attr.name());
            let target = (script, attr.name_span());
            if let Some(draft) = cx.fail_together(target, &REFUSED, &what, &ALSO) {
                draft
                    .arg("attribute", attr.name())
                    .arg_text("kind", words(kind, inline));
            }
        }
        if script.attr_is("language", "javascript")
            && let Some(kind) = script.attribute("type")
            && !kind.value().eq_ignore_ascii_case("text/javascript")
        {
            good = false;
            cx.fail((script, kind), &LANGUAGE).arg("type", kind.value());
        }
        if good {
            cx.pass();
        }
    }
}

fn words(kind: ScriptKind, inline: bool) -> &'static Text {
    match kind {
        ScriptKind::Classic => &INLINE,
        ScriptKind::Module if inline => &INLINE_MODULE,
        ScriptKind::Module => &MODULE,
        ScriptKind::ImportMap => &IMPORT_MAP,
        ScriptKind::SpeculationRules => &RULES,
        ScriptKind::DataBlock => &DATA,
    }
}
