//! The checklist as one page: nothing is loaded, nothing runs, and it reads well on paper.
//!
//! State and level are always a word and a mark, with colour only besides.

use std::fmt::Write as _;

use super::list::{Answer, Checklist, Entry, PackageState, Task};
use super::{counted, range};
use crate::source::html::{Message, Prose, Text, page};
use crate::tasks::State;

/// The whole of it.
pub(super) fn render(list: &Checklist) -> String {
    let mut out = String::new();
    head(&mut out, list);
    out.push_str("<main id=\"list\">\n");
    standing(&mut out, list);
    update(&mut out, list);
    errors(&mut out, list);
    journey(&mut out, list);
    days(&mut out, list);
    aside(&mut out, list);
    lesser(&mut out, list);
    answers(&mut out, list);
    marketplace(&mut out, &list.marketplace);
    out.push_str("</main>\n");
    page(&format!("Submission checklist: {}", list.title), &out)
}

fn head(out: &mut String, list: &Checklist) {
    out.push_str("<a class=\"skip\" href=\"#list\">Skip to the checklist</a>\n<header>\n");
    if let Some(icon) = &list.icon {
        // Writing to a String cannot fail, here and below.
        let _ = writeln!(
            out,
            "<img src=\"{}\" width=\"64\" height=\"64\" alt=\"Icon of the connector, {} by {} \
             pixels\">",
            icon.address, icon.width, icon.height
        );
    }
    let whom = match list.publisher.name.as_str() {
        "" => list.whom().to_owned(),
        name => format!("{name}, {}", list.whom()),
    };
    let _ = writeln!(
        out,
        "<div>\n<h1>Submission checklist: {}</h1>\n<p class=\"soft\">Made by conncert {} on <time \
         datetime=\"{made}\">{made}</time> for {}.</p>\n</div>\n</header>",
        Text(&list.title),
        list.conncert,
        Text(&whom),
        made = list.made,
    );
}

fn section(out: &mut String, id: &str, title: &str) {
    let _ = writeln!(out, "<section aria-labelledby=\"{id}\">\n<h2 id=\"{id}\">{title}</h2>");
}

fn standing(out: &mut String, list: &Checklist) {
    section(out, "standing", "Where it stands");
    let (class, verdict, says) = match list.package.state {
        PackageState::Ready if list.package.says.is_empty() => {
            ("done", "✓ The files can be handed in.", "Nothing holds them back.")
        }
        PackageState::Ready => ("done", "✓ Handed in.", list.package.says.as_str()),
        PackageState::Incomplete => ("warning", "! Incomplete.", list.package.says.as_str()),
        PackageState::Refused => ("error", "✗ Not ready yet.", list.package.says.as_str()),
    };
    let _ = writeln!(
        out,
        "<div class=\"verdict {class}\"><p><strong>{verdict}</strong> {}</p></div>",
        Prose(says)
    );
    if let Some((number, task)) = list.next() {
        let _ = writeln!(
            out,
            "<p>Next: <a href=\"#task-{number}\">{}</a> ({}, {}).</p>",
            task.title, task.who, task.duration
        );
    }
    if !list.standing.files_checked {
        out.push_str("<p>The files were not checked: no connector folder is known.</p>\n");
    }
    let standing = &list.standing;
    out.push_str("<dl class=\"numbers\">\n");
    let mut number = |what: &str, class: &str, value: &str| {
        let _ = writeln!(out, "<div><dt>{what}</dt><dd class=\"{class}\">{value}</dd></div>");
    };
    for tasks in &standing.tasks {
        let what = format!("tasks {} {}", tasks.state.mark(), tasks.state.word());
        number(&what, "", &format!("{} of {}", tasks.count, standing.all));
    }
    number("days still to go", "", &range(standing.days_left));
    for (what, class, count) in [
        ("questions to answer", "n-warning", standing.questions),
        ("errors", "n-error", standing.errors),
        ("warnings", "n-warning", standing.warnings),
        ("advice", "n-advice", standing.advice),
    ] {
        number(what, if count == 0 { "" } else { class }, &count.to_string());
    }
    out.push_str("</dl>\n</section>\n");
}

fn update(out: &mut String, list: &Checklist) {
    let Some(update) = &list.update else { return };
    section(out, "update", "This update");
    let _ = writeln!(out, "<p>{}</p>", Prose(&update.says));
    if !update.changes.is_empty() {
        table(out, "Changes", &["change", "what", "counts as"]);
        for change in &update.changes {
            let size = if change.minor { "minor" } else { "major" };
            let _ = writeln!(
                out,
                "<tr><td>{}</td><th scope=\"row\">{}</th><td>{size}</td></tr>",
                change.verb,
                Text(&change.what)
            );
        }
        out.push_str("</tbody>\n</table>\n</div>\n<p>To hand in:</p>\n<ul>\n");
        for sentence in &update.resubmit {
            let _ = writeln!(out, "<li>{}</li>", Prose(sentence));
        }
        out.push_str("</ul>\n");
    }
    out.push_str("</section>\n");
}

fn errors(out: &mut String, list: &Checklist) {
    if list.errors.is_empty() {
        return;
    }
    section(out, "errors", "What keeps it open");
    for (number, entry) in list.errors.iter().enumerate() {
        finding(out, entry, &format!("error-{}", number + 1));
    }
    out.push_str("</section>\n");
}

fn finding(out: &mut String, entry: &Entry, id: &str) {
    let level = entry.level;
    let mark = mark(level);
    let _ = writeln!(
        out,
        "<article class=\"finding {level}\" id=\"{id}\">\n<h3><strong class=\"level {level}\">{mark} \
         {level}</strong> <code>{}</code></h3>\n<p>{}</p>",
        entry.rule,
        Message(&entry.message)
    );
    place(out, entry);
    if let Some((before, place, behind)) = &entry.frame {
        let line = entry.line.unwrap_or(1);
        let _ = writeln!(
            out,
            "<pre tabindex=\"0\" role=\"region\" aria-label=\"{id}, line {line}\"><code><span \
             class=\"soft\">{line} │ </span>{}<mark>{}</mark>{}</code></pre>",
            Text(before),
            Text(place),
            Text(behind.trim_end())
        );
    }
    out.push_str("</article>\n");
}

fn place(out: &mut String, entry: &Entry) {
    let place = entry.place(ToOwned::to_owned);
    let _ = write!(out, "<p class=\"where\">{}", Text(&place));
    if !entry.pointer.is_empty() && entry.answer.is_none() {
        let _ = write!(out, " <code>{}</code>", Text(&entry.pointer));
    }
    out.push_str("</p>\n");
}

fn mark(level: &str) -> &'static str {
    match level {
        "error" => "✗",
        "warning" => "!",
        _ => "i",
    }
}

fn state(state: State) -> &'static str {
    match state {
        State::Done => "done",
        State::Open => "open",
        State::ToAttest => "to-attest",
        State::Microsoft => "microsoft",
    }
}

fn journey(out: &mut String, list: &Checklist) {
    section(out, "journey", "The journey");
    let longest = list.journey.iter().map(|task| task.days.1).max().unwrap_or_default().max(1);
    out.push_str("<ol class=\"line\">\n");
    for (number, one) in list.journey.iter().enumerate() {
        task(out, number + 1, one, list, longest);
    }
    out.push_str("</ol>\n</section>\n");
}

fn task(out: &mut String, number: usize, task: &Task, list: &Checklist, longest: u32) {
    let class = state(task.state);
    let _ = writeln!(
        out,
        "<li class=\"{class}\" id=\"task-{number}\">\n<span class=\"sign\" aria-hidden=\"true\">{}</span>\n<h3>{number}. {} \
         — <strong class=\"state {class}\">{}</strong></h3>\n<p>{}</p>",
        task.state.mark(),
        task.title,
        task.state.word(),
        Prose(task.how)
    );
    let _ = writeln!(
        out,
        "<p class=\"soft\">Who: {}. What or where: {}. Usually takes: {}.</p>",
        task.who,
        Prose(task.address),
        task.duration
    );
    if task.state != State::Done && task.days.1 > 0 {
        let percent = task.days.1 * 100 / longest;
        let _ = writeln!(
            out,
            "<p class=\"soft\">Days: {}<span class=\"scale\" aria-hidden=\"true\"><span class=\"days\" \
             style=\"width:{percent}%\"></span></span></p>",
            range(task.days)
        );
    }
    for (what, day) in [("Began", &task.began), ("Done", &task.ended)] {
        if let Some(day) = day {
            let _ = writeln!(out, "<p>{what} on <time datetime=\"{day}\">{day}</time>.</p>");
        }
    }
    if !task.ticks.is_empty() || !task.unconfirmed.is_empty() {
        out.push_str("<ul class=\"ticks\">\n");
        for tick in &task.ticks {
            let _ = match &tick.day {
                Some(day) => writeln!(out, "<li>☑ {} (<time>{day}</time>)</li>", Prose(tick.says)),
                None => writeln!(out, "<li>☐ {}</li>", Prose(tick.says)),
            };
        }
        if !task.unconfirmed.is_empty() {
            let keys: Vec<String> =
                task.unconfirmed.iter().map(|key| format!("<code>{key}</code>")).collect();
            let keys = keys.join(", ");
            let _ = writeln!(out, "<li>☐ Read from the files, and yours to confirm: {keys}</li>");
        }
        out.push_str("</ul>\n");
    }
    if !task.findings.is_empty() {
        let count = counted(task.findings.len(), "finding");
        let first = task.findings.first().and_then(|first| {
            let same = |entry: &Entry| entry.rule == first.rule && entry.pointer == first.pointer;
            list.errors.iter().position(same)
        });
        let _ = writeln!(
            out,
            "<p><a href=\"#error-{}\">{count} {} it open</a></p>",
            first.map_or(1, |at| at + 1),
            if task.findings.len() == 1 { "keeps" } else { "keep" }
        );
    }
    out.push_str("</li>\n");
}

fn days(out: &mut String, list: &Checklist) {
    if list.dates.is_empty() {
        return;
    }
    section(out, "dates", "Dates");
    table(out, "Dates", &["what", "when", "what follows"]);
    for day in &list.dates {
        let _ = writeln!(
            out,
            "<tr><th scope=\"row\">{}</th><td><time>{}</time></td><td>{}</td></tr>",
            Prose(day.what),
            day.when,
            Prose(&day.follows)
        );
    }
    out.push_str("</tbody>\n</table>\n</div>\n</section>\n");
}

/// Opens a table that scrolls by itself where it is too wide.
fn table(out: &mut String, label: &str, heads: &[&str]) {
    let _ = writeln!(
        out,
        "<div class=\"scroll few\" tabindex=\"0\" role=\"region\" aria-label=\"{label}, table\">\n<table>\n\
         <thead><tr>{}</tr></thead>\n<tbody>",
        heads.iter().flat_map(|head| ["<th scope=\"col\">", head, "</th>"]).collect::<String>()
    );
}

fn aside(out: &mut String, list: &Checklist) {
    let aside = &list.aside;
    if aside.errors.is_empty() && aside.lesser == 0 {
        return;
    }
    section(out, "aside", "Set aside by conncert.toml");
    out.push_str(
        "<p>Nothing here waits for these, but Microsoft does not know that file and will see \
         them.</p>\n",
    );
    for (number, excused) in aside.errors.iter().enumerate() {
        finding(out, &excused.finding, &format!("aside-{}", number + 1));
        let _ = writeln!(out, "<p>{}</p>", Text(&excused.why));
    }
    if aside.lesser > 0 {
        let _ = writeln!(out, "<p>{}.</p>", counted(aside.lesser, "lesser finding"));
    }
    out.push_str("</section>\n");
}

fn lesser(out: &mut String, list: &Checklist) {
    if list.lesser.is_empty() {
        return;
    }
    section(out, "lesser", "Worth mending, though nothing waits for it");
    for group in &list.lesser {
        let level = group.level;
        let _ = writeln!(
            out,
            "<details open>\n<summary><h3><strong class=\"level {level}\">{} {level}</strong> \
             <code>{}</code>, {}</h3></summary>\n<ul>",
            mark(level),
            group.rule,
            counted(group.count, "place")
        );
        for entry in &group.findings {
            let place = entry.place(ToOwned::to_owned);
            let _ = writeln!(out, "<li>{}: {}</li>", Text(&place), Message(&entry.message));
        }
        if group.count > group.findings.len() {
            let _ = writeln!(out, "<li>and {} more</li>", group.count - group.findings.len());
        }
        out.push_str("</ul>\n</details>\n");
    }
    out.push_str("</section>\n");
}

fn answers(out: &mut String, list: &Checklist) {
    if list.answers.is_empty() {
        return;
    }
    section(out, "answers", "Your answers");
    for step in &list.answers {
        let _ = writeln!(out, "<h3>{}</h3>\n<table class=\"answers\">\n<tbody>", step.title);
        for answer in &step.answers {
            let _ = writeln!(
                out,
                "<tr><th scope=\"row\">{}</th><td>{}</td></tr>",
                Prose(answer.question),
                said(answer)
            );
        }
        out.push_str("</tbody>\n</table>\n");
    }
    out.push_str("</section>\n");
}

fn said(answer: &Answer) -> String {
    let Some(given) = &answer.text else {
        return "<span class=\"soft\">not answered</span>".to_owned();
    };
    let lines: Vec<String> = given
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(|line| {
            let is_address = line.starts_with("https://")
                && line.bytes().all(|byte| byte.is_ascii_graphic() && !b"<>\"\\`".contains(&byte));
            let text = Text(line);
            if is_address { format!("<a href=\"{text}\">{text}</a>") } else { text.to_string() }
        })
        .collect();
    let mut out = format!("{}{}", lines.join("<br>"), Text(&answer.note));
    if let Some(from) = &answer.read_from {
        let _ =
            write!(out, " <span class=\"soft\">(read from {}, not confirmed)</span>", Text(from));
    }
    out
}

/// How the package is made: our own Markdown, of which only these parts are used: headings,
/// paragraphs, numbered steps, and a block of text within one.
fn marketplace(out: &mut String, markdown: &str) {
    let (mut opened, mut listed, mut block) = (false, false, false);
    for line in markdown.lines() {
        let text = line.trim();
        let step = text.split_once(". ").filter(|(number, _)| number.parse::<u32>().is_ok());
        if text.starts_with("```") {
            out.push_str(if block {
                "</code></pre>\n"
            } else {
                "<pre tabindex=\"0\" role=\"region\" aria-label=\"Layout of the package\"><code>"
            });
            block = !block;
        } else if block {
            let _ = writeln!(out, "{}", Text(line.strip_prefix("   ").unwrap_or(line)));
        } else if let Some(title) = text.strip_prefix("## ") {
            section(out, "package", &Text(title).to_string());
            opened = true;
        } else if let Some((_, step)) = step {
            out.push_str(if listed {
                "</li>
"
            } else {
                "<ol>
"
            });
            listed = true;
            let _ = write!(out, "<li>{}", Prose(step));
        } else if !text.is_empty() {
            let _ = writeln!(out, "<p>{}</p>", Prose(text));
        }
    }
    if listed {
        out.push_str("</li>\n</ol>\n");
    }
    if opened {
        out.push_str("</section>\n");
    }
}
