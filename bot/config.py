"""Settings: read once at start from the environment or `.env`, frozen, checked, explained.

Every setting carries its unit and what is allowed; `.env.example` is generated from here
(`python -m bot.env_example > .env.example`) and a test keeps the two equal.
"""

import os
import re
from datetime import time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from dotenv import dotenv_values
from pydantic import SecretStr, ValidationError, field_validator
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.setting_types import (
    BriefPolicy,
    ClockTime,
    Hours,
    Ids,
    LogFormat,
    Many,
    Promises,
    Zone,
    is_http,
    require,
    setting,
)

TOKEN_SHAPE = re.compile(r"\d{5,}:[A-Za-z0-9_-]{20,}")

QUOTE_SOURCES = frozenset({"tencent", "sina", "eastmoney", "yahoo", "rehearsal"})


class SettingsError(Exception):
    """A setting is missing or malformed; the text is the one sentence to show."""


class Settings(BaseSettings):
    """Everything that differs between installations."""

    model_config = SettingsConfigDict(
        env_file=".env",
        env_file_encoding="utf-8",
        extra="forbid",
        frozen=True,
        env_ignore_empty=True,
        arbitrary_types_allowed=True,
        hide_input_in_errors=True,
    )

    bot_token: SecretStr = setting(
        ...,
        "The bot's token, from @BotFather.",
        allowed="digits, a colon and at least 20 letters, digits, - or _",
    )
    owner_ids: Ids = setting(
        ...,
        "Telegram ids of the owners; owners cannot be appointed by chat.",
        allowed="one or more positive whole numbers, separated by commas",
    )
    telegram_api_base: str = setting(
        "https://api.telegram.org/bot",
        "Where the Bot API lives; the rehearsal hall or a local Bot API server instead.",
        allowed="an http or https address",
    )
    database_url: str = setting(
        "sqlite:///data/bell.db",
        "SQLite file or Postgres database.",
        allowed="sqlite:///PATH or postgresql://USER:PASSWORD@HOST/NAME",
    )
    data_dir: Path = setting(
        Path("data"), "Folder for files that the bot keeps.", allowed="a folder path"
    )
    community_timezone: Zone = setting(
        ZoneInfo("Asia/Shanghai"), "Time zone of the community.", allowed="an IANA name"
    )
    community_exchange: str = setting(
        "XSHG",
        "Exchange whose trading days count for streaks and briefs.",
        allowed="XSHG, XHKG or XNYS",
    )
    community_day_start: ClockTime = setting(
        time(4, 0),
        "When the community's day starts.",
        allowed="HH:MM from 00:00 to 23:59",
        unit="community time",
    )
    default_language: str = setting(
        "zh-Hans", "Language until a group or person chooses.", allowed="zh-Hans, zh-Hant or en"
    )
    brief_morning: ClockTime = setting(
        time(8, 30), "When the morning brief goes out.", allowed="HH:MM", unit="community time"
    )
    brief_noon: ClockTime = setting(
        time(11, 45), "When the noon brief goes out.", allowed="HH:MM", unit="community time"
    )
    brief_evening: ClockTime = setting(
        time(15, 45), "When the evening brief goes out.", allowed="HH:MM", unit="community time"
    )
    group_quiz_time: ClockTime = setting(
        time(19, 30),
        "When groups get their quiz on trading days.",
        allowed="HH:MM",
        unit="community time",
    )
    brief_policy: BriefPolicy = setting(
        BriefPolicy.AUTO,
        "auto: clean drafts go out; review: only what a second person approved, else bare figures.",
        allowed="auto or review",
    )
    brief_policy_morning: BriefPolicy | None = setting(
        None,
        "Policy of the morning brief; empty: BRIEF_POLICY.",
        allowed="auto, review or empty",
    )
    brief_policy_noon: BriefPolicy | None = setting(
        None, "Policy of the noon brief; empty: BRIEF_POLICY.", allowed="auto, review or empty"
    )
    brief_policy_evening: BriefPolicy | None = setting(
        None,
        "Policy of the evening brief; empty: BRIEF_POLICY.",
        allowed="auto, review or empty",
    )
    quotes: Many = setting(
        ("tencent", "sina", "eastmoney", "yahoo"),
        "Quote sources in the order they are asked; rehearsal alone also invents share prices.",
        allowed="a list of: tencent, sina, eastmoney, yahoo, rehearsal",
    )
    tencent_base: str = setting(
        "https://qt.gtimg.cn", "Base address of Tencent's quotes.", allowed="an http(s) address"
    )
    sina_base: str = setting(
        "https://hq.sinajs.cn", "Base address of Sina's quotes.", allowed="an http(s) address"
    )
    eastmoney_base: str = setting(
        "https://push2.eastmoney.com",
        "Base address of Eastmoney's quotes.",
        allowed="an http(s) address",
    )
    yahoo_base: str = setting(
        "https://query2.finance.yahoo.com",
        "Base address of Yahoo's quotes and corporate actions.",
        allowed="an http(s) address",
    )
    rehearsal_bars: str = setting(
        "",
        "CSV file of daily bars that the rehearsal replays; empty to invent all prices.",
        allowed="a file path or empty",
    )
    compliance_shadow: str = setting(
        "",
        "Folder with rules (and perhaps a screening.model) to try every night over the archive.",
        allowed="a folder path or empty",
    )
    news_feeds: Many = setting(
        (), "RSS or Atom feeds for headlines; empty for none.", allowed="http(s) addresses"
    )
    news_trusted: Many = setting(
        (),
        "Hosts whose headlines may go out unread, besides those in bot/market/news_trust.toml.",
        allowed="host names, subdomains included",
    )
    writer_base: str = setting(
        "",
        "OpenAI-compatible endpoint of the optional writing assistant; empty: there is none.",
        allowed="an http(s) address such as https://HOST/v1, or empty",
    )
    writer_key: SecretStr = setting(
        SecretStr(""), "The writing assistant's key.", allowed="text without blanks, or empty"
    )
    writer_model: str = setting(
        "",
        "The model that the writing assistant asks for.",
        allowed="a name; needed with WRITER_BASE",
    )
    answerer_base: str = setting(
        "",
        "OpenAI-compatible endpoint that may word answers from found entries; empty: none.",
        allowed="an http(s) address such as https://HOST/v1, or empty",
    )
    answerer_key: SecretStr = setting(
        SecretStr(""), "The answering model's key.", allowed="text without blanks, or empty"
    )
    answerer_model: str = setting(
        "",
        "The model that words the answers.",
        allowed="a name; needed with ANSWERER_BASE",
    )
    webhook_url: str = setting(
        "", "Public https address for updates; empty to poll.", allowed="an https address or empty"
    )
    webhook_secret: SecretStr = setting(
        SecretStr(""),
        "Secret that Telegram repeats with each webhook call; needed with WEBHOOK_URL.",
        allowed="16 to 256 letters, digits, - or _",
    )
    listen: str = setting(
        "127.0.0.1:8080",
        "Address for webhook, /metrics and /healthz.",
        allowed="HOST:PORT, or empty to open no port",
    )
    send_rate: float = setting(
        30, "Most messages in all; 0: no own pacing.", allowed="0 to 1000", unit="messages/s"
    )
    send_rate_private: float = setting(
        1,
        "Most messages to one person (bursts of 5); 0: no own pacing.",
        allowed="0 to 1000",
        unit="messages/s",
    )
    send_rate_group: float = setting(
        20,
        "Most messages to one group; 0: no own pacing.",
        allowed="0 to 10000",
        unit="messages/min",
    )
    grant_cap: int = setting(
        500,
        "Points one operator may grant or deduct in a day without a second operator.",
        allowed="0 to 1000000",
        unit="points/day",
    )
    desk_hours: Hours = setting(
        ("09:00-11:30", "13:00-17:30"),
        "When experts answer questions, on trading days; their promises count this time alone.",
        allowed="spans such as 09:00-11:30, in order, separated by commas",
        unit="community time",
    )
    desk_promises: Promises = setting(
        ("vip=15", "advanced=60", "newbie=240"),
        "Within how many minutes of that time an expert answers each tier.",
        allowed="vip, advanced and newbie, each with =1 to =10000",
    )
    log_level: str = setting("INFO", "What is logged.", allowed="DEBUG, INFO, WARNING or ERROR")
    log_format: LogFormat = setting(
        LogFormat.TEXT, "How log lines are written.", allowed="text or json"
    )

    @field_validator("bot_token")
    @classmethod
    def _token_has_its_shape(cls, value: SecretStr) -> SecretStr:
        return require(value, bool(TOKEN_SHAPE.fullmatch(value.get_secret_value())))

    @field_validator("owner_ids")
    @classmethod
    def _owners_are_people(cls, value: tuple[int, ...]) -> tuple[int, ...]:
        return require(value, bool(value) and all(0 < owner < 2**52 for owner in value))

    @field_validator(
        "telegram_api_base", "tencent_base", "sina_base", "eastmoney_base", "yahoo_base"
    )
    @classmethod
    def _is_an_address(cls, value: str) -> str:
        return require(value.rstrip("/"), is_http(value))

    @field_validator("news_feeds")
    @classmethod
    def _are_addresses(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        return require(value, all(is_http(feed) for feed in value))

    @field_validator("news_trusted")
    @classmethod
    def _are_hosts(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        return require(value, all(re.fullmatch(r"[\w-]+(\.[\w-]+)*", host) for host in value))

    @field_validator("writer_base", "answerer_base")
    @classmethod
    def _writer_is_an_address(cls, value: str) -> str:
        return require(value.rstrip("/"), not value or is_http(value))

    @field_validator("writer_key", "answerer_key")
    @classmethod
    def _key_fits_a_header(cls, value: SecretStr) -> SecretStr:
        return require(value, bool(re.fullmatch(r"[!-~]{0,500}", value.get_secret_value())))

    @field_validator("database_url")
    @classmethod
    def _names_a_known_engine(cls, value: str) -> str:
        return require(value, value.startswith(("sqlite:///", "postgresql://", "postgres://")))

    @field_validator("community_exchange")
    @classmethod
    def _exchange_is_known(cls, value: str) -> str:
        return require(value.upper(), value.upper() in {"XSHG", "XHKG", "XNYS"})

    @field_validator("default_language")
    @classmethod
    def _language_is_known(cls, value: str) -> str:
        return require(value, value in {"zh-Hans", "zh-Hant", "en"})

    @field_validator("quotes")
    @classmethod
    def _sources_are_known(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        return require(value, bool(value) and set(value) <= QUOTE_SOURCES)

    @field_validator("webhook_url")
    @classmethod
    def _webhookis_https(cls, value: str) -> str:
        loopback = value.startswith(("http://127.0.0.1", "http://localhost"))
        return require(value, not value or value.startswith("https://") or loopback)

    @field_validator("webhook_secret")
    @classmethod
    def _secret_is_long_enough(cls, value: SecretStr) -> SecretStr:
        secret = value.get_secret_value()
        return require(value, not secret or bool(re.fullmatch(r"[\w-]{16,256}", secret)))

    @field_validator("listen")
    @classmethod
    def _listen_has_a_port(cls, value: str) -> str:
        return require(value, not value or bool(re.fullmatch(r"[\w.\[\]:-]+:\d{1,5}", value)))

    @field_validator("send_rate", "send_rate_private", "send_rate_group", "grant_cap")
    @classmethod
    def _rate_is_sane(cls, value: float) -> float:
        return require(value, 0 <= value <= 1_000_000)

    @field_validator("log_level")
    @classmethod
    def _level_is_known(cls, value: str) -> str:
        return require(value.upper(), value.upper() in {"DEBUG", "INFO", "WARNING", "ERROR"})


def load_settings(**overrides: Any) -> Settings:
    """Read the settings; raise `SettingsError` with the one sentence to show."""
    if _received(overrides.get("_env_file", ".env")).get("listen") == "":
        overrides.setdefault("listen", "")  # said on purpose: an empty value is a value here
    try:
        settings = Settings(**overrides)
    except ValidationError as error:
        raise SettingsError(_sentence(error.errors(include_url=False)[0], overrides)) from None
    if settings.webhook_url and not settings.webhook_secret.get_secret_value():
        raise SettingsError(
            "WEBHOOK_SECRET is missing: received nothing; allowed with WEBHOOK_URL: "
            "16 to 256 letters, digits, - or _."
        )
    for name, base, model in (
        ("WRITER", settings.writer_base, settings.writer_model),
        ("ANSWERER", settings.answerer_base, settings.answerer_model),
    ):
        if base and not model:
            raise SettingsError(
                f"{name}_MODEL is missing: received nothing; "
                f"allowed with {name}_BASE: a model's name."
            )
    return settings


def _sentence(problem: ErrorDetails, overrides: dict[str, Any]) -> str:
    name = str(problem["loc"][0]) if problem["loc"] else ""
    field = Settings.model_fields.get(name)
    if field is None:
        known = ", ".join(sorted(key.upper() for key in Settings.model_fields))
        return f"{name.upper()} is not a setting: received it in .env; allowed: {known}."
    allowed = extra_of(name)["allowed"]
    if problem["type"] == "missing":
        return f"{name.upper()} is missing: received nothing; allowed: {allowed}."
    return f"{name.upper()} is malformed: received {_shown(name, overrides)}; allowed: {allowed}."


def _shown(name: str, overrides: dict[str, Any]) -> str:
    """Return what was received, unless it may hold a secret."""
    if name in {"bot_token", "webhook_secret", "database_url", "writer_key", "answerer_key"}:
        return "a value that is not shown here"
    received = overrides.get(name, _received().get(name, ""))
    return f"\u201c{str(received)[:80]}\u201d"


def _received(env_file: str | None = ".env") -> dict[str, str]:
    """Read the raw values again, in the order that `Settings` reads them."""
    written = dotenv_values(env_file) if env_file is not None else {}
    merged = {**written, **os.environ}
    return {key.lower(): value for key, value in merged.items() if value is not None}


def extra_of(name: str) -> dict[str, str]:
    """Return what is allowed for a setting, and its unit."""
    extra = Settings.model_fields[name].json_schema_extra
    return {key: str(value) for key, value in extra.items()} if isinstance(extra, dict) else {}
