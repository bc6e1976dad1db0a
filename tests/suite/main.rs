//! One binary for all integration tests.

#![expect(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::print_stderr,
    clippy::panic,
    reason = "a test may fail loudly, and says so when it is skipped"
)]

mod answers;
mod architecture;
mod assembling;
mod catalogue;
mod changes;
mod cli;
mod clone;
mod corpus;
mod desk;
mod disk;
mod drafts;
mod examples;
mod explain;
mod export;
mod findings;
mod fixing;
mod formats;
mod judgement;
mod kits;
mod packages;
mod pages;
mod parcel;
mod plain;
mod reports;
mod settings;
mod shelf;
mod source;
mod support;
mod terminal;
mod unpack;
mod watch;
