-- Every figure by number, with what stands in its own row. What others tell of it (its document, its
-- links, its first mention) is read beside it, each in one pass in the same order.
SELECT
    donor, year_first, year_last, per, stage, kind, sector, unit, category, announced,
    id, document, counted, value, low, high, bound,
    recipient, item, status, confidence,
    verdict, cumulative, derived, speaker, wording, sentence, purpose, reference
FROM figures
ORDER BY id;
