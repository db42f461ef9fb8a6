//! Bytes from anywhere: a decoder never panics, and what it takes for a frame is one when written again.

use control::{Decoder, FRAME_BYTES, decode, encode, restore};

pub fn body(bytes: &[u8]) {
    let _ = restore(bytes);
    let mut decoder = Decoder::new();
    for byte in bytes {
        if let Some(Ok(frame)) = decoder.push(*byte) {
            let mut out = [0; FRAME_BYTES];
            let length = encode(&frame, &mut out);
            // The closing zero is the decoder's mark, not the frame's.
            assert!(decode(&out[..length - 1]).is_ok());
        }
    }
}
