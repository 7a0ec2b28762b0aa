import { ClusterPart } from "./cluster-part.ts"

/** The graph: its clusters and drawings, one shown at a time, and the list beside them. */
export interface GraphPart {
  readonly view: HTMLElement
  /** Goes to a cluster, a drawing or a node; called when the view is shown. */
  visit(target: Element | null): void
  search(text: string): void
  /** Goes to the next that the search has found. */
  next(): void
  /** Whether the key meant something. */
  key(key: string): boolean
}

/** Undefined on pages without a graph. */
export function startGraph(): GraphPart | undefined {
  const view = document.getElementById("graph")
  if (!view) return undefined
  const clusters = [...view.querySelectorAll<HTMLElement>(".cluster")].map(
    (element) => new ClusterPart(element),
  )
  const tabs = [...view.querySelectorAll<HTMLAnchorElement>(".clusters a")]
  let current = clusters[0]
  const visit = (target: Element | null): void => {
    current = clusters.find(({ element }) => target && element.contains(target)) ?? current
    for (const cluster of clusters) cluster.element.classList.toggle("current", cluster === current)
    for (const tab of tabs) {
      if (tab.hash.slice(1) === current?.element.id) tab.setAttribute("aria-current", "true")
      else tab.removeAttribute("aria-current")
    }
    current?.visit(target)
  }
  return {
    view,
    visit,
    search: (text) => {
      for (const cluster of clusters) cluster.search(text)
    },
    next: () => current?.next(),
    key: (key) => current?.key(key) ?? false,
  }
}
