import { describe, expect, test } from "vitest"
import { proxiesOf, shownProxy } from "./proxy.ts"

const proxyOf = (address: string, environment: Readonly<Record<string, string>>): unknown => {
  const proxy = proxiesOf(environment)(new URL(address))
  return typeof proxy === "object" ? proxy.url.host : proxy
}

// https://nodejs.org/api/http.html#built-in-proxy-support
describe("the proxy of an address", () => {
  const all = { http_proxy: "http://plain.example:3128", https_proxy: "http://tls.example:3128" }

  test("is that of its scheme", () => {
    expect(proxyOf("http://charts.example", all)).toBe("plain.example:3128")
    expect(proxyOf("https://charts.example", all)).toBe("tls.example:3128")
    expect(proxyOf("https://charts.example", { HTTP_PROXY: "http://p.example:1" })).toBeUndefined()
  })

  test("is read in capitals too, small letters first; empty is none", () => {
    const both = { HTTPS_PROXY: "http://large.example:1", https_proxy: "http://small.example:1" }
    expect(proxyOf("https://charts.example", both)).toBe("small.example:1")
    expect(proxyOf("https://charts.example", { ...both, https_proxy: "" })).toBe("large.example:1")
  })

  test("may be written without a scheme", () => {
    expect(proxyOf("https://charts.example", { https_proxy: "p.example:3128" })).toBe(
      "p.example:3128",
    )
  })

  test("of another kind is a reason to ask nobody", () => {
    for (const value of ["socks5://user:pa55@p.example:1080", "http://", "http://a b"])
      expect(proxyOf("https://charts.example", { HTTPS_PROXY: value })).toBe(
        "HTTPS_PROXY names no proxy of http or https",
      )
  })

  test.each<[list: string, address: string, isDirect: boolean]>([
    ["*", "https://charts.example", true],
    ["charts.example", "https://charts.example", true],
    ["charts.example", "https://a.charts.example", false],
    ["CHARTS.example", "https://charts.example.", true],
    [".example", "https://charts.example", true],
    ["*.example", "https://charts.example", true],
    ["*.example", "https://charts.example2", false],
    ["charts.example:443", "https://charts.example", true],
    ["charts.example:443", "https://charts.example:8443", false],
    ["a.example, charts.example b.example", "https://charts.example", true],
    ["192.0.2.7", "https://192.0.2.7", true],
    ["192.0.2.1-192.0.2.9", "https://192.0.2.7", true],
    ["192.0.2.1-192.0.2.9", "https://192.0.2.10", false],
    ["192.0.2.9-192.0.2.1", "https://192.0.2.7", false],
    ["192.0.2.0/24", "https://192.0.2.7", true],
    ["192.0.2.0/99", "https://192.0.2.7", false],
    ["2001:db8::/32", "https://[2001:db8::1]", true],
    ["", "https://charts.example", false],
    // A proxy's loopback address is the proxy itself, as Go's clients have it.
    ["", "https://localhost:8443", true],
    ["", "https://127.0.0.1", true],
    ["", "https://[::1]", true],
  ])("no_proxy %j: %s is asked directly: %s", (no_proxy, address, isDirect) => {
    expect(proxyOf(address, { ...all, no_proxy }) === undefined).toBe(isDirect)
  })
})

test.each([
  ["http://user:pa55@proxy.example:3128", "http://***@proxy.example:3128"],
  ["http://user:p@55@proxy.example:3128", "http://***@proxy.example:3128"],
  ["http://user:p/55@proxy.example:3128", "http://***@proxy.example:3128"],
  ["user:pa55@proxy.example:3128", "***@proxy.example:3128"],
  ["http://proxy.example:3128", "http://proxy.example:3128"],
  [".example,10.0.0.0/8", ".example,10.0.0.0/8"],
])("%s is shown as %s", (text, shown) => {
  expect(shownProxy(text)).toBe(shown)
})
