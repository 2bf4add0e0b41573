//! Every figure with its sentence and its source.

use std::io::Write;

use super::{Book, escaped};
use crate::export::citations::is_web;
use crate::report::table::Failure;
use crate::report::totals::whole_units;
use crate::report::year::span;
use crate::report::{names, words};
use crate::store::reports::{Account, each_account};

pub(super) fn write(book: &Book<'_>, out: &mut dyn Write) -> Result<(), Failure> {
    each_account(book.store, |account| {
        if book.query.filter.lets_account(account) {
            figure(account, out)?;
        }
        Ok::<_, Trouble>(())
    })?;
    Ok(())
}

/// What can go wrong on the way through the ledger.
#[derive(Debug, thiserror::Error)]
enum Trouble {
    #[error(transparent)]
    Store(#[from] crate::store::StoreError),
    #[error(transparent)]
    Io(#[from] std::io::Error),
}

fn figure(account: &Account, out: &mut dyn Write) -> std::io::Result<()> {
    let lump = &account.lump;
    let unit = lump.unit.as_deref();
    let told = account.value.map(|v| words::plain(whole_units(v.into(), unit), unit));
    let item = lump.single.as_ref().and_then(|s| s.item.clone()).unwrap_or_default();
    let counts = if account.reason.counts() { "" } else { " class=\"out\"" };
    writeln!(out, "<article id=\"f{}\"{counts}>", account.id)?;
    writeln!(
        out,
        "<h3>#{} {} {} <small>{}</small></h3>",
        account.id,
        escaped(&told.unwrap_or_else(|| "no amount".to_owned())),
        escaped(&item),
        escaped(&about(account)),
    )?;
    if let Some(sentence) = &account.sentence {
        let quote = account.mention.as_ref().map_or("", |(_, _, quote)| quote.as_str());
        writeln!(out, "<blockquote>{}</blockquote>", marked(sentence, quote))?;
    }
    let verdict = linked(&account.reason.words(account.other()));
    writeln!(out, "<p>{} <small>({verdict})</small></p>\n</article>", source(account))
}

/// "Denmark to Ukraine, pledge, 2025".
fn about(account: &Account) -> String {
    let lump = &account.lump;
    let donor =
        if lump.donor.is_empty() { "(not stated)".to_owned() } else { names::name(&lump.donor) };
    let recipient = lump.single.as_ref().and_then(|s| s.recipient.as_deref()).unwrap_or_default();
    let to = if recipient.is_empty() || recipient == lump.donor {
        String::new()
    } else {
        format!(" to {}", names::name(recipient))
    };
    let years = span(lump.years).replace('/', "–");
    let told = [format!("{donor}{to}"), lump.stage.to_string(), years];
    told.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(", ")
}

/// The sentence with the figure's wording marked.
fn marked(sentence: &str, quote: &str) -> String {
    match sentence.split_once(quote).filter(|_| !quote.is_empty()) {
        Some((before, after)) => {
            format!("{}<mark>{}</mark>{}", escaped(before), escaped(quote), escaped(after))
        }
        None => escaped(sentence),
    }
}

fn source(account: &Account) -> String {
    let source = &account.source;
    let day = source.published.map(|day| day.to_string());
    let told = [source.publisher.clone(), source.title.clone(), day];
    let mut text = escaped(&told.into_iter().flatten().collect::<Vec<_>>().join(", "));
    if let Some(url) = &source.url {
        let shown = escaped(url);
        let link = if is_web(url) {
            format!(" <a href=\"{shown}\" rel=\"noreferrer\">{shown}</a>")
        } else {
            format!(" {shown}")
        };
        text += &link;
    }
    text
}

/// Words with each `#12` in them leading to that figure.
pub(super) fn linked(words: &str) -> String {
    let mut text = String::new();
    let mut rest = words;
    while let Some((before, after)) = rest.split_once('#') {
        let digits = after.bytes().take_while(u8::is_ascii_digit).count();
        let (number, more) = after.split_at(digits);
        text += &escaped(before);
        if number.is_empty() {
            text.push('#');
        } else {
            text.extend(["<a href=\"#f", number, "\">#", number, "</a>"]);
        }
        rest = more;
    }
    text + &escaped(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_lead_to_figures() {
        let cases = [
            ("the same as #12, from", "the same as <a href=\"#f12\">#12</a>, from"),
            ("(pledge; #3) <b> #", "(pledge; <a href=\"#f3\">#3</a>) &lt;b&gt; #"),
            ("nothing", "nothing"),
        ];
        for (words, html) in cases {
            assert_eq!(linked(words), html);
        }
    }

    #[test]
    fn the_wording_is_marked_once() {
        assert_eq!(marked("a <5> and 5", "5"), "a &lt;<mark>5</mark>&gt; and 5");
        assert_eq!(marked("a & b", ""), "a &amp; b");
    }
}
