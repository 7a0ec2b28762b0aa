import { gzipSync } from "node:zlib"
import { describe, expect, test } from "vitest"
import { type TarEntry, tar } from "./testdata/tar.ts"
import { unpack } from "./unpack.ts"

const unpacked = async (entries: readonly TarEntry[]) =>
  [...(await unpack(gzipSync(tar(entries))))].map(([path, bytes]) => [
    path,
    new TextDecoder().decode(bytes),
  ])

describe("an archive is unpacked", () => {
  test("with its files, without its folders and links", async () => {
    const entries: readonly TarEntry[] = [
      { path: "./", type: "5" },
      { path: "./apps/", type: "5" },
      { path: "./apps/a.yaml", content: "a: 1\n" },
      { path: "empty" },
      { path: "apps/link.yaml", type: "2", link: "/etc/passwd" },
      { path: "apps/hard.yaml", type: "1", link: "../../etc/passwd" },
      { path: "large", content: "x".repeat(5000) },
    ]
    expect(await unpacked(entries)).toEqual([
      ["apps/a.yaml", "a: 1\n"],
      ["empty", ""],
      ["large", "x".repeat(5000)],
    ])
  })

  test("with names that are too long for a header", async () => {
    const long = `${"folder/".repeat(40)}a.yaml`
    const pax = `path=${long}\n`
    const length = pax.length + 1 + String(pax.length + 4).length
    expect(
      await unpacked([
        { path: "x", type: "x", content: `${length} ${pax}` },
        { path: "cut", content: "pax" },
        { path: "L", type: "L", content: `${long}.gnu\0` },
        { path: "cut", content: "gnu" },
        { path: "b.yaml", prefix: "some/prefix", content: "ustar" },
        { path: "g", type: "g", content: "" },
        { path: "c.yaml", content: "plain" },
      ]),
    ).toEqual([
      [long, "pax"],
      [`${long}.gnu`, "gnu"],
      ["some/prefix/b.yaml", "ustar"],
      ["c.yaml", "plain"],
    ])
  })
})

describe("nothing is used of an archive", () => {
  test.each(["/etc/passwd", "../a", "a/../../b", "a\\..\\b", "C:/a", "..", "/", "."])(
    "with the path %j",
    async (path) => {
      await expect(unpacked([{ path, content: "x" }])).rejects.toThrow("a path leads out of it")
    },
  )

  test("with a hostile path in a further header", async () => {
    const records = "18 path=../../etc\n"
    await expect(
      unpacked([
        { path: "x", type: "x", content: records },
        { path: "a", content: "x" },
      ]),
    ).rejects.toThrow("a path leads out of it")
  })

  test.each<readonly [string, Uint8Array, string]>([
    ["that is no gzip", Buffer.from("hello"), "it is no gzip"],
    ["that is no tar", gzipSync("x".repeat(2000)), "it is no tar archive"],
    [
      "that is cut off",
      gzipSync(tar([{ path: "a", content: "x".repeat(2000) }]).subarray(0, 1024)),
      "cut off",
    ],
    [
      "whose gzip is cut off",
      gzipSync(tar([{ path: "a", content: "x".repeat(2000) }])).subarray(0, 40),
      "it is no gzip",
    ],
    ["with a device", gzipSync(tar([{ path: "a", type: "3" }])), "neither a file nor a folder"],
    [
      "with a header of no length",
      gzipSync(tar([{ path: "x", type: "x", content: "0 path=a\n" }])),
      "a header of it is broken",
    ],
    [
      "with a header that is none",
      gzipSync(tar([{ path: "x", type: "x", content: "path" }])),
      "a header of it is broken",
    ],
  ])("%s", async (_title, archive, message) => {
    await expect(unpack(archive)).rejects.toThrow(message)
  })

  test("that lies about a size", async () => {
    await expect(unpacked([{ path: "a", content: "x", size: 1e9 }])).rejects.toThrow("cut off")
  })

  const limits = { bytes: 10_240, fileBytes: 1000, entries: 3 }
  const entry = (content: string) => ({ path: "a", content })

  test.each<readonly [string, readonly TarEntry[], boolean]>([
    ["as many entries as it may have", Array(3).fill(entry("")), true],
    ["one entry more", Array(4).fill(entry("")), false],
    ["a file as large as it may be", [entry("x".repeat(1000))], true],
    ["a file of one byte more", [entry("x".repeat(1001))], false],
  ])("with more than the limits: %s", async (_title, entries, fits) => {
    const result = unpack(gzipSync(tar(entries)), limits)
    await (fits
      ? expect(result).resolves.toBeDefined()
      : expect(result).rejects.toThrow("more than"))
  })

  test("of 300 MB of zeros in 300 KB", async () => {
    const archive = gzipSync(new Uint8Array(300 * 1024 * 1024), { level: 1 })
    await expect(unpack(archive)).rejects.toThrow("it has more than 104857600 bytes when unpacked")
  })

  test("of many gzip members, each of which is small", async () => {
    const member = gzipSync(new Uint8Array(1024 * 1024))
    const archive = Buffer.concat(Array(101).fill(member))
    await expect(unpack(archive)).rejects.toThrow("more than 104857600 bytes")
  })
})
