//! What the columns of the open data mean: each has a key, and its text in both languages.

/// A column of a file.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// The file, without its ending; or [`EVERY_JSON`].
    pub file: &'static str,
    /// The column.
    pub column: &'static str,
    /// `text`, `integer`, `decimal`, `boolean`, `date`, `list`.
    pub kind: &'static str,
    /// The key of its text.
    pub key: &'static str,
}

/// Stands for each JSON file, whose rows are inside an object that says where they come from.
pub const EVERY_JSON: &str = "*.json";

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
pub const INDICATORS: [&str; 7] = [
    "consultation",
    "indicator",
    "label_it",
    "label_en",
    "value",
    "unit",
    "status",
];

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

/// Columns of `results`.
pub const RESULTS: [&str; 9] = [
    "consultation",
    "question",
    "option",
    "title_it",
    "title_en",
    "part",
    "total",
    "unit",
    "rank",
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

/// Every column of every file, then what is around the rows in JSON.
pub const FIELDS: [Field; 36] = [
    field("turnout", "consultation", "text", "field-consultation"),
    field("turnout", "dimension", "text", "field-dimension"),
    field("turnout", "code", "text", "field-code"),
    field("turnout", "label_it", "text", "field-label-it"),
    field("turnout", "label_en", "text", "field-label-en"),
    field("turnout", "participants", "integer", "field-participants"),
    field("turnout", "status", "text", "field-status"),
    field("indicators", "consultation", "text", "field-consultation"),
    field("indicators", "indicator", "text", "field-indicator"),
    field("indicators", "label_it", "text", "field-definition-it"),
    field("indicators", "label_en", "text", "field-definition-en"),
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
    field("results", "consultation", "text", "field-consultation"),
    field("results", "question", "text", "field-question"),
    field("results", "option", "text", "field-option"),
    field("results", "title_it", "text", "field-title-it"),
    field("results", "title_en", "text", "field-title-en"),
    field("results", "part", "text", "field-part"),
    field("results", "total", "integer", "field-result-total"),
    field("results", "unit", "text", "field-result-unit"),
    field("results", "rank", "integer", "field-rank"),
    field(EVERY_JSON, "licence", "text", "field-licence"),
    field(EVERY_JSON, "training", "boolean", "field-training"),
    field(EVERY_JSON, "fingerprint", "text", "field-fingerprint"),
    field(EVERY_JSON, "days_before", "date", "field-days-before"),
    field(EVERY_JSON, "rows", "list", "field-rows"),
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
        assert_eq!(columns("results"), RESULTS);
    }
}
