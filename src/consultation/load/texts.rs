//! Texts in several languages: always in Italian, otherwise only in languages of the consultation.

use super::fields::{Fields, scalar};
use super::report::Report;
use super::scalars;
use crate::consultation::Text;
use crate::i18n::Language;

impl Fields<'_> {
    /// A text in Italian and in any of the consultation's languages, as far as those are known.
    pub(super) fn text(
        &mut self,
        key: &'static str,
        languages: Option<&[Language]>,
        report: &mut Report,
    ) -> Option<Text> {
        let mut fields = self.open_required(key, report)?;
        let italian = fields.get("it", report, scalars::text);
        let mut others = Vec::new();
        for (name, value) in fields.rest() {
            let Some(language) = Language::from_code(&name.name) else {
                let message = scalars::unknown(&name.name, Language::ALL.map(Language::code));
                report.error(name.span, format!("`{key}`: {message}"));
                continue;
            };
            if languages.is_some_and(|all| !all.contains(&language)) {
                let code = language.code();
                report.error(
                    name.span,
                    format!("`{key}`: `{code}` is not among `languages`"),
                );
            }
            let text = scalar(key, value, report, scalars::text);
            others.extend(text.map(|text| (language, text.value)));
        }
        italian.map(|italian| Text::new(italian.value, others))
    }
}
