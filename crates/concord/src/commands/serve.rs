//! `concord serve`: the clinic page on this machine.

mod delete;
mod failed;
mod keep;
mod key;
mod secret;

use accounts::{TeamChange, UserChange};
use clap::Subcommand;
use clinic::HeaderName;
use clinic::address::Proxies;
use clinic::auth::{Auth, AuthMethod};
use clinic::clinic::Clinic;
use clinic::clock::now;
use clinic::route::Route;
use clinic::routes;
use clinic::{App, maintenance, serve};
use failed::kept;
use std::io::{IsTerminal, Write};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use store::Store;
use workup::output;
use workup::problem::{Failure, Fault};

mod accounts;

/// The port, unless another is given: free of well-known services.
const PORT: u16 = 8470;

/// The store's file in the data folder.
const FILE: &str = "concord.sqlite";

/// Serve the clinic page: people, limbs, fits, sockets, days and reports in a browser, on this machine
#[derive(Debug, clap::Args)]
#[command(
    long_about = "Serve the clinic page: people, limbs, fits, sockets, days and reports in a browser, on this machine\n\n\
                  Everything is kept in one SQLite file in the data folder. Without --bind nobody but this machine can \
                  reach it. With --bind to an address that others reach visitors log in by password, or by a reverse proxy's header; put a proxy with \
                  TLS in front (docs/serve.md).",
    after_help = "Examples:\n  concord serve\n  \
                  concord serve user add anna --role admin\n  \
                  concord serve --bind 0.0.0.0 --tls-proxy --proxy-from 10.0.0.2\n  \
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
    #[arg(long, value_name = "HEADER", requires = "proxy_from", value_parser = header_name)]
    proxy_header: Option<HeaderName>,
    /// Address that the reverse proxy asks from; may be repeated. Nobody else is answered
    #[arg(long, value_name = "ADDRESS")]
    proxy_from: Vec<IpAddr>,
    /// Header in which the reverse proxy tells the visitor's address
    #[arg(long, value_name = "HEADER", default_value = "X-Forwarded-For", value_parser = header_name)]
    proxy_address_header: HeaderName,
    /// A proxy with TLS stands in front: cookies are for TLS alone
    #[arg(long, conflicts_with = "without_tls")]
    tls_proxy: bool,
    /// Serve to others without TLS, so that everybody on the network can read along
    #[arg(long)]
    without_tls: bool,
    /// File that holds the key of an encrypted store; only its owner may read it
    #[arg(long, value_name = "FILE", global = true)]
    key_file: Option<PathBuf>,
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
    /// Make, change or remove a team: where there is one, a user sees the cases of their own teams and no others
    #[command(after_help = "Example:\n  concord serve team add North")]
    Team {
        #[command(subcommand)]
        change: TeamChange,
    },
    /// List every address of the pages and of the API, with the right that it takes
    #[command(after_help = "Example:\n  concord serve rights")]
    Rights,
    /// Write everything that is kept to one file, or try one that was written
    #[command(after_help = "Examples:\n  concord serve backup concord-backup.sqlite\n  \
                            concord serve backup --encrypt --passphrase-file passphrase concord-backup.sqlite.age\n  \
                            concord serve backup --check concord-backup.sqlite")]
    Backup(keep::Backup),
    /// Put a backup in the place of every case that is kept (the server must not run)
    #[command(after_help = "Example:\n  concord serve restore concord-backup.sqlite")]
    Restore(keep::Restore),
    /// Delete a case with every version, scan and report; also on a full disk
    #[command(after_help = "Example:\n  concord serve delete 0123456789abcdef")]
    Delete(delete::Delete),
    /// Print who did what, or check that nobody has changed it
    #[command(after_help = "Example:\n  concord serve audit --check")]
    Audit(keep::Audit),
    /// Encrypt the store, give it another key, or decrypt it
    #[command(after_help = "Examples:\n  concord serve key new concord.key\n  \
                            concord serve key encrypt --key-file concord.key")]
    Key {
        #[command(subcommand)]
        task: key::KeyTask,
    },
}

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
    if matches!(args.task, Some(Task::Rights)) {
        return rights(json);
    }
    if let Some(Task::Delete(delete)) = &args.task {
        // Nothing is made where nothing is, and nothing is tried out on a disk that may be full.
        return delete.run(&file, args.key_file.as_deref(), json);
    }
    if let Some(Task::Key { task }) = &args.task {
        return task.run(&file, args.key_file.as_deref(), json);
    }
    output::report_folder(&folder)?;
    if let Some(Task::Restore(restore)) = &args.task {
        return restore.run(&file, args.key_file.as_deref(), json);
    }
    let store_key = key::asked(&file, args.key_file.as_deref())?;
    let store = Store::open_with(&file, store_key.as_ref()).map_err(kept)?;
    match &args.task {
        None => serve_pages(args, store, json),
        Some(Task::User { change }) => accounts::change_user(&store, change, json),
        Some(Task::Team { change }) => accounts::change_team(&store, change, json),
        Some(Task::Backup(backup)) => backup.run(&store, json),
        Some(Task::Audit(audit)) => audit.run(&store, json),
        Some(Task::Restore(_) | Task::Delete(_) | Task::Rights | Task::Key { .. }) => Ok(()),
    }
}

/// Every address with its right.
fn rights(json: bool) -> Result<(), Failure> {
    let routes = routes::all();
    if json {
        let row = |route: &Route| serde_json::json!({ "method": route.method, "path": route.path, "right": route.right.name() });
        return output::print_json(&routes.iter().map(row).collect::<Vec<_>>());
    }
    let line = |route: &Route| format!("{}\t{}\t{}\n", route.right.name(), route.method, route.path);
    output::print(&routes.iter().map(line).collect::<String>())
}

/// The user's own folder for data: `$XDG_DATA_HOME/concord`, or what stands for it on this system.
fn data_folder() -> Option<PathBuf> {
    dirs::data_local_dir().map(|folder| folder.join("concord"))
}

/// The name of a header, as an argument.
fn header_name(text: &str) -> Result<HeaderName, String> {
    text.parse().map_err(|_| "no name of a header; give one, for example X-Forwarded-For".to_string())
}

/// The proxies in front; none where visitors ask directly.
fn proxies(args: &Args, address: IpAddr) -> Result<Option<Proxies>, Failure> {
    let header = args.proxy_address_header.clone();
    if !args.proxy_from.is_empty() {
        return Ok(Some(Proxies { from: args.proxy_from.clone(), header }));
    }
    if !args.tls_proxy {
        return Ok(None);
    }
    // Whoever reaches a local address is on this machine, as the proxy is.
    if address.is_loopback() {
        let from = vec![IpAddr::V4(Ipv4Addr::LOCALHOST), IpAddr::V6(Ipv6Addr::LOCALHOST)];
        return Ok(Some(Proxies { from, header }));
    }
    let what = "a proxy stands in front, and its address is not known";
    let expected = "name it: --proxy-from ADDRESS; nobody else is answered then";
    Err(Failure::input(Fault::of_argument("--tls-proxy", "", what, expected)))
}

/// Refuses to send passwords and patients' data over a network as they are, unless that was said.
fn only_as_told(args: &Args, address: IpAddr) -> Result<(), Failure> {
    if address.is_loopback() || args.tls_proxy || args.without_tls || !args.proxy_from.is_empty() {
        return Ok(());
    }
    let what = "without TLS everybody on the network reads passwords and patients' data";
    let expected = "put a proxy with TLS in front and give --tls-proxy and --proxy-from ADDRESS, or say --without-tls";
    Err(Failure::input(Fault::of_argument("--bind", &address.to_string(), what, expected)))
}

/// Closes sessions that have ended, every minute, for as long as the program lives.
fn end_sessions(clinic: &Clinic) {
    loop {
        // What fails now is tried again in a minute; a session that has ended is refused all the same.
        let _ = clinic.store.end_sessions(now());
        std::thread::sleep(Duration::from_secs(60));
    }
}

fn serve_pages(args: &Args, store: Store, json: bool) -> Result<(), Failure> {
    let address = SocketAddr::new(args.bind.unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST)), args.port);
    only_as_told(args, address.ip())?;
    let proxies = proxies(args, address.ip())?;
    let method = match &args.proxy_header {
        Some(header) => AuthMethod::Proxy(header.to_string()),
        None if args.password || proxies.is_some() || !address.ip().is_loopback() => AuthMethod::Password,
        None => AuthMethod::ThisMachine,
    };
    if !matches!(method, AuthMethod::ThisMachine) && store.users().map_err(kept)?.is_empty() {
        let expected = "add one: concord serve user add NAME --role admin";
        return Err(Failure::input(Fault::of_file(
            "users",
            "visitors have to log in, and there is no user yet",
            expected,
        )));
    }
    for name in store.doubtful_names().map_err(kept)? {
        output::note(&format!(
            "user {name:?}: the name counts the same as another user's, or as what the program calls itself; remove it: \
             concord serve user remove {name:?}"
        ));
    }
    let file = store.path().display().to_string();
    let auth = Auth::new(method, args.tls_proxy, proxies);
    let clinic = Arc::new(Clinic::new(store));
    // Scans take a while to read: nobody waits for it.
    let judged = Arc::clone(&clinic);
    std::thread::spawn(move || judged.judge_again());
    let ended = Arc::clone(&clinic);
    std::thread::spawn(move || end_sessions(&ended));
    let (checked, backups) = (Arc::clone(&clinic), args.keep.backups()?);
    std::thread::spawn(move || maintenance::run(&checked, backups.as_ref()));
    let app = App { clinic, auth: Arc::new(auth) };
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
            output::note(&format!("No browser could be opened ({error}): open {page}"));
        }
    })
}
