//! The device that prints: a file (`/dev/usb/lp0`, a pipe) or a network address, opened for each
//! paper and closed after it.
//!
//! Invariant: sending ends within the limits, whatever the device does. A file is opened and
//! written without blocking (a printer out of paper stops reading, a pipe without a reader would keep
//! the opening waiting for ever); what a network printer has not taken by then is dropped by the
//! kernel and does not come out later, for somebody else.

use super::{NotPrinted, status};
use rustix::event::{PollFd, PollFlags, poll};
use rustix::fs::{Mode, OFlags, Timespec};
use rustix::io::Errno;
use std::fmt;
use std::fs::File;
use std::io::{self, ErrorKind, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpStream, ToSocketAddrs};
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::time::{Duration, Instant};

/// The port on which network printers listen.
const PORT: u16 = 9100;

/// How long a printer may take.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// To answer at its address.
    pub connect: Duration,
    /// To say how it is.
    pub status: Duration,
    /// To take a paper whole.
    pub write: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(3),
            status: Duration::from_millis(500),
            write: Duration::from_secs(10),
        }
    }
}

/// Where papers go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Device {
    /// A device file or a pipe.
    File(PathBuf),
    /// A printer in the network.
    Network {
        /// Name or address.
        host: String,
        /// Port.
        port: u16,
    },
}

/// A text that names no device.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "expected a device as \"/dev/usb/lp0\", or a network printer as \"192.168.1.50\" or \"192.168.1.50:9100\", found {0:?}"
)]
pub struct BadDevice(String);

impl FromStr for Device {
    type Err = BadDevice;

    fn from_str(text: &str) -> Result<Self, BadDevice> {
        let bad = || BadDevice(text.to_owned());
        if text.is_empty() || text.chars().any(|c| c.is_control() || c.is_whitespace()) {
            return Err(bad());
        }
        if text.contains('/') {
            let path = PathBuf::from(text);
            return path
                .is_absolute()
                .then_some(Self::File(path))
                .ok_or_else(bad);
        }
        if let Ok(address) = text.parse::<SocketAddr>() {
            return Ok(Self::Network {
                host: address.ip().to_string(),
                port: address.port(),
            });
        }
        let (host, port) = match text.split_once(':') {
            // An IPv6 address without a port.
            Some((_, rest)) if rest.contains(':') => (text, PORT),
            Some((host, port)) => (host, port.parse().map_err(|_| bad())?),
            None => (text, PORT),
        };
        let sign = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | ':' | '%');
        if host.is_empty() || port == 0 || !host.chars().all(sign) {
            return Err(bad());
        }
        Ok(Self::Network {
            host: host.to_owned(),
            port,
        })
    }
}

impl fmt::Display for Device {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => write!(f, "{}", path.display()),
            Self::Network { host, port } if host.contains(':') => write!(f, "[{host}]:{port}"),
            Self::Network { host, port } => write!(f, "{host}:{port}"),
        }
    }
}

impl Device {
    /// Whether it keeps what is printed, as an ordinary file does: papers in their order.
    pub fn keeps(&self) -> bool {
        match self {
            Self::File(path) => path.is_file(),
            Self::Network { .. } => false,
        }
    }

    /// Sends bytes; returns when the device has taken them all.
    pub fn send(&self, bytes: &[u8], limits: Limits) -> Result<(), NotPrinted> {
        match self {
            Self::File(path) => to_file(path, bytes, Instant::now() + limits.write),
            Self::Network { host, port } => {
                let mut stream = connect(host, *port, limits.connect)?;
                status::ask(&mut stream, limits.status)?;
                to_network(&mut stream, bytes, limits.write)?;
                hang_up(&mut stream, limits.status)
            }
        }
    }
}

fn to_file(path: &Path, bytes: &[u8], end: Instant) -> Result<(), NotPrinted> {
    // Never created: a device that is missing must not become a file that keeps papers.
    let flags =
        OFlags::WRONLY | OFlags::APPEND | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
    let opened = rustix::fs::open(path, flags, Mode::empty());
    let mut file = File::from(opened.map_err(|e| why(&e.into()))?);
    let mut rest = bytes;
    while !rest.is_empty() {
        match file.write(rest) {
            Ok(0) => return Err(NotPrinted::Stuck),
            Ok(n) => rest = &rest[n..],
            Err(e) if e.kind() == ErrorKind::WouldBlock => wait(&file, end)?,
            Err(e) if e.kind() == ErrorKind::Interrupted => {}
            Err(e) => return Err(why(&e)),
        }
    }
    // A printer's driver may have only begun: closing now would cut the paper short.
    wait(&file, end)
}

/// Waits until the device takes more.
fn wait(file: &File, end: Instant) -> Result<(), NotPrinted> {
    loop {
        let left = end.saturating_duration_since(Instant::now());
        let left = Timespec::try_from(left).map_err(|_| NotPrinted::Stuck)?;
        let mut polled = [PollFd::new(file, PollFlags::OUT)];
        match poll(&mut polled, Some(&left)) {
            Ok(0) => return Err(NotPrinted::Stuck),
            Ok(_) if polled[0].revents().contains(PollFlags::OUT) => return Ok(()),
            Ok(_) => return Err(NotPrinted::Missing),
            Err(Errno::INTR) => {}
            Err(e) => return Err(why(&e.into())),
        }
    }
}

fn connect(host: &str, port: u16, limit: Duration) -> Result<TcpStream, NotPrinted> {
    let end = Instant::now() + limit;
    let addresses = (host, port)
        .to_socket_addrs()
        .map_err(|_| NotPrinted::Unreachable)?;
    for address in addresses {
        let left = end.saturating_duration_since(Instant::now());
        if left.is_zero() {
            break;
        }
        if let Ok(stream) = TcpStream::connect_timeout(&address, left) {
            return Ok(stream);
        }
    }
    Err(NotPrinted::Unreachable)
}

fn to_network(stream: &mut TcpStream, bytes: &[u8], limit: Duration) -> Result<(), NotPrinted> {
    let end = Instant::now() + limit;
    // What is in the kernel's hands when the program has let go is dropped after the same limit.
    let millis = u32::try_from(limit.as_millis()).unwrap_or(u32::MAX);
    let _ = rustix::net::sockopt::set_tcp_user_timeout(&*stream, millis);
    let mut rest = bytes;
    while !rest.is_empty() {
        let left = end.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(NotPrinted::Stuck);
        }
        stream.set_write_timeout(Some(left)).map_err(|e| why(&e))?;
        match stream.write(rest) {
            Ok(0) => return Err(NotPrinted::Stuck),
            Ok(n) => rest = &rest[n..],
            Err(e) if e.kind() == ErrorKind::Interrupted => {}
            Err(e) => return Err(why(&e)),
        }
    }
    Ok(())
}

/// Says that this was all, and takes what the printer still says: a connection closed with an answer
/// unread is cut, and the printer may lose the end of the paper.
fn hang_up(stream: &mut TcpStream, wait: Duration) -> Result<(), NotPrinted> {
    let closed = stream
        .shutdown(Shutdown::Write)
        .and_then(|()| stream.set_read_timeout(Some(wait)));
    closed.map_err(|e| why(&e))?;
    let mut answer = [0u8; 64];
    // Few printers talk; one that would not stop is cut off.
    for _ in 0..16 {
        match stream.read(&mut answer) {
            Ok(0) => break,
            Ok(_) => {}
            Err(e) if e.kind() == ErrorKind::Interrupted => {}
            // Many leave the connection open.
            Err(e) if matches!(e.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => break,
            Err(e) => return Err(why(&e)),
        }
    }
    Ok(())
}

fn why(error: &io::Error) -> NotPrinted {
    // A pipe without a reader, a printer pulled out: the file is there, nothing is behind it.
    let errno = error.raw_os_error().map(Errno::from_raw_os_error);
    if let Some(Errno::NXIO | Errno::NODEV | Errno::IO) = errno {
        return NotPrinted::Missing;
    }
    match error.kind() {
        ErrorKind::NotFound | ErrorKind::BrokenPipe | ErrorKind::IsADirectory => {
            NotPrinted::Missing
        }
        ErrorKind::PermissionDenied => NotPrinted::NotAllowed,
        ErrorKind::WouldBlock | ErrorKind::TimedOut => NotPrinted::Stuck,
        ErrorKind::StorageFull => NotPrinted::Full,
        other => NotPrinted::Broken(other),
    }
}
