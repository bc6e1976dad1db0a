//! The store on a real disk: what is read, what is written, and what a fault leaves behind.

use std::fs;
use std::path::Path;

use conncert::connector::files::Role;
use conncert::draft::Draft;
use conncert::export::Artifact;
use conncert::fix::{Change, Origin};
#[cfg(unix)]
use conncert::store::write_settings;
use conncert::store::{Store, find_connectors, lock, read_connector, write_changes, write_export};

fn put(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, text).expect("a file");
}

fn artifact(path: &str, text: &str) -> Artifact {
    Artifact { path: path.to_owned(), bytes: text.as_bytes().to_vec() }
}

fn named(name: &str) -> Draft {
    let mut draft = Draft::new(name);
    draft.answers.give("publisher.type", "verified");
    draft
}

#[test]
fn names_are_made_unique_and_restored_drafts_too() {
    let dir = tempfile::tempdir().expect("a folder");
    let store = Store::at(dir.path());
    let mut first = named("Contoso Invoices");
    let mut second = named("contoso invoices");
    let path = store.create(&mut first).expect("created");
    store.create(&mut second).expect("created");
    assert_eq!(second.name, "contoso invoices 2");
    let trashed = store.delete(&path).expect("deleted");
    assert!(!path.exists());
    let mut third = named("Contoso Invoices");
    store.create(&mut third).expect("created");
    let back = store.restore(&trashed).expect("restored");
    assert_eq!(store.load(&back).expect("loaded").name, "Contoso Invoices 3");
    assert!(store.trashed().expect("listed").is_empty());
}

#[test]
fn a_folder_finds_its_draft_by_a_relative_path_too() {
    let dir = tempfile::tempdir().expect("a folder");
    let store = Store::at(dir.path().join("data"));
    let folder = dir.path().join("contoso");
    put(&folder.join("apiProperties.json"), "{}");
    let mut draft = named("X");
    draft.answers.give("connector.folder", "../../contoso");
    let path = store.create(&mut draft).expect("created");
    assert_eq!(store.for_folder(&folder).expect("listed"), Some(path));
    assert_eq!(store.for_folder(dir.path()).expect("listed"), None);
}

#[test]
fn broken_and_newer_drafts_are_never_overwritten() {
    let dir = tempfile::tempdir().expect("a folder");
    let store = Store::at(dir.path());
    let path = dir.path().join("mine.toml");
    store.save(&path, &named("first")).expect("saved");
    store.save(&path, &named("second")).expect("saved");
    for text in ["conncert = 1\nname = =\n", "conncert = 2\nname = \"x\"\n"] {
        fs::write(&path, text).expect("written");
        assert!(store.save(&path, &named("third")).is_err());
        assert_eq!(fs::read_to_string(&path).expect("read"), text);
    }
    fs::write(&path, "conncert = 1\nname = =\n").expect("written");
    let error = store.load(&path).expect_err("broken").to_string();
    assert!(error.contains("line 2") && error.contains("mine.toml.bak"), "{error}");
}

#[cfg(unix)]
#[test]
fn drafts_are_private_and_keep_their_mode_and_link() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let dir = tempfile::tempdir().expect("a folder");
    let store = Store::at(dir.path());
    let path = dir.path().join("mine.toml");
    store.save(&path, &named("a")).expect("saved");
    let mode = |path: &Path| fs::metadata(path).expect("there").permissions().mode() & 0o777;
    assert_eq!(mode(&path), 0o600);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).expect("set");
    let link = dir.path().join("link.toml");
    symlink(&path, &link).expect("linked");
    store.save(&link, &named("b")).expect("saved");
    assert_eq!(mode(&path), 0o640);
    assert!(fs::symlink_metadata(&link).expect("there").file_type().is_symlink());
    fs::set_permissions(&path, fs::Permissions::from_mode(0o440)).expect("set");
    assert!(store.save(&path, &named("c")).is_err(), "a read-only draft is left alone");
}

#[test]
fn a_draft_is_open_once() {
    let dir = tempfile::tempdir().expect("a folder");
    let path = dir.path().join("mine.toml");
    let held = lock(&path).expect("locked");
    let error = lock(&path).expect_err("held").to_string();
    assert!(error.contains("open in another conncert"), "{error}");
    drop(held);
    lock(&path).expect("free again; a rest of the lock is no obstacle");
}

#[cfg(unix)]
#[test]
fn a_pipe_under_a_file_name_is_told_and_not_read() {
    let dir = tempfile::tempdir().expect("a folder");
    put(&dir.path().join("apiDefinition.swagger.json"), "{}");
    let pipe = dir.path().join("apiProperties.json");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status().expect("mkfifo runs");
    assert!(made.success());
    let connector = read_connector(dir.path()).expect("read");
    let facts = connector.facts(Role::Properties);
    assert!(!facts.found && facts.body.is_none());
}

#[test]
fn connectors_are_found_at_any_depth_and_once() {
    let dir = tempfile::tempdir().expect("a folder");
    for folder in ["b/deep/er", "a", ".hidden", "node_modules/x"] {
        put(&dir.path().join(folder).join("apiProperties.json"), "{}");
    }
    put(&dir.path().join("a/inner/apiProperties.json"), "{}");
    #[cfg(unix)]
    std::os::unix::fs::symlink(dir.path(), dir.path().join("b/loop")).expect("linked");
    let found = find_connectors(dir.path()).expect("found");
    assert_eq!(found, [dir.path().join("a"), dir.path().join("b/deep/er")]);
    let empty = tempfile::tempdir().expect("a folder");
    let error = find_connectors(empty.path()).expect_err("none").to_string();
    assert!(error.contains("no connector found"), "{error}");
}

#[test]
fn an_export_replaces_its_own_files_and_keeps_others() {
    let dir = tempfile::tempdir().expect("a folder");
    let target = dir.path().join("out");
    let first = [artifact("checklist.md", "1"), artifact("a/b.json", "{}")];
    write_export(&target, &first, false, None).expect("written");
    let error = write_export(&target, &first, false, None).expect_err("exists");
    assert!(error.exists() && error.to_string().contains("--force"), "{error}");
    put(&target.join("notes/mine.txt"), "mine");
    let second = [artifact("checklist.md", "2")];
    write_export(&target, &second, true, None).expect("written");
    assert_eq!(fs::read_to_string(target.join("checklist.md")).expect("there"), "2");
    assert_eq!(fs::read_to_string(target.join("notes/mine.txt")).expect("kept"), "mine");
    assert!(!target.join("a").exists(), "what is not exported any more goes");
    let in_the_way = [artifact("notes/mine.txt", "theirs")];
    let error = write_export(&target, &in_the_way, true, None).expect_err("not ours");
    assert!(error.to_string().contains("notes/mine.txt"), "{error}");
    assert_eq!(fs::read_to_string(target.join("notes/mine.txt")).expect("kept"), "mine");
}

#[test]
fn an_export_never_overlaps_its_source() {
    let dir = tempfile::tempdir().expect("a folder");
    let source = dir.path().join("source");
    put(&source.join("apiProperties.json"), "{}");
    let one = [artifact("checklist.md", "1")];
    for target in [
        source.clone(),
        source.join("out"),
        dir.path().to_owned(),
        source.join("../source/x"),
        dir.path().join("nowhere/../source/x"),
    ] {
        assert!(write_export(&target, &one, true, Some(&source)).is_err(), "{}", target.display());
    }
    assert_eq!(fs::read_dir(&source).expect("there").count(), 1);
}

#[test]
fn a_failing_export_leaves_no_half_folder() {
    let dir = tempfile::tempdir().expect("a folder");
    let target = dir.path().join("out");
    // The second artifact needs a folder where the first put a file.
    let broken = [artifact("a", "file"), artifact("a/b", "below it")];
    assert!(write_export(&target, &broken, false, None).is_err());
    assert_eq!(fs::read_dir(dir.path()).expect("there").count(), 0);
    write_export(&target, &[artifact("a", "1")], false, None).expect("written");
    assert!(write_export(&target, &broken, true, None).is_err());
    assert_eq!(fs::read_to_string(target.join("a")).expect("the old one"), "1");
}

#[test]
fn an_interrupted_export_is_taken_up() {
    let dir = tempfile::tempdir().expect("a folder");
    let target = dir.path().join("out");
    put(&dir.path().join(".out.conncert-new/b"), "half");
    write_export(&target, &[artifact("a", "1")], false, None).expect("written");
    assert_eq!(fs::read_dir(dir.path()).expect("there").count(), 1);
    put(&target.join(".conncert-new/b"), "half");
    write_export(&target, &[artifact("a", "2")], true, None).expect("written");
    assert!(!target.join(".conncert-new").exists() && !target.join("b").exists());
    assert_eq!(fs::read_to_string(target.join("a")).expect("there"), "2");
}

#[test]
fn an_empty_folder_is_taken_as_it_is() {
    let dir = tempfile::tempdir().expect("a folder");
    write_export(dir.path(), &[artifact("a/b", "1")], false, None).expect("written");
    assert_eq!(fs::read_to_string(dir.path().join("a/b")).expect("there"), "1");
}

#[test]
fn an_exported_file_that_was_changed_is_the_publishers_own() {
    let dir = tempfile::tempdir().expect("a folder");
    let target = dir.path().join("out");
    let both = [artifact("checklist.md", "1"), artifact("notes.md", "1")];
    write_export(&target, &both, false, None).expect("written");
    put(&target.join("notes.md"), "my own words");
    let error = write_export(&target, &both, true, None).expect_err("changed").to_string();
    assert!(error.contains("changed since") && error.contains("notes.md"), "{error}");
    assert!(!error.contains("checklist.md"), "{error}");
    write_export(&target, &both[..1], true, None).expect("not in the way");
    assert_eq!(fs::read_to_string(target.join("notes.md")).expect("kept"), "my own words");
}

#[cfg(unix)]
#[test]
fn links_in_an_export_folder_stay_links_and_lead_nothing_astray() {
    let dir = tempfile::tempdir().expect("a folder");
    let (target, elsewhere) = (dir.path().join("out"), dir.path().join("elsewhere"));
    put(&elsewhere.join("kept"), "kept");
    fs::create_dir(&target).expect("a folder");
    std::os::unix::fs::symlink(&elsewhere, target.join("link")).expect("linked");
    let error = write_export(&target, &[artifact("link/x", "1")], true, None);
    assert!(error.is_err_and(|error| error.to_string().contains("link")));
    write_export(&target, &[artifact("a", "1")], true, None).expect("written");
    let link = fs::symlink_metadata(target.join("link")).expect("kept");
    assert!(link.file_type().is_symlink());
    assert_eq!(fs::read_dir(&elsewhere).expect("there").count(), 1);
}

#[test]
fn nothing_is_exported_beside_the_target() {
    let dir = tempfile::tempdir().expect("a folder");
    let target = dir.path().join("out");
    for path in ["../x", "/x", "a/../../x", ""] {
        assert!(write_export(&target, &[artifact(path, "1")], true, None).is_err(), "{path}");
    }
    assert_eq!(fs::read_dir(dir.path()).expect("there").count(), 0);
}

/// A data folder that is made only when something goes to the trash.
fn unused(folder: &Path) -> Store {
    Store::at(folder.join("data"))
}

#[test]
fn a_file_taken_away_is_in_the_trash_and_comes_back_when_another_change_fails() {
    let dir = tempfile::tempdir().expect("a folder");
    let (folder, data) = (dir.path().join("contoso"), dir.path().join("data"));
    let picture = b"\x89PNG, \xff and no more".as_slice();
    let change = |role: Role, file: &str, origin: Origin, before: &[u8], after: &str| {
        fs::create_dir_all(&folder).expect("made");
        fs::write(folder.join(file), before).expect("written");
        Change {
            role,
            file: file.to_owned(),
            origin,
            before: before.to_vec().into(),
            after: after.into(),
            keys: Vec::new(),
            secrets: Vec::new(),
        }
    };
    let store = Store::at(&data);
    for kept in ["Icon.PNG", "Icon-2.PNG"] {
        let gone = change(Role::Icon, "Icon.PNG", Origin::Removed, picture, "");
        let places = write_changes(&store, &folder, &[gone]).expect("written");
        assert_eq!(places, [data.join("trash").join(kept)]);
        assert_eq!(fs::read(&places[0]).expect("kept"), picture);
        assert!(!folder.join("Icon.PNG").exists());
    }
    assert_eq!(store.trashed().expect("listed").len(), 0, "it is no draft");

    let gone = change(Role::Icon, "icon.png", Origin::Removed, picture, "");
    // The file that is written after it turns into a folder's name.
    let moved =
        change(Role::Properties, "old.json", Origin::Renamed("old.json".to_owned()), b"{}", "{}");
    let moved = Change { file: "no-such-folder/apiProperties.json".to_owned(), ..moved };
    assert!(write_changes(&store, &folder, &[gone, moved]).is_err());
    assert_eq!(fs::read(folder.join("icon.png")).expect("back"), picture);
    assert!(folder.join("old.json").exists());
}

#[test]
fn changes_are_written_only_over_what_they_began_with() {
    let dir = tempfile::tempdir().expect("a folder");
    put(&dir.path().join("apiProperties.json"), "old");
    let change = Change {
        role: Role::Properties,
        file: "apiProperties.json".to_owned(),
        origin: Origin::Same,
        before: "old".into(),
        after: "new".into(),
        keys: Vec::new(),
        secrets: Vec::new(),
    };
    write_changes(&unused(dir.path()), dir.path(), std::slice::from_ref(&change)).expect("written");
    assert!(write_changes(&unused(dir.path()), dir.path(), &[change]).is_err());
    assert_eq!(fs::read_to_string(dir.path().join("apiProperties.json")).expect("there"), "new");
}

#[test]
fn changes_are_all_written_or_none() {
    let dir = tempfile::tempdir().expect("a folder");
    let change = |file: &str| {
        put(&dir.path().join(file), "old");
        Change {
            role: Role::Properties,
            file: file.to_owned(),
            origin: Origin::Same,
            before: "old".into(),
            after: "new".into(),
            keys: Vec::new(),
            secrets: Vec::new(),
        }
    };
    let changes = [change("a.json"), change("b.json")];
    let second = dir.path().join("b.json");
    let mut mode = fs::metadata(&second).expect("there").permissions();
    mode.set_readonly(true);
    fs::set_permissions(&second, mode).expect("set");
    let error = write_changes(&unused(dir.path()), dir.path(), &changes)
        .expect_err("read-only")
        .to_string();
    assert!(error.contains("b.json") && error.contains("read-only"), "{error}");
    assert_eq!(fs::read_to_string(dir.path().join("a.json")).expect("there"), "old");
    assert_eq!(fs::read_dir(dir.path()).expect("there").count(), 2, "nothing is left beside");
}

/// One change of each kind.
fn changes_of_each_kind(folder: &Path) -> [Change; 3] {
    let change = |role: Role, file: &str, origin: Origin, before: &str, after: &str| Change {
        role,
        file: file.to_owned(),
        origin,
        before: before.into(),
        after: after.into(),
        keys: Vec::new(),
        secrets: Vec::new(),
    };
    put(&folder.join("apiDefinition.swagger.json"), "old");
    put(&folder.join("apiproperties.json"), "old");
    [
        change(Role::Definition, "apiDefinition.swagger.json", Origin::Same, "old", "new"),
        change(
            Role::Properties,
            "apiProperties.json",
            Origin::Renamed("apiproperties.json".to_owned()),
            "old",
            "new",
        ),
        change(Role::Readme, "readme.md", Origin::Created, "", "# New"),
    ]
}

fn files_in(folder: &Path) -> Vec<(String, String)> {
    let mut found: Vec<_> = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| {
            let path = entry.expect("an entry").path();
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            (name, fs::read_to_string(path).expect("a text"))
        })
        .collect();
    found.sort();
    found
}

#[test]
fn files_are_made_and_renamed_with_the_rest() {
    let dir = tempfile::tempdir().expect("a folder");
    let changes = changes_of_each_kind(dir.path());
    write_changes(&unused(dir.path()), dir.path(), &changes).expect("written");
    let pair = |name: &str, text: &str| (name.to_owned(), text.to_owned());
    assert_eq!(
        files_in(dir.path()),
        [
            pair("apiDefinition.swagger.json", "new"),
            pair("apiProperties.json", "new"),
            pair("readme.md", "# New"),
        ]
    );
}

#[test]
fn nothing_is_made_or_renamed_where_one_change_is_refused() {
    for spoil in ["readme.md", "apiProperties.json", "apiDefinition.swagger.json"] {
        let dir = tempfile::tempdir().expect("a folder");
        let changes = changes_of_each_kind(dir.path());
        put(&dir.path().join(spoil), "someone else's");
        let before = files_in(dir.path());
        let error = write_changes(&unused(dir.path()), dir.path(), &changes)
            .expect_err("refused")
            .to_string();
        assert!(error.contains(spoil) && error.contains("nothing was written"), "{error}");
        assert_eq!(files_in(dir.path()), before, "{spoil}");
    }
}

#[test]
fn a_killed_save_leaves_the_draft_whole() {
    let dir = tempfile::tempdir().expect("a folder");
    let store = Store::at(dir.path());
    let path = store.create(&mut named("Contoso")).expect("created");
    // What a program leaves that dies while it writes beside.
    let name = path.file_name().expect("a name").to_string_lossy().into_owned();
    fs::write(path.with_file_name(format!(".{name}.a1B2c3")), "conncert = 1\nname = \"Con")
        .expect("half");
    assert_eq!(store.load(&path).expect("whole").name, "Contoso");
    let listed = store.list().expect("listed");
    assert_eq!(listed.len(), 1);
    assert_eq!(listed[0].error, None);
    store.save(&path, &named("Contoso again")).expect("saved");
}

#[test]
fn the_last_good_copy_is_the_last_that_was_saved() {
    let dir = tempfile::tempdir().expect("a folder");
    let store = Store::at(dir.path());
    let path = dir.path().join("mine.toml");
    for name in ["first", "second"] {
        store.save(&path, &named(name)).expect("saved");
    }
    let copy = dir.path().join("mine.toml.bak");
    assert_eq!(fs::read(&copy).expect("there"), fs::read(&path).expect("there"));
}

#[cfg(unix)]
#[test]
fn a_pipe_is_no_draft() {
    let dir = tempfile::tempdir().expect("a folder");
    let store = Store::at(dir.path());
    let pipe = dir.path().join("mine.toml");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status().expect("mkfifo runs");
    assert!(made.success());
    let error = store.load(&pipe).expect_err("a pipe").to_string();
    assert!(error.contains("is no draft"), "{error}");
    assert!(store.save(&pipe, &named("x")).is_err());
    assert_eq!(store.keep_aside(&pipe, "").expect("nothing to keep"), None);
}

#[cfg(unix)]
#[test]
fn a_draft_is_open_once_by_any_name() {
    let dir = tempfile::tempdir().expect("a folder");
    let (path, link) = (dir.path().join("mine.toml"), dir.path().join("link.toml"));
    Store::at(dir.path()).save(&path, &named("x")).expect("saved");
    std::os::unix::fs::symlink(&path, &link).expect("linked");
    let held = lock(&link).expect("locked");
    assert!(lock(&path).is_err());
    drop(held);
}

#[test]
fn broken_and_newer_drafts_come_back_from_the_trash_as_they_were() {
    let dir = tempfile::tempdir().expect("a folder");
    let store = Store::at(dir.path());
    for text in ["conncert = 1\nname = =\n", "conncert = 2\nname = \"x\"\n"] {
        let path = store.create(&mut named("Contoso")).expect("created");
        fs::write(&path, text).expect("written");
        let trashed = store.delete(&path).expect("deleted");
        assert_eq!(store.list().expect("listed").len(), 0);
        let back = store.restore(&trashed).expect("restored");
        assert_eq!(fs::read_to_string(&back).expect("there"), text);
        assert!(store.trashed().expect("listed").is_empty());
        if let Err(error) = store.load(&back) {
            let copy = error.to_string();
            assert!(copy.contains(".toml.bak"), "the good copy came along: {copy}");
        }
        fs::remove_file(back).expect("removed");
    }
}

#[test]
fn a_deleted_draft_still_finds_its_connector() {
    let dir = tempfile::tempdir().expect("a folder");
    let store = Store::at(dir.path().join("data"));
    let folder = dir.path().join("work/contoso");
    put(&folder.join("apiProperties.json"), "{}");
    let mut draft = named("X");
    draft.answers.prefill("connector.folder", "contoso", "the files");
    let path = dir.path().join("work/x.toml");
    store.save(&path, &draft).expect("saved");
    let back = store.restore(&store.delete(&path).expect("deleted")).expect("restored");
    assert_eq!(store.for_folder(&folder).expect("listed"), Some(back.clone()));
    assert!(store.load(&back).expect("loaded").answers.is_unconfirmed("connector.folder"));
}

#[test]
fn another_programs_version_is_kept_as_it_is_and_once() {
    let dir = tempfile::tempdir().expect("a folder");
    let store = Store::at(dir.path().join("data"));
    let path = dir.path().join("mine.toml");
    for text in ["conncert = 1\nname = \"theirs\"\n", "conncert = ="] {
        put(&path, text);
        assert_eq!(store.keep_aside(&path, text).expect("as known"), None);
        // A save that is refused is tried again.
        let first = store.keep_aside(&path, "ours").expect("kept").expect("changed");
        let again = store.keep_aside(&path, "ours").expect("kept").expect("changed");
        assert_eq!(first, again);
        assert_eq!(fs::read_to_string(first).expect("there"), text);
    }
    assert_eq!(fs::read_dir(dir.path()).expect("there").count(), 3);
}

#[test]
fn any_name_makes_a_legal_file() {
    let dir = tempfile::tempdir().expect("a folder");
    let store = Store::at(dir.path());
    for name in ["CON", "com\u{b9}", "../../etc", "a/b\\c:d", "", "\u{20000}", "...", "née Ü"] {
        for name in [name.to_owned(), name.repeat(80)] {
            let path = store.create(&mut named(&name)).expect("created");
            assert_eq!(path.parent(), Some(dir.path().join("drafts").as_path()), "{name}");
            let stem = path.file_stem().expect("a name").to_string_lossy().into_owned();
            assert!((5..=140).contains(&stem.len()) && !stem.contains(['.', ':']), "{stem}");
        }
    }
}

#[test]
fn names_are_unique_however_many_ask_at_once() {
    let dir = tempfile::tempdir().expect("a folder");
    let store = Store::at(dir.path());
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| store.create(&mut named("Contoso")).expect("created"));
        }
    });
    let mut names: Vec<_> = store.list().expect("listed").into_iter().map(|one| one.name).collect();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), 8, "{names:?}");
}

#[test]
fn a_file_too_large_is_told_and_not_read() {
    let dir = tempfile::tempdir().expect("a folder");
    put(&dir.path().join("apiProperties.json"), "{}");
    // A hole takes no room on the disk.
    let large = fs::File::create(dir.path().join("readme.md")).expect("made");
    large.set_len(128 * 1024 * 1024 + 1).expect("grown");
    let connector = read_connector(dir.path()).expect("read");
    let facts = connector.facts(Role::Readme);
    assert!(facts.body.is_none() && facts.broken.is_some());
}

#[cfg(unix)]
#[test]
fn what_cannot_be_looked_at_is_not_taken_for_missing() {
    let dir = tempfile::tempdir().expect("a folder");
    put(&dir.path().join("apiProperties.json"), "{}");
    let definition = dir.path().join("apiDefinition.swagger.json");
    std::os::unix::fs::symlink(&definition, &definition).expect("linked");
    let error = read_connector(dir.path()).expect_err("it cannot be read").to_string();
    assert!(error.contains("apiDefinition.swagger.json cannot be read"), "{error}");
    fs::remove_file(&definition).expect("removed");
    // A link that leads nowhere is no file.
    std::os::unix::fs::symlink(dir.path().join("nowhere"), &definition).expect("linked");
    let connector = read_connector(dir.path()).expect("read");
    assert!(!connector.facts(Role::Definition).found);
}

/// A pipe would never answer, and some files of the system never end.
#[cfg(unix)]
#[test]
fn no_settings_are_written_into_what_is_no_file() {
    let dir = tempfile::tempdir().expect("a folder");
    let path = dir.path().join("conncert.toml");
    for device in ["/dev/zero", "/dev/null", "/dev/tty"] {
        std::os::unix::fs::symlink(device, &path).expect("linked");
        for before in [None, Some("")] {
            let error = write_settings(&path, before, "# new").expect_err("refused").to_string();
            assert!(!error.is_empty() && fs::symlink_metadata(&path).is_ok(), "{error}");
        }
        fs::remove_file(&path).expect("removed");
    }
    write_settings(&path, None, "# new").expect("written");
    assert!(write_settings(&path, None, "# newer").is_err());
    assert!(write_settings(&path, Some("# old"), "# newer").is_err());
    write_settings(&path, Some("# new"), "# newer").expect("written");
    assert_eq!(fs::read_to_string(&path).expect("there"), "# newer");
}
