//! Files are written whole or not at all.

use crate::files::Folder;
use crate::run::{isms, isms_given};
use isms_command::{Terminal, run};
use isms_core::{Register, SAMPLE};
use serde_json::Value as Json;

#[test]
fn new_writes_the_sample_and_nothing_else() {
    let folder = Folder::new();
    let out = folder.name("out.json");
    let ran = isms(["new", "-o", &out]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert!(ran.out.contains("506 records") && ran.out.contains("isms review"), "{}", ran.out);
    assert_eq!(folder.names(), ["out.json"]);
    assert_eq!(std::fs::read_to_string(&out).unwrap(), *SAMPLE);
    let answer: Json = serde_json::from_str(&isms(["new", "-o", &out, "--force", "--json"]).out).unwrap();
    assert_eq!((answer["output"].as_str(), answer["records"].as_u64()), (Some(out.as_str()), Some(506)));
}

#[test]
fn new_writes_an_empty_register() {
    let folder = Folder::new();
    let out = folder.name("out.json");
    let ran = isms(["new", "--empty", "--title", "Valley \"office\"", "-o", &out]);
    assert!(ran.code == 0 && ran.out.contains("to copy from: isms new -o "), "{}", ran.out);
    let bytes = std::fs::read(&out).unwrap();
    let register = Register::open(&bytes).unwrap();
    assert_eq!((register.title(), register.len()), (Some("Valley \"office\""), 0));
    assert_eq!(register.save(), bytes);
    assert_eq!(isms(["new", "--title", "x", "-o", &folder.name("other.json")]).code, 2);
    assert_eq!(folder.names(), ["out.json"]);
}

#[test]
fn new_writes_to_standard_output() {
    let made = isms(["new", "-o", "-"]);
    assert_eq!((made.code, made.out.as_str()), (0, SAMPLE.as_str()));
    assert_eq!(isms_given(["check", "-"], made.out.as_bytes()).code, 1);
}

#[test]
fn a_file_that_is_there_stays_as_it_is() {
    let folder = Folder::new();
    let out = folder.file("mine.json", "mine");
    let ran = isms(["new", "-o", &out]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("write_failed") && ran.err.contains("--force"), "{}", ran.err);
    assert_eq!(std::fs::read_to_string(&out).unwrap(), "mine");
    assert_eq!(folder.names(), ["mine.json"]);
    assert_eq!(isms(["new", "-o", &out, "--force"]).code, 0);
    assert_eq!(std::fs::read_to_string(&out).unwrap(), *SAMPLE);
}

#[test]
fn places_that_are_no_files_are_refused() {
    let folder = Folder::new();
    for out in [folder.name(""), folder.name("no/such/folder.json")] {
        let ran = isms(["new", "-o", &out, "--force"]);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{out}");
        assert!(ran.err.contains("folder"), "{}", ran.err);
    }
    assert!(folder.names().is_empty());
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    #[test]
    fn only_its_owner_may_read_a_new_file() {
        let folder = Folder::new();
        let out = folder.name("out.json");
        let mode = || std::fs::metadata(&out).unwrap().permissions().mode() & 0o777;
        isms(["new", "-o", &out]);
        assert_eq!(mode(), 0o600);
        std::fs::set_permissions(&out, std::fs::Permissions::from_mode(0o640)).unwrap();
        isms(["new", "-o", &out, "--force"]);
        assert_eq!(mode(), 0o640);
    }

    #[test]
    fn a_link_stays_and_its_file_is_replaced() {
        let folder = Folder::new();
        let file = folder.file("file.json", "old");
        symlink(&file, folder.path("link.json")).unwrap();
        assert_eq!(isms(["new", "-o", &folder.name("link.json"), "--force"]).code, 0);
        assert!(std::fs::symlink_metadata(folder.path("link.json")).unwrap().is_symlink());
        assert_eq!(std::fs::read_to_string(file).unwrap(), *SAMPLE);
    }

    #[test]
    fn a_name_need_not_be_text() {
        use std::os::unix::ffi::OsStrExt as _;
        let folder = Folder::new();
        let path = folder.path("x").with_file_name(std::ffi::OsStr::from_bytes(b"\xFF.json"));
        assert_eq!(isms(["new".as_ref(), "-o".as_ref(), path.as_os_str()]).code, 0);
        assert_eq!(isms(["check".as_ref(), path.as_os_str()]).code, 1);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_folder_that_takes_no_files_is_not_called_missing() {
        let ran = isms(["new", "-o", "/proc/x.json"]);
        assert_eq!(ran.code, 2);
        assert!(
            ran.err.contains("a folder in which the system makes no") && !ran.err.contains(".isms-"),
            "{}",
            ran.err
        );
    }

    #[test]
    fn a_device_is_never_replaced() {
        let ran = isms(["new", "-o", "/dev/null", "--force"]);
        assert_eq!(ran.code, 2);
        assert!(ran.err.contains("something that is no file"), "{}", ran.err);
    }
}

/// A full disk behind standard output.
struct Full;

impl std::io::Write for Full {
    fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
        Err(std::io::ErrorKind::StorageFull.into())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn an_answer_that_can_not_be_written_is_told() {
    let mut err = Vec::new();
    let code = run(["isms", "check", "--sample"].map(Into::into), &mut Full, &mut err, Terminal::default());
    let err = String::from_utf8(err).unwrap();
    assert_eq!(code, 2);
    assert!(err.starts_with("isms: refused (write_failed): standard output\n") && err.contains("full disk"), "{err}");
    assert_eq!(run(["isms", "check"].map(Into::into), &mut Full, &mut Full, Terminal::default()), 2);
}
