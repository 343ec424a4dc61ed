//! From settlement to verification over a whole small world; one mutation for every check.

mod draft;
mod mutations;
mod noise;
mod settling;
mod whole;
mod world;
