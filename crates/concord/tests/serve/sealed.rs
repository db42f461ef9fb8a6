//! The store with a key. A program that is built without the feature `encrypted-store` says what is before it; the tests of
//! one that has it are asked for by `.ci/encrypted`, which names that program.

use super::server::Server;
use crate::common::{Answer, Folder, MECHANIC};
use std::path::Path;
use std::process::{Command, Stdio};

const PASSPHRASE: &str = "a passphrase nobody guesses";

/// How every encrypted store begins.
const BEGINNING: &[u8] = b"Concord SQLCiph4";

/// What may stand in no file: the name of the case, and a word of SQL that stands in every readable store.
const TELLING: [&[u8]; 2] = [b"Mechanic", b"CREATE TABLE"];

#[test]
fn a_program_without_the_cipher_says_that_a_store_is_encrypted_and_changes_nothing() {
    let folder = Folder::new();
    let noise = (0..8_192_u32).map(|at| (at.wrapping_mul(0x9E37_79B1) >> 13) as u8);
    let file: Vec<u8> = BEGINNING.iter().copied().chain(noise).collect();
    std::fs::create_dir(folder.0.join("data")).unwrap();
    let store = folder.write("data/concord.sqlite", &file);
    let backup = folder.write("backup.sqlite", &file);
    for asked in [&["serve", "--no-open"][..], &["serve", "audit"], &["serve", "restore", "backup.sqlite"]] {
        let answer = folder.concord(&[asked, &["--data", "data"]].concat());
        assert_eq!(answer.code, Some(1), "{answer:?}");
        let said = answer.stderr.replace('\n', " ");
        assert!(said.contains("encrypted, and this program was built without"), "{said}");
        assert!(!said.contains("damaged") && !said.contains("not a database"), "{said}");
    }
    assert!(std::fs::read(&store).unwrap() == file && std::fs::read(&backup).unwrap() == file);

    // As a backup in the hands of a program that serves a readable store.
    let server = Server::at(&folder.0.join("fresh"), &[]);
    let refused = server.upload("/clinic/restore", &[], "backup.sqlite", &file);
    assert!(refused.status == 422 && refused.text().contains("built without encryption"), "{}", refused.text());
}

#[test]
fn a_program_without_the_cipher_takes_no_key() {
    let folder = Folder::new();
    let made = folder.concord(&["serve", "key", "new", "concord.key"]);
    assert_eq!(made.code, Some(0), "{}", made.stderr);
    assert_eq!(folder.concord(&["serve", "key", "new", "concord.key"]).code, Some(1), "a key is never written over");
    for asked in [&["serve", "audit"][..], &["serve", "key", "encrypt"]] {
        let answer = folder.concord(&[asked, &["--data", "data", "--key-file", "concord.key"]].concat());
        assert!(answer.code == Some(1) && answer.stderr.contains("encrypted-store"), "{answer:?}");
    }
    assert!(!folder.0.join("data/concord.sqlite").exists(), "nothing readable is begun in its place");
}

/// The program that is built with the feature.
fn sealed_program() -> String {
    std::env::var("CONCORD_ENCRYPTED").expect("CONCORD_ENCRYPTED names the program that .ci/encrypted has built")
}

struct Sealed(Folder);

impl Sealed {
    fn new() -> Self {
        let sealed = Self(Folder::new());
        sealed.done(&["key", "new", "concord.key"]);
        sealed
    }

    fn run(&self, task: &[&str]) -> Answer {
        let output = Command::new(sealed_program())
            .args([&["serve"], task, &["--data", "data"]].concat())
            .current_dir(&self.0.0)
            .stdin(Stdio::null())
            .output()
            .unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Answer { code: output.status.code(), stdout: text(output.stdout), stderr: text(output.stderr) }
    }

    fn done(&self, task: &[&str]) -> String {
        let answer = self.run(task);
        assert_eq!(answer.code, Some(0), "{task:?}: {}", answer.stderr);
        answer.stdout
    }

    /// What a task is refused with.
    fn refused(&self, task: &[&str]) -> String {
        let answer = self.run(task);
        assert_eq!(answer.code, Some(1), "{task:?}: {answer:?}");
        assert!(!answer.stderr.contains("damaged") && !answer.stderr.contains("sqlcipher"), "{}", answer.stderr);
        answer.stderr.replace('\n', " ")
    }

    fn serve(&self, options: &[&str]) -> Server {
        let mut program = Command::new(sealed_program());
        program.args(["serve", "--port", "0", "--no-open", "--data", "data"]).args(options).current_dir(&self.0.0);
        Server::of(program)
    }

    /// Fails where a name, or a word of a readable store, stands in a file of the folder.
    fn nothing_is_readable(&self, folder: &str) {
        let mut looked_at = 0;
        for name in self.0.names_in(folder) {
            let bytes = std::fs::read(self.0.0.join(folder).join(&name)).unwrap_or_default();
            for telling in TELLING {
                assert!(!bytes.windows(telling.len()).any(|window| window == telling), "{folder}/{name}");
            }
            looked_at += 1;
        }
        assert!(looked_at > 0, "{folder}");
    }
}

const KEY: [&str; 2] = ["--key-file", "concord.key"];

#[test]
#[ignore = "of a program built with encrypted-store: .ci/encrypted"]
fn an_encrypted_store_is_kept_backed_up_restored_and_deleted_from_and_nothing_of_it_is_readable() {
    let sealed = Sealed::new();
    let auto = ["--backup-to", "kept", "--backup-every", "24h"];
    let server = sealed.serve(&[&KEY[..], &auto].concat());
    let id = server.case(MECHANIC);
    let other = server.case(MECHANIC);
    assert_eq!(server.get(&format!("/cases/{id}/person")).status, 200);
    sealed.nothing_is_readable("data");
    for _ in 0..600 {
        if sealed.0.0.join("kept").is_dir() && sealed.0.names_in("kept").iter().any(|name| name.ends_with(".sqlite")) {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    sealed.nothing_is_readable("kept");
    // Sent by the page, with a passphrase on top and without.
    let backup = server.form("/clinic/backup", &[]).bytes;
    assert!(backup.starts_with(BEGINNING));
    let wrapped = server.form("/clinic/backup", &[("passphrase", PASSPHRASE)]).bytes;
    assert!(wrapped.starts_with(b"age-encryption.org/v1\n"));
    assert_eq!(server.delete(&format!("/api/v1/cases/{id}")).status, 204);
    assert_eq!(server.upload("/clinic/restore", &[], "backup.sqlite", &backup).status, 303);
    assert_eq!(server.get(&format!("/api/v1/cases/{id}")).json()["name"], "Mechanic");
    let fields = [("passphrase", PASSPHRASE)];
    assert_eq!(server.upload("/clinic/restore", &fields, "backup.age", &wrapped).status, 303);
    assert_eq!(server.delete(&format!("/api/v1/cases/{id}")).status, 204);
    assert_eq!(server.get("/api/v1/cases").json().as_array().unwrap().len(), 1);
    sealed.nothing_is_readable("data");
    // A kill: the log is encrypted, too, and what was acknowledged is there.
    server.terminate();
    drop(server);
    sealed.nothing_is_readable("data");
    let server = sealed.serve(&KEY);
    assert_eq!(server.get(&format!("/api/v1/cases/{other}")).status, 200);
    drop(server);
    assert!(sealed.done(&[&["audit", "--check"][..], &KEY].concat()).contains("each as it was written"));

    // On the command line: the drill, and a new folder, which has to have the key of the backup.
    sealed.done(&[&["backup", "made.sqlite"][..], &KEY].concat());
    sealed.0.write("wrapped.age", &wrapped);
    sealed.0.secret("passphrase", PASSPHRASE);
    assert!(sealed.done(&[&["backup", "--check", "made.sqlite"][..], &KEY].concat()).contains("can be restored"));
    let drill = ["backup", "--check", "wrapped.age", "--passphrase-file", "passphrase"];
    assert!(sealed.done(&[&drill[..], &KEY].concat()).contains("can be restored"));
    std::fs::remove_dir_all(sealed.0.0.join("data")).unwrap();
    assert!(sealed.done(&[&["restore", "made.sqlite"][..], &KEY].concat()).contains("cases: 1"));
    sealed.nothing_is_readable("data");
    let left = sealed.0.names_in("data");
    assert!(left.iter().all(|name| !name.contains("scratch") && !name.contains("unfinished")), "{left:?}");
}

#[test]
#[ignore = "of a program built with encrypted-store: .ci/encrypted"]
fn a_readable_store_is_encrypted_given_another_key_and_decrypted_again() {
    let sealed = Sealed::new();
    let id = sealed.serve(&[]).case(MECHANIC);
    sealed.done(&["backup", "before.sqlite"]);
    sealed.done(&["backup", "before.age", "--passphrase-file", sealed.0.secret("pass", PASSPHRASE).to_str().unwrap()]);
    let refused = sealed.refused(&[&["audit"][..], &KEY].concat());
    assert!(refused.contains("not encrypted, and a key was given"), "{refused}");
    sealed.done(&[&["key", "encrypt"][..], &KEY].concat());
    sealed.nothing_is_readable("data");
    assert!(std::fs::read(sealed.0.0.join("data/concord.sqlite")).unwrap().starts_with(BEGINNING));
    let audit = sealed.done(&[&["audit"][..], &KEY].concat());
    assert!(audit.contains("case-created") && audit.contains("store-rekeyed"), "{audit}");
    // Backups of the time before come back, encrypted.
    for (file, passphrase) in [("before.sqlite", &[][..]), ("before.age", &["--passphrase-file", "pass"])] {
        assert!(sealed.done(&[&["restore", file][..], passphrase, &KEY].concat()).contains("cases: 1"));
        sealed.nothing_is_readable("data");
    }

    sealed.done(&["key", "new", "new.key"]);
    sealed.done(&[&["key", "change", "--new-key-file", "new.key"][..], &KEY].concat());
    let refused = sealed.refused(&[&["audit"][..], &KEY].concat());
    assert!(refused.contains("the key does not fit"), "{refused}");
    let new = ["--key-file", "new.key"];
    // While it is served nobody gives it another key.
    let server = sealed.serve(&new);
    assert_eq!(server.get(&format!("/api/v1/cases/{id}")).json()["name"], "Mechanic");
    let refused = sealed.refused(&[&["key", "decrypt"][..], &new].concat());
    assert!(refused.contains("open in another program"), "{refused}");
    drop(server);
    sealed.nothing_is_readable("data");
    sealed.done(&[&["key", "decrypt"][..], &new].concat());
    assert_eq!(sealed.serve(&[]).get(&format!("/api/v1/cases/{id}")).status, 200);
    assert!(sealed.done(&["audit", "--check"]).contains("each as it was written"));
}

#[cfg(unix)]
#[test]
#[ignore = "of a program built with encrypted-store: .ci/encrypted"]
fn a_key_that_others_can_read_that_is_none_or_that_does_not_fit_is_refused_in_words() {
    use std::os::unix::fs::PermissionsExt;
    let sealed = Sealed::new();
    let id = sealed.serve(&KEY).case(MECHANIC);
    let mode = |name: &str, mode| {
        let open = std::fs::Permissions::from_mode(mode);
        std::fs::set_permissions(sealed.0.0.join(name), open).unwrap();
    };
    assert_eq!(std::fs::metadata(sealed.0.0.join("concord.key")).unwrap().permissions().mode() & 0o777, 0o600);
    for wide in [0o644, 0o640, 0o620] {
        mode("concord.key", wide);
        let refused = sealed.refused(&[&["audit"][..], &KEY].concat());
        assert!(refused.contains(&format!("mode {wide:o}")), "{refused}");
    }
    mode("concord.key", 0o400);
    sealed.done(&[&["audit"][..], &KEY].concat());
    let refused = sealed.refused(&["audit"]);
    assert!(refused.contains("encrypted; give its key"), "{refused}");
    sealed.0.write("word.key", "not a key");
    mode("word.key", 0o600);
    let refused = sealed.refused(&["audit", "--key-file", "word.key"]);
    assert!(refused.contains("64 of the digits") && !refused.contains("not a key"), "{refused}");
    sealed.done(&["key", "new", "other.key"]);
    for task in [&["audit"][..], &["key", "decrypt"], &["backup", "x.sqlite"]] {
        let refused = sealed.refused(&[task, &["--key-file", "other.key"]].concat());
        assert!(refused.contains("the key does not fit"), "{refused}");
    }
    assert!(!Path::new(&sealed.0.0.join("x.sqlite")).exists());
    // A page that was changed is told as what it is: its authentication fails.
    let server = sealed.serve(&KEY);
    assert_eq!(server.get(&format!("/api/v1/cases/{id}")).status, 200);
}
