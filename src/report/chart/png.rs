//! A chart as PNG: the SVG, drawn with a font that the program brings, so that the picture is the
//! same on every machine.

use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::{Database, Source};
use resvg::usvg::{Options, Tree};

use super::{ChartError, Panel, svg};

/// Pixels for each of the drawing's: sharp on paper and on dense screens.
const SCALE: f32 = 2.0;
/// The most that a picture may be high; viewers and office programs give up at some multiple of it.
const HIGHEST: u32 = 16_000;

/// Draws the panels below each other; the same panels give the same bytes.
///
/// # Errors
/// When there is none, the drawing fails, or the picture would be too high.
pub fn png(title: &str, about: &str, panels: &[Panel]) -> Result<Vec<u8>, ChartError> {
    let failed = |error: &dyn std::fmt::Display| ChartError::Drawing(error.to_string());
    let drawing = svg(title, about, panels)?;
    let tree = Tree::from_str(&drawing, &options()).map_err(|e| failed(&e))?;
    let pixels = |length: f32| (length * SCALE).ceil() as u32;
    let (width, height) = (pixels(tree.size().width()), pixels(tree.size().height()));
    if height > HIGHEST {
        return Err(ChartError::TooHigh { height, highest: HIGHEST });
    }
    let mut picture = Pixmap::new(width, height).ok_or(ChartError::Empty)?;
    resvg::render(&tree, Transform::from_scale(SCALE, SCALE), &mut picture.as_mut());
    picture.encode_png().map_err(|e| failed(&e))
}

/// The one font: `DejaVu` Sans (free under the licence of Bitstream Vera) has the letters of every
/// European language and the signs of the amounts.
fn options() -> Options<'static> {
    let mut fonts = Database::new();
    for face in [dejavu::sans::regular(), dejavu::sans::bold()] {
        fonts.load_font_source(Source::Binary(Arc::new(face)));
    }
    fonts.set_sans_serif_family("DejaVu Sans");
    Options { fontdb: Arc::new(fonts), font_family: "DejaVu Sans".to_owned(), ..Options::default() }
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::super::Bar;
    use super::*;

    fn panel(title: &str, donors: usize) -> Panel {
        let donor = |n: usize| {
            (format!("Donor {n}"), vec![Bar { amount: Decimal::from(n + 1), row: None }; 3])
        };
        Panel {
            title: title.to_owned(),
            unit: Some("EUR".to_owned()),
            years: ["2023", "2024", "2025"].map(str::to_owned).to_vec(),
            donors: (0..donors).map(donor).collect(),
        }
    }

    #[test]
    fn the_picture_has_bars_and_letters() {
        let bytes = png("By donor and year", "in euros", &[panel("pledge, EUR", 3)]).unwrap();
        let picture = Pixmap::decode_png(&bytes).unwrap();
        let dark = picture.pixels().iter().filter(|p| p.green() < 100).count();
        let mut nameless = panel("", 3);
        for (name, _) in &mut nameless.donors {
            name.clear();
        }
        let without = Pixmap::decode_png(&png("", "", &[nameless]).unwrap()).unwrap();
        let fewer = without.pixels().iter().filter(|p| p.green() < 100).count();
        assert!(picture.width() > 1000 && dark > fewer + 1000, "{dark} {fewer}");
        assert_eq!(
            bytes,
            png("By donor and year", "in euros", &[panel("pledge, EUR", 3)]).unwrap()
        );
    }

    #[test]
    fn a_picture_that_nobody_can_look_at_is_refused() {
        let error =
            png("Too much", "", &vec![panel("pledge, EUR", 13); 20]).unwrap_err().to_string();
        assert!(error.contains("FILE.svg"), "{error}");
    }
}
