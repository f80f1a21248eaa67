"""A small publication made by hand: each kind of block, each kind of page, with words that readers could meet."""

from collections.abc import Iterable, Sequence

from builder.model.document import (
    Block,
    Lamp,
    Link,
    Listing,
    Marks,
    Numbers,
    Paragraph,
    Sample,
    SearchField,
    Strong,
    Text,
    Topics,
    Web,
)
from builder.model.page import Entry, Page, Publication, Sheet
from builder.model.publisher import Colours, Publisher, Schemes
from builder.model.shelf import Shelf
from builder.site.impact import Saying
from builder.site.search import Search
from tests.site.pieces import (
    BREATH,
    CHILD,
    FACTS,
    FILES,
    HORMONES,
    LIMITED,
    PDF,
    POLYVAGAL,
    SIGNED,
    SOURCES,
    THEORY,
    head,
    say,
    to,
)
from tests.site.topic import PAGES as TOPIC

__all__ = ["FACTS", "FILES", "PUBLICATION"]


def _own() -> tuple[Page, ...]:
    topics = Topics((
        (to("Co-regulation", "co-regulation/"), "How people can help each other feel calmer, and what helps when "
         "nobody is near."),
        (to("Polyvagal basics", "polyvagal-basics/"), "A helpful map for some people. The biology is disputed."),
        (to("Trauma and doing it all alone", "trauma-and-isolation/"), "For some people, not leaning on anyone began "
         "as a way to stay safe."),
        (to("Co-regulation and codependency", "co-regulation-vs-codependency/"), "Needing people is normal."),
    ))  # fmt: skip
    marks = Marks((
        ("strong", "Many studies, and they agree."), ("moderate", "Several good studies, with real limits."),
        ("limited", "Few studies, or small ones."), ("contested", "People who know the field do not agree."),
        ("theory", "It has not been tested, or cannot easily be."),
    ))  # fmt: skip
    numbers = Numbers(tuple((shown, Web(f"tel:{shown}"), whose) for shown, whose in (
        ("999", "United Kingdom"), ("911", "US, Canada"), ("112", "EU, India"), ("000", "Australia"))))  # fmt: skip
    home: tuple[Block, ...] = (
        say("Short, plain pages. Free, with no account. Nothing here watches you.", "lead"),
        Lamp("Cannot settle right now?", "", "Breathe out slowly, a little longer than you breathe in. Then once more.",
             "", to("Show me how", "co-regulation/practice/")),
        SearchField(), head(2, "topics", "Four topics"), topics, head(2, "sure", "We say how sure we are"), marks,
    )  # fmt: skip
    research: tuple[Block, ...] = (
        say("What can honestly be said, how sure we are, and who was studied.", "lead"),
        Lamp("In two sentences", "", "Trusted people can ease stress: that has good support. Why it works is still "
             "argued over.", "", None),
        head(2, "marks", "How to read “how sure”"), marks,
        head(2, "co-regulation", "Co-regulation"), Paragraph((to("Read Co-regulation", "co-regulation/"),)),
        HORMONES, CHILD, THEORY, LIMITED,
        head(2, "polyvagal-basics", "Polyvagal basics"), POLYVAGAL, head(2, "sources", "Sources"), SOURCES,
    )  # fmt: skip
    helped: tuple[Block, ...] = (
        say("You do not need the right words. “I need help” is enough.", "lead"),
        Lamp("Call an emergency number if:", "You might hurt yourself or someone else, or someone is hurting you.",
             "", "", None, (numbers,)),
        head(2, "countries", "Somebody to talk to"),
        head(3, "in-uk", "United Kingdom"),
        Listing(False, ((Paragraph((Strong((Text("Samaritans"),)), Text(", for anybody. Call "),
                                    Link(Web("tel:116123"), (Text("116 123"),)), Text(". "),
                                    Link(Web("https://www.samaritans.org/?a=1&copy=2"), (Text("samaritans.org"),)))),),)),
        say("Last checked with the services themselves: not yet.", "small"),
        head(2, "leaving", "What “Leave this site” does"),
        say("It hides this page at once and opens another website. It does not clear your history."),
    )  # fmt: skip
    lost: tuple[Block, ...] = (
        say("It may have moved.", "lead"),
        Lamp("Look for it here", "", "", "", to("See all topics", "topics/")), SearchField(), topics,
    )  # fmt: skip
    plain = tuple(
        Page(f"{name}/", name, title, title, f"{title}.", (say(f"{title}, in short.", "lead"), *more))
        for name, title, more in (
            ("topics", "Topics", (topics,)), ("try", "Things to try", (BREATH,)),
            ("clinicians", "For clinicians", ()), ("about", "How we write", (head(2, "review", "Reviews"), SIGNED)),
            ("glossary", "What words mean", (head(2, "stress-hormones", "Stress hormones"), say("Chemicals."))),
            ("quotations", "Quotations", ()), ("take", "Take it with you", ()),
            ("authors", "For authors", (Sample("In learn.md", '/// say\n<b>{{ page.title }}</b> [x](y){: #z }\n///\n\n    “Tea?”'),)), ("accessibility", "Accessibility", ()),
            ("offline", "Keep for offline", (head(2, "without", "Without a button"),)),
            ("leaving", "What “Leave this site” does", ()),
            ("search", "Search", (SearchField(), head(2, "a-to-z", "What people call it"))), ("privacy", "Privacy", ()),
        )
    )  # fmt: skip
    learn = tuple(
        Page(f"{name}/", "learn", title, title, f"{title}.", (say(f"{title}.", "lead"),), name)
        for name, title in (("polyvagal-basics", "Polyvagal basics"),
                            ("trauma-and-isolation", "Trauma and doing it all alone"),
                            ("co-regulation-vs-codependency", "Co-regulation and codependency"))
    )  # fmt: skip
    return (
        Page("", "home", "How people calm down, alone and together", "Steady Together", "Short, plain pages.", home),
        Page("research/", "research", "What research shows", "What research shows", "How sure we are.", research),
        Page("help/", "help", "Get help now", "Get help now", "Numbers to call or text.", helped),
        Page("404.html", "not-found", "That page is not here", "Not here", "It may have moved.", lost),
        Page("m/coreg/", "short", "Feeling calmer", "Feeling calmer", "",
             (Paragraph((to("Go to Feeling calmer", "co-regulation/"),)),), "co-regulation"),
        *plain,
        *learn,
    )  # fmt: skip


def search_files(
    entries: Sequence[Entry], danger_words: Iterable[str], sayings: Sequence[Saying] = (), shelf: Shelf | None = None
) -> dict[str, bytes]:
    """The files of search, as a build makes them."""
    return Search(entries, sayings).files(danger_words, shelf)


def entry(
    address: str, title: str, summary: str, names: str, headings: str, words: str, asked: str = "", wanted: float = 1.0
) -> Entry:
    """What search knows of a page."""
    return Entry(
        address, title, summary, {"names": names, "headings": headings, "words": words, "asked": asked}, wanted
    )


ENTRIES = (
    entry("co-regulation/", "Co-regulation", "How people can help each other feel calmer.",
          "calming down together why cant i calm down on my own how do i calm down when nobody is here is it weak to "
          "need people to calm down soothing each other", "What it is What happens in the body Something to try",
          "Humans are a social species. A soft voice, a kind face or a slow pace may help. Stress hormones."),
    entry("co-regulation/practice/", "Co-regulation: things to try", "Small things to try.", "", "Take it with you",
          "A long, slow breath out can help calm the body, on your own or with someone."),
    entry("polyvagal-basics/", "Polyvagal basics", "A helpful map for some people. The biology is disputed.",
          "vagus nerve window of tolerance what is polyvagal theory why do i shut down freeze",
          "The map What experts say", "Settled, stirred up, shut down. Some people find the map useful."),
    entry("trauma-and-isolation/", "Trauma and doing it all alone",
          "For some people, not leaning on anyone began as a way to stay safe.",
          "hyperindependence why cant i ask for help why do i push people away i do everything on my own",
          "When care was not safe", "Being hurt in childhood makes it a bit more likely that trusting feels hard."),
    entry("co-regulation-vs-codependency/", "Co-regulation and codependency", "Needing people is normal.",
          "am i codependent am i too needy losing myself in a relationship", "What the word means",
          "A pattern of over-giving that leaves little room for you."),
    entry("help/", "Get help now", "Numbers to call or text.", "", "Somebody to talk to", ""),
)  # fmt: skip

PUBLICATION = Publication(
    name="Steady Together",
    language="en",
    released="2026-11-24",
    version="0.1",
    base_address="https://steady-together.example",
    exit_target="https://example.org/",
    tagline="How people calm down, alone and together",
    licence="CC BY-SA 4.0",
    danger_words=("kill myself", "want to die", "suicide", "he hits me"),
    pages=(*_own(), *TOPIC),
    entries=ENTRIES,
    sheets=(Sheet(PDF.removesuffix(".pdf"), "handout", "Co-regulation", "Feeling calmer", "", "", "", ()),),
    publisher=Publisher(
        name="Owl & Key <Clinic>",
        says="Open “day & night”.",
        colours=Schemes(light=Colours(link="#123456"), dark=Colours.model_validate({"on-lamp": "#fffffe"})),
    ),
)
