//! The state that an accessibility statement declares goes with its rate (no RGAA test: a duty of its own).
//!
//! Arrêté of 20 September 2019: totally conforming at 100 % of the criteria, partly from 50 %, not conforming below, or without a valid audit. The rate is
//! compared as written, without rounding: 99.6 % is no total conformity. Judged where the statement has one state and one global rate (average
//! rates aside). Not conforming in spite of a good rate is a question: the audit may not be valid any more.

use crate::check::{Category, Check, Context, Interest, Level, Meta};
use crate::text::{Text, text};

use super::statement::{self, State};

pub static CHECK: &dyn Check = &StatementRate;

struct StatementRate;

static META: Meta = Meta {
    id: "statement-rate",
    level: Level::Warning,
    category: Category::Accessibility,
    title: text(
        "Taux et état de conformité qui se contredisent",
        "Rate and state of conformity that contradict each other",
    ),
    why: text(
        "Qui lit « totalement conforme » s’attend à pouvoir tout faire ; la loi fixe les seuils.",
        "Who reads \"totally conforming\" expects to be able to do everything; the law sets the thresholds.",
    ),
    fix: text(
        "Déclarer « totalement conforme » à 100 % des critères, « partiellement conforme » à partir de 50 %, « non conforme » en dessous.",
        "Declare \"totally conforming\" at 100% of the criteria, \"partly\" from 50%, \"not conforming\" below.",
    ),
    interest: &[Interest::Page],
    fail: &[
        "<main><h1>Déclaration d’accessibilité</h1><p>Ce site est totalement conforme au RGAA : 99,6 % des critères sont respectés.</p></main>",
    ],
    review: &[
        "<main><h1>Déclaration d’accessibilité</h1><p>Ce site est non conforme au RGAA : 80 % des critères sont respectés.</p></main>",
    ],
    pass: &[
        "<main><h1>Déclaration d’accessibilité</h1><p>Ce site est partiellement conforme au RGAA : 75 % des critères sont respectés.</p></main>",
    ],
    na: &[
        "<main><h1>Déclaration d’accessibilité</h1><p>Ce site est non conforme au RGAA : aucun audit n’a été mené.</p></main>",
    ],
    ..Meta::NEW
};

const CONTRADICTS: Text = text(
    "cette déclaration dit « {state} » avec {rate} % des critères respectés : à ce taux, l’état est « {other} »",
    "this statement says \"{state}\" with {rate}% of the criteria met: at this rate, the state is \"{other}\"",
);
const SURPRISES: Text = text(
    "cette déclaration dit « {state} » avec {rate} % des critères respectés, soit « {other} » : l’audit n’est-il plus valable ?",
    "this statement says \"{state}\" with {rate}% of the criteria met, that is \"{other}\": is the audit no longer valid?",
);

/// The state that a rate, in hundredths of a percent, stands for.
fn state_at(rate: u32) -> State {
    match rate {
        10_000.. => State::Fully,
        5_000.. => State::Partly,
        _ => State::No,
    }
}

impl Check for StatementRate {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        let Some((heading, text)) = statement::declared(cx) else {
            return;
        };
        let (states, rates) = (statement::states(&text), statement::rates(&text));
        let (&[state], &[rate]) = (&states[..], &rates[..]) else {
            return;
        };
        let right = state_at(rate);
        if right == state {
            return cx.pass();
        }
        let draft = match state > right {
            true => cx.fail(heading, &CONTRADICTS),
            false => cx.review(heading, &SURPRISES),
        };
        let written = match rate % 100 {
            0 => format!("{}", rate / 100),
            part if part % 10 == 0 => format!("{},{}", rate / 100, part / 10),
            part => format!("{},{part:02}", rate / 100),
        };
        draft
            .arg("state", state.words())
            .arg("rate", written)
            .arg("other", right.words());
    }
}
