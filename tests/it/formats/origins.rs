//! Where a cause comes from, in the formats that have one place a cause.

use serde_json::Value;
use vigie::report::{Certainty, Format, Origin};

use super::print_causes;

fn print(format: &str, certainty: Certainty) -> String {
    let printed = print_causes(Format::named(format).unwrap(), |causes| {
        causes.retain(|c| c.first.check == "link-empty");
        assert_eq!(causes.len(), 1);
        causes[0].origin = Some(Origin {
            certainty,
            path: "layouts/header.html".to_owned(),
            line: 7,
            column: 3,
        });
    });
    String::from_utf8(printed).unwrap()
}

#[test]
fn a_certain_source_is_the_place() {
    for (format, told) in [
        (
            "github",
            "::error file=layouts/header.html,line=7,endLine=7,col=3,",
        ),
        ("markdown", "`layouts/header.html:7`"),
        (
            "gitlab",
            r#""location":{"lines":{"begin":7,"end":7},"path":"layouts/header.html"}"#,
        ),
        ("junit", "file=\"layouts/header.html\""),
        (
            "checkstyle",
            "<file name=\"layouts/header.html\">\n<error line=\"7\" column=\"3\"",
        ),
        ("csv", "\"layouts/header.html\",\"7\",\"certain\""),
    ] {
        let printed = print(format, Certainty::Certain);
        assert!(printed.contains(told), "{format}: {printed}");
        assert!(!printed.contains("likely"), "{format}: {printed}");
    }
    let log: Value = serde_json::from_str(&print("sarif", Certainty::Certain)).unwrap();
    let result = &log["runs"][0]["results"][0];
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "layouts/header.html");
    assert_eq!(place["region"]["startLine"], 7);
    // All pages are beside it, the first one too.
    assert_eq!(result["relatedLocations"].as_array().unwrap().len(), 3);
}

#[test]
fn a_likely_source_is_only_told() {
    for (format, told) in [
        ("github", "(3 pages, likely source: layouts/header.html:7)"),
        ("markdown", "<br>likely source: `layouts/header.html:7`"),
        ("gitlab", "(3 pages, likely source: layouts/header.html:7)"),
        ("junit", "(3 pages, likely source: layouts/header.html:7)"),
        (
            "checkstyle",
            "(3 pages, likely source: layouts/header.html:7)",
        ),
        ("csv", "\"layouts/header.html\",\"7\",\"likely\""),
    ] {
        let printed = print(format, Certainty::Likely);
        assert!(printed.contains(told), "{format}: {printed}");
        // The first page is the place.
        let places = printed.replace("likely source: layouts/header.html", "");
        let place = places.split("header.html").next().unwrap();
        assert!(place.contains("index.html"), "{format}: {printed}");
    }
    let log: Value = serde_json::from_str(&print("sarif", Certainty::Likely)).unwrap();
    let result = &log["runs"][0]["results"][0];
    let uri = |location: &Value| location["physicalLocation"]["artifactLocation"]["uri"].clone();
    assert!(
        uri(&result["locations"][0])
            .as_str()
            .unwrap()
            .ends_with("/index.html")
    );
    let likely = &result["relatedLocations"][0];
    assert_eq!(uri(likely), "layouts/header.html");
    assert_eq!(likely["message"]["text"], "likely source");
}
