import { pagePolicy, pageScript, pageStyle } from "./generated/assets.ts"
import { type Html, html, verbatim } from "./html.ts"

/** One of the parts that a page shows, one at a time with its script and one below the other without. */
export interface View {
  /** Its address in the page: `findings`. */
  readonly id: string
  readonly title: string
  readonly count?: string
  readonly content: Html
}

/** What a page is made of. */
export interface Page {
  readonly title: string
  readonly tool: { readonly name: string; readonly version: string }
  readonly views: readonly View[]
}

/** A page in one file: its style and script are inside, its policy allows these two and nothing else. */
export function pageHtml({ title, tool, views }: Page): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${pagePolicy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${verbatim(pageStyle)}</style>
<script>${verbatim(pageScript)}</script>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header class="bar">
<span class="brand">${tool.name}</span>
<nav aria-label="Views">${views.map(tab)}</nav>
<div class="tools" id="tools" hidden>
<label class="search"><span class="unseen">Search</span><input type="search" id="search" placeholder="Search" autocomplete="off" spellcheck="false"><kbd aria-hidden="true">/</kbd></label>
<button type="button" id="theme" title="Light, dark, or as the system has it (t)">Theme: <span id="theme-name">system</span></button>
<button type="button" id="help" aria-haspopup="dialog" title="Keys (?)" aria-label="Keys">?</button>
</div>
</header>
<main id="main" tabindex="-1">
${views.map(viewHtml)}
</main>
<footer>${tool.name} ${tool.version}. This page is one file: it loads nothing and sends nothing.</footer>
${keysDialog}
</body>
</html>
`.markup
}

function tab({ id, title, count }: View): Html {
  return html`<a href="#${id}">${title}${count === undefined ? undefined : html` <span class="count">${count}</span>`}</a>`
}

function viewHtml({ id, title, content }: View): Html {
  return html`<section class="view" id="${id}" aria-labelledby="${id}-title">
<h2 class="view-title" id="${id}-title">${title}</h2>
${content}
</section>
`
}

const keys: readonly (readonly [string, string])[] = [
  ["/", "search"],
  ["j  k", "next, previous finding; so do the arrows on a finding"],
  ["Enter", "open or close it"],
  ["e", "open or close all"],
  ["1 … 5", "the views, from left to right"],
  ["t", "light or dark"],
  ["+  −  0", "graph: nearer, farther, all of it; the arrows move it"],
  ["Esc", "leave the search, clear it, close this"],
  ["?", "this list"],
]

const keysDialog = html`<dialog id="keys" aria-labelledby="keys-title"><h2 id="keys-title">Keys</h2><dl>${keys.map(
  ([key, meaning]) => html`<dt><kbd>${key}</kbd></dt><dd>${meaning}</dd>`,
)}</dl><form method="dialog"><button>Close</button></form></dialog>`
