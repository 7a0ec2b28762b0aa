/** The schemes that Flux takes. No `file:`, no `git:`, no `ext::` (`flux-semantics.md` 4.1, `safety.md` row 12). */
const schemes: ReadonlySet<string> = new Set(["http:", "https:", "ssh:"])

/** An address of a git repository; undefined for one that nothing may be fetched from. */
export function parseGitUrl(text: string): URL | undefined {
  if (text.length > 2048 || /[\0-\x20\x7f]/u.test(text) || !URL.canParse(text)) return undefined
  const url = new URL(text)
  if (!schemes.has(url.protocol) || url.hostname === "" || url.hash !== "") return undefined
  // URL leaves the host of ssh as it is, and ssh takes what begins with a dash for an option.
  const isPlain = /^(?:\[[\da-f:.]+\]|\w[\w.-]*)$/iu.test(url.hostname)
  const isUser = /^(?:\w[\w.-]*)?$/u.test(url.username)
  return url.protocol !== "ssh:" || (isPlain && isUser) ? url : undefined
}

/** The address without name and password: those travel as credentials, but ssh has its user there. */
export function plainGitUrl(url: URL): string {
  const plain = new URL(url)
  plain.password = ""
  if (url.protocol !== "ssh:") plain.username = ""
  else if (url.username === "") plain.username = "git"
  return plain.href
}

/**
 * The address of a submodule: `./` and `../` go from the parent's, `git@host:path` is ssh.
 * https://git-scm.com/docs/git-submodule (add)
 */
export function submoduleUrl(parent: string, text: string): URL | undefined {
  const base = parseGitUrl(parent)
  if (!base) return undefined
  if (/^\.\.?\//u.test(text)) {
    const steps = base.pathname.replace(/\/+$/u, "").split("/")
    let rest = text
    for (; /^\.\.?\//u.test(rest); rest = rest.slice(rest.indexOf("/") + 1)) {
      if (rest.startsWith("../") && steps.length > 1) steps.pop()
    }
    const url = new URL(base)
    url.pathname = [...steps, rest].join("/")
    return parseGitUrl(url.href)
  }
  const [, user = "git", host, path] = /^(?:([\w.-]+)@)?([\w.-]+):(?!\/)(.+)$/u.exec(text) ?? []
  // `ext::sh` has two colons.
  if (host !== undefined && path !== undefined && !path.startsWith(":"))
    return parseGitUrl(`ssh://${user}@${host}/${path}`)
  return parseGitUrl(text)
}
