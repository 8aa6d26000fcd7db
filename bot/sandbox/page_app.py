"""The web application behind the hall's page: NiceGUI, the style sheet, the font, pictures."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from fastapi import FastAPI, Response
from fastapi.responses import FileResponse
from nicegui import ui
from pylopdf_fonts_zh_cn import sans_path

from bot.sandbox import wording
from bot.sandbox.hall import Hall
from bot.sandbox.page_hall import HallPage
from bot.sandbox.refusals import ApiError

_STYLE_SHEET = Path(__file__).with_name("hall.css")
_CACHE = {"Cache-Control": "public, max-age=86400"}


@dataclass(slots=True)
class _Stage:
    """The hall on show; NiceGUI keeps one page registry per process, so there is one."""

    hall: Hall
    zone: ZoneInfo


_on_stage: list[_Stage] = []


def page_app(hall: Hall, zone: ZoneInfo) -> FastAPI:
    """Put a hall on stage, in place of an earlier one, and return what shows it at `/`."""
    _on_stage[:] = [_Stage(hall, zone)]
    return _application()


@cache
def _application() -> FastAPI:
    """Return the one application of this process: NiceGUI can be mounted only once."""
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    app.add_api_route("/hall-static/hall.css", _style_sheet)
    app.add_api_route("/hall-static/NotoSansSC.otf", _font)
    app.add_api_route("/hall-files/{unique_id}", _picture)
    ui.run_with(
        app,
        title=f"{wording.TITLE} · {wording.SUBTITLE}",
        language="zh-CN",
        tailwind=False,
        favicon="🔔",
        show_welcome_message=False,
        reconnect_timeout=10.0,
        binding_refresh_interval=None,
    )
    return app


@ui.page("/")
def _hall_page() -> None:
    ui.add_head_html('<link rel="stylesheet" href="/hall-static/hall.css">')
    HallPage(_on_stage[0].hall, _on_stage[0].zone)


async def _style_sheet() -> Response:
    return FileResponse(_STYLE_SHEET, media_type="text/css")


async def _font() -> Response:
    return FileResponse(sans_path(), media_type="font/otf", headers=_CACHE)


async def _picture(unique_id: str) -> Response:
    try:
        stored = _on_stage[0].hall.files.find(unique_id)
    except ApiError:
        return Response(status_code=404)
    return Response(stored.content, media_type=stored.media_type, headers=_CACHE)
