//! File names: extensions and what they hold.
//!
//! Sources: IANA media types registry for each format; RGAA 4.1.2 glossary «Fichier en téléchargement», «Média temporel»; test 13.3.1
//! (office documents). Extensions are matched without regard to ASCII case.

/// What a file holds, by its extension.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// Still or animated images.
    Image,
    Audio,
    Video,
    /// Documents read in an office or reading program: those of RGAA 13.3.1.
    Document,
    /// Several files in one.
    Archive,
    /// Pages that the browser shows itself.
    Page,
    /// Data, text and feeds, scripts and styles.
    Data,
    /// Captions and subtitles.
    Captions,
}

/// Sorted by extension.
const EXTENSIONS: &[(&str, Family)] = &[
    ("3gp", Family::Video),
    ("7z", Family::Archive),
    ("aac", Family::Audio),
    ("aif", Family::Audio),
    ("aiff", Family::Audio),
    ("apng", Family::Image),
    ("asp", Family::Page),
    ("aspx", Family::Page),
    ("avi", Family::Video),
    ("avif", Family::Image),
    ("bmp", Family::Image),
    ("bz2", Family::Archive),
    ("cfm", Family::Page),
    ("css", Family::Data),
    ("csv", Family::Data),
    ("cur", Family::Image),
    ("do", Family::Page),
    ("doc", Family::Document),
    ("docm", Family::Document),
    ("docx", Family::Document),
    ("dot", Family::Document),
    ("dotx", Family::Document),
    ("eps", Family::Image),
    ("epub", Family::Document),
    ("flac", Family::Audio),
    ("flv", Family::Video),
    ("geojson", Family::Data),
    ("gif", Family::Image),
    ("gz", Family::Archive),
    ("heic", Family::Image),
    ("heif", Family::Image),
    ("htm", Family::Page),
    ("html", Family::Page),
    ("ico", Family::Image),
    ("ics", Family::Data),
    ("jfif", Family::Image),
    ("jpe", Family::Image),
    ("jpeg", Family::Image),
    ("jpg", Family::Image),
    ("js", Family::Data),
    ("json", Family::Data),
    ("jsp", Family::Page),
    ("jxl", Family::Image),
    ("key", Family::Document),
    ("m3u8", Family::Video),
    ("m4a", Family::Audio),
    ("m4v", Family::Video),
    ("md", Family::Data),
    ("mid", Family::Audio),
    ("midi", Family::Audio),
    ("mjs", Family::Data),
    ("mkv", Family::Video),
    ("mobi", Family::Document),
    ("mov", Family::Video),
    ("mp3", Family::Audio),
    ("mp4", Family::Video),
    ("mpd", Family::Video),
    ("mpeg", Family::Video),
    ("mpg", Family::Video),
    ("numbers", Family::Document),
    ("odf", Family::Document),
    ("odg", Family::Document),
    ("odp", Family::Document),
    ("ods", Family::Document),
    ("odt", Family::Document),
    ("oga", Family::Audio),
    ("ogg", Family::Audio),
    ("ogv", Family::Video),
    ("opus", Family::Audio),
    ("ott", Family::Document),
    ("pages", Family::Document),
    ("pdf", Family::Document),
    ("php", Family::Page),
    ("png", Family::Image),
    ("pps", Family::Document),
    ("ppsx", Family::Document),
    ("ppt", Family::Document),
    ("pptm", Family::Document),
    ("pptx", Family::Document),
    ("rar", Family::Archive),
    ("rss", Family::Data),
    ("rtf", Family::Document),
    ("shtml", Family::Page),
    ("srt", Family::Captions),
    ("svg", Family::Image),
    ("svgz", Family::Image),
    ("tar", Family::Archive),
    ("tgz", Family::Archive),
    ("tif", Family::Image),
    ("tiff", Family::Image),
    ("ttml", Family::Captions),
    ("txt", Family::Data),
    ("vtt", Family::Captions),
    ("wav", Family::Audio),
    ("weba", Family::Audio),
    ("webm", Family::Video),
    ("webp", Family::Image),
    ("wma", Family::Audio),
    ("wmv", Family::Video),
    ("xhtml", Family::Page),
    ("xls", Family::Document),
    ("xlsm", Family::Document),
    ("xlsx", Family::Document),
    ("xml", Family::Data),
    ("xz", Family::Archive),
    ("zip", Family::Archive),
];

/// The family of an extension given without its dot; `None` when unknown.
pub fn family(extension: &str) -> Option<Family> {
    let mut lower = [0; LONGEST];
    lower
        .get_mut(..extension.len())?
        .copy_from_slice(extension.as_bytes());
    lower.make_ascii_lowercase();
    let at = NUMBERS.binary_search(&u64::from_be_bytes(lower)).ok()?;
    Some(EXTENSIONS[at].1)
}

/// Longest known extension, in bytes.
const LONGEST: usize = 8;

/// The extensions as numbers, in the same order.
static NUMBERS: [u64; EXTENSIONS.len()] = {
    let mut numbers = [0; EXTENSIONS.len()];
    let mut row = 0;
    while row < numbers.len() {
        let extension = EXTENSIONS[row].0.as_bytes();
        let mut at = 0;
        while at < extension.len() {
            numbers[row] |= (extension[at] as u64) << (8 * (LONGEST - 1 - at));
            at += 1;
        }
        row += 1;
    }
    numbers
};

/// The last part of the path of a URL or path, without query and fragment; `None` when it ends with a slash or has no path.
pub fn file_name(url: &str) -> Option<&str> {
    let url = url.trim_ascii();
    let end = memchr::memchr2(b'?', b'#', url.as_bytes()).unwrap_or(url.len());
    let mut path = &url[..end];
    if let Some(at) = path.as_bytes().windows(2).position(|two| two == b"//") {
        // The host is no file: `https://site.zip`.
        let after = &path[at + 2..];
        path = &after[after.find('/')?..];
    }
    let slash = memchr::memrchr2(b'/', b'\\', path.as_bytes());
    let name = &path[slash.map_or(0, |at| at + 1)..];
    (!name.is_empty()).then_some(name)
}

/// The extension of a file name or URL, without its dot: 1 to 8 ASCII letters or digits after the last dot of the file name, with
/// something before the dot.
pub fn extension(url: &str) -> Option<&str> {
    let name = file_name(url)?;
    let dot = memchr::memrchr(b'.', name.as_bytes())?;
    let (stem, extension) = (&name[..dot], &name[dot + 1..]);
    let plain = (1..=8).contains(&extension.len())
        && extension.bytes().all(|byte| byte.is_ascii_alphanumeric());
    (plain && !stem.is_empty()).then_some(extension)
}

/// The family of the file that a URL or path names.
pub fn family_of(url: &str) -> Option<Family> {
    family(extension(url)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::testing::assert_sorted;

    #[test]
    fn extensions_are_sorted_and_short() {
        assert_sorted("EXTENSIONS", EXTENSIONS.iter().map(|row| row.0));
        assert!(EXTENSIONS.iter().all(|(known, _)| known.len() <= 8));
    }

    #[test]
    fn families() {
        assert_eq!(family("PNG"), Some(Family::Image));
        assert_eq!(family("pdf"), Some(Family::Document));
        assert_eq!(family("mp3"), Some(Family::Audio));
        assert_eq!(family("vtt"), Some(Family::Captions));
        assert_eq!(family("extensiontroplongue"), None);
        assert_eq!(family(""), None);
    }

    #[test]
    fn names_come_from_the_path_only() {
        assert_eq!(
            family_of("https://a.fr/doc/Rapport.PDF?v=2#p3"),
            Some(Family::Document)
        );
        assert_eq!(family_of("../img/logo.svg"), Some(Family::Image));
        assert_eq!(family_of("IMG_0012.jpg"), Some(Family::Image));
        assert_eq!(family_of("https://site.zip"), None);
        assert_eq!(family_of("//site.zip/"), None);
        assert_eq!(family_of("page?f=a.pdf"), None);
        assert_eq!(family_of("/dossier/"), None);
        assert_eq!(extension(".htaccess"), None);
        assert_eq!(extension("a.tar.gz"), Some("gz"));
        assert_eq!(extension("Lire la suite..."), None);
        assert_eq!(file_name("C:\\images\\a.png"), Some("a.png"));
    }
}
