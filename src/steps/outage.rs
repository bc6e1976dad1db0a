//! What an uptime means: minutes of outage a month and a year.

/// The uptime that Microsoft recommends, in per cent.
pub const RECOMMENDED: f64 = 99.9;

const MINUTES_A_YEAR: f64 = 365.25 * 24.0 * 60.0;

/// The outage that an uptime allows.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Outage {
    /// Minutes in a month, the twelfth part of a year.
    pub month_minutes: f64,
    /// Minutes in a year of 365.25 days.
    pub year_minutes: f64,
}

/// The outage of an uptime in per cent.
pub fn outage(percent: f64) -> Outage {
    let year_minutes = MINUTES_A_YEAR * (100.0 - percent) / 100.0;
    Outage { month_minutes: year_minutes / 12.0, year_minutes }
}

/// A duration in its two largest units: `43 m 50 s`, `8 h 46 m`, `3 d 16 h`.
pub fn duration(minutes: f64) -> String {
    // Durations of up to a year fit; the cast saturates beyond.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "at most a year in seconds"
    )]
    let seconds = (minutes * 60.0).round() as u64;
    let units = [("d", 86_400), ("h", 3_600), ("m", 60), ("s", 1)];
    for (index, (name, length)) in units.into_iter().enumerate() {
        if seconds < length && length > 1 {
            continue;
        }
        let Some((smaller, part)) = units.get(index + 1) else { break };
        let (mut whole, mut rest) = (seconds / length, (seconds % length + part / 2) / part);
        if rest * part == length {
            (whole, rest) = (whole + 1, 0);
        }
        return if rest == 0 {
            format!("{whole} {name}")
        } else {
            format!("{whole} {name} {rest} {smaller}")
        };
    }
    format!("{seconds} s")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_figures() {
        let texts = |percent| {
            let outage = outage(percent);
            (duration(outage.month_minutes), duration(outage.year_minutes))
        };
        let pair = |month: &str, year: &str| (month.to_owned(), year.to_owned());
        assert_eq!(texts(99.0), pair("7 h 18 m", "3 d 16 h"));
        assert_eq!(texts(99.9), pair("43 m 50 s", "8 h 46 m"));
        assert_eq!(texts(99.95), pair("21 m 55 s", "4 h 23 m"));
        assert_eq!(texts(99.99), pair("4 m 23 s", "52 m 36 s"));
        assert_eq!(texts(100.0), pair("0 s", "0 s"));
        assert_eq!(texts(0.0), pair("30 d 11 h", "365 d 6 h"));
    }
}
