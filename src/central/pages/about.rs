//! Two short pages that say what is true: accessibility, and what the server holds of whom.

use super::{Site, layout};
use maud::{Markup, html};

pub fn accessibility(site: &Site<'_>) -> Markup {
    let keys = [
        "access-goal",
        "access-how",
        "access-checked",
        "access-limits",
    ];
    let who = &site.central.manifest().value().consultation.authority;
    let say = site.say;
    let body = html! {
        h1 { (say.text("nav-accessibility")) }
        @for key in keys { p { (say.text(key)) } }
        p {
            (say.with("access-ask", &[("who", who.as_str().into())]))
            @if let Some(link) = &site.central.links.contact { " " (layout::outside(link)) }
        }
        @if let Some(link) = &site.central.links.accessibility {
            p { (say.text("nav-declaration")) ": " (layout::outside(link)) }
        }
    };
    layout::page(site, &say.text("nav-accessibility"), &body)
}

pub fn privacy(site: &Site<'_>) -> Markup {
    let say = site.say;
    let consultation = &site.central.manifest().value().consultation;
    let list = |title: &str, keys: &[&str]| {
        html! {
            section {
                h2 { (say.text(title)) }
                ul { @for key in keys { li { (say.text(key)) } } }
            }
        }
    };
    let body = html! {
        h1 { (say.text("nav-privacy")) }
        (list("privacy-holds", &["privacy-codes", "privacy-ballots", "privacy-records", "privacy-links"]))
        (list("privacy-not", &["privacy-no-names", "privacy-no-choices", "privacy-no-cookies", "privacy-no-look-ups"]))
        section {
            h2 { (say.text("privacy-stations")) }
            @if let Some(link) = &site.central.links.contact {
                p { (say.text("nav-contact")) ": " (layout::outside(link)) }
            }
            p { (say.with("privacy-who", &[("who", consultation.authority.as_str().into())])) }
            @if !say.of(&consultation.desk.privacy_notice).is_empty() {
                blockquote { p { (say.marked(&consultation.desk.privacy_notice)) } }
            }
        }
    };
    layout::page(site, &say.text("nav-privacy"), &body)
}
