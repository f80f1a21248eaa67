"""A seed, a language and a number in, the files of one made-up module out: as long as a shipped one, and as much linked."""

from dataclasses import dataclass
from typing import Any

import yaml

from bench.words import ABOUT, CAREFUL, PLACES, QUALITIES, THINGS, Speaker, word

_RARE = 5_000  # no two modules are named alike, and no two sources
_STATUSES = ("moderate", "limited", "strong", "contested", "theory", "limited", "moderate")
_CLAIMS, _PRACTICES, _SECTIONS = 14, 4, 7


@dataclass(frozen=True)
class Asked:
    """Which module of which library. Module 7 is the same in every library of its seed and language, large or small."""

    seed: int
    language: str
    number: int
    shipped: tuple[str, ...]

    @property
    def id(self) -> str:
        """The folder's name."""
        return f"{word(_RARE + 97 * self.number, 'en')}-{QUALITIES[self.number % len(QUALITIES)]}"

    @property
    def title(self) -> str:
        """The topic."""
        thing = THINGS[self.number * 7 % len(THINGS)]
        rest = Speaker(self.seed, self.language, self.number).say(f"and a {QUALITIES[self.number % 11]} {thing}")
        return f"{word(_RARE + 97 * self.number, self.language).capitalize()} {rest}"


def module_files(asked: Asked) -> dict[str, str]:
    """The texts of a module by their paths in its folder."""
    speaker = Speaker(asked.seed, asked.language, asked.number)
    facts = _facts(asked, speaker)
    return {
        "module.yml": as_yaml(facts),
        "learn.md": _learn(asked, speaker, facts),
        "practice.md": _practice(speaker, facts),
        "clinicians.md": _clinicians(asked, speaker, facts),
        "figures/lines.svg": _drawing(speaker),
    }


def sources_by(number: int) -> int:
    """How many sources of its own a library of so many modules has: most are cited by several modules."""
    return int(14 * number**0.6)


def terms_by(number: int) -> int:
    """How many words it explains."""
    return int(4 * number**0.55)


def source(asked: Asked) -> dict[str, Any]:
    """The n-th source."""
    speaker = Speaker(asked.seed, asked.language, -asked.number)
    year = speaker.chance.randint(2017, 2026)
    return {
        "id": f"{word(_RARE + asked.number, 'en')}{year}",
        "type": "article-journal",
        "title": speaker.sentence(ABOUT).rstrip("."),
        "author": [
            {"family": word(rank, asked.language).capitalize(), "given": given}
            for rank, given in ((_RARE + asked.number, "A. B."), (speaker.chance.randrange(_RARE), "C."))
        ],
        "issued": {"date-parts": [[year]]},
        "container-title": f"Journal of {speaker.rare().capitalize()} Samples",
        "volume": str(speaker.chance.randint(1, 80)),
        "note": "verified: search - made up to measure with",
    }


def term(asked: Asked) -> dict[str, Any]:
    """The n-th explained word."""
    speaker = Speaker(asked.seed, asked.language, -100_000 - asked.number)
    means = speaker.say(
        f"A {speaker.chance.choice(QUALITIES)} {speaker.chance.choice(THINGS)}, as people here call it."
    )
    return {
        "id": f"{word(_RARE + asked.number, 'en')}-word",
        "term": word(_RARE * 9 + asked.number, asked.language),
        "means": means,
        "called": [f"{speaker.rare()} {speaker.rare()}"],
    }


def as_yaml(data: Any) -> str:
    """YAML as an author would write it."""
    return yaml.dump(data, Dumper=_DUMPER, allow_unicode=True, sort_keys=False, width=118, default_flow_style=None)


_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


def _facts(asked: Asked, speaker: Speaker) -> dict[str, Any]:
    say, sentence, rare = speaker.say, speaker.sentence, speaker.rare
    claims = [_claim(asked, speaker, number) for number in range(_CLAIMS)]
    practices = [
        {
            "id": f"try-{speaker.name()}-{number}",
            "title": f"{say('A small')} {rare()} {say('to try')}",
            "why": sentence(ABOUT),
            "minutes": speaker.chance.randint(1, 10),
            "stop_if": say("you feel worse, or it is too much today"),
            "alternative": say(f"look at a {speaker.chance.choice(THINGS)}, and leave the rest."),
            "steps": [sentence() for _ in range(5)],
        }
        for number in range(_PRACTICES)
    ]
    return {
        "id": asked.id,
        "code": "q" + "".join("abcdefghij"[int(digit)] for digit in f"{asked.number:05d}"),
        "title": asked.title,
        "summary": sentence(ABOUT),
        "short": {
            "text": sentence(ABOUT),
            "do": sentence(),
            "stop_if": say("you feel worse"),
            "practice": practices[0]["id"],
        },
        "key_points": [sentence(ABOUT) for _ in range(4)],
        "audience": ["adults"],
        "topics": [f"{rare()} {say('and rest')}" for _ in range(4)],
        "status": "published",
        "search": {
            "also_called": [f"{rare()} {rare()}" for _ in range(20)],
            "asked_as": [f"{say('what helps with')} {rare()} {rare()} {number}" for number in range(10)],
            "to_try": [f"{rare()} {say('practice')}" for _ in range(20)],
            "for_clinicians": [f"{rare()} {say('in a session')}" for _ in range(15)],
        },
        "related": _neighbours(asked, speaker),
        "say": sentence(ABOUT),
        "fits": say("Somebody asks for a small thing to try, and has a few minutes."),
        "not_for": say("Somebody who has other things to settle first."),
        "claims": claims,
        "what_we_know": [sentence(ABOUT) for _ in range(4)],
        "what_we_do_not": [
            say(f"We do not know how long a {speaker.chance.choice(QUALITIES)} {speaker.chance.choice(THINGS)} counts.")
            for _ in range(4)
        ],
        "practices": practices,
        "handout": {
            "points": [sentence(ABOUT) for _ in range(3)],
            "practice": practices[0]["id"],
            "questions": [say(f"What helps me {place}?") for place in speaker.chance.sample(PLACES, 2)],
        },
    }


def _claim(asked: Asked, speaker: Speaker, number: int) -> dict[str, Any]:
    status = _STATUSES[(asked.number + number) % len(_STATUSES)]
    claim: dict[str, Any] = {
        "id": f"{speaker.name()}-eases-{number}",
        "says": speaker.once(lambda: speaker.sentence(ABOUT)),
        "status": status,
        "holds_for": f"{speaker.say('Adults in small groups, asked once.')} {speaker.sentence(CAREFUL)}",
        "for": _keys(asked, speaker, 2),
    }
    if status == "contested":
        says = [
            speaker.say(f"Some say that a {speaker.chance.choice(THINGS)} {how} here.")
            for how in ("helps", "does not help")
        ]
        claim |= {"against": _keys(asked, speaker, 1), "for_says": says[0], "against_says": says[1]}
    return claim


def _keys(asked: Asked, speaker: Speaker, most: int) -> list[str]:
    """Some of the sources that were there when this module was written."""
    there = range(1, sources_by(asked.number) + 1)
    numbers = speaker.chance.sample(there, speaker.chance.randint(1, most))
    return [str(source(Asked(asked.seed, asked.language, one, ()))["id"]) for one in numbers]


def _neighbours(asked: Asked, speaker: Speaker) -> list[str]:
    older = [Asked(asked.seed, asked.language, speaker.chance.randint(1, asked.number), ()).id for _ in range(2)]
    return sorted({*older, speaker.chance.choice(asked.shipped)} - {asked.id})


def _learn(asked: Asked, speaker: Speaker, facts: dict[str, Any]) -> str:
    claims, place = facts["claims"], speaker.chance
    known = Asked(asked.seed, asked.language, place.randint(1, terms_by(asked.number)), ())
    text = [f"{speaker.paragraph(4)} {_cited(asked, speaker)}", _safety(speaker)]
    for number in range(_SECTIONS):
        said = (f"[{one['says']}](claim:{one['id']})" for one in claims[2 * number : 2 * number + 2])
        text += [f"## {_heading(speaker)} {{#part-{number}}}", f"{next(said)} {speaker.paragraph(4)}"]
        text += [f"{speaker.paragraph(4)} {next(said)} {_cited(asked, speaker)}"]
        if number == 0:
            text += [f"{speaker.say('There is a word for it:')} [{term(known)['term']}](term:{term(known)['id']})."]
        if number == 1:
            text += ["/// figure | lines\n" + speaker.say("Drawn from an idea. Nobody measured it.") + "\n///"]
        if number == 2:
            text += ["\n".join(f"- {speaker.sentence()}" for _ in range(5))]
        if number == 3:
            text += [f"### {_heading(speaker)} {{#within}}", speaker.paragraph(4)]
        if number == 4:
            text += [
                f"{speaker.sentence()} [{speaker.say('More on this topic')} {one}](module:{one})."
                for one in facts["related"]
            ]
    text += [f"## {speaker.say('Something to try')} {{#try}}", _exercise(facts["practices"][0]), speaker.paragraph(3)]
    return "\n\n".join(text) + "\n"


def _practice(speaker: Speaker, facts: dict[str, Any]) -> str:
    text = [speaker.paragraph(4), _safety(speaker)]
    for number, one in enumerate(facts["practices"]):
        text += [f"## {_heading(speaker)} {{#way-{number}}}", speaker.paragraph(4), _exercise(one), _say(speaker)]
    return "\n\n".join((*text, speaker.paragraph(4))) + "\n"


def _clinicians(asked: Asked, speaker: Speaker, facts: dict[str, Any]) -> str:
    text = [speaker.paragraph(3, CAREFUL)]
    for number in range(4):
        text += [f"## {_heading(speaker)} {{#use-{number}}}", speaker.paragraph(3, CAREFUL)]
        text += [
            "\n".join(f"- **{speaker.rare()}.** {speaker.sentence(CAREFUL)} {_cited(asked, speaker)}" for _ in range(5))
        ]
        text += [_say(speaker)]
    rows = "\n".join(f"| {speaker.say('Later')} {speaker.rare()} | {speaker.sentence()} |" for _ in range(6))
    text += [f"| {speaker.say('When')} | {speaker.say('Words')} |\n|---|---|\n{rows}"]
    text += [f"## {speaker.say('What to say about the evidence')} {{#evidence}}"]
    for claim in facts["claims"][:6]:
        text += [
            f"**{speaker.rare().capitalize()}.** [{claim['says']}](claim:{claim['id']}) {speaker.paragraph(3, CAREFUL)} {_cited(asked, speaker)}"
        ]
    return "\n\n".join(text) + "\n"


def _heading(speaker: Speaker) -> str:
    def said() -> str:
        thing, quality = speaker.chance.choice(THINGS), speaker.chance.choice(QUALITIES)
        return f"{speaker.say(f'When a {thing} feels {quality}')}: {speaker.rare()}"

    return speaker.once(said)


def _cited(asked: Asked, speaker: Speaker) -> str:
    return f"{speaker.sentence()[:-1]} [{'; '.join(f'@{key}' for key in _keys(asked, speaker, 2))}]."


def _safety(speaker: Speaker) -> str:
    title, first, link = map(speaker.say, ("If someone scares you", "Your safety comes first. You can", "get help now"))
    return f"/// safety | {title}\n{first} [{link}](page:help).\n///"


def _exercise(practice: dict[str, Any]) -> str:
    return f"/// practice | {practice['id']}\n///"


def _say(speaker: Speaker) -> str:
    return f"/// say\n{speaker.sentence()} {speaker.say('Would that fit today?')}\n///"


def _drawing(speaker: Speaker) -> str:
    heights = [speaker.chance.randint(20, 100) for _ in range(9)]
    line = "M10 60" + "".join(f"L{40 + 32 * at} {height}" for at, height in enumerate(heights))
    title, described = speaker.sentence(ABOUT), f"{speaker.sentence()} {speaker.sentence()}"
    return f"""\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 140" role="img" aria-labelledby="lines-t lines-d" font-family="Atkinson Hyperlegible Next, sans-serif" font-size="16">
  <title id="lines-t">{title}</title>
  <desc id="lines-d">{described}</desc>
  <metadata>CC BY 4.0, made up to measure with</metadata>
  <path class="f-ink" stroke="#1f2a30" stroke-width="4" fill="none" d="M10 110H310"/>
  <path class="f-thread" stroke="#a85a12" stroke-width="2.75" fill="none" d="{line}"/>
  <text class="f-text" fill="#1f2a30" x="10" y="132">{speaker.rare()}</text>
</svg>
"""
