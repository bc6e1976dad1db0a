//! Stopping in the middle: what is not saved is saved before, since nobody knows for how long.

use super::super::model::Model;
use super::super::msg::{Job, Now};
use super::super::suspend::Suspending;
use super::save;

/// The publisher asks for it.
pub(super) fn asked(model: &mut Model, now: &Now) -> Vec<Job> {
    if !model.can_suspend {
        model.say("no shell waits behind conncert");
        return Vec::new();
    }
    model.suspending = Suspending::Asked;
    save(model, now)
}

/// The system asks for it.
pub(super) fn told(model: &mut Model, now: &Now) -> Vec<Job> {
    model.suspending = Suspending::Told;
    save(model, now)
}

#[cfg(test)]
mod tests {
    use super::super::super::theme::{Kind, Theme};
    use super::*;

    #[test]
    fn it_is_refused_where_nobody_would_wake_us() {
        let mut model = Model::new(Theme::new(Kind::Monochrome, false), (80, 24));
        let now = Now {
            millis: 0,
            today: jiff::civil::date(2026, 11, 23),
            timestamp: jiff::Timestamp::UNIX_EPOCH,
        };
        assert!(asked(&mut model, &now).is_empty());
        assert_eq!(model.suspending, Suspending::No);
        model.can_suspend = true;
        asked(&mut model, &now);
        assert_eq!(model.suspending, Suspending::Asked);
        told(&mut model, &now);
        assert_eq!(model.suspending, Suspending::Told);
    }
}
