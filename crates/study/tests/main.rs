//! Every integration test of the crate, as one program: it is linked once.

mod calibration;
