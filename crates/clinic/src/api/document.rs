//! The API's document: OpenAPI 3.1, made from the table of operations and the types' own schemas.

use super::handlers::LARGEST_NUMBER;
use super::operation::{Body, ERRORS, Operation, fault_schema};
use super::operations::operations;
use axum::Json;
use schemars::SchemaGenerator;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

/// The document.
pub async fn answer() -> Json<Value> {
    Json(document())
}

/// The document as a value.
pub fn document() -> Value {
    let settings = || {
        let mut settings = SchemaSettings::draft2020_12();
        settings.definitions_path = "/components/schemas".into();
        settings.meta_schema = None;
        settings
    };
    // What is sent may leave out what has a default; what is answered has it.
    let (mut sent, mut answered) = (settings().into_generator(), settings().for_serialize().into_generator());
    let mut paths = Map::new();
    for operation in operations() {
        let described = described(&operation, &mut sent, &mut answered);
        let path = paths.entry(operation.path).or_insert_with(|| json!({}));
        path[operation.method] = described;
    }
    let mut schemas = sent.take_definitions(true);
    schemas.extend(answered.take_definitions(true));
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Concord",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "The clinic page as JSON. Not a medical device, not affiliated with any maker.",
            "license": { "name": "MIT OR Apache-2.0" },
        },
        "paths": paths,
        "components": {
            "schemas": schemas,
            "securitySchemes": { "session": { "type": "http", "scheme": "bearer" } },
        },
        "security": [{}, { "session": [] }],
    })
}

fn described(operation: &Operation, sent: &mut SchemaGenerator, answered: &mut SchemaGenerator) -> Value {
    let mut answers = Map::new();
    let mut good = json!({ "description": operation.what });
    if let Some(content) = content(operation.answer, answered) {
        good["content"] = content;
    }
    answers.insert(operation.status.to_string(), good);
    for (status, what) in ERRORS {
        let schema = fault_schema(answered);
        answers.insert(
            status.to_string(),
            json!({ "description": what, "content": { "application/json": { "schema": schema } } }),
        );
    }
    let in_path = operation.path.split('{').skip(1).filter_map(|part| part.split('}').next()).map(|name| {
        let schema = match name {
            "number" => json!({ "type": "integer", "minimum": 0, "maximum": LARGEST_NUMBER }),
            "id" => json!({ "type": "string", "pattern": "^[0-9a-f]{16}$" }),
            _ => json!({ "type": "string", "minLength": 1, "maxLength": 100 }),
        };
        json!({ "name": name, "in": "path", "required": true, "schema": schema })
    });
    let in_query = operation.query.iter().map(|parameter| {
        let schema = if parameter.integer { json!({ "type": "integer", "minimum": 0, "maximum": LARGEST_NUMBER }) } else { json!({ "type": "string" }) };
        json!({ "name": parameter.name, "in": "query", "required": parameter.required, "description": parameter.what, "schema": schema })
    });
    let parameters: Vec<Value> = in_path.chain(in_query).collect();
    let words = operation.path.trim_start_matches("/api/v1/").replace(['/', '{', '}'], "_");
    let mut described = json!({
        "summary": operation.what,
        "description": format!("Takes the right: {}.", operation.right.name()),
        "operationId": format!("{}_{}", operation.method, words.trim_matches('_')),
        "parameters": parameters,
        "responses": answers,
    });
    if let Some(content) = content(operation.request, sent) {
        described["requestBody"] = json!({ "required": true, "content": content });
    }
    described
}

fn content(body: Body, generator: &mut SchemaGenerator) -> Option<Value> {
    let binary = json!({ "type": "string", "format": "binary" });
    match body {
        Body::Empty => None,
        Body::Toml => Some(json!({ "application/toml": { "schema": { "type": "string", "minLength": 1 } } })),
        Body::Bytes => Some(json!({ "application/octet-stream": { "schema": binary } })),
        Body::Database => Some(json!({ "application/vnd.sqlite3": { "schema": binary } })),
        Body::Json(schema) => {
            let schema = schema(generator);
            Some(json!({ "application/json": { "schema": schema } }))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reference_of_the_document_leads_somewhere() {
        let document = document();
        let mut references = vec![];
        collect(&document, &mut references);
        assert!(references.len() > 20);
        for reference in references {
            let pointer = reference.trim_start_matches('#');
            assert!(document.pointer(pointer).is_some(), "{reference}");
        }
    }

    fn collect(value: &Value, found: &mut Vec<String>) {
        match value {
            Value::Object(fields) => {
                found.extend(fields.get("$ref").and_then(Value::as_str).map(str::to_string));
                fields.values().for_each(|value| collect(value, found));
            }
            Value::Array(rows) => rows.iter().for_each(|value| collect(value, found)),
            _ => {}
        }
    }
}
