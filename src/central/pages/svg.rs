//! Pictures of numbers. Each has a name and a description, and the same numbers stand in a table
//! beside it; nothing is told by colour alone, because every bar carries its label and its value.
//!
//! Lengths across are percentages and heights are in `em`: a picture is as wide as its place, and
//! its letters are as large as the page's, on a phone as on a wall.

use maud::{Markup, html};

/// One bar.
pub struct Bar {
    /// What it is.
    pub label: String,
    /// Its value in words.
    pub value: String,
    /// Its length; all bars of a picture are compared.
    pub amount: u64,
    /// Drawn full; otherwise as an outline.
    pub full: bool,
}

/// A picture's name and description for who does not see it. `id` is unique on its page.
pub struct Named<'a> {
    /// For the references between the parts.
    pub id: &'a str,
    /// Its name.
    pub title: &'a str,
    /// What it shows.
    pub about: &'a str,
}

/// Signs of a line that the narrowest phone still shows.
const LINE: usize = 30;

/// One bar as it is drawn: heights in tenths of an `em`, from the top of the picture.
struct Drawn<'a> {
    bar: &'a Bar,
    /// The label in lines, each with its place.
    label: Vec<(u32, String)>,
    /// The place of the value.
    value: u32,
    /// The top of the bar.
    top: u32,
}

/// Bars below each other, each under its label. The value stands at the end of the label's line, or
/// on a line of its own if both are long.
pub fn bars(named: &Named<'_>, bars: &[Bar]) -> Markup {
    let most = bars.iter().map(|b| b.amount).max().unwrap_or(0);
    let mut height = 0;
    let drawn: Vec<Drawn<'_>> = bars.iter().map(|bar| draw(bar, &mut height)).collect();
    html! {
        svg class="bars" role="img" width="100%" height=(em(height))
            aria-labelledby=(format!("{0}-t {0}-d", named.id)) {
            title id=(format!("{}-t", named.id)) { (named.title) }
            desc id=(format!("{}-d", named.id)) { (named.about) }
            @for Drawn { bar, label, value, top } in &drawn {
                @for (at, line) in label { text x="0" y=(em(*at)) { (line) } }
                text class="value" x="100%" y=(em(*value)) text-anchor="end" { (bar.value) }
                rect class="track" x="0" y=(em(*top)) width="100%" height="0.9em" {}
                @if bar.amount > 0 {
                    rect class=(if bar.full { "bar" } else { "bar open" }) x="0" y=(em(*top))
                        width=(percent(bar.amount, most)) height="0.9em" {}
                }
            }
        }
    }
}

/// Places a bar below what is drawn already.
fn draw<'a>(bar: &'a Bar, height: &mut u32) -> Drawn<'a> {
    let mut at = *height + 11;
    let mut label = Vec::new();
    for line in lines(&bar.label) {
        label.push((at, line));
        at += 13;
    }
    let last = label.last().map_or(0, |(_, line)| line.chars().count());
    if last + bar.value.chars().count() > LINE {
        at += 13;
    }
    *height = at - 13 + 22;
    Drawn {
        bar,
        label,
        value: at - 13,
        top: at - 13 + 4,
    }
}

/// A label in lines that fit; a longer word is cut.
fn lines(label: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in label.split_whitespace() {
        let signs: Vec<char> = word.chars().collect();
        for piece in signs.chunks(LINE) {
            let used = lines.last().map_or(0, |l| l.chars().count());
            if used > 0 && used + 1 + piece.len() > LINE {
                lines.push(String::new());
            }
            if let Some(line) = lines.last_mut() {
                if !line.is_empty() {
                    line.push(' ');
                }
                line.extend(piece);
            }
        }
    }
    lines
}

/// Parts of one whole beside each other, each with the number under which the table names it.
pub fn whole(named: &Named<'_>, parts: &[u64], whole: u64) -> Markup {
    let mut from = 0;
    let places: Vec<(u64, u64)> = parts
        .iter()
        .map(|part| {
            let start = from;
            from += part;
            (start, *part)
        })
        .collect();
    html! {
        svg class="whole" role="img" width="100%" height="3em"
            aria-labelledby=(format!("{0}-t {0}-d", named.id)) {
            title id=(format!("{}-t", named.id)) { (named.title) }
            desc id=(format!("{}-d", named.id)) { (named.about) }
            rect class="track" x="0" y="0.25em" width="100%" height="2.5em" {}
            @for (i, (start, part)) in places.iter().enumerate() {
                rect class="bar part" x=(percent(*start, whole)) y="0.25em"
                    width=(percent(*part, whole)) height="2.5em" {}
                // A part too narrow for its number keeps only its place.
                @if part * 20 > whole {
                    text class="inside" x=(percent(start * 2 + part, whole * 2)) y="1.85em"
                        text-anchor="middle" { (i + 1) }
                }
            }
            rect class="frame" x="0" y="0.25em" width="100%" height="2.5em" {}
        }
    }
}

/// Tenths as a length.
fn em(tenths: u32) -> String {
    format!("{}.{}em", tenths / 10, tenths % 10)
}

/// In hundredths of a percent, as whole numbers, so that no picture depends on rounding.
fn percent(part: u64, whole: u64) -> String {
    let hundredths = u128::from(part) * 10_000 / u128::from(whole.max(1));
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_shares_of_the_longest() {
        assert_eq!(percent(1, 3), "33.33%");
        assert_eq!(percent(7, 7), "100.00%");
        assert_eq!(percent(0, 0), "0.00%");
        assert_eq!(percent(u64::MAX, u64::MAX), "100.00%");
    }

    #[test]
    fn a_long_label_goes_on_below_and_its_value_too() {
        let label = "Il digitale come mezzo di integrazione sociale";
        let (first, second) = ("Il digitale come mezzo di", "integrazione sociale");
        assert_eq!(lines(label), [first, second]);
        assert!(lines(&"x".repeat(70)).iter().all(|l| l.len() <= LINE));
        let bar = |label: &str, value: &str| Bar {
            label: label.to_owned(),
            value: value.to_owned(),
            amount: 1,
            full: true,
        };
        let (long, short) = (bar(label, "42 voti, finanziato"), bar("Vigolzone", "42"));
        let mut height = 0;
        let drawn = draw(&long, &mut height);
        assert_eq!((drawn.label.len(), drawn.value), (2, 11 + 13 + 13));
        let before = height;
        let drawn = draw(&short, &mut height);
        assert_eq!(drawn.label[0].0, drawn.value);
        assert!(drawn.value > before && drawn.top + 9 < height);
    }

    #[test]
    fn a_picture_has_a_name_and_says_every_value() {
        let named = Named {
            id: "x",
            title: "Per <comune>",
            about: "Barre",
        };
        let bar = |label: &str, amount| Bar {
            label: label.to_owned(),
            value: format!("{amount} persone"),
            amount,
            full: true,
        };
        let svg = bars(&named, &[bar("A", 10), bar("B", 5), bar("C", 0)]).into_string();
        assert!(svg.contains("role=\"img\" "), "{svg}");
        assert!(svg.contains("aria-labelledby=\"x-t x-d\""), "{svg}");
        assert!(
            svg.contains("<title id=\"x-t\">Per &lt;comune&gt;</title>"),
            "{svg}"
        );
        assert!(
            svg.contains("width=\"50.00%\"") && svg.contains("5 persone"),
            "{svg}"
        );
        assert_eq!(
            svg.matches("class=\"bar\"").count(),
            2,
            "nothing has no bar"
        );
    }
}
