use super::*;
use crate::spec::testing::assert_sorted;

fn names(test: impl Fn(&Role) -> bool) -> String {
    all()
        .filter(|role| test(role))
        .map(|role| role.name)
        .collect::<Vec<_>>()
        .join(" ")
}

fn get(name: &str) -> &'static Role {
    role(name).unwrap_or_else(|| panic!("no role {name}"))
}

#[test]
fn tables_are_sorted_and_count() {
    for table in [table::ARIA, dpub::DPUB, dpub::GRAPHICS] {
        assert_sorted("roles", table.iter().map(|role| role.name));
    }
    let aria = |test: fn(&&Role) -> bool| table::ARIA.iter().filter(test).count();
    assert_eq!(aria(|role| role.kind == Kind::Abstract), 12);
    assert_eq!(
        aria(|role| role.kind != Kind::Abstract && role.status != Status::Draft),
        82
    );
    assert_eq!(dpub::DPUB.len(), 41);
}

#[test]
fn every_name_in_a_row_exists() {
    for role in all() {
        for name in role.parents.iter().chain(role.context).chain(role.owned) {
            assert!(super::role(name).is_some(), "{}: {name}", role.name);
        }
        for name in role.attributes.iter().chain(role.required) {
            assert!(
                aria_attributes::attribute(name).is_some(),
                "{}: {name}",
                role.name
            );
        }
        for name in role.required {
            assert_eq!(role.support(name), Support::Supported, "{}", role.name);
        }
        assert!(role.is_a("roletype"), "{}", role.name);
        assert!(
            !(role.name_required && role.naming == Naming::Prohibited),
            "{}",
            role.name
        );
    }
}

#[test]
fn kinds() {
    assert_eq!(
        names(|r| r.kind == Kind::Landmark && !r.name.starts_with("doc-")),
        "banner complementary contentinfo form main navigation region search"
    );
    assert_eq!(
        names(|r| r.kind == Kind::LiveRegion),
        "alert log marquee status timer"
    );
    assert_eq!(names(|r| r.kind == Kind::Window), "alertdialog dialog");
    for role in all().filter(|role| role.kind == Kind::Landmark) {
        assert!(role.is_a("landmark"), "{}", role.name);
    }
}

#[test]
fn required_attributes() {
    let required = all()
        .filter(|role| !role.required.is_empty())
        .map(|role| format!("{}:{}", role.name, role.required.join("+")))
        .collect::<Vec<_>>()
        .join(" ");
    assert_eq!(
        required,
        "checkbox:aria-checked combobox:aria-expanded heading:aria-level menuitemcheckbox:aria-checked \
         menuitemradio:aria-checked meter:aria-valuenow radio:aria-checked scrollbar:aria-valuenow \
         slider:aria-valuenow switch:aria-checked"
    );
    assert!(get("button").required(true).is_empty());
    assert!(get("separator").required(false).is_empty());
    assert_eq!(get("separator").required(true), ["aria-valuenow"]);
}

#[test]
fn names_are_prohibited_or_taken_from_contents() {
    assert_eq!(
        names(|r| r.naming == Naming::Prohibited),
        "caption code deletion emphasis generic insertion mark none paragraph presentation strong subscript \
         suggestion superscript doc-pagefooter doc-pageheader"
    );
    assert_eq!(
        names(|r| r.naming == Naming::Contents && r.kind == Kind::Widget),
        "button checkbox gridcell link menuitem menuitemcheckbox menuitemradio option radio switch tab treeitem \
         doc-backlink doc-biblioref doc-glossref doc-noteref"
    );
}

#[test]
fn leaves() {
    assert_eq!(
        names(|r| r.leaf && r.kind == Kind::Widget),
        "button checkbox menuitemcheckbox menuitemradio option progressbar radio scrollbar slider switch tab"
    );
    assert!(get("img").leaf && !get("figure").leaf && !get("link").leaf);
}

#[test]
fn support_is_inherited_and_graded() {
    assert_eq!(
        get("switch").support("aria-checked"),
        Support::Supported,
        "from checkbox"
    );
    assert_eq!(
        get("treegrid").support("aria-rowcount"),
        Support::Supported,
        "from grid, from table"
    );
    assert_eq!(get("dialog").support("aria-modal"), Support::Supported);
    assert_eq!(get("button").support("aria-sort"), Support::Unsupported);
    assert_eq!(get("button").support("aria-checked"), Support::Unsupported);
    assert_eq!(get("generic").support("aria-busy"), Support::Supported);
    assert_eq!(get("generic").support("aria-label"), Support::Prohibited);
    assert_eq!(
        get("paragraph").support("aria-haspopup"),
        Support::Deprecated
    );
    assert_eq!(get("button").support("aria-haspopup"), Support::Supported);
    assert_eq!(get("button").support("aria-grabbed"), Support::Deprecated);
    assert_eq!(get("region").support("aria-expanded"), Support::Deprecated);
    assert_eq!(
        get("textbox").support("aria-expanded"),
        Support::Unsupported
    );
    assert_eq!(get("button").support("aria-foo"), Support::Unsupported);
}

#[test]
fn role_attribute_takes_the_first_usable_token() {
    let first = |value| first_valid(value).map(|role| role.name);
    assert_eq!(first("searchfield searchbox"), Some("searchbox"));
    assert_eq!(first("widget button"), Some("button"));
    assert_eq!(first("BUTTON"), Some("button"));
    assert_eq!(first("doc-biblioref link"), Some("doc-biblioref"));
    assert_eq!(first("lien"), None);
    assert_eq!(first(" "), None);
}
