//! JDW, jadwal: the stages of the schedule, and the days and times that the content names.

use crate::check::rule::rules;

rules! {
    urutan,
    hari [WRONG_DATES],
    urutan_tahapan,
    waktu,
    kunci,
    di_dalam_tahapan,
    akan,
    jarak_tahapan,
}
