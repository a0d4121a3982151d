//! Microsyntaxes: what a value must look like to be the URL, the date, the media query that its attribute wants.
//!
//! Each file reads one of them, from the text of its standard. A fault tells what is wrong and where: a range of bytes of the value.

pub mod base64;
pub mod colour;
pub mod coords;
pub mod css_tokens;
pub mod data_url;
pub mod datetime;
pub mod email;
pub mod host;
pub mod media_query;
pub mod mime;
pub mod names;
pub mod numbers;
pub mod pattern;
pub mod source_sizes;
pub mod srcset;
pub mod url;

use std::ops::Range;

/// Where a part of a text is in it, in bytes.
pub fn place_of(part: &str, whole: &str) -> Range<usize> {
    let start = part.as_ptr() as usize - whole.as_ptr() as usize;
    start..start + part.len()
}
