//! A sample of pages: statuses, processes, what the site settles, rates and their bounds.

use std::collections::{BTreeMap, HashSet};

use vigie::rgaa::{
    Bounds, Concluded, CriterionId, Outcome, RGAA, Rates, Sample, SampleCriterion, Status, TestId,
    test,
};

/// A page where criteria 1.1, 1.2... have these statuses, in order, and all the others are NA.
fn page(statuses: &[Status]) -> Vec<Outcome> {
    let mut tests = vec![Outcome::Inapplicable; RGAA.tests().len()];
    for (criterion, status) in RGAA.criteria().zip(statuses) {
        tests[criterion.tests[0].id.index().unwrap()] = match status {
            Status::C => Outcome::Passed,
            Status::NC => Outcome::Failed,
            Status::NA => Outcome::Inapplicable,
            Status::NT => Outcome::CantTell,
        };
    }
    tests
}

/// The sample of these pages, each with its process.
fn of(pages: &[(&[Status], Option<u16>)]) -> Concluded {
    let mut sample = Sample::default();
    for (statuses, process) in pages {
        sample.add(&page(statuses), *process);
    }
    sample.conclude(&BTreeMap::new())
}

fn first(concluded: &Concluded) -> SampleCriterion {
    concluded.criteria[0]
}

fn written(bounds: Option<&Bounds>) -> String {
    bounds.map_or_else(|| "none".to_owned(), |b| format!("{} {}", b.lower, b.upper))
}

fn rates(rates: &Rates) -> (bool, String, String) {
    (
        rates.complete,
        written(rates.global.as_ref()),
        written(rates.page_mean.as_ref()),
    )
}

use Status::{C, NA, NC, NT};

#[test]
fn a_criterion_over_pages() {
    let table: &[(&[Status], Status, bool)] = &[
        (&[C, NC, NA, NT], NC, true),
        (&[C, NA], C, true),
        // The grid says C; a page that is still NT may make it NC.
        (&[C, NT], C, false),
        (&[NT, NA], NT, false),
        (&[NA, NA], NA, true),
        (&[NC, NT], NC, true),
    ];
    for (pages, status, settled) in table {
        let pages: Vec<[Status; 1]> = pages.iter().map(|s| [*s]).collect();
        let pages: Vec<(&[Status], Option<u16>)> =
            pages.iter().map(|s| (s.as_slice(), None)).collect();
        let criterion = first(&of(&pages));
        assert_eq!(
            (criterion.status, criterion.settled),
            (*status, *settled),
            "{pages:?}"
        );
        let counts = criterion.pages;
        assert_eq!(counts.c + counts.nc + counts.na + counts.nt, pages.len());
    }
}

#[test]
fn the_pages_of_a_process_share_the_worst_status() {
    type Page = (Status, Option<u16>);
    let table: &[(&[Page], Status)] = &[
        (&[(C, None), (NT, None)], C),
        (&[(C, Some(0)), (NT, Some(0))], NT),
        (&[(C, Some(0)), (NA, Some(0))], C),
        (&[(C, Some(0)), (NC, Some(0))], NC),
        (&[(NA, Some(0)), (NA, Some(0))], NA),
        // Another process, or a page of none, is another unit of the sample.
        (&[(C, Some(0)), (NT, Some(1))], C),
        (&[(C, Some(0)), (NT, Some(0)), (C, None)], C),
        (&[(C, Some(0)), (NT, Some(0)), (NA, None)], NT),
    ];
    for (pages, status) in table {
        let pages: Vec<([Status; 1], Option<u16>)> =
            pages.iter().map(|(s, process)| ([*s], *process)).collect();
        let pages: Vec<(&[Status], Option<u16>)> = pages
            .iter()
            .map(|(s, process)| (s.as_slice(), *process))
            .collect();
        assert_eq!(first(&of(&pages)).status, *status, "{pages:?}");
    }
}

#[test]
fn rates_are_exact_once_nothing_is_left() {
    let concluded = of(&[(&[C, C, NC, NA], None)]);
    assert_eq!(
        rates(&concluded.rates),
        (true, "2/3 2/3".into(), "2/3 2/3".into())
    );
    // Nothing applies to the second page: it does not count in the mean.
    let concluded = of(&[(&[C, C, NC, NA], None), (&[NA], None)]);
    assert_eq!(
        rates(&concluded.rates),
        (true, "2/3 2/3".into(), "2/3 2/3".into())
    );
    assert_eq!(
        rates(&of(&[(&[NA], None)]).rates),
        (true, "none".into(), "none".into())
    );
    assert_eq!(
        rates(&Sample::default().conclude(&BTreeMap::new()).rates),
        (false, "none".into(), "none".into())
    );
}

#[test]
fn ten_pages_at_nine_tenths_may_make_a_sample_of_nothing() {
    let pages: Vec<[Status; 10]> = (0..10)
        .map(|n| std::array::from_fn(|i| if i == n { NC } else { C }))
        .collect();
    let pages: Vec<(&[Status], Option<u16>)> = pages.iter().map(|s| (s.as_slice(), None)).collect();
    assert_eq!(
        rates(&of(&pages).rates),
        (true, "0/10 0/10".into(), "9/10 9/10".into())
    );
}

#[test]
fn what_is_open_makes_bounds() {
    // 1 C, 1 NC, 2 NT.
    let concluded = of(&[(&[C, NC, NT, NT, NA], None)]);
    assert_eq!(
        rates(&concluded.rates),
        (false, "1/4 3/4".into(), "1/4 3/4".into())
    );
    // A criterion that is C here and NT there is open; one that is NC somewhere is not.
    let concluded = of(&[(&[C, NC, C], None), (&[NT, NT, C], None)]);
    assert_eq!(
        rates(&concluded.rates),
        (false, "1/3 2/3".into(), "1/2 5/6".into())
    );
    // A page where only NT is left may turn out to count for nothing: the bounds hold for it too.
    let concluded = of(&[(&[C, C], None), (&[NT, NA], None)]);
    assert_eq!(
        rates(&concluded.rates),
        (false, "1/2 2/2".into(), "1/2 1/1".into())
    );
}

/// Every way in which what is NT may turn out lies within the bounds, and the bounds are reached.
#[test]
fn bounds_hold_for_every_way_it_may_turn_out() {
    let ways = |open: usize| {
        (0..3_usize.pow(open as u32)).map(move |mut n| {
            let mut way = Vec::new();
            for _ in 0..open {
                way.push([C, NC, NA][n % 3]);
                n /= 3;
            }
            way
        })
    };
    let value = |bounds: &Bounds| {
        assert_eq!(bounds.lower, bounds.upper);
        let text = bounds.lower.to_string();
        let (n, d) = text.split_once('/').unwrap();
        n.parse::<f64>().unwrap() / d.parse::<f64>().unwrap()
    };
    let ends = |bounds: &Bounds| {
        [&bounds.lower, &bounds.upper].map(|b| {
            let text = b.to_string();
            let (n, d) = text.split_once('/').unwrap();
            n.parse::<f64>().unwrap() / d.parse::<f64>().unwrap()
        })
    };
    for pages in [
        [[C, NC, NT], [NT, NA, C]],
        [[C, C, NT], [NT, NT, NC]],
        [[NT, NT, NT], [C, NA, NC]],
        [[NA, NT, NT], [NA, NT, NA]],
    ] {
        let rows: Vec<(&[Status], Option<u16>)> =
            pages.iter().map(|s| (s.as_slice(), None)).collect();
        let before = of(&rows).rates;
        let open = pages.iter().flatten().filter(|s| **s == NT).count();
        let mut seen = [Vec::new(), Vec::new()];
        for way in ways(open) {
            let mut answers = way.into_iter();
            let decided = pages.map(|page| {
                page.map(|status| match status {
                    NT => answers.next().unwrap(),
                    settled => settled,
                })
            });
            let rows: Vec<(&[Status], Option<u16>)> =
                decided.iter().map(|s| (s.as_slice(), None)).collect();
            let after = of(&rows).rates;
            assert!(after.complete);
            seen[0].extend(after.global.as_ref().map(value));
            seen[1].extend(after.page_mean.as_ref().map(value));
        }
        for (bounds, seen) in [before.global, before.page_mean].iter().zip(seen) {
            let [lower, upper] = ends(bounds.as_ref().unwrap());
            let least = seen.iter().copied().fold(f64::INFINITY, f64::min);
            let most = seen.iter().copied().fold(0.0, f64::max);
            assert!((least - lower).abs() < 1e-12, "{pages:?}: {least} {lower}");
            assert!((most - upper).abs() < 1e-12, "{pages:?}: {most} {upper}");
        }
    }
}

#[test]
fn what_the_site_says_counts() {
    let mut sample = Sample::default();
    let mut untested = page(&[C]);
    let sitemap = test(12, 3, 1);
    let navigation = test(12, 1, 1);
    for id in [sitemap, navigation] {
        untested[id.index().unwrap()] = Outcome::Untested;
    }
    sample.add(&untested, None);
    let status = |site: &[(TestId, Outcome)], criterion: CriterionId| {
        let concluded = sample.conclude(&site.iter().copied().collect());
        concluded.criteria[criterion.index().unwrap()].status
    };
    let (one, two) = (CriterionId::new(12, 1), CriterionId::new(12, 3));
    assert_eq!(status(&[], one), NT);
    assert_eq!(status(&[(navigation, Outcome::CantTell)], one), NT);
    assert_eq!(status(&[(navigation, Outcome::Failed)], one), NC);
    assert_eq!(status(&[(navigation, Outcome::Passed)], one), C);
    assert_eq!(status(&[(sitemap, Outcome::Inapplicable)], two), NA);
    // What a page says of itself is not overruled.
    assert_eq!(
        status(
            &[(test(1, 1, 1), Outcome::Inapplicable)],
            CriterionId::new(1, 1)
        ),
        C
    );
}

#[test]
fn linked_tests_exist_and_rest_on_others_once() {
    let linked: HashSet<TestId> = RGAA.linked.iter().map(|l| l.test).collect();
    assert_eq!(linked.len(), RGAA.linked.len(), "a test is linked twice");
    for link in RGAA.linked {
        assert!(link.test.index().is_some(), "{}", link.test);
        assert!(!link.rests_on.is_empty(), "{}", link.test);
        for base in link.rests_on {
            assert!(base.index().is_some(), "{base}");
            assert!(!linked.contains(base), "{} rests on {base}", link.test);
            assert_eq!(base.topic, link.test.topic, "{} and {base}", link.test);
        }
    }
}
