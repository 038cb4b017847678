"""The markup of a report → the same, mended: what the reader cut, welded, ran together or left out.

In: the text and what the reader saw in it. Out: that markup after every mend, in order. One thing to know: each takes
what the one before gives, so names are whole before phrases are, and both before anything is told apart or added.
"""

from __future__ import annotations

from tacitus.records.markup import Markup
from tacitus.resolve.mending.arms_apart import with_arms_apart
from tacitus.resolve.mending.capitals import with_capitals
from tacitus.resolve.mending.entries import with_entries
from tacitus.resolve.mending.no_parties import without_no_parties
from tacitus.resolve.mending.pairs import with_pairs
from tacitus.resolve.mending.run_on import without_run_ons
from tacitus.resolve.mending.strikes import with_nations
from tacitus.resolve.mending.terms import with_terms
from tacitus.resolve.mending.untold import with_the_untold
from tacitus.resolve.mending.welded import without_welds
from tacitus.resolve.mending.whole_names import with_whole_names
from tacitus.resolve.mending.whole_phrases import with_whole_phrases
from tacitus.resolve.resolve import Tables
from tacitus.resolve.times.own_times import with_own_times


def mended(text: str, markup: Markup, tables: Tables) -> Markup:
    """The markup of ``text`` after every mend."""
    markup = without_run_ons(text, markup, tables.gazetteer)
    markup = without_welds(text, markup)
    markup = with_whole_names(text, markup, tables.gazetteer)
    markup = with_whole_phrases(text, markup, tables.actors)
    markup = without_no_parties(text, markup, tables.gazetteer, tables.actors)
    markup = with_nations(text, markup, tables.gazetteer)
    markup = with_pairs(text, markup, tables.gazetteer)
    markup = with_capitals(text, markup, tables.gazetteer)
    markup = with_arms_apart(text, markup)
    markup = with_the_untold(text, markup)
    markup = with_own_times(text, markup)
    markup = with_entries(text, markup)
    return with_terms(text, markup)
