//! Parse errors: their codes, and the smallest place that shows each.

use vigie::dom::{Document, ParseError, TREE_CODES};

use crate::support::shared;

/// An error as `code «place» name, closed by «tag», see «place»`.
fn show(doc: &Document, error: &ParseError) -> String {
    let slice = |span| doc.source().slice(span);
    let mut out = format!("{} «{}»", error.code, slice(error.span));
    if let Some(name) = &error.name {
        out += &format!(" {name}");
    }
    if let Some(tag) = &error.closed_by {
        let solidus = if tag.end { "/" } else { "" };
        let written = slice(tag.span);
        assert!(written.starts_with(&format!("<{solidus}{}", tag.name)));
        out += &format!(", closed by «{written}»");
    }
    if let Some(related) = error.related {
        out += &format!(", see «{}»", slice(related));
    }
    out
}

fn check(page: &str, expected: &[&str]) {
    let doc = super::parse(page);
    let found: Vec<String> = doc.parse_errors().iter().map(|e| show(&doc, e)).collect();
    assert_eq!(found, expected, "{page}");
}

/// After a doctype, where errors of the body are looked for.
fn check_body(body: &str, expected: &[&str]) {
    check(&format!("<!DOCTYPE html>{body}"), expected);
}

#[test]
fn what_is_allowed() {
    for body in [
        "<p>a<p>b<ul><li>c<li>d</ul><dl><dt>e<dd>f</dl><p>g<div>h</div>",
        "<table><caption>a<colgroup><col><thead><tr><th>b<tbody><tr><td>c<tfoot><tr><td>d</table>",
        "<table><tr> <td>a</td> </tr> <!-- b --> </table>",
        "<select><optgroup label=a><option>b<option>c<hr><optgroup label=d><option>e</select>",
        "<ruby>a<rt>b<rp>c</ruby><br/><img/><input/><svg><path/><g></g></svg><math><mi>x</mi></math>",
        "<svg><foreignObject><p>a</p></foreignObject><title>b</title></svg>",
        "<template><tr><td>a</td></tr></template><template><p>b</template>",
        "<b><i>a</i></b><a><div>b</div></a><p><b>c</b></p>",
        "<form><input></form><form></form><button>a</button><button>b</button>",
        "<pre>\na</pre><textarea>\nb</textarea><script>'</p>'</script><title></title>",
        "<html><head><title>a</title></head><body><p>b</p></body></html>\n<!-- c -->\n",
        "<noscript><p>a</noscript>&amp;&lt;&eacute;&#233;&nbsp;<a href='?a=1&b=2&copy=3'>b</a>",
        "<div hidden class=\"\" title=''></div><p>é&nbsp;«\u{a0}à»",
        "<object><param></object><x-y></x-y><h1>a</h1><h2>b</h2>",
        "<frameset><frame><noframes>a</noframes></frameset>",
    ] {
        check_body(body, &[]);
    }
}

#[test]
fn end_tags_that_close_nothing() {
    check_body("<p>a</p></p>", &["stray-end-tag «</p>» p"]);
    check_body(
        "<div></span></DIV></script></ul>",
        &[
            "stray-end-tag «</span>» span",
            "stray-end-tag «</script>» script",
            "stray-end-tag «</ul>» ul",
        ],
    );
    check_body("</br>a", &["stray-end-tag «</br>» br"]);
    check_body(
        "<caption></table></td>",
        &[
            "misplaced-start-tag «<caption>» caption",
            "stray-end-tag «</table>» table",
            "stray-end-tag «</td>» td",
        ],
    );
    check_body("<svg></x></svg>", &["stray-end-tag «</x>» x"]);
    check_body(
        "<table></p><tr><td></b></table>",
        &["stray-end-tag «</p>» p", "stray-end-tag «</b>» b"],
    );
    // The paragraph it was meant for had been closed by something else.
    check_body(
        "<p>a<ul><li>b</ul></p>",
        &["stray-end-tag «</p>» p, closed by «<ul>», see «<p>»"],
    );
    check_body(
        "<p>a<div></div><section></p></section>",
        &["stray-end-tag «</p>» p"],
    );
}

#[test]
fn elements_left_open() {
    check_body(
        "<div><span class=a>b</div>",
        &["unclosed-element «<span class=a>» span, closed by «</div>»"],
    );
    check_body(
        "<ul><li><div>a<li>b</ul>",
        &["unclosed-element «<div>» div, closed by «<li>»"],
    );
    check_body(
        "<p><span>a<div>b</div></span></p>",
        &[
            "unclosed-element «<span>» span, closed by «<div>»",
            "stray-end-tag «</span>» span, closed by «<div>», see «<span>»",
            "stray-end-tag «</p>» p, closed by «<div>», see «<p>»",
        ],
    );
    check_body(
        "<p><b>a</p><p>b</b></p>",
        &["unclosed-element «<b>» b, closed by «</p>»"],
    );
    check_body(
        "<p><b>a<p>b<p>c",
        &["unclosed-element «<b>» b, closed by «<p>»"],
    );
    check_body(
        "<table><tr><td><div><em>a</td></table>",
        &[
            "unclosed-element «<div>» div, closed by «</td>»",
            "unclosed-element «<em>» em, closed by «</td>»",
        ],
    );
    check_body(
        "<h1>a</h2>",
        &["unclosed-element «<h1>» h1, closed by «</h2>»"],
    );
    check_body(
        "<svg><g><path></svg>",
        &[
            "unclosed-element «<g>» g, closed by «</svg>»",
            "unclosed-element «<path>» path, closed by «</svg>»",
        ],
    );
    check_body(
        "<p><svg></p>",
        &["unclosed-element «<svg>» svg, closed by «</p>»"],
    );
    check_body(
        "<template><div></template>",
        &["unclosed-element «<div>» div, closed by «</template>»"],
    );
    check_body("<title>a", &["unclosed-element «<title>» title"]);
    check_body("<script>a", &["unclosed-element «<script>» script"]);
    check_body(
        "<body><div><section>",
        &[
            "unclosed-element «<div>» div",
            "unclosed-element «<section>» section",
        ],
    );
    check_body(
        "<body><div><p><i>a</body></html>",
        &[
            "unclosed-element «<div>» div, closed by «</body>»",
            "unclosed-element «<i>» i, closed by «</body>»",
        ],
    );
    check_body(
        "<div></html>",
        &["unclosed-element «<div>» div, closed by «</html>»"],
    );
    check_body(
        "<body><div></body></div></html>",
        &["unclosed-element «<div>» div, closed by «</body>»"],
    );
}

#[test]
fn elements_that_overlap() {
    check_body(
        "<b><i>a</b>b</i>",
        &["misnested-formatting «</b>» b, see «<i>»"],
    );
    check_body(
        "<b><i></b></i>",
        &["misnested-formatting «</b>» b, see «<i>»"],
    );
    check_body(
        "<b><p>a</b>b</p>",
        &["misnested-formatting «</b>» b, see «<p>»"],
    );
    check_body(
        "<a><div></a></div>",
        &["misnested-formatting «</a>» a, see «<div>»"],
    );
    check_body(
        "<b><span>a</b></span>",
        &[
            "unclosed-element «<span>» span, closed by «</b>»",
            "stray-end-tag «</span>» span, closed by «</b>», see «<span>»",
        ],
    );
    check_body(
        "<form><div></form></div>",
        &["misnested-form «</form>» form, see «<div>»"],
    );
}

#[test]
fn elements_inside_their_own_kind() {
    check_body(
        "<a href=1>a<a href=2>b</a>",
        &["nested-element «<a href=2>» a, see «<a href=1>»"],
    );
    check_body(
        "<a id=a><em><a id=b>a</a></em></a>",
        &[
            "nested-element «<a id=b>» a, see «<a id=a>»",
            "stray-end-tag «</a>» a, closed by «<a id=b>», see «<a id=a>»",
        ],
    );
    check_body(
        "<button>a<b>b</b><button>c</button>",
        &["nested-element «<button>» button, see «<button>»"],
    );
    check_body("<h1>a<h2>b</h2>", &["nested-element «<h2>» h2, see «<h1>»"]);
    check_body(
        "<nobr>a<nobr>b</nobr>",
        &["nested-element «<nobr>» nobr, see «<nobr>»"],
    );
    check_body(
        "<form id=a><form id=b></form>",
        &["nested-element «<form id=b>» form, see «<form id=a>»"],
    );
    check_body(
        "<select id=a><select id=b>",
        &["nested-element «<select id=b>» select, see «<select id=a>»"],
    );
    check_body(
        "<table id=a><table id=b></table>",
        &["nested-element «<table id=b>» table, see «<table id=a>»"],
    );
    check_body(
        "<select><option id=a><i>a<option id=b>b</option></i></option></select>",
        &["nested-element «<option id=b>» option, see «<option id=a>»"],
    );
}

#[test]
fn start_tags_out_of_place() {
    check_body(
        "<html lang=fr><head></head><body><html lang=en><body id=a><head>",
        &[
            "misplaced-start-tag «<html lang=en>» html, see «<html lang=fr>»",
            "misplaced-start-tag «<body id=a>» body, see «<body>»",
            "misplaced-start-tag «<head>» head, see «<head>»",
        ],
    );
    check_body(
        "<title>a</title></head><link rel=a><body>",
        &["misplaced-start-tag «<link rel=a>» link"],
    );
    check_body(
        "<body>a<frameset>",
        &["misplaced-start-tag «<frameset>» frameset"],
    );
    check_body(
        "<td>a<tr>b",
        &[
            "misplaced-start-tag «<td>» td",
            "misplaced-start-tag «<tr>» tr",
        ],
    );
    check_body(
        "<table><tbody><td>a</table>",
        &["misplaced-start-tag «<td>» td"],
    );
    check_body("<body></body><p>a</p>", &["misplaced-start-tag «<p>» p"]);
    check_body(
        "<svg id=a><g><p>a</p>",
        &["misplaced-start-tag «<p>» p, see «<svg id=a>»"],
    );
    check_body("<rt>a", &["misplaced-start-tag «<rt>» rt"]);
    check_body(
        "<select><input>",
        &["misplaced-start-tag «<input>» input, see «<select>»"],
    );
    check_body("<image>", &["image-start-tag «<image>» image"]);
}

#[test]
fn what_may_not_be_in_a_table() {
    check_body(
        "<table id=a><div>a<span>b</span></div><tr><td>c</table>",
        &["misplaced-in-table «<div>» div, see «<table id=a>»"],
    );
    check_body(
        "<table><tr>  a \n<td>b</table>",
        &["misplaced-text-in-table «a»"],
    );
    check_body(
        "<table><form><input type=hidden><input></table>",
        &[
            "misplaced-in-table «<form>» form, see «<table>»",
            "misplaced-in-table «<input type=hidden>» input, see «<table>»",
            "misplaced-in-table «<input>» input, see «<table>»",
        ],
    );
    // The formatting element that the parser opens again is none to blame.
    check_body(
        "<p><i>a</p><table><em>b</em></table>",
        &[
            "unclosed-element «<i>» i, closed by «</p>»",
            "misplaced-in-table «<em>» em, see «<table>»",
        ],
    );
    check_body(
        "<template><tr><em>a</em><td>b</template>",
        &["misplaced-start-tag «<em>» em"],
    );
}

#[test]
fn doctypes_and_text_out_of_place() {
    check("<p>a", &["missing-doctype «<p>»"]);
    check(" <!-- a --> b <p>", &["missing-doctype «b»"]);
    check("", &["missing-doctype «»"]);
    check(
        "</p>",
        &["missing-doctype «</p>»", "stray-end-tag «</p>» p"],
    );
    check(
        "\0a",
        &["unexpected-null-character «\0»", "missing-doctype «\0a»"],
    );
    check_body("<p><!DOCTYPE a>", &["misplaced-doctype «<!DOCTYPE a>»"]);
    for doctype in [
        "<!DOCTYPE html PUBLIC '-//W3C//DTD HTML 4.01//EN' 'http://www.w3.org/TR/html4/strict.dtd'>",
        "<!DOCTYPE svg>",
        "<!DOCTYPE html SYSTEM 'a'>",
    ] {
        check(doctype, &[&format!("obsolete-doctype «{doctype}»")]);
    }
    check("<!doctype HTML system 'about:legacy-compat'>", &[]);
    check_body("</body></html> a ", &["misplaced-text «a»"]);
    check_body("<frameset>a</frameset>", &["misplaced-text «a»"]);
    let solidus = "non-void-html-element-start-tag-with-trailing-solidus";
    check_body(
        "<div id=a /></div><br/>",
        &[&format!("{solidus} «/>» div, see «<div id=a />»")],
    );
    check_body(
        "<textarea /></textarea>",
        &[&format!("{solidus} «/>» textarea, see «<textarea />»")],
    );
}

#[test]
fn errors_of_tags() {
    check_body("<p id=a ID=b>", &["duplicate-attribute «ID» id, see «id»"]);
    check_body(
        "<p a class= >",
        &["missing-attribute-value «class=» class, see «<p a class= >»"],
    );
    check_body(
        "<p a='b'c>",
        &["missing-whitespace-between-attributes «a='b'» a, see «<p a='b'c>»"],
    );
    check_body(
        "<p a\"b é<=1>",
        &[
            "unexpected-character-in-attribute-name «\"» a\"b, see «<p a\"b é<=1>»",
            "unexpected-character-in-attribute-name «<» é<, see «<p a\"b é<=1>»",
        ],
    );
    check_body(
        "<p a=b`c>",
        &["unexpected-character-in-unquoted-attribute-value «`» a, see «<p a=b`c>»"],
    );
    check_body(
        "<p =a>",
        &["unexpected-equals-sign-before-attribute-name «=», see «<p =a>»"],
    );
    check_body("<p / a>", &["unexpected-solidus-in-tag «/», see «<p / a>»"]);
    check_body("<p></p a>", &["end-tag-with-attributes «</p a>» p"]);
    check_body(
        "<p></p/>",
        &["end-tag-with-trailing-solidus «/>» p, see «</p/>»"],
    );
    check_body("a<div b='c", &["eof-in-tag «<div» div"]);
    check_body("a<", &["eof-before-tag-name «<»"]);
    check_body("a</", &["eof-before-tag-name «</»"]);
    check_body(
        "a</>b</3>c<é<?d><!e>",
        &[
            "missing-end-tag-name «</>»",
            "invalid-first-character-of-tag-name «</3»",
            "invalid-first-character-of-tag-name «<é»",
            "unexpected-question-mark-instead-of-tag-name «<?»",
            "incorrectly-opened-comment «<!»",
        ],
    );
}

#[test]
fn errors_of_characters() {
    check_body(
        "&amp a &foo; &#x; &#128; &#0; &#xD800; &#x110000; &#xFFFE; &notit;",
        &[
            "missing-semicolon-after-character-reference «&amp»",
            "unknown-named-character-reference «&foo;»",
            "absence-of-digits-in-numeric-character-reference «&#x»",
            "control-character-reference «&#128;»",
            "null-character-reference «&#0;»",
            "surrogate-character-reference «&#xD800;»",
            "character-reference-outside-unicode-range «&#x110000;»",
            "noncharacter-character-reference «&#xFFFE;»",
            "missing-semicolon-after-character-reference «&not»",
        ],
    );
    check_body(
        "<a href='?a&copy=1&reg&lt é&#65'>&#66</a>&gt",
        &[
            "missing-semicolon-after-character-reference «&reg» href, see «<a href='?a&copy=1&reg&lt é&#65'>»",
            "missing-semicolon-after-character-reference «&lt» href, see «<a href='?a&copy=1&reg&lt é&#65'>»",
            "missing-semicolon-after-character-reference «&#65» href, see «<a href='?a&copy=1&reg&lt é&#65'>»",
            "missing-semicolon-after-character-reference «&#66»",
            "missing-semicolon-after-character-reference «&gt»",
        ],
    );
    // What comes after is not ASCII.
    check_body(
        "&#é&#xé&ampé&#65é<p a='&ampé'é='&#66é'><é></é>",
        &[
            "absence-of-digits-in-numeric-character-reference «&#»",
            "absence-of-digits-in-numeric-character-reference «&#x»",
            "missing-semicolon-after-character-reference «&amp»",
            "missing-semicolon-after-character-reference «&#65»",
            "missing-whitespace-between-attributes «a='&ampé'» a, see «<p a='&ampé'é='&#66é'>»",
            "missing-semicolon-after-character-reference «&amp» a, see «<p a='&ampé'é='&#66é'>»",
            "missing-semicolon-after-character-reference «&#66» é, see «<p a='&ampé'é='&#66é'>»",
            "invalid-first-character-of-tag-name «<é»",
            "invalid-first-character-of-tag-name «</é»",
        ],
    );
    check_body(
        "é\u{1}à\u{85}<p \u{7f}=\u{fdd0}>\u{ffff}\0",
        &[
            "control-character-in-input-stream «\u{1}»",
            "control-character-in-input-stream «\u{85}»",
            "control-character-in-input-stream «\u{7f}»",
            "noncharacter-in-input-stream «\u{fdd0}»",
            "noncharacter-in-input-stream «\u{ffff}»",
            "unexpected-null-character «\0»",
        ],
    );
}

#[test]
fn errors_of_comments_and_doctypes() {
    check_body(
        "<!-- a <!-- b --><!--><!---><!-- c --!><![CDATA[d]]>",
        &[
            "nested-comment «<!--»",
            "abrupt-closing-of-empty-comment «<!-->»",
            "abrupt-closing-of-empty-comment «<!--->»",
            "incorrectly-closed-comment «--!>»",
            "cdata-in-html-content «<![CDATA[»",
        ],
    );
    check_body("a<!-- b", &["eof-in-comment «<!--»"]);
    check_body(
        "<svg><![CDATA[a",
        &["unclosed-element «<svg>» svg", "eof-in-cdata «<![CDATA[»"],
    );
    check_body(
        "<script>a<!-- b",
        &[
            "unclosed-element «<script>» script",
            "eof-in-script-html-comment-like-text «<!--»",
        ],
    );
    check(
        "<!DOCTYPEhtml>",
        &["missing-whitespace-before-doctype-name «<!DOCTYPEh»"],
    );
    let short = "<!DOCTYPE html PUBLIC>";
    check(
        short,
        &[&format!("missing-doctype-public-identifier «{short}»")],
    );
    check("<!DOCTYPE html", &["eof-in-doctype «<!DOCTYPE html»"]);
}

#[test]
fn codes_are_known_and_places_in_the_page() {
    for page in super::tricky::TRICKY {
        let doc = super::parse(page);
        for error in doc.parse_errors() {
            let known =
                TREE_CODES.contains(&error.code) || error.code.parse::<html5gum::Error>().is_ok();
            assert!(known, "{}", error.code);
            assert!(doc.source().text.get(error.span.range()).is_some());
            let at_end = error.span.start as usize == page.len();
            assert!(!error.span.is_empty() || at_end, "{error:?} in {page}");
        }
        assert!(doc.parse_errors().is_sorted_by_key(|e| e.span.start));
    }
}

/// What the Nu Html Checker calls valid has no parse error.
#[test]
fn valid_pages_have_none() {
    let Some(shared) = shared() else { return };
    let suite = shared.join("suites/vnu");
    let cases = std::fs::read_to_string(suite.join("cases.tsv")).unwrap();
    let mut count = 0;
    for line in cases.lines().skip(1) {
        let mut columns = line.split('\t');
        let (Some(file), Some(expected)) = (columns.next(), columns.next()) else {
            continue;
        };
        // Those in XHTML are not parsed by these rules.
        if expected != "isvalid" || !file.ends_with(".html") {
            continue;
        }
        let page = std::fs::read(suite.join(file)).unwrap();
        let doc = super::parse(&String::from_utf8_lossy(&page));
        let found: Vec<String> = doc.parse_errors().iter().map(|e| show(&doc, e)).collect();
        assert!(found.is_empty(), "{file}: {found:?}");
        count += 1;
    }
    println!("{count} valid pages");
    assert!(count > 800, "{count}");
}

/// The draft that Vigie's first users had trouble with: five lists whose end tags all come on one line at the end.
#[test]
fn a_real_page() {
    let Some(shared) = shared() else { return };
    let pages = super::pages(&shared.join("seeds/site"));
    let page = pages.iter().max_by_key(|p| p.len()).unwrap();
    let doc = super::parse(page);
    let found: Vec<(u32, u32, &str, Option<&str>)> = doc
        .parse_errors()
        .iter()
        .map(|e| {
            let at = doc.position(e.span.start);
            (at.line, at.column, e.code, e.name.as_deref())
        })
        .collect();
    let stray = |line, column| (line, column, "stray-end-tag", Some("p"));
    assert_eq!(
        found,
        [
            stray(38, 810),
            stray(39, 7),
            stray(60, 82),
            stray(204, 6),
            stray(204, 10),
            stray(204, 14),
            stray(204, 18),
        ]
    );
}
