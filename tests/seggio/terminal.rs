//! A day at a table in the market, in a real terminal: what a volunteer and voters press, and
//! what they read. Afterwards, what is left of it on the disk.

mod day;
mod paper;
mod people;
mod scanners;
pub mod screen;
mod traces;
pub mod volunteer;

use day::Day;
use screen::{CTRL_Q, ENTER, Terminal};
use volunteer::{ADMITTED, DESK, PASSPHRASE, check_in, hand_over, person, unlock};

#[test]
fn a_day_from_the_first_passphrase_to_the_verified_count() {
    let dir = tempfile::tempdir().unwrap();
    let (world, station) = (dir.path().join("world"), dir.path().join("world/station"));
    let mut day = Day::new(Terminal::demo(&world, 80, 24));
    day.opens();
    day.a_resident_votes_and_the_screen_comes_back_by_pin_alone(&station);
    day.who_has_voted_does_not_vote_again();
    day.a_resident_found_in_the_list_votes();
    day.a_city_user_is_enrolled_and_votes();
    day.ages_count_on_the_day_of_reference();
    day.papers_and_codes_that_do_not_do();
    day.who_walks_away_comes_back_and_votes(&world);
    day.the_station_is_locked_and_unlocked();
    day.who_is_not_on_the_roll_declares_and_never_votes();
    day.closes();
    day.sends_and_counts();

    day.t.keys(CTRL_Q);
    assert!(day.t.ends_well());
    let (votes, board) = traces::verified(&world.join("package.zip"));
    assert_eq!(votes, day.votes);
    for tracker in &day.trackers {
        assert!(board.contains(tracker), "{tracker} is not on the board");
    }
    traces::nothing_in_clear(&world, &day.trackers);
}

#[test]
fn a_window_too_small_says_so_and_loses_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let mut t = Terminal::demo(dir.path(), 60, 15);
    t.wait_for("La finestra è troppo piccola");
    t.says("Servono almeno 80 colonne e 24 righe. Ora sono 60 x 15.");
    assert!(!t.text().contains(PASSPHRASE), "{}", t.text());
    t.keep("36-too-small");
    t.resize(80, 24);
    t.wait_for("Sbloccare la postazione");
    t.wait_for("anna presidente");
    assert!(!t.text().contains("troppo piccola"));
    // The screen is drawn when the size is new; the keys come back when the program is told.
    t.pause();
    t.keys(CTRL_Q);
    assert!(t.ends_well());
}

#[test]
fn a_window_that_is_closed_ends_the_demo_and_leaves_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let mut t = Terminal::passing_demo(dir.path());
    t.wait_for("anna presidente");
    unlock(&mut t);
    t.wait_for("Aprire la giornata");
    assert_ne!(dir.path().read_dir().unwrap().count(), 0);
    assert!(t.hang_up());
    assert_eq!(dir.path().read_dir().unwrap().count(), 0);
}

#[test]
fn a_large_window_is_drawn_to_its_edges_and_not_beyond() {
    let dir = tempfile::tempdir().unwrap();
    let mut t = Terminal::demo(dir.path(), 200, 60);
    t.wait_for("anna presidente");
    fits(&t, "Ctrl-Q esci");
    t.keep("37-unlock");
    unlock(&mut t);
    t.wait_for("Aprire la giornata");
    fits(&t, "Ctrl-Q esci");
    t.keys(ENTER);
    t.wait_for(DESK);
    fits(&t, "F8 chiudi la giornata");
    t.keep("38-desk");
    check_in(&mut t, &person("Rossi"), ADMITTED);
    hand_over(&mut t);
    fits(&t, "F9 esci senza votare");
    t.keep("39-list");
}

fn fits(t: &Terminal, footer: &str) {
    assert_eq!(t.overflowing(), [0; 0]);
    let rows = t.rows();
    assert_eq!(rows.len(), 60);
    assert!(rows.iter().all(|r| r.chars().count() <= 200));
    let foot = rows[57..].join(" ");
    assert!(foot.contains(footer), "{}", rows.join("\n"));
}
