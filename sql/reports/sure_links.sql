-- What each figure is to another, by figure, in the order of the index `links_one`.
SELECT figure, relation, target FROM links WHERE state = 'sure' ORDER BY figure, relation;
