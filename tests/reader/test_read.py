"""A report reads the same alone and in any company."""

from importlib.resources import files

from tacitus.pipeline import Reader
from tacitus.records.contract import line
from tacitus.sources.layout import lay_out

TEXTS = (
    "Gunmen shot dead two herders near Tabelot on Friday, police said. A third was wounded.",
    "The minister met the envoy in Doha. They agreed to reopen the border, officials from both sides said. " * 6,
    "Rockets hit a market in Taiz, killing at least 14 people, medics said. The army blamed the Houthis.",
)


def test_a_report_reads_the_same_in_any_company() -> None:
    reader = Reader()
    together = [line(document) for document in reader.read_all(lay_out(text) for text in TEXTS)]
    alone = [line(next(reader.read_all([lay_out(text)]))) for text in reversed(TEXTS)]
    assert together == alone[::-1]


def test_no_mention_ends_in_what_joins_it_to_the_next() -> None:
    text = "The ministers of the alliance will meet on Wednesday and Thursday, a diplomat in Vienna said. "
    [document] = Reader().read_all([lay_out(text * 3)])
    ends = [mention.span.of(document.report.text).split()[-1] for mention in document.markup.mentions]
    assert "Wednesday" in ends and "and" not in ends


def test_no_mention_begins_with_the_genitive_of_its_owner() -> None:
    text = (files("tacitus") / "data/samples/1-rival-tolls.txt").read_text("utf-8")
    [document] = Reader().read_all([lay_out(text)])
    assert "the city's main hospital" in text
    mentions = {mention.span.of(document.report.text) for mention in document.markup.mentions}
    assert mentions & {"main hospital", "city's main hospital"}
    assert not any(mention.startswith(("'", "s ")) for mention in mentions)
