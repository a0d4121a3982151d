//! Names in the order of the RGAA glossary.

use super::table;

#[test]
fn order_per_kind_of_object() {
    let rows: &[(&str, &str)] = &[
        // Images: aria-labelledby, aria-label, alt, title; a blank alt gives way.
        (
            "<i id=a>A</i><img data-t src=x aria-labelledby=a aria-label=B alt=C title=D>",
            "A",
        ),
        ("<img data-t src=x aria-label=B alt=C title=D>", "B"),
        ("<img data-t src=x alt=C title=D>", "C"),
        ("<img data-t src=x alt='' title=D>", "D"),
        ("<input data-t type=image src=x alt=C title=D>", "C"),
        ("<input data-t type=image src=x>", ""),
        // Areas: aria-label, alt.
        (
            "<i id=a>A</i><map name=m><area data-t href=/ aria-labelledby=a title=D></map>",
            "",
        ),
        (
            "<map name=m><area data-t href=/ aria-label=B alt=C></map>",
            "B",
        ),
        // Others have no alt; an svg has a title child.
        ("<svg data-t role=img><title>E</title></svg>", "E"),
        ("<object data-t type=image/png alt=C title=D></object>", "D"),
        ("<embed data-t type=image/png title=D>", "D"),
        ("<div data-t role=img alt=C title=D>x</div>", ""),
        ("<div data-t role=img aria-label=B>x</div>", "B"),
        ("<canvas data-t title=D>x</canvas>", ""),
        // Links: the content before the title; images inside by their own order.
        ("<a data-t href=/ title=D>C</a>", "C"),
        ("<a data-t href=/ title=D></a>", "D"),
        ("<a data-t href=/><img src=x alt='' title=D></a>", "D"),
        ("<a data-t href=/>C <img src=x alt=E></a>", "C E"),
        (
            "<svg><a data-t xlink:href=/ xlink:title=D><text>C</text></a></svg>",
            "D",
        ),
        // Buttons.
        ("<input data-t type=submit value=C title=D>", "C"),
        ("<input data-t type=submit title=D>", "D"),
        ("<input data-t type=submit>", ""),
        (
            "<label for=b>x</label><button data-t id=b value=y title=D>C</button>",
            "C",
        ),
        ("<span data-t role=button aria-label=B>C</span>", "B"),
        // Fields: never the placeholder.
        (
            "<label for=c>C</label><input data-t id=c aria-label=B title=D>",
            "B",
        ),
        ("<label for=c>C</label><input data-t id=c title=D>", "C"),
        ("<input data-t title=D placeholder=x>", "D"),
        ("<input data-t placeholder=x>", ""),
        ("<label>C<select data-t><option>x</select></label>", "C"),
        // Frames: the title, nothing else.
        ("<iframe data-t aria-label=B></iframe>", ""),
        ("<iframe data-t aria-label=B title=D></iframe>", "D"),
        // The rest as AccName has it.
        ("<h2 data-t>C</h2>", "C"),
    ];
    let rows: Vec<(&str, String)> = rows.iter().map(|(b, n)| (*b, n.to_string())).collect();
    table(&rows, |sem, e| sem.rgaa_name(e).text.to_string());
}

#[test]
fn content_alone() {
    let rows: &[(&str, &str)] = &[
        (
            "<a data-t href=/ aria-label=x title=y>un <b>deux</b></a>",
            "un deux",
        ),
        ("<a data-t href=/ aria-label=x></a>", ""),
        ("<a data-t href=/><img src=x alt='' title=D></a>", ""),
        ("<div data-t>un<p>deux</div>", "un deux"),
    ];
    let rows: Vec<(&str, String)> = rows.iter().map(|(b, n)| (*b, n.to_string())).collect();
    table(&rows, |sem, e| sem.content(e).to_string());
    let rows: &[(&str, &str)] = &[
        ("<a data-t href=/><img src=x alt='' title=D></a>", "D"),
        ("<a data-t href=/><img src=x alt=C title=D></a>", "C"),
        (
            "<a data-t href=/><img src=x alt='' role=none title=D></a>",
            "",
        ),
    ];
    let rows: Vec<(&str, String)> = rows.iter().map(|(b, n)| (*b, n.to_string())).collect();
    table(&rows, |sem, e| sem.rgaa_content(e).to_string());
}
