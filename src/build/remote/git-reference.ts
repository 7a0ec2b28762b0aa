import { resolveTag } from "../../version/index.ts"

/** `spec.ref` of a GitRepository, in the order in which Flux looks at it (`flux-semantics.md` 4.1). */
export type GitReference =
  | { readonly by: "commit"; readonly commit: string; readonly branch?: string }
  | { readonly by: "name"; readonly name: string }
  | { readonly by: "tag"; readonly tag: string }
  | { readonly by: "semver"; readonly semver: string }
  | { readonly by: "branch"; readonly branch: string }

/** A commit, and the ref that leads to it; or why there is none. */
export type ChosenCommit =
  | { readonly status: "chosen"; readonly commit: string; readonly ref: string }
  | { readonly status: "lacking"; readonly reason: string }

/** The reference in words, as `sluice.lock` and messages have it. */
export function referenceText(reference: GitReference): string {
  switch (reference.by) {
    case "commit":
      return `commit ${reference.commit}`
    case "name":
      return `ref ${reference.name}`
    case "tag":
      return `tag ${reference.tag}`
    case "semver":
      return `semver ${reference.semver}`
    case "branch":
      return `branch ${reference.branch}`
  }
}

/** Chooses a commit among the refs that a repository has, as source-controller would. */
export function chooseCommit(
  reference: Exclude<GitReference, { readonly by: "commit" }>,
  refs: ReadonlyMap<string, string>,
): ChosenCommit {
  switch (reference.by) {
    case "name":
      return at(refs, reference.name, `it has no ref \`${reference.name}\``)
    case "tag":
      return at(refs, `refs/tags/${reference.tag}`, `it has no tag \`${reference.tag}\``)
    case "branch":
      return at(refs, `refs/heads/${reference.branch}`, `it has no branch \`${reference.branch}\``)
    case "semver":
      return newestTag(refs, reference.semver)
  }
}

function at(refs: ReadonlyMap<string, string>, ref: string, reason: string): ChosenCommit {
  const commit = refs.get(ref)
  return commit === undefined ? lacking(reason) : { status: "chosen", commit, ref }
}

const tagsPrefix = "refs/tags/"

function newestTag(refs: ReadonlyMap<string, string>, semver: string): ChosenCommit {
  const tags = [...refs.keys()].filter((ref) => ref.startsWith(tagsPrefix))
  const picked = resolveTag(
    semver,
    tags.map((tag) => tag.slice(tagsPrefix.length)),
    "other",
  )
  if (picked.status === "invalid-constraint") return lacking(`\`${semver}\`: ${picked.message}`)
  if (picked.status === "no-match") return lacking(`none of its tags is in the range \`${semver}\``)
  const { chosen, ties } = picked
  const commits = new Set([chosen, ...ties].map((tag) => refs.get(`${tagsPrefix}${tag}`)))
  // Flux takes the one whose commit is the youngest, and a list of refs has no times.
  if (commits.size > 1)
    return lacking(`its tags ${[chosen, ...ties].join(", ")} are the same version`)
  return at(refs, `${tagsPrefix}${chosen}`, "")
}

function lacking(reason: string): ChosenCommit {
  return { status: "lacking", reason }
}

/** Whether a text is the full id of a commit. */
export function isCommitId(text: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u.test(text)
}
