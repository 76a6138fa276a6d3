"""Posts that were edited by hand: they are never overwritten unless a person says so."""

from collections.abc import Mapping

from plugins.converter.archive.inputs import digest_post
from plugins.converter.ledgers.ledger import Stamp

# What to do with edited posts: stop at them, keep them, or overwrite them.
STOP, KEEP, OVERWRITE = "stop", "keep", "overwrite"


class EditedPost(Exception):
    """A post was edited by hand; the message names it and the way out."""


def choose_kept(
    page_id: str, posts: Mapping[str, str], existing: Mapping[str, str], stamp: Stamp, choice: str
) -> frozenset[str]:
    """The names of edited posts that stay as they are, of a page's new and existing posts by name.

    A post that was kept before stays without a question as long as neither it nor the page's own text of it changed.
    Raises EditedPost for any other when the choice is to stop.
    """
    edited = {name for name, text in existing.items() if _is_edited(name, text, posts, stamp)}
    if choice == OVERWRITE:
        return frozenset()
    asked = {name for name in edited if not _is_settled(name, existing[name], posts, stamp)}
    if asked and choice != KEEP:
        names = ", ".join(f"{page_id}/{name}.md" for name in sorted(asked))
        raise EditedPost(
            f"edited by hand: {names}; move the correction to {page_id}.toml and delete the post, or convert with "
            "--keep (the edited post stays) or --overwrite (the edit is lost)"
        )
    return frozenset(edited)


def stamp_posts(
    inputs: str, posts: Mapping[str, str], existing: Mapping[str, str], kept: frozenset[str]
) -> Stamp:
    """What the next conversion has to know of these posts."""
    written = {**posts, **{name: existing[name] for name in kept}}
    return Stamp(
        inputs,
        posts={name: digest_post(text) for name, text in written.items()},
        kept={name: digest_post(posts.get(name, "")) for name in kept},
    )


def is_untouched(existing: Mapping[str, str], stamp: Stamp) -> bool:
    """Whether the posts are those that the stamp tells of, and all of them."""
    return existing.keys() == stamp.posts.keys() and all(
        digest_post(existing[name]) == stamp.posts[name] for name in existing
    )


def _is_edited(name: str, text: str, posts: Mapping[str, str], stamp: Stamp) -> bool:
    return text != posts.get(name) and (digest_post(text) != stamp.posts.get(name) or name in stamp.kept)


def _is_settled(name: str, text: str, posts: Mapping[str, str], stamp: Stamp) -> bool:
    """Whether the post was kept before, as it is, beside the text that it is to be overwritten with."""
    is_same_edit = digest_post(text) == stamp.posts.get(name)
    return is_same_edit and stamp.kept.get(name) == digest_post(posts.get(name, ""))
