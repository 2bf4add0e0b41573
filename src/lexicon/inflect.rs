//! Regular English inflection: plurals and verb forms, made when the tables are loaded.

fn is_vowel(c: Option<char>) -> bool {
    matches!(c, Some('a' | 'e' | 'i' | 'o' | 'u'))
}

/// The plural of a noun phrase by rule.
#[must_use]
pub fn plural(noun: &str) -> String {
    let mut reversed = noun.chars().rev();
    let (last, before) = (reversed.next(), reversed.next());
    if let Some(stem) = noun.strip_suffix("man") {
        return format!("{stem}men");
    }
    if last == Some('y') && !is_vowel(before) {
        return format!("{}ies", &noun[..noun.len() - 1]);
    }
    if matches!(noun, "go" | "do" | "undergo" | "forgo" | "echo" | "veto" | "torpedo" | "cargo") {
        return format!("{noun}es");
    }
    if noun.ends_with("ch") || noun.ends_with("sh") || matches!(last, Some('s' | 'x' | 'z')) {
        return format!("{noun}es");
    }
    format!("{noun}s")
}

/// The third person, past and -ing form of a verb by rule; a short stressed end doubles its last letter.
#[must_use]
pub fn verb_forms(lemma: &str) -> [String; 3] {
    const DOUBLED: &[&str] = &[
        "commit", "ship", "plan", "split", "cut", "put", "get", "set", "hit", "plug", "fit",
        "submit", "permit", "admit", "transfer", "refer", "win", "begin", "run", "stop", "drop",
        "sit", "let", "equip", "rub", "top", "bag", "beg", "chip", "dub", "propel", "cancel",
        "level", "fuel", "channel", "funnel", "label",
    ];
    let third = plural(lemma);
    if let Some(stem) = lemma.strip_suffix('e') {
        let ing = if lemma.ends_with("ee") || lemma == "be" {
            format!("{lemma}ing")
        } else {
            format!("{stem}ing")
        };
        return [third, format!("{lemma}d"), ing];
    }
    let mut reversed = lemma.chars().rev();
    let (last, before) = (reversed.next(), reversed.next());
    if last == Some('y') && !is_vowel(before) {
        return [third, format!("{}ied", &lemma[..lemma.len() - 1]), format!("{lemma}ing")];
    }
    if DOUBLED.contains(&lemma) {
        let end = last.unwrap_or_default();
        return [third, format!("{lemma}{end}ed"), format!("{lemma}{end}ing")];
    }
    [third, format!("{lemma}ed"), format!("{lemma}ing")]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn makes_forms_as_written() {
        for (noun, wanted) in [
            ("drone", "drones"),
            ("battery", "batteries"),
            ("torpedo boat", "torpedo boats"),
            ("rifleman", "riflemen"),
        ] {
            assert_eq!(plural(noun), wanted);
        }
        let table = [
            ("allocate", ["allocates", "allocated", "allocating"]),
            ("commit", ["commits", "committed", "committing"]),
            ("supply", ["supplies", "supplied", "supplying"]),
            ("dispatch", ["dispatches", "dispatched", "dispatching"]),
            ("deliver", ["delivers", "delivered", "delivering"]),
        ];
        for (lemma, wanted) in table {
            assert_eq!(verb_forms(lemma), wanted.map(str::to_owned));
        }
    }
}
