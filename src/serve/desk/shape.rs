//! What a field of a form is, from the JSON Schema of its record.

use serde_json::Value;

/// A record type's description, of which fields are parts.
#[derive(Debug, Clone, Copy)]
pub(super) struct Schema<'s> {
    root: &'s Value,
    node: &'s Value,
}

/// What a field is.
#[derive(Debug, Clone)]
pub(super) enum Shape<'s> {
    /// A text, of the type of value that it must be.
    Text(&'s str),
    /// The name of a picture or an attachment.
    File,
    /// A whole number.
    Whole,
    /// A number.
    Number,
    /// Yes or no.
    Truth,
    /// One of some words, each with what it means.
    Choice(Vec<(&'s str, &'s str)>),
    /// Fields below a name.
    Group(Vec<Prop<'s>>),
    /// As many as there are.
    List(Schema<'s>),
    /// As many as there are, each under a key.
    Map(Schema<'s>),
}

/// A field of a record.
#[derive(Debug, Clone)]
pub(super) struct Prop<'s> {
    pub key: &'s str,
    pub label: &'s str,
    pub hint: &'s str,
    pub is_required: bool,
    pub schema: Schema<'s>,
}

impl<'s> Schema<'s> {
    /// That of a record type.
    pub fn of(root: &'s Value) -> Self {
        Self { root, node: root }
    }

    /// The registry whose keys a field names, such as `sumber`.
    pub fn registry(self) -> Option<&'s str> {
        let node = self.resolved();
        node["x-rujuk"].as_str().or_else(|| self.with(&node["items"]).resolved()["x-rujuk"].as_str())
    }

    /// Whether a field anywhere in it names keys of a registry.
    pub fn names(self, registry: &str) -> bool {
        if self.registry() == Some(registry) {
            return true;
        }
        match self.shape() {
            Shape::Group(props) => props.iter().any(|prop| prop.schema.names(registry)),
            Shape::List(inner) | Shape::Map(inner) => inner.names(registry),
            _ => false,
        }
    }

    fn with(self, node: &'s Value) -> Self {
        Self { root: self.root, node }
    }

    /// Follows references and unwraps what may be left out.
    fn resolved(self) -> &'s Value {
        if let Some(name) = self.node["$ref"].as_str().and_then(|path| path.strip_prefix("#/$defs/")) {
            return self.with(&self.root["$defs"][name]).resolved();
        }
        let choices = self.node["anyOf"].as_array().into_iter().flatten();
        let mut choices = choices.filter(|choice| choice["type"] != "null");
        choices.next().map_or(self.node, |choice| self.with(choice).resolved())
    }

    /// What it is.
    pub fn shape(self) -> Shape<'s> {
        let node = self.resolved();
        let words: Vec<(&str, &str)> = node["oneOf"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|word| Some((word["const"].as_str()?, word["description"].as_str().unwrap_or_default())))
            .chain(node["enum"].as_array().into_iter().flatten().filter_map(|word| Some((word.as_str()?, ""))))
            .collect();
        if !words.is_empty() {
            return Shape::Choice(words);
        }
        if node["properties"].is_object() {
            return Shape::Group(self.props());
        }
        if node["additionalProperties"].is_object() {
            return Shape::Map(self.with(&node["additionalProperties"]));
        }
        let types = node["type"].as_array().into_iter().flatten().chain([&node["type"]]);
        match types.filter_map(Value::as_str).find(|name| *name != "null") {
            Some("array") => Shape::List(self.with(&node["items"])),
            Some("boolean") => Shape::Truth,
            Some("integer") => Shape::Whole,
            Some("number") => Shape::Number,
            _ => match node["x-nilai"].as_str().unwrap_or_default() {
                "Berkas" => Shape::File,
                name => Shape::Text(name),
            },
        }
    }

    /// The fields of a group, those last that are seldom filled in or that silence findings.
    fn props(self) -> Vec<Prop<'s>> {
        let node = self.resolved();
        let required: Vec<&str> = node["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        let fields = node["properties"].as_object().into_iter().flatten();
        let is_seldom = |key: &str, field: &Value| key == "abaikan" || field["x-jarang"] == true;
        let (seldom, often): (Vec<_>, Vec<_>) = fields.partition(|(key, field)| is_seldom(key, field));
        let fields = often.into_iter().chain(seldom);
        fields
            .map(|(key, field)| Prop {
                key,
                label: field["title"].as_str().unwrap_or(key),
                hint: field["description"].as_str().unwrap_or_default(),
                is_required: required.contains(&key.as_str()),
                schema: self.with(field),
            })
            .collect()
    }
}
