//! Connections: how many there may be, how long an idle one is kept, and how they end. When there are as many as there may be, the one
//! that has been idle for longest is closed, so that whoever holds connections open keeps nobody out.

use super::address::network;
use axum::Router;
use axum::body::Body;
use axum::extract::{ConnectInfo, Request};
use http_body_util::BodyExt;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use std::collections::HashMap;
use std::future::Future;
use std::net::{IpAddr, SocketAddr};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Notify, OwnedSemaphorePermit, Semaphore};
use tokio_io_timeout::TimeoutStream;
use tower::ServiceExt;

/// Connections at once. Each takes a file descriptor, of which a process often has no more than 1,024.
const MOST: usize = 400;

/// Connections at once from one address, this machine's and a proxy's excepted.
const MOST_OF_ONE: usize = 100;

/// How long one end of a connection waits for the other.
#[derive(Clone, Copy, Debug)]
pub struct Timeouts {
    /// From the beginning, or the end of the last answer, until the head of a request has come whole.
    pub head: Duration,
    /// While an answer is sent: until some of it is read.
    pub write: Duration,
    /// Until what is being answered has to be done when the program ends.
    pub shutdown: Duration,
}

impl Default for Timeouts {
    fn default() -> Self {
        Self { head: Duration::from_secs(15), write: Duration::from_secs(30), shutdown: Duration::from_secs(10) }
    }
}

/// Descriptors for the store and for files that are read and written meanwhile.
#[cfg(unix)]
const KEPT_DESCRIPTORS: usize = 64;

/// Connections at once where the system gives hardly any descriptors.
#[cfg(unix)]
const FEWEST: usize = 16;

/// After no descriptor was to be had.
const PAUSE: Duration = Duration::from_millis(50);

/// All connections that are open.
#[derive(Default)]
struct Connections {
    list: Mutex<HashMap<u64, Arc<Connection>>>,
    count: AtomicU64,
}

/// One connection.
struct Connection {
    /// The network it comes from.
    from: String,
    /// Since when nothing is asked on it; none while something is answered.
    idle_since: Mutex<Option<Instant>>,
    close: Notify,
}

/// An answer on its way: the connection is idle once it has ended, or was given up.
struct Answering(Arc<Connection>);

impl Drop for Answering {
    fn drop(&mut self) {
        *lock(&self.0.idle_since) = Some(Instant::now());
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Connections {
    fn add(&self, from: String) -> (u64, Arc<Connection>) {
        let connection =
            Arc::new(Connection { from, idle_since: Mutex::new(Some(Instant::now())), close: Notify::new() });
        let number = self.count.fetch_add(1, Ordering::Relaxed);
        lock(&self.list).insert(number, Arc::clone(&connection));
        (number, connection)
    }

    fn remove(&self, number: u64) {
        lock(&self.list).remove(&number);
    }

    fn of(&self, from: &str) -> usize {
        lock(&self.list).values().filter(|connection| connection.from == from).count()
    }

    /// Closes every connection on which nothing is being answered.
    fn close_idle(&self) {
        lock(&self.list)
            .values()
            .filter(|connection| lock(&connection.idle_since).is_some())
            .for_each(|connection| connection.close.notify_one());
    }

    /// Closes the one that has been idle for longest: of one network, where it is given. False where none is idle.
    fn close_longest_idle(&self, of: Option<&str>) -> bool {
        let list = lock(&self.list);
        let wanted = list.values().filter(|connection| of.is_none_or(|of| connection.from == of));
        let idle = wanted.filter_map(|connection| Some(((*lock(&connection.idle_since))?, connection)));
        let oldest = idle.min_by_key(|(since, _)| *since);
        if let Some((_, connection)) = &oldest {
            connection.close.notify_one();
        }
        oldest.is_some()
    }
}

/// Serves until `ended`, then lets what is being answered come to its end.
pub async fn serve(
    listener: TcpListener,
    pages: Router,
    proxies: Vec<IpAddr>,
    timeouts: Timeouts,
    ended: impl Future<Output = ()>,
) {
    let (connections, permits) = (Arc::new(Connections::default()), Arc::new(Semaphore::new(most_connections())));
    let graceful = GracefulShutdown::new();
    let mut ended = std::pin::pin!(ended);
    loop {
        let (stream, from, permit) = tokio::select! {
            () = &mut ended => break,
            arrived = next_connection(&listener, &connections, &permits, &proxies) => arrived,
        };
        let (number, connection) = connections.add(network(from.ip()));
        let mut stream = TimeoutStream::new(stream);
        stream.set_write_timeout(Some(timeouts.write));
        let (pages, asked) = (pages.clone(), Arc::clone(&connection));
        let service = service_fn(move |request: hyper::Request<Incoming>| {
            *lock(&asked.idle_since) = None;
            let mut request: Request = request.map(Body::new);
            request.extensions_mut().insert(ConnectInfo(from));
            let (pages, asked) = (pages.clone(), Arc::clone(&asked));
            async move {
                let answering = Answering(asked);
                let answer = pages.oneshot(request).await;
                // To the end of its body.
                answer.map(|answer| {
                    answer.map(|body| {
                        Body::new(body.map_frame(move |frame| {
                            let _still = &answering;
                            frame
                        }))
                    })
                })
            }
        });
        let mut one = http1::Builder::new();
        one.timer(TokioTimer::new()).header_read_timeout(timeouts.head);
        let serving = graceful.watch(one.serve_connection(TokioIo::new(Box::pin(stream)), service));
        let connections = Arc::clone(&connections);
        tokio::spawn(async move {
            tokio::select! {
                // Whatever goes wrong on a connection concerns whoever holds its other end.
                _ = serving => {}
                () = connection.close.notified() => {}
            }
            connections.remove(number);
            drop(permit);
        });
    }
    drop(listener);
    connections.close_idle();
    let _ = tokio::time::timeout(timeouts.shutdown, graceful.shutdown()).await;
}

/// How many connections there may be: as many descriptors as the system gives this process, less those that the store needs.
fn most_connections() -> usize {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
        let given = getrlimit(Resource::Nofile);
        let wanted = (MOST + KEPT_DESCRIPTORS) as u64;
        let raised = given.maximum.map_or(wanted, |most| most.min(wanted));
        if given.current.is_some_and(|now| now < raised) {
            // Where it is refused there are fewer connections.
            let _ = setrlimit(Resource::Nofile, Rlimit { current: Some(raised), maximum: given.maximum });
        }
        let now = getrlimit(Resource::Nofile).current.and_then(|now| usize::try_from(now).ok());
        now.map_or(MOST, |now| now.saturating_sub(KEPT_DESCRIPTORS).clamp(FEWEST, MOST))
    }
    #[cfg(not(unix))]
    MOST
}

/// The next connection, with its permit.
async fn next_connection(
    listener: &TcpListener,
    connections: &Connections,
    permits: &Arc<Semaphore>,
    proxies: &[IpAddr],
) -> (TcpStream, SocketAddr, OwnedSemaphorePermit) {
    loop {
        let permit = loop {
            if permits.available_permits() == 0 {
                connections.close_longest_idle(None);
            }
            // Another may have become idle meanwhile.
            if let Ok(Ok(permit)) = tokio::time::timeout(PAUSE, Arc::clone(permits).acquire_owned()).await {
                break permit;
            }
        };
        let Ok((stream, from)) = listener.accept().await else {
            tokio::time::sleep(PAUSE).await;
            continue;
        };
        let address = network(from.ip());
        let excepted = from.ip().is_loopback() || proxies.contains(&from.ip());
        if !excepted && connections.of(&address) >= MOST_OF_ONE && !connections.close_longest_idle(Some(&address)) {
            // Every one of its connections is being answered: it waits for these.
            continue;
        }
        return (stream, from, permit);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::routing::get;
    use std::io::{Read, Write};
    use tokio::sync::oneshot;

    const SHORT: Timeouts = Timeouts {
        head: Duration::from_millis(300),
        write: Duration::from_millis(300),
        shutdown: Duration::from_secs(30),
    };

    /// Serves a short and a long answer; `then` is given the address, on a thread of its own.
    fn served(timeouts: Timeouts, then: impl FnOnce(SocketAddr) + Send + 'static) {
        let long = "x".repeat(64 << 20);
        let pages = Router::new().route("/", get(|| async { "here" })).route("/long", get(move || async { long }));
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
            let address = listener.local_addr().unwrap();
            let (done, ended) = oneshot::channel::<()>();
            let asking = tokio::task::spawn_blocking(move || {
                then(address);
                drop(done);
            });
            serve(listener, pages, vec![], timeouts, async { drop(ended.await) }).await;
            asking.await.unwrap();
        });
    }

    fn asked(address: SocketAddr, text: &str) -> std::net::TcpStream {
        let mut stream = std::net::TcpStream::connect(address).unwrap();
        stream.write_all(text.as_bytes()).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
        stream
    }

    fn is_answered(address: SocketAddr) -> bool {
        let mut text = String::new();
        let sent = "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
        asked(address, sent).read_to_string(&mut text).unwrap();
        text.starts_with("HTTP/1.1 200") && text.ends_with("here")
    }

    #[test]
    fn a_head_that_does_not_come_and_a_silent_connection_are_given_up() {
        served(SHORT, |address| {
            for begun in ["", "GET / HTTP/1.1\r\nHost:", "GET / HTTP/1.1\r\nHost: a\r\n\r\n"] {
                let mut text = vec![];
                // To the end of the connection: nobody else ends it.
                let _ = asked(address, begun).read_to_end(&mut text);
            }
            assert!(is_answered(address));
        });
    }

    #[test]
    fn an_answer_that_nobody_takes_is_given_up() {
        served(SHORT, |address| {
            let mut slow = asked(address, "GET /long HTTP/1.1\r\nHost: a\r\n\r\n");
            std::thread::sleep(4 * SHORT.write);
            let mut taken = vec![];
            let _ = slow.read_to_end(&mut taken);
            assert!(taken.len() < 64 << 20, "{} bytes", taken.len());
        });
    }

    #[test]
    fn more_connections_than_there_are_places_keep_nobody_out() {
        served(Timeouts::default(), |address| {
            let half: Vec<_> = (0..MOST + 50).map(|_| asked(address, "GET / HTTP/1.1\r\nHost:")).collect();
            assert!(is_answered(address));
            drop(half);
        });
    }
}
