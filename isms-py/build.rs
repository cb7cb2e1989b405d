//! Where the linker asks for every symbol, such as on macOS, it is told that the interpreter brings
//! its own.

fn main() {
    pyo3_build_config::add_extension_module_link_args();
}
