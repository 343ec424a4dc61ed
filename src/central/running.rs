//! A server with a runtime of its own: for the program, and inside a demo or a test.

use super::http::serve;
use super::workers::Workers;
use super::{Central, Serving};
use std::future::Future;
use std::io;
use std::net::TcpListener;
use std::sync::Arc;
use std::thread::JoinHandle;
use tokio::runtime::{Builder, Runtime};
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::sync::oneshot;

/// A server on a thread of its own; stops when it is dropped.
#[derive(Debug)]
pub struct Running {
    url: String,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<io::Result<()>>>,
}

impl Running {
    /// Serves on a listener that is already bound, so that a manifest can name its address before
    /// there is a server. Port 0 takes a free port.
    pub fn start(listener: TcpListener, central: Central) -> io::Result<Self> {
        Self::serving(listener, central, Serving::default())
    }

    /// The same, with limits, TLS and numbers as wanted.
    pub fn serving(listener: TcpListener, central: Central, serving: Serving) -> io::Result<Self> {
        let url = url_of(&listener)?;
        let runtime = runtime()?;
        let (stop, stopped) = oneshot::channel();
        let thread = std::thread::Builder::new()
            .name("centrale".to_owned())
            .spawn(move || {
                let stopped = async {
                    // Both a message and a dropped sender mean: stop.
                    stopped.await.unwrap_or_default();
                };
                run(runtime, listener, central, serving, None, stopped)
            })?;
        Ok(Self {
            url,
            stop: Some(stop),
            thread: Some(thread),
        })
    }

    /// Where it answers, `http://127.0.0.1:8080`.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Stops, and waits until it has stopped.
    pub fn stop(mut self) -> io::Result<()> {
        self.finish()
    }

    fn finish(&mut self) -> io::Result<()> {
        drop(self.stop.take());
        match self.thread.take().map(JoinHandle::join) {
            None => Ok(()),
            Some(Ok(done)) => done,
            Some(Err(_)) => Err(io::Error::other("the server's thread panicked")),
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // Who wants to know how it went calls `stop`.
        let _ = self.finish();
    }
}

/// The address of a listener as a URL.
pub fn url_of(listener: &TcpListener) -> io::Result<String> {
    Ok(format!("http://{}", listener.local_addr()?))
}

/// Serves until the process is asked to end (SIGINT, SIGTERM). SIGHUP never ends it: it asks for the
/// certificate files to be read again, if there are any.
pub fn run_until_stopped(
    listener: TcpListener,
    central: Central,
    serving: Serving,
) -> io::Result<()> {
    let runtime = runtime()?;
    let entered = runtime.enter();
    let hangups = signal(SignalKind::hangup())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    drop(entered);
    let asked_to_end = async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    };
    run(
        runtime,
        listener,
        central,
        serving,
        Some(hangups),
        asked_to_end,
    )
}

fn runtime() -> io::Result<Runtime> {
    Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
}

/// What holds connections to the ledger ends after the runtime, on this thread: PostgreSQL's client
/// waits while it hangs up, which a runtime's own threads must not.
fn run(
    runtime: Runtime,
    listener: TcpListener,
    central: Central,
    serving: Serving,
    hangups: Option<Signal>,
    shutdown: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    let central = Arc::new(central);
    let workers = Arc::new(Workers::start(Arc::clone(&central))?);
    let (its_central, its_workers) = (Arc::clone(&central), Arc::clone(&workers));
    let serving = serve(
        listener,
        its_central,
        its_workers,
        serving,
        hangups,
        shutdown,
    );
    let done = runtime.block_on(serving);
    drop(runtime);
    drop(workers);
    drop(central);
    done
}
