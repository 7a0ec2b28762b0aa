interface Frame {
  x: number
  y: number
  width: number
  height: number
}

/** What of a picture is seen. */
export interface Camera {
  /** All of it, or its beginning where all would be too small to read. */
  reset(): void
  /** By so much of what is seen. */
  pan(across: number, down: number): void
  /** Nearer by a factor above 1, around a point of the screen or the middle. */
  zoom(factor: number, at?: { readonly clientX: number; readonly clientY: number }): void
  /** Brings a part into the middle, near enough to be read. */
  center(part: SVGGraphicsElement): void
}

/** Smaller than this share of its size a text is not read. */
const smallest = 0.6
const [nearest, farthest] = [3, 0.04]

/** Looks at a picture through its view box. */
export function createCamera(canvas: HTMLElement, svg: SVGSVGElement): Camera {
  const { width, height } = svg.viewBox.baseVal
  const frame: Frame = { x: 0, y: 0, width, height }
  const apply = (): void =>
    svg.setAttribute("viewBox", `${frame.x} ${frame.y} ${frame.width} ${frame.height}`)
  const scaled = (scale: number, x: number, y: number): void => {
    frame.width = canvas.clientWidth / scale
    frame.height = canvas.clientHeight / scale
    frame.x = x - frame.width / 2
    frame.y = y - frame.height / 2
    apply()
  }
  const scaleOf = (): number => canvas.clientWidth / frame.width
  return {
    reset: () => {
      const all = Math.min(canvas.clientWidth / width, canvas.clientHeight / height, 1)
      const scale = Math.max(all, smallest)
      const [seenWidth, seenHeight] = [canvas.clientWidth / scale, canvas.clientHeight / scale]
      scaled(
        scale,
        width > seenWidth ? seenWidth / 2 : width / 2,
        height > seenHeight ? seenHeight / 2 : height / 2,
      )
    },
    pan: (across, down) => {
      frame.x += across * frame.width
      frame.y += down * frame.height
      apply()
    },
    zoom: (factor, at) => {
      const wanted = Math.min(nearest, Math.max(farthest, scaleOf() * factor))
      const by = wanted / scaleOf()
      const box = canvas.getBoundingClientRect()
      const [across, down] = at
        ? [(at.clientX - box.left) / box.width, (at.clientY - box.top) / box.height]
        : [0.5, 0.5]
      frame.x += frame.width * across * (1 - 1 / by)
      frame.y += frame.height * down * (1 - 1 / by)
      frame.width /= by
      frame.height /= by
      apply()
    },
    center: (part) => {
      const box = part.getBBox()
      const { e = 0, f = 0 } = part.transform.baseVal.consolidate()?.matrix ?? {}
      scaled(Math.max(scaleOf(), 0.8), e + box.x + box.width / 2, f + box.y + box.height / 2)
    },
  }
}
