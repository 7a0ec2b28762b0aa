import type { UserConfig } from "tsdown"
import { common } from "./tsdown.common.ts"

const config: UserConfig = {
  ...common,
  outDir: "dist",
  entry: {
    index: "src/index.ts",
    rule: "src/rule/index.ts",
    testing: "src/testing/rule-page.ts",
    cli: "src/cli/main.ts",
  },
  dts: true,
  // What is committed is built by itself: tsdown.action.config.ts.
  clean: ["dist/*", "!dist/action"],
}

export default config
