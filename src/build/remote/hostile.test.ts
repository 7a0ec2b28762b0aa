import { fc, test } from "@fast-check/vitest"
import { describe, expect } from "vitest"
import { archiveUrl, indexUrl, loginIn, originOf, shownUrl } from "./chart-url.ts"
import { dockerEntryFor } from "./docker-config.ts"
import { parseLock } from "./lock.ts"
import { readChallenge, tokenUrl } from "./oci-challenge.ts"
import { errorCodes, readManifest } from "./oci-manifest.ts"
import { parseOciUrl } from "./oci-reference.ts"
import { BadArchive, readTar } from "./read-tar.ts"
import { readRepositoryIndex } from "./repository-index.ts"
import { tar } from "./testdata/tar.ts"

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

describe("nothing that a server sends is a crash", () => {
  test.prop([fc.oneof(fc.string(), fc.json(), fc.webUrl())])("text", (text) => {
    for (const read of [indexUrl, originOf, shownUrl, loginIn, parseLock, readChallenge]) read(text)
    archiveUrl("https://charts.example/a", text)
    dockerEntryFor(text, "ghcr.io")
    parseOciUrl(text, false)
    parseOciUrl(`oci://${text}`, true)
    tokenUrl({ scheme: "bearer", realm: text }, "a/b")
    readManifest(bytes(text))
    errorCodes(bytes(text))
    const index = readRepositoryIndex(bytes(`entries:\n  ${text}`))
    if ("names" in index) for (const name of index.names) index.entries(name)
  })

  test.prop([fc.uint8Array({ maxLength: 2000 })])("bytes", (content) => {
    readManifest(content)
    readRepositoryIndex(content)
    expectFilesOrRefusal(content)
  })

  const whole = tar([
    { path: "a/b.yaml", content: "a: 1\n" },
    { path: "x", type: "x", content: "12 path=c/d\n" },
    { path: "e", content: "x".repeat(600) },
  ])

  test.prop([fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 20 })])(
    "an archive with some bytes changed",
    (changes) => {
      const damaged = new Uint8Array(whole)
      for (const [at, byte] of changes) damaged[at] = byte
      expectFilesOrRefusal(damaged)
    },
  )
})

function expectFilesOrRefusal(content: Uint8Array): void {
  try {
    for (const path of readTar(content).keys()) {
      expect(path).not.toMatch(/^\/|\\|\0/u)
      expect(path.split("/")).not.toContain("..")
    }
  } catch (error) {
    expect(error).toBeInstanceOf(BadArchive)
  }
}

test.prop([fc.string(), fc.string()])("an address that is shown holds no login", (name, word) => {
  const login = `${encodeURIComponent(name)}xyz:${encodeURIComponent(word)}xyz`
  expect(shownUrl(`https://${login}@charts.example/a?token=${word}xyz#b`)).toBe(
    "https://charts.example/a",
  )
})
