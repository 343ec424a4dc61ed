//! A reading as it is heard.

use super::{Part, Reading};

/// What is heard of a screen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Heard {
    /// Everything before the rows, in order.
    pub text: Vec<String>,
    /// The row with the focus, with what it holds and its place among the others.
    pub focus: Option<String>,
}

/// How a row is said: whether it is chosen, and which of how many it is.
pub struct RowWords<'a> {
    /// "chosen", "not chosen".
    pub mark: &'a dyn Fn(bool) -> String,
    /// "3 of 10".
    pub place: &'a dyn Fn(usize, usize) -> String,
}

impl Reading {
    /// What is heard of it.
    pub fn heard(&self, words: &RowWords<'_>) -> Heard {
        let mut text = Vec::new();
        for part in &self.parts {
            match part {
                Part::Text(_, said) | Part::Kept(_, Some((_, said))) => text.push(said.clone()),
                Part::Item {
                    sign, text: said, ..
                } => text.push(item(sign, said)),
                Part::Code(code) => text.push(spelled(code)),
                Part::Panel { title, lines, .. } => {
                    text.push(title.clone());
                    text.extend(lines.iter().filter(|l| !l.is_empty()).cloned());
                }
                Part::Gap | Part::Kept(_, None) | Part::Rows { .. } => {}
            }
        }
        text.retain(|t| !t.trim().is_empty());
        Heard {
            text,
            focus: self.focused(words),
        }
    }

    fn focused(&self, words: &RowWords<'_>) -> Option<String> {
        let n = self.focus()?;
        let row = self.row(n)?;
        let number = row.number.map(|n| n.to_string());
        let held = row
            .mark
            .map(words.mark)
            .or_else(|| row.sign.map(|s| s.trim().to_owned()));
        let right = row.right.split_whitespace().collect::<Vec<_>>().join(" ");
        let parts = [
            number,
            Some(row.text),
            Some(right),
            held,
            Some((words.place)(n + 1, self.all_rows())),
        ];
        let said: Vec<String> = parts
            .into_iter()
            .flatten()
            .filter(|p| !p.is_empty())
            .collect();
        Some(format!("{}.", said.join(". ")))
    }
}

/// Signs like a bullet or a cross are not read out.
fn item(sign: &str, text: &str) -> String {
    let said: String = sign
        .chars()
        .filter(|c| c.is_alphanumeric() || *c == '°')
        .collect();
    if said.len() < 2 {
        return text.to_owned();
    }
    format!("{said} {text}")
}

/// A code, sign by sign: `K 7 Q M, 2 X 9 D`.
fn spelled(code: &str) -> String {
    let group = |group: &str| {
        let signs: Vec<String> = group.chars().map(|c| c.to_string()).collect();
        signs.join(" ")
    };
    let groups: Vec<String> = code.split('-').map(group).collect();
    format!("{}.", groups.join(", "))
}
