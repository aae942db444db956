//! Scratch.
use odata_core::csdl::Document;
fn main() {
    for path in std::env::args().skip(1) {
        let text = std::fs::read(&path).unwrap();
        match Document::from_json(&text) {
            Ok(document) => std::fs::write(path.replace(".json", ".ours.json"), document.to_json_pretty()).unwrap(),
            Err(error) => {
                for fault in error.all() {
                    println!("{path}: {fault}")
                }
            }
        }
    }
}
