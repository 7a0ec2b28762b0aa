import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { rolldown } from "rolldown"

const folder = new URL("../../src/report/html/browser/", import.meta.url)
const styles = ["base.css", "findings.css", "graph.css"]

/** The module that the pages take their style and script from, both made small, and the policy that allows these two alone. */
export async function renderPageAssets(): Promise<string> {
  const style = styles.map((name) => smallCss(readFileSync(new URL(name, folder), "utf8"))).join("")
  const script = await bundle(fileURLToPath(new URL("page.ts", folder)))
  const policy = [
    "default-src 'none'",
    `style-src '${digest(style)}'`,
    `script-src '${digest(script)}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ")
  return `// Made by test/generated-page.test.ts from ../browser: \`npm run generate\` rewrites it.

/** What a page may load and run: its own style and script, by their digests. */
export const pagePolicy: string = ${JSON.stringify(policy)}

/** The style of all pages. */
export const pageStyle: string = ${JSON.stringify(style)}

/** The script of all pages. */
export const pageScript: string = ${JSON.stringify(script)}
`
}

async function bundle(input: string): Promise<string> {
  const build = await rolldown({ input, platform: "browser", logLevel: "silent" })
  const { output } = await build.generate({ format: "iife", minify: true })
  await build.close()
  return output[0].code.trim()
}

/** Without comments and what white space CSS does not need; the style sheets have no texts with either. */
function smallCss(css: string): string {
  return css
    .replace(/\/\*.*?\*\//gsu, "")
    .replace(/\s+/gu, " ")
    .replace(/ ?([{};,]) ?/gu, "$1")
    .replace(/: /gu, ":")
    .replaceAll(";}", "}")
    .trim()
}

function digest(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`
}
