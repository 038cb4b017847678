"""A report reads the same alone and in any company."""

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
