//! One cause for many missing files: the folder they are in.

use std::collections::HashMap;

/// A missing file and the missing folder it is in, as [`super::missing::Broken`] identifies them.
pub type Keys = (u64, u64);

/// A missing file of a site, see [`Broken::key`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Missing {
    pub site: u32,
    pub key: u64,
}

/// Files of one missing folder that are asked for, from which on the folder is what is missing.
const SEVERAL: usize = 3;

/// A missing file asked for on a page.
pub struct Met {
    pub site: u32,
    pub keys: Keys,
    pub page: usize,
}

/// From missing files to what to say: the folder, where several files of one missing folder are asked for. How many files each stands
/// for.
pub fn by_cause(met: Vec<Met>) -> (Vec<(Missing, u32)>, HashMap<Missing, usize>) {
    let mut files: Vec<(u32, u64, u64)> = met
        .iter()
        .filter(|m| m.keys.1 != 0)
        .map(|m| (m.site, m.keys.1, m.keys.0))
        .collect();
    files.sort_unstable();
    files.dedup();
    let folders: HashMap<Missing, usize> = files
        .chunk_by(|a, b| (a.0, a.1) == (b.0, b.1))
        .filter(|chunk| chunk.len() >= SEVERAL)
        .map(|chunk| {
            let (site, key, _) = chunk[0];
            (Missing { site, key }, chunk.len())
        })
        .collect();
    let cause = |m: &Met| {
        let (site, (file, folder)) = (m.site, m.keys);
        let folder = Missing { site, key: folder };
        let missing = match folders.contains_key(&folder) {
            true => folder,
            false => Missing { site, key: file },
        };
        (missing, m.page as u32)
    };
    (met.iter().map(cause).collect(), folders)
}
