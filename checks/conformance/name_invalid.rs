//! WHATWG HTML, the definition of each attribute: values that name something, of which HTML says how they are written.
//!
//! Ids and names of maps, frames, fields and custom elements; targets, keys, properties of microdata, hashes of files, sizes of icons.
//! Whether what they name exists is `aria-reference-missing`'s.

use super::values::{self, Problem};
use crate::check::{Category, Check, Context, Interest, Meta};
use crate::dom::{Attr, Element};
use crate::spec::attribute_values::{Name, Value, value_of};
use crate::spec::syntax::names::{self, COMMANDS, Kind};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &NameInvalid;

struct NameInvalid;

/// Those of [`crate::spec::attribute_values`].
const ATTRIBUTES: &[&str] = &[
    "accesskey",
    "command",
    "commandfor",
    "dirname",
    "for",
    "form",
    "formtarget",
    "id",
    "integrity",
    "is",
    "itemprop",
    "list",
    "name",
    "placeholder",
    "popovertarget",
    "rel",
    "sizes",
    "target",
    "usemap",
];

static META: Meta = Meta {
    id: "name-invalid",
    category: Category::Conformance,
    title: text("Nom ou identifiant mal formé", "Malformed name or id"),
    why: text(
        "Un nom mal formé ne désigne rien : le lien interne, l’étiquette, la zone d’image ou la vérification du fichier reste sans effet.",
        "A malformed name designates nothing: the inner link, the label, the image map or the check of the file has no effect.",
    ),
    fix: text(
        "Écrire un nom sans espace, et non vide ; _blank, _self, _parent ou _top pour une cible.",
        "Write a name without spaces, and not empty; _blank, _self, _parent or _top for a target.",
    ),
    interest: &[Interest::Attributes(ATTRIBUTES)],
    fail: &[
        "<p id=''>Avis</p>",
        "<p id='avis du maire'>Avis</p>",
        "<svg><g id='rose des vents'></g></svg>",
        "<img src=plan.png alt=Plan usemap=plan>",
        "<a href=/plan target=_new>Plan</a>",
        "<script src=a.js integrity=md5-AAAA></script>",
        "<button is=bouton>Envoyer</button>",
    ],
    pass: &[
        "<p id=avis>Avis</p>",
        "<a href=/plan target=_blank>Plan</a>",
        "<script src=a.js integrity=sha256-AAAA></script>",
    ],
    na: &["<p>Avis</p>"],
    ..Meta::NEW
};

const SPACE: Text = text(
    "un espace, que ce nom ne peut pas avoir",
    "a space, which this name may not have",
);
const TWICE: Text = text("« {found} » y est deux fois", "\"{found}\" is there twice");
const NO_HASH: Text = text(
    "il faut un # devant le nom : #{found}",
    "a # is needed in front of the name: #{found}",
);
const ONLY_HASH: Text = text("il manque le nom après #", "the name after # is missing");
const LOW_LINE: Text = text(
    "« {found} » commence par _, ce qui est réservé à _blank, _self, _parent et _top",
    "\"{found}\" begins with _, which is kept for _blank, _self, _parent and _top",
);
const TARGET: Text = text(
    "il n’y a pas de cible « {found} » : _blank, _self, _parent ou _top, ou un nom qui ne commence pas par _",
    "there is no target \"{found}\": _blank, _self, _parent or _top, or a name that does not begin with _",
);
const RESERVED: Text = text(
    "« {found} » est réservé : les navigateurs le traitent à part",
    "\"{found}\" is reserved: browsers treat it apart",
);
const CUSTOM: Text = text(
    "« {found} » n’est pas un nom d’élément personnalisé : en minuscules, il commence par une lettre et contient un tiret",
    "\"{found}\" is no name of a custom element: in lower case, it begins with a letter and has a hyphen",
);
const LONG_KEY: Text = text(
    "« {found} » : une touche s’écrit par un seul caractère",
    "\"{found}\": a key is written as one character",
);
const PROPERTY: Text = text(
    "« {found} » n’est pas un nom de propriété : sans point ni deux-points, ou une adresse complète",
    "\"{found}\" is no name of a property: without full stop or colon, or a complete address",
);
const INTEGRITY: Text = text(
    "« {found} » n’est pas une empreinte que les navigateurs vérifient : sha256-, sha384- ou sha512-, puis l’empreinte en base64",
    "\"{found}\" is no hash that browsers check: sha256-, sha384- or sha512-, then the hash in base64",
);
const ICON_SIZE: Text = text(
    "« {found} » n’est pas une taille d’icône : any, ou largeur et hauteur comme 32x32",
    "\"{found}\" is no size of an icon: any, or width and height as in 32x32",
);
const COMMAND: Text = text(
    "il n’y a pas de commande « {found} » : {allowed}, ou un nom de la page qui commence par --",
    "there is no command \"{found}\": {allowed}, or a name of the page that begins with --",
);

impl Check for NameInvalid {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, element: Element<'p>, attr: Attr<'p>, cx: &mut Context<'p>) {
        // SVG 2, 5.10.1, and MathML ask of an id what HTML does.
        if !element.is_html() && attr.name() != "id" || attr.prefix().is_some() {
            return;
        }
        let Some(Value::Text(name)) = value_of(element.name(), attr.name()) else {
            return;
        };
        if is_type(name) {
            return;
        }
        let value = attr.value();
        let Err((kind, at)) = names::check(value, name) else {
            return cx.pass();
        };
        let found = value[at.clone()].trim();
        let problem = match kind {
            // Of an empty value nothing else is told.
            Kind::Empty | Kind::Space => Problem::new(SPACE),
            Kind::OnlyHash => Problem::new(ONLY_HASH),
            Kind::LineBreak => Problem::new(values::LINE_BREAK),
            Kind::Twice => Problem::new(TWICE).with("found", found),
            Kind::NoHash => Problem::new(NO_HASH).with("found", found),
            Kind::LowLine => Problem::new(LOW_LINE).with("found", found),
            Kind::UnknownTarget => Problem::new(TARGET).with("found", found),
            Kind::Reserved => Problem::new(RESERVED).with("found", found),
            Kind::LongKey => Problem::new(LONG_KEY).with("found", found),
            Kind::Property => Problem::new(PROPERTY).with("found", found),
            Kind::Integrity => Problem::new(INTEGRITY).with("found", found),
            Kind::IconSize => Problem::new(ICON_SIZE).with("found", found),
            Kind::Command => Problem::new(COMMAND)
                .with("found", found)
                .with("allowed", COMMANDS.join(", ")),
            Kind::CustomElement
            | Kind::Accept
            | Kind::ScriptType
            | Kind::ScriptParameters
            | Kind::Mime(_) => Problem::new(CUSTOM).with("found", found),
        };
        values::fail((element, attr), at, &problem, cx);
    }
}

/// Whether it is a type of content, which is `mime-type-invalid`'s.
fn is_type(name: Name) -> bool {
    matches!(name, Name::Accept | Name::ScriptType | Name::Mime)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::attribute_values::names as attributes;

    #[test]
    fn it_is_shown_all_attributes_that_name_something() {
        let named = |value| matches!(value, Value::Text(name) if !is_type(name));
        assert_eq!(attributes(named), ATTRIBUTES);
    }
}
