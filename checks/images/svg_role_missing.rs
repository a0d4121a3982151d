//! RGAA 1.1.5 or 1.2.4: an `svg` that neither says it is an image nor hides.
//!
//! If it informs, 1.1.5 wants `role="img"`; if it decorates, 1.2.4 wants `aria-hidden="true"`. With neither it breaks one of the two
//! whatever it is, and a person says which. Under a caption it informs (criterion 1.2 does not apply, technical note). Hidden by an
//! ancestor, it is hidden. Not judged: what draws nothing, is all that a link or a button holds, is inside an element of role `img`, or
//! holds links or scripts (it is then a medium, criterion 4.8). Another role (`presentation`, `graphics-document`) is a question: assistive
//! technologies follow it, the letter of the tests does not know it. The same drawing repeated is told once.

use std::hash::{DefaultHasher, Hash, Hasher};

use crate::check::{Category, Check, Context, Interest, Level, Meta, Proof};
use crate::dom::Element;
use crate::rgaa::{TestId, test};
use crate::semantics::NameSource;
use crate::text::{Text, text};

use super::subject::{self, Company, Kind, Reach};

pub static CHECK: &dyn Check = &SvgRoleMissing;

struct SvgRoleMissing;

const INFORMS: TestId = test(1, 1, 5);
const EITHER: &[TestId] = &[INFORMS, test(1, 2, 4)];

static META: Meta = Meta {
    id: "svg-role-missing",
    level: Level::Warning,
    category: Category::Accessibility,
    title: text(
        "Image vectorielle ni annoncée ni masquée",
        "Vector image neither announced nor hidden",
    ),
    why: text(
        "Selon les lecteurs d’écran, une telle image est passée sous silence ou annoncée sans qu’on sache pourquoi.",
        "Depending on the screen reader, such an image is skipped, or announced for no known reason.",
    ),
    fix: text(
        "Décorative : aria-hidden=\"true\". Porteuse d’information : role=\"img\" et aria-label.",
        "Decorative: aria-hidden=\"true\". Informative: role=\"img\" and aria-label.",
    ),
    proofs: &[Proof::refutes(EITHER)],
    interest: &[Interest::Elements(&["svg"])],
    fail: &[
        "<p><svg><path d=M0,0h9/></svg> Météo</p>",
        "<p><svg aria-label=Soleil><path d=M0,0h9/></svg></p>",
    ],
    review: &["<p><svg role=presentation><path d=M0,0h9/></svg> Météo</p>"],
    pass: &[
        "<p><svg aria-hidden=true><path d=M0,0h9/></svg> Météo</p>",
        "<p><svg role=img aria-label=Soleil><path d=M0,0h9/></svg></p>",
    ],
    na: &[
        "<p>Sans image</p>",
        "<button><svg><path d=M0,0h9/></svg></button>",
        "<span role=img aria-label='3 sur 5'><svg><path d=M0,0h9/></svg></span>",
    ],
    ..Meta::NEW
};

const NEITHER: Text = text(
    "cette image <svg> n’a ni role=\"img\" ni aria-hidden=\"true\" : rien ne dit si elle informe ou décore",
    "this <svg> image has neither role=\"img\" nor aria-hidden=\"true\": nothing says whether it informs or decorates",
);
const NAMED: Text = text(
    "cette image <svg> a un nom (« {name} ») mais pas role=\"img\"",
    "this <svg> image has a name (\"{name}\") but not role=\"img\"",
);
const OTHER_ROLE: Text = text(
    "cette image <svg> a role=\"{role}\" ; le RGAA attend role=\"img\" si elle informe, aria-hidden=\"true\" si elle décore : lequel ?",
    "this <svg> image has role=\"{role}\"; the RGAA expects role=\"img\" if it informs, aria-hidden=\"true\" if it decorates: which?",
);
const ALSO: Text = text("ici aussi", "here too");
const CAPTION: Text = text("elle a une légende", "it has a caption");

impl Check for SvgRoleMissing {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, svg: Element<'p>, cx: &mut Context<'p>) {
        // What the user declared is judged by `image-not-as-declared`.
        if subject::kind(svg) != Some(Kind::Svg) || cx.options().elements.image(svg).is_some() {
            return;
        }
        let semantics = cx.semantics();
        if subject::is_role_img(svg, semantics) || subject::hides_itself(svg) {
            return cx.pass();
        }
        match subject::reach(svg, semantics) {
            Reach::AriaHidden => return cx.pass(),
            // A sheet of symbols, or what a script will show.
            Reach::Nobody => return,
            Reach::All => {}
        }
        if subject::company(svg, semantics) == Company::Alone
            || subject::is_part_of_image(svg, semantics)
            || is_medium(svg)
        {
            return;
        }
        if let Some(role) = semantics.explicit_role(svg) {
            if matches!(role, "none" | "presentation") && semantics.role(svg) != Some("none") {
                // `decorative-image-named` says what undoes it.
                return;
            }
            if let Some(draft) = cx.review_together(svg, &OTHER_ROLE, role, &ALSO) {
                draft.arg("role", role);
            }
            return;
        }
        let caption = subject::caption(svg);
        let name = semantics.rgaa_name(svg);
        let named = !matches!(name.source, NameSource::None | NameSource::GivenUp);
        let message = if named { &NAMED } else { &NEITHER };
        let drawing = drawing(svg, caption.is_some());
        let Some(draft) = cx.fail_together(svg, message, &drawing, &ALSO) else {
            return;
        };
        let draft = if named {
            draft.arg("name", &name.text)
        } else {
            draft
        };
        match caption {
            Some(caption) => draft.tests(&[INFORMS]).related(caption.place(), &CAPTION),
            None => draft.tests(EITHER),
        };
    }
}

/// Same code, same drawing: one icon used many times is one thing to mend.
fn drawing(svg: Element<'_>, captioned: bool) -> String {
    let start = svg.place();
    let code = svg.end_tag().map_or(start, |end| start.to(end));
    let mut hasher = DefaultHasher::new();
    (svg.document().source().slice(code), captioned).hash(&mut hasher);
    hasher.finish().to_string()
}

/// Whether people act on what it holds.
fn is_medium(svg: Element<'_>) -> bool {
    svg.descendants().any(|e| {
        matches!(e.name(), "a" | "script" | "foreignObject")
            || e.attributes()
                .any(|a| a.name() == "tabindex" || a.name().starts_with("on"))
    })
}
