//! stub
use crate::{library::Library, outcome::RunResult};
/// stub
pub fn render(_: &RunResult, _: &Library) -> String {
    String::new()
}
