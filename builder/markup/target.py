"""The target of a link, as written, into its parts: `module:ID/PART#ANCHOR`, `claim:MODULE/ID`, `#ANCHOR` and so on."""

from dataclasses import dataclass

SCHEMES = ("module", "claim", "term", "practice", "page")
"""What a link can name by id, besides `#anchor` and an https address."""


@dataclass(frozen=True)
class Target:
    """Where a link leads. `scheme` is one of SCHEMES, "anchor", "web", or "" when it is none of these.

    `module` is empty where the link means its own module; `name` is the id in the scheme (for `module:` the part,
    "learn" when none is written); `anchor` is empty where none is written.
    """

    scheme: str
    module: str = ""
    name: str = ""
    anchor: str = ""


def target_of(written: str) -> Target:
    """Take a link's target apart. Never raises; whether the parts exist is for others to say."""
    if written.startswith("#"):
        return Target("anchor", anchor=written[1:])
    if written.startswith("https://"):
        return Target("web", name=written)
    scheme, _, rest = written.partition(":")
    if scheme not in SCHEMES or not rest:
        return Target("")
    path, _, anchor = rest.partition("#")
    first, slash, second = path.partition("/")
    if scheme == "module":
        return Target(scheme, first, second or "learn", anchor)
    return Target(scheme, first if slash else "", second if slash else path, anchor)
