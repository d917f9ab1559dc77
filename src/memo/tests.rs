//! What is remembered is what would be made anew: a fuzz test against a memory that forgets everything.

use super::*;
use crate::memo::reading::Moments;
use std::cell::RefCell;

/// A small world: numbers that work is made from, and answers to questions.
#[derive(Default)]
struct World {
    inputs: Vec<u64>,
    answers: Vec<u64>,
    moment: i32,
}

impl Now for World {
    fn input(&self, number: u32) -> Option<u128> {
        self.inputs.get(number as usize).map(|value| u128::from(*value))
    }

    fn answer(&self, question: &str) -> Option<u128> {
        self.answers.get(question.parse::<usize>().ok()?).map(|answer| u128::from(*answer))
    }

    fn answers(&self) -> Option<u128> {
        Some(xxh3_128(format!("{:?}", self.answers).as_bytes()))
    }

    fn moment(&self) -> i32 {
        self.moment
    }
}

impl World {
    /// Whether a moment has come.
    fn has_come(&self, moment: i32) -> bool {
        let has_come = moment <= self.moment;
        let (before, after) = (Moments { until: moment, ..Moments::ALL }, Moments { from: moment, ..Moments::ALL });
        reading::note_moments(if has_come { after } else { before });
        has_come
    }
}

/// The same numbers in every run (Knuth's MMIX).
struct Dice(u64);

impl Dice {
    fn throw(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }

    fn below(&mut self, length: usize) -> usize {
        usize::try_from(self.throw(length as u64)).unwrap()
    }
}

/// A recipe: what a piece of work reads. Each may rest on those before it.
#[derive(Debug, Clone)]
struct Recipe {
    inputs: Vec<usize>,
    questions: Vec<usize>,
    moments: Vec<usize>,
    below: Vec<usize>,
    /// How coarse its outcome is: what it rests on changes more often than the outcome does.
    coarse: u64,
    /// Whether it is worked out each time, and given on by its digest.
    is_digested: bool,
}

/// Work in a world, and which of it had to be done.
struct Run<'r> {
    world: &'r World,
    recipes: &'r [Recipe],
    memo: &'r Session<'r>,
    done: RefCell<Vec<usize>>,
}

impl Run<'_> {
    fn of(&self, number: usize) -> u64 {
        let key = Key::of("recipe", &number);
        if self.recipes[number].is_digested {
            let value = reading::unwatched(|| self.work(number));
            return *self.memo.digested(key, u128::from(value), value);
        }
        *self.memo.remember(key, || self.work(number))
    }

    fn work(&self, number: usize) -> u64 {
        self.done.borrow_mut().push(number);
        let recipe = &self.recipes[number];
        let inputs = recipe.inputs.iter().map(|input| {
            reading::note(*input);
            self.world.inputs[*input]
        });
        let answers = recipe.questions.iter().map(|question| {
            let answer = self.world.answers[*question];
            reading::note_other(&|| Ground::Question(question.to_string().into()), u128::from(answer));
            answer
        });
        let moments =
            recipe.moments.iter().map(|moment| u64::from(self.world.has_come(i32::try_from(*moment).unwrap())));
        let below = recipe.below.iter().map(|below| self.of(*below));
        let sum = inputs
            .chain(answers)
            .chain(moments)
            .chain(below)
            .fold(number as u64, |sum, one| sum.wrapping_mul(31) + one);
        sum / recipe.coarse
    }
}

fn recipe(dice: &mut Dice, world: &World, number: usize) -> Recipe {
    let mut some = |most: u64, length: usize| -> Vec<usize> {
        if length == 0 { Vec::new() } else { (0..dice.throw(most)).map(|_| dice.below(length)).collect() }
    };
    Recipe {
        inputs: some(4, world.inputs.len()),
        questions: some(3, world.answers.len()),
        moments: some(3, 12),
        below: some(3, number),
        coarse: 1 + dice.throw(3) * 1_000_000,
        is_digested: dice.throw(4) == 0,
    }
}

#[test]
fn what_is_remembered_is_what_would_be_made_anew() {
    let mut spared = 0;
    for seed in 0..40 {
        let mut dice = Dice(seed);
        let mut world = World { inputs: vec![0; 140], answers: vec![0; 6], moment: 6 };
        let mut recipes: Vec<Recipe> = Vec::new();
        for number in 0..30 {
            recipes.push(recipe(&mut dice, &world, number));
        }
        let mut memo = Memo::default();
        for step in 0..40 {
            for _ in 0..dice.throw(3) {
                let (input, answer) = (dice.below(140), dice.below(6));
                match dice.throw(3) {
                    0 => world.answers[answer] = dice.throw(3),
                    _ => world.inputs[input] = dice.throw(3),
                }
            }
            if dice.throw(3) == 0 {
                world.moment = i32::try_from(dice.throw(14)).unwrap();
            }
            if dice.throw(12) == 0 {
                let number = dice.below(30);
                recipes[number] = recipe(&mut dice, &world, number);
                // Other work has another key: here that of all.
                memo = Memo::default();
            }
            let asked: Vec<usize> = (0..30).filter(|_| dice.throw(5) > 0).collect();
            let common = u128::from(dice.throw(20) == 0);
            let run = |memo: &Memo, end: End| {
                let session = memo.begin(&world, common);
                let run = Run { world: &world, recipes: &recipes, memo: &session, done: RefCell::default() };
                let made: Vec<u64> = asked.iter().map(|number| run.of(*number)).collect();
                let done = run.done.take().len();
                memo.end(&session, end);
                (made, done)
            };
            let (remembered, did) = run(&memo, if dice.throw(4) > 0 { End::Whole } else { End::Early });
            let (anew, all) = run(&Memo::default(), End::Whole);
            assert_eq!(remembered, anew, "{seed} {step}");
            spared += all.saturating_sub(did);
            if dice.throw(3) == 0 {
                memo = memo.to_bytes().map_or(memo, |bytes| Memo::from_bytes(bytes).unwrap());
            }
        }
    }
    assert!(spared > 10_000, "{spared} pieces of work were spared");
}

/// Work that counts how often it is done.
fn counted(session: &Session<'_>, count: &RefCell<u32>, input: usize) -> u32 {
    *session.remember(Key::of("counted", &input), || {
        reading::note(input);
        *count.borrow_mut() += 1;
        7_u32
    })
}

#[test]
fn work_is_not_done_again_where_what_it_rests_on_comes_out_the_same() {
    let (memo, count) = (Memo::default(), RefCell::new(0));
    for (input, done) in [(1, 2), (1, 2), (2, 3)] {
        let world = World { inputs: vec![input], ..World::default() };
        let session = memo.begin(&world, 0);
        // The list is made of the input, and comes out the same: who shows the list is spared.
        counted(&session, &count, 0);
        session.remember(Key::of("shown", ""), || {
            *count.borrow_mut() += 1;
            counted(&session, &count, 0) * 2
        });
        memo.end(&session, End::Whole);
        assert_eq!(*count.borrow(), done, "input {input}");
    }
}

#[test]
fn what_nobody_asks_for_is_forgotten_but_not_what_others_rest_on() {
    let (memo, count) = (Memo::default(), RefCell::new(0));
    let world = World { inputs: vec![1, 1], ..World::default() };
    let shown = |session: &Session<'_>| *session.remember(Key::of("shown", ""), || counted(session, &count, 0));
    let session = memo.begin(&world, 0);
    assert_eq!((shown(&session), counted(&session, &count, 1)), (7, 7));
    memo.end(&session, End::Whole);
    assert_eq!(memo.last().len(), 3);
    let session = memo.begin(&world, 0);
    assert_eq!(shown(&session), 7);
    memo.end(&session, End::Whole);
    assert_eq!((memo.last().len(), *count.borrow()), (2, 2));
}

#[test]
fn what_is_damaged_or_of_another_program_is_forgotten_and_what_is_the_same_is_not_written() {
    let (memo, count) = (Memo::default(), RefCell::new(0));
    let world = World { inputs: vec![1; 3], ..World::default() };
    let session = memo.begin(&world, 0);
    (0..3).for_each(|input| _ = counted(&session, &count, input));
    memo.end(&session, End::Whole);
    let bytes = memo.to_bytes().unwrap();
    let again = Memo::from_bytes(bytes.clone()).unwrap();
    let session = again.begin(&world, 0);
    (0..3).for_each(|input| _ = counted(&session, &count, input));
    again.end(&session, End::Whole);
    assert_eq!((*count.borrow(), again.to_bytes()), (3, None));
    for at in 0..bytes.len() {
        assert!(Memo::from_bytes(bytes[..at].to_vec()).is_none());
        let mut damaged = bytes.clone();
        damaged[at] ^= 1;
        assert!(Memo::from_bytes(damaged).is_none());
    }
    let unsealed = open(bytes).unwrap();
    for at in 0..unsealed.len() {
        assert!(Shelf::from_bytes(unsealed[..at].to_vec()).is_none_or(|shelf| shelf.len() == 0), "{at}");
    }
    let foreign = [&unsealed[..], &xxh3_128(&unsealed).to_le_bytes()].concat();
    assert!(Memo::from_bytes(foreign).is_none());
}
