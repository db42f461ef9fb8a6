//! The option of everything that reads a case or a study: which files these may name.

use workup::opened::Named;

/// Whether files that another file names may lie anywhere.
#[derive(Clone, Copy, Debug, clap::Args)]
pub struct NamedArgs {
    /// Read a scan or case that the file names from anywhere, not only from that file's folder and below
    #[arg(long)]
    files_anywhere: bool,
}

impl From<NamedArgs> for Named {
    fn from(args: NamedArgs) -> Self {
        if args.files_anywhere { Self::Anywhere } else { Self::BelowItsFolder }
    }
}
