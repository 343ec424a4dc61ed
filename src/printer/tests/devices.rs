//! Devices that work, are missing, full, closed, or never read.

use super::paper;
use crate::printer::{Columns, Device, Limits, NotPrinted, Paper, Printer, bytes};
use proptest::prelude::*;
use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener};
use std::os::unix::fs::FileTypeExt;
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

/// Short, so that a device that never reads is given up soon.
const LIMITS: Limits = Limits {
    connect: Duration::from_secs(5),
    status: Duration::from_millis(50),
    write: Duration::from_millis(200),
};

/// Long: what works must not depend on how busy the machine is.
const PATIENT: Limits = Limits {
    connect: Duration::from_mins(1),
    status: Duration::from_millis(50),
    write: Duration::from_mins(1),
};

fn file(path: &Path) -> Device {
    Device::File(path.to_owned())
}

fn at(listener: &TcpListener) -> Device {
    listener.local_addr().unwrap().to_string().parse().unwrap()
}

fn fifo(path: &Path) {
    let mode = rustix::fs::Mode::RUSR | rustix::fs::Mode::WUSR;
    rustix::fs::mkfifoat(rustix::fs::CWD, path, mode).unwrap();
    assert!(std::fs::metadata(path).unwrap().file_type().is_fifo());
}

fn print(printer: &Printer, paper: &Paper) -> Receiver<Result<(), NotPrinted>> {
    let (answers, answer) = channel();
    printer.print(paper, move |printed| answers.send(printed).unwrap());
    answer
}

#[test]
fn a_file_gets_every_paper_whole_and_in_order() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("lp0");
    std::fs::write(&path, b"").unwrap();
    let printer = Printer::start(file(&path), Columns::Wide, PATIENT);
    let (one, two) = (paper(), Paper::new().text("due"));
    let answers = [print(&printer, &one), print(&printer, &two)];
    for answer in answers {
        assert_eq!(answer.recv().unwrap(), Ok(()));
    }
    let mut expected = bytes(&one, Columns::Wide).unwrap().to_vec();
    expected.extend_from_slice(&bytes(&two, Columns::Wide).unwrap());
    assert_eq!(std::fs::read(&path).unwrap(), expected);
    assert!(file(&path).keeps());
}

#[test]
fn a_pipe_that_is_read_slowly_gets_more_than_it_holds() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("lp0");
    fifo(&path);
    // Both ends at once, so that the writer finds a reader: then read from the start.
    let mut reader = std::fs::File::options()
        .read(true)
        .write(true)
        .open(&path)
        .unwrap();
    let sent: Vec<u8> = (0..=255).cycle().take(300_000).collect();
    let expected = sent.clone();
    let device = file(&path);
    assert!(!device.keeps());
    let writer = thread::spawn(move || device.send(&sent, PATIENT));
    let mut got = vec![0; expected.len()];
    reader.read_exact(&mut got).unwrap();
    assert_eq!(writer.join().unwrap(), Ok(()));
    assert_eq!(got, expected);
}

#[test]
fn nobody_behind_a_pipe_is_a_printer_that_is_not_connected() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("lp0");
    fifo(&path);
    assert_eq!(file(&path).send(b"x", PATIENT), Err(NotPrinted::Missing));
}

#[test]
fn a_pipe_that_nobody_empties_is_given_up() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("lp0");
    fifo(&path);
    let _held = std::fs::File::options()
        .read(true)
        .write(true)
        .open(&path)
        .unwrap();
    let jammed = file(&path).send(&vec![0; 1 << 20], LIMITS);
    assert_eq!(jammed, Err(NotPrinted::Stuck));
}

#[test]
fn a_missing_device_stays_missing() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("usb/lp0");
    assert_eq!(file(&path).send(b"x", PATIENT), Err(NotPrinted::Missing));
    let path = dir.path().join("lp0");
    assert_eq!(file(&path).send(b"x", PATIENT), Err(NotPrinted::Missing));
    assert!(!path.exists(), "no file is made that would keep papers");
    assert_eq!(
        file(dir.path()).send(b"x", PATIENT),
        Err(NotPrinted::Missing)
    );
}

#[test]
fn a_full_device_says_so() {
    let full = file(Path::new("/dev/full"));
    assert_eq!(full.send(b"x", PATIENT), Err(NotPrinted::Full));
    let printer = Printer::start(full, Columns::Wide, PATIENT);
    assert_eq!(
        print(&printer, &paper()).recv().unwrap(),
        Err(NotPrinted::Full)
    );
}

/// Accepts one connection; answers the question with `status`, if any; gives back what came after.
fn network_printer(status: Option<u8>) -> (Device, thread::JoinHandle<Vec<u8>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let device = at(&listener);
    let printer = thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut question = [0; 3];
        stream.read_exact(&mut question).unwrap();
        assert_eq!(question, [0x10, 0x04, 2], "DLE EOT 2");
        if let Some(status) = status {
            stream.write_all(&[status]).unwrap();
        }
        let mut got = Vec::new();
        stream.read_to_end(&mut got).unwrap();
        got
    });
    (device, printer)
}

#[test]
fn a_network_printer_gets_the_paper_whether_or_not_it_answers() {
    for status in [None, Some(0b0001_0010)] {
        let (device, got) = network_printer(status);
        let printer = Printer::start(device, Columns::Narrow, PATIENT);
        assert_eq!(print(&printer, &paper()).recv().unwrap(), Ok(()));
        assert_eq!(
            got.join().unwrap(),
            *bytes(&paper(), Columns::Narrow).unwrap()
        );
    }
}

#[test]
fn a_printer_without_paper_is_sent_nothing() {
    let (device, got) = network_printer(Some(0b0011_0010));
    assert_eq!(
        device.send(b"una scheda", PATIENT),
        Err(NotPrinted::NotReady)
    );
    assert_eq!(got.join().unwrap(), b"");
}

#[test]
fn a_port_that_accepts_and_never_reads_is_given_up() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    // More than the buffers of both ends hold.
    let jammed = at(&listener).send(&vec![0; 64 << 20], LIMITS);
    assert_eq!(jammed, Err(NotPrinted::Stuck));
}

#[test]
fn a_port_that_hangs_up_is_no_success() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let device = at(&listener);
    let gone = thread::spawn(move || {
        let (stream, _) = listener.accept().unwrap();
        stream.shutdown(Shutdown::Both).unwrap();
    });
    assert!(device.send(&vec![0; 64 << 20], PATIENT).is_err());
    gone.join().unwrap();
}

#[test]
fn a_closed_port_is_unreachable() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let device = at(&listener);
    drop(listener);
    assert_eq!(device.send(b"x", PATIENT), Err(NotPrinted::Unreachable));
}

/// A pipe that holds up the first paper until it is read.
fn held_up() -> (tempfile::TempDir, std::fs::File, Printer) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("lp0");
    fifo(&path);
    let pipe = std::fs::File::options()
        .read(true)
        .write(true)
        .open(&path)
        .unwrap();
    // Full: the next paper has to wait.
    let flags = rustix::fs::OFlags::WRONLY | rustix::fs::OFlags::NONBLOCK;
    let filler = rustix::fs::open(&path, flags, rustix::fs::Mode::empty()).unwrap();
    let mut filler = std::fs::File::from(filler);
    while filler.write(&[0; 4096]).is_ok() {}
    let printer = Printer::start(file(&path), Columns::Wide, PATIENT);
    (dir, pipe, printer)
}

#[test]
fn who_prints_never_waits_and_too_many_papers_are_refused() {
    let (_dir, _pipe, printer) = held_up();
    let answers: Vec<_> = (0..12).map(|_| print(&printer, &paper())).collect();
    let refused = answers
        .iter()
        .filter(|answer| answer.try_recv() == Ok(Err(NotPrinted::Busy)))
        .count();
    // One may be at the device, four wait; the others were told at once.
    assert!((7..=8).contains(&refused), "{refused}");
}

#[test]
fn papers_that_wait_are_forgotten_with_their_person() {
    let (_dir, mut pipe, printer) = held_up();
    let first = print(&printer, &paper());
    let second = print(&printer, &paper());
    let third = print(&printer, &paper());
    printer.forget_waiting();
    let after = print(&printer, &Paper::new().text("dopo"));
    // The pipe is emptied: the paper that was begun may end, those that waited do not come.
    let mut reader = pipe.try_clone().unwrap();
    let drain = thread::spawn(move || {
        let mut buffer = [0; 4096];
        while !buffer.windows(4).any(|w| w == b"dopo") {
            let n = reader.read(&mut buffer).unwrap();
            buffer[n..].fill(0);
        }
    });
    assert_eq!(second.recv().unwrap(), Err(NotPrinted::Forgotten));
    assert_eq!(third.recv().unwrap(), Err(NotPrinted::Forgotten));
    assert!(matches!(
        first.recv().unwrap(),
        Ok(()) | Err(NotPrinted::Forgotten)
    ));
    assert_eq!(after.recv().unwrap(), Ok(()));
    // Whatever the reader missed, it ends.
    pipe.write_all(b"dopo").unwrap();
    drain.join().unwrap();
}

#[test]
fn devices_are_named_as_people_name_them() {
    for (text, shown) in [
        ("/dev/usb/lp0", "/dev/usb/lp0"),
        ("192.168.1.50", "192.168.1.50:9100"),
        ("stampante.local:9101", "stampante.local:9101"),
        ("[fe80::1]:9100", "[fe80::1]:9100"),
        ("::1", "[::1]:9100"),
    ] {
        let device: Device = text.parse().unwrap();
        assert_eq!(device.to_string(), shown);
        assert_eq!(device.to_string().parse::<Device>().unwrap(), device);
    }
    for wrong in [
        "",
        "dev/usb/lp0",
        "host:",
        "host:0",
        "host:99999",
        ":9100",
        "due parole",
        "a\nb",
        "tcp;rm",
    ] {
        let error = wrong.parse::<Device>().unwrap_err().to_string();
        assert!(error.contains("/dev/usb/lp0"), "{wrong}: {error}");
    }
}

proptest! {
    #[test]
    fn a_device_that_is_taken_is_written_as_it_is_read(text in "\\PC{0,30}") {
        if let Ok(device) = text.parse::<Device>() {
            prop_assert_eq!(device.to_string().parse::<Device>().unwrap(), device);
        }
    }
}
