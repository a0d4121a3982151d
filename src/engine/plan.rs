//! Which checks want which nodes: tables made once a run.

use std::collections::HashMap;
use std::sync::Arc;

use rustc_hash::FxBuildHasher;

use super::Settings;
use super::fold::{Fold, Word};
use crate::check::{AnySiteCheck, Check, Interest, ProofKind, Signs};
use crate::dom::NameMap;

/// Checks by what they want to be shown, as indices into `checks`.
#[derive(Default)]
pub(super) struct Plan {
    pub checks: Vec<&'static dyn Check>,
    pub site: Vec<&'static dyn AnySiteCheck>,
    pub elements: NameMap<Vec<u16>>,
    /// Whether each check is shown every element.
    pub every_element: Vec<bool>,
    pub aria_elements: Vec<u16>,
    pub attributes: NameMap<Vec<u16>>,
    pub roles: HashMap<&'static str, Vec<u16>, FxBuildHasher>,
    /// With the signs that a text must have one of.
    pub text: Vec<(Signs, u16)>,
    /// All these signs.
    pub text_signs: Signs,
    pub parse_errors: Vec<u16>,
    /// Whether each check concludes on the page.
    pub page: Vec<bool>,
    /// What each check may say of tests.
    pub words: Vec<Vec<Word>>,
    /// The ids, in order, which is that of reports; and the check of each.
    pub ids: Arc<[&'static str]>,
    pub by_id: Vec<u16>,
    /// What is known of a page where no check has met anything: as it stands, and where something could change it.
    pub nothing_met: [Fold; 2],
}

impl Plan {
    pub fn new(
        settings: &Settings,
        checks: &[&'static dyn Check],
        site: &[&'static dyn AnySiteCheck],
    ) -> Plan {
        let mut plan = Plan::default();
        let mut in_part = Vec::new();
        for &check in checks {
            let meta = check.meta();
            if !settings.selection.runs(meta) {
                let proofs = meta.proofs.iter().filter(|p| p.kind != ProofKind::Hints);
                in_part.extend(proofs.flat_map(|p| p.tests.iter().copied()));
                continue;
            }
            let index = plan.checks.len() as u16;
            plan.checks.push(check);
            plan.page.push(false);
            plan.every_element.push(false);
            for interest in meta.interest {
                match interest {
                    Interest::Elements(names) => {
                        for name in *names {
                            plan.elements.entry(name).push(index);
                        }
                    }
                    Interest::Attributes(names) => {
                        for name in *names {
                            plan.attributes.entry(name).push(index);
                        }
                    }
                    Interest::Roles(roles) => {
                        for role in *roles {
                            plan.roles.entry(role).or_default().push(index);
                        }
                    }
                    Interest::EveryElement => plan.every_element[index as usize] = true,
                    Interest::AriaElements => plan.aria_elements.push(index),
                    Interest::Text => plan.text.push((Signs::INK, index)),
                    Interest::TextWith(signs) => plan.text.push((*signs, index)),
                    Interest::ParseErrors => plan.parse_errors.push(index),
                    Interest::Page => plan.page[index as usize] = true,
                }
            }
        }
        let signs = plan.text.iter().map(|(signs, _)| *signs);
        plan.text_signs = signs.fold(Signs::default(), Signs::or);
        plan.by_id = (0..plan.checks.len() as u16).collect();
        let id = |&index: &u16| plan.checks[index as usize].meta().id;
        plan.by_id.sort_by_key(id);
        plan.ids = plan.by_id.iter().map(id).collect();
        plan.words = plan.checks.iter().map(|c| Word::all(c.meta())).collect();
        plan.nothing_met = [false, true].map(|unsettled| {
            let words = plan.words.iter().map(Vec::as_slice);
            Fold::of_nothing_met(plan.checks.iter().map(|c| c.meta()).zip(words), unsettled)
                .looked_at_in_part(in_part.iter().copied())
        });
        plan.site = site
            .iter()
            .copied()
            .filter(|c| settings.selection.runs(c.meta()))
            .collect();
        plan
    }
}
