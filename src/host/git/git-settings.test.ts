import { expect, test } from "vitest"
import { proxiesOf } from "../fetch/proxy.ts"
import { gitSettings, remoteSettings } from "./git-settings.ts"
import type { PrivateFolder } from "./private-folder.ts"

const folder: PrivateFolder = {
  path: "/private",
  write: (name) => `/private/${name}`,
  makeFolder: (name) => `/private/${name}`,
}

function environmentOf(address: string, pinned?: string): NodeJS.ProcessEnv {
  const proxy = proxiesOf({ https_proxy: address })(new URL("https://git.example"))
  if (typeof proxy !== "object") throw new Error("no proxy")
  const way = { by: "proxy", proxy, ...(pinned === undefined ? {} : { address: pinned }) } as const
  const { settings, more } = remoteSettings({ url: "https://git.example/a.git" }, way, folder)
  const user = { PATH: "/bin", https_proxy: "http://other.example", no_proxy: "*", ALL_PROXY: "x" }
  return gitSettings(user, "/private/home", settings, more)
}

/** What git makes of its settings: the last one of a key counts. */
function settingsOf(environment: NodeJS.ProcessEnv): Readonly<Record<string, string | undefined>> {
  const count = Number(environment.GIT_CONFIG_COUNT)
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      environment[`GIT_CONFIG_KEY_${index}`],
      environment[`GIT_CONFIG_VALUE_${index}`],
    ]),
  )
}

test.each([
  ["http://proxy.example:3128", "http://proxy.example:3128"],
  ["http://proxy.example", "http://proxy.example:80"],
  ["https://proxy.example", "https://proxy.example:443"],
  ["http://[2001:db8::1]:3128", "http://[2001:db8::1]:3128"],
  ["http://me:p%40ss@proxy.example:3128", "http://me:p%40ss@proxy.example:3128"],
  ["http://me@proxy.example:3128", "http://me:@proxy.example:3128"],
])("git goes through %s by %s", (address, expected) => {
  expect(settingsOf(environmentOf(address))).toMatchObject({
    "http.proxy": expected,
    "http.proxyAuthMethod": "basic",
    "http.followRedirects": "false",
  })
})

test("it goes to the proxy at the address that was judged", () => {
  const settings = settingsOf(environmentOf("http://proxy.example", "192.0.2.1"))
  expect(settings["http.curloptResolve"]).toBe("proxy.example:80:192.0.2.1")
  expect(settingsOf(environmentOf("http://192.0.2.1", "192.0.2.1"))).not.toHaveProperty([
    "http.curloptResolve",
  ])
})

test("it sees no proxy of the environment by itself", () => {
  const names = Object.keys(environmentOf("http://proxy.example"))
  expect(names.filter((name) => /proxy/iu.test(name))).toEqual([])
})
