//! A `style` attribute whose syntax is not that of declarations (CSS Style Attributes; CSS Syntax 3, 5.5.6): no colon, no value, no name.
//!
//! Browsers drop the declaration, sometimes with the next one. Names of properties and their values are not judged: CSS adds to them all
//! the time. HTML asks that the attribute match the syntax (3.2.6.5), which is not among the families of RGAA 8.2.1: no proof.

use crate::check::{Category, Check, Context, Interest, Meta};
use crate::dom::{Attr, Element};
use crate::semantics::style::{Malformed, malformed};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &StyleAttributeMalformed;

struct StyleAttributeMalformed;

static META: Meta = Meta {
    id: "style-attribute-malformed",
    category: Category::Conformance,
    title: text("Attribut style mal formé", "Malformed style attribute"),
    why: text(
        "Le navigateur ignore cette déclaration, parfois avec la suivante : la mise en forme n’est pas celle que l’on voulait.",
        "Browsers drop this declaration, sometimes with the next one: the styling is not the one that was meant.",
    ),
    fix: text(
        "Écrire « propriété: valeur; », ou mieux, mettre ces styles dans une feuille de style.",
        "Write \"property: value;\", or better, put these styles into a style sheet.",
    ),
    interest: &[Interest::Attributes(&["style"])],
    fail: &[
        "<p style='color red'>Avis</p>",
        "<p style='color:'>Avis</p>",
    ],
    pass: &["<p style='color: red; --a:; background: url(a;b.png)'>Avis</p>"],
    na: &["<p style=''>Avis</p>"],
    ..Meta::NEW
};

/// What to say of each fault, with `{part}` for what is wrong where that tells more than its place.
pub(super) const fn words(problem: Malformed) -> &'static Text {
    match problem {
        Malformed::NoColon => &NO_COLON,
        Malformed::NoValue => &NO_VALUE,
        Malformed::NoName => &NO_NAME,
        Malformed::NoSemicolon => &NO_SEMICOLON,
        Malformed::NotImportant => &NOT_IMPORTANT,
        Malformed::OpenString => &OPEN_STRING,
        Malformed::OpenComment => &OPEN_COMMENT,
        Malformed::OpenBracket => &OPEN_BRACKET,
        Malformed::OpenBlock => &OPEN_BLOCK,
        Malformed::StrayEnd => &STRAY_END,
        Malformed::Address => &ADDRESS,
        Malformed::StraySemicolon => &STRAY_SEMICOLON,
        Malformed::NoBlock => &NO_BLOCK,
        Malformed::NoSelector => &NO_SELECTOR,
        Malformed::Selector => &SELECTOR,
    }
}

const NO_COLON: Text = text(
    "« {part} » n’est pas une déclaration CSS : il manque les deux-points",
    "\"{part}\" is no CSS declaration: the colon is missing",
);
const NO_VALUE: Text = text("« {part} » n’a pas de valeur", "\"{part}\" has no value");
const NO_NAME: Text = text(
    "« {part} » ne commence pas par un nom de propriété CSS",
    "\"{part}\" does not begin with the name of a CSS property",
);
const NO_SEMICOLON: Text = text(
    "« {part} » : il manque un point-virgule entre deux déclarations",
    "\"{part}\": a semicolon is missing between two declarations",
);
const NOT_IMPORTANT: Text = text(
    "« {part} » : après un point d’exclamation, CSS ne connaît que important",
    "\"{part}\": after an exclamation mark, CSS knows important only",
);
const OPEN_STRING: Text = text(
    "« {part} » ouvre des guillemets et ne les ferme pas",
    "\"{part}\" opens a quote and does not close it",
);
const OPEN_COMMENT: Text = text(
    "ce commentaire CSS n’est pas fermé par */ : tout ce qui suit en fait partie",
    "this CSS comment is not closed by */: all that follows is part of it",
);
const OPEN_BRACKET: Text = text(
    "cette parenthèse ou ce crochet « {part} » n’est pas fermé : ce qui suit se perd",
    "this parenthesis or bracket \"{part}\" is not closed: what follows is lost",
);
const OPEN_BLOCK: Text = text(
    "cette accolade n’est pas fermée",
    "this brace is not closed",
);
const STRAY_END: Text = text("« {part} » ne ferme rien", "\"{part}\" closes nothing");
const ADDRESS: Text = text(
    "url({part}) : une adresse sans guillemets ne peut avoir ni espace, ni apostrophe, ni guillemet, ni parenthèse",
    "url({part}): an address without quotes can have no space, quote or parenthesis",
);
const STRAY_SEMICOLON: Text = text(
    "ce point-virgule entre deux règles fait ignorer la suivante",
    "this semicolon between two rules has the next one ignored",
);
const NO_BLOCK: Text = text(
    "« {part} » n’est dans aucune règle : il manque un sélecteur ou des accolades",
    "\"{part}\" is in no rule: a selector or braces are missing",
);
const NO_SELECTOR: Text = text(
    "« {part} » : il manque un sélecteur, ce qui fait ignorer la règle",
    "\"{part}\": a selector is missing, which has the rule ignored",
);
const SELECTOR: Text = text(
    "« {part} » n’est pas un sélecteur : manque-t-il un point-virgule ou une accolade avant ?",
    "\"{part}\" is no selector: is a semicolon or a brace missing before it?",
);
const ALSO: Text = text("ici aussi", "here too");

impl Check for StyleAttributeMalformed {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, element: Element<'p>, attr: Attr<'p>, cx: &mut Context<'p>) {
        let style = attr.value();
        if style.trim_ascii().is_empty() {
            return;
        }
        let Some((problem, range)) = malformed(style) else {
            return cx.pass();
        };
        let part = &style[range];
        let message = words(problem);
        if let Some(draft) = cx.fail_together((element, attr), message, part, &ALSO)
            && message.en.contains("{part}")
        {
            draft.arg("part", part);
        }
    }
}
