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

impl Outage {
    /// In a month: `43 m 50 s`, `7 h 18 m`.
    pub fn month(self) -> String {
        duration(self.month_minutes, 60.0)
    }

    /// In a year: `53 m`, `8 h 46 m`, `3 d 15 h 40 m`.
    pub fn year(self) -> String {
        duration(self.year_minutes, 10.0)
    }
}

/// A duration to the minute, and to the second where it is shorter than so many minutes.
fn duration(minutes: f64, exact_below: f64) -> String {
    let step: u32 = if minutes < exact_below { 1 } else { 60 };
    // Durations of up to a year fit; the cast saturates beyond.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "at most a year in seconds"
    )]
    let seconds = (minutes * 60.0 / f64::from(step)).round() as u64 * u64::from(step);
    let parts = [
        (seconds / 86_400, "d"),
        (seconds / 3_600 % 24, "h"),
        (seconds / 60 % 60, "m"),
        (seconds % 60, "s"),
    ];
    let said: Vec<String> = parts
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, unit)| format!("{count} {unit}"))
        .collect();
    if said.is_empty() { "0 s".to_owned() } else { said.join(" ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_figures() {
        let texts = |percent| (outage(percent).month(), outage(percent).year());
        let pair = |month: &str, year: &str| (month.to_owned(), year.to_owned());
        assert_eq!(texts(99.0), pair("7 h 18 m", "3 d 15 h 40 m"));
        assert_eq!(texts(99.9), pair("43 m 50 s", "8 h 46 m"));
        assert_eq!(texts(99.95), pair("21 m 55 s", "4 h 23 m"));
        assert_eq!(texts(99.99), pair("4 m 23 s", "53 m"));
        assert_eq!(texts(99.999), pair("26 s", "5 m 16 s"));
        assert_eq!(texts(100.0), pair("0 s", "0 s"));
        assert_eq!(texts(0.0), pair("30 d 10 h 30 m", "365 d 6 h"));
    }

    #[test]
    fn a_figure_that_rounds_up_to_a_whole_unit_says_the_unit() {
        assert_eq!(duration(59.9999, 60.0), "1 h");
        assert_eq!(duration(1439.9, 10.0), "1 d");
    }
}
