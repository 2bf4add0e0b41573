//! A hash table from words to numbers, made for cutting text: a word is looked up where it stands, by its
//! first and last eight bytes, as written or in small letters, without a copy.

/// The least number of slots; always a power of two.
const LEAST: usize = 64;

const ODD_ONE: u64 = 0x9e37_79b9_7f4a_7c15;
const ODD_TWO: u64 = 0xc2b2_ae3d_27d4_eb4f;

/// How a word is compared with those of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Just as written.
    Exact,
    /// Its ASCII capitals made small.
    Lower,
    /// Its ASCII capitals made small but for the first byte.
    Title,
}

/// A word by its ends: all that a word of sixteen bytes and less is made of.
#[derive(Debug, Clone, Copy)]
pub(super) struct Key<'t> {
    bytes: &'t [u8],
    head: u64,
    tail: u64,
}

impl<'t> Key<'t> {
    /// The word at bytes `start..end` of a text.
    #[inline]
    pub(super) fn of(text: &'t [u8], start: usize, end: usize) -> Self {
        let bytes = &text[start..end];
        let mask = if bytes.len() < 8 { (1 << (8 * bytes.len())) - 1 } else { u64::MAX };
        let head = eight(text, start) & mask;
        let tail = eight(text, start.max(end.saturating_sub(8))) & mask;
        Self { bytes, head, tail }
    }

    #[inline]
    fn ends(&self, form: Form) -> (u64, u64) {
        match form {
            Form::Exact => (self.head, self.tail),
            Form::Lower => (lower(self.head), lower(self.tail)),
            Form::Title => {
                let short = self.bytes.len() <= 8;
                let first = |word: u64| lower(word) & !0xff | word & 0xff;
                (first(self.head), if short { first(self.tail) } else { lower(self.tail) })
            }
        }
    }

    fn is(&self, word: &[u8], form: Form) -> bool {
        let made = |(at, byte): (usize, &u8)| match form {
            Form::Title if at == 0 => *byte,
            Form::Exact => *byte,
            Form::Lower | Form::Title => byte.to_ascii_lowercase(),
        };
        word.iter().copied().eq(self.bytes.iter().enumerate().map(made))
    }
}

/// The eight bytes from a place on, zeros past the end of the text.
#[inline]
fn eight(text: &[u8], at: usize) -> u64 {
    if let Some(Ok(bytes)) = text.get(at..at + 8).map(TryInto::try_into) {
        return u64::from_le_bytes(bytes);
    }
    text[at..].iter().rev().fold(0, |word, byte| word << 8 | u64::from(*byte))
}

/// The ASCII capitals of eight bytes made small, all at once.
#[inline]
const fn lower(word: u64) -> u64 {
    const EACH: u64 = 0x0101_0101_0101_0101;
    let low = word & (0x7f * EACH);
    let from_a = low + (0x80 - b'A' as u64) * EACH;
    let past_z = low + (0x7f - b'Z' as u64) * EACH;
    let capital = (from_a ^ past_z) & !word & (0x80 * EACH);
    word | capital >> 2
}

#[derive(Debug, Clone, Copy, Default)]
struct Slot {
    head: u64,
    /// The length in the low byte, bits of the hash above.
    mark: u32,
    /// The word's number; 0 for an empty slot.
    id: u32,
}

/// Words with their numbers, from 1.
#[derive(Debug)]
pub(super) struct WordTable {
    slots: Vec<Slot>,
    letters: Vec<u8>,
    ends: Vec<u32>,
}

impl WordTable {
    pub(super) fn new() -> Self {
        Self { slots: vec![Slot::default(); LEAST], letters: Vec::new(), ends: vec![0] }
    }

    /// The word's number, or 0.
    #[inline]
    pub(super) fn get(&self, key: &Key<'_>, form: Form) -> u32 {
        let (head, tail) = key.ends(form);
        let (mut at, mark) = place(head, tail, key.bytes.len());
        loop {
            let slot = &self.slots[at & (self.slots.len() - 1)];
            if slot.id == 0 {
                return 0;
            }
            if slot.mark == mark
                && slot.head == head
                && (key.bytes.len() <= 8 || key.is(self.word(slot.id), form))
            {
                return slot.id;
            }
            at += 1;
        }
    }

    /// Takes a word in that the table does not have; its number.
    pub(super) fn insert(&mut self, word: &str) -> u32 {
        if self.ends.len() * 3 > self.slots.len() {
            self.grow();
        }
        let id = self.ends.len() as u32;
        self.letters.extend_from_slice(word.as_bytes());
        self.ends.push(self.letters.len() as u32);
        let key = Key::of(word.as_bytes(), 0, word.len());
        put(&mut self.slots, &key, id);
        id
    }

    /// Every word with its number.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, u32)> {
        (1..self.ends.len() as u32)
            .filter_map(|id| std::str::from_utf8(self.word(id)).ok().map(|word| (word, id)))
    }

    fn word(&self, id: u32) -> &[u8] {
        let id = id as usize;
        &self.letters[self.ends[id - 1] as usize..self.ends[id] as usize]
    }

    fn grow(&mut self) {
        let mut slots = vec![Slot::default(); self.slots.len() * 2];
        for id in 1..self.ends.len() as u32 {
            let word = self.word(id);
            put(&mut slots, &Key::of(word, 0, word.len()), id);
        }
        self.slots = slots;
    }
}

fn put(slots: &mut [Slot], key: &Key<'_>, id: u32) {
    let (mut at, mark) = place(key.head, key.tail, key.bytes.len());
    let last = slots.len() - 1;
    while slots[at & last].id != 0 {
        at += 1;
    }
    slots[at & last] = Slot { head: key.head, mark, id };
}

/// Where a word's search begins, and its mark.
#[inline]
fn place(head: u64, tail: u64, length: usize) -> (usize, u32) {
    let product = u128::from(head ^ ODD_ONE) * u128::from(tail ^ ODD_TWO ^ length as u64);
    let hash = (product >> 64) as u64 ^ product as u64;
    let mark = (hash >> 32) as u32 & !0xff | length.min(255) as u32;
    (hash as usize & 0xffff_ffff, mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn get(table: &WordTable, word: &str, form: Form) -> u32 {
        // In the midst of other letters, so that what stands around must not count.
        let text = format!("xx{word}yyyyyyyyyy");
        let inside = table.get(&Key::of(text.as_bytes(), 2, 2 + word.len()), form);
        assert_eq!(inside, table.get(&Key::of(word.as_bytes(), 0, word.len()), form), "{word}");
        inside
    }

    #[test]
    fn finds_words_of_any_length_as_written_and_in_small_letters() {
        let mut table = WordTable::new();
        let words: Vec<String> = (1..40)
            .flat_map(|length| {
                let small: String = ('a'..='z').cycle().skip(length).take(length).collect();
                let mut capital = small.clone();
                capital[..1].make_ascii_uppercase();
                [small, capital]
            })
            .chain(["zł", "Å", "кг", "a\0", "£"].map(str::to_owned))
            .collect();
        let ids: Vec<u32> = words.iter().map(|word| table.insert(word)).collect();
        for (word, id) in words.iter().zip(&ids) {
            assert_eq!(get(&table, word, Form::Exact), *id, "{word}");
            assert_eq!(get(&table, &format!("{word}q"), Form::Exact), 0, "{word}q");
        }
        for pair in words[..78].chunks(2) {
            let loud = pair[0].to_uppercase();
            assert_eq!(get(&table, &loud, Form::Lower), get(&table, &pair[0], Form::Exact));
            assert_eq!(get(&table, &loud, Form::Title), get(&table, &pair[1], Form::Exact));
        }
        assert_eq!(table.iter().count(), words.len());
    }
}
