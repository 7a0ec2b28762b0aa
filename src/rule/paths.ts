/** The folder of a path; "" for the root. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf("/")
  return slash < 0 ? "" : path.slice(0, slash)
}

/** The last step of a path. */
export function baseOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1)
}

/** `path` seen from `folder`, with `.` and `..` resolved; "" for the root, undefined above it. */
export function joinPath(folder: string, path: string): string | undefined {
  const steps: string[] = []
  for (const step of `${folder}/${path}`.split("/")) {
    if (step === "" || step === ".") continue
    if (step !== "..") steps.push(step)
    else if (steps.pop() === undefined) return undefined
  }
  return steps.join("/")
}

/** Whether `path` is `folder` itself or lies below it. */
export function isInside(path: string, folder: string): boolean {
  return folder === "" || path === folder || path.startsWith(`${folder}/`)
}

/** `folder` in words: the root has no name of its own. */
export function folderName(folder: string): string {
  return folder === "" ? "the root folder" : `\`${folder}\``
}

const setAside =
  /(?:^|\/)(?:\.[^/]+|_?archived?|deprecated|disabled|examples?|samples?|templates?|tests?|docs?)(?:\/|$)/iu

/** Whether a path lies in a folder whose name says that nobody deploys it from there: `.archive`, `examples`, `templates`. */
export function isSetAside(path: string): boolean {
  return setAside.test(path)
}
