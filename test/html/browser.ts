import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { delimiter, join } from "node:path"
import { pathToFileURL } from "node:url"
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core"
import { afterAll, beforeAll } from "vitest"
import { reasonToSkip } from "../support/required.ts"

/** The browser of this machine; undefined, and said aloud, when there is none. In CI that is a fault. */
export const browserProgram: string | undefined = findBrowser()

function findBrowser(): string | undefined {
  const names = ["chromium", "chromium-browser", "google-chrome"]
  const folders = process.env.PATH?.split(delimiter) ?? []
  const programs = names.flatMap((name) => folders.map((folder) => join(folder, name)))
  const found = programs.find((program) => existsSync(program))
  if (found !== undefined) return found
  const reason = reasonToSkip(`none of ${names.join(", ")} is on the search path`)
  process.stderr.write(`Tests of the HTML pages in a browser are skipped: ${reason}.\n`)
  return undefined
}

/** An opened page, and all that it has done beside being shown. */
export interface OpenPage {
  readonly page: Page
  /** Requests for anything but the page itself, dialogs, messages, errors, and what its policy has refused. */
  readonly noise: readonly string[]
}

/** How a page is opened. */
export interface OpenOptions extends BrowserContextOptions {
  /** `#graph` */
  readonly hash?: string
}

/** Opens a text as a file, in a browser that a test file starts once and stops at its end. */
export function useBrowser(): (html: string, options?: OpenOptions) => Promise<OpenPage> {
  let browser: Browser | undefined
  const folder = mkdtempSync(join(tmpdir(), "sluice-html-"))
  let count = 0
  beforeAll(async () => {
    if (browserProgram === undefined) return
    browser = await chromium.launch({
      executablePath: browserProgram,
      args: [
        ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
        ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
      ],
    })
  })
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return async (html, { hash = "", ...options } = {}) => {
    if (!browser) throw new Error("there is no browser")
    const file = join(folder, `${count++}.html`)
    writeFileSync(file, html)
    const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, ...options })
    const noise: string[] = []
    const page = await context.newPage()
    page.on("request", (request) => {
      const url = request.url()
      if (url.split("#")[0] !== pathToFileURL(file).href) noise.push(`request ${url}`)
    })
    page.on("dialog", async (dialog) => {
      noise.push(`dialog ${dialog.message()}`)
      await dialog.dismiss()
    })
    page.on("console", (message) => void noise.push(`console ${message.text()}`))
    page.on("pageerror", (error) => void noise.push(`error ${error.message}`))
    page.on("popup", () => void noise.push("popup"))
    // What a page's policy refuses is in the console too; `pwned` is what hostile texts try to call.
    await page.addInitScript(
      "addEventListener('securitypolicyviolation', (event) => console.log('refused ' + event.violatedDirective + ' ' + event.blockedURI)); globalThis.pwned = () => console.log('pwned')",
    )
    await page.goto(pathToFileURL(file).href + hash)
    return { page, noise }
  }
}
