//! From bytes to Unicode characters.

/// How many characters stand before a byte, for bytes asked in rising or any order.
///
/// A mark every 1,024 bytes keeps a look-up short; text of ASCII alone needs none.
#[derive(Debug)]
pub struct CharIndex<'t> {
    text: &'t str,
    marks: Vec<u32>,
    ascii: bool,
}

const STEP: usize = 1024;

impl<'t> CharIndex<'t> {
    /// Marks a text.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        let ascii = text.is_ascii();
        let mut marks = Vec::new();
        if !ascii {
            let mut count = 0;
            for block in text.as_bytes().chunks(STEP) {
                marks.push(count);
                count += starts(block);
            }
        }
        Self { text, marks, ascii }
    }

    /// The number of characters before `byte`, which is a character's first byte or the text's length.
    #[must_use]
    pub fn at(&self, byte: usize) -> usize {
        if self.ascii {
            return byte;
        }
        let block = (byte / STEP).min(self.marks.len().saturating_sub(1));
        let before = self.marks.get(block).copied().unwrap_or(0);
        (before + starts(&self.text.as_bytes()[block * STEP..byte])) as usize
    }
}

fn starts(bytes: &[u8]) -> u32 {
    bytes.iter().map(|b| u32::from((*b & 0xC0) != 0x80)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_like_the_standard_library() {
        let text = "Å€😀a".repeat(700);
        let index = CharIndex::new(&text);
        for (number, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(index.at(byte), number);
        }
        assert_eq!(index.at(text.len()), text.chars().count());
    }
}
