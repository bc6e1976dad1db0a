//! The reader against texts whose reading is known, good ones and bad ones.

use super::*;

fn json(text: &str) -> Json {
    Json::parse(text).unwrap()
}

fn fault(text: &str) -> (usize, String) {
    let error = Json::parse(text).unwrap_err();
    (error.offset, error.reason)
}

#[test]
fn places_and_values() {
    let json = json("{ \"a\" : [1, -2.5e1, \"x\\u00e4\"], \"b\": {}, \"c\": null, \"d\": true }");
    let root = json.root();
    let a = root.get("a").unwrap();
    assert_eq!(a.raw(), "[1, -2.5e1, \"x\\u00e4\"]");
    let key = a.key_span().unwrap();
    assert_eq!(&json.text()[key.start..key.end], "\"a\"");
    assert_eq!(a.at(1).unwrap().as_f64(), Some(-25.0));
    assert_eq!(a.at(2).unwrap().as_str().unwrap(), "xä");
    assert_eq!(a.at(2).unwrap().pointer().as_str(), "/a/2");
    assert_eq!(a.at(2).unwrap().index_in_parent(), Some(2));
    assert!(a.at(3).is_none());
    assert!(a.get("0").is_none() && root.at(0).is_none());
    assert!(root.get("b").unwrap().is_empty() && !a.is_empty() && !root.is_empty());
    assert!(root.get("c").unwrap().is_null());
    assert_eq!(root.get("d").unwrap().as_bool(), Some(true));
    assert_eq!(root.get("d").unwrap().key().unwrap(), "d");
    assert_eq!(root.get("b").unwrap().parent().unwrap().id(), root.id());
    assert_eq!(json.len(), 8);
    assert_eq!(root.get("b").unwrap().items().count(), 0);
    assert_eq!(a.members().count(), 0);
}

#[test]
fn the_last_of_equal_names_counts() {
    let json = json(r#"{"a":1,"b":2,"\u0061":{"x":3},"b":4,"c":5,"b":6}"#);
    let root = json.root();
    assert_eq!(root.get("a").unwrap().raw(), r#"{"x":3}"#);
    assert_eq!(root.get("b").unwrap().raw(), "6");
    let names = |members: Vec<(std::borrow::Cow<'_, str>, Node<'_>)>| {
        members.iter().map(|(name, node)| format!("{name}{}", node.raw())).collect::<Vec<_>>()
    };
    assert_eq!(names(root.members().collect()), ["a{\"x\":3}", "c5", "b6"]);
    assert_eq!(root.written_members().count(), 6);
    assert_eq!(json.replaced().map(Node::raw).collect::<Vec<_>>(), ["1", "2", "4"]);
    assert_eq!(root.children().filter(|node| node.is_replaced()).count(), 3);
}

#[test]
fn elements_of_arrays_of_any_size_are_found_by_number() {
    for size in [0, 1, SCANNED_MEMBERS, SCANNED_MEMBERS + 1, 500] {
        let text = format!("[0, [{}], 2]", vec!["[{}, []]"; size].join(", "));
        let json = Json::parse(text).unwrap();
        let list = json.root().at(1).unwrap();
        assert_eq!(json.root().at(2).and_then(Node::as_f64), Some(2.0));
        assert!(list.at(size).is_none());
        for (index, element) in list.items().enumerate() {
            assert_eq!(list.at(index).map(Node::id), Some(element.id()));
            assert_eq!(element.index_in_parent(), Some(index));
            assert_eq!(element.at(1).unwrap().pointer().to_string(), format!("/1/{index}/1"));
        }
    }
}

#[test]
fn large_objects_are_looked_up_alike() {
    let members: Vec<_> = (0..100).map(|index| format!("\"k{}\":{index}", index % 90)).collect();
    let json = json(&format!("{{{},\"\\u006bx\":[]}}", members.join(",")));
    let root = json.root();
    assert_eq!(root.get("k3").unwrap().raw(), "93");
    assert_eq!(root.get("k42").unwrap().raw(), "42");
    assert_eq!(root.get("kx").unwrap().raw(), "[]");
    assert!(root.get("k").is_none() && root.get("").is_none() && root.get("zz").is_none());
    assert_eq!(json.replaced().count(), 10);
    assert_eq!(root.members().count(), 91);
}

#[test]
fn odd_names_are_found() {
    let json = json(r#"{"":1,"a\"b":2,"c\\":3,"a":4}"#);
    let found = |name| json.root().get(name).map(Node::raw);
    assert_eq!(found(""), Some("1"));
    assert_eq!(found("a\"b"), Some("2"));
    assert_eq!(found("c\\"), Some("3"));
    assert_eq!(found("a"), Some("4"));
    assert_eq!(found("a\\\"b"), None);
    assert_eq!(found("c\\\\"), None);
}

#[test]
fn one_byte_order_mark_is_accepted_and_counted() {
    let json = json("\u{feff}{\"a\":1}");
    assert!(json.had_bom());
    assert_eq!(json.root().span().start, 3);
    assert_eq!(fault("\u{feff}\u{feff}1").0, 3);
    assert!(fault("{\"a\":\u{feff}1}").1.contains("U+FEFF"));
}

#[test]
fn depth_is_bounded_where_serde_json_bounds_it() {
    for depth in [127, 128, 100_000] {
        let text = "[".repeat(depth) + &"]".repeat(depth);
        let theirs = serde_json::from_str::<serde_json::Value>(&text).is_ok();
        assert_eq!(Json::parse(text.as_str()).is_ok(), theirs, "{depth}");
        assert_eq!(theirs, depth <= 127);
    }
    assert!(fault(&"[".repeat(200)).1.contains("deeper than 127"));
}

#[test]
fn reasons_name_the_slip_and_the_remedy() {
    for (text, offset, part) in [
        ("", 0, "empty"),
        ("{\"a\":1,}", 6, "a comma stands before the closing brace; remove it"),
        ("[1,\n]", 2, "a comma stands before the closing bracket; remove it"),
        ("{// x\n}", 1, "comments are not allowed"),
        ("[1 /* x */]", 3, "comments are not allowed"),
        ("{} {}", 3, "text after the end of the value"),
        ("{}}", 2, "one closing } too many"),
        ("{'a':1}", 1, "single quotes"),
        ("{\u{201c}a\u{201d}:1}", 1, "straight double quotes"),
        ("{a:1}", 1, "must stand in double quotes: \"a\""),
        ("{\"a\" 1}", 5, "a colon must follow the name, not 1"),
        ("{\"a\":}", 5, "a value is missing"),
        ("{\"a\":1 \"b\":2}", 7, "a comma is missing"),
        ("{\"a\":\"b\"c\"}", 8, "closed too early"),
        ("{\"a\":1", 6, "the object opened on line 1 is not closed"),
        ("[\n{\"a\":1\n]", 9, "the object opened on line 2 needs a closing brace"),
        ("[\"a\u{1b}\"]", 3, "must be written as \\u001b"),
        ("[\"a\tb\"]", 3, "must be written as \\t"),
        ("[\"a\nb\"]", 3, "the line ends inside the string that begins on line 1"),
        ("[\"a", 1, "not closed"),
        (r#"["\ud800"]"#, 2, "lone surrogate"),
        (r#"["\udc00\ud800"]"#, 2, "lone surrogate"),
        (r#"["\ud800\u0041"]"#, 2, "lone surrogate"),
        (r#"["\x"]"#, 2, "\\x is not an escape"),
        (r#"["\u12g4"]"#, 2, "four hexadecimal digits"),
        ("[1e999]", 1, "beyond the range"),
        ("[01]", 1, "does not begin with 0"),
        ("[1.]", 3, "decimal point"),
        ("[.5]", 1, "before its decimal point"),
        ("[+1]", 1, "plus sign"),
        ("[-Infinity]", 1, "not a number"),
        ("[NaN]", 1, "not a number"),
        ("[True]", 1, "write true"),
        ("[undefined]", 1, "write null"),
        ("[1;2]", 2, "semicolon"),
        ("[1,\u{a0}2]", 3, "U+00A0"),
        ("[,1]", 1, "missing before this comma"),
        ("{\"a\":1]", 6, "needs a closing brace"),
    ] {
        let (at, reason) = fault(text);
        assert!(reason.contains(part), "{text:?}: {reason}");
        assert_eq!(at, offset, "{text:?}: {reason}");
    }
}

#[test]
fn bytes_that_are_not_utf8_are_told() {
    let error = Json::parse_bytes(b"{\"a\":\"\xe4\"}").unwrap_err();
    assert_eq!((error.offset, error.reason.contains("0xE4")), (6, true));
    assert!(Json::parse_bytes(b"\xff\xfe{\0}\0").unwrap_err().reason.contains("UTF-16"));
    assert!(Json::parse_bytes("\"ä\"".as_bytes()).is_ok());
}

#[test]
fn trees_are_shared_between_threads_and_small() {
    fn shared<T: Send + Sync + Clone>() {}
    shared::<Json>();
    assert_eq!(std::mem::size_of::<Slot>(), 28);
    let foreign = NodeId(99);
    assert_eq!(json("1").node(foreign).raw(), "1");
}

#[test]
fn hostile_texts_cost_little() {
    let wide = format!("[{}1]", "1,".repeat(500_000));
    assert_eq!(Json::parse(wide).unwrap().len(), 500_002);
    let same = format!("{{{}\"a\":1}}", "\"a\":1,".repeat(100_000));
    let json = Json::parse(same).unwrap();
    assert_eq!(json.root().members().count(), 1);
    assert_eq!(json.replaced().count(), 100_000);
    let names: Vec<_> = (0..100_000).map(|index| format!("\"{index}\":{index}")).collect();
    let json = Json::parse(format!("{{{}}}", names.join(","))).unwrap();
    for index in 0..100_000 {
        assert_eq!(json.root().get(&index.to_string()).unwrap().raw(), index.to_string());
    }
}
