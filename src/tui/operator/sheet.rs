//! The paper that operators' screens are written on: header with sync state and clock, footer
//! with the keys, and between them a column that is written from top to bottom.
//!
//! ```text
//! │ Digitale Bene Comune 2022                      18:04 │
//! │ Banchetto piazza-1 · Anna       niente in attesa     │
//! │                                                      │
//! │  Title                                               │
//! │  text, fields, lists                                 │
//! │──────────────────────────────────────────────────────│
//! │ Invio avanti   F1 aiuto   F10 blocca                 │
//! ```

use crate::tui::clock;
use crate::tui::model::Session;
use crate::tui::theme::Theme;
use crate::tui::widgets::{
    Choice, Header, SecretField, TextField, Tone, choice_list, column, page, paragraph,
    secret_field, text_field, verdict,
};
use crate::tui::words::Look;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::{Clear, Paragraph};

/// A column being written.
pub struct Sheet<'a, 'f> {
    /// Words of the operator's language.
    pub look: &'a Look,
    /// Colours.
    pub theme: Theme,
    frame: &'a mut Frame<'f>,
    rest: Rect,
}

/// Keys of the footer: the key, and the text that says what it does.
pub type Keys<'a> = &'a [(&'a str, &'a str)];

impl<'a, 'f> Sheet<'a, 'f> {
    /// Header, footer and an empty column. Help and lock end every footer.
    pub fn new(
        look: &'a Look,
        frame: &'a mut Frame<'f>,
        session: &Session,
        keys: Keys<'_>,
    ) -> Self {
        let mut all = keys.to_vec();
        if !session.station.demo_people.is_empty() {
            all.push(("F3", "operator-do-people"));
        }
        all.push(("F1", "operator-do-help"));
        Self::over(look, frame, session, &all)
    }

    /// What lies over a screen: no help on the help.
    pub fn over(
        look: &'a Look,
        frame: &'a mut Frame<'f>,
        session: &Session,
        keys: Keys<'_>,
    ) -> Self {
        let station = &session.station;
        let title = station.consultation.title.get(look.language);
        let place = format!(
            "{} {} · {}",
            look.kind(station.kind),
            station.name,
            station.operator.name
        );
        let clock = if station.clock_is_simulated {
            look.say(
                "operator-clock-simulated",
                &[("hour", clock_text(session).into())],
            )
        } else {
            clock_text(session)
        };
        let mut all = keys.to_vec();
        all.push(("F10", "operator-do-lock"));
        // Everybody at the table knows what the vote is about; that it is training must be read.
        let brief = if station.training {
            look.text("operator-training")
        } else {
            String::new()
        };
        let header = Header {
            title: &titled(look, station.training, title),
            brief: &brief,
            right: &clock,
            place: &place,
            state: &state(look, session),
        };
        Self::framed(look, frame, &header, &all)
    }

    /// A sheet that shows nothing of the station: before it is unlocked, and when it is not
    /// known who holds the screen.
    pub fn neutral(
        look: &'a Look,
        frame: &'a mut Frame<'f>,
        training: bool,
        keys: Keys<'_>,
    ) -> Self {
        let header = Header {
            title: &titled(look, training, "Seggio"),
            ..Header::default()
        };
        Self::framed(look, frame, &header, keys)
    }

    fn framed(
        look: &'a Look,
        frame: &'a mut Frame<'f>,
        header: &Header<'_>,
        keys: Keys<'_>,
    ) -> Self {
        let named: Vec<(String, String)> = keys
            .iter()
            .map(|(key, what)| (key_name(look, key), look.text(what)))
            .collect();
        let footer: Vec<(&str, String)> = named
            .iter()
            .map(|(key, what)| (key.as_str(), what.clone()))
            .collect();
        let body = page(frame, look.theme, header, &footer);
        let rest = Rect {
            y: body.y + 1,
            height: body.height.saturating_sub(1),
            ..body
        };
        Self {
            look,
            theme: look.theme,
            frame,
            rest: column(rest),
        }
    }

    /// Rows that are left.
    pub fn rows(&self) -> u16 {
        self.rest.height
    }

    /// Columns of the sheet.
    pub fn columns(&self) -> u16 {
        self.rest.width
    }

    /// An empty row.
    pub fn gap(&mut self) {
        self.skip(1);
    }

    fn skip(&mut self, rows: u16) {
        let rows = rows.min(self.rest.height);
        self.rest.y += rows;
        self.rest.height -= rows;
    }

    fn row(&self) -> Rect {
        Rect {
            height: self.rest.height.min(1),
            ..self.rest
        }
    }

    /// A text in a style of the theme, wrapped.
    pub fn write(&mut self, text: &str, style: Style) {
        self.rest = paragraph(self.frame, self.rest, style, text);
    }

    /// The title of the screen, with a gap below.
    pub fn title(&mut self, key: &str) {
        self.write(&self.look.text(key), self.theme.title());
        self.gap();
    }

    /// The text with this key.
    pub fn say(&mut self, key: &str) {
        self.write(&self.look.text(key), self.theme.text());
    }

    /// The text with this key, less important.
    pub fn aside(&mut self, key: &str) {
        self.write(&self.look.text(key), self.theme.dim());
    }

    /// What is wrong with what was typed, if anything.
    pub fn problem(&mut self, problem: Option<&str>) {
        if let Some(text) = problem {
            self.write(text, self.theme.bad());
        }
    }

    /// One row of a table: a name and what it is.
    pub fn pair(&mut self, name: &str, width: u16, value: &str, style: Style) {
        let row = self.row();
        let width = width.min(row.width);
        let name = Line::styled(name.to_owned(), self.theme.text());
        self.frame.render_widget(name, Rect { width, ..row });
        let at = Rect {
            x: row.x + width,
            width: row.width - width,
            ..self.rest
        };
        let left = paragraph(self.frame, at, style, value);
        self.skip((at.height - left.height).max(1));
    }

    /// A field with its label in a column of `width`.
    pub fn field(&mut self, key: &str, width: u16, longest: u16, field: &TextField, focused: bool) {
        let label = self.look.text(key);
        let at = self.short_row(width, longest);
        text_field(self.frame, at, self.theme, (&label, width), field, focused);
        self.skip(1);
    }

    /// A field for a secret.
    pub fn secret(
        &mut self,
        key: &str,
        width: u16,
        longest: u16,
        field: &SecretField,
        focused: bool,
    ) {
        let label = self.look.text(key);
        let at = self.short_row(width, longest);
        secret_field(self.frame, at, self.theme, (&label, width), field, focused);
        self.skip(1);
    }

    fn short_row(&self, label: u16, longest: u16) -> Rect {
        let row = self.row();
        Rect {
            width: row.width.min(label + 3 + longest + 2),
            ..row
        }
    }

    /// A numbered list; `chosen` has the arrow where the list has the focus, else a box.
    pub fn choices(&mut self, names: &[String], chosen: usize, focused: bool) {
        let choices: Vec<Choice> = names
            .iter()
            .enumerate()
            .map(|(n, name)| Choice {
                number: Some(n + 1),
                mark: Some(n == chosen),
                text: name.clone(),
                ..Choice::default()
            })
            .collect();
        self.list(&choices, focused.then_some(chosen));
    }

    /// A numbered list of which nothing may be chosen yet; then the arrow waits at the first row.
    pub fn maybe_chosen(&mut self, names: &[String], chosen: Option<usize>, focused: bool) {
        let choices: Vec<Choice> = (0..)
            .zip(names)
            .map(|(n, name)| Choice {
                number: Some(n + 1),
                mark: Some(chosen == Some(n)),
                text: name.clone(),
                ..Choice::default()
            })
            .collect();
        self.list(&choices, focused.then_some(chosen.unwrap_or(0)));
    }

    /// A list.
    pub fn list(&mut self, choices: &[Choice], focus: Option<usize>) {
        self.list_above(choices, focus, 0);
    }

    /// A list that keeps `below` rows free, in pages if it has to.
    pub fn list_above(&mut self, choices: &[Choice], focus: Option<usize>, below: u16) {
        let look = self.look;
        let room = Rect {
            height: self.rest.height.saturating_sub(below),
            ..self.rest
        };
        let left = choice_list(
            self.frame,
            room,
            self.theme,
            choices,
            focus,
            |page, pages| {
                look.say(
                    "common-page",
                    &[("page", page.into()), ("pages", pages.into())],
                )
            },
        );
        self.skip(room.height - left.height);
    }

    /// The big box with one answer.
    pub fn verdict(&mut self, tone: Tone, title: &str, lines: &[String]) {
        self.rest = verdict(self.frame, self.rest, self.theme, tone, title, lines);
        self.gap();
    }

    /// Rows as they are, cut at the edge.
    pub fn verbatim(&mut self, rows: &[&str], style: Style) {
        for text in rows {
            let at = self.row();
            self.frame
                .render_widget(Line::styled((*text).to_owned(), style), at);
            self.skip(1);
        }
    }
}

/// Says something in the second row of the header, over what else stands there: nothing that is being
/// read or typed moves.
pub fn announce(frame: &mut Frame<'_>, theme: Theme, text: &str) {
    let area = frame.area();
    let row = Rect {
        y: area.y + 1,
        height: 1,
        ..area
    }
    .intersection(area);
    frame.render_widget(Clear, row);
    let line = Line::styled(format!(" {text}"), theme.warn());
    frame.render_widget(Paragraph::new(line).style(theme.warn()), row);
}

/// What is printed on the key.
fn key_name(look: &Look, key: &str) -> String {
    match key {
        "Enter" => look.text("common-key-enter"),
        "Esc" => look.text("common-key-escape"),
        other => other.to_owned(),
    }
}

fn clock_text(session: &Session) -> String {
    format!(
        "{} {}",
        clock::day(session.now.date()),
        clock::hour(session.now)
    )
}

/// `batteria 80%`, and what waits.
fn state(look: &Look, session: &Session) -> String {
    let sync = sync_state(look, session);
    let Some(battery) = session.status.battery else {
        return sync;
    };
    let key = if battery.plugged {
        "operator-battery-plugged"
    } else {
        "operator-battery"
    };
    let power = look.say(key, &[("n", u32::from(battery.percent).into())]);
    format!("{power}, {sync}")
}

fn titled(look: &Look, training: bool, title: &str) -> String {
    if training {
        format!("{} · {title}", look.text("operator-training"))
    } else {
        title.to_owned()
    }
}

/// `12 in attesa, ultimo invio 18:04`.
fn sync_state(look: &Look, session: &Session) -> String {
    let status = &session.status;
    let waiting = match status.pending {
        0 => look.text("operator-sync-nothing"),
        n => look.say("operator-sync-waiting", &[("n", n.into())]),
    };
    let last = match status.last_sync {
        Some(at) => {
            let hour = clock::moment(at, session.now);
            look.say("operator-sync-last", &[("hour", hour.into())])
        }
        None => look.text("operator-sync-never"),
    };
    match &status.sync_problem {
        // A day without a network is a day like others.
        Some(problem) if problem.key == "sync-no-network" => {
            format!("{waiting}, {}", look.text("operator-sync-offline"))
        }
        Some(_) => format!("{waiting}, {}", look.text("operator-sync-failed")),
        None => format!("{waiting}, {last}"),
    }
}
