//! Against a running server, over real connections.

mod description;
mod limits;
mod rest;
mod tiles;

use super::{Limits, Serving};
use crate::central::Running;
use crate::central::fixture::World;
use std::net::TcpListener;
use ureq::http::Response;
use ureq::{Agent, Body};

fn start(world: &World, serving: Serving) -> Running {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    Running::serving(listener, world.central(), serving).unwrap()
}

fn within(limits: Limits) -> Serving {
    Serving {
        limits,
        ..Serving::default()
    }
}

fn agent() -> Agent {
    let config = Agent::config_builder()
        .http_status_as_error(false)
        .proxy(None);
    config.build().into()
}

fn get(running: &Running, path: &str) -> Response<Body> {
    let url = format!("{}{path}", running.url());
    agent().get(url).call().unwrap()
}

fn post(running: &Running, path: &str, body: &[u8]) -> Response<Body> {
    let url = format!("{}{path}", running.url());
    agent().post(url).send(body).unwrap()
}

fn header(answer: &Response<Body>, name: &str) -> String {
    let value = answer.headers().get(name);
    value.map_or_else(String::new, |v| v.to_str().unwrap().to_owned())
}

fn text(mut answer: Response<Body>) -> String {
    answer.body_mut().read_to_string().unwrap()
}

fn json(answer: Response<Body>) -> serde_json::Value {
    serde_json::from_str(&text(answer)).unwrap()
}
