//! Amounts added up exactly, with their ends by the bounds.

/// Amounts added up, in the unit's smallest part or in things.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sum {
    /// What enters the total.
    pub amount: i128,
    /// The least that it can be by the bounds ("up to" starts at nothing).
    pub low: i128,
    /// The most that it can be; nothing where a figure is open upwards ("at least").
    pub high: Option<i128>,
    /// One of them is only about right.
    pub about: bool,
    /// The figures.
    pub figures: Vec<i64>,
    /// Their documents; for a figure without one, its own number below zero.
    pub sources: Vec<i64>,
}

impl Default for Sum {
    /// Nothing yet, and so with a known end.
    fn default() -> Self {
        let (figures, sources) = (Vec::new(), Vec::new());
        Self { amount: 0, low: 0, high: Some(0), about: false, figures, sources }
    }
}

/// What a sum is made of.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part<'a> {
    pub(super) id: i64,
    pub(super) document: Option<i64>,
    pub(super) counted: i64,
    /// The amount as told, where it is another than the counted one.
    pub(super) value: Option<i64>,
    pub(super) low: Option<i64>,
    pub(super) high: Option<i64>,
    pub(super) bound: &'a [u8],
}

impl Sum {
    /// Empties it for the next figures, and keeps its room.
    pub(super) fn clear(&mut self) {
        let (mut figures, mut sources) =
            (std::mem::take(&mut self.figures), std::mem::take(&mut self.sources));
        figures.clear();
        sources.clear();
        *self = Self { figures, sources, ..Self::default() };
    }

    /// A remainder keeps the bounds of its whole, less what the parts took.
    pub(super) fn add(&mut self, part: Part<'_>) {
        let counted = i128::from(part.counted);
        let taken = i128::from(part.value.unwrap_or(part.counted)) - counted;
        let end = |end: Option<i64>| end.map_or(counted, |e| (i128::from(e) - taken).max(0));
        let (low, high) = match part.bound {
            b"at_least" => (counted, None),
            b"at_most" => (0, Some(counted)),
            b"range" => (end(part.low), Some(end(part.high))),
            _ => (counted, Some(counted)),
        };
        self.amount += counted;
        self.low += low;
        self.high = self.high.zip(high).map(|(a, b)| a + b);
        self.about |= part.bound == b"about";
        self.figures.push(part.id);
        let source = part.document.unwrap_or(-part.id);
        if self.sources.last() != Some(&source) {
            self.sources.push(source);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_add_up_and_a_remainder_keeps_those_of_its_whole() {
        type Case = (&'static str, i64, i64, Option<i64>, Option<i64>, i128, Option<i128>);
        let cases: [Case; 6] = [
            ("exact", 17, 17, None, None, 17, Some(17)),
            ("about", 17, 17, None, None, 17, Some(17)),
            ("at_least", 30_000, 30_000, None, None, 30_000, None),
            ("at_most", 5, 5, None, None, 0, Some(5)),
            ("range", 2, 2, Some(2), Some(3), 2, Some(3)),
            ("range", 15, 20, Some(20), Some(30), 15, Some(25)),
        ];
        for (bound, counted, value, low, high, least, most) in cases {
            let bound = bound.as_bytes();
            let part =
                Part { id: 1, document: None, counted, value: Some(value), low, high, bound };
            let mut sum = Sum::default();
            sum.add(part);
            assert_eq!((sum.low, sum.high), (least, most), "{bound:?}");
            sum.clear();
            assert_eq!(sum, Sum::default());
        }
    }
}
