//! Papers against devices: what arrives, and what happens where nothing can.

mod bytes;
mod devices;

use super::{Columns, Paper, Style};

/// A paper with one of everything.
fn paper() -> Paper {
    Paper::new()
        .write("Città più bella", Style::Title)
        .gap()
        .text("Perché sì: l’urna è «vuota», 5 €. Și încă o dată, până la capăt, fără greșeală.")
        .write("K7QM-2X9D-4HTW-P3VA", Style::Code)
        .qr("HTTPS://BACHECA.EXAMPLE.IT/T/K7QM-2X9D-4HTW-P3VA")
        .pair("Persone ammesse", "12")
        .pair("  di cui con residenza dichiarata al banco", "3")
        .write("Firma", Style::Strong)
        .rule()
}

#[test]
fn a_paper_as_text() {
    for columns in Columns::ALL {
        let text = paper().to_text(columns);
        insta::assert_snapshot!(format!("paper-{}", columns.count()), *text);
    }
}
