//! Charts as lists of bars: they fit the width of any screen and are read out by screen readers.

use std::io::Write;

use rust_decimal::Decimal;

use super::{Book, escaped};
use crate::report::chart::{Bar, Panel, panels};
use crate::report::table::Failure;
use crate::report::totals::Report;
use crate::report::words;

pub(super) fn write(book: &Book<'_>, report: &Report, out: &mut dyn Write) -> Result<(), Failure> {
    let panels = panels(report, book.query.convert.as_ref().map(|rates| rates.currency()));
    if panels.is_empty() {
        return Ok(());
    }
    writeln!(out, "<h2>By donor and year</h2>\n<div class=\"charts\">")?;
    for panel in &panels {
        chart(panel, out)?;
    }
    writeln!(out, "</div>")?;
    Ok(())
}

fn chart(panel: &Panel, out: &mut dyn Write) -> Result<(), Failure> {
    writeln!(out, "<section>\n<h3>{}</h3>\n<table class=\"bars\">", escaped(&panel.title))?;
    let most = panel.most();
    for (donor, bars) in &panel.donors {
        let mut named = escaped(donor);
        let shown = panel.years.iter().zip(bars).filter(|(_, bar)| !bar.amount.is_zero());
        for (year, bar) in shown {
            let amount = linked(*bar, panel.unit.as_deref());
            writeln!(
                out,
                "<tr><th scope=\"row\">{named}</th><td>{year}</td><td><span style=\"width:{}%\"></span></td><td>{amount}</td></tr>",
                width(bar.amount, most)
            )?;
            named.clear();
        }
    }
    writeln!(out, "</table>\n</section>")?;
    Ok(())
}

/// The amount, leading to the row of the table that names its figures.
fn linked(bar: Bar, unit: Option<&str>) -> String {
    let words = escaped(&words::plain(bar.amount, unit));
    bar.row.map_or_else(|| words.clone(), |row| format!("<a href=\"#r{row}\">{words}</a>"))
}

/// In percent of the longest bar, with one decimal.
fn width(amount: Decimal, most: Decimal) -> Decimal {
    let share = amount.checked_mul(Decimal::ONE_HUNDRED).and_then(|a| a.checked_div(most));
    share.unwrap_or_default().round_dp(1).normalize()
}
