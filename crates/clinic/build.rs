//! Builds the script of the page, which the program carries with it; where that cannot be, the program is built all the same and
//! says so.

use std::error::Error;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

/// What stands for the script where it could not be built: one sentence on what to install.
const MISSING: &str = "MISSING";

fn main() -> Result<(), Box<dyn Error>> {
    let crate_folder = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(std::env::var("OUT_DIR")?).join("web");
    let web = crate_folder.join("../../web");
    for part in ["src", "scripts/build.mjs", "package.json", "package-lock.json"] {
        println!("cargo:rerun-if-changed={}", web.join(part).display());
    }
    if let Err(why) = build_script(&web, &out) {
        let sentence = format!("The script of the page is missing: {why}.");
        println!("cargo:warning={sentence}");
        if out.exists() {
            fs::remove_dir_all(&out)?;
        }
        fs::create_dir_all(&out)?;
        fs::write(out.join(MISSING), format!("{sentence}\n"))?;
        // Newer than this run, so that the next build tries again.
        println!("cargo:rerun-if-changed={}", out.join(MISSING).display());
    }
    Ok(())
}

/// Installs what the script is built with, if that is not there, and builds it into `out`, whole or not at all.
fn build_script(web: &Path, out: &Path) -> Result<(), String> {
    npm(web, out, &["--version"])
        .map_err(|why| format!("install Node.js 20 or newer, which brings npm, and build again ({why})"))?;
    if !installed(web) {
        install(web, out)?;
    }
    npm(web, out, &["run", "--silent", "build"]).map_err(|why| format!("`npm run build` in web/ failed ({why})"))?;
    out.join("main.js").is_file().then_some(()).ok_or_else(|| "`npm run build` in web/ wrote no main.js".into())
}

/// Installs the packages, unless another build did meanwhile: two builds at once share them, and who has the lock installs them. The
/// system takes it back from a build that is killed.
fn install(web: &Path, out: &Path) -> Result<(), String> {
    let lock = File::create(web.join(".installing")).and_then(|file| file.lock().map(|()| file));
    let _lock = lock.map_err(|error| format!("web/.installing: {error}"))?;
    if installed(web) {
        return Ok(());
    }
    let arguments = ["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--fetch-retries=1", "--fetch-timeout=60000"];
    npm(web, out, &arguments).map_err(|why| format!("`npm ci` in web/ needs the network once ({why})"))
}

/// Whether the packages are those of the lock file.
fn installed(web: &Path) -> bool {
    let written = |path: PathBuf| fs::metadata(path).and_then(|file| file.modified()).ok();
    let packages = written(web.join("node_modules/.package-lock.json"));
    packages.is_some() && packages >= written(web.join("package-lock.json"))
}

/// Runs npm in `web`; its cache is its own, but it leaves no logs.
fn npm(web: &Path, out: &Path, arguments: &[&str]) -> Result<(), String> {
    let program = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let output = Command::new(program)
        .args(arguments)
        .current_dir(web)
        .env("CONCORD_WEB_OUT", out)
        .env("npm_config_logs_max", "0")
        .env("npm_config_update_notifier", "false")
        .output()
        .map_err(|error| error.to_string())?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let told = said.lines().map(str::trim).find(|line| !line.is_empty() && !line.contains("warn"));
    Err(told.unwrap_or("it says nothing").to_string())
}
