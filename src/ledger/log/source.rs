//! Where a commitment is from: a document, and the place of its quote there; or a reference.

use super::{Draft, quote};
use crate::ledger::{LedgerError, Record, view};
use crate::source::Document;
use crate::store::{Citation, Store};

/// Finds the source in the ledger, and the quote in it; what is not there is a reference.
pub(super) fn place(
    store: &Store,
    record: &mut Record,
    draft: &Draft,
) -> Result<Option<Citation>, LedgerError> {
    let Some(source) = draft.source.as_deref().map(str::trim).filter(|s| !s.is_empty()) else {
        record.sentence.clone_from(&draft.quote);
        return Ok(None);
    };
    let Some(id) = store.find_document(source)? else {
        if source.parse::<i64>().is_ok() {
            return Err(LedgerError::NoDocument(source.to_owned()));
        }
        record.reference = Some(source.to_owned());
        record.sentence.clone_from(&draft.quote);
        return Ok(None);
    };
    let stored = store.document(id)?.ok_or_else(|| LedgerError::NoDocument(source.to_owned()))?;
    in_document(record, draft, Some(id), &stored.document)
}

/// Finds the quote in a document; one that has no number yet gets it when it comes in.
pub(super) fn in_document(
    record: &mut Record,
    draft: &Draft,
    id: Option<i64>,
    document: &Document,
) -> Result<Option<Citation>, LedgerError> {
    record.document = id;
    record.announced = record.announced.or(document.published);
    let Some(quote) = &draft.quote else { return Ok(None) };
    let span = quote::find(&document.text, quote).ok_or_else(|| LedgerError::NoQuote {
        quote: quote.clone(),
        document: id.map_or_else(|| document.id.clone(), |id| id.to_string()),
        hint: quote::nearest(&document.text, quote),
    })?;
    let citation = Citation { document: id.unwrap_or_default(), span };
    let marked = view::marked(document, &citation, None);
    record.sentence = Some(format!("{}{}{}", marked.before, marked.quote, marked.after));
    record.wording = Some(citation.span.quote.clone());
    Ok(Some(citation))
}
