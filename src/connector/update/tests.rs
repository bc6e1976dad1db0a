//! Each thing that can change, and whether it counts as minor.

use serde_json::json;

use super::*;
use crate::connector::files::{RawContent, RawFile};

type Files = Vec<(Role, Vec<u8>)>;

fn files(definition: &Value, properties: &Value) -> Files {
    vec![
        (Role::Definition, definition.to_string().into_bytes()),
        (Role::Properties, properties.to_string().into_bytes()),
        (Role::Readme, b"# Contoso\n".to_vec()),
        (Role::Icon, b"png".to_vec()),
    ]
}

fn connector(files: Files) -> Connector {
    let raw = |(role, bytes): (Role, Vec<u8>)| RawFile {
        role,
        name: role.canonical().to_owned(),
        content: RawContent::Bytes(bytes),
    };
    Connector::new("x", None, files.into_iter().map(raw).collect())
}

fn definition() -> Value {
    json!({
        "swagger": "2.0",
        "info": {"title": "Contoso", "description": "Bills.", "version": "1",
                 "contact": {"name": "Care"}},
        "host": "contoso.com",
        "paths": {"/bills": {"get": {
            "operationId": "List", "summary": "List", "description": "All.",
            "parameters": [{"name": "page", "in": "query", "type": "string"}],
            "responses": {"200": {"description": "OK", "schema": {"type": "object"}}}
        }}},
        "definitions": {"Bill": {"type": "object"}}
    })
}

fn properties() -> Value {
    json!({"properties": {
        "iconBrandColor": "#123456", "publisher": "Contoso", "stackOwner": "Contoso",
        "capabilities": [],
        "connectionParameters": {"key": {"type": "securestring",
            "uiDefinition": {"displayName": "Key", "tooltip": "The key."}}}
    }})
}

/// What is told of a change, as lines: verb, thing, parts, and `minor` where it is.
fn told(change: impl FnOnce(&mut Value, &mut Value)) -> Vec<String> {
    let (mut new_definition, mut new_properties) = (definition(), properties());
    change(&mut new_definition, &mut new_properties);
    let old = connector(files(&definition(), &properties()));
    lines(&old, &connector(files(&new_definition, &new_properties)))
}

fn lines(old: &Connector, new: &Connector) -> Vec<String> {
    let line = |change: &Change| {
        let minor = if change.is_minor { " minor" } else { "" };
        let parts = change.parts.join("+");
        format!("{} {} {}{parts}{minor}", change.verb.word(), change.what, change.name)
    };
    changes(old, new).expect("it can be told").iter().map(line).collect()
}

#[test]
fn the_same_is_no_change_however_it_is_written() {
    let old = connector(files(&definition(), &properties()));
    let mut other = files(&definition(), &properties());
    other[0].1 = serde_json::to_vec_pretty(&definition()).expect("JSON");
    other[2].1 = b"\xef\xbb\xbf# Contoso\r\n".to_vec();
    assert_eq!(lines(&old, &connector(other)), Vec::<String>::new());
    assert_eq!(told(|new, _| new["info"]["version"] = json!("2")), Vec::<String>::new());
}

#[test]
fn texts_contact_and_colours_are_minor() {
    let all = told(|new, properties| {
        new["info"]["description"] = json!("Bills of all kinds.");
        new["info"]["contact"]["name"] = json!("Help");
        let get = &mut new["paths"]["/bills"]["get"];
        get["summary"] = json!("List bills");
        get["description"] = json!("All of them.");
        get["responses"]["200"]["description"] = json!("The bills.");
        let properties = &mut properties["properties"];
        properties["iconBrandColor"] = json!("#654321");
        properties["publisher"] = json!("Contoso Ltd");
        properties["stackOwner"] = json!("Contoso Ltd");
        properties["connectionParameters"]["key"]["uiDefinition"]["tooltip"] = json!("Your key.");
    });
    assert_eq!(
        all,
        [
            "changed connector description+contact minor",
            "changed operation Listsummary+description+response descriptions minor",
            "changed properties iconBrandColor+publisher+stackOwner+tooltips minor",
        ]
    );
}

#[test]
fn parameters_and_fields_are_named() {
    let all = told(|new, properties| {
        let list = &mut new["paths"]["/bills"]["get"]["parameters"];
        let mut other = list[0].clone();
        other["name"] = json!("size");
        *list = json!([other]);
        new["definitions"]["Bill"]["properties"] = json!({"sum": {"type": "number"}});
        properties["properties"]["connectionParameters"]["region"] = json!({"type": "string"});
    });
    assert_eq!(
        all,
        [
            "changed operation Listnew parameter size+parameter page gone",
            "changed schema Billnew field sum",
            "changed properties connectionParameters: region",
        ]
    );
}

#[test]
fn everything_else_is_major() {
    let one = |change: &dyn Fn(&mut Value, &mut Value)| {
        let lines = told(change);
        assert_eq!(lines.len(), 1, "{lines:?}");
        assert!(!lines[0].ends_with(" minor"), "{lines:?}");
        lines[0].clone()
    };
    assert_eq!(one(&|new, _| new["info"]["title"] = json!("X")), "changed connector title");
    assert_eq!(one(&|new, _| new["host"] = json!("x.com")), "changed connector host");
    assert_eq!(
        one(&|new, _| new["paths"]["/new"]["post"] = json!({"operationId": "Pay"})),
        "added operation Pay"
    );
    assert_eq!(
        one(&|new, _| {
            let get = new["paths"]["/bills"].take();
            new["paths"] = json!({"/v2/bills": get});
        }),
        "changed operation Listaddress"
    );
    assert_eq!(
        one(&|new, _| new["paths"]["/bills"]["get"]["parameters"][0]["type"] = json!("integer")),
        "changed operation Listparameter page"
    );
    assert_eq!(
        one(&|new, _| new["paths"]["/bills"]["get"]["deprecated"] = json!(true)),
        "changed operation Listdeprecated"
    );
    assert_eq!(
        one(&|new, _| {
            let response = &mut new["paths"]["/bills"]["get"]["responses"]["200"];
            response["description"] = json!("x");
            response["schema"]["description"] = json!("x");
        }),
        "changed operation Listresponses"
    );
    assert_eq!(
        one(&|new, _| new["definitions"]["Bill"]["title"] = json!("Bill")),
        "changed schema Billtitle"
    );
    assert_eq!(
        one(&|_, new| new["properties"]["capabilities"] = json!(["actions"])),
        "changed properties capabilities"
    );
    assert_eq!(
        one(&|_, new| {
            let key = &mut new["properties"]["connectionParameters"]["key"];
            key["uiDefinition"]["displayName"] = json!("API key");
            key["uiDefinition"]["tooltip"] = json!("x");
        }),
        "changed properties connectionParameters: key"
    );
    let gone = told(|new, _| new["paths"] = json!({}));
    assert_eq!(gone, ["removed operation List"]);
}

#[test]
fn files_are_told_where_they_were_known() {
    let old = connector(files(&definition(), &properties()));
    let mut other = files(&definition(), &properties());
    other[2].1 = b"# More\n".to_vec();
    other[3].1 = b"another".to_vec();
    other.push((Role::Script, b"// code".to_vec()));
    other.push((Role::Intro, b"Contoso.".to_vec()));
    assert_eq!(
        lines(&old, &connector(other.clone())),
        [
            "added file script.csx",
            "changed file readme.md minor",
            "added file intro.md minor",
            "changed file icon.png minor",
        ]
    );
    // A definition alone says nothing of what else was published.
    let alone = connector(files(&definition(), &properties()).drain(..1).collect());
    assert_eq!(lines(&alone, &connector(other)), Vec::<String>::new());
    let broken = connector(vec![(Role::Definition, b"{".to_vec())]);
    assert_eq!(changes(&broken, &old), None);
}
