-- Figures, in or out, with their verdict, links, first mention and source; the reader says which
-- and in which order.
SELECT
    f.donor, f.year_first, f.year_last, f.per, f.stage, f.kind, f.sector, f.unit, f.category,
    f.announced,
    f.id, f.document, f.counted, f.value, f.low, f.high, f.bound,
    f.recipient, f.item, f.status, f.confidence, d.publisher,
    f.verdict, f.cumulative, f.derived, f.speaker, f.wording, f.sentence, f.purpose, f.reference,
    d.title, d.url, d.published,
    m.start, m."end", m.quote,
    (SELECT target FROM links WHERE figure = f.id AND relation = 'part_of' AND state = 'sure') AS part_of,
    (SELECT target FROM links WHERE figure = f.id AND relation = 'equivalent_of' AND state = 'sure') AS equivalent_of,
    (SELECT target FROM links WHERE figure = f.id AND relation = 'same_as' AND state = 'sure') AS same_as,
    (SELECT target FROM links WHERE figure = f.id AND relation = 'superseded_by' AND state = 'sure') AS superseded_by
FROM figures AS f
LEFT JOIN documents AS d ON d.id = f.document
LEFT JOIN mentions AS m ON m.figure = f.id AND m.position = 0
