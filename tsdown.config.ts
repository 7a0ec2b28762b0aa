import type { UserConfig } from "tsdown"

/** Everything is bundled: the package has no dependencies at run time, and few files to load. */
const common = {
  outDir: "dist",
  format: "esm",
  platform: "node",
  target: "node20",
  sourcemap: false,
  fixedExtension: false,
  hash: false,
  deps: { alwaysBundle: [/.*/u], onlyBundle: false },
} satisfies UserConfig

const config: UserConfig[] = [
  {
    ...common,
    entry: {
      index: "src/index.ts",
      rule: "src/rule/index.ts",
      testing: "src/testing/rule-page.ts",
      cli: "src/cli/main.ts",
    },
    dts: true,
    clean: true,
  },
]

export default config
