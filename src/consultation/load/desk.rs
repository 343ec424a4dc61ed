//! How the desk works.

use super::fields::Fields;
use super::report::Report;
use super::scalars::{number, word, yes_no};
use crate::consultation::{DeskPolicy, Overridable};
use crate::i18n::Language;

pub(super) fn desk(
    mut f: Fields<'_>,
    languages: Option<&[Language]>,
    report: &mut Report,
) -> Option<DeskPolicy> {
    let computed_codes = f.get("computed_codes", report, yes_no);
    let voters_per_companion = f.get("voters_per_companion", report, number(1..=u32::MAX));
    // None at all is a choice too: no president overrides anything.
    let words = word(Overridable::ALL.map(|o| (o.word(), o)));
    let overrides = f.list_or_empty("overrides", report, words);
    let privacy_notice = f.text("privacy_notice", languages, report);
    let two_people = f.get("two_people", report, yes_no);
    f.finish(report);
    Some(DeskPolicy {
        computed_codes: computed_codes?.value,
        voters_per_companion: voters_per_companion?.value,
        overrides: overrides?.value,
        privacy_notice: privacy_notice?,
        two_people: two_people?.value,
    })
}
