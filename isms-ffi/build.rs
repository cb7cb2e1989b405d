//! Linker flags of the shared library.

fn main() {
    let system = std::env::var("CARGO_CFG_TARGET_OS").unwrap_or_default();
    // Android 15 and later load libraries whose segments are aligned to 16 KiB.
    if system == "android" || system == "linux" {
        println!("cargo::rustc-cdylib-link-arg=-Wl,-z,max-page-size=16384");
    }
    // Equal functions are stored once, relocations packed, as Android reads them from version 6 on, and what only the
    // generator of bindings reads is left out. `cargo dev shipped` weighs the library with the same flags.
    if system == "android" {
        println!("cargo::rustc-cdylib-link-arg=-Wl,--icf=all,--pack-dyn-relocs=android");
        let folder = std::env::var("CARGO_MANIFEST_DIR").unwrap_or_default();
        println!("cargo::rustc-cdylib-link-arg=-Wl,-T,{folder}/no-metadata.ld");
    }
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=no-metadata.ld");
}
