import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, describe, expect, test } from "vitest"
import { dockerLogin } from "./docker-login.ts"

const home = mkdtempSync(join(tmpdir(), "sluice-docker-"))
afterAll(() => rmSync(home, { recursive: true, force: true }))

mkdirSync(join(home, ".docker"))
mkdirSync(join(home, "bin"))
const config = {
  auths: {
    "ghcr.io": { auth: Buffer.from("me:word:with:colons").toString("base64") },
    "https://registry.example.com:5000/v2/": { username: "you", password: "pass" },
    "https://index.docker.io/v1/": { auth: Buffer.from("hub:dckr").toString("base64") },
    "broken.example.com": { auth: "%%%" },
  },
  credHelpers: {
    "helper.example.com": "keeps",
    "fails.example.com": "fails",
    "absent.example.com": "absent",
    "odd.example.com": "../../bin/sh",
    "token.example.com": "token",
  },
}
writeFileSync(join(home, ".docker/config.json"), JSON.stringify(config))
for (const [name, script] of Object.entries({
  keeps: 'read server; printf \'{"Username":"kept","Secret":"for %s"}\' "$server"',
  fails: "echo credentials not found; exit 1",
  token: 'printf \'{"Username":"<token>","Secret":"x"}\'',
})) {
  const path = join(home, "bin", `docker-credential-${name}`)
  writeFileSync(path, `#!/bin/sh\n${script}\n`)
  chmodSync(path, 0o755)
}

describe.skipIf(process.platform === "win32")("what docker login has left", () => {
  const environment = { HOME: home, PATH: `${join(home, "bin")}:${process.env.PATH}` }

  test.each([
    ["ghcr.io", { username: "me", password: "word:with:colons" }],
    ["registry.example.com:5000", { username: "you", password: "pass" }],
    ["docker.io", { username: "hub", password: "dckr" }],
    ["helper.example.com", { username: "kept", password: "for helper.example.com" }],
    ["fails.example.com", undefined],
    ["absent.example.com", undefined],
    ["odd.example.com", undefined],
    ["token.example.com", { username: "", password: "", identityToken: "x" }],
    ["broken.example.com", undefined],
    ["registry.example.com", undefined],
    ["other.example.com", undefined],
  ])("for %s", async (registry, login) => {
    expect(await dockerLogin(registry, environment)).toEqual(login)
  })

  test("is nothing without a configuration, or with one that is broken", async () => {
    expect(await dockerLogin("ghcr.io", { HOME: join(home, "bin") })).toBeUndefined()
    writeFileSync(join(home, "bin/config.json"), "{")
    expect(await dockerLogin("ghcr.io", { DOCKER_CONFIG: join(home, "bin") })).toBeUndefined()
  })
})
