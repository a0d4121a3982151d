//! WHATWG MIME Sniffing 4.4 «Valid MIME type string»: `type` of links, media and scripts, `accept` of fields.

use super::values::{self, Problem};
use crate::check::{Category, Check, Context, Interest, Level, Meta};
use crate::dom::{Attr, Element};
use crate::spec::attribute_values::{Name, Value, value_of};
use crate::spec::syntax::mime;
use crate::spec::syntax::names::{self, Kind};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &MimeTypeInvalid;

struct MimeTypeInvalid;

static META: Meta = Meta {
    id: "mime-type-invalid",
    category: Category::Conformance,
    title: text("Type de contenu mal écrit", "Badly written content type"),
    why: text(
        "Le navigateur ne charge pas un fichier dont il ne comprend pas le type, n’exécute pas le script, ou laisse choisir n’importe quel fichier.",
        "The browser does not load a file whose type it does not understand, does not run the script, or lets any file be chosen.",
    ),
    fix: text(
        "Écrire un type et un sous-type séparés par /, comme text/css ou image/svg+xml.",
        "Write a type and a subtype separated by /, such as text/css or image/svg+xml.",
    ),
    interest: &[Interest::Attributes(&["accept", "type"])],
    fail: &[
        "<a href=/plan.pdf type=pdf>Plan</a>",
        "<script type=javascript>1</script>",
        "<script type='text/javascript; charset=utf-8'>1</script>",
        "<input type=file aria-label=Photo accept='jpg,png'>",
    ],
    pass: &[
        "<a href=/plan.pdf type=application/pdf>Plan</a>",
        "<script type=module>1</script>",
        "<input type=file aria-label=Photo accept='.jpg,image/*'>",
    ],
    na: &["<button type=submit>Envoyer</button>"],
    ..Meta::NEW
};

const NO_TYPE: Text = text(
    "il manque le type devant / : l’écrire comme text/css",
    "the type in front of / is missing: write it as in text/css",
);
const NO_SUBTYPE: Text = text(
    "il manque / et le sous-type : l’écrire comme text/css",
    "/ and the subtype are missing: write it as in text/css",
);
const CHARACTER: Text = text(
    "un type de contenu n’a pas de caractère « {found} »",
    "a content type has no character \"{found}\"",
);
const SPACE: Text = text(
    "un espace là où un type de contenu n’en a pas",
    "a space where a content type has none",
);
const NO_PARAMETER: Text = text(
    "rien après le point-virgule ; l’ôter, ou écrire le paramètre",
    "nothing after the semicolon; remove it, or write the parameter",
);
const NO_VALUE: Text = text(
    "un paramètre sans valeur ; l’écrire comme charset=utf-8",
    "a parameter without a value; write it as in charset=utf-8",
);
const QUOTE: Text = text(
    "un guillemet ouvert qui n’est pas fermé",
    "a quotation mark that is not closed",
);
const SCRIPT: Text = text(
    "« {found} » n’est pas un type de script : rien pour du JavaScript, module, importmap, speculationrules, ou un type de contenu",
    "\"{found}\" is no type of script: nothing for JavaScript, module, importmap, speculationrules, or a content type",
);
const PARAMETERS: Text = text(
    "avec un paramètre, « {found} » n’est plus le type de JavaScript : le navigateur n’exécute pas le script",
    "with a parameter, \"{found}\" is no longer the type of JavaScript: browsers do not run the script",
);
const ACCEPT: Text = text(
    "« {found} » n’est ni une extension (.pdf), ni un type de contenu (application/pdf, image/*)",
    "\"{found}\" is no extension (.pdf), nor a content type (application/pdf, image/*)",
);
const WILDCARD: Text = text(
    "« {found} » n’ouvre rien : après une barre oblique, les navigateurs ne lisent l’astérisque que dans audio/*, image/* et video/*",
    "\"{found}\" lets nothing in: after a slash, browsers read the asterisk in audio/*, image/* and video/* only",
);

impl Check for MimeTypeInvalid {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, element: Element<'p>, attr: Attr<'p>, cx: &mut Context<'p>) {
        if !element.is_html() {
            return;
        }
        let name = match value_of(element.name(), attr.name()) {
            Some(Value::Text(name @ (Name::Accept | Name::ScriptType | Name::Mime))) => name,
            _ => return,
        };
        let value = attr.value();
        let Err((kind, at)) = names::check(value, name) else {
            return cx.pass();
        };
        let found = value[at.clone()].trim();
        let problem = match kind {
            Kind::Mime(mime::Kind::NoType) if !value.contains('/') => Problem::new(NO_SUBTYPE),
            Kind::Mime(mime::Kind::NoType) => Problem::new(NO_TYPE),
            Kind::Mime(mime::Kind::NoSubtype) => Problem::new(NO_SUBTYPE),
            Kind::Mime(mime::Kind::Character(_)) => Problem::new(CHARACTER).with("found", found),
            Kind::Mime(mime::Kind::Space) => Problem::new(SPACE),
            Kind::Mime(mime::Kind::NoParameter) => Problem::new(NO_PARAMETER),
            Kind::Mime(mime::Kind::NoValue) => Problem::new(NO_VALUE),
            Kind::Mime(mime::Kind::Quote) => Problem::new(QUOTE),
            Kind::ScriptParameters => Problem::new(PARAMETERS).with("found", found),
            Kind::ScriptType => Problem::new(SCRIPT).with("found", found),
            // In the letter of the grammar, an asterisk is a name like any other.
            _ if found.contains('*') && mime::check_bare(found).is_ok() => {
                let problem = Problem::new(WILDCARD).with("found", found);
                problem.level(Level::Warning)
            }
            _ => Problem::new(ACCEPT).with("found", found),
        };
        values::fail((element, attr), at, &problem, cx);
    }
}
