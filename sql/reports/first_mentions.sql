-- The first place of each figure in its document, by figure.
SELECT figure, start, "end", quote FROM mentions WHERE position = 0 ORDER BY figure;
