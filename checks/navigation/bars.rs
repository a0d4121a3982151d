//! The blocks that pages share: menus, search, link to the sitemap, skip link, and the zones around them; what is kept of each page.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::check::{
    Context, Destination, FNV_OFFSET, PageKind, Resolver, SiteFiles, SitePage, file_key, fnv,
    short_hash,
};
use crate::dom::{Element, NodeId};

use super::skip_link_broken::{FIRST_LINKS, names_content};
use super::{fragments, sitemap};

/// Which block, whatever the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Kind {
    /// A navigation landmark, by what it links to.
    Bar(u32),
    /// A trail of parent pages.
    Breadcrumb,
    /// The first link to the content.
    Skip,
    /// The access to the search.
    Search,
    /// The link to the sitemap.
    Sitemap,
    /// `header` of the page.
    Header,
    /// `main`.
    Main,
    /// `footer` of the page.
    Footer,
}

/// A block of one page.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Block {
    pub kind: Kind,
    /// Its element.
    pub at: NodeId,
    /// Where its subtree ends.
    pub end: NodeId,
    /// For a bar, what it would be known by if it linked to its own page, as menus often do on other pages.
    pub or: u32,
}

/// A way to something, the same on two pages when all of it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Access {
    /// What it leads to.
    pub to: u64,
    /// What it says, or the name of the field.
    pub says: u64,
    /// The zone it is in.
    pub zone: u8,
}

/// What is kept of a page.
#[derive(Debug, Serialize, Deserialize)]
pub struct Bars {
    pub site: u32,
    pub home: bool,
    /// Scripts may change it.
    pub unsettled: bool,
    pub blocks: Box<[Block]>,
    /// Pages that menus outside the footer link to, and the page itself: hashes, sorted.
    pub menu: Box<[u32]>,
    /// Its link to the sitemap, if it has one and no other.
    pub sitemap: Option<Access>,
    /// Its search form, if it has one and no other.
    pub search: Option<Access>,
    /// Whether anything on it may be a search.
    pub may_search: bool,
    /// Whether it, or a link of it, may be a sitemap.
    pub may_map: bool,
    /// The page as a file, when it is the sitemap.
    pub is_sitemap: Option<u64>,
    /// Of the links of the sitemap's content, those that lead to files of the site, and the others.
    pub map_links: (u32, u32),
    /// What they lead to: hashes, sorted.
    pub mapped: Box<[u32]>,
    /// Whether a link may lead to another page of the site.
    pub leads_on: bool,
}

/// Links of a bar that are looked at.
const LINKS: usize = 48;

/// Blocks kept of a page.
const BLOCKS: usize = 12;

/// Gathers the blocks of a page in one walk.
pub fn collect(cx: &Context<'_>, page: &SitePage, files: &dyn SiteFiles) -> Option<Bars> {
    let (doc, semantics) = (cx.doc(), cx.semantics());
    if semantics.is_redirect() {
        return None;
    }
    let mut resolver = cx.resolver();
    let mut bars = Bars {
        site: page.site,
        home: cx.options().pages.is_home(page),
        unsettled: cx.scripts_may_change(),
        blocks: Box::default(),
        menu: Box::default(),
        sitemap: None,
        search: None,
        may_search: false,
        may_map: false,
        is_sitemap: cx
            .options()
            .pages
            .is(page, PageKind::Sitemap)
            .unwrap_or_else(|| sitemap::is_sitemap(doc))
            .then(|| page.key()),
        map_links: (0, 0),
        mapped: Box::default(),
        leads_on: false,
    };
    let mut menu = vec![short_hash(&page.site_path)];
    let mut mapped = Vec::new();
    let mut blocks: Vec<Block> = Vec::new();
    let (mut searches, mut sitemaps, mut links) = (0u32, 0u32, 0u32);
    // Where the zones end that the walk is in.
    let (mut header, mut footer, mut main, mut bar, mut search) = (0, 0, 0, 0, 0);
    for e in doc.elements().filter(|e| e.is_html() && !e.in_template()) {
        let id = e.id();
        let block = |kind| Block {
            kind,
            at: id,
            end: e.subtree_end(),
            or: 0,
        };
        let role = e.tokens("role").next();
        let is = |wanted: &str| role.is_some_and(|r| r.eq_ignore_ascii_case(wanted));
        let in_main = id < main;
        match e.name() {
            "main" => {
                main = e.subtree_end();
                blocks.push(block(Kind::Main));
            }
            "header" if !in_main && header == 0 => {
                header = e.subtree_end();
                blocks.push(block(Kind::Header));
            }
            "footer" if !in_main && id >= footer => {
                footer = e.subtree_end();
                blocks.push(block(Kind::Footer));
            }
            "a" | "area" if e.has_attr("href") => {
                links += 1;
                let href = e.attr("href").unwrap_or_default();
                let followed = resolver.follow(href).map(|f| &f.to);
                let to = match followed {
                    Some(Destination::File(path)) => Some(*path),
                    _ => None,
                };
                let elsewhere = matches!(followed, Some(Destination::Elsewhere));
                let in_site = to.is_some()
                    || matches!(
                        followed,
                        Some(Destination::Folder(_) | Destination::Missing(_))
                    );
                let web = !href.contains(':') || href.trim_ascii_start().starts_with("http");
                bars.leads_on |= in_site || elsewhere && web && files.base().host.is_none();
                if bars.is_sitemap.is_some() && (main == 0 || in_main) {
                    match to.is_some() && !href.contains('#') {
                        true => bars.map_links.0 += 1,
                        false => bars.map_links.1 += 1,
                    }
                }
                if bars.is_sitemap.is_some()
                    && in_main
                    && let Some(path) = to
                {
                    mapped.push(short_hash(path));
                }
                if let Some(path) = to
                    && id < bar
                    && id >= footer
                {
                    menu.push(short_hash(path));
                }
                if links <= FIRST_LINKS
                    && !blocks.iter().any(|b| b.kind == Kind::Skip)
                    && fragments::fragment_of(e).is_some()
                    && names_content(&semantics.name(e).text)
                {
                    blocks.push(block(Kind::Skip));
                }
                let text = e.text_content();
                let names = |text: &str| sitemap::is_name(text);
                if names(&text) || e.attr("aria-label").is_some_and(names) {
                    sitemaps += 1;
                    bars.may_map = true;
                    let zone = u8::from(id < header)
                        | u8::from(id < footer) << 1
                        | u8::from(in_main) << 2
                        | u8::from(id < bar) << 3;
                    bars.sitemap = to.map(|path| Access {
                        to: file_key(page.site, path),
                        says: fnv(FNV_OFFSET, text.trim().to_lowercase().as_bytes()),
                        zone,
                    });
                    blocks.push(block(Kind::Sitemap));
                }
                bars.may_search = bars.may_search || says_search(&text) || says_search(href);
            }
            "input" if e.attr_is("type", "search") && id >= search => {
                searches += 1;
                let form = e.closest(&["form"]).unwrap_or(e);
                bars.search = access(form, &mut resolver, page);
                search = e.subtree_end();
                blocks.push(block(Kind::Search));
            }
            "input" => {
                // Any field where words are typed may be a search.
                bars.may_search |= e
                    .attr("type")
                    .is_none_or(|t| t.is_empty() || t.eq_ignore_ascii_case("text"));
            }
            "button" => bars.may_search = true,
            "h1" | "title" => bars.may_map |= says_map(&e.text_content()),
            _ if id >= search && (is("search") || e.is("search")) => {
                searches += 1;
                bars.search = access(e, &mut resolver, page);
                search = e.subtree_end();
                blocks.push(block(Kind::Search));
            }
            _ if id >= bar && (is("navigation") || role.is_none() && e.is("nav")) => {
                bar = e.subtree_end();
                if semantics.is_rendered(e)
                    && let Some((kind, or)) =
                        kind_of(e, &mut resolver, &page.site_path, &semantics.name(e).text)
                {
                    blocks.push(Block { or, ..block(kind) });
                }
            }
            _ => {}
        }
    }
    if searches != 1 {
        bars.search = None;
        blocks.retain(|b| b.kind != Kind::Search);
    }
    bars.may_search |= searches > 0;
    if sitemaps != 1 {
        bars.sitemap = None;
        blocks.retain(|b| b.kind != Kind::Sitemap);
    }
    // What a page has twice has no place of its own.
    let mut counts: HashMap<Kind, u32> = HashMap::new();
    for block in &blocks {
        *counts.entry(block.kind).or_default() += 1;
    }
    blocks.retain(|b| counts[&b.kind] == 1);
    blocks.truncate(BLOCKS);
    menu.sort_unstable();
    menu.dedup();
    bars.blocks = blocks.into();
    bars.menu = menu.into();
    mapped.sort_unstable();
    bars.mapped = mapped.into();
    Some(bars)
}

/// Tells of each link of a page to another, in document order: what it leads to, as [`Bars::menu`] has it.
pub fn each_link(
    cx: &Context<'_>,
    page: &SitePage,
    files: &dyn SiteFiles,
    mut tell: impl FnMut(u32, Element<'_>),
) {
    let mut resolver = Resolver::new(cx.doc(), page, files);
    for link in cx
        .doc()
        .elements()
        .filter(|e| e.is("a") && !e.in_template())
    {
        if let Some(followed) = link.attr("href").and_then(|href| resolver.follow(href))
            && let Destination::File(path) = followed.to
        {
            tell(short_hash(path), link);
        }
    }
}

/// Which bar a navigation landmark is: by its links to pages; `None` where it has too few.
fn kind_of<'p>(
    nav: Element<'p>,
    resolver: &mut Resolver<'p>,
    own: &str,
    label: &str,
) -> Option<(Kind, u32)> {
    let label = label.to_lowercase();
    const TRAILS: [&str; 4] = [
        "fil d’ariane",
        "fil d'ariane",
        "vous êtes ici",
        "breadcrumb",
    ];
    if TRAILS.iter().any(|t| label.contains(t)) {
        return Some((Kind::Breadcrumb, 0));
    }
    let mut targets = Vec::new();
    let links = nav.descendants().filter(|e| e.is("a")).take(LINKS);
    for href in links.filter_map(|e| e.attr("href")) {
        if let Some(followed) = resolver.follow(href)
            && let Destination::File(path) = followed.to
        {
            targets.push(short_hash(path));
        }
    }
    if targets.len() < 2 {
        return None;
    }
    let key = |targets: &mut Vec<u32>| {
        targets.sort_unstable();
        targets.dedup();
        let key = targets
            .iter()
            .fold(FNV_OFFSET, |h, t| fnv(h, &t.to_le_bytes()));
        (key ^ (key >> 32)) as u32
    };
    let plain = key(&mut targets);
    targets.push(short_hash(own));
    Some((Kind::Bar(plain), key(&mut targets)))
}

/// Where a search form sends what is typed, and under which name.
fn access<'p>(zone: Element<'p>, resolver: &mut Resolver<'p>, page: &SitePage) -> Option<Access> {
    let mut inside = std::iter::once(zone).chain(zone.descendants());
    let form = inside
        .find(|e| e.is("form"))
        .or_else(|| zone.closest(&["form"]))?;
    let action = form.attr("action")?;
    let to = match resolver.follow(action).map(|f| &f.to) {
        Some(Destination::File(path)) => file_key(page.site, path),
        Some(Destination::Elsewhere) if action.contains("//") => fnv(FNV_OFFSET, action.as_bytes()),
        _ => return None,
    };
    let field = form.descendants().find(|e| {
        e.is("input")
            && e.attr("type")
                .is_none_or(|t| t.eq_ignore_ascii_case("search") || t.eq_ignore_ascii_case("text"))
    })?;
    Some(Access {
        to,
        says: fnv(FNV_OFFSET, field.attr("name")?.as_bytes()),
        zone: 0,
    })
}

fn says_search(text: &str) -> bool {
    let text = text.to_lowercase();
    ["cherche", "search", "trouver", "find"]
        .iter()
        .any(|w| text.contains(w))
}

fn says_map(text: &str) -> bool {
    let text = text.to_lowercase();
    [
        "plan",
        "sitemap",
        "site map",
        "arborescence",
        "index",
        "sommaire",
        "toutes les pages",
        "contents",
    ]
    .iter()
    .any(|w| text.contains(w))
}
