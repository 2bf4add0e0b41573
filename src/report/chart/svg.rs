//! A chart as SVG: panels of bars, donors by year.
//!
//! The years' colours are steps of the palette viridis, which keep their order of lightness in
//! grey and for colour-blind readers; each bar carries its amount.

use plotters::coord::Shift;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::Panel;
use crate::report::words;

const WIDTH: u32 = 960;
const BAR: i32 = 16;
const HEAD: i32 = 56;
const LEFT: i32 = 190;
const RIGHT: i32 = 150;

/// A chart that cannot be drawn.
#[derive(Debug, thiserror::Error)]
pub enum ChartError {
    /// The drawing.
    #[error("the chart cannot be drawn: {0}")]
    Drawing(String),
    /// Nothing to show.
    #[error("there is nothing to draw: no figure counts for this")]
    Empty,
}

type Area<'a> = DrawingArea<SVGBackend<'a>, Shift>;

fn failed(error: impl std::fmt::Display) -> ChartError {
    ChartError::Drawing(error.to_string())
}

/// Draws the panels below each other; the same panels give the same text.
///
/// # Errors
/// When there is none, or the drawing fails.
pub fn svg(title: &str, panels: &[Panel]) -> Result<String, ChartError> {
    if panels.is_empty() {
        return Err(ChartError::Empty);
    }
    let height = HEAD + panels.iter().map(panel_height).sum::<i32>();
    let mut text = String::new();
    {
        let root =
            SVGBackend::with_string(&mut text, (WIDTH, height.unsigned_abs())).into_drawing_area();
        root.fill(&WHITE).map_err(failed)?;
        let (x, y) = (16, 14);
        root.draw(&Text::new(title.to_owned(), (x, y), style(22))).map_err(failed)?;
        let mut top = HEAD;
        for panel in panels {
            draw(&root, panel, top)?;
            top += panel_height(panel);
        }
        root.present().map_err(failed)?;
    }
    Ok(text)
}

fn bar_count(panel: &Panel) -> i32 {
    let shown = panel.donors.iter().flat_map(|(_, amounts)| amounts).filter(|a| !a.is_zero());
    i32::try_from(shown.count()).unwrap_or(i32::MAX)
}

fn panel_height(panel: &Panel) -> i32 {
    let donors = i32::try_from(panel.donors.len()).unwrap_or(i32::MAX);
    bar_count(panel) * BAR + donors * 8 + 70
}

fn style(size: i32) -> TextStyle<'static> {
    ("sans-serif", size).into_font().color(&BLACK)
}

/// From dark to light, so that the order is seen in grey too.
fn colour(nth: usize, count: usize) -> RGBColor {
    let steps = [
        RGBColor(68, 1, 84),
        RGBColor(59, 82, 139),
        RGBColor(33, 145, 140),
        RGBColor(94, 201, 98),
        RGBColor(253, 231, 37),
    ];
    let place = if count < 2 { 1 } else { nth * (steps.len() - 1) / (count - 1).max(1) };
    steps[place.min(steps.len() - 1)]
}

fn draw(root: &Area<'_>, panel: &Panel, top: i32) -> Result<(), ChartError> {
    root.draw(&Text::new(panel.title.clone(), (16, top), style(17))).map_err(failed)?;
    legend(root, panel, top + 22)?;
    let most = panel.most();
    let width = WIDTH.cast_signed() - LEFT - RIGHT;
    let mut y = top + 46;
    for (donor, amounts) in &panel.donors {
        let right = style(14).pos(Pos::new(HPos::Right, VPos::Top));
        root.draw(&Text::new(donor.clone(), (LEFT - 8, y), right)).map_err(failed)?;
        let first = y;
        for (nth, amount) in amounts.iter().enumerate().filter(|(_, a)| !a.is_zero()) {
            let length = length(*amount, most, width);
            let fill = colour(nth, panel.years.len()).filled();
            let corners = [(LEFT, y), (LEFT + length, y + BAR - 3)];
            root.draw(&Rectangle::new(corners, fill)).map_err(failed)?;
            root.draw(&Rectangle::new(corners, BLACK.mix(0.6).stroke_width(1))).map_err(failed)?;
            let words = words::plain(*amount, panel.unit.as_deref());
            root.draw(&Text::new(words, (LEFT + length + 6, y - 1), style(13))).map_err(failed)?;
            y += BAR;
        }
        y = y.max(first + BAR) + 8;
    }
    Ok(())
}

fn legend(root: &Area<'_>, panel: &Panel, y: i32) -> Result<(), ChartError> {
    let mut x = LEFT;
    for (nth, year) in panel.years.iter().enumerate() {
        let fill = colour(nth, panel.years.len()).filled();
        root.draw(&Rectangle::new([(x, y), (x + 12, y + 12)], fill)).map_err(failed)?;
        root.draw(&Text::new(year.clone(), (x + 17, y), style(13))).map_err(failed)?;
        x += 40 + 8 * i32::try_from(year.chars().count()).unwrap_or(8);
    }
    Ok(())
}

/// In pixels, at least one, so that a small sum is seen.
fn length(amount: Decimal, most: Decimal, room: i32) -> i32 {
    let scaled = amount.checked_mul(room.into()).and_then(|scaled| scaled.checked_div(most));
    scaled.and_then(|scaled| scaled.round().to_i32()).unwrap_or(0).max(1)
}
