//! What is read of glTF's document; lists are bounded, so that no text makes more memory than its bytes.

use crate::formats::limits;
use serde::de::{Deserialize, Deserializer, Error, SeqAccess, Visitor};
use std::fmt;
use std::marker::PhantomData;

#[derive(serde::Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Document {
    #[serde(default, deserialize_with = "few")]
    pub(super) extensions_required: Vec<String>,
    pub(super) scene: Option<usize>,
    #[serde(default, deserialize_with = "few")]
    pub(super) scenes: Vec<Scene>,
    #[serde(default, deserialize_with = "few")]
    pub(super) nodes: Vec<Node>,
    #[serde(default, deserialize_with = "few")]
    pub(super) meshes: Vec<Mesh>,
    #[serde(default, deserialize_with = "few")]
    pub(super) accessors: Vec<Accessor>,
    #[serde(default, deserialize_with = "few")]
    pub(super) buffer_views: Vec<View>,
    #[serde(default, deserialize_with = "few")]
    pub(super) buffers: Vec<BufferOf>,
    #[serde(default, deserialize_with = "few")]
    pub(super) images: Vec<serde::de::IgnoredAny>,
}

#[derive(serde::Deserialize)]
pub(super) struct Scene {
    #[serde(default, deserialize_with = "few")]
    pub(super) nodes: Vec<usize>,
}

#[derive(serde::Deserialize)]
pub(super) struct Node {
    #[serde(default, deserialize_with = "few")]
    pub(super) children: Vec<usize>,
    pub(super) mesh: Option<usize>,
    pub(super) matrix: Option<Box<[f64; 16]>>,
    pub(super) scale: Option<[f64; 3]>,
    pub(super) rotation: Option<[f64; 4]>,
    pub(super) translation: Option<[f64; 3]>,
}

#[derive(serde::Deserialize)]
pub(super) struct Mesh {
    #[serde(deserialize_with = "few")]
    pub(super) primitives: Vec<Primitive>,
}

#[derive(serde::Deserialize)]
pub(super) struct Primitive {
    pub(super) attributes: Attributes,
    pub(super) indices: Option<usize>,
    pub(super) mode: Option<u32>,
}

#[derive(serde::Deserialize)]
pub(super) struct Attributes {
    #[serde(rename = "POSITION")]
    pub(super) position: Option<usize>,
    #[serde(rename = "COLOR_0")]
    pub(super) colour: Option<usize>,
}

#[derive(serde::Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Accessor {
    pub(super) buffer_view: Option<usize>,
    #[serde(default)]
    pub(super) byte_offset: u64,
    pub(super) component_type: u32,
    pub(super) count: u64,
    #[serde(default)]
    pub(super) normalized: bool,
    #[serde(rename = "type")]
    pub(super) shape: String,
    pub(super) sparse: Option<serde::de::IgnoredAny>,
}

#[derive(serde::Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct View {
    pub(super) buffer: usize,
    #[serde(default)]
    pub(super) byte_offset: u64,
    pub(super) byte_length: u64,
    pub(super) byte_stride: Option<u64>,
}

#[derive(serde::Deserialize)]
pub(super) struct BufferOf {
    pub(super) uri: Option<serde::de::IgnoredAny>,
}

/// A list of at most [`limits::THINGS`].
fn few<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Vec<T>, D::Error> {
    struct Few<T>(PhantomData<T>);
    impl<'de, T: Deserialize<'de>> Visitor<'de> for Few<T> {
        type Value = Vec<T>;

        fn expecting(&self, out: &mut fmt::Formatter) -> fmt::Result {
            write!(out, "a list of at most {}", limits::THINGS)
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Vec<T>, A::Error> {
            let mut found = vec![];
            while let Some(one) = list.next_element()? {
                if found.len() >= limits::THINGS {
                    return Err(A::Error::invalid_length(found.len() + 1, &self));
                }
                found.push(one);
            }
            Ok(found)
        }
    }
    deserializer.deserialize_seq(Few(PhantomData))
}
