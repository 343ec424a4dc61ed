//! The demonstration: a whole made-up world, then its kiosk.

use super::{Looks, say};
use ::seggio::i18n;
use ::seggio::rehearsal::{Case, World};
use ::seggio::tui::clerk::StationClerk;
use ::seggio::tui::runtime;
use anyhow::Result;
use chrono::NaiveDateTime;
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(clap::Args)]
pub struct Demo {
    /// Folder of the consultation, with its `consultation.toml` and perhaps a `demo-people.csv`;
    /// without it, Digitale Bene Comune 2022.
    #[arg(long, value_name = "DIR")]
    config: Option<PathBuf>,
    /// Where the demonstration's clock starts; without it, the last day of the consultation's first
    /// phase, in the afternoon.
    #[arg(long, value_name = "YYYY-MM-DDTHH:MM", value_parser = minute)]
    clock: Option<NaiveDateTime>,
    /// Keep the world in this folder instead of a temporary one.
    #[arg(long, value_name = "DIR")]
    keep: Option<PathBuf>,
    #[command(flatten)]
    looks: Looks,
}

fn minute(text: &str) -> Result<NaiveDateTime, String> {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M")
        .map_err(|_| "a day and a time such as 2022-09-18T17:40".to_owned())
}

impl Demo {
    /// Builds the world and opens its kiosk.
    pub fn run(&self) -> Result<ExitCode> {
        let case = match &self.config {
            Some(dir) => Case::read(dir)?,
            None => Case::embedded()?,
        };
        say(&i18n::text(self.looks.language, "demo-preparing"));
        let language = self.looks.language;
        let world = World::build(case, self.clock, self.keep.as_deref(), language)?;
        let log = world.dir().join("seggio.log");
        let hint = world.hint();
        let clerk = StationClerk::new(world.station_dir(), world.clock(), Some(Box::new(world)));
        runtime::run(clerk, self.looks.options(log, true, hint))?;
        Ok(ExitCode::SUCCESS)
    }
}
