//! `concord serve`: the clinic page on this machine.

mod keep;

use crate::output;
use crate::problem::{Failure, Fault};
use crate::serve::clinic::{Clinic, actor};
use crate::serve::door::{Door, Proof};
use crate::serve::{App, keeper, serve};
use clap::Subcommand;
use std::io::{IsTerminal, Write};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;
use store::{Role, Store, StoreError};

/// The port, unless another is given: free of well-known services.
const PORT: u16 = 8470;

/// The store's file in the data folder.
const FILE: &str = "concord.sqlite";

/// Serve the clinic page: people, limbs, fits, sockets, days and reports in a browser, on this machine
#[derive(Debug, clap::Args)]
#[command(
    long_about = "Serve the clinic page: people, limbs, fits, sockets, days and reports in a browser, on this machine\n\n\
                  Everything is kept in one SQLite file in the data folder. Without --bind nobody but this machine can \
                  reach it. With --bind visitors log in by password, or by a reverse proxy's header; put a proxy with \
                  TLS in front (docs/serve.md).",
    after_help = "Examples:\n  concord serve\n  \
                  concord serve user add anna --role admin\n  \
                  concord serve --bind 0.0.0.0 --tls-proxy --port 8470\n  \
                  concord serve backup concord-backup.sqlite"
)]
pub struct Args {
    #[command(subcommand)]
    task: Option<Task>,
    /// Folder of the data
    #[arg(long, value_name = "DIR", global = true)]
    data: Option<PathBuf>,
    /// Port; 0 takes a free one
    #[arg(long, default_value_t = PORT)]
    port: u16,
    /// Address to serve to others at; they have to log in
    #[arg(long, value_name = "ADDRESS")]
    bind: Option<IpAddr>,
    /// Ask for a password on this machine, too
    #[arg(long)]
    password: bool,
    /// Header in which a reverse proxy names the user it has let in
    #[arg(long, value_name = "HEADER", requires = "proxy_from")]
    proxy_header: Option<String>,
    /// Address that the reverse proxy asks from; may be repeated
    #[arg(long, value_name = "ADDRESS", requires = "proxy_header")]
    proxy_from: Vec<IpAddr>,
    /// A proxy with TLS stands in front: cookies are for TLS alone
    #[arg(long)]
    tls_proxy: bool,
    #[command(flatten)]
    keep: keep::Options,
    /// Do not open the page in a browser
    #[arg(long)]
    no_open: bool,
}

/// What is done without serving.
#[derive(Debug, Subcommand)]
enum Task {
    /// Add, change or remove a user; the password is read from standard input
    #[command(after_help = "Example:\n  concord serve user add anna --role admin")]
    User {
        #[command(subcommand)]
        change: UserChange,
    },
    /// Write everything that is kept to one file, or try one that was written
    #[command(after_help = "Examples:\n  concord serve backup concord-backup.sqlite\n  \
                            concord serve backup --encrypt --passphrase-file passphrase concord-backup.sqlite.age\n  \
                            concord serve backup --check concord-backup.sqlite")]
    Backup(keep::Backup),
    /// Put a backup in the place of every case that is kept (the server must not run)
    #[command(after_help = "Example:\n  concord serve restore concord-backup.sqlite")]
    Restore(keep::Restore),
    /// Print who did what, or check that nobody has changed it
    #[command(after_help = "Example:\n  concord serve audit --check")]
    Audit(keep::Audit),
}

#[derive(Debug, Subcommand)]
enum UserChange {
    /// Add a user
    Add {
        /// Name to log in with
        name: String,
        /// What the user may do
        #[arg(long, default_value = "edit")]
        role: RoleArg,
    },
    /// Give a user another password
    Password {
        /// Name
        name: String,
    },
    /// Give a user another role
    Role {
        /// Name
        name: String,
        /// What the user may do
        role: RoleArg,
    },
    /// Remove a user
    Remove {
        /// Name
        name: String,
    },
    /// List the users
    List,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum RoleArg {
    /// Look at cases
    Read,
    /// Change and delete cases
    Edit,
    /// Manage users and backups
    Admin,
}

impl From<RoleArg> for Role {
    fn from(role: RoleArg) -> Self {
        match role {
            RoleArg::Read => Self::Read,
            RoleArg::Edit => Self::Edit,
            RoleArg::Admin => Self::Admin,
        }
    }
}

/// Who acts on the command line.
const BY: &str = "command line";

/// Serves, or does a task.
///
/// # Errors
/// A data folder that cannot be used, an address that cannot be bound, a task that cannot be done.
pub fn run(args: &Args, json: bool) -> Result<(), Failure> {
    let folder = args.data.clone().or_else(data_folder).ok_or_else(|| {
        Failure::other(Fault::of_argument(
            "--data",
            "",
            "this machine names no folder for data",
            "give one with --data",
        ))
    })?;
    let file = folder.join(FILE);
    output::report_folder(&folder)?;
    if let Some(Task::Restore(restore)) = &args.task {
        return restore.run(&file, json);
    }
    let store = Store::open(&file).map_err(kept)?;
    match &args.task {
        None => serve_pages(args, store, json),
        Some(Task::User { change }) => change_user(&store, change, json),
        Some(Task::Backup(backup)) => backup.run(&store, json),
        Some(Task::Audit(audit)) => audit.run(&store, json),
        Some(Task::Restore(_)) => Ok(()),
    }
}

/// The user's own folder for data: `$XDG_DATA_HOME/concord`, or what stands for it on this system.
fn data_folder() -> Option<PathBuf> {
    dirs::data_local_dir().map(|folder| folder.join("concord"))
}

fn kept(error: StoreError) -> Failure {
    Failure::other(Fault::of_file("what is kept", error.to_string(), ""))
}

fn change_user(store: &Store, change: &UserChange, json: bool) -> Result<(), Failure> {
    let by = actor(BY);
    match change {
        UserChange::Add { name, role } => {
            store.add_user(&by, name, &password()?, (*role).into()).map_err(kept)?;
        }
        UserChange::Password { name } => store.set_password(&by, name, &password()?).map_err(kept)?,
        UserChange::Role { name, role } => store.set_role(&by, name, (*role).into()).map_err(kept)?,
        UserChange::Remove { name } => store.remove_user(&by, name).map_err(kept)?,
        UserChange::List => {}
    }
    let users = store.users().map_err(kept)?;
    if json {
        return output::print_json(&users);
    }
    output::print(&users.iter().map(|user| format!("{}\t{}\n", user.name, user.role.as_str())).collect::<String>())
}

fn password() -> Result<String, Failure> {
    keep::secret("Password: ", "type a password, or pipe one in")
}

fn serve_pages(args: &Args, store: Store, json: bool) -> Result<(), Failure> {
    let address = SocketAddr::new(args.bind.unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST)), args.port);
    let proof = match &args.proxy_header {
        Some(header) => Proof::Proxy { header: header.to_ascii_lowercase(), from: args.proxy_from.clone() },
        None if args.password || !address.ip().is_loopback() => Proof::Password,
        None => Proof::ThisMachine,
    };
    if !matches!(proof, Proof::ThisMachine) && store.users().map_err(kept)?.is_empty() {
        let expected = "add one: concord serve user add NAME --role admin";
        return Err(Failure::input(Fault::of_file(
            "users",
            "visitors have to log in, and there is no user yet",
            expected,
        )));
    }
    let file = store.path().display().to_string();
    let door = Door::new(proof, args.tls_proxy);
    let clinic = Arc::new(Clinic::new(store));
    // Scans take a while to read: nobody waits for it.
    let judged = Arc::clone(&clinic);
    std::thread::spawn(move || judged.judge_again());
    let (checked, backups) = (Arc::clone(&clinic), args.keep.backups()?);
    std::thread::spawn(move || keeper::keep(&checked, backups.as_ref()));
    let app = App { clinic, door: Arc::new(door) };
    let open = !args.no_open && !json && std::io::stdout().is_terminal();
    serve(app, address, |bound| {
        let page = format!("http://{bound}/");
        let said = if json {
            output::print_json(&serde_json::json!({ "page": page, "data": file }))
        } else {
            output::print(&format!("Concord is at {page}\nKept in {file}. Ctrl+C ends it.\n"))
        };
        // A closed stdout is no reason not to serve.
        let _ = said.and_then(|()| std::io::stdout().flush().map_err(|_| Failure::ReaderGone));
        if open && let Err(error) = open::that_detached(&page) {
            eprintln!("No browser could be opened ({error}): open {page}");
        }
    })
}
