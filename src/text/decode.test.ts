import { describe, expect, test } from "vitest"
import { decodeUtf8 } from "./decode.ts"

describe("bytes", () => {
  test.each([
    ["UTF-8", [0x61, 0xc3, 0xa9], "aé"],
    ["UTF-8 with a byte order mark, which stays", [0xef, 0xbb, 0xbf, 0x61], "\uFEFFa"],
    ["UTF-16, little end first", [0xff, 0xfe, 0x61, 0x00, 0x3d, 0xd8, 0x00, 0xde], "\uFEFFa😀"],
    ["UTF-16, big end first", [0xfe, 0xff, 0x00, 0x61, 0x00, 0xe9], "\uFEFFaé"],
    ["nothing", [], ""],
  ])("in %s", (_, bytes, text) => {
    expect(decodeUtf8(Uint8Array.from(bytes))).toEqual({ text })
  })

  test.each([
    ["a byte of Latin-1", [0x61, 0x62, 0xe9, 0x63], "UTF-8", 2],
    ["a character that is cut off", [0x61, 0xe2, 0x82], "UTF-8", 1],
    ["a surrogate", [0xed, 0xa0, 0x80], "UTF-8", 0],
    ["half a UTF-16 unit", [0xff, 0xfe, 0x61, 0x00, 0x62], "UTF-16", 4],
    ["half a surrogate pair", [0xfe, 0xff, 0xd8, 0x3d, 0x00, 0x61], "UTF-16", 2],
  ])("that are no text, by %s", (_, bytes, encoding, offset) => {
    expect(decodeUtf8(Uint8Array.from(bytes))).toEqual({
      error: `The file is not ${encoding} text.`,
      offset,
    })
  })
})
