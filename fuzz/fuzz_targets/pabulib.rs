//! Elections in the Pabulib format: any file is read or refused, and one that is read comes back
//! with totals that it then states.
#![no_main]

use libfuzzer_sys::fuzz_target;
use seggio::tally::pabulib::{read, write};

fuzz_target!(|bytes: &[u8]| {
    let Ok(election) = read(bytes) else {
        return;
    };
    let count = election.count();
    let written = write(bytes, &election, &count, &[]).unwrap();
    let again = read(&written).unwrap();
    assert_eq!(again.ballots, election.ballots);
    assert_ne!(again.states(&count), Some(false));
    assert_eq!(write(&written, &again, &count, &[]).unwrap(), written);
});
