//! The referential: its data, its numbers, its rules.

use std::collections::{BTreeMap, HashSet};

use vigie::rgaa::{
    CRITERIA, CriterionId, IdKind, Official, OfficialError, Outcome, RGAA, Scope, ScopeError,
    Status, TESTS, TOPICS, TestId, TopicId, criterion_status, sample_status, test,
};
use vigie::text::{Lang, Text};

use crate::support::shared;

#[test]
fn version_and_counts() {
    assert_eq!((RGAA.id, RGAA.version), ("rgaa", "4.1.2"));
    assert_eq!((TOPICS, CRITERIA, TESTS), (13, 106, 258));
    assert_eq!(RGAA.topics.len(), TOPICS);
    assert_eq!(RGAA.criteria().len(), CRITERIA);
    assert_eq!(RGAA.tests().len(), TESTS);
}

#[test]
fn titles_are_well_written_in_both_languages() {
    let topics = RGAA.topics.iter().map(|t| (t.id.to_string(), t.title));
    let criteria = RGAA.criteria().map(|c| (c.id.to_string(), c.title));
    let tests = RGAA.tests().map(|t| (t.id.to_string(), t.title));
    for (id, title) in topics.chain(criteria).chain(tests) {
        for lang in Lang::ALL {
            let title = title.get(lang);
            assert!(!title.is_empty(), "{id} {lang}");
            assert_eq!(title.trim(), title, "{id} {lang}");
            assert!(!title.contains("  "), "{id} {lang}: {title}");
            assert!(!title.ends_with(['.', '?']), "{id} {lang}: {title}");
        }
        assert!(!title.fr.contains(['\'', '"']), "{id}: {}", title.fr);
    }
}

#[test]
fn titles_differ_within_a_topic() {
    let all: Vec<(TopicId, Text)> = RGAA
        .tests()
        .map(|test| (test.id.topic_id(), test.title))
        .collect();
    let criteria: Vec<(TopicId, Text)> = RGAA
        .criteria()
        .map(|criterion| (criterion.id.topic_id(), criterion.title))
        .collect();
    for titles in [all, criteria] {
        for lang in Lang::ALL {
            let mut seen = HashSet::new();
            for (topic, title) in &titles {
                let title = title.get(lang);
                assert!(seen.insert((topic, title)), "{topic}: {title} twice");
            }
        }
    }
}

#[test]
fn wcag_numbers_are_sorted_and_well_formed() {
    for criterion in RGAA.criteria() {
        let key = |number: &str| -> Vec<u8> {
            let parts: Result<Vec<u8>, _> = number.split('.').map(str::parse).collect();
            parts.unwrap_or_else(|_| panic!("{}: {number}", criterion.id))
        };
        let keys: Vec<Vec<u8>> = criterion.wcag.iter().map(|number| key(number)).collect();
        assert!(!keys.is_empty(), "{}", criterion.id);
        assert!(keys.iter().all(|key| key.len() == 3), "{}", criterion.id);
        assert!(keys.is_sorted_by(|a, b| a < b), "{}", criterion.id);
    }
}

#[test]
fn places_and_ids_go_both_ways() {
    for (place, test) in RGAA.tests().enumerate() {
        assert_eq!(test.id.index(), Some(place));
        assert_eq!(TestId::from_index(place), Some(test.id));
        assert_eq!(RGAA.test(test.id).map(|t| t.id), Some(test.id));
    }
    for (place, criterion) in RGAA.criteria().enumerate() {
        assert_eq!(criterion.id.index(), Some(place));
        assert_eq!(CriterionId::from_index(place), Some(criterion.id));
        let found = RGAA.criterion(criterion.id).map(|c| c.id);
        assert_eq!(found, Some(criterion.id));
    }
    for topic in RGAA.topics {
        assert_eq!(RGAA.topic(topic.id).map(|t| t.id), Some(topic.id));
    }
    assert_eq!(TestId::from_index(TESTS), None);
    assert_eq!(CriterionId::from_index(CRITERIA), None);
    assert_eq!(TestId::new(1, 1, 1).index(), Some(0));
    assert_eq!(TestId::new(13, 12, 3).index(), Some(257));
    assert_eq!(CriterionId::new(13, 12).index(), Some(105));
}

#[test]
fn numbers_that_do_not_exist_have_no_place() {
    let existing: HashSet<TestId> = RGAA.tests().map(|test| test.id).collect();
    let mut found = 0;
    for topic in 0..=20 {
        for criterion in 0..=20 {
            for n in 0..=20 {
                let id = TestId::new(topic, criterion, n);
                assert_eq!(id.index().is_some(), existing.contains(&id), "{id}");
                found += usize::from(RGAA.test(id).is_some());
            }
        }
    }
    assert_eq!(found, TESTS);
    assert_eq!(TestId::new(255, 255, 255).index(), None);
    assert_eq!(CriterionId::new(9, 5).index(), None);
    assert!(RGAA.topic(TopicId(0)).is_none());
    assert!(RGAA.topic(TopicId(14)).is_none());
}

#[test]
fn ids_in_statics_are_checked() {
    static ID: TestId = test(9, 1, 1);
    assert_eq!(ID, TestId::new(9, 1, 1));
    assert!(std::panic::catch_unwind(|| test(9, 5, 1)).is_err());
}

#[test]
fn ids_are_ordered_as_numbers() {
    let sorted: Vec<String> = ["1.10.1", "1.2.10", "10.1.1", "1.2.9", "2.1.1"]
        .map(|id| id.parse::<TestId>().unwrap())
        .into_iter()
        .collect::<std::collections::BTreeSet<_>>()
        .into_iter()
        .map(|id| id.to_string())
        .collect();
    assert_eq!(sorted, ["1.2.9", "1.2.10", "1.10.1", "2.1.1", "10.1.1"]);
    assert!(RGAA.tests().map(|test| test.id).is_sorted());
    assert!(RGAA.criteria().map(|criterion| criterion.id).is_sorted());
}

#[test]
fn ids_are_read_and_written() {
    for test in RGAA.tests() {
        assert_eq!(test.id.to_string().parse(), Ok(test.id));
    }
    for criterion in RGAA.criteria() {
        assert_eq!(criterion.id.to_string().parse(), Ok(criterion.id));
    }
    assert_eq!("9".parse(), Ok(TopicId(9)));
    let counts = BTreeMap::from([(TestId::new(9, 1, 1), 2)]);
    let json = serde_json::to_string(&counts).unwrap();
    assert_eq!(json, r#"{"9.1.1":2}"#);
    let back: BTreeMap<TestId, i32> = serde_json::from_str(&json).unwrap();
    assert_eq!(back, counts);
}

#[test]
fn misspelt_ids_are_refused() {
    for wrong in [
        "", ".", "9", "9.1", "9.1.", "9.1.1.1", " 9.1.1", "9.1.1 ", "09.1.1", "+9.1.1", "-9.1.1",
        "9.0.1", "256.1.1", "9,1,1", "9.1.a", "９.1.1", "9..1",
    ] {
        let error = wrong.parse::<TestId>().unwrap_err();
        assert_eq!(error.expected, IdKind::Test, "{wrong}");
        assert_eq!(error.input, wrong);
    }
    let error = "9.1.1".parse::<CriterionId>().unwrap_err();
    assert_eq!(
        error.message(Lang::Fr),
        "« 9.1.1 » n’est pas un numéro de critère, comme 9.1"
    );
    assert_eq!(
        error.to_string(),
        "\"9.1.1\" is not a criterion number such as 9.1"
    );
    let error = "titres\u{1b}[2J".parse::<TopicId>().unwrap_err();
    assert_eq!(
        error.to_string(),
        "\"titres\\u{1b}[2J\" is not a topic number such as 9"
    );
    assert!(serde_json::from_str::<TestId>("\"9.1\"").is_err());
}

#[test]
fn scopes_contain_their_tests() {
    let count = |scope: &str| {
        let scope: Scope = scope.parse().unwrap();
        RGAA.tests().filter(|test| scope.contains(test.id)).count()
    };
    assert_eq!(count("9"), 9);
    assert_eq!(count("1"), 59);
    assert_eq!(count("9.1"), 3);
    assert_eq!(count("1.6"), 10);
    assert_eq!(count("9.1.1"), 1);
    assert_eq!("9".parse(), Ok(Scope::Topic(TopicId(9))));
    assert_eq!("9.1".parse(), Ok(Scope::Criterion(CriterionId::new(9, 1))));
    assert_eq!("9.1.1".parse(), Ok(Scope::Test(TestId::new(9, 1, 1))));
    for test in RGAA.tests() {
        let scope = Scope::Test(test.id);
        assert_eq!(scope.to_string().parse(), Ok(scope));
    }
}

#[test]
fn scopes_that_do_not_exist_name_those_that_do() {
    let unknown = |input: &str| {
        let error = input.parse::<Scope>().unwrap_err();
        assert!(matches!(error, ScopeError::Unknown { .. }), "{input}");
        (error.message(Lang::Fr), error.message(Lang::En))
    };
    for (input, fr, en) in [
        ("14", "les thèmes vont de 1 à 13", "topics go from 1 to 13"),
        ("0", "les thèmes vont de 1 à 13", "topics go from 1 to 13"),
        (
            "99999999999999999999.1",
            "les thèmes vont de 1 à 13",
            "topics go from 1 to 13",
        ),
        (
            "9.7",
            "les critères du thème 9 vont de 9.1 à 9.4",
            "the criteria of topic 9 go from 9.1 to 9.4",
        ),
        (
            "9.7.1",
            "les critères du thème 9 vont de 9.1 à 9.4",
            "the criteria of topic 9 go from 9.1 to 9.4",
        ),
        (
            "9.1.8",
            "les tests du critère 9.1 vont de 9.1.1 à 9.1.3",
            "the tests of criterion 9.1 go from 9.1.1 to 9.1.3",
        ),
        (
            "2.1.2",
            "le critère 2.1 n’a qu’un test, 2.1.1",
            "criterion 2.1 has one test, 2.1.1",
        ),
    ] {
        let expected = (
            format!("{input} n’existe pas : {fr}"),
            format!("{input} does not exist: {en}"),
        );
        assert_eq!(unknown(input), expected);
    }
}

#[test]
fn misspelt_scopes_are_refused() {
    for wrong in [
        "", "9.", ".9", "9.1.1.1", "09", "+9", " 9", "titres", "9.01",
    ] {
        let error = wrong.parse::<Scope>().unwrap_err();
        assert_eq!(error, ScopeError::Form(wrong.to_owned()));
    }
    assert_eq!(
        ScopeError::Form("titres".into()).message(Lang::Fr),
        "« titres » n’est pas un numéro de thème (9), de critère (9.1) ou de test (9.1.1)"
    );
}

#[test]
fn words_of_outcomes_statuses_and_languages() {
    let words = ["passed", "failed", "cantTell", "inapplicable", "untested"];
    for (outcome, word) in Outcome::ALL.into_iter().zip(words) {
        assert_eq!(outcome.to_string(), word);
        assert_eq!(serde_json::to_value(outcome).unwrap(), word);
        assert_eq!(
            serde_json::from_value::<Outcome>(word.into()).unwrap(),
            outcome
        );
    }
    for (status, word) in Status::ALL.into_iter().zip(["C", "NC", "NA", "NT"]) {
        assert_eq!(status.to_string(), word);
        assert_eq!(serde_json::to_value(status).unwrap(), word);
    }
    for (lang, word) in Lang::ALL.into_iter().zip(["fr", "en"]) {
        assert_eq!(lang.to_string(), word);
        assert_eq!(serde_json::to_value(lang).unwrap(), word);
        assert_eq!(word.to_uppercase().parse(), Ok(lang));
    }
    let error = "de".parse::<Lang>().unwrap_err();
    assert_eq!(
        error.message(Lang::Fr),
        "langue inconnue « de » : choisir fr ou en"
    );
}

#[test]
fn a_criterion_folds_its_tests() {
    use Outcome::{CantTell, Failed, Inapplicable, Passed, Untested};
    let table: &[(&[Outcome], Status)] = &[
        (&[Passed], Status::C),
        (&[Failed], Status::NC),
        (&[CantTell], Status::NT),
        (&[Inapplicable], Status::NA),
        (&[Untested], Status::NT),
        (&[Passed, Inapplicable], Status::C),
        (&[Inapplicable, Inapplicable], Status::NA),
        (&[Passed, CantTell], Status::NT),
        (&[Passed, Untested], Status::NT),
        (&[Inapplicable, CantTell], Status::NT),
        (&[Passed, CantTell, Untested, Failed], Status::NC),
        (&[Inapplicable, Failed], Status::NC),
        (&[], Status::NT),
    ];
    for (tests, status) in table {
        assert_eq!(criterion_status(tests), *status, "{tests:?}");
        let reversed: Vec<Outcome> = tests.iter().rev().copied().collect();
        assert_eq!(criterion_status(&reversed), *status, "{reversed:?}");
    }
}

#[test]
fn a_sample_folds_its_pages_as_the_official_grid() {
    use Status::{C, NA, NC, NT};
    let table: &[(&[Status], Status)] = &[
        (&[C, NC, NA, NT], NC),
        (&[C, NA], C),
        (&[C, NT], C),
        (&[NT, NA], NT),
        (&[NA, NA], NA),
        (&[], NT),
    ];
    for (pages, status) in table {
        assert_eq!(sample_status(pages), *status, "{pages:?}");
        let reversed: Vec<Status> = pages.iter().rev().copied().collect();
        assert_eq!(sample_status(&reversed), *status, "{reversed:?}");
    }
}

#[test]
fn ids_and_wcag_are_those_of_the_automation_plan() {
    let Some(shared) = shared() else { return };
    let plan = std::fs::read_to_string(shared.join("rgaa/automation.tsv")).unwrap();
    let planned: Vec<(String, String)> = plan
        .lines()
        .skip(1)
        .map(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            (cells[0].to_owned(), cells[4].to_owned())
        })
        .collect();
    let ours: Vec<(String, String)> = RGAA
        .criteria()
        .flat_map(|criterion| {
            let wcag = criterion.wcag.join(",");
            let tests = criterion.tests.iter();
            tests.map(move |test| (test.id.to_string(), wcag.clone()))
        })
        .collect();
    assert_eq!(ours, planned);
}

#[test]
fn ids_wcag_and_wording_are_those_of_the_official_data() {
    let Some(shared) = shared() else { return };
    let json = std::fs::read_to_string(shared.join("rgaa/criteres.json")).unwrap();
    // Reading proves that the criteria and tests are the same.
    let official = Official::read(&json).unwrap();

    let data: serde_json::Value = serde_json::from_str(&json).unwrap();
    for topic in RGAA.topics {
        let theirs = &data["topics"][usize::from(topic.id.0) - 1];
        assert_eq!(theirs["topic"], topic.title.fr);
        for (n, criterion) in topic.criteria.iter().enumerate() {
            let references = theirs["criteria"][n]["criterium"]["references"][0]["wcag"]
                .as_array()
                .unwrap();
            let mut wcag: Vec<&str> = references
                .iter()
                .filter_map(|reference| reference.as_str()?.split(' ').next())
                .collect();
            wcag.sort_unstable();
            assert_eq!(wcag, criterion.wcag, "{}", criterion.id);
        }
    }

    for criterion in RGAA.criteria() {
        let sentence = official.criterion(criterion.id).unwrap();
        assert_ne!(sentence, criterion.title.fr, "{}", criterion.id);
        assert!(!sentence.contains("]("), "{}: {sentence}", criterion.id);
    }
    for test in RGAA.tests() {
        for sentence in official.test(test.id).unwrap() {
            assert!(!sentence.contains("]("), "{}: {sentence}", test.id);
        }
    }
    assert!(official.test(TestId::new(9, 5, 1)).is_none());
}

/// A file of the official shape with every criterion and test of the RGAA, except the criteria left out.
fn official_shape(without: Option<CriterionId>) -> serde_json::Value {
    let topics: Vec<_> = RGAA
        .topics
        .iter()
        .map(|topic| {
            let criteria: Vec<_> = topic
                .criteria
                .iter()
                .filter(|criterion| Some(criterion.id) != without)
                .map(|criterion| {
                    let tests: BTreeMap<String, Vec<String>> = criterion
                        .tests
                        .iter()
                        .map(|test| {
                            let sentence = format!("Chaque [`<b>`](#b) de {} ?", test.id);
                            (test.id.test.to_string(), vec![sentence])
                        })
                        .collect();
                    let title = format!("[Critère](#c) [sic] {}", criterion.id);
                    serde_json::json!({ "criterium": {
                        "number": criterion.id.criterion, "title": title, "tests": tests,
                    }})
                })
                .collect();
            serde_json::json!({ "number": topic.id.0, "criteria": criteria })
        })
        .collect();
    serde_json::json!({ "topics": topics })
}

#[test]
fn official_wording_is_read_without_links() {
    let official = Official::read(&official_shape(None).to_string()).unwrap();
    assert_eq!(
        official.criterion(CriterionId::new(9, 1)),
        Some("Critère [sic] 9.1")
    );
    assert_eq!(
        official.test(TestId::new(13, 12, 3)).unwrap(),
        ["Chaque `<b>` de 13.12.3 ?"]
    );
}

#[test]
fn official_wording_of_another_version_is_refused() {
    let missing = official_shape(Some(CriterionId::new(9, 2))).to_string();
    let error = Official::read(&missing).unwrap_err();
    assert!(matches!(&error, OfficialError::Version(id) if id == "9.2"));
    assert_eq!(
        error.message(Lang::Fr),
        "ces textes ne sont pas ceux du RGAA 4.1.2 : 9.2 n’est pas dans les deux"
    );

    let mut more = official_shape(None);
    more["topics"][8]["criteria"][0]["criterium"]["tests"]["4"] = serde_json::json!(["?"]);
    let error = Official::read(&more.to_string()).unwrap_err();
    assert!(matches!(&error, OfficialError::Version(id) if id == "9.1.4"));

    let mut silent = official_shape(None);
    silent["topics"][8]["criteria"][0]["criterium"]["tests"]["1"] = serde_json::json!([]);
    let error = Official::read(&silent.to_string()).unwrap_err();
    assert!(matches!(&error, OfficialError::Test { key, .. } if key == "1"));

    for not_it in ["", "[]", "{\"topics\": 3}"] {
        let error = Official::read(not_it).unwrap_err();
        assert!(matches!(error, OfficialError::Json(_)), "{not_it}");
    }
}
