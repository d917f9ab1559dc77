//! What a person types and sees: one transcript a story in `tests/cmd/`.

#[test]
fn the_program_says_what_the_transcripts_show() {
    trycmd::TestCases::new().env("SOURCE_DATE_EPOCH", "1730419200").case("tests/cmd/*.md");
}
