/** `1 error`, `2 errors`, `1,024 files`. */
export function count(number: number, noun: string): string {
  return `${grouped(number)} ${noun}${number === 1 ? "" : "s"}`
}

/** `1,024`; the same on every machine, unlike `toLocaleString`. */
export function grouped(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/gu, ",")
}
