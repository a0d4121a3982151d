//! What the user declared that checks may rely on.

use super::declared::DeclaredPages;
use super::declared_elements::DeclaredElements;
use crate::text::Lang;

/// Declarations of the configuration that change what can be proven.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Language of messages.
    pub lang: Lang,
    /// The site's scripts are declared not to change what is judged: `passed` and `inapplicable` hold in spite of them.
    pub scripts_inert: bool,
    /// Several pages are audited together, so the page is not a whole site by itself.
    pub site_of_many: bool,
    /// What pages are for, and the processes.
    pub pages: DeclaredPages,
    /// What images and tables are.
    pub elements: DeclaredElements,
    /// The language that pages without one are in, for certain: what mends `html` without `lang`.
    pub set_lang: Option<String>,
    /// What mends a place only if the rest of the site allows it is wanted too: `vigie fix`.
    pub fixing: bool,
    /// Today, where it is known: year, month, day. Nothing is said to be out of date without it.
    pub today: Option<(i32, u8, u8)>,
}
