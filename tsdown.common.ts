import type { UserConfig } from "tsdown"

/** Everything is bundled: the package has no dependencies at run time, and few files to load. */
export const common: UserConfig = {
  format: "esm",
  platform: "node",
  target: "node20",
  sourcemap: false,
  fixedExtension: false,
  hash: false,
  deps: { alwaysBundle: [/.*/u], onlyBundle: false },
}
