//! Where the public pages send people who need more than the pages: whoever answers, the declaration of
//! accessibility, the programs.

use std::str::FromStr;

/// Addresses that the office gives; what is not given is not shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Links {
    /// Whom to write to, or to call.
    pub contact: Option<Link>,
    /// The declaration of accessibility that the law asks of public bodies (Italy: law 4/2004, article 3-quater).
    pub accessibility: Option<Link>,
    /// Where the programs and their source are.
    pub programs: Option<Link>,
}

/// An address that a page may link to: `https:`, `http:`, `mailto:` or `tel:`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link(String);

impl Link {
    /// The address.
    pub fn href(&self) -> &str {
        &self.0
    }

    /// The address as people write it.
    pub fn shown(&self) -> &str {
        let short = ["mailto:", "tel:"]
            .iter()
            .find_map(|scheme| self.0.strip_prefix(scheme));
        short.unwrap_or(&self.0)
    }
}

impl FromStr for Link {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let schemes = ["https://", "http://", "mailto:", "tel:"];
        let rest = schemes.iter().find_map(|scheme| text.strip_prefix(scheme));
        let plain = |rest: &str| !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_graphic());
        if rest.is_some_and(plain) {
            Ok(Self(text.to_owned()))
        } else {
            Err(format!(
                "an address is expected that begins with one of {}",
                schemes.join(" ")
            ))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_leads_to_a_page_a_mailbox_or_a_telephone() {
        for (text, shown) in [
            (
                "https://unione.example.it/a?b=1",
                "https://unione.example.it/a?b=1",
            ),
            ("mailto:urp@unione.example.it", "urp@unione.example.it"),
            ("tel:+390523870710", "+390523870710"),
        ] {
            assert_eq!(text.parse::<Link>().unwrap().shown(), shown);
        }
        for text in [
            "javascript:alert(1)",
            "urp@unione.example.it",
            "https://",
            "https://a b",
            "",
        ] {
            assert!(text.parse::<Link>().is_err(), "{text}");
        }
    }
}
