/** Smaller than this share of its size a text is not read. */
const smallest = 0.6
const [nearest, farthest] = [3, 0.04]

/** What of a picture is seen: moves its view box. */
export class Camera {
  readonly #canvas: HTMLElement
  readonly #svg: SVGSVGElement
  readonly #width: number
  readonly #height: number
  readonly #frame: { x: number; y: number; width: number; height: number }

  constructor(canvas: HTMLElement, svg: SVGSVGElement) {
    const { width, height } = svg.viewBox.baseVal
    this.#canvas = canvas
    this.#svg = svg
    this.#width = width
    this.#height = height
    this.#frame = { x: 0, y: 0, width, height }
  }

  /** All of it, or its beginning where all would be too small to read. */
  reset(): void {
    const { clientWidth, clientHeight } = this.#canvas
    const all = Math.min(clientWidth / this.#width, clientHeight / this.#height, 1)
    const scale = Math.max(all, smallest)
    const x = Math.min(this.#width, clientWidth / scale) / 2
    const y = Math.min(this.#height, clientHeight / scale) / 2
    this.#look(scale, x, y)
  }

  /** By so much of what is seen. */
  pan(across: number, down: number): void {
    const frame = this.#frame
    frame.x += across * frame.width
    frame.y += down * frame.height
    this.#apply()
  }

  /** Nearer by a factor above 1, around a point of the screen or the middle. */
  zoom(factor: number, at?: { readonly clientX: number; readonly clientY: number }): void {
    const frame = this.#frame
    const by = Math.min(nearest, Math.max(farthest, this.#scale() * factor)) / this.#scale()
    const box = this.#canvas.getBoundingClientRect()
    const across = at ? (at.clientX - box.left) / box.width : 0.5
    const down = at ? (at.clientY - box.top) / box.height : 0.5
    frame.x += frame.width * across * (1 - 1 / by)
    frame.y += frame.height * down * (1 - 1 / by)
    frame.width /= by
    frame.height /= by
    this.#apply()
  }

  /** Brings a part into the middle, near enough to be read. */
  center(part: SVGGraphicsElement): void {
    const box = part.getBBox()
    const { e = 0, f = 0 } = part.transform.baseVal.consolidate()?.matrix ?? {}
    const scale = Math.max(this.#scale(), 0.8)
    this.#look(scale, e + box.x + box.width / 2, f + box.y + box.height / 2)
  }

  #scale(): number {
    return this.#canvas.clientWidth / this.#frame.width
  }

  #look(scale: number, x: number, y: number): void {
    const frame = this.#frame
    frame.width = this.#canvas.clientWidth / scale
    frame.height = this.#canvas.clientHeight / scale
    frame.x = x - frame.width / 2
    frame.y = y - frame.height / 2
    this.#apply()
  }

  #apply(): void {
    const { x, y, width, height } = this.#frame
    this.#svg.setAttribute("viewBox", `${x} ${y} ${width} ${height}`)
  }
}
