import { join } from "node:path"
import type { Host, Observer } from "../build/host.ts"
import { type Lock, type LockEntry, lockKey, parseLock } from "../build/remote/lock.ts"
import { defaultCacheBytes, pruneDaily } from "../host/cache-folder.ts"
import { gitRemotes } from "../host/git.ts"
import { nodeHost } from "../host/node-host.ts"
import type { openWorkspace, WorkspaceRequest } from "../lint.ts"
import type { Config } from "../load/config/config.ts"
import { UsageError } from "../model/errors.ts"
import type { Workspace, WorkspaceOptions } from "../model/index.ts"
import { visible } from "../report/visible-text.ts"
import { nearestName } from "../text/nearest-name.ts"
import { chosenBackend } from "./backend.ts"
import { cacheFolder } from "./cache-dir.ts"
import type { CommandContext } from "./command-context.ts"
import { loadConfig, readText, unreadPolicies } from "./config/load-config.ts"
import { createPhaseClock, type PhaseClock } from "./phase-clock.ts"
import { createProgress, type Progress, progressMode } from "./progress.ts"
import { remoteCacheOf } from "./remote-cache.ts"
import { type CheckedRoot, findRoot } from "./root.ts"
import { networkOptions, workspaceOptions } from "./settings.ts"
import { shardFlag } from "./shard.ts"
import { withStagedFiles } from "./tree-files.ts"
import { version } from "./version.ts"

/** A repository that is about to be opened. */
export interface Run {
  readonly checked: CheckedRoot
  readonly config: Config
  readonly clock: PhaseClock
  readonly host: Host
  /** How it is opened. */
  readonly request: WorkspaceRequest
  /** What sources are held to. */
  readonly lock: Lock
  /** What sources on the network have given. */
  readonly fetched: Lock
  /** The same world with its sources held to another lock: that of an earlier commit. */
  heldTo(lock: Lock): Host
}

/** An opened repository and what a command needs to go on. */
export interface Session extends Run {
  readonly workspace: Workspace
}

/** What a command makes of `sluice.lock`: sources are held to it, or it is written anew. */
export interface SessionUse {
  readonly lock: "held" | "renewed"
  /** Objects are judged by their schemas, unless nobody asks for it. */
  readonly schemas?: "unread"
}

/** Beside the repository's own files, and in Git as they are. */
export const lockName = "sluice.lock"

/** Opens the repository that the command line names, hands it to `use`, and tidies up whatever happens. */
export async function withSession<Result>(
  context: CommandContext,
  paths: readonly string[],
  purpose: SessionUse,
  use: (session: Session) => Result | Promise<Result>,
): Promise<Result> {
  return await withRun(context, paths, purpose, async (run) => await use(await run.open(run.host)))
}

/** A run that may yet be opened: with its host, or with one that stands before it. */
export interface OpenableRun extends Run {
  open(host: Host): Promise<Session>
}

/** Finds the repository that the command line names, hands it to `use` unopened, and tidies up whatever happens. */
export async function withRun<Result>(
  context: CommandContext,
  paths: readonly string[],
  purpose: SessionUse,
  use: (run: OpenableRun) => Promise<Result>,
): Promise<Result> {
  const { flags, io, cwd } = context
  const checked = findRoot(paths, cwd)
  const { config } = await loadConfig(context, checked)
  const options = workspaceOptions(flags, config, cwd)
  const cacheDir = cacheFolder(context)
  say(context, [
    `root ${checked.root}`,
    `configuration ${config.path ?? "none"}`,
    `cache ${cacheDir ?? "none"}`,
  ])
  const clock = createPhaseClock(() => performance.now())
  const progress = startProgress(context)
  const fetched = new Map<string, LockEntry>()
  const create = (held: Lock): Host =>
    createHost(context, {
      ...{ checked, options, cacheDir, fetched, lock: held },
      observer: both(clock, progress),
    })
  const lock: Lock = purpose.lock === "held" ? loadLock(context, checked) : new Map()
  const host = await withStagedFiles(create(lock), checked.root, context)
  const { files, engine } = host
  const heldTo = (other: Lock): Host => ({ ...create(other), files, engine })
  const stop = (): void => void host.engine.close()
  io.signal.addEventListener("abort", stop)
  try {
    const remotes = await gitRemotes(checked.root, io.environment)
    const skipped = unreadPolicies(config, checked)
    const request: WorkspaceRequest = { root: checked.root, options, remotes, skipped }
    const run: Run = { checked, config, clock, host, request, lock, fetched, heldTo }
    const openWith = async (chosen: Host): Promise<Session> => {
      const workspace = await open({ request, host: chosen }, context, purpose)
      progress.stop()
      return { ...run, host: chosen, workspace }
    }
    return await use({ ...run, open: openWith })
  } finally {
    progress.stop()
    io.signal.removeEventListener("abort", stop)
    await host.engine.close()
    if (cacheDir !== undefined) pruneDaily(cacheDir, defaultCacheBytes, Date.now())
  }
}

/** A line on stderr for each, with `--verbose`. */
export function say({ flags, io }: CommandContext, lines: readonly string[]): void {
  if (!flags.switch("verbose")) return
  for (const line of lines) io.stderr.write(`sluice: ${visible(line)}\n`)
}

/** A stranger's build or render gets less time (`safety.md` row 11). */
const untrustedTimeoutMs = 10_000

interface Opening {
  readonly request: WorkspaceRequest
  readonly host: Host
}

async function open(
  opening: Opening,
  { io }: CommandContext,
  { schemas }: SessionUse,
): Promise<Workspace> {
  const { request, host } = opening
  // Loaded when it is needed: a remembered run does without.
  const { buildWorkspace, openWorkspace } = await import("../lint.ts")
  const build = schemas === "unread" ? buildWorkspace : openWorkspace
  const workspace = await build(request, host)
  io.signal.throwIfAborted()
  if (workspace.documents.length === 0) {
    throw new UsageError(`There is no YAML file in \`${request.root}\`.`, {
      help: "Name the folder of a Flux repository.",
    })
  }
  await requireClusters(workspace, opening, openWorkspace)
  return workspace
}

/** A cluster that is asked for must be there; if not, the message names those that are. */
async function requireClusters(
  workspace: Workspace,
  { request, host }: Opening,
  build: typeof openWorkspace,
): Promise<void> {
  const { root, options } = request
  const known = new Set(workspace.clusters.map(({ name }) => name))
  const missing = options.onlyClusters?.find((name) => !known.has(name))
  if (missing === undefined) return
  const { onlyClusters: _, ...all } = options
  const { clusters } = await build({ root, options: { ...all, render: "off" } }, host)
  const names = clusters.map(({ name }) => name).sort()
  const nearest = nearestName(missing, names)
  throw new UsageError(`There is no cluster \`${missing}\`.`, {
    help:
      nearest === undefined
        ? `The clusters are ${names.map((name) => `\`${name}\``).join(", ") || "none"}.`
        : `Did you mean \`${nearest}\`?`,
  })
}

/** A stranger's repository does not say what its sources have. */
function loadLock({ flags }: CommandContext, { root }: CheckedRoot): Lock {
  const text = flags.switch("untrusted") ? undefined : readText(join(root, lockName))
  const lock = text === undefined ? new Map<string, LockEntry>() : parseLock(text)
  if (!("error" in lock)) return lock
  throw new UsageError(`\`${lockName}\` cannot be read: ${lock.error}.`, {
    help: "Run `sluice lock` to write it anew.",
  })
}

function startProgress({ io, flags }: CommandContext): Progress {
  const isWanted = flags.switch("no-progress") !== true
  return createProgress(io.stderr, progressMode(io.stderr, io.environment, isWanted), () =>
    performance.now(),
  )
}

function both(clock: PhaseClock, progress: Progress): Observer {
  return {
    phase: (phase) => {
      clock.phase(phase)
      progress.phase(phase)
    },
    progress: progress.progress,
  }
}

function createHost(
  context: CommandContext,
  {
    checked,
    options,
    cacheDir,
    lock,
    fetched,
    observer,
  }: {
    readonly checked: CheckedRoot
    readonly options: WorkspaceOptions
    readonly cacheDir: string | undefined
    readonly lock: Lock
    readonly fetched: Map<string, LockEntry>
    readonly observer: Observer
  },
): Host {
  const { flags, io } = context
  const concurrency = flags.number("concurrency", ["auto"])
  const backend = chosenBackend(context, options)
  const shard = shardFlag(flags)
  const timeoutMs =
    flags.duration("timeout") ?? (flags.switch("untrusted") ? untrustedTimeoutMs : undefined)
  return nodeHost({
    toolVersion: version,
    environment: io.environment,
    observer,
    label: checked.root,
    backend,
    network: networkOptions(flags, options, io.signal),
    lock,
    onFetched: (entry) => void fetched.set(lockKey(entry), entry),
    ...(cacheDir === undefined ? {} : { cacheDir }),
    ...(shard && { shard }),
    ...remoteCacheOf(context),
    ...(concurrency === undefined ? {} : { concurrency: Math.max(1, concurrency) }),
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
  })
}
