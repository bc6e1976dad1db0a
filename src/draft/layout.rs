//! Where things stand in a draft: new tables and keys in the order of the steps, comments kept.
//! Knows no answers; moves nothing that stands already.

use toml_edit::{Decor, DocumentMut, Item, RawString, Table, Value};

/// A table of the draft; made, in the given order, where there is none. Others go to the end.
pub(super) fn table<'a>(document: &'a mut DocumentMut, name: &str, order: &[&str]) -> &'a mut Item {
    if document.get(name).is_none() {
        let rank = |name: &str| order.iter().position(|table| *table == name);
        // Room between the tables, then a place behind the last one that comes before.
        let mut last = 0;
        let mut after = 0;
        for (key, item) in document.iter_mut() {
            if let Some(table) = item.as_table_mut() {
                spread(table);
                last = last.max(deepest(table));
                let before = match (rank(&key), rank(name)) {
                    (Some(there), Some(here)) => there < here,
                    (_, None) => true,
                    (None, Some(_)) => false,
                };
                if before {
                    after = after.max(deepest(table));
                }
            }
        }
        let mut fresh = Table::new();
        fresh.set_position(Some(if after == 0 && last > 0 { -1 } else { after + 1 }));
        if after == last {
            // A comment at the end of the file belongs to what stood there before.
            let trailing = raw(document.trailing());
            document.set_trailing("");
            let gap = if document.is_empty() { "" } else { "\n" };
            fresh.decor_mut().set_prefix(format!("{trailing}{gap}"));
        } else {
            fresh.decor_mut().set_prefix("\n");
        }
        document.insert(name, Item::Table(fresh));
    }
    &mut document[name]
}

fn spread(table: &mut Table) {
    if let Some(position) = table.position() {
        table.set_position(Some(position.saturating_mul(2)));
    }
    for (_, item) in table.iter_mut() {
        if let Some(table) = item.as_table_mut() {
            spread(table);
        }
        for table in item.as_array_of_tables_mut().into_iter().flat_map(|list| list.iter_mut()) {
            spread(table);
        }
    }
}

fn deepest(table: &Table) -> isize {
    let below = table.iter().map(|(_, item)| {
        let nested = item.as_table().map_or(0, deepest);
        let listed =
            item.as_array_of_tables().map_or(0, |list| list.iter().map(deepest).max().unwrap_or(0));
        nested.max(listed)
    });
    table.position().unwrap_or(0).max(below.max().unwrap_or(0))
}

/// Sets a value of a table. One that stands there keeps its comment; a new one gets one, and its
/// place in the order.
pub(super) fn set(
    item: &mut Item,
    key: &str,
    mut value: Value,
    comment: Option<&str>,
    order: &[&str],
) {
    let is_inline = item.is_inline_table();
    let Some(table) = item.as_table_like_mut() else { return };
    if let Some(found) = table.get_mut(key).and_then(Item::as_value_mut) {
        let decor: Decor = found.decor().clone();
        *found = value;
        *found.decor_mut() = decor;
        return;
    }
    // In a table on one line a comment would swallow what follows.
    if let Some(comment) = comment.filter(|_| !is_inline) {
        decorate(&mut value, key.len(), comment);
    }
    table.insert(key, Item::Value(value));
    arrange(item, key, order);
}

/// Brings a new key behind the last one that comes before it, else before the first that comes
/// after it, else to the end.
fn arrange(item: &mut Item, key: &str, order: &[&str]) {
    let rank = |key: &str| order.iter().position(|other| *other == key);
    let (Some(own), Some(table)) = (rank(key), item.as_table_like()) else { return };
    let others = table.iter().map(|(other, _)| other.to_owned()).filter(|other| other != key);
    let mut keys: Vec<String> = others.collect();
    let before = keys.iter().rposition(|other| rank(other).is_some_and(|rank| rank < own));
    let behind = keys.iter().position(|other| rank(other).is_some_and(|rank| rank > own));
    let place = before.map(|at| at + 1).or(behind).unwrap_or(keys.len());
    keys.insert(place, key.to_owned());
    let index = |key: &str| keys.iter().position(|other| other == key);
    if let Some(table) = item.as_table_mut() {
        table.sort_values_by(|a, _, b, _| index(a.get()).cmp(&index(b.get())));
    } else if let Some(table) = item.as_inline_table_mut() {
        table.sort_values_by(|a, _, b, _| index(a.get()).cmp(&index(b.get())));
        // Blanks belong to the braces, not to the value that stood beside them; comments stay.
        if !table.to_string().contains(['#', '\n']) {
            table.fmt();
        }
    }
}

/// Removes a key. Comments in lines of their own above it stay where they are.
pub(super) fn remove(item: &mut Item, key: &str) {
    let is_inline = item.is_inline_table();
    let Some(table) = item.as_table_like_mut() else { return };
    let above = table.key(key).and_then(|key| key.leaf_decor().prefix()).map(raw);
    let above = above.filter(|above| above.contains('#') && !is_inline);
    let before = table.iter().take_while(|(other, _)| *other != key).last();
    let before = before.filter(|(_, item)| item.is_value()).map(|(other, _)| other.to_owned());
    table.remove(key);
    let Some(above) = above else { return };
    // A suffix is written before the end of the line, so it may carry lines of its own.
    let decor = match before {
        Some(before) => item.get_mut(&before).and_then(Item::as_value_mut).map(Value::decor_mut),
        None => item.as_table_mut().map(Table::decor_mut),
    };
    if let Some(decor) = decor {
        let suffix = decor.suffix().map(raw).unwrap_or_default();
        decor.set_suffix(format!("{suffix}\n{}", above.trim_end()));
    }
}

fn raw(text: &RawString) -> String {
    text.as_str().unwrap_or_default().to_owned()
}

/// A value without what stands around it.
pub(super) fn plain(value: &Value) -> String {
    let mut value = value.clone();
    value.decor_mut().clear();
    value.to_string()
}

/// A comment behind a value, in a column of its own where the value leaves room.
fn decorate(value: &mut Value, key: usize, comment: &str) {
    const COLUMN: usize = 35;
    let used = key + 3 + plain(value).chars().count();
    let gap = COLUMN.saturating_sub(used).max(2);
    value.decor_mut().set_prefix(" ");
    value.decor_mut().set_suffix(format!("{}# {comment}", " ".repeat(gap)));
}
