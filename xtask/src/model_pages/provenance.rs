//! Values and where they come from, as a page writes them.

use twin::parameters::{Kind, Parameter, Spread};

/// "0.5 mm ×/÷ e^0.3".
pub(super) fn value(parameter: &Parameter) -> String {
    let unit = if parameter.unit == "1" { String::new() } else { format!(" {}", parameter.unit) };
    let spread = match parameter.spread {
        Spread::Fixed => String::new(),
        Spread::Normal(sd) => format!(" ± {sd}"),
        Spread::Lognormal(sd) => format!(" ×/÷ <i>e</i><sup>{sd}</sup>"),
    };
    format!("{}{spread}{unit}", parameter.value)
}

/// "fitted on beil2002", "published, hatje2015", "assumed".
pub(super) fn provenance(parameter: &Parameter) -> String {
    let source = parameter.source.as_deref().unwrap_or("no source");
    match parameter.kind {
        Kind::Printed => format!("printed: [{source}](#sources)"),
        Kind::Measured => format!("measured: [{source}](#sources)"),
        Kind::Published => format!("published: [{source}](#sources)"),
        Kind::Fitted => format!("fitted on [{source}](#sources)"),
        Kind::Assumed => "assumed".into(),
    }
}
