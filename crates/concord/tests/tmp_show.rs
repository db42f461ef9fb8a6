use concord::serve::form::*;
use concord::serve::texts::*;
#[test]
fn show() {
    let text = std::fs::read_to_string("../../cases/scanned.toml")
        .unwrap()
        .replace("body_mass_kg = 84 ", "body_mass_kg = 8 ")
        .replace("circumference_mm = 306", "circumference_mm = \"30 6\"");
    let problems = check(&text).problems;
    let g: Vec<&str> = groups().iter().map(|g| g.path.as_str()).collect();
    for l in Language::ALL {
        let v = FormView {
            text: &text,
            problems: &problems,
            units: &Default::default(),
            texts: Texts::of(l),
            groups: &g,
            base_version: "7",
            read_only: false,
            action: Action { post: "/x", target: "#f", swap: "outerHTML" },
        };
        std::fs::write(format!("/tmp/page-{}.html", l.code()), render(&v).into_string()).unwrap();
    }
    for g in groups() {
        println!("## {}", g.path);
    }
}
