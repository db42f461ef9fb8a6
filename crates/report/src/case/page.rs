//! What every section is made from.

use super::sources::Sources;
use crate::socket_picture::Pictures;
use texts::Texts;
use workup::library::Library;
use workup::outcome::RunResult;
use workup::socket::MadeSocket;

/// What every section is made from.
pub(super) struct Page<'a> {
    pub texts: &'static Texts,
    pub result: &'a RunResult,
    pub library: &'a Library,
    pub sources: Sources<'a>,
}

/// The socket of a case that names a scan, for its report.
pub struct SocketPart<'a> {
    /// The socket.
    pub made: &'a MadeSocket,
    /// Its pictures.
    pub pictures: &'a Pictures,
    /// What its own report is called.
    pub report: &'a str,
}
