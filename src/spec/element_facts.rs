//! What roles need to know of an element: its name, its attributes and, asked for only when it matters, its surroundings.

/// What an answer may depend on beyond the element's own name and attributes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Question {
    /// An ancestor is `article`, `aside`, `main`, `nav` or `section`, or has the role `article`, `complementary`, `main`,
    /// `navigation` or `region`. Asked for `header` and `footer`.
    InSection,
    /// An ancestor is `article`, `aside`, `nav` or `section`. Asked for `aside`.
    InSectioning,
    /// The author names it, by `aria-labelledby`, `aria-label` or `title`. Asked for `aside`, `section` and `img`.
    Named,
    /// The parent is `ul`, `ol` or `menu`. Asked for `li`.
    ChildOfList,
    /// The parent is a list element whose role still is `list`. Asked for the roles allowed on `li`.
    ChildOfExposedList,
    /// The parent is `dl`. Asked for the roles allowed on `div`.
    ChildOfDl,
    /// The table around has the role `grid` or `treegrid`. Asked for `td` and `th`.
    InGrid,
    /// The table around has the role `table`, `grid` or `treegrid`, by itself or by `role`. Asked for parts of tables.
    InExposedTable,
    /// A `th` without `scope` heads a row rather than a column (WHATWG HTML 4.9.12.2).
    HeadsRow,
    /// It is the first `summary` child of a `details`. Asked for the roles allowed on `summary`.
    SummaryOfDetails,
    /// It has a `figcaption` child. Asked for the roles allowed on `figure`.
    HasFigcaption,
    /// The nearest element around whose role is neither `generic` nor `none` has one of these roles. Asked for the roles allowed on `li`.
    OwnedBy(&'static [&'static str]),
    /// It labels a control. Asked for `label`.
    LabelsControl,
    /// The parent is a `select`. Asked for `button`.
    ChildOfSelect,
    /// A `button` that is a child of a `select` is around it. Asked for `selectedcontent`.
    InButtonOfSelect,
}

/// An element of the HTML namespace (or `svg`, `math`) as far as roles need to know it. Answers are asked for only when they matter.
#[derive(Clone, Copy)]
pub struct ElementFacts<'a> {
    /// The name, in ASCII lowercase.
    pub name: &'a str,
    /// The value of an attribute, if present.
    pub attribute: &'a dyn Fn(&str) -> Option<&'a str>,
    /// The answer to a question on the surroundings.
    pub ask: &'a dyn Fn(Question) -> bool,
}

impl<'a> ElementFacts<'a> {
    pub(super) fn attribute(&self, name: &str) -> Option<&'a str> {
        (self.attribute)(name)
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.attribute(name).is_some()
    }

    pub(super) fn ask(&self, question: Question) -> bool {
        (self.ask)(question)
    }
}

/// The states of `input`'s `type` (WHATWG HTML 4.10.5.1) that differ by role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum InputKind {
    Button,
    /// `image`, `reset`, `submit`.
    OtherButton,
    Checkbox,
    Radio,
    Range,
    Number,
    Text,
    Search,
    /// `email`, `tel`, `url`.
    TextLike,
    Hidden,
    /// Without a role: `color`, `file`, `password`, dates and times.
    Plain,
}

impl InputKind {
    pub(super) fn of(facts: &ElementFacts<'_>) -> Self {
        let kind = facts.attribute("type").unwrap_or("text");
        let is = |name: &str| kind.eq_ignore_ascii_case(name);
        let any = |names: &[&str]| names.iter().any(|name| is(name));
        if is("button") {
            Self::Button
        } else if any(&["image", "reset", "submit"]) {
            Self::OtherButton
        } else if is("checkbox") {
            Self::Checkbox
        } else if is("radio") {
            Self::Radio
        } else if is("range") {
            Self::Range
        } else if is("number") {
            Self::Number
        } else if is("search") {
            Self::Search
        } else if any(&["email", "tel", "url"]) {
            Self::TextLike
        } else if is("hidden") {
            Self::Hidden
        } else if any(&[
            "color",
            "date",
            "datetime-local",
            "file",
            "month",
            "password",
            "time",
            "week",
        ]) {
            Self::Plain
        } else {
            Self::Text
        }
    }
}
