/** Text that is shown with too little contrast to what is behind it. */
export interface PaleText {
  readonly text: string
  readonly ratio: number
  readonly colors: string
}

/**
 * Runs in the page: every text that is shown, with the contrast that WCAG 2.2 measures (1.4.3) between its computed
 * colour and that of the nearest filled thing behind it. Large text needs 3, all other 4.5.
 */
export function measureContrast(): {
  readonly measured: number
  readonly pale: readonly PaleText[]
} {
  type Color = readonly [number, number, number, number]
  const parse = (text: string): Color => {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (text.match(/[\d.]+/gu) ?? []).map(Number)
    return text === "none" || text === "transparent" ? [0, 0, 0, 0] : [red, green, blue, alpha]
  }
  const over = (top: Color, below: Color): Color => {
    const mix = (index: 0 | 1 | 2): number => top[index] * top[3] + below[index] * (1 - top[3])
    return [mix(0), mix(1), mix(2), 1]
  }
  const luminance = (color: Color): number => {
    const [red, green, blue] = color.slice(0, 3).map((channel) => {
      const value = channel / 255
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0)
  }
  const backgroundOf = (element: Element | null): Color => {
    if (!element) return [255, 255, 255, 1]
    const face = element instanceof SVGElement ? element.closest("a")?.querySelector(".face") : null
    const own = face
      ? parse(getComputedStyle(face).fill)
      : parse(getComputedStyle(element).backgroundColor)
    if (own[3] === 1) return own
    return over(own, backgroundOf(element.parentElement))
  }
  const pale: PaleText[] = []
  let measured = 0
  const judge = (element: Element, style: CSSStyleDeclaration, text: string): void => {
    const isSvg = element instanceof SVGElement
    const background = backgroundOf(element)
    const color = over(parse(isSvg ? style.fill : style.color), background)
    const [light, dark] = [luminance(color), luminance(background)].sort((a, b) => b - a)
    const ratio = ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
    const size = Number.parseFloat(style.fontSize)
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700)
    measured++
    if (ratio < (isLarge ? 3 : 4.5)) pale.push({ text, ratio, colors: `${color} on ${background}` })
  }
  for (const element of document.querySelectorAll("body *")) {
    if (!element.checkVisibility({ contentVisibilityAuto: false })) continue
    if (element instanceof HTMLInputElement)
      judge(element, getComputedStyle(element, "::placeholder"), element.placeholder)
    const text = [...element.childNodes]
      .filter((node) => node.nodeType === Node.TEXT_NODE)
      .map((node) => node.textContent?.trim() ?? "")
      .join("")
    if (text !== "" && element.tagName !== "title") judge(element, getComputedStyle(element), text)
  }
  return { measured, pale }
}
