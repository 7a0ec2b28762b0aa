import { existsSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

/** The root of this project. */
export const projectRoot: string = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

const places = [
  process.env.SLUICE_CORPUS,
  join(projectRoot, "shared/corpus"),
  join(projectRoot, "../shared/corpus"),
]

/** The folder of the corpus (`repos/`, `charts/`), or undefined where this machine has none. */
export const corpusFolder: string | undefined = places.find(
  (place) => place !== undefined && existsSync(join(place, "repos")),
)
