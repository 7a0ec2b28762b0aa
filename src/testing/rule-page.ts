import type { Engine } from "../build/engine.ts"
import type { Host } from "../build/host.ts"
import { baselineName, parseBaseline } from "../check/baseline.ts"
import { checkWorkspace } from "../check/check-workspace.ts"
import { defaultSettings } from "../check/enabled-rules.ts"
import { noCache } from "../host/folder-cache.ts"
import { memoryFiles } from "../host/memory-files.ts"
import { sha256 } from "../host/node-host.ts"
import { packageSchemas } from "../host/package-schemas.ts"
import { type FixRequest, fixWorkspace, openWorkspace } from "../lint.ts"
import type { FileSystem } from "../load/file-system.ts"
import type { CheckSettings, Workspace, WorkspaceOptions } from "../model/index.ts"
import type { Rule } from "../rule/define-rule.ts"
import { correctSection, isCorrected } from "./correct-section.ts"
import { type PageSection, parseRulePage } from "./parse-rule-page.ts"

/** What pages are checked with; one engine serves many pages. */
export interface PageWorld {
  readonly rules: readonly Rule[]
  readonly engine: Engine
  /** Rules that run though no preset that is on by default has them. */
  readonly wanted?: readonly string[]
}

const root = "/repository"

/** A folder of the section with a chart index is a mirror of charts, as if `--chart-mirror` named it. */
function optionsOf({ files }: PageSection): WorkspaceOptions {
  const indexes = Object.entries(files).filter(
    ([path, text]) => path.endsWith("/index.yaml") && /^entries:/mu.test(text),
  )
  return {
    localSources: {},
    external: [],
    apiVersions: [],
    render: "auto",
    mirrors: indexes.map(([path]) => path.slice(0, -"/index.yaml".length)),
    offline: true,
    exclude: [],
  }
}

/**
 * The default settings, with the rules that the page is about. A section may have a baseline; its ignores are judged on a
 * day of their own.
 */
function settingsOf({ files }: PageSection, { wanted = [] }: PageWorld): CheckSettings {
  const setting = { severity: "on", options: {} } as const
  const baseline = files[baselineName]
  return {
    ...defaultSettings,
    rules: new Map(wanted.map((id) => [id, setting])),
    today: "2026-06-30",
    ...(baseline !== undefined && { baseline: parseBaseline(baselineName, baseline) }),
  }
}

/** The files of a section, also below a mirror's folder. */
function filesOf({ files, links }: PageSection): FileSystem {
  const memory = memoryFiles(files)
  return {
    list: async (folder) =>
      (await memory.list(folder)).map((file) =>
        links.includes(file.path) ? { ...file, link: true } : file,
      ),
    read: (folder, path) => memory.read(root, folder === root ? path : `${folder}/${path}`),
  }
}

/** What is found in the repository of a section, with all recommended rules and those that are wanted. */
async function checkSection(section: PageSection, world: PageWorld) {
  const host: Host = {
    files: filesOf(section),
    engine: world.engine,
    cache: noCache,
    schemas: packageSchemas,
    digest: sha256,
    now: () => 0,
  }
  const workspace = await openWorkspace({ root, options: optionsOf(section) }, host)
  const { findings, crashes } = checkWorkspace(workspace, world.rules, {
    settings: settingsOf(section, world),
    digest: sha256,
  })
  const counted = findings
    .filter(({ suppressedBy }) => !suppressedBy)
    .map(({ rule, location, message, help }) => ({
      rule,
      place: `${location.path}:${location.range.start.line + 1} ${rule}`,
      text: `${message}${help === undefined ? "" : ` → ${help}`}`,
    }))
  const thrown = crashes.map(({ rule, error }) => `+ the rule ${rule} throws: ${String(error)}`)
  return { host, workspace, findings: counted, thrown }
}

/**
 * Checks the repository of a section with all recommended rules and those that are wanted. The result is empty when exactly the announced
 * findings are there; else it names what is missing (`-`) and what is too much (`+`), one a line.
 */
export async function compareSection(section: PageSection, world: PageWorld): Promise<string> {
  const { host, workspace, findings, thrown } = await checkSection(section, world)
  const found = new Map(findings.map(({ place, text }) => [place, text]))
  const expected = new Set(
    section.expected.map(({ path, line, rule }) => `${path}:${line} ${rule}`),
  )
  return [
    ...(await compareFixes(section, { world, host, workspace })),
    ...[...expected].filter((place) => !found.has(place)).map((place) => `- ${place}`),
    ...[...found]
      .filter(([place]) => !expected.has(place))
      .map(([place, text]) => `+ ${place}: ${text}`),
    ...thrown,
  ].join("\n")
}

/**
 * Checks the repository of a section once it is put right. The result is empty when the rule of the page is silent, and so is every
 * other that the section does not announce; else it names what is found.
 */
export async function compareCorrection(
  section: PageSection,
  { id, world }: { readonly id: string; readonly world: PageWorld },
): Promise<string> {
  const { findings, thrown } = await checkSection(correctSection(section), world)
  const announced = section.expected.map(({ rule }) => rule).filter((rule) => rule !== id)
  return [
    ...findings
      .filter(({ rule }) => !announced.includes(rule))
      .map(({ place, text }) => `+ ${place}: ${text}`),
    ...thrown,
  ].join("\n")
}

/** What differs between the fixed files that a section shows and those that `--fix` makes; nothing where it shows none. */
async function compareFixes(
  section: PageSection,
  { world, host, workspace }: { world: PageWorld; host: Host; workspace: Workspace },
): Promise<readonly string[]> {
  if (Object.keys(section.fixed).length === 0) return []
  const request: FixRequest = {
    root,
    options: optionsOf(section),
    rules: world.rules,
    settings: settingsOf(section, world),
    applicability: "safe",
    refusal: () => undefined,
  }
  const { texts } = await fixWorkspace(workspace, request, host)
  const paths = new Set([...texts.keys(), ...Object.keys(section.fixed)])
  return [...paths]
    .filter((path) => texts.get(path) !== section.fixed[path])
    .map((path) => `~ ${path} is fixed to:\n${texts.get(path) ?? "(nothing: it stays as it is)"}`)
}

/**
 * Runs every section of a rule's page, as it is and put right; throws with the differences when one finds anything but what it
 * announces.
 */
export async function testRulePage(page: string, world: PageWorld): Promise<void> {
  const id = /^# (\S+)/u.exec(page)?.[1] ?? ""
  const differences: string[] = []
  for (const section of parseRulePage(page)) {
    const difference = await compareSection(section, world)
    if (difference !== "") differences.push(`${section.title}\n${difference}`)
    if (!isCorrected(section)) continue
    const left = await compareCorrection(section, { id, world })
    if (left !== "") differences.push(`${section.title}, put right\n${left}`)
  }
  if (differences.length > 0) throw new Error(differences.join("\n\n"))
}
