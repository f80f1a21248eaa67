"""A pre-check in, the lists of the page on it out: decided by code, answered by people, open, and what is asked."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date

from builder.diagnostics.family import BY_PREFIX
from builder.markup.day import in_words
from builder.model import document as doc
from builder.model.library import Library, Module
from builder.model.precheck import Decided, Precheck
from builder.model.shared import Waiver
from builder.render.addresses import link, module_address, text
from builder.render.prose import points, sentence
from builder.render.reviews import answers_hold, counted_reviews, review_state

_REVIEW = BY_PREFIX["REV"].title


class CheckLists:
    """Makes the lists that tell what was checked."""

    def __init__(self, precheck: Precheck, library: Library, today: date) -> None:
        self.precheck = precheck
        self.library = library
        self.today = today
        self.said: dict[str, list[str]] = {}
        for one in precheck.open:
            self.said.setdefault(one.module, []).append(one.says)
        self.makers: dict[str, Callable[[], Iterator[doc.Block]]] = {
            "decided": self.decided,
            "answered": self.answered,
            "open": self.open,
            "questions": self.questions,
        }

    def decided(self) -> Iterator[doc.Block]:
        """How many rules code ran, by family, what they found, and what somebody let through."""
        found = self.precheck.found
        came_to = f"They found {_counted(found, 'thing')} to mend." if found else "None stopped the site."
        yield sentence(
            f"{_counted(self.precheck.rules, 'rule')} were run on {in_words(self.today)}. {came_to} "
            "That says nothing of whether a page helps, or is right."
        )
        rows = tuple((text(one.family), text(self._came_to(one))) for one in self.precheck.decided)
        yield doc.Table("", ("What the rules are about", "Pre-check"), rows)
        if self.precheck.let_through:
            yield sentence("Somebody let these findings through, and put their name to it:")
            yield points([_let_through(one) for one in self.precheck.let_through])

    def answered(self) -> Iterator[doc.Block]:
        """Who signed each topic, whether it still holds, and what they answered."""
        if self.library.shares:
            yield counted_reviews(self.library, self.today)
            return
        rows = tuple(
            (
                (link(module.facts.title, doc.To(module_address(module.id))),),
                text(review_state(module, self.library, self.today).says),
                text(self._answers(module)),
            )
            for module in self.library.published
        )
        yield doc.Table("Who signed which topic, and what they answered", ("Topic", "Signature", "Answers"), rows)

    def open(self) -> Iterator[doc.Block]:
        """Everything that waits for a person: by topic, then what all topics share."""
        waits = [(module, said) for module in self.library.published if (said := self._waiting(module))]
        if waits and self.library.shares:
            yield sentence(
                f"In {len(waits)} of {_counted(len(self.library.published), 'topic')} something waits for a person."
            )
        else:
            for module, said in waits:
                yield doc.Heading(3, f"open-{module.id}", text(module.facts.title))
                yield points(said)
        shared = self.said.get("", [])
        if shared:
            yield doc.Heading(3, "open-shared", text("Numbers to call, and what else all topics share"))
            yield points(shared)
        if not waits and not shared:
            yield sentence("Nothing that the pre-check knows of.")

    def questions(self) -> Iterator[doc.Block]:
        """The questions that no code can judge."""
        if self.precheck.questions:
            yield doc.Listing(True, tuple((sentence(asked),) for _, asked in self.precheck.questions))
        else:
            yield sentence("Nobody has written these questions yet.")

    def _came_to(self, one: Decided) -> str:
        ran = f"{_counted(one.rules, 'rule')} run"
        found = f", {_counted(one.found, 'thing')} to mend" if one.found else ""
        if one.family == _REVIEW and not any(module.facts.review for module in self.library.published):
            return f"{ran} on dates and names{found}. No page has been reviewed by a clinician yet."
        return f"{ran}{found or ', none stopped it'}"

    def _waiting(self, module: Module) -> list[str]:
        said = list(self.said.get(module.id, ()))
        if self.precheck.questions and not answers_hold(module, self.library, self.today):
            said.append(f"{len(self.precheck.questions)} questions wait for answers.")
        return said

    def _answers(self, module: Module) -> str:
        asked = len(self.precheck.questions)
        review = module.facts.review
        if review is None or not review.answers:
            return f"None of {asked} questions." if asked else "None."
        said = Counter(one.said for one in review.answers)
        told = f"{said['yes']} yes, {said['no']} no, {said['does-not-apply']} does not apply."
        return told if answers_hold(module, self.library, self.today) else f"{told} They no longer hold."


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _let_through(waiver: Waiver) -> str:
    what = f"{waiver.rule} in {waiver.file}: {waiver.reason.rstrip('.')}."
    return f"{what} Decided by {waiver.by}, until {in_words(waiver.until)}."
