//! What the user declared about pages: what some are for, which make up one process.

use globset::GlobSet;

use super::files::SitePage;

/// What a page is for, where a rule depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PageKind {
    /// « Accueil ».
    Home,
    /// « Contact ».
    Contact,
    /// « Plan du site ».
    Sitemap,
    /// « Accessibilité »: the statement.
    Accessibility,
    /// « Mentions légales ».
    Legal,
    /// « Aide ».
    Help,
    /// « Recherche ».
    Search,
    /// « Authentification ».
    Login,
}

impl PageKind {
    /// Every kind.
    pub const ALL: [PageKind; 8] = [
        PageKind::Home,
        PageKind::Contact,
        PageKind::Sitemap,
        PageKind::Accessibility,
        PageKind::Legal,
        PageKind::Help,
        PageKind::Search,
        PageKind::Login,
    ];

    /// The word of `vigie.toml`.
    pub const fn name(self) -> &'static str {
        match self {
            PageKind::Home => "home",
            PageKind::Contact => "contact",
            PageKind::Sitemap => "sitemap",
            PageKind::Accessibility => "accessibility",
            PageKind::Legal => "legal",
            PageKind::Help => "help",
            PageKind::Search => "search",
            PageKind::Login => "login",
        }
    }

    /// The kind of this name.
    pub fn named(name: &str) -> Option<PageKind> {
        PageKind::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// Pages that people go through to do one thing: a payment, a request.
#[derive(Clone, Debug)]
pub struct Process {
    /// Its name, for people.
    pub name: String,
    /// Its pages.
    pub pages: GlobSet,
}

/// Declarations about pages, by patterns of their paths.
#[derive(Clone, Debug, Default)]
pub struct DeclaredPages {
    /// What pages are for.
    pub kinds: Vec<(PageKind, GlobSet)>,
    /// The processes.
    pub processes: Vec<Process>,
}

impl DeclaredPages {
    /// Whether a page is of a kind; `None` when nothing was declared of this kind, so that a check has only what it sees.
    pub fn is(&self, page: &SitePage, kind: PageKind) -> Option<bool> {
        let mut declared = self.kinds.iter().filter(|(k, _)| *k == kind).peekable();
        declared.peek()?;
        Some(declared.any(|(_, paths)| page.is_among(paths)))
    }

    /// Whether a page is its site's home page: as declared, else by its path.
    pub fn is_home(&self, page: &SitePage) -> bool {
        self.is(page, PageKind::Home)
            .unwrap_or_else(|| page.is_home())
    }

    /// What was declared of no page at all: names of kinds, then of processes.
    pub fn without_page<'d>(&'d self, pages: &[&SitePage]) -> Vec<&'d str> {
        let none = |paths: &GlobSet| !paths.is_empty() && !pages.iter().any(|p| p.is_among(paths));
        let kinds = self.kinds.iter().map(|(kind, paths)| (kind.name(), paths));
        let processes = self.processes.iter().map(|p| (p.name.as_str(), &p.pages));
        kinds
            .chain(processes)
            .filter(|(_, paths)| none(paths))
            .map(|(name, _)| name)
            .collect()
    }

    /// The first process a page is in, by its rank.
    pub fn process_of(&self, page: &SitePage) -> Option<u16> {
        let process = self.processes.iter().position(|p| page.is_among(&p.pages));
        process.and_then(|rank| u16::try_from(rank).ok())
    }
}

#[cfg(test)]
mod tests {
    use globset::{Glob, GlobSetBuilder};

    use super::*;

    fn paths(pattern: &str) -> GlobSet {
        let mut set = GlobSetBuilder::new();
        set.add(Glob::new(pattern).unwrap());
        set.build().unwrap()
    }

    fn page(site_path: &str) -> SitePage {
        SitePage {
            path: format!("_site/{site_path}"),
            site_path: site_path.to_owned(),
            site: 0,
        }
    }

    #[test]
    fn what_is_not_declared_is_not_denied() {
        let declared = DeclaredPages {
            kinds: vec![
                (PageKind::Contact, paths("contact.html")),
                (PageKind::Contact, paths("ecrire/*")),
            ],
            processes: Vec::new(),
        };
        let page = page("ecrire/index.html");
        assert_eq!(declared.is(&page, PageKind::Contact), Some(true));
        assert_eq!(declared.is(&page, PageKind::Home), None);
        let other = SitePage::alone("ecrire.html");
        assert_eq!(declared.is(&other, PageKind::Contact), Some(false));
    }

    #[test]
    fn home_is_as_declared_else_by_its_path() {
        let mut declared = DeclaredPages::default();
        assert!(declared.is_home(&page("index.html")));
        assert!(!declared.is_home(&page("accueil.html")));
        declared.kinds = vec![(PageKind::Home, paths("accueil.html"))];
        assert!(declared.is_home(&page("accueil.html")));
        assert!(!declared.is_home(&page("index.html")));
    }

    #[test]
    fn a_page_is_in_one_process() {
        let process = |pattern| Process {
            name: String::new(),
            pages: paths(pattern),
        };
        let declared = DeclaredPages {
            kinds: Vec::new(),
            processes: vec![process("acte/*"), process("*/paiement.html")],
        };
        assert_eq!(declared.process_of(&page("acte/1.html")), Some(0));
        assert_eq!(declared.process_of(&page("acte/paiement.html")), Some(0));
        assert_eq!(declared.process_of(&page("taxe/paiement.html")), Some(1));
        assert_eq!(declared.process_of(&page("index.html")), None);
    }

    #[test]
    fn what_is_declared_of_no_page_is_told() {
        let declared = DeclaredPages {
            kinds: vec![
                (PageKind::Contact, paths("contact.html")),
                (PageKind::Help, paths("aide.html")),
                (PageKind::Legal, GlobSet::empty()),
            ],
            processes: vec![Process {
                name: "Acte".to_owned(),
                pages: paths("acte/*"),
            }],
        };
        let contact = page("contact.html");
        assert_eq!(declared.without_page(&[&contact]), ["help", "Acte"]);
    }

    #[test]
    fn kinds_have_one_name_each() {
        for kind in PageKind::ALL {
            assert_eq!(PageKind::named(kind.name()), Some(kind));
        }
    }
}
