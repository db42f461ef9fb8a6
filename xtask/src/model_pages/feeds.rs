//! What feeds what, read from the sources themselves: parameters into fields of the models, pages into pages.

use std::collections::BTreeMap;

/// Names of parameters by (struct, field) that the assembly sets from them.
pub type Feeds = BTreeMap<(String, String), Vec<String>>;

/// Reads the assembly's struct literals: `Contact { spread: v.gap_spread_mm * 1e-3, … }`.
pub fn parameters_of_fields(assembly: &str) -> Feeds {
    let code = shipped(assembly);
    let lets = lets(&code);
    let mut feeds = Feeds::new();
    for (at, _) in code.match_indices(" {") {
        let name: String = code[..at].chars().rev().take_while(|c| c.is_alphanumeric()).collect();
        let name: String = name.chars().rev().collect();
        let before = code[..at - name.len()].trim_end();
        let is_literal = name.starts_with(|c: char| c.is_ascii_uppercase())
            && !["->", "struct", "impl", "for", "enum"].iter().any(|word| before.ends_with(word));
        if !is_literal {
            continue;
        }
        for part in split_at_commas(inside(&code[at + 2..])) {
            let Some((field, expression)) = part.split_once(':') else { continue };
            let found = parameters_in(expression, &lets);
            if !found.is_empty() && field.trim().chars().all(|c| c.is_ascii_lowercase() || c == '_') {
                feeds.entry((name.clone(), field.trim().to_string())).or_insert(found);
            }
        }
    }
    feeds
}

/// Modules of its own crate, of `physics` and of `twin` that a source uses, tests apart.
pub fn uses(source: &str) -> Vec<String> {
    let code = shipped(source);
    let mut found: Vec<String> = vec![];
    for prefix in ["use crate::", "use physics::", "use twin::"] {
        for (at, _) in code.match_indices(prefix) {
            let rest = &code[at + prefix.len()..];
            let module: String = rest.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect();
            if !module.is_empty() && !found.contains(&module) {
                found.push(module);
            }
        }
    }
    found
}

/// Structs that a source defines.
pub fn structs(source: &str) -> Vec<String> {
    let name = |rest: &str| rest.chars().take_while(|c| c.is_alphanumeric()).collect();
    source.lines().filter_map(|line| line.strip_prefix("pub struct ")).map(name).collect()
}

/// A source without its tests and comments.
fn shipped(source: &str) -> String {
    let end = source.find("#[cfg(test)]\nmod ").or(source.find("#[cfg(test)]\npub(crate) mod "));
    let lines = source[..end.unwrap_or(source.len())].lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.map(|line| format!("{line}\n")).collect()
}

/// What every `let` says.
fn lets(code: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for (at, _) in code.match_indices("let ") {
        let rest = &code[at + 4..];
        let Some((name, _)) = rest.split_once(" = ") else { continue };
        let name = name.trim_start_matches("mut ");
        if name.chars().all(|c| c.is_ascii_lowercase() || c == '_') {
            let end = statement_end(rest);
            found.entry(name.to_string()).or_insert_with(|| rest[..end].to_string());
        }
    }
    found
}

fn statement_end(code: &str) -> usize {
    let mut depth = 0;
    code.char_indices()
        .find(|(_, c)| {
            depth += i32::from(matches!(c, '{' | '(' | '[')) - i32::from(matches!(c, '}' | ')' | ']'));
            *c == ';' && depth == 0
        })
        .map_or(code.len(), |(at, _)| at)
}

/// What stands before the brace that closes.
fn inside(code: &str) -> &str {
    let mut depth = 1;
    let end = code.char_indices().find(|(_, c)| {
        depth += i32::from(*c == '{') - i32::from(*c == '}');
        depth == 0
    });
    &code[..end.map_or(code.len(), |(at, _)| at)]
}

fn split_at_commas(code: &str) -> Vec<&str> {
    let (mut depth, mut from, mut parts) = (0, 0, vec![]);
    for (at, c) in code.char_indices() {
        depth += i32::from(matches!(c, '{' | '(' | '[')) - i32::from(matches!(c, '}' | ')' | ']'));
        if c == ',' && depth == 0 {
            parts.push(&code[from..at]);
            from = at + 1;
        }
    }
    parts.push(&code[from..]);
    parts
}

/// Parameters in an expression, and in the `let`s that it names.
fn parameters_in(expression: &str, lets: &BTreeMap<String, String>) -> Vec<String> {
    // A literal inside a literal is found by itself.
    let expression = expression.split('{').next().unwrap_or_default();
    let mut found = direct(expression);
    for word in expression.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_')) {
        for name in lets.get(word).map(|text| direct(text)).unwrap_or_default() {
            if !found.contains(&name) {
                found.push(name);
            }
        }
    }
    found
}

/// `v.name` in an expression.
fn direct(expression: &str) -> Vec<String> {
    let mut found: Vec<String> = vec![];
    for (at, _) in expression.match_indices("v.") {
        let free = !expression[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
        let name: String =
            expression[at + 2..].chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
        if free && !name.is_empty() && !found.contains(&name) {
            found.push(name);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_traced_to_parameters_directly_and_through_a_let() {
        let feeds = parameters_of_fields(
            "fn f(v: &Values) -> Air {\n let ml = match x {\n A => v.a_ml,\n B { y, .. } => v.b_ml,\n };\n \
             Air { line: ml * 1e-6, fold: g(v.fold_ml) * 1e-6, rest, inner: In { k: v.k_n * 1e3 } }\n}\n",
        );
        let of = |name: &str, field: &str| feeds.get(&(name.to_string(), field.to_string())).cloned();
        assert_eq!(of("Air", "line"), Some(vec!["a_ml".to_string(), "b_ml".to_string()]));
        assert_eq!(of("Air", "fold"), Some(vec!["fold_ml".to_string()]));
        assert_eq!(of("In", "k"), Some(vec!["k_n".to_string()]));
        assert_eq!((of("Air", "rest"), of("Air", "inner")), (None, None));
    }

    #[test]
    fn what_a_source_uses_and_defines_is_read_without_its_tests() {
        let text = "use crate::liner::Liner;\nuse physics::leak::{A, B};\npub struct Pump {\n}\n#[cfg(test)]\nmod tests {\n \
                    use crate::socket_air::X;\n}\n";
        assert_eq!(uses(text), ["liner", "leak"]);
        assert_eq!(structs(text), ["Pump"]);
    }
}
