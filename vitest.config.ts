import { defineConfig, type ViteUserConfig } from "vitest/config"

// Minutes of comparing with other programs: `npm run test:differential` runs them, and CI does (test/differential/extent.ts).
const differential = process.env.SLUICE_DIFFERENTIAL !== undefined

const config: ViteUserConfig = defineConfig({
  test: {
    exclude: differential ? [] : ["test/differential/**"],
    testTimeout: 900_000,
    hookTimeout: 300_000,
    pool: "forks",
    maxWorkers: 2,
    projects: [
      // They share what they load, which saves a quarter of their time: no test beside its source may leave anything behind in a module.
      {
        extends: true,
        test: { name: "unit", include: ["src/**/*.test.ts", "rules/**/*.test.ts"], isolate: false },
      },
      { extends: true, test: { name: "whole", include: ["test/**/*.test.ts"] } },
    ],
  },
})

export default config
