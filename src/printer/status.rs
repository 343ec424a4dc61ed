//! Whether a network printer can print: asked in real time (`DLE EOT 2`, the cause of being offline)
//! before a paper is sent. A printer that accepts a paper into its memory without paper to print it on
//! would otherwise seem to have printed.
//!
//! Many do not answer; then the paper is sent and the write decides.

use super::NotPrinted;
use escpos::utils::{RealTimeStatusRequest, RealTimeStatusResponse};
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

/// The question.
pub(super) const OFFLINE_CAUSE: [u8; 3] = [0x10, 0x04, 2];

/// Asks, and waits this long for the answer.
pub(super) fn ask(stream: &mut TcpStream, wait: Duration) -> Result<(), NotPrinted> {
    let set = stream.set_read_timeout(Some(wait));
    if set.is_err() || stream.write_all(&OFFLINE_CAUSE).is_err() {
        return Ok(());
    }
    let mut answer = [0u8; 1];
    match stream.read(&mut answer) {
        Ok(1) if !ready(answer[0]) => Err(NotPrinted::NotReady),
        _ => Ok(()),
    }
}

/// Cover closed, paper there, no error. What is no answer says nothing against it.
fn ready(answer: u8) -> bool {
    let Ok(said) = RealTimeStatusResponse::parse(RealTimeStatusRequest::OfflineCause, answer)
    else {
        return true;
    };
    let is = |what| said.get(&what).copied();
    is(RealTimeStatusResponse::CoverClosed) != Some(false)
        && is(RealTimeStatusResponse::PrintingStopsDueToPaperEnd) != Some(true)
        && is(RealTimeStatusResponse::ErrorOccurred) != Some(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_printer_without_paper_or_open_is_not_ready() {
        assert!(ready(0b0001_0010), "nothing is wrong");
        assert!(ready(0b0001_1010), "paper fed by its button");
        for wrong in [0b0001_0110, 0b0011_0010, 0b0101_0010] {
            assert!(!ready(wrong), "{wrong:08b}");
        }
        assert!(ready(0xff), "no answer that the manual knows");
    }
}
