"""Pieces of the hand-made publication: sentences, claims, a practice, as several of its pages hold them."""

from pathlib import Path

from builder.model.document import (
    Block,
    Cite,
    Downloads,
    Drawing,
    Exercise,
    Heading,
    Link,
    Listing,
    Paragraph,
    Signature,
    Sources,
    Statement,
    Text,
    To,
)
from builder.site.inlines import FileFacts

FIGURES = Path(__file__).parents[1] / "export" / "figures"
PDF = "co-regulation/coreg-one-sheet.pdf"
FILES = {PDF: b"%PDF-1.7 one sheet\n"}
FACTS = {PDF: FileFacts(pages=1, bytes=21_840)}


def say(words: str, tone: str = "") -> Paragraph:
    return Paragraph((Text(words),), tone)


def to(words: str, address: str, anchor: str = "") -> Link:
    return Link(To(address, anchor), (Text(words),))


def head(level: int, anchor: str, words: str) -> Heading:
    return Heading(level, anchor, (Text(words),))


def points(*words: str, numbered: bool = False) -> Listing:
    return Listing(numbered, tuple((say(one),) for one in words))


def figure(name: str, title: str, caption: str) -> Drawing:
    svg = (FIGURES / f"{name}.svg").read_text(encoding="utf-8")
    return Drawing(name, svg, title, "", (Text(caption),))


HORMONES = Statement(
    "claim-support-lowers-stress-hormones",
    "Support from someone you trust can lower stress hormones. It does not work every time.",
    "moderate",
    "mostly adults in short lab tests. The studies are small and many are older. Which help works differs between cultures",
    "",
    "",
    Cite((("Ditzen et al., 2007", "source-ditzen2007"), ("Thorsteinsson & James, 1999", "source-thorsteinsson1999"))),
    Cite((("Taylor et al., 2007", "source-taylor2007"),)),
)
POLYVAGAL = Statement(
    "claim-polyvagal-map",
    "Polyvagal theory: some people find it a useful map. Many experts do not accept the science behind it.",
    "contested",
    "people who use the theory as a picture, and people who study the nerves",
    "Its author answered the critics in the same issue.",
    "39 authors called it untenable in 2026.",
    Cite((("Porges, 2026", "source-porges2026"),)),
    Cite((("Grossman, 2026", "source-grossman2026"),)),
)
CHILD = Statement(
    "claim-steady-adult",
    "A caring, steady adult can help an upset child calm down.",
    "strong",
    "Infants and children. Weaker in teens.",
    "",
    "",
    Cite((("Gunnar & Hostinar, 2015", "source-gunnar2015"),)),
    None,
)
THEORY = Statement("claim-practise", "Feeling calm with someone else can be a way to practise feeling calm.", "theory",
                   "A picture in words. It has not been tested as an order of steps in adults.", "", "", None, None)  # fmt: skip
LIMITED = Statement("claim-body-based", "The first tests of body-based care look hopeful.", "limited",
                    "Few trials, mixed quality.", "", "", None, None)  # fmt: skip
SOURCES = Sources(
    (
        ("source-ditzen2007", "Ditzen, B., & others. (2007). Effects of different kinds of couple interaction on "
         "cortisol and heart rate responses to stress in women. Psychoneuroendocrinology, 32(5), 565–574.",
         "https://doi.org/10.1016/j.psyneuen.2007.03.011"),
        ("source-grossman2026", "Grossman, P. (2026). Why the polyvagal theory is untenable.", ""),
        ("source-gunnar2015", "Gunnar, M. R., & Hostinar, C. E. (2015). The social buffering of the HPA axis.", ""),
        ("source-porges2026", "Porges, S. W. (2026). A reply.", ""),
        ("source-taylor2007", "Taylor, S. E. (2007). Cultural differences in the impact of social support.", ""),
        ("source-thorsteinsson1999", "Thorsteinsson, E. B., & James, J. E. (1999). A meta-analysis. "
         "Psychology & Health, 14(5).", "https://doi.org/10.1080/08870449908407353"),
    )
)  # fmt: skip
BREATH = Exercise(
    "long-breath-out",
    "A long, slow breath out",
    "Slow breathing can help calm the body, whether you do it alone or with someone.",
    2,
    "you feel dizzy or worse",
    "hold something warm or cool, and look at one thing near you",
    (
        "Sit or stand. Keep your eyes open if you like.",
        "Breathe in through your nose for about four.",
        "Breathe out gently for about six.",
        "Do that five times. Then look around the room.",
    ),
)
ALONGSIDE = Exercise("alongside", "Sitting alongside", "For two people who both want to.", 5,
                     "either of you wants to", "a phone call, a text, a pet, or a place where other people are",
                     ("Ask: “Would you like some company?”", "Sit side by side."))  # fmt: skip
STATE = Paragraph((Text("Not yet reviewed by a clinician. "), to("What that means", "about/", "review")), "small")
SIGNED = Signature(
    "no clinician yet",
    ("Nobody with a clinical licence has signed this page. Until somebody does, check with a professional before you "
     "rely on it.", "Version 0.1, 24 November 2026."),
)  # fmt: skip
TAKE: tuple[Block, ...] = (
    head(2, "review", "Who has checked this page"),
    SIGNED,
    head(2, "take", "Take it with you"),
    Downloads(((PDF, "One sheet to print"),)),
    say("This address is short enough to say aloud:"),
    say("steady-together.example/m/coreg", "address"),
    say("A paper copy can be seen by others. Keep it where you feel safe.", "small"),
)
PARTS = (to("Read", "co-regulation/"), to("Try", "co-regulation/practice/"),
         to("For clinicians", "co-regulation/clinicians/"), to("One sheet", "co-regulation/handout/"))  # fmt: skip
