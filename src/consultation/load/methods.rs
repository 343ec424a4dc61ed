//! How a question is answered, and that its options can be answered so.
//!
//! Three keys may be left out, and then do not apply: `spend_cap` (no limit of money), `all` (not
//! every point must be given) and `partial` (every rank is filled).

use super::fields::Fields;
use super::report::Report;
use super::scalars::{money, number, word, yes_no};
use crate::consultation::{Cents, Choosable, Method};
use toml_span::{Span, Spanned};

/// Beyond this, the sums of a ballot would come near what a count can open.
const GREATEST: u32 = 1_000_000;

/// A method as far as it could be read, with the places of the values that the options must fit.
pub(super) struct ReadMethod {
    method: Option<Method>,
    /// The least number of options that the method needs, and the key that says so.
    needs: Option<(&'static str, Spanned<u32>)>,
    cap: Option<Spanned<Cents>>,
    /// `all` with too few options cannot be answered.
    all: Option<Span>,
}

#[derive(Clone, Copy)]
enum Kind {
    Single,
    Approval,
    Points,
    Score,
    Priority,
}

pub(super) fn method(mut f: Fields<'_>, report: &mut Report) -> ReadMethod {
    let kinds = [
        ("single", Kind::Single),
        ("approval", Kind::Approval),
        ("points", Kind::Points),
        ("score", Kind::Score),
        ("priority", Kind::Priority),
    ];
    let mut read = ReadMethod {
        method: None,
        needs: None,
        cap: None,
        all: None,
    };
    let Some(kind) = f.get("kind", report, word(kinds)) else {
        // Which other keys belong here is not known.
        return read;
    };
    match kind.value {
        Kind::Single => read.method = Some(Method::Single),
        Kind::Approval => read.approval(&mut f, report),
        Kind::Points => read.points(&mut f, report),
        Kind::Score => {
            let max = f.get("max", report, number(1..=GREATEST));
            read.method = max.map(|max| Method::Score { max: max.value });
        }
        Kind::Priority => read.priority(&mut f, report),
    }
    f.finish(report);
    read
}

impl ReadMethod {
    fn approval(&mut self, f: &mut Fields<'_>, report: &mut Report) {
        let min = f.get("min", report, number(1..=u32::MAX));
        let max = f.get("max", report, number(1..=u32::MAX));
        let capped = f.contains("spend_cap");
        let cap = f.get_optional("spend_cap", report, money);
        not_below("max", "min", min.as_ref(), max.as_ref(), report);
        if let (Some(min), Some(max), false) = (min, &max, capped && cap.is_none()) {
            self.method = Some(Method::Approval {
                min: min.value,
                max: max.value,
                spend_cap: cap.as_ref().map(|c| c.value),
            });
        }
        self.needs = max.map(|max| ("max", max));
        self.cap = cap;
    }

    fn points(&mut self, f: &mut Fields<'_>, report: &mut Report) {
        let total = f.get("total", report, number(1..=GREATEST));
        let max_each = f.get("max_each", report, number(1..=GREATEST));
        let stated = f.contains("all");
        let all = f.get_optional("all", report, yes_no);
        not_below(
            "total",
            "max_each",
            max_each.as_ref(),
            total.as_ref(),
            report,
        );
        if let (Some(total), Some(max_each), false) = (total, max_each, stated && all.is_none()) {
            self.all = all.as_ref().filter(|all| all.value).map(|all| all.span);
            self.method = Some(Method::Points {
                total: total.value,
                max_each: max_each.value,
                all: all.is_some_and(|all| all.value),
            });
        }
    }

    fn priority(&mut self, f: &mut Fields<'_>, report: &mut Report) {
        let weights = f.numbers("weights", report, number(1..=GREATEST));
        let stated = f.contains("partial");
        let partial = f.get_optional("partial", report, yes_no);
        let Some(weights) = weights else { return };
        let ranks = u32::try_from(weights.value.len()).unwrap_or(u32::MAX);
        if !weights.value.is_sorted_by(|a, b| a >= b) {
            let message =
                "`weights`: expected the greatest first, and none greater than the one before";
            report.error(weights.span, message);
            return;
        }
        self.needs = Some(("weights", Spanned::with_span(ranks, weights.span)));
        if !stated || partial.is_some() {
            self.method = Some(Method::Priority {
                weights: weights.value,
                partial: partial.is_some_and(|p| p.value),
            });
        }
    }

    /// The method, after it was compared with the options that could be read (`None` if one of
    /// them could not) and with how many there are.
    pub(super) fn fitting(
        self,
        count: u32,
        options: Option<&[Choosable]>,
        report: &mut Report,
    ) -> Option<Method> {
        if let Some((key, needed)) = self.needs.filter(|(_, n)| count > 0 && n.value > count) {
            let found = needed.value;
            report.error(
                needed.span,
                format!("`{key}`: expected at most {count}, the number of options, found {found}"),
            );
        }
        if let (
            Some(span),
            Some(Method::Points {
                total, max_each, ..
            }),
        ) = (self.all, &self.method)
            && count > 0
            && u64::from(*max_each) * u64::from(count) < u64::from(*total)
        {
            let message = "`all`: so many points cannot be given to so few options";
            report.error(span, message);
        }
        if let (Some(cap), Some(options), Some(Method::Approval { min, .. })) =
            (&self.cap, options, &self.method)
        {
            check_cap(cap, options, *min, report);
        }
        self.method
    }
}

fn not_below(
    key: &str,
    other: &str,
    least: Option<&Spanned<u32>>,
    found: Option<&Spanned<u32>>,
    report: &mut Report,
) {
    if let (Some(least), Some(found)) = (least, found)
        && least.value > found.value
    {
        let (least, value) = (least.value, found.value);
        report.error(
            found.span,
            format!("`{key}`: expected at least {least}, the `{other}`, found {value}"),
        );
    }
}

/// Every option has a cost, and the least number of the cheapest ones fits.
fn check_cap(cap: &Spanned<Cents>, options: &[Choosable], min: u32, report: &mut Report) {
    let mut costs: Vec<u64> = options.iter().filter_map(|o| Some(o.cost?.0)).collect();
    if costs.len() < options.len() {
        report.error(cap.span, "`spend_cap`: expected a `cost` in every option");
        return;
    }
    costs.sort_unstable();
    let cheapest = costs.iter().take(min as usize);
    let least = Cents(cheapest.fold(0u64, |sum, c| sum.saturating_add(*c)));
    if least > cap.value {
        let (least, found) = (least.decimal(), cap.value.decimal());
        report.error(
            cap.span,
            format!(
                "`spend_cap`: expected at least {least}, the {min} cheapest options, found {found}"
            ),
        );
    }
}
