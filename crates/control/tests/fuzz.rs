//! The fuzz targets of the controller, for a while, without a fuzzer.

use crate::telemetry::{golden, wire};

#[path = "../../../fuzz/bodies/frames.rs"]
mod frames;
#[path = "../../../fuzz/bodies/run.rs"]
mod run;
#[path = "../../../fuzz/bodies/step.rs"]
mod step;

#[test]
fn bytes_from_anywhere_are_no_frame_or_one_that_comes_back() {
    let frames: Vec<Vec<u8>> = golden().iter().map(|(frame, _)| wire(frame)).collect();
    let seeds = [frames.concat()].into_iter().chain(frames).collect::<Vec<_>>();
    assert!(run::run("frames", &seeds, frames::body) > 100);
}

#[test]
fn any_stream_of_moments_lets_in_no_air_and_pumps_not_too_deep() {
    let quiet: Vec<u8> = [0b0001_1111, 10].into_iter().chain([0; 41]).collect();
    let held: Vec<u8> = [0b0011_0011, 255].into_iter().chain([7; 41]).collect();
    let seeds = [quiet.repeat(200), held.repeat(200), [quiet, held].concat().repeat(50)];
    assert!(run::run("step", &seeds, step::body) > 100);
}
