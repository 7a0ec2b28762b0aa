import type { GraphPart } from "./graph.ts"

/** The views of the page, one of them shown. */
export interface Views {
  current(): HTMLElement | undefined
  /** Shows a view by its place in the bar, from 0. */
  show(index: number): void
}

/** Shows the view that holds what the address names, and goes there. */
export function startViews(graph: GraphPart | undefined): Views {
  const views = [...document.querySelectorAll<HTMLElement>(".view")]
  const tabs = [...document.querySelectorAll<HTMLAnchorElement>(".bar nav a")]
  let current = views[0]
  const apply = (): void => {
    const named = document.getElementById(location.hash.slice(1))
    current = views.find((view) => named && view.contains(named)) ?? (named ? current : views[0])
    for (const view of views) view.classList.toggle("current", view === current)
    for (const tab of tabs) {
      if (tab.hash.slice(1) === current?.id) tab.setAttribute("aria-current", "page")
      else tab.removeAttribute("aria-current")
    }
    const isGraph = graph !== undefined && current === graph.view
    if (isGraph) graph.visit(named)
    if (named && named !== current && !isGraph) reveal(named)
    else scrollTo(0, 0)
  }
  addEventListener("hashchange", apply)
  apply()
  // Until then the browser goes to what the address names by itself.
  addEventListener("load", () => {
    if (location.hash !== "") apply()
  })
  return {
    current: () => current,
    show: (index) => {
      const tab = tabs[index]
      if (tab) location.hash = tab.hash
    },
  }
}

/** What is folded around a thing opens; the thing itself too. */
function reveal(named: HTMLElement): void {
  const own = named.querySelector<HTMLDetailsElement>(":scope > details")
  if (own) own.open = true
  for (let element: HTMLElement | null = named; element; element = element.parentElement) {
    if (element instanceof HTMLDetailsElement) element.open = true
  }
  named.scrollIntoView({ block: "center" })
}
