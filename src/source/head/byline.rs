//! Who wrote and who sent it: byline and office.

use super::super::date;
use super::{LONGEST_LINE, behind, is_dash};

/// "by Kateryna Hodunova January 13, 2025 9:18 PM" and "Author: Kateryna Hodunova".
pub(super) fn byline(line: &str) -> Option<String> {
    if line.len() > LONGEST_LINE {
        return None;
    }
    let rest = behind(line, "byline").or_else(|| behind(line, "author"))?;
    let date = date::find(rest).first().map_or(rest.len(), |found| found.place.start);
    let end = rest[..date].find(['|', '·', '•', '(', '\t', '—']).unwrap_or(date);
    let name = rest[..end].trim_matches(|c: char| !c.is_alphabetic() && c != '.').trim();
    let words: Vec<&str> = name.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    let capital = |word: &&str| word.starts_with(char::is_uppercase);
    let joint = |word: &&str| matches!(*word, "and" | "de" | "van" | "von" | "of" | "der" | "la");
    let is_name = (1..=10).contains(&words.len())
        && capital(&words[0])
        && words.iter().all(|word| capital(word) || joint(word));
    is_name.then(|| name.to_owned())
}

/// The agency in a dateline's brackets, "COPENHAGEN, Sept 29 (Nordic Desk) -", or a line that names it.
pub(super) fn office(line: &str) -> Option<String> {
    if let Some(rest) = behind(line, "publisher").filter(|rest| rest.len() < 80) {
        return Some(rest.trim_end_matches('.').to_owned()).filter(|name| !name.is_empty());
    }
    let (before, rest) = line.split_once('(')?;
    let (name, after) = rest.split_once(')')?;
    let place = before.split_whitespace().next()?.trim_end_matches(',');
    let shouted = place.chars().count() > 2 && !place.chars().any(char::is_lowercase);
    let agency = before.len() < 60 && name.len() < 40 && name.starts_with(char::is_uppercase);
    (shouted && agency && is_dash(after)).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::super::tests::head_of;

    #[test]
    fn bylines() {
        for (head, expected) in [
            ("by Kateryna Hodunova January 13, 2025 9:18 PM 2 min read", Some("Kateryna Hodunova")),
            ("By Jonas Feldkamp", Some("Jonas Feldkamp")),
            ("By Anna de Vries and Piet Smit | 4 June 2025", Some("Anna de Vries and Piet Smit")),
            ("Author: Kateryna Hodunova", Some("Kateryna Hodunova")),
            ("By 2027 the output is to climb", None),
            ("By the end of the year all will be done", None),
            ("Bystanders Saw It All", None),
        ] {
            assert_eq!(head_of(head).author.as_deref(), expected, "{head}");
        }
    }

    #[test]
    fn offices() {
        for (head, expected) in [
            (
                "COPENHAGEN, Sept 29 (Nordic Desk) - Denmark has allocated money.",
                Some("Nordic Desk"),
            ),
            ("KYIV (AP) — Ukraine has asked for more.", Some("AP")),
            ("Source: Ministry of Defence", Some("Ministry of Defence")),
            ("The Unmanned Systems Forces (USF) - a branch of its own - grows.", None),
        ] {
            assert_eq!(head_of(head).publisher.as_deref(), expected, "{head}");
        }
    }
}
