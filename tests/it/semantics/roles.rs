//! Computed roles: HTML-AAM 1.0, WAI-ARIA 1.2.

use super::table;

#[test]
fn implicit_roles() {
    table(
        &[
            ("<a data-t href=/>x</a>", Some("link")),
            ("<a data-t>x</a>", Some("generic")),
            ("<div data-t>x</div>", Some("generic")),
            ("<h3 data-t>x</h3>", Some("heading")),
            ("<article data-t></article>", Some("article")),
            ("<main data-t></main>", Some("main")),
            ("<nav data-t></nav>", Some("navigation")),
            ("<search data-t></search>", Some("search")),
            ("<iframe data-t></iframe>", None),
            ("<label data-t>x</label>", None),
            ("<details><summary data-t>x</summary></details>", None),
            ("<x-carte data-t></x-carte>", None),
            ("<math data-t></math>", Some("math")),
            ("<svg data-t></svg>", Some("graphics-document")),
            ("<svg><g data-t></g></svg>", None),
            ("<svg><a data-t xlink:href=/></a></svg>", Some("link")),
            ("<svg><a data-t></a></svg>", None),
            ("<svg><title data-t>x</title></svg>", None),
            (
                "<svg><foreignObject><p data-t>x</p></foreignObject></svg>",
                Some("paragraph"),
            ),
            ("<select data-t></select>", Some("combobox")),
            ("<select data-t multiple></select>", Some("listbox")),
            ("<input data-t list=l>", Some("combobox")),
            ("<input data-t type=password>", None),
            ("<input data-t type=checkbox>", Some("checkbox")),
        ],
        |sem, e| sem.role(e),
    );
}

#[test]
fn roles_that_depend_on_the_place() {
    table(
        &[
            ("<header data-t></header>", Some("banner")),
            ("<div><header data-t></header></div>", Some("banner")),
            ("<main><header data-t></header></main>", Some("generic")),
            (
                "<article><div><footer data-t></footer></div></article>",
                Some("generic"),
            ),
            (
                "<article></article><footer data-t></footer>",
                Some("contentinfo"),
            ),
            (
                "<div role=region aria-label=x><footer data-t></footer></div>",
                Some("generic"),
            ),
            (
                "<div role=group><footer data-t></footer></div>",
                Some("contentinfo"),
            ),
            ("<aside data-t></aside>", Some("complementary")),
            ("<main><aside data-t></aside></main>", Some("complementary")),
            ("<article><aside data-t></aside></article>", Some("generic")),
            (
                "<article><aside data-t aria-label=x></aside></article>",
                Some("complementary"),
            ),
            ("<section data-t></section>", Some("generic")),
            ("<section data-t aria-label=x></section>", Some("region")),
            ("<section data-t aria-label=' '></section>", Some("generic")),
            (
                "<section data-t aria-labelledby=h><h2 id=h>x</h2></section>",
                Some("region"),
            ),
            (
                "<section data-t aria-labelledby=absent></section>",
                Some("generic"),
            ),
            ("<section data-t title=x></section>", Some("region")),
            ("<ul><li data-t></ul>", Some("listitem")),
            ("<menu><li data-t></menu>", Some("listitem")),
            ("<li data-t>", Some("generic")),
            ("<table><tr><td data-t></table>", Some("cell")),
            ("<table role=grid><tr><td data-t></table>", Some("gridcell")),
            ("<table role=presentation><tr><td data-t></table>", None),
            ("<table role=presentation><tr data-t><td></table>", None),
            (
                "<table><tr><td><table role=none><tr><td data-t></table></table>",
                None,
            ),
            (
                "<table role=none><tr><td><table><tr><td data-t></table></table>",
                Some("cell"),
            ),
            (
                "<table role=none tabindex=0><tr><td data-t></table>",
                Some("cell"),
            ),
            ("<table><tr><th data-t><th></table>", Some("columnheader")),
            ("<table><tr><th data-t><td></table>", Some("rowheader")),
            (
                "<table><tr><th data-t scope=col><td></table>",
                Some("columnheader"),
            ),
            (
                "<table><tr><th data-t scope=row><th></table>",
                Some("rowheader"),
            ),
            (
                "<table><tr><td><tr><th data-t><th></table>",
                Some("columnheader"),
            ),
        ],
        |sem, e| sem.role(e),
    );
}

#[test]
fn explicit_roles() {
    table(
        &[
            (
                "<div data-t role=button>x</div>",
                (Some("button"), Some("button")),
            ),
            (
                "<div data-t role='  BUTTON '>x</div>",
                (Some("button"), Some("button")),
            ),
            (
                "<div data-t role='zorglub button link'>x</div>",
                (Some("button"), Some("button")),
            ),
            (
                "<div data-t role='widget button'>x</div>",
                (Some("button"), Some("button")),
            ),
            (
                "<nav data-t role=zorglub>x</nav>",
                (None, Some("navigation")),
            ),
            ("<nav data-t role=''>x</nav>", (None, Some("navigation"))),
            (
                "<div data-t role=image aria-label=x></div>",
                (Some("image"), Some("img")),
            ),
            (
                "<h1 data-t role=presentation>x</h1>",
                (Some("presentation"), Some("none")),
            ),
            ("<svg data-t role=img></svg>", (Some("img"), Some("img"))),
            (
                "<section data-t role=doc-chapter></section>",
                (Some("doc-chapter"), Some("doc-chapter")),
            ),
        ],
        |sem, e| (sem.explicit_role(e), sem.role(e)),
    );
}

#[test]
fn presentational_roles_and_what_undoes_them() {
    table(
        &[
            ("<ul data-t role=none></ul>", Some("none")),
            ("<ul data-t role='none list'></ul>", Some("none")),
            ("<button data-t role=none>x</button>", Some("button")),
            ("<button data-t role=none disabled>x</button>", Some("none")),
            ("<a data-t role=presentation href=/>x</a>", Some("link")),
            (
                "<a data-t role=presentation href=/ inert>x</a>",
                Some("none"),
            ),
            ("<h2 data-t role=none tabindex=-1>x</h2>", Some("heading")),
            ("<h2 data-t role=none tabindex=x>x</h2>", Some("none")),
            ("<h2 data-t role=none aria-label=x>x</h2>", Some("heading")),
            ("<h2 data-t role=none aria-label=''>x</h2>", Some("heading")),
            ("<h2 data-t role=none aria-hidden=true>x</h2>", Some("none")),
            (
                "<h2 id=h data-t role=none aria-describedby=h>x</h2>",
                Some("heading"),
            ),
            ("<h2 data-t role=none aria-level=2>x</h2>", Some("none")),
            ("<img data-t src=x alt=''>", Some("none")),
            ("<img data-t src=x alt>", Some("none")),
            ("<img data-t src=x alt='' title=x>", Some("none")),
            ("<img data-t src=x alt='' aria-label=x>", Some("img")),
            ("<img data-t src=x alt='' aria-label=''>", Some("none")),
            (
                "<img data-t src=x alt='' aria-labelledby=absent>",
                Some("none"),
            ),
            ("<img data-t src=x alt='' tabindex=0>", Some("img")),
            ("<img data-t src=x alt=' '>", Some("img")),
            ("<img data-t src=x>", Some("img")),
            ("<img data-t src=x alt=x role=none>", Some("none")),
        ],
        |sem, e| sem.role(e),
    );
}

#[test]
fn headings_in_order_with_levels() {
    let doc = super::page(
        "<h1>Un</h1><h3 aria-level=2>Deux <img src=x alt=image></h3><div role=heading aria-level=4>Trois</div>\
         <div role=heading>Quatre</div><h2 role=presentation>non</h2><h2 role=tab>non</h2><h2 hidden>Cinq</h2>\
         <h5 aria-level=0>Six</h5><h6 aria-hidden=true></h6><template><h2>non</h2></template><div role=heading aria-level=9>Sept</div>",
    );
    let sem = vigie::semantics::Semantics::new(&doc);
    let outline: Vec<(u32, bool, &str)> = sem
        .headings()
        .iter()
        .map(|h| (h.level, h.exposed, &*h.text))
        .collect();
    assert_eq!(
        outline,
        [
            (1, true, "Un"),
            (2, true, "Deux image"),
            (4, true, "Trois"),
            (2, true, "Quatre"),
            (2, false, "Cinq"),
            (5, true, "Six"),
            (6, false, ""),
            (9, true, "Sept"),
        ]
    );
}
