//! RGAA 11.3.2: fields that ask for the same thing in a set of pages have consistent labels.
//!
//! Hints: whether two fields have the same function, and whether their labels agree, is for a person to say. Compared, among pages of one
//! language: search fields, fields of one word of `autocomplete`, fields of one `name` in forms that go to one address. Asked where the most
//! usual label and another have no word in common.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::field_labels_inconsistent::function_of;
use crate::check::{
    AnySiteCheck, Category, Context, FNV_OFFSET, Level, MAX_SITE_FINDINGS, Meta, Place, Proof,
    SiteCheck, SiteContext, SiteFiles, SitePage, Verdict, fnv, groups,
};
use crate::dom::Element;
use crate::rgaa::test;
use crate::semantics::Field;
use crate::spec::form_words::{asks_again, telling_words};
use crate::text::{Text, fold, text};

pub static CHECK: &dyn AnySiteCheck = &FieldLabelsAcrossPages;

struct FieldLabelsAcrossPages;

static META: Meta = Meta {
    id: "field-labels-across-pages",
    level: Level::Note,
    review_level: Level::Note,
    category: Category::Accessibility,
    title: text(
        "Même saisie, étiquettes différentes selon les pages",
        "Same input, different labels from page to page",
    ),
    why: text(
        "Un champ qui change de nom d’une page à l’autre n’est plus reconnu par qui s’appuie sur les mots.",
        "A field whose name changes from page to page is no longer recognised by people who rely on words.",
    ),
    fix: text(
        "Donner au champ la même étiquette sur toutes les pages.",
        "Give the field the same label on all pages.",
    ),
    proofs: &[Proof::hints(&[test(11, 3, 2)])],
    ..Meta::NEW
};

const DIFFERENT: Text = text(
    "ce champ est étiqueté « {label} » (pages : {pages}), alors que d’autres pages l’étiquettent « {other} » : comprend-on que c’est le même ?",
    "this field is labelled \"{label}\" (pages: {pages}), while other pages label it \"{other}\": can one tell that it is the same?",
);
const ALSO: Text = text("même étiquette", "same label");
const USUAL: Text = text("l’étiquette la plus courante", "the most usual label");

/// A field kept of a page.
#[derive(Serialize, Deserialize)]
struct Labelled {
    function: u64,
    label: u64,
    /// The words that tell, hashed and sorted.
    words: Vec<u32>,
}

/// What is kept of a page.
#[derive(Serialize, Deserialize)]
struct Fact {
    site: u32,
    fields: Vec<Labelled>,
}

/// Fields kept of a page: forms of more are not the same from page to page.
const KEPT: usize = 40;

/// The labelled fields of the page that may be met again on another, with what they are for.
fn fields<'p>(cx: &Context<'p>) -> Vec<(Element<'p>, u64, String)> {
    let semantics = cx.semantics();
    let language = cx.doc().html().and_then(|html| html.attr("lang"));
    let primary = language.unwrap_or("").split('-').next().unwrap_or("");
    let base = fnv(FNV_OFFSET, primary.to_ascii_lowercase().as_bytes());
    let shown = semantics.fields().iter().take(KEPT);
    shown
        .filter(|f| semantics.is_rendered(f.element))
        .filter_map(|field| {
            let function = function_on_site(field, cx)?;
            let label = semantics.rgaa_name(field.element).text.into_owned();
            let told = !telling_words(&label).is_empty() && !asks_again(&label);
            told.then(|| (field.element, fnv(base, function.as_bytes()), label))
        })
        .collect()
}

fn function_on_site<'p>(field: &Field<'p>, cx: &Context<'p>) -> Option<String> {
    let function = function_of(field.element, cx.semantics())?;
    if field.element.attr_is("type", "search") {
        return Some("search".to_owned());
    }
    if !function.starts_with("name ") {
        return Some(function);
    }
    // Addresses are written from the page: the last part is the same everywhere.
    let action = field.form?.attr("action")?.split(['?', '#']).next()?;
    let last = action.rsplit('/').find(|part| !part.is_empty())?;
    Some(format!("{function} {last}"))
}

impl SiteCheck for FieldLabelsAcrossPages {
    type Fact = Fact;

    fn meta(&self) -> &'static Meta {
        &META
    }

    fn collect(&self, cx: &Context<'_>, page: &SitePage, _: &dyn SiteFiles) -> Option<Fact> {
        let fields: Vec<Labelled> = fields(cx)
            .into_iter()
            .map(|(_, function, label)| {
                let hash = |word: &String| fnv(FNV_OFFSET, word.as_bytes()) as u32;
                let mut words: Vec<u32> = telling_words(&label).iter().map(hash).collect();
                words.sort_unstable();
                Labelled {
                    function,
                    label: fnv(FNV_OFFSET, fold(&label).as_bytes()),
                    words,
                }
            })
            .collect();
        let site = page.site;
        (!fields.is_empty()).then_some(Fact { site, fields })
    }

    fn conclude(&self, facts: Vec<(usize, Fact)>, cx: &mut SiteContext<'_>) {
        let mut words: BTreeMap<u64, Vec<u32>> = BTreeMap::new();
        let mut met = Vec::new();
        for (page, fact) in facts {
            if cx.ignored.contains(&page) {
                continue;
            }
            for field in fact.fields {
                met.push(((fact.site, field.function, field.label), page as u32));
                words.entry(field.label).or_insert(field.words);
            }
        }
        let all = groups(met);
        // The label met on most pages for each function; the first met of several.
        let mut usual: BTreeMap<(u32, u64), usize> = BTreeMap::new();
        for (at, group) in all.iter().enumerate() {
            let (site, function, _) = group.key;
            let best = usual.entry((site, function)).or_insert(at);
            if group.count > all[*best].count {
                *best = at;
            }
        }
        cx.pass(usual.len());
        let mut odd = Vec::new();
        let mut best = Vec::new();
        for group in &all {
            let (site, function, label) = group.key;
            let at = usual[&(site, function)];
            let known = &words[&all[at].key.2];
            if !words[&label].iter().any(|w| known.binary_search(w).is_ok()) {
                odd.push(group.clone());
                best.push(at);
            }
        }
        cx.left_out(Verdict::Review, odd.len().saturating_sub(MAX_SITE_FINDINGS));
        odd.truncate(MAX_SITE_FINDINGS);
        best.truncate(MAX_SITE_FINDINGS);
        let mut usual_ones = best.clone();
        usual_ones.sort_unstable();
        usual_ones.dedup();
        let usual_groups: Vec<_> = usual_ones.iter().map(|&at| all[at].clone()).collect();
        let look = |page: &SitePage, cx: &Context<'_>, wanted: &[(u32, u64, u64)]| {
            let found = fields(cx)
                .into_iter()
                .filter_map(|(field, function, label)| {
                    let key = (
                        page.site,
                        function,
                        fnv(FNV_OFFSET, fold(&label).as_bytes()),
                    );
                    wanted
                        .contains(&key)
                        .then(|| (key, (label, Place::of(cx, field.into()))))
                });
            found.collect()
        };
        let odd_spots = cx.look_again(&odd, look);
        let usual_spots = cx.look_again(&usual_groups, look);
        for ((group, best), odd) in odd.iter().zip(best).zip(odd_spots) {
            let found = usual_ones.binary_search(&best).ok();
            let best = found.and_then(|at| usual_spots[at].first());
            let called = |spot: Option<&(usize, (String, Place))>| {
                spot.map_or_else(String::new, |(_, (label, _))| label.clone())
            };
            let (label, other) = (called(odd.first()), called(best));
            let args: [(&str, &dyn std::fmt::Display); 3] = [
                ("label", &label),
                ("pages", &group.count),
                ("other", &other),
            ];
            let places = odd.into_iter().map(|(page, (_, place))| (page, place));
            let usual = cx.say(&USUAL, &[]);
            if let Some(draft) =
                cx.found_on_pages(Verdict::Review, places.collect(), &DIFFERENT, &args, &ALSO)
            {
                if let Some((page, (_, place))) = best {
                    draft.related.push((usual, *page, place.clone()));
                }
                draft.key = Some(format!("{label}\0{other}"));
            }
        }
    }
}
