//! HTML Standard 4.12.1 and 16.1: `type` says nothing on a `script` in JavaScript nor on a `style` in CSS.
//!
//! A warning, as the standard wants it: the attribute is allowed. Other values are no matter of this check. One finding a tag.
//!
//! Mended by taking the attribute away: the default is what it said.

use crate::check::{Category, Check, Context, Edit, Interest, Level, Meta};
use crate::dom::Element;
use crate::spec::script_kinds::is_javascript;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &TypeSuperfluous;

struct TypeSuperfluous;

static META: Meta = Meta {
    id: "type-superfluous",
    level: Level::Warning,
    category: Category::Conformance,
    title: text("Attribut type superflu", "Superfluous type attribute"),
    why: text(
        "Un type qui ne fait que redire le défaut alourdit la page, et un jour dit autre chose que ce qui est.",
        "A type that only says the default again makes the page heavier, and one day says something else than what is.",
    ),
    fix: text("Retirer l’attribut type.", "Remove the type attribute."),
    mends: Some(text(
        "Retire l’attribut type.",
        "Removes the type attribute.",
    )),
    interest: &[Interest::Elements(&["script", "style"])],
    fail: &[
        "<script type=text/javascript></script>",
        "<style type=text/css></style>",
    ],
    pass: &["<script></script><script type=module></script><style></style>"],
    na: &["<p>Avis</p>"],
    ..Meta::NEW
};

const FOUND: Text = text(
    "type=\"{value}\" ne dit rien de plus sur <{tag}> : c’est ce que prend le navigateur sans lui",
    "type=\"{value}\" says nothing more on <{tag}>: this is what browsers take without it",
);
const ALSO: Text = text("ici aussi", "here too");

impl Check for TypeSuperfluous {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, e: Element<'p>, cx: &mut Context<'p>) {
        let Some(kind) = e.attribute("type").filter(|_| e.is_html()) else {
            return cx.pass();
        };
        let value = kind.value().trim_ascii();
        let says_nothing = match e.name() {
            "script" => is_javascript(value),
            _ => value.eq_ignore_ascii_case("text/css"),
        };
        if !says_nothing {
            return cx.pass();
        }
        if let Some(draft) = cx.fail_together((e, kind), &FOUND, e.name(), &ALSO) {
            draft.arg("value", value).arg("tag", e.name());
        }
        cx.mend(vec![Edit::without(e, kind)]);
    }
}
