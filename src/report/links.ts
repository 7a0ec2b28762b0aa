/** Where the pages of this project are served; the same name as in its annotations (`sluice.dev/ignore`). */
export const siteUrl = "https://sluice.dev"

/** The page of a rule on the web. */
export function rulePageUrl(finding: { readonly rule: string; readonly category: string }): string {
  return `${siteUrl}/rules/${finding.category}/${finding.rule}.md`
}

/** One of the schemas in `schemas/`. */
export function schemaUrl(name: "report-v1" | "graph-v1" | "diff-v1" | "config"): string {
  return `${siteUrl}/schemas/${name}.schema.json`
}
