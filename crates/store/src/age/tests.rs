//! The published test vectors, and that what we write is what they hold.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::path::Path;

use sha2::Digest;

use super::*;
use crate::random::hex;

/// scrypt's N of the vectors is 2^10; one asks for 2^23, which takes a minute and 8 GiB.
const MOST_WORK: u8 = 18;

struct Vector {
    name: String,
    told: BTreeMap<String, String>,
    file: Vec<u8>,
}

fn vectors(beginning: &str) -> Vec<Vector> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/age");
    let paths = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let name = |path: &Path| path.file_name().unwrap().to_str().unwrap().to_string();
    let mut read: Vec<Vector> = paths
        .filter(|path| name(path).starts_with(beginning))
        .map(|path| {
            let bytes = std::fs::read(&path).unwrap();
            let end = bytes.windows(2).position(|pair| pair == b"\n\n").unwrap();
            let head = std::str::from_utf8(&bytes[..end]).unwrap();
            let told = head.lines().filter_map(|line| line.split_once(": "));
            let told: BTreeMap<_, _> = told.map(|(key, value)| (key.to_string(), value.to_string())).collect();
            let rest = &bytes[end + 2..];
            let mut file = vec![];
            match told.get("compressed").map(String::as_str) {
                None => file.extend(rest),
                Some("zlib") => _ = flate2::read::ZlibDecoder::new(rest).read_to_end(&mut file).unwrap(),
                Some(other) => panic!("{other}"),
            }
            Vector { name: name(&path), told, file }
        })
        .collect();
    read.sort_by(|a, b| a.name.cmp(&b.name));
    read
}

impl Vector {
    fn key(&self) -> FileKey {
        let digits = &self.told["file key"];
        Zeroizing::new(std::array::from_fn(|at| u8::from_str_radix(&digits[2 * at..2 * at + 2], 16).unwrap()))
    }

    /// Where the header ends.
    fn payload(&self) -> &[u8] {
        let mark = self.file.windows(5).position(|five| five == b"\n--- ").unwrap() + 5;
        let end = self.file[mark..].iter().position(|byte| *byte == b'\n').unwrap();
        &self.file[mark + end + 1..]
    }

    /// What the format expects, in the words of its vectors.
    fn holds(&self, done: Result<(), Refused>, plain: &[u8]) {
        let found = match &done {
            Ok(()) => "success",
            // Another kind of recipient is one that does not fit.
            Err(Refused::Passphrase | Refused::OtherKey) => "no match",
            // Too much work is refused as the header is read.
            Err(Refused::Work) => "header failure",
            Err(Refused::Damaged) => "damaged",
            Err(Refused::Io(error)) => panic!("{}: {error}", self.name),
        };
        let wanted = match self.told["expect"].as_str() {
            "header failure" if found == "damaged" => "damaged",
            "HMAC failure" | "payload failure" => "damaged",
            other => other,
        };
        assert_eq!(found, wanted, "{}: {done:?}", self.name);
        if let Some(hash) = self.told.get("payload").filter(|_| found == "success") {
            assert_eq!(&hex(&sha2::Sha256::digest(plain)), hash, "{}", self.name);
        }
    }
}

#[test]
fn every_published_file_with_a_passphrase_is_read_or_refused_as_the_format_says() {
    let vectors = vectors("scrypt");
    assert_eq!(vectors.len(), 25);
    for vector in vectors {
        let mut plain = vec![];
        let done = decrypt(&*vector.file, &mut plain, &vector.told["passphrase"], MOST_WORK);
        vector.holds(done, &plain);
    }
}

#[test]
fn every_published_stream_is_read_or_refused_as_the_format_says() {
    let vectors = vectors("stream");
    assert_eq!(vectors.len(), 28);
    for vector in vectors {
        let mut plain = vec![];
        vector.holds(payload(vector.payload(), &mut plain, &vector.key()), &plain);
    }
}

#[test]
fn what_is_written_is_the_published_file_byte_for_byte() {
    let vector = vectors("scrypt").into_iter().find(|vector| vector.name == "scrypt").unwrap();
    let mut plain = vec![];
    decrypt(&*vector.file, &mut plain, "password", MOST_WORK).unwrap();
    let head = String::from_utf8_lossy(&vector.file).into_owned();
    let salt = decoded(head.split(' ').nth(2).unwrap()).unwrap();
    let nonce = vector.payload()[..16].try_into().unwrap();
    let mut written = vec![];
    encrypt(&*plain, &mut written, "password", 10, &Drawn { key: vector.key(), salt, nonce }).unwrap();
    assert_eq!(written, vector.file);

    // A stream of any length: the key and the nonce of a vector give its bytes.
    let streams = vectors("stream").into_iter().filter(|vector| vector.told["expect"] == "success");
    let mut held = 0;
    for vector in streams {
        let mut plain = vec![];
        payload(vector.payload(), &mut plain, &vector.key()).unwrap();
        let nonce = vector.payload()[..16].try_into().unwrap();
        let mut written = vec![];
        encrypt(&*plain, &mut written, "password", 1, &Drawn { key: vector.key(), salt: [0; 16], nonce }).unwrap();
        assert!(written.ends_with(vector.payload()), "{}", vector.name);
        held += 1;
    }
    assert_eq!(held, 8);
}

#[test]
fn a_file_comes_back_and_no_byte_of_it_can_be_changed_or_left_out() {
    let plain: Vec<u8> = (0..70_000_u32).map(|at| (at % 251) as u8).collect();
    let mut file = vec![];
    encrypt(&*plain, &mut file, "three words", 1, &Drawn::new().unwrap()).unwrap();
    let read = |file: &[u8]| {
        let mut out = vec![];
        decrypt(Cursor::new(file), &mut out, "three words", MOST_WORK).map(|()| out)
    };
    assert_eq!(read(&file).unwrap(), plain);
    let places = (0..220).step_by(3).chain((220..file.len()).step_by(9_973));
    for at in places {
        let mut changed = file.clone();
        changed[at] ^= 1;
        assert!(read(&changed).is_err(), "byte {at}");
        assert!(read(&file[..at]).is_err(), "cut at {at}");
    }
    let mut longer = file.clone();
    longer.push(0);
    assert!(read(&longer).is_err());
}
