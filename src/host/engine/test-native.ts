import { fileURLToPath } from "node:url"
import { findNativeProgram } from "./native-program.ts"

const suffix = process.platform === "win32" ? ".exe" : ""

/** Where `node scripts/build-engine.mjs --native` puts the native engine. */
const path = fileURLToPath(new URL(`../../../engine/bin/sluice-engine${suffix}`, import.meta.url))

/** The native engine as this checkout has built it, or why there is none; for tests. */
export const builtNative: ReturnType<typeof findNativeProgram> = findNativeProgram({
  SLUICE_ENGINE: path,
})
