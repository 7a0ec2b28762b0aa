import type { UserConfig } from "tsdown"
import { common } from "./tsdown.common.ts"

/**
 * The bundle that is committed: what GitHub runs of a tag, and what a plain clone runs (`bin/sluice.js`). Its bytes depend
 * on the sources and on package-lock.json alone.
 */
const config: UserConfig = {
  ...common,
  outDir: "dist/action",
  entry: {
    main: "src/action/main.ts",
    comment: "src/action/comment-main.ts",
    cli: "src/cli/main.ts",
  },
  dts: false,
  clean: true,
  // Half a megabyte of an HTTP client that only logins with OpenID need.
  treeshake: {
    moduleSideEffects: [{ test: /@actions[\\/](?:core|http-client)/u, sideEffects: false }],
  },
}

export default config
