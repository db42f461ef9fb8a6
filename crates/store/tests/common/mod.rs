//! What the tests of the store share.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use store::{Actor, Draft, Role, State, Store};

/// A folder of its own, removed again.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("concord-store-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub fn file(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// Where the store of this test is.
    pub fn path(&self) -> PathBuf {
        self.file("clinic.sqlite")
    }

    pub fn open(&self) -> Store {
        Store::open(&self.path()).unwrap()
    }

    pub fn names(&self) -> Vec<String> {
        let entries = self.0.read_dir().unwrap();
        let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    /// The files of the folder in which these bytes stand anywhere.
    pub fn holding(&self, bytes: &[u8]) -> Vec<String> {
        let holds = |name: &String| {
            let held = std::fs::read(self.file(name)).unwrap();
            held.windows(bytes.len()).any(|window| window == bytes)
        };
        self.names().into_iter().filter(holds).collect()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Tells other threads to stop, also where this one fails: the test would wait for them for ever.
pub struct Stopping<'a>(pub &'a AtomicBool);

impl Drop for Stopping<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// Somebody, at a time.
pub fn by(name: &str, at: i64) -> Actor {
    Actor { name: name.into(), at }
}

/// A draft of this name and text.
pub fn draft(name: &str, text: &str) -> Draft {
    Draft { name: name.into(), text: text.into(), state: State::Draft }
}

/// A connection of the test's own, to look behind the store.
pub fn behind(path: &Path) -> rusqlite::Connection {
    rusqlite::Connection::open(path).unwrap()
}

/// The password of every administrator of these tests.
pub const PASSWORD: &str = "correct horse battery";

/// A store with one administrator.
pub fn with_anna(folder: &Folder) -> Store {
    let store = folder.open();
    store.add_user(&by("setup", 1), "Anna", PASSWORD, Role::Admin).unwrap();
    store
}

/// The audit as the first format had it, word by word: the file in the field does not change when the program does.
pub const FIRST_AUDIT: &str = "CREATE TABLE audit (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        mark BLOB NOT NULL UNIQUE DEFAULT (randomblob(16)),
        at INTEGER NOT NULL,
        by TEXT NOT NULL,
        action TEXT NOT NULL,
        case_id TEXT,
        version INTEGER,
        detail TEXT NOT NULL
    ) STRICT;
    CREATE INDEX audit_case ON audit (case_id);";

/// The tables of the first format.
pub fn first_format() -> String {
    let others = "
    PRAGMA application_id = 1129202500;
    PRAGMA user_version = 1;
    CREATE TABLE cases (
        id TEXT PRIMARY KEY NOT NULL,
        head INTEGER NOT NULL CHECK (head >= 1)
    ) STRICT;
    CREATE TABLE versions (
        case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
        number INTEGER NOT NULL CHECK (number >= 1),
        at INTEGER NOT NULL,
        by TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('draft', 'fitted', 'refused')),
        pad BLOB NOT NULL DEFAULT (zeroblob(4096)),
        name TEXT NOT NULL,
        note TEXT NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY (case_id, number)
    ) STRICT;";
    format!("{FIRST_AUDIT}{others}")
}

/// How many bytes the log holds: every write makes it longer until it is emptied.
pub fn log_length(folder: &Folder) -> u64 {
    std::fs::metadata(folder.file("clinic.sqlite-wal")).map_or(0, |there| there.len())
}
