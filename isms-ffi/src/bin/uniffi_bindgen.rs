//! Writes the Kotlin and Swift sources of the library. The same version as the library's own
//! scaffolding, which is why it is built here and not installed from elsewhere.

fn main() {
    uniffi::uniffi_bindgen_main();
}
