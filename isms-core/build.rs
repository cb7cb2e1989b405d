//! Packs the bundled texts. They are two thirds of a megabyte as they are written, a sixth of that packed, and an app
//! carries them.

use miniz_oxide::deflate::compress_to_vec;
use std::path::{Path, PathBuf};
use std::{env, error, fs};

/// Folders with texts that are bundled.
const FOLDERS: [&str; 2] = ["catalog", "sample"];

fn main() -> Result<(), Box<dyn error::Error>> {
    let packed = PathBuf::from(env::var("OUT_DIR")?);
    println!("cargo::rerun-if-changed=build.rs");
    for folder in FOLDERS {
        println!("cargo::rerun-if-changed={folder}");
        pack(Path::new(folder), &packed.join(folder))?;
    }
    Ok(())
}

/// Packs each file of a folder into one of the same name.
fn pack(from: &Path, to: &Path) -> Result<(), Box<dyn error::Error>> {
    fs::create_dir_all(to)?;
    for file in fs::read_dir(from)? {
        let file = file?;
        fs::write(to.join(file.file_name()), compress_to_vec(&fs::read(file.path())?, 9))?;
    }
    Ok(())
}
