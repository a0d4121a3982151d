//! Accessible names and descriptions: AccName 1.2, HTML-AAM 1.0.

use vigie::semantics::NameSource;

use super::table;

#[track_caller]
fn names(rows: &[(&str, &str)]) {
    let rows: Vec<(&str, String)> = rows.iter().map(|(b, n)| (*b, n.to_string())).collect();
    table(&rows, |sem, e| sem.name(e).text.to_string());
}

#[test]
fn order_of_the_steps() {
    names(&[
        (
            "<button data-t aria-labelledby=a aria-label=B title=D>C</button><i id=a>A</i>",
            "A",
        ),
        ("<button data-t aria-label=B title=D>C</button>", "B"),
        ("<button data-t title=D>C</button>", "C"),
        ("<button data-t title=D></button>", "D"),
        ("<button data-t></button>", ""),
        ("<button data-t aria-label=''>C</button>", "C"),
        ("<button data-t aria-label=' \n\t'>C</button>", "C"),
        ("<button data-t aria-label='\u{a0}'>C</button>", "\u{a0}"),
        ("<a data-t href=/ aria-labelledby=absent>C</a>", "C"),
        (
            "<a data-t href=/ aria-labelledby=vide aria-label=B>C</a><i id=vide></i>",
            "B",
        ),
        (
            "<a data-t href=/ aria-label='  Aller \n ici '>C</a>",
            "Aller ici",
        ),
        // Names are prohibited there.
        ("<div data-t aria-label=B>C</div>", ""),
        ("<span data-t title=D>C</span>", ""),
        ("<p data-t aria-label=B>C</p>", ""),
        ("<em data-t aria-label=B>C</em>", ""),
        ("<div data-t role=none aria-label>C</div>", ""),
        // Not prohibited, but not from content either.
        ("<div data-t role=group aria-label=B>C</div>", "B"),
        ("<nav data-t>C</nav>", ""),
        ("<nav data-t title=D>C</nav>", "D"),
        ("<section data-t aria-label=B>C</section>", "B"),
        ("<dialog open data-t aria-label=B>C</dialog>", "B"),
        (
            "<abbr data-t title='Référentiel'>RGAA</abbr>",
            "Référentiel",
        ),
        ("<ul data-t><li>C</ul>", ""),
        ("<ul><li data-t>C</ul>", ""),
    ]);
}

#[test]
fn labelledby() {
    names(&[
        (
            "<button data-t aria-labelledby='a b'></button><i id=b>B</i><i id=a>A</i>",
            "A B",
        ),
        (
            "<button data-t aria-labelledby='a absent b'></button><i id=a>A</i><i id=b>B</i>",
            "A B",
        ),
        (
            "<button data-t aria-labelledby='a a'></button><i id=a>A</i>",
            "A",
        ),
        // It may name itself as one of the parts.
        (
            "<button id=s data-t aria-label=Supprimer aria-labelledby='s f'>x</button><i id=f>le fichier</i>",
            "Supprimer le fichier",
        ),
        (
            "<a id=s data-t href=/ aria-labelledby='t s'>Lire</a><i id=t>Titre</i>",
            "Titre Lire",
        ),
        // References inside what is referenced are not followed.
        (
            "<button data-t aria-labelledby=a></button><i id=a aria-labelledby=b>A</i><i id=b>B</i>",
            "A",
        ),
        (
            "<button data-t aria-labelledby=a></button><i id=a>A <i aria-labelledby=b>x</i></i><i id=b>B</i>",
            "A x",
        ),
        (
            "<button id=u data-t aria-labelledby=v>U</button><button id=v aria-labelledby=u>V</button>",
            "V",
        ),
        // What is referenced may be named any way.
        (
            "<button data-t aria-labelledby=a></button><img id=a alt=A>",
            "A",
        ),
        (
            "<button data-t aria-labelledby=a></button><i id=a aria-label=A>x</i>",
            "A",
        ),
        (
            "<button data-t aria-labelledby=a></button><i id=a title=A></i>",
            "A",
        ),
        (
            "<button data-t aria-labelledby=a></button><div id=a><p>A</p><p>B</p></div>",
            "A B",
        ),
        // Its own heading.
        (
            "<section data-t aria-labelledby=h><h2 id=h>Titre</h2><p>texte</section>",
            "Titre",
        ),
        (
            "<h2 id=h>Titre <a data-t href=/ aria-labelledby=h>lien</a></h2>",
            "Titre lien",
        ),
        (
            "<h2 data-t id=h>Titre <a href=/ aria-labelledby=h>lien</a></h2>",
            "Titre lien",
        ),
        // It may be part of what names it.
        (
            "<p id=p><i data-t role=checkbox aria-labelledby=p>J’accepte</i> les <b>conditions</b></p>",
            "J’accepte les conditions",
        ),
        (
            "<label id=l>Nom <input data-t aria-labelledby=l title=x value=y></label>",
            "Nom",
        ),
        (
            "<p id=p>un <a id=s data-t href=/ aria-labelledby='p s'>deux</a></p>",
            "un deux",
        ),
        // The first of two elements with one id.
        (
            "<button data-t aria-labelledby=a></button><i id=a>A</i><i id=a>B</i>",
            "A",
        ),
        // Nothing in a template has an id.
        (
            "<button data-t aria-labelledby=a>C</button><template><i id=a>A</i></template>",
            "C",
        ),
        // Each part once: the image was read through the first link.
        (
            "<h3 data-t><a href=/ aria-labelledby=i>un</a> <a href=/>deux <img id=i alt=image> trois</a></h3>",
            "image deux trois",
        ),
    ]);
}

#[test]
fn hidden_parts() {
    names(&[
        (
            "<button data-t><i hidden>non</i> <i aria-hidden=true>non</i> oui</button>",
            "oui",
        ),
        (
            "<button data-t><i style='display:none'>non</i>oui</button>",
            "oui",
        ),
        (
            "<button data-t><i aria-hidden=false>oui</i></button>",
            "oui",
        ),
        (
            "<h2 data-t>a <i style='visibility:hidden'>b <i style='visibility:visible'>c</i></i></h2>",
            "a c",
        ),
        (
            "<h2 data-t>a <i style='visibility:hidden'><img alt=b></i></h2>",
            "a",
        ),
        (
            "<h2 data-t>a<script>b</script><style>c</style><template>d</template></h2>",
            "a",
        ),
        ("<h2 data-t>a<noscript>b</noscript></h2>", "a"),
        // Referenced, hidden: read, with all it holds.
        (
            "<button data-t aria-labelledby=a></button><i id=a hidden>A <b hidden>B</b></i>",
            "A B",
        ),
        (
            "<button data-t aria-labelledby=a></button><i id=a aria-hidden=true>A <b style='display:none'>B</b></i>",
            "A B",
        ),
        (
            "<button data-t aria-labelledby=a></button><i id=a style='visibility:hidden'>A</i>",
            "A",
        ),
        (
            "<button data-t aria-labelledby=a></button><div hidden><i id=a>A <b hidden>B</b></i></div>",
            "A B",
        ),
        // Referenced, shown: its hidden parts are not read.
        (
            "<button data-t aria-labelledby=a></button><i id=a>A <b hidden>B</b></i>",
            "A",
        ),
        (
            "<button data-t aria-labelledby=a aria-label=C></button><i id=a><b hidden>B</b></i>",
            "C",
        ),
        // Scripts are never words.
        (
            "<button data-t aria-labelledby=a></button><i id=a hidden>A<script>b</script></i>",
            "A",
        ),
        // The element itself is hidden: the name it has once shown.
        (
            "<div hidden><button data-t>A <i hidden>B</i></button></div>",
            "A",
        ),
        (
            "<div style='visibility:hidden'><a data-t href=/>A</a></div>",
            "A",
        ),
        (
            "<dialog><label for=c>A <i hidden>B</i></label><input data-t id=c></dialog>",
            "A",
        ),
        // A hidden label still names.
        (
            "<label for=c hidden>A <i hidden>B</i></label><input data-t id=c>",
            "A B",
        ),
        (
            "<label for=c style='display:none'>A</label><input data-t id=c>",
            "A",
        ),
    ]);
}

#[test]
fn content_of_links_buttons_and_headings() {
    names(&[
        ("<h1 data-t>Bon<b>jour</b></h1>", "Bonjour"),
        ("<h1 data-t>un<br>deux</h1>", "un deux"),
        ("<h1 data-t>  un \n deux  </h1>", "un deux"),
        (
            "<a data-t href=/><div>un</div><div>deux</div></a>",
            "un deux",
        ),
        (
            "<a data-t href=/>un<div>deux</div>trois</a>",
            "un deux trois",
        ),
        (
            "<a data-t href=/><span>un</span><span>deux</span></a>",
            "undeux",
        ),
        (
            "<a data-t href=/><span>un</span> <span>deux</span></a>",
            "un deux",
        ),
        ("<a data-t href=/><img src=x alt=un>deux</a>", "un deux"),
        ("<a data-t href=/>a<img src=x alt=''>b</a>", "ab"),
        ("<a data-t href=/><img src=x alt='' title=x></a>", ""),
        ("<a data-t href=/><img src=x title=x></a>", "x"),
        ("<a data-t href=/><img src=x></a>", ""),
        (
            "<a data-t href=/><img role=presentation src=x alt=x></a>",
            "",
        ),
        (
            "<a data-t href=/><svg><title>Plan</title><path/></svg></a>",
            "Plan",
        ),
        (
            "<a data-t href=/>Voir<svg aria-hidden=true><title>x</title></svg></a>",
            "Voir",
        ),
        (
            "<a data-t href=/><svg role=img aria-label=Plan></svg></a>",
            "Plan",
        ),
        ("<a data-t href=/><svg><text>Plan</text></svg></a>", "Plan"),
        (
            "<a data-t href=/><i class=icone title=Plan></i></a>",
            "Plan",
        ),
        (
            "<a data-t href=/><i class=icone title=x>Plan</i></a>",
            "Plan",
        ),
        (
            "<a data-t href=/><i class=icone aria-label=Plan></i></a>",
            "Plan",
        ),
        (
            "<a data-t href=/><iframe title=Carte></iframe></a>",
            "Carte",
        ),
        ("<a data-t href=/><!-- commentaire -->un</a>", "un"),
        ("<div data-t role=link tabindex=0>un</div>", "un"),
        ("<div data-t role=tab>un <b>deux</b></div>", "un deux"),
        ("<div data-t role=checkbox>un</div>", "un"),
        (
            "<div data-t role=treeitem>un<div role=group><div role=treeitem>deux</div></div></div>",
            "un deux",
        ),
        ("<div data-t role=textbox>un</div>", ""),
        ("<div data-t role=dialog>un</div>", ""),
        (
            "<table><tr><td data-t>un <a href=/>deux</a></table>",
            "un deux",
        ),
        ("<table><tr data-t><th>un<td>deux</table>", "un deux"),
        ("<a data-t href=/><object>un</object></a>", "un"),
        ("<a data-t href=/><canvas>un</canvas></a>", "un"),
        ("<a data-t href=/><video>un</video>deux</a>", "deux"),
        (
            "<h2 data-t>un<details><summary>deux</summary>trois</details></h2>",
            "un deux",
        ),
        (
            "<h2 data-t>un<details open><summary>deux</summary>trois</details></h2>",
            "un deux trois",
        ),
        // What it owns comes after what it holds.
        (
            "<div data-t role=button aria-owns=b>A</div><i id=b>B</i>",
            "A B",
        ),
        (
            "<div data-t id=a role=button aria-owns='a b'>A</div><i id=b hidden>B</i>",
            "A",
        ),
    ]);
}

#[test]
fn form_controls() {
    names(&[
        (
            "<label for=c>Nom</label><input data-t id=c title=x placeholder=y>",
            "Nom",
        ),
        ("<label>Nom <input data-t></label>", "Nom"),
        (
            "<label>Nom <input data-t value=x> complet</label>",
            "Nom complet",
        ),
        (
            "<label for=c>Nom</label> <label for=c>de famille</label><input data-t id=c>",
            "Nom de famille",
        ),
        ("<label for=autre>x<input data-t></label>", ""),
        ("<label for=c></label><input data-t id=c title=Nom>", "Nom"),
        ("<input data-t title=Nom placeholder=x>", "Nom"),
        ("<input data-t placeholder=Nom>", "Nom"),
        ("<input data-t type=checkbox placeholder=Nom>", ""),
        ("<textarea data-t placeholder=Nom>x</textarea>", "Nom"),
        ("<input data-t value=x>", ""),
        (
            "<label for=c>x</label><input data-t id=c aria-label=Nom>",
            "Nom",
        ),
        ("<input data-t type=submit value=Envoyer>", "Envoyer"),
        (
            "<label for=c>Valider</label><input data-t id=c type=submit value=Envoyer>",
            "Valider",
        ),
        ("<input data-t type=submit>", "Submit"),
        ("<input data-t type=reset title=x>", "Reset"),
        (
            "<input data-t type=submit value='' title=Envoyer>",
            "Envoyer",
        ),
        ("<input data-t type=button>", ""),
        (
            "<input data-t type=image src=x alt=Envoyer title=x>",
            "Envoyer",
        ),
        ("<input data-t type=image src=x title=Envoyer>", "Envoyer"),
        ("<input data-t type=IMAGE src=x>", "Submit Query"),
        (
            "<label for=b>x</label><button data-t id=b>Envoyer</button>",
            "x",
        ),
        ("<select data-t title=Pays><option>x</select>", "Pays"),
        (
            "<label for=s>Pays</label><select data-t id=s><option>x</select>",
            "Pays",
        ),
        ("<select><option data-t>France</select>", "France"),
        ("<select><option data-t label=France>x</select>", "France"),
        (
            "<select><optgroup data-t label=Europe><option>x</select>",
            "Europe",
        ),
        (
            "<fieldset data-t><legend>Civilité</legend><input></fieldset>",
            "Civilité",
        ),
        ("<fieldset data-t title=x><input></fieldset>", "x"),
        (
            "<fieldset data-t><div><legend>x</legend></div></fieldset>",
            "",
        ),
        (
            "<label for=m>Charge</label><meter data-t id=m value=1>x</meter>",
            "Charge",
        ),
        (
            "<label for=o>Total</label><output data-t id=o>12</output>",
            "Total",
        ),
        (
            "<details><summary data-t title=x>Plus</summary></details>",
            "Plus",
        ),
        (
            "<details><summary data-t aria-label=Plus>x</summary></details>",
            "Plus",
        ),
        // The value of a control inside a label is read, not its own name.
        (
            "<label><input data-t type=checkbox> Clignoter <input aria-label=x value=3> fois</label>",
            "Clignoter 3 fois",
        ),
        (
            "<label><input data-t type=checkbox> Clignoter <input type=number aria-label=x value=3> fois</label>",
            "Clignoter 3 fois",
        ),
        (
            "<label><input data-t type=checkbox> Clignoter <select aria-label=x><option>1<option selected>2</select> fois</label>",
            "Clignoter 2 fois",
        ),
        (
            "<label><input data-t type=checkbox> Clignoter <select aria-label=x><option>1<option>2</select> fois</label>",
            "Clignoter 1 fois",
        ),
        (
            "<label><input data-t type=checkbox> Clignoter <span role=slider aria-valuenow=3 aria-valuetext=trois>x</span> fois</label>",
            "Clignoter trois fois",
        ),
        (
            "<label><input data-t type=checkbox> Clignoter <span role=textbox contenteditable aria-label=x>3</span> fois</label>",
            "Clignoter 3 fois",
        ),
        (
            "<label><input data-t type=checkbox> Clignoter <span role=listbox aria-label=x><i role=option>1</i><i role=option aria-selected=true>2</i></span> fois</label>",
            "Clignoter 2 fois",
        ),
        (
            "<label><input data-t type=checkbox> Mémo <textarea aria-label=x>lait</textarea></label>",
            "Mémo lait",
        ),
    ]);
}

#[test]
fn images_figures_and_tables() {
    names(&[
        ("<img data-t src=x alt=Plan title=x>", "Plan"),
        ("<img data-t src=x title=Plan>", "Plan"),
        ("<img data-t src=x alt='' title=x>", ""),
        ("<img data-t src=x alt='' aria-label=Plan>", "Plan"),
        ("<img data-t src=x alt=' '>", ""),
        ("<img data-t src=x>", ""),
        ("<map name=m><area data-t href=/ alt=Plan></map>", "Plan"),
        ("<map name=m><area data-t href=/ title=Plan></map>", "Plan"),
        ("<svg data-t><title>Plan</title></svg>", "Plan"),
        ("<svg data-t role=img><g><title>x</title></g></svg>", ""),
        (
            "<svg data-t role=img aria-labelledby=p><title id=p>Plan</title></svg>",
            "Plan",
        ),
        ("<svg data-t role=img title=x></svg>", ""),
        (
            "<svg><a data-t href=/><title>Plan</title><text>x</text></a></svg>",
            "Plan",
        ),
        (
            "<svg><a data-t xlink:href=/ xlink:title=Plan><text>x</text></a></svg>",
            "Plan",
        ),
        ("<svg><a data-t href=/><text>Plan</text></a></svg>", "Plan"),
        ("<div data-t role=img>x</div>", ""),
        ("<canvas data-t role=img title=Plan>x</canvas>", "Plan"),
        (
            "<object data-t type=image/png title=Plan>x</object>",
            "Plan",
        ),
        ("<iframe data-t title=Carte></iframe>", "Carte"),
        ("<video data-t title=Film controls></video>", "Film"),
        ("<math data-t alttext='x au carré'></math>", "x au carré"),
        (
            "<figure data-t><img src=x><figcaption>Plan <b>2</b></figcaption></figure>",
            "Plan 2",
        ),
        (
            "<figure data-t aria-label=x><figcaption>Plan</figcaption></figure>",
            "x",
        ),
        (
            "<table data-t><caption>Recettes</caption><tr><td>1</table>",
            "Recettes",
        ),
        ("<table data-t title=Recettes><tr><td>1</table>", "Recettes"),
        ("<table data-t summary=x><tr><td>1</table>", ""),
        (
            "<table data-t role=presentation><caption>x</caption><tr><td>1</table>",
            "",
        ),
        ("<div data-t role=separator aria-label=Fin></div>", "Fin"),
    ]);
}

#[test]
fn sources() {
    use NameSource::*;
    table(
        &[
            ("<button data-t>x</button>", Content),
            (
                "<button data-t aria-labelledby=a>x</button><i id=a>A</i>",
                AriaLabelledby,
            ),
            (
                "<button data-t aria-labelledby=a>x</button><i id=a></i>",
                Content,
            ),
            ("<button data-t aria-label=x></button>", AriaLabel),
            ("<button data-t title=x></button>", Title),
            ("<button data-t></button>", None),
            ("<input data-t placeholder=x>", Placeholder),
            ("<label for=c>x</label><input data-t id=c>", Label),
            ("<label for=c> </label><input data-t id=c title=x>", Title),
            ("<input data-t type=submit>", Default),
            ("<input data-t type=submit value=x>", Value),
            ("<img data-t alt=x>", Alt),
            ("<svg data-t><title>x</title></svg>", SvgTitle),
            ("<fieldset data-t><legend>x</legend></fieldset>", Legend),
            ("<table data-t><caption>x</caption></table>", Caption),
            (
                "<figure data-t><figcaption>x</figcaption></figure>",
                Figcaption,
            ),
            ("<select><optgroup data-t label=x></select>", LabelAttribute),
        ],
        |sem, e| sem.name(e).source,
    );
}

#[test]
fn descriptions() {
    let rows: &[(&str, &str)] = &[
        (
            "<input data-t aria-describedby='a b'><i id=a>A</i><i id=b hidden>B</i>",
            "A B",
        ),
        (
            "<input data-t aria-describedby=a title=x aria-description=y><i id=a>A</i>",
            "A",
        ),
        (
            "<input data-t aria-describedby=absent aria-description=A>",
            "A",
        ),
        ("<button data-t title=A>x</button>", "A"),
        ("<button data-t title=x></button>", ""),
        ("<a data-t href=/ title=x>x</a>", "x"),
        (
            "<table data-t aria-label=x><caption>A</caption></table>",
            "A",
        ),
        ("<table data-t><caption>x</caption></table>", ""),
        ("<svg data-t><title>x</title><desc>A</desc></svg>", "A"),
        ("<input data-t type=submit value=A aria-label=x>", "A"),
        ("<p data-t>x</p>", ""),
    ];
    let rows: Vec<(&str, String)> = rows.iter().map(|(b, n)| (*b, n.to_string())).collect();
    table(&rows, |sem, e| sem.description(e).text.to_string());
}

#[test]
fn blank_is_more_than_empty() {
    table(
        &[
            ("<a data-t href=/>\u{a0}\u{200b}</a>", (false, true)),
            ("<a data-t href=/></a>", (true, true)),
            ("<a data-t href=/>.</a>", (false, false)),
        ],
        |sem, e| (sem.name(e).is_empty(), sem.name(e).is_blank()),
    );
}
