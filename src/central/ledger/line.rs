//! A line to a PostgreSQL server, with a clock on every answer.
//!
//! Invariant: nobody waits for ever. A line that is cut without a word (a firewall that forgot it, a machine
//! that is gone) is found by the kernel where nobody uses it, and by the clock where somebody waits;
//! then it is lost, and whoever still has it is told so at once.

use super::LedgerError;
use openssl::ssl::{SslConnector, SslMethod};
use postgres_openssl::MakeTlsConnector;
use std::fmt;
use std::future::poll_fn;
use std::pin::{Pin, pin};
use std::task::Poll;
use std::time::Duration;
use tokio::runtime::{Builder, Runtime};
use tokio::time::timeout;
use tokio_postgres::{Client, Config, Error};

/// How long it may take to reach one address of the server.
const REACHING: Duration = Duration::from_secs(10);

/// How long a call may take in all: names, addresses, TLS, the password.
const CALLING: Duration = Duration::from_secs(30);

/// How long an answer may take: a little longer than the server gives a statement.
pub const ANSWER: Duration = Duration::from_secs(65);

/// How long hanging up may take.
const GOODBYE: Duration = Duration::from_secs(1);

/// Reads a URL such as `postgres://seggio@db.example.it/consultazione?sslmode=require`. What it does not say
/// about lost connections is said here: the kernel would wait for two hours where nothing is sent, and for a
/// quarter of one where nothing is acknowledged.
pub fn config(url: &str) -> Result<Config, LedgerError> {
    let mut config: Config = url
        .parse()
        .map_err(|_| LedgerError::Setup("the address of the database cannot be read".to_owned()))?;
    config.application_name("centrale");
    if config.get_connect_timeout().is_none() {
        config.connect_timeout(REACHING);
    }
    if config.get_keepalives_idle() == Config::new().get_keepalives_idle() {
        config.keepalives_idle(Duration::from_secs(15));
    }
    if config.get_keepalives_interval().is_none() {
        config.keepalives_interval(Duration::from_secs(5));
    }
    if config.get_keepalives_retries().is_none() {
        config.keepalives_retries(3);
    }
    if config.get_tcp_user_timeout().is_none() {
        config.tcp_user_timeout(Duration::from_secs(30));
    }
    Ok(config)
}

/// A line. It speaks and listens only while somebody waits for an answer, on the thread that waits.
#[derive(Debug)]
pub struct Line {
    client: Client,
    /// How long an answer may take.
    answer: Duration,
    /// After the client, whose end is its sign to hang up.
    wire: Wire,
}

/// What carries the questions of a client, and what keeps the time.
struct Wire {
    runtime: Runtime,
    traffic: Pin<Box<dyn Future<Output = Result<(), Error>> + Send>>,
    lost: bool,
}

impl fmt::Debug for Wire {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Wire").finish_non_exhaustive()
    }
}

impl Line {
    /// Calls the server.
    pub fn call(config: &Config, answer: Duration) -> Result<Self, LedgerError> {
        let unusable = |e: &dyn fmt::Display| LedgerError::Setup(format!("TLS: {e}"));
        let mut tls = SslConnector::builder(SslMethod::tls()).map_err(|e| unusable(&e))?;
        if let Some(file) = openssl_probe::probe().cert_file {
            tls.set_ca_file(file).map_err(|e| unusable(&e))?;
        }
        let tls = MakeTlsConnector::new(tls.build());
        let runtime = Builder::new_current_thread().enable_all().build();
        let runtime = runtime.map_err(|e| LedgerError::Setup(e.to_string()))?;
        let calling = async { timeout(CALLING.min(answer), config.connect(tls)).await };
        let failed = match runtime.block_on(calling) {
            Ok(Ok((client, traffic))) => {
                return Ok(Self {
                    client,
                    answer,
                    wire: Wire {
                        runtime,
                        traffic: Box::pin(traffic),
                        lost: false,
                    },
                });
            }
            Ok(Err(error)) => error.into(),
            Err(_) => LedgerError::Silent,
        };
        // A name that is still being looked up is not waited for.
        runtime.shutdown_background();
        Err(failed)
    }

    /// Asks, and waits for the answer as long as answers may take.
    pub fn ask<T>(
        &mut self,
        question: impl AsyncFnOnce(&mut Client) -> Result<T, Error>,
    ) -> Result<T, LedgerError> {
        self.ask_within(self.answer, question)
    }

    /// Asks, and waits for the answer no longer than this.
    pub fn ask_within<T, E>(
        &mut self,
        time: Duration,
        question: impl AsyncFnOnce(&mut Client) -> Result<T, E>,
    ) -> Result<T, LedgerError>
    where
        LedgerError: From<E>,
    {
        if self.wire.lost {
            return Err(LedgerError::Silent);
        }
        let (client, wire) = (&mut self.client, &mut self.wire);
        let (traffic, lost) = (&mut wire.traffic, &mut wire.lost);
        let asking = async {
            let mut answer = pin!(question(client));
            let both = poll_fn(|cx| {
                if !*lost && let Poll::Ready(ended) = traffic.as_mut().poll(cx) {
                    *lost = true;
                    if let Err(error) = ended {
                        return Poll::Ready(Err(error.into()));
                    }
                }
                answer.as_mut().poll(cx).map_err(LedgerError::from)
            });
            timeout(time, both).await
        };
        wire.runtime.block_on(asking).unwrap_or_else(|_| {
            self.wire.lost = true;
            Err(LedgerError::Silent)
        })
    }

    /// Whether it is known that nothing comes any more.
    pub fn is_lost(&self) -> bool {
        self.wire.lost || self.client.is_closed()
    }
}

impl Drop for Wire {
    fn drop(&mut self) {
        if !self.lost {
            let traffic = &mut self.traffic;
            // The server is told; whether it hears it changes nothing.
            let _ = self
                .runtime
                .block_on(async { timeout(GOODBYE, traffic).await });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Address;
    use super::*;
    use crate::central::fixture_database::{client, empty_database};
    use std::io::{Read, Write};
    use std::net::TcpListener;
    use std::os::unix::net::UnixStream;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::thread::spawn;
    use tokio_postgres::config::Host;

    #[test]
    fn a_url_may_say_how_lost_connections_are_found_and_else_it_is_said_here() {
        let seconds = Duration::from_secs;
        let said = |url: &str| {
            let config = config(url).unwrap();
            (
                config.get_connect_timeout().copied().unwrap(),
                config.get_keepalives_idle(),
                config.get_keepalives_interval().unwrap(),
                config.get_keepalives_retries().unwrap(),
                config.get_tcp_user_timeout().copied().unwrap(),
            )
        };
        let here = (seconds(10), seconds(15), seconds(5), 3, seconds(30));
        assert_eq!(said("postgres://seggio@db.example/x"), here);
        let there = (seconds(7), seconds(60), seconds(20), 9, seconds(120));
        let url = "postgres://seggio@db.example/x?connect_timeout=7&keepalives_idle=60\
                   &keepalives_interval=20&keepalives_retries=9&tcp_user_timeout=120";
        assert_eq!(said(url), there);
        let off = config("postgres://seggio@db.example/x?keepalives=0").unwrap();
        assert!(!off.get_keepalives());
    }

    /// Stands between a client and the server; from some moment on it swallows what both say, and goes on
    /// acknowledging it, as a machine does whose program hangs.
    struct Between {
        url: String,
        silent: Arc<AtomicBool>,
    }

    impl Between {
        fn start(address: &Address) -> Self {
            let Address::Postgres(url) = address else {
                unreachable!()
            };
            let direct = config(url).unwrap();
            let Some(Host::Unix(dir)) = direct.get_hosts().first() else {
                unreachable!()
            };
            let socket = dir.join(".s.PGSQL.5432");
            let name = direct.get_dbname().unwrap();
            let listener = TcpListener::bind("127.0.0.1:0").unwrap();
            let here = listener.local_addr().unwrap();
            let silent = Arc::new(AtomicBool::new(false));
            let hushed = Arc::clone(&silent);
            spawn(move || {
                for stream in listener.incoming() {
                    let (one, other) = (stream.unwrap(), UnixStream::connect(&socket).unwrap());
                    let back = (other.try_clone().unwrap(), one.try_clone().unwrap());
                    let (there, here) = (Arc::clone(&hushed), Arc::clone(&hushed));
                    spawn(move || pass(one, other, &there));
                    spawn(move || pass(back.0, back.1, &here));
                }
            });
            Self {
                url: format!("postgres://seggio@{here}/{name}"),
                silent,
            }
        }
    }

    fn pass(mut from: impl Read, mut to: impl Write, silent: &AtomicBool) {
        let mut bytes = [0; 4096];
        while let Ok(n @ 1..) = from.read(&mut bytes) {
            if !silent.load(Ordering::Acquire) && to.write_all(&bytes[..n]).is_err() {
                break;
            }
        }
    }

    #[test]
    fn a_line_that_falls_silent_is_lost_and_nobody_waits_for_it_again() {
        let between = Between::start(&empty_database());
        let config = config(&between.url).unwrap();
        let moment = Duration::from_millis(200);
        let mut line = Line::call(&config, ANSWER).unwrap();
        let sum = line.ask(async |client| client.query_one("SELECT 1::bigint", &[]).await);
        assert_eq!(sum.unwrap().get::<_, i64>(0), 1);
        assert!(!line.is_lost());
        between.silent.store(true, Ordering::Release);
        let asked = line.ask_within(moment, async |client| client.check_connection().await);
        assert!(matches!(asked, Err(LedgerError::Silent)), "{asked:?}");
        assert!(line.is_lost());
        // Not even for the time that answers may take.
        let again = line.ask(async |client| client.check_connection().await);
        assert!(matches!(again, Err(LedgerError::Silent)), "{again:?}");
        drop(line);
        // Nor does who calls a server that says nothing.
        let called = Line::call(&config, moment);
        assert!(matches!(called, Err(LedgerError::Silent)), "{called:?}");
    }

    #[test]
    fn a_line_that_the_server_cuts_is_lost_and_one_that_hangs_up_is_gone() {
        let address = empty_database();
        let Address::Postgres(url) = &address else {
            unreachable!()
        };
        let config = config(url).unwrap();
        let others = "SELECT count(*) FROM pg_stat_activity
                      WHERE datname = current_database() AND application_name = 'centrale'";
        let mut office = client(&address);
        let mut count_of = |sql: &str| office.query_one(sql, &[]).unwrap().get::<_, i64>(0);
        let line = Line::call(&config, ANSWER).unwrap();
        assert_eq!(count_of(others), 1);
        drop(line);
        while count_of(others) > 0 {
            std::thread::yield_now();
        }
        let mut line = Line::call(&config, ANSWER).unwrap();
        let cut = others.replace("count(*)", "count(pg_terminate_backend(pid))");
        assert_eq!(count_of(&cut), 1);
        // It ends a moment after it was told to.
        while count_of(others) > 0 {
            std::thread::yield_now();
        }
        let asked = line.ask(async |client| client.check_connection().await);
        assert!(matches!(asked, Err(LedgerError::Postgres(_))), "{asked:?}");
        assert!(line.is_lost());
    }
}
