//! Markdown as it looks when nothing converted it: one line at a time, only what no prose looks like by chance.
//!
//! Source: CommonMark 0.31 (ATX headings, fences, flanking delimiter runs, inline links), GFM tables, kramdown attribute lists.

use std::ops::Range;

use super::prose;

/// The level and the text of a heading: `## Titre`.
pub fn heading(line: &str) -> Option<(usize, &str)> {
    let level = line.bytes().take_while(|&b| b == b'#').count();
    let text = line[level..].trim_end_matches('#');
    let spaced = text.starts_with([' ', '\t']);
    let says = text.chars().any(char::is_alphabetic);
    ((1..=6).contains(&level) && spaced && says).then(|| (level, text.trim()))
}

/// The text of a list item marked by an asterisk.
pub fn item(line: &str) -> Option<&str> {
    let text = line.strip_prefix('*')?;
    let says = text.chars().any(char::is_alphabetic);
    (text.starts_with([' ', '\t']) && says).then(|| text.trim())
}

/// The fence of a block of code: three backquotes, perhaps a language.
pub fn is_fence(line: &str) -> bool {
    line.strip_prefix("```").is_some_and(|rest| {
        let language = rest.trim_start_matches('`').trim();
        language.len() <= 20
            && language
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b"+-_#.".contains(&b))
    })
}

/// The line under the header of a table: `|---|:---:|`.
pub fn is_table_rule(line: &str) -> bool {
    line.contains('|')
        && line.matches("---").count() >= 2
        && line.bytes().all(|b| b"|-: \t".contains(&b))
}

/// A whole line in emphasis: `*Un mot de plus.*`.
pub fn is_emphasised(line: &str) -> bool {
    let Some(inside) = line.strip_prefix('*').and_then(|l| l.strip_suffix('*')) else {
        return false;
    };
    let opens = inside.starts_with(|c: char| c.is_alphanumeric() || "\"“«'’(".contains(c));
    let closes = inside.ends_with(|c: char| !c.is_whitespace() && c != '*');
    opens && closes && inside.split_whitespace().count() >= 3
}

/// Where two ASCII characters next follow each other, from a place on.
fn pair(line: &str, from: usize, first: u8, second: u8) -> Option<usize> {
    let bytes = line.as_bytes();
    memchr::memchr_iter(first, &bytes[from..])
        .map(|at| from + at)
        .find(|at| bytes.get(at + 1) == Some(&second))
}

/// The first strong emphasis: `**mot**`, `***mot***`, whose marks lean on words as CommonMark wants, or would have leaned but
/// for the letter that follows (`**Attention :**le`, which CommonMark leaves alone).
pub fn strong(line: &str) -> Option<Range<usize>> {
    let mut open: Option<usize> = None;
    let mut at = 0;
    while let Some(start) = pair(line, at, b'*', b'*') {
        let len = line[start..].bytes().take_while(|&b| b == b'*').count();
        let end = start + len;
        at = end;
        if len > 3 {
            open = None;
            continue;
        }
        let before = line[..start].chars().next_back();
        let after = line[end..].chars().next();
        if let Some(from) = open
            && before.is_some_and(|c| c.is_alphanumeric() || "»\"”'’).:;!?…%,€".contains(c))
            && after.is_none_or(|c| {
                !c.is_alphanumeric() || before.is_some_and(|b| !b.is_alphanumeric())
            })
        {
            let inside = &line[from..start];
            if inside.len() <= 400 && inside.chars().any(char::is_alphabetic) {
                return Some(from..end);
            }
        }
        let leans = after.is_some_and(|c| c.is_alphanumeric() || "«\"“'’([".contains(c));
        let free = before.is_none_or(|c| c.is_whitespace() || "(\"“«'’[-–—:;,.!?".contains(c));
        open = (leans && free).then_some(start);
    }
    None
}

/// The first link or image: `[texte](adresse)`, the address looking like one; or `[texte](` when the line stops there, as
/// what makes links of addresses took the rest (`linked_after`).
pub fn link(line: &str, linked_after: bool) -> Option<Range<usize>> {
    let mut after = 0;
    while let Some(close) = pair(line, after, b']', b'(') {
        after = close + 2;
        let near = prose::tail(&line[..close], 300);
        let Some(open) = near.rfind('[').map(|i| close - near.len() + i) else {
            continue;
        };
        let text = &line[open + 1..close];
        let before = line[..open].chars().next_back();
        let called = before.is_some_and(|c| c.is_alphanumeric() || ")]_$>".contains(c));
        if text.trim().is_empty() || text.contains(']') || called {
            continue;
        }
        let start = if before == Some('!') { open - 1 } else { open };
        let rest = &line[close + 2..];
        if rest.is_empty() && linked_after {
            return Some(start..line.len());
        }
        if let Some(end) = prose::head(rest, 2000).find(')')
            && is_address(rest[..end].split(' ').next().unwrap_or_default())
        {
            return Some(start..close + 2 + end + 1);
        }
    }
    None
}

fn is_address(url: &str) -> bool {
    let begins = [
        "http://", "https://", "mailto:", "tel:", "/", "./", "../", "#", "www.",
    ];
    let ends = [".html", ".htm", ".md", ".pdf", ".png", ".jpg", ".svg", "/"];
    url.len() > 1
        && (begins.iter().any(|b| url.starts_with(b)) || ends.iter().any(|e| url.ends_with(e)))
}

/// kramdown's attributes: `{:.classe}`, `{: #ancre}`, `{:target="_blank"}`.
pub fn attributes(line: &str) -> Option<Range<usize>> {
    let start = pair(line, 0, b'{', b':')?;
    let rest = &line[start + 2..];
    let end = rest.find('}')?;
    let inside = rest[..end].trim_start();
    let names = inside.starts_with(['.', '#'])
        && inside[1..].starts_with(|c: char| c.is_ascii_alphabetic());
    let assigns = inside.split_once('=').is_some_and(|(name, value)| {
        name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
            && !name.is_empty()
            && value.starts_with(['"', '\'', '“', '”'])
    });
    (names || assigns).then(|| start..start + 2 + end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings() {
        assert_eq!(
            heading("#### **Une adaptation**"),
            Some((4, "**Une adaptation**"))
        );
        assert_eq!(heading("## Titre ##"), Some((2, "Titre")));
        for prose in [
            "#1 des ventes",
            "#mot",
            "####",
            "## 12",
            "####### Sept",
            "C# est",
        ] {
            assert_eq!(heading(prose), None, "{prose}");
        }
    }

    #[test]
    fn strong_emphasis_leans_on_words() {
        for leak in [
            "une **grande variation** du",
            "***L'élasticité :** une prise",
            "**Attention :**le",
            "l’**expertise**.",
            "(**voir**)",
        ] {
            assert!(strong(leak).is_some(), "{leak}");
        }
        for prose in [
            "f(*args, **kwargs) and g(**kwargs)",
            "2**3 and 4**5",
            "a ** b ** c",
            "src/**/a and **/*.rs, foo/**",
            "char **argv, char **envp",
            "prix** et taux**",
            "mot de passe : ********",
            "**",
        ] {
            assert!(strong(prose).is_none(), "{prose}");
        }
    }

    #[test]
    fn links_have_an_address() {
        assert_eq!(link("voir [le plan](/plan/) ici", false), Some(5..22));
        assert_eq!(link("![](a.png)", false), None);
        assert_eq!(link("![Plan](a.png)", false), Some(0..14));
        assert!(link("[texte](", true).is_some());
        for prose in [
            "a[i](x)",
            "[a](b)",
            "[texte](",
            "f()[0](/x)",
            "[1](voir note)",
        ] {
            assert!(link(prose, false).is_none(), "{prose}");
        }
    }

    #[test]
    fn tables_fences_attributes() {
        assert!(is_table_rule("|---|:---:|"));
        assert!(!is_table_rule("------"));
        assert!(!is_table_rule("+---+---+"));
        assert!(is_fence("```python"));
        assert!(!is_fence("``mot''"));
        assert!(attributes("lien{:target=\"_blank\"}").is_some());
        assert!(attributes("{: .bouton}").is_some());
        assert!(attributes("{:a 1}").is_none());
        assert!(attributes("{:ok, x}").is_none());
    }

    #[test]
    fn whole_lines_in_emphasis() {
        assert!(is_emphasised("*\"L'hébergement de cette application :*"));
        assert!(!is_emphasised("* un point *"));
        assert!(!is_emphasised("*mot*"));
        assert!(!is_emphasised("**trois mots gras**"));
    }
}
