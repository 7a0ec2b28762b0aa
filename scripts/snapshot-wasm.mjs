// Runs a WebAssembly program up to a point, and writes another one that starts there: what Go's start and the parsing
// of Kubernetes' OpenAPI schema leave in memory becomes part of the file. (Wizer does the same, in Rust.)

const sections = { memory: 5, global: 6, export: 7, data: 11, dataCount: 12 }
const i32 = { type: 0x7f, code: 0x41 }
const i64 = { type: 0x7e, code: 0x42 }

/** Bytes of zero that are cheaper to write down than another data segment. */
const smallestGap = 32

/** 512 MiB in pages of 64 KiB: where the engine's memory ends. */
const maxPages = 8192

/**
 * Gives the program as it is after `run`, without its start function `_initialize`.
 *
 * @param {Buffer} wasm
 * @param {(module: WebAssembly.Module) => WebAssembly.Instance} run
 * @returns {Buffer}
 */
export function snapshot(wasm, run) {
  const parts = readSections(wasm)
  const globals = readGlobals(parts)
  const instance = run(new WebAssembly.Module(exportGlobals(parts, globals)))
  const memory = Buffer.from(instance.exports.memory.buffer)
  const segments = findSegments(memory)
  return writeSections(
    parts.flatMap((part) => {
      switch (part.id) {
        case sections.memory:
          return [
            {
              id: part.id,
              content: Buffer.from([
                1,
                1,
                ...unsigned(memory.length / 65_536),
                ...unsigned(maxPages),
              ]),
            },
          ]
        case sections.global:
          return [{ id: part.id, content: writeGlobals(globals, instance) }]
        case sections.export:
          return [{ id: part.id, content: withoutExport(part.content, "_initialize") }]
        case sections.data:
          return [{ id: part.id, content: writeSegments(memory, segments) }]
        case sections.dataCount:
          return [{ id: part.id, content: Buffer.from(unsigned(segments.length)) }]
        default:
          return [part]
      }
    }),
  )
}

function readSections(wasm) {
  const parts = []
  for (let offset = 8; offset < wasm.length; ) {
    const [size, start] = readUnsigned(wasm, offset + 1)
    parts.push({ id: wasm[offset], content: wasm.subarray(start, start + size) })
    offset = start + size
  }
  return parts
}

function writeSections(parts) {
  const header = Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0])
  return Buffer.concat([
    header,
    ...parts.flatMap(({ id, content }) => [
      Buffer.from([id, ...unsigned(content.length)]),
      content,
    ]),
  ])
}

function contentOf(parts, id) {
  const part = parts.find((candidate) => candidate.id === id)
  if (part === undefined) throw new Error(`the program has no section ${id}`)
  return part.content
}

/** Go's globals are its registers: mutable integers with a constant for a start. */
function readGlobals(parts) {
  const content = contentOf(parts, sections.global)
  let [count, offset] = readUnsigned(content, 0)
  const globals = []
  for (; count > 0; count--) {
    const kind = [i32, i64].find(({ type }) => type === content[offset])
    if (kind === undefined || content[offset + 1] !== 1 || content[offset + 2] !== kind.code) {
      throw new Error("a global is no mutable integer")
    }
    for (offset += 3; content[offset] >= 0x80; offset++);
    if (content[offset + 1] !== 0x0b) throw new Error("a global has no constant for a start")
    offset += 2
    globals.push(kind)
  }
  return globals
}

function writeGlobals(globals, instance) {
  const entries = globals.map(({ type, code }, index) => [
    type,
    1,
    code,
    ...signed(BigInt(instance.exports[`global ${index}`].value)),
    0x0b,
  ])
  return Buffer.from([...unsigned(globals.length), ...entries.flat()])
}

/** The same program, with its globals in sight. */
function exportGlobals(parts, globals) {
  const content = contentOf(parts, sections.export)
  const [count, start] = readUnsigned(content, 0)
  const added = globals.flatMap((_, index) => {
    const name = Buffer.from(`global ${index}`)
    return [...unsigned(name.length), ...name, 3, ...unsigned(index)]
  })
  const exports = Buffer.from([
    ...unsigned(count + globals.length),
    ...content.subarray(start),
    ...added,
  ])
  return writeSections(
    parts.map((part) => (part.id === sections.export ? { id: part.id, content: exports } : part)),
  )
}

function withoutExport(content, dropped) {
  let [count, offset] = readUnsigned(content, 0)
  const kept = []
  for (; count > 0; count--) {
    const start = offset
    const [length, name] = readUnsigned(content, offset)
    const [, end] = readUnsigned(content, name + length + 1)
    if (content.toString("utf8", name, name + length) !== dropped)
      kept.push(content.subarray(start, end))
    offset = end
  }
  return Buffer.concat([Buffer.from(unsigned(kept.length)), ...kept])
}

/** The stretches of memory that are not zero. */
function findSegments(memory) {
  const words = new BigUint64Array(memory.buffer, memory.byteOffset, memory.length / 8)
  const segments = []
  let current
  for (let index = 0; index < words.length; index++) {
    if (words[index] === 0n) continue
    const start = index * 8
    if (current !== undefined && start - current.end < smallestGap) current.end = start + 8
    else {
      current = { start, end: start + 8 }
      segments.push(current)
    }
  }
  return mergeTo(segments, 90_000)
}

/** Engines accept 100,000 segments: the closest ones become one. */
function mergeTo(segments, limit) {
  let merged = segments
  for (let gap = smallestGap * 2; merged.length > limit; gap *= 2) {
    const next = []
    for (const segment of merged) {
      const last = next.at(-1)
      if (last !== undefined && segment.start - last.end < gap) last.end = segment.end
      else next.push(segment)
    }
    merged = next
  }
  return merged
}

function writeSegments(memory, segments) {
  return Buffer.concat([
    Buffer.from(unsigned(segments.length)),
    ...segments.flatMap(({ start, end }) => [
      Buffer.from([0, i32.code, ...signed(BigInt(start)), 0x0b, ...unsigned(end - start)]),
      memory.subarray(start, end),
    ]),
  ])
}

function readUnsigned(bytes, offset) {
  let value = 0
  for (let shift = 0; ; shift += 7, offset++) {
    value |= (bytes[offset] & 0x7f) << shift
    if (bytes[offset] < 0x80) return [value >>> 0, offset + 1]
  }
}

function unsigned(value) {
  const bytes = []
  for (; value >= 0x80; value >>>= 7) bytes.push((value & 0x7f) | 0x80)
  return [...bytes, value]
}

function signed(value) {
  const bytes = []
  for (;;) {
    const byte = Number(value & 0x7fn)
    value >>= 7n
    if ((value === 0n && byte < 0x40) || (value === -1n && byte >= 0x40)) return [...bytes, byte]
    bytes.push(byte | 0x80)
  }
}
