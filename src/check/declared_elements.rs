//! What the user declared about elements: what images are for, what tables are.

use crate::dom::{Element, Selector};

/// What an image is declared to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeclaredImage {
    /// It says something («porteuse d’information»).
    Informative,
    /// It says nothing («de décoration»).
    Decorative,
}

/// What a table is declared to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeclaredTable {
    /// Data, with headers on one row and one column at most.
    Data,
    /// Data, with headers elsewhere too or that hold for a part only.
    Complex,
    /// Layout only.
    Layout,
}

/// Declarations about elements, by selectors that match them. Of two that match one element, the first wins, in the order written here.
#[derive(Clone, Debug, Default)]
pub struct DeclaredElements {
    /// Images that inform.
    pub informative: Vec<Selector>,
    /// Images that decorate.
    pub decorative: Vec<Selector>,
    /// Complex tables of data.
    pub complex: Vec<Selector>,
    /// Simple tables of data.
    pub data: Vec<Selector>,
    /// Tables of layout.
    pub layout: Vec<Selector>,
}

impl DeclaredElements {
    /// What an image was declared to be.
    pub fn image(&self, image: Element<'_>) -> Option<DeclaredImage> {
        if matches(&self.informative, image) {
            Some(DeclaredImage::Informative)
        } else if matches(&self.decorative, image) {
            Some(DeclaredImage::Decorative)
        } else {
            None
        }
    }

    /// What a table was declared to be.
    pub fn table(&self, table: Element<'_>) -> Option<DeclaredTable> {
        if matches(&self.complex, table) {
            Some(DeclaredTable::Complex)
        } else if matches(&self.data, table) {
            Some(DeclaredTable::Data)
        } else if matches(&self.layout, table) {
            Some(DeclaredTable::Layout)
        } else {
            None
        }
    }
}

fn matches(selectors: &[Selector], element: Element<'_>) -> bool {
    selectors.iter().any(|s| s.matches(element))
}
