//! conncert takes the publisher of a Microsoft Power Platform connector through certification.
//!
//! One pipeline of pure functions, two shells around it. Each room imports only rooms that stand
//! above it in this list; a test reads the sources and holds that.

pub mod source;

pub mod connector;

pub mod answers;

pub mod submission;

pub mod steps;

pub mod settings;

pub mod rule;

pub mod rules;

pub mod check;

pub mod draft;
pub mod fix;
pub mod tasks;

pub mod export;
pub mod format;

pub mod store;

pub mod cli;
pub mod wizard;
