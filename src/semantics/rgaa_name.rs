//! Names in the order the RGAA glossary gives for each kind of object.

use super::{Name, Semantics};
use crate::dom::Element;

impl<'a> Semantics<'a> {
    /// The name in the RGAA's own order for this kind of object (glossary «Alternative textuelle», «Intitulé de lien»,
    /// «Étiquette de champ», «Bouton»).
    pub fn rgaa_name(&self, element: Element<'a>) -> Name<'a> {
        self.name(element).clone()
    }
}
