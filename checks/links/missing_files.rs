//! What to say of missing files.

use std::collections::HashMap;
use std::fmt::Display;

use super::causes::Missing;
use super::missing::{Doubt, judge};
use super::references::{self, Purpose};
use crate::check::{Entry, Group, Level, Place, Resolver, SiteContext, SiteFiles, Verdict};
use crate::checks::navigation::sitemap;
use crate::rgaa::test;
use crate::text::{Text, text};

const LINK: Text = text(
    "ce lien mène à « {target} », qui n’est pas dans le site construit",
    "this link leads to \"{target}\", which is not in the built site",
);
const PART: Text = text(
    "<{tag}> demande « {target} », qui n’est pas dans le site construit",
    "<{tag}> asks for \"{target}\", which is not in the built site",
);
const FORM: Text = text(
    "ce formulaire est envoyé à « {target} », qui n’est pas dans le site construit : un programme du serveur y répond-il ?",
    "this form is sent to \"{target}\", which is not in the built site: does a program on the server answer?",
);
const PROGRAM: Text = text(
    "« {target} » n’est pas dans le site construit : un programme du serveur y répond-il ?",
    "\"{target}\" is not in the built site: does a program on the server answer?",
);
const FOLDER: Text = text(
    "le dossier « {target} » n’a pas de page index.html : le serveur répond-il à cette adresse ?",
    "the folder \"{target}\" has no index.html page: does the server answer at this address?",
);
const REMARK: Text = text(
    "« {target} » n’est pas une adresse mais un texte à remplacer",
    "\"{target}\" is no address but a text to replace",
);
const GONE: Text = text(
    "le dossier « {folder} » n’est pas dans le site construit : {files} de ses fichiers sont demandés, dont « {target} »",
    "the folder \"{folder}\" is not in the built site: {files} of its files are asked for, among them \"{target}\"",
);
const NOT_THERE: Text = text(
    "« {target} » n’est pas dans le site construit",
    "\"{target}\" is not in the built site",
);
const RULES_ANSWER: Text = text(
    " : une règle de « {rules} » y répond-elle ?",
    ": does a rule of \"{rules}\" answer?",
);
const OTHER_CASE: Text = text(
    " ; « {other} » existe, seules les majuscules diffèrent",
    "; \"{other}\" exists, only the case of letters differs",
);
const PAGES: Text = text(
    " ({pages} pages y renvoient)",
    " ({pages} pages refer to it)",
);
const ALSO: Text = text("cette page aussi", "this page too");
/// Files of redirection and routing rules, at the root of a site.
const RULES: [&str; 10] = [
    "_redirects",
    ".htaccess",
    "200.html",
    "_worker.js",
    "_routes.json",
    "netlify.toml",
    "vercel.json",
    "staticwebapp.config.json",
    "firebase.json",
    "web.config",
];

/// The file of rules of a site, if it comes with one.
fn rules_of(site: u32, files: &dyn SiteFiles) -> Option<&'static str> {
    RULES
        .into_iter()
        .find(|rules| matches!(files.find(site, rules), Entry::File(_)))
}

/// Certain, unless there is a reason to ask.
pub fn verdict_of(missing: Missing, files: &dyn SiteFiles) -> Verdict {
    let asked = missing.key & 1 == 1 || rules_of(missing.site, files).is_some();
    match asked {
        true => Verdict::Review,
        false => Verdict::Fail,
    }
}

/// A reference to a missing file, found again.
#[derive(Clone)]
struct Spot {
    place: Place,
    path: Box<str>,
    folder: Option<String>,
    doubt: Option<Doubt>,
    remark: bool,
    purpose: Purpose,
    tag: String,
    in_sitemap: bool,
}

/// Looks for the places again and writes the findings. `folders`: how many files each missing folder stands for.
pub fn report(
    groups: &[Group<Missing>],
    folders: &HashMap<Missing, usize>,
    cx: &mut SiteContext<'_>,
) {
    let files = cx.files;
    let found = cx.look_again(groups, |page, cx, wanted| {
        let mut spots = Vec::new();
        let mut left: Vec<Missing> = wanted.to_vec();
        let mut resolver = Resolver::new(cx.doc(), page, files);
        let is_sitemap = sitemap::is_page(cx, page);
        references::each(cx.doc(), |reference| {
            let Some(Err(broken)) = judge(reference, &mut resolver, page, files) else {
                return;
            };
            let folder = Missing {
                site: page.site,
                key: broken.folder_key(),
            };
            let key = match folders.contains_key(&folder) {
                true => folder,
                false => Missing {
                    key: broken.key(),
                    ..folder
                },
            };
            let in_sitemap = is_sitemap && sitemap::is_content(reference.element);
            // On a sitemap page the reference that matters is the one of its list, not the same one in the menu.
            let known = spots.iter().position(|(k, spot): &(Missing, Spot)| {
                *k == key && in_sitemap && !spot.in_sitemap
            });
            let at = left.iter().position(|k| *k == key);
            if at.is_none() && known.is_none() {
                return;
            }
            let spot = Spot {
                place: Place::of(cx, (reference.element, reference.attr).into()),
                folder: broken.folder().map(str::to_owned),
                doubt: broken.doubt,
                remark: broken.remark,
                path: broken.path,
                purpose: reference.purpose,
                tag: reference.element.name().to_owned(),
                in_sitemap,
            };
            match (at, known) {
                (Some(at), _) => {
                    left.swap_remove(at);
                    spots.push((key, spot));
                }
                (None, Some(known)) => spots[known].1 = spot,
                (None, None) => {}
            }
        });
        spots
    });
    for (group, spots) in groups.iter().zip(found) {
        tell(group, folders.get(&group.key).copied(), spots, cx);
    }
}

/// Writes one finding.
fn tell(
    group: &Group<Missing>,
    files_of_folder: Option<usize>,
    spots: Vec<(usize, Spot)>,
    cx: &mut SiteContext<'_>,
) {
    let verdict = verdict_of(group.key, cx.files);
    let Some((_, first)) = spots.first() else {
        return cx.left_out(verdict, 1);
    };
    let Spot {
        path,
        folder,
        doubt,
        remark,
        purpose,
        tag,
        in_sitemap,
        ..
    } = first.clone();
    let verdict = match remark {
        true => Verdict::Fail,
        false => verdict,
    };
    let site = group.key.site;
    let target = if path.is_empty() { "/" } else { &*path };
    let (rules, folder) = (rules_of(site, cx.files), folder.unwrap_or_default());
    let mut args: Vec<(&str, &dyn Display)> = vec![("target", &target)];
    let message = match (doubt, &files_of_folder) {
        (Some(Doubt::Form), _) => &FORM,
        (Some(Doubt::Program), _) => &PROGRAM,
        (Some(Doubt::Folder), _) => &FOLDER,
        (None, Some(files)) => {
            args.push(("folder", &folder));
            args.push(("files", files));
            &GONE
        }
        (None, None) if remark => &REMARK,
        (None, None) if rules.is_some() => &NOT_THERE,
        (None, None) if purpose == Purpose::Link => &LINK,
        (None, None) => {
            args.push(("tag", &tag));
            &PART
        }
    };
    let mut more = String::new();
    if doubt.is_none()
        && !remark
        && let Some(rules) = rules
    {
        more.push_str(&cx.say(&RULES_ANSWER, &[("rules", &rules)]));
    }
    let missing = match files_of_folder {
        Some(_) => folder.as_str(),
        None => path.trim_end_matches('/'),
    };
    if doubt.is_none()
        && let Some(other) = cx.files.other_case(site, missing)
    {
        more.push_str(&cx.say(&OTHER_CASE, &[("other", &other)]));
    }
    if group.count > 1 {
        more.push_str(&cx.say(&PAGES, &[("pages", &group.count)]));
    }
    let places = spots.into_iter().map(|(page, spot)| (page, spot.place));
    let draft = cx.found_on_pages(verdict, places.collect(), message, &args, &ALSO);
    if let Some(draft) = draft {
        draft.message.push_str(&more);
        draft.level = match (verdict, doubt, purpose) {
            (Verdict::Review, None, _) | (Verdict::Fail, _, Purpose::Extra) => Some(Level::Warning),
            _ => None,
        };
        draft.key = Some(format!("{site} {missing} {verdict:?}"));
        draft.tests = Some(match in_sitemap {
            true => vec![test(12, 3, 2), test(12, 3, 3)],
            false => Vec::new(),
        });
    }
}
