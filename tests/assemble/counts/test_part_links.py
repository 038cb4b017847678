"""The reader's links from parts to wholes, as far as they can be so."""

from tacitus.assemble.counts.part_links import linked_parts
from tacitus.records.value import TollValue
from tests.assemble.counts.test_tolls import claims


def test_of_children_no_nurses_are_a_part_but_girls_are() -> None:
    text = "Five children died. Among the dead were four nurses and two girls."
    told = ("Five children", 5, 5, "children", None), ("four nurses", 4, 4, "nurses", None)
    children, nurses, girls = claims(text, *told, ("two girls", 2, 2, "girls", None))
    links = {nurses.span: children.span, girls.span: children.span}
    parts = {
        c.id: c.value.part_of
        for c in linked_parts([children, nurses, girls], links, text)
        if isinstance(c.value, TollValue)
    }
    assert parts == {children.id: None, nurses.id: None, girls.id: children.id}
