"""What is kept packed is what was packed, however it is read."""

import pickle

from builder.disk.later import EachLater, FilesLater, ItemsLater, Later, WholeLater, all_put_away
from builder.model.document import Block, Downloads, Heading, Paragraph, Text

BLOCKS: tuple[Block, ...] = tuple(
    block for number in range(50) for block in (Heading(2, f"h{number}", ()), Paragraph((Text("So."),)))
)


def test_blocks_read_like_the_tuple_that_they_were() -> None:
    kept = Later.of(BLOCKS)
    assert tuple(kept) == BLOCKS
    assert len(kept) == len(BLOCKS)
    assert (kept[0], kept[-1], kept[3:9], kept[:0]) == (BLOCKS[0], BLOCKS[-1], BLOCKS[3:9], ())


def test_the_same_blocks_are_the_same_and_others_are_not() -> None:
    assert Later.of(BLOCKS) == Later.of(pickle.loads(pickle.dumps(BLOCKS)))
    assert Later.of(BLOCKS) != Later.of(BLOCKS[1:])


def test_the_paths_of_files_are_told_without_the_blocks_and_come_along() -> None:
    kept = Later.of((*BLOCKS, Downloads((("tea/b.txt", "It"), ("tea/a.pdf", "It"), ("tea/b.txt", "Again")))))
    assert kept.paths == pickle.loads(pickle.dumps(kept)).paths == ("tea/a.pdf", "tea/b.txt")
    assert Later.of(BLOCKS).paths == ()


def test_more_values_than_are_held_at_once_are_all_there() -> None:
    kept = EachLater({number: BLOCKS[number:] for number in range(100)})
    assert all(kept[number] == BLOCKS[number:] for number in (*range(100), *range(100)))
    assert kept == {number: BLOCKS[number:] for number in range(100)}


def test_items_are_those_of_the_tuple_and_pass_for_it() -> None:
    kept = ItemsLater(BLOCKS)
    assert (tuple(kept), len(kept), kept[3], kept[-2:]) == (BLOCKS, len(BLOCKS), BLOCKS[3], BLOCKS[-2:])
    assert kept == BLOCKS
    assert BLOCKS == kept == ItemsLater(BLOCKS) == pickle.loads(pickle.dumps(kept))
    assert (hash(kept), repr(kept)) == (hash(BLOCKS), repr(BLOCKS))
    assert kept != BLOCKS[1:]
    assert kept != ItemsLater(BLOCKS[1:])


def test_a_mapping_is_what_it_was_and_tells_in_few_signs_whether_another_says_the_same() -> None:
    kept, other = WholeLater({1: BLOCKS, 2: ()}), WholeLater({1: BLOCKS[1:], 2: ()})
    assert kept == {1: BLOCKS, 2: ()} == pickle.loads(pickle.dumps(kept))
    assert (list(kept), len(kept), kept[1]) == ([1, 2], 2, BLOCKS)
    assert repr(kept) == repr(pickle.loads(pickle.dumps(kept))) != repr(other)
    assert len(repr(kept)) < 100


def test_files_that_were_put_away_are_all_there() -> None:
    files = {"a.pdf": b"a" * 1_000, "b.txt": b""}
    assert FilesLater(all_put_away(files)) == files
    assert FilesLater(all_put_away({"a.pdf": b"b"}, files)) == files, "the last one counts"
