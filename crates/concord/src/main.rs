//! The `concord` program. Everything it does lives in the library beside it.

fn main() -> std::process::ExitCode {
    concord::program::run()
}
