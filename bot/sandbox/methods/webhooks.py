"""Switching the webhook on and off."""

import ipaddress
import re
from urllib.parse import urlsplit

from bot.sandbox.methods.request import JsonObject, Request
from bot.sandbox.refusals import bad_request
from bot.sandbox.updates import Webhook

_SECRET = re.compile(r"[A-Za-z0-9_-]{0,256}")


def set_webhook(request: Request) -> bool:
    """Post updates to a loopback address from now on; an empty one switches back."""
    updates = request.hall.updates
    url = request.get("url") or ""
    secret = request.get("secret_token") or ""
    if url and not is_loopback(urlsplit(url).hostname or ""):
        raise bad_request("bad webhook: the rehearsal hall posts to loopback addresses only")
    if not _SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    if request.get("drop_pending_updates"):
        updates.clear()
    updates.allow(request.get("allowed_updates"))
    updates.webhook = Webhook(url, secret, request.get("max_connections", 40)) if url else None
    updates.end_polls()
    return True


def delete_webhook(request: Request) -> bool:
    """Go back to getUpdates."""
    updates = request.hall.updates
    if request.get("drop_pending_updates"):
        updates.clear()
    updates.webhook = None
    updates.wake()
    return True


def get_webhook_info(request: Request) -> JsonObject:
    """Return where updates go and how many wait."""
    updates = request.hall.updates
    webhook = updates.webhook
    info: JsonObject = {
        "url": webhook.url if webhook else "",
        "has_custom_certificate": False,
        "pending_update_count": len(updates.pending),
    }
    if webhook:
        info["max_connections"] = webhook.max_connections
        if webhook.last_error:
            info["last_error_date"] = webhook.last_error_date
            info["last_error_message"] = webhook.last_error
    if updates.allowed is not None:
        info["allowed_updates"] = sorted(updates.allowed)
    return info


def is_loopback(host: str) -> bool:
    """Say whether `host` names this machine and nothing else."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
