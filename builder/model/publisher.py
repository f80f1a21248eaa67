"""The publisher: who offers this copy of the library, with what is theirs: address, way out, colours, helplines."""

from typing import Annotated

from pydantic import Field, StringConstraints, field_validator

from builder.model.noun import Noun, Web, Words
from builder.model.shared import Line, Settings

Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")]
"""A colour in six digits, such as #1b4f72."""


class Colours(Noun):
    """The colours of one scheme, each named for its job. One that is left out is the theme's own."""

    ground: Colour | None = None
    """The page itself."""
    ink: Colour | None = None
    """Text, the steady line, marks."""
    soft: Colour | None = None
    """Captions and dates."""
    link: Colour | None = None
    """Links. They are underlined too."""
    thread: Colour | None = None
    """The settling line and bullets; never running text."""
    edge: Colour | None = None
    """Borders of buttons and fields, and lines between entries."""
    hair: Colour | None = None
    """Lines that carry nothing."""
    lamp: Colour | None = None
    """The one lit place of a page."""
    on_lamp: Annotated[Colour | None, Field(alias="on-lamp")] = None
    """Text in the lit place."""
    night: Colour | None = None
    """The bar at the top and the band with help."""
    on_night: Annotated[Colour | None, Field(alias="on-night")] = None
    """Text on that bar and that band."""
    act: Colour | None = None
    """The main button."""
    on_act: Annotated[Colour | None, Field(alias="on-act")] = None
    """Text on the main button."""

    @field_validator("*", mode="before")
    @classmethod
    def _not_a_comment(cls, said: object) -> object:
        if said is None:  # YAML takes a # without quotation marks for a comment, and the colour would be lost
            raise ValueError('nothing stands here; a colour goes between quotation marks, such as "#1b4f72"')
        return said

    @property
    def given(self) -> dict[str, str]:
        """The colours that are given, by the names that the style sheet has for them."""
        return self.model_dump(by_alias=True, exclude_none=True)


class Schemes(Noun):
    """The colours by day and by night. A device says which of them its reader wants."""

    light: Colours = Colours()
    """Colours on a device that is set to light, or to nothing."""
    dark: Colours = Colours()
    """Colours on a device that is set to dark."""

    @property
    def given(self) -> dict[str, dict[str, str]]:
        """The colours that are given, by scheme."""
        return {"light": self.light.given, "dark": self.dark.given}


class Publisher(Noun):
    """publisher.yml: who offers this copy of the library. The library itself comes without this file."""

    name: Annotated[Words, Field(max_length=60)]
    """Who offers it, such as the name of a clinic."""
    says: Annotated[Words, Field(max_length=200)] | None = None
    """One sentence about them, for the foot of every page."""
    base_address: Web | None = None
    """Where their copy of the site lives. It wins over library.yml."""
    exit_target: Web | None = None
    """The everyday page that "Leave this site" opens. It wins over library.yml."""
    colours: Schemes = Schemes()
    """Their colours."""
    helplines: tuple[Line, ...] = ()
    """Their own lines. They stand before all others on the help page."""

    def over(self, settings: Settings) -> Settings:
        """The settings with the publisher's own in their place."""
        own = {"base_address": self.base_address, "exit_target": self.exit_target}
        return settings.model_copy(update={key: value for key, value in own.items() if value})
