//! The repository's catalogue, rules and cases.
use domain::Case;
use domain::catalog::Catalog;
use fitting::{Conclusion, Fitting, PumpAdvice, Rules, Standing, Verdict, recommend};
use std::path::Path;

/// (file name, text) of every TOML file of a folder of the repository.
pub fn files(folder: &str) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(folder);
    let paths = std::fs::read_dir(folder).expect("the folder exists").map(|entry| entry.expect("readable").path());
    let mut files: Vec<_> = paths
        .filter(|path| path.extension().is_some_and(|end| end == "toml"))
        .map(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            (name, std::fs::read_to_string(&path).expect("readable"))
        })
        .collect();
    files.sort();
    files
}

fn pairs(files: &[(String, String)]) -> impl Iterator<Item = (&str, &str)> {
    files.iter().map(|(name, text)| (name.as_str(), text.as_str()))
}

/// The catalogue.
pub fn catalog() -> Catalog {
    let files = files("data/catalog/ottobock");
    Catalog::parse(pairs(&files)).unwrap_or_else(|problems| panic!("{}: {}", problems[0].0, problems[0].1))
}

/// The rules.
pub fn rules() -> Rules {
    let files = files("data/rules");
    Rules::parse(pairs(&files)).unwrap_or_else(|problems| {
        let lines: Vec<_> = problems.iter().map(|(file, problem)| format!("{file}: {problem}")).collect();
        panic!("{}", lines.join("\n"))
    })
}

/// The mechanic, changed.
pub fn case(change: impl FnOnce(&mut Case)) -> Case {
    let mut case = Case::parse(include_str!("../../../../cases/mechanic.toml")).expect("the mechanic is valid");
    // The tests judge fitting, not the day: a plain day below the altitude that is worth a note.
    case.day.altitude_m = 0.0;
    change(&mut case);
    let violations = case.violations();
    assert!(violations.is_empty(), "the test's own case is faulty: {violations:?}");
    case
}

/// The fitting of the mechanic, changed.
pub fn fit(change: impl FnOnce(&mut Case)) -> Fitting {
    recommend(&case(change), &catalog(), &rules())
}

/// The advice for an article.
pub fn pump<'a>(fitting: &'a Fitting, article: &str) -> &'a PumpAdvice {
    fitting.pump(article).unwrap_or_else(|| panic!("{article} is not among the pumps"))
}

/// The conclusions of a rule.
pub fn of<'a>(conclusions: &'a [Conclusion], rule: &str) -> Vec<&'a Conclusion> {
    conclusions.iter().filter(|conclusion| conclusion.rule == rule).collect()
}

/// Whether `rule` refuses the pump.
pub fn refused_by(fitting: &Fitting, article: &str, rule: &str) -> bool {
    pump(fitting, article).refusals().any(|conclusion| conclusion.rule == rule)
}

/// Whether the pump fits.
pub fn fits(fitting: &Fitting, article: &str) -> bool {
    pump(fitting, article).standing != Standing::Refused
}

/// Whether `rule` says `verdict` about the pump.
pub fn says(fitting: &Fitting, article: &str, rule: &str, verdict: Verdict) -> bool {
    of(&pump(fitting, article).reasons, rule).iter().any(|conclusion| conclusion.verdict == verdict)
}

/// The recommended article, or "none".
pub fn recommended(fitting: &Fitting) -> &str {
    fitting.recommended().map_or("none", |pump| &pump.article)
}
