//! What can be said after `conncert checklist`.

use std::path::PathBuf;

use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser};

use super::SetArguments;
use crate::export::checklist::{FORMS, Form};

pub(crate) const EXAMPLES: &str = "\
Examples:
  conncert checklist --draft \"Contoso Invoices\"
  conncert checklist ./my-connector --format html --out checklist.html
  conncert checklist . --format json > checklist.json

Exit codes: 0 the package could be made, 1 something holds it back, which the checklist tells.";

#[derive(Debug, Args)]
pub(crate) struct ChecklistArguments {
    /// A connector's folder; its files alone answer the questions
    #[arg(value_name = "PATH", conflicts_with = "draft")]
    pub(crate) path: Option<PathBuf>,
    /// The draft: its file or name
    #[arg(long, value_name = "FILE|NAME")]
    pub(crate) draft: Option<String>,
    /// What the checklist is written in
    #[arg(long, value_name = "FORMAT", default_value = FORMS[0].name, value_parser = forms())]
    pub(crate) format: String,
    /// Write it into this file instead of printing it
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    /// Replace the file that is there
    #[arg(long, requires = "out")]
    pub(crate) force: bool,
    #[command(flatten)]
    pub(crate) set: SetArguments,
}

fn forms() -> PossibleValuesParser {
    let value = |form: &Form| PossibleValue::new(form.name).aliases(form.alias).help(form.summary);
    FORMS.iter().map(value).collect::<Vec<_>>().into()
}

/// The form that was asked for; clap let only known names through.
pub(crate) fn chosen(name: &str) -> &'static Form {
    let is_meant = |form: &&Form| form.name == name || form.alias == Some(name);
    FORMS.iter().find(is_meant).unwrap_or(&FORMS[0])
}
