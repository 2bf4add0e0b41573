//! IATI 2.03: an activity a commitment, with its transaction.
//!
//! The stages are the standard's transaction types: 12 outgoing pledge, 2 outgoing commitment,
//! 3 disbursement. Targets and requests are no transactions, things are none either, and the
//! standard asks for a date: what has none stands in a comment at the end.

use std::io::Write;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::{Book, ExportError, Folder, Format};
use crate::figure::{Kind, Per, Sector, Stage};
use crate::report::names;
use crate::report::table::Failure;
use crate::report::totals::whole_units;
use crate::store::StoreError;
use crate::store::reports::{Account, each_account};

/// `activities.xml`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Iati;

/// Whoever publishes the file puts an identifier of their own here.
const REPORTER: &str = "XI-PLEDGEBOOK";

impl Format for Iati {
    fn name(&self) -> &'static str {
        "iati"
    }

    fn about(&self) -> &'static str {
        "IATI 2.03 activities with pledges, commitments and disbursements"
    }

    fn write(&self, book: &Book<'_>, folder: &mut Folder) -> Result<(), ExportError> {
        folder.write("activities.xml", |out| {
            document(book, out).map_err(|cause| match cause.downcast::<StoreError>() {
                Ok(store) => ExportError::Store(*store),
                Err(cause) => ExportError::of("iati")(cause),
            })
        })
    }
}

type Xml<'a> = Writer<&'a mut dyn Write>;

fn document(book: &Book<'_>, out: &mut dyn Write) -> Result<(), Failure> {
    let mut xml = Writer::new_with_indent(out, b' ', 2);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let made = book.state.at.clone().unwrap_or_else(|| "2000-01-01T00:00:00Z".to_owned());
    let mut undated = 0;
    xml.create_element("iati-activities")
        .with_attributes([("version", "2.03"), ("generated-datetime", made.as_str())])
        .write_inner_content(|xml| {
            each_account(book.store, |account| {
                if is_transaction(account) && book.query.filter.lets_account(account) {
                    match day(account) {
                        Some(day) => activity(xml, account, &day).map_err(Whole::Sink)?,
                        None => undated += 1,
                    }
                }
                Ok::<_, Whole>(())
            })
            .map_err(std::io::Error::other)?;
            if undated > 0 {
                let says = format!(" {undated} commitments without a date are not here ");
                xml.write_event(Event::Comment(BytesText::new(&says)))?;
            }
            Ok(())
        })?;
    Ok(writeln!(xml.into_inner())?)
}

/// What can go wrong on the way through the ledger.
#[derive(Debug, thiserror::Error)]
enum Whole {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Sink(std::io::Error),
}

fn is_transaction(account: &Account) -> bool {
    account.lump.kind == Kind::Money
        && account.reason.counts()
        && !account.lump.donor.is_empty()
        && kind_of(account.lump.stage).is_some()
}

/// The standard's code list `TransactionType`.
const fn kind_of(stage: Stage) -> Option<&'static str> {
    match stage {
        Stage::Pledge => Some("12"),
        Stage::Commitment => Some("2"),
        Stage::Delivery => Some("3"),
        Stage::Request | Stage::Target => None,
    }
}

/// The day of announcement, else the first of the year that it is for.
fn day(account: &Account) -> Option<String> {
    let lump = &account.lump;
    let announced = lump.announced.map(|day| day.to_string());
    announced.or_else(|| lump.years.map(|(first, _)| format!("{first:04}-01-01")))
}

/// Purpose codes of the OECD's Development Assistance Committee (vocabulary 1), the nearest there
/// are: security system management, general budget support, relief, energy policy, unspecified.
const fn purpose(sector: Sector) -> &'static str {
    match sector {
        Sector::Production | Sector::Military => "15210",
        Sector::Financial => "51010",
        Sector::Humanitarian => "72010",
        Sector::Energy => "23110",
        Sector::Other => "99810",
    }
}

fn narrative(xml: &mut Xml<'_>, name: &str, text: &str) -> std::io::Result<()> {
    xml.create_element(name).write_inner_content(|xml| told(xml, text)).map(|_| ())
}

fn told(xml: &mut Xml<'_>, text: &str) -> std::io::Result<()> {
    xml.create_element("narrative").write_text_content(BytesText::new(&printable(text))).map(|_| ())
}

/// XML 1.0 has no control characters but these three.
fn printable(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t' | '\r')).collect()
}

fn activity(xml: &mut Xml<'_>, account: &Account, day: &str) -> std::io::Result<()> {
    let lump = &account.lump;
    let donor = names::name(&lump.donor);
    let unit = lump.unit.as_deref().unwrap_or_default();
    let amount = whole_units(account.counted.unwrap_or_default().into(), lump.unit.as_deref());
    let title = format!("{donor}: {} of {unit} {}", lump.stage, amount.normalize());
    let text = account.sentence.as_deref().or(account.purpose.as_deref()).unwrap_or(&title);
    let status = if lump.stage == Stage::Delivery { "4" } else { "2" };
    let date = if lump.stage == Stage::Delivery { "2" } else { "1" };
    xml.create_element("iati-activity")
        .with_attribute(("default-currency", unit))
        .write_inner_content(|xml| {
            let identifier = format!("{REPORTER}-{}", account.id);
            xml.create_element("iati-identifier")
                .write_text_content(BytesText::new(&identifier))?;
            xml.create_element("reporting-org")
                .with_attributes([("ref", REPORTER), ("type", "90"), ("secondary-reporter", "1")])
                .write_inner_content(|xml| told(xml, "pledgebook"))?;
            narrative(xml, "title", &title)?;
            narrative(xml, "description", text)?;
            xml.create_element("participating-org")
                .with_attribute(("role", "1"))
                .write_inner_content(|xml| told(xml, &donor))?;
            xml.create_element("activity-status").with_attribute(("code", status)).write_empty()?;
            xml.create_element("activity-date")
                .with_attributes([("type", date), ("iso-date", day)])
                .write_empty()?;
            recipient(xml, account)?;
            xml.create_element("sector")
                .with_attributes([("vocabulary", "1"), ("code", purpose(lump.sector))])
                .write_empty()?;
            transactions(xml, account, day, &amount.normalize().to_string())?;
            link(xml, account)
        })?;
    Ok(())
}

fn recipient(xml: &mut Xml<'_>, account: &Account) -> std::io::Result<()> {
    let recipient =
        account.lump.single.as_ref().and_then(|s| s.recipient.as_deref()).unwrap_or_default();
    if !recipient.contains('+') && !names::iso3(recipient).is_empty() {
        xml.create_element("recipient-country")
            .with_attribute(("code", recipient))
            .write_empty()?;
    }
    Ok(())
}

/// One transaction; of a yearly rate one a year.
fn transactions(
    xml: &mut Xml<'_>,
    account: &Account,
    day: &str,
    amount: &str,
) -> std::io::Result<()> {
    let kind = kind_of(account.lump.stage).unwrap_or_default();
    let days: Vec<String> = match (account.lump.per, account.lump.years) {
        (Some(Per::Year), Some((first, last))) => {
            (first..=last).map(|year| format!("{year:04}-01-01")).collect()
        }
        _ => vec![day.to_owned()],
    };
    for day in days {
        xml.create_element("transaction").write_inner_content(|xml| {
            xml.create_element("transaction-type").with_attribute(("code", kind)).write_empty()?;
            xml.create_element("transaction-date")
                .with_attribute(("iso-date", day.as_str()))
                .write_empty()?;
            xml.create_element("value")
                .with_attributes([
                    ("currency", account.lump.unit.as_deref().unwrap_or_default()),
                    ("value-date", day.as_str()),
                ])
                .write_text_content(BytesText::new(amount))?;
            Ok(())
        })?;
    }
    Ok(())
}

fn link(xml: &mut Xml<'_>, account: &Account) -> std::io::Result<()> {
    let Some(url) = account.source.url.as_deref().filter(|url| url.starts_with("http")) else {
        return Ok(());
    };
    let title = account.source.title.as_deref().unwrap_or(url);
    xml.create_element("document-link")
        .with_attributes([
            ("format", "text/html"),
            ("url", url.split_whitespace().next().unwrap_or(url)),
        ])
        .write_inner_content(|xml| {
            narrative(xml, "title", title)?;
            xml.create_element("category").with_attribute(("code", "A12")).write_empty()?;
            Ok(())
        })?;
    Ok(())
}
