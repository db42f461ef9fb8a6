//! What the picture in three dimensions is given: the axes of a limb, and a shape as binary glTF.

use axum::http::header;
use axum::response::{IntoResponse, Response};
use domain::limb::Side;
use serde_json::{Value, json};

/// The limb's axes: +x anterior, +y the patient's left, +z proximal.
pub fn axes(side: Side) -> Value {
    let lateral = match side {
        Side::Left => 1.0,
        Side::Right => -1.0,
    };
    json!({ "proximal": [0.0, 0.0, 1.0], "anterior": [1.0, 0.0, 0.0], "lateral": [0.0, lateral, 0.0] })
}

/// A shape as an answer.
pub fn glb(bytes: Vec<u8>) -> Response {
    ([(header::CONTENT_TYPE, "model/gltf-binary")], bytes).into_response()
}
