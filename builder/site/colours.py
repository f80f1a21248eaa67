"""A publisher's colours in, rules for the style sheet out."""

from builder.model.publisher import Schemes


def colour_rules(colours: Schemes) -> str:
    """Each given colour as the custom property of its name, for the scheme that it is given for."""
    rules = ""
    for scheme, given in colours.given.items():
        if given:
            said = " ".join(f"--{name}: {colour};" for name, colour in given.items())
            rules += f"@media (prefers-color-scheme: {scheme}) {{ :root {{ {said} }} }}\n"
    return rules
