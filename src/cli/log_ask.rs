//! Asks on a terminal for what a commitment lacks, and shows what was understood.

use inquire::validator::{ErrorMessage, Validation};
use inquire::{Confirm, Select, Text};

use super::record_rows;
use crate::figure::Stage;
use crate::ledger::Ledger;
use crate::ledger::log::{Draft, Understood};
use crate::ledger::reading::{amount, parties, years};

/// Asks for the fields that were not given. What is typed is checked as it is typed.
///
/// # Errors
/// When the person breaks off.
pub fn complete(ledger: &Ledger, draft: &mut Draft) -> anyhow::Result<()> {
    if lacks(draft, "donor") {
        let donor = Text::new("Donor:").with_help_message("Denmark, UK, EU, Rheinmetall, DK+NO");
        put(draft, "donor", donor.with_validator(check(|text| parties(text).map(drop))).prompt()?);
    }
    if lacks(draft, "amount") && lacks(draft, "for") {
        let help =
            "€1.4bn, 2-3 billion SEK, at least 30,000 drones; empty for a promise without a number";
        let ask = Text::new("Amount:").with_help_message(help);
        let ask = ask.with_validator(check(|text| {
            if text.is_empty() { Ok(()) } else { amount(text).map(drop) }
        }));
        put(draft, "amount", ask.prompt()?);
        put(
            draft,
            "for",
            Text::new("For what:").with_help_message("in your words; may be empty").prompt()?,
        );
    }
    if lacks(draft, "stage") {
        let stages = Stage::ALL.iter().map(ToString::to_string).collect();
        put(draft, "stage", Select::new("Stage:", stages).with_starting_cursor(2).prompt()?);
    }
    if lacks(draft, "recipient") {
        let ask = Text::new("Recipient:").with_help_message("may be empty");
        put(
            draft,
            "recipient",
            ask.with_validator(check(|text| {
                if text.is_empty() { Ok(()) } else { parties(text).map(drop) }
            }))
            .prompt()?,
        );
    }
    if lacks(draft, "year") {
        let ask = Text::new("Year:")
            .with_help_message("2025 or 2024-2026; empty for the year of the source");
        put(
            draft,
            "year",
            ask.with_validator(check(|text| {
                if text.is_empty() { Ok(()) } else { years(text, None).map(drop) }
            }))
            .prompt()?,
        );
    }
    if draft.source.is_none() {
        let ask = Text::new("Source:")
            .with_help_message("a document of the ledger, a file, a URL, a reference");
        draft.source = Some(ask.prompt()?).filter(|text| !text.trim().is_empty());
    }
    let known = match &draft.source {
        Some(source) => ledger.store().find_document(source)?.is_some(),
        None => false,
    };
    if draft.quote.is_none() && draft.source.is_some() {
        let help = if known { "as it stands in the document" } else { "may be empty" };
        let quote = Text::new("Quote:").with_help_message(help).prompt()?;
        draft.quote = Some(quote).filter(|text| !text.trim().is_empty());
    }
    Ok(())
}

/// Shows what was understood and asks whether to write it.
///
/// # Errors
/// When the person breaks off.
pub fn agreed(understood: &Understood) -> anyhow::Result<bool> {
    let r = &understood.record;
    let recipient = r.recipient.as_ref().map(|p| format!(" to {}", p.name())).unwrap_or_default();
    let (donors, amount) = (record_rows::donors(r), record_rows::amount(r));
    println!(
        "Understood: {donors}{recipient}, {}, {}: {amount} ({})",
        record_rows::years(r.years),
        r.stage,
        record_rows::subject(r)
    );
    if let Some(sentence) = &r.sentence {
        println!("  \"{sentence}\"");
    }
    Ok(Confirm::new("Write it down?").with_default(true).prompt()?)
}

fn lacks(draft: &Draft, field: &str) -> bool {
    !draft.fields.iter().any(|(name, _)| name == field)
}

fn put(draft: &mut Draft, field: &str, text: String) {
    if !text.trim().is_empty() {
        draft.fields.push((field.to_owned(), text));
    }
}

/// The message of a reader as a validator of the prompt.
fn check<E: std::fmt::Display>(
    read: impl Fn(&str) -> Result<(), E> + Clone + 'static,
) -> impl Fn(&str) -> Result<Validation, Box<dyn std::error::Error + Send + Sync>> + Clone {
    move |text| {
        Ok(match read(text.trim()) {
            Ok(()) => Validation::Valid,
            Err(error) => Validation::Invalid(ErrorMessage::Custom(error.to_string())),
        })
    }
}
