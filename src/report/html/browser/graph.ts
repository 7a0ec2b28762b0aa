import { type Canvas, startCanvas } from "./canvas.ts"

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
  const clusters = [...view.querySelectorAll<HTMLElement>(".cluster")].map(startCluster)
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

interface ClusterPart extends Omit<GraphPart, "view"> {
  readonly element: HTMLElement
}

function startCluster(element: HTMLElement): ClusterPart {
  const drawings = [...element.querySelectorAll<HTMLElement>(".drawing")]
  const nodes = [...element.querySelectorAll<HTMLElement>(".node")]
  const status = element.querySelector<HTMLElement>(".found")
  const canvases = new Map<HTMLElement, Canvas | undefined>()
  let current: HTMLElement | undefined
  let found: readonly HTMLElement[] = []
  let at = -1

  const canvas = (): Canvas | undefined => {
    const box = current?.querySelector<HTMLElement>(".canvas")
    if (!current || !box) return undefined
    if (!canvases.has(current)) {
      const started = startCanvas(box)
      canvases.set(current, started)
      started?.camera.reset()
    }
    return canvases.get(current)
  }
  const show = (drawing: HTMLElement | undefined): void => {
    current = drawing ?? current ?? drawings[0]
    for (const one of drawings) one.classList.toggle("current", one === current)
    canvas()
  }
  const choose = (node: HTMLElement): void => {
    for (const one of element.querySelectorAll(".chosen")) one.classList.remove("chosen")
    node.classList.add("chosen")
    const fold = node.querySelector("details")
    if (fold) fold.open = true
    const box = document.getElementById(node.dataset.box ?? "")
    show(box?.closest<HTMLElement>(".drawing") ?? undefined)
    node.scrollIntoView({ block: "nearest" })
    if (!(box instanceof SVGGraphicsElement)) return
    box.classList.add("chosen")
    light(element, box.id)
    canvas()?.camera.center(box)
  }
  return {
    element,
    visit: (target) => {
      const node = target?.closest<HTMLElement>(".node")
      if (node) choose(node)
      else show(target?.closest<HTMLElement>(".drawing") ?? undefined)
    },
    search: (text) => {
      const words = text
        .toLowerCase()
        .split(/\s+/u)
        .filter((word) => word !== "")
      found = narrow(nodes, words)
      at = -1
      mark(element, words.length > 0 ? found : undefined)
      if (status) status.textContent = words.length > 0 ? `${found.length} of ${nodes.length}` : ""
      const [first] = found
      if (words.length > 0 && first) choose(first)
    },
    next: () => {
      at = (at + 1) % Math.max(1, found.length)
      const node = found[at]
      if (node) choose(node)
    },
    key: (key) => canvas()?.key(key) ?? false,
  }
}

/** Shows the nodes whose kind, namespace and name have all words. */
function narrow(nodes: readonly HTMLElement[], words: readonly string[]): readonly HTMLElement[] {
  return nodes.filter((node) => {
    const title = node.querySelector("summary")?.textContent?.toLowerCase() ?? ""
    const fits = words.every((word) => title.includes(word))
    node.hidden = !fits
    return fits
  })
}

function mark(element: HTMLElement, found: readonly HTMLElement[] | undefined): void {
  const links = new Set(found?.map(({ id }) => `#${id}`))
  const boxes = new Set(found?.map(({ dataset }) => dataset.box))
  for (const svg of element.querySelectorAll("svg")) {
    svg.classList.toggle("searched", found !== undefined)
    for (const box of svg.querySelectorAll(".box"))
      box.classList.toggle("found", links.has(box.getAttribute("href") ?? "") || boxes.has(box.id))
  }
}

/** The arrows of one box stand out. */
function light(element: HTMLElement, box: string): void {
  for (const arrow of element.querySelectorAll<SVGPathElement>(".arrow")) {
    const { from, to } = arrow.dataset
    arrow.classList.toggle("lit", from === box || to === box)
  }
  for (const svg of element.querySelectorAll("svg"))
    svg.classList.toggle("traced", svg.querySelector(".lit") !== null)
}
