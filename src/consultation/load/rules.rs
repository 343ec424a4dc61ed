//! Money, the outcome, people who vote twice, limits of the stations.

use super::fields::Fields;
use super::report::Report;
use super::scalars::{money, number, slug, text, word};
use crate::consultation::{
    Budget, Cents, Channel, Duplicates, Limits, NextDoesNotFit, Outcome, Ties, Within, ZeroVotes,
};
use toml_span::Spanned;

/// A budget as far as it could be read: what is right of it still checks questions and costs.
pub(super) struct ReadBudget {
    pub(super) question: Option<Spanned<String>>,
    total: Option<Spanned<Cents>>,
    cost_min: Option<Spanned<Cents>>,
    cost_max: Option<Spanned<Cents>>,
}

impl ReadBudget {
    pub(super) fn complete(self) -> Option<Budget> {
        Some(Budget {
            question: self.question?.value,
            total: self.total?.value,
            cost_min: self.cost_min?.value,
            cost_max: self.cost_max?.value,
        })
    }

    /// Both ends are in: 3000.00 and 10000.00 are costs between 3000.00 and 10000.00.
    pub(super) fn check_cost(&self, cost: &Spanned<Cents>, report: &mut Report) {
        let found = cost.value.decimal();
        if let Some(min) = self.cost_min.as_ref().filter(|min| cost.value < min.value) {
            let min = min.value.decimal();
            report.error(
                cost.span,
                format!("`cost`: expected at least {min}, found {found}"),
            );
        }
        if let Some(max) = self.cost_max.as_ref().filter(|max| cost.value > max.value) {
            let max = max.value.decimal();
            report.error(
                cost.span,
                format!("`cost`: expected at most {max}, found {found}"),
            );
        }
    }
}

/// The one part that may be absent: then the consultation gives no money.
pub(super) fn budget(root: &mut Fields<'_>, report: &mut Report) -> Option<ReadBudget> {
    let mut f = Fields::open("[budget]", root.optional("budget")?, report)?;
    let question = f.get("question", report, slug);
    let total = f.get("total", report, money);
    let cost_min = f.get("cost_min", report, money);
    let cost_max = f.get("cost_max", report, money);
    f.finish(report);
    // A greatest cost below the least one says nothing about the costs of projects.
    let cost_max = at_least(cost_min.as_ref(), "cost_max", cost_max, report);
    let total = at_least(cost_min.as_ref(), "total", total, report);
    if let Some(total) = total.as_ref().filter(|total| total.value.0 == 0) {
        report.error(
            total.span,
            "`total`: expected more than nothing, found 0.00",
        );
    }
    Some(ReadBudget {
        question,
        total,
        cost_min,
        cost_max,
    })
}

/// The amount, if it is not below the least cost; or else reports it.
fn at_least(
    cost_min: Option<&Spanned<Cents>>,
    name: &str,
    amount: Option<Spanned<Cents>>,
    report: &mut Report,
) -> Option<Spanned<Cents>> {
    let amount = amount?;
    if let Some(min) = cost_min.filter(|min| amount.value < min.value) {
        let (min, found) = (min.value.decimal(), amount.value.decimal());
        let message = format!("`{name}`: expected at least {min}, the `cost_min`, found {found}");
        report.error(amount.span, message);
        return None;
    }
    Some(amount)
}

pub(super) fn outcome(mut f: Fields<'_>, report: &mut Report) -> Option<Outcome> {
    let next = [
        ("skip", NextDoesNotFit::Skip),
        ("stop", NextDoesNotFit::Stop),
    ];
    let next_does_not_fit = f.get("when_next_does_not_fit", report, word(next));
    let zero = [("fund", ZeroVotes::Fund), ("skip", ZeroVotes::Skip)];
    let zero_votes = f.get("zero_votes", report, word(zero));
    let minimum_votes = f.get("minimum_votes", report, number(0..=u32::MAX));
    let ties = f.table("ties", report, ties);
    f.finish(report);
    if let (Some(zero), Some(minimum)) = (&zero_votes, &minimum_votes)
        && zero.value == ZeroVotes::Fund
        && minimum.value > 0
    {
        let found = minimum.value;
        let message =
            format!("`minimum_votes`: expected 0, because `zero_votes` is \"fund\", found {found}");
        report.error(minimum.span, message);
    }
    Some(Outcome {
        next_does_not_fit: next_does_not_fit?.value,
        zero_votes: zero_votes?.value,
        minimum_votes: minimum_votes?.value.into(),
        ties: ties?,
    })
}

fn ties(mut f: Fields<'_>, report: &mut Report) -> Option<Ties> {
    // A draw is only known, and needed, where ties are drawn by lot.
    let by_lot = f.get("by", report, word([("lot", true), ("id", false)]));
    let ties = match &by_lot {
        Some(by) if by.value => f
            .get("draw", report, text)
            .map(|d| Ties::Lot { draw: d.value }),
        Some(_) => Some(Ties::ById),
        None => {
            f.optional("draw");
            None
        }
    };
    f.finish(report);
    ties
}

pub(super) fn duplicates(mut f: Fields<'_>, report: &mut Report) -> Option<Duplicates> {
    let channels = [("in-person", Channel::InPerson), ("web", Channel::Web)];
    let channel = f.get("channel", report, word(channels));
    let within = f.get(
        "within",
        report,
        word([("first", Within::First), ("none", Within::None)]),
    );
    f.finish(report);
    Some(Duplicates {
        channel: channel?.value,
        within: within?.value,
    })
}

pub(super) fn limits(mut f: Fields<'_>, report: &mut Report) -> Option<Limits> {
    let batch_min = f.get("batch_min", report, number(1..=u32::MAX));
    let idle_seconds = f.get("idle_seconds", report, number(1..=u32::MAX));
    let pin_tries = f.get("pin_tries", report, number(1..=u32::MAX));
    // A day has 1440: more would be no lock at all, and none is no choice.
    let lock_minutes = f.get("lock_minutes", report, number(1..=1440));
    f.finish(report);
    Some(Limits {
        batch_min: batch_min?.value,
        idle_seconds: idle_seconds?.value,
        pin_tries: pin_tries?.value,
        lock_minutes: lock_minutes?.value,
    })
}
