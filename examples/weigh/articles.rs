//! The questions that labelled articles answer.

#[path = "../../tests/common/labelled.rs"]
pub mod labelled;

use labelled::{Article, Label, place};
use pledgebook::figure::weigh::{Answer, Asked, Question, Weights};
use pledgebook::figure::{Figure, extract_asked};

/// A question about an article with the right answer as its label.
pub struct Lesson {
    pub asked: Asked,
    pub wanted: String,
    /// The place of the right answer; nothing where it is not among them.
    pub right: Option<usize>,
}

/// The questions of an article whose right answer its labels tell.
pub fn lessons(article: &Article, weights: &Weights) -> Vec<Lesson> {
    let (figures, asked) = extract_asked(&article.document, weights);
    let labels: Vec<Option<&Label>> = figures.iter().map(|f| label_of(article, f)).collect();
    let figure_of = |id: &str| labels.iter().position(|l| l.is_some_and(|l| l.id == id));
    asked
        .into_iter()
        .filter_map(|asked| {
            let wanted = match asked.question {
                Question::Taken => is_labelled(article, &asked)?.to_string(),
                _ => wanted(asked.question, labels[asked.figure]?, figure_of)?,
            };
            let fits = |(answer, _): &(Answer, _)| match asked.question {
                Question::Speaker => is_same_name(&answer.label(), &wanted),
                _ => answer.label() == wanted,
            };
            let right = asked.answers.iter().position(fits);
            Some(Lesson { asked, wanted, right })
        })
        .collect()
}

/// The label's answer; nothing where it names a figure that was not found.
fn wanted(
    question: Question,
    label: &Label,
    figure_of: impl Fn(&str) -> Option<usize>,
) -> Option<String> {
    Some(match question {
        Question::Taken => return None,
        Question::Donors => {
            let mut codes: Vec<&str> = label.donors.iter().map(String::as_str).collect();
            codes.sort_unstable();
            codes.join("+")
        }
        Question::Recipient => label.recipient.clone().unwrap_or_default(),
        Question::Stage => label.stage.clone(),
        Question::Years => Answer::Years(Some(label.years)).label(),
        Question::Running => label.cumulative.to_string(),
        Question::Sector => label.sector.clone(),
        Question::Speaker => label.speaker.clone().unwrap_or_default(),
        Question::Part => match &label.part_of {
            None => String::new(),
            Some(id) => figure_of(id)?.to_string(),
        },
    })
}

/// Two names share a word, as the scorer compares speakers.
fn is_same_name(one: &str, two: &str) -> bool {
    let inside = |c: char| !c.is_alphanumeric();
    let words = |name: &str| -> Vec<String> {
        let all = name.split(inside).map(str::to_lowercase);
        all.filter(|w| !matches!(w.as_str(), "" | "the" | "a" | "an" | "of" | "new")).collect()
    };
    let (one, two) = (words(one), words(two));
    one.is_empty() && two.is_empty() || one.iter().any(|word| two.contains(word))
}

/// Whether some label stands where a mention does; nothing where two readers could disagree.
fn is_labelled(article: &Article, asked: &Asked) -> Option<bool> {
    let (start, end) = asked.place;
    let over = |snippet: &String| {
        let (first, last) = place(&article.document.text, snippet);
        first < end && start < last
    };
    if article.ignore.iter().any(over) {
        return None;
    }
    Some(article.figures.iter().any(|label| label.mentions.iter().any(over)))
}

/// The label of a figure: one value, unit and place.
fn label_of<'a>(article: &'a Article, figure: &Figure) -> Option<&'a Label> {
    article.figures.iter().find(|label| {
        figure.kind.as_str() == label.kind
            && figure.value == label.value
            && (label.kind != "money" || figure.unit == label.unit)
            && !figure.derived
            && label.mentions.iter().any(|snippet| {
                let (start, end) = place(&article.document.text, snippet);
                figure.mentions.iter().any(|m| m.start < end && start < m.end)
            })
    })
}
