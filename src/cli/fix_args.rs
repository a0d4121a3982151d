//! What `vigie fix` accepts.

use clap::{Arg, ArgAction, Command};

use super::audit_args;
use super::command::subcommand;
use crate::text::{Lang, text};

/// Arguments that mean the same as for `vigie audit`.
const SHARED: &[&str] = &[
    "paths",
    "color",
    "quiet",
    "select",
    "ignore",
    "no-suppressions",
    "config",
    "base",
    "root",
    "cache",
    "jobs",
    "max-page-size",
];

/// The subcommand.
pub fn command(lang: Lang) -> Command {
    let t = |fr, en| text(fr, en).get(lang);
    let changes = t("Corrections ", "Changes");
    subcommand("fix", lang)
        .about(t(
            "Corrige ce qui peut l’être à coup sûr dans les pages",
            "Mends in the pages what can be mended for certain",
        ))
        .after_help(t(
            "Chaque correction est essayée en mémoire : elle n’est gardée que si le constat disparaît, et si aucun autre n’apparaît. Le reste de la page ne change pas d’un octet. Une alternative d’image, un intitulé, une structure ne se devinent pas : ils restent à une personne.\n\nDans un site construit, corriger plutôt la source : le différentiel montre quoi. vigie fix convient à ce qui sort d’un outil que l’on ne peut pas changer, après la construction.\n\nCodes de sortie :\n  0  rien à corriger ; avec --write, tout est écrit\n  1  des corrections sont proposées\n  2  erreur d’usage, de configuration, page illisible ou qui ne peut pas être réécrite sans perte\n\nExemples :\n  vigie fix _site\n  vigie fix _site --select conformance --write\n  vigie fix --set-lang fr _site | git apply --directory .\n  vigie fix --write - < page.html > corrigee.html",
            "Each change is tried in memory: it is kept only if the finding goes and no other comes. No other byte of the page changes. The alternative of an image, a label, a structure cannot be guessed: they are left to a person.\n\nIn a built site, rather mend the source: the diff shows what. vigie fix is for what comes out of a tool that cannot be changed, after the build.\n\nExit codes:\n  0  nothing to mend; with --write, all is written\n  1  changes are proposed\n  2  usage or configuration error, a page that cannot be read or written again without loss\n\nExamples:\n  vigie fix _site\n  vigie fix _site --select conformance --write\n  vigie fix --set-lang en _site | git apply\n  vigie fix --write - < page.html > mended.html",
        ))
        .args(audit_args::shared(SHARED, lang))
        .arg(
            Arg::new("diff")
                .long("diff")
                .action(ArgAction::SetTrue)
                .conflicts_with("write")
                .help_heading(changes)
                .help(t(
                    "Montre les corrections sans les faire [par défaut]",
                    "Shows the changes without making them [default]",
                )),
        )
        .arg(
            Arg::new("write")
                .long("write")
                .action(ArgAction::SetTrue)
                .help_heading(changes)
                .help(t(
                    "Fait les corrections dans les fichiers ; avec -, écrit la page sur la sortie standard",
                    "Makes the changes in the files; with -, writes the page to standard output",
                )),
        )
        .arg(
            Arg::new("set-lang")
                .long("set-lang")
                .value_name(t("CODE", "CODE"))
                .help_heading(changes)
                .help(t(
                    "Langue des pages qui n’en indiquent pas (fr, en-GB…) ; aussi dans vigie.toml : [fix] lang",
                    "Language of the pages that give none (fr, en-GB...); also in vigie.toml: [fix] lang",
                )),
        )
        .arg(
            Arg::new("list")
                .long("list")
                .action(ArgAction::SetTrue)
                .help_heading(changes)
                .help(t(
                    "Liste les règles dont vigie fix corrige des constats, et ce qu’il en fait",
                    "Lists the checks of which vigie fix mends findings, and what it does",
                )),
        )
}
