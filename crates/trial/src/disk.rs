//! Virtual trials on disk: the files a study is read from, the folder its results are written to.
//!
//! - [`bundle`]: a study with the files that it names, as one value that can travel
//! - [`designs`]: published designs, repeated
//! - [`table`]: persons as columns, written and read as Parquet
//! - [`folder`]: which blocks are there, which are missing; runs them
//! - [`result`]: what a finished study shows

pub mod bundle;
pub mod designs;
pub mod folder;
pub mod result;
pub mod table;
pub mod tables;
