import { writeFileSync } from "node:fs"
import { it } from "vitest"
import { kustomizationFiles, repositories, treeOf } from "./corpus.ts"
import { startEngine } from "./engine.ts"
import { kustomizationAt, engineBuild } from "./flux-build.ts"
it("time", { timeout: 1e6 }, async () => {
  const e = startEngine(), out: string[] = []
  const r = repositories().find((x) => x.name.startsWith("hmcts"))!
  const tree = treeOf(r)
  for (const { directory } of kustomizationFiles(r)) {
    const c = process.cpuUsage(), t = performance.now()
    const b = await engineBuild(e, { tree, root: "", kustomization: kustomizationAt(directory), variables: null, strict: true })
    const d = process.cpuUsage(c)
    out.push(`${directory} wall ${(performance.now() - t) | 0} cpu ${((d.user + d.system) / 1000) | 0} ${b.status} ${b.status === "built" ? b.objects.length + " " + JSON.stringify(b.objects).length : b.message.slice(0, 100)}`)
  }
  writeFileSync("/tmp/time.txt", out.join("\n"))
  await e.close()
})
