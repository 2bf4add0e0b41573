//! How the words before a year bear on it: "in", "by", "since".

use super::{Period, PeriodKind, Reader};
use crate::lexicon::{Class, List};
use crate::text::TokenKind;

impl Reader<'_, '_> {
    /// How the words before a year bear on it.
    pub(super) fn kind_before(&self, at: usize) -> PeriodKind {
        let c = self.c;
        let from = at.saturating_sub(10).max(self.sentence.first);
        for k in (from..at).rev() {
            let word = c.small(k);
            match &*word {
                "to" if k + 1 == at || c.reads(k + 1, "the") || c.reads(k + 1, "fiscal") => {
                    return PeriodKind::Until;
                }
                "since" => return PeriodKind::Since,
                "from" => return PeriodKind::In,
                "in" if k > from && matches!(c.text.word(k - 1), "year" | "quarter" | "half") => {}
                _ if c.listed_small(k, List::Until) => return PeriodKind::Until,
                _ if c.listed_small(k, List::BesideYear) => {}
                _ if c.is(k, Class::Month)
                    || c.kind(k) == Some(TokenKind::Number)
                    || word.len() == 1 => {}
                _ => break,
            }
        }
        if self.since_clause(at) { PeriodKind::Since } else { PeriodKind::In }
    }

    /// "since it was opened in April 2022", "since the start of the war in October 2023".
    pub(super) fn since_clause(&self, at: usize) -> bool {
        let c = self.c;
        let from = at.saturating_sub(12).max(self.sentence.first);
        let mut before = (from..at).rev().take_while(|k| c.kind(*k) != Some(TokenKind::Sign));
        before.any(|k| matches!(&*c.small(k), "since"))
    }

    pub(super) fn widened(&self, period: Period) -> Period {
        let Some(this) = self.this_year() else { return period };
        let (year, _) = period.years;
        match period.kind {
            PeriodKind::Until
                if year > this && period.first > 0 && self.c.reads(period.first - 1, "before") =>
            {
                Period { years: (this, year - 1), ..period }
            }
            PeriodKind::Until if year >= this => Period { years: (this, year), ..period },
            PeriodKind::Until => Period { kind: PeriodKind::In, ..period },
            PeriodKind::Since if year <= this => Period { years: (year, this), ..period },
            _ => period,
        }
    }

    /// "by October", "until December", "will … in November".
    pub(super) fn looks_ahead(&self, at: usize) -> bool {
        let c = self.c;
        let from = at.saturating_sub(4).max(self.sentence.first);
        (from..at).any(|k| c.listed(k, List::AheadOf))
            || (self.sentence.first..at).any(|k| c.is_any(k, Class::Future.bit()))
    }
}
