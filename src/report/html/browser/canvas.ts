import { Camera } from "./camera.ts"

/** A canvas with its picture, moved by mouse, finger, wheel and keys. */
export interface Canvas {
  readonly element: HTMLElement
  readonly svg: SVGSVGElement
  readonly camera: Camera
  /** Whether the key meant something. */
  key(key: string): boolean
}

/** Movements below this many pixels are clicks. */
const slop = 4

/** Makes a canvas movable; undefined where it holds no picture. */
export function startCanvas(element: HTMLElement): Canvas | undefined {
  const svg = element.querySelector("svg")
  if (!svg) return undefined
  const camera = new Camera(element, svg)
  // The list beside the picture has them in reach of the Tab key.
  for (const box of svg.querySelectorAll(".box")) box.setAttribute("tabindex", "-1")
  startDragging(element, camera)
  element.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault()
      camera.zoom(Math.exp(-event.deltaY * (event.deltaMode === 0 ? 0.0016 : 0.05)), event)
    },
    { passive: false },
  )
  const key = (name: string): boolean => {
    const act = actions(camera)[name]
    act?.()
    return act !== undefined
  }
  element.append(buttons(camera))
  return { element, svg, camera, key }
}

function actions(camera: Camera): Readonly<Record<string, () => void>> {
  return {
    ArrowLeft: () => camera.pan(-0.12, 0),
    ArrowRight: () => camera.pan(0.12, 0),
    ArrowUp: () => camera.pan(0, -0.12),
    ArrowDown: () => camera.pan(0, 0.12),
    "+": () => camera.zoom(1.3),
    "=": () => camera.zoom(1.3),
    "-": () => camera.zoom(1 / 1.3),
    "0": () => camera.reset(),
  }
}

function startDragging(element: HTMLElement, camera: Camera): void {
  let start: PointerEvent | undefined
  let last: PointerEvent | undefined
  let isMoved = false
  element.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || (event.target instanceof Element && event.target.closest("button")))
      return
    start = event
    last = event
    isMoved = false
  })
  element.addEventListener("pointermove", (event) => {
    if (!start || !last) return
    const distance = Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY)
    if (!isMoved && distance < slop) return
    if (!isMoved) element.setPointerCapture(event.pointerId)
    isMoved = true
    element.classList.add("moved")
    camera.pan(
      (last.clientX - event.clientX) / element.clientWidth,
      (last.clientY - event.clientY) / element.clientHeight,
    )
    last = event
  })
  const stop = (): void => {
    start = undefined
    element.classList.remove("moved")
  }
  element.addEventListener("pointerup", stop)
  element.addEventListener("pointercancel", stop)
  element.addEventListener("dragstart", (event) => event.preventDefault())
  element.addEventListener(
    "click",
    (event) => {
      if (isMoved) event.preventDefault()
      isMoved = false
    },
    true,
  )
}

function buttons(camera: Camera): HTMLElement {
  const bar = document.createElement("div")
  bar.className = "zoom"
  const add = (text: string, label: string, act: () => void): void => {
    const button = document.createElement("button")
    button.type = "button"
    button.textContent = text
    button.setAttribute("aria-label", label)
    button.addEventListener("click", act)
    bar.append(button)
  }
  add("+", "Nearer", () => camera.zoom(1.3))
  add("−", "Farther", () => camera.zoom(1 / 1.3))
  add("all", "All of it", () => camera.reset())
  return bar
}
