//! What a stolen station tells.

use super::*;

/// Every file of a station, also those that are there only for a moment.
fn files(dir: &std::path::Path) -> Vec<Vec<u8>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(dir).unwrap().map(Result::unwrap) {
        if entry.path().is_dir() {
            found.extend(files(&entry.path()));
        } else {
            found.push(std::fs::read(entry.path()).unwrap());
        }
    }
    found
}

fn holds(files: &[Vec<u8>], needle: &[u8]) -> bool {
    files
        .iter()
        .any(|f| f.windows(needle.len()).any(|w| w == needle))
}

#[test]
fn the_files_of_a_station_tell_nothing() {
    let world = World::new();
    let mut station = world.open();
    let who = stranger();
    let claimant = claim(&mut station, who.clone());
    let verdict = station.register(claimant, city_user("G747")).unwrap();
    let Verdict::Admitted { admission, .. } = verdict else {
        panic!("{verdict:?}")
    };
    let pseudonym = admission.pseudonym;
    let slip = vote(&mut station, admission, &[0, 1]);
    // In the middle of a transaction the rollback journal is on disk too.
    let tx = station.db.transaction().unwrap();
    tx.execute("UPDATE voters SET hour = 'x'", []).unwrap();
    tx.execute_batch("PRAGMA cache_spill = 1; PRAGMA cache_size = 1;")
        .unwrap();
    tx.execute("DELETE FROM ballots", []).unwrap();
    let during = files(world.dir.path());
    tx.rollback().unwrap();
    station.close_day(true).unwrap();
    let projects: Vec<String> = station.consultation().questions[0]
        .options
        .iter()
        .map(|o| o.id.clone())
        .collect();
    drop(station);
    for files in [during, files(world.dir.path())] {
        let mut secret: Vec<Vec<u8>> = ["SQLite format 3", "Verdicchio", "Giuseppe", "anna lungo"]
            .map(|s| s.as_bytes().to_vec())
            .into();
        secret.push(who.code.as_str().into());
        secret.push(pseudonym.0.to_vec());
        secret.push(slip.tracker.0.0.to_vec());
        secret.push(slip.tracker.short().into());
        secret.extend(projects.iter().map(|p| p.as_bytes().to_vec()));
        for needle in secret {
            assert!(
                !holds(&files, &needle),
                "{:?}",
                String::from_utf8_lossy(&needle)
            );
        }
    }
}

#[test]
fn opened_with_the_key_no_table_joins_a_person_to_a_ballot() {
    let world = World::new();
    let mut station = world.open();
    let mut people = Vec::new();
    for i in 0..3 {
        let admission = admit(&mut station, resident(i));
        let pseudonym = admission.pseudonym;
        people.push((
            pseudonym,
            vote(&mut station, admission, &[i, i + 1]).tracker,
        ));
    }
    station.close_day(false).unwrap();
    // Whatever text or blob of any row: a row that holds something of a person holds nothing of a
    // ballot, and no two such rows share a value that is theirs alone.
    let tables: Vec<String> = {
        let mut q = station
            .db
            .prepare("SELECT name FROM sqlite_master WHERE type='table'")
            .unwrap();
        let names = q.query_map([], |r| r.get(0)).unwrap();
        names.map(Result::unwrap).collect()
    };
    let contains = |cell: &[u8], id: &[u8]| cell.windows(id.len()).any(|w| w == id);
    let mut of_person: Vec<Vec<Vec<u8>>> = vec![Vec::new(); people.len()];
    let mut of_ballot = of_person.clone();
    for table in tables.iter().filter(|t| *t != "batches") {
        let mut query = station
            .db
            .prepare(&format!("SELECT * FROM {table}"))
            .unwrap();
        let columns = query.column_count();
        let mut rows = query.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let cells: Vec<Vec<u8>> = (0..columns)
                .filter_map(|c| match row.get_ref(c).unwrap() {
                    rusqlite::types::ValueRef::Text(b) | rusqlite::types::ValueRef::Blob(b) => {
                        Some(b.to_vec())
                    }
                    _ => None,
                })
                .collect();
            for (i, (person, tracker)) in people.iter().enumerate() {
                let person = cells.iter().any(|c| contains(c, &person.0));
                let ballot = cells
                    .iter()
                    .any(|c| contains(c, &tracker.0.0) || contains(c, tracker.short().as_bytes()));
                assert!(!(person && ballot), "{table} joins them");
                assert!(
                    table != "journal" || !(person || ballot),
                    "the journal holds one"
                );
                if person {
                    of_person[i].extend(cells.clone());
                }
                if ballot {
                    of_ballot[i].extend(cells.clone());
                }
            }
        }
    }
    for (i, person) in of_person.iter().enumerate() {
        assert!(!person.is_empty() && !of_ballot[i].is_empty());
        let shared = person.iter().filter(|c| of_ballot[i].contains(c));
        // What they share, everybody shares.
        for cell in shared {
            assert!(
                (0..people.len()).all(|j| of_person[j].contains(cell)),
                "{cell:?}"
            );
        }
    }
}

/// Pages are filled in the order of the votes; a closed store must not tell it.
#[test]
fn a_closed_store_keeps_no_order_of_arrival_in_its_pages() {
    let world = World::new();
    let mut station = world.open();
    for i in 0..RESIDENTS.len() {
        let admission = admit(&mut station, resident(i));
        vote(&mut station, admission, &[0, 1]);
    }
    station.close_day(true).unwrap();
    let pages: Vec<i64> = {
        let mut query = station
            .db
            .prepare(
                "SELECT pageno FROM dbstat WHERE name = 'ballots' AND pagetype = 'overflow'
                 ORDER BY path",
            )
            .unwrap();
        let pages = query.query_map([], |r| r.get(0)).unwrap();
        pages.map(Result::unwrap).collect()
    };
    assert!(pages.len() >= RESIDENTS.len(), "{pages:?}");
    assert!(pages.is_sorted(), "by tracker, and not by time: {pages:?}");
    let free: i64 = station
        .db
        .query_row("PRAGMA freelist_count", [], |r| r.get(0))
        .unwrap();
    assert_eq!(free, 0, "no page is left over");
}

/// Refused, helped, overridden, registered, voided: the journal says that it happened, to nobody.
#[test]
fn the_journal_names_nobody_and_what_the_desk_remembers_ends_with_the_station() {
    let world = World::new();
    let mut station = world.open();
    let mut computed = expired(stranger());
    computed.computed = true;
    refused(&mut station, computed.clone());
    refused(&mut station, expired(resident(2)));
    let lifted = Override {
        refusal: Overridable::DocumentExpired,
        reason: OverrideReason::TwoWitnesses,
    };
    let verdict = station.check_in_by_override(computed.clone(), &[lifted]);
    let Verdict::NotOnRoll(claimant) = verdict.unwrap() else {
        panic!()
    };
    let admission = admitted(station.register(claimant, city_user("G747")).unwrap());
    let helper = resident(3);
    let help = Assistance::Companion {
        reason: AssistanceReason::Movement,
        companion: helper.code.clone(),
    };
    station.assist(&admission, &help).unwrap().unwrap();
    vote(&mut station, admission, &[0, 1]);
    station.look_up(&computed.code).unwrap();
    let admission = admit(&mut station, resident(0));
    station.void(admission, VoidReason::NotEntitled).unwrap();
    for table in ["refusals", "companions"] {
        assert_ne!(rows(&station, table), 0, "{table}");
    }
    station.close_day(true).unwrap();

    for table in [
        "refusals",
        "companions",
        "admissions WHERE assisted IS NOT NULL",
    ] {
        assert_eq!(rows(&station, table), 0, "{table}");
    }
    let entries: Vec<Vec<u8>> = {
        let mut query = station.db.prepare("SELECT entry FROM journal").unwrap();
        let entries = query.query_map([], |r| r.get(0)).unwrap();
        entries.map(Result::unwrap).collect()
    };
    assert!(holds(&entries, b"two-witnesses") && holds(&entries, b"movement"));
    let mut secret: Vec<Vec<u8>> = ["Verdicchio", "Giuseppe", "CA00000AA", "G747"]
        .map(|s| s.as_bytes().to_vec())
        .into();
    for person in [computed, helper, resident(0), resident(2)] {
        secret.push(person.code.as_str().into());
        secret.push(station.roll_key.pseudonym(&person.code).0.to_vec());
    }
    for needle in secret {
        assert!(!holds(&entries, &needle));
    }
}

fn rows(station: &Station, table: &str) -> u64 {
    store::count(&station.db, &format!("SELECT count(*) FROM {table}")).unwrap()
}
