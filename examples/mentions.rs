//! temp
fn main() {
    for line in std::io::stdin().lines() {
        let d: pledgebook::source::Document = serde_json::from_str(&line.unwrap()).unwrap();
        for m in pledgebook::mention::all(&d) {
            println!("{}", serde_json::to_string(&m).unwrap());
        }
    }
}
