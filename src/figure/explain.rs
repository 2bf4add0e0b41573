//! Why each mention was taken or left: the text with its clauses, verbs and parties, and under it
//! the figure with the rule that filled each field. The tool to write rules with.

use std::fmt::Write;

use super::draft::{Draft, Source};
use super::roles::governing;
use super::scene::Scene;
use super::terms::Kind;
use super::weigh::{Judge, Weights};
use crate::lexicon::{Tongue, english};
use crate::mention::{Mention, What};
use crate::source::Document;
use crate::text::Text;

/// The document in Markdown, each sentence that holds a number followed by what was made of it.
#[must_use]
pub fn explain(document: &Document) -> String {
    if let Some(tongue) = Tongue::of(document.lang.as_deref()) {
        return super::abroad::explain(document, tongue);
    }
    let text = Text::new(&document.text, english().vocabulary());
    let scene = Scene::new(document, &text);
    let drafts = super::read(&scene, &mut Judge::new(Weights::built_in(), None));
    let mut out = String::new();
    for (number, sentence) in text.sentences.iter().enumerate() {
        let mentions = scene.mentions_in(sentence.first, sentence.end);
        if mentions.is_empty() {
            let _ = writeln!(out, "{}\n", text.slice(sentence.first, sentence.end));
            continue;
        }
        let _ = writeln!(out, "{}\n", marked(&scene, number));
        for mention in mentions {
            tell(&mut out, &scene, &drafts, mention);
        }
        out.push('\n');
    }
    out
}

/// The sentence with `[figures]`, `{verbs}` and clause bounds `‖`.
fn marked(scene: &Scene<'_>, number: usize) -> String {
    let sentence = scene.sentence(number);
    let mut out = String::new();
    for at in sentence.first..sentence.end {
        if at > sentence.first && !scene.c.joined(at) {
            out.push(' ');
        }
        if at > sentence.first && scene.clauses.iter().any(|c| c.first == at) {
            out.push_str("‖ ");
        }
        if scene.verbs.iter().any(|v| v.first == at) {
            out.push('{');
        }
        if scene.parties.iter().any(|p| p.first == at) {
            out.push('_');
        }
        if scene.mentions.iter().any(|m| m.first == at) {
            out.push_str("**");
        }
        out.push_str(scene.c.text.word(at));
        if scene.mentions.iter().any(|m| m.end == at + 1) {
            out.push_str("**");
        }
        if let Some(party) = scene.parties.iter().find(|p| p.end == at + 1) {
            let _ = write!(out, "_`{}`", scene.party(party.party).code());
        }
        if let Some(verb) = scene.verbs.iter().find(|v| v.end == at + 1) {
            let passive = if verb.passive { " passive" } else { "" };
            let _ = write!(out, "}}`{:?} {:?}{passive}`", verb.class, verb.tense);
        }
    }
    out
}

fn tell(out: &mut String, scene: &Scene<'_>, drafts: &[Draft], mention: &Mention) {
    let wording = scene.c.text.slice(mention.first, mention.end);
    let governing = governing::of(scene, mention);
    let over = governing
        .verb
        .map_or("no verb", |v| scene.c.text.slice(scene.verbs[v].first, scene.verbs[v].end));
    let found =
        drafts.iter().enumerate().find(|(_, d)| d.places.contains(&(mention.first, mention.end)));
    let Some((number, draft)) = found else {
        let _ = writeln!(out, "- left: {wording} ({}; under \"{over}\")", kind_of(mention));
        return;
    };
    let donors: Vec<&str> = draft.donors.iter().map(crate::lexicon::Party::code).collect();
    let unit = match draft.kind {
        Kind::Money => draft.unit.unwrap_or_default().to_owned(),
        Kind::Quantity => {
            draft.item.map_or(String::new(), |(f, e)| scene.c.text.slice(f, e).to_owned())
        }
    };
    let _ = writeln!(
        out,
        "- taken as {number}: {wording} = {} {unit} {}; under \"{over}\"{}; donors {} ({}); to {}; {} ({}); years {} ({}){}; {}; says {}{}{}",
        draft.mention.value.normalize(),
        draft.bound,
        if governing.subject { " as subject" } else { "" },
        donors.join("+"),
        source(draft.donor_source),
        draft.recipient.as_ref().map_or("nobody", |r| r.code()),
        draft.stage.map_or("no stage", super::terms::Stage::as_str),
        source(draft.stage_source),
        draft.years.map_or("unknown".to_owned(), |(first, last)| if first == last {
            first.to_string()
        } else {
            format!("{first} to {last}")
        }),
        source(draft.year_source),
        if draft.cumulative { ", running total" } else { "" },
        draft.sector.map_or("no sector", super::terms::Sector::as_str),
        draft.speaker.as_deref().unwrap_or("nobody"),
        draft.part_of.map_or(String::new(), |n| format!("; part of {n}")),
        draft.equivalent_of.map_or(String::new(), |n| format!("; equivalent of {n}")),
    );
    for (rule, parties) in &draft.readings {
        let codes: Vec<&str> = parties.iter().map(crate::lexicon::Party::code).collect();
        let _ = writeln!(out, "  - {rule:?} reads {}", codes.join("+"));
    }
}

fn kind_of(mention: &Mention) -> String {
    match mention.what {
        What::Money(unit, _) => format!("money, {unit}"),
        What::Counted(_, _, head) => format!("{head:?}"),
        What::Bare => "bare number".to_owned(),
    }
}

fn source(source: Source) -> &'static str {
    match source {
        Source::Stated => "stated",
        Source::Near => "by the clause",
        Source::Inherited => "inherited",
        Source::Default => "the usual case",
    }
}
