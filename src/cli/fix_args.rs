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
    "source",
    "jobs",
    "max-page-size",
];

/// The subcommand.
pub fn command(lang: Lang) -> Command {
    let t = |fr, en| text(fr, en).get(lang);
    let changes = t("Corrections ", "Changes");
    subcommand("fix", lang)
        .about(t(
            "Corrige ce qui peut l’être à coup sûr, dans les sources ou dans les pages",
            "Mends what can be mended for certain, in the sources or in the pages",
        ))
        .after_help(t(
            "Chaque correction est essayée en mémoire : elle n’est gardée que si le constat disparaît, et si aucun autre n’apparaît. Le reste de la page ne change pas d’un octet. Une alternative d’image, un intitulé, une structure ne se devinent pas : ils restent à une personne.\n\nQuand les sources du site sont connues, comme pour vigie audit (--source, [source] dans vigie.toml, ou trouvées à côté du dossier construit), c’est là que les corrections sont montrées, et faites avec --write : une par cause, si l’origine est certaine, si le texte y est à la lettre, et si la même correction vaut sur chaque page qui le porte. Les autres sont dites à faire à la main, avec le fichier et la ligne. Sans sources, ou avec --pages, ce sont les pages construites qui sont corrigées : pour ce qui sort d’un outil que l’on ne peut pas changer, après la construction.\n\nCodes de sortie :\n  0  rien à corriger ; avec --write, tout est écrit\n  1  des corrections sont proposées, ou à faire à la main\n  2  erreur d’usage, de configuration, page illisible ou qui ne peut pas être réécrite sans perte\n\nExemples :\n  vigie fix _site\n  vigie fix --source . _site --write\n  vigie fix _site --pages --select conformance --write\n  vigie fix --set-lang fr _site | git apply --directory .\n  vigie fix --write - < page.html > corrigee.html",
            "Each change is tried in memory: it is kept only if the finding goes and no other comes. No other byte of the page changes. The alternative of an image, a label, a structure cannot be guessed: they are left to a person.\n\nWhere the sources of the site are known, as for vigie audit (--source, [source] in vigie.toml, or found beside the built folder), changes are shown there, and made there with --write: one a cause, where the origin is certain, the text stands there to the letter, and the same change was good on every page that has it. The others are told as to be made by hand, with file and line. Without sources, or with --pages, the built pages are mended: for what comes out of a tool that cannot be changed, after the build.\n\nExit codes:\n  0  nothing to mend; with --write, all is written\n  1  changes are proposed, or to be made by hand\n  2  usage or configuration error, a page that cannot be read or written again without loss\n\nExamples:\n  vigie fix _site\n  vigie fix --source . _site --write\n  vigie fix _site --pages --select conformance --write\n  vigie fix --set-lang en _site | git apply\n  vigie fix --write - < page.html > mended.html",
        ))
        .args(audit_args::shared(SHARED, lang))
        .mut_arg("source", |arg| {
            arg.help(t(
                "Sources du site : les corrections y sont faites [par défaut : trouvées à côté de _site, public ou dist pour Jekyll, Hugo, Eleventy, Zola, Astro]",
                "Sources of the site: changes are made there [default: found beside _site, public or dist for Jekyll, Hugo, Eleventy, Zola, Astro]",
            ))
        })
        .arg(
            Arg::new("pages")
                .long("pages")
                .action(ArgAction::SetTrue)
                .conflicts_with("source")
                .help_heading(changes)
                .help(t(
                    "Corrige les pages construites, même quand leurs sources sont connues",
                    "Mends the built pages, even where their sources are known",
                )),
        )
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
