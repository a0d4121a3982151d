//! Template code that shows in the page or ended up in an attribute: nothing filled it in.
//!
//! Breaks no RGAA test by itself. Server-side code that reaches the page (`{% %}`, `{# #}`, `<% %>`, `<?php`) is a failure in plain
//! prose and in attributes. `{{ }}` and the like may be filled in by a script: a failure only on a page without any, else a
//! question, one a page. `${ }` and `[[ ]]` in prose are questions at most: prose on shells and wikis has them. Code is left
//! alone, and a page that shows templates in its code gets questions only.

use super::prose::{self, Place};
use super::templates::{self, Signs};
use crate::check::{Category, Check, Context, Interest, Level, Meta, Signs as TextSigns, Target};
use crate::dom::{Attr, Element, ParseError, Text as TextNode};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &TemplateLeftover;

struct TemplateLeftover;

/// What opens each kind of code, `[[ ]]` aside, which says nothing in a text.
const SIGNS: TextSigns = TextSigns::TEMPLATE.or(TextSigns::ENCODED_BRACE);

static META: Meta = Meta {
    id: "template-leftover",
    review_level: Level::Warning,
    category: Category::Authoring,
    title: text(
        "Code de gabarit non exécuté",
        "Template code that was not run",
    ),
    why: text(
        "Les lecteurs voient le code du gabarit au lieu du nom, du lien ou de l’image attendus.",
        "Readers see the code of the template instead of the name, link or image that was meant.",
    ),
    fix: text(
        "Vérifier que le fichier passe bien par le moteur de gabarits, et que la variable existe.",
        "Check that the file does go through the template engine, and that the variable exists.",
    ),
    interest: &[
        Interest::TextWith(SIGNS),
        Interest::Attributes(&[
            "action",
            "alt",
            "aria-description",
            "aria-label",
            "class",
            "content",
            "datetime",
            "href",
            "id",
            "label",
            "lang",
            "placeholder",
            "poster",
            "src",
            "srcset",
            "summary",
            "title",
            "value",
        ]),
        Interest::ParseErrors,
    ],
    fail: &[
        "<p>Bonjour {{ nom }}</p>",
        "<a href='{{ site.url }}/plan'>Plan</a>",
        "<p>{% if ouvert %}Ouvert</p>",
        "<?php echo $titre; ?>",
    ],
    review: &[
        "<script src=vue.js></script><p>Bonjour {{ nom }}</p>",
        "<p>Le chemin est ${racine}.</p>",
    ],
    pass: &["<a href=/plan>Plan</a>"],
    na: &["<p><code>{{ nom }}</code></p>"],
    ..Meta::NEW
};

const SHOWS: Text = text(
    "« {code} » s’affiche tel quel : le gabarit n’a pas été exécuté",
    "\"{code}\" shows as it is: the template was not run",
);
const IN_ATTRIBUTE: Text = text(
    "« {code} » est resté dans l’attribut {attribute} de <{tag}> : le gabarit n’a pas été exécuté",
    "\"{code}\" was left in the {attribute} attribute of <{tag}>: the template was not run",
);
const PHP: Text = text(
    "du code PHP est resté dans la page : il n’a pas été exécuté",
    "PHP code was left in the page: it was not run",
);
const MAYBE: Text = text(
    "« {code} » : un script le remplace-t-il, ou est-ce un gabarit non exécuté ?",
    "\"{code}\": does a script replace it, or is it a template that was not run?",
);
const ALSO: Text = text("ici aussi", "here too");

/// Whether a parse error is PHP left in the page.
pub fn is_php(error: &ParseError, source: &str) -> bool {
    error.code == "unexpected-question-mark-instead-of-tag-name"
        && source
            .get(error.span.start as usize..)
            .and_then(|s| s.strip_prefix("<?"))
            .is_some_and(|s| s.starts_with("php") || s.starts_with('='))
}

impl Check for TemplateLeftover {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn parse_error<'p>(&self, error: &'p ParseError, cx: &mut Context<'p>) {
        if is_php(error, &cx.doc().source().text) {
            cx.fail(error.span, &PHP);
        }
    }

    fn text<'p>(&self, node: TextNode<'p>, cx: &mut Context<'p>) {
        let Some((signs, range)) = templates::leftover(node.text()) else {
            return;
        };
        if signs == Signs::Brackets {
            return;
        }
        let place = prose::place(node, cx);
        if place == Place::Code {
            return;
        }
        let code = &node.text()[range.clone()];
        let meant = place == Place::Doubt || is_shown_in_code(cx);
        if !meant && is_certain(signs, cx) && signs != Signs::Dollar {
            cx.fail((node, range), &SHOWS).arg("code", code);
        } else {
            ask((node, range), code, cx);
        }
    }

    fn attribute<'p>(&self, element: Element<'p>, attr: Attr<'p>, cx: &mut Context<'p>) {
        let value = attr.value();
        let Some((signs, range)) = templates::leftover(value) else {
            return cx.pass();
        };
        // Utility classes: `[[data-x]_&]`, and values typed by people.
        let brackets = signs == Signs::Brackets && matches!(attr.name(), "class" | "value");
        if brackets || element.is("template") {
            return;
        }
        let code = &value[range];
        if is_certain(signs, cx) && signs != Signs::Brackets && !is_shown_in_code(cx) {
            cx.fail((element, attr), &IN_ATTRIBUTE)
                .arg("code", code)
                .arg("attribute", attr.name())
                .arg("tag", element.name());
        } else {
            ask((element, attr), code, cx);
        }
    }
}

/// Whether no script of the page can fill it in.
fn is_certain(signs: Signs, cx: &Context<'_>) -> bool {
    matches!(signs, Signs::Comment | Signs::Statement | Signs::Percent) || !cx.scripts_may_change()
}

fn is_shown_in_code(cx: &mut Context<'_>) -> bool {
    prose::once(cx, |doc| {
        prose::shown_in_code(doc, |code| templates::leftover(code).is_some())
    })
}

fn ask<'p>(target: impl Into<Target<'p>>, code: &str, cx: &mut Context<'p>) {
    if let Some(draft) = cx.review_together(target, &MAYBE, "", &ALSO) {
        draft.arg("code", code);
    }
}
