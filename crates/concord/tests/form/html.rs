//! Reads what the program's own pages are made of, and what a browser would send of them.

/// A tag with its attributes, and the text up to the next tag.
#[derive(Clone, Debug)]
pub struct Tag {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    pub text: String,
}

impl Tag {
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    fn is(&self, name: &str, kind: &str) -> bool {
        self.name == name && self.get("type") == Some(kind)
    }
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// Every opening and closing tag, in order.
pub fn tags(html: &str) -> Vec<Tag> {
    let mut tags = vec![];
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        rest = &rest[start + 1..];
        // Values may hold what ends a tag, but no quotes: those are escaped.
        let (mut end, mut quoted) = (0, false);
        for (at, c) in rest.char_indices() {
            match c {
                '"' => quoted = !quoted,
                '>' if !quoted => {
                    end = at;
                    break;
                }
                _ => {}
            }
        }
        let (inside, behind) = (&rest[..end], &rest[end + 1..]);
        let text = unescaped(&behind[..behind.find('<').unwrap_or(behind.len())]);
        let (name, mut given) = inside.split_once(' ').unwrap_or((inside, ""));
        let mut attributes = vec![];
        while !given.trim().is_empty() {
            given = given.trim_start();
            let stop = given.find(['=', ' ']).unwrap_or(given.len());
            let name = given[..stop].to_string();
            given = &given[stop..];
            let value = match given.strip_prefix("=\"") {
                Some(quoted) => {
                    let (value, behind) = quoted.split_once('"').expect("a closing quote");
                    given = behind;
                    unescaped(value)
                }
                None => String::new(),
            };
            attributes.push((name, value));
        }
        tags.push(Tag { name: name.into(), attributes, text });
        rest = behind;
    }
    tags
}

/// What a browser sends of a form that nobody typed in and whose buttons nobody pressed.
pub fn sent(html: &str) -> Vec<(String, String)> {
    let tags = tags(html);
    let mut pairs = vec![];
    for (at, tag) in tags.iter().enumerate() {
        let Some(name) = tag.get("name").map(String::from) else { continue };
        let value = tag.get("value").unwrap_or_default();
        let checked = tag.get("checked").is_some();
        if tag.is("input", "hidden") {
            pairs.push((name, value.replace("\r\n", "\n").replace('\r', "\n").replace('\n', "\r\n")));
        } else if tag.is("input", "text") {
            pairs.push((name, value.replace(['\r', '\n'], "")));
        } else if (tag.is("input", "checkbox") || tag.is("input", "radio")) && checked {
            pairs.push((name, value.into()));
        } else if tag.name == "textarea" {
            let text = tag.text.strip_prefix('\n').unwrap_or(&tag.text);
            pairs.push((name, text.replace("\r\n", "\n").replace('\r', "\n").replace('\n', "\r\n")));
        } else if tag.name == "select" {
            let options: Vec<&Tag> = tags[at + 1..]
                .iter()
                .take_while(|tag| tag.name != "/select")
                .filter(|tag| tag.name == "option")
                .collect();
            let chosen = options.iter().rfind(|option| option.get("selected").is_some()).or(options.first());
            pairs.extend(chosen.map(|option| (name, option.get("value").unwrap_or_default().to_string())));
        }
    }
    pairs
}
