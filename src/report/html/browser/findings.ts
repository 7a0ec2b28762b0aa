/** The list of findings, narrowed by facets and by a search. */
export interface FindingsList {
  readonly view: HTMLElement
  search(text: string): void
  /** Moves the focus by so many findings. */
  move(step: number): void
  /** Opens or closes all that are shown. */
  fold(): void
}

interface Row {
  readonly article: HTMLElement
  readonly section: HTMLElement
  readonly keys: ReadonlySet<string>
}

/** Reads the list once; listens on its containers, not on each finding. */
export function startFindings(): FindingsList | undefined {
  const list = document.getElementById("list")
  const view = list?.closest<HTMLElement>(".view")
  if (!list || !view) return undefined
  const rows = [...list.querySelectorAll<HTMLElement>("article")].flatMap((article): Row[] => {
    const section = article.parentElement
    return section ? [{ article, section, keys: new Set(article.dataset.keys?.split(" ")) }] : []
  })
  const sections = new Set(rows.map(({ section }) => section))
  const pressed = new Map<string, Set<string>>()
  let words: readonly string[] = []
  const texts = lazily(() => rows.map(textOf))

  const apply = (): void => {
    const shown = new Map<HTMLElement, number>()
    let count = 0
    for (const [index, { article, section, keys }] of rows.entries()) {
      const fits = isChosen(keys, pressed) && words.every((word) => texts()[index]?.includes(word))
      if (article.hidden === fits) article.hidden = !fits
      if (!fits) continue
      count++
      shown.set(section, (shown.get(section) ?? 0) + 1)
    }
    for (const section of sections) {
      const isEmpty = !shown.has(section)
      if (section.hidden !== isEmpty) section.hidden = isEmpty
    }
    announce(count, rows.length)
    const isNarrowed = words.length > 0 || pressed.size > 0
    show("none", count === 0)
    show("clear", isNarrowed)
  }
  startFacets(pressed, apply)
  document.getElementById("clear")?.addEventListener("click", () => {
    pressed.clear()
    for (const button of facetButtons()) button.ariaPressed = "false"
    const input = document.getElementById("search")
    if (input instanceof HTMLInputElement) input.value = ""
    words = []
    apply()
  })
  const fold = (): void => foldAll(rows)
  document.getElementById("fold")?.addEventListener("click", fold)
  show("fold", true)
  return {
    view,
    search: (text) => {
      words = text
        .toLowerCase()
        .split(/\s+/u)
        .filter((word) => word !== "")
      apply()
    },
    move: (step) => moveFocus(rows, step),
    fold,
  }
}

function lazily<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
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
