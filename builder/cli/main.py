"""The command and its name for every deed. A deed is only loaded when it is asked for: most of a short check is loading."""

import errno
import sys
import tempfile
import traceback
from importlib import import_module
from typing import NoReturn

import click

from builder.diagnostics.errors import BuilderError

DEEDS = {
    "check": "check", "build": "publish", "serve": "publish", "pdf": "take", "epub": "take", "text": "take",
    "bundle": "take", "packet": "take", "due": "review", "review": "review",
    "release": "keep", "move": "keep", "retire": "keep", "redirects": "keep", "new": "write", "rules": "write", "explain": "write", "schema": "write",
}  # fmt: skip
"""Every command, and the file of this room that has it."""


class _Deeds(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(DEEDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in DEEDS:
            return None
        deed = getattr(import_module(f"builder.cli.{DEEDS[cmd_name]}"), cmd_name)
        assert isinstance(deed, click.Command)
        return deed


@click.group(cls=_Deeds, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80})
def commands() -> None:
    """Check a psychoeducation library, and publish it."""


def main() -> NoReturn:
    """Run one command and leave with its exit code."""
    try:
        code = commands.main(prog_name="psychoed", standalone_mode=False)
    except BuilderError as error:
        click.echo(f"{error}\n{error.mend}".rstrip(), err=True)
        code = 2
    except click.ClickException as error:
        error.show()
        code = 2
    except (click.Abort, KeyboardInterrupt):
        code = 2
    except OSError as error:
        if error.errno not in (errno.EPIPE, errno.ENOSPC):
            raise
        sys.stdout = sys.stderr  # nothing more is written where nobody reads
        click.echo(f"The words could not be written: {error.strerror}.", err=True)
        code = 2
    except Exception:
        with tempfile.NamedTemporaryFile(
            "w", prefix="psychoed-", suffix=".txt", delete=False, encoding="utf-8"
        ) as file:
            traceback.print_exc(file=file)
        click.echo(
            "This is a fault of psychoed, not of your content. Nothing of yours was changed.\n"
            f"What happened is written in {file.name}. Please send it to whoever keeps psychoed.",
            err=True,
        )
        code = 3
    sys.exit(code if isinstance(code, int) else 0)
