import { expect, test } from "vitest"
import { renderPageAssets } from "./support/page-assets.ts"

// `npm run generate` rewrites the file when a source in src/report/html/browser has changed.

test("the style and script of the HTML pages are made of their sources", async () => {
  const assets = await renderPageAssets()
  await expect(assets).toMatchFileSnapshot("../src/report/html/generated/assets.ts")
})
