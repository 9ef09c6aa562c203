"""One address for one article, however it was reached."""

import re
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlencode, urlsplit

_WEB = re.compile(r"https?://\S", re.IGNORECASE)
_MOBILE = re.compile(r"^(?:www\d?|m|mobile|amp|touch)\.(?=[^.]+\.)")
_AMP_CACHE = re.compile(r"^(?P<site>[a-z0-9-]+)\.cdn\.ampproject\.org$")
_AMP_CACHE_PATH = re.compile(r"^/(?:[a-z]/)(?:s/)?(?P<address>.+)$")
_AMP_VIEWER = re.compile(r"^/amp/(?:s/)?(?P<address>[^/]+\..+)$")
_AMP_PATH = re.compile(r"(?:(?<=/)amp/(?=.)|/amp/?$|\.amp(?=\.html?$|$))")
_AMP_PARAMETERS = frozenset({"amp", "outputtype", "output", "amp_js_v", "usqp", "amp_gsa", "isamp"})
_TRACKING = re.compile(
    r"^(?:utm_.*|fb.*id|gclid|dclid|gclsrc|msclkid|yclid|igshid|mc_[ce]id|ns_.*|at_.*|cmp(?:id)?"
    r"|cid|ocid|icid|ito|smid|smtyp|partner|taid|guccounter|guce_.*|soc_.*|ref|ref_src|referrer|referer"
    r"|rss|src|source|spm|share|shared|sharetype|sh|sr_share|xtor|_ga|_gl|__twitter_impression"
    r"|mod|reflink|campaign.*|email|feature|from|via|traffic_source|ftag|ncid|sref|srnd|leadsource"
    r"|fbclid|twclid|ttclid|li_fat_id|wt\.?mc.*|intcmp|int_.*|trk|trkcampaign|linkid|rand|nocache"
    r"|print|pagewanted|emc|ei|hp|hpid|tid|wprss|wpisrc|itid|noredirect|bcmt|c=.*)$"
)
_INDEX = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?)$", re.IGNORECASE)
_LONGEST = 2_000


def canonical(url: str | None) -> str | None:
    """Give the address under which one article is one: ``https://example.com/news/story``.

    Scheme, ``www.``, mobile and AMP hosts and paths, AMP caches, tracking parameters, order of
    parameters, fragments and a last slash make no difference. None for what is no web address.
    The result is a name: it need not be reachable.
    """
    if not url or len(url) > _LONGEST or not _WEB.match(url := url.strip()):
        return None
    from courlan import normalize_url  # noqa: PLC0415 -- takes 0.1 s, which plain text saves

    try:
        parts = _out_of_cache(urlsplit(normalize_url(url)))
        host = host_of(parts.geturl())
        path = _INDEX.sub("", _AMP_PATH.sub("", unquote(parts.path))) if host else ""
        query = sorted(_kept_parameters(parts.query))
    except ValueError:
        return None
    if not host:
        return None
    path = quote(path.rstrip("/"), safe="/:@!$&'()*+,;=~-._")
    return f"https://{host}{path}" + (f"?{urlencode(query)}" if query else "")


def host_of(url: str) -> str | None:
    """Give the host without ``www.``, ``m.``, ``amp.`` and port, lower case."""
    try:
        host = (urlsplit(url if "//" in url else f"//{url}").hostname or "").rstrip(".").lower()
    except ValueError:
        return None
    return _MOBILE.sub("", host) or None


def registered_domain(url: str) -> str | None:
    """Give the domain that somebody registered: ``example.co.uk`` for any host beneath it."""
    host = host_of(url)
    if not host:
        return None
    from courlan import extract_domain  # noqa: PLC0415 -- as above

    return extract_domain(f"https://{host}/", fast=False) or host


def _out_of_cache(parts: SplitResult) -> SplitResult:
    """Give the publisher's address behind Google's AMP cache and viewer."""
    host = parts.hostname or ""
    inner = None
    if _AMP_CACHE.match(host):
        inner = _AMP_CACHE_PATH.match(parts.path)
    elif re.fullmatch(r"(?:www\.)?google\.[a-z.]{2,6}", host):
        inner = _AMP_VIEWER.match(parts.path)
    return urlsplit(f"https://{inner['address']}?{parts.query}") if inner else parts


def _kept_parameters(query: str) -> list[tuple[str, str]]:
    return [
        (name, value)
        for name, value in parse_qsl(query, keep_blank_values=True)
        if not _TRACKING.match(name.lower()) and name.lower() not in _AMP_PARAMETERS
    ]
