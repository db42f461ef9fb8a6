//! Tests that read the workspace: its manifests, sources, data and documents.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "tests end so")]

mod circles;
mod generated_documents;
mod model_pages;
mod recipes;
mod sentences;
mod tidy;
