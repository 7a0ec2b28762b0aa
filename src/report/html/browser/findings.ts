import { wordsOf } from "./words.ts"

interface Row {
  readonly article: HTMLElement
  readonly section: HTMLElement
  readonly keys: ReadonlySet<string>
}

/** The list of findings, narrowed by facets and by a search. Listens on its containers, not on each finding. */
export class FindingsList {
  readonly view: HTMLElement
  readonly #rows: readonly Row[]
  readonly #pressed = new Map<string, Set<string>>()
  #words: readonly string[] = []
  /** Made when they are first searched. */
  #texts: readonly string[] | undefined

  constructor(view: HTMLElement, list: HTMLElement) {
    this.view = view
    this.#rows = [...list.querySelectorAll<HTMLElement>("article")].flatMap((article): Row[] => {
      const section = article.parentElement
      return section ? [{ article, section, keys: new Set(article.dataset.keys?.split(" ")) }] : []
    })
    startFacets(this.#pressed, () => this.#apply())
    document.getElementById("clear")?.addEventListener("click", () => this.#clear())
    document.getElementById("fold")?.addEventListener("click", () => this.fold())
    show("fold", true)
  }

  /** Shows the findings that have all words of a text. */
  search(text: string): void {
    this.#words = wordsOf(text)
    this.#apply()
  }

  /** Moves the focus by so many findings. */
  move(step: number): void {
    moveFocus(this.#rows, step)
  }

  /** Opens or closes all that are shown. */
  fold(): void {
    foldAll(this.#rows)
  }

  #clear(): void {
    this.#pressed.clear()
    for (const button of facetButtons()) button.ariaPressed = "false"
    const input = document.getElementById("search")
    if (input instanceof HTMLInputElement) input.value = ""
    this.search("")
  }

  #fits({ keys }: Row, index: number): boolean {
    if (!isChosen(keys, this.#pressed)) return false
    if (this.#words.length === 0) return true
    this.#texts ??= this.#rows.map(textOf)
    const text = this.#texts[index] ?? ""
    return this.#words.every((word) => text.includes(word))
  }

  #apply(): void {
    const shown = new Set<HTMLElement>()
    let count = 0
    for (const [index, row] of this.#rows.entries()) {
      const fits = this.#fits(row, index)
      if (row.article.hidden === fits) row.article.hidden = !fits
      if (!fits) continue
      count++
      shown.add(row.section)
    }
    for (const { section } of this.#rows) {
      if (section.hidden === shown.has(section)) section.hidden = !shown.has(section)
    }
    announce(count, this.#rows.length)
    show("none", count === 0)
    show("clear", this.#words.length > 0 || this.#pressed.size > 0)
  }
}

/** Undefined on pages without findings. */
export function startFindings(): FindingsList | undefined {
  const list = document.getElementById("list")
  const view = list?.closest<HTMLElement>(".view")
  return list && view ? new FindingsList(view, list) : undefined
}

function textOf({ article, section }: Row): string {
  const path = section.querySelector("h3")?.textContent ?? ""
  return `${path}\n${article.textContent}`.toLowerCase()
}

/** Of each facet with a choice, one of the chosen values. */
function isChosen(keys: ReadonlySet<string>, pressed: ReadonlyMap<string, Set<string>>): boolean {
  for (const chosen of pressed.values()) {
    if (![...chosen].some((key) => keys.has(key))) return false
  }
  return true
}

function facetButtons(): readonly HTMLButtonElement[] {
  return [...document.querySelectorAll<HTMLButtonElement>(".facet button")]
}

function startFacets(pressed: Map<string, Set<string>>, apply: () => void): void {
  for (const button of facetButtons()) button.disabled = false
  // On a small screen the filters would be all that one sees.
  const panel = document.querySelector<HTMLDetailsElement>(".facet-fold")
  if (panel && matchMedia("(max-width: 60rem)").matches) panel.open = false
  document.querySelector(".facets")?.addEventListener("click", (event) => {
    const button = event.target instanceof Element && event.target.closest("button[data-key]")
    if (!(button instanceof HTMLButtonElement)) return
    const facet = button.closest<HTMLElement>(".facet")?.dataset.facet ?? ""
    const key = button.dataset.key ?? ""
    const chosen = pressed.get(facet) ?? new Set()
    if (!chosen.delete(key)) chosen.add(key)
    if (chosen.size > 0) pressed.set(facet, chosen)
    else pressed.delete(facet)
    button.ariaPressed = String(chosen.has(key))
    apply()
  })
}

function announce(count: number, total: number): void {
  const found = document.getElementById("found")
  const noun = total === 1 ? "finding" : "findings"
  if (found)
    found.textContent = count === total ? `${total} ${noun}` : `${count} of ${total} ${noun}`
}

function show(id: string, isShown: boolean): void {
  const element = document.getElementById(id)
  if (element) element.hidden = !isShown
}

function foldAll(rows: readonly Row[]): void {
  const folds = rows
    .filter(({ article }) => !article.hidden)
    .flatMap(({ article }) => article.querySelector<HTMLDetailsElement>("details") ?? [])
  const open = folds.some((details) => !details.open)
  for (const details of folds) details.open = open
  const button = document.getElementById("fold")
  if (button) button.textContent = open ? "Close all" : "Open all"
}

function moveFocus(rows: readonly Row[], step: number): void {
  const shown = rows.filter(({ article }) => !article.hidden)
  const at = shown.findIndex(({ article }) => article.contains(document.activeElement))
  const next = at < 0 ? (step > 0 ? 0 : shown.length - 1) : at + step
  const summary =
    shown[Math.max(0, Math.min(shown.length - 1, next))]?.article.querySelector("summary")
  summary?.focus()
  summary?.scrollIntoView({ block: "nearest" })
}
