import { expect, test } from "vitest"
import { startServerProgram } from "./server-program.ts"

/** A server that answers 503 twice before it is ready. */
const server = `
let asked = 0
require("node:http")
  .createServer((_, response) => response.writeHead(++asked < 3 ? 503 : 200).end())
  .listen(Number(process.argv[1]), "127.0.0.1")
`
const answers = async (port: number): Promise<number> =>
  (await fetch(`http://127.0.0.1:${port}/`)).status

test("a program is there once it says so, and gone once it is stopped", async () => {
  const seen: number[] = []
  const { port, stop } = await startServerProgram(process.execPath, {
    arguments: (chosen) => ["-e", server, String(chosen)],
    isReady: async (chosen) => {
      const status = await answers(chosen)
      seen.push(status)
      return status === 200
    },
  })
  expect(seen).toEqual([503, 503, 200])
  await stop()
  await expect(answers(port)).rejects.toThrow()
  await stop()
})

test("one that ends is started on another port, and quoted when that does not help", async () => {
  const ports: number[] = []
  const started = startServerProgram(process.execPath, {
    arguments: (port) => {
      ports.push(port)
      return ["-e", "console.error('the address is in use'); process.exit(1)"]
    },
  })
  await expect(started).rejects.toThrow(/does not serve: the address is in use$/u)
  expect(ports).toHaveLength(3)
})

test("one that is not there is named", async () => {
  const started = startServerProgram("/nowhere/server", { arguments: () => [] })
  await expect(started).rejects.toThrow(/^\/nowhere\/server does not start: .*ENOENT/u)
})
