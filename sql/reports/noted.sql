-- What does not simply count, lumped in the order of the index `figures_noted`, with one figure
-- of each lump as an example.
SELECT
    donor, year_first, year_last, per, stage, kind, sector, unit, category,
    NULL AS month, verdict, count(*), min(id), max(value)
FROM figures
WHERE verdict <> 'counted'
GROUP BY verdict, donor, year_first, year_last, per, stage, kind, sector, unit, category;
