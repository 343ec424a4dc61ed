//! Ids that must come once.

use super::report::Report;
use std::collections::BTreeMap;
use toml_span::Span;

/// The ids that were seen, to report one that comes twice.
pub(super) struct Ids {
    what: &'static str,
    lines: BTreeMap<String, usize>,
}

impl Ids {
    pub(super) fn of(what: &'static str) -> Self {
        Self {
            what,
            lines: BTreeMap::new(),
        }
    }

    /// Notes an id and says whether it is new; reports it if not.
    pub(super) fn note(&mut self, id: &str, span: Span, report: &mut Report) -> bool {
        let line = report.line(span);
        if let Some(first) = self.lines.get(id) {
            report.error(
                span,
                format!("{} `{id}` is already on line {first}", self.what),
            );
            return false;
        }
        self.lines.insert(id.to_owned(), line);
        true
    }
}
