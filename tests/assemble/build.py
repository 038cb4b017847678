"""Documents built by hand: words are looked up in the text, so the tests read like the sentences they are about."""

from dataclasses import dataclass, field

from tacitus.records.markup import Link, Markup, Mention, Trigger
from tacitus.records.report import Report
from tacitus.records.resolved import Counted, Resolved
from tacitus.records.span import Span
from tacitus.records.value import ActorValue, PlaceValue, TimeValue, TollValue, WeaponValue


@dataclass
class Scene:
    """A text and what a reader would have found in it."""

    text: str
    mentions: list[Mention] = field(default_factory=list)
    triggers: list[Trigger] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    actors: dict[Span, ActorValue] = field(default_factory=dict)
    places: dict[Span, PlaceValue] = field(default_factory=dict)
    times: dict[Span, TimeValue] = field(default_factory=dict)
    tolls: dict[Span, Counted] = field(default_factory=dict)
    weapons: dict[Span, WeaponValue] = field(default_factory=dict)

    @property
    def resolved(self) -> Resolved:
        counts = tuple(self.tolls.values())
        return Resolved(self.actors, self.places, self.times, self.tolls, self.weapons, counts)

    def span(self, words: str, nth: int = 0) -> Span:
        start = -1
        for _ in range(nth + 1):
            start = self.text.index(words, start + 1)
        return Span(start, start + len(words))

    def actor(self, words: str, actor: str | None = None, kind: str = "rebel", nth: int = 0) -> Mention:
        mention = Mention(self.span(words, nth), "actor", kind, 0.9)
        self.actors[mention.span] = ActorValue(actor, words, kind, None)
        self.mentions.append(mention)
        return mention

    def place(self, words: str, precision: str = "settlement", nth: int = 0) -> Mention:
        mention = Mention(self.span(words, nth), "place", None, 0.9)
        self.places[mention.span] = PlaceValue(words, precision=precision, lat=1.0, lon=2.0)
        self.mentions.append(mention)
        return mention

    def site(self, words: str) -> Mention:
        mention = Mention(self.span(words), "facility", None, 0.9)
        self.places[mention.span] = PlaceValue(words, words)
        self.mentions.append(mention)
        return mention

    def time(self, words: str, day: str) -> Mention:
        mention = Mention(self.span(words), "time", None, 0.9)
        self.times[mention.span] = TimeValue(day, day, "day")
        self.mentions.append(mention)
        return mention

    def toll(self, words: str, field: str, low: int, high: int | None, who: str | None = None, nth: int = 0) -> Mention:
        mention = Mention(self.span(words, nth), "toll", field, 0.9)
        self.tolls[mention.span] = Counted(mention.span, TollValue(low, high, who))
        self.mentions.append(mention)
        return mention

    def weapon(self, words: str, kind: str) -> Mention:
        mention = Mention(self.span(words), "weapon", None, 0.9)
        self.weapons[mention.span] = WeaponValue(words, kind)
        self.mentions.append(mention)
        return mention

    def cue(self, words: str, source: Mention | None, content: str, nth: int = 0) -> Mention:
        cue = Mention(self.span(words, nth), "cue", None, 0.9)
        said = Mention(self.span(content), "content", None, 0.9)
        self.mentions += [cue, said]
        self.links.append(Link(cue, "said", said, 0.9))
        if source:
            self.links.append(Link(cue, "source", source, 0.9))
        return cue

    def event(
        self, words: str, type_: str, realis: str = "actual", nth: int = 0, **roles: Mention | Trigger | list[Mention]
    ) -> Trigger:
        trigger = Trigger(self.span(words, nth), type_, realis, 0.9, 0.9)
        self.triggers.append(trigger)
        for role, tails in roles.items():
            for tail in tails if isinstance(tails, list) else [tails]:
                self.links.append(Link(trigger, role, tail, 0.9))
        return trigger

    def same(self, first: Trigger, second: Trigger) -> None:
        self.links.append(Link(second, "same", first, 0.9))

    @property
    def report(self) -> Report:
        return Report("r", self.text)

    def markup(self, sentences: list[Span]) -> Markup:
        return Markup(
            tuple(sentences), tuple(sorted(self.mentions, key=lambda m: m.span)), (),
            tuple(sorted(self.triggers, key=lambda t: t.span)), tuple(self.links),
        )  # fmt: skip
