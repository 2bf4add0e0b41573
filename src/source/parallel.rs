//! Work on many documents at once, results in the order of the input.

use std::sync::mpsc::{Receiver, sync_channel};
use std::sync::{Arc, mpsc};
use std::thread;

use super::error::SourceError;
use super::unit::Unit;
use super::units::Units;

/// Documents begun but not yet taken, per core: enough to keep all cores busy while one document
/// takes long, few enough for memory to stay flat.
const AHEAD: usize = 16;

/// Runs `work` over the units on `jobs` cores (0: all) and yields its results in order.
///
/// Memory holds a few documents per core, however many there are; a result is yielded as soon as it
/// and those before it are done, without waiting for more input.
///
/// # Errors
/// When the threads cannot be started.
pub fn in_order<T: Send + 'static>(
    units: Units,
    jobs: usize,
    work: impl Fn(Result<Unit, SourceError>) -> T + Send + Sync + 'static,
) -> Result<impl Iterator<Item = T>, rayon::ThreadPoolBuildError> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(jobs).build()?;
    let (line_up, queue) = sync_channel::<Receiver<T>>(pool.current_num_threads() * AHEAD);
    let work = Arc::new(work);
    // Detached on purpose: when nobody takes results any more, a reader that waits for a silent
    // standard input must not keep the program from ending.
    thread::spawn(move || {
        for unit in units {
            let (done, result) = mpsc::channel();
            let work = Arc::clone(&work);
            if line_up.send(result).is_err() {
                break;
            }
            pool.spawn(move || {
                let _ = done.send(work(unit));
            });
        }
    });
    Ok(queue.into_iter().filter_map(|result| result.recv().ok()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::InputPath;

    #[test]
    fn results_keep_the_order_of_the_input() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("many.ndjson");
        let lines: Vec<String> =
            (0..500).map(|n| format!("{{\"id\":\"{n}\",\"text\":\"t\"}}")).collect();
        std::fs::write(&file, lines.join("\n")).unwrap();
        let units = Units::new(&[InputPath::Path(file)], None);
        let ids = in_order(units, 4, |unit| {
            let document = unit.unwrap().read(&crate::source::Given::default()).unwrap();
            let number: u64 = document.id.parse().unwrap();
            // The first of every seven is the slowest, so that later ones overtake it.
            thread::sleep(std::time::Duration::from_micros((7 - number % 7) * 100));
            number
        })
        .unwrap();
        assert_eq!(ids.collect::<Vec<_>>(), (0..500).collect::<Vec<_>>());
    }
}
