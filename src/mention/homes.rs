//! The countries of a text, by which a bare "kroner", "Rs" or "$" is read.

/// Where a bare currency wording may be at home; codes are ISO 3166-1 alpha-2.
#[derive(Debug, Clone, Copy, Default)]
pub struct Homes<'h> {
    /// The parties of the sentence: their tokens and codes, in order.
    pub parties: &'h [(usize, &'h str)],
    /// The country that publishes.
    pub home: Option<&'h str>,
    /// The countries of the whole text, the most frequent first.
    pub document: &'h [&'h str],
    /// The country whose dollars a bare "$" means; none for the American ones.
    pub dollar: Option<&'h str>,
}

impl<'h> Homes<'h> {
    /// The countries to try for a wording at a token, the likeliest first: a sign goes with the page ("Rs",
    /// "kr"), whose publisher or most frequent country has it, a word with the party named last before it ("Norway's 1.5 billion kroner, Denmark's 580
    /// million kroner").
    pub fn order(&self, at: usize, sign: bool) -> impl Iterator<Item = &'h str> {
        let cut = self.parties.partition_point(|(token, _)| *token < at);
        let (before, behind) = self.parties.split_at(cut);
        let page = |wanted: bool| {
            let all = self.home.into_iter().chain(self.document.iter().copied());
            all.filter(move |_| wanted)
        };
        let near = before.iter().rev().chain(behind).map(|(_, code)| *code);
        page(sign).chain(near).chain(page(!sign))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_goes_with_the_party_before_it_and_a_sign_with_the_page() {
        let homes = Homes {
            parties: &[(2, "NO"), (9, "DK"), (20, "SE")],
            home: Some("PK"),
            ..Homes::default()
        };
        for (at, sign, wanted) in
            [(5, false, "NO"), (12, false, "DK"), (0, false, "NO"), (12, true, "PK")]
        {
            assert_eq!(homes.order(at, sign).next(), Some(wanted), "{at}");
        }
    }
}
