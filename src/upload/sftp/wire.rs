//! The SFTP protocol, version 3, as far as files are put with it (draft-ietf-secsh-filexfer-02): what OpenSSH's server speaks.

use std::collections::BTreeMap;
use std::io::{self, ErrorKind, Read, Write};

const INIT: u8 = 1;
const VERSION: u8 = 2;
const OPEN: u8 = 3;
const CLOSE: u8 = 4;
const READ: u8 = 5;
const WRITE: u8 = 6;
const SETSTAT_OF_HANDLE: u8 = 10;
const OPEN_FOLDER: u8 = 11;
const READ_FOLDER: u8 = 12;
const REMOVE: u8 = 13;
const MAKE_FOLDER: u8 = 14;
const REMOVE_FOLDER: u8 = 15;
const RENAME: u8 = 18;
const EXTENDED: u8 = 200;
const STATUS: u8 = 101;
const HANDLE: u8 = 102;
const DATA: u8 = 103;
const NAMES: u8 = 104;

/// To read.
const FOR_READING: u32 = 1;
/// To write, made where it is not there, emptied where it is.
const FOR_WRITING: u32 = 2 | 8 | 16;
/// The attributes that follow are permissions and nothing else.
const PERMISSIONS: u32 = 4;

const FINE: u32 = 0;
const END_OF_FILE: u32 = 1;
const NOT_THERE: u32 = 2;

/// How many bytes a request asks for or brings: what every server takes.
const PIECE: usize = 32 * 1024;
/// How many requests are under way at once: the line is full, and no answer has to wait for us to read it.
const UNDER_WAY: usize = 32;
/// The longest message that is taken.
const LONGEST: usize = 1 << 20;
/// OpenSSH's name for a rename that replaces what is there.
const REPLACING_RENAME: &[u8] = b"posix-rename@openssh.com";

/// Why a request came to nothing.
#[derive(Debug)]
pub enum Fault {
    /// The line is broken.
    Line(io::Error),
    /// There is no such file.
    NotThere,
    /// The server refuses, in its own words.
    Refused(String),
}

impl From<io::Error> for Fault {
    fn from(error: io::Error) -> Self {
        Self::Line(error)
    }
}

/// A conversation with a server.
pub struct Session<R, W> {
    from: R,
    to: W,
    next: u32,
    /// Answers that came before they were asked for.
    early: BTreeMap<u32, Answer>,
    /// Whether the server can rename over what is there.
    replaces: bool,
}

/// An answer.
struct Answer {
    kind: u8,
    body: Vec<u8>,
}

impl<R: Read, W: Write> Session<R, W> {
    /// Begins a conversation.
    pub fn begin(from: R, to: W) -> Result<Self, Fault> {
        let mut session = Self { from, to, next: 0, early: BTreeMap::new(), replaces: false };
        session.send(INIT, &3u32.to_be_bytes())?;
        session.to.flush()?;
        let Answer { kind, body } = session.receive()?;
        if kind != VERSION {
            return Err(no_sense());
        }
        let mut body = &body[4.min(body.len())..];
        while let Some((name, rest)) = string(body) {
            session.replaces |= name == REPLACING_RENAME;
            body = string(rest).map_or(&[][..], |(_, rest)| rest);
        }
        Ok(session)
    }

    /// The bytes of a file.
    pub fn read(&mut self, path: &str) -> Result<Vec<u8>, Fault> {
        let handle = self.open(path, FOR_READING, &[])?;
        let mut bytes = Vec::new();
        let read = loop {
            let length = u32::try_from(PIECE).unwrap_or(u32::MAX).to_be_bytes();
            let body = [&text(&handle)[..], &(bytes.len() as u64).to_be_bytes(), &length].concat();
            match self.ask(READ, &body)? {
                Answer { kind: DATA, body } => bytes.extend(string(&body).ok_or_else(no_sense)?.0),
                answer if answer.code() == Some(END_OF_FILE) => break Ok(()),
                answer => break answer.fine(),
            }
        };
        let closed = self.ask(CLOSE, &text(&handle))?.fine();
        read.and(closed).map(|()| bytes)
    }

    /// Writes a file, over whatever it was.
    pub fn write(&mut self, path: &str, bytes: &[u8], mode: u32) -> Result<(), Fault> {
        let attributes = [PERMISSIONS.to_be_bytes(), mode.to_be_bytes()].concat();
        let handle = text(&self.open(path, FOR_WRITING, &attributes)?);
        let mut asked = Vec::new();
        let mut written = Ok(());
        for (number, piece) in bytes.chunks(PIECE).enumerate() {
            let body = [&handle[..], &((number * PIECE) as u64).to_be_bytes(), &text(piece)].concat();
            asked.push(self.request(WRITE, &body)?);
            if asked.len() == UNDER_WAY {
                written = written.and(self.fine(asked.drain(..))?);
            }
        }
        // What the server lets through of the mode when it makes a file is its own affair; this is ours.
        asked.push(self.request(SETSTAT_OF_HANDLE, &[&handle[..], &attributes].concat())?);
        asked.push(self.request(CLOSE, &handle)?);
        written.and(self.fine(asked.drain(..))?)
    }

    /// Gives a file another name, over whatever file has it; where the server cannot do that in one step, in two.
    pub fn replace(&mut self, from: &str, to: &str) -> Result<(), Fault> {
        let names = [text(from.as_bytes()), text(to.as_bytes())].concat();
        if self.replaces {
            return self.ask(EXTENDED, &[text(REPLACING_RENAME), names].concat())?.fine();
        }
        match self.remove(to) {
            Ok(()) | Err(Fault::NotThere) => self.ask(RENAME, &names)?.fine(),
            Err(fault) => Err(fault),
        }
    }

    /// Removes a file.
    pub fn remove(&mut self, path: &str) -> Result<(), Fault> {
        self.ask(REMOVE, &text(path.as_bytes()))?.fine()
    }

    /// Makes a folder, which fails where there is one.
    pub fn make_folder(&mut self, path: &str, mode: u32) -> Result<(), Fault> {
        let attributes = [PERMISSIONS.to_be_bytes(), mode.to_be_bytes()].concat();
        self.ask(MAKE_FOLDER, &[text(path.as_bytes()), attributes].concat())?.fine()
    }

    /// Removes a folder, which fails where something is in it.
    pub fn remove_folder(&mut self, path: &str) -> Result<(), Fault> {
        self.ask(REMOVE_FOLDER, &text(path.as_bytes()))?.fine()
    }

    /// The names in a folder.
    pub fn names(&mut self, path: &str) -> Result<Vec<String>, Fault> {
        let handle = self.ask(OPEN_FOLDER, &text(path.as_bytes()))?.handle()?;
        let mut names = Vec::new();
        let read = loop {
            match self.ask(READ_FOLDER, &text(&handle))? {
                Answer { kind: NAMES, body } => names.extend(names_in(&body).ok_or_else(no_sense)?),
                answer if answer.code() == Some(END_OF_FILE) => break Ok(()),
                answer => break answer.fine(),
            }
        };
        let closed = self.ask(CLOSE, &text(&handle))?.fine();
        read.and(closed).map(|()| names)
    }

    fn open(&mut self, path: &str, purpose: u32, attributes: &[u8]) -> Result<Vec<u8>, Fault> {
        let attributes = if attributes.is_empty() { &[0; 4][..] } else { attributes };
        self.ask(OPEN, &[&text(path.as_bytes())[..], &purpose.to_be_bytes(), attributes].concat())?.handle()
    }

    /// Asks, and waits for the answer.
    fn ask(&mut self, kind: u8, body: &[u8]) -> Result<Answer, Fault> {
        let number = self.request(kind, body)?;
        self.answer(number)
    }

    /// Asks; gives the number of the request.
    fn request(&mut self, kind: u8, body: &[u8]) -> Result<u32, Fault> {
        let number = self.next;
        self.next = self.next.wrapping_add(1);
        self.send(kind, &[&number.to_be_bytes()[..], body].concat())?;
        Ok(number)
    }

    /// Whether all requests were done; the outer error ends the conversation.
    fn fine(&mut self, numbers: impl Iterator<Item = u32>) -> Result<Result<(), Fault>, Fault> {
        let mut all = Ok(());
        for number in numbers {
            all = all.and(self.answer(number)?.fine());
        }
        Ok(all)
    }

    /// The answer to a request.
    fn answer(&mut self, number: u32) -> Result<Answer, Fault> {
        self.to.flush()?;
        loop {
            if let Some(answer) = self.early.remove(&number) {
                return Ok(answer);
            }
            let Answer { kind, body } = self.receive()?;
            let (of, body) = body.split_first_chunk().ok_or_else(no_sense)?;
            self.early.insert(u32::from_be_bytes(*of), Answer { kind, body: body.to_vec() });
        }
    }

    fn send(&mut self, kind: u8, body: &[u8]) -> Result<(), Fault> {
        let length = u32::try_from(body.len() + 1).map_err(|_| no_sense())?;
        self.to.write_all(&length.to_be_bytes())?;
        self.to.write_all(&[kind])?;
        Ok(self.to.write_all(body)?)
    }

    fn receive(&mut self) -> Result<Answer, Fault> {
        let mut length = [0; 4];
        self.from.read_exact(&mut length)?;
        let length = usize::try_from(u32::from_be_bytes(length)).unwrap_or(usize::MAX);
        if !(1..=LONGEST).contains(&length) {
            return Err(no_sense());
        }
        let mut body = vec![0; length];
        self.from.read_exact(&mut body)?;
        let kind = body.remove(0);
        Ok(Answer { kind, body })
    }
}

impl Answer {
    /// The code of a status.
    fn code(&self) -> Option<u32> {
        let code = self.body.first_chunk().filter(|_| self.kind == STATUS)?;
        Some(u32::from_be_bytes(*code))
    }

    fn fine(&self) -> Result<(), Fault> {
        match self.code() {
            Some(FINE) => Ok(()),
            Some(NOT_THERE) => Err(Fault::NotThere),
            Some(_) => {
                let said = string(&self.body[4..]).map_or(&[][..], |(said, _)| said);
                Err(Fault::Refused(String::from_utf8_lossy(said).into_owned()))
            }
            None => Err(no_sense()),
        }
    }

    fn handle(self) -> Result<Vec<u8>, Fault> {
        if self.kind == HANDLE {
            return string(&self.body).map(|(handle, _)| handle.to_vec()).ok_or_else(no_sense);
        }
        Err(self.fine().err().unwrap_or_else(no_sense))
    }
}

/// What a server says that speaks something else.
fn no_sense() -> Fault {
    Fault::Line(io::Error::new(ErrorKind::InvalidData, "what the server says is not SFTP"))
}

/// Bytes with their length before them.
fn text(bytes: &[u8]) -> Vec<u8> {
    let length = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
    [&length.to_be_bytes(), bytes].concat()
}

/// Bytes with their length before them, and what follows.
fn string(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = bytes.split_first_chunk()?;
    rest.split_at_checked(usize::try_from(u32::from_be_bytes(*length)).ok()?)
}

/// The names in an answer, each followed by a line for people and attributes.
fn names_in(body: &[u8]) -> Option<Vec<String>> {
    let (count, mut rest) = body.split_first_chunk()?;
    let mut names = Vec::new();
    for _ in 0..u32::from_be_bytes(*count) {
        let (name, after) = string(rest)?;
        rest = after_attributes(string(after)?.1)?;
        names.push(String::from_utf8_lossy(name).into_owned());
    }
    Some(names)
}

/// What follows attributes: which there are is said before them.
fn after_attributes(bytes: &[u8]) -> Option<&[u8]> {
    let (flags, mut rest) = bytes.split_first_chunk()?;
    let flags = u32::from_be_bytes(*flags);
    // Size, owner and group, permissions, times.
    for (flag, length) in [(1, 8), (2, 8), (4, 4), (8, 8)] {
        rest = if flags & flag == 0 { rest } else { rest.get(length..)? };
    }
    if flags & (1 << 31) != 0 {
        let (count, after) = rest.split_first_chunk()?;
        rest = after;
        for _ in 0..u32::from_be_bytes(*count).saturating_mul(2) {
            rest = string(rest)?.1;
        }
    }
    Some(rest)
}
