//! The coordinates of an `area` (WHATWG HTML 4.8.14 «coords»): whole numbers apart by commas, nothing else; how many depends on the
//! shape.

use std::ops::Range;

/// What is wrong with them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// No whole number stands there.
    NotWhole(Range<usize>),
    /// As many of them as there are do not make a rectangle, a circle, a polygon.
    Count(Shape, usize),
    /// The right or the bottom of a rectangle is not past its left or its top.
    Order,
    /// A radius below zero.
    Radius,
}

/// Shapes that have coordinates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    Rectangle,
    Circle,
    Polygon,
}

/// Checks the coordinates of a shape.
pub fn check(value: &str, shape: Shape) -> Result<(), Problem> {
    let (mut count, mut at) = (0, 0);
    // The first four are all that is compared.
    let mut first = [0i64; 4];
    for part in value.split(',') {
        let digits = part.strip_prefix('-').unwrap_or(part);
        if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Err(Problem::NotWhole(at..at + part.len()));
        }
        if let Some(kept) = first.get_mut(count) {
            let huge = if digits.len() < part.len() {
                i64::MIN
            } else {
                i64::MAX
            };
            *kept = part.parse().unwrap_or(huge);
        }
        count += 1;
        at += part.len() + 1;
    }
    let enough = match shape {
        Shape::Rectangle => count == 4,
        Shape::Circle => count == 3,
        Shape::Polygon => count >= 6 && count % 2 == 0,
    };
    let [left, top, right, bottom] = first;
    match shape {
        _ if !enough => Err(Problem::Count(shape, count)),
        Shape::Rectangle if left >= right || top >= bottom => Err(Problem::Order),
        Shape::Circle if right < 0 => Err(Problem::Radius),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes() {
        use Shape::{Circle, Polygon, Rectangle};
        assert_eq!(check("0,-5,10,20", Rectangle), Ok(()));
        assert_eq!(check("10,10,5", Circle), Ok(()));
        assert_eq!(check("10,10,0", Circle), Ok(()));
        assert_eq!(check("0,0,1,1,2,2", Polygon), Ok(()));
        assert_eq!(check("0, 0,1,1", Rectangle), Err(Problem::NotWhole(2..4)));
        assert_eq!(check("0,0,1,", Rectangle), Err(Problem::NotWhole(6..6)));
        assert_eq!(check("", Rectangle), Err(Problem::NotWhole(0..0)));
        assert_eq!(check("1.5,0,3,4", Rectangle), Err(Problem::NotWhole(0..3)));
        assert_eq!(check("0,0,1", Rectangle), Err(Problem::Count(Rectangle, 3)));
        assert_eq!(check("0,0,1,1", Polygon), Err(Problem::Count(Polygon, 4)));
        assert_eq!(check("4,0,4,9", Rectangle), Err(Problem::Order));
        assert_eq!(check("0,9,4,3", Rectangle), Err(Problem::Order));
        assert_eq!(check("1,1,-1", Circle), Err(Problem::Radius));
        let huge = "9".repeat(40);
        assert_eq!(check(&format!("0,0,{huge},{huge}"), Rectangle), Ok(()));
    }
}
