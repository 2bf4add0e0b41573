//! Sessions at the command line, as a person has them.

use assert_cmd::Command;
use predicates::prelude::*;

/// A ledger of its own in a folder of its own.
struct Desk(tempfile::TempDir);

impl Desk {
    fn new() -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        let first = "Denmark will give Ukraine €175 million for artillery shells, its defence minister said on Tuesday.\n";
        let second =
            "Copenhagen: Denmark gives Ukraine €175 million. The money is for artillery shells.\n";
        std::fs::write(desk.0.path().join("first.txt"), first).unwrap();
        std::fs::write(desk.0.path().join("second.txt"), second).unwrap();
        desk
    }

    fn pledgebook(&self, words: &str) -> Command {
        let mut command = Command::cargo_bin("pledgebook").unwrap();
        command
            .current_dir(self.0.path())
            .env("PLEDGEBOOK_USER", "anna")
            .env_remove("PLEDGEBOOK_DB");
        command.args(words.split(' '));
        command
    }

    fn fails(&self, words: &str, says: &str) {
        self.pledgebook(words).assert().failure().stderr(predicate::str::contains(says.to_owned()));
    }

    fn says(&self, words: &str, says: &[&str]) {
        let mut done = self.pledgebook(words).assert().success();
        for word in says {
            done = done.stdout(predicate::str::contains((*word).to_owned()));
        }
    }
}

#[test]
fn two_articles_one_commitment_gone_through_by_key() {
    let desk = Desk::new();
    desk.says("add first.txt --published 2025-01-14", &["Denmark", "EUR 175.0 m", "1 new"]);
    desk.says("add first.txt --published 2025-01-14", &["1 known already", "0 figures"]);
    desk.says("add second.txt --published 2025-01-15", &["Not counted: 1 duplicate"]);
    desk.says("list --to csv", &["175000000"]);
    desk.says("show 1", &["[€175 million]", "told again by #2"]);
    desk.says("search artillery", &["[artillery]"]);

    let session = "a\namount=€176m year=2025-2026\nz\nc\n";
    desk.pledgebook("review")
        .write_stdin(session)
        .assert()
        .success()
        .stdout(predicate::str::contains("EUR 176.0 m"))
        .stdout(predicate::str::contains("Undone: amend"))
        .stdout(predicate::str::contains("1 figure gone through, 0 left"));
    desk.says("show 1", &["confirmed", "EUR 175.0 m", "amend", "undo"]);
    desk.says(
        "history --since 2020-01-01 --to ndjson",
        &["\"user\":\"anna\"", "\"action\":\"confirm\""],
    );
    desk.pledgebook("verify").assert().success().stdout("").stderr("");
}

#[test]
fn single_changes_from_a_script() {
    let desk = Desk::new();
    desk.says("add first.txt --published 2025-01-14", &["1 new"]);
    desk.says(
        "log --donor Norway --amount NOK5bn --stage pledge --year 2025",
        &["Norway", "NOK 5.0 bn"],
    );
    desk.says("amend 2 amount=NOK6bn --why typing", &["NOK 6.0 bn", "(typing)"]);
    desk.says("undo", &["Undone", "amend"]);
    desk.says("link 1 same-as 2", &[]);
    desk.says("unlink 1 2", &[]);
    desk.says("confirm 1 2", &[]);
    desk.says("reject 2 --why none", &[]);
    desk.says("history 2", &["log", "amend", "undo", "confirm", "reject"]);
    desk.fails("confirm 99", "there is no figure 99");
    desk.fails("link 1 part-of 1", "lead back to 1");
    desk.fails("amend 1 amuont=5", "did you mean amount");
    desk.fails("undo 9999", "there is no change 9999");
    desk.fails("show 99", "there is no figure 99");
    desk.fails("history --since yesterday", "is no day");
    desk.fails("list --donor Denmrak", "did you mean Denmark");
    desk.fails("log --donor Denmark --stage pledge", "give an amount");
    desk.fails("--db missing/x.db list", "check that its folder exists");
    desk.fails("--db first.txt list", "no pledgebook database");
    desk.fails("--db none.db verify", "no such ledger");
    desk.pledgebook("verify").assert().success().stdout("");
}

#[test]
fn many_commitments_from_a_file() {
    let desk = Desk::new();
    let rows = "donor,amount,stage,year,for\nDK,€5m,pledge,2025,shells\nDenmrak,€5m,pledge,2025,\nNO,NOK 5 million,given,2025,\n";
    std::fs::write(desk.0.path().join("rows.csv"), rows).unwrap();
    desk.fails("log --from csv rows.csv", "rows.csv, line 3");
    desk.fails("log --from csv rows.csv", "nothing was written");
    desk.says("list --to csv --limit 0", &["id,donor"]);
    desk.pledgebook("log --from csv rows.csv --keep-going")
        .assert()
        .failure()
        .stdout(predicate::str::contains("1 commitment logged, #1"))
        .stderr(predicate::str::contains("line 4: stage cannot be \"given\""));
    let lines = "{\"donor\": \"SE\", \"amount\": \"SEK 1bn\", \"stage\": \"pledge\", \"year\": 2025}\nnot json\n";
    desk.pledgebook("log --from ndjson -")
        .write_stdin(lines)
        .assert()
        .failure()
        .stderr(predicate::str::contains("standard input, line 2: is no JSON object"));
    desk.pledgebook("verify").assert().success().stdout("");
}

/// What a person logs out of a text that the program has read too.
#[test]
fn a_file_comes_in_with_its_commitment_or_not_at_all() {
    let desk = Desk::new();
    let log = |quote: &str| {
        let mut command =
            desk.pledgebook("log --donor Denmark --stage pledge --year 2025 --source first.txt");
        command.args(["--amount", "€175m", "--for", "artillery shells", "--quote", quote]);
        command
    };
    log("175 million euros").assert().failure().stderr(predicate::str::contains(
        "does not stand in document first; copy it from the text",
    ));
    log("€175 million for artilery shells").assert().failure().stderr(predicate::str::contains(
        "the nearest there is \"€175 million for artillery shells,\"",
    ));
    desk.says("list --to csv", &[]);
    desk.pledgebook("list --to csv").assert().stdout(predicate::str::contains("175").not());
    desk.pledgebook("search artillery --to csv")
        .assert()
        .stdout(predicate::str::contains("175").not());

    log("€175 million for artillery shells")
        .assert()
        .success()
        .stdout(predicate::str::contains("told again by #1"));
    // The program had read the same words: its reading follows the person's, and counts no more.
    desk.says("report --to csv", &["DK,DNK,Denmark,2025,pledge,money,military,EUR,,175000000"]);
    desk.pledgebook("report --to csv").assert().stdout(predicate::str::contains("350000000").not());
    desk.says("why --donor DK", &["+ EUR 175.0 m (#2): counted", "(#1): repeats #2"]);
    desk.pledgebook("verify").assert().success().stdout("");
}

#[test]
fn lines_of_a_file_name_files_and_bring_them_in() {
    let desk = Desk::new();
    let rows = "donor,amount,stage,item,source,quote\n\
        DK,€175m,pledge,,first.txt,€175 million\n\
        DK,40,pledge,shells,second.txt,artillery shells\n";
    std::fs::write(desk.0.path().join("rows.csv"), rows).unwrap();
    desk.says("log --from csv rows.csv", &["2 commitments logged, #2, #4"]);
    desk.says("list --to csv", &["40,,,exact,,shells,ammunition"]);
    desk.says("show 4", &["[artillery shells]", "(second)"]);
    desk.pledgebook("verify").assert().success().stdout("");
}

#[test]
fn parts_that_exceed_their_whole_are_told_of() {
    let desk = Desk::new();
    for amount in ["€100m", "€80m", "€70m"] {
        desk.says(&format!("log --donor DK --amount {amount} --stage pledge --year 2025"), &[]);
    }
    let said = "the parts of #1 exceed it by 50000000: check the links";
    desk.pledgebook("link 2 part-of 1").assert().success().stderr("");
    let told = predicate::str::contains(said);
    desk.pledgebook("link 3 part-of 1").assert().success().stderr(told.clone());
    desk.pledgebook("why").assert().success().stderr(told.clone());
    desk.says("show 3", &[&format!("Note: {said}")]);
    for form in ["table", "markdown"] {
        desk.says(&format!("report --to {form}"), &[said]);
    }
    desk.says("report --pivot year --by donor,year", &[said]);
    for words in [
        "report --to csv",
        "report --to json --progress",
        "export --out out",
        "report --to ndjson --donor DK",
    ] {
        desk.pledgebook(words).assert().success().stderr(told.clone());
    }
    desk.pledgebook("report --to csv --donor NO").assert().success().stderr("");
    desk.says("amend 3 amount=€20m", &["EUR 20.0 m"]);
    desk.pledgebook("why").assert().success().stderr("");
    desk.pledgebook("report --to csv").assert().success().stderr("");
    desk.pledgebook("verify").assert().success().stdout("");
}

#[test]
fn days_and_years_as_people_write_them() {
    let desk = Desk::new();
    let log = |day: &str, year: &str| {
        let mut command = desk.pledgebook("log --donor UK --amount €5m --stage pledge");
        command.args(["--announced", day, "--year", year]);
        command.assert()
    };
    let says = |text: &str| predicate::str::contains(text.to_owned());
    log("13 January 2025", "next year").success().stdout(says("United Kingdom, 2026, pledge"));
    log("Jan 13, 2025", "from 2025 to 2027").success().stdout(says("announced 2025-01-13"));
    log("01/02/2025", "2025").failure().stderr(says("is no day of the calendar; write it like"));
    log("13.1.2025", "soon").failure().stderr(says("is no year or span of years"));
    desk.says("amend 1 year=2026-2027", &["2026–2027"]);
    desk.says("history 1", &["years 2026 → 2026–2027"]);
}
