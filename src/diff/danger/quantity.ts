import type { JsonValue } from "../../yaml/json.ts"

const powers: Readonly<Record<string, number>> = {
  ...{ n: 1e-9, u: 1e-6, m: 1e-3, "": 1, k: 1e3, M: 1e6, G: 1e9, T: 1e12, P: 1e15, E: 1e18 },
  ...{ Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40, Pi: 2 ** 50, Ei: 2 ** 60 },
}

/** The number that a quantity of Kubernetes stands for (`10Gi`, `500m`, `1e3`); undefined for anything else. */
export function quantity(value: JsonValue | undefined): number | undefined {
  if (typeof value === "number") return value
  if (typeof value !== "string") return undefined
  const [, number, suffix = ""] =
    /^([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)([numkMGTPE]|[KMGTPE]i)?$/u.exec(value) ?? []
  return number === undefined ? undefined : Number(number) * (powers[suffix] ?? Number.NaN)
}
