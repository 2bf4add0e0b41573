//! Tables of cases, and what holds whatever the records.

use proptest::prelude::*;

use super::*;

/// A pledge of so many dollars, numbered `id`.
fn usd(id: i64, value: i64) -> Entry {
    Entry {
        id,
        document: Some(1),
        kind: Kind::Money,
        unit: Some("USD".to_owned()),
        value: Some(value.into()),
        stage: Stage::Pledge,
        rejected: false,
        cumulative: false,
        derived: false,
        per: None,
        part_of: None,
        equivalent_of: None,
        same_as: None,
        superseded_by: None,
    }
}

fn eur(id: i64, value: i64) -> Entry {
    Entry { unit: Some("EUR".to_owned()), ..usd(id, value) }
}

fn things(id: i64, value: i64) -> Entry {
    Entry { kind: Kind::Quantity, unit: None, ..usd(id, value) }
}

/// `1 counted 17; 2 in_parts of 3`, …
fn told(entries: &[Entry]) -> String {
    let tally = count(entries);
    let one = |v: &Verdict| {
        let amount = if v.amount.is_zero() { String::new() } else { format!(" {}", v.amount) };
        let other = v.other.map(|id| format!(" of {id}")).unwrap_or_default();
        format!("{} {}{amount}{other}", v.id, v.reason.as_str())
    };
    let mut words: Vec<String> = tally.verdicts.iter().map(one).collect();
    words.extend(tally.warnings.iter().map(|w| format!("! {w}")));
    words.join("; ")
}

#[test]
fn a_whole_its_share_and_the_rest_that_allies_may_support() {
    let plan = Entry { stage: Stage::Target, ..usd(1, 35) };
    let share = Entry { part_of: Some(1), ..usd(2, 17) };
    let rest = Entry { part_of: Some(1), derived: true, stage: Stage::Target, ..usd(3, 18) };
    assert_eq!(told(&[plan, share, rest]), "1 in_parts; 2 counted 17; 3 rest 18 of 1");
}

#[test]
fn one_reason_each() {
    let cases = [
        (vec![usd(1, 5)], "1 counted 5"),
        (vec![Entry { rejected: true, ..usd(1, 5) }], "1 rejected"),
        (vec![Entry { cumulative: true, ..usd(1, 5) }], "1 cumulative"),
        (vec![Entry { stage: Stage::Request, ..usd(1, 5) }], "1 request 5"),
        (vec![Entry { per: Some(Per::Month), ..usd(1, 5) }], "1 rate"),
        (vec![Entry { per: Some(Per::Year), ..usd(1, 5) }], "1 counted 5"),
        (vec![Entry { value: None, ..usd(1, 5) }], "1 no_value"),
        (
            vec![usd(1, 5), Entry { equivalent_of: Some(1), ..eur(2, 4) }],
            "1 counted 5; 2 equivalent of 1",
        ),
        (vec![usd(1, 5), Entry { same_as: Some(1), ..usd(2, 5) }], "1 counted 5; 2 repeat of 1"),
        (
            vec![usd(1, 5), Entry { same_as: Some(1), document: Some(2), ..usd(2, 5) }],
            "1 counted 5; 2 duplicate of 1",
        ),
        (
            vec![Entry { superseded_by: Some(2), ..usd(1, 5) }, usd(2, 7)],
            "1 superseded of 2; 2 counted 7",
        ),
    ];
    for (entries, expected) in cases {
        assert_eq!(told(&entries), expected);
    }
}

#[test]
fn wholes_and_parts() {
    let part = |e: Entry, of: i64| Entry { part_of: Some(of), ..e };
    let cases = [
        (vec![usd(1, 10), part(usd(2, 4), 1)], "1 remainder 6; 2 counted 4"),
        (
            vec![usd(1, 10), part(usd(2, 4), 1), part(usd(3, 6), 1)],
            "1 in_parts; 2 counted 4; 3 counted 6",
        ),
        // A share of a share.
        (
            vec![usd(1, 10), part(usd(2, 4), 1), part(usd(3, 1), 2)],
            "1 remainder 6; 2 remainder 3; 3 counted 1",
        ),
        // The middle one is thrown out: its share is still one of the whole.
        (
            vec![usd(1, 10), Entry { rejected: true, ..part(usd(2, 4), 1) }, part(usd(3, 1), 2)],
            "1 remainder 9; 2 rejected; 3 counted 1",
        ),
        // A share of a running total, or of what was asked for, counts by itself.
        (
            vec![Entry { cumulative: true, ..usd(1, 10) }, part(usd(2, 4), 1)],
            "1 cumulative; 2 counted 4",
        ),
        (
            vec![Entry { stage: Stage::Request, ..usd(1, 10) }, part(usd(2, 4), 1)],
            "1 request 6; 2 counted 4",
        ),
        // Tanks are no share of money.
        (vec![usd(1, 10), part(things(2, 4), 1)], "1 counted 10; 2 counted 4"),
        // Twenty tanks among a hundred vehicles are.
        (vec![things(1, 100), part(things(2, 20), 1)], "1 remainder 80; 2 counted 20"),
        // A requested share takes nothing out of a promise.
        (
            vec![usd(1, 10), Entry { stage: Stage::Request, ..part(usd(2, 4), 1) }],
            "1 counted 10; 2 request 4",
        ),
        // A rest of a whole that was thrown out, and a rest whose only fellow part was.
        (
            vec![
                Entry { rejected: true, ..usd(1, 10) },
                Entry { derived: true, ..part(usd(2, 6), 1) },
            ],
            "1 rejected; 2 no_rest of 1",
        ),
        (
            vec![
                usd(1, 10),
                Entry { rejected: true, ..part(usd(2, 4), 1) },
                Entry { derived: true, ..part(usd(3, 6), 1) },
            ],
            "1 counted 10; 2 rejected; 3 no_rest of 1",
        ),
        // A rest follows a correction of its fellow part.
        (
            vec![usd(1, 10), part(usd(2, 7), 1), Entry { derived: true, ..part(usd(3, 6), 1) }],
            "1 in_parts; 2 counted 7; 3 rest 3 of 1",
        ),
    ];
    for (entries, expected) in cases {
        assert_eq!(told(&entries), expected);
    }
}

#[test]
fn what_looks_wrong_is_named() {
    let part = |e: Entry, of: i64| Entry { part_of: Some(of), ..e };
    let cases = [
        (
            vec![usd(1, 10), part(usd(2, 8), 1), part(usd(3, 7), 1)],
            "1 exceeded; 2 counted 8; 3 counted 7; ! the parts of #1 exceed it by 5: check the links or the amounts of its parts",
        ),
        (
            vec![usd(1, 10), part(eur(2, 4), 1)],
            "1 counted 10; 2 inside of 1; ! #2 is a part of #1 in another currency or measure: the whole counts in full, the part does not",
        ),
        (
            vec![part(usd(1, 10), 2), part(usd(2, 10), 1)],
            "1 in_parts; 2 counted 10; ! the links of #1 lead back to itself: unlink one of them",
        ),
        (
            vec![
                Entry { same_as: Some(2), ..usd(1, 10) },
                Entry { same_as: Some(1), ..usd(2, 10) },
            ],
            "1 counted 10; 2 repeat of 1; ! the links of #1 lead back to itself: unlink one of them",
        ),
        (
            vec![part(usd(1, 10), 9)],
            "1 counted 10; ! #1 is linked to #9, which is not there: the link is left aside",
        ),
    ];
    for (entries, expected) in cases {
        assert_eq!(told(&entries), expected);
    }
}

#[test]
fn a_link_reaches_through_duplicates() {
    let twin = |e: Entry, of: i64| Entry { same_as: Some(of), document: Some(2), ..e };
    let part = |e: Entry, of: i64| Entry { part_of: Some(of), ..e };
    let cases = [
        // Another page names the share of the whole that the first page told of.
        (
            vec![usd(1, 10), twin(usd(2, 10), 1), part(usd(3, 4), 2)],
            "1 remainder 6; 2 duplicate of 1; 3 counted 4",
        ),
        // Another page says that what the first page told of is a share.
        (
            vec![usd(1, 4), usd(2, 10), part(twin(usd(3, 4), 1), 2)],
            "1 counted 4; 2 remainder 6; 3 duplicate of 1",
        ),
        // The original is thrown out: one twin steps in, not both.
        (
            vec![Entry { rejected: true, ..usd(1, 4) }, twin(usd(2, 4), 1), twin(usd(3, 4), 1)],
            "1 rejected; 2 counted 4; 3 repeat of 2",
        ),
        // An equivalent stays out with its figure.
        (
            vec![
                Entry { rejected: true, ..usd(1, 4) },
                Entry { equivalent_of: Some(1), ..eur(2, 3) },
            ],
            "1 rejected; 2 equivalent of 1",
        ),
        // A successor that is thrown out gives way.
        (
            vec![
                Entry { superseded_by: Some(2), ..usd(1, 4) },
                Entry { rejected: true, ..usd(2, 6) },
            ],
            "1 counted 4; 2 rejected",
        ),
    ];
    for (entries, expected) in cases {
        assert_eq!(told(&entries), expected);
    }
}

#[test]
fn a_long_chain_of_shares_does_no_harm() {
    let links: Vec<Entry> = (1..=50_000)
        .map(|id| Entry { part_of: Some(id - 1).filter(|&w| w > 0), ..usd(id, 50_001 - id) })
        .collect();
    let total: Decimal = count(&links).verdicts.iter().map(|v| v.amount).sum();
    assert_eq!(total, Decimal::from(50_000));
}

fn total(entries: &[Entry]) -> Decimal {
    count(entries).verdicts.iter().filter(|v| v.counts).map(|v| v.amount).sum()
}

/// Any entries with any links among them, circles too.
fn any_entries() -> impl Strategy<Value = Vec<Entry>> {
    let link = || prop::option::weighted(0.3, 1_i64..12);
    let one = (0_i64..50, link(), link(), link(), link(), 0..12_u8, any::<bool>());
    prop::collection::vec(one, 1..12).prop_map(|rows| {
        rows.into_iter()
            .zip(1..)
            .map(|((value, part_of, equivalent_of, same_as, superseded_by, odd, euro), id)| Entry {
                part_of,
                equivalent_of: equivalent_of.filter(|_| odd == 1),
                same_as: same_as.filter(|_| odd < 3),
                superseded_by: superseded_by.filter(|_| odd == 4),
                rejected: odd == 5,
                cumulative: odd == 6,
                derived: odd == 7,
                per: (odd == 8).then_some(Per::Month),
                stage: if odd == 9 { Stage::Request } else { Stage::Pledge },
                ..if euro && odd == 10 { eur(id, value) } else { usd(id, value) }
            })
            .collect()
    })
}

proptest! {
    #[test]
    fn the_order_of_the_records_never_matters(
        (entries, shuffled) in any_entries().prop_flat_map(|e| (Just(e.clone()), Just(e).prop_shuffle()))
    ) {
        let (mut one, mut other) = (count(&entries), count(&shuffled));
        one.verdicts.sort_by_key(|v| v.id);
        other.verdicts.sort_by_key(|v| v.id);
        prop_assert_eq!(one, other);
    }

    #[test]
    fn telling_it_again_never_changes_a_total(entries in any_entries(), nth in 0_usize..12, how in 0..3) {
        let original = &entries[nth % entries.len()];
        let again = Entry {
            part_of: None,
            superseded_by: None,
            derived: false,
            rejected: false,
            equivalent_of: (how == 0).then_some(original.id),
            same_as: (how > 0).then_some(original.id),
            document: Some(i64::from(how)),
            id: 99,
            ..original.clone()
        };
        // A twin of a rejected record is another witness: it stands for itself.
        prop_assume!(how == 0 || !original.rejected);
        let before = total(&entries);
        let more: Vec<Entry> = entries.into_iter().chain([again]).collect();
        prop_assert_eq!(before, total(&more));
    }

    #[test]
    fn a_partition_sums_up_to_its_whole(
        whole in 1_i64..1000, cuts in prop::collection::vec(1_i64..400, 1..8), derived in any::<bool>()
    ) {
        let mut entries = vec![usd(1, whole)];
        entries.extend(cuts.iter().zip(2..).map(|(&v, id)| Entry { part_of: Some(1), ..usd(id, v) }));
        if derived {
            entries.push(Entry { part_of: Some(1), derived: true, ..usd(99, 0) });
        }
        let sum: i64 = cuts.iter().sum();
        prop_assert_eq!(total(&entries), Decimal::from(whole.max(sum)));
        prop_assert_eq!(count(&entries).warnings.is_empty(), sum <= whole);
    }

    #[test]
    fn nothing_out_carries_an_amount_and_nothing_in_is_below_zero(entries in any_entries()) {
        for verdict in count(&entries).verdicts {
            prop_assert!(verdict.amount >= Decimal::ZERO);
            prop_assert_eq!(verdict.counts, verdict.reason.counts());
            prop_assert!(verdict.counts || verdict.reason == Reason::Request || verdict.amount.is_zero());
        }
    }
}
