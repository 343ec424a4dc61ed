//! What is asked, what can be chosen, and what it costs.

use super::fields::Fields;
use super::ids::Ids;
use super::methods;
use super::report::Report;
use super::rules::ReadBudget;
use super::scalars::{money, shown, slug, yes_no};
use crate::consultation::{Choosable, Order, Question};
use crate::i18n::Language;
use toml_span::Spanned;
use toml_span::value::ValueInner;

/// Reads all questions; `budget` is what was read of it, to check costs and that its question is
/// there.
pub(super) fn questions(
    root: &mut Fields<'_>,
    languages: Option<&[Language]>,
    budget: Option<&ReadBudget>,
    report: &mut Report,
) -> Option<Vec<Question>> {
    let funded = budget.and_then(|b| b.question.as_ref());
    let mut ids = Ids::of("question");
    // An id that could not be read may be the funded one: then nothing is said about it.
    let (mut funded_is_there, mut all_ids_read) = (false, true);
    let questions = root.tables("questions", report, |mut f, report| {
        let id = f.get("id", report, slug);
        let is_new = id
            .as_ref()
            .is_some_and(|id| ids.note(&id.value, id.span, report));
        let is_funded = is_new && id.as_ref().map(|id| &id.value) == funded.map(|f| &f.value);
        funded_is_there |= is_funded;
        all_ids_read &= id.is_some();
        question(f, id, languages, budget.filter(|_| is_funded), report)
    });
    if let Some(funded) = funded
        && !funded_is_there
        && all_ids_read
    {
        let message = format!("`question`: no question has the id `{}`", funded.value);
        report.error(funded.span, message);
    }
    questions
}

/// One question; `budget` is given if the question is the funded one.
fn question(
    mut f: Fields<'_>,
    id: Option<Spanned<String>>,
    languages: Option<&[Language]>,
    budget: Option<&ReadBudget>,
    report: &mut Report,
) -> Option<Question> {
    let title = f.text("title", languages, report);
    let method = f.table("method", report, |f, report| {
        Some(methods::method(f, report))
    });
    let blank_allowed = f.get("blank_allowed", report, yes_no);
    let order = f.get_optional("order", report, order);
    let mut count = 0;
    let mut ids = Ids::of("option");
    let options = f.tables("options", report, |f, report| {
        count += 1;
        option(f, languages, budget, &mut ids, report)
    });
    f.finish(report);
    let method = method.and_then(|method| method.fitting(count, options.as_deref(), report));
    Some(Question {
        id: id?.value,
        title: title?,
        method: method?,
        blank_allowed: blank_allowed?.value,
        options: options?,
        order: order.and_then(|o| o.value),
    })
}

/// `listed`, as without the key, or `shuffled`.
fn order(value: ValueInner<'_>) -> Result<Option<Order>, String> {
    match value {
        ValueInner::String(text) if text == "listed" => Ok(None),
        ValueInner::String(text) if text == "shuffled" => Ok(Some(Order::Shuffled)),
        other => Err(format!(
            "expected \"listed\" or \"shuffled\", found {}",
            shown(&other)
        )),
    }
}

fn option(
    mut f: Fields<'_>,
    languages: Option<&[Language]>,
    budget: Option<&ReadBudget>,
    ids: &mut Ids,
    report: &mut Report,
) -> Option<Choosable> {
    let span = f.span();
    let id = f.get("id", report, slug);
    let title = f.text("title", languages, report);
    let summary = f.text("summary", languages, report);
    let stated = f.contains("cost");
    let cost = f.get_optional("cost", report, money);
    let illustrative = f.get("illustrative", report, yes_no);
    f.finish(report);
    if let Some(id) = &id {
        ids.note(&id.value, id.span, report);
    }
    if let Some(budget) = budget {
        match &cost {
            Some(cost) => budget.check_cost(cost, report),
            None if stated => {}
            None => report.error(
                span,
                "[[options]]: `cost` is missing, and there is a budget",
            ),
        }
    }
    Some(Choosable {
        id: id?.value,
        title: title?,
        summary: summary?,
        cost: cost.map(|c| c.value),
        illustrative: illustrative?.value,
    })
}
