//! Tokens of HTML, as built or as a template writes it.

use super::token::{Attr, HOLE, Kind, Tag, Tokens, char_at, key, value};

/// Tags, expressions and comments longer than this are text.
const LONGEST_TAG: usize = 20_000;

/// What else than HTML there is in a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Syntax {
    /// `{{ }}`, `{% %}`, `{# #}`, `<% %>`, `<? ?>`.
    pub templates: bool,
    /// `{ }`, as in Astro and JSX; a name in capitals is a component's.
    pub braces: bool,
}

impl Syntax {
    /// A built page.
    pub const BUILT: Syntax = Syntax {
        templates: false,
        braces: false,
    };
    /// Liquid, Nunjucks, Go, Tera, EJS...
    pub const TEMPLATE: Syntax = Syntax {
        templates: true,
        braces: false,
    };
    /// Astro, JSX, Svelte.
    pub const COMPONENT: Syntax = Syntax {
        templates: true,
        braces: true,
    };
}

/// As much of a text from a place on as a tag, an expression or a comment may be long.
fn near(bytes: &[u8], from: usize) -> &[u8] {
    let from = from.min(bytes.len());
    &bytes[from..bytes.len().min(from + LONGEST_TAG)]
}

/// Where a template's expression that begins at a place ends.
pub fn hole_at(text: &str, at: usize, syntax: Syntax) -> Option<usize> {
    let bytes = text.as_bytes();
    let rest = &bytes[at..];
    let to = |closer: &[u8]| {
        let end = memchr::memmem::find(near(rest, 2), closer)?;
        Some(at + 2 + end + closer.len())
    };
    match rest {
        [b'{', b'{', ..] if syntax.templates => {
            let end = to(b"}}")?;
            // `{{{ x }}}` of Handlebars; `{{ {a: {}} }}` ends where braces do.
            Some(end + usize::from(bytes.get(end) == Some(&b'}')))
        }
        [b'{', b'%', ..] if syntax.templates => to(b"%}"),
        [b'{', b'#', ..] if syntax.templates => to(b"#}"),
        [b'<', b'%', ..] if syntax.templates => to(b"%>"),
        [b'<', b'?', ..] if syntax.templates => to(b"?>").or(Some(text.len())),
        [b'{', ..] if syntax.braces => balanced(bytes, at),
        _ => None,
    }
}

/// Where the braces that open at a place are closed, texts in quotes passed over. Not looked for farther than a long tag is.
fn balanced(bytes: &[u8], at: usize) -> Option<usize> {
    let mut depth = 0_usize;
    let mut quote = None;
    let limit = bytes.len().min(at + LONGEST_TAG);
    let mut i = at;
    while i < limit {
        match (bytes[i], quote) {
            (b'\\', Some(_)) => i += 1,
            (b, Some(open)) if b == open => quote = None,
            (_, Some(_)) => {}
            (b @ (b'"' | b'`'), None) => quote = Some(b),
            (b'{', None) => depth += 1,
            (b'}', None) => {
                depth -= 1;
                if depth == 0 {
                    return Some(i + 1);
                }
            }
            _ => {}
        }
        i += 1;
    }
    None
}

/// Adds the tokens of a piece of a text.
pub fn lex(text: &str, from: usize, to: usize, syntax: Syntax, tokens: &mut Tokens) {
    let mut at = from;
    while at < to {
        at = step(text, at, to, syntax, tokens);
    }
}

/// Adds the token or tokens at a place, and says where the next ones are.
pub fn step(text: &str, at: usize, to: usize, syntax: Syntax, tokens: &mut Tokens) -> usize {
    let bytes = text.as_bytes();
    if let Some(end) = hole_at(text, at, syntax) {
        let inner = &text[at..end.min(text.len())];
        let end = match markup_in_braces(inner, syntax) {
            Some(markup) => at + markup,
            None => liquid_comment(text, inner, end),
        };
        tokens.push(Kind::Hole, 0, at..end, false);
        return end;
    }
    match bytes[at] {
        b'<' => markup(text, at, to, syntax, tokens).unwrap_or(at + 1),
        b if b.is_ascii_alphanumeric() || b >= 0x80 || b == b'&' => word(text, at, to, tokens),
        _ => at + 1,
    }
}

/// Where in an expression in braces HTML begins: `{all.map((one) => <li>…</li>)}`.
fn markup_in_braces(inner: &str, syntax: Syntax) -> Option<usize> {
    if !syntax.braces || inner.starts_with("{{") || !inner.starts_with('{') {
        return None;
    }
    let bytes = inner.as_bytes();
    memchr::memchr_iter(b'<', bytes)
        .find(|&n| bytes.get(n + 1).is_some_and(u8::is_ascii_alphabetic))
}

/// After `{% comment %}` nothing is built up to its end, and `{% raw %}` is no expression.
fn liquid_comment(text: &str, tag: &str, end: usize) -> usize {
    let inner = tag.trim_start_matches(['{', '%', '-', ' ']);
    if tag.starts_with("{%") && inner.starts_with("comment") {
        let rest = near(text.as_bytes(), end);
        if let Some(close) = memchr::memmem::find(rest, b"endcomment")
            && let Some(closed) = memchr::memmem::find(&rest[close..], b"%}")
        {
            return end + close + closed + 2;
        }
    }
    end
}

/// A word, or what is no word.
fn word(text: &str, at: usize, to: usize, tokens: &mut Tokens) -> usize {
    let mut letters = [0_u8; 64];
    let mut used = 0;
    let mut long = String::new();
    let mut end = at;
    while end < to {
        let (c, len) = char_at(text, end);
        if c == '\u{ad}' && end > at {
            end += len;
            continue;
        }
        if !c.is_alphanumeric() {
            break;
        }
        let mut buffer = [0; 4];
        let c = c.encode_utf8(&mut buffer);
        if long.is_empty() && used + c.len() <= letters.len() {
            letters[used..used + c.len()].copy_from_slice(c.as_bytes());
            used += c.len();
        } else {
            if long.is_empty() {
                long.push_str(std::str::from_utf8(&letters[..used]).unwrap_or_default());
            }
            long.push_str(c);
        }
        end += len;
    }
    if end == at {
        return at + char_at(text, at).1;
    }
    let word = if long.is_empty() {
        std::str::from_utf8(&letters[..used]).unwrap_or_default()
    } else {
        &long
    };
    tokens.push(Kind::Word, key(word), at..end, false);
    end
}

/// A tag, a comment, a document type. `None` when this is only a sign.
fn markup(text: &str, at: usize, to: usize, syntax: Syntax, tokens: &mut Tokens) -> Option<usize> {
    let bytes = &text.as_bytes()[..to];
    match bytes.get(at + 1)? {
        b'!' if bytes[at..].starts_with(b"<!--") => {
            match memchr::memmem::find(near(bytes, at + 4), b"-->") {
                Some(end) => Some(at + 4 + end + 3),
                // Of a page's piece the end may be cut off; in a source this is somebody's text.
                None if syntax == Syntax::BUILT => Some(to),
                None => None,
            }
        }
        b'!' => {
            let end = at + memchr::memchr(b'>', near(bytes, at))? + 1;
            let name = text.get(at + 1..end - 1)?.to_ascii_lowercase();
            tokens.push_tag(&name, Tag::default(), at..end, false);
            Some(end)
        }
        b'/' => {
            let from = at + 2;
            let name = name_at(bytes, from)?;
            let end = memchr::memchr(b'>', near(bytes, from))?;
            let written = &text[from..name];
            if is_component(written, syntax) {
                tokens.push(Kind::Hole, 0, at..from + end + 1, false);
            } else {
                let lower = written.to_ascii_lowercase();
                tokens.push(Kind::Close, key(&lower), at..from + end + 1, false);
            }
            Some(from + end + 1)
        }
        b if b.is_ascii_alphabetic() => tag(text, at, to, syntax, tokens),
        _ => None,
    }
}

/// Where a tag's name that begins at a place ends.
fn name_at(bytes: &[u8], from: usize) -> Option<usize> {
    if !bytes.get(from)?.is_ascii_alphabetic() {
        return None;
    }
    let stops = |b: &u8| {
        matches!(
            b,
            b' ' | b'\t' | b'\n' | b'\r' | b'\x0c' | b'/' | b'>' | b'{' | b'<'
        )
    };
    Some(from + bytes[from..].iter().position(stops)?)
}

/// Whether a tag stands for what a component puts there: its own, or what its user gives it.
fn is_component(name: &str, syntax: Syntax) -> bool {
    syntax.braces && (name.starts_with(|c: char| c.is_ascii_uppercase()) || name == "slot")
}

fn tag(text: &str, at: usize, to: usize, syntax: Syntax, tokens: &mut Tokens) -> Option<usize> {
    let bytes = &text.as_bytes()[..to.min(at + LONGEST_TAG)];
    let mut i = name_at(bytes, at + 1)?;
    let written = &text[at + 1..i];
    let mut tag = Tag::default();
    loop {
        let b = *bytes.get(i)?;
        if b == b'>' {
            break;
        }
        if let Some(end) = hole_at(text, i, syntax) {
            tag.open_ended = true;
            i = end;
        } else if b.is_ascii_whitespace() || b == b'/' {
            i += 1;
        } else if b == b'<' {
            // Another tag begins: this was none.
            return None;
        } else {
            i = attribute(text, bytes, i, syntax, &mut tag)?;
        }
    }
    let end = i + 1;
    if is_component(written, syntax) {
        tokens.push(Kind::Hole, 0, at..end, false);
        return Some(end);
    }
    let name = written.to_ascii_lowercase();
    // What the attributes say is a word's or a tag's business, never a hole's.
    tokens.push_tag(&name, tag, at..end, false);
    if matches!(&*name, "script" | "style") && bytes[i - 1] != b'/' {
        return Some(raw(text, end, to, &name, syntax, tokens));
    }
    Some(end)
}

/// The words of a script or of a style sheet: what looks like a tag there is none.
fn raw(
    text: &str,
    from: usize,
    to: usize,
    name: &str,
    syntax: Syntax,
    tokens: &mut Tokens,
) -> usize {
    let bytes = &text.as_bytes()[..to];
    let closes = |at: usize| {
        let rest = &bytes[at + 2..];
        rest.len() >= name.len() && rest[..name.len()].eq_ignore_ascii_case(name.as_bytes())
    };
    let ends = memchr::memmem::find_iter(&bytes[from..], b"</").map(|n| from + n);
    let end = ends.into_iter().find(|&at| closes(at)).unwrap_or(to);
    let syntax = Syntax {
        braces: false,
        ..syntax
    };
    let mut at = from;
    while at < end {
        at = match bytes[at] {
            b'<' if hole_at(text, at, syntax).is_none() => at + 1,
            _ => step(text, at, end, syntax, tokens),
        };
    }
    end
}

/// An attribute, from the first letter of its name.
fn attribute(
    text: &str,
    bytes: &[u8],
    from: usize,
    syntax: Syntax,
    tag: &mut Tag,
) -> Option<usize> {
    let mut i = from;
    let mut dynamic = false;
    while let Some(&b) = bytes.get(i) {
        if matches!(b, b'=' | b'>' | b'/') || b.is_ascii_whitespace() {
            break;
        }
        if let Some(end) = hole_at(text, i, syntax) {
            dynamic = true;
            i = end;
        } else {
            i += 1;
        }
    }
    if i == from {
        // A lone `=`.
        i += 1;
    }
    let name = text.get(from..i)?.to_ascii_lowercase();
    let mut after = i;
    while bytes.get(after)?.is_ascii_whitespace() {
        after += 1;
    }
    let mut written = String::new();
    if bytes[after] == b'=' {
        i = after + 1;
        while bytes.get(i)?.is_ascii_whitespace() {
            i += 1;
        }
        let quote = Some(bytes[i]).filter(|b| matches!(b, b'"' | b'\''));
        i += usize::from(quote.is_some());
        loop {
            let b = *bytes.get(i)?;
            let ends = match quote {
                Some(quote) => b == quote,
                None => b == b'>' || b.is_ascii_whitespace(),
            };
            if ends {
                break;
            }
            if let Some(end) = hole_at(text, i, syntax) {
                written.push(HOLE);
                i = end;
                continue;
            }
            let c = text[i..].chars().next()?;
            if c != HOLE {
                written.push(c);
            }
            i += c.len_utf8();
        }
        i += usize::from(quote.is_some());
    }
    if dynamic {
        tag.open_ended = true;
    } else {
        tag.attrs.push(Attr {
            name: name.into(),
            value: value(&written).into(),
            span: from as u32..i as u32,
        });
    }
    Some(i)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, syntax: Syntax) -> String {
        let mut tokens = Tokens::default();
        lex(text, 0, text.len(), syntax, &mut tokens);
        let token = |t: &super::super::token::Token| {
            let span = &text[t.span.start as usize..t.span.end as usize];
            match t.kind {
                Kind::Hole => "_".to_owned(),
                Kind::Word | Kind::Close => span.to_owned(),
                Kind::Open => {
                    let tag = tokens.tag(t);
                    let attrs = tag.attrs.iter().map(|a| {
                        let value = a.value.replace(HOLE, "$");
                        format!(" {}={value}", a.name)
                    });
                    let more = if tag.open_ended { " ..." } else { "" };
                    format!("<{}{more}>", attrs.collect::<String>())
                }
            }
        };
        let all: Vec<String> = tokens.all.iter().map(token).collect();
        all.join(" ")
    }

    #[test]
    fn templates_leave_holes() {
        let template =
            "<a class=\"x {{ \"y\" | z }} w\" {% if a %}href='/'{% endif %}>{{ t }} suite</a>";
        assert_eq!(
            shown(template, Syntax::TEMPLATE),
            "< class=x $ w href=/ ...> _ suite </a>"
        );
        assert_eq!(
            shown("a{% comment %} b {% endcomment %}c", Syntax::TEMPLATE),
            "a _ c"
        );
        assert_eq!(
            shown("a <%= b %> c <?php d ?>", Syntax::TEMPLATE),
            "a _ c _"
        );
        assert_eq!(
            shown(
                "{a.map(b => <li>c {b}</li>)}<p {...rest} id={a ? \"}\" : b}>{x}<Card n='1'/></p>",
                Syntax::COMPONENT
            ),
            "_ <> c _ </li> < id=$ ...> _ </p>"
        );
        let slot = "<main>a<slot name=\"b\">c</slot></main><slot />";
        assert_eq!(shown(slot, Syntax::COMPONENT), "<> a _ c _ </main> _");
        assert_eq!(shown("<slot></slot>", Syntax::BUILT), "<> </slot>");
    }

    #[test]
    fn what_is_no_tag_is_words() {
        assert_eq!(shown("a < b <3 <p <i>c", Syntax::BUILT), "a b 3 p <> c");
        assert_eq!(shown("<!-- a --><!doctype html><p", Syntax::BUILT), "<> p");
        assert_eq!(
            shown("<script>a<b</script>c", Syntax::BUILT),
            "<> a b </script> c"
        );
        assert_eq!(shown("{{ a }}", Syntax::BUILT), "a");
    }
}
