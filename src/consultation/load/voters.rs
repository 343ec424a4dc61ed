//! Who votes, where, when, and with which document.

use super::fields::Fields;
use super::ids::Ids;
use super::report::Report;
use super::scalars::{area_code, date, number, text, word, yes_no};
use crate::consultation::{Area, DocumentPolicy, Eligibility, Phase, Reason, StationKind};
use crate::identity::DocumentKind;

/// The greatest age at a desk: who must be older than that cannot vote at all.
const OLDEST: u32 = 115;

pub(super) fn areas(root: &mut Fields<'_>, report: &mut Report) -> Option<Vec<Area>> {
    let mut ids = Ids::of("area");
    root.tables("areas", report, |mut f, report| {
        let id = f.get("id", report, area_code);
        let name = f.get("name", report, text);
        f.finish(report);
        let id = id?;
        ids.note(&id.value, id.span, report);
        Some(Area {
            id: id.value,
            name: name?.value,
        })
    })
}

pub(super) fn eligibility(mut f: Fields<'_>, report: &mut Report) -> Option<Eligibility> {
    let min_age = f.get("min_age", report, number(0..=OLDEST));
    let reference_date = f.get("reference_date", report, date);
    // None at all is a choice too: residents only.
    let reasons = word(Reason::ALL.map(|r| (r.word(), r)));
    let city_user_reasons = f.list_or_empty("city_user_reasons", report, reasons);
    let attested_residence = f.get("attested_residence", report, yes_no);
    f.finish(report);
    Some(Eligibility {
        min_age: min_age?.value,
        reference_date: reference_date?.value,
        city_user_reasons: city_user_reasons?.value,
        attested_residence: attested_residence?.value,
    })
}

pub(super) fn phases(root: &mut Fields<'_>, report: &mut Report) -> Option<Vec<Phase>> {
    let mut kinds = Ids::of("the phase of kind");
    root.tables("phases", report, |mut f, report| {
        let kind = f.get(
            "kind",
            report,
            word(StationKind::ALL.map(|k| (k.word(), k))),
        );
        let from = f.get("from", report, date);
        let to = f.get("to", report, date);
        let waiting_days = f.get("waiting_days", report, number(0..=u32::MAX));
        f.finish(report);
        if let Some(kind) = &kind {
            kinds.note(kind.value.word(), kind.span, report);
        }
        let (from, to) = (from?, to?);
        if from.value > to.value {
            let message = format!("`to`: expected {} or later, found {}", from.value, to.value);
            report.error(to.span, message);
        }
        let (from, to) = (from.value, to.value);
        Some(Phase {
            kind: kind?.value,
            from,
            to,
            waiting_days: waiting_days?.value,
        })
    })
}

pub(super) fn documents(mut f: Fields<'_>, report: &mut Report) -> Option<DocumentPolicy> {
    let kinds = word(DocumentKind::ALL.map(|k| (k.word(), k)));
    let accepted = f.list("accepted", report, kinds);
    let expired_accepted = f.get("expired_accepted", report, yes_no);
    f.finish(report);
    Some(DocumentPolicy {
        accepted: accepted?,
        expired_accepted: expired_accepted?.value,
    })
}
