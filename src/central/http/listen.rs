//! Connections: how many, with or without TLS, and how they end.
//!
//! Invariant: a connection that says nothing, or takes nothing, ends by itself; when the server stops, idle
//! connections end at once and begun requests get their answer, as long as that takes no longer
//! than the grace time.

use super::limits::Limits;
use super::patient::Patient;
use super::places::{Place, Places};
use super::{Serving, TlsFiles};
use crate::central::{log, metrics};
use axum::Router;
use axum_server::accept::{Accept, DefaultAcceptor};
use axum_server::tls_rustls::{RustlsAcceptor, RustlsConfig};
use axum_server::{Handle, Server};
use std::future::Future;
use std::io;
use std::net::{SocketAddr, TcpListener};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::net::TcpStream;
use tokio::signal::unix::Signal;
use tower_service::Service;

/// Serves until `shutdown` completes, then finishes what was begun. At every `hangups` it reads again what
/// can change while it serves.
pub(super) async fn listen(
    listener: TcpListener,
    router: Router,
    serving: &Serving,
    hangups: Option<Signal>,
    shutdown: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    let handle = Handle::new();
    let (stop, grace) = (handle.clone(), serving.limits.grace);
    let stopping = tokio::spawn(async move {
        shutdown.await;
        log::stopping();
        stop.graceful_shutdown(Some(grace));
    });
    let server = axum_server::from_tcp(listener)?.handle(handle);
    let tls = serving.tls.as_ref().map(TlsFiles::config).transpose()?;
    let renewed = tls.clone().zip(serving.tls.clone());
    let renewing = hangups.map(|hangups| tokio::spawn(renew(hangups, renewed)));
    log::listening(tls.is_some());
    let done = match tls {
        None => {
            let server = limited(server, DefaultAcceptor::new(), &serving.limits);
            server.serve(service(router)).await
        }
        Some(config) => {
            let server = limited(server, RustlsAcceptor::new(config), &serving.limits);
            server.serve(service(router)).await
        }
    };
    if let Some(renewing) = renewing {
        renewing.abort();
    }
    stopping.abort();
    log::stopped();
    done
}

fn service(
    router: Router,
) -> axum::extract::connect_info::IntoMakeServiceWithConnectInfo<Router, SocketAddr> {
    router.into_make_service_with_connect_info()
}

/// HTTP/1.1 alone: it needs no guessing of the version, during which no clock runs.
fn limited<A>(
    server: Server<SocketAddr>,
    acceptor: A,
    limits: &Limits,
) -> Server<SocketAddr, Counted<A>> {
    let mut server = server.http1_only();
    server
        .http_builder()
        .http1()
        .header_read_timeout(limits.header);
    let places = Places::new(limits);
    server.acceptor(Counted {
        acceptor,
        places,
        patience: limits.header,
    })
}

/// Reads the certificate files again at every SIGHUP, if there are any; what cannot be read changes
/// nothing.
async fn renew(mut hangups: Signal, tls: Option<(RustlsConfig, TlsFiles)>) {
    while hangups.recv().await.is_some() {
        let Some((config, files)) = &tls else {
            log::nothing_to_read();
            continue;
        };
        match files.read() {
            Ok(new) => {
                config.reload_from_config(new);
                log::certificates(None);
            }
            Err(error) => log::certificates(Some(&error)),
        }
    }
}

/// Accepts while there is a place for one more, of all and of its address.
#[derive(Debug, Clone)]
struct Counted<A> {
    acceptor: A,
    places: Arc<Places>,
    /// How long what is written may wait to be taken.
    patience: Duration,
}

type Accepted<I, S> = Pin<Box<dyn Future<Output = io::Result<(I, S)>> + Send>>;

impl<A, S> Accept<TcpStream, S> for Counted<A>
where
    A: Accept<Patient<TcpStream>, S>,
    A::Future: Send + 'static,
{
    type Stream = A::Stream;
    type Service = Placed<A::Service>;
    type Future = Accepted<A::Stream, Self::Service>;

    fn accept(&self, stream: TcpStream, service: S) -> Self::Future {
        let from = stream.peer_addr().ok().map(|peer| peer.ip());
        let Some(place) = self.places.take(from) else {
            metrics::full();
            return Box::pin(async { Err(io::Error::other("too many connections")) });
        };
        let stream = Patient::new(stream, self.patience);
        let accepting = self.acceptor.accept(stream, service);
        Box::pin(async move {
            let (stream, service) = accepting.await?;
            let place = Arc::new(place);
            Ok((stream, Placed { service, place }))
        })
    }
}

/// What answers on a connection, and its place.
#[derive(Debug, Clone)]
struct Placed<S> {
    service: S,
    #[expect(dead_code, reason = "held until the connection ends")]
    place: Arc<Place>,
}

impl<S: Service<R>, R> Service<R> for Placed<S> {
    type Response = S::Response;
    type Error = S::Error;
    type Future = S::Future;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.service.poll_ready(cx)
    }

    fn call(&mut self, request: R) -> S::Future {
        self.service.call(request)
    }
}
