import { runGit } from "../host/git.ts"
import type { Job } from "./job.ts"
import type { JobEvent } from "./job-event.ts"

/** The commit that a change is compared with, or why there is none. */
export type ChangeBase =
  | { readonly kind: "commit"; readonly commit: string }
  | { readonly kind: "everything" }
  | { readonly kind: "missing"; readonly commit: string }

/**
 * What the event's change is compared with. What actions/checkout lays out for a pull request is a merge made for the
 * workflow: its first parent is the very state of the base that the change is seen against, also when the base has
 * moved on since the event. Else it is the base that the event names, when the checkout has it.
 */
export async function changeBase(
  { base, pullRequest }: JobEvent,
  folder: string,
  environment: Job["environment"],
): Promise<ChangeBase> {
  const commit = base
  if (commit === undefined) return { kind: "everything" }
  const [, first, second] = await commitAndParents(folder, environment)
  if (first !== undefined && second !== undefined && second === pullRequest?.headCommit)
    return { kind: "commit", commit: first }
  const type = await runGit(folder, ["cat-file", "-t", commit], environment)
  return { kind: type?.trim() === "commit" ? "commit" : "missing", commit }
}

async function commitAndParents(
  folder: string,
  environment: Job["environment"],
): Promise<readonly string[]> {
  const output = await runGit(
    folder,
    ["rev-list", "--parents", "--max-count=1", "HEAD"],
    environment,
  )
  return output?.trim().split(" ") ?? []
}
