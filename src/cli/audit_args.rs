//! What `vigie audit` accepts.

use std::path::PathBuf;

use clap::{Arg, ArgAction, Command, ValueHint, value_parser};

use super::command::subcommand;
use crate::report::Format;
use crate::text::{Lang, text};

/// The subcommand.
pub fn command(lang: Lang) -> Command {
    let t = |fr, en| text(fr, en).get(lang);
    let reporting = t("Rapports ", "Reports");
    subcommand("audit", lang)
        .about(t("Contrôle des pages", "Audits pages"))
        .after_help(t(
            "Codes de sortie :\n  0  aucun constat au niveau demandé par --fail-on\n  1  des constats à ce niveau ou au-dessus\n  2  erreur d’usage, de configuration, ou chemin illisible (le reste est contrôlé)\n\nExemples :\n  vigie audit _site\n  vigie audit _site --select 9,11 --report json=rapport.json\n  curl -s https://example.org/ | vigie audit -",
            "Exit codes:\n  0  no finding at the level of --fail-on\n  1  findings at this level or above\n  2  usage or configuration error, or a path that cannot be read (the rest is audited)\n\nExamples:\n  vigie audit _site\n  vigie audit _site --select 9,11 --report json=report.json\n  curl -s https://example.org/ | vigie audit -",
        ))
        .arg(
            Arg::new("paths")
                .value_name(t("CHEMIN", "PATH"))
                .num_args(0..)
                .value_parser(value_parser!(PathBuf))
                .value_hint(ValueHint::AnyPath)
                .help(t(
                    "Fichiers, dossiers (*.html, *.htm, *.xhtml, .gitignore n’est pas suivi), ou - pour l’entrée standard",
                    "Files, folders (*.html, *.htm, *.xhtml, .gitignore is not obeyed), or - for standard input",
                )),
        )
        .arg(
            Arg::new("format")
                .long("format")
                .value_name("FORMAT")
                .value_parser(Format::ALL.map(|f| f.0))
                .hide_possible_values(true)
                .help_heading(reporting)
                .help(formats(lang)),
        )
        .arg(
            Arg::new("report")
                .long("report")
                .value_name(t("FORMAT=FICHIER", "FORMAT=FILE"))
                .action(ArgAction::Append)
                .help_heading(reporting)
                .help(t(
                    "Écrit aussi un rapport dans un fichier ; répétable",
                    "Also writes a report into a file; repeatable",
                )),
        )
        .arg(
            Arg::new("fail-on")
                .long("fail-on")
                .value_name(t("NIVEAU", "LEVEL"))
                .value_parser(["error", "warning", "note", "never"])
                .hide_possible_values(true)
                .help_heading(reporting)
                .help(t(
                    "Niveau à partir duquel la sortie vaut 1 : error, warning, note ou never [par défaut : error]",
                    "Level from which the exit code is 1: error, warning, note or never [default: error]",
                )),
        )
        .arg(
            Arg::new("max-per-check")
                .long("max-per-check")
                .value_name("N")
                .value_parser(value_parser!(usize))
                .help_heading(reporting)
                .help(t(
                    "text : constats ou causes montrés par règle sur toute l’exécution, les autres sont comptés ; 0 montre tout [par défaut : 20]",
                    "text: findings or causes shown per check over the whole run, the others are counted; 0 shows all [default: 20]",
                )),
        )
        .arg(
            Arg::new("by")
                .long("by")
                .value_name(t("VUE", "VIEW"))
                .value_parser(["cause", "page"])
                .hide_possible_values(true)
                .help_heading(reporting)
                .help(t(
                    "text : cause, chaque défaut une fois, avec les pages qui l’ont ; page, tous les constats, page par page [par défaut : cause, dès qu’il y a plusieurs pages]",
                    "text: cause, each defect once, with the pages that have it; page, all findings, page by page [default: cause, as soon as there are several pages]",
                )),
        )
        .arg(
            Arg::new("ledger")
                .long("ledger")
                .action(ArgAction::SetTrue)
                .help_heading(reporting)
                .help(t(
                    "text : la grille des 106 critères (statuts, constats, ce qui reste à une personne) au lieu des extraits de code",
                    "text: the ledger of the 106 criteria (statuses, findings, what is left to a person) instead of source excerpts",
                )),
        )
        .arg(
            Arg::new("quiet")
                .long("quiet")
                .short('q')
                .action(ArgAction::SetTrue)
                .help_heading(reporting)
                .help(t(
                    "Les constats seulement : ni titres, ni conseils, ni bilan, ni progression",
                    "Findings only: no headings, no advice, no summary, no progress",
                )),
        )
        .arg(
            Arg::new("color")
                .long("color")
                .value_name(t("QUAND", "WHEN"))
                .default_value("auto")
                .value_parser(["auto", "always", "never"])
                .hide_possible_values(true)
                .hide_default_value(true)
                .help_heading(reporting)
                .help(t(
                    "Couleurs : always, never, ou auto, qui suit le terminal, NO_COLOR et CLICOLOR_FORCE [par défaut : auto]",
                    "Colours: always, never, or auto, which follows the terminal, NO_COLOR and CLICOLOR_FORCE [default: auto]",
                )),
        )
        .arg(
            Arg::new("no-progress")
                .long("no-progress")
                .action(ArgAction::SetTrue)
                .help_heading(reporting)
                .help(t("Sans barre de progression", "Without a progress bar")),
        )
        .arg(
            Arg::new("baseline")
                .long("baseline")
                .value_name(t("FICHIER", "FILE"))
                .value_parser(value_parser!(PathBuf))
                .value_hint(ValueHint::FilePath)
                .help_heading(reporting)
                .help(t(
                    "État de référence : les défauts qu’il accepte ne font pas échouer, seuls les nouveaux comptent ; vigie baseline create l’écrit",
                    "Baseline: the defects that it accepts fail nothing, only new ones count; vigie baseline create writes it",
                )),
        )
        .args(choosing(lang))
        .arg(
            Arg::new("source")
                .long("source")
                .value_name(t("DOSSIER", "FOLDER"))
                .value_parser(value_parser!(PathBuf))
                .value_hint(ValueHint::DirPath)
                .help_heading(t("Site ", "Site"))
                .help(t(
                    "Sources du site : dit quel fichier et quelle ligne corriger [par défaut : trouvées à côté de _site, public ou dist pour Jekyll, Hugo, Eleventy, Zola, Astro]",
                    "Sources of the site: says which file and line to mend [default: found beside _site, public or dist for Jekyll, Hugo, Eleventy, Zola, Astro]",
                )),
        )
        .args(of_site(lang))
}

/// Which checks run: for every subcommand that audits.
pub fn choosing(lang: Lang) -> Vec<Arg> {
    let t = |fr, en| text(fr, en).get(lang);
    let choosing = t("Choix des règles ", "Choice of checks");
    vec![
            Arg::new("select")
                .long("select")
                .value_name(t("RÈGLES", "CHECKS"))
                .action(ArgAction::Append)
                .value_delimiter(',')
                .help_heading(choosing)
                .help(t(
                    "Ces règles seulement : identifiants, numéros du RGAA (9, 9.1, 9.1.1), accessibility, conformance, authoring ; répétable",
                    "Only these checks: ids, RGAA numbers (9, 9.1, 9.1.1), accessibility, conformance, authoring; repeatable",
                )),
            Arg::new("ignore")
                .long("ignore")
                .value_name(t("RÈGLES", "CHECKS"))
                .action(ArgAction::Append)
                .value_delimiter(',')
                .help_heading(choosing)
                .help(t(
                    "Sans ces règles, quoi que dise --select ; répétable",
                    "Without these checks, whatever --select says; repeatable",
                )),
            Arg::new("no-suppressions")
            .long("no-suppressions")
            .action(ArgAction::SetTrue)
            .help_heading(choosing)
            .help(t(
                "Montre aussi ce que des commentaires des pages et de leurs sources font taire (<!-- vigie-disable-next-line règle: raison -->)",
                "Also shows what comments in pages and in their sources silence (<!-- vigie-disable-next-line check: reason -->)",
            )),
        Arg::new("config")
                .long("config")
                .value_name(t("FICHIER", "FILE"))
                .value_parser(value_parser!(PathBuf))
                .value_hint(ValueHint::FilePath)
                .help_heading(choosing)
                .help(t(
                    "Configuration [par défaut : vigie.toml dans le dossier courant ou un de ses parents]",
                    "Configuration [default: vigie.toml in the current folder or one of its parents]",
                )),
    ]
}

/// What the site is: for every subcommand that audits.
pub fn of_site(lang: Lang) -> Vec<Arg> {
    let t = |fr, en| text(fr, en).get(lang);
    let site = t("Site ", "Site");
    vec![
            Arg::new("base")
                .long("base")
                .value_name("URL")
                .value_hint(ValueHint::Url)
                .help_heading(site)
                .help(t(
                    "Adresse ou chemin où le site est servi (https://example.org/blog/ ou /blog/)",
                    "Address or path where the site is served (https://example.org/blog/ or /blog/)",
                )),
            Arg::new("root")
                .long("root")
                .value_name(t("DOSSIER", "FOLDER"))
                .value_parser(value_parser!(PathBuf))
                .value_hint(ValueHint::DirPath)
                .help_heading(site)
                .help(t(
                    "Dossier que désigne la racine du site, « / » [par défaut : le dossier contrôlé]",
                    "Folder that the root of the site, \"/\", stands for [default: the audited folder]",
                )),
            Arg::new("cache")
                .long("cache")
                .value_name(t("DOSSIER", "FOLDER"))
                .value_parser(value_parser!(PathBuf))
                .value_hint(ValueHint::DirPath)
                .help_heading(site)
                .help(t(
                    "Garde dans ce dossier ce qui est dit de chaque page : une page inchangée n’est pas contrôlée de nouveau ; le résultat n’en dépend pas",
                    "Keeps in this folder what is said of each page: an unchanged page is not audited again; the result does not depend on it",
                )),
            Arg::new("jobs")
                .long("jobs")
                .short('j')
                .value_name("N")
                .value_parser(jobs)
                .help_heading(site)
                .help(t(
                    "Pages contrôlées en même temps [par défaut : une par cœur] ; le résultat n’en dépend pas",
                    "Pages audited at the same time [default: one per core]; the result does not depend on it",
                )),
            Arg::new("max-page-size")
                .long("max-page-size")
                .value_name(t("TAILLE", "SIZE"))
                .value_parser(size)
                .help_heading(site)
                .help(t(
                    "Les pages plus grandes ne sont pas lues ; en octets ou avec K, M, G [par défaut : 256M]",
                    "Larger pages are not read; in bytes or with K, M, G [default: 256M]",
                )),
    ]
}

/// Those of its arguments that another subcommand takes too.
pub fn shared(names: &[&str], lang: Lang) -> Vec<Arg> {
    let all = command(lang);
    let named = all
        .get_arguments()
        .filter(|arg| names.contains(&arg.get_id().as_str()));
    named.cloned().collect()
}

fn formats(lang: Lang) -> String {
    let mut help = match lang {
        Lang::Fr => "Format de la sortie standard [par défaut : text ; sur GitHub Actions : github, et le bilan markdown dans $GITHUB_STEP_SUMMARY]",
        Lang::En => "Format of standard output [default: text; on GitHub Actions: github, and the markdown summary in $GITHUB_STEP_SUMMARY]",
    }
    .to_owned();
    for (name, _, what) in Format::ALL {
        help.push_str(&format!("\n- {name}: {}", what.get(lang)));
    }
    help
}

/// A number of threads.
fn jobs(text: &str) -> Result<usize, String> {
    match text.parse() {
        Ok(n @ 1..=512) => Ok(n),
        _ => Err("1…512".to_owned()),
    }
}

/// A size in bytes, or in binary units: `64K`, `256M`, `1G`.
fn size(text: &str) -> Result<u64, String> {
    let (digits, unit) = match text.strip_suffix(['K', 'k']) {
        Some(digits) => (digits, 10),
        None => match text.strip_suffix(['M', 'm']) {
            Some(digits) => (digits, 20),
            None => match text.strip_suffix(['G', 'g']) {
                Some(digits) => (digits, 30),
                None => (text, 0),
            },
        },
    };
    digits
        .parse::<u64>()
        .ok()
        .and_then(|n| n.checked_mul(1 << unit))
        .ok_or_else(|| "64K, 256M, 1G".to_owned())
}
