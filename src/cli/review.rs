//! `pledgebook review`: one figure at a time, one key each, kept at once.

use std::collections::BTreeSet;
use std::io::{IsTerminal, stdout};

use super::author::AuthorFlags;
use super::filter::FilterFlags;
use super::output::many;
use super::{Context, keys, notices, show};
use crate::ledger::review::Decision;
use crate::ledger::view::{View, paragraph};
use crate::ledger::{Author, Ledger, LedgerError, LinkState, Relation};
use crate::store::Place;

const EXAMPLES: &str = "\
Examples:
  pledgebook review
  pledgebook review --donor Denmark --year 2025 --user anna

Doubtful figures come first: those that may be told twice, then those that the program was least sure
of. Every decision is kept at once; stop at any moment and go on later.";

const KEYS: &str = "\
[c] confirm  [r] reject  [a] amend  [d] same as  [p] part of  [e] equivalent of  [o] replaces
[n] not the same  [s] skip  [z] undo  [q] quit";

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    #[command(flatten)]
    filter: FilterFlags,
    #[command(flatten)]
    author: AuthorFlags,
}

/// So many figures are counted; of more it is said that there are more.
const COUNTED: u64 = 1000;

/// How many are left of so many, of which some are done.
fn left(open: u64, done: u64) -> String {
    if open < COUNTED {
        open.saturating_sub(done).to_string()
    } else {
        format!("{COUNTED} or more")
    }
}

/// What was done in one sitting.
#[derive(Default)]
struct Session {
    /// The figures that were decided on or skipped.
    seen: BTreeSet<i64>,
    /// The decisions, each with its figure and the change by which it is undone.
    decisions: Vec<(i64, i64)>,
}

/// What to do after a key.
enum Next {
    Stay,
    GoOn,
    FromStart,
    Quit,
}

impl Args {
    pub fn run(&self, context: &Context) -> anyhow::Result<()> {
        let mut ledger = context.existing()?;
        let filter = self.filter.filter()?;
        let mut place = Place::default();
        // Counted once, and not all of a million: each figure is to come at once.
        let open = ledger.store().open_reviews(&filter, COUNTED)?;
        let mut session = Session::default();
        while let Some((view, next)) = ledger.next_view(&filter, place)? {
            println!("──── {} to review ────\n", left(open, session.seen.len() as u64));
            print(&view)?;
            match self.one(&mut ledger, &view, &mut session)? {
                Next::Quit => break,
                Next::Stay => {}
                Next::FromStart => place = Place::default(),
                Next::GoOn => {
                    place = next;
                    session.seen.insert(view.record.id);
                }
            }
        }
        let open = ledger.store().open_reviews(&filter, COUNTED)?;
        println!("{} gone through, {} left.", many(session.seen.len(), "figure"), left(open, 0));
        Ok(())
    }

    /// Asks for a key until one of them leads on. A refusal is told, and the figure shown again.
    fn one(
        &self,
        ledger: &mut Ledger,
        view: &View,
        session: &mut Session,
    ) -> anyhow::Result<Next> {
        println!("{KEYS}");
        let Some(key) = keys::key()? else { return Ok(Next::Quit) };
        let id = view.record.id;
        let decision = match key {
            'q' => return Ok(Next::Quit),
            's' | ' ' => return Ok(Next::GoOn),
            'z' => {
                return Ok(self.undo(ledger, session));
            }
            'c' => Some((Decision::Confirm, None)),
            'r' => keys::ask("Why not?")?.map(|why| (Decision::Reject, Some(why))),
            'a' => keys::ask("FIELD=VALUE …:")?.and_then(|text| amendment(&text)).map(|d| (d, None)),
            'n' => Some((Decision::Apart, None)),
            'd' => target(view, "Same as")?.map(|t| (Decision::Is(Relation::SameAs, t), None)),
            'p' => target(view, "Part of")?.map(|t| (Decision::Is(Relation::PartOf, t), None)),
            'e' => target(view, "Equivalent of")?.map(|t| (Decision::Is(Relation::EquivalentOf, t), None)),
            'o' => target(view, "Replaces")?.map(|t| (Decision::Replaces(t), None)),
            other => {
                println!("There is no key \"{other}\".");
                None
            }
        };
        let Some((decision, why)) = decision else { return Ok(Next::Stay) };
        let author = self.author.now();
        let author = Author { why: why.filter(|w| !w.is_empty()).or(author.why.clone()), ..author };
        let Some(operation) = told(ledger.decide(view, &decision, &author)) else {
            return Ok(Next::Stay);
        };
        session.decisions.extend(operation.map(|operation| (id, operation)));
        if matches!(decision, Decision::Is(..) | Decision::Replaces(_)) {
            notices::odd(ledger, &[id])?;
        }
        let stays = matches!(decision, Decision::Amend(_) | Decision::Apart);
        Ok(if stays { Next::Stay } else { Next::GoOn })
    }

    /// Takes the last decision of this sitting back. What was done before is not at this key: it
    /// may be the taking in of a whole document.
    fn undo(&self, ledger: &mut Ledger, session: &mut Session) -> Next {
        let Some((figure, operation)) = session.decisions.pop() else {
            println!("Nothing was decided in this review yet; `pledgebook undo` takes back what was done before.");
            return Next::Stay;
        };
        if let Some(edits) = told(ledger.undo(Some(operation), &self.author.now())) {
            println!("Undone: {} of change {}.", edits[0].action, edits[0].id);
            session.seen.remove(&figure);
        }
        Next::FromStart
    }
}

/// What was done, or nothing where it was refused, which is said.
fn told<T>(result: Result<T, LedgerError>) -> Option<T> {
    result.inspect_err(|error| println!("{error}")).ok()
}

fn amendment(text: &str) -> Option<Decision> {
    // A value may hold spaces: a new field begins at a word with "=".
    let mut values: Vec<(String, String)> = Vec::new();
    for word in text.split_whitespace() {
        match (word.split_once('='), values.last_mut()) {
            (Some((field, value)), _) => values.push((field.to_owned(), value.to_owned())),
            (None, Some((_, value))) => *value = format!("{value} {word}"),
            (None, None) => {
                println!("Write it as amount=€1.5bn or donor=DK+NO.");
                return None;
            }
        }
    }
    (!values.is_empty()).then_some(Decision::Amend(values))
}

/// The figure that a link goes to: the likely one on an empty answer.
fn target(view: &View, question: &str) -> anyhow::Result<Option<i64>> {
    let likely = view.links.iter().find(|(link, _)| link.state == LinkState::Likely);
    let usual = likely.map(|(_, other)| other.id);
    let shown = usual.map(|id| format!(" [{id}]")).unwrap_or_default();
    let Some(answer) = keys::ask(&format!("{question} which figure?{shown}"))? else { return Ok(None) };
    if answer.is_empty() {
        return Ok(usual);
    }
    let number = answer.trim_start_matches('#').parse().ok();
    if number.is_none() {
        println!("\"{answer}\" is no figure's number.");
    }
    Ok(number)
}

fn print(view: &View) -> std::io::Result<()> {
    let (open, close) = if stdout().is_terminal() { show::BOLD } else { show::BRACKETS };
    let around = view.document.as_ref().zip(view.citations.first());
    if let Some((stored, citation)) = around {
        let m = paragraph(&stored.document, citation);
        println!("{}{open}{}{close}{}\n", m.before, m.quote, m.after);
    }
    show::print(&mut stdout().lock(), view, (open, close))
}
