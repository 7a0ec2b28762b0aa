import { expect, test } from "vitest"
import { decodeActionResult, encodeActionResult } from "./action-result.ts"

const hash = "ab".repeat(32)

// Put together by hand from protobuf.dev/programming-guides/encoding: output_files { path: "result" digest { hash: "abab…" size_bytes: 300 } }
const encoded = Buffer.concat([
  Buffer.from([0x12, 0x4f, 0x0a, 0x06]),
  Buffer.from("result"),
  Buffer.from([0x12, 0x45, 0x0a, 0x40]),
  Buffer.from(hash),
  Buffer.from([0x10, 0xac, 0x02]),
])

test("an action result is a protocol buffer with one output file", () => {
  expect(Buffer.from(encodeActionResult({ hash, size: 300 }))).toEqual(encoded)
  expect(decodeActionResult(encoded)).toEqual({ hash, size: 300 })
})

test("sizes of several bytes come back, and fields that others add are passed over", () => {
  for (const size of [0, 1, 127, 128, 16_384, 104_857_600, 5_000_000_000])
    expect(decodeActionResult(encodeActionResult({ hash, size }))).toEqual({ hash, size })
  // exit_code 1, and a field of each other wire type.
  const more = [0x20, 0x01, 0x79, ...Array(8).fill(0), 0x7d, ...Array(4).fill(0)]
  expect(decodeActionResult(Buffer.concat([encoded, Buffer.from(more)]))).toEqual({
    hash,
    size: 300,
  })
})

test("what is cut off, or something else, is none", () => {
  // As long as the head of the output file is whole, the cut shows in its length.
  for (let length = 0; length < encoded.length; length++)
    expect(decodeActionResult(encoded.subarray(0, length))).toBeUndefined()
  for (const text of ["", "<html>not found</html>", "{}", "\u0012\u007f"])
    expect(decodeActionResult(Buffer.from(text))).toBeUndefined()
  expect(decodeActionResult(encodeActionResult({ hash: "../x", size: 1 }))).toBeUndefined()
  // A length without an end.
  expect(decodeActionResult(new Uint8Array(20).fill(0xff))).toBeUndefined()
})
