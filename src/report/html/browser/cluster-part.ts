import { type Canvas, startCanvas } from "./canvas.ts"
import { wordsOf } from "./words.ts"

/** A cluster of the graph: its drawings, one shown at a time, and the list beside them. */
export class ClusterPart {
  readonly element: HTMLElement
  readonly #drawings: readonly HTMLElement[]
  readonly #nodes: readonly HTMLElement[]
  readonly #canvases = new Map<HTMLElement, Canvas | undefined>()
  #current: HTMLElement | undefined
  #found: readonly HTMLElement[] = []
  #at = -1

  constructor(element: HTMLElement) {
    this.element = element
    this.#drawings = [...element.querySelectorAll<HTMLElement>(".drawing")]
    this.#nodes = [...element.querySelectorAll<HTMLElement>(".node")]
  }

  /** Goes to a node or a drawing of the cluster. */
  visit(target: Element | null): void {
    const node = target?.closest<HTMLElement>(".node")
    if (node) this.#choose(node)
    else this.#show(target?.closest<HTMLElement>(".drawing") ?? undefined)
  }

  /** Marks the nodes whose kind, namespace and name have all words, and goes to the first. */
  search(text: string): void {
    const words = wordsOf(text)
    this.#found = narrow(this.#nodes, words)
    this.#at = -1
    mark(this.element, words.length > 0 ? this.#found : undefined)
    const status = this.element.querySelector(".found[role]")
    if (status)
      status.textContent = words.length > 0 ? `${this.#found.length} of ${this.#nodes.length}` : ""
    const [first] = this.#found
    if (words.length > 0 && first) this.#choose(first)
  }

  /** Goes to the next that the search has found. */
  next(): void {
    this.#at = (this.#at + 1) % Math.max(1, this.#found.length)
    const node = this.#found[this.#at]
    if (node) this.#choose(node)
  }

  /** Whether the key meant something. */
  key(key: string): boolean {
    return this.#canvas()?.key(key) ?? false
  }

  /** A canvas is made when its drawing is first shown: before, it has no size. */
  #canvas(): Canvas | undefined {
    const element = this.#current?.querySelector<HTMLElement>(".canvas")
    if (!element) return undefined
    if (!this.#canvases.has(element)) {
      const canvas = startCanvas(element)
      this.#canvases.set(element, canvas)
      canvas?.camera.reset()
    }
    return this.#canvases.get(element)
  }

  #show(drawing: HTMLElement | undefined): void {
    this.#current = drawing ?? this.#current ?? this.#drawings[0]
    for (const one of this.#drawings) one.classList.toggle("current", one === this.#current)
    this.#canvas()
  }

  #choose(node: HTMLElement): void {
    for (const one of this.element.querySelectorAll(".chosen")) one.classList.remove("chosen")
    node.classList.add("chosen")
    const fold = node.querySelector("details")
    if (fold) fold.open = true
    const box = document.getElementById(node.dataset.box ?? "")
    this.#show(box?.closest<HTMLElement>(".drawing") ?? undefined)
    node.scrollIntoView({ block: "nearest" })
    if (!(box instanceof SVGGraphicsElement)) return
    box.classList.add("chosen")
    light(this.element, box.id)
    this.#canvas()?.camera.center(box)
  }
}

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
