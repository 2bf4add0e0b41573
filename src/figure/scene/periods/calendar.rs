//! Years told by the day of publication: "last year", "in March", "last week", "since the invasion".

use chrono::Datelike;

use super::Reader;
use crate::lexicon::{Class, List};
use crate::text::TokenKind;

/// The months by the first three letters of their names.
const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

impl Reader<'_, '_> {
    /// "this year", "last year", "next year", "a year earlier", "the year before".
    pub(super) fn relative_year(&self, at: usize) -> Option<(usize, i32)> {
        let c = self.c;
        let this = self.this_year()?;
        if c.reads(at, "year")
            && matches!(c.text.word(at + 1), "'s" | "’s" | "-")
            && c.reads(at + 2, "end")
        {
            return Some((at + 3, this));
        }
        let shift = match &*c.small(at) {
            "this" | "current" => 0,
            "last" | "previous" => -1,
            "next" | "coming" | "following" => 1,
            _ => return None,
        };
        let mut noun = at + 1;
        while c.listed(noun, List::KindOfYear) {
            noun += 1;
        }
        if c.reads(noun, "year") {
            let end = noun + 1 + usize::from(matches!(c.text.word(noun + 1), "'s" | "’s"));
            return Some((end, this + shift));
        }
        let season = c.listed(noun, List::Season);
        if season && shift == 0 {
            return Some((noun + 1, this));
        }
        if season && shift == -1 {
            return Some((noun + 1, self.past_season(c.text.word(noun))?));
        }
        None
    }

    /// "last winter", "the past winter": the two years that the winter before this one stretches over.
    pub(super) fn winter(&self, at: usize) -> Option<(usize, (i32, i32))> {
        let c = self.c;
        let past = matches!(&*c.small(at), "last" | "past" | "previous");
        let published = self.published.filter(|_| past && c.reads(at + 1, "winter"))?;
        let ended = published.year() - i32::from(published.month() < 4);
        Some((at + 2, (ended - 1, ended)))
    }

    pub(super) fn past_season(&self, season: &str) -> Option<i32> {
        let published = self.published?;
        let starts = match season {
            "spring" => 6,
            "summer" => 9,
            _ => 12,
        };
        Some(if published.month() >= starts { published.year() } else { published.year() - 1 })
    }

    /// "since the invasion", "since the beginning of the full-scale war", "since Russia's invasion".
    pub(super) fn invasion(&self, at: usize) -> Option<(usize, i32)> {
        let c = self.c;
        if !c.reads(at, "since") {
            return None;
        }
        let window = at + 1..(at + 11).min(self.sentence.end);
        let stop = window
            .clone()
            .find(|k| {
                matches!(c.text.word(*k), "," | ";" | ".")
                    || self.year(*k).is_some()
                    || c.is(*k, Class::Month)
            })
            .unwrap_or(window.end);
        let word = (at + 1..stop).find(|k| c.listed(*k, List::War))?;
        // "since the start of the war in October 2023" tells its own day.
        let dated = (word + 1..(word + 5).min(self.sentence.end))
            .take_while(|k| c.kind(*k) != Some(TokenKind::Sign))
            .any(|k| self.year(k).is_some() || c.is(k, Class::Month));
        (!dated).then_some((word + 1, 2022))
    }

    /// "in March", "last month", "on 4 August", "last July", "in December": the year by the day of publication.
    pub(super) fn calendar(&self, at: usize) -> Option<(usize, i32)> {
        let c = self.c;
        let published = self.published?;
        let word = c.small(at);
        if matches!(&*word, "last" | "past" | "previous") {
            let back = match c.text.word(at + 1) {
                "week" => 7,
                "month" => 31,
                "quarter" => 91,
                _ => 0,
            };
            if back > 0 {
                return Some((at + 2, (published - chrono::Days::new(back)).year()));
            }
        }
        if matches!(&*word, "yesterday" | "today" | "tonight") {
            return Some((at + 1, published.year()));
        }
        let last = matches!(&*word, "last");
        let month_at = at + usize::from(last);
        let month = self.month(month_at)?;
        let followed = (month_at + 1..month_at + 4).find_map(|k| {
            self.year(k).filter(|_| {
                k == month_at + 1
                    || c.kind(k - 1) == Some(TokenKind::Number)
                    || c.is_sign(k - 1, ",")
            })
        });
        if let Some((end, year)) = followed {
            return Some((end, year));
        }
        let next = at > 0 && c.reads(at - 1, "next");
        let later = month > published.month();
        let year = published.year();
        let next_period = at > 0 && c.listed_small(at - 1, List::BeforeMonth);
        let year = if next || (next_period && month < published.month()) {
            year + i32::from(month < published.month())
        } else if later && (last || !self.looks_ahead(at)) {
            year - 1
        } else {
            year
        };
        Some((month_at + 1, year))
    }

    pub(super) fn month(&self, at: usize) -> Option<u32> {
        let c = self.c;
        if !c.is(at, Class::Month) || !c.text.tokens[at].capital {
            return None;
        }
        let word = c.text.word(at);
        if word == "May"
            && !(at > 0 && c.is_any(at - 1, Class::Preposition.bit() | Class::Adjective.bit())
                || c.kind(at - 1) == Some(TokenKind::Number)
                || c.kind(at + 1) == Some(TokenKind::Number))
        {
            return None;
        }
        let start = word.get(..3)?.to_ascii_lowercase();
        MONTHS.iter().position(|m| *m == start).map(|n| n as u32 + 1)
    }
}
