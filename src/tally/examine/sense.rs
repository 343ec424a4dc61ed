//! Whether a signed consultation makes sense: the loader has refused what does not, but whoever signs
//! may have used another one.

use super::checklist::require;
use crate::consultation::{Consultation, Method, Question};
use std::collections::BTreeSet;

/// Ids come once, and every method can be answered with its options.
pub(super) fn makes_sense(consultation: &Consultation) -> Result<(), String> {
    once("area", consultation.areas.iter().map(|a| a.id.as_str()))?;
    once(
        "question",
        consultation.questions.iter().map(|q| q.id.as_str()),
    )?;
    for question in &consultation.questions {
        once("option", question.options.iter().map(|o| o.id.as_str()))?;
        require(answerable(question), || {
            format!("the method of {} does not fit its options", question.id)
        })?;
    }
    Ok(())
}

fn once<'a>(what: &str, ids: impl Iterator<Item = &'a str>) -> Result<(), String> {
    let mut seen = BTreeSet::new();
    for id in ids {
        require(seen.insert(id), || {
            format!("the {what} {id} is there twice")
        })?;
    }
    Ok(())
}

fn answerable(question: &Question) -> bool {
    let options = question.options.len() as u64;
    options > 0
        && match &question.method {
            Method::Single => true,
            Method::Approval {
                min,
                max,
                spend_cap,
            } => {
                let priced = question.options.iter().all(|o| o.cost.is_some());
                (1..=*max).contains(min)
                    && u64::from(*max) <= options
                    && (spend_cap.is_none() || priced)
            }
            Method::Points {
                total,
                max_each,
                all,
            } => {
                let most = u64::from(*max_each) * options;
                (1..=*total).contains(max_each) && (!all || most >= u64::from(*total))
            }
            Method::Score { max } => *max > 0,
            Method::Priority { weights, .. } => {
                (1..=options).contains(&(weights.len() as u64))
                    && weights.is_sorted_by(|a, b| a >= b)
            }
        }
}
