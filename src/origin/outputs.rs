//! Which page a content file becomes: permalinks, front matter, slugs and dates, by generator.

use std::collections::BTreeMap;
use std::path::Path;

use super::detect::Generator;
use super::files;
use super::front::{self, Front};

/// What a generator's configuration says of paths.
#[derive(Debug, Default)]
pub struct Rules {
    generator: Option<Generator>,
    keys: BTreeMap<String, Vec<String>>,
    /// Eleventy's input folder, with its `/`.
    input: String,
}

impl Rules {
    /// Reads a configuration file.
    pub fn read(known: Option<&(Generator, std::path::PathBuf)>) -> Rules {
        let Some((generator, config)) = known else {
            return Rules::default();
        };
        let text = files::read(config).unwrap_or_default();
        let extension = config
            .extension()
            .and_then(|e| e.to_str())
            .unwrap_or_default();
        let keys = match extension {
            "toml" => front::toml(&text),
            "yml" | "yaml" | "json" => front::yaml(&text),
            _ => BTreeMap::new(),
        };
        let input = match generator {
            Generator::Eleventy => quoted_after(&text, "input"),
            _ => None,
        };
        let input = input.unwrap_or_default();
        let input = input.trim_start_matches("./").trim_matches('/');
        Rules {
            generator: Some(*generator),
            keys,
            input: if matches!(input, "" | ".") {
                String::new()
            } else {
                format!("{input}/")
            },
        }
    }

    fn key(&self, key: &str) -> Option<&str> {
        match self.keys.get(key)?.as_slice() {
            [one] => Some(one),
            _ => None,
        }
    }

    /// The pages that a content file can become, as [`page_key`] names them; none for a file that is no page.
    pub fn outputs(&self, path: &str, front: &Front) -> Vec<String> {
        let mut out = match self.generator {
            Some(Generator::Jekyll) => self.jekyll(path, front),
            Some(Generator::Hugo) => self.hugo(path, front),
            Some(Generator::Zola) => zola(path, front),
            Some(Generator::Eleventy) => self.eleventy(path, front),
            Some(Generator::Astro) => astro(path, front),
            None => vec![stem(path).to_owned()],
        };
        for page in &mut out {
            *page = page_key(page);
        }
        out.sort();
        out.dedup();
        out
    }

    fn jekyll(&self, path: &str, front: &Front) -> Vec<String> {
        let parts: Vec<&str> = path.split('/').collect();
        let special = parts
            .iter()
            .position(|part| part.starts_with('_') && !part.contains('.'));
        let own = front.get("permalink");
        let Some(at) = special.filter(|&at| at + 1 < parts.len()) else {
            return match own {
                Some(own) => vec![own.to_owned()],
                None if front.is_there() || !is_markdown(path) => vec![stem(path).to_owned()],
                None => Vec::new(),
            };
        };
        let collection = &parts[at][1..];
        let name = stem(parts[parts.len() - 1]);
        let (dated, title) = date_of(name);
        let date = front.get("date").and_then(date).or(dated);
        let posts = matches!(collection, "posts" | "drafts");
        let style = own
            .or_else(|| self.key(&format!("collections.{collection}.permalink")))
            .or_else(|| self.key("permalink").filter(|_| posts))
            .unwrap_or(if posts { "date" } else { "/:collection/:path" });
        let style = match style {
            "date" => "/:categories/:year/:month/:day/:title",
            "pretty" if posts => "/:categories/:year/:month/:day/:title/",
            "none" => "/:categories/:title",
            "pretty" => "/:collection/:path/",
            other => other,
        };
        let mut categories: Vec<String> = parts[..at].iter().map(|p| (*p).to_owned()).collect();
        for key in ["category", "categories"] {
            match front.keys.get(key).map(Vec::as_slice) {
                Some([one]) if key == "categories" => {
                    // A text is words, a list of one is one: which it was is not known, so both.
                    categories.push(one.clone());
                }
                Some(all) => categories.extend(all.iter().cloned()),
                None => {}
            }
        }
        let rest = parts[at + 1..].join("/");
        let slug = front.get("slug").unwrap_or(title);
        let fill = |categories: &str| {
            let values = [
                (":collection", collection),
                (":path", stem(&rest)),
                (":output_ext", ".html"),
            ];
            fill(
                style,
                date,
                &[
                    (":categories", categories),
                    (":title", slug),
                    (":slug", slug),
                    (":name", name),
                ],
                &values,
            )
        };
        let joined = categories.join("/").to_lowercase();
        let mut out = vec![fill(&joined)];
        let words = joined.replace(' ', "/");
        if words != joined {
            out.push(fill(&words));
        }
        out
    }

    fn hugo(&self, path: &str, front: &Front) -> Vec<String> {
        let folder = self
            .key("contentDir")
            .or_else(|| self.key("contentdir"))
            .unwrap_or("content");
        let Some(rest) = path.strip_prefix(folder).and_then(|r| r.strip_prefix('/')) else {
            return Vec::new();
        };
        if let Some(url) = front.get("url") {
            return vec![url.to_owned()];
        }
        let mut rest = stem(rest);
        let mut language = None;
        if let Some((before, suffix)) = rest.rsplit_once('.')
            && (2..=5).contains(&suffix.len())
            && suffix.bytes().all(|b| b.is_ascii_alphabetic() || b == b'-')
        {
            (rest, language) = (before, Some(suffix));
        }
        let (folder, name) = rest.rsplit_once('/').unwrap_or(("", rest));
        let bundle = matches!(name, "index" | "_index");
        let (folder, name) = if bundle {
            folder.rsplit_once('/').unwrap_or(("", folder))
        } else {
            (folder, name)
        };
        let section = rest
            .split('/')
            .next()
            .filter(|_| rest.contains('/'))
            .unwrap_or_default();
        let slug = front.get("slug").unwrap_or(name);
        let page = match self
            .key(&format!("permalinks.{section}"))
            .filter(|_| rest.rsplit('/').next() != Some("_index"))
        {
            Some(style) => {
                let title = front.get("title").unwrap_or(slug);
                let values = [
                    (":title", title),
                    (":slug", slug),
                    (":filename", name),
                    (":contentbasename", name),
                ];
                fill(
                    style,
                    front.get("date").and_then(date),
                    &values,
                    &[(":sections", folder), (":section", section)],
                )
            }
            None => format!("{folder}/{slug}"),
        };
        match language {
            Some(language) => vec![format!("{language}/{page}"), page],
            None => vec![page],
        }
    }

    fn eleventy(&self, path: &str, front: &Front) -> Vec<String> {
        let Some(rest) = path.strip_prefix(&*self.input) else {
            return Vec::new();
        };
        if let Some(own) = front.get("permalink") {
            return match own {
                "false" => Vec::new(),
                own if own.contains("{{") || own.contains("{%") => Vec::new(),
                own => vec![own.to_owned()],
            };
        }
        let rest = stem(rest).trim_end_matches(".11ty");
        let (folder, name) = rest.rsplit_once('/').unwrap_or(("", rest));
        vec![format!("{folder}/{}", date_of(name).1)]
    }
}

fn zola(path: &str, front: &Front) -> Vec<String> {
    let Some(rest) = path.strip_prefix("content/") else {
        return Vec::new();
    };
    if let Some(own) = front.get("path") {
        return vec![own.to_owned()];
    }
    let rest = stem(rest);
    let (mut folder, mut name) = rest.rsplit_once('/').unwrap_or(("", rest));
    if matches!(name, "index" | "_index") {
        (folder, name) = folder.rsplit_once('/').unwrap_or(("", folder));
    }
    let name = date_of(name).1;
    vec![format!("{folder}/{}", front.get("slug").unwrap_or(name))]
}

fn astro(path: &str, front: &Front) -> Vec<String> {
    if let Some(rest) = path.strip_prefix("src/pages/") {
        return if rest.contains('[') {
            Vec::new()
        } else {
            vec![stem(rest).to_owned()]
        };
    }
    let Some(rest) = path.strip_prefix("src/content/") else {
        return Vec::new();
    };
    let rest = stem(rest);
    let (collection, name) = rest.split_once('/').unwrap_or(("", rest));
    let name = front.get("slug").unwrap_or(name);
    vec![format!("{collection}/{name}"), name.to_owned()]
}

/// A page's path as it is compared: without `index.html`, `.html`, slashes around; lower case, blanks as `-`.
pub fn page_key(path: &str) -> String {
    let path = path
        .trim_start_matches("./")
        .to_lowercase()
        .replace([' ', '\\'], "-");
    let path = path
        .strip_suffix(".html")
        .or_else(|| path.strip_suffix(".htm"))
        .unwrap_or(&path);
    let path = path.trim_matches('/');
    let path = match path.strip_suffix("index") {
        Some(folder) if folder.is_empty() || folder.ends_with('/') => folder,
        _ => path,
    };
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    parts.join("/")
}

/// A path without its last extension.
fn stem(path: &str) -> &str {
    let name = path.rfind('/').map_or(0, |n| n + 1);
    match path[name..].rfind('.') {
        Some(dot) if dot > 0 => &path[..name + dot],
        _ => path,
    }
}

fn is_markdown(path: &str) -> bool {
    let extension = Path::new(path).extension().and_then(|e| e.to_str());
    matches!(
        extension,
        Some("md" | "markdown" | "mkd" | "mkdn" | "mdown")
    )
}

type Date<'t> = (&'t str, &'t str, &'t str);

/// The date that a text begins with.
fn date(text: &str) -> Option<Date<'_>> {
    let digits = |from: usize, to: usize| {
        text.get(from..to)
            .filter(|part| part.bytes().all(|b| b.is_ascii_digit()))
    };
    let marks = text.get(4..5) == Some("-") && text.get(7..8) == Some("-");
    let found = (digits(0, 4)?, digits(5, 7)?, digits(8, 10)?);
    marks.then_some(found)
}

/// The date and the rest of `2024-05-06-name`.
fn date_of(name: &str) -> (Option<Date<'_>>, &str) {
    match date(name) {
        Some(found) => match name[10..].strip_prefix(['-', '_']) {
            Some(rest) => (Some(found), rest),
            None => (None, name),
        },
        None => (None, name),
    }
}

/// A permalink with its words filled in.
fn fill(
    style: &str,
    date: Option<Date<'_>>,
    texts: &[(&str, &str)],
    more: &[(&str, &str)],
) -> String {
    let (year, month, day) = date.unwrap_or_default();
    let mut out = style.to_owned();
    let short = year.get(2..).unwrap_or_default();
    let dates = [
        (":i_month", month.trim_start_matches('0')),
        (":i_day", day.trim_start_matches('0')),
        (":short_year", short),
        (":year", year),
        (":month", month),
        (":day", day),
    ];
    for (word, value) in texts.iter().chain(more).chain(&dates) {
        out = out.replace(word, value);
    }
    out
}

/// The quoted text after a key in a program: `input: "src"`.
fn quoted_after(text: &str, key: &str) -> Option<String> {
    let mut rest = text;
    while let Some(at) = rest.find(key) {
        rest = &rest[at + key.len()..];
        let after = rest.trim_start_matches(['"', '\'']).trim_start();
        if let Some(value) = after.strip_prefix(':') {
            let value = value.trim_start();
            let quote = value.chars().next()?;
            if matches!(quote, '"' | '\'' | '`') {
                return value[1..].split(quote).next().map(str::to_owned);
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(generator: Generator, keys: &str) -> Rules {
        Rules {
            generator: Some(generator),
            keys: front::yaml(keys),
            input: String::new(),
        }
    }

    fn front(keys: &str) -> Front {
        front::read(&format!("---\n{keys}\n---\n"))
    }

    #[test]
    fn jekyll() {
        let plain = rules(Generator::Jekyll, "title: x");
        let post = "_posts/2024-07-03-focus-cloud.markdown";
        let of = |rules: &Rules, path: &str, keys: &str| rules.outputs(path, &front(keys));
        assert_eq!(
            of(&plain, post, "title: t\ncategories:\n- Actualités"),
            ["actualités/2024/07/03/focus-cloud"]
        );
        assert_eq!(
            of(&plain, post, "date: 2023-01-02 10:00\ncategories: a b"),
            ["a-b/2023/01/02/focus-cloud", "a/b/2023/01/02/focus-cloud"]
        );
        assert_eq!(of(&plain, post, "permalink: /x/"), ["x"]);
        let styled = rules(
            Generator::Jekyll,
            "permalink: /blog/:title/\ncollections: {notes: {output: true}}",
        );
        assert_eq!(of(&styled, post, "a: b"), ["blog/focus-cloud"]);
        assert_eq!(of(&styled, "_notes/a/b.md", "a: b"), ["notes/a/b"]);
        assert_eq!(of(&styled, "about/index.md", "a: b"), ["about"]);
        assert_eq!(of(&styled, "index.html", "a: b"), [""]);
        assert_eq!(
            page_key("actualités/2024/07/03/focus-cloud.html"),
            "actualités/2024/07/03/focus-cloud"
        );
    }

    #[test]
    fn others() {
        let hugo = rules(Generator::Hugo, "permalinks: {posts: '/:year/:slug/'}");
        assert_eq!(hugo.outputs("content/a/b.md", &front("x: y")), ["a/b"]);
        assert_eq!(
            hugo.outputs("content/a/B c/index.fr.md", &front("x: y")),
            ["a/b-c", "fr/a/b-c"]
        );
        assert_eq!(hugo.outputs("content/_index.md", &front("x: y")), [""]);
        assert_eq!(
            hugo.outputs(
                "content/posts/p.md",
                &front("slug: s\ndate: 2024-05-06T00:00:00Z")
            ),
            ["2024/s"]
        );
        assert!(hugo.outputs("layouts/a.html", &front("x: y")).is_empty());
        let eleventy = rules(Generator::Eleventy, "x: y");
        assert_eq!(
            eleventy.outputs("posts/2024-05-06-a.md", &front("x: y")),
            ["posts/a"]
        );
        assert_eq!(
            eleventy.outputs("a.md", &front("permalink: /b/c.html")),
            ["b/c"]
        );
        assert!(
            eleventy
                .outputs("a.md", &front("permalink: '/{{ x }}/'"))
                .is_empty()
        );
        let zola = rules(Generator::Zola, "x: y");
        assert_eq!(
            zola.outputs("content/blog/2024-05-06-a.md", &front("x: y")),
            ["blog/a"]
        );
        let astro = rules(Generator::Astro, "x: y");
        assert_eq!(
            astro.outputs("src/pages/a/index.astro", &front("x: y")),
            ["a"]
        );
        assert_eq!(
            quoted_after("dir: { input: './src' }", "input").as_deref(),
            Some("./src")
        );
    }
}
