-- A whole whose parts exceed it has a verdict of its own, so that every report can name it at once.
-- What counted through its parts before is worked out anew when the ledger is opened.
UPDATE figures SET verdict = '' WHERE verdict = 'in_parts';
