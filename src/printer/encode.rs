//! The bytes of a paper for an ESC/POS printer: initialization, code page 1252, text, the printer's
//! own QR code, cut.
//!
//! The page is 1252 and not 858 because every letter has its Unicode place there; in 858 the crate
//! mistakes `Ò` and writes `-` as a soft hyphen.

use super::rows::{Row, rows};
use super::{Columns, NotPrinted, Paper, Style, letters};
use escpos::driver::Driver;
use escpos::errors::{PrinterError, Result};
use escpos::printer::Printer;
use escpos::printer_options::PrinterOptions;
use escpos::utils::{
    JustifyMode, PageCode, Protocol, QRCodeCorrectionLevel, QRCodeModel, QRCodeOption,
};
use qrcode::{EcLevel, QrCode};
use std::cell::RefCell;
use zeroize::Zeroizing;

/// Dots of one sign of the usual font.
const SIGN_DOTS: usize = 12;
/// Light modules that the standard asks for at each side.
const QUIET: usize = 4;
/// `FS .`: printers for Chinese would take two bytes above 127 for one of their signs.
const NO_KANJI: &[u8] = &[0x1c, b'.'];
/// Room for a slip without growing: a buffer that grows leaves copies behind.
const ROOM: usize = 16 << 10;

/// The paper as a printer takes it.
pub fn bytes(
    paper: &Paper,
    columns: Columns,
) -> std::result::Result<Zeroizing<Vec<u8>>, NotPrinted> {
    // Letters and sizes are right by construction: only what a code holds can be too much.
    written(paper, columns).map_err(|_| NotPrinted::TooLong)
}

fn written(paper: &Paper, columns: Columns) -> Result<Zeroizing<Vec<u8>>> {
    let options = PrinterOptions::new(Some(PageCode::WPC1252), None, columns.count());
    let mut printer = Printer::new(Bytes::default(), Protocol::default(), Some(options));
    printer.init()?.custom(NO_KANJI)?;
    let mut now = Style::Plain;
    for row in rows(paper, columns, letters::printable) {
        match row {
            Row::Text(text, style) => {
                if style != now {
                    set(&mut printer, style)?;
                    now = style;
                }
                printer.writeln(&text)?;
            }
            Row::Qr(holds) => {
                let option = QRCodeOption::new(
                    QRCodeModel::Model2,
                    module(holds, columns)?,
                    QRCodeCorrectionLevel::M,
                );
                printer
                    .justify(JustifyMode::CENTER)?
                    .qrcode_option(holds, option)?
                    .feed()?;
                set(&mut printer, now)?;
            }
        }
    }
    printer.feeds(3)?.print_cut()?;
    Ok(printer.driver().0.take())
}

fn set(printer: &mut Printer<Bytes>, style: Style) -> Result<()> {
    let (bold, width, height, justify) = match style {
        Style::Plain => (false, 1, 1, JustifyMode::LEFT),
        Style::Strong => (true, 1, 1, JustifyMode::LEFT),
        Style::Title => (true, 1, 2, JustifyMode::CENTER),
        Style::Code => (true, 2, 2, JustifyMode::CENTER),
    };
    printer
        .justify(justify)?
        .bold(bold)?
        .size(width, height)
        .map(|_| ())
}

/// Dots of one module: as large as the paper allows, up to 8; a printer leaves out a code that is
/// wider than its paper.
fn module(holds: &str, columns: Columns) -> Result<u8> {
    let code = QrCode::with_error_correction_level(holds.as_bytes(), EcLevel::M)
        .map_err(|_| PrinterError::Input("too long for a QR code".to_owned()))?;
    let dots = usize::from(columns.count()) * SIGN_DOTS;
    let fits = dots / (code.width() + 2 * QUIET);
    Ok(u8::try_from(fits.clamp(2, 8)).unwrap_or(2))
}

/// A driver that only gathers.
struct Bytes(RefCell<Zeroizing<Vec<u8>>>);

impl Default for Bytes {
    fn default() -> Self {
        Self(RefCell::new(Zeroizing::new(Vec::with_capacity(ROOM))))
    }
}

impl Driver for Bytes {
    fn name(&self) -> String {
        "bytes".to_owned()
    }

    fn write(&self, data: &[u8]) -> Result<()> {
        self.0.borrow_mut().extend_from_slice(data);
        Ok(())
    }

    fn read(&self, _: &mut [u8]) -> Result<usize> {
        Ok(0)
    }

    fn flush(&self) -> Result<()> {
        Ok(())
    }
}
