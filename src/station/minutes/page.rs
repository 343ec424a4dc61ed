//! The minutes as one page of HTML: to read with any browser, to print on A4 and to sign.
//!
//! Invariant: nothing in it runs and nothing is fetched, and the page forbids both; every text of
//! the consultation is escaped.

use super::record::{Part, Record, Row, Sign, say};
use crate::envelope::Digest;
use qrcode::{Color, EcLevel, QrCode};
use std::fmt::Write;

/// Modules of light around the code.
const QUIET: usize = 4;

const STYLE: &str = "
@page { size: A4; margin: 18mm 20mm; }
body { font: 11pt/1.4 'Liberation Sans', Arial, sans-serif; color: #000; background: #fff;
  max-width: 170mm; margin: 0 auto; padding: 1em; }
h1 { font-size: 18pt; margin: 0 0 .2em; }
h2 { font-size: 13pt; margin: 1.4em 0 .3em; }
p { margin: .4em 0; }
table { border-collapse: collapse; width: 100%; margin: .8em 0; break-inside: avoid; }
caption { text-align: left; font-weight: bold; padding: .2em 0; }
th, td { border-bottom: 1px solid #767676; padding: .2em .4em; vertical-align: top; }
th { text-align: left; font-weight: normal; }
td { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
th.part { padding-left: 2em; }
.digest { font-family: 'Liberation Mono', monospace; font-size: 10pt; margin: 0; }
.proof { display: flex; gap: 1.5em; align-items: center; break-inside: avoid; }
.proof svg { width: 38mm; height: 38mm; flex: none; }
.signatures { break-inside: avoid; margin-top: 2em; }
.signatures p { margin: 2.6em 0 0; border-top: 1px solid #000; width: 90mm; }
";

pub(super) fn page(record: &Record) -> String {
    let title = say("minutes-title");
    let mut body = format!(
        "<h1>{}</h1>\n<p><strong>{}</strong><br>{}</p>\n",
        escaped(&title),
        escaped(&record.title),
        escaped(&record.authority)
    );
    for part in &record.parts {
        body.push_str(&of_part(part, record.digest));
    }
    body.push_str(&signatures());
    format!(
        "<!DOCTYPE html>\n<html lang=\"it\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{} · {}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n{body}</main>\n</body>\n</html>\n",
        escaped(&title),
        escaped(&record.title),
    )
}

fn of_part(part: &Part, minutes: Option<Digest>) -> String {
    match part {
        Part::Heading(heading) => format!("<h2>{}</h2>\n", escaped(heading)),
        Part::Table(rows) => table(None, rows),
        Part::Totals { question, rows } => table(Some(question), rows),
        Part::Digest(name, digest) => {
            let groups = super::groups(*digest, 8).join("<br>");
            let words = format!(
                "<div><h2>{}</h2>\n<p class=\"digest\">{groups}</p>",
                escaped(name)
            );
            match svg(*digest).filter(|_| Some(*digest) == minutes) {
                Some(svg) => format!(
                    "<div class=\"proof\">{words}\n<p>{}</p></div>\n{svg}</div>\n",
                    escaped(&say("minutes-qr"))
                ),
                None => format!("{words}</div>\n"),
            }
        }
        Part::Said(said) => format!("<p>{}</p>\n", escaped(said)),
    }
}

fn table(caption: Option<&str>, rows: &[Row]) -> String {
    let mut all = "<table>\n".to_owned();
    if let Some(caption) = caption {
        let _ = writeln!(all, "<caption>{}</caption>", escaped(caption));
    }
    for row in rows {
        let (class, sign) = match row.sign {
            Sign::None => ("", ""),
            Sign::Part => (" class=\"part\"", ""),
            Sign::Equals => ("", "= "),
            Sign::Plus => ("", "+ "),
        };
        let (name, value) = (escaped(&row.name), escaped(&row.value));
        let _ = writeln!(
            all,
            "<tr><th scope=\"row\"{class}>{sign}{name}</th><td>{value}</td></tr>"
        );
    }
    all + "</table>\n"
}

fn signatures() -> String {
    let mut all = format!(
        "<section class=\"signatures\">\n<h2>{}</h2>\n",
        escaped(&say("minutes-signatures"))
    );
    for who in ["minutes-president", "minutes-operator", "minutes-operator"] {
        let _ = writeln!(all, "<p>{}</p>", escaped(&say(who)));
    }
    all + "</section>\n"
}

/// The digest as a QR code. One path: every dark module a square of one unit.
fn svg(digest: Digest) -> Option<String> {
    let code = QrCode::with_error_correction_level(digest.hex().as_bytes(), EcLevel::M).ok()?;
    let side = code.width() + 2 * QUIET;
    let mut path = String::new();
    for y in 0..code.width() {
        for x in 0..code.width() {
            if code[(x, y)] == Color::Dark {
                let _ = write!(path, "M{} {}h1v1h-1z", x + QUIET, y + QUIET);
            }
        }
    }
    let name = escaped(&say("minutes-qr-name"));
    Some(format!(
        "<svg role=\"img\" aria-label=\"{name}\" viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\">\
         <rect width=\"{side}\" height=\"{side}\" fill=\"#fff\"/><path d=\"{path}\"/></svg>"
    ))
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            sign => out.push(sign),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_text_and_never_markup() {
        assert_eq!(
            escaped("<script>\"l'urna\" & co."),
            "&lt;script&gt;&quot;l&#39;urna&quot; &amp; co."
        );
    }
}
