"""Events, outcomes, accounts, markets and rules as canonical JSON: what is hashed and stored.

Decimals become strings, instants ISO 8601; an event or outcome names its class under `is`.
"""

import hashlib
import json
from typing import Any, get_args

from pydantic import TypeAdapter

from bot.contest import events, outcomes
from bot.contest.engine.account import Account
from bot.contest.engine.market_state import MarketState
from bot.contest.rules import Rules

_KINDS: dict[str, type] = {
    kind.__name__: kind for union in (events.Event, outcomes.Outcome) for kind in get_args(union)
}


_adapters: dict[type, TypeAdapter[Any]] = {}


def _adapter(kind: type) -> TypeAdapter[Any]:
    """Return the validator of a class, built when it is first needed."""
    if kind not in _adapters:
        _adapters[kind] = TypeAdapter(kind)
    return _adapters[kind]


def encode(value: object) -> dict[str, Any]:
    """Return an event or an outcome as JSON values."""
    kind = type(value)
    return {"is": kind.__name__, **_adapter(kind).dump_python(value, mode="json")}


def decode(raw: dict[str, Any]) -> Any:
    """Return the event or the outcome that `encode` wrote."""
    kind = _KINDS[raw["is"]]
    return _adapter(kind).validate_python({k: v for k, v in raw.items() if k != "is"})


def account_to_json(account: Account) -> dict[str, Any]:
    """Return an account as JSON values."""
    found: dict[str, Any] = _adapter(Account).dump_python(account, mode="json")
    return found


def account_from_json(raw: dict[str, Any]) -> Account:
    """Return the account that `account_to_json` wrote."""
    found: Account = _adapter(Account).validate_python(raw)
    return found


def market_to_json(market: MarketState) -> dict[str, Any]:
    """Return a market's state as JSON values."""
    found: dict[str, Any] = _adapter(MarketState).dump_python(market, mode="json")
    return found


def market_from_json(raw: dict[str, Any]) -> MarketState:
    """Return the market's state that `market_to_json` wrote."""
    found: MarketState = _adapter(MarketState).validate_python(raw)
    return found


def rules_to_json(rules: Rules) -> dict[str, Any]:
    """Return rules as JSON values."""
    found: dict[str, Any] = _adapter(Rules).dump_python(rules, mode="json")
    return found


def rules_from_json(raw: dict[str, Any]) -> Rules:
    """Return the rules that `rules_to_json` wrote."""
    found: Rules = _adapter(Rules).validate_python(raw)
    return found


def rules_hash(rules: Rules) -> str:
    """Return the SHA-256 of the rules: fixed, and shown, from a contest's start."""
    return hashlib.sha256(canonical(rules_to_json(rules)).encode()).hexdigest()


def canonical(value: object) -> str:
    """Return JSON text that is the same for the same value: sorted, without spaces."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
