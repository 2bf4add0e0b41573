//! A chart as SVG: panels of bars, donors by year.
//!
//! Each bar carries its year and its amount, so nothing is told by colour alone. A year has one
//! colour in all panels, a step of the palette viridis, whose order of lightness is also seen in
//! grey and by colour-blind readers.

use plotters::coord::Shift;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::{Bar, Panel};
use crate::report::words;

const WIDTH: u32 = 960;
/// A bar with the room below it, and the room below a donor.
const BAR: i32 = 17;
const GAP: i32 = 7;
/// From a panel's title to its first bar, and from its last bar to the next panel.
const TITLE: i32 = 28;
const BETWEEN: i32 = 18;
/// Where the bars begin; the years stand before them, the donors before the years.
const LEFT: i32 = 270;
const YEARS: i32 = 76;
/// Room for the amounts.
const RIGHT: i32 = 130;

/// A chart that cannot be drawn.
#[derive(Debug, thiserror::Error)]
pub enum ChartError {
    /// The drawing.
    #[error("the chart cannot be drawn: {0}")]
    Drawing(String),
    /// Nothing to show.
    #[error("there is nothing to draw: no figure counts for this")]
    Empty,
    /// More than a picture can show.
    #[error(
        "the picture would be {height} pixels high, {highest} are the most: ask for fewer rows (--donor, --stage, --unit, --currency) or name a FILE.svg"
    )]
    TooHigh {
        /// How high it would be.
        height: u32,
        /// How high it may be.
        highest: u32,
    },
}

type Area<'a> = DrawingArea<SVGBackend<'a>, Shift>;

fn failed(error: impl std::fmt::Display) -> ChartError {
    ChartError::Drawing(error.to_string())
}

/// Draws the panels below each other under a title and a line about it, which may be empty. The
/// same panels give the same text.
///
/// # Errors
/// When there is none, or the drawing fails.
pub fn svg(title: &str, about: &str, panels: &[Panel]) -> Result<String, ChartError> {
    if panels.is_empty() {
        return Err(ChartError::Empty);
    }
    let head = if about.is_empty() { 52 } else { 72 };
    let height = head + panels.iter().map(panel_height).sum::<i32>();
    let mut years: Vec<&String> = panels.iter().flat_map(|panel| &panel.years).collect();
    years.sort();
    years.dedup();
    let mut text = String::new();
    {
        let root =
            SVGBackend::with_string(&mut text, (WIDTH, height.unsigned_abs())).into_drawing_area();
        root.fill(&WHITE).map_err(failed)?;
        put(&root, title, (16, 14), &style(21))?;
        put(&root, about, (16, 44), &style(13).color(&GREY))?;
        let mut top = head;
        for panel in panels {
            draw(&root, panel, top, &years)?;
            top += panel_height(panel);
        }
        root.present().map_err(failed)?;
    }
    Ok(text)
}

fn put(
    root: &Area<'_>,
    text: &str,
    at: (i32, i32),
    style: &TextStyle<'_>,
) -> Result<(), ChartError> {
    root.draw(&Text::new(text.to_owned(), at, style.clone())).map_err(failed)
}

fn bar_count(panel: &Panel) -> i32 {
    let shown = panel.donors.iter().flat_map(|(_, bars)| bars).filter(|bar| !bar.amount.is_zero());
    i32::try_from(shown.count()).unwrap_or(i32::MAX)
}

fn panel_height(panel: &Panel) -> i32 {
    let donors = i32::try_from(panel.donors.len()).unwrap_or(i32::MAX);
    bar_count(panel) * BAR + donors * GAP + TITLE + BETWEEN
}

fn style(size: i32) -> TextStyle<'static> {
    ("sans-serif", size).into_font().color(&BLACK)
}

/// For what stands beside: 7 to 1 on white.
const GREY: RGBColor = RGBColor(85, 85, 85);

/// Steps of viridis from dark to light; between them the colours of neighbours are mixed, so that
/// each of any number of years has its own.
const STEPS: [[i32; 3]; 5] =
    [[68, 1, 84], [59, 82, 139], [33, 145, 140], [94, 201, 98], [253, 231, 37]];

/// From dark to light, so that the order is seen in grey too.
fn colour(nth: usize, count: usize) -> RGBColor {
    const WHOLE: i32 = 100;
    let last = STEPS.len() - 1;
    let place = match count {
        0 | 1 => WHOLE,
        _ => (nth * last * WHOLE as usize / (count - 1)) as i32,
    };
    let (step, share) = ((place / WHOLE) as usize, place % WHOLE);
    let (from, to) = (STEPS[step.min(last)], STEPS[(step + 1).min(last)]);
    let mixed =
        |at: usize| u8::try_from(from[at] + (to[at] - from[at]) * share / WHOLE).unwrap_or(u8::MAX);
    RGBColor(mixed(0), mixed(1), mixed(2))
}

fn draw(root: &Area<'_>, panel: &Panel, top: i32, years: &[&String]) -> Result<(), ChartError> {
    let bold = ("sans-serif", 15).into_font().style(FontStyle::Bold).color(&BLACK);
    put(root, &panel.title, (16, top), &bold)?;
    let most = panel.most();
    let width = WIDTH.cast_signed() - LEFT - RIGHT;
    let right = Pos::new(HPos::Right, VPos::Top);
    let mut y = top + TITLE;
    for (donor, bars) in &panel.donors {
        put(root, &shortened(donor), (LEFT - YEARS - 8, y + 1), &style(13).pos(right))?;
        let shown = panel.years.iter().zip(bars).filter(|(_, bar)| !bar.amount.is_zero());
        for (year, Bar { amount, .. }) in shown {
            put(root, year, (LEFT - 8, y + 1), &style(12).color(&GREY).pos(right))?;
            let length = length(*amount, most, width);
            let nth = years.binary_search(&year).unwrap_or_default();
            let corners = [(LEFT, y), (LEFT + length, y + BAR - 4)];
            let fill = colour(nth, years.len()).filled();
            root.draw(&Rectangle::new(corners, fill)).map_err(failed)?;
            root.draw(&Rectangle::new(corners, BLACK.mix(0.6).stroke_width(1))).map_err(failed)?;
            let words = words::plain(*amount, panel.unit.as_deref());
            put(root, &words, (LEFT + length + 6, y + 1), &style(12))?;
            y += BAR;
        }
        y += GAP;
    }
    Ok(())
}

/// A name that has room before the years.
fn shortened(name: &str) -> String {
    const MOST: usize = 24;
    if name.chars().count() <= MOST {
        return name.to_owned();
    }
    name.chars().take(MOST - 1).chain(['…']).collect()
}

/// In pixels, at least one, so that a small sum is seen.
fn length(amount: Decimal, most: Decimal, room: i32) -> i32 {
    let scaled = amount.checked_mul(room.into()).and_then(|scaled| scaled.checked_div(most));
    scaled.and_then(|scaled| scaled.round().to_i32()).unwrap_or(0).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_year_is_lighter_than_the_one_before() {
        for count in [2, 5, 12] {
            let light = |nth| {
                let RGBColor(red, green, blue) = colour(nth, count);
                i32::from(red) * 299 + i32::from(green) * 587 + i32::from(blue) * 114
            };
            assert!((1..count).all(|nth| light(nth) > light(nth - 1) + 3_000), "{count}");
        }
        assert_eq!(colour(0, 1), RGBColor(59, 82, 139));
        assert_eq!(colour(4, 5), RGBColor(253, 231, 37));
    }
}
