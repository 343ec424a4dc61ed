//! A kiosk without a terminal: keys go in, jobs are done at once, screens come out as text.

use super::fake::{CITY_USER, FakeClerk, PASSPHRASE, PIN, RESIDENT};
use crate::i18n::Language;
use crate::tui::model::{Cmd, Model, Msg, Screen};
use crate::tui::theme::{Glyphs, Theme};
use crate::tui::update::update;
use crate::tui::view::view;
use crate::tui::words::Look;
use crate::tui::work::{Clerk, Done, Job};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::style::Style;
use std::time::Duration;

pub struct Kiosk {
    pub model: Model,
    pub clerk: FakeClerk,
    pub quit: bool,
    /// While set, jobs pile up: the clerk is slow.
    pub slow: bool,
    pub undone: Vec<Job>,
    /// What was said aloud; silence where speech was stopped.
    pub said: Vec<String>,
}

impl Kiosk {
    /// Locked, with the list of operators.
    pub fn new(clerk: FakeClerk) -> Self {
        let look = Look {
            theme: Theme::new(Glyphs::Unicode),
            language: Language::It,
        };
        let model = Model::new(look, false, Vec::new());
        let mut kiosk = Self {
            model,
            clerk,
            quit: false,
            slow: false,
            undone: Vec::new(),
            said: Vec::new(),
        };
        kiosk.job(Job::Operators);
        kiosk
    }

    /// Unlocked by Anna, no day open.
    pub fn unlocked() -> Self {
        let mut kiosk = Self::new(FakeClerk::new());
        kiosk.keys("1");
        kiosk.keys(PASSPHRASE);
        kiosk.enter();
        kiosk
    }

    /// At the desk.
    pub fn desk() -> Self {
        let mut kiosk = Self::unlocked();
        kiosk.enter();
        kiosk
    }

    /// A scanned card and an electronic identity card that agrees with it; the birth is copied
    /// where the code does not tell it.
    pub fn visit(&mut self, code: &str) {
        self.keys(code);
        self.enter();
        self.keys("1");
        if matches!(self.model.screen, Screen::Document(_)) {
            self.keys("12/12/2006");
            self.enter();
            self.keys("10/12/2030");
            self.enter();
        }
    }

    /// The person at the screen reads, chooses a row by its number and confirms.
    pub fn confirm(&mut self, row: &str) {
        self.keys(row);
        self.seconds(1);
        self.enter();
    }

    /// A scanner writes this, and Enter.
    pub fn scan(&mut self, text: &str) {
        for sign in text.chars() {
            let key = KeyEvent::new(KeyCode::Char(sign), KeyModifiers::NONE);
            self.msg(Msg::Swift(key));
        }
        self.msg(Msg::Swift(KeyEvent::new(
            KeyCode::Enter,
            KeyModifiers::NONE,
        )));
    }

    /// A document under the scanner, line by line.
    pub fn zone(&mut self, lines: &[&str]) {
        for line in lines {
            self.keys(line);
            self.enter();
        }
    }

    /// A resident in front of the voter's screen.
    pub fn voter() -> Self {
        let mut kiosk = Self::desk();
        kiosk.visit(RESIDENT);
        kiosk.enter();
        kiosk
    }

    /// The voter has left without voting; the PIN screen is shown.
    pub fn returning() -> Self {
        let mut kiosk = Self::voter();
        kiosk.walk_away();
        kiosk
    }

    pub fn walk_away(&mut self) {
        self.enter();
        self.press(KeyCode::F(9));
        self.press(KeyCode::Down);
        self.enter();
        assert!(
            matches!(&self.model.screen, Screen::Voter(v) if v.is_over()),
            "{}",
            self.text(80, 24)
        );
        self.enter();
    }

    /// The form of a city user.
    pub fn registration() -> Self {
        let mut kiosk = Self::desk();
        kiosk.visit(CITY_USER);
        kiosk.keys("1");
        kiosk
    }

    /// The day closed, for the last time or not.
    pub fn closed(last: bool) -> Self {
        let mut kiosk = Self::desk();
        kiosk.press(KeyCode::F(8));
        kiosk.keys(if last { "3" } else { "2" });
        kiosk.enter();
        if last {
            kiosk.keys("fine");
            kiosk.enter();
        }
        kiosk
    }

    pub fn pin(&mut self) {
        self.keys(PIN);
        self.enter();
    }

    pub fn msg(&mut self, msg: Msg) {
        for cmd in update(&mut self.model, msg) {
            match cmd {
                Cmd::Quit => self.quit = true,
                Cmd::Say { text, .. } => self.said.push(text.to_string()),
                Cmd::Hush => self.said.push(String::new()),
                Cmd::Voice(_) => {}
                Cmd::Work(job) if self.slow => self.undone.push(job),
                Cmd::Work(job) => self.job(job),
            }
        }
    }

    pub fn job(&mut self, job: Job) {
        let done = self.clerk.work(job, &|_| {});
        self.msg(Msg::Done(done));
    }

    /// The slow clerk catches up, in order.
    pub fn catch_up(&mut self) {
        self.slow = false;
        for job in std::mem::take(&mut self.undone) {
            self.job(job);
        }
    }

    pub fn done(&mut self, done: Done) {
        self.msg(Msg::Done(done));
    }

    pub fn press(&mut self, code: KeyCode) {
        self.msg(Msg::Key(KeyEvent::new(code, KeyModifiers::NONE)));
    }

    pub fn control(&mut self, letter: char) {
        self.msg(Msg::Key(KeyEvent::new(
            KeyCode::Char(letter),
            KeyModifiers::CONTROL,
        )));
    }

    pub fn enter(&mut self) {
        self.press(KeyCode::Enter);
    }

    pub fn keys(&mut self, text: &str) {
        text.chars().for_each(|c| self.press(KeyCode::Char(c)));
    }

    pub fn seconds(&mut self, n: u32) {
        for _ in 0..n * 10 {
            self.msg(Msg::Tick(Duration::from_millis(100)));
        }
    }

    /// What is on the screen, with its colours.
    pub fn drawn(&self, columns: u16, rows: u16) -> Buffer {
        let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
        terminal
            .draw(|frame| drop(view(&self.model, frame)))
            .unwrap();
        terminal.backend().buffer().clone()
    }

    /// What is on the screen, without trailing spaces.
    pub fn text(&self, columns: u16, rows: u16) -> String {
        let buffer = self.drawn(columns, rows);
        let row = |y| {
            let cells: String = (0..columns).map(|x| buffer[(x, y)].symbol()).collect();
            cells.trim_end().to_owned()
        };
        (0..rows).map(row).collect::<Vec<_>>().join("\n")
    }

    /// The style in which `words` stand on the screen.
    pub fn style_of(&self, words: &str) -> Style {
        let buffer = self.drawn(80, 24);
        let text = self.text(80, 24);
        let (y, row) = text
            .lines()
            .enumerate()
            .find(|(_, row)| row.contains(words))
            .unwrap();
        let x = row[..row.find(words).unwrap()].chars().count();
        buffer[(u16::try_from(x).unwrap(), u16::try_from(y).unwrap())].style()
    }

    /// The screen in one line, to look for words across line breaks.
    pub fn words(&self) -> String {
        let text = self
            .text(80, 24)
            .replace(['│', '╭', '╮', '╰', '╯', '─'], " ");
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}
