//! From bytes to Unicode characters.

/// How many characters stand before a byte, for bytes asked in rising or any order.
///
/// A mark every 128 bytes keeps a look-up short; text of ASCII alone needs none.
#[derive(Debug)]
pub struct CharIndex<'t> {
    text: &'t str,
    marks: Vec<u32>,
    ascii: bool,
}

const STEP: usize = 128;

impl<'t> CharIndex<'t> {
    /// Marks a text.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        let ascii = text.is_ascii();
        let mut marks = Vec::with_capacity(if ascii { 0 } else { text.len() / STEP + 1 });
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

/// The first bytes of characters among a block's.
fn starts(block: &[u8]) -> u32 {
    block.iter().fold(0u8, |count, byte| count + u8::from(byte & 0xC0 != 0x80)).into()
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
