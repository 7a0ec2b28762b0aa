import { schemaUrl } from "../report/links.ts"
import { version } from "./version.ts"

/** A file that `sluice init` writes. */
export interface StarterFile {
  /** Relative to the root of the repository. */
  readonly path: string
  /** What it is for, for the question. */
  readonly purpose: string
  readonly content: string
}

const configuration = `# yaml-language-server: $schema=${schemaUrl("config")}
# Nothing has to be said here. Where the repository leaves something open, say it:
#
# flux: "2.9"                  # default: read from the repository, else the newest known
# kubernetes: "1.35"
# clusters:
#   production: { path: clusters/production }
# sources:                     # what clusters get from elsewhere, as a folder here
#   GitRepository/flux-system/apps: ../apps
# external:                    # exists in the cluster, not in Git
#   - Secret/*/registry-credentials
rules:
  extends: recommended         # or strict, or all
`

const workflow = `name: sluice
on:
  push: { branches: [main] }
  pull_request:

permissions: {}

jobs:
  check:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    permissions:
      contents: read
    steps:
      - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0
        with:
          fetch-depth: 0 # the base of the pull request
          persist-credentials: false
      - uses: sluice-dev/sluice@v${version} # better: the commit of this tag
`

const hook = `repos:
  - repo: https://github.com/sluice-dev/sluice
    rev: v${version}
    hooks:
      - id: sluice-staged
`

/** The configuration, the workflow for GitHub and the hook of pre-commit. */
export const starterFiles: readonly StarterFile[] = [
  { path: ".sluice.yaml", purpose: "the configuration", content: configuration },
  {
    path: ".github/workflows/sluice.yml",
    purpose: "a workflow for GitHub Actions",
    content: workflow,
  },
  { path: ".pre-commit-config.yaml", purpose: "a hook of pre-commit", content: hook },
]
