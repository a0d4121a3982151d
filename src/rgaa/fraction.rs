//! Exact parts of a whole: rates are compared with legal thresholds, where rounding would decide.

use std::fmt;

use num_bigint::BigUint;
use num_integer::Integer;
use serde::{Serialize, Serializer};

/// A part of a whole, from 0 to 1, exactly. Written `12/66`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fraction {
    numerator: BigUint,
    denominator: BigUint,
}

impl Fraction {
    /// `part` of `whole`, kept as it is counted: 12 of 66 stays `12/66`. `None` of nothing.
    pub fn of(part: usize, whole: usize) -> Option<Fraction> {
        (whole > 0).then(|| Fraction {
            numerator: part.into(),
            denominator: whole.into(),
        })
    }

    /// The mean of fractions, each so many times, in lowest terms. Nothing divided by nothing does not count; `None` when
    /// nothing counts.
    pub(super) fn mean(fractions: &[(usize, usize, usize)]) -> Option<Fraction> {
        let counted = || fractions.iter().filter(|(_, whole, _)| *whole > 0);
        let times: usize = counted().map(|(.., times)| times).sum();
        if times == 0 {
            return None;
        }
        let common = counted().fold(BigUint::from(1_u8), |lcm, (_, whole, _)| {
            lcm.lcm(&BigUint::from(*whole))
        });
        let sum: BigUint = counted()
            .map(|(part, whole, times)| (&common / *whole) * *part * *times)
            .sum();
        let whole = common * times;
        let shared = sum.gcd(&whole);
        Some(Fraction {
            numerator: sum / &shared,
            denominator: whole / shared,
        })
    }

    /// In thousandths, rounded down: 99.96 % never reads 100 %.
    pub fn thousandths(&self) -> u16 {
        self.to_u16(|n, d| n.div_floor(d))
    }

    /// In thousandths, rounded up.
    pub fn thousandths_up(&self) -> u16 {
        self.to_u16(|n, d| n.div_ceil(d))
    }

    fn to_u16(&self, divide: impl Fn(&BigUint, &BigUint) -> BigUint) -> u16 {
        let thousandths = divide(&(&self.numerator * 1000_u16), &self.denominator);
        u16::try_from(thousandths).unwrap_or(1000)
    }
}

impl fmt::Display for Fraction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.numerator, self.denominator)
    }
}

impl Serialize for Fraction {
    /// A text: the figures of a mean may be larger than what other languages read as a number.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn written_as_counted() {
        assert_eq!(Fraction::of(12, 66).unwrap().to_string(), "12/66");
        assert_eq!(Fraction::of(0, 0), None);
    }

    #[test]
    fn rounding_never_flatters() {
        for (part, whole, down, up) in [
            (2499, 2500, 999, 1000),
            (1, 3, 333, 334),
            (1, 2, 500, 500),
            (0, 7, 0, 0),
            (7, 7, 1000, 1000),
        ] {
            let fraction = Fraction::of(part, whole).unwrap();
            let rounded = (fraction.thousandths(), fraction.thousandths_up());
            assert_eq!(rounded, (down, up), "{fraction}");
        }
    }

    #[test]
    fn means_are_exact() {
        let mean = |fractions| Fraction::mean(fractions).map(|f| f.to_string());
        assert_eq!(mean(&[(1, 2, 1), (1, 3, 1)]), Some("5/12".to_owned()));
        assert_eq!(mean(&[(9, 10, 10)]), Some("9/10".to_owned()));
        assert_eq!(mean(&[(0, 0, 4), (1, 4, 3)]), Some("1/4".to_owned()));
        assert_eq!(mean(&[(0, 0, 4)]), None);
        // The common denominator of all that a page can have is past 128 bits.
        let all: Vec<_> = (1..=106).map(|whole| (whole, whole, 300)).collect();
        assert_eq!(mean(&all), Some("1/1".to_owned()));
        let none: Vec<_> = (1..=106).map(|whole| (0, whole, 300)).collect();
        assert_eq!(mean(&none), Some("0/1".to_owned()));
    }
}
