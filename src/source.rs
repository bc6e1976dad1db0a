//! Text with positions: lines, a JSON tree that knows where everything stands, pointers, edits.
//!
//! The lowest room of the house. It reads text it is given and hands text back; it knows nothing
//! of connectors, judges nothing, and touches neither disk nor terminal. Nothing in it panics,
//! whatever bytes come in.
//!
//! - [`text`]: spans, line and column, text made safe to print
//! - [`json`]: strict JSON as a flat tree of spans
//! - [`pointer`]: JSON Pointer and `$ref`
//! - [`pattern`]: faults of regular expressions
//! - [`edit`]: changes of a JSON text that leave every other byte alone
//! - [`xml`]: XML of unknown origin as a tree
//! - [`excerpt`]: a line with a place in it
//! - [`html`]: text made safe to stand in a page
//! - [`near`]: words that somebody may have meant
//! - [`hash`]: maps and sets that hash quickly

pub mod edit;
pub mod excerpt;
pub mod hash;
pub mod html;
pub mod json;
pub mod markdown;
pub mod near;
pub mod pattern;
pub mod pointer;
pub mod text;
pub mod xml;
