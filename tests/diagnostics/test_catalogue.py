"""The list of rules holds each code once, under its family, within 80 columns."""

import json

from builder import pipeline
from builder.diagnostics.catalogue import listed, listed_as_json
from builder.diagnostics.family import FAMILIES


def test_every_code_stands_once_with_its_weight_and_its_source() -> None:
    lines = listed(pipeline.codes()).splitlines()
    assert max(map(len, lines)) <= 80
    for code in pipeline.codes():
        (line,) = [line for line in lines if line.split()[:1] == [code.id]]
        waivable = "waivable" if code.is_waivable else "-"
        assert line.split() == [code.id, code.severity, waivable, code.name]
        assert " ".join(code.source.split()) in " ".join(" ".join(lines).split())
    assert f"{len(pipeline.codes())} codes" in " ".join(lines)


def test_as_data_it_is_sorted_by_family_in_the_order_of_the_lists() -> None:
    data = json.loads(listed_as_json(pipeline.codes()))
    assert {one["code"] for one in data} == {code.id for code in pipeline.codes()}
    titles = [one["family"] for one in data]
    order = [family.title for family in FAMILIES if family.title in titles]
    assert sorted(titles, key=order.index) == titles
    assert all(one["why"] and one["mend"] for one in data)
