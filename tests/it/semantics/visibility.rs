//! What is shown, what the keyboard reaches.

use vigie::semantics::NotRendered::{self, *};
use vigie::semantics::Visibility::{self, AriaHidden, NotRendered as Gone, Shown, Unknown};

use super::table;

#[test]
fn reasons_not_to_be_rendered() {
    let rows: &[(&str, Visibility)] = &[
        ("<p data-t>x", Shown),
        ("<p data-t hidden>x", Gone(Hidden)),
        ("<p data-t hidden=false>x", Gone(Hidden)),
        ("<p data-t hidden=until-found>x", Gone(UntilFound)),
        ("<div hidden><p data-t>x</div>", Gone(Hidden)),
        (
            "<div hidden><p data-t style='display:none'>x</div>",
            Gone(Hidden),
        ),
        ("<p data-t style='display:none'>x", Gone(DisplayNone)),
        (
            "<p data-t style='DISPLAY : None !important'>x",
            Gone(DisplayNone),
        ),
        ("<p data-t style='display:none;display:block'>x", Shown),
        (
            "<p data-t style='display:none!important;display:block'>x",
            Gone(DisplayNone),
        ),
        (
            "<p data-t style='display:none;display:zorglub'>x",
            Gone(DisplayNone),
        ),
        ("<p data-t style='content:\"display:none\"'>x", Shown),
        ("<p data-t style='/*display:none*/color:red'>x", Shown),
        ("<p data-t style='display:none ;'>x", Gone(DisplayNone)),
        ("<p data-t style='--display:none'>x", Shown),
        ("<p data-t style='display:var(--d)'>x", Unknown),
        ("<div style='display:var(--d)'><p data-t>x</div>", Unknown),
        (
            "<p data-t style='visibility:hidden'>x",
            Gone(VisibilityHidden),
        ),
        (
            "<p data-t style='visibility:collapse'>x",
            Gone(VisibilityHidden),
        ),
        (
            "<div style='visibility:hidden'><p data-t>x</div>",
            Gone(VisibilityHidden),
        ),
        (
            "<div style='visibility:hidden'><p data-t style='visibility:visible'>x</div>",
            Shown,
        ),
        (
            "<div style='display:none'><p data-t style='display:block'>x</div>",
            Gone(DisplayNone),
        ),
        // The author's inline style wins over the browser's sheet.
        ("<p data-t hidden style='display:flex'>x", Shown),
        (
            "<p data-t hidden=until-found style='display:flex'>x",
            Gone(UntilFound),
        ),
        ("<dialog data-t style='display:block'>x</dialog>", Shown),
        ("<p data-t style='opacity:0;font-size:0'>x", Shown),
        ("<template><p data-t>x</template>", Gone(Template)),
        ("<noscript data-t>x</noscript>", Gone(Noscript)),
        ("<details><p data-t>x</details>", Gone(ClosedDetails)),
        ("<details open><p data-t>x</details>", Shown),
        ("<details><summary data-t>x</summary></details>", Shown),
        (
            "<details><p>x</p><summary data-t>x</summary></details>",
            Shown,
        ),
        (
            "<details><summary>x</summary><summary data-t>x</summary></details>",
            Gone(ClosedDetails),
        ),
        (
            "<details><div><summary data-t>x</summary></div></details>",
            Gone(ClosedDetails),
        ),
        ("<dialog><p data-t>x</dialog>", Gone(ClosedDialog)),
        ("<dialog open><p data-t>x</dialog>", Shown),
        ("<div popover><p data-t>x</div>", Gone(Popover)),
        ("<dialog popover open><p data-t>x</dialog>", Gone(Popover)),
        ("<input data-t type=Hidden>", Gone(HiddenInput)),
        ("<input data-t>", Shown),
        ("<script data-t></script>", Gone(Metadata)),
        ("<datalist><option data-t></datalist>", Gone(Metadata)),
        ("<video><p data-t>x</video>", Gone(Fallback)),
        ("<canvas><p data-t>x</canvas>", Shown),
        ("<object data=x><p data-t>x</object>", Unknown),
        ("<map name=m><area data-t href=/></map>", Shown),
        ("<svg><defs><path data-t /></defs></svg>", Gone(Metadata)),
        (
            "<svg><g display=none><path data-t /></g></svg>",
            Gone(DisplayNone),
        ),
        (
            "<svg><g display=none style='display:inline'><path data-t /></g></svg>",
            Shown,
        ),
        (
            "<svg><g style='display:inline' display=none><path data-t /></g></svg>",
            Shown,
        ),
        (
            "<svg><g visibility=hidden><path data-t /></g></svg>",
            Gone(VisibilityHidden),
        ),
        ("<svg><path data-t hidden /></svg>", Shown),
        ("<p data-t aria-hidden=true>x", AriaHidden),
        ("<p data-t aria-hidden>x", Shown),
        ("<p data-t aria-hidden=false>x", Shown),
        (
            "<div aria-hidden=TRUE><p data-t aria-hidden=false>x</div>",
            AriaHidden,
        ),
        (
            "<div aria-hidden=true><p data-t hidden>x</div>",
            Gone(Hidden),
        ),
    ];
    table(rows, |sem, e| sem.visibility(e));
    let _: NotRendered = Hidden;
}

#[test]
fn rendered_and_exposed() {
    table(
        &[
            ("<p data-t>x", (true, true)),
            ("<p data-t aria-hidden=true>x", (true, false)),
            ("<p data-t hidden>x", (false, false)),
            ("<p data-t style='display:var(--x)'>x", (true, true)),
        ],
        |sem, e| (sem.is_rendered(e), sem.is_exposed(e)),
    );
}

#[test]
fn focus() {
    const NO: (bool, bool, bool) = (false, false, false);
    const ALL: (bool, bool, bool) = (true, true, true);
    // Focusable, reached by Tab, interactive content.
    table(
        &[
            ("<p data-t>x", NO),
            ("<a data-t href=/>x</a>", ALL),
            ("<a data-t>x</a>", NO),
            ("<svg><a data-t xlink:href=/></a></svg>", ALL),
            ("<svg><a data-t></a></svg>", NO),
            (
                "<map name=m><area data-t href=/></map>",
                (true, true, false),
            ),
            ("<button data-t>x</button>", ALL),
            ("<button data-t aria-disabled=true>x</button>", ALL),
            ("<button data-t tabindex=-1>x</button>", (true, false, true)),
            ("<button data-t disabled>x</button>", (false, false, true)),
            (
                "<button data-t disabled tabindex=0>x</button>",
                (false, false, true),
            ),
            (
                "<fieldset disabled><input data-t></fieldset>",
                (false, false, true),
            ),
            (
                "<fieldset disabled><legend><input data-t></legend></fieldset>",
                ALL,
            ),
            (
                "<fieldset disabled><legend></legend><legend><input data-t></legend></fieldset>",
                (false, false, true),
            ),
            (
                "<fieldset disabled><fieldset><legend><input data-t></legend></fieldset></fieldset>",
                (false, false, true),
            ),
            (
                "<fieldset disabled><legend><fieldset disabled><input data-t></fieldset></legend></fieldset>",
                (false, false, true),
            ),
            ("<fieldset disabled><a data-t href=/>x</a></fieldset>", ALL),
            ("<input data-t type=hidden>", NO),
            (
                "<div hidden><a data-t href=/>x</a></div>",
                (false, false, true),
            ),
            (
                "<div inert><a data-t href=/>x</a></div>",
                (false, false, true),
            ),
            ("<div aria-hidden=true><a data-t href=/>x</a></div>", ALL),
            ("<div data-t tabindex=0>x</div>", ALL),
            ("<div data-t tabindex=-1>x</div>", (true, false, true)),
            ("<div data-t tabindex>x</div>", NO),
            ("<div data-t tabindex=x>x</div>", NO),
            ("<div data-t tabindex=' +3px'>x</div>", ALL),
            ("<div data-t tabindex=99999999999>x</div>", ALL),
            ("<div data-t contenteditable>x</div>", (true, true, false)),
            ("<div data-t contenteditable=false>x</div>", NO),
            ("<iframe data-t></iframe>", ALL),
            ("<audio data-t controls></audio>", ALL),
            ("<audio data-t></audio>", NO),
            ("<details data-t></details>", (false, false, true)),
            ("<details><summary data-t>x</summary></details>", ALL),
            ("<summary data-t>x</summary>", NO),
            ("<label data-t>x</label>", (false, false, true)),
            ("<img data-t usemap=#m>", (false, false, true)),
        ],
        |sem, e| {
            (
                sem.is_focusable(e),
                sem.is_tabbable(e),
                sem.is_interactive(e),
            )
        },
    );
}

#[test]
fn text_as_read() {
    let rows: &[(&str, &str)] = &[
        ("<p data-t>  un \n <b>deux</b>trois ", "un deuxtrois"),
        ("<div data-t>un<p>deux</p>trois</div>", "un deux trois"),
        ("<div data-t>un<br>deux<!-- x --></div>", "un deux"),
        (
            "<div data-t>un <i hidden>non</i><i aria-hidden=true>deux</i></div>",
            "un deux",
        ),
        (
            "<div data-t>un <i style='visibility:hidden'>non <b style='visibility:visible'>deux</b> non</i> trois</div>",
            "un deux trois",
        ),
        (
            "<div data-t>un<script>non</script><img src=x alt=non></div>",
            "un",
        ),
        (
            "<details data-t>non<summary>un</summary>non<p>non</details>",
            "un",
        ),
        (
            "<details data-t open><summary>un</summary>deux</details>",
            "un deux",
        ),
        ("<dialog data-t>un</dialog>", "un"),
        ("<ul data-t><li>un<li>deux</ul>", "un deux"),
        ("<table data-t><tr><td>un<td>deux</table>", "un deux"),
        ("<div data-t></div>", ""),
        ("<iframe data-t>non</iframe>", ""),
    ];
    let rows: Vec<(&str, String)> = rows.iter().map(|(b, n)| (*b, n.to_string())).collect();
    table(&rows, |sem, e| sem.text(e).to_string());
}
