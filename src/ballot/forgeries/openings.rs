//! An opening that lies about what is in the ballot.

use super::*;

fn opening(case: &Case, chosen: &[usize]) -> Opening {
    let choices = Choices::new(&case.consultation, &[Answer::Options(chosen.to_vec())]).unwrap();
    Opening::of(&case.form.seal(&choices, &case.station).unwrap())
}

#[test]
fn an_honest_opening_gives_the_choice() {
    let case = case();
    let opening = opening(&case, &[1, 4]);
    let (ballot, choices) = case.form.open(&opening).unwrap();
    assert_eq!(ballot.bytes(), &opening.ballot[..]);
    let amounts = choices.amounts(case.form.shapes());
    assert_eq!(amounts, [[0, 1, 0, 0, 1, 0]]);
    assert_eq!(
        case.decrypt(&ballot)[..5],
        [false, true, false, false, true]
    );
}

#[test]
fn a_lie_about_choice_seed_or_ballot_is_seen() {
    type Lie<'a> = (&'a str, &'a dyn Fn(&mut Opening), BallotError);
    let case = case();
    let honest = opening(&case, &[1, 4]);
    let lies: [Lie<'_>; 7] = [
        (
            "another choice",
            &|o| o.bits[0].swap(0, 1),
            BallotError::Opening,
        ),
        ("another seed", &|o| o.seed[0] ^= 1, BallotError::Opening),
        (
            "bits that no rule allows",
            &|o| o.bits[0][0] = 1,
            BallotError::Opening,
        ),
        ("a two", &|o| o.bits[0][1] = 2, BallotError::Opening),
        (
            "a bit too many",
            &|o| o.bits[0].push(0),
            BallotError::Opening,
        ),
        ("no question", &|o| o.bits.clear(), BallotError::Opening),
        (
            "another ballot",
            &|o| {
                let last = o.ballot.len() - 1;
                o.ballot[last] ^= 1;
            },
            BallotError::Proof,
        ),
    ];
    for (what, lie, error) in lies {
        let mut opening = honest.clone();
        lie(&mut opening);
        assert_eq!(case.form.open(&opening).err(), Some(error), "{what}");
    }
    let other = opening(&case, &[1, 4]);
    let mut mixed = honest;
    mixed.ballot = other.ballot;
    assert_eq!(case.form.open(&mixed).err(), Some(BallotError::Opening));
}
