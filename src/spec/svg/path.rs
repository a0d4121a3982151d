//! Path data: SVG 2, 9.3 «Path data», with the numbers of SVG 1.1 (`1.`), which browsers read too.

/// Where the data stop being a path: the byte of the first thing that cannot be there, or the end when something is missing. `None`: all
/// of it is one. That it begins with a move is not asked.
pub fn fault(data: &str) -> Option<usize> {
    let data = data.as_bytes();
    let mut at = 0;
    loop {
        at = skip_space(data, at);
        let command = *data.get(at)?;
        let numbers = match command.to_ascii_lowercase() {
            b'z' => 0,
            b'h' | b'v' => 1,
            b'm' | b'l' | b't' => 2,
            b's' | b'q' => 4,
            b'c' => 6,
            b'a' => 7,
            _ => return Some(at),
        };
        at += 1;
        if numbers > 0 {
            at = match arguments(data, at, numbers, command.eq_ignore_ascii_case(&b'a')) {
                Ok(end) => end,
                Err(fault) => return Some(fault),
            };
        }
    }
}

/// Groups of numbers after a command, one at least; the end of the last, or where a number or a flag is wanted.
fn arguments(data: &[u8], mut at: usize, numbers: usize, arc: bool) -> Result<usize, usize> {
    let mut rank = 0;
    let mut first = true;
    loop {
        let mut next = skip_space(data, at);
        let comma = !first && data.get(next) == Some(&b',');
        if comma {
            next = skip_space(data, next + 1);
        }
        let end = match arc && matches!(rank, 3 | 4) {
            true => matches!(data.get(next), Some(b'0' | b'1')).then_some(next + 1),
            false => number(data, next),
        };
        match end {
            Some(end) => at = end,
            None if rank == 0 && !first && !comma => return Ok(at),
            None => return Err(next),
        }
        rank = (rank + 1) % numbers;
        first = false;
    }
}

fn skip_space(data: &[u8], at: usize) -> usize {
    let spaces = data[at..].iter().take_while(|b| b.is_ascii_whitespace());
    at + spaces.count()
}

fn skip_digits(data: &[u8], at: usize) -> usize {
    let digits = data[at..].iter().take_while(|b| b.is_ascii_digit());
    at + digits.count()
}

/// The end of the number that begins here.
fn number(data: &[u8], at: usize) -> Option<usize> {
    let signed = at + usize::from(matches!(data.get(at), Some(b'+' | b'-')));
    let mut end = skip_digits(data, signed);
    let mut digits = end - signed;
    if data.get(end) == Some(&b'.') {
        let decimals = skip_digits(data, end + 1);
        digits += decimals - end - 1;
        end = decimals;
    }
    if digits == 0 {
        return None;
    }
    if matches!(data.get(end), Some(b'e' | b'E')) {
        let sign = usize::from(matches!(data.get(end + 1), Some(b'+' | b'-')));
        let power = end + 1 + sign;
        let last = skip_digits(data, power.min(data.len()));
        if last > power {
            end = last;
        }
    }
    Some(end)
}

#[cfg(test)]
mod tests {
    use super::fault;

    #[test]
    fn paths() {
        for good in [
            "",
            " ",
            "M0 0",
            "m0-0",
            "M.5.5.5.5",
            "M1e3-1e-2",
            "M+1+2",
            "M1. 2.",
            "M 0,0 1 1 , 2,2 z",
            "M0 0Z L1 1",
            "M0 0zm1 1",
            "M0 0h1v1h-1,2 3z",
            "M0 0a1 1 0 01.5.5",
            "M0 0a1,1,0,0,1,2,2 1 1 0 1 0 2 2",
            "M0 0c1 1 2 2 3 3s1 1 2 2q1 1 2 2t3 3",
            "M0 0\n\tL 1 1\r\n",
        ] {
            assert_eq!(fault(good), None, "{good}");
        }
    }

    #[test]
    fn no_paths() {
        for (bad, at) in [
            ("M", 1),
            ("M0", 2),
            ("M0,,0", 3),
            ("M,0 0", 1),
            ("M0 0L", 5),
            ("M0 0L1 1 2", 10),
            ("M0 0,", 5),
            ("M0 0;", 4),
            ("M0 0z1", 5),
            ("M0 0 foo", 5),
            ("none", 0),
            ("M1e", 2),
            ("M0 0a1 1 0 2 1 2 2", 11),
            ("M0 0c1 1 2 2 3", 14),
            ("M０ 0", 1),
            ("M0 0L1px 1", 6),
            ("M0 0L-", 5),
            ("M0 0L1 .", 7),
        ] {
            assert_eq!(fault(bad), Some(at), "{bad}");
        }
    }
}
