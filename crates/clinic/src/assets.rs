//! What the pages load: style and scripts, built in. Addresses carry a fingerprint, so that browsers may keep them.

use super::error::HttpError;
use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use include_dir::{Dir, include_dir};
use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::LazyLock;

/// What the build made of `web/`; with a file `MISSING` where it could not.
static WEB: Dir<'_> = include_dir!("$OUT_DIR/web");

const STYLE: &str = include_str!("../assets/style.css");

/// Every file by its name, with a fingerprint of all: chunks name each other without one.
static FILES: LazyLock<(BTreeMap<&'static str, &'static [u8]>, String)> = LazyLock::new(|| {
    let mut files: BTreeMap<&'static str, &'static [u8]> =
        WEB.files().filter_map(|file| Some((file.path().to_str()?, file.contents()))).collect();
    files.insert("style.css", STYLE.as_bytes());
    let mut hasher = DefaultHasher::new();
    files.hash(&mut hasher);
    (files, format!("{:016x}", hasher.finish()))
});

/// Whether scripts are built in.
pub fn scripts() -> bool {
    FILES.0.contains_key("main.js")
}

/// Why they are not.
pub fn missing() -> Option<&'static str> {
    if scripts() { None } else { WEB.get_file("MISSING").and_then(|file| file.contents_utf8()) }
}

/// The address of a file.
pub fn address(name: &str) -> String {
    format!("/assets/{}/{name}", FILES.1)
}

/// What others wrote in the program and its page.
pub async fn licences() -> &'static str {
    crate::licences::TEXT
}

/// One file.
///
/// # Errors
/// There is no such file.
pub async fn file(Path((print, name)): Path<(String, String)>) -> Result<Response, HttpError> {
    let bytes = FILES.0.get(name.as_str()).ok_or(HttpError::NotFound("a file"))?;
    let kind = match name.rsplit('.').next() {
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        _ => "application/octet-stream",
    };
    let keep = if print == FILES.1 { "public, max-age=31536000, immutable" } else { "no-cache" };
    Ok(([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, keep)], *bytes).into_response())
}
