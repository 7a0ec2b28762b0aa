/** The commits of an event. */
export interface Commits {
  readonly base: string
  readonly head: string
}

/** An event as the runner knows it. */
export interface SentEvent {
  readonly name: string
  readonly payload: Readonly<Record<string, unknown>>
}

const repository = { id: 1, full_name: "octo/fleet" }
const fork = { id: 2, full_name: "stranger/fleet", owner: { login: "stranger" } }

/** What GitHub sends for events, as far as anybody reads it here (GitHub Docs, "Webhook events and payloads"). */
export const events: {
  readonly push: SentEvent
  pullRequest(commits: Commits): SentEvent
  fork(commits: Commits): SentEvent
  /** A pull request whose fork has been deleted. */
  goneFork(commits: Commits): SentEvent
  mergeGroup(commits: Commits): SentEvent
  workflowRun(head: string): SentEvent
} = {
  push: { name: "push", payload: { before: "0".repeat(40), repository } },
  pullRequest: ({ base, head }) => ({
    name: "pull_request",
    payload: {
      number: 7,
      pull_request: {
        number: 7,
        head: { sha: head, ref: "change", repo: repository },
        base: { sha: base, ref: "main", repo: repository },
      },
      repository,
    },
  }),
  fork: ({ base, head }) => ({
    name: "pull_request",
    payload: {
      number: 8,
      pull_request: {
        number: 8,
        head: { sha: head, ref: "change", repo: fork },
        base: { sha: base, ref: "main", repo: repository },
      },
      repository,
    },
  }),
  goneFork: ({ base, head }) => ({
    name: "pull_request",
    payload: {
      pull_request: {
        number: 9,
        head: { sha: head, repo: null },
        base: { sha: base, repo: repository },
      },
      repository,
    },
  }),
  mergeGroup: ({ base, head }) => ({
    name: "merge_group",
    payload: {
      action: "checks_requested",
      merge_group: { head_sha: head, base_sha: base, base_ref: "refs/heads/main" },
      repository,
    },
  }),
  workflowRun: (head) => ({
    name: "workflow_run",
    payload: {
      action: "completed",
      workflow_run: {
        head_sha: head,
        head_branch: "change",
        head_repository: fork,
        pull_requests: [],
      },
      repository,
    },
  }),
}
