import { UsageError } from "../model/errors.ts"

const units: Readonly<Record<string, number>> = {
  "": 1,
  k: 1e3,
  m: 1e6,
  g: 1e9,
  ki: 1024,
  mi: 1024 ** 2,
  gi: 1024 ** 3,
}

/** `500MB`, `2GiB`, `1024` → bytes. */
export function parseSize(text: string, source: string): number {
  const [, number, unit = ""] = /^(\d+(?:\.\d+)?)\s*([kmg]i?)?b?$/iu.exec(text.trim()) ?? []
  if (number === undefined)
    throw new UsageError(
      `\`${source}\` is \`${text}\`; it takes a size such as \`500MB\` or \`2GiB\`.`,
    )
  return Math.floor(Number(number) * (units[unit.toLowerCase()] ?? 1))
}

/** `1.5 MiB`: for people. */
export function formatSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  const [size, unit] =
    bytes < 1024 ** 2
      ? [bytes / 1024, "KiB"]
      : bytes < 1024 ** 3
        ? [bytes / 1024 ** 2, "MiB"]
        : [bytes / 1024 ** 3, "GiB"]
  return `${size.toFixed(1)} ${unit}`
}
