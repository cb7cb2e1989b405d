//! What ships, built with its flags: how much it weighs, and how it lies in memory.

use crate::shell::{cargo, run, target};
use crate::{peers, python};
use isms_conformance::Fault;
use object::read::elf::{ElfFile64, ProgramHeader as _};
use std::path::Path;

/// The most that a phone's library may weigh.
const MOST_BYTES: u64 = 2_000_000;

/// Pages of 16 KiB: Android 15 loads no library whose segments are aligned to less.
const PAGE: u64 = 16 * 1024;

/// How `isms-ffi/build.rs` has the library linked for Android, where LLD links; it does so here as well.
const AS_ON_ANDROID: &str = concat!(
    "link-args=-Wl,--icf=all,--pack-dyn-relocs=android -Wl,-T,",
    env!("CARGO_MANIFEST_DIR"),
    "/../isms-ffi/no-metadata.ld"
);

/// How the last crate of the library is compiled, which is told on the command line alone. Small as the others, but not by
/// `opt-level = "z"`: by that it would call the drops of the crates below it, of which the optimiser knows too late that
/// they don't unwind, and all that a record holds would be dropped once for each of its fields.
const SMALL: [&str; 4] = ["-C", "opt-level=2", "-C", "llvm-args=-force-attribute=minsize"];

/// Builds it, prints a table, and fails if the library of phones is too heavy or not aligned.
pub(crate) fn measure() -> Result<(), Fault> {
    let programs = python::environment(&peers::folder(), peers::REQUIREMENTS)?;
    let wheels = peers::wheel(&programs)?;
    run(&mut cargo(&["build", "--package", "isms-command", "--release"]))?;
    let library = ["rustc", "--package", "isms-ffi", "--profile", "mobile", "--lib", "--crate-type", "cdylib"];
    run(cargo(&library).arg("--").args(SMALL).args(["-C", AS_ON_ANDROID]))?;
    println!("\n| what | profile | bytes | pages of |");
    println!("| --- | --- | ---: | ---: |");
    let wheel = only_file(&wheels)?;
    println!("| wheel | release | {} | |", size(&wheel)?);
    let (prefix, suffix) = (std::env::consts::DLL_PREFIX, std::env::consts::DLL_SUFFIX);
    let built = [
        ("Python module, unpacked", "release", target().join(format!("release/{prefix}_isms{suffix}"))),
        ("command", "release", target().join(format!("release/isms{}", std::env::consts::EXE_SUFFIX))),
    ];
    for (what, profile, file) in built {
        println!("| {what} | {profile} | {} | {} |", size(&file)?, pages(&file)?);
    }
    let library = target().join(format!("mobile/{prefix}isms_ffi{suffix}"));
    let (bytes, page) = (size(&library)?, pages(&library)?);
    println!("| library of phones, stripped | mobile | {bytes} | {page} |");
    if bytes > MOST_BYTES {
        return Err(format!("expected a library of at most {MOST_BYTES} bytes, found {bytes}"));
    }
    if cfg!(target_os = "linux") && page < PAGE {
        return Err(format!("expected segments aligned to {PAGE} bytes, found {page}"));
    }
    Ok(())
}

fn size(file: &Path) -> Result<u64, Fault> {
    std::fs::metadata(file).map(|found| found.len()).map_err(|error| format!("{}: {error}", file.display()))
}

/// To how many bytes the segments that are loaded are aligned at least; 0: it is no ELF file.
fn pages(file: &Path) -> Result<u64, Fault> {
    let bytes = std::fs::read(file).map_err(|error| format!("{}: {error}", file.display()))?;
    let Ok(elf) = ElfFile64::<object::Endianness>::parse(&*bytes) else { return Ok(0) };
    let endian = elf.endian();
    let loaded = elf.elf_program_headers().iter().filter(|header| header.p_type(endian) == object::elf::PT_LOAD);
    Ok(loaded.map(|header| header.p_align(endian)).min().unwrap_or_default())
}

fn only_file(folder: &Path) -> Result<std::path::PathBuf, Fault> {
    let found = std::fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    found.flatten().map(|entry| entry.path()).next().ok_or_else(|| format!("{} is empty", folder.display()))
}
