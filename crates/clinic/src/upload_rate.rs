//! How fast what is sent has to come. A long transfer may take as long as it needs, and a sender who lets it drip is given up.

use axum::body::{Body, Bytes};
use axum::extract::Request;
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;
use futures_util::TryStreamExt;
use http_body_util::Limited;
use hyper::body::{Frame, SizeHint};
use std::error::Error;
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::{Duration, Instant};
use tokio::sync::oneshot;
use tokio::time::Sleep;

/// Bytes a second that have to come: 256 kbit/s. An assumption: what any line that a clinic uploads a scan on brings.
pub const SLOWEST: u64 = 32 << 10;

/// Over so long, so that a line may fail for a moment.
pub const WINDOW: Duration = Duration::from_secs(30);

/// What is read after a refusal and thrown away: a sender still at it would meet a closed connection and see no answer.
const AFTER_A_REFUSAL: usize = 256 << 20;

/// And for at most so long.
const LINGER: Duration = Duration::from_secs(10);

/// It came too slowly.
#[derive(Debug)]
pub struct TooSlow;

impl fmt::Display for TooSlow {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        write!(to, "less than {} KiB a second came over {} s", SLOWEST >> 10, WINDOW.as_secs())
    }
}

impl Error for TooSlow {}

/// Whether an error is that, or comes of it.
pub fn is_slow(error: &(dyn Error + 'static)) -> bool {
    let mut error = Some(error);
    while let Some(one) = error {
        if one.is::<TooSlow>() {
            return true;
        }
        error = one.source();
    }
    false
}

/// Gives up whoever sends too slowly. Reads what is left of a request that was refused, so that its sender sees the answer.
pub async fn enforce(request: Request, next: Next) -> Response {
    let (back, unread) = oneshot::channel();
    let asks_first = request.headers().contains_key(header::EXPECT);
    let body = |body| Body::new(CheckedBody::new(body, SLOWEST, WINDOW, Some(back)));
    let answer = next.run(request.map(body)).await;
    let is_refused = answer.status().is_client_error() && answer.status() != StatusCode::REQUEST_TIMEOUT;
    // Who asks whether to send has not begun where nothing was read.
    if is_refused
        && let Ok((rest, is_begun)) = unread.await
        && (is_begun || !asks_first)
    {
        let rest = Body::new(Limited::new(rest, AFTER_A_REFUSAL)).into_data_stream();
        let read = rest.try_for_each(|_| async { Ok(()) });
        // However it ends, the answer goes out now.
        let _ = tokio::time::timeout(LINGER, read).await;
    }
    answer
}

/// Takes a body that nobody reads further, and whether anything of it was read.
type Back = oneshot::Sender<(Body, bool)>;

/// A body that has to come at a rate. Only the time counts in which somebody waits for it.
struct CheckedBody {
    body: Body,
    slowest: u64,
    window: Duration,
    /// What came in this window, bytes, and how long was waited for it before now.
    came: u64,
    waited: Duration,
    waiting: Option<(Instant, Pin<Box<Sleep>>)>,
    /// Whether anything was read.
    is_begun: bool,
    /// Where what is left of the body goes when nobody reads it further.
    back: Option<Back>,
}

impl Drop for CheckedBody {
    fn drop(&mut self) {
        if let Some(back) = self.back.take() {
            // Nobody waits for it where the request was given up.
            let _ = back.send((std::mem::take(&mut self.body), self.is_begun));
        }
    }
}

impl CheckedBody {
    fn new(body: Body, slowest: u64, window: Duration, back: Option<Back>) -> Self {
        Self { body, slowest, window, came: 0, waited: Duration::ZERO, waiting: None, is_begun: false, back }
    }

    /// Begins another window where this one has brought enough.
    fn is_fast(&mut self) -> bool {
        if self.came < self.slowest.saturating_mul(self.window.as_secs().max(1)) {
            return false;
        }
        (self.came, self.waited) = (0, Duration::ZERO);
        true
    }
}

impl hyper::body::Body for CheckedBody {
    type Data = Bytes;
    type Error = Box<dyn Error + Send + Sync>;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context,
    ) -> Poll<Option<Result<Frame<Bytes>, Box<dyn Error + Send + Sync>>>> {
        let this = self.get_mut();
        this.is_begun = true;
        if let Poll::Ready(frame) = Pin::new(&mut this.body).poll_frame(context) {
            if let Some((since, _)) = this.waiting.take() {
                this.waited += since.elapsed();
            }
            if let Some(Ok(frame)) = &frame {
                this.came += frame.data_ref().map_or(0, |data| data.len() as u64);
                if this.waited >= this.window && !this.is_fast() {
                    return Poll::Ready(Some(Err(Box::new(TooSlow))));
                }
            }
            return Poll::Ready(frame.map(|frame| frame.map_err(Into::into)));
        }
        let left = this.window.saturating_sub(this.waited);
        let (_, over) = this.waiting.get_or_insert_with(|| (Instant::now(), Box::pin(tokio::time::sleep(left))));
        if over.as_mut().poll(context).is_pending() {
            return Poll::Pending;
        }
        this.waiting = None;
        this.waited = this.window;
        if !this.is_fast() {
            return Poll::Ready(Some(Err(Box::new(TooSlow))));
        }
        // Another window: its end is waited for from here.
        context.waker().wake_by_ref();
        Poll::Pending
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures_util::{StreamExt, stream};

    /// What becomes of a body of so many pieces of 100 bytes, each so long after the one before; 1,000 bytes a second have
    /// to come, over a second.
    fn sent(pieces: usize, each_ms: u64) -> Result<usize, axum::Error> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let piece = move |_| async move {
            tokio::time::sleep(Duration::from_millis(each_ms)).await;
            Ok::<_, TooSlow>(Bytes::from_static(&[1; 100]))
        };
        let body = Body::from_stream(stream::iter(0..pieces).then(piece));
        let paced = Body::new(CheckedBody::new(body, 1_000, Duration::from_secs(1), None));
        runtime.block_on(axum::body::to_bytes(paced, usize::MAX)).map(|bytes| bytes.len())
    }

    #[test]
    fn who_sends_at_the_pace_may_take_longer_than_a_window_and_who_lets_it_drip_is_given_up() {
        // Three windows and more, at twice the pace.
        assert_eq!(sent(70, 50).unwrap(), 7_000);
        let begun = Instant::now();
        let slow = sent(1_000, 200).unwrap_err();
        assert!(is_slow(&slow), "{slow}");
        // Five times too slow, and a piece at least every 200 ms: it is told after one window, not at the end of 200 s.
        assert!(begun.elapsed() < Duration::from_secs(60));
        assert!(is_slow(&sent(2, 100_000).unwrap_err()));
    }
}
