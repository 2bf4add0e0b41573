//! temp
fn main() {
    let doc: pledgebook::source::Document =
        serde_json::from_str(&std::fs::read_to_string(std::env::args().nth(1).unwrap()).unwrap())
            .unwrap();
    println!("{}", pledgebook::figure::explain::explain(&doc));
}
