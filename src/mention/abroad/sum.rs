//! Adds up the parts of a number in words, by the rules that most European languages share.

use rust_decimal::Decimal;

use crate::lexicon::NumberPart;

/// A number half read: what is finished, and the group before the next scale.
#[derive(Debug, Clone, Default)]
pub struct Sum {
    total: Decimal,
    group: Option<Decimal>,
    /// The number word added last, as long as another may follow it.
    last: u32,
    digits: bool,
    /// Waits for a scale: "ein", "halbe".
    open: bool,
    /// The last scale, 0 before the first.
    pub scale: u64,
}

impl Sum {
    /// A number in digits.
    pub fn of_digits(value: Decimal) -> Self {
        Self { group: Some(value), digits: true, ..Self::default() }
    }

    /// The number, where it is one by itself.
    pub fn value(&self) -> Option<Decimal> {
        if self.open || self.group.is_none() && self.scale == 0 {
            return None;
        }
        self.total.checked_add(self.group.unwrap_or_default())
    }

    /// Whether a group ended at a scale, so that a smaller one may follow ("1 milliard 200 millions").
    pub fn is_scaled(&self) -> bool {
        self.scale > 0 && self.group.is_none()
    }

    /// Both together; the scale is the second's, the smaller.
    pub fn plus(&self, more: &Self) -> Option<Self> {
        let total = self.total.checked_add(more.total)?;
        Some(Self { total, scale: more.scale, ..self.clone() })
    }

    /// Takes the next part in; nothing where it does not go on with the number. `glued` to the part before it,
    /// as in "fünfundzwanzig", units may stand before tens.
    pub fn with(&self, part: NumberPart, glued: bool) -> Option<Self> {
        let mut sum = self.clone();
        match part {
            NumberPart::One => sum.one(glued)?,
            NumberPart::Add(number) => sum.add(number, glued)?,
            NumberPart::Times(factor) => sum.times(factor)?,
            NumberPart::Scale(scale) => sum.scale(scale, false)?,
            NumberPart::Alone(scale) => sum.scale(scale, true)?,
            NumberPart::Part(share) => sum.part(share, glued)?,
            NumberPart::Half => sum.half()?,
        }
        Some(sum)
    }

    fn one(&mut self, glued: bool) -> Option<()> {
        match self.group {
            None if self.total.is_zero() => {
                (self.group, self.open, self.last) = (Some(Decimal::ONE), true, 1);
            }
            Some(group) if glued || self.last >= 20 && self.last.is_multiple_of(10) => {
                self.group = Some(group.checked_add(Decimal::ONE)?);
                self.last = 1;
            }
            _ => return None,
        }
        Some(())
    }

    fn add(&mut self, number: u32, glued: bool) -> Option<()> {
        let room = match self.last {
            last if last >= 100 && last.is_multiple_of(100) => 100,
            last if last >= 20 && last.is_multiple_of(10) => 20,
            _ => 0,
        };
        self.group = match self.group {
            None if self.scale == 0 || u64::from(number) < self.scale => Some(number.into()),
            Some(group) if !self.digits && (glued || number < room) => {
                Some(group.checked_add(number.into())?)
            }
            _ => return None,
        };
        (self.last, self.open) = (number, false);
        Some(())
    }

    fn times(&mut self, factor: u32) -> Option<()> {
        let group = self.group.unwrap_or(Decimal::ONE);
        if group >= Decimal::ONE_HUNDRED {
            return None;
        }
        self.group = Some(group.checked_mul(factor.into())?);
        (self.last, self.open) = (factor, false);
        Some(())
    }

    fn scale(&mut self, scale: u64, alone: bool) -> Option<()> {
        let factor = Decimal::from(scale);
        let greater = scale > self.scale;
        self.total = match self.group.take() {
            Some(group) if self.scale == 0 => group.checked_mul(factor)?,
            Some(group) if greater => self.total.checked_add(group)?.checked_mul(factor)?,
            Some(group) => self.total.checked_add(group.checked_mul(factor)?)?,
            None if self.scale > 0 && greater => self.total.checked_mul(factor)?,
            None if self.scale == 0 && alone => factor,
            None => return None,
        };
        self.scale = scale;
        (self.last, self.open) = (0, false);
        Some(())
    }

    fn part(&mut self, share: Decimal, glued: bool) -> Option<()> {
        self.group = match self.group {
            None if self.scale == 0 => Some(share),
            Some(_) if self.open => Some(share),
            Some(group) if glued => {
                self.group = Some(group.checked_add(share)?);
                return Some(());
            }
            _ => return None,
        };
        self.open = true;
        Some(())
    }

    fn half(&mut self) -> Option<()> {
        let half = Decimal::new(5, 1);
        match self.group {
            Some(group) => self.group = Some(group.checked_add(half)?),
            None if self.scale > 0 => {
                let share = Decimal::from(self.scale).checked_mul(half)?;
                self.total = self.total.checked_add(share)?;
            }
            None => return None,
        }
        self.open = false;
        Some(())
    }
}
