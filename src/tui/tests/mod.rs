//! The whole kiosk with a clerk made up for tests, and without a terminal.

mod confirming;
mod day;
mod documents;
mod endurance;
mod every;
mod exceptions;
mod fake;
mod kiosk;
mod left_open;
mod online;
mod paper;
mod printing;
mod rules;
mod scans;
mod screens;
mod secrecy;
mod shifts;
mod sticks;
mod world;
