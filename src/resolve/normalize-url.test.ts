import { expect, test } from "vitest"
import { normalizeGitUrl } from "./normalize-url.ts"

test.each([
  ["ssh://git@github.com/Org/Repo.git", "https://github.com/org/repo"],
  ["git@github.com:org/repo.git", "https://github.com/org/repo/"],
  ["https://token@gitlab.com:443/group/sub/repo", "ssh://git@gitlab.com/group/sub/repo.git"],
  ["ssh://git@ssh.github.com:443/org/repo", "https://github.com/org/repo"],
  ["git@ssh.dev.azure.com:v3/org/project/repo", "https://dev.azure.com/org/project/_git/repo"],
  ["ssh://git@git.example.com:22/fleet.git", "https://git.example.com/fleet"],
])("%s and %s are one repository", (left, right) => {
  expect(normalizeGitUrl(left)).toBe(normalizeGitUrl(right))
})

test.each([
  ["https://git.example.com/Fleet", "https://git.example.com/fleet"],
  ["https://github.com/org/repo", "https://github.com/org/other"],
  ["https://git.example.com:8443/fleet", "https://git.example.com/fleet"],
])("%s and %s are two repositories", (left, right) => {
  expect(normalizeGitUrl(left)).not.toBe(normalizeGitUrl(right))
})
