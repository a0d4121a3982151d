//! RGAA 8.10.2: the value of `dir` is `ltr` or `rtl`, and the right one. WHATWG HTML 3.2.6.4: `ltr`, `rtl` or `auto`, nothing else.
//!
//! Refutes: a value that is none of the three has no effect; on a text of right-to-left letters this is a change of direction wrongly
//! signalled. Elsewhere there is no change of direction, and the fault is against HTML only. A text without one right-to-left letter
//! declared `rtl` is a question: style is sometimes done this way. `auto` is judged with the texts themselves
//! (`text-direction-missing`). Without such a value there is no target.

use crate::check::{Category, Check, Context, Interest, Meta, Proof};
use crate::dom::{Attr, Element};
use crate::rgaa::test;
use crate::text::{Text, text};

use super::direction::{self, Until};

pub static CHECK: &dyn Check = &DirValue;

struct DirValue;

static META: Meta = Meta {
    id: "dir-value",
    category: Category::Conformance,
    title: text(
        "Valeur de dir fausse ou douteuse",
        "Wrong or doubtful value of dir",
    ),
    why: text(
        "Un sens de lecture faux met la ponctuation, les nombres et l’alignement du mauvais côté, et désoriente aussi la lecture vocale.",
        "A wrong reading direction puts punctuation, numbers and alignment on the wrong side, and confuses speech too.",
    ),
    fix: text(
        "Écrire dir=\"rtl\" autour d’un texte qui se lit de droite à gauche, dir=\"ltr\" autour des autres ; pour la mise en page, passer par le CSS.",
        "Write dir=\"rtl\" around a text that reads from right to left, dir=\"ltr\" around others; for layout, use CSS.",
    ),
    proofs: &[Proof::refutes(&[test(8, 10, 2)]).inapplicable_without_targets()],
    interest: &[Interest::Attributes(&["dir"])],
    fail: &["<p dir=droite>مرحبا بكم</p>", "<p dir=''>Bonjour</p>"],
    review: &["<p dir=rtl>Retour à la liste</p>"],
    na: &[
        "<p dir=rtl>مرحبا بكم</p>",
        "<p dir=LTR>Bonjour</p>",
        "<p>Bonjour</p>",
    ],
    ..Meta::NEW
};

const INVALID: Text = text(
    "dir n’a pas de valeur « {value} » : l’attribut est sans effet",
    "dir has no value \"{value}\": the attribute has no effect",
);
const EMPTY: Text = text(
    "l’attribut dir est vide : il est sans effet",
    "the dir attribute is empty: it has no effect",
);
const NOT_RTL: Text = text(
    "ce passage est déclaré de droite à gauche et n’a aucune lettre qui se lise ainsi : est-ce voulu ?",
    "this passage is declared right to left and has no letter that reads so: is it intended?",
);
const ALSO: Text = text("ici aussi", "here too");

impl Check for DirValue {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, element: Element<'p>, dir: Attr<'p>, cx: &mut Context<'p>) {
        let value = dir.value();
        let is = |v: &str| value.eq_ignore_ascii_case(v);
        // In SVG `dir` is no attribute at all.
        if !element.is_html() || is("ltr") || is("auto") {
            return;
        }
        if is("rtl") {
            let words = direction::words_of(element, Until::RightToLeft);
            if words.right_to_left == 0 && words.left_to_right > 2 {
                cx.review_together((element, dir), &NOT_RTL, "", &ALSO);
            }
            return;
        }
        let words = direction::words_of(element, Until::End);
        // A change of direction wrongly signalled, and not only a wrong attribute.
        let tests: &[_] = match words.right_to_left {
            0 | 1 => &[],
            _ => &[test(8, 10, 2)],
        };
        if value.is_empty() {
            cx.fail((element, dir), &EMPTY).tests(tests);
        } else {
            cx.fail((element, dir), &INVALID)
                .arg("value", value)
                .tests(tests);
        }
    }
}
