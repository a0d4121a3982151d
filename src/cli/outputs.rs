//! Where reports go: standard output and files, fed by one run.

use std::fs::File;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};

use clap::ArgMatches;
use tempfile::NamedTempFile;

use super::Failure;
use super::problem::io_said;
use super::progress::Progress;
use super::way::folder_of;
use crate::engine::Sink;
use crate::report::{End, Format, Levels, PageReport, Printer, Setting, Style, visible};
use crate::text::Lang;

/// The reports of a run.
pub struct Outputs {
    all: Vec<Output>,
    setting: Setting,
    /// What went by so far.
    pub found: Levels,
    /// The bar of who waits.
    pub progress: Progress,
    /// How the run ends matters even when nobody reads any more.
    pub to_the_end: bool,
}

struct Output {
    printer: Box<dyn Printer>,
    out: Out,
}

enum Out {
    Stdout(BufWriter<io::Stdout>),
    /// Standard output whose reader went away.
    Gone,
    /// Written beside its place, put there when it is complete.
    Replacing(BufWriter<NamedTempFile>, PathBuf),
    /// A device or a pipe, which cannot be replaced.
    Direct(BufWriter<File>, PathBuf),
}

/// A few pages of JSON at a time: each call of the system costs as much as copying one of them.
fn buffered<W: Write>(out: W) -> BufWriter<W> {
    BufWriter::with_capacity(64 << 10, out)
}

impl Outputs {
    /// One printer on standard output.
    pub fn new(format: Format, style: Style, setting: Setting) -> Outputs {
        Outputs {
            all: vec![Output {
                printer: format.printer(style, &setting),
                out: Out::Stdout(buffered(io::stdout())),
            }],
            setting,
            found: Levels::default(),
            progress: Progress::none(),
            to_the_end: false,
        }
    }

    /// One more printer, into a file.
    ///
    /// # Errors
    /// When the file cannot be made.
    pub fn add(
        &mut self,
        format: Format,
        path: &Path,
        style: Style,
        lang: Lang,
    ) -> Result<(), Failure> {
        let out = open(path).map_err(|e| cannot_write(path, &e, lang))?;
        self.all.push(Output {
            printer: format.printer(style, &self.setting),
            out,
        });
        Ok(())
    }

    /// One more printer, at the end of a file that others write to as well.
    ///
    /// # Errors
    /// When the file cannot be opened.
    pub fn append(&mut self, format: Format, path: &Path, style: Style) -> io::Result<()> {
        let file = File::options().append(true).create(true).open(path)?;
        self.all.push(Output {
            printer: format.printer(style, &self.setting),
            out: Out::Direct(buffered(file), path.to_owned()),
        });
        Ok(())
    }

    /// Whether nothing is left to write to.
    fn is_idle(&self) -> bool {
        self.all.iter().all(|o| matches!(o.out, Out::Gone))
    }

    /// Begins every report.
    pub fn start(&mut self) -> io::Result<()> {
        self.each(|printer, out| printer.start(out))
    }

    /// Ends every report, and puts each file in its place. Whether standard output was read to its end.
    ///
    /// # Errors
    /// When a report could not be written whole: the file that was there before is left as it was.
    pub fn finish(mut self, end: &End<'_>, lang: Lang) -> Result<bool, Failure> {
        let mut heard = true;
        self.each(|printer, out| printer.finish(out, end))
            .or_else(quiet_pipe)
            .map_err(|e| lost(&e, lang))?;
        for output in self.all {
            match output.out {
                Out::Gone => heard = false,
                Out::Stdout(mut out) => {
                    heard &= match out.flush() {
                        Err(e) if e.kind() == io::ErrorKind::BrokenPipe => false,
                        done => done.map(|()| true).map_err(|e| lost(&e, lang))?,
                    };
                }
                Out::Direct(mut out, path) => {
                    out.flush().map_err(|e| cannot_write(&path, &e, lang))?;
                }
                Out::Replacing(out, path) => {
                    let temp = out
                        .into_inner()
                        .map_err(|e| cannot_write(&path, e.error(), lang))?;
                    temp.persist(&path)
                        .map_err(|e| cannot_write(&path, &e.error, lang))?;
                }
            }
        }
        Ok(heard)
    }

    /// Writes to each. A reader that went away is no error while another report is being written.
    fn each(
        &mut self,
        mut write: impl FnMut(&mut dyn Printer, &mut dyn Write) -> io::Result<()>,
    ) -> io::Result<()> {
        for output in &mut self.all {
            let done = match &mut output.out {
                Out::Stdout(out) => write(&mut *output.printer, out),
                Out::Replacing(out, _) => write(&mut *output.printer, out),
                Out::Direct(out, _) => write(&mut *output.printer, out),
                Out::Gone => continue,
            };
            match done {
                Err(e)
                    if e.kind() == io::ErrorKind::BrokenPipe
                        && matches!(output.out, Out::Stdout(_)) =>
                {
                    output.out = Out::Gone;
                }
                done => done?,
            }
        }
        if self.is_idle() && !self.to_the_end {
            return Err(io::ErrorKind::BrokenPipe.into());
        }
        Ok(())
    }
}

impl Sink for Outputs {
    fn page(&mut self, report: &PageReport) -> io::Result<()> {
        for finding in &report.findings {
            self.found.add(finding.level);
        }
        let mut progress = std::mem::replace(&mut self.progress, Progress::none());
        let done = progress.page(|| self.each(|printer, out| printer.page(out, report)));
        self.progress = progress;
        done
    }
}

/// Writes a whole file, or leaves what was there as it was.
///
/// # Errors
/// When it cannot be written.
pub fn write_file(path: &Path, text: &str, lang: Lang) -> Result<(), Failure> {
    let write = || -> io::Result<()> {
        match open(path)? {
            Out::Direct(mut out, _) => out.write_all(text.as_bytes()).and_then(|()| out.flush()),
            Out::Replacing(mut out, path) => {
                out.write_all(text.as_bytes())?;
                let temp = out.into_inner().map_err(io::IntoInnerError::into_error)?;
                temp.persist(path).map(drop).map_err(|e| e.error)
            }
            Out::Stdout(_) | Out::Gone => unreachable!("a path was opened"),
        }
    };
    write().map_err(|e| cannot_write(path, &e, lang).into())
}

/// Nobody reads any more: nothing to complain about.
fn quiet_pipe(error: io::Error) -> io::Result<()> {
    match error.kind() {
        io::ErrorKind::BrokenPipe => Ok(()),
        _ => Err(error),
    }
}

/// A report that could not be written.
pub fn lost(error: &io::Error, lang: Lang) -> Failure {
    let error = io_said(error, lang);
    match lang {
        Lang::Fr => format!("le rapport n’a pas pu être écrit, {error}"),
        Lang::En => format!("the report could not be written, {error}"),
    }
    .into()
}

/// A file that could not be written.
pub fn cannot_write(path: &Path, error: &io::Error, lang: Lang) -> String {
    let path = path.to_string_lossy();
    let path = visible(&path);
    let error = io_said(error, lang);
    match lang {
        Lang::Fr => format!("« {path} » n’a pas pu être écrit, {error}"),
        Lang::En => format!("\"{path}\" could not be written, {error}"),
    }
}

fn open(path: &Path) -> io::Result<Out> {
    // What a symbolic link points to is written, not the link.
    let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    if path.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    if path.exists() && !path.is_file() {
        let file = File::options().write(true).open(&path)?;
        return Ok(Out::Direct(buffered(file), path));
    }
    let folder = folder_of(&path);
    let mut builder = tempfile::Builder::new();
    builder.prefix(".vigie-");
    // A report is an ordinary file: the umask decides who reads it.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let temp = builder.tempfile_in(folder)?;
    Ok(Out::Replacing(buffered(temp), path))
}

/// Whether standard output gets colours, by `--color`.
pub fn colour(matches: &ArgMatches) -> bool {
    match matches.get_one::<String>("color").map(String::as_str) {
        Some("always") => true,
        Some("never") => false,
        _ => stdout_has_colours(),
    }
}

/// Whether standard output takes colours, when nothing else is said: a terminal, `NO_COLOR` and `CLICOLOR_FORCE` obeyed.
pub fn stdout_has_colours() -> bool {
    anstream::AutoStream::choice(&io::stdout()) != anstream::ColorChoice::Never
}

/// The columns of standard output: the terminal's, else `COLUMNS`, else 100.
pub fn width() -> usize {
    let stdout = io::stdout();
    let terminal = stdout
        .is_terminal()
        .then(terminal_size::terminal_size)
        .flatten()
        .map(|(width, _)| usize::from(width.0));
    terminal
        .or_else(|| std::env::var("COLUMNS").ok()?.parse().ok())
        .unwrap_or(100)
        .clamp(40, 140)
}
