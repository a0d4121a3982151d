//! `json`: one document, a page a line. `jsonl`: a page a line, then the rest on one line.
//!
//! No time, no duration: the same pages give the same bytes. What could harm a terminal or a build machine is written `\u…`,
//! which any JSON reader gives back as it was.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};

use super::escape::{begins_command, is_unsafe, may_be_unsafe};
use super::json_page::PageWriter;
use super::{Cause, End, PageReport, Printer, RunError, SCHEMA_VERSION, SiteReport, Summary};
use crate::rgaa::RGAA;

#[derive(Serialize)]
struct Named {
    name: &'static str,
    version: &'static str,
}

#[derive(Serialize)]
struct Standard {
    id: &'static str,
    version: &'static str,
}

/// The first keys of a report: what made it, by which standard.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Head {
    schema_version: u32,
    tool: Named,
    standard: Standard,
}

const HEAD: Head = Head {
    schema_version: SCHEMA_VERSION,
    tool: Named {
        name: env!("CARGO_PKG_NAME"),
        version: env!("CARGO_PKG_VERSION"),
    },
    standard: Standard {
        id: RGAA.id,
        version: RGAA.version,
    },
};

/// Everything but the pages, for `jsonl`.
#[derive(Serialize)]
struct Rest<'a> {
    #[serde(flatten)]
    head: Head,
    site: &'a SiteReport,
    errors: &'a [RunError],
    causes: &'a [Cause],
    summary: &'a Summary,
}

/// Prints one document.
#[derive(Default)]
pub struct Json {
    pages: usize,
    writer: PageWriter,
}

impl Printer for Json {
    fn start(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let mut head = Vec::new();
        write(&mut head, &HEAD)?;
        head.pop();
        out.write_all(&head)?;
        out.write_all(b",\"pages\":[")
    }

    fn page(&mut self, out: &mut dyn Write, page: &PageReport) -> io::Result<()> {
        out.write_all(if self.pages == 0 { b"\n" } else { b",\n" })?;
        self.pages += 1;
        out.write_all(self.writer.line(page))
    }

    fn finish(&mut self, out: &mut dyn Write, end: &End<'_>) -> io::Result<()> {
        out.write_all(b"\n],\n\"site\":")?;
        write(out, end.site)?;
        out.write_all(b",\n\"errors\":")?;
        write(out, end.errors)?;
        out.write_all(b",\n\"causes\":[")?;
        for (rank, cause) in end.causes.iter().enumerate() {
            out.write_all(if rank == 0 { b"\n" } else { b",\n" })?;
            write(out, cause)?;
        }
        out.write_all(b"\n],\n\"summary\":")?;
        write(out, end.summary)?;
        out.write_all(b"}\n")
    }
}

/// Prints one line a page, then one line with the rest.
#[derive(Default)]
pub struct JsonLines {
    writer: PageWriter,
}

impl Printer for JsonLines {
    fn page(&mut self, out: &mut dyn Write, page: &PageReport) -> io::Result<()> {
        out.write_all(self.writer.line(page))?;
        out.write_all(b"\n")
    }

    fn finish(&mut self, out: &mut dyn Write, end: &End<'_>) -> io::Result<()> {
        let rest = Rest {
            head: HEAD,
            site: end.site,
            errors: end.errors,
            causes: end.causes,
            summary: end.summary,
        };
        write(out, &rest)?;
        out.write_all(b"\n")
    }
}

/// Writes a value on one line, safe to show in a terminal or a build's log.
pub fn write(out: &mut (impl Write + ?Sized), value: &(impl Serialize + ?Sized)) -> io::Result<()> {
    value
        .serialize(&mut Serializer::with_formatter(out, Safe))
        .map_err(io::Error::from)
}

/// [`write`], to memory.
pub fn push(text: &mut Vec<u8>, value: &(impl Serialize + ?Sized)) {
    // Memory takes all that is written, and no value of a report fails to be.
    let _ = write(text, value);
}

/// serde_json's compact form, with more scalar values escaped than JSON asks for.
struct Safe;

impl Formatter for Safe {
    fn write_string_fragment<W: ?Sized + Write>(
        &mut self,
        writer: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        let bytes = fragment.as_bytes();
        if !bytes.iter().fold(false, |any, b| any | may_be_unsafe(*b)) {
            return writer.write_all(bytes);
        }
        let (mut copied, mut looked) = (0, 0);
        let mut units = [0; 2];
        while let Some(ahead) = bytes[looked..].iter().position(|b| may_be_unsafe(*b)) {
            let at = looked + ahead;
            let Some(c) = fragment[at..].chars().next() else {
                break;
            };
            looked = at + c.len_utf8();
            if is_unsafe(c) || (c == '[' && begins_command(&fragment[..at])) {
                writer.write_all(&bytes[copied..at])?;
                for unit in c.encode_utf16(&mut units) {
                    write!(writer, "\\u{unit:04x}")?;
                }
                copied = looked;
            }
        }
        writer.write_all(&bytes[copied..])
    }
}
