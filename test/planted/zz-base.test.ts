import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, test } from "vitest"
import { createChecker } from "./check.ts"
import { loadRepository } from "./repositories.ts"

const c = "/work/shared/corpus"
const checker = createChecker(join(c, "charts"))
afterAll(() => checker.close())
for (const name of (process.env.REPOS ?? "").split(",")) {
  test(name, async () => {
    const files = await loadRepository(join(c, "repos"), name as never)
    const out: string[] = []
    for (const round of [1, 2]) {
      const t = Date.now()
      const findings = await checker.check(files)
      out.push(`# ${name} round ${round} ${Date.now() - t} ms, ${files.size} files`)
      if (round === 2)
        for (const f of findings)
          out.push(
            `${f.location.path}:${f.location.range.start.line + 1} ${f.severity} [${f.rule}] ${f.message}  {${f.clusters}}`,
          )
    }
    writeFileSync(`/tmp/planted/${name}.txt`, out.join("\n"))
    console.log(out.slice(0, 30).join("\n"))
  }, 600_000)
}
