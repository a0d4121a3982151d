//! The encoding of pages (HTML Standard, 13.2.3).

use vigie::dom::parse;
use vigie::source::{EncodingSource, Source};

fn decode(bytes: impl AsRef<[u8]>) -> Source {
    Source::decode("page.html", bytes.as_ref().to_vec())
}

/// The encoding of a page and the tag that declares it.
fn declared(page: &str) -> Option<(&'static str, String)> {
    let source = decode(page);
    match source.encoding_source {
        EncodingSource::Meta(tag) => Some((source.encoding, source.slice(tag).to_string())),
        EncodingSource::Default => None,
        other => panic!("{other:?}"),
    }
}

/// The encoding a `meta` declares, whose tag is the last thing of the page.
fn by_meta(page: &str, encoding: &str) {
    let (found, tag) = declared(page).unwrap_or_else(|| panic!("none in {page}"));
    assert_eq!(found, encoding, "{page}");
    assert!(
        tag.starts_with("<meta") || tag.starts_with("<META"),
        "{tag}"
    );
    assert!(page.ends_with(&tag), "{tag} in {page}");
}

fn by_none(page: &str) {
    assert_eq!(declared(page), None, "{page}");
}

#[test]
fn byte_order_marks() {
    let utf16 = |to_bytes: fn(u16) -> [u8; 2], bom: [u8; 2]| {
        let units = "<p>é😀".encode_utf16().flat_map(to_bytes);
        let bytes: Vec<u8> = bom.into_iter().chain(units).collect();
        decode(bytes)
    };
    let little = utf16(u16::to_le_bytes, [0xff, 0xfe]);
    let big = utf16(u16::to_be_bytes, [0xfe, 0xff]);
    assert_eq!((little.encoding, big.encoding), ("UTF-16LE", "UTF-16BE"));
    for source in [little, big] {
        assert_eq!(source.text, "<p>é😀");
        assert_eq!(source.encoding_source, EncodingSource::Bom);
        assert_eq!(source.byte_len, 14);
        assert!(!source.malformed);
    }
    // It says more than anything in the page.
    let source = decode(b"\xef\xbb\xbf<meta charset=iso-8859-1>\xc3\xa9");
    assert_eq!(source.text, "<meta charset=iso-8859-1>é");
    assert_eq!(source.encoding, "UTF-8");
    assert_eq!(source.encoding_source, EncodingSource::Bom);
    assert_eq!(source.byte_len, 30);
    // Offsets are those of the text.
    let doc = parse(source);
    let meta = doc.elements().find(|e| e.is("meta")).unwrap();
    assert_eq!(meta.start_tag().unwrap().start, 0);
    assert_eq!(decode(b"\xff\xfe").text, "");
    assert!(decode(b"\xff\xfea").malformed);
}

#[test]
fn declared_by_meta() {
    by_meta("<meta charset=iso-8859-1>", "windows-1252");
    by_meta("<META CharSet = \"Shift_JIS\" >", "Shift_JIS");
    by_meta("<meta/charset='euc-kr'/>", "EUC-KR");
    by_meta("<meta name=a charset=koi8-r name=b>", "KOI8-R");
    by_meta("<html lang='>' a><head b=\"c>\"><meta charset=gbk>", "GBK");
    by_meta(
        "é à <p title='<meta charset=gbk>'><meta charset=iso-8859-2>",
        "ISO-8859-2",
    );
    by_meta(
        "<!-- <meta charset=gbk> --><meta charset=iso-8859-5>",
        "ISO-8859-5",
    );
    by_meta("<!--><meta charset=gbk>", "GBK");
    by_meta("<!---><meta charset=gbk>", "GBK");
    by_meta(
        "<!DOCTYPE html><?php ?></p <meta charset=gbk></1><meta charset=big5>",
        "Big5",
    );
    // Text is not told from tags: script, for instance.
    by_meta("<script>'<meta charset=gbk>", "GBK");
    by_meta(" <meta charset=a><meta charset=utf-8>", "UTF-8");
    by_meta("<meta charset=a charset=gbk><meta charset=utf-8>", "UTF-8");
    by_meta("<a href=meta charset=gbk><meta charset='utf8'>", "UTF-8");
}

#[test]
fn declared_by_content() {
    let meta = |content: &str| format!("<meta http-equiv=Content-Type content='{content}'>");
    by_meta(&meta("text/html; charset=iso-8859-15"), "ISO-8859-15");
    by_meta(&meta("charset gbk charset = big5 ; a"), "Big5");
    by_meta(&meta("charset=\"gbk\" a"), "GBK");
    by_meta("<meta content=charset=gbk http-equiv=content-type>", "GBK");
    by_meta("<meta content=charset=gbk charset=utf-8>", "UTF-8");
    by_meta("<meta charset=utf-8 content=charset=gbk>", "UTF-8");
    by_none(&meta("text/html"));
    by_none(&meta("charset=\"gbk"));
    by_none(&meta("charset="));
    by_none("<meta content='charset=gbk'>");
    by_none("<meta http-equiv=refresh content='charset=gbk'>");
}

#[test]
fn not_declared() {
    by_none("");
    by_none("<p>é");
    by_none("<meta charset=utf-8");
    by_none("<meta charset='utf-8>");
    by_none("<metacharset=gbk>");
    by_none("<!-- <meta charset=gbk>");
    by_none("<p a='<meta charset=gbk>");
    by_none("<meta charset=unknown>");
    by_none(&format!("{}<meta charset=gbk>", " ".repeat(1010)));
    by_meta(&format!("{}<meta charset=gbk>", " ".repeat(1006)), "GBK");
}

#[test]
fn what_a_declaration_cannot_mean() {
    by_meta("<meta charset=utf-16>", "UTF-8");
    by_meta("<meta charset=utf-16be>", "UTF-8");
    by_meta("<meta charset=x-user-defined>", "windows-1252");
    assert_eq!(decode("<?xml encoding='UTF-16'?>é").encoding, "UTF-8");
}

#[test]
fn declared_by_xml() {
    for (page, encoding) in [
        (
            "<?xml version='1.0' encoding='iso-8859-1'?>",
            Some("windows-1252"),
        ),
        ("<?xml encoding \t= \"GBK\" ?>", Some("GBK")),
        ("<?xml encoding=gbk?>", None),
        ("<?xml encoding='g bk'?>", None),
        ("<?xml encoding='gbk", None),
        (" <?xml encoding='gbk'?>", None),
    ] {
        let source = decode(page);
        match encoding {
            Some(encoding) => {
                assert_eq!(source.encoding, encoding, "{page}");
                assert_eq!(source.encoding_source, EncodingSource::XmlDeclaration);
            }
            None => assert_eq!(source.encoding_source, EncodingSource::Default, "{page}"),
        }
    }
    // A `meta` says more.
    let source = decode("<?xml encoding='gbk'?><meta charset=big5>");
    assert_eq!(source.encoding, "Big5");
    let bytes: Vec<u8> = "<?xml?><p>é"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let source = decode(bytes);
    assert_eq!(
        (source.encoding, &*source.text),
        ("UTF-16LE", "<?xml?><p>é")
    );
    assert_eq!(source.encoding_source, EncodingSource::XmlDeclaration);
}

#[test]
fn without_a_declaration() {
    let source = decode("<p>é");
    assert_eq!((source.encoding, source.malformed), ("UTF-8", false));
    let source = decode(b"<p>\xe9 \x80 \x93a\x94");
    assert_eq!(source.text, "<p>é € “a”");
    assert_eq!((source.encoding, source.malformed), ("windows-1252", false));
    assert_eq!(source.encoding_source, EncodingSource::Default);
    assert_eq!(source.byte_len, 10);
}

#[test]
fn malformed_bytes() {
    let source = decode(b"<meta charset=utf-8><p>\xe9\xc3\xa9");
    assert_eq!(source.text, "<meta charset=utf-8><p>\u{fffd}é");
    assert!(source.malformed);
    let source = decode(b"<meta charset=shift_jis>\xff");
    assert!(source.malformed);
    let source = decode(b"\xef\xbb\xbfa\xff");
    assert!(source.malformed && source.text == "a\u{fffd}");
}

#[test]
fn places_are_those_of_the_decoded_text() {
    let source = decode(b"<!-- \xe9\xe8 --><meta title='\xe0' charset=latin1><p>\xe9t\xe9</p>");
    assert_eq!(source.encoding, "windows-1252");
    let EncodingSource::Meta(tag) = source.encoding_source else {
        panic!("{:?}", source.encoding_source);
    };
    assert_eq!(source.slice(tag), "<meta title='à' charset=latin1>");
    let doc = parse(source);
    let p = doc.elements().find(|e| e.is("p")).unwrap();
    assert_eq!(p.text_content(), "été");
    let end_tag = p.end_tag().unwrap();
    assert_eq!(doc.source().slice(end_tag), "</p>");
}
