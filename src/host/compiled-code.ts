import * as nodeModule from "node:module"
import { join } from "node:path"
import { codeFolder } from "./cache-folder.ts"

declare module "node:module" {
  /** Node ≥ 22.8 has it. */
  const enableCompileCache: ((folder: string) => unknown) | undefined
}

/** Lets Node keep what it compiles of sluice's own code, and start from that the next time; an older Node compiles anew. */
export function keepCompiledCode(cacheDir: string): void {
  nodeModule.enableCompileCache?.(join(cacheDir, codeFolder))
}
