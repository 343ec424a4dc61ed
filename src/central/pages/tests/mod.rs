//! The pages as a browser asks for them, on both databases.

mod ballots;
mod data;
mod published;
mod turnout;

use super::kept::Kept;
use super::{LANGUAGES, Leaf, router_with};
use crate::batch::{Batch, Rows};
use crate::central::fixture::{Station, World, minutes, presence};
use crate::central::fixture_database::On;
use crate::central::{Central, Links};
use crate::consultation::{Budget, Cents, Manifest, Mode, StationKind, Text};
use crate::i18n::Language;
use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode, header};
use chrono::NaiveDate;
use rstest::rstest;
use std::sync::Arc;
use tower_service::Service;

/// A server with its pages, on a day.
struct Visit {
    world: World,
    central: Arc<Central>,
    router: Router,
}

/// What came back.
struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    bytes: Vec<u8>,
}

/// The last day of the fixture's phase is the 18th.
fn after() -> NaiveDate {
    NaiveDate::from_ymd_opt(2022, 9, 20).unwrap()
}

fn during() -> NaiveDate {
    NaiveDate::from_ymd_opt(2022, 9, 18).unwrap()
}

impl Visit {
    fn of(world: World, today: fn() -> NaiveDate) -> Self {
        let central = Arc::new(world.central());
        let router = router_with(Kept::at(today)).with_state(Arc::clone(&central));
        Self {
            world,
            central,
            router,
        }
    }

    fn on(on: On) -> Self {
        Self::of(World::on(on), after)
    }

    /// The same server a while later, when nothing of its pages is remembered.
    fn later(&mut self, today: fn() -> NaiveDate) {
        self.router = router_with(Kept::at(today)).with_state(Arc::clone(&self.central));
    }

    fn station(&self, name: &str) -> Station {
        let station = self.world.station(name);
        self.central.introduce(&station.introduction).unwrap();
        station
    }

    /// Sends rows; they are on the board when this returns.
    fn send(&self, station: &mut Station, rows: Rows) -> Batch {
        let batch = station.batch(rows);
        self.central.receive(&batch.bytes()).unwrap();
        assert!(self.central.place_all().unwrap());
        batch
    }

    fn ask(&self, path: &str, headers: &[(header::HeaderName, &str)]) -> Answer {
        let mut request = Request::get(path);
        for (name, value) in headers {
            request = request.header(name, *value);
        }
        let request = request.body(Body::empty()).unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread()
            .build()
            .unwrap();
        runtime.block_on(async {
            let response = self.router.clone().call(request).await.unwrap();
            let (parts, body) = response.into_parts();
            let bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap();
            Answer {
                status: parts.status,
                headers: parts.headers,
                bytes: bytes.to_vec(),
            }
        })
    }

    fn get(&self, path: &str) -> Answer {
        self.ask(path, &[])
    }

    /// A page that must be there.
    fn page(&self, path: &str) -> String {
        let answer = self.get(path);
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        answer.text()
    }
}

impl Answer {
    fn text(&self) -> String {
        String::from_utf8(self.bytes.clone()).unwrap()
    }

    fn header(&self, name: header::HeaderName) -> &str {
        self.headers.get(name).map_or("", |v| v.to_str().unwrap())
    }
}

/// A world whose manifest is another one.
fn world_with(on: On, change: impl FnOnce(&mut Manifest)) -> World {
    let mut world = World::on(on);
    let mut manifest = world.manifest.value().clone();
    change(&mut manifest);
    world.manifest = world.authority.sign(manifest);
    world
}

/// Two areas more, money, a station of another kind, and titles that attack.
fn rich(manifest: &mut Manifest) {
    let consultation = &mut manifest.consultation;
    consultation.title = Text::new("Prova <b>&\"uno\"", [(Language::En, "Trial <i>".into())]);
    consultation.languages.push(Language::En);
    for (id, name) in [("E196", "Gropparello"), ("G747", "Podenzano")] {
        consultation.areas.push(crate::consultation::Area {
            id: id.into(),
            name: name.into(),
        });
    }
    let mut assisted = consultation.phases[0].clone();
    assisted.kind = StationKind::Assisted;
    consultation.phases.push(assisted);
    consultation.questions[0].options[0].title = Text::new("<script>alert(1)</script>", []);
    consultation.questions[0].options[1].title = Text::new("=1+1", []);
    consultation.budget = Some(Budget {
        question: "q".into(),
        total: Cents(1500),
        cost_min: Cents(0),
        cost_max: Cents(900),
    });
}

#[rstest]
fn every_page_is_there_in_both_languages(#[values(On::File, On::Server)] on: On) {
    let visit = Visit::of(world_with(on, rich), after);
    visit.station("banchetto-1");
    for language in LANGUAGES {
        for leaf in Leaf::ALL {
            let path = leaf.path(language);
            let answer = visit.get(&path);
            assert_eq!(answer.status, StatusCode::OK, "{path}");
            let text = answer.text();
            assert!(
                text.contains(&format!("<html lang=\"{}\">", language.code())),
                "{path}"
            );
            assert_eq!(text.matches("<h1").count(), 1, "{path}");
            assert_eq!(text.matches("<main").count(), 1, "{path}");
            assert!(!text.contains("<script"), "{path}");
            assert!(!text.contains("<b>") && !text.contains("<i>"), "{path}");
            assert!(
                !text.contains("style=\"") && !text.contains(" onclick"),
                "{path}"
            );
            // A key without a text is shown as `pages-key?`.
            assert!(!text.contains("pages-"), "{path}: {text}");
            let policy = answer.header(header::CONTENT_SECURITY_POLICY);
            assert!(
                policy.starts_with("default-src 'none'; style-src 'self'"),
                "{policy}"
            );
            assert_eq!(answer.header(header::REFERRER_POLICY), "no-referrer");
            let other = LANGUAGES.into_iter().find(|l| *l != language).unwrap();
            assert!(
                text.contains(&format!("href=\"{}\" lang", leaf.path(other))),
                "{path}"
            );
        }
    }
    let home = visit.page("/it/");
    assert!(
        home.contains("&lt;script&gt;alert(1)&lt;/script&gt;"),
        "{home}"
    );
    assert!(home.contains("Carpaneto Piacentino") && home.contains("banchetto-1"));
}

#[test]
fn training_says_so_on_every_page_and_a_live_vote_does_not() {
    let training = Visit::of(World::new(), after);
    let live = Visit::of(world_with(On::File, |m| m.mode = Mode::Live), after);
    for leaf in Leaf::ALL {
        assert!(
            training.page(&leaf.path(Language::It)).contains("PROVA."),
            "{leaf:?}"
        );
        assert!(
            training
                .page(&leaf.path(Language::En))
                .contains("TRAINING."),
            "{leaf:?}"
        );
        assert!(
            !live.page(&leaf.path(Language::It)).contains("PROVA."),
            "{leaf:?}"
        );
    }
}

#[test]
fn the_front_door_answers_in_the_browsers_language() {
    let visit = Visit::of(World::new(), after);
    for (asked, path) in [("en-GB,en;q=0.9", "/en/"), ("fr", "/it/")] {
        let answer = visit.ask("/", &[(header::ACCEPT_LANGUAGE, asked)]);
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
        assert_eq!(answer.header(header::LOCATION), path);
    }
    // Whoever names a language gets it, whatever the browser would like.
    for (path, asked) in [("/it", "en"), ("/en", "it")] {
        let answer = visit.ask(path, &[(header::ACCEPT_LANGUAGE, asked)]);
        assert_eq!(answer.header(header::LOCATION), format!("{path}/"));
    }
    let style = visit.get("/style.css");
    assert_eq!(
        style.header(header::CONTENT_TYPE),
        "text/css; charset=utf-8"
    );
}

#[test]
fn where_nothing_is_a_person_finds_a_page() {
    let visit = Visit::of(World::new(), after);
    for path in [
        "/en/nothing",
        "/en/turnout/more",
        "/data/nothing.csv",
        "/data/turnout.exe",
        "/data/%FF",
        "/t/%FF/proof",
    ] {
        let answer = visit.ask(path, &[(header::ACCEPT_LANGUAGE, "en")]);
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert!(answer.text().contains("There is no such page"), "{path}");
    }
    let mut browser = HeaderMap::new();
    assert!(
        super::lost(&visit.central, &browser).is_none(),
        "programs get a problem"
    );
    browser.insert(header::ACCEPT, "text/html,*/*;q=0.8".parse().unwrap());
    let page = super::lost(&visit.central, &browser).unwrap();
    assert_eq!(page.status(), StatusCode::NOT_FOUND);
}

#[test]
fn an_address_that_does_not_decode_leads_to_the_look_up() {
    let visit = Visit::of(World::new(), after);
    let answer = visit.ask("/t/%FF", &[(header::ACCEPT_LANGUAGE, "en")]);
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(answer.header(header::LOCATION), "/en/ballot");
    assert_eq!(answer.header(header::CACHE_CONTROL), "no-store");
}

#[test]
fn the_second_verifier_is_there_to_read_and_to_run() {
    let visit = Visit::of(World::new(), after);
    let program = visit.page("/data/verify.py");
    assert_eq!(program, include_str!("../../../../docs/verify.py"));
}

#[test]
fn pages_lead_to_whoever_answers() {
    let mut visit = Visit::of(World::new(), after);
    assert!(!visit.page("/en/").contains("Accessibility statement"));
    let link = |text: &str| Some(text.parse().unwrap());
    let links = Links {
        contact: link("mailto:urp@unione.example.it"),
        accessibility: link("https://form.example.it/1"),
        programs: link("https://codice.example.it/seggio"),
    };
    visit.central = Arc::new(visit.world.central().with_links(links));
    visit.later(after);
    for (path, said) in [
        (
            "/it/",
            r#"<a href="mailto:urp@unione.example.it">Contatti</a>"#,
        ),
        (
            "/it/data",
            r#"<a href="https://form.example.it/1">Dichiarazione di accessibilità</a>"#,
        ),
        ("/en/accessibility", ">urp@unione.example.it</a>"),
        (
            "/en/ballot?code=K7QM2X9D4HTWP3VA",
            ">urp@unione.example.it</a>",
        ),
        ("/en/privacy", ">urp@unione.example.it</a>"),
    ] {
        let page = visit.page(path);
        assert!(page.contains(said), "{path}: {page}");
    }
}

#[test]
fn a_text_that_is_not_translated_says_its_language() {
    let visit = Visit::of(world_with(On::File, rich), after);
    let page = visit.page("/en/");
    assert!(page.contains("<h1>Trial &lt;i&gt;</h1>"), "{page}");
    assert!(
        page.contains(r#"<h3><span lang="it">=1+1</span></h3>"#),
        "{page}"
    );
    let page = visit.page("/it/");
    assert!(
        page.contains("<h3>=1+1</h3>") && !page.contains("lang=\"it\">="),
        "{page}"
    );
}

#[test]
fn the_consultation_says_where_it_stands() {
    let mut visit = Visit::of(World::new(), during);
    assert!(
        visit
            .page("/en/")
            .contains("You can vote at the tables in the squares. First day: 1 September 2022.")
    );
    visit.later(|| NaiveDate::from_ymd_opt(2022, 8, 1).unwrap());
    assert!(
        visit
            .page("/en/")
            .contains("Later, people vote at the tables")
    );
    visit.later(after);
    assert!(
        visit
            .page("/en/")
            .contains("Voting at the stations is over")
    );
}
