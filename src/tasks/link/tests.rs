//! Links of every kind, and what happens to them on their way.

#![expect(clippy::expect_used, reason = "a test may fail loudly")]

use super::*;

const SIGNED: &str = "sv=2024-11-04&spr=https&sr=b&sp=r\
                      &sig=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA%3D";
const PLACE: &str = "https://contoso.blob.core.windows.net/packages/Contoso%20Invoices.zip";

fn now() -> Timestamp {
    "2026-11-23T12:00:00Z".parse().expect("a moment")
}

fn at(url: &str) -> Link {
    judge(url, now()).expect("a link")
}

fn with(query: &str) -> Link {
    at(&format!("{PLACE}?{query}"))
}

/// The levels and the beginnings of what is said.
fn said(link: &Link) -> Vec<(Level, &str)> {
    link.remarks.iter().map(|remark| (remark.level, remark.text.as_str())).collect()
}

fn only(link: &Link, level: Level, part: &str) {
    let said = said(link);
    assert!(said.len() == 1 && said[0].0 == level && said[0].1.contains(part), "{said:?}");
}

#[test]
fn a_link_that_lasts_is_fine() {
    let link = with(&format!("{SIGNED}&se=2027-01-15T00%3A00%3A00Z"));
    assert_eq!(said(&link), []);
    assert_eq!((link.days, link.address.as_str()), (Some(52), PLACE));
}

#[test]
fn its_end_is_held_against_what_is_asked_for() {
    let ends = |end: &str| with(&format!("{SIGNED}&se={end}"));
    only(&ends("2026-11-23T11:59Z"), Level::Error, "ended on 2026-11-23");
    only(&ends("2026-11-27T11:59:59Z"), Level::Error, "under 4 days");
    only(&ends("2026-11-27T12:00:00Z"), Level::Error, "in 4 days: 15 days or more");
    only(&ends("2026-12-08"), Level::Error, "in 14 days");
    only(&ends("2026-12-08T12:00:00.0000000Z"), Level::Advice, "36 days from now");
    assert_eq!(said(&ends("2026-12-29T12:00Z")), []);
    only(&ends("soon"), Level::Error, "cannot be read");
    only(&with(SIGNED), Level::Error, "does not say when it ends");
    only(&with(&format!("{SIGNED}&si=review")), Level::Warning, "policy");
}

#[test]
fn the_key_of_a_user_ends_it_earlier() {
    let link = with(&format!("{SIGNED}&se=2027-01-15&skoid=x&ske=2026-11-30T10%3A00%3A00Z"));
    let said = said(&link);
    assert!(said[0].1.contains("ends on 2026-11-30") && said[1].1.contains("seven days"));
}

#[test]
fn a_link_that_was_cut_is_told() {
    only(&at(PLACE), Level::Error, "no signature (SAS)");
    only(&with("sv=2024-11-04"), Level::Error, "quotation marks");
    let cut = with("sv=2024-11-04&sp=r&sr=b&se=2027-01-15&sig=AAAA%3D");
    only(&cut, Level::Error, "cut or changed");
    let twice = with(&format!("{SIGNED}&se=2027-01-15&se=2027-01-16"));
    only(&twice, Level::Error, "“se” stands in the link more than once");
}

#[test]
fn what_it_allows_is_told() {
    let with_rights =
        |sp: &str| with(&format!("{}&se=2027-01-15", SIGNED.replace("sp=r", &format!("sp={sp}"))));
    only(&with_rights("rw"), Level::Warning, "more than to read");
    only(&with_rights("w"), Level::Error, "does not allow to read");
    only(&with(&format!("{SIGNED}&se=2027-01-15&sip=1.2.3.4")), Level::Error, "(sip)");
    only(&with(&format!("{SIGNED}&se=2027-01-15&st=2026-12-01")), Level::Error, "before 2026");
    let container = SIGNED.replace("sr=b", "sr=c");
    only(&with(&format!("{container}&se=2027-01-15")), Level::Warning, "beside the package");
    let account = SIGNED.replace("sr=b", "ss=bf&srt=sco");
    only(&with(&format!("{account}&se=2027-01-15")), Level::Warning, "whole storage account");
    let tables = SIGNED.replace("sr=b", "ss=t&srt=o");
    only(&with(&format!("{tables}&se=2027-01-15")), Level::Error, "not the files");
}

#[test]
fn where_it_leads_is_told() {
    let to = |place: &str| at(&format!("{place}?{SIGNED}&se=2027-01-15"));
    only(&to(&PLACE.replace("https", "http")), Level::Error, "https://");
    only(&to("https://contoso.com/a/b.zip"), Level::Warning, "blob storage");
    only(
        &to("https://contoso.blob.core.windows.net/packages"),
        Level::Error,
        "leads to a container",
    );
    only(
        &to("https://contoso.blob.core.windows.net/packages/a.txt"),
        Level::Warning,
        "not called .zip",
    );
}

#[test]
fn nothing_of_the_query_is_shown() {
    let url =
        format!("  \"https://me:pass@contoso.blob.core.windows.net/c/a\u{1b}.zip?{SIGNED}&se=x\" ");
    let told = format!("{:?}", at(&url));
    assert!(!told.contains("AAAA") && !told.contains("pass") && !told.contains('\u{1b}'));
    assert_eq!(judge("contoso.zip", now()), Err(NoLink::Other));
    assert_eq!(judge("https:///x.zip", now()), Err(NoLink::Other));
    // Nor where it was put by mistake.
    for odd in [
        format!("{PLACE}%3F{SIGNED}"),
        format!("{PLACE}&{SIGNED}"),
        format!("{PLACE};{SIGNED}"),
        format!("{PLACE}/sig=AAAA"),
        format!("{PLACE}?AAAA&AAAA&{SIGNED}"),
    ] {
        let told = format!("{:?}", at(&odd));
        assert!(!told.contains("AAAA") && !told.to_lowercase().contains("aaaa"), "{told}");
        assert_eq!(at(&odd).worst(), Some(Level::Error), "{odd}");
    }
    let string = format!(
        "BlobEndpoint=https://contoso.blob.core.windows.net/;\
        SharedAccessSignature={SIGNED}"
    );
    assert_eq!(judge(&string, now()), Err(NoLink::ConnectionString));
}

#[test]
fn what_happens_to_links_on_their_way_is_told() {
    let whole = format!("{PLACE}?{SIGNED}&se=2027-01-15");
    for around in ["\u{feff}", "\u{200b}", "“", "`", "\"", "\n"] {
        assert_eq!(said(&at(&format!("{around}{whole}{around}"))), [], "{around:?}");
    }
    only(&at(&whole.replace("&sp=r", "&sp=r\n")), Level::Error, "line break");
    only(&at(&whole.replace('&', "&amp;")), Level::Error, "has to be `&`");
    assert_eq!(said(&at(&whole.replace(".net/", ".net:443/"))), []);
    assert_eq!(said(&at(&whole.replace("/packages/", "/"))), [], "the root of the account");
    only(&at(&whole.replace("spr=https", "spr=http")), Level::Error, "(spr)");
    only(&at(&whole.replace("sv=2024-11-04", "sv=")), Level::Error, "(sv)");
}

#[test]
fn moments_are_read_as_they_are_meant() {
    let days = |end: &str| with(&format!("{SIGNED}&se={end}")).days;
    assert_eq!(days("2026-12-09T11:00"), Some(15), "without a zone it is universal time");
    assert_eq!(days("2026-12-09T13:00:00%2B02:00"), Some(15));
    assert!(days("9999-12-31T23:59:59Z").is_some_and(|days| days > 1_000_000));
    only(
        &with(&format!("{SIGNED}&se=2027-01-15T10:00Z&st=2027-01-16")),
        Level::Error,
        "before it starts",
    );
}
