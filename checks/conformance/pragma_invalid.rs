//! WHATWG HTML 4.2.5.3 «Pragma directives»: what `content` must be for `refresh` and `x-ua-compatible`.
//!
//! Browsers read more of `refresh` than HTML allows to write; whether the page should refresh at all is `meta-refresh`'s.

use super::charset_declaration::declared_encoding;
use super::values::{self, Problem};
use crate::check::{Category, Check, Context, Interest, Meta};
use crate::dom::Element;
use crate::spec::refresh;
use crate::spec::syntax::url;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &PragmaInvalid;

struct PragmaInvalid;

static META: Meta = Meta {
    id: "pragma-invalid",
    category: Category::Conformance,
    title: text(
        "Instruction de <meta> mal écrite",
        "Badly written <meta> instruction",
    ),
    why: text(
        "Une instruction mal écrite peut être ignorée : la page ne redirige pas, ou s’affiche autrement que prévu.",
        "A badly written instruction may be ignored: the page does not redirect, or shows otherwise than meant.",
    ),
    fix: text(
        "Écrire le délai, un point-virgule, un espace, puis l’adresse : 0; url=/nouvelle-page.",
        "Write the delay, a semicolon, a space, then the address: 0; url=/new-page.",
    ),
    interest: &[Interest::Elements(&["meta"])],
    fail: &[
        "<head><meta http-equiv=refresh content='0;url=/nouveau'></head>",
        "<head><meta http-equiv=x-ua-compatible content='IE=8'></head>",
        "<head><meta http-equiv=content-type content='text/html'></head>",
    ],
    pass: &["<head><meta http-equiv=refresh content='0; url=/nouveau'></head>"],
    na: &["<head><meta name=description content='0;url=/nouveau'></head>"],
    ..Meta::NEW
};

const REFRESH: Text = text(
    "« {found} » ne se lit pas comme une redirection : un nombre de secondes, puis au besoin « ; url= » et une adresse",
    "\"{found}\" does not read as a refresh: a number of seconds, then if needed \"; url=\" and an address",
);
const WRITE: Text = text(
    "« {found} » n’est pas écrit comme HTML le demande : {instead}",
    "\"{found}\" is not written as HTML asks: {instead}",
);
const CONTENT_TYPE: Text = text(
    "« {found} » : la seule valeur permise est text/html; charset=utf-8",
    "\"{found}\": the only value allowed is text/html; charset=utf-8",
);
const EDGE: Text = text(
    "« {found} » : la seule valeur permise est IE=edge",
    "\"{found}\": the only value allowed is IE=edge",
);

impl Check for PragmaInvalid {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, meta: Element<'p>, cx: &mut Context<'p>) {
        if !meta.is_html() {
            return;
        }
        let (Some(pragma), Some(content)) = (meta.attr("http-equiv"), meta.attribute("content"))
        else {
            return;
        };
        let value = content.value();
        let problem = if pragma.eq_ignore_ascii_case("refresh") {
            match refresh::parse(value) {
                _ if is_refresh(value) => return cx.pass(),
                Some(read) if !read.url.is_empty() => {
                    let instead = format!("{}; url={}", read.delay, read.url);
                    match is_refresh(&instead) {
                        true => Problem::new(WRITE).with("instead", instead),
                        false => Problem::new(REFRESH),
                    }
                }
                _ => Problem::new(REFRESH),
            }
        } else if pragma.eq_ignore_ascii_case("x-ua-compatible") {
            if value.eq_ignore_ascii_case("IE=edge") {
                return cx.pass();
            }
            Problem::new(EDGE)
        } else if pragma.eq_ignore_ascii_case("content-type") {
            // Another encoding is told by `charset-declaration`.
            let encoding = declared_encoding(value);
            if encoding.is_some_and(|name| !name.eq_ignore_ascii_case("utf-8")) {
                return;
            }
            if is_content_type(value) {
                return cx.pass();
            }
            Problem::new(CONTENT_TYPE)
        } else {
            return;
        };
        values::fail(
            (meta, content),
            0..value.len(),
            &problem.with("found", value),
            cx,
        );
    }
}

/// `text/html;`, white space or none, and `charset=utf-8`.
fn is_content_type(value: &str) -> bool {
    let (kind, rest) = value.split_at_checked(10).unwrap_or((value, ""));
    kind.eq_ignore_ascii_case("text/html;")
        && rest
            .trim_ascii_start()
            .eq_ignore_ascii_case("charset=utf-8")
}

/// Digits; then, if anything, `;`, white space, `URL=` and an address without quotes.
fn is_refresh(value: &str) -> bool {
    let rest = value.trim_start_matches(|c: char| c.is_ascii_digit());
    if rest.len() == value.len() {
        return false;
    }
    if rest.is_empty() {
        return true;
    }
    let Some(after) = rest.strip_prefix(';') else {
        return false;
    };
    let address = after.trim_ascii_start();
    let spaced = address.len() < after.len();
    let named = address
        .get(..4)
        .is_some_and(|name| name.eq_ignore_ascii_case("url="));
    let to = address.get(4..).unwrap_or_default();
    let bare = !to.starts_with(['"', '\'']) && to.trim_ascii() == to;
    spaced && named && bare && !to.is_empty() && url::check(to).is_ok()
}
