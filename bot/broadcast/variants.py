"""Who gets which of two texts: the same one however often it is asked."""

import hashlib

from bot.broadcast.plan import Plan
from bot.broadcast.states import Variant


def variant_for(plan: Plan, broadcast_id: int, recipient: int) -> Variant:
    """Return the variant for a member's or group's id; about one half gets each.

    The broadcast's id is mixed in, so that it is not always the same half that gets B.
    """
    if not plan.other:
        return Variant.A
    digest = hashlib.sha256(f"{broadcast_id}:{recipient}".encode()).digest()
    return Variant.B if digest[0] & 1 else Variant.A
