//! One table being read: each key is asked for once, and the rest is unknown.
//!
//! A reader returns `None` for what is missing or wrong, and has then already reported it: callers
//! read everything first and only then give up, so that no error hides another.

use super::report::Report;
use super::scalars::shown;
use toml_span::value::{Table, Value, ValueInner};
use toml_span::{Span, Spanned};

/// The keys of a table that were not read yet.
pub(super) struct Fields<'de> {
    /// What the table is, for messages: `[limits]`.
    what: String,
    table: Table<'de>,
    span: Span,
    asked: Vec<&'static str>,
}

impl<'de> Fields<'de> {
    pub(super) fn open(
        what: impl Into<String>,
        mut value: Value<'de>,
        report: &mut Report,
    ) -> Option<Self> {
        let (what, span) = (what.into(), value.span);
        match value.take() {
            ValueInner::Table(table) => Some(Self {
                what,
                table,
                span,
                asked: Vec::new(),
            }),
            other => {
                report.error(
                    span,
                    format!("{what}: expected a table, found {}", shown(&other)),
                );
                None
            }
        }
    }

    /// Where the table starts.
    pub(super) fn span(&self) -> Span {
        self.span
    }

    /// Whether the key is there and was not read yet.
    pub(super) fn contains(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// The key's value, if the key is there.
    pub(super) fn optional(&mut self, key: &'static str) -> Option<Value<'de>> {
        self.asked.push(key);
        self.table.remove(key)
    }

    fn required(&mut self, key: &'static str, report: &mut Report) -> Option<Value<'de>> {
        let value = self.optional(key);
        if value.is_none() {
            report.error(self.span, format!("{}: `{key}` is missing", self.what));
        }
        value
    }

    /// A single value that must be there.
    pub(super) fn get<T>(
        &mut self,
        key: &'static str,
        report: &mut Report,
        read: impl FnOnce(ValueInner<'de>) -> Result<T, String>,
    ) -> Option<Spanned<T>> {
        let value = self.required(key, report)?;
        scalar(key, value, report, read)
    }

    /// A single value that may be absent.
    pub(super) fn get_optional<T>(
        &mut self,
        key: &'static str,
        report: &mut Report,
        read: impl FnOnce(ValueInner<'de>) -> Result<T, String>,
    ) -> Option<Spanned<T>> {
        let value = self.optional(key)?;
        scalar(key, value, report, read)
    }

    /// An array of single values, all different, at least one.
    pub(super) fn list<T: PartialEq>(
        &mut self,
        key: &'static str,
        report: &mut Report,
        read: impl Fn(ValueInner<'de>) -> Result<T, String>,
    ) -> Option<Vec<T>> {
        let list = self.list_or_empty(key, report, read)?;
        if list.value.is_empty() {
            report.error(
                list.span,
                format!("`{key}` is empty: expected at least one"),
            );
            return None;
        }
        Some(list.value)
    }

    /// An array of single values, all different.
    pub(super) fn list_or_empty<T: PartialEq>(
        &mut self,
        key: &'static str,
        report: &mut Report,
        read: impl Fn(ValueInner<'de>) -> Result<T, String>,
    ) -> Option<Spanned<Vec<T>>> {
        let value = self.required(key, report)?;
        let span = value.span;
        let (mut list, mut all_read) = (Vec::new(), true);
        for element in array(key, value, report)? {
            match scalar(key, element, report, &read) {
                Some(one) if list.contains(&one.value) => {
                    report.error(one.span, format!("`{key}` names the same thing twice"));
                }
                Some(one) => list.push(one.value),
                None => all_read = false,
            }
        }
        all_read.then(|| Spanned::with_span(list, span))
    }

    /// An array of single values in their order, which may repeat, at least one.
    pub(super) fn numbers<T>(
        &mut self,
        key: &'static str,
        report: &mut Report,
        read: impl Fn(ValueInner<'de>) -> Result<T, String>,
    ) -> Option<Spanned<Vec<T>>> {
        let value = self.required(key, report)?;
        let span = value.span;
        let elements = array(key, value, report)?;
        if elements.is_empty() {
            report.error(span, format!("`{key}` is empty: expected at least one"));
            return None;
        }
        // Every one is read, so that no error hides another.
        let all: Vec<_> = elements
            .into_iter()
            .map(|element| scalar(key, element, report, &read).map(|one| one.value))
            .collect();
        let all: Option<Vec<T>> = all.into_iter().collect();
        Some(Spanned::with_span(all?, span))
    }

    /// A table that must be there.
    pub(super) fn table<T>(
        &mut self,
        key: &'static str,
        report: &mut Report,
        read: impl FnOnce(Fields<'de>, &mut Report) -> Option<T>,
    ) -> Option<T> {
        let value = self.required(key, report)?;
        read(Fields::open(format!("[{key}]"), value, report)?, report)
    }

    /// An array of tables, at least one. `None` if one of them was wrong, after all were read.
    pub(super) fn tables<T>(
        &mut self,
        key: &'static str,
        report: &mut Report,
        mut read: impl FnMut(Fields<'de>, &mut Report) -> Option<T>,
    ) -> Option<Vec<T>> {
        let value = self.required(key, report)?;
        let span = value.span;
        let elements = array(key, value, report)?;
        if elements.is_empty() {
            report.error(span, format!("`{key}` is empty: expected at least one"));
            return None;
        }
        let mut all = Some(Vec::new());
        for element in elements {
            let one = Fields::open(format!("[[{key}]]"), element, report)
                .and_then(|fields| read(fields, report));
            match (one, &mut all) {
                (Some(one), Some(list)) => list.push(one),
                _ => all = None,
            }
        }
        all
    }

    /// A table that must be there and whose keys are not known beforehand.
    pub(super) fn open_required(
        &mut self,
        key: &'static str,
        report: &mut Report,
    ) -> Option<Fields<'de>> {
        let value = self.required(key, report)?;
        Fields::open(format!("`{key}`"), value, report)
    }

    /// All keys that were not read yet.
    pub(super) fn rest(self) -> Table<'de> {
        self.table
    }

    /// Reports the keys that nobody asked for.
    pub(super) fn finish(self, report: &mut Report) {
        for key in self.table.keys() {
            let known = self
                .asked
                .iter()
                .map(|k| format!("`{k}`"))
                .collect::<Vec<_>>()
                .join(", ");
            let message = format!(
                "{}: unknown key `{}`; expected {known}",
                self.what,
                key.name.escape_debug()
            );
            report.error(key.span, message);
        }
    }
}

/// A single value, or a report of what it should have been.
pub(super) fn scalar<'de, T>(
    key: &str,
    mut value: Value<'de>,
    report: &mut Report,
    read: impl FnOnce(ValueInner<'de>) -> Result<T, String>,
) -> Option<Spanned<T>> {
    let span = value.span;
    match read(value.take()) {
        Ok(read) => Some(Spanned::with_span(read, span)),
        Err(message) => {
            report.error(span, format!("`{key}`: {message}"));
            None
        }
    }
}

fn array<'de>(key: &str, mut value: Value<'de>, report: &mut Report) -> Option<Vec<Value<'de>>> {
    let span = value.span;
    match value.take() {
        ValueInner::Array(elements) => Some(elements),
        other => {
            report.error(
                span,
                format!("`{key}`: expected a list, found {}", shown(&other)),
            );
            None
        }
    }
}
