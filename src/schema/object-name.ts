import type { Kind, Violation } from "../model/index.ts"

/** What the API server takes as the name of an object. */
interface NameForm {
  readonly pattern: RegExp
  readonly longest: number
  readonly rule: string
}

const label: NameForm = {
  pattern: /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/u,
  longest: 63,
  rule: "at most 63 lower-case letters, digits and `-`, the first and last of them a letter or digit",
}

const subdomain: NameForm = {
  pattern: /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/u,
  longest: 253,
  rule: "at most 253 lower-case letters, digits, `-` and `.`, each part between dots beginning and ending with a letter or digit",
}

const pathSegment: NameForm = {
  pattern: /^(?!\.{1,2}$)[^/%]+$/u,
  longest: Number.POSITIVE_INFINITY,
  rule: "no `/` and no `%`, and not `.` or `..`",
}

/** Kinds whose names have a form of their own (`kubernetes: pkg/apis/*\/validation`); all others take a DNS subdomain. */
const forms: Readonly<Record<string, NameForm>> = {
  "/Namespace": label,
  "/Service": label,
  "rbac.authorization.k8s.io/Role": pathSegment,
  "rbac.authorization.k8s.io/RoleBinding": pathSegment,
  "rbac.authorization.k8s.io/ClusterRole": pathSegment,
  "rbac.authorization.k8s.io/ClusterRoleBinding": pathSegment,
}

/** What the API server says against the name of an object. */
export function nameViolations({ group, kind }: Kind, name: string): readonly Violation[] {
  const { pattern, longest, rule } = forms[`${group}/${kind}`] ?? subdomain
  if (name.length <= longest && pattern.test(name)) return []
  return [{ path: ["metadata", "name"], problem: { kind: "name", rule } }]
}
