//! What a file is written on before it is taken off in its own size: each core has one, and uses it again.

use std::cell::RefCell;

/// The most bytes that a core keeps room for.
const MOST: usize = 1 << 20;

thread_local! {
    static ALAS: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// The bytes that `write` writes, which writes no other file meanwhile.
pub(super) fn written<E>(write: impl FnOnce(&mut Vec<u8>) -> Result<(), E>) -> Result<Vec<u8>, E> {
    let mut alas = ALAS.take();
    alas.clear();
    write(&mut alas)?;
    if alas.capacity() > MOST {
        return Ok(alas);
    }
    let done = alas.as_slice().to_vec();
    ALAS.set(alas);
    Ok(done)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_holds_nothing_of_the_one_before() {
        let write = |text: &'static str| {
            written(|file| {
                file.extend(text.bytes());
                Ok::<(), ()>(())
            })
        };
        assert_eq!(write("panjang"), Ok(b"panjang".to_vec()));
        assert_eq!(
            written(|file| {
                file.push(b'x');
                Err(1)
            }),
            Err(1)
        );
        assert_eq!(write("b"), Ok(b"b".to_vec()));
    }
}
