// A command as a whole process with all its children: wall time, and the peak of their resident memory together.

import { spawn } from "node:child_process"
import { closeSync, openSync, readdirSync, readFileSync } from "node:fs"

/** Runs a command to its end; `output` (a path) gets its stdout, `${output}.err` its stderr. Resolves with { ms, peakMiB, status }. */
export function measure([program, ...args], { env, cwd, output }) {
  const files = [openSync(output, "w"), openSync(`${output}.err`, "w")]
  const started = performance.now()
  const child = spawn(program, args, { env, cwd, stdio: ["ignore", ...files] })
  for (const file of files) closeSync(file)
  let peakKiB = 0
  const watch = setInterval(() => {
    peakKiB = Math.max(peakKiB, treeMemory(child.pid))
  }, 40)
  return new Promise((done, failed) => {
    child.on("error", failed)
    child.on("exit", (status) => {
      const ms = performance.now() - started
      clearInterval(watch)
      done({ ms, peakMiB: peakKiB / 1024, status })
    })
  })
}

/** KiB of resident memory of a process and all below it: the high-water mark where it has no children, else what each has now. */
function treeMemory(root) {
  const parents = new Map(processes())
  const isBelow = (pid) => pid === root || (parents.has(pid) && isBelow(parents.get(pid)))
  const tree = [...parents.keys()].filter(isBelow)
  const field = tree.length === 1 ? "VmHWM" : "VmRSS"
  return tree.reduce((sum, pid) => sum + memoryOf(pid, field), 0)
}

/** [process, its parent] of all that run. */
function processes() {
  return readdirSync("/proc").flatMap((name) => {
    if (!/^\d+$/u.test(name)) return []
    try {
      const stat = readFileSync(`/proc/${name}/stat`, "utf8")
      // The name, in brackets, may hold anything.
      return [[Number(name), Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1])]]
    } catch {
      return [] // It has ended meanwhile.
    }
  })
}

function memoryOf(pid, field) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8")
    return Number(new RegExp(`^${field}:\\s+(\\d+)`, "mu").exec(status)?.[1] ?? 0)
  } catch {
    return 0
  }
}
