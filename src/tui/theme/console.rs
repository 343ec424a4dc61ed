//! The signs of the Linux console: what its fonts draw, and what stands for the rest.
//!
//! A shorter alphabet is better than wrong letters: `ă` shown as `a` is read, a box is not.

/// What the console shows instead of `sign`; `None` where it can show the sign itself.
pub(super) fn nearest(sign: &str) -> Option<&'static str> {
    if sign.chars().all(console_has) {
        return None;
    }
    Some(match sign {
        "’" | "‘" | "ʼ" | "´" => "'",
        "“" | "”" | "„" => "\"",
        "–" | "—" | "‑" | "−" => "-",
        "…" => ".",
        "·" => "•",
        "\u{a0}" | "\u{202f}" => " ",
        "â" | "ä" | "á" | "ă" | "ã" => "a",
        "Â" | "Ä" | "Á" | "Ă" => "A",
        "ê" | "ë" => "e",
        "É" | "Ê" | "Ë" => "E",
        "î" | "ï" | "í" => "i",
        "Î" | "Ï" | "Í" => "I",
        "ô" | "ö" | "ó" | "õ" | "°" => "o",
        "Ô" | "Ö" | "Ó" => "O",
        "û" | "ü" | "ú" => "u",
        "Û" | "Ü" | "Ú" => "U",
        "ç" => "c",
        "Ç" => "C",
        "ñ" => "n",
        "Ñ" => "N",
        "ș" | "ş" | "ß" => "s",
        "Ș" | "Ş" => "S",
        "ț" | "ţ" => "t",
        "Ț" | "Ţ" => "T",
        "×" => "x",
        _ => "?",
    })
}

/// The nearest sign of the console's, as one sign.
pub fn plain(sign: char) -> char {
    let mut buffer = [0; 4];
    nearest(sign.encode_utf8(&mut buffer))
        .and_then(|plain| plain.chars().next())
        .unwrap_or(sign)
}

/// Signs that every common font of the Linux console draws, each unlike the others.
pub fn console_has(sign: char) -> bool {
    matches!(sign, ' '..='~')
        || "àèéìòùÀÈÉÌÒÙ€«»█░▒■←→↑↓•".contains(sign)
        || "─│┌┐└┘├┤┬┴┼".contains(sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_signs_become_the_nearest() {
        assert_eq!(nearest("’"), Some("'"));
        assert_eq!(nearest("è"), None);
        assert_eq!(nearest("漢"), Some("?"));
    }
}
