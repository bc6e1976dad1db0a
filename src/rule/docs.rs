//! The documentation of a rule, taken apart: a summary, prose, and examples that run as tests.
//!
//! The first line is the summary. Examples are fenced blocks whose first line reads
//! `LANGUAGE bad|good|fixed [file=NAME] [publisher=independent] [also=RULE,RULE] [published] [and]`:
//!
//! - `json`: a merge patch (RFC 7386: `null` takes a member away) for the clean connector's
//!   definition, or for the properties with `file=apiProperties.json`;
//! - `text`: the whole text of a file, `apiDefinition.swagger.json` unless `file=` says otherwise;
//! - `files`: one change a line: `remove NAME`, `rename NAME NAME`, `text NAME TEXT`, `icon NAME
//!   WIDTHxHEIGHT [BACKGROUND [PERCENT]]` (how much of it the logo fills), `operations NAME COUNT`
//!   (as many operations in all), `schemas NAME COUNT` (as many schemas in all), `parts NAME COUNT`
//!   (as many schemas in the response), `pad NAME BYTES` (blanks at the end until the file has that
//!   size);
//! - `toml`: answers, merged into the answers of the clean submission;
//! - `package`: one change a line to a clean marketplace package, by paths through its zips: `remove
//!   PATH`, `rename PATH PATH`, `text PATH TEXT`, `replace PATH OLD => NEW`, `folder PATH`, `link PATH
//!   TARGET` (a symbolic link), `lock PATH` (encrypted), `unzip PATH` (a zip's bytes are text), `plugin`
//!   (it is to hold one);
//! - `branch`: one fact a line of a branch that holds the clean connector: `name NAME`, `target NAME`,
//!   `origin NAME`, `changed PATH`, `removed PATH`.
//!
//! `published` makes it a change of the published version, with which the connector is compared.
//! `and` makes a block a further part of the example before it. `also` names other rules that the
//! example breaks as well. Without `publisher=` an example is of a verified publisher, or of an
//! independent one where the rule is for those alone.

use crate::answers::Publisher;

/// Documentation, taken apart.
#[derive(Debug)]
pub struct Docs<'a> {
    /// One sentence.
    pub summary: &'a str,
    /// What follows, in order.
    pub blocks: Vec<Block<'a>>,
}

/// A stretch of documentation.
#[derive(Debug)]
pub enum Block<'a> {
    /// Markdown.
    Text(&'a str),
    /// An example.
    Example(Example<'a>),
}

/// What an example shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It breaks the rule.
    Bad,
    /// It keeps the rule.
    Good,
    /// What the fix makes of the bad one.
    Fixed,
}

/// One fenced example.
#[derive(Debug)]
pub struct Example<'a> {
    /// `json`, `text`, `files`, `toml`, `package` or `branch`.
    pub language: &'a str,
    /// What it shows.
    pub verdict: Verdict,
    /// The file it is about, when it names one.
    pub file: Option<&'a str>,
    /// Whose rules it is judged by, when it names one.
    pub publisher: Option<Publisher>,
    /// Other rules that it breaks.
    pub also: Vec<&'a str>,
    /// It changes the published version rather than the one that is handed in.
    pub published: bool,
    /// A further part of the example before it.
    pub and: bool,
    /// What stands between the fences.
    pub text: &'a str,
}

impl<'a> Docs<'a> {
    /// Takes documentation apart.
    ///
    /// # Errors
    /// What is wrong with it; a test reads every rule's.
    pub fn parse(docs: &'a str) -> Result<Self, String> {
        let docs = docs.trim();
        let (summary, mut rest) = docs.split_once('\n').unwrap_or((docs, ""));
        let mut blocks = Vec::new();
        while let Some((before, after)) = rest.split_once("```") {
            push_text(&mut blocks, before);
            let (info, body) = after.split_once('\n').ok_or("a fence without a body")?;
            let (text, tail) = body.split_once("```").ok_or("a fence that is not closed")?;
            blocks.push(Block::Example(example(info, text)?));
            rest = tail;
        }
        push_text(&mut blocks, rest);
        Ok(Self { summary: summary.trim(), blocks })
    }

    /// The examples.
    pub fn examples(&self) -> impl Iterator<Item = &Example<'a>> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Example(example) => Some(example),
            Block::Text(_) => None,
        })
    }
}

impl Docs<'_> {
    /// Summary and prose without the examples, and without what only leads to one.
    pub fn prose(&self) -> String {
        let texts = self.blocks.iter().filter_map(|block| match block {
            Block::Text(text) => Some(*text),
            Block::Example(_) => None,
        });
        let paragraphs = texts.flat_map(|text| text.split("\n\n"));
        std::iter::once(self.summary)
            .chain(paragraphs.filter(|paragraph| !paragraph.ends_with(':')))
            .collect::<Vec<_>>()
            .join("\n\n")
    }

    /// All of it as Markdown for people: what only tests need is left out of the fences.
    pub fn markdown(&self) -> String {
        let mut out = self.summary.to_owned();
        for block in &self.blocks {
            out.push_str("\n\n");
            match block {
                Block::Text(text) => out.push_str(text),
                Block::Example(example) => {
                    let text = example.text.trim_end();
                    let language = match example.language {
                        "files" | "package" | "branch" => "text",
                        language => language,
                    };
                    let fence = format!("{}:\n\n```{language}\n{text}\n```", example.lead());
                    out.push_str(&fence);
                }
            }
        }
        out
    }
}

impl Example<'_> {
    /// What it shows and where it stands, as the words before a colon.
    pub fn lead(&self) -> String {
        let lead = match (self.and, self.verdict) {
            (true, _) => "together with",
            (false, Verdict::Bad) if self.published => {
                "It is broken where the published version had this"
            }
            (false, Verdict::Good) if self.published => {
                "It is kept where the published version had this"
            }
            (false, Verdict::Bad) => "This breaks it",
            (false, Verdict::Good) => "This keeps it",
            (false, Verdict::Fixed) => "The fix makes this of it",
        };
        let file = match (self.file, self.language) {
            (Some(file), _) => format!(", in {file}"),
            (None, "json" | "text") => ", in apiDefinition.swagger.json".to_owned(),
            (None, "toml") => ", in the draft".to_owned(),
            (None, "package") => ", as changes to the package".to_owned(),
            (None, "branch") => ", as what is on the branch".to_owned(),
            (None, _) => ", as changes to the folder".to_owned(),
        };
        let publisher = self
            .publisher
            .map_or_else(String::new, |publisher| format!(" ({} publisher)", publisher.word()));
        format!("{lead}{file}{publisher}")
    }
}

fn push_text<'a>(blocks: &mut Vec<Block<'a>>, text: &'a str) {
    if !text.trim().is_empty() {
        blocks.push(Block::Text(text.trim()));
    }
}

fn example<'a>(info: &'a str, text: &'a str) -> Result<Example<'a>, String> {
    let mut words = info.split_whitespace();
    let language = words.next().ok_or("a fence without a language")?;
    if !["json", "text", "files", "toml", "package", "branch"].contains(&language) {
        return Err(format!("`{language}` is no language of examples"));
    }
    let verdict = match words.next() {
        Some("bad") => Verdict::Bad,
        Some("good") => Verdict::Good,
        Some("fixed") => Verdict::Fixed,
        other => return Err(format!("an example is bad, good or fixed, not {other:?}")),
    };
    let mut example = Example {
        language,
        verdict,
        file: None,
        publisher: None,
        also: Vec::new(),
        published: false,
        and: false,
        text,
    };
    for word in words {
        match word.split_once('=') {
            Some(("file", name)) => example.file = Some(name),
            Some(("publisher", name)) => {
                let publisher = Publisher::parse(name);
                example.publisher = Some(publisher.ok_or(format!("no publisher `{name}`"))?);
            }
            Some(("also", rules)) => example.also = rules.split(',').collect(),
            None if word == "and" => example.and = true,
            None if word == "published" => example.published = true,
            _ => return Err(format!("`{word}` is not understood")),
        }
    }
    Ok(example)
}
