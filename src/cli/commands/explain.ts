import { rules } from "../../../rules/index.ts"
import { readRulePage } from "../../host/package-files.ts"
import { rulesOfError } from "../../report/flux-errors.ts"
import { rulePageUrl } from "../../report/links.ts"
import type { Rule } from "../../rule/define-rule.ts"
import type { CommandContext } from "../command-context.ts"
import { exitCodes } from "../failure.ts"
import { renderPage } from "../page.ts"
import { unknownRule } from "../settings.ts"

/** `sluice explain`: the page of a rule, named by its id or by an error message that Flux has shown. */
export async function explain(context: CommandContext): Promise<number> {
  const text = context.arguments.join(" ").trim()
  const named = rules.find(({ id }) => id === text)
  if (named) return showPage(named, context)
  const ids = rulesOfError(text)
  const found = rules.filter(({ id }) => ids.includes(id))
  const [only] = found
  if (ids.length === 0)
    throw unknownRule(
      text,
      rules.map(({ id }) => id),
    )
  if (only && found.length === 1 && ids.length === 1) return showPage(only, context)
  return showCandidates(ids, context)
}

function showPage(rule: Rule, { io, style }: CommandContext): number {
  const page = readRulePage(rule)
  const width = io.stdout.columns ?? 100
  if (page !== undefined) io.stdout.write(renderPage(page, { style, width }))
  else
    io.stdout.write(
      `${style("strong", rule.id)}\n\n${rule.summary}\n${rule.why}\n${rulePageUrl({ rule: rule.id, category: rule.category })}\n`,
    )
  return exitCodes.clean
}

function showCandidates(ids: readonly string[], { io, style }: CommandContext): number {
  const rows = ids.map((id) => {
    const rule = rules.find((one) => one.id === id)
    return rule
      ? `  ${style("strong", id)}  ${rule.summary}\n`
      : `  ${style("dim", `${id}  a later release brings it`)}\n`
  })
  io.stdout.write(
    `These rules find the cause of this message:\n${rows.join("")}\n${style("dim", "sluice explain RULE shows the page of one.")}\n`,
  )
  return exitCodes.clean
}
