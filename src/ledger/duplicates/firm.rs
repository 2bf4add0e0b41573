//! One company under several names: "Diehl", "Diehl Defence", "Diehl Defence AG".
//!
//! A text names a company as it likes. Two names are one company's where the table of companies says
//! so, or where they differ only by what ends such names. "Siemens" and "Siemens Energy" are two,
//! since the table has both; "Northrop Grumman" and "Grumman" are two, since neither goes on over an
//! ending.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::lexicon::table::{list, rows};

/// Whether two names are one company's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Alike {
    /// One company.
    Same,
    /// One, or a mother and her daughter.
    Perhaps,
    /// Two companies.
    Other,
}

struct Names {
    /// Every listed wording with the usual name, both in plain words.
    listed: HashMap<String, String>,
    endings: HashMap<&'static str, HashSet<&'static str>>,
}

static NAMES: LazyLock<Names> = LazyLock::new(|| {
    let endings: HashMap<_, HashSet<_>> =
        rows::<2>(include_str!("../../lexicon/en/firm_names.tsv"), "en/firm_names.tsv")
            .map(|[class, words]| (class, list(words).collect()))
            .collect();
    let mut names = Names { listed: HashMap::new(), endings };
    let table = include_str!("../../lexicon/en/companies.tsv");
    for [name, wordings, _] in rows::<3>(table, "en/companies.tsv") {
        let usual = names.plain(name);
        for wording in list(wordings) {
            names.listed.insert(names.plain(wording), usual.clone());
        }
        names.listed.insert(usual.clone(), usual);
    }
    names
});

impl Names {
    fn ends(&self, class: &str, word: &str) -> bool {
        self.endings.get(class).is_some_and(|words| words.contains(word))
    }

    /// The words of a name in small letters, without its legal form.
    fn plain(&self, name: &str) -> String {
        let joined: String =
            name.chars().filter(|c| !matches!(c, '.' | '/' | '\'' | '’')).collect();
        let spelled = joined.replace('&', " and ").to_lowercase();
        let mut words: Vec<&str> = spelled
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(|word| if word == "defense" { "defence" } else { word })
            .collect();
        // "GmbH & Co. KG": the "and" before a legal form goes with it.
        let mut formed = false;
        while words.len() > 1
            && words.last().is_some_and(|w| self.ends("legal", w) || formed && *w == "and")
        {
            words.pop();
            formed = true;
        }
        words.join(" ")
    }

    /// The usual name in plain words, and whether the table has it.
    fn usual(&self, name: &str) -> (String, bool) {
        let plain = self.plain(name);
        match self.listed.get(&plain) {
            Some(usual) => (usual.clone(), true),
            None => (plain, false),
        }
    }

    /// How sure it is that a name which goes on like this is still the same company's.
    fn rest(&self, rest: &str) -> Alike {
        let one = |word: &str| match word {
            word if self.ends("whole", word) || self.ends("legal", word) => Alike::Same,
            word if self.ends("branch", word) || word == "and" => Alike::Perhaps,
            _ => Alike::Other,
        };
        rest.split(' ').map(one).max().unwrap_or(Alike::Same)
    }
}

/// What all names of a company begin with once they are in plain words; some other companies' do too.
#[must_use]
pub fn stem(name: &str) -> String {
    let (usual, _) = NAMES.usual(name);
    let mut words: Vec<&str> = usual.split(' ').collect();
    while words.len() > 1 && words.last().is_some_and(|last| NAMES.rest(last) != Alike::Other) {
        words.pop();
    }
    words.join(" ")
}

/// Compares two companies' names.
#[must_use]
pub fn alike(one: &str, other: &str) -> Alike {
    let ((a, a_listed), (b, b_listed)) = (NAMES.usual(one), NAMES.usual(other));
    if a == b {
        return Alike::Same;
    }
    if a_listed && b_listed {
        return Alike::Other;
    }
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    let rest = long.strip_prefix(&short).and_then(|rest| rest.strip_prefix(' '));
    rest.map_or(Alike::Other, |rest| NAMES.rest(rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_one_company() {
        let table = [
            ("Diehl", "Diehl Defence", Alike::Same),
            ("Diehl Defence", "Diehl Defence GmbH & Co. KG", Alike::Same),
            ("Diehl Defense", "Diehl", Alike::Same),
            ("KMW", "Krauss-Maffei Wegmann", Alike::Same),
            ("Rheinmetall", "RHEINMETALL AG", Alike::Same),
            ("Leonardo", "Leonardo S.p.A.", Alike::Same),
            ("Northrop", "Northrop Grumman Corporation", Alike::Same),
            ("Nordvik", "Nordvik Defence Group ASA", Alike::Same),
            ("Smith & Sons", "Smith and Sons Ltd.", Alike::Same),
            ("Nordvik", "Nordvik Systems", Alike::Perhaps),
            ("Nordvik", "Nordvik Arms and Munitions", Alike::Perhaps),
            ("Northrop Grumman", "Grumman", Alike::Other),
            ("Siemens", "Siemens Energy", Alike::Other),
            ("Thales", "Thales UK", Alike::Other),
            ("Saab", "Saab Dynamics", Alike::Other),
            ("Hanwha Systems", "Hanwha Aerospace", Alike::Other),
            ("General Dynamics", "General Atomics", Alike::Other),
            ("Rheinmetall", "Rheinmetall MAN Military Vehicles", Alike::Other),
            ("Baltic Defence", "Baltic Systems", Alike::Other),
            ("Nord", "Nordvik", Alike::Other),
        ];
        for (one, other, same) in table {
            assert_eq!(alike(one, other), same, "{one} / {other}");
            assert_eq!(alike(other, one), same, "{other} / {one}");
            if same != Alike::Other {
                assert_eq!(stem(one), stem(other), "{one} / {other}");
            }
        }
    }
}
