//! One binary for all integration tests.
mod drafts;
mod source;
