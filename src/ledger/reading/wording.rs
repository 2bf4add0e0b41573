//! What a person's words say besides: the sort of a thing, what money is for.

use super::amount;
use crate::figure::{Category, Sector, extract};
use crate::source::Document;

/// The sort of a thing by its name: "155mm shells" are ammunition.
#[must_use]
pub fn category_of(item: &str) -> Option<Category> {
    amount(&format!("2 {item}")).ok().and_then(|read| read.category)
}

/// What money is for by a purpose in words, read by the same rules as an article: "arms production in
/// Ukraine" is production.
#[must_use]
pub fn sector_of(purpose: &str) -> Option<Sector> {
    let text = format!("Denmark pledges EUR 2 million for {purpose}.");
    let figures = extract(&Document { text, ..Document::default() });
    figures.first().map(|figure| figure.sector)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_the_sort() {
        let table = [
            ("shells", Some(Category::Ammunition)),
            ("Leopard 2 tanks", Some(Category::Armor)),
            ("things", None),
        ];
        for (item, category) in table {
            assert_eq!(category_of(item), category, "{item}");
        }
    }

    #[test]
    fn a_purpose_tells_the_sector() {
        let table = [
            ("arms production in Ukraine", Some(Sector::Production)),
            ("winter fuel for power plants", Some(Sector::Energy)),
            ("air defence", Some(Sector::Military)),
        ];
        for (purpose, sector) in table {
            assert_eq!(sector_of(purpose), sector, "{purpose}");
        }
    }
}
