//! Numbers: WHATWG HTML 2.3.4 «Numbers».

/// Which numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Number {
    /// Whole, of any sign (2.3.4.1).
    Integer,
    /// Whole, between two bounds; without a sign (2.3.4.2).
    Whole(u64, u64),
    /// With or without a fraction, of any sign (2.3.4.3).
    Float,
    /// The same, not below zero.
    FloatFromZero,
    /// The same, above zero.
    FloatAboveZero,
}

/// Whole, from 0.
pub const FROM_ZERO: Number = Number::Whole(0, u64::MAX);
/// Whole, from 1.
pub const FROM_ONE: Number = Number::Whole(1, u64::MAX);

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Not a number of the kind as HTML writes them.
    Form,
    /// Too small or too large.
    Range,
}

/// Checks a number.
pub fn check(value: &str, number: Number) -> Result<(), Kind> {
    match number {
        Number::Integer => match is_digits(value.strip_prefix('-').unwrap_or(value)) {
            true => Ok(()),
            false => Err(Kind::Form),
        },
        Number::Whole(least, most) => {
            let bare = value.strip_prefix('-').unwrap_or(value);
            if !is_digits(bare) {
                return Err(Kind::Form);
            }
            // What does not fit is larger than any bound but the last.
            let read = bare.parse().unwrap_or(u64::MAX);
            match bare.len() == value.len() && (least..=most).contains(&read) {
                true => Ok(()),
                false => Err(Kind::Range),
            }
        }
        Number::Float => float(value).map(|_| ()).ok_or(Kind::Form),
        Number::FloatFromZero => match float(value) {
            None => Err(Kind::Form),
            Some(read) if read < 0.0 => Err(Kind::Range),
            Some(_) => Ok(()),
        },
        Number::FloatAboveZero => match float(value) {
            None => Err(Kind::Form),
            Some(read) if read <= 0.0 => Err(Kind::Range),
            Some(_) => Ok(()),
        },
    }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// A valid floating-point number: no `+` in front, digits after a point.
pub fn float(value: &str) -> Option<f64> {
    let mantissa_end = value.find(['e', 'E']).unwrap_or(value.len());
    let (mantissa, exponent) = value.split_at(mantissa_end);
    let mantissa = mantissa.strip_prefix('-').unwrap_or(mantissa);
    let valid = match mantissa.split_once('.') {
        None => is_digits(mantissa),
        Some((whole, fraction)) => (whole.is_empty() || is_digits(whole)) && is_digits(fraction),
    };
    let scaled = exponent.is_empty()
        || is_digits(
            exponent[1..]
                .strip_prefix(['+', '-'])
                .unwrap_or(&exponent[1..]),
        );
    // What overflows is no number of the standard either: Rust reads it as infinite.
    let number = value.parse().ok().filter(|n: &f64| n.is_finite());
    number.filter(|_| valid && scaled)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn floats() {
        for (text, number) in [("-.5e1", -5.0), ("1E+2", 100.0), ("0", 0.0)] {
            assert_eq!(float(text), Some(number), "{text}");
        }
        for text in ["1e400", "+1", "1.", "1.e5", "inf", "NaN", "e1", ""] {
            assert_eq!(float(text), None, "{text}");
        }
    }

    #[test]
    fn numbers() {
        for value in ["0", "-0", "12", "-12", "007"] {
            assert_eq!(check(value, Number::Integer), Ok(()), "{value}");
        }
        for value in ["", "+1", "1.5", " 1", "1px", "٣", "-"] {
            assert_eq!(check(value, Number::Integer), Err(Kind::Form), "{value}");
        }
        assert_eq!(check("0", FROM_ZERO), Ok(()));
        assert_eq!(check("99999999999999999999999", FROM_ONE), Ok(()));
        assert_eq!(check("0", FROM_ONE), Err(Kind::Range));
        assert_eq!(check("-1", FROM_ZERO), Err(Kind::Range));
        assert_eq!(check("9", Number::Whole(0, 8)), Err(Kind::Range));
        for value in ["1", "-1.5", ".5", "1e3", "1E-2", "-0"] {
            assert_eq!(check(value, Number::Float), Ok(()), "{value}");
        }
        for value in [
            "", "1.", "+1", "NaN", "Infinity", "1e", "1,5", ".", "1 ", "e3",
        ] {
            assert_eq!(check(value, Number::Float), Err(Kind::Form), "{value}");
        }
        assert_eq!(check("-5", Number::FloatFromZero), Err(Kind::Range));
        assert_eq!(check("0", Number::FloatAboveZero), Err(Kind::Range));
    }
}
