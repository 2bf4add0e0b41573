//! Any bytes as a page and as every other form: a document or an error, never a panic.

#![no_main]

use libfuzzer_sys::fuzz_target;
use pledgebook::source::{Form, Given, Place, Unit};

fuzz_target!(|bytes: &[u8]| {
    for form in Form::all() {
        let place = Place { file: None, line: None };
        let unit = Unit { place, form, name: "any".to_owned(), bytes: bytes.to_vec() };
        if let Ok(document) = unit.read(&Given::default()) {
            assert!(!document.text.trim().is_empty());
            assert!(!document.text.contains('\0'));
        }
    }
});
