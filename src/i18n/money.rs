//! Amounts of money as each language writes them.

use super::Language;

/// An amount in cents of euro, in words that fit the language: `10.000 €`, `€10,000`. Cents
/// are shown only where there are any.
pub fn euro(language: Language, cents: u64) -> String {
    let (thousands, decimal) = match language {
        Language::En => (',', '.'),
        // A space that lines are not broken at.
        Language::Fr => ('\u{a0}', ','),
        _ => ('.', ','),
    };
    let mut amount = String::new();
    let whole = (cents / 100).to_string();
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            amount.push(thousands);
        }
        amount.push(digit);
    }
    if !cents.is_multiple_of(100) {
        amount = format!("{amount}{decimal}{:02}", cents % 100);
    }
    match language {
        Language::En => format!("€{amount}"),
        _ => format!("{amount} €"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_written_as_people_write_them() {
        assert_eq!(euro(Language::It, 2_500_000), "25.000 €");
        assert_eq!(euro(Language::It, 312_345), "3.123,45 €");
        assert_eq!(euro(Language::It, 0), "0 €");
        assert_eq!(euro(Language::En, 100_000_005), "€1,000,000.05");
        assert_eq!(euro(Language::En, 99_900), "€999");
        assert_eq!(euro(Language::Fr, 1_000_000), "10\u{a0}000 €");
    }
}
