"""Packets and the modules of their pages in, the page, the short address and the PDF of each packet out."""

from collections.abc import Iterator, Mapping
from datetime import date

from builder.model import document as doc
from builder.model.library import Library
from builder.model.packet import Packet, parts_of
from builder.model.page import Chapter, Page, Sheet
from builder.render.addresses import (
    link,
    module_address,
    packet_address,
    packet_path,
    page_address,
    short_address,
    short_path,
    spoken,
    text,
)
from builder.render.book import reviewed
from builder.render.citations import Bibliography
from builder.render.files import printed
from builder.render.modules import ModulePages
from builder.render.prose import sentence
from builder.render.sheets import guide_of, handout_of, topic_of


class Packets:
    """Makes everything of the published packets. `help_` is where to get help now: it is in every file."""

    def __init__(
        self, library: Library, made: Mapping[str, ModulePages], bibliography: Bibliography, help_: Chapter, today: date
    ) -> None:
        self.library = library
        self.made = made
        self.bibliography = bibliography
        self.help = help_
        self.today = today

    def pages(self) -> Iterator[Page]:
        """The page of each packet that the library keeps, and its short address."""
        for name, packet in self.library.published_packets.items():
            if packet.code:
                address = packet_address(name)
                yield Page(
                    address,
                    "ready",
                    packet.title,
                    packet.tab,
                    packet.note,
                    self._page(name, packet),
                    description=self._described(packet),
                    sent=short_path(packet),
                )
                to = doc.Paragraph((link(f"Go to {packet.tab}", doc.To(address)),))
                yield Page(short_path(packet), "short", packet.tab, packet.tab, "", (to,))

    def sheets(self) -> Iterator[Sheet]:
        """The PDF of each packet: its pages in order, then their sources and where to get help, once."""
        for name, packet in self.library.published_packets.items():
            cited: list[str] = []
            parts = tuple(self._chapter(*parts_of(page), cited) for page in packet.pages)
            sources = Chapter("Sources", (page_address("sources"),), (self.bibliography.sources(cited),))
            modules = {module: self.made[module] for module, _ in map(parts_of, packet.pages)}
            yield Sheet(
                path=packet_path(name, packet),
                kind="packet",
                title=packet.title,
                tab=packet.tab,
                description=self._described(packet),
                short_address=self._address(packet),
                review=reviewed([*modules.values()], self.library, self.today),
                blocks=(sentence(packet.note, "lead"),),
                address=packet_address(name),
                chapters=(*parts, *((sources,) if cited else ()), self.help),
            )

    def _page(self, name: str, packet: Packet) -> tuple[doc.Block, ...]:
        named = [(self.made[module], part) for module, part in map(parts_of, packet.pages)]
        entries = [(module_address(one.module.id, part), *one.named(part)) for one, part in named]
        topics = doc.Topics(tuple((link(title, doc.To(address)), says) for address, title, says in entries))
        first = entries[0][0]
        start = doc.Lamp(
            "Start with one",
            "You can read one page and leave the rest.",
            "",
            "",
            link("Open the first page", doc.To(first)),
        )
        return (
            sentence(packet.note, "lead"),
            start,
            doc.Heading(2, "pages", text("What is in it")),
            topics,
            doc.Heading(2, "take", text("Take it with you")),
            sentence("All of it as one file, each part from a new page, with where to get help at its end."),
            doc.Downloads(tuple(printed(packet_path(name, packet), "This packet"))),
            sentence("This address is short enough to say aloud:"),
            sentence(self._address(packet), "address"),
            sentence("A paper copy can be seen by others. Keep it where you feel safe.", "small"),
            doc.Paragraph((link("Put together other pages", doc.To(page_address("packet"))),)),
        )

    def _chapter(self, module: str, part: str, cited: list[str]) -> Chapter:
        """One page as a part of a file: what it says, without what only a screen needs."""
        made = self.made[module]
        setter = made.setter(part)
        match part:
            case "practice":
                body = setter.blocks(made.module.prose["practice"].blocks)
                blocks = tuple(block for block in made.opening(body) if block not in made.state())
            case "clinicians":
                blocks = guide_of(made, setter)
            case "handout":
                blocks = handout_of(made)
            case _:
                blocks = topic_of(made, setter, practices=False)
        cited += setter.cited
        review = "" if made.review.trouble else made.review.says
        return Chapter(made.named(part)[0], (module_address(module, part),), blocks, review)

    def _address(self, packet: Packet) -> str:
        """The address on paper: short, or where nobody gave the packet a code, with its pages behind a #."""
        base = self.library.settings.base_address
        if packet.code:
            return short_address(base, packet)
        codes = "+".join(
            self.made[module].facts.code + (f".{part}" if part != "learn" else "")
            for module, part in map(parts_of, packet.pages)
        )
        return f"{spoken(base)}/{page_address('packet')}#{codes}"

    def _described(self, packet: Packet) -> str:
        """What may be shown beside the title in the tab: it names no topic."""
        return f"{packet.tab}: a few pages from {self.library.settings.name}."
