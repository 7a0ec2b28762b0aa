// A backend of your own: charts are rendered by a program that you name, everything else by the embedded engine.
//
//   node docs/examples/own-backend.mjs REPOSITORY PROGRAM [ARGUMENT...]
//
// The program reads a request from its standard input and writes a result to its standard output, both JSON: HelmRequest and
// HelmResult of src/build/engine.ts; bytes are base64.
import { spawnSync } from "node:child_process"
import { resolve } from "node:path"
import {
  checkWorkspace,
  createReport,
  defaultSettings,
  nodeHost,
  openWorkspace,
  reporters,
  rules,
} from "sluice"

const [repository = ".", program, ...programArguments] = process.argv.slice(2)

const base64 = (bytes) => Buffer.from(bytes).toString("base64")

function encode({ chart, valuesFiles = [], ...request }) {
  const content =
    "archive" in chart
      ? { digest: chart.digest, archive: base64(chart.archive) }
      : {
          digest: chart.digest,
          files: Object.fromEntries([...chart.files].map(([path, bytes]) => [path, base64(bytes)])),
        }
  const files = valuesFiles.map(({ path, data }) => ({ path, ...(data && { data: base64(data) }) }))
  return JSON.stringify({ ...request, chart: content, valuesFiles: files })
}

function render(request) {
  const { status, stdout } = spawnSync(program, programArguments, {
    input: encode(request),
    encoding: "utf8",
    timeout: 30_000,
    maxBuffer: 64 * 1024 * 1024,
  })
  if (status === 0) return JSON.parse(stdout)
  // A limit is no fault of the repository: the report says that the chart was not rendered, and why.
  return { status: "limit", limit: "crash", message: `\`${program}\` ended with status ${status}` }
}

/** The port that sluice knows: `Engine` of src/build/engine.ts. */
function ownBackend(engine) {
  return {
    // Part of every key of the cache: change it when your program does.
    digest: `${engine.digest}-own-backend-1`,
    start: () => engine.start(),
    close: () => engine.close(),
    call: async (name, request) =>
      name === "helm" ? render(request) : await engine.call(name, request),
  }
}

const embedded = nodeHost({ toolVersion: "example", environment: process.env })
const host = { ...embedded, engine: ownBackend(embedded.engine) }
try {
  const options = {
    ...{ localSources: {}, external: [], apiVersions: [], mirrors: [], exclude: [] },
    ...{ render: "auto", offline: true },
  }
  const workspace = await openWorkspace({ root: resolve(repository), options }, host)
  const settings = { ...defaultSettings, today: new Date().toISOString().slice(0, 10) }
  const result = checkWorkspace(workspace, rules, { settings, digest: host.digest })
  const tool = { name: "own-backend", version: "1.0.0" }
  const report = createReport({ tool, workspace, result, rules })
  process.stdout.write(reporters.json()(report))
} finally {
  await host.engine.close()
}
