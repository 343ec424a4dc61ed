//! What the columns of the open data mean: each has a key, and its text in both languages.

/// A column of a file.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// The file, without its ending.
    pub file: &'static str,
    /// The column.
    pub column: &'static str,
    /// `text`, `integer`, `decimal`, `boolean`.
    pub kind: &'static str,
    /// The key of its text.
    pub key: &'static str,
}

/// Columns of `turnout`.
pub const TURNOUT: [&str; 7] = [
    "consultation",
    "dimension",
    "code",
    "label_it",
    "label_en",
    "participants",
    "status",
];

/// Columns of `indicators`.
pub const INDICATORS: [&str; 5] = ["consultation", "indicator", "value", "unit", "status"];

/// Columns of `projects`.
pub const PROJECTS: [&str; 8] = [
    "consultation",
    "question",
    "project",
    "title_it",
    "title_en",
    "cost_eur",
    "total",
    "funded",
];

/// Columns of `dictionary`.
pub const DICTIONARY: [&str; 5] = ["file", "column", "type", "description_it", "description_en"];

const fn field(
    file: &'static str,
    column: &'static str,
    kind: &'static str,
    key: &'static str,
) -> Field {
    Field {
        file,
        column,
        kind,
        key,
    }
}

/// Every column of every file.
pub const FIELDS: [Field; 20] = [
    field("turnout", "consultation", "text", "field-consultation"),
    field("turnout", "dimension", "text", "field-dimension"),
    field("turnout", "code", "text", "field-code"),
    field("turnout", "label_it", "text", "field-label-it"),
    field("turnout", "label_en", "text", "field-label-en"),
    field("turnout", "participants", "integer", "field-participants"),
    field("turnout", "status", "text", "field-status"),
    field("indicators", "consultation", "text", "field-consultation"),
    field("indicators", "indicator", "text", "field-indicator"),
    field("indicators", "value", "decimal", "field-value"),
    field("indicators", "unit", "text", "field-unit"),
    field("indicators", "status", "text", "field-indicator-status"),
    field("projects", "consultation", "text", "field-consultation"),
    field("projects", "question", "text", "field-question"),
    field("projects", "project", "text", "field-project"),
    field("projects", "title_it", "text", "field-title-it"),
    field("projects", "title_en", "text", "field-title-en"),
    field("projects", "cost_eur", "decimal", "field-cost"),
    field("projects", "total", "integer", "field-total"),
    field("projects", "funded", "boolean", "field-funded"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_is_in_the_dictionary_in_its_order() {
        let columns = |file: &str| {
            let of_file = FIELDS.iter().filter(|f| f.file == file);
            of_file.map(|f| f.column).collect::<Vec<_>>()
        };
        assert_eq!(columns("turnout"), TURNOUT);
        assert_eq!(columns("indicators"), INDICATORS);
        assert_eq!(columns("projects"), PROJECTS);
    }
}
