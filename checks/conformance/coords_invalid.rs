//! WHATWG HTML 4.8.14 «coords»: a rectangle has four whole numbers, a circle three, a polygon at least three pairs, apart by commas
//! without spaces.
//!
//! Browsers make what they can of another value: an area of another shape, or none. No RGAA test asks about it.

use super::values::{self, Problem};
use crate::check::{Category, Check, Context, Interest, Meta};
use crate::dom::{Attr, Element};
use crate::spec::syntax::coords::{self, Shape};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &CoordsInvalid;

struct CoordsInvalid;

static META: Meta = Meta {
    id: "coords-invalid",
    category: Category::Conformance,
    title: text(
        "Coordonnées de zone mal écrites",
        "Badly written coordinates of an area",
    ),
    why: text(
        "Le navigateur dessine une autre zone, ou aucune : le lien n’est pas là où on l’attend sur l’image.",
        "The browser draws another area, or none: the link is not where it is expected on the image.",
    ),
    fix: text(
        "Écrire des nombres entiers séparés par des virgules, sans espace : quatre pour rect, trois pour circle, au moins six pour poly.",
        "Write whole numbers apart by commas, without spaces: four for rect, three for circle, at least six for poly.",
    ),
    interest: &[Interest::Attributes(&["coords"])],
    fail: &[
        "<map name=plan><area href=/a alt=A shape=rect coords='0, 0, 40, 40'></map>",
        "<map name=plan><area href=/a alt=A shape=circle coords=0,0,40,40></map>",
        "<map name=plan><area href=/a alt=A shape=poly coords=0,0,40,40></map>",
        "<map name=plan><area href=/a alt=A shape=rect coords=40,0,0,40></map>",
    ],
    pass: &["<map name=plan><area href=/a alt=A shape=rect coords=0,0,40,40></map>"],
    na: &["<map name=plan><area href=/a alt=A shape=default></map>"],
    ..Meta::NEW
};

const NOT_WHOLE: Text = text(
    "« {found} » n’est pas un nombre entier : des entiers séparés par des virgules, sans espace",
    "\"{found}\" is no whole number: whole numbers apart by commas, without spaces",
);
const SPACE: Text = text(
    "un espace à côté de « {found} » : les nombres ne sont séparés que par des virgules",
    "a space beside \"{found}\": numbers are apart by commas only",
);
const EMPTY: Text = text(
    "il manque un nombre entre deux virgules, ou au bout",
    "a number is missing between two commas, or at the end",
);
const RECTANGLE: Text = text(
    "un rectangle a quatre nombres (gauche, haut, droite, bas), et non {count}",
    "a rectangle has four numbers (left, top, right, bottom), not {count}",
);
const CIRCLE: Text = text(
    "un cercle a trois nombres (centre en x, centre en y, rayon), et non {count}",
    "a circle has three numbers (centre in x, centre in y, radius), not {count}",
);
const POLYGON: Text = text(
    "un polygone a au moins trois sommets, de deux nombres chacun ; il y en a {count} en tout",
    "a polygon has at least three corners, of two numbers each; there are {count} in all",
);
const ORDER: Text = text(
    "le troisième nombre (droite) doit dépasser le premier (gauche), et le quatrième (bas) le deuxième (haut)",
    "the third number (right) must be more than the first (left), and the fourth (bottom) more than the second (top)",
);
const RADIUS: Text = text(
    "un rayon ne peut pas être négatif",
    "a radius cannot be negative",
);

impl Check for CoordsInvalid {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, area: Element<'p>, attr: Attr<'p>, cx: &mut Context<'p>) {
        if !area.is("area") {
            return;
        }
        let shape = match area.attr("shape").unwrap_or("rect") {
            s if s.eq_ignore_ascii_case("rect") => Shape::Rectangle,
            s if s.eq_ignore_ascii_case("circle") => Shape::Circle,
            s if s.eq_ignore_ascii_case("poly") => Shape::Polygon,
            // Other words are told by `keyword-invalid`, coordinates of `default` by `attribute-condition`.
            _ => return,
        };
        let value = attr.value();
        let all = 0..value.len();
        let (at, problem) = match coords::check(value, shape) {
            Ok(()) => return cx.pass(),
            Err(coords::Problem::NotWhole(at)) if at.is_empty() => (all, Problem::new(EMPTY)),
            Err(coords::Problem::NotWhole(at)) => {
                let found = value[at.clone()].trim_ascii();
                let spaced = found.len() < at.len() && found.parse::<i64>().is_ok();
                let words = if spaced { SPACE } else { NOT_WHOLE };
                (at, Problem::new(words).with("found", found))
            }
            Err(coords::Problem::Count(shape, count)) => {
                let words = match shape {
                    Shape::Rectangle => RECTANGLE,
                    Shape::Circle => CIRCLE,
                    Shape::Polygon => POLYGON,
                };
                (all, Problem::new(words).with("count", count.to_string()))
            }
            Err(coords::Problem::Order) => (all, Problem::new(ORDER)),
            Err(coords::Problem::Radius) => (all, Problem::new(RADIUS)),
        };
        values::fail((area, attr), at, &problem, cx);
    }
}
