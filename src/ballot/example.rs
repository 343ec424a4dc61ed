//! The worked example of the documents, against this program.

use super::forgeries::{asked, consultation_of};
use super::*;
use crate::consultation::{Method, StationId};
use crate::envelope::{Digest, SecretBytes};
use data_encoding::HEXLOWER;
use serde_json::Value;

fn bytes(value: &Value) -> Vec<u8> {
    HEXLOWER.decode(value.as_str().unwrap().as_bytes()).unwrap()
}

fn bytes32(value: &Value) -> [u8; 32] {
    bytes(value).try_into().unwrap()
}

#[test]
fn every_number_of_the_ballots_is_the_one_that_is_computed_here() {
    let example: Value = serde_json::from_str(include_str!("../../docs/example.json")).unwrap();
    let consultation = consultation_of(asked(2, Method::Single, false));
    let fingerprint = Digest(bytes32(&example["fingerprint"]));
    let form = BallotForm::new(fingerprint, &consultation, &bytes32(&example["K"])).unwrap();
    let station = StationId::parse(example["station"].as_str().unwrap()).unwrap();
    for ballot in example["ballots"].as_array().unwrap() {
        let read = form.read(&bytes(&ballot["sealed_ballot"])).unwrap();
        assert_eq!(form.verify(&read), Ok(()));
        assert_eq!(read.tracker().0.hex(), ballot["tracker"].as_str().unwrap());
        assert_eq!(
            read.tracker().short(),
            ballot["tracker_shown"].as_str().unwrap()
        );
        let nonce = bytes32(&ballot["nonce"]);
        assert_eq!(
            relation::tag(&form, &station, &nonce),
            bytes(&ballot["tag"])
        );
        let instance = relation::instance(&form, read.ciphertexts()).unwrap();
        assert_eq!(instance.serialize(), bytes(&ballot["instance"]));

        let bits: Vec<bool> = (ballot["bits"].as_array().unwrap().iter())
            .map(|b| b.as_u64() == Some(1))
            .collect();
        let chosen = bits.iter().position(|b| *b).unwrap();
        let choices = Choices::new(&consultation, &[Answer::Options(vec![chosen])]).unwrap();
        let seed = SecretBytes::new(bytes32(&ballot["seed"]));
        let (randomness, ciphertexts) = form.encrypted(&choices, &seed).unwrap();
        assert_eq!(ciphertexts, read.ciphertexts());
        let witness = relation::witness(&form, &bits, &randomness);
        for (bit, r) in randomness.iter().enumerate() {
            assert_eq!(r.to_bytes(), bytes32(&ballot["r"][bit]));
            assert_eq!(witness[3 * bit + 2].to_bytes(), bytes32(&ballot["w"][bit]));
        }
        assert_eq!(witness[6].to_bytes(), bytes32(&ballot["rho"][0]));
    }
}
