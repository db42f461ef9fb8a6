//! What every section is made from.

use crate::socket_picture::Pictures;
use texts::Texts;
use workup::library::Library;
use workup::socket::{MadeSocket, SocketResult};

/// What every section is made from.
pub(super) struct Page<'a> {
    pub texts: &'static Texts,
    pub made: &'a MadeSocket,
    pub result: &'a SocketResult,
    pub library: &'a Library,
    pub pictures: &'a Pictures,
}
