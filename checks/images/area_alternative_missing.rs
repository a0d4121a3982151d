//! RGAA 1.1.2: each area of an image map that informs has a text alternative.
//!
//! Targets: `area` elements of a map that an image uses. The glossary «Alternative textuelle (image)» takes `aria-label`, then `alt`, nothing
//! else, for them. Failed: an area with `href`, a link and so never decorative, without either; unless an area of the same map
//! leads to the same place and has one, as HTML allows (4.8.14). Passed: every area has one. Questions: an area that only `title`
//! or `aria-labelledby` names; an area without `href` nor `alt`, which breaks 1.1.2 or 1.2.2 by the letter while HTML forbids `alt` there.

use std::collections::HashSet;

use crate::check::{Category, Check, Context, Interest, Meta, Proof};
use crate::dom::{Attr, Element, NodeId};
use crate::rgaa::{TestId, test};
use crate::semantics::Semantics;
use crate::text::{Text, text};

use super::subject::{self, Reach};

pub static CHECK: &dyn Check = &AreaAlternativeMissing;

struct AreaAlternativeMissing;

const INFORMS: TestId = test(1, 1, 2);
const DECORATES: TestId = test(1, 2, 2);

static META: Meta = Meta {
    id: "area-alternative-missing",
    category: Category::Accessibility,
    html_error: true,
    title: text(
        "Zone d’image réactive sans alternative",
        "Image map area without an alternative",
    ),
    why: text(
        "Une zone cliquable est un lien : sans alternative, un lecteur d’écran ne lit que son adresse.",
        "A clickable area is a link: without an alternative, a screen reader only reads its address.",
    ),
    fix: text(
        "Dire dans l’attribut alt de la zone où elle mène.",
        "Say in the area's alt attribute where it leads.",
    ),
    proofs: &[Proof::decides(&[INFORMS]), Proof::hints(&[DECORATES])],
    act: &["c487ae"],
    interest: &[
        Interest::Elements(&["area"]),
        Interest::Attributes(&["usemap"]),
        Interest::Page,
    ],
    fail: &[
        "<img src=carte.png alt=Carte usemap=#m><map name=m><area href=/nord coords=0,0,9,9></map>",
    ],
    review: &[
        "<img src=carte.png alt=Carte usemap=#m><map name=m><area href=/nord title=Nord coords=0,0,9,9></map>",
    ],
    pass: &[
        "<img src=carte.png alt=Carte usemap=#m><map name=m><area href=/nord alt=Nord coords=0,0,9,9></map>",
        "<img src=carte.png alt=Carte usemap=#m><map name=m><area href=/nord alt=Nord coords=0,0,9,9><area href=/nord alt='' coords=9,9,20,20></map>",
    ],
    na: &[
        "<p>Sans carte</p>",
        "<map name=m><area href=/nord coords=0,0,9,9></map>",
    ],
    ..Meta::NEW
};

const MISSING: Text = text(
    "cette zone mène à « {href} » et n’a ni alt ni aria-label qui le dise",
    "this area leads to \"{href}\" and has no alt or aria-label that says so",
);
const OTHER_NAME: Text = text(
    "cette zone n’est nommée que par title ou aria-labelledby, que le RGAA ne retient pas : les aides techniques les restituent-elles ?",
    "this area is named by title or aria-labelledby only, which the RGAA does not count: do assistive technologies give them?",
);
const NO_LINK: Text = text(
    "cette zone sans lien n’a pas d’alternative : informe-t-elle ?",
    "this area without a link has no alternative: does it inform?",
);

/// What was seen of the page: maps may come before the images that use them.
#[derive(Default)]
struct Seen {
    areas: Vec<NodeId>,
    /// Elements with `usemap`.
    users: Vec<NodeId>,
}

impl Check for AreaAlternativeMissing {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, area: Element<'p>, cx: &mut Context<'p>) {
        if area.is_html() {
            cx.memory::<Seen>().areas.push(area.id());
        }
    }

    fn attribute<'p>(&self, user: Element<'p>, _usemap: Attr<'p>, cx: &mut Context<'p>) {
        cx.memory::<Seen>().users.push(user.id());
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        let Seen { areas, users } = std::mem::take(cx.memory::<Seen>());
        if areas.is_empty() {
            return;
        }
        let doc = cx.doc();
        let areas = areas.iter().filter_map(|&id| doc.element(id));
        let users = users.iter().filter_map(|&id| doc.element(id));
        for (area, said) in judge(areas, users, cx.semantics()) {
            match said {
                Said::Named => cx.pass(),
                Said::Elsewhere => cx.leave_open(&[INFORMS]),
                Said::Otherwise => {
                    cx.review(area, &OTHER_NAME).tests(&[INFORMS]);
                }
                Said::Nothing(href) => {
                    cx.fail_if_rendered(area, area, &MISSING)
                        .arg("href", href)
                        .tests(&[INFORMS]);
                }
                Said::NoLink => {
                    cx.review(area, &NO_LINK);
                }
            }
        }
    }
}

/// What tells where an area leads.
enum Said<'p> {
    Named,
    /// Another area of the map, or nobody meets this one.
    Elsewhere,
    /// `title` or `aria-labelledby` only.
    Otherwise,
    /// Nothing; where it leads.
    Nothing(&'p str),
    /// Nothing, and it leads nowhere.
    NoLink,
}

/// The areas of maps that an image uses, each with what tells of it. `users`: the elements with `usemap`.
fn judge<'p>(
    areas: impl Iterator<Item = Element<'p>>,
    users: impl Iterator<Item = Element<'p>>,
    semantics: &'p Semantics<'p>,
) -> Vec<(Element<'p>, Said<'p>)> {
    let used: HashSet<&str> = users
        .filter_map(|user| user.attr("usemap")?.strip_prefix('#'))
        .collect();
    let areas: Vec<(Element<'p>, Element<'p>)> = areas
        .filter_map(|area| Some((area, area.closest(&["map"])?)))
        .filter(|(_, map)| {
            ["name", "id"]
                .iter()
                .any(|a| map.attr(a).is_some_and(|name| used.contains(name)))
        })
        .collect();
    let is_named = |area: Element<'p>| !semantics.rgaa_name(area).is_empty();
    let told: HashSet<(NodeId, &str)> = areas
        .iter()
        .filter(|(area, _)| is_named(*area))
        .filter_map(|(area, map)| Some((map.id(), area.attr("href")?)))
        .collect();
    let said = |area: Element<'p>, map: Element<'p>| {
        let href = area.attr("href");
        if is_named(area) {
            Said::Named
        } else if subject::reach(area, semantics) == Reach::AriaHidden
            || semantics.is_presentational(area)
            || href.is_some_and(|href| told.contains(&(map.id(), href)))
        {
            Said::Elsewhere
        } else if !semantics.name(area).is_empty() {
            Said::Otherwise
        } else if let Some(href) = href {
            Said::Nothing(href)
        } else if area.has_attr("alt") {
            Said::Elsewhere
        } else {
            Said::NoLink
        }
    };
    let each = areas.iter();
    each.map(|&(area, map)| (area, said(area, map))).collect()
}

/// The areas of the page that this check fails for want of `alt`.
pub fn failed<'p>(cx: &Context<'p>) -> HashSet<NodeId> {
    let (doc, semantics) = (cx.doc(), cx.semantics());
    let html = || doc.elements().filter(|e| e.is_html() && !e.in_template());
    judge(
        html().filter(|e| e.is("area")),
        html().filter(|e| e.has_attr("usemap")),
        semantics,
    )
    .into_iter()
    .filter(|(area, said)| {
        matches!(said, Said::Nothing(_)) && !area.has_attr("alt") && semantics.is_rendered(*area)
    })
    .map(|(area, _)| area.id())
    .collect()
}
