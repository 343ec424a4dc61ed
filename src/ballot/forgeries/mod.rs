//! An attacker's tests: what must never be accepted as a ballot.

mod methods;
mod openings;

use super::sealed::Wire;
use super::*;
use crate::consultation::*;
use crate::envelope::{Digest, cbor};
use curve25519_dalek::{RistrettoPoint, Scalar};
use minicbor::bytes::ByteVec;

/// A question with options p0, p1, ... that cost 3, 5, 6, 8, 9 euro and so on again.
pub(crate) fn asked(options: usize, method: Method, blank: bool) -> Question {
    let option = |(i, euro): (usize, &u64)| Choosable {
        id: format!("p{i}"),
        title: Text::new(format!("Progetto {i}"), []),
        summary: Text::new("", []),
        cost: Some(Cents(euro * 100)),
        illustrative: true,
    };
    let costs = [3, 5, 6, 8, 9].iter().cycle();
    Question {
        id: "q".into(),
        title: Text::new("Quali?", []),
        method,
        order: None,
        blank_allowed: blank,
        options: costs.take(options).enumerate().map(option).collect(),
    }
}

/// A small consultation with one approval question.
pub(crate) fn consultation(options: usize, min: u32, max: u32, blank: bool) -> Consultation {
    let method = Method::Approval {
        min,
        max,
        spend_cap: None,
    };
    consultation_of(asked(options, method, blank))
}

/// A small consultation with this question.
pub(crate) fn consultation_of(question: Question) -> Consultation {
    let day = |m, d| chrono::NaiveDate::from_ymd_opt(2022, m, d).unwrap();
    Consultation {
        id: "prova".into(),
        title: Text::new("Prova", []),
        authority: "Unione".into(),
        languages: vec![crate::i18n::Language::It],
        areas: vec![Area {
            id: "B812".into(),
            name: "Carpaneto Piacentino".into(),
        }],
        eligibility: Eligibility {
            min_age: 16,
            reference_date: day(10, 18),
            city_user_reasons: vec![],
            attested_residence: false,
        },
        phases: vec![Phase {
            kind: StationKind::Banchetto,
            from: day(9, 1),
            to: day(9, 18),
            waiting_days: 0,
        }],
        documents: DocumentPolicy {
            accepted: vec![],
            expired_accepted: false,
        },
        questions: vec![question],
        budget: None,
        outcome: Some(Outcome {
            next_does_not_fit: NextDoesNotFit::Skip,
            zero_votes: ZeroVotes::Skip,
            minimum_votes: 0,
            ties: Ties::ById,
        }),
        duplicates: Duplicates {
            channel: Channel::InPerson,
            within: Within::First,
        },
        limits: Limits {
            batch_min: 10,
            idle_seconds: 90,
            pin_tries: 5,
            lock_minutes: 5,
        },
        desk: DeskPolicy {
            computed_codes: false,
            voters_per_companion: 1,
            overrides: vec![],
            privacy_notice: Text::new("", []),
            two_people: false,
        },
        count: CountPolicy {
            minimum_ballots: 1,
            partition: Partition::None,
        },
        online: OnlinePolicy { claims: None },
    }
}

struct Case {
    secret: Scalar,
    form: BallotForm,
    consultation: Consultation,
    station: StationId,
}

fn case() -> Case {
    case_of(consultation(5, 2, 3, true))
}

fn case_of(consultation: Consultation) -> Case {
    let secret = Scalar::from(123_456_789u64);
    let key = RistrettoPoint::mul_base(&secret).compress().0;
    let form = BallotForm::new(Digest::of(b"manifest"), &consultation, &key).unwrap();
    Case {
        secret,
        form,
        consultation,
        station: StationId::parse("banchetto-1").unwrap(),
    }
}

impl Case {
    fn sealed(&self, chosen: &[usize]) -> SealedBallot {
        let choices =
            Choices::new(&self.consultation, &[Answer::Options(chosen.to_vec())]).unwrap();
        self.form.seal(&choices, &self.station).unwrap().ballot
    }

    fn accepts(&self, wire: &Wire) -> Result<(), BallotError> {
        let ballot = self.form.read(&cbor::encode(wire))?;
        self.form.verify(&ballot)
    }

    /// What the bits hold, with the secret key.
    fn decrypt(&self, ballot: &SealedBallot) -> Vec<bool> {
        let zero = RistrettoPoint::mul_base(&Scalar::ZERO);
        ballot
            .ciphertexts()
            .iter()
            .map(|c| *c.b - self.secret * *c.r != zero)
            .collect()
    }
}

#[test]
fn an_honest_ballot_is_accepted_and_holds_the_choice() {
    let case = case();
    let ballot = case.sealed(&[1, 4]);
    let read = case.form.read(ballot.bytes()).unwrap();
    assert_eq!(read, ballot);
    assert_eq!(case.form.verify(&read), Ok(()));
    assert_eq!(case.decrypt(&read)[..5], [false, true, false, false, true]);
    let blank = Choices::new(&case.consultation, &[Answer::Blank]).unwrap();
    let blank = case.form.seal(&blank, &case.station).unwrap().ballot;
    assert_eq!(case.form.verify(&blank), Ok(()));
    assert_eq!(
        case.decrypt(&blank),
        [false, false, false, false, false, false, true]
    );
}

#[test]
fn two_sealings_of_one_choice_share_nothing() {
    let case = case();
    let (a, b) = (case.sealed(&[0, 1]), case.sealed(&[0, 1]));
    assert_ne!(a.tracker(), b.tracker());
    assert!(a.random_points().all(|r| b.random_points().all(|s| r != s)));
}

/// Seals bits that no method allows, with a prover that does its best.
fn forge(case: &Case, values: &[u64]) -> Result<(), BallotError> {
    let rs: Vec<Scalar> = (0..values.len() as u64)
        .map(|i| Scalar::from(1000 + 7 * i))
        .collect();
    let ciphertexts: Vec<Ciphertext> = values
        .iter()
        .zip(&rs)
        .map(|(&v, r)| Ciphertext {
            r: RistrettoPoint::mul_base(r).into(),
            b: (RistrettoPoint::mul_base(&Scalar::from(v)) + r * *case.form.key).into(),
        })
        .collect();
    let instance = relation::instance(&case.form, &ciphertexts)?;
    let bits: Vec<bool> = values.iter().map(|v| *v != 0).collect();
    let witness = relation::witness(&case.form, &bits, &rs);
    let tag = relation::tag(&case.form, &case.station, &[9; 32]);
    let proof =
        sigma_proofs::prove_batchable(&tag, &instance, &witness).map_err(|_| BallotError::Proof)?;
    case.accepts(&Wire {
        fingerprint: case.form.fingerprint,
        station: case.station.clone(),
        nonce: [9; 32],
        questions: case.form.split(&ciphertexts),
        proof: ByteVec::from(proof),
    })
}

#[test]
fn no_proof_for_a_two_or_for_a_sum_outside_the_rule() {
    let case = case();
    assert_eq!(
        forge(&case, &[1, 1, 0, 0, 0, 1, 0]),
        Ok(()),
        "the forger can do what is allowed"
    );
    for (what, bits) in [
        ("a bit that is 2", [2, 0, 0, 0, 0, 1, 0]),
        ("four options", [1, 1, 1, 1, 0, 0, 0]),
        ("one option", [1, 0, 0, 0, 0, 1, 0]),
        ("nothing", [0, 0, 0, 0, 0, 1, 0]),
        ("blank and options", [1, 1, 0, 0, 0, 1, 1]),
    ] {
        assert_eq!(forge(&case, &bits), Err(BallotError::Proof), "{what}");
    }
}

#[test]
fn a_ballot_belongs_to_one_station_nonce_and_consultation() {
    let case = case();
    let good = case.sealed(&[0, 2]).wire;
    let mut other = good.clone();
    other.station = StationId::parse("banchetto-2").unwrap();
    assert_eq!(case.accepts(&other), Err(BallotError::Proof));
    let mut other = good.clone();
    other.nonce[0] ^= 1;
    assert_eq!(case.accepts(&other), Err(BallotError::Proof));
    let mut other = good.clone();
    other.fingerprint = Digest::of(b"another");
    assert_eq!(case.accepts(&other), Err(BallotError::OtherConsultation));
    let form = BallotForm {
        fingerprint: other.fingerprint,
        ..case.form.clone()
    };
    let read = form.read(&cbor::encode(&other)).unwrap();
    assert_eq!(form.verify(&read), Err(BallotError::Proof));
}

#[test]
fn moved_or_broken_ciphertexts_are_refused() {
    let case = case();
    let good = case.sealed(&[0, 2]).wire;
    let with = |change: &dyn Fn(&mut Vec<u8>)| {
        let mut wire = good.clone();
        let mut bytes = wire.questions[0].to_vec();
        change(&mut bytes);
        wire.questions[0] = ByteVec::from(bytes);
        case.accepts(&wire)
    };
    let swapped = with(&|b| {
        let first: Vec<u8> = b.drain(..64).collect();
        b.splice(64..64, first);
    });
    assert_eq!(swapped, Err(BallotError::Proof), "options swapped");
    assert_eq!(
        with(&|b| b[..32].fill(0)),
        Err(BallotError::Point),
        "identity R"
    );
    assert_eq!(
        with(&|b| b[32..64].fill(0)),
        Err(BallotError::Point),
        "identity B"
    );
    assert_eq!(
        with(&|b| b[..32].fill(0xff)),
        Err(BallotError::Point),
        "not canonical"
    );
    assert_eq!(
        with(&|b| b.copy_within(..32, 64)),
        Err(BallotError::RepeatedR)
    );
    assert_eq!(with(&|b| b.truncate(64)), Err(BallotError::Shape));
    let mut wire = good.clone();
    wire.questions.push(good.questions[0].clone());
    assert_eq!(case.accepts(&wire), Err(BallotError::Shape));
}

#[test]
fn every_flipped_bit_is_refused() {
    let case = case();
    let bytes = case.sealed(&[3, 4]).bytes().to_vec();
    // One bit of every seventh byte keeps this in seconds; the step is prime to the field sizes.
    for i in (0..bytes.len()).step_by(7) {
        let mut b = bytes.clone();
        b[i] ^= 1 << (i % 8);
        let accepted = case
            .form
            .read(&b)
            .and_then(|ballot| case.form.verify(&ballot));
        assert!(accepted.is_err(), "byte {i}");
    }
}

#[test]
fn a_batch_names_its_bad_ballot() {
    let case = case();
    let mut ballots: Vec<SealedBallot> = (0..70)
        .map(|i| case.sealed(&[i % 5, (i + 1) % 5]))
        .collect();
    assert_eq!(case.form.verify_all(&ballots), Ok(()));
    let stolen = ballots[3].wire.proof.clone();
    ballots[66].wire.proof.clone_from(&stolen);
    assert_eq!(case.form.verify_all(&ballots), Err(66));
    // The first of two; on one core as on all; nothing is wrong with no ballots.
    ballots[40].wire.proof = stolen;
    assert_eq!(case.form.verify_all(&ballots), Err(40));
    let one_core = rayon::ThreadPoolBuilder::new().num_threads(1).build();
    let first = one_core.unwrap().install(|| case.form.verify_all(&ballots));
    assert_eq!(first, Err(40));
    assert_eq!(case.form.verify_all(&[]), Ok(()));
}

#[test]
fn a_proof_of_another_length_is_refused_before_it_is_hashed() {
    let case = case();
    for change in [-32_isize, -1, 1, 32, 1 << 20] {
        let mut ballot = case.sealed(&[0, 1]);
        let length = ballot.wire.proof.len().checked_add_signed(change).unwrap();
        let mut proof = ballot.wire.proof.to_vec();
        proof.resize(length, 0);
        ballot.wire.proof = proof.into();
        assert_eq!(case.form.verify(&ballot), Err(BallotError::Proof));
    }
}

#[test]
fn the_tally_key_must_be_a_point() {
    let c = consultation(3, 1, 2, false);
    for key in [[0; 32], [0xff; 32]] {
        let form = BallotForm::new(Digest::of(b"m"), &c, &key);
        assert_eq!(form.err(), Some(BallotError::TallyKey));
    }
}

/// A ballot that an earlier build sealed, for options 1 and 4: what is in a box today must be
/// counted by every later version of this program and of its proofs' library.
#[test]
fn a_stored_ballot_is_still_read_and_verified() {
    let case = case();
    let hex: String = include_str!("../stored_ballot.hex")
        .split_whitespace()
        .collect();
    let bytes = data_encoding::HEXLOWER.decode(hex.as_bytes()).unwrap();
    let ballot = case.form.read(&bytes).unwrap();
    assert_eq!(case.form.verify(&ballot), Ok(()));
    assert_eq!(
        case.decrypt(&ballot),
        [false, true, false, false, true, true, false]
    );
    assert_eq!(ballot.tracker().short(), "96W2-QBM8-GK72-77MY");
}
