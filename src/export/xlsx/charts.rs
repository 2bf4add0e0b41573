//! A sheet of charts: for each stage and currency the donors by year, as a table and as bars.

use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::{
    Chart, ChartFormat, ChartLine, ChartSolidFill, ChartType, Color, Format as Look, FormatAlign,
    Worksheet, XlsxError,
};

use super::defused;
use crate::report::chart::Panel;

/// How many panels get a chart.
const MOST: usize = 8;
const NAME: &str = "charts";
/// Pixels of a row.
const ROW: u32 = 20;
/// Steps of viridis, dark to light, whose order is also seen in grey.
const COLOURS: [u32; 5] = [0x44_01_54, 0x3B_52_8B, 0x21_91_8C, 0x5E_C9_62, 0xFD_E7_25];

pub(super) fn write(sheet: &mut Worksheet, panels: &[Panel]) -> Result<(), XlsxError> {
    sheet.set_name(NAME)?;
    let bold = Look::new().set_bold();
    let panels = telling(panels);
    let mut row = 0;
    for panel in &panels {
        table(sheet, panel, row, &bold)?;
        let bars = panel.donors.len() * panel.years.len();
        let height = 90 + ROW * u32::try_from(bars).unwrap_or(u32::MAX).clamp(2, 60);
        let mut chart = chart(panel, row);
        chart.set_height(height).set_width(620);
        sheet.insert_chart(row, panel.years.len() as u16 + 2, &chart)?;
        row += (panel.donors.len() as u32 + 3).max(height / ROW + 2);
    }
    sheet.set_column_width(0, 28)?;
    let years = panels.iter().map(|panel| panel.years.len()).max().unwrap_or(0);
    for column in 1..=years {
        sheet.set_column_width(column as u16, 18)?;
    }
    sheet.set_landscape().set_print_fit_to_pages(1, 0);
    Ok(())
}

/// The first panels that compare something; without any, the first of all.
fn telling(panels: &[Panel]) -> Vec<&Panel> {
    let compares = |panel: &&Panel| panel.donors.len() > 1 || panel.years.len() > 1;
    let some: Vec<&Panel> = panels.iter().filter(compares).take(MOST).collect();
    if some.is_empty() { panels.iter().take(MOST).collect() } else { some }
}

fn table(sheet: &mut Worksheet, panel: &Panel, top: u32, bold: &Look) -> Result<(), XlsxError> {
    let amounts = Look::new().set_num_format("#,##0");
    let right = Look::new().set_bold().set_align(FormatAlign::Right);
    sheet.write_string_with_format(top, 0, &panel.title, bold)?;
    for (year, column) in panel.years.iter().zip(1..) {
        sheet.write_string_with_format(top + 1, column, year, &right)?;
    }
    for ((donor, bars), row) in panel.donors.iter().zip(top + 2..) {
        sheet.write_string(row, 0, defused(donor))?;
        for (bar, column) in bars.iter().zip(1..).filter(|(bar, _)| !bar.amount.is_zero()) {
            let amount = bar.amount.to_f64().unwrap_or_default();
            sheet.write_with_format(row, column, amount, &amounts)?;
        }
    }
    Ok(())
}

fn chart(panel: &Panel, top: u32) -> Chart {
    let mut chart = Chart::new(ChartType::Bar);
    // A light bar is seen on white by its edge.
    let edge = ChartLine::new().set_color(Color::RGB(0x55_55_55)).set_width(0.5).clone();
    let (first, last) = (top + 2, top + 1 + panel.donors.len() as u32);
    for (nth, column) in (0..panel.years.len()).zip(1_u16..) {
        let colour =
            COLOURS[nth * (COLOURS.len() - 1) / panel.years.len().max(2).saturating_sub(1)];
        let fill = ChartSolidFill::new().set_color(Color::RGB(colour)).clone();
        chart
            .add_series()
            .set_categories((NAME, first, 0, last, 0))
            .set_values((NAME, first, column, last, column))
            .set_name((NAME, top + 1, column))
            .set_format(ChartFormat::new().set_solid_fill(&fill).set_border(&edge));
    }
    chart.title().set_name(&panel.title);
    // Bars run from the bottom up; the largest donor is to stand on top.
    chart.y_axis().set_reverse();
    let large = "[>=1000000000]#,##0.0,,,\" bn\";[>=1000000]#,##0.0,,\" m\";#,##0";
    chart.x_axis().set_num_format(if panel.unit.is_some() { large } else { "#,##0" });
    chart
}
