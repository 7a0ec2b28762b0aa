import {
  type KustomizationBuild,
  type LogicalLocation,
  listAt,
  type Problem,
  stringAt,
  type Workspace,
} from "#rule"
import { repositoryFolder } from "./artifact-paths.ts"
import type { Closure } from "./closure.ts"
import type { Failure } from "./failure.ts"
import { type PatchUse, patchesIn } from "./patches.ts"

/** What evanphx/json-patch says of an operation that it cannot carry out. */
const refusals: readonly RegExp[] = [
  /^(?<op>\w+) operation does not apply: (?:doc )?is missing (?:path|key): "?(?<path>\/[^"\s]*?)"?: /u,
  /^error in (?<op>\w+) for path: '(?<path>[^']*)'/u,
  /^(?<op>test)ing value (?<path>\S+) failed/u,
]

/** The operation of a JSON 6902 patch that made a build fail; kustomize names its path, and not the patch. */
export function failedOperation(
  { cause, folder }: Failure,
  closure: Closure,
  build: KustomizationBuild,
  workspace: Workspace,
): Pick<Problem, "at" | "related"> | undefined {
  const refused = refusals.map((pattern) => pattern.exec(cause)?.groups).find((match) => match)
  const failed = folder === undefined ? closure.folder : repositoryFolder(closure.paths, folder)
  if (!refused || failed === undefined) return undefined
  const [at, ...others] = patchesIn(failed, closure, workspace, build).flatMap((patch) =>
    operationsOf(patch, refused.op ?? "", refused.path ?? ""),
  )
  const message = "the same operation is here too"
  return at && { at, related: others.map((other) => ({ at: other, message })) }
}

function operationsOf({ documents }: PatchUse, op: string, path: string): LogicalLocation[] {
  return documents.flatMap((document) =>
    listAt(document.content, []).flatMap((operation, index): LogicalLocation[] =>
      stringAt(operation, ["op"]) === op && stringAt(operation, ["path"]) === path
        ? [{ document, path: [index, "path"], part: "value" }]
        : [],
    ),
  )
}
