//! Work on many documents at once, results in the order of the input.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, sync_channel};
use std::sync::{Arc, Condvar, Mutex, PoisonError, mpsc};
use std::thread;

use super::error::{Fault, SourceError};
use super::unit::Unit;
use super::units::Units;

/// Documents begun but not yet taken, per core: enough to keep all cores busy while one document
/// takes long, few enough for memory to stay flat.
const AHEAD: usize = 16;

/// Bytes of documents begun but not yet done: reading waits beyond, so that a folder of huge documents takes the
/// memory of one or two. A document larger than this is worked on alone.
const BYTES_AHEAD: usize = 64 << 20;

/// Runs `work` over the units on `jobs` cores (0: all) and yields its results in order.
///
/// Memory holds a few documents per core, however many there are; a result is yielded as soon as it
/// and those before it are done, without waiting for more input. Should `work` panic, which is a
/// defect, its document alone is an error: one in a thousand must not take the others with it.
///
/// # Errors
/// When the threads cannot be started.
pub fn in_order<T: Send + 'static>(
    units: Units,
    jobs: usize,
    work: impl Fn(&Unit) -> Result<T, SourceError> + Send + Sync + 'static,
) -> Result<impl Iterator<Item = Result<T, SourceError>>, rayon::ThreadPoolBuildError> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(jobs).build()?;
    let (line_up, queue) = sync_channel::<Receiver<_>>(pool.current_num_threads() * AHEAD);
    let work = Arc::new(work);
    let load = Arc::new(Load::default());
    // Detached on purpose: when nobody takes results any more, a reader that waits for a silent
    // standard input must not keep the program from ending.
    thread::spawn(move || {
        for unit in units {
            let (done, result) = mpsc::channel();
            let (work, load) = (Arc::clone(&work), Arc::clone(&load));
            let bytes = unit.as_ref().map_or(0, |unit| unit.bytes.len());
            load.wait_for(bytes);
            if line_up.send(result).is_err() {
                break;
            }
            pool.spawn(move || {
                let result = unit.and_then(|unit| caught(&*work, &unit));
                load.less(bytes);
                let _ = done.send(result);
            });
        }
    });
    Ok(queue.into_iter().filter_map(|result| result.recv().ok()))
}

/// The bytes of the documents that are worked on.
#[derive(Default)]
struct Load {
    bytes: Mutex<usize>,
    done: Condvar,
}

impl Load {
    /// Waits until there is room for a document, or no other is worked on, and takes the room.
    fn wait_for(&self, bytes: usize) {
        let now = self.bytes.lock().unwrap_or_else(PoisonError::into_inner);
        let full = |now: &mut usize| *now > 0 && *now + bytes > BYTES_AHEAD;
        *self.done.wait_while(now, full).unwrap_or_else(PoisonError::into_inner) += bytes;
    }

    fn less(&self, bytes: usize) {
        *self.bytes.lock().unwrap_or_else(PoisonError::into_inner) -= bytes;
        self.done.notify_one();
    }
}

fn caught<T>(
    work: &impl Fn(&Unit) -> Result<T, SourceError>,
    unit: &Unit,
) -> Result<T, SourceError> {
    catch_unwind(AssertUnwindSafe(|| work(unit)))
        .unwrap_or_else(|_| Err(SourceError { place: unit.place.clone(), fault: Fault::Defect }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Given, InputPath};

    fn many(folder: &tempfile::TempDir) -> Units {
        let file = folder.path().join("many.ndjson");
        let lines: Vec<String> =
            (0..500).map(|n| format!("{{\"id\":\"{n}\",\"text\":\"t\"}}")).collect();
        std::fs::write(&file, lines.join("\n")).unwrap();
        Units::new(&[InputPath::Path(file)], None)
    }

    fn number(unit: &Unit) -> u64 {
        unit.read(&Given::default()).unwrap().id.parse().unwrap()
    }

    #[test]
    fn results_keep_the_order_of_the_input() {
        let folder = tempfile::tempdir().unwrap();
        let numbers = in_order(many(&folder), 4, |unit| {
            let number = number(unit);
            // The first of every seven is the slowest, so that later ones overtake it.
            thread::sleep(std::time::Duration::from_micros((7 - number % 7) * 100));
            Ok(number)
        });
        let numbers: Vec<u64> = numbers.unwrap().map(Result::unwrap).collect();
        assert_eq!(numbers, (0..500).collect::<Vec<_>>());
    }

    #[test]
    fn a_defect_costs_its_own_document_only() {
        let folder = tempfile::tempdir().unwrap();
        let results = in_order(many(&folder), 2, |unit| {
            let number = number(unit);
            assert_ne!(number, 250, "a panic on purpose");
            Ok(number)
        });
        let (done, failed): (Vec<_>, Vec<_>) = results.unwrap().partition(Result::is_ok);
        assert_eq!((done.len(), failed.len()), (499, 1));
        let error = failed.into_iter().find_map(Result::err).unwrap();
        assert!(error.to_string().contains("many.ndjson, line 251: "), "{error}");
    }
}
