import type { Rule } from "../rule/define-rule.ts"

/** All rules; loaded when they are needed, since a run that an earlier one stands for does without. */
export async function loadRules(): Promise<readonly Rule[]> {
  return (await import("../../rules/index.ts")).rules
}
