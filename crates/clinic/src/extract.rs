//! What several pages read from a request: a version, and an object of JSON.

use super::error::HttpError;
use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

/// The version that a change was made from.
#[derive(Clone, Copy, Deserialize)]
pub struct BaseVersion {
    /// Its number.
    pub base: u64,
}

/// The version that is asked for; the newest where none is named.
#[derive(Clone, Copy, Deserialize)]
pub struct VersionQuery {
    /// Its number.
    pub version: Option<u64>,
}

/// An object of JSON, read. Only an object: what is read by names must not be taken from a list by its order.
pub struct JsonObject<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for JsonObject<T> {
    type Rejection = HttpError;

    async fn from_request(request: Request, state: &S) -> Result<Self, HttpError> {
        let bytes = Bytes::from_request(request, state).await?;
        let refused =
            |error: serde_json::Error| HttpError::input("body", "", error.to_string(), "send one JSON object");
        let object: Map<String, Value> = serde_json::from_slice(&bytes).map_err(refused)?;
        serde_json::from_value(Value::Object(object)).map(Self).map_err(refused)
    }
}
