//! Texts with numbers: the first that is added has 0.

/// Texts, each once; a text is found by its hash, and nothing depends on the order that gives.
#[derive(Debug)]
pub(super) struct Nomor<T> {
    /// The texts by their numbers.
    pub texts: Vec<T>,
    /// Where a text may be, by its hash: its number and one, or nothing. There are twice as many as texts, or more.
    slots: Vec<u32>,
}

impl<T> Default for Nomor<T> {
    fn default() -> Self {
        Self { texts: Vec::new(), slots: vec![0; 1024] }
    }
}

impl<T: AsRef<str>> Nomor<T> {
    /// The number of a text; nothing when it has none.
    pub fn find(&self, text: &str) -> Option<usize> {
        let found = self.slots[self.slot(text)];
        (found != 0).then(|| found as usize - 1)
    }

    /// Gives a text that has none a number.
    pub fn add(&mut self, text: T) -> usize {
        if self.texts.len() * 2 >= self.slots.len() {
            self.slots = vec![0; self.slots.len() * 4];
            for number in 0..self.texts.len() {
                self.note(number);
            }
        }
        self.texts.push(text);
        self.note(self.texts.len() - 1);
        self.texts.len() - 1
    }

    fn note(&mut self, number: usize) {
        let slot = self.slot(self.texts[number].as_ref());
        self.slots[slot] = u32::try_from(number + 1).expect("a site has fewer than 2^32 words");
    }

    /// The slot of a text, or the empty one that it would have.
    fn slot(&self, text: &str) -> usize {
        let last = self.slots.len() - 1;
        let mut slot = hash(text) & last;
        while self.slots[slot] != 0 && self.texts[self.slots[slot] as usize - 1].as_ref() != text {
            slot = (slot + 1) & last;
        }
        slot
    }
}

/// A number that differs for most texts.
fn hash(text: &str) -> usize {
    let (mut hash, mut bytes) = (text.len() as u64, text.as_bytes());
    while let Some((eight, rest)) = bytes.split_first_chunk::<8>() {
        hash = mixed(hash, u64::from_le_bytes(*eight));
        bytes = rest;
    }
    let tail = bytes.iter().fold(0, |tail, byte| tail << 8 | u64::from(*byte));
    usize::try_from(mixed(hash, tail) >> 32).expect("half of 64 bits")
}

fn mixed(hash: u64, bits: u64) -> u64 {
    let product = (hash.rotate_left(23) ^ bits).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    product ^ product >> 32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_keeps_its_number_however_many_there_are() {
        let mut nomor = Nomor::default();
        let texts: Vec<String> = (0..5000).map(|number| format!("kata-{number}")).collect();
        for (number, text) in texts.iter().enumerate() {
            assert_eq!(nomor.find(text), None);
            assert_eq!(nomor.add(text.as_str()), number);
        }
        assert!(texts.iter().enumerate().all(|(number, text)| nomor.find(text) == Some(number)));
        assert_eq!(nomor.find("kata"), None);
    }
}
