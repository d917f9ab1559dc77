//! Changes bytes by chance, the same in every run.

/// The most changes to one file.
const MOST: usize = 6;
/// Larger than this no file grows.
const LARGEST: usize = 1 << 16;

/// What means something to a parser of ours.
const WORDS: &[&[u8]] = &[
    b"---",
    b"\n---\n",
    b"\r",
    b"\r\n",
    b"\t",
    b"\0",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"&a ",
    b"*a",
    b"!!binary ",
    b"<<: ",
    b"|",
    b">-",
    b"? ",
    b"- ",
    b": ",
    b"{",
    b"}",
    b"[",
    b"]",
    b"\"",
    b"'",
    b"#",
    b"%YAML 1.2",
    b"...",
    b"~",
    b"1e999",
    b"-1",
    b"99999999999999999999",
    b"2024-13-45",
    b"0x",
    b"[^1]: ",
    b"[^1]",
    b"](",
    b"![",
    b"```",
    b"<script>",
    b"javascript:alert(1)",
    b"../../",
    b"\xe2\x80\xae",
    b"\xe2\x80\x8b",
    b"|--|",
    b"&#x41;",
    b"<!--",
    b"sumber: ",
    b"nomor_urut: ",
    b"%2e%2e",
    b",",
    b";",
    b"\xff\xe1",
    b"\xff\xd8\xff",
    b"Exif\0\0",
    b"\xff\xff\xff\xff",
    b"IHDR",
    b"RIFF",
    b"/Author (",
    b"obj\n<<",
    b"stream\n",
    b"\r\n\r\n",
    b"\r\n--batas\r\n",
    b"--batas--\r\n",
    b"; filename=\"",
    b"; name=\"_isi\"",
    b"[0]",
    b"[99999999999]",
    b"%7B0%7D%23=",
    b"%5B0%5D",
    b"@\"; filename=\"",
    b"&",
    b"=",
    b"%",
    b"%00",
    b"%0D%0A",
    b"%ff",
    b"//",
    b"/_pilkada/",
    b"Host: localhost\r\n",
    b"Content-Length: 18446744073709551615\r\n",
    b"Transfer-Encoding: chunked\r\n",
    b"chunked\r\n",
    b"HTTP/1.1",
    b"</c>",
    b"<c r=\"XFD1048576\"><v>1</v></c>",
    b"A1:XFD1048576",
    b"A0:A0",
    b"\"nomor_urut\": ",
    b"337501",
    b"33.75",
];

/// Numbers that look as if by chance (xorshift64*).
pub struct Chance(u64);

impl Chance {
    /// The same numbers for the same name.
    pub fn new(name: &str) -> Self {
        Self(
            name.bytes()
                .fold(0x9e37_79b9_7f4a_7c15, |seed, byte| (seed ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)),
        )
    }

    /// A number below another; 0 where that is 0.
    pub fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let number = usize::try_from(self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33).unwrap_or(0);
        number % most.max(1)
    }

    /// A file with some of its bytes changed.
    pub fn spoil(&mut self, sound: &[u8], others: &[&[u8]]) -> Vec<u8> {
        let mut bytes = sound.to_vec();
        for _ in 0..=self.below(MOST) {
            self.change(&mut bytes, others);
            bytes.truncate(LARGEST);
        }
        bytes
    }

    fn change(&mut self, bytes: &mut Vec<u8>, others: &[&[u8]]) {
        let at = self.below(bytes.len());
        let end = (at + 1 + self.below(64)).min(bytes.len());
        match self.below(8) {
            0 if !bytes.is_empty() => bytes[at] ^= 1 << self.below(8),
            1 if !bytes.is_empty() => bytes[at] = u8::try_from(self.below(256)).unwrap_or(0),
            2 => drop(bytes.drain(at..end)),
            3 => {
                let again = bytes[at..end].to_vec();
                // Nested and long things come of what is repeated.
                let again = again.repeat(1 + self.below(40));
                bytes.splice(at..at, again);
            }
            4 => {
                let other = others[self.below(others.len())];
                let from = self.below(other.len());
                let piece = other[from..(from + self.below(200)).min(other.len())].to_vec();
                bytes.splice(at..end, piece);
            }
            5 => bytes.truncate(at),
            _ => {
                let word = WORDS[self.below(WORDS.len())];
                bytes.splice(at..at, word.iter().copied());
            }
        }
    }
}
