//! The accessibility statement says what the law asks for (no RGAA test: a duty of its own).
//!
//! Décret n° 2019-768, article 4, and the model of the arrêté of 20 September 2019: the commitment and its law, the state of conformity, what is not
//! accessible, how to get help, and the remedies with the Défenseur des droits. Judged on pages whose `h1` is that of a statement and whose text
//! refers to French law, by words in French or English: a part is missing only when none of its words is there. The results of the audit, its tools and
//! pages are asked about where the state rests on an audit. Text that scripts may write is a question.

use crate::check::{Category, Check, Context, Interest, Level, Meta};
use crate::text::{Text, text};

use super::statement::{self, State};

pub static CHECK: &dyn Check = &StatementSectionMissing;

struct StatementSectionMissing;

static META: Meta = Meta {
    id: "statement-section-missing",
    level: Level::Warning,
    category: Category::Accessibility,
    title: text(
        "Déclaration d’accessibilité incomplète",
        "Accessibility statement with a part missing",
    ),
    why: text(
        "La déclaration dit aux personnes handicapées ce qui leur est accessible, à qui demander de l’aide et quel recours elles ont ; la loi l’impose.",
        "The statement tells people with disabilities what they can access, whom to ask for help and what remedy they have; the law requires it.",
    ),
    fix: text(
        "Suivre le modèle officiel de déclaration (arrêté du 20 septembre 2019).",
        "Follow the official model of statement (arrêté of 20 September 2019).",
    ),
    interest: &[Interest::Page],
    fail: &[
        "<main><h1>Déclaration d’accessibilité</h1><p>Ce site est non conforme au RGAA.</p></main>",
    ],
    review: &[
        "<main><h1>Déclaration d’accessibilité</h1><p>Vaulnois s’engage (article 47 de la loi n° 2005-102). Ce site est partiellement conforme au RGAA. Contenus non accessibles : les cartes. Contact : <a href=mailto:a@vaulnois.fr>a@vaulnois.fr</a>. Voies de recours : écrire au Défenseur des droits.</p></main>",
    ],
    pass: &[
        "<main><h1>Déclaration d’accessibilité</h1><p>Vaulnois s’engage (article 47 de la loi n° 2005-102). Ce site est non conforme au RGAA : aucun audit n’a été mené. Contenus non accessibles : tous. Contact : <a href=mailto:a@vaulnois.fr>a@vaulnois.fr</a>. Voies de recours : écrire au Défenseur des droits.</p></main>",
    ],
    na: &[
        "<main><h1>Accessibilité</h1><p>Un ascenseur dessert la mairie.</p></main>",
        "<main><h1>Accessibility statement</h1><p>This website is partially compliant with WCAG 2.2.</p></main>",
    ],
    ..Meta::NEW
};

const MISSING: Text = text(
    "cette déclaration d’accessibilité ne dit pas {part}",
    "this accessibility statement does not tell {part}",
);
const ASKED: Text = text(
    "cette déclaration d’accessibilité dit-elle {part} ?",
    "does this accessibility statement tell {part}?",
);

const SCRIPTED: Text = text(
    "cette déclaration d’accessibilité ne dit pas {part} : un script la complète-t-il ?",
    "this accessibility statement does not tell {part}: does a script complete it?",
);

/// A part of the statement, and the words of which one at least is in it.
struct Part {
    name: Text,
    words: &'static [&'static str],
}

static COMMITMENT: Part = Part {
    name: text(
        "en vertu de quelle loi elle est faite (article 47 de la loi n° 2005-102)",
        "under which law it is made (article 47 of law no. 2005-102)",
    ),
    words: &[
        "2005-102",
        "11 février 2005",
        "article 47",
        "february 2005",
        "2005",
    ],
};
static CONTENTS: Part = Part {
    name: text(
        "quels contenus ne sont pas accessibles",
        "which contents are not accessible",
    ),
    words: &[
        "non accessible",
        "non-conformité",
        "non conformité",
        "pas accessible",
        "inaccessible",
        "dérogation",
        "not accessible",
        "non-accessible",
        "non-compliance",
        "exempt",
        "contenus non",
        "non conformes",
    ],
};
static CONTACT: Part = Part {
    name: text(
        "à qui s’adresser pour obtenir un contenu accessible",
        "whom to ask for accessible content",
    ),
    words: &[
        "contact",
        "@",
        "retour d'information",
        "signaler",
        "formulaire",
        "courriel",
        "écrire à",
        "téléphone",
        "email",
        "feedback",
    ],
};
static REMEDY: Part = Part {
    name: text(
        "quel recours existe (le Défenseur des droits)",
        "what remedy exists (the Défenseur des droits)",
    ),
    words: &[
        "défenseur",
        "defender of rights",
        "rights defender",
        "defenseur",
        "ombudsman",
    ],
};
static RESULTS: Part = Part {
    name: text(
        "le résultat de l’audit (la part des critères respectés)",
        "the result of the audit (the share of criteria met)",
    ),
    words: &["%", "pour cent", "percent"],
};
static METHOD: Part = Part {
    name: text(
        "avec quels outils, dans quel environnement et sur quelles pages l’audit a été fait",
        "with which tools, in which environment and on which pages the audit was made",
    ),
    words: &[
        "environnement de test",
        "outils",
        "agents utilisateurs",
        "test environment",
        "tools",
        "échantillon",
    ],
};

const STATE: Text = text(
    "si le site est conforme, partiellement conforme ou non conforme",
    "whether the site conforms, partly conforms or does not conform",
);

impl Part {
    fn is_in(&self, text: &str) -> bool {
        self.words.iter().any(|word| text.contains(word))
    }
}

impl Check for StatementSectionMissing {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        let Some((heading, text)) = statement::declared(cx) else {
            return;
        };
        let states = statement::states(&text);
        let mut missing: Vec<(&Text, bool)> = Vec::new();
        let mut look = |part: &'static Part, certain: bool| match part.is_in(&text) {
            true => cx.pass(),
            false => missing.push((&part.name, certain)),
        };
        look(&COMMITMENT, true);
        look(&CONTACT, true);
        look(&REMEDY, true);
        // Without an audit, a site is not conforming, and cannot tell what is not accessible.
        if states.contains(&State::Partly) {
            look(&CONTENTS, true);
        }
        if states.iter().any(|state| *state != State::No) {
            look(&RESULTS, false);
            look(&METHOD, false);
        }
        if states.is_empty() {
            missing.push((&STATE, true));
        }
        if cx.scripts_may_change() {
            if let Some((part, _)) = missing.first() {
                cx.review(heading, &SCRIPTED).arg_text("part", part);
            }
            return;
        }
        for (part, certain) in missing {
            let draft = match certain {
                true => cx.fail(heading, &MISSING),
                false => cx.review(heading, &ASKED),
            };
            draft.arg_text("part", part);
        }
    }
}
