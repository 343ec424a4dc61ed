//! Seggio: the polling station of Italian participatory budgeting.
//!
//! Rooms, each using only rooms on lower floors (`authority` also uses `batch`, for the albo):
//!
//! | floor | room | holds |
//! |---|---|---|
//! | 8 | `main.rs`, `bin/` | arguments; one call each |
//! | 7 | [`rehearsal`] | demo and rehearsed elections: a whole small world in one process |
//! | 6 | [`tui`] | screens of operators and voters |
//! | 5 | [`sync`] | carrying batches |
//! | 4 | [`station`] | the encrypted store and the day of a polling station |
//! | 4 | [`central`] | HTTP API and ledger |
//! | 4 | [`tally`] | trustees, settlement, totals, outcome, package, verification |
//! | 3 | [`authority`] | issuing: keys, manifest, bundles, rolls; the albo, read from batches |
//! | 3 | [`batch`] | the unit that leaves a station |
//! | 2 | [`ballot`] | a choice, its equations, its sealing, its tracker |
//! | 1 | [`consultation`] | what is voted on; manifest and certificates |
//! | 1 | [`board`] | the public log |
//! | 0 | [`identity`] | codice fiscale, places of birth, documents, scans, pseudonym |
//! | 0 | [`envelope`] | signing, sealing, deterministic CBOR |
//! | 0 | [`i18n`] | languages |
//! | 0 | [`voice`] | texts said aloud, through a program of the machine |
//! | 0 | [`printer`] | paper from a small printer: ESC/POS, devices |

pub mod authority;
pub mod ballot;
pub mod batch;
pub mod board;
pub mod central;
pub mod consultation;
pub mod envelope;
pub mod i18n;
pub mod identity;
pub mod printer;
pub mod rehearsal;
pub mod station;
pub mod sync;
pub mod tally;
pub mod tui;
pub mod voice;
