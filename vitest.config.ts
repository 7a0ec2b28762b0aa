import { defineConfig, type ViteUserConfig } from "vitest/config"

// Minutes of comparing with other programs: `npm run test:differential` runs them, and CI does.
const differential = process.env.SLUICE_DIFFERENTIAL === "1"

const config: ViteUserConfig = defineConfig({
  test: {
    include: ["src/**/*.test.ts", "rules/**/*.test.ts", "test/**/*.test.ts"],
    exclude: differential ? [] : ["test/differential/**"],
    testTimeout: 900_000,
    hookTimeout: 300_000,
    pool: "forks",
    maxWorkers: 2,
  },
})

export default config
