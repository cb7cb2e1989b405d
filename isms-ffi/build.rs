//! Linker flags of the shared library.

fn main() {
    let system = std::env::var("CARGO_CFG_TARGET_OS").unwrap_or_default();
    // Android 15 and later load libraries whose segments are aligned to 16 KiB.
    if system == "android" || system == "linux" {
        println!("cargo::rustc-cdylib-link-arg=-Wl,-z,max-page-size=16384");
    }
    // Equal functions are stored once, and relocations packed, as Android reads them from version 6 on. `cargo dev
    // shipped` weighs the library with the same flags.
    if system == "android" {
        println!("cargo::rustc-cdylib-link-arg=-Wl,--icf=all,--pack-dyn-relocs=android");
    }
    println!("cargo::rerun-if-changed=build.rs");
}
