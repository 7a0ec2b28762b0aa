import type { FileSystem } from "../load/file-system.ts"
import type { Host } from "./host.ts"
import type {
  FileSource,
  RemoteChart,
  RemoteChartRequest,
  RemoteMirror,
  RemoteSources,
} from "./remote/remote-sources.ts"
import type { IndexedChart } from "./remote/repository-index.ts"

/** Something that a run asks the world. It is remembered as JSON. */
export type Question =
  | { readonly ask: "list"; readonly root: string }
  | { readonly ask: "read"; readonly root: string; readonly path: string }
  | { readonly ask: "chart"; readonly request: RemoteChartRequest }
  | { readonly ask: "artifact"; readonly request: RemoteChartRequest<FileSource> }
  | { readonly ask: "mirror"; readonly place: MirrorPlace }
  | { readonly ask: "charts of mirror"; readonly place: MirrorPlace; readonly chart: string }
  | {
      readonly ask: "chart of mirror"
      readonly place: MirrorPlace
      readonly chart: string
      readonly entry: IndexedChart
    }
  | { readonly ask: "schema"; readonly url: string; readonly offline: boolean }
  | { readonly ask: "schema file"; readonly path: string }

interface MirrorPlace {
  readonly url: string
  readonly offline: boolean
}

/** What a run has asked, and a digest of each answer. */
export type Testimony = readonly (readonly [question: Question, answer: string])[]

/** A host whose answers are put down. */
export interface WatchedHost {
  readonly host: Host
  testimony(): Testimony
}

/** Puts down what is asked of a host. The engine is left out: its answers follow from the questions. */
export function watched(host: Host): WatchedHost {
  const answers = new Map<string, readonly [Question, string]>()
  const note = (question: Question, answer: unknown): void => {
    const key = JSON.stringify(question)
    if (!answers.has(key)) answers.set(key, [question, host.digest(shortened(answer))])
  }
  const ask = async <Answer>(question: Question, answer: Promise<Answer>): Promise<Answer> => {
    try {
      const given = await answer
      note(question, given)
      return given
    } catch (error) {
      note(question, failure(error))
      throw error
    }
  }
  const { files, remote, fetchSchema, schemas } = host
  return {
    host: {
      ...host,
      files: watchedFiles(files, ask),
      ...(remote && { remote: watchedSources(remote, ask) }),
      ...(fetchSchema && {
        fetchSchema: (url, offline) =>
          ask({ ask: "schema", url, offline }, fetchSchema(url, offline)),
      }),
      schemas: {
        ...schemas,
        fileAt: (path) => {
          const schema = schemas.fileAt(path)
          note({ ask: "schema file", path }, schema)
          return schema
        },
      },
    },
    testimony: () => [...answers.values()],
  }
}

/** Whether the world still answers as it did. What is asked last may have followed from an earlier answer, so all have to agree. */
export async function stillHolds(testimony: Testimony, host: Host): Promise<boolean> {
  const agrees = async ([question, answer]: Testimony[number]): Promise<boolean> => {
    const given = await asked(question, host).catch(failure)
    return host.digest(shortened(given)) === answer
  }
  // What is on this machine is cheaper to ask for than what is on the network.
  const isNear = ([{ ask }]: Testimony[number]): boolean =>
    ask === "list" || ask === "read" || ask === "schema file"
  for (const part of [testimony.filter(isNear), testimony.filter((one) => !isNear(one))]) {
    const results = await Promise.all(part.map(agrees))
    if (results.includes(false)) return false
  }
  return true
}

async function asked(question: Question, host: Host): Promise<unknown> {
  switch (question.ask) {
    case "list":
      return await host.files.list(question.root)
    case "read":
      return await host.files.read(question.root, question.path)
    case "chart":
      return await host.remote?.find(question.request)
    case "artifact":
      return await host.remote?.artifact(question.request)
    case "mirror":
      return (await host.remote?.mirror(question.place.url, question.place.offline))?.status
    case "charts of mirror":
      return await (await openMirror(host, question.place))?.entries(question.chart)
    case "chart of mirror":
      return await (await openMirror(host, question.place))?.read(question.chart, question.entry)
    case "schema":
      return await host.fetchSchema?.(question.url, question.offline)
    case "schema file":
      return host.schemas.fileAt(question.path)
  }
}

type Ask = <Answer>(question: Question, answer: Promise<Answer>) => Promise<Answer>

function watchedFiles(files: FileSystem, ask: Ask): FileSystem {
  return {
    list: (root) => ask({ ask: "list", root }, files.list(root)),
    read: (root, path) => ask({ ask: "read", root, path }, files.read(root, path)),
  }
}

function watchedSources(remote: RemoteSources, ask: Ask): RemoteSources {
  return {
    find: (request) => ask({ ask: "chart", request }, remote.find(request)),
    artifact: (request) => ask({ ask: "artifact", request }, remote.artifact(request)),
    mirror: async (url, offline) => {
      const place = { url, offline }
      const opening = remote.mirror(url, offline)
      await ask(
        { ask: "mirror", place },
        opening.then(({ status }) => status),
      )
      const mirror = await opening
      return mirror.status === "ok" ? watchedMirror(mirror, place, ask) : mirror
    },
  }
}

function watchedMirror(mirror: RemoteMirror, place: MirrorPlace, ask: Ask): RemoteMirror {
  return {
    status: "ok",
    entries: (chart) => ask({ ask: "charts of mirror", place, chart }, mirror.entries(chart)),
    read: (chart, entry) =>
      ask({ ask: "chart of mirror", place, chart, entry }, mirror.read(chart, entry)),
  }
}

async function openMirror(
  { remote }: Host,
  { url, offline }: MirrorPlace,
): Promise<RemoteMirror | undefined> {
  const mirror = await remote?.mirror(url, offline)
  return mirror?.status === "ok" ? mirror : undefined
}

/** Bytes are what they are, and an archive is its digest. */
function shortened(answer: unknown): string | Uint8Array {
  if (answer instanceof Uint8Array) return answer
  const isChart = (value: unknown): value is Extract<RemoteChart, { status: "found" }> =>
    typeof value === "object" && value !== null && "archive" in value
  if (!isChart(answer)) return JSON.stringify(answer) ?? ""
  const { archive: _, ...rest } = answer
  return JSON.stringify(rest)
}

function failure(error: unknown): { readonly failed: string } {
  return { failed: error instanceof Error ? error.message : String(error) }
}
