//! What the count of paper looks like.
//!
//! ```text
//! │ Primo conteggio: Anna                                │
//! │                                                      │
//! │ Quali progetti? 12 schede valide                     │
//! │     Schede bianche                        [     1 ]  │
//! │ → 1 I sentieri dell'Unione                [     7_]  │
//! │   2 Il pulmino a chiamata                 [       ]  │
//! │                                                      │
//! │ Somma 7: devono essere da 22 a 33                    │
//! ```

use super::number::Numbers;
use super::slip::{Slips, read};
use super::totals::{Totals, in_shape, order};
use super::words::{sum, words};
use super::{PaperBox, Stage};
use crate::ballot::{Answer, Shape, Target};
use crate::consultation::{Consultation, Method, Question};
use crate::station::{Counter, PaperDifference, PaperHead, PaperSummary, paper_sums};
use crate::tui::model::Session;
use crate::tui::operator::sheet::{Keys, Sheet};
use crate::tui::widgets::Choice;
use crate::tui::words::Look;
use ratatui::Frame;

const HEAD: [&str; 2] = ["operator-paper-found", "operator-paper-void"];
const LEAVING: [&str; 2] = ["operator-paper-stay", "operator-paper-leave"];
const AGREED: [&str; 2] = ["operator-paper-recount", "operator-paper-close"];

impl PaperBox {
    /// Draws the screen.
    pub fn view(&self, look: &Look, session: &Session, frame: &mut Frame<'_>) {
        let mut sheet = Sheet::new(look, frame, session, self.keys());
        let consultation = &session.station.consultation;
        if let Some(now) = self.leaving {
            sheet.title("operator-paper-leaving");
            sheet.say("operator-paper-leaving-how");
            sheet.gap();
            let names: Vec<String> = LEAVING.iter().map(|key| look.text(key)).collect();
            return sheet.choices(&names, now, true);
        }
        self.title(&mut sheet, session);
        match &self.stage {
            Stage::Starting | Stage::Sure(..) => {}
            Stage::Head(_, fields) => {
                sheet.say("operator-paper-head-how");
                sheet.gap();
                let row = |(n, key): (usize, &&str)| Choice {
                    text: look.text(key),
                    right: fields.shown(n),
                    ..Choice::default()
                };
                let rows: Vec<Choice> = HEAD.iter().enumerate().map(row).collect();
                sheet.list(&rows, Some(fields.focus()));
                sheet.gap();
                sheet.aside("operator-paper-nothing-kept");
                sheet.gap();
            }
            Stage::Totals(totals) => draw_totals(&mut sheet, totals, consultation),
            Stage::Slips(_, slips, differed) => {
                draw_slip(&mut sheet, slips, *differed, consultation);
            }
            Stage::Second(second) => {
                let words = ("operator-paper-second-how", "operator-paper-alone");
                return second.view(&mut sheet, words, self.waiting);
            }
            Stage::HeadsDiffer(heads, fields) => draw_heads(&mut sheet, *heads, fields),
            Stage::TotalsDiffer(all, fields) => {
                draw_differences(&mut sheet, all, fields, consultation);
            }
            Stage::Agreed(summary, choice) => {
                draw_summary(&mut sheet, *summary, session);
                if !self.waiting {
                    let names: Vec<String> = AGREED.iter().map(|key| look.text(key)).collect();
                    sheet.maybe_chosen(&names, *choice, true);
                }
            }
        }
        if let Stage::Sure(summary, word, wrong) = &self.stage {
            draw_summary(&mut sheet, *summary, session);
            if !self.waiting {
                sheet.write(&look.text("operator-paper-sure"), sheet.theme.warn());
                sheet.field("operator-closing-word", 20, 12, word, true);
                let wrong = wrong.then(|| look.text("operator-closing-word-wrong"));
                sheet.problem(wrong.as_deref());
            }
        }
        if self.waiting {
            sheet.say("operator-moment");
        }
        let problem = self.problem.as_ref().map(|p| words(look, p, consultation));
        sheet.problem(problem.as_deref());
    }

    fn keys(&self) -> Keys<'static> {
        match &self.stage {
            Stage::Slips(..) if self.leaving.is_none() => &[
                ("Enter", "common-do-next"),
                ("↑", "operator-do-before"),
                ("Esc", "operator-do-stop-count"),
            ],
            Stage::Sure(..) => &[("Enter", "common-do-confirm"), ("Esc", "common-do-back")],
            Stage::Agreed(..) | Stage::Second(_) => &[
                ("Enter", "common-do-confirm"),
                ("↑ ↓", "common-do-move"),
                ("Esc", "operator-do-stop-count"),
            ],
            _ if self.leaving.is_some() => &[
                ("Enter", "common-do-confirm"),
                ("↑ ↓", "common-do-move"),
                ("Esc", "common-do-back"),
            ],
            _ => &[
                ("Enter", "common-do-next"),
                ("↑ ↓", "common-do-move"),
                ("Esc", "operator-do-stop-count"),
            ],
        }
    }

    /// What is being done, and by whom.
    fn title(&self, sheet: &mut Sheet<'_, '_>, session: &Session) {
        let look = sheet.look;
        let by = match &self.stage {
            Stage::Head(by, _) | Stage::Slips(by, ..) => Some(*by),
            Stage::Totals(totals) => Some(totals.by),
            _ => None,
        };
        let second = || self.second.clone().unwrap_or_default();
        let text = match by {
            Some(Counter::First) => {
                let name = session.station.operator.name.clone();
                look.say("operator-paper-first", &[("name", name.into())])
            }
            Some(Counter::Second) => {
                look.say("operator-paper-second", &[("name", second().into())])
            }
            None => look.text(match &self.stage {
                Stage::Second(_) => "operator-paper-second-title",
                Stage::HeadsDiffer(..) | Stage::TotalsDiffer(..) => "operator-paper-together",
                Stage::Agreed(..) if self.differed => "operator-paper-agreed-together",
                Stage::Agreed(..) => "operator-paper-agreed",
                Stage::Sure(..) => "operator-paper-sure-title",
                _ => "operator-paper-title",
            }),
        };
        sheet.write(&text, sheet.theme.title());
        sheet.gap();
    }
}

/// What is counted, as the slip names it.
fn target(look: &Look, question: &Question, target: &Target) -> Choice {
    let option = target
        .option
        .and_then(|o| Some((o, question.options.get(o)?)));
    let Some((place, option)) = option else {
        return Choice::action(look.text("operator-paper-blank"));
    };
    let title = option.title.get(look.language);
    let text = match target.rank {
        Some(rank) => look.say(
            "operator-paper-at-rank",
            &[
                ("rank", (rank + 1).into()),
                ("title", title.to_owned().into()),
            ],
        ),
        None => title.to_owned(),
    };
    Choice {
        number: Some(place + 1),
        text,
        ..Choice::default()
    }
}

fn draw_totals(sheet: &mut Sheet<'_, '_>, totals: &Totals, consultation: &Consultation) {
    let look = sheet.look;
    let (Some(form), Some(question)) =
        (totals.form(), consultation.questions.get(totals.question()))
    else {
        return;
    };
    let title = look.say(
        "operator-paper-question",
        &[
            ("title", question.title.get(look.language).to_owned().into()),
            ("n", totals.valid.into()),
        ],
    );
    sheet.write(&title, sheet.theme.text());
    let rows: Vec<Choice> = (order(question).iter().enumerate())
        .map(|(n, (_, t))| Choice {
            right: form.shown(n),
            ..target(look, question, t)
        })
        .collect();
    let sums = paper_sums(question, &in_shape(question, form), totals.valid);
    let below = u16::try_from(sums.len() + 3).unwrap_or(u16::MAX);
    sheet.list_above(&rows, Some(form.focus()), below);
    sheet.gap();
    for s in &sums {
        let style = if s.fits() {
            sheet.theme.good()
        } else {
            sheet.theme.text()
        };
        sheet.write(&sum(look, s), style);
    }
}

fn draw_slip(sheet: &mut Sheet<'_, '_>, slips: &Slips, differed: u64, consultation: &Consultation) {
    let look = sheet.look;
    if differed > 0 && slips.slip() == 0 && slips.question() == 0 {
        let text = look.say("operator-paper-slips-differ", &[("n", differed.into())]);
        sheet.write(&text, sheet.theme.warn());
        sheet.gap();
    }
    if slips.is_complete() {
        let text = look.say("operator-paper-slips-done", &[("n", slips.count().into())]);
        return sheet.write(&text, sheet.theme.good());
    }
    let Some(question) = consultation.questions.get(slips.question()) else {
        return;
    };
    let title = look.say(
        "operator-paper-slip",
        &[
            ("n", (slips.slip() + 1).into()),
            ("all", slips.count().into()),
            ("title", question.title.get(look.language).to_owned().into()),
        ],
    );
    sheet.write(&title, sheet.theme.title());
    let how = match question.method {
        Method::Single | Method::Approval { .. } => "operator-paper-type-options",
        Method::Points { .. } | Method::Score { .. } => "operator-paper-type-values",
        Method::Priority { .. } => "operator-paper-type-ranks",
    };
    sheet.aside(how);
    if question.blank_allowed {
        sheet.aside("operator-paper-type-blank");
    }
    let line = format!("{}_", slips.line());
    let (name, style) = (look.text("operator-paper-answer"), sheet.theme.field());
    sheet.pair(&name, 12, &format!(" {line:<24} "), style);
    sheet.gap();
    let answer = read(question, slips.line()).ok();
    let rows: Vec<Choice> = (question.options.iter().enumerate())
        .map(|(n, option)| {
            let (mark, right) = echo(answer.as_ref(), n);
            Choice {
                number: Some(n + 1),
                mark,
                text: option.title.get(look.language).to_owned(),
                right,
                ..Choice::default()
            }
        })
        .collect();
    // The page with the option typed last.
    let last = match &answer {
        Some(Answer::Options(chosen)) => chosen.last().copied(),
        Some(Answer::Ranks(ranks)) => ranks.iter().flatten().last().copied(),
        _ => None,
    };
    sheet.list_above(&rows, last, 2);
}

/// What the line says of an option: a mark, or a number at the right end.
fn echo(answer: Option<&Answer>, option: usize) -> (Option<bool>, String) {
    match answer {
        Some(Answer::Options(chosen)) => (Some(chosen.contains(&option)), String::new()),
        Some(Answer::Values(values)) => {
            let value = values.get(option).map(u32::to_string);
            (None, value.unwrap_or_default())
        }
        Some(Answer::Ranks(ranks)) => {
            let rank = ranks.iter().position(|r| *r == Some(option));
            (
                None,
                rank.map(|r| format!("{}.", r + 1)).unwrap_or_default(),
            )
        }
        Some(Answer::Blank) => (Some(false), String::new()),
        None => (None, String::new()),
    }
}

/// A row in which two entries stand side by side, and what they agree on.
fn beside(first: u64, second: u64, agreed: &str) -> String {
    format!("{first:>8} {second:>8}  {agreed}")
}

fn heading(sheet: &mut Sheet<'_, '_>) {
    let look = sheet.look;
    let names = [
        "operator-paper-column-first",
        "operator-paper-column-second",
        "operator-paper-column-agreed",
    ];
    let [first, second, agreed] = names.map(|key| look.text(key));
    let row = format!("{first:>8} {second:>8}  {agreed:>9}");
    let width = usize::from(sheet.columns().saturating_sub(1));
    sheet.verbatim(&[&format!("{row:>width$}")], sheet.theme.dim());
}

fn draw_heads(sheet: &mut Sheet<'_, '_>, [a, b]: [PaperHead; 2], fields: &Numbers) {
    let look = sheet.look;
    sheet.say("operator-paper-heads-differ");
    sheet.gap();
    heading(sheet);
    let both = [(a.found, b.found), (a.void, b.void)];
    let differ = HEAD.iter().zip(both).filter(|(_, (a, b))| a != b);
    let row = |(n, (key, (a, b))): (usize, (&&str, (u64, u64)))| Choice {
        text: look.text(key),
        right: beside(a, b, &fields.shown(n)),
        ..Choice::default()
    };
    let rows: Vec<Choice> = differ.enumerate().map(row).collect();
    sheet.list(&rows, Some(fields.focus()));
    sheet.gap();
}

fn draw_differences(
    sheet: &mut Sheet<'_, '_>,
    all: &[PaperDifference],
    fields: &Numbers,
    consultation: &Consultation,
) {
    let look = sheet.look;
    let text = look.say("operator-paper-totals-differ", &[("n", all.len().into())]);
    sheet.write(&text, sheet.theme.text());
    // The question of the number at hand: the others have their own.
    let question = |d: &PaperDifference| consultation.questions.get(d.question);
    if let Some(q) = all.get(fields.focus()).and_then(question) {
        sheet.write(q.title.get(look.language), sheet.theme.dim());
    }
    sheet.gap();
    heading(sheet);
    let rows: Vec<Choice> = (all.iter().enumerate())
        .filter_map(|(n, d)| {
            let q = question(d)?;
            let shape = Shape::of(q);
            Some(Choice {
                right: beside(d.first, d.second, &fields.shown(n)),
                ..target(look, q, shape.targets.get(d.target)?)
            })
        })
        .collect();
    sheet.list_above(&rows, Some(fields.focus()), 3);
    sheet.gap();
}

fn draw_summary(sheet: &mut Sheet<'_, '_>, summary: PaperSummary, session: &Session) {
    let look = sheet.look;
    let PaperSummary {
        head, handed_out, ..
    } = summary;
    let rows = [
        ("operator-paper-handed-out", handed_out),
        ("operator-paper-found", head.found),
        ("operator-paper-void", head.void),
        ("operator-paper-valid", head.valid()),
    ];
    for (key, n) in rows {
        let style = sheet.theme.title();
        sheet.pair(&look.text(key), 40, &format!("{n:>6}"), style);
    }
    sheet.gap();
    let n = handed_out.abs_diff(head.found);
    let (key, style) = match head.found.cmp(&handed_out) {
        std::cmp::Ordering::Equal => ("operator-paper-all-found", sheet.theme.good()),
        std::cmp::Ordering::Less => ("operator-paper-taken-away", sheet.theme.warn()),
        std::cmp::Ordering::Greater => ("operator-paper-too-many", sheet.theme.warn()),
    };
    sheet.write(&look.say(key, &[("n", n.into())]), style);
    let minimum = session.station.consultation.count.minimum_ballots;
    let key = match (summary.sealed, head.valid()) {
        (_, 0) => "operator-paper-none",
        (true, _) => "operator-paper-will-seal",
        (false, _) => "operator-paper-will-tell",
    };
    sheet.write(&look.say(key, &[("n", minimum.into())]), sheet.theme.text());
    sheet.gap();
}
