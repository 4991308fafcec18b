"""What a program has sent to a terminal besides text: the kinds of its sequences and control characters."""

import re
from collections.abc import Iterator

_SENT = re.compile(
    r"\x1b\[(?P<private>[<-?]*)(?P<numbers>[\d;:]*)(?P<between>[ -/]*)(?P<final>[@-~])"
    r"|\x1b\](?P<osc>\d*)[^\x07\x1b]*(?:\x07|\x1b\\)"
    r"|\x1b(?P<string>[PX^_])[^\x1b]*\x1b\\"
    r"|\x1b(?P<escape>[ -/]*.)"
    r"|(?P<control>[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff])",
    re.DOTALL,
)
_COLOURS = re.compile(r"(?:38|48)[;:](?:2[;:]\d+[;:]\d+[;:]\d+|5[;:]\d+)|(?<!\d)(?:3|4|9|10)\d(?!\d)")


def kinds(sent: bytes) -> frozenset[str]:
    """List the kinds of what was sent: colours and places are no kinds, modes and attributes of text are."""
    text = sent.decode("utf-8", errors="surrogateescape")
    return frozenset(kind for match in _SENT.finditer(text) for kind in _kinds(match))


def _kinds(match: re.Match[str]) -> Iterator[str]:
    found = match.groupdict()
    if found["final"] == "m":
        yield from (f"SGR {one}" for one in re.findall(r"\d+", _COLOURS.sub("", found["numbers"])))
    elif found["final"]:
        numbers = found["numbers"] if found["final"] in "hlnctqpu" else ""
        yield f"CSI {found['private']}{numbers}{found['between']}{found['final']}"
    elif found["osc"] is not None:
        yield f"OSC {found['osc']}"
    elif found["string"]:
        yield f"string {found['string']}"
    elif found["escape"]:
        yield f"ESC {found['escape']!r}"
    else:
        yield f"control {found['control']!r}"
