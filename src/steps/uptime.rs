//! The step `uptime`: how reliable the service is.

use super::Step;
use crate::answers::{Kind, Question};

/// The step.
pub static STEP: Step = Step {
    id: "uptime",
    title: "Uptime",
    intro: "How much of the time does your service answer? Microsoft recommends 99.9 % or more. \
            It is advice: less, or not knowing, does not stop you, and no proof is asked for. To \
            leave the preview later, 99.95 % is expected.",
    questions: &[
        Question {
            key: "uptime.percent",
            prompt: "Uptime in per cent",
            help: "What you promise or measure, over a month or a year. Give it, and conncert \
                   tells what the figure means.",
            example: "99.95",
            kind: Kind::Percent,
            asked: |_| true,
            required: |_| false,
            stands: None,
            prefill: None,
        },
        Question {
            key: "uptime.evidence",
            prompt: "Where can a reviewer see it?",
            help: "A status page, or the name of the agreement that promises it. It stands on \
                   your checklist.",
            example: "https://status.contoso.com",
            kind: Kind::Line,
            asked: |_| true,
            required: |_| false,
            stands: None,
            prefill: None,
        },
    ],
};
