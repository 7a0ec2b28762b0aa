import type { Finding, Location } from "../../model/index.ts"
import type { Range } from "../../text/position.ts"
import { cutText } from "../cut-text.ts"
import { relativeUri } from "../relative-uri.ts"
import { levelOf } from "./sarif-rules.ts"

/** More is of no use in an alert, and 5,000 results have to stay below GitHub's 10 MB. */
const messageLimit = 4096

/**
 * A finding as a SARIF result; columns count UTF-16 units, as the run says. `lineHash` is the `primaryLocationLineHash`,
 * undefined where the file's text is not known.
 */
export function sarifResult(finding: Finding, lineHash: string | undefined): object {
  const { message, help, rule, severity, location, fingerprint } = finding
  const places = [...finding.related, ...finding.via]
  const fixes = fixesOf(finding)
  return {
    ruleId: rule,
    level: levelOf[severity],
    message: { text: cutText(help === undefined ? message : `${message} ${help}`, messageLimit) },
    locations: [{ ...placeOf(location), ...logicalOf(finding) }],
    ...(places.length > 0 && {
      relatedLocations: places.map((place, index) => ({
        id: index + 1,
        ...placeOf(place),
        message: { text: cutText(place.message, messageLimit) },
      })),
    }),
    partialFingerprints: {
      // Alerts are matched by it: without a text of the file, by what our own fingerprint is made of.
      primaryLocationLineHash: lineHash ?? `${fingerprint.slice(0, 16)}:1`,
      "sluiceFingerprint/v1": fingerprint,
    },
    suppressions: suppressionsOf(finding),
    ...(fixes.length > 0 && { fixes }),
  }
}

function placeOf({ path, range }: Location): object {
  return {
    physicalLocation: {
      artifactLocation: { uri: relativeUri(path), uriBaseId: "%SRCROOT%" },
      region: smallestRegion(range),
    },
  }
}

/** Only the first line: GitHub shows an alert in a pull request when the diff holds all its lines. Its end is the default. */
function smallestRegion({ start, end }: Range): object {
  const region = { startLine: start.line + 1, startColumn: start.character + 1 }
  return end.line === start.line
    ? { ...region, endLine: end.line + 1, endColumn: end.character + 1 }
    : region
}

function logicalOf({ resource, field }: Finding): object {
  if (!resource) return {}
  const { kind, namespace, name } = resource
  const object = [kind, namespace, name].filter((part) => part !== undefined).join("/")
  return {
    logicalLocations: [
      { name, fullyQualifiedName: object, kind: "resource" },
      ...(field === undefined
        ? []
        : [{ name: field, fullyQualifiedName: `${object}/${field}`, kind: "member" }]),
    ],
  }
}

/** Empty for a finding that counts: absent would mean that nobody knows (SARIF 2.1.0, 3.27.23). */
function suppressionsOf({ suppressedBy }: Finding): readonly object[] {
  if (!suppressedBy) return []
  const isInSource = suppressedBy.kind === "comment" || suppressedBy.kind === "annotation"
  return [
    {
      kind: isInSource ? "inSource" : "external",
      status: "accepted",
      justification: suppressedBy.reason ?? `by ${suppressedBy.kind}`,
    },
  ]
}

/** SARIF cannot say that a fix is unsafe: those are left out. */
function fixesOf({ fix }: Finding): readonly object[] {
  if (fix?.applicability !== "safe") return []
  const artifactChanges = Object.entries(fix.edits).map(([path, edits]) => ({
    artifactLocation: { uri: relativeUri(path), uriBaseId: "%SRCROOT%" },
    replacements: edits.map(({ range: { start, end }, newText }) => ({
      deletedRegion: {
        startLine: start.line + 1,
        startColumn: start.character + 1,
        endLine: end.line + 1,
        endColumn: end.character + 1,
      },
      insertedContent: { text: newText },
    })),
  }))
  return [{ description: { text: fix.title }, artifactChanges }]
}
