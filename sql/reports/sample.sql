-- How the text of a figure begins in the index `figures_facts`, for finding the middle of them.
SELECT format(replace('%s %s %s %s %s %s %s %s ', ' ', char(31)),
    donor, year_first, year_last, per, stage, kind, sector, unit)
FROM figures WHERE id >= ?1 LIMIT 1;
