import type { Cache } from "../../src/build/cache.ts"

/** A cache that ends with the test. */
export function memoryCache(): Cache {
  const entries = new Map<string, Uint8Array>()
  return {
    get: async (kind, key) => entries.get(`${kind}/${key}`),
    put: async (kind, key, value) => {
      entries.set(`${kind}/${key}`, value)
    },
  }
}
