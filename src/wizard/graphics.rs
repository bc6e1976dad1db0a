//! Pictures pixel by pixel, by the protocols of terminals that can. Only with the feature
//! `pictures`, and only where a terminal says that it can; elsewhere half blocks stay what they are.
//!
//! The model holds the pixels, `view` tells where on the screen they belong, and what a terminal is
//! told lives here, with the thread that holds it.

#[cfg(all(feature = "pictures", unix))]
mod ask;
#[cfg(feature = "pictures")]
mod paint;
#[cfg(feature = "pictures")]
#[cfg_attr(not(unix), expect(dead_code, reason = "a Windows console is not asked"))]
mod reply;
#[cfg(feature = "pictures")]
mod sieve;
#[cfg(feature = "pictures")]
mod with;
#[cfg(not(feature = "pictures"))]
mod without;

#[cfg(feature = "pictures")]
pub(super) use {sieve::Sieve, with::Graphics};

#[cfg(not(feature = "pictures"))]
pub(super) use without::{Graphics, Sieve};
