//! The fields of a record by name, set from text: how `log`, `amend` and files of commitments
//! write into a record.

use rust_decimal::Decimal;

use super::{amount, day, parties, party, years};
use crate::figure::{Bound, Kind};
use crate::ledger::{LedgerError, Record};
use crate::lexicon::currency;

type Set = fn(&mut Record, &str) -> Result<(), String>;

/// A field with how it is set. An empty text clears what may be empty.
const FIELDS: &[(&str, Set)] = &[
    ("amount", set_amount),
    ("donor", |r, text| {
        r.donors = if text.is_empty() { Vec::new() } else { parties(text).map_err(words)? };
        Ok(())
    }),
    ("recipient", |r, text| {
        r.recipient = optional(text, |text| party(text).map_err(words))?;
        Ok(())
    }),
    ("stage", |r, text| {
        r.stage = text.parse().map_err(words)?;
        Ok(())
    }),
    ("year", |r, text| {
        let announced = r.announced;
        r.years = optional(text, |text| years(text, announced).map_err(words))?;
        Ok(())
    }),
    ("sector", |r, text| {
        r.sector = text.parse().map_err(words)?;
        Ok(())
    }),
    ("bound", |r, text| {
        r.bound = text.parse().map_err(words)?;
        Ok(())
    }),
    ("unit", set_unit),
    ("item", |r, text| {
        r.item = optional(text, |text| Ok(text.to_owned()))?;
        Ok(())
    }),
    ("category", |r, text| {
        r.category = optional(text, |text| text.parse().map_err(words))?;
        Ok(())
    }),
    ("per", |r, text| {
        r.per = optional(text, |text| text.parse().map_err(words))?;
        Ok(())
    }),
    ("cumulative", |r, text| {
        r.cumulative = text.parse().map_err(|_| "write true or false".to_owned())?;
        Ok(())
    }),
    ("speaker", |r, text| {
        r.speaker = optional(text, |text| Ok(text.to_owned()))?;
        Ok(())
    }),
    ("announced", |r, text| {
        r.announced = optional(text, |text| day(text).map_err(words))?;
        Ok(())
    }),
    ("for", |r, text| {
        r.purpose = optional(text, |text| Ok(text.to_owned()))?;
        Ok(())
    }),
    ("reference", |r, text| {
        r.reference = optional(text, |text| Ok(text.to_owned()))?;
        Ok(())
    }),
];

/// Other names of the same fields.
const ALIASES: &[(&str, &str)] = &[
    ("value", "amount"),
    ("donors", "donor"),
    ("years", "year"),
    ("currency", "unit"),
    ("purpose", "for"),
    ("date", "announced"),
];

/// The names of all fields.
pub fn names() -> impl Iterator<Item = &'static str> {
    FIELDS.iter().map(|(name, _)| *name)
}

/// Sets a field of a record from text.
///
/// # Errors
/// When there is no such field, or the text does not go into it.
pub fn set(record: &mut Record, field: &str, text: &str) -> Result<(), LedgerError> {
    let wanted = field.trim().to_lowercase().replace('-', "_");
    let wanted =
        ALIASES.iter().find(|(alias, _)| *alias == wanted).map_or(wanted.as_str(), |a| a.1);
    let Some((name, set)) = FIELDS.iter().find(|(name, _)| *name == wanted) else {
        let known = names().collect::<Vec<_>>().join(", ");
        let hint = super::hint(&super::nearest(wanted, names()));
        return Err(LedgerError::NoField { given: field.to_owned(), hint, known });
    };
    set(record, text.trim()).map_err(|why| LedgerError::BadValue {
        field: (*name).to_owned(),
        given: text.to_owned(),
        why,
    })
}

fn optional<T>(
    text: &str,
    read: impl FnOnce(&str) -> Result<T, String>,
) -> Result<Option<T>, String> {
    if text.is_empty() { Ok(None) } else { read(text).map(Some) }
}

fn words(error: impl std::error::Error) -> String {
    error.to_string()
}

/// An amount brings its bound, and its currency or thing where it names one; otherwise the
/// record's own stay.
fn set_amount(record: &mut Record, text: &str) -> Result<(), String> {
    if text.is_empty() {
        record.value = None;
        (record.low, record.high, record.bound) = (None, None, Bound::Exact);
        return Ok(());
    }
    let read = amount(text).map_err(words)?;
    record.value = Some(read.value);
    record.low = read.high.map(|_| read.value);
    record.high = read.high;
    record.bound = read.bound;
    if let Some(unit) = read.unit {
        record.unit = Some(unit);
        (record.item, record.category) = (None, None);
    } else if let Some(item) = read.item {
        record.item = Some(item);
        (record.unit, record.category) = (None, read.category);
    }
    record.kind = read.kind.unwrap_or(record.kind);
    record.per = read.per.or(record.per);
    record.wording.get_or_insert_with(|| text.to_owned());
    Ok(())
}

fn set_unit(record: &mut Record, text: &str) -> Result<(), String> {
    let code = text.to_uppercase();
    currency::by_code(&code).ok_or("write a currency code of ISO 4217, such as EUR or USD")?;
    record.unit = Some(code);
    record.kind = Kind::Money;
    (record.item, record.category) = (None, None);
    Ok(())
}

/// What a record must hold before it is written: what an amount is of, an order of range and
/// years, nothing below zero.
///
/// # Errors
/// When it cannot be right.
pub fn check(record: &Record) -> Result<(), LedgerError> {
    let bad = |field: &str, given: String, why: &str| {
        Err(LedgerError::BadValue { field: field.to_owned(), given, why: why.to_owned() })
    };
    if let Some(value) = record.value {
        if value < Decimal::ZERO {
            return Err(LedgerError::Negative(value));
        }
        match record.kind {
            Kind::Money if record.unit.is_none() => {
                return bad(
                    "amount",
                    value.to_string(),
                    "say in which currency, \"€1.4bn\" or \"1.4bn EUR\"",
                );
            }
            Kind::Quantity if record.item.is_none() => {
                return bad(
                    "amount",
                    value.to_string(),
                    "say of what: a currency, or the thing counted with --item",
                );
            }
            _ => {}
        }
        if record.high.is_some_and(|high| high < value) {
            return bad("amount", value.to_string(), "a range ends above where it begins");
        }
    }
    for amount in [record.value, record.low, record.high].into_iter().flatten() {
        crate::ledger::amount::to_minor(amount, record.unit.as_deref())
            .map_err(crate::store::StoreError::from)?;
    }
    Ok(())
}
