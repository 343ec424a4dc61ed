//! For each method: what its rule does not allow has no proof, whatever the prover does.

use super::*;

/// A prover that does its best with these numbers for bits.
fn refused(case: &Case, what: &str, values: &[u64]) {
    assert_eq!(forge(case, values), Err(BallotError::Proof), "{what}");
}

fn one(options: usize, method: Method, blank: bool) -> Case {
    case_of(consultation_of(asked(options, method, blank)))
}

#[test]
fn single() {
    let case = one(3, Method::Single, true);
    assert_eq!(forge(&case, &[0, 1, 0, 0]), Ok(()));
    assert_eq!(forge(&case, &[0, 0, 0, 1]), Ok(()), "blank");
    refused(&case, "two options", &[1, 1, 0, 0]);
    refused(&case, "none", &[0, 0, 0, 0]);
    refused(&case, "an option twice", &[2, 0, 0, 0]);
    refused(&case, "an option and blank", &[1, 0, 0, 1]);
}

/// Costs 3, 5, 6; at most 8 euro: slack 1, 2, 4, 1 of the money after one of the number.
#[test]
fn more_money_than_the_cap() {
    let method = Method::Approval {
        min: 1,
        max: 2,
        spend_cap: Some(Cents(800)),
    };
    let case = one(3, method, false);
    assert_eq!(forge(&case, &[1, 1, 0, 0, 0, 0, 0, 0]), Ok(()));
    assert_eq!(forge(&case, &[0, 0, 1, 1, 0, 1, 0, 0]), Ok(()));
    refused(&case, "9 euro", &[1, 0, 1, 0, 0, 0, 0, 0]);
    refused(&case, "11 euro", &[0, 1, 1, 0, 0, 0, 0, 0]);
}

/// Five points, three at most for one: values of weights 1, 2; slack 1, 2, 1.
#[test]
fn points_that_are_not_there() {
    let points = |all| {
        let method = Method::Points {
            total: 5,
            max_each: 3,
            all,
        };
        one(2, method, false)
    };
    let case = points(false);
    assert_eq!(forge(&case, &[1, 1, 0, 1, 0, 0, 0]), Ok(()), "3 + 2");
    assert_eq!(forge(&case, &[1, 0, 0, 0, 1, 1, 1]), Ok(()), "1");
    refused(&case, "3 + 3", &[1, 1, 1, 1, 0, 0, 0]);
    refused(&case, "no point at all", &[0, 0, 0, 0, 1, 1, 1]);
    refused(&case, "4 for one", &[2, 1, 1, 0, 0, 0, 0]);
    let case = points(true);
    assert_eq!(forge(&case, &[1, 1, 0, 1]), Ok(()), "3 + 2");
    refused(&case, "3 + 1, and all must be given", &[1, 1, 1, 0]);
}

#[test]
fn a_score_above_the_greatest() {
    let case = one(1, Method::Score { max: 3 }, true);
    assert_eq!(forge(&case, &[1, 1, 0, 0, 0]), Ok(()), "3");
    assert_eq!(forge(&case, &[0, 0, 1, 1, 0]), Ok(()), "0");
    refused(&case, "4", &[2, 1, 0, 0, 0]);
    refused(&case, "blank with a score", &[1, 1, 0, 0, 1]);
    let case = one(1, Method::Score { max: 3 }, false);
    assert_eq!(forge(&case, &[1, 1]), Ok(()), "3");
    refused(&case, "4, where no equation bounds the sum", &[2, 1]);
}

/// Two ranks over three options: six bits, then a slack bit for each option.
#[test]
fn ranks_given_twice() {
    let method = Method::Priority {
        weights: vec![2, 1],
        partial: false,
    };
    let case = one(3, method, false);
    assert_eq!(forge(&case, &[1, 0, 0, 0, 1, 0, 0, 0, 1]), Ok(()));
    refused(
        &case,
        "an option at both ranks",
        &[1, 0, 0, 1, 0, 0, 0, 1, 1],
    );
    refused(
        &case,
        "two options at the first",
        &[1, 1, 0, 0, 0, 1, 0, 0, 0],
    );
    refused(&case, "an empty rank", &[1, 0, 0, 0, 0, 0, 0, 1, 1]);
}

/// Two questions of one form: what was sealed for the first is no answer to the second.
#[test]
fn an_answer_moved_to_another_question() {
    let mut c = consultation(5, 2, 3, true);
    let mut second = c.questions[0].clone();
    second.id = "r".into();
    c.questions.push(second);
    let case = case_of(c);
    let answers = [Answer::Options(vec![0, 1]), Answer::Options(vec![2, 3])];
    let choices = Choices::new(&case.consultation, &answers).unwrap();
    let good = case.form.seal(&choices, &case.station).unwrap().ballot.wire;
    assert_eq!(case.accepts(&good), Ok(()));
    let mut swapped = good.clone();
    swapped.questions.swap(0, 1);
    assert_eq!(case.accepts(&swapped), Err(BallotError::Proof));
    let mut copied = good.clone();
    copied.questions[1] = copied.questions[0].clone();
    assert_eq!(case.accepts(&copied), Err(BallotError::RepeatedR));
    // Somebody else's answer under a ballot of one's own.
    let other = case.form.seal(&choices, &case.station).unwrap().ballot.wire;
    let mut stolen = good;
    stolen.questions[0] = other.questions[0].clone();
    assert_eq!(case.accepts(&stolen), Err(BallotError::Proof));
}

/// Randomness is never the same for two bits, of one question or of two.
#[test]
fn no_two_bits_share_their_randomness() {
    let mut c = consultation(5, 2, 3, true);
    let mut second = c.questions[0].clone();
    second.id = "r".into();
    c.questions.push(second);
    let case = case_of(c);
    let answers = [Answer::Options(vec![0, 1]), Answer::Options(vec![0, 1])];
    let choices = Choices::new(&case.consultation, &answers).unwrap();
    let ballot = case.form.seal(&choices, &case.station).unwrap().ballot;
    let points: std::collections::BTreeSet<_> = ballot.random_points().collect();
    assert_eq!(points.len(), ballot.ciphertexts().len());
}
